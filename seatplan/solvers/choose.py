"""Give a part to the strongest method that supports its terms."""

from __future__ import annotations

from typing import Protocol

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.control import Control
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.order_dp import OrderDp
from seatplan.solvers.regions import connected
from seatplan.terms import Model, Region

__all__ = ["SOLVERS", "Solver", "solve_model"]


class Solver(Protocol):
    """One method: it says which models it supports, and solves them."""

    @property
    def name(self) -> str: ...
    def supports(self, model: Model) -> bool:
        """Tell whether every term of the model is understood."""

    def solve(self, model: Model, control: Control) -> Answer:
        """Return a plan with value and bound in every tier."""


def solve_model(model: Model, control: Control) -> Answer:
    """Solve one model with the first method that supports it and can decide it.

    Hard regions are left out at first: if the plan found without them is connected, it is optimal with them.
    """
    free = _without_regions(model)
    for solver in SOLVERS:
        control.checkpoint()
        for candidate in (model, free) if free is not model else (model,):
            if not solver.supports(candidate):
                continue
            answer = solver.solve(candidate, control)
            if answer.status is Status.INFEASIBLE or _decides(model, answer):
                return answer
    return answer


def _decides(model: Model, answer: Answer) -> bool:
    return answer.seats is not None and connected(model, answer.seats)


def _without_regions(model: Model) -> Model:
    kept = tuple(s for s in model.statements if s.tier or not isinstance(s.term, Region))
    return model if len(kept) == len(model.statements) else Model(model.people, model.seats, kept)


SOLVERS: tuple[Solver, ...] = (OrderDp(), Assignment(), BandProgramme(solve_model), CpSat())
"""The methods, strongest first."""
