"""Aisles of which at least one must lead to a door."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Blocks, Ints, Lines
from seatplan.layout.rows.gangways import NEVER, Gangways, Task

__all__ = ["bridged", "not_jumping", "unbridged"]

Bools = NDArray[np.bool_]


def bridged(task: Task, sources: Bools, sinks: Bools) -> Task:
    """Return the task of laying aisles of which at least one is marked.

    Every place for an aisle is there twice: before any marked aisle was laid, and from then on.

    Parameters
    ----------
    task : Task
    sources, sinks : ndarray of bool
        Which aisles are marked.

    Returns
    -------
    Task
        With twice as many places; `unbridged` names those of its answer.

    Examples
    --------
    >>> from seatplan.layout.rows.gangways import best_gangways
    >>> n = int(NEVER)
    >>> seats = np.array([[5, 9, 0], [n, 4, 6], [n, n, 1]], dtype=np.int32)
    >>> wanted = bridged(Task(seats, 2, 2), np.array([False, False, True]), np.array([False, True, False]))
    >>> best_gangways(Task(seats, 2, 2)).persons, best_gangways(wanted).persons
    (11, 10)
    """
    marked = sinks[: task.inner]
    before, after = ~marked, marked
    seats = _doubled(task.seats, task.inner)
    inner = slice(1, task.inner + 1), slice(task.inner + 1, 2 * task.inner + 1)
    columns = slice(0, task.inner), slice(task.inner, 2 * task.inner)
    fresh = np.concatenate(([True], ~sources[task.inner + 1 :]))
    begin = np.concatenate(([0], np.arange(2 * task.inner + 1, len(seats))))
    for rows, untouched in (
        (begin, fresh),
        (np.arange(*inner[0].indices(len(seats))), np.ones(task.inner, dtype=bool)),
    ):
        seats[rows, columns[0]] = np.where(untouched[:, None] & before, seats[rows, columns[0]], NEVER)
        seats[rows, columns[1]] = np.where(~untouched[:, None] | after, seats[rows, columns[1]], NEVER)
        ends = slice(2 * task.inner, None)
        seats[rows, ends] = np.where(~untouched[:, None] | sinks[task.inner :], seats[rows, ends], NEVER)
    seats[inner[1], columns[0]] = NEVER
    sections = tuple(
        Blocks(*(_doubled(table, task.inner) for table in (one.seats, one.to_source, one.to_sink)))
        for one in task.sections
    )
    return replace(task, seats=seats, inner=2 * task.inner, sections=sections)


def _doubled(table: Ints, inner: int) -> Ints:
    """Return a table in which the places for aisles are there twice."""
    rows = np.concatenate(([0], np.tile(np.arange(1, inner + 1), 2), np.arange(inner + 1, len(table))))
    columns = np.concatenate((np.tile(np.arange(inner), 2), np.arange(inner, table.shape[1])))
    return np.asarray(table[np.ix_(rows, columns)])


def not_jumping(task: Task, lines: Lines, sources: Bools, sinks: Bools) -> Task:
    """Return the task of laying aisles of which at least one lies in a stretch: no block may jump over it.

    Parameters
    ----------
    task : Task
    lines : Lines
    sources, sinks : ndarray of bool
        The aisles in the stretch.

    Returns
    -------
    Task

    Examples
    --------
    >>> from seatplan.layout.rows.gangways import best_gangways
    >>> n = int(NEVER)
    >>> task = Task(np.array([[5, 9, 0], [n, 4, 6], [n, n, 1]], dtype=np.int32), 2, 2)
    >>> lines = Lines(np.array([-1.0, 1.0]), np.empty(0), np.empty(0))
    >>> right = not_jumping(task, lines, np.array([False, False, True]), np.array([False, True, False]))
    >>> best_gangways(right).persons  # the right aisle, alone or with the left one
    10
    """
    places = np.concatenate((lines.sources[sources], lines.sinks[sinks]))
    low, high = places.min() - 1e-9, places.max() + 1e-9
    jump = (lines.sources < low)[:, None] & (lines.sinks > high)[None, :]
    return replace(task, seats=np.where(jump, NEVER, task.seats).astype(np.int32))


def unbridged(task: Task, found: Gangways) -> Gangways:
    """Return the answer to `bridged` in the places of the task itself."""
    inner = task.inner
    source = found.source - inner if found.source > 2 * inner else found.source
    return replace(found, source=source, inner=tuple(i % inner for i in found.inner), sink=found.sink - inner)
