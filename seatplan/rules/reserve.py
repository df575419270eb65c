"""Reserve: seats that stay empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, many, say
from seatplan.terms import Term
from seatplan.venue import Where

__all__ = ["Reserve"]


@dataclass(frozen=True, kw_only=True)
class Reserve(Statute):
    """The seats ``where`` stay empty.

    Source: protocol.md 2.5 (seats for the press, for staff and for late arrivals are kept). Orders of honour
    leave these seats out when the rule is a must.

    Amount: the number of people who sit there.

    Parameters
    ----------
    where : Where

    Examples
    --------
    >>> Reserve(where=Where(rows=(1,))).where.rows
    (1,)
    """

    where: Where

    def keeps(self, problem: Problem) -> NDArray[np.intp]:
        """Return the seats, if the rule is a must."""
        return problem.seats(self.where) if self.priority == "must" else np.empty(0, dtype=np.intp)

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield the rest of the room as everybody's domain."""
        kept = problem.seats(self.where)
        rest = np.setdiff1d(np.arange(len(problem.venue.seats)), kept)
        yield self.keep_on(problem, np.arange(len(problem.people)), rest)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look at each reserved seat."""
        for seat in filter(self.where.admits, problem.venue.seats):
            person = plan.person_at(seat.id)
            if person in problem.person_index:
                yield Violation(self, (str(person),), (seat.id,))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        count, where = len(problem.seats(self.where)), self.where.sentence(lang, problem.venue)
        return say(
            lang, f"nobody {self.may} sit {where} ({many(count, 'seat')})", f"{where}留空（共{count}个座位）"
        )

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say who takes a reserved seat."""
        there = self.sitting(problem, violation, lang)
        return say(lang, f"{there} takes a seat that stays empty", f"{there}占用了应留空的座位")
