"""Patterns for black-and-white print, as lines inside each seat: names stay legible on them in every format."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["hatch_lines"]

SPACING = 1.7
"""Millimetres between two lines."""
MOST = 12
"""Lines of one direction in a seat."""
DIRECTIONS = {"/": (45.0,), "\\": (135.0,), "-": (0.0,), "|": (90.0,), "x": (45.0, 135.0), "+": (0.0, 90.0)}
DOT = 0.15
"""Half of a dot, which is a small cross, in millimetres."""

Points = NDArray[np.float64]


def hatch_lines(quads: Points, hatch: str) -> Points:
    """Return the lines of a pattern inside boxes.

    Parameters
    ----------
    quads : ndarray, shape (n, 4, 2)
        Boxes of one size, in millimetres; see `seatplan.render.scene.corners`.
    hatch : str
        One of `seatplan.render.style.HATCHES`.

    Returns
    -------
    ndarray, shape (lines, 2, 2)

    Examples
    --------
    >>> box = np.array([[[0.0, 2.0], [4.0, 2.0], [4.0, 0.0], [0.0, 0.0]]])
    >>> hatch_lines(box, "-")[0].tolist()
    [[0.0, 1.0], [4.0, 1.0]]
    """
    if not hatch or not len(quads):
        return np.empty((0, 2, 2))
    right, up = quads[:, 1] - quads[:, 0], quads[:, 0] - quads[:, 3]
    width, height = (round(float(np.linalg.norm(side, axis=1).mean()), 3) for side in (right, up))
    unit = _pattern(hatch, width, height)  # (lines, 2, 2) in millimetres from the middle
    middle = quads.mean(axis=1)
    across, ahead = right / width, up / height
    x, y = unit[None, :, :, 0:1], unit[None, :, :, 1:2]
    found = middle[:, None, None, :] + x * across[:, None, None, :] + y * ahead[:, None, None, :]
    return np.asarray(found.reshape(-1, 2, 2))


@cache
def _pattern(hatch: str, width: float, height: float) -> Points:
    lines = _dots(width, height) if hatch == "." else _lines(hatch, width, height)
    return np.array(lines, dtype=np.float64).reshape(-1, 2, 2)


def _lines(hatch: str, width: float, height: float) -> list[Points]:
    """Return the parallel lines of each direction, cut to the box."""
    found = []
    for direction in DIRECTIONS[hatch]:
        a = np.deg2rad(direction)
        along, across = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
        count = min(MOST, int(np.hypot(width, height) / 2 / SPACING))
        for k in range(-count, count + 1):
            line = _cut(across * k * SPACING, along, width, height)
            if line is not None:
                found.append(line)
    return found


def _cut(point: Points, along: Points, width: float, height: float) -> Points | None:
    """Cut a line to the box about the origin."""
    low, high = -np.inf, np.inf
    for place, step, half in zip(point, along, (width / 2, height / 2), strict=True):
        if abs(step) < 1e-9:
            if abs(place) >= half:
                return None
            continue
        ends = sorted(((-half - place) / step, (half - place) / step))
        low, high = max(low, ends[0]), min(high, ends[1])
    return None if high - low < 0.3 else np.array([point + low * along, point + high * along])


def _dots(width: float, height: float) -> list[Points]:
    columns, rows = max(1, int(width / SPACING)), max(1, int(height / SPACING))
    xs = (np.arange(columns) - (columns - 1) / 2) * SPACING
    ys = (np.arange(rows) - (rows - 1) / 2) * SPACING
    level = [np.array([[x - DOT, y], [x + DOT, y]]) for y in ys for x in xs]
    return level + [np.array([[x, y - DOT], [x, y + DOT]]) for y in ys for x in xs]
