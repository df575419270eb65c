"""A DXF file -> things in metres: each entity or block reference with its outline, handle and layer.

Blocks are followed as far as they are nested, with their scales, mirrors and turns; what lies in a block on layer
0 belongs to the layer of the reference. ``ezdxf`` is needed and is imported when a file is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.io.dxf.about import unescaped
from seatplan.io.dxf.names import LAYERS, UNITS, DxfNames, DxfUnit, Kind
from seatplan.io.dxf.open import DEEPEST, attribute, bounded, need_ezdxf, open_drawing
from seatplan.io.dxf.shapes import Shape, pose_of, shapes_of
from seatplan.io.dxf.units import unit_of
from seatplan.io.files import read_bytes
from seatplan.io.note import Note
from seatplan.layout.shapes import Points

if TYPE_CHECKING:
    from ezdxf.document import Drawing
    from ezdxf.entities.dxfentity import DXFEntity

__all__ = ["APP", "Drawn", "Thing", "read_things"]

APP = "SEATPLAN"
"""Under this name what a drawing cannot show stands as further data of its entities."""


@dataclass(frozen=True, eq=False, slots=True)
class Thing:
    """An entity or a block reference that means something.

    Parameters
    ----------
    kind : str
    where : str
        For messages: file, kind of entity, handle and layer.
    shapes : tuple of Shape
    place : (float, float)
        Where a block is inserted.
    ahead : float
        Degrees counter-clockwise from x to which the front of a chair points.
    height : float
        Of its insertion point.
    data : dict of str to str
        What seatplan wrote along with it.
    block : bool
    """

    kind: Kind
    where: str
    shapes: tuple[Shape, ...]
    place: tuple[float, float] = (0.0, 0.0)
    ahead: float = 90.0
    height: float = 0.0
    data: dict[str, str] = field(default_factory=dict)
    block: bool = False

    @property
    def points(self) -> Points:
        """All points of its shapes, shape (n, 2)."""
        return np.concatenate([shape.points for shape in self.shapes] or [np.empty((0, 2))])


@dataclass(frozen=True, eq=False)
class Drawn:
    """What a DXF file shows.

    Parameters
    ----------
    file : str
    things : tuple of Thing
    about : dict of str to str
        What seatplan wrote of the room as a whole.
    notes : tuple of Note
    unit : str
    """

    file: str
    things: tuple[Thing, ...]
    about: dict[str, str]
    notes: tuple[Note, ...]
    unit: DxfUnit

    def of(self, kind: Kind) -> list[Thing]:
        """Return the things of one kind."""
        return [thing for thing in self.things if thing.kind == kind]


def read_things(path: Path | str, names: DxfNames) -> Drawn:
    """Read what a DXF file shows.

    Parameters
    ----------
    path : path
    names : DxfNames

    Returns
    -------
    Drawn

    Raises
    ------
    InputError
        If ``ezdxf`` is missing, for a file that is no DXF drawing, and if its unit is neither stated nor clear.
    """
    need_ezdxf()
    path = Path(path)
    doc, repairs = open_drawing(read_bytes(path), path.name)
    reader = _Reader(path.name, names)
    reader.read(doc)
    header = doc.header
    unit, notes = unit_of(
        path.name,
        _extent(reader.things),
        told=names.unit,
        insunits=int(header.get("$INSUNITS", 0) or 0),
        english=header.get("$MEASUREMENT", 1) == 0,
    )
    about = {
        str(tag)[len(APP) + 1 :]: unescaped(str(value))
        for tag, value in doc.header.custom_vars
        if str(tag).startswith(f"{APP} ")
    }
    return Drawn(
        path.name, tuple(_in_metres(reader.things, UNITS[unit])), about, (*repairs, *notes, *reader.notes()), unit
    )


class _Reader:
    """Walks through a drawing, in its own unit."""

    def __init__(self, file: str, names: DxfNames) -> None:
        self.file, self.names = file, names
        self.things: list[Thing] = []
        self.unread: Counter[str] = Counter()

    def read(self, doc: Drawing) -> None:
        bounded(doc, self.file)
        for entity in doc.modelspace():
            self._take(entity, attribute(entity, "layer", "0"), attribute(entity, "handle", "?"), 0)
        if not self.things:
            layers = ", ".join(sorted(self.unread)[:8]) or "none"
            mend = "name the layers in a file of layers: walls: [...]"
            raise InputError([Fault(self.file, f"no layer is known; it has: {layers}", mend)])

    def notes(self) -> Iterator[Note]:
        if self.unread:
            told = ", ".join(f"{layer} ({count})" for layer, count in self.unread.most_common(12))
            en, zh = f"layers that were not read: {told}", f"未读取的图层：{told}"
            yield Note(self.file, en, zh)

    def _take(self, entity: DXFEntity, layer: str, handle: str, depth: int) -> None:
        is_block = entity.dxftype() == "INSERT"
        block = str(entity.dxf.name) if is_block else ""
        data = _data(entity)
        kind = data.get("as") if data.get("as") in LAYERS else self.names.kind(layer, block)
        if kind is not None:
            self._thing(kind, entity, layer, handle, data)
        elif not is_block or depth >= DEEPEST:
            self.unread[layer] += 1
        else:
            for part, inner in self._inside(entity, layer):
                self._take(part, inner, handle, depth + 1)

    def _inside(self, insert: Any, layer: str) -> Iterator[tuple[DXFEntity, str]]:
        """Yield what a block holds, placed, with its layer."""
        copies = insert.multi_insert() if insert.mcount > 1 else (insert,)
        for one in copies:
            for part in one.virtual_entities():
                own = attribute(part, "layer", "0")
                yield part, layer if own == "0" else own

    def _thing(self, kind: Any, entity: Any, layer: str, handle: str, data: dict[str, str]) -> None:
        where = f"{self.file} {entity.dxftype()} #{handle} on layer {layer}"
        if entity.dxftype() != "INSERT":
            shapes = tuple(shapes_of(entity))
            place = _text_place(entity) if not shapes else (0.0, 0.0)
            if shapes or kind == "areas":
                self.things.append(Thing(kind, where, shapes, place, data=data))
            else:
                self.unread[layer] += 1
            return
        for one in entity.multi_insert() if entity.mcount > 1 else (entity,):
            shapes = tuple(shape for part in _parts(one, 0) for shape in shapes_of(part))
            place, height, ahead = pose_of(one, self.names.chair_front)
            if not all(map(isfinite, (*place, height))):
                raise InputError([Fault(where, "its place is no number", "insert it again, or delete it")])
            self.things.append(Thing(kind, where, shapes, place, ahead, height, data, True))


def _parts(insert: Any, depth: int) -> Iterator[DXFEntity]:
    """Yield what a block holds, with what the blocks in it hold, placed."""
    for part in insert.virtual_entities():
        if part.dxftype() == "INSERT" and depth < DEEPEST:
            yield from _parts(part, depth + 1)
        else:
            yield part


def _text_place(entity: Any) -> tuple[float, float]:
    if not entity.dxf.hasattr("insert"):
        return 0.0, 0.0
    return float(entity.dxf.insert.x), float(entity.dxf.insert.y)


def _data(entity: Any) -> dict[str, str]:
    """Return what seatplan wrote along with an entity: ``key=value``; a string that begins with + goes on."""
    if not entity.has_xdata(APP):
        return {}
    found: dict[str, str] = {}
    key = ""
    for tag in entity.get_xdata(APP):
        if tag.code != 1000:
            continue
        if str(tag.value).startswith("+") and key:
            found[key] += str(tag.value)[1:]
        else:
            key, _, value = str(tag.value).partition("=")
            found[key] = value
    return {key: unescaped(value) for key, value in found.items()}


def _extent(things: list[Thing]) -> float:
    """Return the longer side of all walls in the unit of the drawing; 0 without any."""
    walls = [thing.points for thing in things if thing.kind == "walls" and len(thing.points)]
    points = np.concatenate(walls or [np.zeros((1, 2))])
    return float(np.ptp(points, axis=0).max()) if np.isfinite(points).all() else float("nan")


def _in_metres(things: list[Thing], unit: float) -> Iterator[Thing]:
    for thing in things:
        shapes = tuple(_scaled(shape, unit) for shape in thing.shapes)
        place = thing.place[0] * unit, thing.place[1] * unit
        yield Thing(
            thing.kind, thing.where, shapes, place, thing.ahead, thing.height * unit, thing.data, thing.block
        )


def _scaled(shape: Shape, unit: float) -> Shape:
    arc = None if shape.arc is None else (shape.arc[0] * unit, shape.arc[1] * unit, shape.arc[2] * unit)
    return Shape(shape.points * unit, shape.closed, arc)
