"""DXF drawings for tests, as people make them: double walls, doors as blocks, any unit, any layer."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import ezdxf

BOX = [(0, 0), (12, 0), (12, 9), (0, 9)]


def blank(units: int = 6, *, measurement: int = 1) -> Any:
    """Return an empty drawing."""
    doc = ezdxf.new("R2010")
    doc.header["$INSUNITS"] = units
    doc.header["$MEASUREMENT"] = measurement
    return doc


def saved(doc: Any, folder: Path, name: str = "hall.dxf") -> Path:
    path = folder / name
    doc.saveas(path)
    return path


def walls(doc: Any, corners: Any = BOX, *, layer: str = "WALL", scale: float = 1.0, close: bool = True) -> Any:
    points = [(x * scale, y * scale) for x, y in corners]
    return doc.modelspace().add_lwpolyline(points, close=close, dxfattribs={"layer": layer})


def lines(doc: Any, *places: tuple[float, float], layer: str = "WALL") -> list[Any]:
    """Draw a line from each place to the next."""
    pairs = pairwise(places)
    return [doc.modelspace().add_line(a, b, dxfattribs={"layer": layer}) for a, b in pairs]


def door_block(doc: Any, *, width: float = 1.0, name: str = "DOOR-1") -> str:
    """Add a door of one leaf: hinge at the origin, shut along x, open along y."""
    block = doc.blocks.new(name)
    block.add_line((0, 0), (0, width))
    block.add_arc((0, 0), width, 0, 90)
    return name


def chair_block(doc: Any, *, name: str = "CHAIR", size: float = 0.5, corner: bool = False) -> str:
    """Add a chair whose occupant looks along y; its base point is its middle or a corner."""
    block, h = doc.blocks.new(name), size / 2
    dx = h if corner else 0.0
    block.add_lwpolyline([(dx - h, dx - h), (dx + h, dx - h), (dx + h, dx + h), (dx - h, dx + h)], close=True)
    return name


def insert(doc: Any, block: str, x: float, y: float, *, layer: str = "0", **attributes: float) -> Any:
    return doc.modelspace().add_blockref(block, (x, y), dxfattribs={"layer": layer, **attributes})
