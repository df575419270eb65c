"""What stands on the floor: tables, chairs and wheelchairs, as outlines and as blocks that ways go round."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from seatplan.layout.ground import Ground
from seatplan.layout.set_up import CHAIR
from seatplan.layout.shapes import Points, box, disc, inside, meet
from seatplan.layout.wheelchairs.route import Block
from seatplan.layout.wheelchairs.size import PlaceSize
from seatplan.venue import Fixture, Seat

__all__ = ["Standing", "chair", "place", "sides_of_place", "top"]

_TO_EDGE = 0.35
"""Metres from the middle of a chair to the table's edge."""
_DEEP = 0.266
_TOUCH = 1e-3
_OFF = 0.05
Spot = tuple[float, float]


def chair(seat: Seat) -> Block:
    """Return the floor that a chair takes."""
    return Block(seat.x, seat.y, _DEEP, CHAIR, seat.facing)


def top(table: Fixture) -> Block:
    """Return the floor that a table takes; one as wide as deep is round."""
    return Block(table.x, table.y, table.width, table.depth, table.turn, abs(table.width - table.depth) < 1e-6)


def place(seat: Seat, size: PlaceSize, *, table: bool) -> Block:
    """Return the floor of a wheelchair place that is clear of the table.

    Examples
    --------
    >>> seat = Seat("a", "a", "t", 1, 1, 0.0)
    >>> place(seat, PlaceSize(0.8, 1.3, 0.4, 0.9), table=True)
    Block(x=0.0, y=-0.1, width=0.9, depth=0.8, turn=90.0, round=False)
    """
    front = _TO_EDGE if table else size.knees
    long = size.out if table else size.depth
    way, ahead = front - long / 2, radians(seat.facing)
    x, y = seat.x + way * cos(ahead), seat.y + way * sin(ahead)
    return Block(round(x, 6) + 0.0, round(y, 6) + 0.0, round(long, 6), size.width, seat.facing)


def sides_of_place(block: Block, route: float) -> list[Spot]:
    """Return where the middle of a wheelchair is that turns in from behind, from the left and from the right."""
    ahead, away = radians(block.turn), route / 2 + _OFF
    c, s = cos(ahead), sin(ahead)
    back, aside = block.width / 2 + away, block.depth / 2 + away
    return [
        (block.x - back * c, block.y - back * s),
        (block.x - aside * s, block.y + aside * c),
        (block.x + aside * s, block.y - aside * c),
    ]


def outline(block: Block) -> Points:
    """Return the corners of a block, a hair smaller than it is: what touches does not overlap."""
    if block.round:
        return disc(block.x, block.y, block.width * np.cos(np.pi / 32) - _TOUCH)
    return box(block.x, block.y, block.width - _TOUCH, block.depth - _TOUCH, block.turn)


@dataclass(frozen=True, eq=False)
class Standing:
    """What stands in a room, to see whether something more has room.

    Parameters
    ----------
    here : Ground
    blocks : tuple of Block
    lanes : tuple of ndarray
        Outlines of aisles, on which people walk and nothing stands.
    """

    here: Ground
    blocks: tuple[Block, ...]
    lanes: tuple[Points, ...] = ()

    def has_room(self, block: Block) -> bool:
        """Tell whether a block stands on free floor, on no landing and in no aisle.

        Examples
        --------
        >>> from seatplan.layout import Room
        >>> from seatplan.layout.ground import ground
        >>> room = Standing(ground(Room(((0, 0), (6, 0), (6, 5), (0, 5)))), (Block(0, -2, 2, 2),))
        >>> [room.has_room(Block(x, -2, 1, 1)) for x in (1.5, 1.4, 2.6)]
        [True, False, False]
        """
        shape, walls = outline(block), self.here.walls
        if not inside(walls, shape).all() or inside(shape, walls).any():
            return False
        fixed = (*self.here.solid, *self.here.open, *self.here.steps.values(), *self.lanes)
        return not any(meet(shape, thing) for thing in (*fixed, *self._near(block)))

    def _near(self, block: Block) -> Iterator[Points]:
        for other in self.blocks:
            if np.hypot(other.x - block.x, other.y - block.y) < other.reach + block.reach:
                yield outline(other)

    def have_room(self, blocks: Iterable[Block]) -> bool:
        """Tell whether several have room, each by itself."""
        return all(self.has_room(block) for block in blocks)
