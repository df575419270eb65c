"""From tables and chairs to a layout: who gets out, what limits their number, what is left to people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seatplan.codes import Code, accessway_width
from seatplan.codes.formulas.occupant_load import Use
from seatplan.errors import Fault, InputError
from seatplan.layout.code_limits import ANY, Exits, ask, binding, floor_limit
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.floor import Floor, Labels, bare_floor
from seatplan.layout.ground import Ground
from seatplan.layout.layout import Layout, Limit
from seatplan.layout.people_checks import hall_checks
from seatplan.layout.reached import reached
from seatplan.layout.said import Said
from seatplan.layout.shapes import Points, box, disc
from seatplan.layout.usual import usual
from seatplan.venue import Area, Fixture, Seat
from seatplan.venue.numbering import Language

__all__ = ["CHAIR", "Claim", "SetUp", "TableWish", "finished", "most_allowed", "way_width"]

CHAIR = 0.48
"""Metres that a chair is wide."""
_DEEP = 0.266
"""Metres about the middle of a chair that nobody walks through: 0.35 m from the table's edge, so that it ends
19 in from the edge, where codes measure ways (codes.md 2.6)."""
_LOST = 2
_REACH = 0.35
"""Metres behind a chair and beside it within which one is on the way."""
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
    language : {"zh", "en"}
    """

    style: str
    code: Code | None = None
    people: int | None = None
    use: Use = "tables"
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


def finished(here: Ground, set_up: SetUp, wish: TableWish, claim: Claim) -> Layout:
    """Return the layout of tables whose people get out, as many as are allowed.

    Parameters
    ----------
    here : Ground
    set_up : SetUp
    wish : TableWish
    claim : Claim

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If nobody has a place and a way out.
    """
    leaving, doors = _leaving(here, set_up, way_width(wish.code))
    if not leaving:
        mend = "give a larger room or smaller tables"
        raise InputError([Fault(f"room {here.room.name!r}", f"no place for {wish.style} with a way out", mend)])
    room_for = claim.bound if len(leaving) == len(set_up.seats) else len(leaving)
    limits = sorted(_limits(here, wish, room_for, doors), key=lambda limit: limit.persons)
    if limits[0].persons < 1:
        raise InputError([Fault(f"room {here.room.name!r}", f"nobody may be in it: {limits[0]}", "widen a door")])
    kept = set_up.kept(leaving[: limits[0].persons])
    order = {area.id: i for i, area in enumerate(kept.areas)}
    seats = tuple(sorted(kept.seats, key=lambda seat: (order[seat.area], seat.row, seat.number)))
    fixtures = (*fixtures_of(here, wish.language), *kept.tables)
    venue = reached(here.room.name, seats, kept.areas, fixtures)
    seats = venue.seats
    others = [limit.persons for limit in limits if limit.what in ("density", "wish")]
    bound = max(len(seats), min([claim.bound, *others]))
    checks = tuple(hall_checks(here, venue, wish.code, language=wish.language))
    ways = claim.alternatives if len(seats) == bound else 0
    return Layout(
        venue, wish.style, len(seats), bound, (claim.proof,), tuple(limits), checks, ways, claim.measures
    )


def _limits(here: Ground, wish: TableWish, seats: int, doors: frozenset[str]) -> list[Limit]:
    packs = binding(wish.code)
    limits = [Limit("seats", seats, Said("tables fit"))]
    limits += Exits(packs, here).limits(doors)
    area = floor_limit(packs, here.room.floor_area, wish.use)
    limits += [area] if area else []
    limits += [Limit("wish", wish.people, Said("wish"))] if wish.people is not None else []
    return [limit for limit in limits if limit.persons < ANY]


def _leaving(here: Ground, set_up: SetUp, width: float) -> tuple[Seated, frozenset[str]]:
    """Return the seats from which one gets out, and the doors of the part of the floor that serves most."""
    bare = bare_floor(here)
    floor = bare.taken(set_up.outlines)
    labels = floor.walkable(max(bare.cell, width - _LOST * bare.cell))
    beside = [_parts(floor, labels, seat, width) for seat in set_up.seats]
    doors = {t.door.name: floor.labels_in(labels, t.landing) for t in here.doors if not t.door.closed}
    good = set().union(*doors.values()) if here.room.exits else _largest(beside)
    leaving = tuple(seat for seat, parts in zip(set_up.seats, beside, strict=True) if parts & good)
    served = {part: sum(part in parts for parts in beside) for part in good}
    best = max(sorted(served), key=lambda part: served[part], default=0)
    return leaving, frozenset(name for name, parts in doors.items() if best in parts)


def _parts(floor: Floor, labels: Labels, seat: Seat, width: float) -> set[int]:
    reach = CHAIR / 2 + width / 2 + _REACH
    return floor.labels_in(labels, disc(seat.x, seat.y, 2 * reach))


def _largest(beside: Sequence[set[int]]) -> set[int]:
    """Return the part of the floor that most seats adjoin."""
    parts = set().union(*beside)
    return {max(sorted(parts), key=lambda part: sum(part in one for one in beside))} if parts else set()
