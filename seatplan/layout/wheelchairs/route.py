"""The ways on which a wheelchair gets from a door without steps to a place, between all that stands in a room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import ceil, radians

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.floor import components
from seatplan.layout.ground import Ground
from seatplan.layout.shapes import Points, distance, edges, inside

__all__ = ["BareWays", "Block", "Ways"]

_CELL = 0.05
"""Metres between the places at which the middle of a wheelchair is looked at."""
_SLACK = 1e-6
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stands on the floor: an oblong about a middle, turned by degrees, or a disc if ``round``."""

    x: float
    y: float
    width: float
    depth: float
    turn: float = 0.0
    round: bool = False

    def apart(self, points: Points) -> NDArray[np.float64]:
        """Return the metres from each point to it, 0 within.

        Examples
        --------
        >>> Block(0, 0, 2, 1).apart(np.array([[3.0, 0.0], [0.5, 0.0]])).tolist()
        [2.0, 0.0]
        """
        way = points - [self.x, self.y]
        if self.round:
            return np.asarray(np.maximum(np.hypot(*way.T) - self.width / 2, 0.0))
        c, s = np.cos(radians(self.turn)), np.sin(radians(self.turn))
        u, v = np.abs(way @ [c, s]) - self.width / 2, np.abs(way @ [-s, c]) - self.depth / 2
        return np.asarray(np.hypot(np.maximum(u, 0.0), np.maximum(v, 0.0)))

    @property
    def reach(self) -> float:
        """Metres from its middle to its farthest point."""
        return float(np.hypot(self.width, self.depth)) / 2


@dataclass(frozen=True, eq=False)
class BareWays:
    """A room before anything stands in it.

    Parameters
    ----------
    here : Ground
    width : float
        Of the ways.
    """

    here: Ground
    width: float

    @cached_property
    def size(self) -> tuple[int, int]:
        """Lines and columns of places."""
        low, high = self.here.walls.min(axis=0), self.here.walls.max(axis=0)
        columns, lines = (ceil(size / _CELL) for size in high - low)
        return lines, columns

    def points(self, lines: slice, columns: slice) -> Points:
        """Return some of the places."""
        low = self.here.walls.min(axis=0)
        i, j = np.arange(self.size[0])[lines], np.arange(self.size[1])[columns]
        grid = np.meshgrid(low[0] + (j + 0.5) * _CELL, low[1] + (i + 0.5) * _CELL)
        return np.column_stack([side.ravel() for side in grid])

    @cached_property
    def free(self) -> Mask:
        """Where the middle of a wheelchair may be: far enough from walls, and from all that is solid."""
        every = self.points(slice(None), slice(None))
        found = inside(self.here.walls, every)
        for line in edges(self.here.walls):
            found &= distance(line[None], every)[:, 0] >= self.width / 2 - _SLACK
        free = found.reshape(self.size)
        for thing in (*self.here.solid, *self.here.steps.values()):
            self._shut(free, thing)
        for step in self.here.room.steps:
            self._cut(free, -step.distance)
        return free

    def _shut(self, free: Mask, outline: Points) -> None:
        lines, columns = self.window(outline.min(axis=0), outline.max(axis=0))
        places = self.points(lines, columns)
        apart = distance(edges(outline), places).min(axis=1) if len(places) else np.empty(0)
        clear = (apart >= self.width / 2 - _SLACK) & ~inside(outline, places)
        free[lines, columns] &= clear.reshape(free[lines, columns].shape)

    def _cut(self, free: Mask, y: float) -> None:
        """Close the line along which a step runs."""
        low = float(self.here.walls[:, 1].min())
        i = int((y - low) / _CELL)
        free[max(0, i - 1) : i + 1] = False

    def window(self, low: Points, high: Points) -> tuple[slice, slice]:
        """Return the lines and columns of the places about a part of the floor, half a way's width all round."""
        origin, reach = self.here.walls.min(axis=0), self.width / 2 + _CELL
        (j0, i0), (j1, i1) = (low - reach - origin) // _CELL, (high + reach - origin) // _CELL + 1
        return slice(max(0, int(i0)), max(0, int(i1))), slice(max(0, int(j0)), max(0, int(j1)))


@dataclass(frozen=True, eq=False)
class Ways:
    """A room with what stands in it.

    Parameters
    ----------
    bare : BareWays
    free : ndarray of bool
        Where the middle of a wheelchair may be.

    Examples
    --------
    >>> from seatplan.layout import Door, Room
    >>> from seatplan.layout.ground import ground
    >>> here = ground(Room(((0, 0), (6, 0), (6, 5), (0, 5)), (Door(3, 0, 1.0),)))
    >>> bare = BareWays(here, 0.9)
    >>> [Ways(bare, bare.free).with_blocks([Block(0, -3, width, 0.5)]).leads_to([(0, -2)]) for width in (4, 5)]
    [True, False]
    """

    bare: BareWays
    free: Mask

    def with_blocks(self, blocks: Iterable[Block]) -> Ways:
        """Return the room with more in it."""
        free = self.free.copy()
        for block in blocks:
            middle = np.array([block.x, block.y])
            lines, columns = self.bare.window(middle - block.reach, middle + block.reach)
            part = free[lines, columns]
            if part.size:
                apart = block.apart(self.bare.points(lines, columns)).reshape(part.shape)
                part &= apart >= self.bare.width / 2 - _SLACK
        return Ways(self.bare, free)

    @cached_property
    def reached(self) -> Mask:
        """Where a wheelchair gets from the doors without steps; in a room without doors, its largest part."""
        labels = components(self.free)
        doors = [t for t in self.bare.here.doors if not t.door.closed]
        if not self.bare.here.room.doors:
            counts = np.bincount(labels.ravel())
            counts[0] = 0
            return np.asarray((labels > 0) & (labels == counts.argmax()))
        good: set[int] = set()
        for door in (t for t in doors if t.door.step_free):
            lines, columns = self.bare.window(door.landing.min(axis=0), door.landing.max(axis=0))
            within = inside(door.landing, self.bare.points(lines, columns))
            good |= set(labels[lines, columns].ravel()[within].tolist())
        return np.asarray(np.isin(labels, sorted(good - {0})))

    def leads_to(self, places: Iterable[tuple[float, float]]) -> bool:
        """Tell whether a wheelchair gets to one of some places."""
        return any(self._at(place) for place in places)

    def _at(self, place: tuple[float, float]) -> bool:
        low = self.bare.here.walls.min(axis=0)
        j, i = ((np.array(place) - low) / _CELL - 0.5).round().astype(int).tolist()
        near = self.reached[max(0, i - 1) : i + 2, max(0, j - 1) : j + 2]
        return i >= 0 and j >= 0 and bool(near.any())
