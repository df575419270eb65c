"""Name plates of a rostrum on paper: name large, title small, rank in a corner, the rows behind paler."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.render.fit import LEAD, Fitted, fitted
from seatplan.render.page import MM, POINT, Ink, Text
from seatplan.render.seat_ink import TYPICAL, Numbers, SeatSheet, line_of, mark_ink

__all__ = ["PlateSheet"]

FRONT, BEHIND = "#ffffff", "#f1f1f1"
HEAD, NAME, GAP, TITLE, FOOT = 0.20, 0.37, 0.05, 0.24, 0.14
"""Of a plate's height: rank and marks, name, a gap, title, seat number."""
SMALLER = 0.9
"""Names of the rows behind the first, against those of the first."""


@dataclass
class PlateSheet(SeatSheet):
    """The plates of a rostrum at one place of paper."""

    def inks(self) -> Iterator[Ink]:
        """Yield plates, marks and rings."""
        for front in (True, False):
            for taken in (True, False):
                yield from self._plates(front=front, taken=taken)
        yield from self._crosses()
        yield from self._marks()
        yield from self._rings()

    def _plates(self, *, front: bool, taken: bool) -> Iterator[Ink]:
        chosen = [
            i for i, s in enumerate(self.crowd.seats) if (s.row == 1) == front and (s.state == "taken") == taken
        ]
        if chosen:
            titles = tuple(f"{self.crowd.seats[i].place} {self.crowd.seats[i].name}".strip() for i in chosen)
            fill = (FRONT if front else BEHIND) if taken else "#ffffff"
            edge, width = (self.style.ink, 0.9) if front else (self.style.quiet, 0.5)
            dash = () if taken else (2.0, 2.0)
            yield Ink(self.quads[chosen], fill, edge, width, dash, layer=1, titles=titles)

    def texts(self) -> Iterator[Text]:
        """Yield ranks, names, titles, seat numbers and the numbers of broken rules."""
        yield from self._plate_names()
        for i, seat in enumerate(self.crowd.seats):
            yield from self._title(i)
            yield from self._rank(i)
            yield from self._number(i, str(seat.number))
        yield from self._ring_numbers()

    def height(self, i: int) -> float:
        """Return the height of a plate in points."""
        return float(self.d[i]) * MM

    def _line(self, i: int, share: float) -> float:
        """Return the way up from the middle of a plate to a share of its height from its top, in millimetres."""
        return float(self.d[i]) * (0.5 - share)

    def _plate_names(self) -> Iterator[Text]:
        """Yield the names, all of one row of one size unless one is too long for it."""
        taken = self.crowd.taken
        width, height = self.w[taken] * MM * 0.94, self.d[taken] * MM * NAME
        sizes, kinds = self.crowd.names.sizes(width, height, largest=self.style.plate)
        for row in sorted({self.crowd.seats[i].row for i in taken}):
            inside = [k for k, i in enumerate(taken) if self.crowd.seats[i].row == row]
            base = self._size_of(sizes[inside], row)
            for k in inside:
                way = self.crowd.names.ways[k][kinds[k]]
                yield from self._plate_name(taken[k], Fitted(way, min(float(sizes[k]), base)), float(height[k]))

    def _size_of(self, sizes: Numbers, row: int) -> float:
        return max(self.style.floor, float(np.quantile(sizes, TYPICAL)) * (1.0 if row == 1 else SMALLER))

    def _plate_name(self, i: int, found: Fitted, height: float) -> Iterator[Text]:
        floor = self.style.floor
        if found.size < floor - 1e-9:
            width = float(self.w[i]) * MM * 0.94
            found = fitted(self.crowd.seats[i].name, width, height, largest=floor, floor=floor)
            if found.cut:
                self.cut.append(self.crowd.seats[i])
        yield from self._stack(i, found.lines, found.size, up=self._line(i, HEAD + NAME / 2))

    def _title(self, i: int) -> Iterator[Text]:
        """Yield the title on as many lines as it needs, if it can be read."""
        seat = self.crowd.seats[i]
        width, height = float(self.w[i]) * MM * 0.92, self.height(i) * TITLE
        if not seat.title or height < self.style.floor:
            return
        largest = max(self.style.floor, min(0.4 * self.style.plate, height * 0.5))
        found = fitted(seat.title, width, height, largest=largest, floor=self.style.floor, bold=False)
        for k, line in enumerate(found.lines):
            rise = (
                self._line(i, HEAD + NAME + GAP + TITLE / 2)
                + ((len(found.lines) - 1) / 2 - k) * LEAD * found.size * POINT
            )
            x, y = self.place(i, 0.0, rise)
            yield line_of(line, x, y, found.size, colour=self.style.quiet, turn=self.turn[i], kind="title")

    def _corner(self, i: int, share: float) -> float:
        """Return the size of the words in a strip of a plate."""
        return max(
            self.style.floor, min(1.6 * self.style.text, self.height(i) * share * 0.8, float(self.w[i]) * MM * 0.2)
        )

    def _rank(self, i: int) -> Iterator[Text]:
        seat, size = self.crowd.seats[i], self._corner(i, HEAD)
        if seat.rank:
            x, y = self.place(i, -float(self.w[i]) * 0.46, self._line(i, HEAD / 2))
            yield line_of(seat.rank, x, y, size, align="left", bold=True, turn=self.turn[i], kind="rank")

    def _number(self, i: int, number: str) -> Iterator[Text]:
        size = max(self.style.floor, self._corner(i, FOOT) * 0.85)
        x, y = self.place(i, 0.0, self._line(i, 1 - FOOT / 2))
        yield line_of(number, x, y, size, colour=self.style.quiet, turn=self.turn[i], kind="number")

    def _marks(self) -> Iterator[Ink]:
        """Yield the marks at the upper right of the plates."""
        for i, seat in enumerate(self.crowd.seats):
            size = self._corner(i, HEAD) * POINT
            for k, mark in enumerate(seat.marks[: max(1, int(self.w[i] * 0.6 / size))]):
                right = float(self.w[i]) * 0.46 - size * (0.5 + 1.15 * k)
                yield from mark_ink(
                    mark, *self.place(i, right, self._line(i, HEAD / 2)), size, colour=self.style.ink
                )
