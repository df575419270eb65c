"""The pieces of a delegation's field, and where its name can stand in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from seatplan.render.frame import Grid
from seatplan.render.outline import Run, runs

__all__ = ["Place", "handles", "largest_place", "pieces"]

OVERLAP = 0.2
"""Metres by which runs of two rows overlap at least, if they hang together."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box in the room where words can stand.

    Parameters
    ----------
    x, y : float
        Its middle, in metres.
    facing : float
        Where somebody there looks, in degrees; words stand across.
    width, depth : float
        In metres.
    """

    x: float
    y: float
    facing: float
    width: float
    depth: float


def pieces(grid: Grid, members: NDArray[np.bool_]) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each piece that hangs together, the largest piece first."""
    found = runs(grid, members)
    graph = nx.Graph()
    graph.add_nodes_from(range(len(found)))
    by_row: dict[int, list[int]] = {}
    for i, run in enumerate(found):
        by_row.setdefault(run.row, []).append(i)
    for k, here in by_row.items():
        behind = by_row.get(k + 1, []) if grid.touching(k) else []
        graph.add_edges_from((i, j) for i in here for j in behind if _shared(found[i], found[j]) > OVERLAP)
    parts = [tuple(found[i] for i in sorted(part)) for part in nx.connected_components(graph)]
    return tuple(sorted(parts, key=lambda part: (-sum(run.count for run in part), part[0].row, part[0].left)))


def _shared(one: Run, other: Run) -> float:
    return min(one.right, other.right) - max(one.left, other.left)


def handles(grid: Grid, piece: tuple[Run, ...], *, share: float) -> tuple[Place, ...]:
    """Return where a name can stand in front of the seats: the front row first, then wider rows.

    Parameters
    ----------
    grid : Grid
    piece : tuple of Run
    share : float
        Of the row pitch: the strip in front of the seats.
    """
    return tuple(_strip(grid, run, share) for run in _wider(piece))


def _wider(piece: tuple[Run, ...]) -> Iterator[Run]:
    """Yield the front run, and each run that is wider than all before."""
    widest = 0.0
    for run in piece:
        if run.right - run.left > widest + 0.1:
            widest = run.right - run.left
            yield run


def _strip(grid: Grid, run: Run, share: float) -> Place:
    middle = (run.left + run.right) / 2
    return _place(grid, run.row, middle, -grid.pitch * (1 - share) / 2, run.right - run.left, grid.pitch * share)


def _place(grid: Grid, row: int, u: float, shift: float, width: float, depth: float) -> Place:
    v = float(grid.rows[row].back(np.array([u]))[0]) + shift
    uv = np.array([[u, v]])
    x, y = grid.frame.roll(uv)[0]
    return Place(float(x), float(y), float(grid.frame.turn(uv)[0]), width * grid.frame.stretch(v), depth)


def largest_place(grid: Grid, piece: tuple[Run, ...], *, shape: float) -> Place:
    """Return the largest box inside a piece, for words of a shape (width by height)."""
    best = max(_boxes(piece), key=lambda box: (_size(grid, box, shape), -box[0]))
    first, last, left, right = best
    depth = (last - first + 1) * grid.pitch
    shift = (last - first) * grid.pitch / 2
    front = float(grid.rows[first].v.mean())
    narrowest = grid.frame.stretch(front) / grid.frame.stretch(front + shift)  # rows in front are shorter
    return _place(grid, first, (left + right) / 2, shift, (right - left) * narrowest, depth)


def _size(grid: Grid, box: tuple[int, int, float, float], shape: float) -> float:
    first, last, left, right = box
    return round(min((right - left) / shape, (last - first + 1) * grid.pitch), 3)


def _boxes(piece: tuple[Run, ...]) -> Iterator[tuple[int, int, float, float]]:
    """Yield boxes (first row, last row, left, right), each as deep as it can be and still as wide as its top."""
    by_row: dict[int, Run] = {}
    for run in piece:
        if run.row not in by_row or run.right - run.left > by_row[run.row].right - by_row[run.row].left:
            by_row[run.row] = run
    for first in by_row:
        left, right, last = by_row[first].left, by_row[first].right, first
        while last in by_row:
            left, right = max(left, by_row[last].left), min(right, by_row[last].right)
            if right - left < OVERLAP:
                break
            yield first, last, left, right
            last += 1
