"""Where the middle of a round thing may be: the floor without what is nearer than a distance, exactly."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground, stage_with_clearance
from seatplan.layout.rows.spans import Span
from seatplan.layout.shapes import Points, distance, edges, inside

__all__ = ["DiscFloor"]

_TINY = 1e-7


@dataclass(frozen=True, eq=False)
class DiscFloor:
    """The places of the middles of round things.

    Parameters
    ----------
    here : Ground
    wall : float
        Metres from the middle to walls, pillars and all that is solid.
    open : float
        Metres from the middle to fixed aisles and landings of doors.
    first : float
        Metres that stay free before the stage, between its edge and the thing's own edge of ``open``.
    foot : float
        Metres that stay free before the steps to the stage.
    facing : bool
        Whether nothing may be beside the stage, from where nobody sees it.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> floor = DiscFloor(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.0, 1.0)
    >>> [(round(a, 6), round(b, 6)) for a, b in floor.spans(-3.0)], floor.spans(-0.5)
    ([(-3.0, 3.0)], [])
    """

    here: Ground
    wall: float
    open: float
    first: float = 0.0
    foot: float = 0.0
    facing: bool = False
    _known: dict[float, list[Span]] = field(default_factory=dict, init=False, repr=False)

    def spans_about(self, y: float) -> list[Span]:
        """Return `spans`, and remember them."""
        if y not in self._known:
            self._known[y] = self.spans(y)
        return self._known[y]

    @cached_property
    def _things(self) -> tuple[tuple[Points, float], ...]:
        solid = [(outline, self.wall) for outline in self.here.solid]
        free = [(outline, self.open) for outline in self.here.open]
        stage = [(outline, self.open) for outline in stage_with_clearance(self.here, self.first)]
        steps = [(outline, self.open + self.foot) for outline in self.here.steps.values()]
        return (*solid, *free, *stage, *steps)

    @cached_property
    def _lines(self) -> tuple[Points, NDArray[np.float64]]:
        every = [(edges(self.here.walls), self.wall), *((edges(o), reach) for o, reach in self._things)]
        reach = np.concatenate([np.full(len(lines), far) for lines, far in every])
        return np.concatenate([lines for lines, _ in every]), reach

    def spans(self, y: float) -> list[Span]:
        """Return the stretches of x at which a middle may be at a height."""
        lines, reach = self._lines
        taken = _capsules(lines, reach - _TINY, y)
        ends = np.unique(np.concatenate((taken.ravel(), self.here.walls[:, 0])))
        left, right = ends[:-1], ends[1:]
        middle = (left + right) / 2
        free = self._free(np.column_stack((middle, np.full(len(middle), y))))
        free &= ~((taken[:, :1] < middle) & (middle < taken[:, 1:])).any(axis=0)
        found: list[Span] = []
        for a, b in zip(left[free].tolist(), right[free].tolist(), strict=True):
            if found and a - found[-1][1] <= _TINY:
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
        return found

    def allows(self, points: Points) -> NDArray[np.bool_]:
        """Tell at which places a middle may be."""
        lines, reach = self._lines
        return self._free(points) & (distance(lines, points) >= reach - 1e-6).all(axis=1)

    def _free(self, points: Points) -> NDArray[np.bool_]:
        free = inside(self.here.walls, points)
        if self.facing and self.here.stage is not None:
            free &= points[:, 1] <= -self.open - self.first + 1e-6
        for outline, _ in self._things:
            free &= ~inside(outline, points)
        return free


def _capsules(lines: Points, reach: NDArray[np.float64], y: float) -> Points:
    """Return the stretch of x that is nearer to each edge than its reach, at a height; empty ones are left out."""
    low, high = np.full(len(lines), np.inf), np.full(len(lines), -np.inf)
    for end in (lines[:, 0], lines[:, 1]):
        half = np.sqrt(np.maximum(reach**2 - (y - end[:, 1]) ** 2, 0.0))
        met = np.abs(y - end[:, 1]) < reach
        low = np.where(met, np.minimum(low, end[:, 0] - half), low)
        high = np.where(met, np.maximum(high, end[:, 0] + half), high)
    side = _sides(lines, reach, y)
    low, high = np.minimum(low, side[:, 0]), np.maximum(high, side[:, 1])
    real = high > low
    return np.column_stack((low[real], high[real]))


def _sides(lines: Points, reach: NDArray[np.float64], y: float) -> Points:
    """Return where the two sides parallel to each edge, so far from it, meet the height."""
    way = lines[:, 1] - lines[:, 0]
    length = np.maximum(np.hypot(way[:, 0], way[:, 1]), _TINY)
    normal = np.column_stack((-way[:, 1], way[:, 0])) / length[:, None] * reach[:, None]
    found = np.column_stack((np.full(len(lines), np.inf), np.full(len(lines), -np.inf)))
    rise = np.where(np.abs(way[:, 1]) < _TINY, np.inf, way[:, 1])
    for side in (lines[:, 0] + normal, lines[:, 0] - normal):
        t = (y - side[:, 1]) / rise
        x = side[:, 0] + t * way[:, 0]
        met = (t >= 0) & (t <= 1) & np.isfinite(rise)
        found[:, 0] = np.where(met, np.minimum(found[:, 0], x), found[:, 0])
        found[:, 1] = np.where(met, np.maximum(found[:, 1], x), found[:, 1])
    return found
