"""Tier after tier on one programme, with whichever engine minimizes a linear objective."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, behind_gaps, infeasible, prices
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.cuts import Cuts
from seatplan.solvers.encode import encode
from seatplan.solvers.program import Program, Row
from seatplan.solvers.strangers import Meeting, kept_apart
from seatplan.terms import Model

__all__ = ["Engine", "Outcome", "in_tiers"]

Ints = NDArray[np.intp]
_ROUNDS = 12
"""Plans that a short search looks at for loose regions."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What an engine says of one objective.

    Parameters
    ----------
    status : Status
    values : ndarray of int, shape (variables,), or None
        Values of the variables; None without a plan.
    bound : int
        No values of the objective, a sum without the programme's constant, are smaller.
    """

    status: Status
    values: Ints | None = None
    bound: int = 0


class Engine(Protocol):
    """A solver of integer linear programmes."""

    @property
    def name(self) -> str: ...
    @property
    def proof(self) -> str:
        """Why its bounds hold."""

    def minimize(self, tier: int, rows: Sequence[Row]) -> Outcome:
        """Minimize the objective of a tier over the programme and some more rows.

        Raises
        ------
        Stopped
            If time is up before there is any plan.
        """


def in_tiers(model: Model, engine: Callable[[Program, Control], Engine], control: Control) -> Answer:
    """Return the best plan: each tier is minimized and kept, the strongest first.

    Parameters
    ----------
    model : Model
    engine : callable
        Makes the engine for a programme.
    control : Control

    Notes
    -----
    Every programme is a relaxation of the model. If its last plan leaves a hard region in parts, cuts are added,
    and the last tier is minimized again; only if that cannot be, all begins again with the cuts. If like people
    cannot be dealt their seats so that all keep apart who must, these get rows of their own.
    """
    strangers: set[tuple[int, int]] = set()
    while True:
        program = encode(model, control, strangers)
        try:
            return _Descent(program, engine(program, control), control).run()
        except Meeting as meeting:
            strangers |= meeting.pairs


@dataclass(eq=False)
class _Descent:
    program: Program
    engine: Engine
    control: Control
    kept: list[Row] = field(default_factory=list)
    bounds: list[int] = field(default_factory=list)
    best: tuple[tuple[int, ...], Ints] | None = None
    cutting: int = 0

    def __post_init__(self) -> None:
        self.cuts = Cuts(self.program)

    def run(self) -> Answer:
        """Return the best answer within the control's limits."""
        try:
            while True:
                self.kept, self.bounds = [], []
                cut = len(self.program.rows)
                if self._descend():
                    break
                if cut == len(self.program.rows):
                    return infeasible(self.engine.name, f"{self.engine.name} proved that no plan exists")
        except Stopped:
            pass
        return self._answer()

    def _descend(self) -> bool:
        """Minimize all tiers; False if there is no plan, or none any more with the cuts."""
        tiers = sorted(self.program.objectives) or [0]
        for tier in tiers:
            outcome = self.engine.minimize(tier, self.kept)
            while outcome.values is not None and self._torn(outcome.values) and tier == tiers[-1]:
                outcome = self.engine.minimize(tier, self.kept)
            if outcome.values is None:
                return self._without_plan(outcome)
            if tier and self._open(tier, outcome):
                break
        return True

    def _without_plan(self, outcome: Outcome) -> bool:
        if outcome.status is Status.INFEASIBLE:
            return False
        raise Stopped(self.control.reason)

    def _torn(self, values: Ints) -> bool:
        """Keep the plan if it keeps every must; otherwise add cuts and tell so."""
        seats = self.program.assignment(values)
        rows = self.cuts.against(seats)
        if not rows:
            self._better(kept_apart(self.program, seats))
        self.control.checkpoint()
        self.cutting += bool(rows)
        if self.control.effort and self.cutting > _ROUNDS:
            raise Stopped("too many cuts")
        self.program.rows.extend(rows)
        if rows:
            self.control.tell(self.engine.name, f"{len(rows)} cuts against loose regions")
        return bool(rows)

    def _better(self, seats: Ints) -> None:
        found = prices(self.program.model, seats), seats
        self.best = found if self.best is None or found[0] < self.best[0] else self.best

    def _open(self, tier: int, outcome: Outcome) -> bool:
        """Keep a tier's value for the next tiers; tell whether it is not proven."""
        assert outcome.values is not None
        objective, constant = self.program.objectives[tier], self.program.constants[tier]
        value = sum(price * int(outcome.values[v]) for v, price in objective.items())
        self.bounds.append(max(0, outcome.bound + constant))
        self.kept.append(Row(tuple(objective), tuple(objective.values()), None, value))
        self.control.tell(self.engine.name, f"tier {tier}: value {value + constant}, bound {self.bounds[-1]}")
        return outcome.bound < value

    def _answer(self) -> Answer:
        name = self.engine.name
        if self.best is None:
            return Answer(None, Status.UNKNOWN, method=name, proof=self.control.reason or "no plan in time")
        values, seats = self.best
        found = (*self.bounds, *[0] * (len(values) - len(self.bounds)))
        bounds = behind_gaps(values, tuple(map(min, found, values)))
        proven = values == bounds
        status = Status.OPTIMAL if proven else Status.FEASIBLE
        return Answer(seats, status, values, bounds, name, self.engine.proof if proven else "search cut off")
