"""Aisles between blocks and along walls: wide enough for the people they serve."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.lanes import Aisle
from seatplan.codes.exact import at_most
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.aisle_width import aisle_width
from seatplan.codes.pack import Pack

__all__ = ["aisle_findings"]


def aisle_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield aisles that are too narrow; nobody is taken to leave by both ends of an aisle.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=4, blocks="6,6", aisle=0.9, language="en")
    >>> for finding in check_venue(hall, "gb-50016-2014"):
    ...     if finding.quantity.key.startswith("aisle"):
    ...         print(finding.place, finding.found, finding.needed)
    Hall rows 1-4 aisle 1 0.9 m 1 m
    """
    for aisle in hall.aisles:
        yield from _width(hall, pack, aisle)
        if aisle.sides == "both" and pack.says("aisle.width.advised"):
            yield from hall.judge([pack.read("aisle.width.advised")], aisle.width, aisle.place, seats=aisle.seats)


def _width(hall: Hall, pack: Pack, aisle: Aisle) -> Iterator[Finding]:
    key, capacity = f"aisle.width.{aisle.floor}.{aisle.sides}", f"aisle.capacity.{aisle.floor}"
    if not pack.says(key, aisle.persons):
        return
    least = pack.read(key, aisle.persons)
    needed = aisle_width(pack, aisle.persons, floor=aisle.floor, sides=aisle.sides)
    if not at_most(needed, least.si):
        reading, asked = pack.read(capacity), "aisle.width"
    else:
        reading, asked = least, ""
    yield from hall.judge([reading], aisle.width, aisle.place, needed=needed, asked=asked, seats=aisle.seats)
