"""Which run of lines each unit of groups takes: a dynamic programme over groups and lines, and bounds of runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains
from seatplan.solvers.floors import outline_floor
from seatplan.terms import Compact, Cost, Model, Statement

__all__ = ["Bounds", "Floor", "Run", "Unit", "cheapest"]

Ints = NDArray[np.intp]
Vector = tuple[int, ...]
Run = tuple[int, int, int]
"""A unit, the first line of its run, and the line behind its last."""
_Place = tuple[Vector, int, Run | None]
"""What all groups so far cost, where the last run begins, and the run."""
_Table = list[_Place | None]


@dataclass(frozen=True, eq=False)
class Unit:
    """Consecutive groups ``first`` to ``end - 1`` that share a run of lines; mostly one group alone."""

    first: int
    end: int
    members: Ints

    @property
    def size(self) -> int:
        """Number of groups."""
        return self.end - self.first


def cheapest(
    units: Sequence[Unit],
    prices: Sequence[Mapping[tuple[int, int], Vector]],
    solved: Collection[Run],
    lines: int,
) -> list[Run] | None:
    """Choose runs that follow each other for all groups: the smallest price, then most runs that are solved.

    Parameters
    ----------
    units : sequence of Unit
    prices : sequence of mapping
        For each unit the price of every run that it can take.
    solved : collection of Run
    lines : int

    Examples
    --------
    >>> units = [Unit(0, 1, np.array([0])), Unit(1, 2, np.array([1]))]
    >>> cheapest(units, [{(0, 1): (0,), (1, 2): (0,)}, {(1, 2): (5,)}], (), 2)
    [(0, 0, 1), (1, 1, 2)]
    """
    groups = max(unit.end for unit in units)
    tiers = len(next((price for mine in prices for price in mine.values()), ()))
    start: _Table = [((0,) * (tiers + 1), 0, None)] * (lines + 1)
    tables: list[_Table] = [start]
    tables.extend([None] * (lines + 1) for _ in range(groups))
    for u in sorted(range(len(units)), key=lambda u: units[u].end):
        _step(u, tables[units[u].first], tables[units[u].end], prices[u], solved)
        if u + 1 == len(units) or units[u + 1].end > units[u].end:
            _carry(tables[units[u].end])
    return _path(units, tables)


def _step(
    u: int,
    before: _Table,
    after: _Table,
    prices: Mapping[tuple[int, int], Vector],
    solved: Collection[Run],
) -> None:
    """Note the best ways to place a unit so that it ends before each line."""
    for (first, end), price in prices.items():
        ahead = before[first]
        if ahead is None:
            continue
        unsolved = (u, first, end) not in solved
        total = tuple(a + b for a, b in zip(ahead[0], (*price, int(unsolved)), strict=True))
        here = after[end]
        if here is None or total < here[0]:
            after[end] = (total, first, (u, first, end))


def _carry(table: _Table) -> None:
    """Let what ends before a line count for all lines behind it."""
    for end in range(1, len(table)):
        earlier, here = table[end - 1], table[end]
        if earlier is not None and (here is None or earlier[0] <= here[0]):
            table[end] = earlier


def _path(units: Sequence[Unit], tables: list[_Table]) -> list[Run] | None:
    group, end, runs = len(tables) - 1, len(tables[0]) - 1, list[Run]()
    while group:
        here = tables[group][end]
        if here is None or here[2] is None:
            return None
        runs.append(here[2])
        group, end = units[here[2][0]].first, here[1]
    return runs[::-1]


@dataclass(frozen=True, eq=False)
class Floor:
    """What all bounds share.

    Parameters
    ----------
    model : Model
    domains : Domains
    line : ndarray of int, shape (seats,)
        Line of each seat that somebody may take, from 0 without gaps; -1 for the others.
    lines : int
    """

    model: Model
    domains: Domains
    line: Ints
    lines: int


class Bounds:
    """Lower bounds of one unit over all runs of lines that could hold it.

    Parameters
    ----------
    floor : Floor
    members : ndarray of int
    elsewhere : int
        The fewest lines that everybody else needs, beside those of the unit.
    most : int
        How many lines more than need be a run may have.
    extra : tuple of int
        What the unit costs in each tier wherever it sits.
    """

    def __init__(self, floor: Floor, members: Ints, *, elsewhere: int, most: int, extra: Vector) -> None:
        self.floor, self.members, self.most = floor, members, most
        domains = floor.domains
        self.kinds, self.sizes = np.unique(domains.class_of[members], return_counts=True)
        self.needed = np.append(self.sizes, len(members))
        self.masks = domains.masks[self.kinds]
        self.costs = [c for s in floor.model.statements if (c := self._cost(s)) is not None]
        self.least = tuple(map(sum, zip(self._outlines(), extra, strict=True)))
        self.room = self._room()
        self.narrowest, self.widest = self._narrowest(), max(1, floor.lines - elsewhere)
        self.limited = self.widest > self.narrowest + most

    def _cost(self, statement: Statement) -> tuple[int, int, Ints, Ints] | None:
        """Return tier index, how many pay, their usable seats and the prices."""
        if not isinstance(statement.term, Cost) or not statement.tier:
            return None
        payers = np.intersect1d(self.members, statement.term.people)
        if not len(payers):
            return None
        classes = self.floor.domains.class_of[payers]
        usable = np.flatnonzero(self.floor.domains.masks[np.unique(classes)].any(axis=0))
        tier = self.floor.model.tiers.index(statement.tier)
        return tier, len(payers), usable, statement.weight * statement.term.values[usable]

    def _outlines(self) -> Vector:
        """Return the shortest outlines of the members in each tier, wherever they sit."""
        model = self.floor.model
        found = [0] * len(model.tiers)
        for s in model.statements:
            mine = s.tier and isinstance(s.term, Compact) and np.isin(s.term.people, self.members).all()
            if mine:
                found[model.tiers.index(s.tier)] += outline_floor(s)
        return tuple(found)

    def runs(self) -> Iterator[tuple[tuple[int, int], Vector]]:
        """Yield every run of lines with room for the unit, with its bound in each tier.

        A run wider than need be is kept: it may cost less. Runs without room are left out.
        """
        lines, widest = self.floor.lines, min(self.widest, self.narrowest + self.most)
        for first in range(lines - self.narrowest + 1):
            for end in range(first + self.narrowest, min(lines, first + widest) + 1):
                if self._fits(first, end):
                    yield (first, end), self.bound(first, end)

    def _narrowest(self) -> int:
        """Return the fewest lines that hold the unit anywhere, by number alone."""
        deepest = int(np.diff(self.room[-1]).max(initial=1))
        return max(1, -(-len(self.members) // max(1, deepest)))

    def _room(self) -> Ints:
        """Return running counts of usable seats by line: one row a class, the last for all together."""
        line, lines = self.floor.line, self.floor.lines
        masks = [*self.masks, np.asarray(self.masks.any(axis=0))]
        counts = [np.bincount(line[np.flatnonzero(m & (line >= 0))], minlength=lines) for m in masks]
        return np.concatenate([np.zeros((len(masks), 1), dtype=np.intp), np.cumsum(counts, axis=1)], axis=1)

    def _fits(self, first: int, end: int) -> bool:
        there = self.room[:, end] - self.room[:, first]
        return bool((there >= self.needed).all())

    def bound(self, first: int, end: int) -> Vector:
        """Return what the unit costs at least between two lines."""
        bounds = list(self.least)
        for tier, payers, usable, values in self.costs:
            line = self.floor.line[usable]
            inside = values[(line >= first) & (line < end)]
            bounds[tier] += int(np.partition(inside, payers - 1)[:payers].sum())
        return tuple(bounds)
