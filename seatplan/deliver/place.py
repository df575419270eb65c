"""A room, a venue or an event from a file: whatever has seats or could have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, InputError
from seatplan.venue import Venue

if TYPE_CHECKING:
    from seatplan.io import Event, Note
    from seatplan.layout import Room
    from seatplan.problem import Lang

__all__ = ["Site", "read_site"]

_OUTLINES = frozenset({"walls", "size", "sketch"})


@dataclass(frozen=True)
class Site:
    """Where people shall sit, as a file gives it.

    Parameters
    ----------
    venue : Venue
        Of a room without seats its walls, doors and stage.
    room : Room or None
        What a room file states.
    event : Event or None
    language : {"en", "zh"}
    notes : tuple of Note
        What reading it noticed.
    """

    venue: Venue
    room: Room | None
    event: Event | None
    language: Lang
    notes: tuple[Note, ...] = ()


def read_site(path: Path, language: Lang | None = None) -> Site:
    """Read a room (YAML), a venue (JSON) or an event (YAML); what it is stands in the file.

    Parameters
    ----------
    path : Path
    language : {"en", "zh"}, optional
        By default that of the event, else English.

    Returns
    -------
    Site

    Raises
    ------
    InputError
        For a file that is none of the three, and as the readers of the three do.
    """
    if path.suffix.lower() == ".json":
        from seatplan.io import read_venue

        return Site(read_venue(path), None, None, language or "en")
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise InputError([Fault(path.name or str(path), "it is no room, venue or event", _MEND)])
    from seatplan.io.tree import read_yaml

    data = read_yaml(path).data
    return _room(path, language or "en") if _is_room(data) else _event(path, language)


_MEND = "give a room or an event in YAML (.yaml), or a venue in JSON (.json)"


def _is_room(data: Any) -> bool:
    if not isinstance(data, dict):
        return False
    return str(data.get("format", "")).startswith("seatplan-room") or (
        "format" not in data and _OUTLINES & set(data)
    )


def _room(path: Path, language: Lang) -> Site:
    from seatplan.io.room import read_room_file
    from seatplan.layout.fixtures import fixtures_of
    from seatplan.layout.ground import ground

    room = read_room_file(path)
    return Site(Venue(room.name, (), (), fixtures_of(ground(room), language)), room, None, language)


def _event(path: Path, language: Lang | None) -> Site:
    from seatplan.io import read_event

    event = read_event(path)
    return Site(event.problem.venue, None, event, language or event.language, event.notes)
