"""`SetUp`: tables with their chairs, what is asked of them, and how many people there may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seatplan.codes import Code, accessway_width
from seatplan.codes.formulas.occupant_load import Use
from seatplan.layout.code_limits import ANY, Exits, ask, binding, floor_limit
from seatplan.layout.ground import Ground
from seatplan.layout.said import Said
from seatplan.layout.shapes import Points, box, disc
from seatplan.layout.usual import usual
from seatplan.venue import Area, Fixture, Seat
from seatplan.venue.numbering import Language

__all__ = ["CHAIR", "TAKEN", "Claim", "SetUp", "TableWish", "most_allowed", "way_width"]

CHAIR = 0.48
"""Metres that a chair is wide."""
TAKEN = 0.483
"""Metres from a table's edge that a chair takes: 19 in (codes.md 2.6)."""
_DEEP = 0.266
"""Metres about the middle of a chair that nobody walks through: 0.35 m from the table's edge, so that it ends
19 in from the edge, where codes measure ways (codes.md 2.6)."""
Seated = tuple[Seat, ...]


@dataclass(frozen=True, kw_only=True)
class TableWish:
    """What is asked of tables.

    Parameters
    ----------
    style : str
        Name for the layout.
    code : Code or None
    people : int or None
        How many places are wanted.
    use : str
        What the floor is used for, for the people it may hold.
    desks : bool
        Whether everybody has a desk alone.
    language : {"zh", "en"}
    """

    style: str
    code: Code | None = None
    people: int | None = None
    use: Use = "tables"
    desks: bool = False
    language: Language = "en"


@dataclass(frozen=True)
class SetUp:
    """Tables with their chairs.

    Parameters
    ----------
    seats : tuple of Seat
        The first to be kept come first.
    areas : tuple of Area
    tables : tuple of Fixture
        And whatever else stands there.
    """

    seats: Seated
    areas: tuple[Area, ...]
    tables: tuple[Fixture, ...] = ()

    @property
    def outlines(self) -> tuple[Points, ...]:
        """What nobody walks through: tables, and chairs on which people sit."""
        tops = (
            disc(top.x, top.y, top.width)
            if abs(top.width - top.depth) < 1e-6
            else box(top.x, top.y, top.width, top.depth, top.turn)
            for top in self.tables
            if top.kind != "aisle"
        )
        return (*tops, *(box(seat.x, seat.y, _DEEP, CHAIR, seat.facing) for seat in self.seats))

    def kept(self, seats: Sequence[Seat]) -> SetUp:
        """Return what is left for some of the seats; areas without any seat go with their tables."""
        used = {seat.area for seat in seats}
        areas = tuple(area for area in self.areas if area.id in used)
        gone = {area.id for area in self.areas} - used
        return SetUp(tuple(seats), areas, tuple(top for top in self.tables if top.area not in gone))


@dataclass(frozen=True)
class Claim:
    """What is claimed of a layout.

    Parameters
    ----------
    bound : int
        No set-up of the family has more places.
    proof : Said
    alternatives : int
    measures : tuple of (str, float)
    """

    bound: int
    proof: Said
    alternatives: int = 0
    measures: tuple[tuple[str, float], ...] = ()


def way_width(code: Code | None) -> float:
    """Return the width of the ways between tables: the passage that practice keeps behind chairs, or the code's.

    Examples
    --------
    >>> way_width(None), way_width("us")
    (0.5588, 0.5588)
    """
    return max(usual("table.behind"), ask(0.0, accessway_width, binding(code)))


def most_allowed(here: Ground, wish: TableWish) -> int:
    """Return how many people the wish, the floor and all doors together allow."""
    exits = Exits(binding(wish.code), here)
    doors = exits.all if here.room.exits else ANY
    area = floor_limit(binding(wish.code), here.room.floor_area, wish.use)
    return min(doors, area.persons if area else ANY, ANY if wish.people is None else wish.people)
