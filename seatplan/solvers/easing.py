"""Special methods on a model without what they cannot read: what is left out may be kept all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.regions import connected
from seatplan.terms import Cost, Lone, Model, Region, Statement

__all__ = ["Solver", "eased", "first_of", "tried"]


class Solver(Protocol):
    """One method: it says which models it supports, and solves them."""

    @property
    def name(self) -> str: ...
    def supports(self, model: Model) -> bool:
        """Tell whether every term of the model is understood."""

    def solve(self, model: Model, control: Control) -> Answer:
        """Return a plan with value and bound in every tier."""


def tried(solver: Solver, model: Model, control: Control) -> Answer:
    """Return a method's answer; without any if it was stopped, for it may have had a part of the time only."""
    try:
        return solver.solve(model, control)
    except Stopped as stopped:
        return Answer(None, Status.UNKNOWN, method=solver.name, proof=str(stopped))


def first_of(solvers: Sequence[Solver], model: Model, control: Control) -> tuple[Answer, Model]:
    """Return the answer of the first method that decides a model, and what it read of the model.

    A plan decides it if it keeps all musts. That there is no plan decides it in any case: what was left out
    would leave none either.
    """
    for part in eased(model):
        for solver in (solver for solver in solvers if solver.supports(part)):
            answer = tried(solver, part, control)
            if answer.status is Status.INFEASIBLE or (answer.seats is not None and connected(model, answer.seats)):
                return answer, part
            if control.expired:
                break
    return Answer(None, Status.UNKNOWN, proof="no special method decides it"), model


def eased(model: Model) -> Iterator[Model]:
    """Yield the model, then models without hard regions, priced single seats, all priced but seats.

    Examples
    --------
    >>> import numpy as np
    >>> lone = Statement(Lone(np.array([0]), np.array([[-1, -1]])), tier=1)
    >>> [len(one.statements) for one in eased(Model(1, 1, (lone,)))]
    [1, 0]
    """
    seen = set[int]()
    for level in range(3):
        for regions in (True, False):
            kept = tuple(s for s in model.statements if _stays(s, level, regions=regions))
            if len(kept) not in seen:
                seen.add(len(kept))
                yield model if len(kept) == len(model.statements) else Model(model.people, model.seats, kept)


def _stays(statement: Statement, level: int, *, regions: bool) -> bool:
    if not statement.tier:
        return regions or not isinstance(statement.term, Region)
    return level == 0 or (isinstance(statement.term, Cost) if level == 2 else not isinstance(statement.term, Lone))
