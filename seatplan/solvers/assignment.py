"""Domains and prices only: a transportation between classes of people and classes of seats, proven."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, infeasible, prices
from seatplan.solvers.control import Control
from seatplan.solvers.domains import Domains, domains_of
from seatplan.solvers.prices import PriceTable, fold, price_table
from seatplan.terms import Cost, Domain, Model

__all__ = ["Assignment"]

Ints = NDArray[np.intp]
_LARGEST_COST = 1 << 44


class Assignment:
    """Minimum cost flow over classes; people and seats of one class are interchangeable."""

    name = "transportation"

    def supports(self, model: Model) -> bool:
        """Domains and prices, and nothing else."""
        return all(isinstance(s.term, Domain | Cost) for s in model.statements)

    def solve(self, model: Model, control: Control) -> Answer:
        """Return the cheapest assignment."""
        domains, table = domains_of(model), price_table(model)
        folded = fold(table.values, model.people)
        if folded is None or int(folded[0].max(initial=0)) > _LARGEST_COST:
            return Answer(None, Status.UNKNOWN, method=self.name, proof="prices too large to fold")
        seats = _flow(*_classes(domains, table, folded[0]))
        if seats is None:
            return infeasible(self.name, "Hall's condition fails")
        values = prices(model, seats)
        return Answer(seats, Status.OPTIMAL, values, values, self.name, "minimum cost flow over all plans")


def _classes(domains: Domains, table: PriceTable, cost: Ints) -> tuple[Ints, Ints, NDArray[np.bool_], Ints]:
    """Return class of each person and each seat, and their allowed pairs and prices."""
    both = np.column_stack([domains.class_of, table.class_of])
    kinds, person_class = np.unique(both, axis=0, return_inverse=True)
    masks, costs = domains.masks[kinds[:, 0]], cost[kinds[:, 1]]
    columns = np.vstack([masks.astype(np.intp), np.where(masks, costs, 0)])
    distinct, seat_class = np.unique(columns, axis=1, return_inverse=True)
    half = len(masks)
    allowed: NDArray[np.bool_] = distinct[:half].astype(bool)
    return person_class.reshape(-1), seat_class.reshape(-1), allowed, distinct[half:]


def _flow(person_class: Ints, seat_class: Ints, allowed: NDArray[np.bool_], cost: Ints) -> Ints | None:
    from ortools.graph.python import min_cost_flow

    people, seats = np.bincount(person_class), np.bincount(seat_class)
    engine, sink = min_cost_flow.SimpleMinCostFlow(), len(people) + len(seats)
    tails, heads = np.nonzero(allowed)
    arcs = engine.add_arcs_with_capacity_and_unit_cost(
        tails, len(people) + heads, np.minimum(people[tails], seats[heads]), cost[tails, heads]
    )
    ends = np.arange(len(seats))
    engine.add_arcs_with_capacity_and_unit_cost(len(people) + ends, np.full(len(ends), sink), seats, 0 * seats)
    engine.set_nodes_supplies(np.arange(len(people)), people)
    engine.set_node_supply(sink, -int(people.sum()))
    if engine.solve() != engine.OPTIMAL:
        return None
    return _deal(person_class, seat_class, tails, heads, engine.flows(arcs))


def _deal(person_class: Ints, seat_class: Ints, tails: Ints, heads: Ints, flows: Ints) -> Ints:
    """Give each class its seats in index order, people in list order."""
    free = [list(np.flatnonzero(seat_class == kind)) for kind in range(seat_class.max() + 1)]
    given: list[list[int]] = [[] for _ in range(person_class.max() + 1)]
    for tail, head, flow in zip(tails.tolist(), heads.tolist(), flows.tolist(), strict=True):
        given[tail].extend(int(seat) for seat in free[head][:flow])
        free[head] = free[head][flow:]
    seats = np.empty(len(person_class), dtype=np.intp)
    for kind, mine in enumerate(given):
        seats[person_class == kind] = np.sort(np.array(mine, dtype=np.intp))
    return seats
