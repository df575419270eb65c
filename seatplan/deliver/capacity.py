"""How many people a room takes, and its layout, from file to files."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, InputError
from seatplan.layout import STYLES, Layout, Room, lay_out
from seatplan.layout.what_if import WhatIf, what_ifs

if TYPE_CHECKING:
    from seatplan.problem import Lang

__all__ = ["CapacityReport", "all_files", "capacity", "every_style", "read_bare_room"]


@dataclass(frozen=True)
class CapacityReport:
    """How many people a room takes in a style.

    Parameters
    ----------
    room : Room
    style : str
    code : str or None
    layout : Layout
    changes : tuple of WhatIf
    language : {"en", "zh"}
    """

    room: Room
    style: str
    code: str | None
    layout: Layout
    changes: tuple[WhatIf, ...]
    language: Lang

    def as_text(self) -> str:
        """Return the lines for the terminal."""
        from seatplan.io.capacity_text import capacity_text

        return capacity_text(self.style, self.layout, self.changes, self.language)

    def as_json(self) -> str:
        """Return all of it for programs."""
        from seatplan.io.capacity_text import capacity_json

        return capacity_json(self.style, self.code, self.layout, self.changes)

    def files(self, *, charts: bool = True) -> dict[str, bytes]:
        """Return the venue, the report as text and as JSON, and the chart."""
        from seatplan.io.venue import venue_json

        found = {
            "venue.json": venue_json(self.layout.venue),
            "capacity.txt": self.as_text().encode("utf-8"),
            "capacity.json": self.as_json().encode("utf-8"),
        }
        return {**found, **self._chart()} if charts else found

    def _chart(self) -> dict[str, bytes]:
        from seatplan.render import ChartOptions, save_layout

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "layout.pdf")
            save_layout(self.layout, path, room=self.room, options=ChartOptions(lang=self.language))
            return {path.name: path.read_bytes()}


def read_bare_room(path: Path, closed: tuple[str, ...] = ()) -> Room:
    """Read a room from a file, with some doors closed."""
    from seatplan.deliver.place import read_site

    room = read_site(path).room
    if room is None:
        raise InputError([Fault(str(path), "it is no room", "give a room: walls, doors, a stage")])
    for name in closed:
        room = room.close(name)
    return room


def capacity(
    room: Room,
    style: str,
    *,
    code: str | None = None,
    people: int | None = None,
    language: Lang = "en",
    options: Mapping[str, Any] | None = None,
    sensitivity: bool = True,
) -> CapacityReport:
    """Lay out a room, and once more for each change that may give more or fewer people."""
    found = lay_out(room, style, code=code, people=people, language=language, options=options)
    changes = what_ifs(room, style, found, code=code, people=people, options=options) if sensitivity else ()
    return CapacityReport(room, style, code, found, tuple(changes), language)


def every_style(
    room: Room, *, code: str | None = None, people: int | None = None, language: Lang = "en"
) -> list[tuple[str, Layout | str]]:
    """Lay out a room in all styles; where one has no room, say why."""
    found: list[tuple[str, Layout | str]] = []
    for style in STYLES:
        try:
            found.append((style, lay_out(room, style, code=code, people=people, language=language)))
        except InputError as error:
            found.append((style, str(error.faults[0])))
    return found


def all_files(
    room: Room, rows: list[tuple[str, Layout | str]], code: str | None, language: Lang, *, charts: bool = True
) -> dict[str, bytes]:
    """Return a table of all styles, and the files of each that has room in a folder of its own."""
    from seatplan.io.capacity_text import styles_json, styles_text

    found = {
        "styles.txt": styles_text(rows, language).encode("utf-8"),
        "styles.json": styles_json(rows, code).encode("utf-8"),
    }
    for style, layout in rows:
        if isinstance(layout, Layout):
            report = CapacityReport(room, style, code, layout, (), language)
            found.update({f"{style}/{name}": content for name, content in report.files(charts=charts).items()})
    return found
