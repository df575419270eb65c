"""Row numbers, delegations and areas on paper."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from seatplan.render.page import MM, POINT, Align, Ink, Projection, Text
from seatplan.render.pieces import Place
from seatplan.render.scene import GroupMark, RowMark, Scene
from seatplan.render.seat_ink import line_of
from seatplan.render.style import Style
from seatplan.render.typeface import advance
from seatplan.render.wording import ALL_HAN
from seatplan.render.words import say

__all__ = ["RoomSheet"]


@dataclass
class RoomSheet:
    """What tells seats apart, at one place of paper.

    Parameters
    ----------
    scene : Scene
    style : Style
    projection : Projection
    text : float
        Size of ordinary words on this paper.
    names : bool
        The seats bear names, so groups are named in front of their seats; otherwise across them.
    spare : float
        Millimetres that stay free between seats and row numbers, for the borders of sheets.
    """

    scene: Scene
    style: Style
    projection: Projection
    text: float
    names: bool = True
    spare: float = 0.0
    unnamed: list[GroupMark] = field(default_factory=list)

    def inks(self) -> Iterator[Ink]:
        """Yield the outlines of groups."""
        for group in self.scene.groups:
            lines = [self.projection.points(line) for _, line in group.lines]
            width = 1.2 if self.names and self.style.colour else 0.8
            yield Ink(lines, edge=group.look.edge, width=width, layer=3)

    def texts(self) -> Iterator[Text]:
        """Yield row numbers, names of groups and of areas."""
        yield from self._rows()
        for group in self.scene.groups:
            yield from self._strips(group) if self.names else self._fields(group)
        yield from self._areas()

    def _areas(self) -> Iterator[Text]:
        """Name floors and other areas at their upper left, a rostrum behind its rows, where there are several."""
        if len(self.scene.areas) < 2:
            return
        for area, (kind, label) in self.scene.areas.items():
            cells = [seat.cell[:2] for seat in self.scene.seats if seat.area == area]
            if label and cells and not self._on_table(area, label):
                points = self.projection.points(np.array(cells))
                half = self.projection.length(self.scene.grids[area].pitch) / 2 + 0.7 * self.text * POINT
                behind = kind == "rostrum" and self.projection.turned
                y = float(points[:, 1].min()) - half if behind else float(points[:, 1].max()) + half
                x = float(points[:, 0].min()) - self.projection.length(0.25)
                yield line_of(label, x, y, self.text, align="left", bold=True, kind="area")

    def _on_table(self, area: str, label: str) -> bool:
        """Tell whether a table of the area bears its name and is large enough to show it."""
        length = self.projection.length
        return any(
            mark.kind == "table" and (mark.area, mark.label) == (area, label)
            for mark in self.scene.fixtures
            if length(mark.place.width) * MM * 0.9 >= self.style.floor * advance(label)
            and length(mark.place.depth) * MM * 0.9 >= self.style.floor * 1.1
        )

    def _rows(self) -> Iterator[Text]:
        for mark in self.scene.rows:
            pitch = self.projection.length(self.scene.grids[mark.area].pitch) * MM
            size = max(self.style.floor, min(self.style.small, pitch * 0.5))
            every = max(1, math.ceil(size * 1.1 / pitch))
            if (mark.row - self.scene.grids[mark.area].rows[0].number) % every == 0:
                yield from self._row(mark, size)

    def _row(self, mark: RowMark, size: float) -> Iterator[Text]:
        x, y = self.projection.points(np.array([[mark.x, mark.y]]))[0]
        turn = self.projection.upright(mark.facing - 90)
        align: Align = "center"
        if not math.isnan(mark.away):
            away = mark.away + (180 if self.projection.turned else 0)
            align = "left" if math.cos(math.radians(away - turn)) > 0 else "right"
            gap = 0.4 * size * POINT + self.spare
            x, y = x + gap * math.cos(math.radians(away)), y + gap * math.sin(math.radians(away))
        text = self._row_words(mark, size)
        if text:
            colour = self.style.quiet
            yield line_of(text, float(x), float(y), size, align=align, colour=colour, turn=turn, kind="row")

    def _row_words(self, mark: RowMark, size: float) -> str:
        """Return the number of a row with its word, or alone, as there is room for the longest of the area."""
        last = max(row.number for row in self.scene.grids[mark.area].rows)
        room = (self.projection.length(mark.room) - 2 * self.spare) * MM * 0.96
        if advance(say(self.scene.lang, "row", last)) * size <= room:
            return say(self.scene.lang, "row", mark.row)
        return str(mark.row) if advance(str(last)) * size <= room else ""

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
        """Name a group across its seats, by its letters where nothing else has room."""
        for k, (_, place, deep) in enumerate(group.fields):
            ways = _ways(group.name, str(group.count) if k == 0 else "", place, deep)
            for lines, where in (*ways, ((group.look.code,), place)):
                size = self._size_in(lines, where)
                if size >= self.style.floor:
                    yield from self._stacked(lines, where, size)
                    break
            if lines == (group.look.code,) and group not in self.unnamed:
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


def _ways(name: str, count: str, place: Place, deep: Place) -> Iterator[tuple[tuple[str, ...], Place]]:
    """Yield the ways to write a name and a count into a box: in two lines, in one, upright in a narrow one."""
    both = tuple(filter(None, (name, count)))
    yield both, place
    yield (" ".join(both),), place
    if ALL_HAN.fullmatch(name):
        yield (*name, *filter(None, (count,))), deep
        yield tuple(name), deep
    else:
        yield (" ".join(both),), replace(deep, facing=deep.facing + 90, width=deep.depth, depth=deep.width)
