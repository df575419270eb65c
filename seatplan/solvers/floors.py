"""Floors: what each tier costs in any plan, whatever the other tiers are worth.

A floor is a bound without a condition. It stays true behind a tier that is not proven, where the bound of a
search (over plans as good as this one in the tiers before) proves nothing.
"""

from __future__ import annotations

from collections import Counter
from math import isqrt

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Bands, Compact, Cost, Domain, Model, Statement

__all__ = ["crowding", "floors", "outline_floor", "shortest_outline"]

Ints = NDArray[np.intp]


def floors(model: Model) -> tuple[int, ...]:
    """Return a lower bound of every tier over all plans.

    Parameters
    ----------
    model : Model

    Notes
    -----
    Costs: the cheapest assignment for this tier alone, by minimum cost flow. Outlines: the isoperimetric
    inequality of the square grid, for terms whose edges are those of a grid. All else: 0.
    """
    return tuple(_costs(model, tier) + _outlines(model, tier) for tier in model.tiers)


def _costs(model: Model, tier: int) -> int:
    from seatplan.solvers.assignment import Assignment
    from seatplan.solvers.control import Control

    kept = [s for s in model.statements if isinstance(s.term, Domain | Cost) and s.tier in (0, tier)]
    answer = Assignment().solve(Model(model.people, model.seats, tuple(kept)), Control())
    return answer.values[0] if answer.values else 0


def _outlines(model: Model, tier: int) -> int:
    """Add up the shortest outlines. If nobody is in two groups, an edge is inside of one group at most."""
    mine = [s for s in model.statements if s.tier == tier and isinstance(s.term, Compact)]
    alone = sum(map(outline_floor, mine))
    people = [s.term.people for s in mine if isinstance(s.term, Compact)]
    everybody = np.concatenate([*people, np.empty(0, dtype=np.intp)])
    if len(np.unique(everybody)) < len(everybody):
        return alone
    least, dearest = 0, dict[int, int]()
    for s in mine:
        assert isinstance(s.term, Compact)
        off = None if s.term.grid is None else _off_grid(s.term, s.term.grid)
        if off is not None:
            least += s.weight * shortest_outline(len(s.term.people))
            for edge, times in Counter(off.tolist()).items():
                dearest[edge] = max(dearest.get(edge, 0), times * s.weight)
    return max(alone, least - 2 * sum(dearest.values()))


def outline_floor(statement: Statement) -> int:
    """Return what a priced outline costs at least; 0 for other terms and for seats that are no grid."""
    term = statement.term
    if not isinstance(term, Compact) or term.grid is None:
        return 0
    least = shortest_outline(len(term.people)) - 2 * len(_off_grid(term, term.grid))
    return statement.weight * max(0, least)


def shortest_outline(cells: int) -> int:
    """Return the shortest outline of so many cells of the square grid: 2 * ceil(2 * sqrt(n)).

    Examples
    --------
    >>> [shortest_outline(n) for n in (1, 2, 4, 5, 9, 10)]
    [4, 6, 8, 10, 12, 14]
    """
    root = isqrt(4 * cells)
    return 2 * (root + (root * root < 4 * cells))


def _off_grid(term: Compact, grid: Ints) -> Ints:
    """Return the edges that join no two touching cells; each may hide two sides more than a grid's.

    An edge is told by one number; all are returned if two seats share a cell, and whatever is listed twice.
    """
    ends = np.sort(term.edges, axis=1)
    edges = ends[:, 0] * len(grid) + ends[:, 1]
    seats = np.flatnonzero(np.bincount(ends.ravel(), minlength=len(grid)))
    cells = grid[seats] - grid[seats].min(axis=0, initial=0)
    if len(np.unique(cells[:, 0] * (cells[:, 1].max(initial=0) + 1) + cells[:, 1])) < len(seats):
        return edges
    apart = np.abs(grid[ends[:, 0]] - grid[ends[:, 1]]).sum(axis=1) != 1
    again = np.ones(len(edges), dtype=bool)
    again[np.unique(edges, return_index=True)[1]] = False
    off: Ints = edges[apart | again]
    return off


def crowding(model: Model) -> tuple[int, ...]:
    """Return for every tier what bands with a price cost in any plan, because there are too few lines for all.

    Parameters
    ----------
    model : Model

    Notes
    -----
    Groups whose bands meet follow each other. So every plan cuts the row of groups into units that share no line;
    a unit of k groups has k - 1 pairs that meet, and takes as many lines as its people need at least.

    Examples
    --------
    >>> bands = Bands((np.arange(3), np.arange(3, 6)), np.array([0, 0, 1, 1, 2, 2]), True)
    >>> crowding(Model(6, 6, (Statement(bands, tier=1, weight=4),)))
    (4,)
    """
    return tuple(sum(_crowded(model, s) for s in model.statements if s.tier == tier) for tier in model.tiers)


def _crowded(model: Model, statement: Statement) -> int:
    from seatplan.solvers.domains import domains_of

    term = statement.term
    if not isinstance(term, Bands) or not term.ordered:
        return 0
    domains = domains_of(model)
    people = np.concatenate([*term.groups, np.empty(0, dtype=np.intp)])
    usable = domains.masks[np.unique(domains.class_of[people])].any(axis=0)
    depths = np.unique(term.line[usable], return_counts=True)[1]
    sizes = np.cumsum([0, *(len(group) for group in term.groups if len(group))])
    return statement.weight * _fewest_meetings(sizes, len(depths), int(depths.max(initial=1)))


def _fewest_meetings(sizes: Ints, lines: int, depth: int) -> int:
    """Return the fewest pairs that meet: ``fewest[j]`` holds them for the first j groups, by lines used."""
    groups = len(sizes) - 1
    fewest = np.full((groups + 1, lines + 1), groups, dtype=np.intp)
    fewest[0] = 0
    for end in range(1, groups + 1):
        for first in range(end):
            need = -int(-(sizes[end] - sizes[first]) // depth)
            if need <= lines:
                more = fewest[first, : lines + 1 - need] + end - first - 1
                fewest[end, need:] = np.minimum(fewest[end, need:], more)
    return int(fewest[groups, lines])
