"""HiGHS on the linear programme: branch and cut on linear relaxations, for people coupled with prices.

HiGHS ships inside OR-Tools and is called through MathOpt, whose answer has the bound (that of ModelBuilder repeats
the value) and which prints nothing. It works with floating-point numbers, so its plan is rounded and checked
against every row in integers, and its bound is rounded up with an explicit tolerance.
"""

from __future__ import annotations

import atexit
import math
import threading
from collections.abc import Iterable, Sequence
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.program import Program, Row
from seatplan.solvers.tiers import Outcome, in_tiers
from seatplan.terms import Model

if TYPE_CHECKING:
    from ortools.math_opt import model_pb2, parameters_pb2, result_pb2

__all__ = ["Highs"]

Ints = NDArray[np.intp]
_TOLERANCE = 1e-6
"""By which a bound may miss an integer; prices are integers, so a bound above value - 1 proves the value."""
_LARGEST = 3_000_000
"""People x seats above which the programme would not be built in reasonable time (measured)."""
_GRACE = 0.4
"""Seconds that HiGHS may take beyond its time limit, which it looks at now and then, before its answer is left."""
_PATIENCE = 3.0
"""Seconds that a process which ends waits for a HiGHS that was left: it may abort as its threads end."""
_HIGHS = 10
"""Number of HiGHS among MathOpt's solvers."""


class Highs:
    """Branch and cut with one thread and a gap of 0; what it cannot finish is left to CP-SAT.

    Parameters
    ----------
    nodes : int, optional
        Branches after which a tier is left with its bound: a short try that is the same on every machine.
    """

    name = "HiGHS"
    proof = f"HiGHS closed the gap over all plans of this part (floating point, tolerance {_TOLERANCE:g})"

    def __init__(self, nodes: int | None = None) -> None:
        self.nodes = nodes

    def supports(self, model: Model) -> bool:
        """Models with prices whose size does not forbid linear relaxations."""
        return bool(model.tiers) and model.people * model.seats <= _LARGEST

    def solve(self, model: Model, control: Control) -> Answer:
        """Solve tier after tier. That there is no plan is told only if CP-SAT says so too."""
        answer = in_tiers(model, partial(_Engine, nodes=self.nodes), _half(control))
        return CpSat().solve(model, control) if answer.status is Status.INFEASIBLE else answer


def _half(control: Control) -> Control:
    """Return a control that ends half-way, so that another engine has its chance; without a limit, the same."""
    return control if control.remaining is None else control.within(control.remaining / 2)


class _Engine:
    """One programme as MathOpt reads it; rows are only ever added."""

    name, proof = Highs.name, Highs.proof

    def __init__(self, program: Program, control: Control, nodes: int | None = None) -> None:
        self.program, self.control, self.nodes = program, control, nodes

    def minimize(self, tier: int, rows: Sequence[Row]) -> Outcome:
        """Return the best values and the bound."""
        self.control.checkpoint()
        every = [*self.program.rows, *rows]
        model = _model(self.program.upper, self.program.objectives.get(tier, {}), every)
        result = self._run(model)
        return Outcome(Status.UNKNOWN) if result is None else self._outcome(result, every, tier)

    def _run(self, model: model_pb2.ModelProto) -> result_pb2.SolveResultProto | None:
        """Run HiGHS beside this thread. It cannot be interrupted, so whoever stops does not wait for its end."""
        outcome: list[Any] = []
        thread = threading.Thread(
            target=lambda: outcome.append(_solve(model, self._parameters)), name=Highs.name, daemon=True
        )
        thread.start()
        over = inf if self.control.time_limit is None else self.control.time_limit + _GRACE
        while thread.is_alive():
            thread.join(0.02)
            if self.control.stop.is_set() or self.control.seconds > over:
                atexit.register(thread.join, _PATIENCE)
                raise Stopped(self.control.reason)
        return outcome[0] if outcome else None

    @property
    def _parameters(self) -> parameters_pb2.SolveParametersProto:
        parameters = _parameters(self.control)
        if self.nodes is not None:
            parameters.highs.int_options["mip_max_nodes"] = self.nodes
        return parameters

    def _outcome(self, result: result_pb2.SolveResultProto, rows: Sequence[Row], tier: int) -> Outcome:
        from ortools.math_opt import result_pb2

        reason = result.termination.reason
        if reason == result_pb2.TERMINATION_REASON_INFEASIBLE:
            return Outcome(Status.INFEASIBLE)
        values = _values(result)
        if values is None or not _holds(self.program.upper, rows, values):
            return Outcome(Status.UNKNOWN)
        bound = _rounded(result.termination.objective_bounds.dual_bound)
        proven = reason == result_pb2.TERMINATION_REASON_OPTIMAL
        return Outcome(Status.OPTIMAL if proven else Status.FEASIBLE, values, bound)


