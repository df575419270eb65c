"""What a strip of floor has free: stretches between walls, pillars and all else that stands there.

A stretch is free when the whole depth of the strip is free at each of its places. The result is exact: it follows
from the edges of the outlines, not from a grid.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.shapes import Points, edges, inside

__all__ = ["Span", "arc_spans", "straight_spans"]

Span = tuple[float, float]
_SLACK = 1e-7
_SHORT = 1e-6


def straight_spans(walls: Points, things: Sequence[Points], low: float, high: float) -> list[Span]:
    """Return the stretches of x that are free between two heights y.

    Parameters
    ----------
    walls : ndarray, shape (n, 2)
        Outline of the room.
    things : sequence of ndarray
        Outlines of what stands in it.
    low, high : float

    Returns
    -------
    list of (float, float)
        From the left. To touch a wall is no harm.

    Examples
    --------
    >>> from seatplan.layout.shapes import box
    >>> straight_spans(box(0, 0, 10, 8), [box(1, 0, 1, 1)], -0.2, 0.6)
    [(-5.0, 0.5), (1.5, 5.0)]
    """
    things = [one for one in things if one[:, 1].min() < high and one[:, 1].max() > low]
    lines = np.concatenate([edges(outline) for outline in (walls, *things)])
    ranges = _shadows(lines, low, high)
    middle = (low + high) / 2
    return _free(ranges, walls, things, lambda x: np.column_stack((x, np.full(len(x), middle))))


def _shadows(lines: Points, low: float, high: float) -> NDArray[np.float64]:
    """Return the stretch of x of the part of each edge that lies strictly between two heights."""
    (x1, y1), (x2, y2) = lines[:, 0].T, lines[:, 1].T
    cut = (np.minimum(y1, y2) < high - _SLACK) & (np.maximum(y1, y2) > low + _SLACK)
    x1, y1, x2, y2 = x1[cut], y1[cut], x2[cut], y2[cut]
    flat = np.abs(y2 - y1) < _SLACK
    fall = np.where(flat, 1.0, y2 - y1)
    t = np.sort(np.clip(np.stack(((low - y1) / fall, (high - y1) / fall)), 0.0, 1.0), axis=0)
    t[:, flat] = np.array([[0.0], [1.0]])
    return np.sort(x1 + t * (x2 - x1), axis=0).T


def _free(
    ranges: NDArray[np.float64], walls: Points, things: Sequence[Points], probe: Callable[[Points], Points]
) -> list[Span]:
    """Return the stretches that no edge touches and whose middles lie in the room and in nothing else."""
    ends = np.unique(ranges)
    ends = ends[np.concatenate(([True], np.diff(ends) > _SHORT))] if len(ends) else ends
    left, right = ends[:-1], ends[1:]
    middle = (left + right) / 2
    taken = ((ranges[:, :1] < middle) & (middle < ranges[:, 1:])).any(axis=0)
    points = probe(middle)
    free = ~taken & inside(walls, points)
    for outline in things:
        free &= ~inside(outline, points)
    return _joined(left[free], right[free])


def _joined(left: Points, right: Points) -> list[Span]:
    """Join stretches that touch."""
    found: list[Span] = []
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        if found and a - found[-1][1] <= _SHORT:
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found


def arc_spans(
    walls: Points, things: Sequence[Points], centre: tuple[float, float], near: float, far: float, widest: float
) -> list[Span]:
    """Return the angles that are free in a ring about a centre.

    Parameters
    ----------
    walls, things
        As for `straight_spans`.
    centre : (float, float)
    near, far : float
        Radii of the ring.
    widest : float
        Largest angle to either side, in radians, less than pi.

    Returns
    -------
    list of (float, float)
        In radians; 0 looks down from the centre (to negative y), positive angles lie at the right.

    Examples
    --------
    >>> from seatplan.layout.shapes import box
    >>> arc_spans(box(0, 0, 10, 8), [], (0.0, 4.0), 2.0, 3.0, 1.0)
    [(-1.0, 1.0)]
    """
    lines = np.concatenate([edges(outline) for outline in (walls, *things)]) - np.array(centre)
    ranges = np.concatenate((_ring_shadows(lines, near, far), [[-widest, -widest], [widest, widest]]))
    middle = (near + far) / 2

    def probe(angle: Points) -> Points:
        return np.column_stack((np.sin(angle), -np.cos(angle))) * middle + centre

    found = _free(ranges, walls, things, probe)
    return [(max(a, -widest), min(b, widest)) for a, b in found if b > -widest and a < widest]


def _ring_shadows(lines: Points, near: float, far: float) -> NDArray[np.float64]:
    """Return the angles of the parts of each edge that lie in a ring about the origin."""
    outer, inner = _chord(lines, far - _SLACK), _chord(lines, near + _SLACK)
    before = np.column_stack((outer[:, 0], np.minimum(outer[:, 1], inner[:, 0])))
    after = np.column_stack((np.maximum(outer[:, 0], inner[:, 1]), outer[:, 1]))
    whole = inner[:, 0] > inner[:, 1]
    pieces = np.concatenate((np.where(whole[:, None], outer, before), after[~whole]))
    owner = np.concatenate((np.arange(len(lines)), np.flatnonzero(~whole)))
    real = pieces[:, 1] - pieces[:, 0] > _SLACK
    pieces, owner = pieces[real], owner[real]
    start, way = lines[owner, 0], lines[owner, 1] - lines[owner, 0]
    ends = start[:, None] + pieces[..., None] * way[:, None]
    angles = np.sort(np.arctan2(ends[..., 0], -ends[..., 1]), axis=1)
    over = angles[:, 1] - angles[:, 0] > np.pi  # behind the centre, through the cut of the angles
    return np.concatenate((angles[~over], *(np.column_stack(pair) for pair in _wrapped(angles[over]))))


def _wrapped(angles: NDArray[np.float64]) -> list[tuple[Points, Points]]:
    pi = np.full(len(angles), np.pi)
    return [(-pi, angles[:, 0]), (angles[:, 1], pi)]


def _chord(lines: Points, radius: float) -> NDArray[np.float64]:
    """Return where along each edge, from 0 to 1, it enters and leaves a disc; (2, -1) where it misses it."""
    start, way = lines[:, 0], lines[:, 1] - lines[:, 0]
    a, b = (way**2).sum(axis=1), (start * way).sum(axis=1)
    root = b**2 - a * ((start**2).sum(axis=1) - radius**2)
    half = np.sqrt(np.maximum(root, 0.0))
    low, high = np.maximum((-b - half) / a, 0.0), np.minimum((-b + half) / a, 1.0)
    miss = (root <= 0) | (low >= high)
    return np.column_stack((np.where(miss, 2.0, low), np.where(miss, -1.0, high)))
