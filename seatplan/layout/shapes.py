"""Polygons in the plane: as much geometry as rooms need, exact up to a micrometre.

A polygon is an array of corners of shape (n, 2), in order round it either way; it closes itself.
"""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Points",
    "area",
    "box",
    "crossing",
    "disc",
    "distance",
    "edges",
    "inside",
    "meet",
    "nearest_edge",
    "spike",
]

Points = NDArray[np.float64]
SLACK = 1e-6
"""Two things so many metres apart touch."""
_SIDES = 32


def area(corners: Points) -> float:
    """Return the area of a polygon: positive when its corners run counter-clockwise.

    Examples
    --------
    >>> area(np.array([[0.0, 0], [4, 0], [4, 3], [0, 3]]))
    12.0
    """
    x, y = corners.T
    return float(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2


def edges(corners: Points) -> Points:
    """Return the edges of a polygon, shape (n, 2, 2): start and end of each.

    Examples
    --------
    >>> edges(np.array([[0.0, 0], [4, 0], [4, 3]]))[2].tolist()
    [[4.0, 3.0], [0.0, 0.0]]
    """
    return np.stack((corners, np.concatenate((corners[1:], corners[:1]))), axis=1)


def box(x: float, y: float, width: float, depth: float, turn: float = 0.0) -> Points:
    """Return the corners of a rectangle about a middle, turned counter-clockwise by degrees.

    Examples
    --------
    >>> box(1.0, 1.0, 2.0, 4.0).tolist()
    [[0.0, -1.0], [2.0, -1.0], [2.0, 3.0], [0.0, 3.0]]
    """
    half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [width / 2, depth / 2]
    return np.asarray(half @ turning(turn).T + [x, y])


def turning(degrees: float) -> Points:
    """Return the matrix that turns a point counter-clockwise about the origin; quarter turns are exact.

    Examples
    --------
    >>> (turning(90) @ [1.0, 0.0]).tolist()
    [0.0, 1.0]
    """
    quarters = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
    angle = radians(degrees)
    c, s = quarters.get(float(degrees % 360), (cos(angle), sin(angle)))
    return np.array([[c, -s], [s, c]])


def disc(x: float, y: float, diameter: float) -> Points:
    """Return a polygon of 32 sides that just contains a disc: 0.5 % of its radius larger at most.

    Examples
    --------
    >>> bool(np.allclose(disc(0, 0, 2).max(axis=0), 1, atol=0.01)), disc(0, 0, 2).shape
    (True, (32, 2))
    """
    angles = 2 * np.pi * (np.arange(_SIDES) + 0.5) / _SIDES
    reach = diameter / 2 / np.cos(np.pi / _SIDES)
    return np.asarray(np.column_stack((np.cos(angles), np.sin(angles))) * reach + [x, y])


def inside(corners: Points, points: Points) -> NDArray[np.bool_]:
    """Tell which points lie in a polygon. Points on its edges may count either way.

    Examples
    --------
    >>> inside(box(0, 0, 2, 2), np.array([[0.5, 0.5], [3.0, 0.0]])).tolist()
    [True, False]
    """
    ends = np.concatenate((corners[1:], corners[:1]))
    (x1, y1), (x2, y2) = corners.T[:, :, None], ends.T[:, :, None]
    x, y = points.T
    spans = (y1 <= y) != (y2 <= y)
    with np.errstate(divide="ignore", invalid="ignore"):
        at = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
    return np.asarray(np.sum(spans & (x < at), axis=0) % 2 == 1)


def distance(lines: Points, points: Points) -> Points:
    """Return the distance from each point to each of some edges, shape (points, edges).

    Examples
    --------
    >>> distance(edges(box(0, 0, 2, 2)), np.array([[0.0, 3.0]])).tolist()
    [[4.0, 2.236..., 2.0, 2.236...]]
    """
    start, way = lines[:, 0], lines[:, 1] - lines[:, 0]
    length = np.maximum((way**2).sum(axis=1), SLACK**2)
    share = np.clip(((points[:, None] - start) * way).sum(axis=2) / length, 0, 1)
    return np.asarray(np.linalg.norm(points[:, None] - start - share[..., None] * way, axis=2))


def meet(one: Points, other: Points) -> bool:
    """Tell whether two convex outlines overlap: no line along an edge parts them.

    Examples
    --------
    >>> meet(box(0, 0, 2, 2), box(1.5, 0, 2, 2)), meet(box(0, 0, 2, 2), box(2.5, 0, 2, 2))
    (True, False)
    """
    for shape in (one, other):
        lines = edges(shape)
        normals = np.column_stack((lines[:, 0, 1] - lines[:, 1, 1], lines[:, 1, 0] - lines[:, 0, 0]))
        a, b = normals @ one.T, normals @ other.T
        if ((a.max(axis=1) <= b.min(axis=1)) | (b.max(axis=1) <= a.min(axis=1))).any():
            return False
    return True


def nearest_edge(lines: Points, point: tuple[float, float]) -> tuple[int, float, float]:
    """Return the edge nearest to a point, the distance to it, and how far along it the foot lies.

    Examples
    --------
    >>> nearest_edge(edges(box(0, 0, 4, 2)), (1.0, -1.5))
    (0, 0.5, 3.0)
    """
    apart = distance(lines, np.array([point]))[0]
    best = int(np.argmin(apart))
    way = lines[best, 1] - lines[best, 0]
    long = float(np.hypot(*way))
    return best, float(apart[best]), float(np.clip((point - lines[best, 0]) @ way / long, 0, long))


def crossing(corners: Points) -> tuple[int, int, tuple[float, float]] | None:
    """Return two edges of a polygon that cross or touch without being neighbours, and where; None if it is simple.

    Examples
    --------
    >>> crossing(np.array([[0.0, 0], [2, 2], [2, 0], [0, 2]]))
    (0, 2, (1.0, 1.0))
    >>> crossing(box(0, 0, 1, 1)) is None
    True
    """
    lines = edges(corners)
    for i in range(len(lines) - 2):
        last = len(lines) - (i == 0)
        for j in range(i + 2, last):
            place = _meet(lines[i], lines[j])
            if place is not None:
                return i, j, place
    return None


def _meet(one: Points, other: Points) -> tuple[float, float] | None:
    """Return where two edges meet; of edges along one line, an end of one that lies on the other."""
    (p, q), (r, s) = one, other
    along, across = q - p, s - r
    turn = along[0] * across[1] - along[1] * across[0]
    if abs(turn) <= SLACK * np.hypot(*along) * np.hypot(*across):
        return _touch(one, other)
    t = ((r - p)[0] * across[1] - (r - p)[1] * across[0]) / turn
    u = ((r - p)[0] * along[1] - (r - p)[1] * along[0]) / turn
    if not (-SLACK <= t <= 1 + SLACK and -SLACK <= u <= 1 + SLACK):
        return None
    x, y = p + t * along
    return float(x), float(y)


def _touch(one: Points, other: Points) -> tuple[float, float] | None:
    for line, ends in ((one, other), (other, one)):
        near = distance(line[None], ends)[:, 0] <= SLACK
        if near.any():
            x, y = ends[int(np.argmax(near))]
            return float(x), float(y)
    return None


def spike(corners: Points) -> int | None:
    """Return a corner at which a polygon runs back along itself; None if there is none.

    Examples
    --------
    >>> spike(np.array([[0.0, 0], [4, 0], [2, 0], [2, 3]]))
    1
    """
    way = np.roll(corners, -1, axis=0) - corners
    before = np.roll(way, 1, axis=0)
    cross = before[:, 0] * way[:, 1] - before[:, 1] * way[:, 0]
    size = np.hypot(*before.T) * np.hypot(*way.T)
    back = (np.abs(cross) <= SLACK * size) & ((before * way).sum(axis=1) < 0)
    return int(np.argmax(back)) if back.any() else None
