"""`Floor`: the floor in small cells, to see where people can walk once the seats stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground
from seatplan.layout.shapes import Points, inside

__all__ = ["Floor", "bare_floor", "components"]

Mask = NDArray[np.bool_]
Labels = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Floor:
    """Which cells of a grid are free.

    Parameters
    ----------
    free : ndarray of bool, shape (lines, columns)
        Line 0 is at the least y.
    origin : (float, float)
        Of the first cell's corner.
    cell : float
        Metres that a cell is wide and deep.
    """

    free: Mask
    origin: tuple[float, float]
    cell: float

    def taken(self, outlines: Iterable[Points]) -> Floor:
        """Return the floor with these outlines taken: cells whose middles they hold.

        Examples
        --------
        >>> from seatplan.layout.shapes import box
        >>> floor = Floor(np.ones((4, 4), dtype=bool), (0.0, 0.0), 1.0)
        >>> int(floor.taken([box(1, 1, 2, 2)]).free.sum())
        12
        """
        free = self.free.copy()
        for outline in outlines:
            (i0, j0), (i1, j1) = self._index(outline.min(axis=0)), self._index(outline.max(axis=0))
            lines, columns = slice(max(i0, 0), max(i1 + 1, 0)), slice(max(j0, 0), max(j1 + 1, 0))
            part = free[lines, columns]
            if part.size:
                within = inside(outline, self._middles(lines, columns)).reshape(part.shape)
                part &= ~within
        return replace(self, free=free)

    def _index(self, place: Points) -> tuple[int, int]:
        x, y = (place - self.origin) / self.cell
        return int(np.floor(y)), int(np.floor(x))

    def _middles(self, lines: slice, columns: slice) -> Points:
        i, j = np.arange(len(self.free))[lines], np.arange(self.free.shape[1])[columns]
        x, y = self.origin[0] + (j + 0.5) * self.cell, self.origin[1] + (i + 0.5) * self.cell
        return np.column_stack([side.ravel() for side in np.meshgrid(x, y)])

    def walkable(self, width: float) -> Labels:
        """Return the part of the floor to which each cell belongs that is the middle of a free square.

        Parameters
        ----------
        width : float
            Of the square; its side is an odd number of cells and no larger.

        Returns
        -------
        ndarray of int
            0 where no square fits; else the number of the part: from any of its cells one gets to any other.

        Examples
        --------
        >>> free = np.ones((3, 7), dtype=bool)
        >>> free[:, 3] = False
        >>> Floor(free, (0.0, 0.0), 1.0).walkable(3.0)[1].tolist()
        [0, 1, 0, 0, 0, 2, 0]
        """
        reach = max(0, (int(width / self.cell + 1e-9) - 1) // 2)
        return components(_fits(self.free, reach))

    def label(self, labels: Labels, place: tuple[float, float]) -> int:
        """Return the label of the cell at a place; 0 outside."""
        i, j = self._index(np.array(place))
        return int(labels[i, j]) if 0 <= i < labels.shape[0] and 0 <= j < labels.shape[1] else 0

    def labels_in(self, labels: Labels, outline: Points) -> set[int]:
        """Return the labels of the cells that an outline holds, without 0."""
        (i0, j0), (i1, j1) = self._index(outline.min(axis=0)), self._index(outline.max(axis=0))
        lines, columns = slice(max(i0, 0), max(i1 + 1, 0)), slice(max(j0, 0), max(j1 + 1, 0))
        part = labels[lines, columns]
        if not part.size:
            return set()
        within = inside(outline, self._middles(lines, columns)).reshape(part.shape)
        return set(np.unique(part[within]).tolist()) - {0}

    @cached_property
    def square_metres(self) -> float:
        """The area of the free cells."""
        return float(self.free.sum() * self.cell**2)


def _fits(free: Mask, reach: int) -> Mask:
    """Return the middles of the free squares of ``2 * reach + 1`` cells."""
    if not reach:
        return free
    side = 2 * reach + 1
    padded = np.zeros((free.shape[0] + side, free.shape[1] + side), dtype=np.int32)
    taken = np.pad(~free, reach, constant_values=True)
    padded[1:, 1:] = taken.cumsum(axis=0).cumsum(axis=1)
    total = padded[side:, side:] - padded[:-side, side:] - padded[side:, :-side] + padded[:-side, :-side]
    return np.asarray(total == 0)


def bare_floor(here: Ground, cell: float = 0.1) -> Floor:
    """Return the floor of a room before seats stand in it.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> bare_floor(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6))))).square_metres
    48.0...
    """
    low, high = here.walls.min(axis=0), here.walls.max(axis=0)
    columns, lines = (int(np.ceil(size / cell - 1e-9)) for size in high - low)
    floor = Floor(np.ones((lines, columns), dtype=bool), (float(low[0]), float(low[1])), cell)
    middles = floor._middles(slice(None), slice(None))
    free = inside(here.walls, middles).reshape(lines, columns)
    return replace(floor, free=free).taken(here.solid)


def components(mask: Mask) -> Labels:
    """Return the connected parts of a mask, numbered from 1; cells touch by their sides.

    Notes
    -----
    Runs of each line are joined to those above that they touch, by union-find: the time grows with the runs, not
    with the cells.

    Examples
    --------
    >>> components(np.array([[1, 1, 0], [0, 0, 0], [1, 0, 1]], dtype=bool)).tolist()
    [[1, 1, 0], [0, 0, 0], [2, 0, 3]]
    """
    edge = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    lines, begins = np.nonzero(edge == 1)
    ends = np.nonzero(edge == -1)[1]
    parent = np.arange(len(begins))
    starts = np.searchsorted(lines, np.arange(mask.shape[0] + 1))
    for line in range(1, mask.shape[0]):
        _join(parent, begins, ends, slice(*starts[line - 1 : line + 1]), slice(*starts[line : line + 2]))
    roots = np.array([_root(parent, run) for run in range(len(parent))], dtype=np.intp)
    names = np.unique(roots, return_inverse=True)[1] + 1
    change = np.zeros((mask.shape[0], mask.shape[1] + 1), dtype=np.int32)
    np.add.at(change, (lines, begins), names)
    np.add.at(change, (lines, ends), -names)
    return np.asarray(change.cumsum(axis=1)[:, :-1], dtype=np.int32)


def _root(parent: NDArray[np.intp], run: int) -> int:
    while parent[run] != run:
        parent[run] = parent[parent[run]]
        run = int(parent[run])
    return run


def _join(parent: NDArray[np.intp], begins: NDArray[np.intp], ends: NDArray[np.intp], a: slice, b: slice) -> None:
    """Join the runs of two neighbouring lines that overlap."""
    i, j = a.start, b.start
    while i < a.stop and j < b.stop:
        if begins[i] < ends[j] and begins[j] < ends[i]:
            one, other = _root(parent, i), _root(parent, j)
            parent[max(one, other)] = min(one, other)
        if ends[i] < ends[j]:
            i += 1
        else:
            j += 1
