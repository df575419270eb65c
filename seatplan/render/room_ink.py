"""Rows, delegations and the things of the room on paper."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np

from seatplan.render.page import MM, POINT, Align, Box, Ink, Projection, Text
from seatplan.render.pieces import Place
from seatplan.render.scene import FixtureMark, GroupMark, RowMark, Scene
from seatplan.render.seat_ink import line_of
from seatplan.render.style import Style
from seatplan.render.typeface import advance
from seatplan.render.words import say

__all__ = ["RoomSheet"]

FILLS = {"stage": "#fafafa", "lectern": "#ffffff", "table": "#f2f2f2", "steps": "#ffffff", "screen": "#e0e0e0"}
UNFILLED = frozenset({"aisle", "banner"})
ALONG = (0.0, 1.0, -1.0, 2.0, -2.0)
"""Ways of moving a word along its aisle, in em."""


@dataclass
class RoomSheet:
    """What surrounds the seats at one place of paper.

    Parameters
    ----------
    scene : Scene
    style : Style
    projection : Projection
    text : float
        Size of ordinary words on this paper.
    names : bool
        The seats bear names, so groups are named in front of their seats; otherwise across them.
    """

    scene: Scene
    style: Style
    projection: Projection
    text: float
    names: bool = True
    unnamed: list[GroupMark] = field(default_factory=list)

    def inks(self) -> Iterator[Ink]:
        """Yield fixtures and outlines."""
        for fixture in self.scene.fixtures:
            if fixture.kind not in UNFILLED:
                yield self._fixture(fixture)
        for group in self.scene.groups:
            lines = [self.projection.points(line) for _, line in group.lines]
            width = 1.2 if self.names and self.style.colour else 0.8
            yield Ink(lines, edge=group.look.edge, width=width, layer=3)

    def texts(self) -> Iterator[Text]:
        """Yield row numbers, names of groups and of fixtures."""
        rows = list(self._rows())
        yield from rows
        for group in self.scene.groups:
            yield from self._strips(group) if self.names else self._fields(group)
        for fixture in self.scene.fixtures:
            words = self._words(fixture)
            yield from words if fixture.kind != "aisle" else self._apart(list(words), rows)
        yield from self._areas()

    def _apart(self, words: list[Text], rows: list[Text]) -> Iterator[Text]:
        """Move the name of an aisle along it until it meets no row number; leave it out if it always does."""
        boxes = [row.box for row in rows]
        for text in words:
            a = math.radians(text.turn)
            step = text.size * POINT
            ways = (
                replace(text, x=text.x + k * step * math.cos(a), y=text.y + k * step * math.sin(a)) for k in ALONG
            )
            yield from islice((way for way in ways if not any(_meet(way.box, box) for box in boxes)), 1)

    def _areas(self) -> Iterator[Text]:
        """Name floors and other areas at their upper left, where there are several."""
        if len(self.scene.areas) < 2:
            return
        for area, (_, label) in self.scene.areas.items():
            seats = [seat for seat in self.scene.seats if seat.area == area]
            if label and seats:
                points = self.projection.points(np.array([(seat.x, seat.y) for seat in seats]))
                half = self.projection.length(self.scene.grids[area].pitch) / 2
                x, y = float(points[:, 0].min()), float(points[:, 1].max()) + half + 1.1 * self.text * POINT
                yield line_of(label, x - half / 2, y, self.text, align="left", bold=True, kind="area")

    def _fixture(self, fixture: FixtureMark) -> Ink:
        outline = self.projection.points(np.array(fixture.outline))
        dark = "#333333" if fixture.kind in ("door", "wall") else self.style.line
        fill = "#333333" if fixture.kind in ("door", "wall") else FILLS.get(fixture.kind, "#ffffff")
        return Ink([outline], fill, dark, 0.6, layer=-1 if fixture.kind == "stage" else 1)

    def _rows(self) -> Iterator[Text]:
        for mark in self.scene.rows:
            pitch = self.projection.length(self.scene.grids[mark.area].pitch) * MM
            size = max(self.style.floor, min(self.style.small, pitch * 0.5))
            every = max(1, math.ceil(size * 1.1 / pitch))
            if every == 1 or mark.row % every == 0 or mark.row == 1:
                yield from self._row(mark, size)

    def _row(self, mark: RowMark, size: float) -> Iterator[Text]:
        x, y = self.projection.points(np.array([[mark.x, mark.y]]))[0]
        turn = self.projection.upright(mark.facing - 90)
        align: Align = "center"
        if not math.isnan(mark.away):
            away = mark.away + (180 if self.projection.turned else 0)
            align = "left" if math.cos(math.radians(away - turn)) > 0 else "right"
            gap = 0.4 * size * POINT
            x, y = x + gap * math.cos(math.radians(away)), y + gap * math.sin(math.radians(away))
        for text in (say(self.scene.lang, "row", mark.row), str(mark.row)):
            if advance(text) * size <= self.projection.length(mark.room) * MM * 0.96:
                colour = self.style.quiet
                yield line_of(text, float(x), float(y), size, align=align, colour=colour, turn=turn, kind="row")
                return

    def _strips(self, group: GroupMark) -> Iterator[Text]:
        """Name a group in front of its seats, or leave it to the legend."""
        for k, (_, places) in enumerate(group.strips):
            label = f"{group.name} {group.count}" if k == 0 else group.name
            found = self._in_strip(label, places)
            if found is None:
                found = self._in_strip(group.look.code, places)
                if group not in self.unnamed:
                    self.unnamed.append(group)
            if found is not None:
                yield found

    def _in_strip(self, label: str, places: tuple[Place, ...]) -> Text | None:
        for place in places:
            depth, width = (self.projection.length(side) * MM for side in (place.depth, place.width))
            size = min(self.text, depth * 0.86, (width - 3) / advance(label, weight=700))
            if size >= self.style.floor:
                return self._label(label, place, size)
        return None

    def _label(self, label: str, place: Place, size: float) -> Text:
        x, y = self.projection.points(np.array([[place.x, place.y]]))[0]
        turn = self.projection.upright(place.facing - 90)
        return line_of(label, float(x), float(y), size, bold=True, colour=self.style.ink, turn=turn, kind="group")

    def _fields(self, group: GroupMark) -> Iterator[Text]:
        """Name a group across its seats: name over count, in one line, or by its letters."""
        for k, (_, place) in enumerate(group.fields):
            lines = (group.name, str(group.count)) if k == 0 else (group.name,)
            for way in (lines, (" ".join(lines),), (group.look.code,)):
                size = self._size_in(way, place)
                if size >= self.style.floor:
                    yield from self._stacked(way, place, size)
                    break
            if way == (group.look.code,) and group not in self.unnamed:
                self.unnamed.append(group)

    def _size_in(self, lines: tuple[str, ...], place: Place) -> float:
        depth, width = (self.projection.length(side) * MM * 0.9 for side in (place.depth, place.width))
        widest = max(advance(line, weight=700) for line in lines)
        return min(2.2 * self.text, width / widest, depth / (1.1 * len(lines)))

    def _stacked(self, lines: tuple[str, ...], place: Place, size: float) -> Iterator[Text]:
        turn = self.projection.upright(place.facing - 90)
        x, y = self.projection.points(np.array([[place.x, place.y]]))[0]
        a = math.radians(turn)
        for k, line in enumerate(lines):
            up = ((len(lines) - 1) / 2 - k) * 1.1 * size * POINT
            where = float(x) - up * math.sin(a), float(y) + up * math.cos(a)
            yield line_of(line, *where, size, bold=True, colour=self.style.ink, turn=turn, kind="group")

    def _words(self, fixture: FixtureMark) -> Iterator[Text]:
        """Write a fixture's name inside it; at its outside where it is too small."""
        if not fixture.label or self._under_plates(fixture):
            return
        place = fixture.place
        size = min(self.text, self._size_in((fixture.label,), place))
        if fixture.kind == "stage":
            yield from self._on_stage(fixture)
        elif size >= self.style.floor:
            yield from self._one(fixture.label, place, size)
        elif fixture.kind in ("door", "lectern", "steps", "screen"):
            yield from self._beside(fixture)

    def _one(self, label: str, place: Place, size: float) -> Iterator[Text]:
        x, y = self.projection.points(np.array([[place.x, place.y]]))[0]
        turn = self.projection.upright(place.facing - 90)
        yield line_of(label, float(x), float(y), size, colour=self.style.ink, turn=turn, kind="fixture")

    def _under_plates(self, fixture: FixtureMark) -> bool:
        """Tell whether plates stand on a thing: the tables of a rostrum."""
        kind = self.scene.areas.get(fixture.area, ("", ""))[0]
        return fixture.kind == "table" and kind == "rostrum"

    def _on_stage(self, fixture: FixtureMark) -> Iterator[Text]:
        """Write into the upper left corner, behind all who sit there."""
        if any(kind == "rostrum" and label for kind, label in self.scene.areas.values()):
            return  # the rostrum is named
        points = self.projection.points(np.array(fixture.outline))
        size = max(self.style.floor, self.style.small)
        x, y = float(points[:, 0].min()), float(points[:, 1].max())
        em = size * POINT
        yield line_of(
            fixture.label, x + 0.6 * em, y - 0.9 * em, size, align="left", colour=self.style.quiet, kind="fixture"
        )

    def _beside(self, fixture: FixtureMark) -> Iterator[Text]:
        """Write outside, towards the hall; not at all where the thing is a dot on paper."""
        points = self.projection.points(np.array(fixture.outline))
        size = max(self.style.floor, self.style.small)
        text = line_of(
            fixture.label, float(points[:, 0].mean()), 0.0, size, colour=self.style.quiet, kind="fixture"
        )
        if fixture.kind != "door" and np.ptp(points[:, 0]) < text.width / 2:
            return
        gap = 0.7 * size * POINT
        above = self.projection.turned and fixture.kind != "door"
        yield replace(text, y=float(points[:, 1].max()) + gap if above else float(points[:, 1].min()) - gap)


def _meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes share a point."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
