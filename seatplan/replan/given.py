"""A model when most people keep their seats: what is left to decide for the others, exactly where it can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers import Piece, restrict
from seatplan.terms import Bands, Compact, Cost, Count, Domain, Lone, Model, Ordered, Pair, Region, Statement, Term

__all__ = ["Given", "crossing", "given", "near", "span"]

Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Given:
    """The rest of a model.

    Parameters
    ----------
    piece : Piece
        The people who are free, and the seats that nobody keeps.
    exact : bool
        Every plan of the rest is a plan of the model and the other way round, with the same prices but for a
        constant. Otherwise the rest is narrower, and some prices are left out.
    """

    piece: Piece
    exact: bool


def given(model: Model, seats: Ints) -> Given:
    """Return what is left of a model when some people have their seats.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
        -1 for those who are free.

    Examples
    --------
    >>> beside = Statement(Pair(np.array([[0, 1]]), np.array([[0, 1], [1, 2]]), wanted=True))
    >>> rest = given(Model(2, 3, (beside,)), np.array([1, -1]))
    >>> rest.piece.seats.tolist(), rest.exact
    ([0, 2], True)
    """
    return _Rest(model, seats).given()


def near(model: Model, seats: Ints, people: Ints) -> NDArray[np.bool_]:
    """Return the seats that some people can take without tearing their regions or crossing the bands of others.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
        As people sit now; -1 for no seat.
    people : ndarray of int

    Notes
    -----
    A region may reach as many seats further as there are people without a seat, at least one; a band may widen to
    the next one.
    """
    found = np.ones(model.seats, dtype=bool)
    rest, steps = _Rest(model, seats), max(1, int((seats[people] < 0).sum()))
    mine = np.zeros(model.people, dtype=bool)
    mine[people] = True
    for s in model.statements:
        if s.tier == 0 and isinstance(s.term, Region) and mine[s.term.people].any():
            _, reached = rest._mine(s.term.people)
            for _ in range(steps):
                reached = reached | (rest._beside(s.term.edges, reached) > 0)
            found &= reached
        if s.tier == 0 and isinstance(s.term, Bands):
            for group in (g for g in s.term.groups if mine[g].any()):
                found &= ~crossing(s.term, seats, group, model.seats)
    return found


class _Rest:
    def __init__(self, model: Model, seats: Ints) -> None:
        self.model, self.seats = model, seats
        self.free = seats < 0
        self.exact = True

    def given(self) -> Given:
        people = np.flatnonzero(self.free)
        open_seats = np.setdiff1d(np.arange(self.model.seats), self.seats)
        found = [replace(s, term=term) for s in self.model.statements for term in self._terms(s)]
        model = Model(self.model.people, self.model.seats, tuple(found))
        return Given(Piece(restrict(model, people, open_seats), people, open_seats), self.exact)

    def _terms(self, statement: Statement) -> Iterator[Term]:
        hard = statement.tier == 0
        match statement.term:
            case Domain() | Cost() | Lone() as term:
                yield term
            case Ordered() as term:
                yield from self._ordered(term, hard=hard)
            case Pair() as term:
                yield from self._pair(term, hard=hard)
            case Count() as term:
                yield from self._count(term)
            case Region() as term:
                yield from self._region(term, hard=hard)
            case Compact() as term:
                yield from self._compact(term)
            case Bands() as term:
                yield from self._bands(term, hard=hard)
            case _:
                self.exact = False

    def _either(self, people: Ints, wrong: Ints, *, hard: bool) -> Iterator[Term]:
        """Yield that people shun seats: as a domain, or as a price."""
        if len(people) and wrong.any():
            yield Domain(people, np.flatnonzero(wrong == 0)) if hard else Cost(people, wrong)

    def _ordered(self, term: Ordered, *, hard: bool) -> Iterator[Term]:
        """Compare the free people with those who are seated; among each other they stay in order."""
        sizes = [int(self.free[c].sum()) for c in term.classes]
        if not sum(sizes):
            return
        yield term
        seated = [term.score[self.seats[c[~self.free[c]]]] for c in term.classes]
        before: Ints = np.empty(0, dtype=np.intp)
        for i, members in enumerate(term.classes):
            if sizes[i]:
                after = np.concatenate([*seated[i + 1 :], np.empty(0, dtype=np.intp)])
                wrong = len(before) - np.searchsorted(before, term.score, side="right")
                wrong = wrong + np.searchsorted(np.sort(after), term.score, side="left")
                yield from self._either(members[self.free[members]], wrong.astype(np.intp), hard=hard)
            before = np.sort(np.concatenate([before, seated[i]]))

    def _pair(self, term: Pair, *, hard: bool) -> Iterator[Term]:
        if not self.free[term.pairs].any():
            return
        yield term
        for one, other in (*term.pairs.tolist(), *term.pairs[:, ::-1].tolist()):
            if self.free[one] and not self.free[other]:
                near = np.zeros(self.model.seats, dtype=bool)
                for ends, others in (term.relation.T, term.relation.T[::-1]):
                    near[others[ends == self.seats[other]]] = True
                wrong = (near != term.wanted).astype(np.intp)
                yield from self._either(np.array([one], dtype=np.intp), wrong, hard=hard)

    def _count(self, term: Count) -> Iterator[Term]:
        people = term.people[self.free[term.people]]
        seated = term.people[~self.free[term.people]]
        there = int(np.isin(self.seats[seated], term.seats).sum())
        low, high = term.low - there, term.high - there
        if len(people):
            yield Count(people, term.seats, low, high)

    def _mine(self, people: Ints) -> tuple[Ints, NDArray[np.bool_]]:
        """Return the free ones of some people, and which seats the others have."""
        taken = np.zeros(self.model.seats, dtype=bool)
        taken[self.seats[people[~self.free[people]]]] = True
        return people[self.free[people]], taken

    def _beside(self, edges: Ints, taken: NDArray[np.bool_]) -> Ints:
        """Count for each seat its neighbours that are taken."""
        ends, others = edges.reshape(-1, 2).T
        found = np.bincount(ends, taken[others], minlength=self.model.seats)
        return (found + np.bincount(others, taken[ends], minlength=self.model.seats)).astype(np.intp)

    def _region(self, term: Region, *, hard: bool) -> Iterator[Term]:
        """Let free members sit as many steps from the seated ones as they are; for one that is all there is."""
        people, taken = self._mine(term.people)
        if not len(people):
            return
        self.exact &= len(people) == 1 and hard
        reached, open_seats = taken.copy(), self._open()
        for _ in range(len(people)):
            reached |= (self._beside(term.edges, reached) > 0) & open_seats
        if taken.any():
            yield from self._either(people, (~reached).astype(np.intp), hard=hard)

    def _open(self) -> NDArray[np.bool_]:
        """Return the seats that nobody has."""
        found = np.ones(self.model.seats, dtype=bool)
        found[self.seats[~self.free]] = False
        return found

    def _compact(self, term: Compact) -> Iterator[Term]:
        people, taken = self._mine(term.people)
        if len(people):
            self.exact &= len(people) == 1
            beside = self._beside(term.edges, taken)
            yield Cost(people, 2 * (int(beside.max(initial=0)) - beside))

    def _bands(self, term: Bands, *, hard: bool) -> Iterator[Term]:
        """Keep each free member out of the bands of the others, as they are."""
        touched = [g for g in term.groups if len(g) and self.free[g].any()]
        if not touched:
            return
        self.exact &= hard and len(touched) == 1 and int(self.free[touched[0]].sum()) == 1
        for members in touched if hard else ():
            wrong = crossing(term, self.seats, members, self.model.seats).astype(np.intp)
            yield from self._either(members[self.free[members]], wrong, hard=True)


def crossing(term: Bands, seats: Ints, members: Ints, size: int) -> NDArray[np.bool_]:
    """Return the seats, of ``size``, on which a member of one group would cross the band of another.

    ``seats`` are those of all people, -1 for none. Bands are as the people sit.

    Examples
    --------
    >>> bands = Bands((np.array([0]), np.array([1])), np.array([0, 1, 2, 3]), ordered=True)
    >>> crossing(bands, np.array([0, 2]), bands.groups[0], 4).tolist()
    [False, False, True, True]
    """
    place, mine = next(i for i, g in enumerate(term.groups) if g is members), span(term, seats, members)
    wrong = np.zeros(size, dtype=bool)
    spans = [(i, other) for i, other in enumerate(_spans(term, seats)) if i != place and other is not None]
    for i, (low, high) in spans:
        if term.ordered:
            before = i < place
        elif mine is None or (low <= mine[1] and high >= mine[0]):
            wrong |= (term.line >= low) & (term.line <= high) if mine is None else True
            continue
        else:
            before = high < mine[0]
        met = mine is not None and (mine[0] <= high if before else mine[1] >= low)
        wrong |= True if met else (term.line <= high) if before else (term.line >= low)
    return wrong


def _spans(term: Bands, seats: Ints) -> list[tuple[int, int] | None]:
    """Return the span of each group."""
    return [span(term, seats, group) for group in term.groups]


def span(term: Bands, seats: Ints, members: Ints) -> tuple[int, int] | None:
    """Return the first and the last line of the seated members of a group; None where nobody sits."""
    lines = term.line[seats[members[seats[members] >= 0]]]
    return (int(lines.min()), int(lines.max())) if len(lines) else None