def _rounded(bound: float) -> int:
    return math.ceil(bound - _TOLERANCE) if math.isfinite(bound) else -(1 << 60)


def _values(result: result_pb2.SolveResultProto) -> Ints | None:
    """Return the values of the best solution, rounded."""
    if not result.solutions or not len(result.solutions[0].primal_solution.variable_values.values):
        return None
    found: Ints = np.rint(np.array(result.solutions[0].primal_solution.variable_values.values)).astype(np.intp)
    return found


def _holds(upper: Sequence[int], rows: Sequence[Row], values: Ints) -> bool:
    """Tell whether integer values keep every bound and every row, in integers."""
    if len(values) != len(upper) or (values < 0).any() or (values > np.array(upper)).any():
        return False
    given = values.tolist()
    for row in rows:
        total = sum(c * given[v] for v, c in zip(row.variables, row.coefficients, strict=True))
        if (row.low is not None and total < row.low) or (row.high is not None and total > row.high):
            return False
    return True


def _model(upper: Sequence[int], objective: dict[int, int], rows: Sequence[Row]) -> model_pb2.ModelProto:
    from ortools.math_opt import model_pb2

    model = model_pb2.ModelProto()
    size, priced = len(upper), sorted(objective)
    model.variables.ids.extend(range(size))
    model.variables.lower_bounds.extend([0.0] * size)
    model.variables.upper_bounds.extend(map(float, upper))
    model.variables.integers.extend([True] * size)
    model.objective.linear_coefficients.ids.extend(priced)
    model.objective.linear_coefficients.values.extend(float(objective[v]) for v in priced)
    model.linear_constraints.ids.extend(range(len(rows)))
    model.linear_constraints.lower_bounds.extend(-inf if r.low is None else float(r.low) for r in rows)
    model.linear_constraints.upper_bounds.extend(inf if r.high is None else float(r.high) for r in rows)
    _fill(model, rows)
    return model


def _fill(model: model_pb2.ModelProto, rows: Sequence[Row]) -> None:
    """Write the coefficients, by row and variable."""
    lengths = np.array([len(row.variables) for row in rows], dtype=np.intp)
    row = np.repeat(np.arange(len(rows)), lengths)
    column = _flat((r.variables for r in rows), int(lengths.sum()))
    value = _flat((r.coefficients for r in rows), int(lengths.sum()))
    order = np.lexsort((column, row))
    order = order[value[order] != 0]
    model.linear_constraint_matrix.row_ids.extend(row[order].tolist())
    model.linear_constraint_matrix.column_ids.extend(column[order].tolist())
    model.linear_constraint_matrix.coefficients.extend(value[order].astype(float).tolist())


def _flat(parts: Iterable[Sequence[int]], size: int) -> Ints:
    return np.fromiter((one for part in parts for one in part), dtype=np.intp, count=size)


def _solve(
    model: model_pb2.ModelProto, parameters: parameters_pb2.SolveParametersProto
) -> result_pb2.SolveResultProto:
    from ortools.math_opt import callback_pb2, model_parameters_pb2
    from ortools.math_opt.core.python import solver
    from ortools.math_opt.python.init_arguments import StreamableSolverInitArguments

    return solver.solve(
        model,
        _HIGHS,
        StreamableSolverInitArguments().to_proto(),
        parameters,
        model_parameters_pb2.ModelSolveParametersProto(),
        None,
        callback_pb2.CallbackRegistrationProto(),
        None,
        None,
    )


def _parameters(control: Control) -> parameters_pb2.SolveParametersProto:
    from ortools.math_opt import parameters_pb2

    parameters = parameters_pb2.SolveParametersProto(random_seed=control.seed)
    parameters.relative_gap_tolerance, parameters.absolute_gap_tolerance = 0.0, 0.5
    parameters.highs.int_options["threads"] = 1
    if control.remaining is not None:
        parameters.time_limit.FromMilliseconds(max(10, int(1000 * control.remaining)))
    return parameters
