"""Parts so small that all their plans can be looked at: one gap and who may fill it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers import Answer, domains_of
from seatplan.solvers.answer import infeasible
from seatplan.terms import Domain, Model, amount

__all__ = ["tiny_answer"]

Ints = NDArray[np.intp]
_MOST = 300
"""Plans that are looked at."""
_NAME = "all plans"


def tiny_answer(model: Model) -> Answer | None:
    """Return the best of all plans; None where there are too many to look at.

    Examples
    --------
    >>> from seatplan.terms import Ordered, Statement
    >>> order = Statement(Ordered((np.array([0]), np.array([1])), np.array([5, 3])), tier=1)
    >>> tiny_answer(Model(2, 2, (order,))).seats.tolist()
    [1, 0]
    """
    domains = domains_of(model, windows=False)
    seats = [domains.seats(person).tolist() for person in range(model.people)]
    plans = list(_first(_plans(seats), _MOST + 1))
    if len(plans) > _MOST:
        return None
    rest = Model(model.people, model.seats, tuple(s for s in model.statements if not isinstance(s.term, Domain)))
    found = [price for plan in plans if (price := _priced(rest, np.array(plan, dtype=np.intp))) is not None]
    if not found:
        return infeasible(_NAME, "none of all plans keeps the musts")
    values, best = min(found)
    return Answer(np.array(best, dtype=np.intp), Status.OPTIMAL, values, values, _NAME, "all plans were compared")


def _first(plans: Iterator[tuple[int, ...]], most: int) -> Iterator[tuple[int, ...]]:
    for _, plan in zip(range(most), plans, strict=False):
        yield plan


def _plans(seats: list[list[int]], taken: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
    """Yield every way to seat people, each on one of their seats."""
    if len(taken) == len(seats):
        yield taken
        return
    for seat in seats[len(taken)]:
        if seat not in taken:
            yield from _plans(seats, (*taken, seat))


def _priced(model: Model, seats: Ints) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the price in each tier with the seats; None where a must is broken."""
    totals = dict.fromkeys(model.tiers, 0)
    for s in model.statements:
        if s.tier:
            totals[s.tier] += s.weight * amount(s.term, seats)
        elif amount(s.term, seats):
            return None
    return tuple(totals.values()), tuple(seats.tolist())
