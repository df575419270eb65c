"""Seats on paper: boxes, names, numbers, titles, marks and rings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.render.changes import change_inks, drawn_marks
from seatplan.render.fit import LEAD, Names, fitted
from seatplan.render.hatch import hatch_lines
from seatplan.render.marks import MARKS
from seatplan.render.page import MM, POINT, Align, Ink, Kind, Projection, Text
from seatplan.render.scene import Scene, SeatMark, corners
from seatplan.render.style import Style
from seatplan.render.trouble_ink import badge, numbers, ring
from seatplan.render.typeface import advance

__all__ = ["Crowd", "SeatSheet", "line_of"]

Numbers = NDArray[np.float64]

PAD = 0.96
"""Of the depth of a box: what words may fill; names may fill all of its width."""
EASE = 0.96
"""Of the size that just fits: names that are not at the floor have this, and so some air."""
FEW = 0.05
"""Of the names: so many may be too long for the floor; they are broken anywhere, or cut and written out below."""
BROKEN = 1.2
"""A name that is broken anywhere takes this much more room than in one line."""
FEWEST = 3
"""So many may be too long among however few names."""
TYPICAL = 0.2
"""Quantile of the sizes that names could have: no name is larger, so that all look alike."""


def line_of(
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    align: Align = "center",
    bold: bool = False,
    colour: str = "#000000",
    turn: float = 0.0,
    kind: Kind = "caption",
) -> Text:
    """Return a measured line of text."""
    width = advance(text, weight=700 if bold else 400) * size * POINT
    return Text(x, y, text, size, width, align, bold, colour, turn, kind)


@dataclass
class Crowd:
    """The seats of one sheet and what is measured about them once, for all scales.

    Parameters
    ----------
    seats : sequence of SeatMark
    """

    seats: Sequence[SeatMark]
    taken: list[int] = field(init=False)
    names: Names = field(init=False)

    def __post_init__(self) -> None:
        self.taken = [i for i, seat in enumerate(self.seats) if seat.state == "taken"]
        self.names = Names([self.seats[i].name for i in self.taken])
        columns = zip(*((s.x, s.y, s.width, s.depth, s.facing) for s in self.seats), strict=True)
        self.x, self.y, self.width, self.depth, self.facing = (np.array(column) for column in columns)
        self.corners = corners(self.x, self.y, self.width, self.depth, self.facing)
        self.cells = corners(*(np.array(column) for column in zip(*(s.cell for s in self.seats), strict=True)))

    def sizes(self, scale: float, style: Style, *, largest: float) -> tuple[Numbers, NDArray[np.intp]]:
        """Return the size in points that each name would have at a scale, and its lines less one."""
        width, depth = (side[self.taken] * 1000 / scale * MM for side in (self.width, self.depth))
        depth = depth * PAD
        return self.names.sizes(width, depth - _number_room(depth, style), largest=largest)

    def smallest(self, scale: float, style: Style) -> float:
        """Return the size that all but a few names reach at a scale."""
        if not self.taken:
            return float("inf")
        sizes = np.sort(self.sizes(scale, style, largest=style.largest)[0])
        return float(sizes[min(max(FEWEST, int(FEW * len(sizes))), (len(sizes) - 1) // 2)])

    def legible(self, scale: float, style: Style) -> bool:
        """Tell whether all but a few names can be shown whole in their seats at a scale."""
        width, depth = (side[self.taken] * 1000 / scale * MM for side in (self.width, self.depth))
        return self.readable(width, depth * PAD - _number_room(depth * PAD, style), style)

    def readable(self, width: Numbers, height: Numbers, style: Style) -> bool:
        """Tell whether all but a few names fit whole into boxes of points, if need be broken anywhere."""
        lines = np.floor((height / style.floor - 1) / LEAD + 1.01)
        whole = self.names.em.min(axis=1) * style.floor <= width
        broken = self.names.em[:, 0] * style.floor * BROKEN <= lines * width
        return int(np.sum(~((whole | broken) & (lines >= 1)))) <= max(FEWEST, FEW * len(self.taken))


def _number_room(depth: Numbers, style: Style) -> Numbers:
    """Return the points that the seat number takes of a box: none where there is room for the name only."""
    return np.where(depth >= 2.15 * style.floor, np.maximum(style.floor * 1.1, depth * 0.26), 0.0)


@dataclass
class SeatSheet:
    """Seats at one place of paper.

    Parameters
    ----------
    crowd : Crowd
    scene : Scene
    style : Style
    projection : Projection
    names : bool
        False leaves out names and numbers.
    """

    crowd: Crowd
    scene: Scene
    style: Style
    projection: Projection
    names: bool = True
    cut: list[SeatMark] = field(default_factory=list)

    def __post_init__(self) -> None:
        boxes = self.crowd.corners if self.names else self.crowd.cells
        self.quads = self.projection.points(boxes.reshape(-1, 2)).reshape(-1, 4, 2)
        self.w = self.crowd.width * 1000 / self.projection.scale
        self.d = self.crowd.depth * 1000 / self.projection.scale
        self.middle = self.quads.mean(axis=1)
        self.turn = [self.projection.upright(f - 90) for f in self.crowd.facing]

    def inks(self) -> Iterator[Ink]:
        """Yield the boxes, patterns, marks and rings."""
        yield from self._boxes()
        yield from self._patterns()
        yield from self._crosses()
        yield from change_inks(self.crowd.seats, self.quads, self.style, bold=1.5 if self.names else 0.8)
        if self.names:
            yield from self._marks()
        yield from self._rings()

    def texts(self) -> Iterator[Text]:
        """Yield names, seat numbers and the numbers of broken rules."""
        if self.names:
            yield from self._names()
            yield from self._numbers()
        yield from self._ring_numbers()

    def _boxes(self) -> Iterator[Ink]:
        """Yield one ink for each fill; empty seats have a dashed edge."""
        by_look: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for i, seat in enumerate(self.crowd.seats):
            fill = self.scene.groups[seat.group].look.fill if seat.group >= 0 else "#ffffff"
            by_look[fill, seat.state == "taken"].append(i)
        thin = 0.35 if self.names else 0.2
        for (fill, taken), chosen in sorted(by_look.items()):
            seats = [self.crowd.seats[i] for i in chosen]
            titles = tuple(f"{seat.place} {seat.name}".strip() for seat in seats)
            dash = () if taken else (1.2, 1.2)
            yield Ink(self.quads[chosen], fill, self.style.line, thin, dash, layer=1, titles=titles)

    def _patterns(self) -> Iterator[Ink]:
        by_hatch: dict[str, list[int]] = defaultdict(list)
        for i, seat in enumerate(self.crowd.seats):
            if seat.group >= 0 and self.scene.groups[seat.group].look.hatch:
                by_hatch[self.scene.groups[seat.group].look.hatch].append(i)
        for hatch, chosen in sorted(by_hatch.items()):
            lines = hatch_lines(self.quads[chosen], hatch)
            yield Ink(lines, edge=self.style.hatch, width=0.3, closed=False, layer=2)

    def _crosses(self) -> Iterator[Ink]:
        """Strike out the seats that are kept empty."""
        kept = [i for i, seat in enumerate(self.crowd.seats) if seat.state == "reserved"]
        if kept:
            yield Ink(self.quads[kept][:, [3, 1]], edge=self.style.line, width=0.6, closed=False, layer=2)

    def _base(self) -> tuple[Numbers, NDArray[np.intp], float]:
        sizes, lines = self.crowd.sizes(self.projection.scale, self.style, largest=self.style.largest)
        base = float(np.quantile(sizes, TYPICAL)) if len(sizes) else self.style.floor
        return sizes, lines, max(EASE * base, self.style.floor)

    def _names(self) -> Iterator[Text]:
        sizes, kinds, base = self._base()
        rooms = _number_room(self.d[self.crowd.taken] * MM * PAD, self.style)
        for i, size, kind, ways, room in zip(
            self.crowd.taken, sizes, kinds, self.crowd.names.ways, rooms, strict=True
        ):
            lines, size = ways[kind], min(max(EASE * float(size), min(self.style.floor, float(size))), base)
            if size < self.style.floor - 1e-9:
                size, lines = self.style.floor, self._cut(i, float(room))
            yield from self._stack(i, lines, size, up=float(room) / 2 * POINT)

    def _cut(self, i: int, room: float) -> tuple[str, ...]:
        width, height = float(self.w[i]) * MM, float(self.d[i]) * MM * PAD - room
        found = fitted(self.crowd.seats[i].name, width, height, largest=self.style.floor, floor=self.style.floor)
        if found.cut:
            self.cut.append(self.crowd.seats[i])
        return found.lines

    def _stack(self, i: int, lines: tuple[str, ...], size: float, *, up: float) -> Iterator[Text]:
        """Yield lines one under the other about a point above the middle of a seat."""
        for k, line in enumerate(lines):
            rise = up + ((len(lines) - 1) / 2 - k) * LEAD * size * POINT
            x, y = self.place(i, 0.0, rise)
            yield line_of(line, x, y, size, bold=True, colour=self.style.ink, turn=self.turn[i], kind="name")

    def place(self, i: int, right: float, up: float) -> tuple[float, float]:
        """Return a point by its way from the middle of a seat, as one reads it."""
        a = np.deg2rad(self.turn[i])
        x, y = self.middle[i]
        return float(x + right * np.cos(a) - up * np.sin(a)), float(y + right * np.sin(a) + up * np.cos(a))

    def _numbers(self) -> Iterator[Text]:
        """Yield the seat numbers, at the lower edge; to the left where marks stand beside them."""
        _, _, base = self._base()
        rooms = _number_room(self.d * MM * PAD, self.style)
        for i, (seat, room) in enumerate(zip(self.crowd.seats, rooms, strict=True)):
            if room > 0:
                size = max(self.style.floor, min(0.62 * base, float(room) / 1.1))
                yield self._number_of(i, seat, size, float(room) * POINT)

    def _number_of(self, i: int, seat: SeatMark, size: float, room: float) -> Text:
        """Return the number of a seat in a strip of so many millimetres."""
        align: Align = "left" if seat.marks else "center"
        right = -float(self.w[i]) * 0.42 if seat.marks else 0.0
        x, y = self.place(i, right, (room - float(self.d[i]) * PAD) / 2)
        turn, colour, number = self.turn[i], self.style.quiet, str(seat.number)
        text = line_of(f"{number} ← {seat.came}", x, y, size, align=align, colour=colour, turn=turn, kind="number")
        if seat.came and text.width <= 0.66 * float(self.w[i]):
            return text
        return line_of(number, x, y, size, align=align, colour=colour, turn=turn, kind="number")

    def _marks(self) -> Iterator[Ink]:
        """Yield the marks at the lower right of the seats, as many as have room."""
        rooms = _number_room(self.d * MM * PAD, self.style)
        for i, seat in enumerate(self.crowd.seats):
            size = max(1.2, min(float(rooms[i]) * POINT * 0.95, float(self.w[i]) * 0.22))
            for k, mark in enumerate(drawn_marks(seat)[: max(1, int(self.w[i] * 0.55 / size))]):
                right = float(self.w[i]) * 0.45 - size * (0.5 + 1.1 * k)
                down = -float(self.d[i]) / 2 + size * 0.62
                yield from mark_ink(mark, *self.place(i, right, down), size, colour=self.style.ink)

    def _rings(self) -> Iterator[Ink]:
        """Yield a ring round each seat that a broken rule concerns, and the patch for its number."""
        ringed = [i for i, seat in enumerate(self.crowd.seats) if seat.rings]
        shapes = [ring(self.middle[i], float(self.w[i]), float(self.d[i]), self.turn[i]) for i in ringed]
        yield Ink(shapes, edge=self.style.trouble, width=1.6, layer=6)
        yield from (badge(text, self.style) for text in self._ring_numbers())

    def _ring_numbers(self) -> Iterator[Text]:
        """Yield the numbers of broken rules at the upper right of the rings."""
        size = max(self.style.floor, 0.9 * self.style.small)
        for i, seat in enumerate(self.crowd.seats):
            if seat.rings:
                x, y = self.place(i, float(self.w[i]) / 2, float(self.d[i]) * 0.54)
                yield line_of(numbers(seat.rings), x, y, size, bold=True, colour="#ffffff", kind="trouble")


def mark_ink(mark: str, x: float, y: float, size: float, *, colour: str) -> Iterator[Ink]:
    """Yield one mark at a place."""
    for points, filled in MARKS[mark]:
        shape = [points * size + (x, y)]
        yield Ink(shape, colour if filled else "", "" if filled else colour, 0.5, closed=filled, layer=4)
