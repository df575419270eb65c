"""What rows gain at a price for a seat, with the best aisles: the Lagrangian subproblem of `best_seats`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Lines
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gangways import Gangways, Task, allowed, best_gangways
from seatplan.layout.rows.links import Linked
from seatplan.layout.rows.row_bounds import rows_bound
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.search import lines_of
from seatplan.layout.rows.sets import RowSet, Strip, row_sets
from seatplan.layout.rows.worth import Worth
from seatplan.layout.rows.worth_table import RowWorth

__all__ = ["RowGains", "Top"]

Ints = NDArray[np.int64]
_NEVER = -(2**50)
_TRIED = 6


@dataclass(frozen=True, eq=False)
class Top:
    """A set of rows, and the aisles with which it gains most."""

    of: RowGains
    rows: RowSet
    task: Task
    chosen: Gangways

    @property
    def gain(self) -> int:
        return self.chosen.persons


@dataclass(eq=False)
class RowGains:
    """The sets of rows of a rule, and what blocks of them are worth."""

    family: Family
    rule: RowRule
    grid: float
    step: float
    back: float
    worth: Worth
    _places: dict[object, RowWorth] = field(default_factory=dict)
    _costs: dict[tuple[Strip, bool], tuple[RowWorth, Ints]] = field(default_factory=dict)
    _known: dict[tuple[Strip, bool], Ints] = field(default_factory=dict)
    _gains: dict[RowSet, tuple[int, int]] = field(default_factory=dict)
    _price: int = -1

    @cached_property
    def sets(self) -> list[RowSet]:
        return list(row_sets(self.rule, self.family.depth, self.step))

    @cached_property
    def lines(self) -> Lines:
        return lines_of(self.family, self.rule, self.sets, self.grid)

    @cached_property
    def _never(self) -> NDArray[np.bool_]:
        return ~allowed(self.lines, self.rule)

    def most(self, price: int) -> int:
        """Return more than any rows gain: straight rows whose seats are as near to the centre line as can be."""
        if self.family.name != "straight":
            return _NEVER * -1

        def gain(people: int, far: float) -> int:
            aside = np.arange(people) * (self.rule.unit / 2 / self.rule.persons)
            return int(np.maximum(price - self.worth.least(np.hypot(aside, far - self.back)), 0).sum())

        return rows_bound(self.rule, self.family, gain)

    def best(self, price: int) -> list[Top]:
        """Return the sets of rows that gain most at a price."""
        tops: list[Top] = []
        dearer = {rows: gain for rows, (at, gain) in self._gains.items() if at >= price}
        for rows in sorted(self.sets, key=lambda rows: -dearer.get(rows, -_NEVER)):
            if len(tops) == _TRIED and dearer.get(rows, -_NEVER) <= tops[-1].gain:
                break
            task = self.task(rows, price)
            one = Top(self, rows, task, best_gangways(task))
            self._gains[rows] = price, one.gain
            tops = sorted([*tops, one], key=lambda top: -top.gain)[:_TRIED]
        return tops

    def task(self, rows: RowSet, price: int) -> Task:
        """Return the task of laying aisles for the largest gain."""
        if price != self._price:
            self._known, self._price = {}, price
        gains = sum(
            (self._gain(strip, i == 0) for i, strip in enumerate(rows.strips)), start=np.zeros((), dtype=np.int64)
        )
        return Task(np.where(self._never, _NEVER, gains), len(self.lines.inner), self.rule.aisles)

    def linked_task(self, rows: RowSet, linked: Sequence[Linked]) -> Task:
        """Return the same task for aisles that lead on from each row."""
        gains = np.zeros(self._never.shape, dtype=np.int64)
        for i, strip in enumerate(rows.strips):
            row = RowWorth.of(self.family, self.rule, self.lines, strip, linked[i])
            gains += row.table(np.maximum(self._price - self._valued(row, strip, i == 0), 0))
        return Task(np.where(self._never, _NEVER, gains), len(self.lines.inner), self.rule.aisles)

    def _valued(self, row: RowWorth, strip: Strip, first: bool) -> Ints:
        points = self.family.points(row.seats, strip[1] - self.back)
        return self.worth.costs(points, np.full(len(row.seats), first), self.rule.pitch)

    def _gain(self, strip: Strip, first: bool) -> Ints:
        key = strip, first
        if key not in self._known:
            row, costs = self._cost(key)
            self._known[key] = row.table(np.maximum(self._price - costs, 0))
        return self._known[key]

    def _cost(self, key: tuple[Strip, bool]) -> tuple[RowWorth, Ints]:
        """Return the seats of a row, and what they cost: the same ones for rows with the same floor."""
        if key not in self._costs:
            strip, first = key
            row = self._row(strip)
            self._costs[key] = row, self._valued(row, strip, first)
        return self._costs[key]

    def _row(self, strip: Strip) -> RowWorth:
        where = (self.family.reaches(*strip), self.family.walks(*strip), self.family.scale(strip[0]))
        if where not in self._places:
            self._places[where] = RowWorth.of(self.family, self.rule, self.lines, strip)
        return self._places[where]
