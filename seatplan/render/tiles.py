"""A room too large for one sheet, cut into tiles along its aisles and between its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np
from numpy.typing import NDArray

from seatplan.render.frame import Grid, Numbers, Points
from seatplan.venue import Venue

__all__ = ["Tile", "border", "tiles"]

Members = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Tile:
    """The seats of one area that stand on one sheet.

    Parameters
    ----------
    area : str
    members : ndarray of bool, shape (seats of the venue,)
    across, back : int
        Which tile of the area it is, from the occupants' left and from the front.
    rows : (int, int)
        First and last row.
    blocks : (int, int)
        First and last block, counted from 1; (0, 0) where the area is not cut across.
    """

    area: str
    members: Members
    across: int
    back: int
    rows: tuple[int, int]
    blocks: tuple[int, int]


def tiles(venue: Venue, grid: Grid, *, width: float, depth: float) -> Iterator[Tile]:
    """Cut an area into tiles, front tiles first, from the occupants' left.

    Parameters
    ----------
    venue : Venue
    grid : Grid
    width, depth : float
        Metres that one sheet can show.

    Examples
    --------
    >>> from seatplan.render.frame import grid_of
    >>> from seatplan.venue import Area, Seat
    >>> seats = tuple(Seat(f"s{r}", f"{r}", "h", r, 1, 0.0, y=-0.9 * r) for r in range(1, 11))
    >>> room = Venue("Room", seats, (Area("h", "Hall", "hall"),))
    >>> [tile.rows for tile in tiles(room, grid_of(room, "h"), width=9.0, depth=5.0)]
    [(1, 5), (6, 10)]
    """
    strips = _strips(venue, grid, width)
    bands = _bands(grid, depth)
    for back, band in enumerate(bands):
        numbers = [grid.rows[k].number for k in band]
        for across, (inside, blocks) in enumerate(strips):
            members = np.zeros(len(venue.seats), dtype=np.bool_)
            for k in band:
                members[grid.rows[k].seats] = inside[grid.rows[k].seats]
            if members.any():
                yield Tile(grid.area, members, across, back, (min(numbers), max(numbers)), blocks)


def _bands(grid: Grid, depth: float) -> list[list[int]]:
    """Split the rows evenly into bands that are no deeper than a sheet, at cross aisles where one is near."""
    front, back = grid.rows[0].v.min(), grid.rows[-1].v.max()
    rows = len(grid.rows)
    count = min(rows, max(1, ceil((back - front + grid.pitch) / depth - 1e-9)))
    gaps = [k + 1 for k in range(rows - 1) if not grid.touching(k)]
    even = [round(rows * i / count) for i in range(1, count)]
    cuts = [_near(cut, gaps, within=0.2 * rows / count) for cut in even]
    if not all(_deep(grid, a, b) <= depth for a, b in pairwise((0, *cuts, rows))):
        cuts = even
    return [list(range(a, b)) for a, b in pairwise((0, *cuts, rows))]


def _near(cut: int, gaps: list[int], *, within: float) -> int:
    """Return the cross aisle next to a cut if there is one near."""
    nearest = min(gaps, key=lambda gap: (abs(gap - cut), gap), default=cut)
    return nearest if abs(nearest - cut) <= within else cut


def _deep(grid: Grid, first: int, end: int) -> float:
    return float(grid.rows[end - 1].v.max() - grid.rows[first].v.min()) + grid.pitch


def _strips(venue: Venue, grid: Grid, width: float) -> list[tuple[Members, tuple[int, int]]]:
    """Return the seats of each strip from front to back, and its blocks; cut at aisles where that is enough."""
    parts = [part for block in _blocks(venue, grid) for part in _cut(block, width)]
    strips = _packed(parts, width)
    for narrower in np.linspace(0.98, 0.5, 25) * width:  # as few strips, but alike
        even = _packed(parts, float(narrower))
        if len(even) > len(strips):
            break
        strips = even
    whole = len(strips) == 1
    return [
        (np.logical_or.reduce([p.members for p in strip]), (0, 0) if whole else (strip[0].block, strip[-1].block))
        for strip in strips
    ]


def _packed(parts: list[_Part], width: float) -> list[list[_Part]]:
    """Put blocks side by side as long as they fit; parts of one block are sheets of their own."""
    strips: list[list[_Part]] = []
    for part in parts:
        if strips and part.right - strips[-1][0].left <= width and strips[-1][-1].block != part.block:
            strips[-1].append(part)
        else:
            strips.append([part])
    return strips


@dataclass(frozen=True, eq=False)
class _Part:
    """Seats of one block, or of a part of one."""

    block: int
    left: float
    right: float
    members: Members
    u: Numbers


def _blocks(venue: Venue, grid: Grid) -> list[_Part]:
    """Return the blocks of an area from the occupants' left, with ``u`` of each seat of the venue."""
    u = np.full(len(venue.seats), np.nan)
    for row in grid.rows:
        u[row.seats] = row.u
    blocks = np.array([seat.block for seat in venue.seats])
    here = ~np.isnan(u)
    found = [(block, here & (blocks == block)) for block in np.unique(blocks[here])]
    return [_part(i, members, u) for i, (_, members) in enumerate(found, 1)]


def _part(block: int, members: Members, u: Numbers) -> _Part:
    return _Part(block, float(u[members].min()), float(u[members].max()), members, u)


def _cut(part: _Part, width: float) -> Iterator[_Part]:
    """Split a block that is wider than a sheet evenly."""
    count = max(1, ceil((part.right - part.left) / width - 1e-9))
    edges = np.linspace(part.left - 1e-6, part.right + 1e-6, count + 1)
    for left, right in pairwise(edges.tolist()):
        members = part.members & (part.u >= left) & (part.u < right)
        if members.any():
            yield _part(part.block, members, part.u)


def border(grid: Grid, *, margin: float = 0.08) -> Points:
    """Return a line round all seats of a grid, across its aisles, in metres."""
    left = min(float(row.u[0]) - row.width / 2 for row in grid.rows) - margin
    right = max(float(row.u[-1]) + row.width / 2 for row in grid.rows) + margin
    u = np.linspace(left, right, 24 if grid.frame.curved else 2)
    front = grid.rows[0].back(u) - grid.pitch / 2 + margin / 2
    back = grid.rows[-1].back(u) + grid.pitch / 2 - margin / 2
    return grid.frame.roll(np.column_stack([np.r_[u, u[::-1]], np.r_[front, back[::-1]]]))
