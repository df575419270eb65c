"""The keys ``room`` and ``layout`` of the section ``venue``: a room is filled while the event is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, InputError
from seatplan.io.accept import Text, accept, given, model_of
from seatplan.io.border import Reading, Strict, read_as
from seatplan.io.event_paths import inside
from seatplan.io.text import nearest
from seatplan.io.tree import Loc
from seatplan.venue import Venue

if TYPE_CHECKING:
    from seatplan.layout import Room, Style

__all__ = ["LayoutKeys", "laid_out"]

_LOC = ("venue",)
_OURS = frozenset({"room", "code", "people", "language", "rule", "objective"})


class LayoutKeys(Strict):
    """How a room is filled; further keys are settings of the style."""

    style: Text = "theatre"
    code: Text = ""
    people: accept(int | None) = None  # type: ignore[valid-type]
    closed: accept(tuple[str, ...]) = ()  # type: ignore[valid-type]
    objective: accept(tuple[str, ...]) = ()  # type: ignore[valid-type]


def laid_out(
    room: Any, layout: Any, reading: Reading, folder: Path, *, common: Mapping[str, Any], name: str
) -> Venue | None:
    """Return the venue of a room that is filled in a style, or None after noting every fault.

    Parameters
    ----------
    room : object
        As typed: a file, or the keys of a room.
    layout : object
        As typed: a style, or a mapping with ``style``, ``code``, ``people``, ``closed`` (doors by which nobody
        leaves) and settings of the style.
    reading : Reading
    folder : Path
        That of the event file.
    common : mapping of str to object
        Settings of the event that styles take unless the file says otherwise.
    name : str
        Of the venue; empty for that of the room.
    """
    from seatplan.layout import STYLES, lay_out

    found = _room(room, reading, folder)
    typed = {"style": layout} if isinstance(layout, str) else {} if layout is None else layout
    keys, own = _split(typed, reading)
    if found is None or keys is None:
        return None
    if keys.style not in STYLES:
        mend = nearest(keys.style, STYLES)
        reading.fault((*_LOC, "layout"), f"there is no style {keys.style!r}", mend)
        return None
    options = _options(STYLES[keys.style], own, reading, common)
    if options is None:
        return None
    try:
        for door in keys.closed:
            found = found.close(door)
        asked = {"code": keys.code or None, "people": keys.people, "language": common.get("language", "en")}
        asked["objective"] = keys.objective
        venue = lay_out(found, keys.style, options=options, **asked).venue
    except InputError as error:
        reading.faults.extend(_placed(error, reading))
        return None
    return replace(venue, name=name or venue.name)


def _placed(error: InputError, reading: Reading) -> list[Any]:
    place = reading.tree.place((*_LOC, "layout"))
    return [replace(fault, where=f"{place}: {fault.where}") for fault in error.faults]


def _room(typed: Any, reading: Reading, folder: Path) -> Room | None:
    from seatplan.io.room import read_room_file, room_from

    loc: Loc = (*_LOC, "room")
    if not isinstance(typed, str):
        return room_from(typed, reading, loc)
    path = inside(folder, typed, reading, loc)
    try:
        return None if path is None else _from_dxf(path) if path.suffix.lower() == ".dxf" else read_room_file(path)
    except InputError as error:
        reading.faults.extend(error.faults)
        return None


def _from_dxf(path: Path) -> Room:
    from seatplan.io.dxf.read import read_dxf

    found = read_dxf(path).room
    if found is None:
        raise InputError([Fault(str(path), "it has no walls", "draw them, or give the room as YAML")])
    return found


def _split(typed: Any, reading: Reading) -> tuple[LayoutKeys | None, dict[str, Any]]:
    """Return the keys of every style, and the rest."""
    if not isinstance(typed, dict):
        mend = "write 'layout: theatre', or 'layout: {style: theatre, ...}'"
        reading.fault((*_LOC, "layout"), "a layout is a style, with or without settings", mend)
        return None, {}
    ours = {key: value for key, value in typed.items() if key in LayoutKeys.model_fields}
    keys = read_as(LayoutKeys, ours, reading, (*_LOC, "layout"))
    return keys, {key: value for key, value in typed.items() if key not in LayoutKeys.model_fields}


def _options(
    style: Style, typed: Mapping[str, Any], reading: Reading, common: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Return the settings of a style as its function takes them, with those of the event where it takes them."""
    keys = read_as(model_of(style.make, leave_out=_OURS), dict(typed), reading, (*_LOC, "layout"))
    if keys is None:
        return None
    shared = {name: common[name] for name in ("numbers",) if name in common and name in style.options}
    return {**shared, **given(keys)}
