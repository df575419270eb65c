"""The peer: the same terms in CP-SAT as a textbook would write them, one variable for each person and seat.

No casts, no bands, no cuts: regions are left out (in its favour), orders are positions in integers. It runs with
the engine's own defaults and as many workers as there are processors, unless it is told how many.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import pairwise

from ortools.sat.python import cp_model

from seatplan.problem import Problem
from seatplan.terms import Cost, Count, Domain, Model, Ordered, Pair, Statement

__all__ = ["MOST_VARIABLES", "Peer", "left_out", "raw_cpsat"]

MOST_VARIABLES = 2_000_000


@dataclass(frozen=True)
class Peer:
    """What a peer reached in its first tier: value and bound, or neither; seconds to its first and best plan."""

    status: str
    value: int | None
    bound: int | None
    seconds: float
    first: float | None = None
    best: float | None = None


class _Clock(cp_model.CpSolverSolutionCallback):
    def __init__(self, began: float) -> None:
        super().__init__()
        self.began, self.times = began, list[float]()

    def on_solution_callback(self) -> None:
        self.times.append(time.monotonic() - self.began)


def raw_cpsat(problem: Problem, *, seconds: float, workers: int = 0, seed: int = 0) -> Peer:
    """Minimize the first tier within a time limit; tell value and bound."""
    began = time.monotonic()
    model = problem.model
    if model.people * model.seats > MOST_VARIABLES:
        return Peer(f"not built: {model.people * model.seats:,} variables", None, None, 0.0)
    engine, objective = _build(model)
    engine.minimize(sum(objective))
    solver, clock = cp_model.CpSolver(), _Clock(began)
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.monotonic() - began))
    solver.parameters.num_workers, solver.parameters.random_seed = workers, seed
    status = solver.solve(engine, clock)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    value = int(solver.objective_value) if found else None
    bound = int(solver.best_objective_bound) if found else None
    times = clock.times or [None]
    return Peer(solver.status_name(status).lower(), value, bound, time.monotonic() - began, times[0], times[-1])


def left_out(model: Model) -> int:
    """Return how many statements that matter to the first tier the peers do not read."""
    return sum(not _read(s) for s in model.statements if s.tier in (0, *model.tiers[:1]))


def _read(statement: Statement) -> bool:
    kinds = Domain | Ordered | Pair | Count if statement.tier == 0 else Cost
    return isinstance(statement.term, kinds)


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
