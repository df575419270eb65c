"""`Answer`: what one method says of one model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.terms import Model, amount

__all__ = ["Answer", "infeasible", "prices"]


@dataclass(frozen=True, eq=False)
class Answer:
    """Seats, values and bounds.

    Parameters
    ----------
    seats : ndarray of int, shape (people,), or None
        Seat of each person; None when no plan was found.
    status : Status
    values, bounds : tuple of int
        For each tier of the model, strongest first. A bound holds over all plans that are as good as this
        one in the tiers before.
    method, proof : str
        How it was found, and why the bound holds.
    """

    seats: NDArray[np.intp] | None
    status: Status
    values: tuple[int, ...] = ()
    bounds: tuple[int, ...] = ()
    method: str = ""
    proof: str = ""


def infeasible(method: str, proof: str) -> Answer:
    """Return the answer that no plan exists."""
    return Answer(None, Status.INFEASIBLE, method=method, proof=proof)


def prices(model: Model, seats: NDArray[np.intp]) -> tuple[int, ...]:
    """Return the price of an assignment in each tier of the model."""
    totals = dict.fromkeys(model.tiers, 0)
    for statement in model.statements:
        if statement.tier:
            totals[statement.tier] += statement.weight * amount(statement.term, seats)
    return tuple(totals.values())
