"""CP-SAT on the linear programme: the method that supports every term."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import EncodingError
from seatplan.result import Status
from seatplan.solvers.answer import Answer, infeasible, prices
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.program import Program, Row, encode
from seatplan.solvers.regions import cuts
from seatplan.terms import Model

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

__all__ = ["CpSat"]

Ints = NDArray[np.intp]
_PROOF = "CP-SAT closed the search over all plans of this part"


class CpSat:
    """Branch and bound with clause learning; one worker and linearization level 2 (the fastest measured)."""

    name = "CP-SAT"

    def supports(self, model: Model) -> bool:
        """Every model is supported."""
        return True

    def solve(self, model: Model, control: Control) -> Answer:
        """Solve tier after tier; if a hard region hangs loose in the end, cut it off and begin again.

        Every round is a relaxation of the model, so the first connected plan is optimal.
        """
        program = encode(model, control)
        while True:
            answer = _Search(program, control).run()
            if answer.seats is None:
                return answer
            rows = cuts(program, answer.seats)
            if not rows:
                return answer
            program.rows.extend(rows)
            control.tell(self.name, f"{len(rows)} cuts against loose regions")


class _Search:
    """One programme in CP-SAT, with the best plan and the bounds so far."""

    def __init__(self, program: Program, control: Control) -> None:
        from ortools.sat.python import cp_model

        self.program, self.control = program, control
        self.engine = cp_model.CpModel()
        self.variables = [self.engine.new_int_var(0, upper, "") for upper in program.upper]
        for row in program.rows:
            self._add(row)
        self.seats: Ints | None = None
        self.bounds: list[int] = []

    def _add(self, row: Row) -> None:
        from ortools.sat.python import cp_model

        chosen = [self.variables[v] for v in row.variables]
        expression = cp_model.LinearExpr.weighted_sum(chosen, list(row.coefficients))
        low = cp_model.INT_MIN if row.low is None else row.low
        high = cp_model.INT_MAX if row.high is None else row.high
        self.engine.add_linear_constraint(expression, low, high)

    def run(self) -> Answer:
        """Return the best answer within the control's limits."""
        tiers = sorted(self.program.objectives)
        try:
            for tier in tiers or [0]:
                if not self._tier(tier):
                    return infeasible(CpSat.name, "CP-SAT proved that no plan exists")
                if tier and self._open(tier):
                    break
        except Stopped:
            pass
        return self._answer(len(tiers))

    def _open(self, tier: int) -> bool:
        """Fix a tier's value for the next tiers; tell whether it is not proven."""
        assert self.seats is not None
        values = prices(self.program.model, self.seats)
        value = values[self.program.model.tiers.index(tier)]
        self.control.tell(CpSat.name, f"tier {tier}: value {value}, bound {self.bounds[-1]}")
        objective = self.program.objectives[tier]
        self._add(Row(tuple(objective), tuple(objective.values()), None, value - self.program.constants[tier]))
        return self.bounds[-1] < value

    def _tier(self, tier: int) -> bool:
        """Minimize one tier; False if there is no plan."""
        from ortools.sat.python import cp_model

        objective = self.program.objectives.get(tier, {})
        chosen = [self.variables[v] for v in objective]
        self.engine.minimize(cp_model.LinearExpr.weighted_sum(chosen, list(objective.values())))
        self.control.checkpoint()
        solver, status = self._engine_run()
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            seats = self.program.assignment([solver.value(v) for v in self.variables])
            self._keep(tier, seats, solver.best_objective_bound + self.program.constants[tier])
        elif status == cp_model.UNKNOWN:
            raise Stopped(self.control.reason)
        return bool(status != cp_model.INFEASIBLE)

    def _keep(self, tier: int, seats: Ints, bound: float) -> None:
        self.seats = seats
        if tier:
            self.bounds.append(max(0, int(np.ceil(bound - 1e-6))))
        self.engine.clear_hints()  # type: ignore[no-untyped-call]
        taken = {(int(cast), int(seat)) for cast, seat in zip(self.program.cast_of, seats, strict=True)}
        for arc, variable in self.program.arcs.items():
            self.engine.add_hint(self.variables[variable], int(arc in taken))

    def _engine_run(self) -> tuple[cp_model.CpSolver, Any]:
        """Run the engine beside this thread, so that the user can interrupt it."""
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        _configure(solver, self.control)
        outcome: list[Any] = []
        thread = threading.Thread(target=lambda: outcome.append(solver.solve(self.engine)), daemon=True)
        thread.start()
        while thread.is_alive():
            thread.join(0.05)
            if self.control.stop.is_set():
                solver.stop_search()
        if not outcome or outcome[0] == cp_model.MODEL_INVALID:
            raise EncodingError(f"CP-SAT refuses the model: {self.engine.validate()}")
        return solver, outcome[0]

    def _answer(self, tiers: int) -> Answer:
        if self.seats is None:
            return Answer(None, Status.UNKNOWN, method=CpSat.name, proof=self.control.reason or "no plan in time")
        values = prices(self.program.model, self.seats)
        bounds = (*self.bounds, *[0] * (tiers - len(self.bounds)))
        proven = values == bounds
        status = Status.OPTIMAL if proven else Status.FEASIBLE
        return Answer(self.seats, status, values, bounds, CpSat.name, _PROOF if proven else "search cut off")


def _configure(solver: cp_model.CpSolver, control: Control) -> None:
    parameters = solver.parameters
    parameters.num_workers = 1  # several in one search give a plan that changes from run to run
    parameters.linearization_level = 2
    parameters.random_seed = control.seed
    parameters.catch_sigint_signal = False
    if control.remaining is not None:
        parameters.max_time_in_seconds = max(0.01, control.remaining)
