"""The outline of a set of seats, drawn once round the whole, and which sets touch each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from seatplan.render.frame import Grid, Points, Row

__all__ = ["Run", "neighbours", "outlines", "runs"]

GAP = 0.35
"""Of a cell's width: seats farther apart than this do not hang together; an aisle lies between them."""
STEP = 0.25
"""Metres between the points of an arc."""

Corner = tuple[int, int]  # u in millimetres, level
Members = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Run:
    """Seats of one row that hang together.

    Parameters
    ----------
    row : int
        Index into ``grid.rows``.
    left, right : float
        Where it begins and ends, in ``u``.
    count : int
        How many seats.
    """

    row: int
    left: float
    right: float
    count: int


def runs(grid: Grid, members: Members) -> tuple[Run, ...]:
    """Return the runs of the seats that ``members`` marks, front row first, from the occupants' left.

    Parameters
    ----------
    grid : Grid
    members : ndarray of bool, shape (seats of the venue,)
    """
    return tuple(run for k, row in enumerate(grid.rows) for run in _runs_of(k, row, members))


def _runs_of(k: int, row: Row, members: Members) -> Iterator[Run]:
    u, half = row.u[members[row.seats]], row.width / 2
    if not len(u):
        return
    ends = np.flatnonzero(np.diff(u) > row.width * (1 + GAP))
    # seats of others in between end a run as well: they take a cell's width
    for a, b in zip(np.r_[0, ends + 1], np.r_[ends, len(u) - 1], strict=True):
        yield Run(k, float(u[a] - half), float(u[b] + half), int(b - a + 1))


def outlines(grid: Grid, members: Members, *, inset: float = 0.0) -> tuple[Points, ...]:
    """Return the closed lines round all seats that ``members`` marks, in metres.

    Parameters
    ----------
    grid : Grid
    members : ndarray of bool, shape (seats of the venue,)
    inset : float
        Metres by which the line stays inside the cells, so that two outlines that touch stand side by side.

    Returns
    -------
    tuple of ndarray, shape (corners, 2)
        One for each piece and each hole.

    Examples
    --------
    >>> from seatplan.render.frame import grid_of
    >>> from seatplan.venue import Area, Seat, Venue
    >>> seats = tuple(Seat(f"s{i}", f"{i}", "h", 1, i, float(i), x=0.5 * i) for i in range(3))
    >>> grid = grid_of(Venue("Room", seats, (Area("h", "Hall", "hall"),)), "h")
    >>> line, = outlines(grid, np.ones(3, dtype=bool))
    >>> line.min(axis=0).tolist(), line.max(axis=0).tolist()
    ([-0.25, -0.45], [1.25, 0.45])
    """
    found = runs(grid, members)
    loops = _loops(_edges(grid, found)) if found else []
    return tuple(grid.frame.roll(_placed(grid, loop, inset)) for loop in loops)


def _edges(grid: Grid, found: tuple[Run, ...]) -> dict[Corner, list[Corner]]:
    """Return the edges between inside and outside, the inside at their left (``v`` drawn upwards)."""
    edges: dict[Corner, list[Corner]] = defaultdict(list)
    spans: list[list[tuple[int, int]]] = [[] for _ in grid.rows]
    for run in found:
        spans[run.row].append(_span(run))
    for k, row in enumerate(spans):
        for left, right in row:
            edges[left, _back(k)].append((left, _front(grid, k)))
            edges[right, _front(grid, k)].append((right, _back(k)))
        before = spans[k - 1] if k and grid.touching(k - 1) else []
        after = spans[k + 1] if grid.touching(k) else []
        for left, right in _less(row, before):
            edges[left, _front(grid, k)].append((right, _front(grid, k)))
        for left, right in _less(row, after):
            edges[right, _back(k)].append((left, _back(k)))
    return edges


def _span(run: Run) -> tuple[int, int]:
    return round(run.left * 1000), round(run.right * 1000)


def _front(grid: Grid, k: int) -> int:
    """Return the level in front of a row; rows that touch share it. Even: a back, odd: a front of its own."""
    return 2 * (k - 1) if grid.touching(k - 1) else 2 * k - 1


def _back(k: int) -> int:
    return 2 * k


