"""No more round things than this have room: Oler's bound, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import pi, sqrt

import numpy as np

from seatplan.layout.discs.floor import DiscFloor
from seatplan.layout.shapes import Points, area

__all__ = ["most_discs", "oler"]

_STEP = 0.05
_CUT = 0.5


def oler(square_metres: float, around: float, apart: float) -> int:
    """Return how many points at least so far apart a convex part of the plane holds at most.

    Parameters
    ----------
    square_metres, around : float
        Its area and its perimeter.
    apart : float

    Returns
    -------
    int
        ``2 A / (sqrt 3 d^2) + P / (2 d) + 1``, rounded down (N. Oler, An inequality in the geometry of numbers,
        Acta Mathematica 105, 1961).

    Examples
    --------
    >>> oler(0.0, 20.0, 1.0), oler(sqrt(3) / 4, 3.0, 1.0)  # both are reached: a line, a triangle
    (11, 3)
    """
    return int(2 * square_metres / (sqrt(3) * apart**2) + around / (2 * apart) + 1 + 1e-9)


def most_discs(floor: DiscFloor, apart: float) -> int:
    """Return how many round things a room holds at most, wherever they stand.

    The places of their middles are cut in two along and across in the best ways; for the hull of each part the
    bound of Oler holds, and the parts add up.

    Parameters
    ----------
    floor : DiscFloor
    apart : float
        Least metres from middle to middle.

    Returns
    -------
    int

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> floor = DiscFloor(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.0, 1.0)
    >>> most_discs(floor, 3.0)
    7
    """
    bare = replace(floor, wall=floor.wall - _STEP, open=floor.open - _STEP)
    return _most(_rows(bare), apart, 2)


def _rows(floor: DiscFloor) -> Points:
    """Return what is free at many heights, shape (n, 3): height, left, right; every place is near one of them."""
    low, high = floor.here.walls[:, 1].min(), floor.here.walls[:, 1].max()
    found = [(y, *span) for y in np.arange(low, high + _STEP, _STEP).tolist() for span in floor.spans(y)]
    return np.array(found, dtype=np.float64).reshape(-1, 3)


def _most(rows: Points, apart: float, cuts: int) -> int:
    whole = _hull_most(rows, apart)
    if not cuts or whole <= 1:
        return whole
    pairs = list(_halves(rows))
    sums = [sum(_hull_most(half, apart) for half in pair) for pair in pairs]
    best = pairs[int(np.argmin(sums))] if sums else (rows,)
    return min(whole, sum(_most(half, apart, cuts - 1) for half in best))


def _halves(rows: Points) -> Iterator[tuple[Points, Points]]:
    """Yield the two parts on both sides of each cut, across and along."""
    y, left, right = rows.T
    for cut in np.arange(y.min() + _CUT, y.max(), _CUT):
        yield rows[y <= cut], rows[y > cut]
    for cut in np.arange(left.min() + _CUT, right.max(), _CUT):
        one = np.column_stack((y, left, np.minimum(right, cut)))[left <= cut]
        yield one, np.column_stack((y, np.maximum(left, cut), right))[right > cut]


def _hull_most(rows: Points, apart: float) -> int:
    """Return the bound for all places within half a step of some rows."""
    if not len(rows):
        return 0
    hull = _hull(rows)
    around = float(np.hypot(*(np.roll(hull, -1, axis=0) - hull).T).sum()) if len(hull) > 1 else 0.0
    wide = _STEP / 2
    size = abs(area(hull)) if len(hull) > 2 else 0.0
    return oler(size + around * wide + pi * wide**2, around + 2 * pi * wide, apart)


def _hull(rows: Points) -> Points:
    """Return the corners of the convex hull: of rows that rise, the ends make its two sides."""
    heights = np.unique(rows[:, 0])
    left, right = np.full(len(heights), np.inf), np.full(len(heights), -np.inf)
    at = np.searchsorted(heights, rows[:, 0])
    np.minimum.at(left, at, rows[:, 1])
    np.maximum.at(right, at, rows[:, 2])
    up, down = _side(heights, right), _side(heights, -left)
    return np.array([*up, *((-x, y) for x, y in reversed(down))])


def _side(heights: Points, out: Points) -> list[tuple[float, float]]:
    """Return the corners of the right side of a hull, from the lowest (A. M. Andrew, 1979)."""
    found: list[tuple[float, float]] = []
    for x, y in zip(out.tolist(), heights.tolist(), strict=True):
        while len(found) > 1 and _bends_in(found[-2], found[-1], (x, y)):
            found.pop()
        found.append((x, y))
    return found


def _bends_in(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
