"""Name plates of a rostrum on paper: name large, title small, rank in a corner, the rows behind paler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.render.changes import change_inks, drawn_marks
from seatplan.render.fit import LEAD, Fitted, fitted
from seatplan.render.page import MM, POINT, Ink, Text
from seatplan.render.seat_ink import TYPICAL, Crowd, Numbers, SeatSheet, line_of, mark_ink
from seatplan.render.style import Style

__all__ = ["Bands", "PlateSheet", "bands", "plates_legible"]

FRONT, BEHIND = "#ffffff", "#f1f1f1"
SMALLER = 0.9
"""Names of the rows behind the first, against those of the first."""
WIDE = 0.94
"""Of a plate's width: what its words may fill."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Of a plate's height from its top: rank and marks, name, a gap, title, seat number; 0 where there is none."""

    head: float
    name: float
    gap: float = 0.0
    title: float = 0.0
    foot: float = 0.0


def bands(height: float, floor: float) -> Bands:
    """Return what a plate of so many points has room for; the name comes first, then rank, title, number.

    Examples
    --------
    >>> bands(40.0, 5.0).foot, bands(20.0, 5.0).title, bands(9.0, 5.0).head
    (0.14, 0.0, 0.0)
    """
    lines = height / floor
    if lines >= 7.2:
        return Bands(0.20, 0.37, 0.05, 0.24, 0.14)
    if lines >= 5.2:
        return Bands(0.20, 0.38, 0.03, 0.39)
    return Bands(0.42, 0.56) if lines >= 2.4 else Bands(0.0, 1.0)


def plates_legible(crowd: Crowd, scale: float, style: Style) -> bool:
    """Tell whether all but a few names can be shown whole on plates at a scale."""
    width, depth = (side[crowd.taken] * 1000 / scale * MM for side in (crowd.width, crowd.depth))
    share = np.array([bands(float(height), style.floor).name for height in depth])
    return crowd.readable(width * WIDE, depth * share, style)


@dataclass
class PlateSheet(SeatSheet):
    """The plates of a rostrum at one place of paper; without ``names``, plates with ranks."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.bands = [bands(float(depth) * MM, self.style.floor) for depth in self.d]

    def inks(self) -> Iterator[Ink]:
        """Yield plates, marks and rings."""
        for front in (True, False):
            for taken in (True, False):
                yield from self._plates(front=front, taken=taken)
        yield from self._crosses()
        yield from change_inks(self.crowd.seats, self.quads, self.style, bold=2.2)
        yield from self._marks()
        yield from self._rings()

    def _plates(self, *, front: bool, taken: bool) -> Iterator[Ink]:
        seats = self.crowd.seats
        chosen = [i for i, s in enumerate(seats) if (s.row == 1) == front and (s.state == "taken") == taken]
        if chosen:
            titles = tuple(f"{seats[i].place} {seats[i].name}".strip() for i in chosen)
            fill = (FRONT if front else BEHIND) if taken else "#ffffff"
            edge, width = (self.style.ink, 0.9) if front else (self.style.quiet, 0.5)
            dash = () if taken else (2.0, 2.0)
            yield Ink(self.quads[chosen], fill, edge, width, dash, layer=1, titles=titles)

    def texts(self) -> Iterator[Text]:
        """Yield ranks, names, titles, seat numbers and the numbers of broken rules."""
        if self.names:
            yield from self._plate_names()
        for i, seat in enumerate(self.crowd.seats):
            yield from self._rank(i)
            if self.names:
                yield from self._title(i)
                came = f" ← {seat.came}" if seat.came else ""
                yield from self._number(i, f"{seat.number}{came}")
        yield from self._ring_numbers()

    @property
    def numbered(self) -> bool:
        """Whether plates bear seat numbers."""
        return self.names and any(band.foot for band in self.bands)

    def _line(self, i: int, share: float) -> float:
        """Return the way up from the middle of a plate to a share of its height from its top, in millimetres."""
        return float(self.d[i]) * (0.5 - share)

    def _room(self, i: int, share: float) -> tuple[float, float]:
        """Return width and height of a band of a plate, in points."""
        return float(self.w[i]) * MM * WIDE, float(self.d[i]) * MM * share

    def _plate_names(self) -> Iterator[Text]:
        """Yield the names, all of one row of one size unless one is too long for it."""
        taken = self.crowd.taken
        height = self.d[taken] * MM * np.array([self.bands[i].name for i in taken])
        sizes, kinds = self.crowd.names.sizes(self.w[taken] * MM * WIDE, height, largest=self.style.plate)
        for row in sorted({self.crowd.seats[i].row for i in taken}):
            inside = [k for k, i in enumerate(taken) if self.crowd.seats[i].row == row]
            base = self._size_of(sizes[inside], row)
            for k in inside:
                way = self.crowd.names.ways[k][kinds[k]]
                yield from self._plate_name(taken[k], Fitted(way, min(float(sizes[k]), base)))

    def _size_of(self, sizes: Numbers, row: int) -> float:
        return max(self.style.floor, float(np.quantile(sizes, TYPICAL)) * (1.0 if row == 1 else SMALLER))

    def _plate_name(self, i: int, found: Fitted) -> Iterator[Text]:
        floor, band = self.style.floor, self.bands[i]
        if found.size < floor - 1e-9:
            found = fitted(self.crowd.seats[i].name, *self._room(i, band.name), largest=floor, floor=floor)
            if found.cut:
                self.cut.append(self.crowd.seats[i])
        yield from self._stack(i, found.lines, found.size, up=self._line(i, band.head + band.name / 2))

    def _title(self, i: int) -> Iterator[Text]:
        """Yield the title on as many lines as it needs, if it can be read."""
        seat, band = self.crowd.seats[i], self.bands[i]
        width, height = self._room(i, band.title)
        if not seat.title or height < self.style.floor:
            return
        largest = max(self.style.floor, min(0.4 * self.style.plate, height * 0.5))
        found = fitted(seat.title, width, height, largest=largest, floor=self.style.floor, bold=False)
        middle = self._line(i, band.head + band.name + band.gap + band.title / 2)
        for k, line in enumerate(found.lines):
            x, y = self.place(i, 0.0, middle + ((len(found.lines) - 1) / 2 - k) * LEAD * found.size * POINT)
            yield line_of(line, x, y, found.size, colour=self.style.quiet, turn=self.turn[i], kind="title")

    def _corner(self, i: int, share: float) -> float:
        """Return the size of the words in a band of a plate."""
        width, height = self._room(i, share)
        return max(self.style.floor, min(1.6 * self.style.text, height * 0.8, width * 0.2))

    def _rank(self, i: int) -> Iterator[Text]:
        """Yield the rank at the upper left, where the plate has a name in the middle, if there is room."""
        seat, head = self.crowd.seats[i], self.bands[i].head if self.names else 1.0
        size = self._corner(i, head)
        text = line_of(seat.rank, 0.0, 0.0, size, bold=True, turn=self.turn[i], kind="rank")
        if seat.rank and head and text.width <= self.w[i] and size * POINT <= self.d[i]:
            right = text.width / 2 - float(self.w[i]) * 0.46 if self.names else 0.0
            x, y = self.place(i, right, self._line(i, head / 2))
            yield line_of(seat.rank, x, y, size, bold=True, turn=self.turn[i], kind="rank")

    def _number(self, i: int, number: str) -> Iterator[Text]:
        foot = self.bands[i].foot
        if foot:
            size = max(self.style.floor, self._corner(i, foot) * 0.85)
            x, y = self.place(i, 0.0, self._line(i, 1 - foot / 2))
            yield line_of(number, x, y, size, colour=self.style.quiet, turn=self.turn[i], kind="number")

    def _marks(self) -> Iterator[Ink]:
        """Yield the marks at the upper right of the plates."""
        for i, seat in enumerate(self.crowd.seats):
            head = self.bands[i].head
            size = self._corner(i, head) * POINT if head else 0.4 * float(self.d[i])
            for k, mark in enumerate(drawn_marks(seat)[: max(1, int(self.w[i] * 0.6 / size))]):
                right = float(self.w[i]) * 0.46 - size * (0.5 + 1.15 * k)
                up = self._line(i, (head or 0.4) / 2)
                yield from mark_ink(mark, *self.place(i, right, up), size, colour=self.style.ink)
