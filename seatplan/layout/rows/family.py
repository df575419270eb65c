"""Families of rows: straight ones and arcs, both as strips of which one asks what is free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from math import asin, cos, degrees, sin
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground, stage_with_clearance
from seatplan.layout.rows.spans import Span, arc_spans, straight_spans
from seatplan.layout.shapes import Points, inside

__all__ = ["Curved", "Family", "Reach", "Straight", "at_landing", "kept"]

T = TypeVar("T")

_BESIDE = 0.05
_INTO = 0.02
_CHORD = 0.5


@dataclass(frozen=True, slots=True)
class Reach:
    """A stretch of a strip that is free, and whether its ends open to a fixed aisle or to a door's landing."""

    left: float
    right: float
    left_open: bool = False
    right_open: bool = False


class Family(Protocol):
    """Rows of one shape. ``across`` is the place along a row, 0 on the centre line, positive at the right.

    ``near`` and ``far`` are metres from the front, on the centre line.
    """

    @property
    def name(self) -> str:
        """Straight or curved."""

    @property
    def tightness(self) -> float:
        """Part of an aisle's width that a square on the floor's grid can fill."""

    def reaches(self, near: float, far: float) -> tuple[Reach, ...]:
        """Return the stretches of a strip that are free for seats."""

    def walks(self, near: float, far: float) -> tuple[Span, ...]:
        """Return the stretches of a strip on which nothing solid stands."""

    def scale(self, near: float) -> float:
        """Return how much ``across`` a metre along the front of a strip takes."""

    def half(self, width: float, near: float) -> float:
        """Return how much ``across`` half the width of an aisle takes at the front of a strip."""

    def place(self, across: float, out: float) -> tuple[float, float, float]:
        """Return x, y and facing of somebody so far along a row that is so far out."""

    def points(self, across: NDArray[np.float64], out: float) -> Points:
        """Return x and y of many such places, shape (n, 2)."""

    def outline(self, left: float, right: float, near: float, far: float) -> Points:
        """Return the outline of a part of a strip."""

    def at_landing(self, across: NDArray[np.float64], out: float) -> NDArray[np.bool_]:
        """Tell which places so far out lie on the landing of an open door."""

    def outs(self, points: Points) -> Points:
        """Return how far out points are."""

    def acrosses(self, points: Points) -> Points:
        """Return where along the rows points are."""

    @property
    def depth(self) -> float:
        """Metres to the farthest place for a row."""


def kept(known: dict[Span, T], strip: Span, find: Callable[[float, float], T]) -> T:
    """Return what was found for a strip, finding it once."""
    key = (round(strip[0], 6), round(strip[1], 6))
    if key not in known:
        known[key] = find(*key)
    return known[key]


def at_landing(here: Ground, points: Points) -> NDArray[np.bool_]:
    """Tell which points lie on the landing of an open door."""
    found = np.zeros(len(points), dtype=bool)
    for threshold in here.doors:
        found |= inside(threshold.landing, points) & (not threshold.door.closed)
    return found


