"""The strict orders that changes touch, each as a case of `fewest_in_order`, with whoever is tied to its people.

A *tie*: somebody outside all these orders must sit beside somebody of the order, an interpreter beside a deputy.
Either that companion keeps the seat, and the other one finds a seat beside it, or the companion moves, which is a
move more. Both ways are counted, and the smaller number holds for all plans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations, product
from math import factorial, prod

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.in_order import InOrder, fewest_in_order
from seatplan.solvers.domains import Domains
from seatplan.terms import Count, Model, Ordered, Pair

__all__ = ["Orders", "Tie", "kept", "strict"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_ARRANGEMENTS = 6
"""Arrangements of the equals of an order that are looked at."""
_TIES = 3
"""Companions of one order for whom both ways are counted; of the others neither is."""


@dataclass(frozen=True, eq=False)
class Tie:
    """Who of an order (place in it) has a companion, on which seat, and which seats are beside that."""

    place: int
    companion: int
    seat: int
    beside: Mask


@dataclass(frozen=True, eq=False)
class _Facts:
    """What is known of an order once for all: its people, the seats they may take, those that they must fill.

    ``place`` is the place of each of its people, as listed, in this arrangement of equals.
    """

    people: Ints
    allowed: Mask
    kind_of: Ints
    must: Mask
    ties: tuple[Tie, ...]
    place: Ints


def strict(term: Ordered) -> bool:
    """Tell whether an order has few enough equals to look at every arrangement of them.

    Examples
    --------
    >>> strict(Ordered((np.array([3]), np.array([1, 2])), np.arange(4)))
    True
    """
    return len(term.classes) > 1 and prod(factorial(min(len(c), 9)) for c in term.classes) <= _ARRANGEMENTS


def kept(term: Ordered, seats: Ints) -> bool:
    """Tell whether nobody of an order sits before somebody of an earlier class; -1 is no seat.

    Examples
    --------
    >>> kept(Ordered((np.array([0]), np.array([1])), np.array([7, 5])), np.array([0, 1]))
    False
    """
    classes = [term.score[mine] for members in term.classes if len(mine := seats[members[seats[members] >= 0]])]
    highest = np.maximum.accumulate([c.max() for c in classes][:-1] or [0])
    return all(c.min() >= high for c, high in zip(classes[1:], highest.tolist(), strict=False))


class Orders:
    """The touched orders of a model.

    Parameters
    ----------
    model : Model
    old : ndarray of int, shape (people,)
        The seat of each person before; -1 for none.
    stays : ndarray of bool, shape (people,)
        Who had a seat and may stay.
    domains : Domains
    terms : sequence of Ordered
        Orders that are `strict` and share nobody.
    loose : ndarray of bool, shape (people,)
        Who may stay, is in none of the orders, and whose moves nothing else counts.
    """

    def __init__(
        self, model: Model, old: Ints, stays: Mask, domains: Domains, terms: Sequence[Ordered], loose: Mask
    ) -> None:
        self.model, self.old, self.stays, self.domains, self.loose = model, old, stays, domains, loose
        self.terms = tuple(terms)
        self.full = list(_full(model))
        self._facts: dict[int, tuple[_Facts, ...]] = {}

    @cached_property
    def ties(self) -> dict[int, list[Tie]]:
        """Ties of each order, by its place among the orders; nobody is a companion in two of them."""
        place = {int(p): (i, k) for i, t in enumerate(self.terms) for k, p in enumerate(np.concatenate(t.classes))}
        found, met = defaultdict[int, list[Tie]](list), set[int]()
        for term in (s.term for s in self.model.statements if s.tier == 0 and isinstance(s.term, Pair)):
            for person, companion in _both(term) if term.wanted else ():
                order, at = place.get(person, (-1, -1))
                if order >= 0 and self.loose[companion] and companion not in met and len(found[order]) < _TIES:
                    met.add(companion)
                    seat = int(self.old[companion])
                    found[order].append(Tie(at, companion, seat, self._beside(term, seat)))
        return found

    def _beside(self, term: Pair, seat: int) -> Mask:
        """Return the seats that are beside a seat."""
        found = np.zeros(self.model.seats, dtype=bool)
        one, other = term.relation.T
        found[other[one == seat]] = True
        found[one[other == seat]] = True
        return found

    @property
    def companions(self) -> Ints:
        """Everybody who is tied to one of the orders."""
        return np.array([tie.companion for ties in self.ties.values() for tie in ties], dtype=np.intp)

    def fewest(self, term: Ordered, inside: Mask, price: Ints, move: int = 1) -> tuple[int, Ints] | None:
        """Return the least cost of an order on some seats and the seat of each of its people; None if impossible.

        The cost are moves, times ``move``, of these people and their companions, and prices of seats. Where seats
        have equal scores it is the number of those who may not stay, and no seats.

        Parameters
        ----------
        term : Ordered
        inside : ndarray of bool, shape (seats,)
        price : ndarray of int, shape (seats,)
        move : int
        """
        facts = self._of(term)
        usable = np.flatnonzero(facts[0].allowed.any(axis=0) & inside)
        line: Ints = usable[np.argsort(term.score[usable], kind="stable")]
        if len(line) < len(facts[0].people):
            return None
        if (np.diff(term.score[line]) == 0).any():  # seats of equal score are in no line
            return int((~self.stays & (self.old >= 0))[facts[0].people].sum()), np.empty(0, dtype=np.intp)
        found = [
            (cost[0] + move * sum(gone), line[cost[1]][one.place])
            for one in facts
            for gone in product((False, True), repeat=len(one.ties))
            if (cost := fewest_in_order(self._case(one, line, price, move, gone))) is not None
        ]
        return min(found, key=lambda one: one[0], default=None)

    def _of(self, term: Ordered) -> tuple[_Facts, ...]:
        """Return the facts of an order, for each arrangement of its equals."""
        if id(term) not in self._facts:
            people = np.concatenate(term.classes)
            allowed, kind_of = self._allowed(people)
            must = self._must(people)
            ties = self.ties.get(next((i for i, t in enumerate(self.terms) if t is term), -1), ())
            self._facts[id(term)] = tuple(
                _Facts(people[line], allowed, kind_of[line], must, tuple(_moved(ties, place)), place)
                for line, place in _arrangements(term)
            )
        return self._facts[id(term)]

    @cached_property
    def _fillers(self) -> Mask:
        """Return who may fill the seats of each must of `full`, shape (musts, people)."""
        found = np.zeros((len(self.full), self.model.people), dtype=bool)
        for i, term in enumerate(self.full):
            found[i, term.people] = True
        return found

    def _allowed(self, people: Ints) -> tuple[Mask, Ints]:
        """Return the seats that people may take, by kind: none that others must fill."""
        mine = self._fillers[:, people]
        some = np.flatnonzero(~mine.all(axis=1))
        signs = np.vstack([self.domains.class_of[people], mine[some]]).T
        kinds, kind_of = np.unique(signs, axis=0, return_inverse=True)
        allowed = self.domains.masks[kinds[:, 0]].copy()
        for i, must in enumerate(some.tolist(), start=1):
            allowed[np.ix_(kinds[:, i] == 0, self.full[must].seats)] = False
        return allowed, kind_of.reshape(-1).astype(np.intp)

    def _must(self, people: Ints) -> Mask:
        """Return the seats that one of these people, and nobody else, must take."""
        found = np.zeros(self.model.seats, dtype=bool)
        alone = self._fillers[:, people].sum(axis=1) == self._fillers.sum(axis=1)
        for must in np.flatnonzero(alone).tolist():
            found[self.full[must].seats] = True
        return found

    def _case(self, facts: _Facts, line: Ints, price: Ints, move: int, gone: Sequence[bool]) -> InOrder:
        """Return the case in which some companions move and the others keep their seats."""
        place = np.full(self.model.seats, -1, dtype=np.intp)
        place[line] = np.arange(len(line))
        allowed, kind_of = facts.allowed[:, line], facts.kind_of
        price = price[line].copy()
        for tie, moves in zip(facts.ties, gone, strict=True):
            mine = place[tie.seat]
            if moves:
                price[mine : mine + 1] = 0  # nothing if the seat is not in the line
                continue
            own = allowed[kind_of[tie.place]] & tie.beside[line]
            kind_of = kind_of.copy()
            kind_of[tie.place] = len(allowed)
            allowed = np.vstack([allowed, own])
            if mine >= 0:
                allowed[:, mine] = False
        people, must = facts.people, facts.must[line]
        own_seat = np.where(self.stays[people], place[self.old[people]], -1)
        return InOrder(own_seat, self.old[people] < 0, allowed, kind_of, price, must, move)


def _arrangements(term: Ordered) -> Iterator[tuple[Ints, Ints]]:
    """Yield every line of the people of an order, as places in the list, and the place of each in that line."""
    ends = np.cumsum([0, *(len(members) for members in term.classes)])
    spans = [range(a, b) for a, b in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)]
    for equals in product(*(permutations(span) for span in spans)):
        line = np.array([place for span in equals for place in span], dtype=np.intp)
        yield line, np.argsort(line).astype(np.intp)


def _moved(ties: Sequence[Tie], place: Ints) -> Iterator[Tie]:
    yield from (replace(tie, place=int(place[tie.place])) for tie in ties)


def _full(model: Model) -> Iterator[Count]:
    """Yield the musts that some people take every one of some seats."""
    counts = (s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Count))
    yield from (term for term in counts if term.low == len(term.seats))


def _both(term: Pair) -> Iterator[tuple[int, int]]:
    yield from ((int(p), int(q)) for p, q in (*term.pairs.tolist(), *term.pairs[:, ::-1].tolist()))
