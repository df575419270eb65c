"""One group of tables in a room: every size of a shape is tried, wherever it can stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.layout.finished import finished
from seatplan.layout.ground import Ground
from seatplan.layout.largest_box import Boxes, FreeBox
from seatplan.layout.layout import Layout
from seatplan.layout.placed import extent, placed
from seatplan.layout.said import Said
from seatplan.layout.set_up import CHAIR, Claim, SetUp, TableWish, most_allowed, way_width
from seatplan.layout.shapes import Points
from seatplan.layout.usual import usual
from seatplan.layout.wheelchairs.enough import enough_places, wheelchair_way
from seatplan.venue import Seat, Venue

__all__ = ["Shape", "plan_figure", "towards_door"]

_MOST = 400
_EDGE = 0.35


@dataclass(frozen=True)
class Shape:
    """A group of tables with two sizes.

    Parameters
    ----------
    name : Said
        For the proof.
    build : callable
        Makes the venue of two sizes; it grows with each.
    first, second : sequence of int
        Sizes that are tried, in rising order.
    turns : sequence of float
        Quarter turns that are tried.
    """

    name: Said
    build: Callable[[int, int], Venue]
    first: Sequence[int]
    second: Sequence[int]
    turns: Sequence[float] = (0.0,)


@dataclass(frozen=True)
class _Choice:
    """A shape that fits, and where."""

    venue: Venue
    turn: float
    reach: Points
    box: FreeBox

    @property
    def place(self) -> tuple[float, float]:
        """Where its origin stands: on the centre line as far as it can, and near the front."""
        low, high = self.box.left - self.reach[0, 0], self.box.right - self.reach[1, 0]
        x = float(min(max(0.0, low), high))
        return round(x, 6), round(float(self.box.high - self.reach[1, 1]), 6)

    def rank(self, wanted: int) -> tuple[int, int, float, float, float]:
        """Enough places first, then as few more than wanted as can be; then the most compact, central, near."""
        seats = len(self.venue.seats)
        x, _ = self.place
        long = float((self.reach[1] - self.reach[0]).max())
        return min(seats, wanted), -seats, -round(long, 2), -round(abs(x), 3), self.box.high


def plan_figure(here: Ground, shape: Shape, wish: TableWish, *, first: float | None = None) -> Layout:
    """Return the group of tables that seats as many as are wanted and allowed, or most.

    Parameters
    ----------
    here : Ground
    shape : Shape
    wish : TableWish
    first : float, optional
        Metres that stay free before the stage.

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If not even the smallest fits.
    """
    narrow = max(usual("table.wall") - _EDGE - CHAIR / 2, way_width(wish.code))
    wide = max(narrow, wheelchair_way(wish.code) or 0.0)
    return enough_places(partial(_planned, here, shape, wish, clear, first) for clear in sorted({narrow, wide}))


def _planned(here: Ground, shape: Shape, wish: TableWish, clear: float, first: float | None) -> Layout:
    boxes = Boxes(here, clear if first is None else first)
    fits = list(_fitting(boxes, shape, clear))
    if not fits:
        mend = "give a larger room or smaller tables"
        raise InputError([Fault(f"room {here.room.name!r}", f"no {wish.style} has room in it", mend)])
    most = max(len(choice.venue.seats) for choice in fits)
    wanted = min(most_allowed(here, wish), most)
    best = max(_enough(boxes, shape, clear, fits, wanted), key=lambda choice: choice.rank(wanted))
    alike = sum(len(choice.venue.seats) == len(best.venue.seats) for choice in fits)
    proof = Said("figure", {"shape": shape.name, "clear": clear, "most": most})
    claim = Claim(most, proof, max(0, alike - 1), _measures(best, clear))
    return finished(here, _set_up(best), wish, claim)


def _fitting(boxes: Boxes, shape: Shape, clear: float) -> Iterator[_Choice]:
    """Yield for each second size and turn the largest first size that fits."""
    for turn in shape.turns:
        for second in shape.second:
            low, high = -1, len(shape.first) - 1
            best: _Choice | None = None
            while low < high:
                middle = (low + high + 1) // 2
                choice = _choice(boxes, shape, clear, shape.first[middle], second, turn)
                best = choice or best
                low, high = (middle, high) if choice else (low, middle - 1)
            if best is None:
                break
            yield best


def _choice(boxes: Boxes, shape: Shape, clear: float, first: int, second: int, turn: float) -> _Choice | None:
    venue = shape.build(first, second)
    reach = extent(venue, clear=clear, turn=turn)
    width, depth = reach[1] - reach[0]
    box = boxes.widest(float(depth))
    return _Choice(venue, turn, reach, box) if box is not None and box.width >= width - 1e-6 else None


def _enough(boxes: Boxes, shape: Shape, clear: float, fits: Sequence[_Choice], wanted: int) -> Iterator[_Choice]:
    """Yield the largest ones, and for each second size the smallest that has enough places."""
    yield from fits
    for choice, second in zip(fits, list(shape.second) * len(shape.turns), strict=False):
        if len(choice.venue.seats) > wanted:
            for size in shape.first:
                if len(shape.build(size, second).seats) >= wanted:
                    found = _choice(boxes, shape, clear, size, second, choice.turn)
                    yield from [found] if found else []
                    break


def _set_up(choice: _Choice) -> SetUp:
    found = placed(choice.venue, *choice.place, choice.turn)
    return SetUp(tuple(sorted(found.seats, key=_rank)), found.areas, found.tables)


def _rank(seat: Seat) -> tuple[float, str]:
    """Seats in the middle of their side are kept first."""
    return abs(seat.position), seat.id


def _measures(choice: _Choice, clear: float) -> tuple[tuple[str, float], ...]:
    width, depth = choice.reach[1] - choice.reach[0] - 2 * clear
    area = choice.venue.areas[0]
    return (
        ("width", round(float(width), 3)),
        ("depth", round(float(depth), 3)),
        ("clear", round(clear, 3)),
        ("seat width", area.seat_width),
    )


def towards_door(here: Ground, *, across: bool = False) -> float:
    """Return by how much to turn a group so that its head, at the top of the page, looks towards a door.

    Parameters
    ----------
    here : Ground
    across : bool
        Whether its head is to be at the left or right.

    Examples
    --------
    >>> from seatplan.layout import Door, Room
    >>> from seatplan.layout.ground import ground
    >>> hall = ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(8, 5, 1.6),)))
    >>> towards_door(hall), towards_door(hall, across=True)
    (180.0, 90.0)
    """
    middle = (here.walls.min(axis=0) + here.walls.max(axis=0)) / 2
    open_doors = [t.place for t in here.doors if not t.door.closed]
    x, y = (np.mean(open_doors, axis=0) - middle) if open_doors else (0.0, -1.0)
    if across:
        return 90.0 if x >= 0 else 270.0
    return 0.0 if y <= 0 else 180.0
