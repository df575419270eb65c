"""Rooms as text that `seatplan.io.room` reads back: every field that has not its default value, in metres."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any

import yaml

from seatplan.io.room import FORMAT
from seatplan.layout.room import Room

__all__ = ["room_yaml"]


def room_yaml(room: Room) -> bytes:
    """Return a room as YAML; the same room gives the same bytes.

    Parameters
    ----------
    room : Room

    Returns
    -------
    bytes
        UTF-8. `seatplan.io.room.parse_room` makes the same room of it.

    Examples
    --------
    >>> from seatplan.layout import Door
    >>> print(room_yaml(Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(4, 0, 1.6),))).decode())
    format: seatplan-room/1
    unit: m
    walls:
    - [0, 0]
    - [8, 0]
    - [8, 6]
    - [0, 6]
    doors:
    - {x: 4, y: 0, width: 1.6, name: door 1}
    <BLANKLINE>
    """
    keys = {"format": FORMAT, "unit": "m", **_keys(room)}
    text = yaml.safe_dump(keys, sort_keys=False, allow_unicode=True, width=10_000)
    return text.encode("utf-8")


def _keys(thing: Any) -> dict[str, Any]:
    """Return the fields of a room or of a part of it that are not as they are by default."""
    found = {}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.default is MISSING or value != field.default:
            found[field.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _Flow(_keys(value))
    if isinstance(value, tuple):
        flat = all(isinstance(item, float | int | str) for item in value)
        return (_Row if flat else list)(map(_plain, value))
    return _number(value) if isinstance(value, float) else value


def _number(value: float) -> float | int:
    """Return a number as people write it: 8, not 8.0."""
    return int(value) if value == int(value) and abs(value) < 1e15 else float(value)


class _Flow(dict[str, Any]):
    """A mapping on one line."""


class _Row(list[Any]):
    """A list on one line."""


yaml.SafeDumper.add_representer(
    _Flow, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)
)
yaml.SafeDumper.add_representer(
    _Row, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)
