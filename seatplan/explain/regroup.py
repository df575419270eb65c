"""A plan near the old one: the group of one person is seated anew in its own band, everybody else stays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers import Control, Stopped, restrict, solve_model
from seatplan.terms import Bands, Model, Region, amount

__all__ = ["group_of", "regrouped"]

Ints = NDArray[np.intp]


def regrouped(model: Model, seat_of: Ints, members: Ints, control: Control) -> Ints | None:
    """Return a plan that keeps every must, in which at most the people of one group sit elsewhere.

    Parameters
    ----------
    model : Model
        Its musts say where the person shall sit.
    seat_of : ndarray of int, shape (people,)
        Keeps the other musts.
    members : ndarray of int
        The people of the group, as `group_of` finds it.
    control : Control

    Returns
    -------
    ndarray or None
        The best of such plans, as far as the group decides; None where there is no such plan.

    Examples
    --------
    >>> from seatplan.terms import Domain, Statement
    >>> row = np.array([[0, 1], [1, 2]])
    >>> terms = Region(np.array([0, 1]), row), Domain(np.array([0]), np.array([1]))
    >>> model, both = Model(2, 3, tuple(map(Statement, terms))), np.array([0, 1])
    >>> regrouped(model, both, both, Control()).tolist()
    [1, 0]
    """
    others = np.setdiff1d(np.arange(model.people), members)
    room = _room(model, seat_of, members, np.setdiff1d(np.arange(model.seats), seat_of[others]))
    try:
        answer = solve_model(restrict(model, members, room), control)
    except Stopped:
        return None
    if answer.seats is None:
        return None
    found = seat_of.copy()
    found[members] = room[answer.seats]
    kept = all(amount(s.term, found) == 0 for s in model.statements if s.tier == 0)
    return found if kept else None


def group_of(model: Model, person: int) -> Ints | None:
    """Return the people of the smallest region or band of a person; None for somebody of no group.

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> region = Region(np.array([0, 2]), np.empty((0, 2), dtype=np.intp))
    >>> group_of(Model(3, 3, (Statement(region),)), 2)
    array([0, 2])
    """
    groups = [g for term in _hard(model) for g in (term.groups if isinstance(term, Bands) else (term.people,))]
    mine = [members for members in groups if (members == person).any()]
    return min(mine, key=len, default=None)


def _room(model: Model, seat_of: Ints, members: Ints, free: Ints) -> Ints:
    """Return the free seats on lines that no other band comes near."""
    for term in (t for t in _hard(model) if isinstance(t, Bands)):
        own = next((g for g in term.groups if np.isin(members, g).all()), None)
        if own is None:
            continue
        mine = term.line[seat_of[own]]
        theirs = np.concatenate(
            [[-1, term.line.max() + 1], *(term.line[seat_of[g]] for g in term.groups if g is not own)]
        )
        low, high = theirs[theirs < mine.min()].max(), theirs[theirs > mine.max()].min()
        free = free[(term.line[free] > low) & (term.line[free] < high)]
    return free


def _hard(model: Model) -> list[Bands | Region]:
    return [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Bands | Region)]
