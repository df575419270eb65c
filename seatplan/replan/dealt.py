"""Few people and many free seats: prices of single seats decide exactly, what couples people only has a bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers import Answer, Control
from seatplan.solvers.answer import behind_gaps, infeasible, prices
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.polish import polished
from seatplan.terms import Cost, Count, Domain, Model, Statement, amount

__all__ = ["dealt"]

Ints = NDArray[np.intp]
_NAME = "assignment"
_TRIALS = 50
"""Exchanges that are tried to better what couples people."""


def dealt(model: Model, control: Control) -> Answer | None:
    """Return a plan with bounds that hold; None where the plan found this way breaks a must.

    Notes
    -----
    What the free people cost on single seats, and which seats some of them must fill, is an assignment, solved
    exactly. Orders among them, gaps between them and other prices of more than one person are never negative, so
    that its price is a bound for each tier; exchanges then better the plan.

    Examples
    --------
    >>> from seatplan.terms import Ordered
    >>> order = Statement(Ordered((np.array([0]), np.array([1])), np.array([5, 3, 4])), tier=1)
    >>> found = dealt(Model(2, 3, (order,)), Control())
    >>> found.values, found.bounds
    ((0,), (0,))
    """
    filled = np.zeros(model.seats, dtype=bool)
    for term in _full(model):
        filled[term.seats] = True
    found = Assignment().solve(Model(model.people, model.seats, tuple(_single(model, filled))), control)
    if found.seats is not None and filled[found.seats].sum() < filled.sum():
        found = infeasible(_NAME, "no assignment fills the seats")
    if found.status is Status.INFEASIBLE:
        return found
    if found.seats is None or _broken(model, found.seats):
        return None
    return _bettered(model, found.seats, _bounds(model, found), control)


def _full(model: Model) -> Iterator[Count]:
    counts = (s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Count))
    yield from (term for term in counts if term.low == len(term.seats))


def _single(model: Model, filled: NDArray[np.bool_]) -> Iterator[Statement]:
    """Yield what speaks of one person at a time, and before all tiers that seats are filled."""
    everybody = np.arange(model.people)
    for s in model.statements:
        if isinstance(s.term, Domain | Cost):
            yield replace(s, tier=s.tier + 1) if s.tier else s
    for term in _full(model):
        others = np.setdiff1d(everybody, term.people)
        yield Statement(Domain(others, np.setdiff1d(np.arange(model.seats), term.seats)))
    yield Statement(Cost(everybody, (~filled).astype(np.intp)), tier=1)


def _broken(model: Model, seats: Ints) -> bool:
    return any(s.tier == 0 and amount(s.term, seats) for s in model.statements)


def _bounds(model: Model, found: Answer) -> tuple[int, ...]:
    tiers = sorted({s.tier for s in model.statements if s.tier and isinstance(s.term, Cost)})
    known = dict(zip(tiers, found.bounds[1:], strict=True))
    return tuple(known.get(tier, 0) for tier in model.tiers)


def _bettered(model: Model, seats: Ints, bounds: tuple[int, ...], control: Control) -> Answer:
    values = prices(model, seats)
    if values != bounds:
        other = polished(model, seats, control, _TRIALS)
        if not _broken(model, other) and prices(model, other) < values:
            seats, values = other, prices(model, other)
    status = Status.OPTIMAL if values == bounds else Status.FEASIBLE
    proof = "an assignment by single seats is a bound"
    return Answer(seats, status, values, behind_gaps(values, bounds), _NAME, proof)
