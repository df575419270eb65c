"""A plan near the old one: somebody takes a seat, and whoever is in the way moves on, one after the other."""

from __future__ import annotations

from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from seatplan.explain.moves import Moves, changes
from seatplan.solvers import Control
from seatplan.solvers.answer import prices
from seatplan.solvers.casts import marks_of
from seatplan.solvers.split import people_of
from seatplan.terms import Bands, Cost, Domain, Lone, Model, Pair, Term, amount

__all__ = ["chain", "fewest_moves"]

Ints = NDArray[np.intp]
_STEPS = 12


def chain(model: Model, seat_of: Ints, person: int, seat: int, control: Control | None = None) -> Ints | None:
    """Return a plan with a person on a seat, found by a few moves, each of which mends or saves something.

    Parameters
    ----------
    model : Model
    seat_of : ndarray of int, shape (people,)
    person, seat : int
    control : Control, optional
        When its time is up, no further moves are tried.

    Returns
    -------
    ndarray or None
        Everybody's seat; None where no such moves lead to a plan that keeps every must.

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> near = Statement(Cost(np.array([0, 1]), np.array([0, 1, 2])), tier=1)
    >>> chain(Model(2, 3, (near,)), np.array([2, 0]), person=1, seat=1)
    array([2, 1])
    """
    seats = Moves(seat_of, person, model.seats).after(seat)
    movers = {int(p) for p in _near(model, person) | _displaced(seat_of, seats)} - {person}
    for _ in range(_STEPS):
        trying = takewhile(lambda _: control is None or not control.expired, sorted(movers))
        steps = [step for step in (_best_move(model, seats, mover, seat) for mover in trying) if step]
        if not steps or (control and control.expired):
            break
        _, mover, target = min(steps)
        moved = Moves(seats, mover, model.seats).after(target)
        movers |= _displaced(seats, moved) - {person}
        seats = moved
    broken = any(amount(s.term, seats) for s in model.statements if s.tier == 0)
    return None if broken else seats


def _displaced(before: Ints, after: Ints) -> set[int]:
    return {int(p) for p in np.flatnonzero(before != after)}


def _near(model: Model, person: int) -> set[int]:
    """Return the people whom a small statement ties to a person."""
    found: set[int] = set()
    for statement in model.statements:
        term = statement.term
        if not isinstance(term, Domain | Cost | Lone):
            tied = _tied(term, person)
            found |= tied if len(tied) <= _STEPS else set()
    return found


def _tied(term: Term, person: int) -> set[int]:
    if isinstance(term, Pair):
        return {int(p) for p in term.pairs[(term.pairs == person).any(axis=1)].ravel()}
    people = people_of(term)
    return {int(p) for p in people} if person in people else set()


def _best_move(model: Model, seats: Ints, mover: int, kept: int) -> tuple[tuple[int, ...], int, int] | None:
    """Return the change, the mover and the target of a move that makes the plan better."""
    change = changes(model, seats, mover)
    tiers = [np.zeros(model.seats, dtype=np.intp) for _ in (0, *model.tiers)]
    places = {tier: i for i, tier in enumerate((0, *model.tiers))}
    for statement, row in zip(model.statements, change, strict=True):
        tiers[places[statement.tier]] += statement.weight * row
    order = np.lexsort((np.arange(model.seats), *tiers[::-1]))
    best = int(next(seat for seat in order if seat != kept))
    worth = tuple(int(tier[best]) for tier in tiers)
    return (worth, mover, best) if worth < (0,) * len(worth) else None


def fewest_moves(model: Model, seats: Ints, before: Ints) -> Ints:
    """Return a plan of the same price in which people whom nothing tells apart, and groups, keep their seats.

    Parameters
    ----------
    model : Model
    seats, before : ndarray of int, shape (people,)
        A plan, and the plan to which it shall be near.

    Examples
    --------
    >>> fewest_moves(Model(2, 3), np.array([1, 2]), np.array([2, 0])).tolist()
    [2, 1]
    """
    new = seats.copy()
    _, alike = np.unique(marks_of(model), axis=0, return_inverse=True)
    order = np.argsort(alike.reshape(-1), kind="stable")
    for mine in np.split(order, np.flatnonzero(np.diff(alike.reshape(-1)[order])) + 1):
        stays = np.isin(before[mine], seats[mine])
        new[mine[stays]] = before[mine[stays]]
        new[mine[~stays]] = np.setdiff1d(seats[mine], before[mine[stays]])
    return _groups_back(model, new, before)


def _groups_back(model: Model, seats: Ints, before: Ints) -> Ints:
    """Let whole groups of bands keep their seats where nobody else takes these, and the price stays."""
    value = prices(model, seats)
    for members in (g for s in model.statements if isinstance(s.term, Bands) for g in s.term.groups):
        back = seats.copy()
        back[members] = before[members]
        if (back != seats).any() and len(np.unique(back)) == len(back) and prices(model, back) == value:
            broken = any(amount(s.term, back) for s in model.statements if s.tier == 0)
            seats = seats if broken else back
    return seats
