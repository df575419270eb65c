"""Rows in a chevron: both halves turned towards the front, with aisles that run straight to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground, stage_with_clearance
from seatplan.layout.rows.family import Reach, at_landing, kept
from seatplan.layout.rows.spans import Span, straight_spans
from seatplan.layout.shapes import Points

__all__ = ["Chevron"]

_TINY = 1e-9


@dataclass(frozen=True, eq=False)
class Chevron:
    """Straight rows that bend at the centre line; ``across`` is x, so that aisles run straight to the front.

    Parameters
    ----------
    here : Ground
    first : float
        Metres that stay free before the stage and beside it.
    angle : float
        Degrees by which each half is turned inwards.
    deep : float
        Metres that the deepest strip takes: corners of chairs stand out at its ends.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> rows = Chevron(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.5, 15.0, 0.9)
    >>> [round(value, 3) for value in rows.place(2.0, 2.0)], len(rows.reaches(2.0, 2.9))
    ([2.0, -1.535, 105.0], 2)
    """

    here: Ground
    first: float
    angle: float
    deep: float
    name: str = "chevron"
    tightness: float = 0.9
    _reaches: dict[Span, tuple[Reach, ...]] = field(default_factory=dict, init=False, repr=False)
    _walks: dict[Span, tuple[Span, ...]] = field(default_factory=dict, init=False, repr=False)

    @property
    def _turn(self) -> tuple[float, float]:
        return cos(radians(self.angle)), sin(radians(self.angle))

    def _bent(self, outlines: Sequence[Points]) -> tuple[Points, ...]:
        """Return outlines in a plane in which rows are level: bent at the centre line, with a corner there."""
        return tuple(np.column_stack((o[:, 0], -self.outs(o))) for o in map(_cut, outlines))

    @cached_property
    def _floor(self) -> tuple[Points, tuple[Points, ...], tuple[Points, ...]]:
        """Walls, what is solid, and all on which nobody sits."""
        things = (*self.here.solid, *self.here.open, *stage_with_clearance(self.here, self.first))
        return self._bent([self.here.walls])[0], self._bent(self.here.solid), self._bent(things)

    @property
    def _corner(self) -> float:
        """How far across the corners of chairs stand out."""
        return self.deep / 2 * self._turn[1]

    def reaches(self, near: float, far: float) -> tuple[Reach, ...]:
        """Return the stretches of a strip that are free for seats: none goes over the centre line."""
        return kept(self._reaches, (near, far), self._find)

    def _find(self, near: float, far: float) -> tuple[Reach, ...]:
        walls, _, things = self._floor
        halves = [
            half
            for left, right in straight_spans(walls, things, -far, -near)
            for half in ((left, min(right, 0.0)), (max(left, 0.0), right))
        ]
        out = self._corner
        return tuple(Reach(a + out, b - out) for a, b in halves if b - a > 2 * out)

    def walks(self, near: float, far: float) -> tuple[Span, ...]:
        """Return the stretches of a strip on which nothing solid stands."""
        walls, solid, _ = self._floor
        return kept(self._walks, (near, far), lambda a, b: tuple(straight_spans(walls, solid, -b, -a)))

    def scale(self, near: float) -> float:
        """Return the part of a metre along a row that it goes across."""
        return self._turn[0]

    def half(self, width: float, near: float) -> float:
        """Return half the width of an aisle, and the corners of the chairs beside it."""
        return width / 2 + self._corner

    def place(self, across: float, out: float) -> tuple[float, float, float]:
        """Return x, y and facing of a place."""
        c, s = self._turn
        return across, (abs(across) * s - out) / c, 90.0 + self.angle * float(np.sign(across))

    def points(self, across: NDArray[np.float64], out: float) -> Points:
        """Return x and y of places."""
        c, s = self._turn
        return np.column_stack((across, (np.abs(across) * s - out) / c))

    def outline(self, left: float, right: float, near: float, far: float) -> Points:
        """Return a parallelogram with the corners of its chairs."""
        ends = [(left, near), (left, far), (right, far), (right, near)]
        return np.array([self.place(across, out)[:2] for across, out in ends])

    def at_landing(self, across: NDArray[np.float64], out: float) -> NDArray[np.bool_]:
        """Tell which places so far out lie on the landing of an open door."""
        return at_landing(self.here, self.points(across, out))

    def outs(self, points: Points) -> Points:
        """Return how far out points are."""
        c, s = self._turn
        return np.asarray(np.abs(points[:, 0]) * s - points[:, 1] * c)

    def acrosses(self, points: Points) -> Points:
        """Return where along the rows points are."""
        return points[:, 0]

    @cached_property
    def depth(self) -> float:
        """Metres to the farthest corner."""
        return float(self.outs(_cut(self.here.walls)).max())


def _cut(outline: Points) -> Points:
    """Return an outline with a corner wherever an edge crosses the centre line.

    Examples
    --------
    >>> _cut(np.array([[-1.0, 0.0], [1.0, 0.0], [1.0, 2.0]]))[1].tolist()
    [0.0, 0.0]
    """
    found: list[Points] = []
    for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True):
        found.append(start)
        if start[0] * end[0] < -_TINY:
            found.append(start + (end - start) * start[0] / (start[0] - end[0]))
    return np.array(found)
