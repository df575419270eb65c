"""The other peer: the same terms as a textbook integer programme for `scipy.optimize.milp`.

One variable for each person and seat that a hard domain allows, each rule as its plain rows. Scipy tells nothing
of its way, so there is a time of proof only, and it takes no seed and no number of workers.
"""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np

from benchmarks.raw_cpsat import Peer
from seatplan.problem import Problem
from seatplan.solvers import domains_of
from seatplan.terms import Cost, Count, Model, Ordered, Pair, Statement

__all__ = ["raw_milp"]

MOST_VARIABLES = 300_000
MOST_ENTRIES = 8_000_000


def raw_milp(problem: Problem, *, seconds: float) -> Peer:
    """Minimize the first tier within a time limit; tell value and bound."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    began, model = time.monotonic(), problem.model
    rows = _Rows(model)
    if rows.size > MOST_VARIABLES:
        return Peer(f"not built: {rows.size:,} variables", None, None, 0.0)
    try:
        rows.read()
    except TooLarge:
        return Peer(f"not built: over {MOST_ENTRIES:,} entries", None, None, 0.0)
    left = max(0.1, seconds - (time.monotonic() - began))
    constraint = LinearConstraint(rows.matrix(), rows.low, rows.high)
    found = milp(
        rows.prices,
        integrality=np.ones(rows.size),
        bounds=Bounds(0, 1),
        constraints=constraint,
        options={"time_limit": left},
    )
    took = time.monotonic() - began
    status = {0: "optimal", 1: "feasible" if found.x is not None else "unknown", 2: "infeasible"}.get(
        found.status, "unknown"
    )
    value = None if found.x is None else round(found.fun)
    bound = None if found.mip_dual_bound is None else int(np.ceil(found.mip_dual_bound - 1e-6))
    return Peer(status, value, bound, took)


class TooLarge(Exception):
    """The rows would not fit into the memory of a small machine."""


class _Rows:
    """Sparse rows over the variables (person, seat)."""

    def __init__(self, model: Model) -> None:
        domains = domains_of(model, windows=False)
        self.model = model
        self.allowed = domains.masks[domains.class_of]
        self.index = np.full(self.allowed.shape, -1, dtype=np.intp)
        self.index[self.allowed] = np.arange(int(self.allowed.sum()))
        self.size = int(self.allowed.sum())
        self.prices = np.zeros(self.size)
        self.rows: list[int] = []
        self.columns: list[int] = []
        self.values: list[float] = []
        self.low: list[float] = []
        self.high: list[float] = []

    def matrix(self):  # type: ignore[no-untyped-def]
        """Return the rows as a sparse matrix."""
        from scipy.sparse import csr_array

        return csr_array((self.values, (self.rows, self.columns)), shape=(len(self.low), self.size))

    def read(self) -> None:
        """Give everybody a seat, no seat to two people, and read every statement that is known."""
        for person in range(self.model.people):
            self.add(self._all(person), 1, 1)
        for seat in range(self.model.seats):
            self.add([(int(v), 1.0) for v in self.index[:, seat] if v >= 0], -np.inf, 1)
        for statement in self.model.statements:
            self._read(statement)

    def add(self, entries: list[tuple[int, float]], low: float, high: float) -> None:
        """Add one row."""
        if len(self.values) + len(entries) > MOST_ENTRIES:
            raise TooLarge
        for column, value in entries:
            self.rows.append(len(self.low))
            self.columns.append(column)
            self.values.append(value)
        self.low.append(low)
        self.high.append(high)

    def _all(self, person: int, worth: np.ndarray | None = None, sign: float = 1.0) -> list[tuple[int, float]]:
        seats = np.flatnonzero(self.allowed[person])
        values = np.ones(len(seats)) if worth is None else worth[seats]
        return [(int(v), sign * float(w)) for v, w in zip(self.index[person, seats], values, strict=True) if w]

    def _on(self, person: int, seats: list[int]) -> list[tuple[int, float]]:
        return [(int(v), 1.0) for v in self.index[person, seats] if v >= 0]

    def _read(self, statement: Statement) -> None:
        match statement.term:
            case Cost(people, values) if statement.tier == self.model.tiers[0]:
                for person in people.tolist():
                    for variable, price in self._all(person, statement.weight * values):
                        self.prices[variable] += price
            case Ordered(classes, score) if statement.tier == 0:
                for before, after in pairwise(classes):
                    for p in before.tolist():
                        for q in after.tolist():
                            self.add([*self._all(p, score), *self._all(q, score, -1.0)], -np.inf, 0)
            case Pair() as term if statement.tier == 0:
                self._pair(term)
            case Count(people, seats, low, high) if statement.tier == 0:
                self.add([e for p in people.tolist() for e in self._on(p, seats.tolist())], low, high)
            case _:
                pass

    def _pair(self, term: Pair) -> None:
        near: dict[int, list[int]] = {}
        for a, b in term.relation.tolist():
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
        for p, q in term.pairs.tolist():
            for seat in np.flatnonzero(self.allowed[p]).tolist():
                mine, theirs = self._on(p, [seat]), self._on(q, near.get(seat, []))
                if term.wanted:
                    self.add([*mine, *((v, -c) for v, c in theirs)], -np.inf, 0)
                elif theirs:
                    self.add([*mine, *theirs], -np.inf, 1)
