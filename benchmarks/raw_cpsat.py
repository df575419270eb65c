"""The peer: the same terms in CP-SAT as a textbook would write them, one variable for each person and seat.

No casts, no bands, no cuts: regions are left out (in its favour), orders are positions in integers. It runs with
the engine's own defaults and as many workers as there are processors.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import pairwise

from ortools.sat.python import cp_model

from seatplan.problem import Problem
from seatplan.terms import Cost, Count, Domain, Model, Ordered, Pair

__all__ = ["Peer", "raw_cpsat"]

MOST_VARIABLES = 2_000_000


@dataclass(frozen=True)
class Peer:
    """What the peer reached in its first tier: value and bound, or neither."""

    status: str
    value: int | None
    bound: int | None
    seconds: float


def raw_cpsat(problem: Problem, *, seconds: float) -> Peer:
    """Minimize the first tier within a time limit; tell value and bound."""
    began = time.monotonic()
    model = problem.model
    if model.people * model.seats > MOST_VARIABLES:
        return Peer(f"not built: {model.people * model.seats:,} variables", None, None, 0.0)
    engine, objective = _build(model)
    engine.minimize(sum(objective))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(engine)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    value = int(solver.objective_value) if found else None
    bound = int(solver.best_objective_bound) if found else None
    return Peer(solver.status_name(status).lower(), value, bound, time.monotonic() - began)


def _build(model: Model) -> tuple[cp_model.CpModel, list[cp_model.LinearExprT]]:
    engine = cp_model.CpModel()
    x = [[engine.new_bool_var("") for _ in range(model.seats)] for _ in range(model.people)]
    for row in x:
        engine.add_exactly_one(row)
    for seat in range(model.seats):
        engine.add_at_most_one(row[seat] for row in x)
    objective: list[cp_model.LinearExprT] = []
    for statement in model.statements:
        match statement.term:
            case Domain(people, seats):
                allowed = set(seats.tolist())
                for p in people.tolist():
                    engine.add(sum(x[p][s] for s in range(model.seats) if s not in allowed) == 0)
            case Cost(people, values) if statement.tier == model.tiers[0]:
                price = (statement.weight * values).tolist()
                objective.extend(cp_model.LinearExpr.weighted_sum(x[p], price) for p in people.tolist())
            case Ordered(classes, score) if statement.tier == 0:
                place = {
                    p: cp_model.LinearExpr.weighted_sum(x[p], score.tolist()) for c in classes for p in c.tolist()
                }
                for before, after in pairwise(classes):
                    for p in before.tolist():
                        for q in after.tolist():
                            engine.add(place[p] <= place[q])
            case Pair(pairs, relation, wanted) if statement.tier == 0:
                near: dict[int, list[int]] = {}
                for a, b in relation.tolist():
                    near.setdefault(a, []).append(b)
                    near.setdefault(b, []).append(a)
                for p, q in pairs.tolist():
                    for s in range(model.seats):
                        touching = [x[q][t] for t in near.get(s, [])]
                        if wanted:
                            engine.add_bool_or([x[p][s].negated(), *touching])
                        elif touching:
                            engine.add_at_most_one([x[p][s], *touching])
            case Count(people, seats, low, high) if statement.tier == 0:
                engine.add_linear_constraint(sum(x[p][s] for p in people for s in seats), low, high)
            case _:
                pass
    return engine, objective
