"""How many people a room takes, and its layout, from file to files."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, InputError
from seatplan.layout import STYLES, Layout, Room, lay_out
from seatplan.layout.what_if import WhatIf, what_ifs

if TYPE_CHECKING:
    from seatplan.problem import Lang
    from seatplan.render import ChartOptions

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

        return capacity_json(self.style, self.code, self.layout, self.changes, self.language)

    def files(
        self, *, charts: bool = True, looks: ChartOptions | None = None, drawings: Sequence[str] = ()
    ) -> dict[str, bytes]:
        """Return the venue, the report as text and as JSON, the chart, and drawings such as ``"dxf"``."""
        from seatplan.io.venue import venue_json

        found = {
            "venue.json": venue_json(self.layout.venue),
            "capacity.txt": self.as_text().encode("utf-8"),
            "capacity.json": self.as_json().encode("utf-8"),
        }
        found |= {f"layout.{kind}": self._drawing(kind) for kind in drawings}
        return {**found, **self._chart(looks)} if charts else found

    def _chart(self, looks: ChartOptions | None) -> dict[str, bytes]:
        from seatplan.render import ChartOptions, save_layout

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "layout.pdf")
            save_layout(self.layout, path, room=self.room, options=looks or ChartOptions(lang=self.language))
            return {path.name: path.read_bytes()}

    def _drawing(self, kind: str) -> bytes:
        """Return room and seats as a drawing in metres, for other programs."""
        from seatplan.io.dxf.write import dxf_bytes
        from seatplan.io.svg_out import svg_bytes

        if kind == "dxf":
            return dxf_bytes(self.room, self.layout.venue, language=self.language)
        return svg_bytes(self.room, self.layout.venue)


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
    objective: Sequence[str] = (),
    sensitivity: bool = True,
) -> CapacityReport:
    """Lay out a room, and once more for each change that may give more or fewer people."""
    found = lay_out(room, style, code=code, people=people, language=language, options=options, objective=objective)
    own = dict(options or {})
    changes = (
        what_ifs(room, style, found, code=code, people=people, options=own, language=language)
        if sensitivity
        else ()
    )
    return CapacityReport(room, style, code, found, tuple(changes), language)


def every_style(
    room: Room,
    *,
    code: str | None = None,
    people: int | None = None,
    objective: Sequence[str] = (),
    language: Lang = "en",
) -> list[tuple[str, Layout | Fault]]:
    """Lay out a room in all styles; where one has no room, say why."""
    found: list[tuple[str, Layout | Fault]] = []
    for style in STYLES:
        try:
            found.append(
                (style, lay_out(room, style, code=code, people=people, language=language, objective=objective))
            )
        except InputError as error:
            found.append((style, error.faults[0]))
    return found


def all_files(
    room: Room,
    rows: list[tuple[str, Layout | Fault]],
    code: str | None,
    language: Lang,
    *,
    charts: bool = True,
    looks: ChartOptions | None = None,
    drawings: Sequence[str] = (),
) -> dict[str, bytes]:
    """Return a table of all styles, all side by side, and the files of each that has room in a folder."""
    from seatplan.io.capacity_text import styles_json, styles_text

    found = {
        "styles.txt": styles_text(rows, language).encode("utf-8"),
        "styles.json": styles_json(rows, code, language).encode("utf-8"),
    }
    for style, layout in rows:
        if isinstance(layout, Layout):
            report = CapacityReport(room, style, code, layout, (), language)
            files = report.files(charts=charts, looks=looks, drawings=drawings)
            found.update({f"{style}/{name}": content for name, content in files.items()})
    return {**found, **_side_by_side(room, rows, language, looks)} if charts else found


def _side_by_side(
    room: Room, rows: list[tuple[str, Layout | Fault]], language: Lang, looks: ChartOptions | None
) -> dict[str, bytes]:
    """Return the styles that have room, drawn to one scale."""
    from seatplan.render import ChartOptions, save_comparison

    laid = {STYLES[style].zh if language == "zh" else style: one for style, one in rows if isinstance(one, Layout)}
    if not laid:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "styles.pdf")
        save_comparison(laid, path, rooms=room, options=looks or ChartOptions(lang=language))
        return {path.name: path.read_bytes()}
