"""Solve the parts of a model, side by side if asked, and add them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.choose import solve_model
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.floors import floors
from seatplan.solvers.side import side_by_side
from seatplan.solvers.split import Piece, split
from seatplan.terms import Model

__all__ = ["Solved", "solve_parts", "together"]


@dataclass(frozen=True, eq=False)
class Solved:
    """A part of a model, what is known of it, and how many seconds that took."""

    piece: Piece
    answer: Answer
    seconds: float


def solve_parts(model: Model, control: Control) -> tuple[Solved, ...]:
    """Return the parts of a model with their answers, by their first person.

    Parameters
    ----------
    model : Model
    control : Control
        Its ``workers`` parts are solved side by side; the answers do not depend on how many.
    """

    def solved(piece: Piece) -> Solved:
        began = control.seconds
        try:
            answer = solve_model(piece.model, control.on(f"{len(piece.people)} people"))
        except Stopped as stopped:
            answer = Answer(None, Status.UNKNOWN, method="none", proof=str(stopped))
        return Solved(piece, answer, control.seconds - began)

    return tuple(side_by_side(solved, split(model), control.workers))


def together(model: Model, parts: Sequence[Solved]) -> Answer:
    """Add up the parts of a model.

    Returns
    -------
    Answer
        With -1 for everybody of a part without a plan; values and bounds only if every part has one.

    Examples
    --------
    >>> model = Model(2, 2)
    >>> together(model, solve_parts(model, Control())).seats
    array([0, 1])
    """
    seats = np.full(model.people, -1, dtype=np.intp)
    for part in parts:
        if part.answer.seats is not None:
            seats[part.piece.people] = part.piece.seats[part.answer.seats]
    status = _status({part.answer.status for part in parts})
    if status in (Status.INFEASIBLE, Status.UNKNOWN):
        return Answer(seats, status)
    values, bounds = _tiers(model, parts)
    return Answer(seats, Status.OPTIMAL if values == bounds else status, values, bounds)


def _status(parts: set[Status]) -> Status:
    """The whole is as good as its weakest part."""
    worst = (Status.INFEASIBLE, Status.UNKNOWN, Status.FEASIBLE)
    return next((status for status in worst if status in parts), Status.OPTIMAL)


def _tiers(model: Model, parts: Sequence[Solved]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Add up values and bounds. Behind a tier that is not proven only a floor over all plans is a bound."""
    values, bounds = dict.fromkeys(model.tiers, 0), dict.fromkeys(model.tiers, 0)
    for part in parts:
        answer = part.answer
        for tier, value, bound in zip(part.piece.model.tiers, answer.values, answer.bounds, strict=True):
            values[tier], bounds[tier] = values[tier] + value, bounds[tier] + bound
    if values != bounds:
        first = next(i for i, tier in enumerate(model.tiers) if values[tier] != bounds[tier])
        behind = model.tiers[first + 1 :]
        bounds.update(zip(behind, floors(model)[first + 1 :] if behind else (), strict=True))
    return tuple(values.values()), tuple(bounds.values())
