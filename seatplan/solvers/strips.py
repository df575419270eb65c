"""One strip of lines of a hall, filled snake-wise, and what each delegation would cost at each place of it.

A strip is a run of neighbouring lines (rows, or columns). Its snake goes up and down across the lines, so that
every stretch of it is a compact block. Delegations are stretches that follow each other; seats may stay empty
between them. The price of a stretch is known for all starts at once, from running counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = ["DEAR", "MISSING", "NEVER", "Ask", "Ground", "Placed", "Strip"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
Placed = tuple[int, int, int]
"""A group, and where its stretch of a snake begins and ends."""
DEAR = 1000
"""A unit of a tier in sides of outline, if that tier is the stronger one."""
MISSING = 1 << 34
"""A needed seat that a stretch lacks, in sides of outline."""
NEVER = 1 << 50
"""Price of what does not fit."""


@dataclass(frozen=True)
class Ask:
    """What a group asks of its block.

    Parameters
    ----------
    size : int
        How many of its people may take common seats.
    needs : tuple of (int, int)
        Of which masks of `Ground` it needs how many seats.
    wishes : tuple of (int, int)
        For which prices of `Ground` how many of its people pay.
    special : bool
        Whether some may take no common seat: the other seats on its way belong to its block.
    """

    size: int
    needs: tuple[tuple[int, int], ...] = ()
    wishes: tuple[tuple[int, int], ...] = ()
    special: bool = False


@dataclass(frozen=True, eq=False)
class Ground:
    """What all strips share.

    Parameters
    ----------
    grid : ndarray of int, shape (seats, 2)
        Row and column.
    edges : ndarray of int, shape (m, 2)
        Seats that touch.
    usable, common : ndarray of bool, shape (seats,)
        Seats that anybody may take, and those that most people may take.
    masks : ndarray of bool, shape (classes, seats)
    prices : ndarray of int, shape (wishes, seats)
        In sides of outline.
    side : int
        Price of one side of outline.
    """

    grid: Ints
    edges: Ints
    usable: Mask
    common: Mask
    masks: Mask
    prices: Ints
    side: int = 1


@dataclass(eq=False)
class Strip:
    """Some seats in the order of the snake; ``turned`` if the lines are columns.

    Parameters
    ----------
    ground : Ground
    seats : ndarray of int
        All seats of the lines.
    turned : bool

    Examples
    --------
    >>> grid = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> edges, free = np.array([[0, 1], [2, 3], [0, 2], [1, 3]]), np.ones(4, dtype=bool)
    >>> hall = Ground(grid, edges, free, free, free[None], np.empty((0, 4), dtype=np.intp))
    >>> strip = Strip(hall, np.arange(4), turned=False)
    >>> strip.cells.tolist(), strip.outlines(2).tolist()
    ([0, 2, 3, 1], [6, 6, 6])
    """

    ground: Ground
    seats: Ints
    turned: bool
    known: dict[int, Ints] = field(default_factory=dict)

    def __post_init__(self) -> None:
        way = self._snake()
        plain = self.ground.common[way]
        self.cells, self.others = way[plain], way[~plain]
        self.before = np.minimum(np.cumsum(plain)[~plain], max(0, int(plain.sum()) - 1))
        place = np.full(len(self.ground.grid), -1, dtype=np.intp)
        place[self.cells] = np.arange(len(self.cells))
        ends = place[self.ground.edges]
        ends = ends[(ends >= 0).all(axis=1)]
        self.low, self.high = ends.min(axis=1), ends.max(axis=1)

    def _snake(self) -> Ints:
        seats = self.seats[self.ground.usable[self.seats]]
        line, across = self.ground.grid[seats].T[:: -1 if self.turned else 1]
        steps = np.unique(across, return_inverse=True)[1].reshape(-1)
        order: Ints = seats[np.lexsort((np.where(steps % 2 == 0, line, -line), steps))]
        return order

    def __len__(self) -> int:
        return len(self.cells)

    def place(self, order: list[int], asks: list[Ask]) -> tuple[int, list[Placed]]:
        """Return the price of some groups along the snake in this order, and their stretches.

        Exact for this order: a dynamic programme over ends, with empty seats wherever they help.
        """
        tables = self.tables(order, asks)
        placed, end = list[Placed](), len(self.cells)
        for g, table in zip(order[::-1], tables[:0:-1], strict=True):
            end = int(np.argmax(table[: end + 1] == table[end]))
            placed.append((g, end - asks[g].size, end))
            end -= asks[g].size
        return int(tables[-1][-1]), placed[::-1]

    def tables(self, order: list[int], asks: list[Ask], known: Sequence[Ints] = ()) -> list[Ints]:
        """Return for each group in turn what it costs to seat all so far on the first 0, 1, 2 ... seats.

        Parameters
        ----------
        order : list of int
            Groups along the snake.
        asks : list of Ask
            Of all groups.
        known : sequence of ndarray
            Tables of the first groups, from an order that began alike.
        """
        tables = list(known) or [np.zeros(len(self.cells) + 1, dtype=np.intp)]
        for g in order[len(tables) - 1 :]:
            starts, size = self._starts(g, asks[g]), asks[g].size
            here = np.empty(len(self.cells) + 1, dtype=np.intp)
            here[:size] = NEVER
            if len(starts):
                np.add(tables[-1][: len(starts)], starts, out=here[size:])
            else:  # nowhere to begin, for a group of which nobody takes a common seat in a strip without any
                here[size:] = NEVER
            tables.append(np.minimum.accumulate(here))
        return tables

    def _starts(self, g: int, ask: Ask) -> Ints:
        """Return what a group costs for each start of its stretch."""
        if g not in self.known:
            self.known[g] = self._reckoned(ask)
        return self.known[g]

    def _reckoned(self, ask: Ask) -> Ints:
        if not 0 < len(self.cells) >= ask.size:
            return np.empty(0, dtype=np.intp)
        starts = self.ground.side * self.outlines(ask.size)
        starts += MISSING * sum((self._lacks(k, n, ask) for k, n in ask.needs), np.zeros_like(starts))
        wishes: Ints = sum((self._wish(k, n, ask.size) for k, n in ask.wishes), np.zeros_like(starts))
        return starts + wishes

    def outlines(self, size: int) -> Ints:
        """Return the outline of a stretch of so many seats for each start: 4 sides a seat, less 2 an edge inside.

        An edge from place ``low`` to ``high`` is inside for the starts from ``high - size + 1`` to ``low``.
        """
        starts = len(self.cells) - size + 1
        short = self.high - self.low < size
        enters = np.bincount(np.maximum(0, self.high[short] - size + 1), minlength=starts)[:starts]
        leaves = np.bincount(self.low[short] + 1, minlength=starts)[:starts]
        outlines: Ints = 4 * size - 2 * np.cumsum(enters - leaves)
        return outlines

    def _lacks(self, index: int, count: int, ask: Ask) -> Ints:
        """Return how many seats of a kind are missing, for each start."""
        there = _inside(_running(self.ground.masks[index][self.cells]), ask.size)
        if ask.special:
            # of the other seats, those that the snake meets right before one of the stretch
            met = np.bincount(self.before[self.ground.masks[index][self.others]], minlength=len(self.cells))
            there = there + _inside(np.concatenate([[0], np.cumsum(met)]), ask.size)
        return np.maximum(0, count - there)

    def _wish(self, index: int, payers: int, size: int) -> Ints:
        """Return what the cheapest seats of each stretch cost so many payers: a sum over levels of price."""
        values = self.ground.prices[index][self.cells]
        levels = np.unique(values)
        paid = np.full(len(self.cells) - size + 1, levels[0] * payers)
        for level, more in zip(levels, np.diff(levels), strict=False):
            paid += more * np.maximum(0, payers - _inside(_running(values <= level), size))
        return paid

    def block(self, placed: Placed, ask: Ask) -> Ints:
        """Return the seats of a stretch, with the other seats on its way if the group needs such."""
        _, start, end = placed
        way = self.others[(self.before >= start) & (self.before < end)] if ask.special else self.others[:0]
        return np.sort(np.concatenate([self.cells[start:end], way]))

    def forbid(self, placed: Placed) -> None:
        """Keep a group off a start from now on, because its block does not hold it."""
        self.known[placed[0]][placed[1]] += MISSING


def _running(marks: Mask) -> Ints:
    return np.concatenate([[0], np.cumsum(marks)])


def _inside(running: Ints, size: int) -> Ints:
    """Return the counts of all windows of a size from running counts."""
    there: Ints = running[size:] - running[: len(running) - size]
    return there
