"""Gauges: the amount of a term, kept up to date while single people change seats.

`seatplan.terms.amount` reckons each amount from nothing. A gauge reckons what a change of a few seats makes of
it; for terms of which there are few, or which are cheap, it reckons anew as well.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.split import people_of
from seatplan.terms import Bands, Compact, Lone, Ordered, Pair, Region, Term, amount

__all__ = ["Gauge", "gauge_of"]

Ints = NDArray[np.intp]


class Gauge(Protocol):
    """The amount of one term."""

    @property
    def people(self) -> Ints | None:
        """Of whom the term speaks; None if it looks at everybody's seat."""

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        """Return the amount after a change.

        Parameters
        ----------
        before, seat_of : ndarray of int, shape (people,)
            Seats before and after.
        changed : list of int
            Who changed seats.
        value : int
            The amount before.
        """


def gauge_of(term: Term, seats: int) -> Gauge:
    """Return the gauge of a term in a venue of so many seats.

    Examples
    --------
    >>> order = Ordered((np.array([0]), np.array([1]), np.array([2])), score=np.arange(3))
    >>> gauge_of(order, 3).after(np.array([0, 1, 2]), np.array([1, 0, 2]), [0, 1], 0)
    1
    """
    match term:
        case Ordered():
            return _Order(term)
        case Pair():
            return _Links(term)
        case Region():
            return _Parts(term)
        case Compact():
            return _Outline(term, seats)
        case Lone():
            return _Alone(term, seats)
        case Bands():
            return _Spans(term)
        case _:
            return _Plain(term)


class _Plain:
    """Any term, reckoned anew."""

    def __init__(self, term: Term) -> None:
        self.term, self.people = term, people_of(term)

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        return amount(self.term, seat_of)


class _Order:
    """Inverted pairs of those who changed, with everybody."""

    def __init__(self, term: Ordered) -> None:
        self.people = people_of(term)
        self.score = term.score
        self.rank = np.repeat(np.arange(len(term.classes)), [len(c) for c in term.classes])
        self.at = {int(p): i for i, p in enumerate(self.people)}

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        mine = [self.at[p] for p in changed if p in self.at]
        return value + self._met(seat_of, mine) - self._met(before, mine)

    def _met(self, seat_of: Ints, mine: list[int]) -> int:
        scores, total = self.score[seat_of[self.people]], 0
        for k, i in enumerate(mine):
            wrong = (self.rank - self.rank[i]) * (scores - scores[i]) < 0
            total += int(np.count_nonzero(wrong)) - int(np.count_nonzero(wrong[mine[:k]]))
        return total


class _Links:
    """Pairs of those who changed."""

    def __init__(self, term: Pair) -> None:
        self.people = people_of(term)
        self.wanted = term.wanted
        self.linked = {way for a, b in term.relation.tolist() for way in ((a, b), (b, a))}
        self.pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for p, q in term.pairs.tolist():
            for one in {p, q}:
                self.pairs[one].append((p, q))

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        pairs = [pair for p in changed for pair in self.pairs.get(p, ())]
        if len(changed) > 1:  # a pair that is listed twice counts twice, one with both ends in changed once
            once = [p for p in pairs if not (p[0] in changed and p[1] in changed and p[0] != p[1])]
            both = [
                p for p in self.pairs.get(changed[0], ()) if p[0] != p[1] and p[0] in changed and p[1] in changed
            ]
            pairs = once + both
        return value + sum(self._broken(seat_of, pair) - self._broken(before, pair) for pair in pairs)

    def _broken(self, seat_of: Ints, pair: tuple[int, int]) -> bool:
        return ((int(seat_of[pair[0]]), int(seat_of[pair[1]])) in self.linked) != self.wanted


class _Parts:
    """Parts of a region, flooded from seat to seat."""

    def __init__(self, term: Region) -> None:
        self.people = term.people
        self.near: dict[int, set[int]] = defaultdict(set)
        for a, b in term.edges.tolist():
            self.near[a].add(b)
            self.near[b].add(a)

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        dry, parts = set(seat_of[self.people].tolist()), 0
        while dry:
            wet, parts = [dry.pop()], parts + 1
            while wet:
                reached = self.near[wet.pop()] & dry
                dry -= reached
                wet.extend(reached)
        return max(0, parts - 1)


class _Outline:
    """Edges with both ends taken."""

    def __init__(self, term: Compact, seats: int) -> None:
        self.people, self.seats = term.people, seats
        self.one, self.other = np.ascontiguousarray(term.edges.reshape(-1, 2).T)

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        taken = np.zeros(self.seats, dtype=bool)
        taken[seat_of[self.people]] = True
        return 4 * len(self.people) - 2 * int(np.count_nonzero(taken[self.one] & taken[self.other]))


class _Alone:
    """Empty seats between taken ones."""

    people: None = None

    def __init__(self, term: Lone, seats: int) -> None:
        self.term, self.seats = term, seats

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        taken = np.zeros(self.seats + 1, dtype=bool)
        taken[seat_of], taken[-1] = True, True
        return int(np.count_nonzero(~taken[self.term.seats] & taken[self.term.beside].all(axis=1)))


class _Spans:
    """First and last lines of groups, and which of them meet."""

    def __init__(self, term: Bands) -> None:
        self.people, self.term = people_of(term), term
        self.groups = [members for members in term.groups if len(members)]
        self.starts = np.cumsum([0, *map(len, self.groups)])[:-1]

    def after(self, before: Ints, seat_of: Ints, changed: list[int], value: int) -> int:
        if not len(self.people):
            return 0
        lines = self.term.line[seat_of[self.people]]
        first, last = np.minimum.reduceat(lines, self.starts), np.maximum.reduceat(lines, self.starts)
        apart = last[:, None] < first[None, :]
        kept = apart if self.term.ordered else apart | apart.T
        return int(np.count_nonzero(np.triu(~kept, 1)))