def _less(spans: list[tuple[int, int]], others: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what is left of some spans without others."""
    for left, right in spans:
        for a, b in others:
            if a < right and b > left:
                if a > left:
                    yield left, a
                left = max(left, b)
        if left < right:
            yield left, right


def _loops(edges: dict[Corner, list[Corner]]) -> list[list[Corner]]:
    """Link edges into closed lines; where two lines touch at a corner, each turns back to its own piece."""
    loops = []
    while edges:
        start = min(edges)
        corner, loop = start, [start]
        before = (0, 0)
        while True:
            after = _next(corner, before, edges)
            if after == start or after is None:
                break
            before, corner = (after[0] - corner[0], after[1] - corner[1]), after
            loop.append(corner)
        loops.append(_bends(loop))
    return loops


def _next(corner: Corner, before: Corner, edges: dict[Corner, list[Corner]]) -> Corner | None:
    """Take the edge out of a corner, the one that turns left first."""
    ways = edges.get(corner)
    if not ways:
        return None
    after = max(ways, key=lambda way: before[0] * (way[1] - corner[1]) - before[1] * (way[0] - corner[0]))
    ways.remove(after)
    if not ways:
        del edges[corner]
    return after


def _bends(loop: list[Corner]) -> list[Corner]:
    """Leave out corners on straight lines."""
    return [b for a, b, c in _around(loop) if not (a[0] == b[0] == c[0] or a[1] == b[1] == c[1])]


def _placed(grid: Grid, loop: list[Corner], inset: float) -> Points:
    """Give a loop of corners its places (u, v), moved inwards, with points between where rows are bent."""
    points: list[tuple[float, int, float]] = []
    for before, corner, after in _around(loop):
        (a, b), (c, d) = _inward(before, corner), _inward(corner, after)
        points.append((corner[0] / 1000 + (a + c) * inset, corner[1], (b + d) * inset))
        if corner[1] == after[1] and _bent(grid):
            points.extend((u, corner[1], d * inset) for u in _between(corner[0] / 1000, after[0] / 1000))
    return np.array([(u, _depth(grid, level, u) + shift) for u, level, shift in points])


def _around(loop: list[Corner]) -> Iterator[tuple[Corner, Corner, Corner]]:
    """Yield each corner with the one before and the one after."""
    return zip([loop[-1], *loop[:-1]], loop, [*loop[1:], loop[0]], strict=True)


def _inward(start: Corner, end: Corner) -> tuple[int, int]:
    """Return the direction to the left of an edge, in (u, v)."""
    return _sign(start[1] - end[1]), _sign(end[0] - start[0])


def _bent(grid: Grid) -> bool:
    return grid.frame.curved or any(float(np.ptp(row.v)) > 0.05 for row in grid.rows)


def _between(start: float, end: float) -> list[float]:
    """Return the points strictly between two places on a line, a step apart."""
    count = int(abs(end - start) / STEP)
    return [float(u) for u in np.linspace(start, end, count + 2)[1:-1]]


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _depth(grid: Grid, level: int, u: float) -> float:
    """Return ``v`` of a level at ``u``: half-way between two rows that touch, else half a pitch from its row."""
    k, half = (level + 1) // 2, grid.pitch / 2
    place = np.array([u])
    if level % 2:
        return float(grid.rows[k].back(place)[0]) - half
    here = float(grid.rows[k].back(place)[0])
    if not grid.touching(k):
        return here + half
    return (here + float(grid.rows[k + 1].back(place)[0])) / 2


def neighbours(grids: Mapping[str, Grid], group: NDArray[np.intp]) -> nx.Graph:
    """Return the graph of groups that have seats side by side (across an aisle too) or one behind the other.

    Parameters
    ----------
    grids : mapping of str to Grid
    group : ndarray of int, shape (seats of the venue,)
        Group of who sits there; -1 for none.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted({int(g) for g in group if g >= 0}))
    for grid in grids.values():
        for k, row in enumerate(grid.rows):
            _join(graph, group[row.seats[:-1]], group[row.seats[1:]])
            if k + 1 < len(grid.rows):
                front, back = np.nonzero(_overlap(row, grid.rows[k + 1]))
                _join(graph, group[row.seats[front]], group[grid.rows[k + 1].seats[back]])
    return graph


def _overlap(row: Row, behind: Row) -> NDArray[np.bool_]:
    return np.asarray(np.abs(row.u[:, None] - behind.u[None, :]) < (row.width + behind.width) / 2)


def _join(graph: nx.Graph, one: NDArray[np.intp], other: NDArray[np.intp]) -> None:
    touching = (one >= 0) & (other >= 0) & (one != other)
    graph.add_edges_from(set(zip(one[touching].tolist(), other[touching].tolist(), strict=True)))
