"""How far two plans are apart, plans that must be far apart, and plans that are so at no price.

Whoever no rule tells apart is *alike*. By default two plans that differ only in which of the alike sits where are
one plan: what counts is how many people would have to move if the alike may stand in for one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import marks_of
from seatplan.terms import Cost, Limit, Model, Statement

__all__ = ["aligned", "differs", "kinds_of", "moves", "turned"]

Ints = NDArray[np.intp]


def kinds_of(model: Model) -> Ints:
    """Return the kind of each person: people of one kind are told apart by no statement.

    Examples
    --------
    >>> from seatplan.terms import Domain
    >>> kinds_of(Model(3, 3, (Statement(Domain(np.array([1]), np.array([0, 1]))),))).tolist()
    [0, 1, 0]
    """
    known = dict[bytes, int]()  # whole rows as keys: to sort them takes much longer
    found = [known.setdefault(row.tobytes(), len(known)) for row in marks_of(model)]
    return np.array(found, dtype=np.intp)


def moves(one: Ints, other: Ints, kinds: Ints) -> int:
    """Return how many people sit elsewhere if people of one kind may stand in for one another.

    Parameters
    ----------
    one, other : ndarray of int, shape (people,)
        Seats.
    kinds : ndarray of int, shape (people,)

    Examples
    --------
    >>> here, there = np.array([0, 1, 2]), np.array([1, 0, 3])
    >>> moves(here, there, np.array([0, 1, 2])), moves(here, there, np.array([0, 0, 0]))
    (3, 1)
    """
    wide = 1 + max(one.max(initial=0), other.max(initial=0))
    return int(np.isin(kinds * wide + one, kinds * wide + other, invert=True).sum())


def differs(model: Model, seats: Ints, least: int, kinds: Ints) -> Statement:
    """Return the must that at least so many people sit elsewhere than in a plan.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
    least : int
    kinds : ndarray of int, shape (people,)

    Notes
    -----
    For each kind the seats that it had are counted: so the must tells nobody of a kind apart, and a programme that
    has one variable for all of them keeps it.

    Examples
    --------
    >>> from seatplan.terms import amount
    >>> must = differs(Model(2, 3), np.array([0, 1]), least=2, kinds=np.array([0, 1]))
    >>> amount(must.term, np.array([0, 2])), amount(must.term, np.array([1, 0]))
    (1, 0)
    """
    stays = []
    for kind in np.unique(kinds):
        people, had = np.flatnonzero(kinds == kind), np.zeros(model.seats, dtype=np.intp)
        had[seats[people]] = 1
        stays.append((1, Cost(people, had)))
    return Statement(Limit(tuple(stays), model.people - least))


def aligned(seats: Ints, to: Ints, kinds: Ints) -> Ints:
    """Return a plan in which each kind has the same seats, and as many people as can keep theirs of another plan.

    Examples
    --------
    >>> aligned(np.array([1, 0, 4]), np.array([0, 1, 2]), np.array([7, 7, 7])).tolist()
    [0, 1, 4]
    """
    found = seats.copy()
    for kind in np.unique(kinds):
        people = np.flatnonzero(kinds == kind)
        stays = np.isin(to[people], seats[people])
        found[people[stays]] = to[people[stays]]
        found[people[~stays]] = np.setdiff1d(seats[people], to[people[stays]])
    return found


def turned(seats: Ints, known: Sequence[Ints], least: int, alike: Ints) -> Ints | None:
    """Return a plan of the same price in which people whom nothing tells apart pass on their seats in a ring.

    Parameters
    ----------
    seats : ndarray of int, shape (people,)
        A plan that keeps every must.
    known : sequence of ndarray of int
        At least ``least`` people sit elsewhere than in each of these plans.
    least : int
    alike : ndarray of int, shape (people,)
        Kind of each person, as of `kinds_of`.

    Returns
    -------
    ndarray or None
        None where there are not enough such people.

    Examples
    --------
    >>> plan = np.array([0, 1, 2])
    >>> turned(plan, [plan], least=3, alike=np.array([0, 0, 0])).tolist()
    [2, 0, 1]
    """
    for rings in _rings(alike, least):
        for step in range(1, max(map(len, rings))):
            new = seats.copy()
            for people in rings:
                new[people] = np.roll(seats[people], step)
            if all((new != old).sum() >= least for old in known):
                return new
    return None


def _rings(alike: Ints, least: int) -> Iterator[list[Ints]]:
    """Yield sets of rings that together hold at least so many people, and not many more."""
    rings: list[Ints] = []
    size = max(2, least)
    for people in (np.flatnonzero(alike == kind) for kind in np.unique(alike)):
        for start in range(0, len(people) - 1, size):
            rings.append(people[start : start + size])
            if sum(map(len, rings)) >= least:
                yield rings
                rings = []
