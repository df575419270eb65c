"""Which rules forbid a seat inside delegations in bands: each rule is left out in turn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.in_bands import Early, bands_of
from seatplan.explain.regroup import group_of, regrouped
from seatplan.solvers import Control
from seatplan.terms import Model

__all__ = ["forbidding"]

Ints = NDArray[np.intp]
_MOMENT = 1.5
"""Seconds for the question whether one rule is needed."""


def forbidding(model: Model, seat_of: Ints, person: int, control: Control) -> tuple[frozenset[int], bool] | None:
    """Return rules that leave no plan, and whether without any of them there is one.

    Parameters
    ----------
    model : Model
        With the musts of which there may be no plan; those with rule -1 are never left out.
    seat_of : ndarray of int, shape (people,)
        A plan that keeps the others.
    person : int
        Of whom the added must speaks.
    control : Control

    Returns
    -------
    tuple of (frozenset of int, bool) or None
        None where there is a plan, where that is not known, or where no bands are.

    Notes
    -----
    A rule is needed if the person's group alone finds other seats without it, or else all groups do, one behind
    the other. What time does not allow to know stays among the rules, and they are not called minimal.

    Examples
    --------
    >>> from seatplan.terms import Bands, Domain, Statement
    >>> lines = Bands((np.array([0]), np.array([1])), np.array([0, 1, 2]), ordered=True)
    >>> model = Model(2, 3, (Statement(lines, rule=0), Statement(Domain(np.array([0]), np.array([2])))))
    >>> forbidding(model, np.array([0, 1]), 0, Control())
    (frozenset({0}), True)
    """
    bands, members = bands_of(model), group_of(model, person)
    if bands is None or members is None:
        return None
    early = Early(model, control)
    if (plan := early.plan()) is None or len(plan):
        return None
    musts = early.model
    banding = {s.rule for s in musts.statements if s.term is bands}
    every = {s.rule for s in musts.statements} - {-1}
    rules, minimal = every, True
    for rule in sorted(every):
        kept = Model(model.people, model.seats, tuple(s for s in musts.statements if s.rule != rule))
        if regrouped(kept, seat_of, members, control.within(_MOMENT)) is not None:
            continue
        plan = (
            None
            if rule in banding
            else early.plan(without=every - rules | {rule}, control=control.within(_MOMENT))
        )
        minimal &= plan is not None
        rules = rules - {rule} if plan is not None and not len(plan) else rules
    return frozenset(rules), minimal
