"""Aisles that are wide enough for those who leave by them: exact dynamic programmes over pairs of places.

Whom an aisle takes ties the block at its left to the block at its right, so the programmes go from block to
block. The section with most people is looked at alone; only when its best aisles are too narrow for another
section, all are looked at together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Ints
from seatplan.layout.rows.gangways import NEVER, Gangways, Task

__all__ = ["loaded_gangways", "loaded_persons", "within_loads"]

Indices = NDArray[np.intp]


def within_loads(task: Task) -> Ints:
    """Return the seats of blocks, `NEVER` where a block alone is too much for an aisle at its side.

    Examples
    --------
    >>> from seatplan.layout.rows.block_table import Blocks
    >>> seats = np.array([[5, 9, 0], [-99, 4, 6], [-99, -99, 1]], dtype=np.int32)
    >>> load = Blocks(seats, np.zeros((3, 3)), np.maximum(seats, 0))
    >>> within_loads(Task(seats, 2, 2, (load,), aisle=8)).tolist()[0][:2]
    [5, -10000000]
    """
    seats = task.seats.copy()
    aisles, left, right = np.full(task.inner, task.aisle), len(seats) - 1, seats.shape[1] - 1
    source = np.concatenate(([np.inf], aisles, np.full(left - task.inner, task.side)))
    sink = np.concatenate((aisles, np.full(right - task.inner, task.side), [np.inf]))
    for section in task.sections:
        seats[(section.to_source > source[:, None]) | (section.to_sink > sink[None, :])] = NEVER
    return np.asarray(seats)


def loaded_gangways(task: Task) -> Gangways:
    """Return the aisles that seat most people without taking more than they may.

    Parameters
    ----------
    task : Task

    Returns
    -------
    Gangways
        Exact: no choice of places seats more and leaves no aisle, in no section, with more people than it takes.
        In how many ways is not counted.

    Examples
    --------
    >>> from seatplan.layout.rows.block_table import Blocks
    >>> n = int(NEVER)
    >>> seats = np.array([[5, 9, 0], [n, 4, 6], [n, n, 1]], dtype=np.int32)
    >>> load = Blocks(seats, np.maximum(seats, 0), np.maximum(seats, 0))
    >>> loaded_gangways(Task(seats, 2, 2, (load,), aisle=11)).persons, loaded_gangways(
    ...     Task(seats, 2, 2, (load,), aisle=10)).persons
    (11, 10)
    """
    seats = within_loads(task)
    found = _run(task, seats, _heaviest(task))
    if len(task.sections) == 1 or _fits(task, found):
        return found
    return _run(task, seats, _Together(task, seats))


def loaded_persons(task: Task) -> list[int]:
    """Return what the best 0, 1, 2, ... aisles seat at most: exact for one section.

    Examples
    --------
    >>> from seatplan.layout.rows.block_table import Blocks
    >>> seats = np.array([[5, 9, 0], [-99, 4, 6], [-99, -99, 1]], dtype=np.int32)
    >>> loaded_persons(Task(seats, 2, 1, (Blocks(seats, np.maximum(seats, 0), np.maximum(seats, 0)),), aisle=10))
    [0, 10]
    """
    seats = within_loads(task)
    alone = seats[task.begin][:, task.inner :]
    return [
        max(0, int(alone.max())),
        *(max(0, int(ends.max())) for _, ends in _rounds(task, seats, _heaviest(task))),
    ]


class _Meetings(Protocol):
    """Where a block at the left of each aisle meets one at its right."""

    def best(self, values: Ints) -> Ints:
        """Return the best value at the left, shape (aisles, sinks), given those of blocks (sources, aisles)."""

    def good(self, aisle: int, sink: int) -> NDArray[np.bool_]:
        """Tell which blocks at the left go with one at the right."""


@dataclass(frozen=True, eq=False)
class _OneSection:
    """What one section allows; loads are whole numbers, so the best of all small loads can be looked up."""

    to_sink: Ints
    to_source: Ints
    most: int

    @cached_property
    def _left(self) -> Indices:
        load = np.clip(self.to_sink, 0, self.most + 1).astype(np.intp)
        aisle = np.arange(self.to_sink.shape[1], dtype=np.intp)
        return np.asarray(load + aisle * (self.most + 2)).reshape(-1)

    @cached_property
    def _right(self) -> Indices:
        left = np.maximum(self.most - self.to_source, 0).astype(np.intp)
        return np.asarray(left + np.arange(len(left), dtype=np.intp)[:, None] * (self.most + 2))

    def best(self, values: Ints) -> Ints:
        table = np.full(values.shape[1] * (self.most + 2), NEVER, dtype=np.int32)
        np.maximum.at(table, self._left, values.reshape(-1))
        table = np.maximum.accumulate(table.reshape(-1, self.most + 2), axis=1).reshape(-1)
        return np.asarray(np.where(self.to_source <= self.most, table[self._right], NEVER))

    def good(self, aisle: int, sink: int) -> NDArray[np.bool_]:
        return np.asarray(self.to_sink[:, aisle] + self.to_source[aisle, sink] <= self.most)


def _heaviest(task: Task) -> _OneSection:
    section = max(task.sections, key=lambda one: int(one.seats.max()))
    inner = task.inner
    return _OneSection(section.to_sink[:, :inner], section.to_source[1 : inner + 1], int(task.aisle))


@dataclass(frozen=True, eq=False)
class _Together:
    """What all sections allow. At an aisle, blocks with the same loads count as one: few loads differ."""

    task: Task
    seats: Ints

    @cached_property
    def _of(self) -> list[tuple[Indices, Indices, NDArray[np.bool_]]]:
        return [self._meeting(aisle) for aisle in range(self.task.inner)]

    def _meeting(self, aisle: int) -> tuple[Indices, Indices, NDArray[np.bool_]]:
        left = np.stack([section.to_sink[:, aisle] for section in self.task.sections])
        right = np.stack([section.to_source[aisle + 1] for section in self.task.sections])
        loads_left, of_left = _classes(left, self.seats[:, aisle] >= 0)
        loads_right, of_right = _classes(right, self.seats[aisle + 1] >= 0)
        together = loads_left[:, :, None] + loads_right[:, None, :]
        return of_left, of_right, np.all(together <= self.task.aisle, axis=0)

    def best(self, values: Ints) -> Ints:
        found = np.empty((self.task.inner, self.seats.shape[1]), dtype=np.int32)
        for aisle, (left, right, fits) in enumerate(self._of):
            top = np.full(len(fits), NEVER, dtype=np.int32)
            np.maximum.at(top, left, values[:, aisle])
            found[aisle] = np.where(fits, top[:, None], NEVER).max(axis=0)[right]
        return found

    def good(self, aisle: int, sink: int) -> NDArray[np.bool_]:
        left, right, fits = self._of[aisle]
        return np.asarray(fits[left, right[sink]])


def _classes(loads: Ints, real: NDArray[np.bool_]) -> tuple[Ints, Indices]:
    """Return the different loads, shape (sections, classes), and the class of each block."""
    weights = np.power(10_000.0, np.arange(len(loads)))
    _, first, of = np.unique(np.where(real, weights @ loads, -1.0), return_index=True, return_inverse=True)
    return loads[:, first], of


def _rounds(task: Task, seats: Ints, meetings: _Meetings) -> Iterator[tuple[Ints, Ints]]:
    """Yield, for 1, 2, ... aisles, the blocks that end at the last of them, and those right of it."""
    inner = task.inner
    values = np.full(seats[:, :inner].shape, NEVER, dtype=np.int32)
    values[task.begin] = seats[task.begin, :inner]
    for _ in range(task.most if inner else 0):
        if values.max() < 0:
            return
        found = np.maximum(meetings.best(values) + seats[1 : inner + 1], NEVER)
        yield values, found[:, inner:]
        values = np.full_like(values, NEVER)
        values[1 : inner + 1] = found[:, :inner]


def _run(task: Task, seats: Ints, meetings: _Meetings) -> Gangways:
    alone = seats[task.begin][:, task.inner :]
    i, j = np.unravel_index(int(alone.argmax()), alone.shape)
    found = Gangways(max(0, int(alone.max())), int(task.begin[i]), (), task.inner + int(j), 0)
    layers: list[Ints] = []
    for values, ends in _rounds(task, seats, meetings):
        layers.append(values)
        if ends.max() > found.persons:
            found = _traced(task, seats, meetings, layers, ends)
    return found


def _traced(task: Task, seats: Ints, meetings: _Meetings, layers: list[Ints], ends: Ints) -> Gangways:
    """Walk back from the best end; of equals, take the one in the middle."""
    total = int(ends.max())
    equal = np.argwhere(ends == total)
    aisle, last = equal[len(equal) // 2].tolist()
    sink, value = task.inner + last, total
    chosen: list[int] = []
    for values in reversed(layers):
        chosen.insert(0, aisle)
        value -= int(seats[aisle + 1, sink])
        good = np.flatnonzero((values[:, aisle] == value) & meetings.good(aisle, sink))
        source = int(good[len(good) // 2])
        sink, aisle = aisle, source - 1
    return Gangways(total, source, tuple(chosen), task.inner + last, 0)


def _fits(task: Task, found: Gangways) -> bool:
    """Tell whether no aisle has more people than it takes, in any section."""
    path = [found.source, *(aisle + 1 for aisle in found.inner)]
    blocks = list(zip(path, [*found.inner, found.sink], strict=True))
    return all(
        section.to_sink[one] + section.to_source[other] <= task.aisle
        for section in task.sections
        for one, other in pairwise(blocks)
    )
