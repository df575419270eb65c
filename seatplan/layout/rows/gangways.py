"""Which aisles to lay: exact dynamic programmes over their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Blocks, Ints, Lines
from seatplan.layout.rows.rule import RowRule

__all__ = ["NEVER", "Gangways", "Task", "allowed", "best_gangways", "layers_of", "most_persons"]

Bools = NDArray[np.bool_]
NEVER = np.int32(-(10**7))


@dataclass(frozen=True)
class Gangways:
    """Aisles and what they seat.

    Parameters
    ----------
    persons : int
    source, sink : int
        Where the first block begins and the last ends, in `Lines.sources` and `Lines.sinks`.
    inner : tuple of int
        Aisles between rows, in `Lines.inner`.
    ways : int
        In how many ways as few aisles on the grid seat as many.
    """

    persons: int
    source: int
    inner: tuple[int, ...]
    sink: int
    ways: int = 1


@dataclass(frozen=True, eq=False)
class Task:
    """What to lay aisles through.

    Parameters
    ----------
    seats : ndarray of int, shape (sources, sinks)
        Persons between any source and any sink, all rows together; `NEVER` where no block can be.
    inner : int
        How many places there are for aisles between rows: sources 1 to ``inner``, sinks 0 to ``inner - 1``.
    most : int
        Most aisles between rows.
    sections : tuple of Blocks
        Who leaves by which aisle, for each section of rows; empty when aisles take any number.
    aisle, side : float
        Whom an aisle between rows takes in each section, and a side aisle.
    """

    seats: Ints
    inner: int
    most: int
    sections: tuple[Blocks, ...] = ()
    aisle: float = np.inf
    side: float = np.inf

    @property
    def begin(self) -> NDArray[np.intp]:
        """Sources at which the first block can begin."""
        return np.concatenate(([0], np.arange(self.inner + 1, len(self.seats))))

    @property
    def step(self) -> Ints:
        """Persons between two aisles."""
        return np.asarray(self.seats[1 : self.inner + 1, : self.inner])

    @property
    def last(self) -> Ints:
        """Persons right of the last aisle."""
        return np.asarray(self.seats[1 : self.inner + 1, self.inner :])


def allowed(lines: Lines, rule: RowRule) -> Bools:
    """Tell which sinks lie far enough to the right of which sources for a block between them, even an empty one.

    Examples
    --------
    >>> lines = Lines(np.array([-1.0, 0.0, 2.0]), np.empty(0), np.empty(0))
    >>> allowed(lines, RowRule(aisle=1.5)).astype(int).tolist()
    [[1, 1, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]]
    """
    half = rule.aisle / 2, rule.side_aisle / 2
    begins = lines.sources + lines.source_half(*half)
    ends = lines.sinks - lines.sink_half(*half)
    return np.asarray(begins[:, None] <= ends[None, :] + 1e-9)


def best_gangways(task: Task) -> Gangways:
    """Return the aisles that seat most people, with as few aisles between rows as that takes.

    Parameters
    ----------
    task : Task
        Whom aisles take is not looked at; see `loaded_gangways`.

    Returns
    -------
    Gangways
        Exact: no choice of places seats more.

    Examples
    --------
    >>> n = int(NEVER)
    >>> seats = np.array([[5, 9, 0], [n, 4, 6], [n, n, 1]])  # left wall, two places; two places, right wall
    >>> best_gangways(Task(seats, 2, 2))
    Gangways(persons=11, source=0, inner=(0,), sink=2, ways=1)
    """
    layers, totals = layers_of(task)
    alone = int(task.seats[task.begin][:, task.inner :].max())
    if not totals or max(totals) <= alone:
        return _without(task, alone)
    fewest = totals.index(max(totals))
    return _traced(task, layers[: fewest + 1], totals[fewest])


def most_persons(task: Task) -> list[int]:
    """Return how many people the best 0, 1, 2, ... aisles between rows seat.

    Examples
    --------
    >>> most_persons(Task(np.array([[5, 9, 0], [-99, 4, 6], [-99, -99, 1]]), 2, 2))
    [0, 11, 10]
    """
    alone = max(0, int(task.seats[task.begin][:, task.inner :].max()))
    return [alone, *(max(0, total) for total in layers_of(task)[1])]


def layers_of(task: Task) -> tuple[list[Ints], list[int]]:
    """Return, for 1, 2, ... aisles, the best to the left of the last one at each place, and the best of all."""
    layers: list[Ints] = []
    totals: list[int] = []
    if not task.inner:
        return layers, totals
    step, after = task.step, task.last.max(axis=1)
    front = task.seats[task.begin, : task.inner].max(axis=0)
    while len(layers) < task.most and front.max() >= 0:
        layers.append(front)
        totals.append(int((front + after).max()))
        front = (front[:, None] + step).max(axis=0)
    return layers, totals


def _without(task: Task, persons: int) -> Gangways:
    """Return the best block between walls and side aisles alone."""
    alone = task.seats[task.begin][:, task.inner :]
    i, j = np.argwhere(alone == persons)[0].tolist()
    return Gangways(max(0, persons), int(task.begin[i]), (), task.inner + j, int((alone == persons).sum()))


def _traced(task: Task, layers: Sequence[Ints], total: int) -> Gangways:
    """Walk back from the best end; of equals, take the one in the middle, and count them all."""
    begin, step = task.begin, task.step
    ends = np.argwhere(layers[-1][:, None] + task.last == total)
    at, sink = ends[len(ends) // 2].tolist()
    chosen = [at]
    for before, after in zip(layers[-2::-1], layers[:0:-1], strict=True):
        equal = np.flatnonzero(before + step[:, chosen[0]] == after[chosen[0]])
        chosen.insert(0, int(equal[len(equal) // 2]))
    source = int(begin[np.argmax(task.seats[begin, chosen[0]] == layers[0][chosen[0]])])
    return Gangways(total, source, tuple(chosen), task.inner + sink, _ways(task, layers, total))


def _ways(task: Task, layers: Sequence[Ints], total: int) -> int:
    count = (task.seats[task.begin, : task.inner] == layers[0]).sum(axis=0).astype(np.float64)
    for before, after in pairwise(layers):
        count = count @ (before[:, None] + task.step == after[None, :])
    return int((count @ (layers[-1][:, None] + task.last == total)).sum())
