"""What a DXF drawing cannot show: names, heights and slopes, as text that seatplan writes along and reads back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from seatplan.errors import Fault, InputError
from seatplan.layout.room import Room
from seatplan.layout.room_parts import FloorStep

__all__ = ["About", "about_room", "escaped", "room_fields", "unescaped", "words"]

_APART = "\x1f"
"""Between words of which one has a comma."""
_LONGEST = 200
"""Characters of one string in a drawing: 255 bytes are allowed."""


def about_room(room: Room) -> Iterator[tuple[str, str]]:
    """Yield what stands for the room as a whole, key and value.

    Examples
    --------
    >>> dict(about_room(Room(((0, 0), (8, 0), (8, 6), (0, 6)), slope=0.05)))
    {'name': 'Room', 'front': 'top', 'slope': '0.05'}
    """
    yield "name", room.name
    yield "front", room.front
    if room.slope:
        yield "slope", repr(float(room.slope))
    if room.ceiling is not None:
        yield "ceiling", repr(float(room.ceiling))
    if room.windows:
        yield "windows", ",".join(room.windows)
    if room.steps:
        yield "steps", ";".join(f"{float(step.distance)!r}:{float(step.height)!r}" for step in room.steps)


class About:
    """Fields that seatplan wrote into a drawing, which somebody may have edited since.

    Parameters
    ----------
    where : str
        For messages.
    data : mapping of str to str

    Examples
    --------
    >>> about = About("hall.dxf", {"height": "0.6", "closed": "yes"})
    >>> about.number("height", 1.0), about.number("landing", 1.4), about.flag("closed", False)
    (0.6, 1.4, True)
    """

    def __init__(self, where: str, data: Mapping[str, str]) -> None:
        self.where, self.data = where, data

    def number(self, key: str, default: float) -> float:
        """Return a number."""
        if key not in self.data:
            return default
        value = _number(self.data[key])
        if value is None:
            raise InputError([Fault(self.where, f"its {key} {self.data[key]!r} is no number", "give metres")])
        return value

    def whole(self, key: str, default: int) -> int:
        """Return a whole number."""
        value = self.number(key, default)
        if value != int(value):
            raise InputError([Fault(self.where, f"its {key} is {value:g}", "give a whole number")])
        return int(value)

    def flag(self, key: str, default: bool) -> bool:
        """Return yes or no."""
        return bool(self.one(key, ("yes", "no"), "yes" if default else "no") == "yes")

    def one(self, key: str, choices: Sequence[str], default: str) -> Any:
        """Return one of some words."""
        value = self.data.get(key, default)
        if value not in choices:
            raise InputError([Fault(self.where, f"its {key} is {value!r}", f"use one of: {', '.join(choices)}")])
        return value

    def many(self, key: str, choices: Sequence[str] = ()) -> tuple[Any, ...]:
        """Return several words."""
        text = self.data.get(key, "")
        values = tuple(filter(None, text.split(_APART if _APART in text else ",")))
        for value in values:
            if choices and value not in choices:
                found = f"its {key} are {self.data[key]!r}"
                raise InputError([Fault(self.where, found, f"use some of: {', '.join(choices)}")])
        return values


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if isfinite(value) else None


SIDES = ("top", "right", "bottom", "left")


def room_fields(data: Mapping[str, str], file: str) -> dict[str, Any]:
    """Return the fields of a room from what stands in a drawing.

    Raises
    ------
    InputError
        For values that are none: somebody may have edited them.

    Examples
    --------
    >>> room_fields({"name": "Hall", "steps": "8.0:0.15", "printed": "yes"}, "hall.dxf")
    {'name': 'Hall', 'steps': (FloorStep(distance=8.0, height=0.15),)}
    """
    about = About(f"{file} properties", data)
    found: dict[str, Any] = {"name": data["name"]} if "name" in data else {}
    found |= {key: about.number(key, 0.0) for key in ("slope", "ceiling") if key in data}
    found |= {"windows": about.many("windows", SIDES)} if "windows" in data else {}
    found |= {"front": about.one("front", SIDES, "top")} if "front" in data else {}
    if data.get("steps"):
        pairs = (pair.partition(":")[::2] for pair in data["steps"].split(";"))
        steps = (About(about.where, {"steps": a, "heights": b}) for a, b in pairs)
        found["steps"] = tuple(FloorStep(one.number("steps", 0.0), one.number("heights", 0.0)) for one in steps)
    return found


def words(fields: Mapping[str, object]) -> list[tuple[int, str]]:
    """Return fields as strings of extended data: ``key=value``; one that begins with + goes on with the last.

    Examples
    --------
    >>> words({"name": "main", "closed": False, "landing": 1.4})
    [(1000, 'name=main'), (1000, 'closed=no'), (1000, 'landing=1.4')]
    """
    return [(1000, part) for key, value in fields.items() for part in _chunks(f"{key}={escaped(_text(value))}")]


def escaped(text: str) -> str:
    """Return a text on one line: a drawing has one value a line, so nobody may type a line feed into it.

    Examples
    --------
    >>> escaped("a\\nb"), unescaped(escaped("a\\nb"))
    ('a/u00000ab', 'a\\nb')
    """
    return _UNSAFE.sub(lambda found: f"/u{ord(found[0]):06x}", text)


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    return _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), text)


_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f/\\^%\u2028\u2029\ud800-\udfff]")
"""Control characters, and what CAD programs read as a code of their own."""
_ESCAPE = re.compile(r"/u([0-9a-f]{6})")


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple | frozenset):
        items = list(map(str, sorted(value) if isinstance(value, frozenset) else value))
        return _APART + _APART.join(items) if any("," in item for item in items) else ",".join(items)
    return repr(value) if isinstance(value, float) else str(value)


def _chunks(text: str) -> Iterator[str]:
    size = _LONGEST if text.isascii() else _LONGEST // 4
    yield text[:size]
    for start in range(size, len(text), size):
        yield "+" + text[start : start + size]
