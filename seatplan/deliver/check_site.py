"""A room or a venue against building codes, from file to text."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from seatplan.deliver.place import Site, read_site

if TYPE_CHECKING:
    from seatplan.codes import Finding
    from seatplan.codes.checks import Options
    from seatplan.codes.checks.evacuation import DoorLoad
    from seatplan.codes.pack import Pack
    from seatplan.problem import Lang

__all__ = ["SiteReport", "check_site"]


@dataclass(frozen=True)
class SiteReport:
    """In what a room or venue does not keep to codes.

    Parameters
    ----------
    site : Site
    packs : tuple of Pack
    findings : tuple of Finding
    options : Options
    """

    site: Site
    packs: tuple[Pack, ...]
    findings: tuple[Finding, ...]
    options: Options

    @property
    def clean(self) -> bool:
        """Nothing forbids."""
        return all(finding.level != "must" for finding in self.findings)

    def as_text(self) -> str:
        """Return the lines for the terminal."""
        from seatplan.codes.checks.evacuation import flow
        from seatplan.io.check_report import check_text

        site = self.site
        loads = tuple(self._loads())
        return check_text(
            site.venue,
            self.packs,
            self.findings,
            self.options,
            loads=loads,
            doors=self._doors(),
            rate=flow(self.packs),
            lang=site.language,
        )

    def _doors(self) -> tuple[DoorLoad, ...]:
        """Return who leaves by which door; nothing where nobody sits."""
        from seatplan.codes.checks.evacuation import door_loads, flow
        from seatplan.codes.checks.hall import Hall

        hall = Hall(self.site.venue, self.options)
        return door_loads(hall, flow(self.packs)) if hall.venue.seats and hall.venue.xyz.any() else ()

    def _loads(self) -> Iterator[tuple[str, int]]:
        """Yield codes that reckon with more people than are counted."""
        from seatplan.codes.checks.hall import Hall
        from seatplan.codes.checks.loads import loads

        hall = Hall(self.site.venue, self.options)
        for pack in self.packs:
            most = max((load.persons for load in loads(hall, pack)), default=0)
            if most > hall.persons:
                yield pack.title, most

    def as_json(self) -> str:
        """Return all findings, and what each seat sees, hears and walks."""
        from seatplan.codes.checks.measures import seat_measures
        from seatplan.io.check_report import check_json

        venue = self.site.venue
        measures = seat_measures(venue, self.options) if venue.seats and venue.xyz.any() else {}
        told = check_json(venue, self.packs, self.findings, measures, doors=self._doors(), lang=self.site.language)
        return told.decode("utf-8")

    def files(self) -> dict[str, bytes]:
        """Return the findings as text and as JSON, the section through the hall, and the heat maps."""
        found = {"findings.txt": self.as_text().encode("utf-8"), "findings.json": self.as_json().encode("utf-8")}
        if self.site.venue.seats and self.site.venue.xyz.any():
            found.update(self._charts())
        return found

    def _charts(self) -> Iterator[tuple[str, bytes]]:
        from seatplan.codes.checks.measures import seat_measures
        from seatplan.render import ChartOptions
        from seatplan.render.heat_map import save_heat_map
        from seatplan.render.section_chart import save_section

        venue, looks = self.site.venue, ChartOptions(lang=self.site.language)
        with tempfile.TemporaryDirectory() as folder:
            if any(area.kind == "hall" for area in venue.areas):
                path = save_section(venue, Path(folder, "section.pdf"), options=looks)
                yield path.name, path.read_bytes()
            for name, values in seat_measures(venue, self.options).items():
                if np.isfinite(values).any():
                    path, room = Path(folder, f"{name}.pdf"), self.site.room
                    save_heat_map(venue, path, measure=name, room=room, checks=self.options, options=looks)
                    yield path.name, path.read_bytes()


def check_site(
    path: Path, code: str, options: Options, *, building: str = "hall", language: Lang | None = None
) -> SiteReport:
    """Check the room, venue or event of a file against codes.

    Parameters
    ----------
    path : Path
    code : str
        Packs, combinations and files of packs, with commas.
    options : Options
        The area of the floor is that of the room unless it is given.
    building : str
        Kind of building; leaves out the packs for others.
    language : {"en", "zh"}, optional

    Returns
    -------
    SiteReport
    """
    from seatplan.codes import load_code
    from seatplan.codes.checks import check_venue

    packs = load_code(code, building=building)
    site = read_site(path, language)
    area = options.floor_area or (site.room.floor_area if site.room else None)
    asked = replace(options, floor_area=area, language=site.language)
    return SiteReport(site, packs, tuple(check_venue(site.venue, packs, options=asked)), asked)
