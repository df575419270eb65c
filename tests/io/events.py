"""Small event files for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io import Event, read_event

VENUE = 'venue: {areas: [auditorium: {rows: 2, blocks: "2,2"}]}\n'
ROSTER = "roster: {people: [{name: 李强, rank: 1, role: head, country: 中国}, {name: 王芳, rank: 2}]}\n"
BASE = {"format": "format: seatplan-event/1\n", "convention": "convention: cn-official\n"}
BASE |= {"venue": VENUE, "roster": ROSTER}


def write(folder: Path, **sections: str) -> Path:
    """Write an event file; sections that are not given are those of a small event."""
    path = folder / "event.yaml"
    path.write_text("".join({**BASE, **sections}.values()), "utf-8")
    return path


def read(folder: Path, **sections: str) -> Event:
    return read_event(write(folder, **sections))


def faults(folder: Path, **sections: str) -> list[str]:
    """Return the messages of an event that is refused."""
    with pytest.raises(InputError) as caught:
        read(folder, **sections)
    return str(caught.value).splitlines()
