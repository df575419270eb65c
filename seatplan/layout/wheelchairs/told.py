"""How many wheelchair places codes ask for, how many there are, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.codes import Code, accessible_tables
from seatplan.layout.code_limits import ask, binding
from seatplan.layout.layout import Spaces
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.said import Said
from seatplan.layout.wheelchairs.size import place_size
from seatplan.venue import WHEELCHAIR, Venue

__all__ = ["asked_of", "spaces_of", "told"]


def asked_of(demand: SpaceDemand, places: int, tables: int) -> int:
    """Return how many wheelchair places codes ask for: by the people who sit there, and by the tables.

    Examples
    --------
    >>> demand = SpaceDemand(binding("us"))
    >>> asked_of(demand, 120, 12), asked_of(demand, 40, 80), asked_of(SpaceDemand(()), 120, 12)
    (5, 4, 0)
    """
    by_tables = ask(0, accessible_tables, demand.packs, tables) if tables and places else 0
    return max(demand.needed(places), by_tables)


def spaces_of(venue: Venue, demand: SpaceDemand) -> Spaces:
    """Return how many wheelchair places a venue has, and how many codes ask for.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> spaces_of(from_drawing("oooow"), SpaceDemand(binding("us")))
    Spaces(laid=1, asked=1)
    """
    tables = sum(thing.kind == "table" for thing in venue.fixtures)
    return Spaces(len(venue.with_feature(WHEELCHAIR)), asked_of(demand, len(venue.seats), tables))


def told(venue: Venue, code: Code | None, *, row: bool = False) -> Iterator[Said]:
    """Yield what is said of the places that are laid.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> [one.kind for one in told(from_drawing("oooow"), "us")]
    ['wheelchair places, no tables']
    """
    table = any(thing.kind == "table" for thing in venue.fixtures)
    size, laid = place_size(binding(code), table=table, row=row), len(venue.with_feature(WHEELCHAIR))
    if size is not None and laid:
        measures = {"count": laid, "width": size.width, "out": size.out, "route": size.route}
        yield Said("wheelchair places" if table else "wheelchair places, no tables", measures)
