"""The tables of all rows: rows with the same floor share one, and sets of rows add them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Blocks, Ints, Lines, block_table
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gangways import NEVER, Task, allowed, most_persons
from seatplan.layout.rows.links import Linked
from seatplan.layout.rows.loaded_gangways import loaded_persons
from seatplan.layout.rows.row_bounds import row_bounds
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet, Strip

__all__ = ["Key", "RowTables"]

_ANY = 1e9
_CELLS = 60_000_000
"""Blocks of all tables that are kept together."""
Section = tuple[tuple[int, int], ...]
"""Tables of the rows of a section, and how often each is used."""
Key = tuple[Section, ...]
"""The sections of a set of rows; sets with the same key seat equally many, apart from the ways out."""


@dataclass(eq=False)
class RowTables:
    """The tables of rows.

    Parameters
    ----------
    family : Family
    rule : RowRule
    lines : Lines

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = Straight(ground(Room(((0, 0), (12, 0), (12, 6), (0, 6)))), 1.5)
    >>> tables = RowTables(rows, RowRule(unit=0.5, aisle=1.0), Lines(np.array([-3.0, 3.0]), *np.empty((2, 0))))
    >>> key = tables.key(RowSet(((1.5, 2.0), (2.0, 2.9)), ()))
    >>> key, tables.rough(key), tables.fine(key)
    ((((0, 2),),), 44, 40)
    """

    family: Family
    rule: RowRule
    lines: Lines
    _numbers: dict[object, int] = field(default_factory=dict, repr=False)
    _of: dict[Strip, int] = field(default_factory=dict, repr=False)
    _strips: list[Strip] = field(default_factory=list, repr=False)
    _known: dict[int, Blocks] = field(default_factory=dict, repr=False)
    _most: dict[int, Ints] = field(default_factory=dict, repr=False)
    _sections: dict[Section, list[int]] = field(default_factory=dict, repr=False)
    _bounds: dict[int, Ints] = field(default_factory=dict, repr=False)

    @cached_property
    def possible(self) -> NDArray[np.bool_]:
        """Which blocks there can be."""
        return allowed(self.lines, self.rule)

    @property
    def capacity(self) -> tuple[float, float]:
        """Whom an aisle between rows takes in each section, and a side aisle."""
        metre = self.rule.persons_per_metre
        if metre is None:
            return _ANY, _ANY
        return self.rule.aisle * metre + 1e-6, self.rule.side_aisle * metre + 1e-6

    def key(self, rows: RowSet) -> Key:
        """Return the key of a set of rows."""
        sections = (Counter(self._number(rows.strips[i]) for i in section) for section in rows.sections)
        return tuple(sorted(tuple(sorted(section.items())) for section in sections))

    def _number(self, strip: Strip) -> int:
        if strip not in self._of:
            self._of[strip] = self._new(strip)
        return self._of[strip]

    def _new(self, strip: Strip) -> int:
        where = (self.family.reaches(*strip), self.family.walks(*strip), self.family.scale(strip[0]))
        if where not in self._numbers:
            self._numbers[where] = len(self._numbers)
            self._strips.append(strip)
        return self._numbers[where]

    def rough(self, key: Key) -> int:
        """Return more people than any aisles seat: rows that lose nothing but the width of their aisles."""
        return self._at_best(key, self._quick)

    def fine(self, key: Key) -> int:
        """Return more people than any aisles seat, nearer: each row with aisles of its own."""
        return self._at_best(key, self._row)

    def _at_best(self, key: Key, row: Callable[[int], Ints]) -> int:
        """Return the most people of sections of which each row has its best 0, 1, 2, ... aisles."""
        inner, side = self.capacity
        full = np.arange(self.rule.aisles + 1) * inner + 2 * side
        rows = (np.minimum(full, sum(count * row(number) for number, count in part)) for part in key)
        return int(np.floor(sum(rows, start=np.zeros(1))).max())

    def _quick(self, number: int) -> Ints:
        """Return more people than 0, 1, 2, ... aisles let sit in one row, without a look at their places."""
        if number not in self._bounds:
            self._bounds[number] = np.array(row_bounds(self.rule, self.family, self._strips[number]))
        return self._bounds[number]

    def finest(self, key: Key) -> int:
        """Return more people than any aisles seat, nearer still: each section with aisles of its own."""
        each = [self._whole(part) for part in key]
        return max(sum(most[min(k, len(most) - 1)] for most in each) for k in range(self.rule.aisles + 1))

    def _whole(self, section: Section) -> list[int]:
        """Return the most people of a section with at most 0, 1, 2, ... aisles of its own."""
        if section not in self._sections:
            task = self.task((section,))
            found = loaded_persons(task) if task.sections else most_persons(task)
            self._sections[section] = list(accumulate(found, max))
        return self._sections[section]

    def _row(self, number: int) -> Ints:
        """Return the most people of one row with at most 0, 1, 2, ... aisles of its own."""
        if number not in self._most:
            most = most_persons(self._task(self.seats(number)))
            most += [most[-1]] * (self.rule.aisles + 1 - len(most))
            self._most[number] = np.maximum.accumulate(most)
        return self._most[number]

    def seats(self, number: int) -> Ints:
        """Return the table of a row."""
        return self._blocks(number).seats

    def task(self, key: Key) -> Task:
        """Return the task of laying aisles through a set of rows."""
        return self._tasked([[(self._blocks(number), count) for number, count in part] for part in key])

    def linked_task(self, rows: RowSet, linked: Sequence[Linked]) -> Task:
        """Return the task of laying only aisles that lead on from each row."""
        return self._tasked(
            [[(self._table(rows.strips[i], linked[i]), 1) for i in part] for part in rows.sections]
        )

    def _blocks(self, number: int) -> Blocks:
        """Return the table of a row; those not used for long are forgotten when there are too many."""
        found = self._known.pop(number, None)
        self._known[number] = found or self._table(self._strips[number])
        while len(self._known) > max(8, _CELLS // self.possible.size):
            del self._known[next(iter(self._known))]
        return self._known[number]

    def _table(self, strip: Strip, linked: Linked | None = None) -> Blocks:
        return block_table(self.family, self.rule, self.lines, strip, linked, loads=self.limited)

    @property
    def limited(self) -> bool:
        """Whether aisles take so many people only."""
        return self.rule.persons_per_metre is not None

    def _tasked(self, parts: Sequence[Sequence[tuple[Blocks, int]]]) -> Task:
        """Return the task of rows in sections."""
        sections = tuple(_sum(part, self.limited) for part in parts)
        seats = np.sum([blocks.seats for blocks in sections], axis=0)
        return self._task(seats, sections if self.limited else ())

    def _task(self, seats: Ints, sections: tuple[Blocks, ...] = ()) -> Task:
        value = np.where(self.possible, seats, NEVER).astype(np.int32)
        return Task(value, len(self.lines.inner), self.rule.aisles, sections, *self.capacity)


def _sum(parts: Sequence[tuple[Blocks, int]], loads: bool) -> Blocks:
    """Return blocks added up, each so often."""
    totals = []
    for name in ("seats", "to_source", "to_sink")[: 3 if loads else 1]:
        total = np.zeros(getattr(parts[0][0], name).shape, dtype=np.int32)
        for blocks, count in parts:
            total += getattr(blocks, name) if count == 1 else count * getattr(blocks, name).astype(np.int32)
        totals.append(total)
    return Blocks(*totals)
