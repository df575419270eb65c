"""Where the places of a hall are: blocks on a common grid of columns, straight or along arcs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import cos, degrees, sin
from typing import Literal

__all__ = ["Align", "HallRows", "Spot"]

Align = Literal["aisle", "center", "left", "right"]
_MICRO = 6
"""Coordinates are whole micrometres."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a row: block, column, and metres along the row from the centre line."""

    block: int
    column: int
    across: float


@dataclass(frozen=True)
class HallRows:
    """The measures of a hall's rows.

    Parameters
    ----------
    counts : sequence of sequence of int
        Seats of each block of each row, from the front and from the left.
    aisles : sequence of float
        Width of each aisle between blocks.
    width, pitch, first : float
        Metres from seat to seat, from row to row, from the stage to the first row.
    after : frozenset of int
        Rows behind which the next stands ``crossing`` metres farther back.
    radius : float or None
        Of the first row's arc.
    rake, base : float
        Height of the first row, and rise from row to row.
    align : str
        Where shorter blocks stand.

    Examples
    --------
    >>> rows = HallRows([(2, 2)], [1.0], 0.5, 0.9, 2.5)
    >>> [spot.across for spot in rows.spots(1)]
    [-1.25, -0.75, 0.75, 1.25]
    """

    counts: Sequence[Sequence[int]]
    aisles: Sequence[float]
    width: float
    pitch: float
    first: float
    after: frozenset[int] = frozenset()
    crossing: float = 1.2
    radius: float | None = None
    rake: float = 0.0
    base: float = 0.0
    align: Align = "aisle"

    @cached_property
    def widest(self) -> list[int]:
        """The most seats of each block in any row."""
        return [max(block) for block in zip(*self.counts, strict=True)]

    @cached_property
    def columns(self) -> list[int]:
        """The first column of each block."""
        return [0, *accumulate(self.widest)][:-1]

    @property
    def total(self) -> float:
        """Metres from the left end of the longest row to its right end."""
        return sum(self.widest) * self.width + sum(self.aisles)

    @cached_property
    def starts(self) -> list[float]:
        """Metres of the left side of each block."""
        gaps = [0.0, *accumulate(self.aisles)]
        return [column * self.width + gap - self.total / 2 for column, gap in zip(self.columns, gaps, strict=True)]

    def spots(self, row: int) -> Iterator[Spot]:
        """Yield the places of a row from the left."""
        for block, seats in enumerate(self.counts[row - 1]):
            aside = self._aside(block, self.widest[block] - seats)
            for k in range(seats):
                across = round(self.starts[block] + (aside + k + 0.5) * self.width, _MICRO) + 0.0
                yield Spot(block, self.columns[block] + int(aside) + k, across)

    def _aside(self, block: int, spare: int) -> float:
        """Return how many seats a shorter block stands right of its left end."""
        last = len(self.widest) - 1
        sided = {"left": 0.0, "right": float(spare), "center": spare / 2}
        if self.align != "aisle":
            return sided[self.align]
        return sided["center"] if 0 < block < last or not last else sided["left" if block else "right"]

    def out(self, row: int) -> float:
        """Return the metres from the stage to a row, on the centre line."""
        return self.first + (row - 1) * self.pitch + sum(r < row for r in self.after) * self.crossing

    def height(self, row: int) -> float:
        """Return the height of a row's floor."""
        return round(self.base + (row - 1) * self.rake, _MICRO)

    def place(self, across: float, out: float) -> tuple[float, float, float]:
        """Return x, y and facing of somebody so far along a row that is so far out."""
        if self.radius is None:
            return round(across, _MICRO), round(-out, _MICRO) + 0.0, 90.0
        arc = self.radius + out - self.first
        angle = across / arc
        y = self.radius - self.first - arc * cos(angle)
        return round(arc * sin(angle), _MICRO) + 0.0, round(y, _MICRO), round(90.0 + degrees(angle), _MICRO)
