"""Give a part to the strongest method that supports its terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from seatplan.result import Status
from seatplan.solvers.answer import Answer, prices
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.blocks import BlockProgramme
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.dealing import Dealing
from seatplan.solvers.floors import floors
from seatplan.solvers.highs import Highs
from seatplan.solvers.order_dp import OrderDp
from seatplan.solvers.regions import connected
from seatplan.terms import Model, Region

_HOPELESS = 60_000
"""People x seats above which CP-SAT does not improve on a plan that is already there (measured)."""

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
    An answer without a proof is kept while a stronger method still has a chance on a model of this size.
    """
    best: Answer | None = None
    spare: Answer | None = None
    for solver, candidate in _attempts(model):
        if control.expired or (best is not None and model.people * model.seats > _HOPELESS):
            break
        spare = spare or _spare(model, solver, control)
        answer = _tried(solver, candidate, control)
        if answer.status is Status.INFEASIBLE:
            return answer
        if _decides(model, answer) and (best is None or answer.values <= best.values):
            best = answer
        if best is not None and best.status is Status.OPTIMAL:
            return best
    found = best or spare
    return (
        _floored(model, found) if found else Answer(None, Status.UNKNOWN, proof=control.reason or "no plan found")
    )


def _tried(solver: Solver, model: Model, control: Control) -> Answer:
    """Return a method's answer; without any if it was stopped, for it may have had a part of the time only."""
    try:
        return solver.solve(model, control)
    except Stopped as stopped:
        return Answer(None, Status.UNKNOWN, method=solver.name, proof=str(stopped))


def _spare(model: Model, solver: Solver, control: Control) -> Answer | None:
    """Before a search that may find nothing in time: a plan that keeps the musts, if a special method has one."""
    if not isinstance(solver, Highs | CpSat) or not model.tiers:
        return None
    musts = Model(model.people, model.seats, tuple(s for s in model.statements if s.tier == 0))
    special = (s for s in SOLVERS if not isinstance(s, Highs | CpSat) and s.supports(musts))
    answers = (_tried(s, musts, control) for s in special)
    seats = next((a.seats for a in answers if _decides(model, a)), None)
    if seats is None:
        return None
    values = prices(model, seats)
    return Answer(seats, Status.FEASIBLE, values, (0,) * len(values), "musts only", "prices were not searched")


def _attempts(model: Model) -> Iterator[tuple[Solver, Model]]:
    free = _without_regions(model)
    for solver in SOLVERS:
        yield from ((solver, m) for m in ((model, free) if free is not model else (model,)) if solver.supports(m))


def _floored(model: Model, answer: Answer) -> Answer:
    """Raise the bounds of an answer without a proof to what holds in any case."""
    bounds = tuple(map(max, answer.bounds, floors(model)))
    return replace(answer, bounds=bounds, status=Status.OPTIMAL if bounds == answer.values else answer.status)


def _decides(model: Model, answer: Answer) -> bool:
    return answer.seats is not None and connected(model, answer.seats)


def _without_regions(model: Model) -> Model:
    kept = tuple(s for s in model.statements if s.tier or not isinstance(s.term, Region))
    return model if len(kept) == len(model.statements) else Model(model.people, model.seats, kept)


SOLVERS: tuple[Solver, ...] = (
    OrderDp(),
    Assignment(),
    Dealing(),
    BandProgramme(solve_model),
    BlockProgramme(solve_model),
    Highs(),
    CpSat(),
)
"""The methods, strongest first."""
