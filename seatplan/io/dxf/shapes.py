"""Entities of a DXF drawing as lines in the plane: curves become chords, what has no line yields nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import degrees, hypot
from typing import Any

import numpy as np

from seatplan.layout.shapes import Points

__all__ = ["Shape", "pose_of", "shapes_of"]

_FARTHEST = 1e9
"""What lies farther from the origin, in the unit of the drawing, is damaged and not drawn."""


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """A line, open or closed, in metres.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        A closed one returns to its first point.
    closed : bool
    arc : (float, float, float) or None
        Middle and radius of an arc or circle.
    """

    points: Points
    closed: bool = False
    arc: tuple[float, float, float] | None = None


def shapes_of(entity: Any) -> Iterator[Shape]:
    """Yield the lines of an entity in the plane; nothing for texts, dimensions and the like."""
    from ezdxf import path as paths

    kind = entity.dxftype()
    if kind == "POINT":
        yield Shape(np.array([[entity.dxf.location.x, entity.dxf.location.y]]))
        return
    if kind == "HATCH":
        yield from (shape for line in paths.from_hatch(entity) for shape in _flat(line, None))
        return
    try:
        line = paths.make_path(entity)
    except (TypeError, ValueError, ArithmeticError):
        return
    yield from _flat(line, _round_of(entity, kind))


def _flat(line: Any, arc: tuple[float, float, float] | None) -> Iterator[Shape]:
    if not len(line):
        return
    extent = line.control_vertices()
    reach = max((abs(p.x) + abs(p.y) for p in extent), default=1.0) or 1.0
    sag = reach * 1e-4 if arc is None else max(arc[2] * 2e-3, 1e-9)
    points = np.array([(p.x, p.y) for p in line.flattening(sag, segments=8)])
    points = points[np.concatenate([[True], np.hypot(*np.diff(points, axis=0).T) > 1e-9 * reach])]
    if len(points) > 1 and np.isfinite(points).all() and np.abs(points).max() < _FARTHEST:
        closed = bool(line.is_closed)
        yield Shape(np.vstack([points[:-1], points[:1]]) if closed else points, closed, arc)


def _round_of(entity: Any, kind: str) -> tuple[float, float, float] | None:
    """Return middle and radius of an arc; an ellipse is one where its axes are equal."""
    if kind in ("ARC", "CIRCLE"):
        middle = entity.ocs().to_wcs(entity.dxf.center)
        return float(middle.x), float(middle.y), abs(float(entity.dxf.radius))
    if kind == "ELLIPSE" and abs(abs(entity.dxf.ratio) - 1) < 1e-6:
        middle = entity.dxf.center
        return float(middle.x), float(middle.y), float(entity.dxf.major_axis.magnitude)
    return None


def pose_of(insert: Any, chair_front: float) -> tuple[tuple[float, float], float, float]:
    """Return place, height and front of a block reference, its scales, mirrors and turns applied."""
    from ezdxf.math import Vec3

    matrix = insert.matrix44()
    origin = matrix.transform(insert.block().block.dxf.base_point if insert.block() else Vec3())
    ahead = matrix.transform_direction(Vec3.from_deg_angle(chair_front))
    angle = degrees(np.arctan2(ahead.y, ahead.x)) % 360 if hypot(ahead.x, ahead.y) > 0 else 90.0
    return (float(origin.x), float(origin.y)), float(origin.z), round(float(angle), 6)
