"""The seats of a DXF drawing: those that seatplan wrote, with their names, or chairs that nobody numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields
from typing import Any, get_args, get_type_hints

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.io.chairs import Chair, chairs_of, seats_of_chairs
from seatplan.io.dxf.about import About
from seatplan.io.dxf.things import Drawn, Thing
from seatplan.io.note import Note
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.ground import Frame, frame_of, ground
from seatplan.layout.room import Room
from seatplan.venue import Area, Fixture, Seat, Venue
from seatplan.venue.numbering import Language

__all__ = ["drawn_venue"]

_STILL = Frame(0.0, np.zeros(2))
_DIGITS = 6
_DRAWN = frozenset({"x", "y", "width", "depth"})
"""What the lines themselves show."""


def drawn_venue(drawn: Drawn, room: Room | None, language: Language = "en") -> tuple[Venue | None, list[Note]]:
    """Return the venue of a drawing, or None where it has no chairs.

    Parameters
    ----------
    drawn : Drawn
    room : Room or None
    language : {"en", "zh"}
        Where the drawing does not say it.

    Raises
    ------
    InputError
        For chairs in one place, seats that lost what seatplan wrote along, and all that `Venue` refuses.
    """
    chairs, notes = chairs_of(drawn.of("chairs"))
    if not chairs and not drawn.of("areas"):
        return None, notes
    frame = _STILL if room is None else frame_of(room)
    if drawn.about.get("language") in ("en", "zh"):
        language = "zh" if drawn.about["language"] == "zh" else "en"
    seats, areas = _seats(drawn, chairs, frame, language)
    fixtures = () if room is None else fixtures_of(ground(room), language)
    others = tuple(_fixture(thing, frame) for thing in drawn.of("fixtures") if "id" in thing.data)
    name = drawn.about.get("venue") or (room.name if room is not None else drawn.file)
    return Venue(name, seats, areas, (*fixtures, *others)), notes


def _seats(
    drawn: Drawn, chairs: Sequence[Chair], frame: Frame, language: Language
) -> tuple[tuple[Seat, ...], tuple[Area, ...]]:
    """Return the seats as they were written, or numbered anew if none was."""
    written = [chair for chair in chairs if "id" in chair.data]
    if not written and not drawn.of("areas"):
        return seats_of_chairs(chairs, frame, language)
    for chair in chairs:
        if "id" not in chair.data:
            found = "it has no seat number, and other chairs have one"
            raise InputError([Fault(chair.where, found, "copy a numbered chair and give it an id of its own")])
    return tuple(_seat(chair, frame) for chair in chairs), tuple(map(_area, drawn.of("areas")))


def _seat(chair: Chair, frame: Frame) -> Seat:
    (x, y) = frame.placed(np.array([[chair.x, chair.y]]))[0].round(_DIGITS).tolist()
    given = _given(Seat, chair.where, chair.data)
    facing = round((chair.facing + frame.degrees) % 360, _DIGITS)
    return Seat(**given, x=x + 0.0, y=y + 0.0, z=round(chair.z, _DIGITS) + 0.0, facing=facing)


def _area(thing: Thing) -> Area:
    return Area(**_given(Area, thing.where, thing.data))


def _fixture(thing: Thing, frame: Frame) -> Fixture:
    corners = frame.placed(thing.points)
    given = _given(Fixture, thing.where, thing.data)
    if len(corners) < 4:
        x, y = corners[0].round(_DIGITS).tolist()
        return Fixture(**given, x=x, y=y, width=0.0, depth=0.0)
    one, other = corners[1] - corners[0], corners[3] - corners[0]
    (x, y), turn = corners[:4].mean(axis=0).round(_DIGITS).tolist(), float(np.degrees(np.arctan2(one[1], one[0])))
    width, depth = round(float(np.hypot(*one)), _DIGITS), round(float(np.hypot(*other)), _DIGITS)
    return Fixture(**given, x=x + 0.0, y=y + 0.0, width=width, depth=depth, turn=round(turn, _DIGITS) + 0.0)


def _given(kind: type, where: str, data: dict[str, str]) -> dict[str, Any]:
    """Return the fields of a thing that stand in its data, as what they must be."""
    lost = [f.name for f in fields(kind) if f.default is MISSING and f.name not in data and f.name not in _DRAWN]
    if lost:
        found = f"it has lost its {', '.join(lost)}"
        raise InputError([Fault(where, found, "delete it, or write the drawing again")])
    about, hints = About(where, data), get_type_hints(kind)
    return dict(_values(kind, about, hints))


def _values(kind: type, about: About, hints: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for each in fields(kind):
        key, hint = each.name, hints[each.name]
        if key not in about.data:
            continue
        if hint is int:
            yield key, about.whole(key, 0)
        elif hint is float:
            yield key, about.number(key, 0.0)
        elif hint is bool:
            yield key, about.flag(key, True)
        elif hint is str:
            yield key, about.data[key]
        elif get_args(hint) and hint != frozenset[str]:
            yield key, about.one(key, get_args(hint), "")
        else:
            yield key, frozenset(about.many(key))