@dataclass(frozen=True, eq=False)
class Straight:
    """Straight rows, parallel to the front.

    Parameters
    ----------
    here : Ground
    first : float
        Metres that stay free before the stage and beside it.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> rows = Straight(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.5)
    >>> [(reach.left, reach.right) for reach in rows.reaches(2.0, 2.9)]
    [(-4.0, 4.0)]
    """

    here: Ground
    first: float
    name: str = "straight"
    tightness: float = 1.0
    _reaches: dict[Span, tuple[Reach, ...]] = field(default_factory=dict, repr=False)
    _walks: dict[Span, tuple[Span, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _things(self) -> tuple[Points, ...]:
        return (*self.here.solid, *self.here.open, *stage_with_clearance(self.here, self.first))

    def reaches(self, near: float, far: float) -> tuple[Reach, ...]:
        """Return the stretches of a strip that are free for seats."""
        return kept(self._reaches, (near, far), self._find)

    def _find(self, near: float, far: float) -> tuple[Reach, ...]:
        found = straight_spans(self.here.walls, self._things, -far, -near)
        return tuple(self._reach(span, near, far) for span in found)

    def walks(self, near: float, far: float) -> tuple[Span, ...]:
        """Return the stretches of a strip on which nothing solid stands."""
        found = partial(straight_spans, self.here.walls, self.here.solid)
        return kept(self._walks, (near, far), lambda near, far: tuple(found(-far, -near)))

    def _reach(self, span: Span, near: float, far: float) -> Reach:
        left, right = span
        opens = (self._opens(x, near, far) for x in (left - _BESIDE, right + _BESIDE))
        return Reach(left, right, *opens)

    def _opens(self, x: float, near: float, far: float) -> bool:
        """Tell whether the floor beside an end of a row is a fixed aisle or a landing, over the whole strip."""
        ends = np.array([[x, -near - _INTO], [x, -far + _INTO]])
        return any(bool(inside(outline, ends).all()) for outline in self.here.open)

    def scale(self, near: float) -> float:
        """Return 1: straight rows are as wide as the floor."""
        return 1.0

    def half(self, width: float, near: float) -> float:
        """Return half the width of an aisle."""
        return width / 2

    def place(self, across: float, out: float) -> tuple[float, float, float]:
        """Return x, y and facing of a place."""
        return across, -out, 90.0

    def points(self, across: NDArray[np.float64], out: float) -> Points:
        """Return x and y of places."""
        return np.column_stack((across, np.full(len(across), -out)))

    def outline(self, left: float, right: float, near: float, far: float) -> Points:
        """Return a rectangle."""
        return np.array([[left, -far], [right, -far], [right, -near], [left, -near]])

    def at_landing(self, across: NDArray[np.float64], out: float) -> NDArray[np.bool_]:
        """Tell which places so far out lie on the landing of an open door."""
        return at_landing(self.here, self.points(across, out))

    def outs(self, points: Points) -> Points:
        """Return how far out points are."""
        return np.asarray(-points[:, 1])

    def acrosses(self, points: Points) -> Points:
        """Return where along the rows points are."""
        return points[:, 0]

    @property
    def depth(self) -> float:
        """Metres to the farthest wall."""
        return self.here.depth


@dataclass(frozen=True, eq=False)
class Curved:
    """Rows on arcs about one centre on the centre line; aisles run towards it.

    Parameters
    ----------
    here : Ground
    first : float
        Metres that stay free before the stage and beside it.
    behind : float
        Metres from the front back to the centre.
    widest : float
        Largest angle to either side, in radians.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> rows = Curved(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.5, 8.0, 1.2)
    >>> x, y, facing = rows.place(rows.scale(2.0) * 1.0, 2.0)  # a metre along the row
    >>> round(x, 3), round(y, 3), round(facing, 1)
    (0.998, -1.95, 95.7)
    """

    here: Ground
    first: float
    behind: float
    widest: float
    name: str = "curved"
    tightness: float = 0.7
    _reaches: dict[Span, tuple[Reach, ...]] = field(default_factory=dict, repr=False)
    _walks: dict[Span, tuple[Span, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _middle(self) -> float:
        """Radius on which ``across`` is measured."""
        return self.behind + (self.first + self.depth) / 2

    @cached_property
    def _things(self) -> tuple[Points, ...]:
        return (*self.here.solid, *self.here.open, *stage_with_clearance(self.here, self.first))

    def reaches(self, near: float, far: float) -> tuple[Reach, ...]:
        """Return the stretches of a strip that are free for seats."""
        return kept(self._reaches, (near, far), lambda *s: tuple(Reach(*r) for r in self._spans(self._things, *s)))

    def walks(self, near: float, far: float) -> tuple[Span, ...]:
        """Return the stretches of a strip on which nothing solid stands."""
        return kept(self._walks, (near, far), partial(self._spans, self.here.solid))

    def _spans(self, things: tuple[Points, ...], near: float, far: float) -> tuple[Span, ...]:
        radii = near + self.behind, far + self.behind
        found = arc_spans(self.here.walls, things, (0.0, self.behind), *radii, self.widest)
        return tuple((a * self._middle, b * self._middle) for a, b in found)

    def scale(self, near: float) -> float:
        """Return the part of the middle arc that a metre of this one takes."""
        return self._middle / (near + self.behind)

    def half(self, width: float, near: float) -> float:
        """Return half the width of a radial aisle, which takes the larger an angle the nearer it is."""
        return self._middle * asin(min(1.0, width / 2 / (near + self.behind)))

    def place(self, across: float, out: float) -> tuple[float, float, float]:
        """Return x, y and facing of a place."""
        angle, radius = across / self._middle, out + self.behind
        return radius * sin(angle), self.behind - radius * cos(angle), 90.0 + degrees(angle)

    def points(self, across: NDArray[np.float64], out: float) -> Points:
        """Return x and y of places."""
        angle, radius = across / self._middle, out + self.behind
        return np.asarray(np.column_stack((np.sin(angle), -np.cos(angle))) * radius + np.array([0.0, self.behind]))

    def outline(self, left: float, right: float, near: float, far: float) -> Points:
        """Return a part of a ring, its arcs drawn as many short lines."""
        angles = np.linspace(left, right, 2 + int((right - left) / _CHORD)) / self._middle
        unit = np.column_stack((np.sin(angles), -np.cos(angles)))
        radii = near + self.behind, far + self.behind
        corners = np.concatenate((unit * radii[1], unit[::-1] * radii[0]))
        return np.asarray(corners + np.array([0.0, self.behind]))

    def at_landing(self, across: NDArray[np.float64], out: float) -> NDArray[np.bool_]:
        """Tell which places so far out lie on the landing of an open door."""
        return at_landing(self.here, self.points(across, out))

    def outs(self, points: Points) -> Points:
        """Return how far out points are."""
        return np.asarray(np.hypot(points[:, 0], points[:, 1] - self.behind) - self.behind)

    def acrosses(self, points: Points) -> Points:
        """Return where along the rows points are."""
        return np.asarray(np.arctan2(points[:, 0], self.behind - points[:, 1]) * self._middle)

    @cached_property
    def depth(self) -> float:
        """Metres to the farthest corner of the room from the centre, before the audience's side walls bend in."""
        reach = np.hypot(self.here.walls[:, 0], self.here.walls[:, 1] - self.behind)
        return float(reach.max()) - self.behind
