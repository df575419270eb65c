"""Lectern, screen, interpreter and stage of a file, from file to files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from seatplan.deliver.place import Site, read_site
from seatplan.errors import Fault, InputError
from seatplan.layout.podium.booths import Booths, place_booths
from seatplan.layout.podium.podium import Podium, place_podium
from seatplan.layout.podium.wish import PodiumWish
from seatplan.layout.podium.words import podium_reasons

if TYPE_CHECKING:
    from seatplan.layout import Room
    from seatplan.layout.podium.stage import StagePlace
    from seatplan.problem import Lang
    from seatplan.venue import Venue

__all__ = ["PodiumReport", "set_podium"]

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "stage": "the stage stands at the {side} of the drawing: {count} seats before it",
        "sides": "seats with the stage at the other sides: {sides}; {tried} places were tried, {step:g} m apart",
        "booths": "{count} booths stand {metres:.1f} m from the lectern on average, {aside} of them over 45"
        " degrees off the axis; {tried} places were tried, no set is better",
        "top": "top",
        "right": "right",
        "bottom": "bottom",
        "left": "left",
        "and": ", ",
    },
    "zh": {
        "stage": "舞台设于图纸{side}：台前{count}席",
        "sides": "舞台设于其他各边时的座席数：{sides}；每隔{step:g}米比较，共{tried}个位置",
        "booths": "{count}个同传间距发言席平均{metres:.1f}米，其中{aside}个偏离轴线超过45度；"
        "已比较{tried}个位置，无更优组合",
        "top": "上边",
        "right": "右边",
        "bottom": "下边",
        "left": "左边",
        "and": "、",
    },
}


@dataclass(frozen=True)
class PodiumReport:
    """Where everything stands, and why.

    Parameters
    ----------
    site : Site
    room : Room or None
        With its stage.
    stage : StagePlace or None
        When the place of the stage was chosen, too.
    podium : Podium
    booths : Booths or None
    """

    site: Site
    room: Room | None
    stage: StagePlace | None
    podium: Podium
    booths: Booths | None = None

    def reasons(self) -> tuple[str, ...]:
        """Return the reasons in the language of the site."""
        language = self.site.language
        words = _WORDS[language]
        return (*self._stage(words), *podium_reasons(self.podium, language), *self._booths(words))

    def _booths(self, words: dict[str, str]) -> Iterator[str]:
        if self.booths is not None:
            count = len(self.booths.spots)
            yield words["booths"].format(
                count=count, metres=self.booths.metres / count, aside=self.booths.aside, tried=self.booths.tried
            )

    def _stage(self, words: dict[str, str]) -> Iterator[str]:
        if self.stage is None:
            return
        front = self.stage.room.front
        yield words["stage"].format(side=words[front], count=self.stage.layout.count)
        others = [f"{words[side]} {count}" for side, count in self.stage.counts.items() if side != front]
        yield words["sides"].format(sides=words["and"].join(others), tried=self.stage.tried, step=self.stage.step)

    def files(self, *, charts: bool = True) -> dict[str, bytes]:
        """Return the venue, the reasons as text and, with a stage that was placed, the room; and the chart."""
        from seatplan.io.venue import venue_json

        found = {
            "venue.json": venue_json(self.podium.venue),
            "reasons.txt": ("\n".join(self.reasons()) + "\n").encode("utf-8"),
        }
        if self.stage is not None:
            from seatplan.io.room_text import room_yaml

            found["room.yaml"] = room_yaml(self.stage.room)
        return {**found, **self._chart()} if charts else found

    def _chart(self) -> dict[str, bytes]:
        from seatplan.render import ChartOptions
        from seatplan.render.podium_chart import save_podium

        options = ChartOptions(lang=self.site.language)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "podium.pdf")
            save_podium(self.podium.venue, path, reasons=self.reasons(), room=self.room, options=options)
            return {path.name: path.read_bytes()}


def set_podium(
    path: Path,
    wish: PodiumWish,
    *,
    stage: tuple[float, float, float] | None = None,
    booths: tuple[int, float, float] | None = None,
    code: str | None = None,
    language: Lang | None = None,
) -> PodiumReport:
    """Place lectern, screen and interpreter in the room, venue or event of a file.

    Parameters
    ----------
    path : Path
    wish : PodiumWish
    stage : (float, float, float), optional
        Width, depth and height of a stage whose place is chosen, too, in a room without one.
    booths : (int, float, float), optional
        How many booths of interpreters, their width and their depth.
    code : str, optional
        Codes whose limits hold for the rows of chairs that a room without seats gets.
    language : {"en", "zh"}, optional

    Returns
    -------
    PodiumReport
    """
    site = read_site(path, language)
    room, placed, venue = _seated(site, stage, code)
    found = place_podium(venue, wish, language=site.language)
    if booths is None:
        return PodiumReport(site, room, placed, found)
    count, width, depth = booths
    stand = place_booths(
        found.venue, found.lectern, count, (width, depth), screen=found.screen, language=site.language
    )
    whole = replace(found.venue, fixtures=(*found.venue.fixtures, *stand.spots))
    return PodiumReport(site, room, placed, replace(found, venue=whole), stand)


def _seated(
    site: Site, stage: tuple[float, float, float] | None, code: str | None
) -> tuple[Room | None, StagePlace | None, Venue]:
    if site.room is None or site.venue.seats:
        if stage is not None:
            mend = "leave out --stage, or give a room without seats"
            raise InputError([Fault("--stage", "the seats stand already", mend)])
        return site.room, None, site.venue
    if stage is None:
        from seatplan.layout import theatre

        return site.room, None, theatre(site.room, code=code, language=site.language).venue
    from seatplan.layout.podium.stage import place_stage

    width, depth, height = stage
    placed = place_stage(site.room, width, depth, height=height, code=code, language=site.language)
    return placed.room, placed, placed.layout.venue
