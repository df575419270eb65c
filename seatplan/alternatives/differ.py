"""How far two plans are apart, plans that must be far apart, and plans that are so at no price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import casts_of
from seatplan.terms import Cost, Limit, Model, Statement

__all__ = ["differs", "moves", "turned"]

Ints = NDArray[np.intp]


def moves(one: Ints, other: Ints) -> int:
    """Return how many people sit elsewhere.

    Examples
    --------
    >>> moves(np.array([0, 1, 2]), np.array([1, 0, 2]))
    2
    """
    return int((one != other).sum())


def differs(model: Model, seats: Ints, least: int) -> Statement:
    """Return the must that at least so many people sit elsewhere than in a plan.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
    least : int

    Examples
    --------
    >>> from seatplan.terms import amount
    >>> must = differs(Model(2, 3), np.array([0, 1]), least=2)
    >>> amount(must.term, np.array([0, 2])), amount(must.term, np.array([1, 0]))
    (1, 0)
    """
    everywhere = np.eye(model.seats, dtype=np.intp)[seats]
    stays = tuple((1, Cost(np.array([person]), row)) for person, row in enumerate(everywhere))
    return Statement(Limit(stays, model.people - least))


def turned(model: Model, seats: Ints, known: Sequence[Ints], least: int) -> Ints | None:
    """Return a plan of the same price in which people whom nothing tells apart pass on their seats in a ring.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
        A plan that keeps every must.
    known : sequence of ndarray of int
        At least ``least`` people sit elsewhere than in each of these plans.
    least : int

    Returns
    -------
    ndarray or None
        None where there are not enough such people.

    Examples
    --------
    >>> plan = np.array([0, 1, 2])
    >>> turned(Model(3, 3), plan, [plan], least=3).tolist()
    [2, 0, 1]
    """
    for rings in _rings(model, least):
        for step in range(1, max(map(len, rings))):
            new = seats.copy()
            for people in rings:
                new[people] = np.roll(seats[people], step)
            if all(moves(new, old) >= least for old in known):
                return new
    return None


def _rings(model: Model, least: int) -> Iterator[list[Ints]]:
    """Yield sets of rings that together hold at least so many people, and not many more."""
    rings: list[Ints] = []
    for cast in (cast.people for cast in casts_of(model) if cast.score is None):
        size = max(2, least)
        for start in range(0, len(cast) - 1, size):
            rings.append(cast[start : start + size])
            if sum(map(len, rings)) >= least:
                yield rings
                rings = []
