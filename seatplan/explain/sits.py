"""`Sits`: the supposition that somebody sits on a seat, while every rule still speaks of that person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, say
from seatplan.terms import Term

__all__ = ["Sits"]


@dataclass(frozen=True, kw_only=True)
class Sits(Statute):
    """``person`` sits on ``seat``. Unlike a `seatplan.rules.Pin` it takes nobody out of any other rule.

    Amount: 1 if the person sits elsewhere.

    Parameters
    ----------
    person, seat : str
        Ids.

    Examples
    --------
    >>> Sits(person="ann", seat="a").priority
    'must'
    """

    person: str
    seat: str

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a domain of one seat."""
        person, seat = problem.person_index[self.person], problem.venue.seat_index[self.seat]
        yield self.keep_on(problem, np.array([person], dtype=np.intp), np.array([seat], dtype=np.intp))

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look whether the person sits there."""
        seat = plan.seat_of(self.person)
        if seat in problem.venue.seat_index and seat != self.seat:
            yield Violation(self, (self.person,), (str(seat),))

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the supposition."""
        name, label = problem.roster.by_id[self.person].name, problem.venue.seat(self.seat).label
        return say(lang, f"{name} sits on seat {label}", f"{name}坐在{label}")
