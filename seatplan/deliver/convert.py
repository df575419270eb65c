"""From a file of a room or a venue to another kind of file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from seatplan.errors import Fault, InputError
from seatplan.io.dxf.names import DxfNames, read_dxf_names
from seatplan.io.files import write_whole
from seatplan.io.note import Note
from seatplan.layout.room import Room
from seatplan.venue import Venue
from seatplan.venue.numbering import Language

__all__ = ["ROOM_FILES", "Place", "convert", "dxf_names", "read_place"]

Thing = TypeVar("Thing", Room, Venue)
ROOM_FILES = (".yaml", ".yml", ".dxf", ".txt", ".json")


@dataclass(frozen=True, eq=False)
class Place:
    """A room, a venue, or both, as they were read.

    Parameters
    ----------
    room : Room or None
    venue : Venue or None
    notes : tuple of Note
    """

    room: Room | None = None
    venue: Venue | None = None
    notes: tuple[Note, ...] = ()


def dxf_names(layers: Path | None, unit: str | None) -> DxfNames:
    """Return which layers of a drawing mean what: as a file says, and in which unit the drawing is."""
    names = DxfNames() if layers is None else read_dxf_names(layers)
    return names if unit is None else replace(names, unit=unit)  # type: ignore[arg-type]


def read_place(path: Path, *, names: DxfNames | None = None, language: Language = "en") -> Place:
    """Read a room or a venue from any file that seatplan knows.

    Parameters
    ----------
    path : Path
        ``.yaml``: a room; ``.txt``: a room that is drawn in text; ``.dxf``: a drawing; ``.json``: a venue.
    names : DxfNames, optional
        Which layers of a drawing mean what.
    language : {"en", "zh"}
        Of labels that a drawing does not give.

    Returns
    -------
    Place

    Raises
    ------
    InputError
        For another ending, and for everything that is wrong in the file.
    """
    suffix = path.suffix.lower()
    readers: dict[str, Callable[[], Place]] = {
        ".yaml": lambda: _room(path),
        ".yml": lambda: _room(path),
        ".txt": lambda: _sketch(path),
        ".json": lambda: _venue(path),
        ".dxf": lambda: _drawing(path, names, language),
    }
    if suffix not in readers:
        found = f"no kind of file with a room ends in {suffix!r}"
        raise InputError([Fault(str(path), found, f"use one of: {', '.join(ROOM_FILES)}")])
    return readers[suffix]()


def _room(path: Path) -> Place:
    from seatplan.io.room import read_room_file

    return Place(read_room_file(path))


def _sketch(path: Path) -> Place:
    from seatplan.io.room import read_sketch_file

    return Place(read_sketch_file(path))


def _venue(path: Path) -> Place:
    from seatplan.io.venue import read_venue

    return Place(venue=read_venue(path))


def _drawing(path: Path, names: DxfNames | None, language: Language) -> Place:
    from seatplan.io.dxf.read import read_dxf

    plan = read_dxf(path, names=names, language=language)
    return Place(plan.room, plan.venue, plan.notes)


def convert(place: Place, target: Path, *, language: Language = "en") -> None:
    """Write a room or a venue as another kind of file.

    Parameters
    ----------
    place : Place
    target : Path
        ``.yaml``: the room; ``.json``: the venue; ``.dxf`` and ``.svg``: a drawing of both.
    language : {"en", "zh"}
        Of the names of layers in a drawing.

    Raises
    ------
    InputError
        For another ending, a folder that does not exist, and if what should be written was not read.
    """
    if not target.parent.is_dir():
        raise InputError([Fault(str(target), "its folder does not exist", "make the folder first")])
    write_whole(target, _content(place, target, language))


def _content(place: Place, target: Path, language: Language) -> bytes:
    suffix = target.suffix.lower()
    if suffix in (".yaml", ".yml"):
        from seatplan.io.room_text import room_yaml

        return room_yaml(_needed(place.room, target, "room", "a venue has seats; write .json, .dxf or .svg"))
    if suffix == ".json":
        from seatplan.io.venue import venue_json

        return venue_json(_needed(place.venue, target, "seats", "lay them out with `seatplan layout`"))
    if suffix == ".dxf":
        from seatplan.io.dxf.write import dxf_bytes

        return dxf_bytes(place.room, place.venue, language=language)
    if suffix == ".svg":
        from seatplan.io.svg_out import svg_bytes

        return svg_bytes(place.room, place.venue)
    raise InputError([Fault(str(target), f"no room is written as {suffix!r}", "use .yaml, .json, .dxf or .svg")])


def _needed(thing: Thing | None, target: Path, what: str, mend: str) -> Thing:
    if thing is None:
        raise InputError([Fault(str(target), f"what was read has no {what}", mend)])
    return thing
