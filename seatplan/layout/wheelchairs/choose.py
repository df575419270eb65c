"""Which seats of a set-up become wheelchair places: reachable, far from each other, nobody shut in behind them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from math import hypot

from seatplan.codes import companion_seats
from seatplan.layout.code_limits import Exits, Packs, ask
from seatplan.layout.ground import Ground
from seatplan.layout.leaving import leaving
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.set_up import SetUp
from seatplan.layout.shapes import Points
from seatplan.layout.wheelchairs.route import BareWays, Block, Ways
from seatplan.layout.wheelchairs.sides import Side, sides_of
from seatplan.layout.wheelchairs.size import PlaceSize, place_size
from seatplan.layout.wheelchairs.stand import Standing, chair, outline, place, sides_of_place, top
from seatplan.layout.wheelchairs.told import asked_of
from seatplan.venue import COMPANION, WHEELCHAIR, Fixture, Seat

__all__ = ["WheelchairWish", "with_places"]

_STEEPEST = 1 / 50
"""Steepest floor under a wheelchair that all codes allow (codes.md 1.3, 1.8)."""
_DROPPED = 2
"""Chairs of a side that may go for the places on it."""


@dataclass(frozen=True, kw_only=True)
class WheelchairWish:
    """What is asked of wheelchair places.

    Parameters
    ----------
    demand : SpaceDemand
        With the codes.
    way : float
        Metres that stay free for people who leave.
    row : bool
        Whether seats stand in rows of a hall.
    desks : bool
        Whether everybody has a desk alone: one for a wheelchair is wider, and nobody sits beside it.
    lanes : tuple of ndarray
        Outlines of aisles.
    """

    demand: SpaceDemand
    way: float
    row: bool = False
    desks: bool = False
    lanes: tuple[Points, ...] = ()

    @property
    def packs(self) -> Packs:
        """The codes."""
        return self.demand.packs

    def size(self, *, table: bool) -> PlaceSize | None:
        """Return the measures of a place."""
        return place_size(self.packs, table=table, row=self.row)

    @property
    def companions(self) -> int:
        """Seats beside each place that are kept for companions."""
        return 0 if self.desks else min(1, ask(0, companion_seats, self.packs, 1))


def with_places(here: Ground, set_up: SetUp, wish: WheelchairWish) -> tuple[SetUp, int]:
    """Return a set-up with as many wheelchair places as codes ask for the seats that remain, or as have room.

    Parameters
    ----------
    here : Ground
    set_up : SetUp
    wish : WheelchairWish

    Returns
    -------
    (SetUp, int)
        And how many chairs each place costs at least, wherever it is.
    """
    tables = sum(thing.kind == "table" for thing in set_up.tables)
    size = wish.size(table=tables > 0)
    asked = asked_of(wish.demand, len(set_up.seats), tables)
    if not asked or size is None or abs(here.room.slope) > _STEEPEST:
        return set_up, 0
    search = _Search(here, set_up, wish, size, tables)
    return search.run(), search.cost


@dataclass(eq=False)
class _Search:
    here: Ground
    set_up: SetUp
    wish: WheelchairWish
    size: PlaceSize
    tables: int
    chosen: list[str] = field(default_factory=list)

    @cached_property
    def exits(self) -> Exits:
        return Exits(self.wish.packs, self.here)

    @cached_property
    def bare(self) -> BareWays:
        return BareWays(self.here, self.size.route)

    @cached_property
    def sides(self) -> dict[str, Side]:
        """The side of each seat."""
        return {seat.id: side for side in sides_of(self.set_up) for seat in side.seats}

    def run(self) -> SetUp:
        """Lay all places and look at them together; if one is in the way of others, lay them again without it."""
        left = [seat for seat in self.set_up.seats if self._may(seat)]
        while True:
            made = self._all(list(left))
            if self._leads(made):
                return made
            gone = self._in_the_way()
            left = [seat for seat in left if seat.id != gone]

    def _all(self, left: list[Seat]) -> SetUp:
        """Lay one place after the other; what has no room once has none later."""
        self.chosen, made = [], self.set_up
        while len(self.chosen) < asked_of(self.wish.demand, len(made.seats), self.tables):
            found = self._next(left)
            if found is None:
                break
            made = found
        return made

    def _in_the_way(self) -> str:
        """Return the first place with which not everybody gets to and fro; more places never open a way."""
        every = self.chosen

        def shut(count: int) -> bool:
            self.chosen = every[:count]
            made = self._made()
            return made is None or not self._leads(made)

        return every[bisect_left(range(len(every) + 1), True, key=shut) - 1]

    @property
    def cost(self) -> int:
        """How many chairs a place costs at least: none, if any side takes one without."""
        sides = {id(side): side for side in self.sides.values()}.values()
        free = (side.laid([k], self.size.width) for side in sides for k in range(len(side.seats)))
        return 0 if self.wish.desks or any(laid is not None for laid in free) else 1

    def _may(self, seat: Seat) -> bool:
        """Tell whether a seat may become a place: not the main seat of a table, as far as there are others."""
        return self.wish.row or seat.position != 0 or len(self.set_up.seats) < 3

    def _next(self, left: list[Seat]) -> SetUp | None:
        """Return the set-up with one more place, as far from the others as can be."""
        left.sort(key=self._rank)
        while left:
            found = self._with(left.pop())
            if found is not None:
                return found
        return None

    @cached_property
    def first(self) -> Ways:
        """The ways before there are wheelchairs."""
        return self._ways(self.set_up)

    @cached_property
    def _spots(self) -> dict[str, tuple[float, float]]:
        return {seat.id: (seat.x, seat.y) for seat in self.set_up.seats}

    def _rank(self, seat: Seat) -> tuple[float, str]:
        """How far a seat is from all places; of the first one, how near to the front."""
        spots = (self._spots[name] for name in self.chosen)
        return min((hypot(seat.x - x, seat.y - y) for x, y in spots), default=-hypot(seat.x, seat.y)), seat.id

    def _with(self, seat: Seat) -> SetUp | None:
        """Return the set-up with a wheelchair at a seat; None where it has no room or no way."""
        if not self.first.leads_to(sides_of_place(self._place(seat), self.size.route)):
            return None
        self.chosen.append(seat.id)
        found = self._made()
        if found is not None and self._has_room(found, seat.area):
            return found
        self.chosen.pop()
        return None

    def _place(self, seat: Seat) -> Block:
        return place(seat, self.size, table=self.tables > 0)

    def _made(self) -> SetUp | None:
        """Return the set-up with all places chosen; None where a side has not enough room for its own."""
        moved: dict[str, Seat | None] = {}
        for side in {id(side): side for side in map(self.sides.__getitem__, self.chosen)}.values():
            laid = self._laid(side, [name for name in self.chosen if self.sides[name] is side])
            if laid is None:
                return None
            moved |= {seat.id: None for seat in side.seats} | {seat.id: seat for seat in laid}
        kept = (moved.get(seat.id, seat) for seat in self.set_up.seats)
        return replace(self.set_up, seats=tuple(seat for seat in kept if seat is not None), tables=self._tops())

    def _laid(self, side: Side, names: Sequence[str]) -> Sequence[Seat] | None:
        """Return the seats of a side with its places, with as few chairs less as can be."""
        own: Side | None = side
        for _ in range(_DROPPED + 1):
            if own is None:
                return None
            spaces = [k for k, seat in enumerate(own.seats) if seat.id in names]
            laid = own.seats if self.wish.desks else own.laid(spaces, self.size.width)
            with_whom = self._companions(own, spaces)
            if laid is not None and with_whom is not None:
                marks = dict.fromkeys(with_whom, COMPANION) | dict.fromkeys(spaces, WHEELCHAIR)
                return [
                    replace(seat, features=seat.features | {marks[k]}) if k in marks else seat
                    for k, seat in enumerate(laid)
                ]
            own = own.without(spaces)
        return None

    def _companions(self, side: Side, spaces: Sequence[int]) -> list[int] | None:
        """Return a seat beside each place, each a plain one of its own; None where one has none."""
        if not self.wish.companions:
            return []
        beside = {space: [k for k in side.beside(space) if k not in spaces] for space in spaces}
        if any(len(beside[space]) < len(side.beside(space)) for space in spaces):
            return None
        each = [k for k in product(*beside.values()) if len(set(k)) == len(k)]
        return list(each[0]) if each else None

    def _tops(self) -> tuple[Fixture, ...]:
        """Return the tables; a desk with a wheelchair is as wide as its place."""
        if not self.wish.desks:
            return self.set_up.tables
        near = {self._desk(seat) for seat in self.set_up.seats if seat.id in self.chosen}
        return tuple(
            replace(desk, width=round(max(desk.width, self.size.width), 6)) if desk.id in near else desk
            for desk in self.set_up.tables
        )

    def _places(self, made: SetUp) -> dict[Seat, Block]:
        return {seat: self._place(seat) for seat in made.seats if WHEELCHAIR in seat.features}

    def _leads(self, made: SetUp) -> bool:
        """Tell whether a way leads to all places, and everybody else still gets out."""
        blocks = self._places(made).values()
        ways = self._ways(made)
        if not all(ways.leads_to(sides_of_place(block, self.size.route)) for block in blocks):
            return False
        out, _ = leaving(self.here, made, self.wish.way, self.exits, map(outline, blocks))
        return self.out <= {seat.id for seat in out} | (self.out - {seat.id for seat in made.seats})

    @cached_property
    def out(self) -> set[str]:
        """Seats from which one gets out before there are wheelchairs."""
        return {seat.id for seat in leaving(self.here, self.set_up, self.wish.way, self.exits)[0]}

    def _has_room(self, made: SetUp, area: str) -> bool:
        """Tell whether the places of an area, and the desks of a wheelchair there, have room."""
        blocks = tuple(self._blocks(made))
        mine = {seat: block for seat, block in self._places(made).items() if seat.area == area}
        desks = {self._desk(seat) for seat in mine} if self.wish.desks else set()
        wide = [top(table) for table in made.tables if table.id in desks]
        return all(
            Standing(self.here, tuple(other for other in blocks if other != one), self.wish.lanes).has_room(one)
            for one in (*mine.values(), *wide)
        )

    def _desk(self, seat: Seat) -> str:
        """Return the table nearest to a seat."""
        return min(self.set_up.tables, key=lambda desk: hypot(desk.x - seat.x, desk.y - seat.y)).id

    def _ways(self, made: SetUp) -> Ways:
        return Ways(self.bare, self.bare.free).with_blocks(self._blocks(made))

    def _blocks(self, made: SetUp) -> Iterator[Block]:
        yield from (top(table) for table in made.tables if table.kind != "aisle")
        for seat in made.seats:
            yield self._place(seat) if WHEELCHAIR in seat.features else chair(seat)
