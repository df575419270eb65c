"""A room, a venue or an event from a file: whatever has seats or could have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, refuse
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
    """Read a room or a venue from any file that seatplan knows, or an event (YAML).

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
        For another ending, and as the readers of the three do.
    """
    from seatplan.deliver.convert import read_place
    from seatplan.io.tree import read_yaml

    if path.suffix.lower() in (".yaml", ".yml"):
        data = read_yaml(path).data
        refuse([_nothing(path.name)] if not isinstance(data, dict) else [])
        if not _is_room(data):
            return _event(path, language)
    place = read_place(path, language=language or "en")
    venue = place.venue or _bare(place.room, language or "en")
    return Site(venue, place.room, None, language or "en", place.notes)


def _nothing(file: str) -> Fault:
    mend = "write 'format: seatplan-room/1' or 'format: seatplan-event/1' and what belongs to it"
    return Fault(file, "it says nothing of a room or an event", mend)


def _is_room(data: dict[str, Any]) -> bool:
    return str(data.get("format", "")).startswith("seatplan-room") or (
        "format" not in data and bool(_OUTLINES & set(data))
    )


def _bare(room: Room | None, language: Lang) -> Venue:
    """Return a room without seats as a venue."""
    from seatplan.layout.fixtures import fixtures_of
    from seatplan.layout.ground import ground

    return Venue(room.name, (), (), fixtures_of(ground(room), language)) if room else Venue("", (), ())


def _event(path: Path, language: Lang | None) -> Site:
    from seatplan.io import read_event

    event = read_event(path)
    return Site(event.problem.venue, None, event, language or event.language, event.notes)
