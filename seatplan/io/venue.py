"""Venues as JSON, ``seatplan-venue/1``: what a builder made or somebody drew, for other events to use."""

from __future__ import annotations

import dataclasses
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_type_hints

from pydantic import create_model

from seatplan.io.files import write_whole
from seatplan.io.json_file import Document, dump_json, read_json, validate
from seatplan.venue import Area, Fixture, Seat, Venue

__all__ = ["read_venue", "venue_json", "venue_model", "write_venue"]

FORMAT = "seatplan-venue/1"


def write_venue(path: Path | str, venue: Venue) -> None:
    """Write a venue; the same venue gives the same bytes.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.venue import from_drawing
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_venue(Path(folder, "hall.json"), from_drawing("oo oo"))
    ...     read_venue(Path(folder, "hall.json")) == from_drawing("oo oo")
    True
    """
    write_whole(path, venue_json(venue))


def venue_json(venue: Venue) -> bytes:
    """Return a venue as JSON. What has its default value is left out."""
    return dump_json(
        {
            "format": FORMAT,
            "name": venue.name,
            "areas": [_plain(area) for area in venue.areas],
            "seats": [_plain(seat) for seat in venue.seats],
            "fixtures": [_plain(fixture) for fixture in venue.fixtures],
        }
    )


def venue_hash(venue: Venue) -> str:
    """Return a short name of all that a venue states."""
    return "sha256:" + hashlib.sha256(venue_json(venue)).hexdigest()


def _plain(thing: Any) -> dict[str, Any]:
    found = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if value != field.default:
            found[field.name] = sorted(value) if isinstance(value, frozenset) else value
    return found


def read_venue(path: Path | str) -> Venue:
    """Read a venue.

    Raises
    ------
    InputError
        With the place of everything that is unknown, missing or of the wrong kind, and for all that `Venue`
        refuses.
    """
    path = Path(path)
    document: Any = validate(venue_model(), read_json(path, FORMAT), path.name)
    return Venue(
        document.name,
        tuple(_thing(Seat, seat) for seat in document.seats),
        tuple(_thing(Area, area) for area in document.areas),
        tuple(_thing(Fixture, fixture) for fixture in document.fixtures),
    )


def _thing(kind: type[Any], document: Document) -> Any:
    return kind(**{name: getattr(document, name) for name in document.model_fields_set})


@lru_cache(maxsize=1)
def venue_model() -> type[Document]:
    """Return the model of the file; its objects have the fields of the dataclasses."""
    seats, areas, fixtures = (_model(kind) for kind in (Seat, Area, Fixture))
    fields: dict[str, Any] = {
        "format": (Literal["seatplan-venue/1"], ...),
        "name": (str, ...),
        "areas": (tuple[areas, ...], ...),  # type: ignore[valid-type]
        "seats": (tuple[seats, ...], ...),  # type: ignore[valid-type]
        "fixtures": (tuple[fixtures, ...], ()),  # type: ignore[valid-type]
    }
    return create_model("Venue", __base__=Document, **fields)


def _model(kind: type[Any]) -> type[Document]:
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {
        field.name: (hints[field.name], ... if field.default is dataclasses.MISSING else field.default)
        for field in dataclasses.fields(kind)
    }
    return create_model(kind.__name__, __base__=Document, **fields)
