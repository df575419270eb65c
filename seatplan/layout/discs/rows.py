"""Rows of round things: the most of them, by a dynamic programme over the heights and shifts of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.discs.floor import DiscFloor
from seatplan.layout.rows.spans import Span
from seatplan.layout.shapes import Points

__all__ = ["DiscRows", "Packing"]

_STEP = 0.04
"""Metres between heights of rows."""
_SHIFTS = 40
"""Shifts of a row against the others."""
_EVEN, _NEAR = 1e-3, 1e-6
Metres = NDArray[np.float64]


@dataclass(frozen=True)
class Packing:
    """Middles of round things, and how they were found.

    Parameters
    ----------
    middles : ndarray, shape (n, 2)
    spacing : float
        Metres from middle to middle in a row; 0 where there are no rows.
    """

    middles: Points
    spacing: float = 0.0

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.middles)


@dataclass(frozen=True, eq=False)
class DiscRows:
    """Rows along the front of a room, of things that stand equally far apart in every row.

    Parameters
    ----------
    floor : DiscFloor
    apart : float
        Least metres from middle to middle.
    aligned : bool
        All rows without a shift, so that they form columns too.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> floor = DiscFloor(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.0, 1.0)
    >>> len(DiscRows(floor, 3.0).best()), len(DiscRows(floor, 2.3).best())
    (6, 9)
    """

    floor: DiscFloor
    apart: float
    aligned: bool = False

    @cached_property
    def heights(self) -> Metres:
        """Heights of rows, from the front: the grid begins at the highest place that there is."""
        high, low = float(self.floor.here.walls[:, 1].max()), float(self.floor.here.walls[:, 1].min())
        starts = sorted({high - self.floor.wall, -self.floor.open - self.floor.first})
        grids = [np.arange(start, low, -_STEP) for start in starts]
        return np.unique(np.concatenate(grids).round(6))[::-1]

    @cached_property
    def spans(self) -> list[list[Span]]:
        """What is free at each height."""
        return [self.floor.spans(float(y)) for y in self.heights]

    @property
    def spacings(self) -> Sequence[float]:
        """Distances in rows: up to where rows may be so close that every second one would collide."""
        most = 1.0 if self.aligned else 1.7
        return [round(self.apart * float(k), 6) for k in np.arange(1.0, most + 1e-9, 0.05)]

    def best(self) -> Packing:
        """Return the most, over all spacings."""
        return max(self.all(), key=len)

    def all(self) -> Iterator[Packing]:
        """Yield the best packing of each spacing."""
        yield from (self._packed(spacing) for spacing in self.spacings)

    def _packed(self, spacing: float) -> Packing:
        counts = self._count(spacing)
        value, before = self._table(counts, spacing)
        rows = list(_chain(value, before))
        middles = [(x, float(self.heights[i])) for i, j in rows for x in self._middles(i, j, spacing)]
        return Packing(np.array(middles, dtype=np.float64).reshape(-1, 2), spacing)

    def _count(self, spacing: float) -> NDArray[np.int64]:
        """Return how many stand at each height with each shift, shape (heights, shifts)."""
        shifts = self._shifts(spacing)
        found = np.zeros((len(self.heights), len(shifts)), dtype=np.int64)
        for i, spans in enumerate(self.spans):
            for left, right in spans:
                last, first = (
                    np.floor((right - shifts) / spacing + 1e-6),
                    np.ceil((left - shifts) / spacing - 1e-6),
                )
                found[i] += np.maximum(0, last - first + 1).astype(np.int64)
        return found

    def _shifts(self, spacing: float) -> Metres:
        return np.arange(_SHIFTS) * spacing / _SHIFTS

    def _gaps(self, spacing: float) -> Metres:
        """Return how far apart rows are whose shifts differ by so many steps."""
        turn = np.arange(_SHIFTS)
        apart = np.minimum(turn, _SHIFTS - turn) * spacing / _SHIFTS
        gaps = np.sqrt(np.maximum(self.apart**2 - apart**2, 0.0))
        return np.where(turn == 0, self.apart, np.inf) if self.aligned else gaps

    def _table(self, counts: NDArray[np.int64], spacing: float) -> tuple[Metres, NDArray[np.int64]]:
        """Return the value of the best rows that end with each row, and which row is before the last."""
        rows, shifts = counts.shape
        even = np.zeros(shifts)
        even[[0, shifts // 2]] = _EVEN
        own = counts + np.where(counts > 0, even - _NEAR * np.arange(rows)[:, None], 0.0)
        value, before = np.zeros((rows, shifts)), np.full((rows, shifts), -1)
        top, at = np.zeros((rows + 1, shifts)), np.full((rows + 1, shifts), -1)
        back = self._last_rows(spacing)
        other = (np.arange(shifts)[None, :] - np.arange(shifts)[:, None]) % shifts
        for i in range(rows):
            reach = np.repeat(back[i][:, None], shifts, axis=1)
            options = top[reach, other]
            best = options.argmax(axis=0)
            value[i] = own[i] + options[best, np.arange(shifts)]
            before[i] = at[reach, other][best, np.arange(shifts)]
            better = value[i] > top[i]
            top[i + 1] = np.where(better, value[i], top[i])
            at[i + 1] = np.where(better, i * shifts + np.arange(shifts), at[i])
        return value, before

    def _last_rows(self, spacing: float) -> NDArray[np.int64]:
        """Return how many of the heights are far enough before each one, for each difference of shifts."""
        gaps = self._gaps(spacing)
        return np.searchsorted(-self.heights, -(self.heights[:, None] + gaps) + 1e-9, side="right")

    def _middles(self, row: int, shift: int, spacing: float) -> Iterator[float]:
        start = self._shifts(spacing)[shift]
        for left, right in self.spans[row]:
            first = int(np.ceil((left - start) / spacing - 1e-6))
            last = int(np.floor((right - start) / spacing + 1e-6))
            yield from (float(start + k * spacing) for k in range(first, last + 1))


def _chain(value: Metres, before: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Yield the rows of the best choice, the last one first."""
    at = int(value.argmax()) if value.size and value.max() > 0 else -1
    while at >= 0:
        i, j = divmod(at, value.shape[1])
        yield i, j
        at = int(before[i, j])
