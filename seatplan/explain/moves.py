"""What changes when one person sits elsewhere: every seat at once, without solving.

A move to a taken seat is a swap. For each kind of term the change of `seatplan.terms.amount` is a few lines
over all seats; a term that is not known here is measured seat by seat.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from seatplan.explain.links import Links
from seatplan.terms import (
    Bands,
    Compact,
    Cost,
    Count,
    Domain,
    Limit,
    Lone,
    Model,
    Ordered,
    Pair,
    Region,
    Term,
    amount,
)

__all__ = ["Moves", "changes"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_CHUNK = 1000


def changes(model: Model, seat_of: Ints, person: int) -> Ints:
    """Return by how much the amount of each statement changes when a person takes another seat.

    Parameters
    ----------
    model : Model
    seat_of : ndarray of int, shape (people,)
        A seat for everybody.
    person : int
        Whoever sits on the other seat takes this person's seat.

    Returns
    -------
    ndarray of int, shape (statements, seats)

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> front = Statement(Cost(np.array([0, 1]), np.array([0, 1, 5])), tier=1)
    >>> changes(Model(2, 3, (front,)), np.array([1, 2]), person=0).tolist()
    [[-1, 0, 0]]
    """
    moves = Moves(seat_of, person, model.seats)
    rows = [moves.change(statement.term) for statement in model.statements]
    return np.array(rows, dtype=np.intp).reshape(len(rows), model.seats)


class Moves:
    """One person's moves to every seat.

    Parameters
    ----------
    seat_of : ndarray of int, shape (people,)
    person : int
    seats : int
        How many there are.
    """

    def __init__(self, seat_of: Ints, person: int, seats: int) -> None:
        self.seat_of, self.person, self.seats = seat_of, person, seats
        self.home = int(seat_of[person])
        self.occupant = np.full(seats, -1, dtype=np.intp)
        self.occupant[seat_of] = np.arange(len(seat_of))

    def change(self, term: Term) -> Ints:
        """Return the change of a term's amount for each seat."""
        match term:
            case Domain(people, seats):
                return self._each(people, ~self._mask(seats))
            case Cost(people, values):
                return self._each(people, values)
            case Count(people, seats, low, high):
                there = int(np.isin(self.seat_of[people], seats).sum())
                new = there + self._each(people, self._mask(seats))
                return _beyond(new, low, high) - _beyond(np.array(there), low, high)
            case Pair():
                return self._pair(term)
            case Ordered():
                return self._ordered(term)
            case Bands():
                return self._bands(term)
            case Region():
                return self._region(term)
            case Compact():
                return self._compact(term)
            case Lone():
                return self._lone(term)
            case Limit(parts, most):
                spent = sum(weight * amount(part, self.seat_of) for weight, part in parts) - most
                more = sum((weight * self.change(part) for weight, part in parts), np.zeros(self.seats, np.intp))
                return np.maximum(0, spent + more) - max(0, spent)
            case _:
                return self._measured(term)

    def _mask(self, seats: Ints) -> Mask:
        mask = np.zeros(self.seats, dtype=bool)
        mask[seats] = True
        return mask

    def _members(self, people: Ints) -> tuple[bool, Mask]:
        """Tell whether the person, and whether each seat's occupant, is one of some people."""
        chosen = np.zeros(len(self.seat_of) + 1, dtype=bool)
        chosen[people] = True
        return bool(chosen[self.person]), chosen[self.occupant]

    def _each(self, people: Ints, values: NDArray[np.generic]) -> Ints:
        """Return the change of a sum over people of the value of their seats."""
        mine, theirs = self._members(people)
        worth = np.asarray(values, dtype=np.intp)
        gain = worth - worth[self.home]
        change: Ints = gain * mine - gain * theirs * (self.occupant != self.person)
        return change

    def _measured(self, term: Term) -> Ints:
        """Move, measure, move back."""
        found = np.zeros(self.seats, dtype=np.intp)
        before = amount(term, self.seat_of)
        for seat in range(self.seats):
            found[seat] = amount(term, self.after(seat)) - before
        return found

    def after(self, seat: int) -> Ints:
        """Return everybody's seat after the move to a seat."""
        new = self.seat_of.copy()
        other = self.occupant[seat]
        if other >= 0:
            new[other] = self.home
        new[self.person] = seat
        return new

    # Pairs ----------------------------------------------------------------------------------------------

    def _pair(self, term: Pair) -> Ints:
        found = np.zeros(self.seats, dtype=np.intp)
        links = Links(term.relation, self.seats)
        first, second = term.pairs[:, 0], term.pairs[:, 1]
        mine = (first == self.person) | (second == self.person)
        for other in np.where(first == self.person, second, first)[mine].tolist():
            found += self._with(other, links, wanted=term.wanted)
        near_home = links.of(self.home)
        for one, other in ((first[~mine], second[~mine]), (second[~mine], first[~mine])):
            here, there = self.seat_of[one], self.seat_of[other]
            old, new = links.linked(here, there) != term.wanted, near_home[there] != term.wanted
            np.add.at(found, here, new.astype(np.intp) - old)
        return found

    def _with(self, other: int, links: Links, *, wanted: bool) -> Ints:
        """Return the change for one pair of which the person is one."""
        place = int(self.seat_of[other])
        broken = (links.of(place) != wanted).astype(np.intp)
        broken[place] = broken[self.home]
        change: Ints = broken - broken[self.home]
        return change

    # Orders and bands -----------------------------------------------------------------------------------

    def _ordered(self, term: Ordered) -> Ints:
        people = np.concatenate([*term.classes, np.empty(0, dtype=np.intp)])
        if not len(people):
            return np.zeros(self.seats, dtype=np.intp)
        sizes = [len(members) for members in term.classes]
        rank = np.full(len(self.seat_of), -1, dtype=np.intp)
        rank[people] = np.repeat(np.arange(len(sizes)), sizes)
        score = term.score
        mine, others = rank[self.person], people[people != self.person]
        found = np.zeros(self.seats, dtype=np.intp)
        ranks, scores = rank[others], score[self.seat_of[others]]
        if mine >= 0:
            found += _inverted(mine, score, ranks, scores) - _inverted(mine, score[[self.home]], ranks, scores)
        seats = self.seat_of[others]
        found[seats] -= _inversions_of(ranks, scores, ranks, scores)
        found[seats] += _inversions_of(ranks, np.full(len(others), score[self.home]), ranks, scores)
        if mine >= 0:
            found[seats] += _swapped(mine, ranks, int(score[self.home]), scores)
        return found

    def _bands(self, term: Bands) -> Ints:
        """Compare the spans of all groups, for each seat."""
        groups = [members for members in term.groups if len(members)]
        low, high = (np.empty((len(groups), self.seats), dtype=np.intp) for _ in range(2))
        for g, members in enumerate(groups):
            low[g], high[g] = self._span(members, term.line)
        found = np.zeros(self.seats, dtype=np.intp)
        for i, j in combinations(range(len(groups)), 2):
            apart = high[i] < low[j]
            found += ~(apart if term.ordered else apart | (high[j] < low[i]))
        change: Ints = found - found[self.home]
        return change

    def _span(self, members: Ints, line: Ints) -> tuple[Ints, Ints]:
        """Return the first and the last line of a group after each move."""
        mine, _ = self._members(members)
        seats = self.seat_of[members[members != self.person]]
        lines = line[seats]
        ends = np.sort(np.concatenate([[-_FAR, -_FAR], lines, [_FAR, _FAR]]))
        low, high = np.full(self.seats, ends[2]), np.full(self.seats, ends[-3])
        low[seats] = np.minimum(np.where(lines == ends[2], ends[3], ends[2]), line[self.home])
        high[seats] = np.maximum(np.where(lines == ends[-3], ends[-4], ends[-3]), line[self.home])
        if mine:
            low, high = np.minimum(low, line), np.maximum(high, line)
        return low, high

    # Shapes ---------------------------------------------------------------------------------------------

    def _region(self, term: Region) -> Ints:
        mine, theirs = self._members(term.people)
        seats, found = self.seat_of[term.people], np.zeros(self.seats, dtype=np.intp)
        links = Links(term.edges, self.seats)
        before = len(set(_parts(seats, links).values()))
        if mine:
            rest = _parts(seats[seats != self.home], links)
            count = len(set(rest.values())) - before
            targets = np.flatnonzero(~theirs)
            found[targets] = [count + _joins(rest, seat, links) for seat in targets.tolist()]
        else:
            for seat in seats.tolist():
                rest = _parts(seats[seats != seat], links)
                found[seat] = len(set(rest.values())) - before + _joins(rest, self.home, links)
        found[self.home] = 0
        return found

    def _compact(self, term: Compact) -> Ints:
        mine, theirs = self._members(term.people)
        inside = self._mask(self.seat_of[term.people])
        ends, others = term.edges[:, 0], term.edges[:, 1]
        hidden = np.bincount(ends, inside[others], minlength=self.seats).astype(np.intp)
        hidden += np.bincount(others, inside[ends], minlength=self.seats).astype(np.intp)
        shared = np.bincount(others[ends == self.home], minlength=self.seats)
        shared += np.bincount(ends[others == self.home], minlength=self.seats)
        arriving = hidden - shared - hidden[self.home]
        leaving = hidden[self.home] - shared - hidden
        found: Ints = -2 * np.where(mine & ~theirs, arriving, np.where(theirs & (not mine), leaving, 0))
        found[self.home] = 0
        return found

    def _lone(self, term: Lone) -> Ints:
        """Leave home, then fill each free seat; a swap changes nothing."""
        taken = np.append(self.occupant >= 0, True)
        before = _lonely(term, taken).sum()
        taken[self.home] = False
        lonely = _lonely(term, taken)
        found = np.full(self.seats, lonely.sum() - before, dtype=np.intp)
        np.add.at(found, term.seats, -lonely.astype(np.intp))
        left, right = term.beside[:, 0], term.beside[:, 1]
        for one, other in ((left, right), (right, left)):
            filled = ~taken[term.seats] & ~taken[one] & (taken[other] | (one == other)) & (one != term.seats)
            filled &= (one != other) | (one is left)
            np.add.at(found, one[filled], 1)
        found[self.occupant >= 0] = 0
        return found


