"""Why nothing can be done: an order that some rules leave no way, or people whom no seat is left."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.given import given
from seatplan.replan.orders import Orders, strict
from seatplan.solvers import domains_of
from seatplan.terms import Count, Domain, Model, Ordered, Statement

__all__ = ["blocking", "stranded"]

Ints = NDArray[np.intp]


def blocking(model: Model) -> tuple[int, ...]:
    """Return rules that leave a strict order no way: without any one of them it has one. Empty if there are none.

    Parameters
    ----------
    model : Model

    Returns
    -------
    tuple of int
        Indices of rules, ascending.

    Notes
    -----
    The order alone, with the seats that its people may take and those that are filled, is decided exactly by
    `fewest_in_order`; rules are left out one after the other.

    Examples
    --------
    >>> order = Statement(Ordered((np.array([0]), np.array([1])), np.array([0, 1])), rule=0)
    >>> last = Statement(Domain(np.array([0]), np.array([1])), rule=1)
    >>> blocking(Model(2, 2, (order, last)))
    (0, 1)
    """
    hard = [s for s in model.statements if s.tier == 0 and isinstance(s.term, Domain | Count)]
    for order in model.statements:
        if order.tier == 0 and isinstance(order.term, Ordered) and strict(order.term):
            case = _Blocked(model, order, order.term, hard)
            if not case.possible(case.rules):
                return case.fewest()
    return ()


class _Blocked:
    def __init__(self, model: Model, order: Statement, term: Ordered, hard: list[Statement]) -> None:
        self.model, self.order, self.term = model, order, term
        inside = np.zeros(model.people, dtype=bool)
        inside[np.concatenate(term.classes)] = True
        self.hard = [s for s in hard if isinstance(s.term, Domain | Count) and inside[s.term.people].any()]
        self.rules = sorted({s.rule for s in self.hard})

    def possible(self, rules: Iterable[int]) -> bool:
        chosen = set(rules) | {-1}
        kept = (self.order, *(s for s in self.hard if s.rule in chosen))
        model, nobody = Model(self.model.people, self.model.seats, kept), np.zeros(self.model.people, dtype=bool)
        old = np.full(self.model.people, -1, dtype=np.intp)
        orders = Orders(model, old, nobody, domains_of(model, windows=False), (self.term,), nobody)
        seats = np.zeros(self.model.seats, dtype=np.intp)
        return orders.fewest(self.term, seats == 0, seats) is not None

    def fewest(self) -> tuple[int, ...]:
        """Leave out every rule without which there is still no way."""
        kept = list(self.rules)
        for rule in self.rules:
            less = [other for other in kept if other != rule]
            if not self.possible(less):
                kept = less
        return tuple(sorted({*kept, self.order.rule} - {-1}))


def stranded(model: Model, old: Ints) -> Ints:
    """Return who finds no seat, alone or together with others, if everybody stays who may.

    Parameters
    ----------
    model : Model
    old : ndarray of int, shape (people,)
        The seat of each person before; -1 for those who had none.

    Examples
    --------
    >>> stranded(Model(3, 2), np.array([0, 1, -1]))
    array([2])
    """
    domains = domains_of(model, windows=False)
    piece = given(model, np.where(domains.masks[domains.class_of, old], old, -1)).piece
    if len(piece.people) > len(piece.seats):
        return piece.people
    found = domains_of(piece.model, windows=False).hall_violator()
    return piece.people[found[0]] if found is not None else np.empty(0, dtype=np.intp)
