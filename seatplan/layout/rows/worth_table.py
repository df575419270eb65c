"""What the seats between any two aisles are worth: the table from which aisles for the best seats are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Edges, Floats, Lines, Linked, row_edges
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import Strip

__all__ = ["RowWorth"]

Ints = NDArray[np.int64]
Indices = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class _Stretch:
    """The seats of blocks in one stretch of a row, by their numbers.

    ``at_left`` are the units from each source on, ``at_right`` those before each sink, ``centred`` those about
    each middle of a block, two to each unit's length.
    """

    at_left: Indices
    at_right: Indices
    centred: Indices
    of_middle: Indices
    units: Indices
    open_left: NDArray[np.bool_]
    open_both: NDArray[np.bool_]

    def table(self, worth: Ints) -> Ints:
        left, right = _sums(worth[self.at_left].sum(axis=-1)), _sums(worth[self.at_right].sum(axis=-1))
        centre = _pairs(worth[self.centred].sum(axis=-1), self.at_left.shape[1])
        rows, columns = np.ogrid[: len(left), : len(right)]
        aside = np.where(self.open_left[:, None], left[rows, self.units], right[columns, self.units])
        return np.asarray(np.where(self.open_both, centre[self.of_middle, self.units], aside), dtype=np.int64)


@dataclass(frozen=True, eq=False)
class RowWorth:
    """All seats that a row can have between any source and any sink; found once, valued as often as one likes.

    Parameters
    ----------
    seats : ndarray
        Where along the row seats can be, in ``across``.
    stretches : tuple
    shape : (int, int)
        Sources and sinks.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = Straight(ground(Room(((0, 0), (12, 0), (12, 6), (0, 6)))), 1.5)
    >>> lines = Lines(np.array([-3.0, 3.0]), np.empty(0), np.empty(0))
    >>> row = RowWorth.of(rows, RowRule(unit=0.5, aisle=1.0), lines, (2.0, 2.9))
    >>> row.table(np.ones(len(row.seats), dtype=np.int64)).tolist()
    [[5, 11, 0], [0, 10, 11], [0, 0, 5]]
    >>> row.table((np.abs(row.seats) < 1).astype(np.int64)).tolist()
    [[0, 4, 0], [0, 4, 4], [0, 0, 0]]
    """

    seats: Floats
    stretches: tuple[_Stretch, ...]
    shape: tuple[int, int]

    @classmethod
    def of(
        cls, family: Family, rule: RowRule, lines: Lines, strip: Strip, linked: Linked | None = None
    ) -> RowWorth:
        """Return the seats of a row; ``linked`` as for `row_edges`."""
        half = [family.half(width, strip[0]) for width in (rule.aisle, rule.side_aisle)]
        sources, sinks = (lines.sources, lines.source_half(*half)), (lines.sinks, lines.sink_half(*half))
        scale = family.scale(strip[0])
        found = [_Units(rule, scale, *ends) for ends in row_edges(family, strip, sources, sinks, linked)]
        parts = [part for units in found for part in units.seats()]
        flat = np.concatenate([np.empty(0), *(part.reshape(-1) for part in parts)])
        seats, of = np.unique(np.round(flat, 6), return_inverse=True)
        cuts = np.split(of.reshape(-1), np.cumsum([part.size for part in parts])[:-1])
        named = iter([cut.reshape(part.shape) for cut, part in zip(cuts, parts, strict=True)] if parts else [])
        stretches = tuple(units.stretch(next(named), next(named), next(named)) for units in found)
        return cls(seats, stretches, (len(lines.sources), len(lines.sinks)))

    def table(self, worth: Ints) -> Ints:
        """Return what the seats between any source and any sink are worth, given what each of ``seats`` is."""
        found = np.zeros(self.shape, dtype=np.int64)
        for stretch in self.stretches:
            found += stretch.table(worth)
        return found


class _Units:
    """Where units stand in a stretch: at the only aisle beside them, or in the middle between two."""

    def __init__(self, rule: RowRule, scale: float, begin: Edges, end: Edges) -> None:
        self.rule, self.scale, self.begin, self.end = rule, scale, begin, end
        self.step = (rule.unit + rule.gap) * scale
        room = (end.at[None, :] - begin.at[:, None] + rule.gap * scale + 1e-6) / self.step
        self.both = np.asarray(begin.open[:, None] & end.open[None, :])
        either = begin.open[:, None] | end.open[None, :]
        limit = np.where(self.both, max(rule.both, rule.one), np.where(either, rule.one, 0)) // rule.persons
        self.units = np.minimum(np.maximum(room, 0.0).astype(np.intp), limit)
        self.most = int(self.units.max(initial=0))
        middle = np.where(self.both & (self.units > 0), (begin.at[:, None] + end.at[None, :]) / 2, 0.0)
        self.middles, of = np.unique(np.round(middle, 6), return_inverse=True)
        self.of_middle = of.reshape(self.units.shape)

    def seats(self) -> Iterator[Floats]:
        """Yield where the seats of units are: those at the left, at the right and in the middle."""
        steps, unit = np.arange(self.most) * self.step, self.rule.unit * self.scale
        halves = np.arange(-self.most + 1, self.most) * self.step / 2
        yield self._persons(self.begin.at[:, None] + steps)
        yield self._persons(self.end.at[:, None] - unit - steps)
        yield self._persons(self.middles[:, None] + halves - unit / 2)

    def _persons(self, lefts: Floats) -> Floats:
        each = self.rule.persons
        return np.asarray(lefts[..., None] + (np.arange(each) + 0.5) * (self.rule.unit / each * self.scale))

    def stretch(self, at_left: Indices, at_right: Indices, centred: Indices) -> _Stretch:
        """Return the stretch with the numbers of those seats."""
        return _Stretch(at_left, at_right, centred, self.of_middle, self.units, self.begin.open, self.both)


def _sums(each: Ints) -> Ints:
    return np.concatenate((np.zeros((len(each), 1), dtype=np.int64), np.cumsum(each, axis=1)), axis=1)


def _pairs(each: Ints, most: int) -> Ints:
    """Return the worth of 0, 1, 2, ... units about each middle: two more at the ends of those before them."""
    found = np.zeros((len(each), most + 1), dtype=np.int64)
    for n in range(1, most + 1):
        first, last = each[:, most - n], each[:, most + n - 2]
        found[:, n] = first if n == 1 else found[:, n - 2] + first + last
    return found
