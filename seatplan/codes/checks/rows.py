"""Rows: seats, clear width, pitch, ways along them, rows between crossings."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.codes.checks.hall import Hall, Row
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.row_gap import row_gap
from seatplan.codes.formulas.row_limit import row_limit
from seatplan.codes.formulas.row_pitch import row_pitch
from seatplan.codes.pack import Pack, Silent

__all__ = ["crossing_findings", "row_findings"]


def row_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield rows with too many seats for their aisles, their clear width or their pitch.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("o" * 23, row_pitch=0.8, language="en")
    >>> finding = check_venue(room, "gb-50016-2014")[-1]
    >>> print(finding.place, finding.found, finding.needed, finding.clause)
    Hall row 1 block 1 23 seats 22 seats 5.5.20-1
    """
    for row in hall.rows:
        yield from _seats(hall, pack, row)
        yield from _gap(hall, pack, row)
        yield from _pitch(hall, pack, row)
        yield from _reach(hall, pack, row)


def _seats(hall: Hall, pack: Pack, row: Row) -> Iterator[Finding]:
    """Judge the seats of a row by the counts of a code, not by its widths."""
    keys = (f"row.seats.gap.{row.access}", _flat_key(hall, pack, row))
    key = next((key for key in keys if pack.says(key, row.gap)), None)
    if key is None:
        return
    reading, count = pack.read(key, row.gap), len(row.seats)
    if pack.says("row.seats.double.pitch"):
        most = row_limit(pack, access=row.access, pitch=row.pitch, gap=row.gap, building=hall.options.building)
        yield from hall.judge([reading], count, row.place, needed=most, seats=row.seats)
    else:
        yield from hall.judge([reading], count, row.place, seats=row.seats)


def _flat_key(hall: Hall, pack: Pack, row: Row) -> str:
    if not pack.says("row.seats.double.pitch"):
        return f"row.seats.{row.access}"
    return "row.seats.gym.both" if hall.options.gym else "row.seats.both"


def _gap(hall: Hall, pack: Pack, row: Row) -> Iterator[Finding]:
    """Judge the clear width of a row, as far as a width can make it good."""
    if pack.says("row.gap.comfort"):
        yield from hall.judge([pack.read("row.gap.comfort")], row.gap, row.place, seats=row.seats)
    if not pack.says("row.gap"):
        return
    key, most = f"row.gap.add.{row.access}", f"row.seats.{row.access}"
    count = min(len(row.seats), int(pack.si(most))) if pack.says(key) and pack.says(most) else len(row.seats)
    more = [pack.read(key)] if pack.says(key) else []
    needed = row_gap(pack, count, access=row.access)
    yield from hall.judge([pack.read("row.gap"), *more], row.gap, row.place, needed=needed, seats=row.seats)


def _pitch(hall: Hall, pack: Pack, row: Row) -> Iterator[Finding]:
    """Judge the pitch of a row, and its seats where no pitch is enough."""
    if pack.says("row.pitch"):
        yield from hall.judge([pack.read("row.pitch")], row.pitch, row.place, seats=row.seats)
    chair, long = hall.options.chair, f"row.seats.long.{row.access}"
    if not pack.says(f"row.pitch.short.{chair}") or not pack.says(f"row.seats.short.{row.access}"):
        return
    if pack.says(long) and not pack.read(long).allows(len(row.seats)):
        yield from hall.judge([pack.read(long)], len(row.seats), row.place, seats=row.seats)
        return
    try:
        needed = row_pitch(pack, len(row.seats), access=row.access, chair=chair)
    except Silent:
        return
    yield from hall.judge(
        [pack.read(f"row.pitch.short.{chair}")], row.pitch, row.place, needed=needed, seats=row.seats
    )


def _reach(hall: Hall, pack: Pack, row: Row) -> Iterator[Finding]:
    """Judge how far it is along the row to an aisle, and to a choice of two ways where there is but one aisle.

    With doors the way to a choice is measured over the whole floor, see `common_path`.
    """
    width = hall.venue.areas[hall.venue.area_codes[row.seats[0]]].seat_width
    passed = len(row.seats) if row.access == "one" else -(-len(row.seats) // 2)
    metres = (passed - 0.5) * width
    if pack.says("row.reach"):
        yield from hall.judge([pack.read("row.reach")], metres, row.place, seats=row.seats)
    if row.access == "one" and not hall.doors and pack.says("row.path", hall.persons):
        yield from hall.judge([pack.read("row.path", hall.persons)], metres, row.place, seats=row.seats)


def crossing_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield stretches with too many rows between crossings, and crossings that are too narrow.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=11, blocks="6,6", language="en")
    >>> [found.place for found in check_venue(hall, "in-kerala") if found.quantity.key == "row.between_cross"]
    ['Hall rows 1-11']
    """
    first = {code: rows[0] for code, rows in reversed(hall.stretches)}
    for code, rows in hall.stretches:
        place = hall.say_stretch("rows", code, rows)
        if pack.says("row.between_cross"):
            yield from hall.judge([pack.read("row.between_cross")], len(rows), place)
        if rows[0] != first[code]:
            yield from _crossing(hall, pack, code, rows[0])


def _crossing(hall: Hall, pack: Pack, code: int, row: int) -> Iterator[Finding]:
    place = hall.say_stretch("crossing", code, [row])
    for key in ("aisle.width.cross", "aisle.width.cross.advised"):
        if pack.says(key):
            yield from hall.judge([pack.read(key)], hall.crossing_width(code, row), place)
