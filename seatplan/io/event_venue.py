"""The section ``venue`` of an event file: areas made by builders, a drawing, a file, or a room with its layout."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_type_hints

import seatplan.venue
from seatplan.errors import Fault, InputError
from seatplan.io.accept import Text, accept, given, model_of
from seatplan.io.border import Reading, Strict, read_as
from seatplan.io.event_paths import inside
from seatplan.io.event_room import laid_out
from seatplan.io.text import nearest, whole
from seatplan.io.tree import Loc
from seatplan.io.venue import read_venue
from seatplan.venue import Fixture, Venue, combine, from_drawing

__all__ = ["builders", "read_room"]

_LOC = ("venue",)
_JOINERS = ("combine", "from_drawing")
_MOST_SEATS = 100_000
_WAYS = ("areas", "drawing", "file", "room")


class VenueKeys(Strict):
    """Keys of the section."""

    name: Text = ""
    areas: list[Any] | None = None
    fixtures: accept(tuple[Fixture, ...]) = ()  # type: ignore[valid-type]
    drawing: Any = None
    file: Text = ""
    room: Any = None
    layout: Any = None


def builders() -> dict[str, Callable[..., Venue]]:
    """Return what can stand in the list ``areas``: the functions of `seatplan.venue` that make a venue.

    Examples
    --------
    >>> {"rostrum", "auditorium"} <= builders().keys()
    True
    """
    named = ((name, getattr(seatplan.venue, name)) for name in seatplan.venue.__all__)
    functions = {name: thing for name, thing in named if inspect.isfunction(thing) and name not in _JOINERS}
    return {name: thing for name, thing in functions.items() if get_type_hints(thing).get("return") is Venue}


def read_room(
    data: Any,
    reading: Reading,
    folder: Path,
    *,
    common: Mapping[str, Any],
    crowd: Callable[[str], int | None],
) -> Venue | None:
    """Return the venue, or None after noting every fault.

    Parameters
    ----------
    data : object
        The section as typed.
    reading : Reading
    folder : Path
        That of the event file.
    common : mapping of str to object
        Settings of the event that builders take unless the file says otherwise: ``name``, ``language``,
        ``numbers``, ``lectern``.
    crowd : callable
        Number of people who must find place in an area, for ``rows: fit``; None when that is not known.
    """
    keys = read_as(VenueKeys, {"file": data} if isinstance(data, str) else data, reading, _LOC, partly=True)
    if keys is None:
        return None
    ways = [name for name in _WAYS if getattr(keys, name) not in (None, "")]
    if len(ways) != 1:
        found = f"a venue is made in one way, and here are {', '.join(ways) or 'none of them'}"
        reading.fault(_LOC, found, f"give one of: {', '.join(_WAYS)}")
        return None
    if keys.layout is not None and keys.room is None:
        reading.fault((*_LOC, "layout"), "there is no room to lay out", "add 'room: hall.yaml' beside it")
        return None
    name = keys.name or str(common.get("name", ""))
    with_name = {**common, "name": name}
    try:
        if keys.areas is not None:
            return _areas(keys, reading, with_name, crowd)
        if keys.room is not None:
            room = laid_out(keys.room, keys.layout, reading, folder, common=common, name=keys.name)
            return room and replace(room, fixtures=(*room.fixtures, *keys.fixtures))
        room = _drawn(keys, reading, with_name) if keys.drawing is not None else _read(keys, reading, folder)
        return room and replace(room, name=keys.name or room.name, fixtures=(*room.fixtures, *keys.fixtures))
    except InputError as error:
        reading.faults.extend(_placed(error, reading, _LOC))
        return None


def _placed(error: InputError, reading: Reading, loc: Loc) -> Iterator[Fault]:
    """Say where in the event file a builder's complaint comes from."""
    for fault in error.faults:
        yield replace(fault, where=f"{reading.tree.place(loc)}: {fault.where}")


def _read(keys: VenueKeys, reading: Reading, folder: Path) -> Venue | None:
    path = inside(folder, keys.file, reading, (*_LOC, "file"))
    if path is None:
        return None
    try:
        return read_venue(path)
    except InputError as error:
        reading.faults.extend(error.faults)
        return None


def _drawn(keys: VenueKeys, reading: Reading, common: Mapping[str, Any]) -> Venue | None:
    loc = (*_LOC, "drawing")
    typed = {"text": keys.drawing} if isinstance(keys.drawing, str) else keys.drawing
    settings = read_as(model_of(from_drawing), typed, reading, loc)
    if settings is None:
        return None
    return _build(from_drawing, given(settings), reading, loc, common)


