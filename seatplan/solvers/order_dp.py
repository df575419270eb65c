"""People in a strict order on seats in a strict order: the order-preserving matching, exact for any prices."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, infeasible, prices
from seatplan.solvers.control import Control
from seatplan.solvers.domains import domains_of
from seatplan.solvers.prices import fold, price_table
from seatplan.terms import Cost, Domain, Model, Ordered

__all__ = ["OrderDp"]

Ints = NDArray[np.intp]
_NEVER = np.iinfo(np.intp).max // 4


class OrderDp:
    """Dynamic programme over seats by score; O(people x seats), proven."""

    name = "order DP"

    def supports(self, model: Model) -> bool:
        """One hard order of single people that covers everybody, all scores distinct, else domains and prices."""
        orders = [s for s in model.statements if isinstance(s.term, Ordered)]
        plain = all(isinstance(s.term, Ordered | Domain | Cost) for s in model.statements)
        return plain and len(orders) == 1 and orders[0].tier == 0 and _strict(orders[0].term, model)

    def solve(self, model: Model, control: Control) -> Answer:
        """Return the cheapest order-preserving assignment."""
        order = next(s.term for s in model.statements if isinstance(s.term, Ordered))
        table = price_table(model)
        folded = fold(table.values, model.people)
        if folded is None:
            return Answer(None, Status.UNKNOWN, method=self.name, proof="prices too large to fold")
        seats = _match(model, order, folded[0][table.class_of])
        if seats is None:
            return infeasible(self.name, "no order-preserving assignment exists")
        values = prices(model, seats)
        return Answer(seats, Status.OPTIMAL, values, values, self.name, "exact dynamic programme over all plans")


def _strict(term: object, model: Model) -> bool:
    if not isinstance(term, Ordered) or len(term.classes) != model.people:
        return False
    domains = domains_of(model, windows=False)
    usable = domains.masks.any(axis=0)
    return all(len(c) == 1 for c in term.classes) and len(np.unique(term.score[usable])) == int(usable.sum())


def _match(model: Model, order: Ordered, cost: Ints) -> Ints | None:
    """Fill ``best[j]``: the cheapest way to seat the people so far on the first j seats."""
    people = np.concatenate(order.classes)
    domains = domains_of(model)
    usable = np.flatnonzero(domains.masks.any(axis=0))
    line = usable[np.argsort(order.score[usable], kind="stable")]
    best = np.zeros(len(line) + 1, dtype=np.intp)
    takes = np.zeros((len(people), len(line)), dtype=bool)
    for i, person in enumerate(people):
        allowed = domains.masks[domains.class_of[person]][line]
        sit = np.where(allowed, best[:-1] + cost[person][line], _NEVER)
        new = np.minimum.accumulate(np.minimum(sit, _NEVER))
        takes[i] = sit == new
        best = np.concatenate([[_NEVER], new])
    return None if best[-1] >= _NEVER else _trace(people, line, takes)


def _trace(people: Ints, line: Ints, takes: NDArray[np.bool_]) -> Ints:
    """Walk back from the last person: the last seat on which taking it reaches the best price."""
    seats = np.full(len(people), -1, dtype=np.intp)
    end = len(line)
    for i in range(len(people) - 1, -1, -1):
        end = int(np.flatnonzero(takes[i, :end])[-1])
        seats[people[i]] = line[end]
    return seats
