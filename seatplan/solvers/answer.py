"""`Answer`: what one method says of one model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.terms import Model, amount

__all__ = ["Answer", "behind_gaps", "infeasible", "prices"]


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


def behind_gaps(values: tuple[int, ...], bounds: tuple[int, ...]) -> tuple[int, ...]:
    """Return bounds that hold: behind the first tier with a gap nothing is known but that prices are not negative.

    Examples
    --------
    >>> behind_gaps((5, 3, 9), (5, 2, 9))
    (5, 2, 0)
    """
    gaps = [i for i, (value, bound) in enumerate(zip(values, bounds, strict=True)) if bound < value]
    known = gaps[0] + 1 if gaps else len(bounds)
    return (*bounds[:known], *[0] * (len(bounds) - known))