_FAR = 1 << 60


def _beyond(there: Ints, low: int, high: int) -> Ints:
    return np.maximum(0, np.maximum(low - there, there - high))


def _lonely(term: Lone, taken: Mask) -> Mask:
    return ~taken[term.seats] & taken[term.beside].all(axis=1)


def _inverted(rank: int, score: Ints, ranks: Ints, scores: Ints) -> Ints:
    """Return with how many of the others a person would be inverted, at each of some scores."""
    earlier, later = np.sort(scores[ranks < rank]), np.sort(scores[ranks > rank])
    above: Ints = len(earlier) - np.searchsorted(earlier, score, side="right")
    return above + np.searchsorted(later, score, side="left")


def _inversions_of(rank: Ints, score: Ints, ranks: Ints, scores: Ints) -> Ints:
    """Return with how many of all people each of some people is inverted."""
    found = np.empty(len(rank), dtype=np.intp)
    for start in range(0, len(rank), _CHUNK):
        r, s = rank[start : start + _CHUNK, None], score[start : start + _CHUNK, None]
        wrong = ((ranks < r) & (scores > s)) | ((ranks > r) & (scores < s))
        found[start : start + _CHUNK] = wrong.sum(axis=1)
    return found


def _swapped(rank: int, ranks: Ints, home: int, scores: Ints) -> Ints:
    """Tell whether a person and whoever gives way are inverted afterwards: they have changed places."""
    after = ((ranks < rank) & (scores < home)) | ((ranks > rank) & (scores > home))
    return after.astype(np.intp)


def _parts(seats: Ints, links: Links) -> dict[int, int]:
    """Return a part's number for each seat."""
    left, part_of = set(seats.tolist()), dict[int, int]()
    while left:
        part, edge = len(part_of), [left.pop()]
        while edge:
            seat = edge.pop()
            part_of[seat] = part
            reached = left.intersection(links.beside(seat).tolist())
            left -= reached
            edge.extend(reached)
    return part_of


def _joins(part_of: dict[int, int], seat: int, links: Links) -> int:
    """Return the change of the number of parts when one more seat joins."""
    return 1 - len({part_of[s] for s in links.beside(seat).tolist() if s in part_of})