def _build(
    builder: Callable[..., Venue], settings: dict[str, Any], reading: Reading, loc: Loc, common: Mapping[str, Any]
) -> Venue | None:
    """Call a builder with the event's own settings where it takes them and the file says nothing else."""
    takes = inspect.signature(builder).parameters
    shared = {name: value for name, value in common.items() if name in takes}
    try:
        return builder(**{**shared, **settings})
    except InputError as error:
        reading.faults.extend(_placed(error, reading, loc))
        return None


def _areas(
    keys: VenueKeys, reading: Reading, common: Mapping[str, Any], crowd: Callable[[str], int | None]
) -> Venue | None:
    known = builders()
    parts = [
        _area(item, reading, (*_LOC, "areas", i), known, common, crowd) for i, item in enumerate(keys.areas or ())
    ]
    if not parts:
        reading.fault((*_LOC, "areas"), "the list of areas is empty", f"add one of: {', '.join(known)}")
    found = [part for part in parts if part is not None]
    if len(found) < len(parts) or not parts:
        return None
    return combine(common["name"], *found, fixtures=keys.fixtures)


def _area(
    item: Any,
    reading: Reading,
    loc: Loc,
    known: Mapping[str, Callable[..., Venue]],
    common: Mapping[str, Any],
    crowd: Callable[[str], int | None],
) -> Venue | None:
    if not isinstance(item, dict) or len(item) != 1:
        mend = "write '- rostrum: {rows: [8]}', or indent the settings below the name"
        reading.fault(loc, "an area is one kind with its settings", mend)
        return None
    ((kind, settings),) = item.items()
    if kind not in known:
        reading.fault((*loc, kind), f"there is no kind of area {kind!r}", nearest(kind, known), at_key=True)
        return None
    settings = _fitted({} if settings is None else settings, known[kind], reading, (*loc, kind), crowd)
    keys = read_as(model_of(known[kind]), settings, reading, (*loc, kind)) if settings is not None else None
    if keys is None:
        return None
    if _seats(given(keys)) > _MOST_SEATS:
        reading.fault((*loc, kind), f"more than {_MOST_SEATS} seats", "mend the rows and blocks")
        return None
    return _build(known[kind], given(keys), reading, (*loc, kind), common)


def _seats(settings: Mapping[str, Any]) -> int:
    """Return how many seats an area would have at most, before any of them is made."""
    rows = settings.get("rows")
    if "blocks" in settings:
        return _sum(settings["blocks"]) * (rows if isinstance(rows, int) else 1)
    each = max((_sum(value) for name, value in settings.items() if name not in ("rows", "floor")), default=1)
    return max(_sum(rows), 1) * max(each, 1)


def _sum(numbers: Any) -> int:
    if isinstance(numbers, str):
        return sum(min(whole(part) or 0, _MOST_SEATS + 1) for part in re.split(r"[,，]", numbers))
    return sum(map(_sum, numbers)) if isinstance(numbers, tuple) else numbers if isinstance(numbers, int) else 0


def _fitted(
    settings: Any, builder: Callable[..., Venue], reading: Reading, loc: Loc, crowd: Callable[[str], int | None]
) -> Any:
    """Turn ``rows: fit, per_row: 12`` into as many seats as people are placed there, front rows full."""
    if not isinstance(settings, dict) or settings.get("rows") != "fit":
        return settings
    default = inspect.signature(builder).parameters["id"].default
    people = crowd(settings.get("id") or default)
    if not people:
        found = "nobody is placed here by a rule 'rostrum', so the rows cannot be fitted"
        reading.fault((*loc, "rows"), found, "add that rule, or write the seats of each row: [8]")
        return None
    typed = settings.get("per_row")
    most = whole(typed) if isinstance(typed, str) else None
    if typed is not None and (most is None or most < 1):
        reading.fault((*loc, "per_row"), f"{typed!r} is no number of seats", "write a whole number from 1")
        return None
    rest = {name: value for name, value in settings.items() if name not in ("rows", "per_row")}
    return {**rest, "rows": [str(seats) for seats in _rows(people, most or people)]}


def _rows(people: int, most: int) -> Iterator[int]:
    """Yield the seats of each row: front rows are full (protocol.md rule 10)."""
    yield from [most] * (people // most)
    if people % most:
        yield people % most
