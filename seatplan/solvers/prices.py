"""Prices of seats by tier, added up over the cost statements, and tiers folded into one exact number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Cost, Model

__all__ = ["PriceTable", "fold", "price_table", "unfold"]

Ints = NDArray[np.intp]
_ROOM = 1 << 60


@dataclass(frozen=True, eq=False)
class PriceTable:
    """What a seat costs each class of people who pay alike.

    Parameters
    ----------
    class_of : ndarray of int, shape (people,)
    values : ndarray of int, shape (tiers, classes, seats)
    """

    class_of: Ints
    values: Ints

    def of(self, person: int) -> Ints:
        """Return one person's prices, shape (tiers, seats)."""
        row: Ints = self.values[:, self.class_of[person]]
        return row


def price_table(model: Model) -> PriceTable:
    """Add up the `Cost` statements of a model."""
    costs = [(s.tier, s.weight, s.term) for s in model.statements if s.tier and isinstance(s.term, Cost)]
    paying = np.zeros((model.people, len(costs)), dtype=bool)
    for i, (_, _, term) in enumerate(costs):
        paying[term.people, i] = True
    kinds, class_of = np.unique(paying, axis=0, return_inverse=True)
    values = np.zeros((len(model.tiers), len(kinds), model.seats), dtype=np.intp)
    for i, (tier, weight, term) in enumerate(costs):
        values[model.tiers.index(tier), kinds[:, i]] += weight * term.values
    return PriceTable(class_of.reshape(-1).astype(np.intp), values)


def fold(values: Ints, people: int) -> tuple[Ints, list[int]] | None:
    """Fold tiers into one price, if the numbers stay exact.

    Parameters
    ----------
    values : ndarray of int, shape (tiers, ...)
    people : int
        How many prices are added up at most.

    Returns
    -------
    tuple of (ndarray, list of int) or None
        The folded prices and the base of each tier; None when they would not fit into 60 bits.

    Examples
    --------
    >>> prices, bases = fold(np.array([[1, 0], [5, 9]]), people=2)
    >>> prices.tolist(), unfold(int(prices.sum()), bases)
    ([24, 9], (1, 14))
    """
    bases: list[int] = [1] * len(values)
    for tier in range(len(values) - 2, -1, -1):
        bases[tier] = bases[tier + 1] * (people * int(values[tier + 1].max(initial=0)) + 1)
    if len(values) and bases[0] * (people * int(values[0].max(initial=0)) + 1) > _ROOM:
        return None
    folded = np.zeros(values.shape[1:], dtype=np.intp)
    for base, tier_values in zip(bases, values, strict=True):
        folded += base * tier_values
    return folded, bases


def unfold(total: int, bases: Sequence[int]) -> tuple[int, ...]:
    """Return the price of each tier from a folded total."""
    found: list[int] = []
    for base in bases:
        found.append(total // base)
        total %= base
    return tuple(found)
