"""Stay: people keep the seats of an earlier plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem
from seatplan.rules.base import Statute, person_at, say, seated
from seatplan.terms import Term

__all__ = ["Stay"]


@dataclass(frozen=True, kw_only=True)
class Stay(Statute):
    """``who`` sit where they sat in the earlier plan, `Problem.previous`.

    Source: protocol.md 1.11 and rule 14 (a change calls for new name plates: the fewer, the better). Pinned
    people (rule 60), people who had no seat, and seats that are gone are left out.

    Amount: the number of people who sit elsewhere.

    Parameters
    ----------
    who : Who
        Default everybody.

    Examples
    --------
    >>> Stay(who=Who(roles=("head",)), priority="must").priority
    'must'
    """

    who: Who = field(default_factory=Who)
    priority: Priority = 1

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse to keep seats when there is no earlier plan."""
        yield from super().validate(problem)
        if not problem.previous:
            yield Fault(self.place, "there is no earlier plan", "give one as `previous`, or leave the rule out")

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield for each person the earlier seat."""
        index = problem.venue.seat_index
        for i in np.setdiff1d(problem.select(self.who), list(problem.pinned)).tolist():
            seat = index.get(problem.previous.get(problem.people[i].id, ""))
            if seat is not None:
                yield self.keep_on(problem, np.array([i], dtype=np.intp), np.array([seat], dtype=np.intp))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Compare both plans, person by person."""
        pinned = {problem.people[i].id for i in problem.pinned}
        for person, seat in seated(problem, plan):
            earlier = problem.previous.get(person.id, seat)
            exists = earlier in problem.venue.seat_index
            if earlier != seat and exists and person.id not in pinned and self.who.admits(person):
                yield Violation(self, (person.id,), (seat,))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who = self.who.sentence(problem.roster, lang)
        return say(lang, f"{who} {self.must} keep the seats of the earlier plan", f"{who}保持原座位不变")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who moved from where to where."""
        person, seat = violation.people[0], violation.seats[0]
        old = problem.venue.seat(problem.previous[person]).label
        there = person_at(problem, person, seat, lang)
        return say(lang, f"{there} moved from seat {old}", f"{there}由{old}调整而来")
