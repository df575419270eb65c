"""Casts: sets of people whom no statement tells apart, so that one variable serves them all.

People who occur in the same statements in the same way are interchangeable. In a hard strict order also
consecutive people are, if nothing else tells them apart: whichever seats they get together, they are dealt
along the order afterwards. A delegation of 278 with a handful of individual wishes so becomes a handful of casts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Bands, Compact, Cost, Count, Domain, Limit, Model, Ordered, Pair, Region, Statement

__all__ = ["Cast", "casts_of", "flat", "grouped", "marked", "marks_of", "merged"]

Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Cast:
    """People in the order in which they are dealt seats, and the score by which the seats are sorted."""

    people: Ints
    score: Ints | None = None

    def deal(self, seats: Ints) -> Ints:
        """Return the seats in the order of `people`."""
        if self.score is None:
            return np.sort(seats)
        by_score: Ints = seats[np.lexsort((seats, self.score[seats]))]
        return by_score


def casts_of(model: Model) -> list[Cast]:
    """Return the casts of a model, by their first person."""
    model = Model(model.people, model.seats, tuple(flat(model.statements)))
    marks = marked(model)
    return grouped(marks, *merged(model, marks))


def grouped(marks: Ints, place: Ints, score: dict[int, Ints]) -> list[Cast]:
    """Return the casts of people of equal marks, in the order of their places."""
    _, cast_of = np.unique(marks, axis=0, return_inverse=True)
    found = [np.flatnonzero(cast_of.reshape(-1) == c) for c in range(cast_of.max(initial=-1) + 1)]
    casts = [Cast(p[np.lexsort((p, place[p]))], score.get(int(p[0]))) for p in found]
    return sorted(casts, key=lambda cast: int(cast.people.min()))


def marks_of(model: Model) -> Ints:
    """Return a row of marks for each person: people of equal rows are interchangeable in every statement.

    Examples
    --------
    >>> marks_of(Model(2, 2, (Statement(Domain(np.array([1]), np.array([0]))),))).tolist()
    [[0], [1]]
    """
    return marked(Model(model.people, model.seats, tuple(flat(model.statements))))


def marked(model: Model) -> Ints:
    """Return a row of marks for each person and a column for each statement: equal marks, equal role."""
    marks = np.zeros((model.people, len(model.statements)), dtype=np.intp)
    for column, statement in enumerate(model.statements):
        for people, mark in _marks(statement):
            marks[people, column] = mark
    return marks


def flat(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the parts of limits as prices: they tell the same people apart."""
    for statement in statements:
        if isinstance(statement.term, Limit):
            yield from (Statement(part, tier=1, weight=weight) for weight, part in statement.term.parts)
        else:
            yield statement


def _marks(statement: Statement) -> Iterator[tuple[Ints, Ints | int]]:
    """Yield how a statement tells people apart: equal marks, equal role."""
    match statement.term:
        case Ordered(classes):
            yield from ((members, index + 1) for index, members in enumerate(classes))
        case Pair(pairs):
            people = np.unique(pairs)
            yield people, people + 1
        case Bands(groups):
            yield from ((members, index + 1) for index, members in enumerate(groups))
        case Domain(people) | Cost(people) | Region(people) | Compact(people) | Count(people):
            yield people, 1


def merged(model: Model, marks: Ints) -> tuple[Ints, dict[int, Ints]]:
    """Give consecutive people of a hard order one mark, where nothing else tells them apart.

    Returns each person's place in that order, and the score by which their seats are sorted.
    """
    place, score = np.zeros(model.people, dtype=np.intp), dict[int, Ints]()
    for column, statement in enumerate(model.statements):
        if statement.tier == 0 and isinstance(statement.term, Ordered):
            others = np.delete(marks, column, axis=1)
            _, kind = np.unique(others, axis=0, return_inverse=True)
            for run in _runs(statement.term, kind.reshape(-1), score):
                marks[np.concatenate(run), column] = marks[run[0][0], column]
                for index, members in enumerate(run):
                    place[members] = index
                score.update(dict.fromkeys(np.concatenate(run).tolist(), statement.term.score))
    return place, score


def _runs(term: Ordered, kind: Ints, known: dict[int, Ints]) -> Iterator[list[Ints]]:
    """Yield runs of two or more consecutive classes of one kind, of people not merged by another order."""
    run: list[Ints] = []
    for members in (c for c in term.classes if len(c)):
        plain = len(np.unique(kind[members])) == 1 and not any(int(p) in known for p in members)
        if run and not (plain and kind[members[0]] == kind[run[-1][0]]):
            yield from [run] if len(run) > 1 else []
            run = []
        if plain:
            run.append(members)
    yield from [run] if len(run) > 1 else []
