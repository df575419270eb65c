"""Aisles that lie alike on both sides of the centre line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.block_table import Lines
from seatplan.layout.rows.gangways import NEVER, Gangways, Task

__all__ = ["symmetric_gangways"]

Places = NDArray[np.intp]
_MOST = 4


def symmetric_gangways(task: Task, lines: Lines) -> Gangways | None:
    """Return the best aisles of those that lie alike on both sides of the centre line; None if there are none.

    Parameters
    ----------
    task : Task
        With what aisles take.
    lines : Lines
        Its places mirror each other.

    Returns
    -------
    Gangways or None
        Of at most four aisles between rows.

    Examples
    --------
    >>> lines = Lines(np.array([-3.0, 0.0, 3.0]), np.empty(0), np.empty(0))
    >>> n = int(NEVER)
    >>> seats = np.array([[4, 9, 9, 0], [n, 6, 11, 9], [n, n, 6, 9], [n, n, n, 4]])
    >>> symmetric_gangways(Task(seats, 3, 3), lines)
    Gangways(persons=20, source=0, inner=(0, 1, 2), sink=3, ways=1)
    """
    found = [one for source, sink in _sides(lines) for one in _mirrored(task, source, sink)]
    return max(found, key=lambda one: (one.persons, -len(one.inner)), default=None)


def _sides(lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield pairs of a source and a sink that mirror each other."""
    yield 0, len(lines.sinks) - 1
    for i, left in enumerate(lines.left):
        for j, right in enumerate(lines.right):
            if abs(left + right) < 1e-6:
                yield 1 + len(lines.inner) + i, len(lines.inner) + j


def _mirrored(task: Task, source: int, sink: int) -> Iterator[Gangways]:
    """Yield the best of 0, 1, 2, 3 and 4 aisles between a source and its mirror."""
    half = np.arange(task.inner // 2)
    one, other, middle = half[:, None], half[None, :], np.array([[task.inner // 2]])
    paths: list[list[Places]] = [[], [one], [one, other]]
    paths += [[middle], [one, middle]] if task.inner % 2 else []
    for path in paths:
        back = [task.inner - 1 - place for place in reversed(path) if place is not middle]
        whole = [*path, *back]
        if len(whole) <= min(task.most, _MOST) and all(place.size for place in whole):
            yield from _best(task, source, whole, sink)


def _best(task: Task, source: int, path: Sequence[Places], sink: int) -> Iterator[Gangways]:
    """Yield the best places along a path; of equals the one in the middle."""
    begins = [np.array([[source]]), *(place + 1 for place in path)]
    ends = [*path, np.array([[sink]])]
    blocks = list(zip(begins, ends, strict=True))
    total = sum((task.seats[begin, end] for begin, end in blocks), start=np.zeros((1, 1), dtype=np.int32))
    total = np.where(_bearable(task, blocks), total, NEVER)
    if total.max() > 0:
        equal = np.argwhere(total == total.max())
        at = equal[len(equal) // 2]
        chosen = tuple(int(np.broadcast_to(place, total.shape)[*at]) for place in path)
        yield Gangways(int(total.max()), source, chosen, sink, len(equal))


def _bearable(task: Task, blocks: Sequence[tuple[Places, Places]]) -> NDArray[np.bool_]:
    """Tell where no aisle has more people than it takes."""
    fine = np.ones((1, 1), dtype=bool)
    for section in task.sections:
        source, sink = section.to_source, section.to_sink
        for (a, b), (c, d) in pairwise(blocks):
            fine = fine & (sink[a, b] + source[c, d] <= task.aisle)
        (a, b), (c, d) = blocks[0], blocks[-1]
        fine = (
            fine & ((a == 0) | (source[a, b] <= task.side)) & ((d == len(sink.T) - 1) | (sink[c, d] <= task.side))
        )
    return np.asarray(fine)
