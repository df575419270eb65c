"""Rooms as YAML, ``seatplan-room/1``: walls, doors, pillars and what else stands in it, in any unit of length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, create_model

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.accept import Text, accept, given, model_of
from seatplan.io.border import Reading, Strict, read_as
from seatplan.io.files import read_bytes
from seatplan.io.tree import Loc, Tree, decoded, parse_yaml, read_yaml
from seatplan.layout.room import Room, rectangle
from seatplan.layout.sketch import from_sketch

__all__ = ["parse_room", "read_room_file", "read_sketch_file", "room_from"]

FORMAT = "seatplan-room/1"
_LARGEST_SKETCH = 1024 * 1024
_UNITS = {"m": 1.0, "cm": 0.01, "mm": 0.001, "ft": 0.3048, "in": 0.0254}
_NO_LENGTHS = frozenset({"turn", "slope", "price"})
_OUTLINES = ("walls", "size", "sketch")


def read_room_file(path: Path | str) -> Room:
    """Read a room.

    Parameters
    ----------
    path : path
        A file of YAML; see `parse_room`.

    Returns
    -------
    Room

    Raises
    ------
    InputError
        If the file is missing, and as `parse_room` does.
    """
    return _room_of(read_yaml(path))


def read_sketch_file(path: Path | str) -> Room:
    """Read a room that is drawn in a file of text; see `seatplan.layout.from_sketch`.

    Parameters
    ----------
    path : path
        UTF-8 or GB18030; the name of the file becomes the name of the room.

    Returns
    -------
    Room

    Raises
    ------
    InputError
        If the file is missing or no text, and as `from_sketch` does, with line and column.
    """
    path = Path(path)
    try:
        return from_sketch(decoded(read_bytes(path, largest=_LARGEST_SKETCH), path.name), name=path.stem)
    except InputError as error:
        raise InputError(_in_file(fault, path.name) for fault in error.faults) from None


def _in_file(fault: Fault, file: str) -> Fault:
    """Return a fault of a sketch with the place in its file."""
    place = re.compile(r"sketch line (\d+), column (\d+)")
    where = place.sub(lambda found: f"{file}:{found[1]}:{found[2]}", fault.where)
    return replace(fault, where=where, found=place.sub(r"line \1, column \2", fault.found))


def parse_room(text: str, file: str = "room.yaml") -> Room:
    """Return the room that a text of YAML describes.

    Parameters
    ----------
    text : str
        The keys are those of `Room` and of its parts. The outline is ``walls``, a list of corners; or ``size``,
        width and depth of a rectangle; or ``sketch``, a drawing as `from_sketch` reads it, with ``cell``.
        ``unit`` is the unit of all lengths: m, cm, mm, ft or in.
    file : str
        Its name in messages.

    Returns
    -------
    Room

    Raises
    ------
    InputError
        For every unknown key and value and for all that `Room` refuses, with line and column.

    Examples
    --------
    >>> room = parse_room('''
    ... unit: ft
    ... size: [80, 60]
    ... doors:
    ... - {x: 40, y: 0, width: 6}
    ... ''')
    >>> room.walls[2], room.doors[0].width
    ((24.384, 18.288), 1.8288)
    >>> parse_room("size: [8, 6]\\ndoors: [{x: 4, y: 1.2, width: 1}]")
    Traceback (most recent call last):
    seatplan.errors.InputError: room.yaml:2:9 doors[1]: it is 1.20 m off the nearest wall, 1-2; put it at (4.00...
    """
    return _room_of(parse_yaml(text, file))


def _room_of(tree: Tree) -> Room:
    refuse(_other_kind(tree))
    reading = Reading(tree)
    room = room_from(tree.data, reading)
    refuse(reading.in_order())
    assert room is not None
    return room


def _other_kind(tree: Tree) -> Iterator[Fault]:
    """Yield what a file is that holds no room."""
    if tree.data is None:
        yield Fault(tree.file, "the file is empty", f"write a room: 'format: {FORMAT}' and its walls")
    elif isinstance(tree.data, dict) and str(tree.data.get("format", "")).startswith("seatplan-event"):
        yield Fault(tree.place(("format",)), "this is an event, no room", "give the file of its room")


def room_from(data: Any, reading: Reading, loc: Loc = ()) -> Room | None:
    """Return the room of a mapping, or None after noting every fault.

    Parameters
    ----------
    data : object
        As typed.
    reading : Reading
        Takes the faults.
    loc : tuple
        Way to the mapping in the file.
    """
    keys = read_as(_model(), data, reading, loc)
    if keys is None:
        return None
    known = given(keys)
    outlines = [name for name in _OUTLINES if known.get(name)]
    if len(outlines) != 1:
        found = f"a room has one outline, and here are {', '.join(outlines) or 'none'}"
        reading.fault(loc, found, "give one of: walls, size, sketch")
        return None
    try:
        return _built(known, outlines[0])
    except InputError as error:
        reading.faults.extend(_placed(error, reading, loc, known))
        return None


def _built(known: dict[str, Any], outline: str) -> Room:
    unit = _UNITS[known.get("unit", "m")]
    parts = {name: _scaled(value, unit) for name, value in known.items() if name not in _EXTRA}
    parts["slope"] = known.get("slope", 0.0)
    if outline == "sketch":
        cell = _scaled(known.get("cell", (0.5 / unit, 1.0 / unit)), unit)
        drawn = from_sketch(known["sketch"], cell=cell, name=known.get("name", "Room"))
        refuse(_twice(drawn, parts))
        both = {name: (*getattr(drawn, name), *parts.pop(name, ())) for name in _BOTH}
        return replace(drawn, **{**parts, **both})
    if outline == "size":
        parts["walls"] = rectangle(*_scaled(known["size"], unit))
    return Room(**parts)


def _twice(drawn: Room, parts: dict[str, Any]) -> Iterator[Fault]:
    if drawn.stage is not None and "stage" in parts:
        yield Fault("stage", "the sketch has a stage too", "leave out one of them")


_BOTH = ("doors", "pillars", "aisles", "keep_clear")
"""What a sketch and the keys beside it may both name."""
_EXTRA = frozenset({"format", "unit", "size", "sketch", "cell"})


@lru_cache(maxsize=1)
def _model() -> type[Strict]:
    keys = model_of(Room, leave_out=frozenset({"walls"}))
    extra: dict[str, Any] = {
        "format": (Literal["seatplan-room/1"], FORMAT),
        "unit": (Literal["m", "cm", "mm", "ft", "in"], Field(default="m", description="Unit of all lengths.")),
        "walls": (accept(tuple[tuple[float, float], ...]), ()),
        "size": (accept(tuple[float, float] | None), None),
        "sketch": (Text, ""),
        "cell": (accept(tuple[float, float]), (0.5, 1.0)),
    }
    return create_model("Room", __base__=keys, **extra)


def _scaled(value: Any, unit: float) -> Any:
    """Return a value with all its lengths in metres; defaults are in metres already."""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return round(value * unit, 9) if unit != 1.0 else float(value)
    if isinstance(value, tuple):
        return tuple(_scaled(item, unit) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [
            field.name
            for field in fields(value)
            if field.name not in _NO_LENGTHS and getattr(value, field.name) != field.default
        ]
        return replace(value, **{name: _scaled(getattr(value, name), unit) for name in names})
    return value


def _placed(error: InputError, reading: Reading, loc: Loc, known: dict[str, Any]) -> Iterator[Fault]:
    """Say where in the file the complaint of a room belongs."""
    for fault in error.faults:
        way, rest = _way(fault.where, known)
        place = reading.tree.place((*loc, *way))
        yield replace(fault, where=f"{place}: {fault.where}" if rest else place)


_NAMED = {
    "pillar": "pillars",
    "aisle": "aisles",
    "kept clear": "keep_clear",
    "floor step": "steps",
    "power": "power",
}


def _way(where: str, known: dict[str, Any]) -> tuple[Loc, bool]:
    """Return the keys that lead to what a room complains of, and whether its name must still be said."""
    doors = [door.name or f"door {i}" for i, door in enumerate(known.get("doors", ()), 1)]
    if where in doors:
        return ("doors", doors.index(where)), False
    numbered = re.fullmatch(r"(pillar|aisle|kept clear|floor step|power) (\d+)", where)
    if numbered:
        return (_NAMED[numbered[1]], int(numbered[2]) - 1), False
    corner = re.match(r"room (?:corner|corners|wall|walls) (\d+)", where)
    if corner:
        return ("walls", int(corner[1]) - 1), True
    if where in ("stage", "screen"):
        return (where,), False
    return (("sketch",) if where.startswith("sketch") else ()), True
