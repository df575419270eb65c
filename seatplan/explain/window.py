"""The seats that can occur in any plan better than a known one, by the prices of a matching."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers import domains_of
from seatplan.solvers.prices import fold, price_table
from seatplan.terms import Domain, Model, Statement

__all__ = ["window"]

Ints = NDArray[np.intp]
_NEVER = 1 << 61
_LARGEST = 4_000_000
_SHARE = 0.5
"""A window that leaves more of the choices than this helps no search."""


def window(model: Model, matched: Ints, better_than: Sequence[int]) -> Model | None:
    """Return a model whose people keep to seats that a better plan could use.

    Parameters
    ----------
    model : Model
    matched : ndarray of int, shape (people,)
        The best assignment when only domains and prices of seats count.
    better_than : sequence of int
        Price of a known plan in each tier.

    Returns
    -------
    Model or None
        Every plan of the model that is cheaper is a plan of it, too; None where no much
        smaller window is known.

    Notes
    -----
    Shortest paths over the matching give each seat a price, and so each person on each seat a reduced cost: by
    so much at least the matching becomes dearer with this person there. What would make it dearer than the known
    plan is left out. Tiers are folded into one number; a plan that is better in tiers is smaller as a number.

    Examples
    --------
    >>> from seatplan.terms import Cost
    >>> near = Statement(Cost(np.array([0, 1]), np.arange(9)), tier=1)
    >>> domain = window(Model(2, 9, (near,)), np.array([0, 1]), (2,)).statements[-1].term
    >>> domain.seats.tolist()
    [0, 1, 2]
    """
    priced = _folded(model, better_than)
    if priced is None:
        return None
    class_of, cost, limit = priced
    if (cost[class_of, matched] >= _NEVER // 4).any():  # an order forbids what the matching did
        return None
    worth = _seat_prices(class_of, cost, matched)
    least = (cost + worth).min(axis=1)
    bound = int(least[class_of].sum() - worth.sum())
    if bound != int(cost[class_of, matched].sum()):
        return None
    fits = cost + worth - least[:, None] <= limit - 1 - bound
    if fits[class_of].sum() > _SHARE * (cost < _NEVER // 4)[class_of].sum():
        return None
    domains = (
        Statement(Domain(np.flatnonzero(class_of == kind), np.flatnonzero(fits[kind])))
        for kind in np.unique(class_of)
    )
    return Model(model.people, model.seats, (*model.statements, *domains))


def _folded(model: Model, better_than: Sequence[int]) -> tuple[Ints, Ints, int] | None:
    """Return a class of each person, what each class pays on each seat, and the price of the known plan."""
    table, domains = price_table(model), domains_of(model)
    found = fold(table.values, model.people)
    both = np.column_stack([table.class_of, domains.class_of])
    kinds, class_of = np.unique(both, axis=0, return_inverse=True)
    if found is None or not model.tiers or len(kinds) * model.seats > _LARGEST:
        return None
    folded, bases = found
    limit = sum(base * price for base, price in zip(bases, better_than, strict=True))
    if limit > _NEVER // 8:
        return None
    cost = np.where(domains.masks[kinds[:, 1]], folded[kinds[:, 0]], _NEVER // 4)
    return class_of.reshape(-1), cost, limit


def _seat_prices(class_of: Ints, cost: Ints, matched: Ints) -> Ints:
    """Return what it costs to clear each seat: free seats nothing, others what moving on costs."""
    taken = np.zeros(cost.shape[1], dtype=bool)
    taken[matched] = True
    worth = np.where(taken, _NEVER // 2, 0)
    own = cost[class_of, matched]
    while True:
        cleared = np.minimum(worth[matched], (cost + worth).min(axis=1)[class_of] - own)
        if (cleared < worth[matched]).any():
            worth[matched] = cleared
        elif (worth >= _NEVER // 8).any():
            worth[np.flatnonzero(worth >= _NEVER // 8)[0]] = 0  # no free seat near: prices are relative there
        else:
            lowest = int(worth.min())
            return worth - lowest if lowest < 0 else worth
