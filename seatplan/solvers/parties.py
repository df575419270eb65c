"""Parties: couples side by side and sets in one run, who are dealt seats as wholes.

Like parties share their variables, as like people do: sixty couples of one rank are one choice of sixty pairs of
seats. Who must only keep apart are not told apart at all: whoever is dealt one of many like seats, somebody else
can be dealt it instead (`seatplan.solvers.strangers`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import Cast, flat, grouped, marked, merged
from seatplan.terms import Model, Pair, Region, Statement

__all__ = ["Couples", "Kinds", "Runs", "kinds_of", "lines_of"]

Ints = NDArray[np.intp]
_MOST_PER_SEAT = 8
"""Relations with more pairs a seat are left to rows: a variable for each pair would be too many."""


@dataclass(eq=False)
class Couples:
    """Pairs of people of one kind, who sit on pairs of seats of one relation.

    Parameters
    ----------
    term : Pair
    pairs : ndarray of int, shape (k, 2)
        The first of each are interchangeable, and so are the second.
    even : bool
        Whether the first and the second are interchangeable too.
    places : dict
        Variable of each pair of seats.
    """

    term: Pair
    pairs: Ints
    even: bool
    places: dict[tuple[int, int], int] = field(default_factory=dict)

    def deal(self, values: Ints, seats: Ints) -> None:
        """Give the chosen pairs of seats, in ascending order, to the couples in theirs."""
        chosen = sorted(place for place, variable in self.places.items() if values[variable])
        seats[self.pairs] = np.array(chosen, dtype=np.intp).reshape(-1, 2)

    def alike(self) -> Iterator[list[Ints]]:
        """Yield the couples, and the two of each if they are interchangeable."""
        yield list(self.pairs)
        if self.even:
            yield from ([pair[:1], pair[1:]] for pair in self.pairs)


@dataclass(eq=False)
class Runs:
    """Sets of people of one make-up, each of whom sits on consecutive seats of a line.

    Parameters
    ----------
    term : Region
        Whose edges form lines.
    sets : list of ndarray of int
    places : dict
        Variable of each run of seats.
    cast_of : ndarray of int, shape (people,)
    """

    term: Region
    sets: list[Ints]
    places: dict[tuple[int, ...], int] = field(default_factory=dict)
    cast_of: Ints = field(default_factory=lambda: np.empty(0, dtype=np.intp))

    def deal(self, values: Ints, seats: Ints) -> None:
        """Give the chosen runs, in ascending order, to the sets in theirs; inside, by cast and seat."""
        everybody = np.concatenate(self.sets)
        cast_at = dict(zip(seats[everybody].tolist(), self.cast_of[everybody].tolist(), strict=True))
        chosen = sorted(place for place, variable in self.places.items() if values[variable])
        for members, place in zip(self.sets, chosen, strict=True):
            there = sorted(place, key=lambda seat: (cast_at[seat], seat))
            seats[members[np.argsort(self.cast_of[members], kind="stable")]] = there

    def alike(self) -> Iterator[list[Ints]]:
        """Yield the sets, and the members of one cast in each."""
        ordered = [members[np.argsort(self.cast_of[members], kind="stable")] for members in self.sets]
        yield ordered
        for members in ordered:
            yield from (
                list(members[self.cast_of[members] == c].reshape(-1, 1))
                for c in set(self.cast_of[members].tolist())
            )


@dataclass(frozen=True, eq=False)
class Kinds:
    """Who shares variables with whom."""

    casts: list[Cast]
    couples: list[Couples]
    runs: list[Runs]


def kinds_of(model: Model, strangers: Collection[tuple[int, int]] = ()) -> Kinds:
    """Return casts and parties of a model.

    Parameters
    ----------
    model : Model
    strangers : collection of (int, int)
        Pairs who must keep apart and are told apart from everybody else.

    Notes
    -----
    A couple is alike another if the same statements speak of its members in the same way. Somebody of two pairs,
    or of a pair and a run, is told apart from all others.
    """
    model = Model(model.people, model.seats, tuple(flat(model.statements)))
    marks = marked(model)
    for column, statement in enumerate(model.statements):
        if _apart(statement):
            marks[:, column] = 0
            told = [p for pair in strangers for p in pair]
            marks[told, column] = np.array(told, dtype=np.intp) + 1
    place, score = merged(model, marks)
    ties = _ties(model)
    couples = [c for column, s in enumerate(model.statements) for c in _couples(model, s, column, marks, ties)]
    runs = _runs(model, marks, ties)
    return Kinds(grouped(marks, place, score), couples, runs)


def _apart(statement: Statement) -> bool:
    return statement.tier == 0 and isinstance(statement.term, Pair) and not statement.term.wanted


def _paired(statement: Statement, seats: int) -> bool:
    term = statement.term
    wanted = statement.tier == 0 and isinstance(term, Pair) and term.wanted
    return wanted and isinstance(term, Pair) and len(term.relation) <= _MOST_PER_SEAT * seats


def _lined(statement: Statement) -> bool:
    term = statement.term
    hard = statement.tier == 0 and isinstance(term, Region) and len(term.people) > 1
    return hard and isinstance(term, Region) and lines_of(term.edges) is not None


def _ties(model: Model) -> Ints:
    """Count for each person the wanted pairs and the runs that a must makes the person part of."""
    found = np.zeros(model.people, dtype=np.intp)
    for statement in model.statements:
        term = statement.term
        if statement.tier == 0 and isinstance(term, Pair) and term.wanted:
            np.add.at(found, term.pairs.ravel(), 1)
        elif _lined(statement) and isinstance(term, Region):
            found[term.people] += 1
    return found


def _couples(model: Model, statement: Statement, column: int, marks: Ints, ties: Ints) -> Iterator[Couples]:
    """Yield the kinds of couples of one statement, and mark their members alike."""
    term = statement.term
    if not isinstance(term, Pair) or not _paired(statement, model.seats):
        return
    sign = _signs(np.delete(marks, column, axis=1))
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for p, q in term.pairs[(ties[term.pairs] == 1).all(axis=1)].tolist():
        first, second = sorted((p, q), key=lambda one: (int(sign[one]), one))
        found[int(sign[first]), int(sign[second])].append((first, second))
    for kind, ((one, other), pairs) in enumerate(found.items()):
        members = np.array(pairs, dtype=np.intp)
        marks[members[:, 0], column] = model.people + 2 + 2 * kind
        marks[members[:, 1], column] = model.people + 2 + 2 * kind + (one != other)
        yield Couples(term, members, one == other)


def _runs(model: Model, marks: Ints, ties: Ints) -> list[Runs]:
    """Return the kinds of runs, and mark their members alike: in the column of the first of each kind."""
    columns = [i for i, statement in enumerate(model.statements) if _lined(statement)]
    sign = _signs(np.delete(marks, columns, axis=1))
    found: dict[tuple[bytes, tuple[int, ...], int], list[int]] = defaultdict(list)
    for column in columns:
        term = model.statements[column].term
        assert isinstance(term, Region)
        own = column if (ties[term.people] != 1).any() else -1
        found[term.edges.tobytes(), tuple(sorted(sign[term.people].tolist())), own].append(column)
    runs = []
    for alike in found.values():
        terms = [term for c in alike if isinstance(term := model.statements[c].term, Region)]
        for term, column in zip(terms, alike, strict=True):
            marks[term.people, column] = 0
            marks[term.people, alike[0]] = 1
        runs.append(Runs(terms[0], [np.sort(term.people) for term in terms]))
    return runs


def _signs(marks: Ints) -> Ints:
    """Return a number for each person: the same for people of equal marks."""
    return np.unique(marks, axis=0, return_inverse=True)[1].reshape(-1)


def lines_of(edges: Ints) -> list[list[int]] | None:
    """Return the lines that a graph consists of, each from its smaller end; None if it has a fork or a ring.

    Examples
    --------
    >>> lines_of(np.array([[1, 2], [5, 4], [2, 0]]))
    [[0, 2, 1], [4, 5]]
    """
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in edges.tolist():
        near[a].add(b)
        near[b].add(a)
    if any(len(others) > 2 for others in near.values()):
        return None
    lines, left = [], set(near)
    for end in sorted(seat for seat, others in near.items() if len(others) == 1):
        line = [end] if end in left else []
        while line and (ahead := (near[line[-1]] & left) - {line[-1]} - set(line[-2:-1])):
            left.discard(line[-1])
            line.append(ahead.pop())
        left.difference_update(line)
        lines.extend([line] if line else [])
    return None if left else lines
