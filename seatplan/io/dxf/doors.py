"""Doors of a DXF drawing: where the opening is, how wide, and which way its leaves swing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

import numpy as np

from seatplan.io.dxf.shapes import Shape
from seatplan.io.dxf.things import Thing
from seatplan.layout.room_parts import Place
from seatplan.layout.shapes import Points, distance

__all__ = ["Opening", "openings"]

_TOUCH = 0.06
"""Metres by which the parts of one door may fail to meet."""


@dataclass(frozen=True, eq=False, slots=True)
class Opening:
    """A door as it is drawn.

    Parameters
    ----------
    thing : Thing
        For messages, and for what seatplan wrote along.
    ends : ndarray, shape (2, 2)
        Of the opening in the wall.
    open_at : (float, float) or None
        Where the leaf points when it stands open; None where no swing is drawn.
    """

    thing: Thing
    ends: Points
    open_at: Place | None

    @property
    def width(self) -> float:
        """Metres from end to end."""
        return float(np.hypot(*(self.ends[1] - self.ends[0])))

    @property
    def middle(self) -> Points:
        """Between the ends."""
        return np.asarray(self.ends.mean(axis=0))


@dataclass(frozen=True, slots=True)
class _Leaf:
    hinge: Place
    shut: Place
    opened: Place


def openings(things: Sequence[Thing], walls: Points) -> Iterator[Opening]:
    """Yield the doors of a drawing: each block is one, and so are lines and arcs that touch each other.

    Parameters
    ----------
    things : sequence of Thing
        On the layers of doors.
    walls : ndarray, shape (n, 2, 2)
        Segments of walls; they tell the shut end of a swing from the open one.
    """
    loose = [thing for thing in things if not thing.block]
    groups = [(thing, list(thing.shapes)) for thing in things if thing.block and thing.shapes]
    groups += [(loose[group[0]], [s for i in group for s in loose[i].shapes]) for group in _touching(loose)]
    for thing, shapes in groups:
        leaves = [_leaf(shape, shapes, walls) for shape in shapes if _is_swing(shape)]
        yield _opening(thing, shapes, leaves)


def _is_swing(shape: Shape) -> bool:
    return shape.arc is not None and not shape.closed


def _opening(thing: Thing, shapes: list[Shape], leaves: list[_Leaf]) -> Opening:
    if not leaves:
        return Opening(thing, _along(shapes), None)
    ends = np.array([place for leaf in leaves for place in (leaf.hinge, leaf.shut)])
    return Opening(thing, _farthest(ends), leaves[0].opened)


def _along(shapes: list[Shape]) -> Points:
    """Return the ends of a door without swing: the middle line of its lines, along the longest of them."""
    ways = np.concatenate([np.diff(shape.points, axis=0) for shape in shapes])
    points = np.concatenate([shape.points for shape in shapes])
    if not len(ways):
        return points[[0, -1]]
    way = ways[int(np.hypot(*ways.T).argmax())]
    way = way / max(float(np.hypot(*way)), 1e-9)
    along, across = points @ way, points @ np.array([-way[1], way[0]])
    middle = (across.min() + across.max()) / 2 * np.array([-way[1], way[0]])
    return np.array([along.min() * way + middle, along.max() * way + middle])


def _farthest(points: Points) -> Points:
    """Return the two points that are farthest apart."""
    apart = np.hypot(*(points[:, None] - points[None]).T)
    i, j = np.unravel_index(int(apart.argmax()), apart.shape)
    return points[[min(i, j), max(i, j)]]


def _leaf(swing: Shape, shapes: list[Shape], walls: Points) -> _Leaf:
    """Return hinge and ends of a swing: a line from the hinge marks the open end, else the wall the shut one."""
    assert swing.arc is not None
    hinge = swing.arc[:2]
    first, last = (_place(swing.points[end]) for end in (0, -1))
    marked = [end for end in (first, last) if any(_joins(shape, hinge, end) for shape in shapes if not shape.arc)]
    if len(marked) == 1:
        return _Leaf(hinge, last if marked[0] == first else first, marked[0])
    off = distance(walls, np.array([first, last])).min(axis=1) if len(walls) else np.zeros(2)
    shut, opened = (first, last) if off[0] <= off[1] else (last, first)
    return _Leaf(hinge, shut, opened)


def _place(point: Points) -> Place:
    return float(point[0]), float(point[1])


def _joins(shape: Shape, one: Place, other: Place) -> bool:
    """Tell whether a line passes both places."""
    return all(np.hypot(*(shape.points - place).T).min() <= _TOUCH for place in (one, other))


def _touching(things: Sequence[Thing]) -> list[list[int]]:
    """Return which things hang together: their ends touch, or the end of one lies at the hinge of another."""
    group = list(range(len(things)))
    marks = [_marks(thing) for thing in things]
    for i in range(len(things)):
        for j in range(i):
            if any(hypot(a[0] - b[0], a[1] - b[1]) <= _TOUCH for a in marks[i] for b in marks[j]):
                old, new = group[i], group[j]
                group = [new if name == old else name for name in group]
    return [[i for i in range(len(things)) if group[i] == name] for name in sorted(set(group))]


def _marks(thing: Thing) -> list[Place]:
    """Return the ends of lines and the hinges of swings."""
    ends = [_place(shape.points[end]) for shape in thing.shapes for end in (0, -1)]
    return ends + [shape.arc[:2] for shape in thing.shapes if shape.arc is not None]
