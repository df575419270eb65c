"""Policies: what becomes of the seats of those who stay away.

An event says in which order people sit, if any; "next in order" and "close ranks" follow that order. So people
fall into *units*: those whom the finest order of the event binds, in one area and with the same seats open to
them; where no order binds them, those of one area and one delegation whose seats the event keeps together, in the
order of honour of the area. Whom a rule ties to somebody else (side by side), and whom it pins, belongs to no
unit: the seat is not passed on. Chairs at tables, in cars and the like have no "behind" unless a rule orders them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.rules.facts import ladder
from seatplan.solvers import domains_of
from seatplan.terms import Bands, Compact, Ordered, Pair, Region

__all__ = ["POLICIES", "Policy", "Unit", "members_now", "units_of"]

Ints = NDArray[np.intp]
Policy = Literal["back-fill", "close-up", "leave-empty"]
POLICIES: tuple[Policy, ...] = ("back-fill", "close-up", "leave-empty")
_ROWS = ("rostrum", "hall")


@dataclass(frozen=True, eq=False)
class Unit:
    """People who move up for each other, and the seats that they had.

    Parameters
    ----------
    people : tuple of str
        Ids of those who were seated, also of those who stay away now.
    seats : tuple of str
        Their seats, the first in order first.
    lines : tuple of tuple of str
        The same seats, row by row or, where the order runs along columns, column by column.
    area : str
    key : tuple of int
        The statement that makes the unit, and the place in it: arrivals of the same key belong to the unit.
    rule : int
        Index of the rule whose order makes the unit; -1 without an order.
    """

    people: tuple[str, ...]
    seats: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    area: str
    key: tuple[int, ...]
    rule: int = -1


def units_of(problem: Problem, plan: Plan) -> tuple[Unit, ...]:
    """Return the units of a plan.

    Parameters
    ----------
    problem : Problem
        As it was when the plan was made.
    plan : Plan

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import RankOrder
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster((Person("1", "Ann", rank=1), Person("2", "Bob", rank=2)))
    >>> problem = Problem(from_drawing("=\\nab", language="en"), crowd, (RankOrder(areas=("hall",)),))
    >>> [unit.seats for unit in units_of(problem, Plan({"1": "a", "2": "b"}))]
    [('a', 'b')]
    """
    return tuple(_Units(problem, plan).units())


class _Units:
    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem, self.plan = problem, plan
        self.seat_of = plan.indices(problem)
        self.terms = [(s.tier, s.term) for s in problem.model.statements]
        self.kind_of = domains_of(problem.model, windows=False).class_of

    def units(self) -> Iterator[Unit]:
        venue, found = self.problem.venue, defaultdict[tuple[int, ...], list[int]](list)
        made_by = self._made_by()
        for person in np.flatnonzero(self.seat_of >= 0).tolist():
            if person in made_by:
                area = int(venue.area_codes[self.seat_of[person]])
                found[(*made_by[person], area, int(self.kind_of[person]))].append(person)
        for key, people in found.items():
            ordered = self._ordered(np.array(people, dtype=np.intp), key)
            if ordered is not None:
                yield self._unit(ordered, key)

    def _made_by(self) -> dict[int, tuple[int, ...]]:
        """Return for each person the statement that makes the unit; -1 for the area alone."""
        tied = self._tied()
        people = range(len(self.problem.people))
        found: dict[int, tuple[int, ...]] = {p: (-1, -1) for p in people if p not in tied}
        for index, (_, term) in enumerate(self.terms):
            for place, members in enumerate(_together(term)):
                found.update({p: (index, place) for p in members.tolist() if p in found})
        finest = dict.fromkeys(found, 1)
        for index, (_, term) in enumerate(self.terms):
            if isinstance(term, Ordered):
                for p in np.concatenate([*term.classes, np.empty(0, dtype=np.intp)]).tolist():
                    if p in found and len(term.classes) > finest[p]:
                        found[p], finest[p] = (index, -1), len(term.classes)
        return found

    def kin(self) -> dict[str, tuple[int, ...]]:
        """Return for each person what makes the unit, without the area."""
        made_by = self._made_by()
        return {
            person.id: (*made_by[i], int(self.kind_of[i]))
            for i, person in enumerate(self.problem.people)
            if i in made_by
        }

    def _tied(self) -> set[int]:
        """Return whom a must ties to somebody, and who is pinned."""
        pairs = [t.pairs.ravel() for tier, t in self.terms if tier == 0 and isinstance(t, Pair) and t.wanted]
        return {int(p) for some in pairs for p in some} | set(self.problem.pinned)

    def _ordered(self, people: Ints, key: tuple[int, ...]) -> Ints | None:
        """Return the people in the order of their seats; None where the area has none."""
        seats, term = self.seat_of[people], self.terms[key[0]][1] if key[0] >= 0 else None
        if isinstance(term, Ordered):
            return people[np.lexsort((people, term.score[seats]))]
        area = self.problem.venue.areas[key[-2]]
        if area.kind not in _ROWS:
            return None
        members = np.flatnonzero(np.isin(self.seat_of, self.problem.venue.seats_of(area.id)))
        try:
            steps = ladder(self.problem, (area.id,), members)
        except InputError:  # a rostrum that cannot be laid for so many has no order
            return None
        place = np.full(len(self.problem.venue.seats), len(steps), dtype=np.intp)
        place[steps] = np.arange(len(steps))
        return people[np.lexsort((people, place[seats]))]

    def _unit(self, people: Ints, key: tuple[int, ...]) -> Unit:
        problem, seats = self.problem, self.seat_of[people]
        ids = tuple(problem.venue.seats[s].id for s in seats.tolist())
        rows, columns = problem.venue.rows[seats], problem.venue.columns[seats]
        along = columns if (np.diff(columns) != 0).sum() < (np.diff(rows) != 0).sum() else rows
        lines: dict[int, list[str]] = defaultdict(list)
        for line, seat in zip(along.tolist(), ids, strict=True):
            lines[line].append(seat)
        area = problem.venue.areas[key[-2]].id
        names = tuple(problem.people[p].id for p in people.tolist())
        return Unit(names, ids, tuple(map(tuple, lines.values())), area, key, self._rule(key[0]))

    def _rule(self, index: int) -> int:
        """Return the rule of a statement of order; -1 for any other."""
        ordered = index >= 0 and isinstance(self.terms[index][1], Ordered)
        return self.problem.model.statements[index].rule if ordered else -1


def _together(term: object) -> tuple[Ints, ...]:
    match term:
        case Region(people) | Compact(people):
            return (people,)
        case Bands(groups):
            return groups
        case _:
            return ()


def members_now(units: tuple[Unit, ...], new: Problem) -> dict[Unit, tuple[str, ...]]:
    """Return the people of each unit after the changes.

    Those who were in it and still come, and those who come late and are bound by the same order or kept together
    with them; where several units would do, the one that most people left.

    Parameters
    ----------
    units : tuple of Unit
    new : Problem
    """
    found = {unit: [p for p in unit.people if p in new.person_index] for unit in units}
    old = {person for unit in units for person in unit.people}
    late = [p.id for p in new.people if p.id not in old]
    if late:
        kin = _Units(new, Plan({})).kin()
        kin_of = {unit: {kin.get(person) for person in found[unit]} for unit in units}
        for person in late:
            same = [unit for unit in units if kin.get(person) in kin_of[unit]]
            if same and person in kin:
                found[max(same, key=lambda u: len(u.people) - len(found[u]))].append(person)
    return {unit: tuple(people) for unit, people in found.items()}
