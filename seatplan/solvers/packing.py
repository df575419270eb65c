"""Pack delegations into the strips of one container: which lines make a strip, who follows whom in which strip.

The lines are cut into strips by a dynamic programme over an estimate of the outlines; the best few cuts, in rows
and in columns, are tried. On a cut, simulated annealing exchanges and moves groups; `seatplan.solvers.strips`
prices every try exactly, so what comes out is a plan with a known price, but no bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from math import exp
from random import Random

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.control import Control
from seatplan.solvers.floors import shortest_outline
from seatplan.solvers.strips import MISSING, NEVER, Ask, Ground, Strip

__all__ = ["Packing", "cuts_into_strips", "pack"]

Ints = NDArray[np.intp]
_CUTS, _MORE = 2, 40
"""How many cuts of the rows, and of the columns, are tried at least; more for fewer groups."""
_TRIES, _LONG = 60, 320
"""Steps of the search for each group: at first on every cut, then on the best one."""
_HOT, _COLD = 12.0, 0.5
"""Sides of outline that a step may cost, at the beginning and in the end."""


@dataclass(eq=False)
class Packing:
    """Groups in strips, in the order of the snake.

    Parameters
    ----------
    strips : sequence of Strip
    asks : list of Ask
        Of all groups.
    orders : list of list of int
        The groups of each strip.
    """

    strips: Sequence[Strip]
    asks: list[Ask]
    orders: list[list[int]]
    costs: list[int] = field(default_factory=list)
    tables: list[list[Ints]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reckon()

    def reckon(self) -> None:
        """Price all strips anew."""
        pairs = zip(self.strips, self.orders, strict=True)
        self.tables = [strip.tables(order, self.asks) for strip, order in pairs]
        self.costs = [self._cost(k, order, self.tables[k]) for k, order in enumerate(self.orders)]

    def _cost(self, k: int, order: list[int], tables: list[Ints]) -> int:
        """Return the price of a strip; dearer the more people too many it has."""
        over = sum(self.asks[g].size for g in order) - len(self.strips[k])
        return int(tables[-1][-1]) if over <= 0 else NEVER + MISSING * over

    @property
    def cost(self) -> int:
        """Price of all strips."""
        return sum(self.costs)

    @property
    def least(self) -> int:
        """Price below which no packing comes."""
        sides = sum(shortest_outline(self.asks[g].size) for order in self.orders for g in order)
        return self.strips[0].ground.side * sides

    @property
    def whole(self) -> bool:
        """Tell whether every group has a stretch with all that it needs."""
        return self.cost < MISSING

    def blocks(self) -> Iterator[tuple[int, Strip, tuple[int, int, int], Ints]]:
        """Yield each group with its strip, its stretch and its seats."""
        for strip, order in zip(self.strips, self.orders, strict=True):
            for placed in strip.place(order, self.asks)[1]:
                yield placed[0], strip, placed, strip.block(placed, self.asks[placed[0]])

    def improve(self, steps: int, control: Control) -> None:
        """Anneal for so many steps and keep the best that was met."""
        chance, best = Random(control.seed), (self.cost, [list(order) for order in self.orders])
        side, least = self.strips[0].ground.side, self.least
        for step in range(steps):
            if step % 64 == 0:
                control.checkpoint()
            heat = side * _HOT * (_COLD / _HOT) ** (step / steps)
            self._step(chance, heat)
            if self.cost < best[0]:
                best = self.cost, [list(order) for order in self.orders]
            if best[0] == least:
                break
        self.orders = best[1]
        self.reckon()

    def _step(self, chance: Random, heat: float) -> None:
        """Change one or two strips at random; take it back if it costs too much."""
        i, j = chance.randrange(len(self.orders)), chance.randrange(len(self.orders))
        new = _changed(self.orders, i, j, chance)
        if not new:
            return
        tables = {k: self._tables(k, order) for k, order in new.items()}
        costs = {k: self._cost(k, order, tables[k]) for k, order in new.items()}
        worse = sum(costs.values()) - sum(self.costs[k] for k in new)
        if worse <= 0 or chance.random() < exp(-worse / heat):
            for k, order in new.items():
                self.orders[k], self.costs[k], self.tables[k] = order, costs[k], tables[k]

    def _tables(self, k: int, order: list[int]) -> list[Ints]:
        """Return the tables of a new order of a strip; those of its old beginning are known."""
        same = 0
        for g, before in zip(order, self.orders[k], strict=False):
            if g != before:
                break
            same += 1
        return self.strips[k].tables(order, self.asks, self.tables[k][: same + 1])


def _changed(orders: list[list[int]], i: int, j: int, chance: Random) -> dict[int, list[int]]:
    """Return the changed orders of strips i and j: two groups exchanged, or one moved."""
    if not orders[i] or (i == j and len(orders[i]) < 2):
        return {}
    new = {i: list(orders[i]), j: list(orders[j])}
    here = chance.randrange(len(new[i]))
    if chance.random() < (0.5 if i == j else 0.8) and new[j]:
        there = chance.randrange(len(new[j]))
        new[i][here], new[j][there] = new[j][there], new[i][here]
    else:
        moved = new[i].pop(here)
        new[j].insert(chance.randrange(len(new[j]) + 1), moved)
    return new


def pack(ground: Ground, seats: Ints, groups: list[int], asks: list[Ask], control: Control) -> Iterator[Packing]:
    """Yield packings of some groups into a container, the best first.

    Parameters
    ----------
    ground : Ground
    seats : ndarray of int
        Of the container.
    groups : list of int
        Who is to sit there.
    asks : list of Ask
        Of all groups.
    control : Control
    """
    first = [
        _greedy(strips, groups, asks)
        for turned in (False, True)
        for strips in cuts_into_strips(ground, seats, [asks[g].size for g in groups], turned=turned)
    ]
    for packing in first:
        packing.improve(_TRIES * len(groups), control)
    for packing in sorted(first, key=lambda p: p.cost):
        packing.improve(_LONG * len(groups), control)
        if packing.whole:
            yield packing


def _greedy(strips: list[Strip], groups: list[int], asks: list[Ask]) -> Packing:
    """Give the largest group left to the strip with most room, until all are dealt."""
    room, orders = [len(strip) for strip in strips], [list[int]() for _ in strips]
    for g in sorted(groups, key=lambda g: (-asks[g].size, g)):
        k = max(range(len(strips)), key=lambda k: room[k])
        orders[k].append(g)
        room[k] -= asks[g].size
    return Packing(strips, asks, orders)


def cuts_into_strips(ground: Ground, seats: Ints, sizes: list[int], *, turned: bool) -> Iterator[list[Strip]]:
    """Yield the strips of the most promising cuts of a container's lines.

    Notes
    -----
    A stretch of n seats holds about n/N of a strip's N seats and of its edges, less those at its ends. So a strip
    is priced by its edges along and across the lines; a dynamic programme over the lines finds the best cuts.
    """
    line = ground.grid[seats, int(turned)]
    lines, index = np.unique(line, return_inverse=True)
    price, most = _densities(ground, seats, index.reshape(-1), sizes), max(_CUTS, _MORE // len(sizes))
    for ends in _best_cuts(price, len(lines), most):
        yield [Strip(ground, seats[(index >= a) & (index < b)], turned) for a, b in pairwise(ends)]


def _densities(ground: Ground, seats: Ints, index: Ints, sizes: list[int]) -> dict[tuple[int, int], float]:
    """Estimate the outline of all seats of each run of lines, if groups of these sizes fill it."""
    line = np.full(len(ground.grid), -1, dtype=np.intp)
    taken = seats[ground.common[seats]]
    line[seats] = index
    lines = int(index.max()) + 1
    ends = np.sort(line[ground.edges[np.isin(ground.edges, taken).all(axis=1)]], axis=1)
    along = _running(np.bincount(ends[ends[:, 0] == ends[:, 1], 0], minlength=lines))
    across = _running(np.bincount(ends[ends[:, 1] - ends[:, 0] == 1, 0], minlength=lines))
    people = _running(np.bincount(line[taken], minlength=lines))
    most = np.array(sizes, dtype=float)
    found = {}
    for a in range(lines):
        for b in range(a + 1, min(lines, a + int(2 * max(sizes) ** 0.5) + 2) + 1):
            count = people[b] - people[a]
            inner = (across[b - 1] - across[a]) * (most - 1) + (along[b] - along[a]) * np.maximum(
                0, most - (b - a)
            )
            found[a, b] = float(4 * count - 2 * inner.sum() / most.sum()) if count and most.any() else 0.0
    return found


def _best_cuts(price: dict[tuple[int, int], float], lines: int, most: int) -> list[tuple[int, ...]]:
    """Return the cheapest cuts of lines into runs, as the ends of the runs."""
    best: list[list[tuple[float, tuple[int, ...]]]] = [[(0.0, (0,))]]
    for b in range(1, lines + 1):
        ways = [(cost + price[a, b], (*ends, b)) for a in range(b) if (a, b) in price for cost, ends in best[a]]
        best.append(sorted(ways)[:most])
    return [ends for _, ends in best[lines]]


def _running(counts: Ints) -> list[int]:
    return [0, *accumulate(counts.tolist())]
