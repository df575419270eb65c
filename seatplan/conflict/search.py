"""A small exhaustive search: it finds a plan where there is room, and proves by itself that there is none.

It shares nothing with the solvers but the terms. So it is also the second opinion on what they call
infeasible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Bands, Domain, Model, Ordered, Pair, Region, Statement, Term, amount

__all__ = ["Outcome", "search", "suits"]

Ints = NDArray[np.intp]
_SHORT = 6
"""Runs of so many people are propagated; a longer one is a delegation, and its shape is for the solvers."""
_FEW = 40
"""Orders of so many people are propagated pair by pair."""
Mask = NDArray[np.bool_]


class Reach(Protocol):
    """Where somebody may sit when somebody else sits on a seat."""

    def of(self, seat: int) -> Mask:
        """Return the seats as a mask."""


Link = tuple[int, Reach, bool]


@dataclass(frozen=True, eq=False)
class Outcome:
    """A plan, or none; ``ended`` tells whether the search was exhaustive or found what it sought."""

    seats: Ints | None
    ended: bool


def search(model: Model, masks: Mask, *, nodes: int, wanted_by: Ints | None = None) -> Outcome:
    """Look for a plan that keeps every must.

    Parameters
    ----------
    model : Model
        Its priced statements are not looked at.
    masks : ndarray of bool, shape (people, seats)
        Where each person may sit; the `seatplan.terms.Domain` statements are not looked at again.
    nodes : int
        How many steps to try at most.
    wanted_by : ndarray of int, shape (seats,), optional
        How many other people could use each seat: seats that few people can use are tried first.

    Notes
    -----
    Depth first; next comes whoever has the fewest seats left. Pairs and short runs shrink the seats of their
    people at once, every other term is looked at when everybody sits.

    Examples
    --------
    >>> search(Model(2, 1), np.ones((2, 1), dtype=bool), nodes=10)
    Outcome(seats=None, ended=True)
    """
    return _Search(model, masks, wanted_by).run(nodes)


def suits(model: Model) -> bool:
    """Tell whether every must shrinks the seats of its people at once, so that a search soon ends."""
    return all(_shrinks(s.term) for s in model.statements if s.tier == 0)


def _shrinks(term: Term) -> bool:
    match term:
        case Pair() | Domain():
            return True
        case Region(people):
            return len(people) <= _SHORT
        case Ordered(classes) | Bands(classes):
            return sum(map(len, classes)) <= _FEW
        case _:
            return False


class _Near:
    """Which seats stand in a relation to a seat, found when first asked."""

    def __init__(self, relation: Ints, seats: int, steps: int = 1) -> None:
        both = np.concatenate([relation, relation[:, ::-1]])
        self.pairs = both[np.argsort(both[:, 0], kind="stable")]
        self.starts = np.searchsorted(self.pairs[:, 0], np.arange(seats + 1))
        self.seats, self.steps = seats, steps
        self.known: dict[int, Mask] = {}

    def of(self, seat: int) -> Mask:
        """Return the seats in reach of a seat, as a mask."""
        if seat not in self.known:
            reached, edge = {seat}, {seat}
            for _ in range(self.steps):
                edge = {b for a in edge for b in self._beside(a)} - reached
                reached |= edge
            mask = np.zeros(self.seats, dtype=bool)
            mask[list(reached - {seat})] = True
            self.known[seat] = mask
        return self.known[seat]

    def _beside(self, seat: int) -> list[int]:
        found: list[int] = self.pairs[self.starts[seat] : self.starts[seat + 1], 1].tolist()
        return found


class _Beyond:
    """Seats whose score is not below that of a seat, or above it (``strict``), or the other way round."""

    def __init__(self, score: Ints, *, sign: int, strict: bool) -> None:
        self.score, self.margin = sign * score, int(strict)

    def of(self, seat: int) -> Mask:
        """Return these seats as a mask."""
        beyond: Mask = self.score >= self.score[seat] + self.margin
        return beyond


class _Search:
    def __init__(self, model: Model, masks: Mask, wanted_by: Ints | None) -> None:
        self.model, self.masks = model, masks.copy()
        self.open = np.ones(model.people, dtype=bool)
        self.left = self.masks.sum(axis=1)
        self.seat_of = np.full(model.people, -1, dtype=np.intp)
        self.rank = masks.sum(axis=0) if wanted_by is None else wanted_by
        self.links: dict[int, list[Link]] = defaultdict(list)
        for statement in model.statements:
            if statement.tier == 0:
                self._link(statement)
        self.late = [s.term for s in model.statements if s.tier == 0 and not isinstance(s.term, Pair | Domain)]

    def _link(self, statement: Statement) -> None:
        match statement.term:
            case Pair(pairs, relation, wanted):
                self._near(pairs.tolist(), _Near(relation, self.model.seats), wanted=wanted)
            case Region(people, edges) if 1 < len(people) <= _SHORT:
                steps = _Near(edges, self.model.seats, steps=len(people) - 1)
                self._near(list(combinations(people.tolist(), 2)), steps, wanted=True)
            case Ordered(classes, score) if sum(map(len, classes)) <= _FEW:
                self._follow(classes, score, strict=False)
            case Bands(groups, line, True) if sum(map(len, groups)) <= _FEW:
                self._follow(groups, line, strict=True)

    def _near(self, pairs: Iterable[Sequence[int]], near: Reach, *, wanted: bool) -> None:
        for a, b in pairs:
            self.links[a].append((b, near, wanted))
            self.links[b].append((a, near, wanted))

    def _follow(self, classes: Sequence[Ints], score: Ints, *, strict: bool) -> None:
        after = _Beyond(score, sign=1, strict=strict)
        before = _Beyond(score, sign=-1, strict=strict)
        for first, later in combinations([c.tolist() for c in classes], 2):
            for a, b in product(first, later):
                self.links[a].append((b, after, True))
                self.links[b].append((a, before, True))

    def run(self, nodes: int) -> Outcome:
        """Walk the tree with a stack of its own, so that depth does not matter."""
        if not self.model.people:
            return Outcome(self.seat_of, True)
        stack = [self._branches()]
        for _ in range(nodes):
            while stack and not next(stack[-1], False):
                stack.pop()
            if not stack:
                return Outcome(None, True)
            if not self.open.any():
                if all(amount(term, self.seat_of) == 0 for term in self.late):
                    return Outcome(self.seat_of.copy(), True)
            else:
                stack.append(self._branches())
        return Outcome(None, False)

    def _branches(self) -> Iterator[bool]:
        """Seat the person with the fewest seats left on one after the other; undo each when asked for the next."""
        person = int(np.where(self.open, self.left, np.iinfo(np.intp).max).argmin())
        for seat in self._in_order(person).tolist():
            saved = self._sit(person, seat)
            if (self.left[self.open] > 0).all():
                yield True
            self._stand_up(person, seat, *saved)

    def _in_order(self, person: int) -> Ints:
        """Return the seats that few others can use first, then those with few seats beside, such as row ends."""
        seats = np.flatnonzero(self.masks[person])
        beside = np.zeros(self.model.seats)
        for other, near, wanted in self.links[person]:
            if wanted and self.open[other] and isinstance(near, _Near):
                beside += np.bincount(
                    near.pairs[:, 0], self.masks[other][near.pairs[:, 1]], minlength=self.model.seats
                )
        ordered: Ints = seats[np.lexsort((beside[seats], self.rank[seats]))]
        return ordered

    def _sit(self, person: int, seat: int) -> tuple[Mask, dict[int, Mask]]:
        self.open[person], self.seat_of[person] = False, seat
        rows: dict[int, Mask] = {}
        column = self.masks[:, seat].copy()
        self.masks[:, seat] = False
        self.left -= column
        for other, near, wanted in self.links[person]:
            if self.open[other]:
                rows.setdefault(other, self.masks[other].copy())
                self.masks[other] &= near.of(seat) if wanted else ~near.of(seat)
                self.left[other] = self.masks[other].sum()
        return column, rows

    def _stand_up(self, person: int, seat: int, column: Mask, rows: dict[int, Mask]) -> None:
        for other, row in rows.items():
            self.masks[other] = row
            self.left[other] = row.sum()
        self.masks[:, seat] = column
        self.left += column
        self.open[person], self.seat_of[person] = True, -1
