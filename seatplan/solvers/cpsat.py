"""CP-SAT on the linear programme: the method that supports every term."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import EncodingError
from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.program import Program, Row
from seatplan.solvers.tiers import Outcome, in_tiers
from seatplan.terms import Model

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

__all__ = ["CpSat"]

Ints = NDArray[np.intp]
_PORTFOLIO = 8
"""Below this many workers the engine's portfolio lacks the one that proves: slower than one worker, by far."""

_ROWS = 512
"""Rows after which the clock is looked at."""


class CpSat:
    """Branch and bound with clause learning; one worker and linearization level 2 (the fastest measured)."""

    name = "CP-SAT"
    proof = "CP-SAT closed the search over all plans of this part"

    def supports(self, model: Model) -> bool:
        """Every model is supported."""
        return True

    def solve(self, model: Model, control: Control) -> Answer:
        """Solve tier after tier."""
        return in_tiers(model, _Engine, control)


class _Engine:
    """One programme in CP-SAT; rows are added and plans become hints as the search goes on."""

    name, proof = CpSat.name, CpSat.proof

    def __init__(self, program: Program, control: Control) -> None:
        self.program, self.control = program, control
        self.hint: list[int] = []
        self._begin()

    def _begin(self) -> None:
        from ortools.sat.python import cp_model

        self.engine = cp_model.CpModel()
        self.variables = [self.engine.new_int_var(0, upper, "") for upper in self.program.upper]
        self.written = 0
        self.kept: list[Row] = []

    def minimize(self, tier: int, rows: Sequence[Row]) -> Outcome:
        """Return the best values and the bound."""
        from ortools.sat.python import cp_model

        self._write(rows)
        objective = self.program.objectives.get(tier, {})
        chosen = [self.variables[v] for v in objective]
        self.engine.minimize(cp_model.LinearExpr.weighted_sum(chosen, list(objective.values())))
        self.control.checkpoint()
        solver, status = self._run()
        if status == cp_model.INFEASIBLE:
            return Outcome(Status.INFEASIBLE)
        if status == cp_model.UNKNOWN:
            raise Stopped(self.control.reason)
        values = np.array([solver.value(v) for v in self.variables], dtype=np.intp)
        self.hint = values.tolist()
        bound = int(np.ceil(solver.best_objective_bound - 1e-6))
        return Outcome(Status.OPTIMAL if status == cp_model.OPTIMAL else Status.FEASIBLE, values, bound)

    def _write(self, rows: Sequence[Row]) -> None:
        """Bring the engine up to date; begin anew if rows of the time before are gone."""
        if list(rows[: len(self.kept)]) != self.kept:
            self._begin()
        for place, row in enumerate((*self.program.rows[self.written :], *rows[len(self.kept) :])):
            if place % _ROWS == 0:
                self.control.checkpoint()
            self._add(row)
        self.written, self.kept = len(self.program.rows), list(rows)
        self.engine.clear_hints()  # type: ignore[no-untyped-call]
        for variable in self.program.arcs.values() if self.hint else ():
            self.engine.add_hint(self.variables[variable], self.hint[variable])

    def _add(self, row: Row) -> None:
        from ortools.sat.python import cp_model

        chosen = [self.variables[v] for v in row.variables]
        expression = cp_model.LinearExpr.weighted_sum(chosen, list(row.coefficients))
        low = cp_model.INT_MIN if row.low is None else row.low
        high = cp_model.INT_MAX if row.high is None else row.high
        self.engine.add_linear_constraint(expression, low, high)

    def _run(self) -> tuple[cp_model.CpSolver, Any]:
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


def _configure(solver: cp_model.CpSolver, control: Control) -> None:
    parameters = solver.parameters
    parameters.num_workers = control.workers if control.workers >= _PORTFOLIO else 1
    parameters.linearization_level = 2
    parameters.random_seed = control.seed
    parameters.catch_sigint_signal = False
    if control.effort is not None:
        parameters.max_deterministic_time = control.effort
    if control.remaining is not None:
        parameters.max_time_in_seconds = max(0.01, control.remaining)
