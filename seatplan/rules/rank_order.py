"""Rank order: in an area, nobody sits on a higher seat of honour than somebody of higher rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault
from seatplan.people import Person, Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.protocol import hall_order, rostrum_order
from seatplan.rules.base import Statute, seated
from seatplan.terms import Ordered, Term
from seatplan.venue import Where

__all__ = ["RankOrder", "honour"]


@dataclass(frozen=True, kw_only=True)
class RankOrder(Statute):
    """Among ``who`` in ``area``, a person of higher rank never sits on a seat of lower honour.

    Source: protocol.md rules 2 to 11 (rows), 16 and 17 (halls). The honour order of the seats is that of the
    convention for the number of people who sit there; a seat outside the area comes after all of its seats.
    People of equal rank are equals: any order among them is right. People without a rank and pinned people
    (rule 60) are left out.

    Amount: the number of inverted pairs.

    Parameters
    ----------
    area : str
        Id of the area.
    who : Who
        Of the people with a rank; default everybody. They should sit in the area by another rule.
    """

    area: str
    who: Who = field(default_factory=Who)

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse an unknown area."""
        yield from super().validate(problem)
        yield from Where(areas=(self.area,)).faults(problem.venue, self.place)
        yield from self.who.faults(problem.roster, self.place)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield one order over classes of equal rank."""
        order = honour(problem, self.area, people=len(problem.select(self.who)))
        score = np.full(len(problem.venue.seats), len(order), dtype=np.intp)
        score[order] = np.arange(len(order))
        members = [i for i in problem.select(self.who) if i not in problem.pinned]
        ranked = sorted(
            (i for i in members if problem.people[i].rank is not None),
            key=lambda i: (problem.people[i].rank, i),
        )
        classes = groupby(ranked, key=lambda i: problem.people[i].rank)
        yield Ordered(tuple(np.array(list(equals), dtype=np.intp) for _, equals in classes), score)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Walk the seats from the highest and report each higher rank met after a lower one."""
        inside = self._walk(problem, plan)
        met = {person.id for person, _ in inside}
        outside = [(p, s) for p, s in seated(problem, plan) if p.id not in met and self._counts(problem, p)]
        for i, (person, seat) in enumerate(inside):
            for later, place in [*inside[i + 1 :], *outside]:
                if (later.rank or 0) < (person.rank or 0):
                    yield Violation(self, (later.id, person.id), (place, seat))

    def _walk(self, problem: Problem, plan: Plan) -> list[tuple[Person, str]]:
        people = sum(self.who.admits(person) for person in problem.people)
        seats = [problem.venue.seats[i].id for i in honour(problem, self.area, people=people)]
        sitting = [(problem.roster.by_id.get(plan.person_at(seat) or ""), seat) for seat in seats]
        return [(person, seat) for person, seat in sitting if person is not None and self._counts(problem, person)]

    def _counts(self, problem: Problem, person: Person) -> bool:
        pinned = person.id in problem.person_index and problem.person_index[person.id] in problem.pinned
        return person.rank is not None and self.who.admits(person) and not pinned

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who, area = self.who.sentence(problem.roster, lang), problem.venue.area_by_id[self.area].label
        if lang == "zh":
            return f"{area}按级别排座:{who}中级别高者座次在前"
        return f"in {area}, {who} sit in order of rank by the convention {problem.convention.name!r}"


def honour(problem: Problem, area: str, *, people: int) -> NDArray[np.intp]:
    """Return the seats of an area in order of honour, for the number of people who sit there."""
    seats = np.setdiff1d(problem.venue.seats_of(area), problem.kept_empty)
    if problem.venue.area_by_id[area].kind == "rostrum":
        return rostrum_order(problem.venue, seats, problem.convention, people=people)
    return hall_order(problem.venue, seats, problem.convention)
