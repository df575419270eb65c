"""Outlines of a DXF drawing as parts of a room: pillars, stage, screen, aisles and places that are kept clear."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees

import numpy as np

from seatplan.errors import Fault
from seatplan.io.dxf.faces import enclosed, joined
from seatplan.io.dxf.shapes import Shape
from seatplan.io.dxf.things import Thing
from seatplan.layout.room_parts import Box, Pillar
from seatplan.layout.shapes import Points

__all__ = ["around", "box_of", "outlined", "pillar_of", "rectangle_of"]

_SQUARE = 1e-3


def outlined(things: Sequence[Thing], gap: float) -> tuple[list[tuple[Thing, Shape]], list[Fault]]:
    """Return the outlines of things; lines of their own that enclose something count as its outline.

    Parameters
    ----------
    things : sequence of Thing
        Of one kind.
    gap : float
        Metres by which lines may fail to meet.
    """
    found: list[tuple[Thing, Shape]] = []
    loose: list[tuple[Thing, Shape]] = []
    for thing in things:
        closed = [shape for shape in thing.shapes if shape.closed and len(shape.points) > 3]
        if closed:
            found.append((thing, max(closed, key=_size)))
        elif thing.block:
            found.append((thing, Shape(around(thing.points), True)))
        else:
            loose += [(thing, shape) for shape in thing.shapes if len(shape.points) > 1]
    more, faults = _enclosed(loose, gap)
    return found + more, faults


def _enclosed(loose: list[tuple[Thing, Shape]], gap: float) -> tuple[list[tuple[Thing, Shape]], list[Fault]]:
    """Return what lines enclose together, and a fault for each line that encloses nothing."""
    if not loose:
        return [], []
    lines, _ = joined([shape.points for _, shape in loose], [False] * len(loose), [gap] * len(loose))
    areas, ends = enclosed(lines)
    first = [int(np.argmin([_off(line, corners) for line in lines])) for corners in areas]
    shapes = [(loose[i][0], Shape(np.vstack([c, c[:1]]), True)) for i, c in zip(first, areas, strict=True)]
    broken = dict.fromkeys(loose[end.line][0] for end in ends)
    faults = [Fault(t.where, "its outline is not closed", "draw it as a closed polyline") for t in broken]
    return shapes, faults


def _off(line: Points, corners: Points) -> float:
    return float(np.hypot(*(line[:, None] - corners[None]).transpose(2, 0, 1)).min(axis=1).max())


def _size(shape: Shape) -> float:
    width, depth = np.ptp(shape.points, axis=0)
    return float(width * depth)


def around(points: Points) -> Points:
    """Return the upright rectangle about points, closed."""
    low, high = points.min(axis=0), points.max(axis=0)
    return np.array([low, (high[0], low[1]), high, (low[0], high[1]), low])


def rectangle_of(shape: Shape) -> tuple[float, float, float, float, float] | None:
    """Return middle, width, depth and turn of a rectangle; None for any other outline.

    Examples
    --------
    >>> rectangle_of(Shape(np.array([[0.0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]), True))
    (2.0, 1.0, 4.0, 2.0, 0.0)
    """
    corners = shape.points[:-1]
    if len(corners) != 4:
        return None
    one, other = corners[1] - corners[0], corners[3] - corners[0]
    size = float(np.hypot(*one) * np.hypot(*other))
    square = abs(float(one @ other)) <= _SQUARE * size
    if not square or np.abs(corners[2] - corners[1] - other).max() > _SQUARE * max(1.0, size):
        return None
    turn = degrees(atan2(one[1], one[0]))
    width, depth = float(np.hypot(*one)), float(np.hypot(*other))
    quarter = round(turn / 90)
    width, depth = (width, depth) if quarter % 2 == 0 else (depth, width)
    middle = corners.mean(axis=0)
    return _r(middle[0]), _r(middle[1]), _r(width), _r(depth), _r(turn - 90 * quarter)


def pillar_of(shape: Shape) -> Pillar:
    """Return a pillar with this outline."""
    if shape.arc is not None:
        return Pillar(_r(shape.arc[0]), _r(shape.arc[1]), diameter=_r(2 * shape.arc[2]))
    found = rectangle_of(shape)
    if found is not None:
        x, y, width, depth, turn = found
        return Pillar(x, y, width=width, depth=depth, turn=turn)
    return Pillar(corners=tuple((_r(x), _r(y)) for x, y in shape.points[:-1]))


def box_of(shape: Shape, name: str = "") -> tuple[Box, bool]:
    """Return the rectangle with this outline, or around it, and whether it is exact."""
    found = rectangle_of(shape)
    if found is not None:
        return Box(*found, name=name), True
    low, high = shape.points.min(axis=0), shape.points.max(axis=0)
    (x, y), (width, depth) = (low + high) / 2, high - low
    return Box(_r(x), _r(y), _r(width), _r(depth), name=name), False


def _r(value: float) -> float:
    return round(float(value), 6) + 0.0
