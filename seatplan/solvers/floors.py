"""Floors: what each tier costs in any plan, whatever the other tiers are worth.

A floor is a bound without a condition. It stays true behind a tier that is not proven, where the bound of a
search (over plans as good as this one in the tiers before) proves nothing.
"""

from __future__ import annotations

from math import isqrt

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Compact, Cost, Domain, Model, Statement

__all__ = ["floors", "outline_floor", "shortest_outline"]

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
    return sum(outline_floor(s) for s in model.statements if s.tier == tier)


def outline_floor(statement: Statement) -> int:
    """Return what a priced outline costs at least; 0 for other terms and for seats that are no grid."""
    term = statement.term
    if not isinstance(term, Compact) or term.grid is None:
        return 0
    least = shortest_outline(len(term.people)) - 2 * _off_grid(term, term.grid)
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


def _off_grid(term: Compact, grid: Ints) -> int:
    """Count the edges that join two cells that do not touch; each may hide two sides more than a grid's."""
    joined = np.unique(term.edges)
    if len(np.unique(grid[joined], axis=0)) < len(joined):
        return len(term.edges)
    apart = np.abs(grid[term.edges[:, 0]] - grid[term.edges[:, 1]]).sum(axis=1)
    return int((apart != 1).sum())
