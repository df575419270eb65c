"""Zone: these people sit in this part of the room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, many, say, seated
from seatplan.rules.facts import Ints
from seatplan.terms import Term
from seatplan.venue import Where

__all__ = ["Zone"]


@dataclass(frozen=True, kw_only=True)
class Zone(Statute):
    """``who`` sit on the seats ``where``; with ``only``, nobody else does.

    Source: protocol.md 2.2 and 2.5 (fixed areas for attendees, the press, observers, B). Pinned people are
    left out (rule 60).

    Amount: the number of these people who sit elsewhere, plus, with ``only``, the number of others there.

    Parameters
    ----------
    who : Who
    where : Where
    only : bool
        Whether the seats are theirs alone.

    Examples
    --------
    >>> Zone(who=Who(categories=("press",)), where=Where(areas=("balcony",)), only=True).only
    True
    """

    who: Who
    where: Where
    only: bool = False

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown names, and more people than seats."""
        found = list(super().validate(problem))
        people, seats = self.places(problem)
        free = np.setdiff1d(seats, [*problem.kept_empty, *problem.pinned.values()])
        if not found and len(people) > len(free):
            room = f"{many(len(free), 'free seat')} {self.where.sentence('en', problem.venue)}"
            what = f"{many(len(people), 'person', 'people')} for {room}"
            found.append(Fault(self.place, what, "widen `where`, or send fewer people there"))
        return found

    def places(self, problem: Problem) -> tuple[Ints, Ints]:
        """Return the people and the seats, if the rule is a must."""
        chosen = problem.select(self.who).tolist() if self.priority == "must" else []
        free = [i for i in chosen if i not in problem.pinned]
        return np.array(free, dtype=np.intp), problem.seats(self.where)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a domain for the people, and one for the others."""
        chosen, seats = problem.select(self.who), problem.seats(self.where)
        pinned = list(problem.pinned)
        yield self.keep_on(problem, np.setdiff1d(chosen, pinned), seats)
        if self.only:
            others = np.setdiff1d(np.arange(len(problem.people)), [*chosen.tolist(), *pinned])
            yield self.keep_on(problem, others, np.setdiff1d(np.arange(len(problem.venue.seats)), seats))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Ask for each seat that is taken whether it and the person belong together."""
        for person, seat in seated(problem, plan):
            belongs, inside = self.who.admits(person), self.where.admits(problem.venue.seat(seat))
            wrong = not inside if belongs else inside and self.only
            if wrong and problem.person_index[person.id] not in problem.pinned:
                yield Violation(self, (person.id,), (seat,))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        who, where = self.who.sentence(problem.roster, lang), self.where.sentence(lang, problem.venue)
        only = say(lang, f", and nobody else {self.may}", "，其他人员不得占用") if self.only else ""
        return say(lang, f"{who} {self.must} sit {where}{only}", f"{who}坐在{where}{only}")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who sits on the wrong side of the edge."""
        there, where = self.sitting(problem, violation, lang), self.where.sentence(lang, problem.venue)
        if self.who.admits(problem.roster.by_id[violation.people[0]]):
            return say(lang, f"{there} does not sit {where}", f"{there}不在{where}")
        return say(lang, f"{there} sits {where}, which is for others", f"{there}占用了他人专用的{where}")
