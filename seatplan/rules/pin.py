"""Pin: a person sits on a given seat, whatever the other rules of order say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute
from seatplan.terms import Cost, Domain, Term
from seatplan.venue import Where

__all__ = ["Pin"]


@dataclass(frozen=True, kw_only=True)
class Pin(Statute):
    """``person`` sits on ``seat``.

    Source: protocol.md rule 60 (C): a leader's explicit instruction overrides protocol, and the report lists
    every rule that it breaks. Rules of order leave pinned people out.

    Amount: 1 if the person sits elsewhere.

    Parameters
    ----------
    person : str
        Id, or a name that only one person has.
    seat : str
        Id or label.
    """

    person: str
    seat: str

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown people and seats, and labels that two seats have."""
        yield from super().validate(problem)
        yield from Who(people=(self.person,)).faults(problem.roster, self.place)
        where = Where(seats=(self.seat,))
        yield from where.faults(problem.venue, self.place)
        if len(problem.seats(where)) > 1:
            yield Fault(self.place, f"several seats are called {self.seat!r}", "use the seat's id")

    def pins(self, problem: Problem) -> Mapping[int, int]:
        """Return the person's seat, if the person is present and the pin is a must."""
        person, seat = problem.select(Who(people=(self.person,))), problem.seats(Where(seats=(self.seat,)))
        return {int(person[0]): int(seat[0])} if len(person) and self.priority == "must" else {}

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a domain of one seat, or a price on every other seat."""
        people, seats = problem.select(Who(people=(self.person,))), problem.seats(Where(seats=(self.seat,)))
        if self.priority == "must":
            yield Domain(people, seats)
        else:
            values = np.ones(len(problem.venue.seats), dtype=np.intp)
            values[seats] = 0
            yield Cost(people, values)

    def check(self, problem: Problem, plan: Plan) -> Iterator[Violation]:
        """Look whether the person sits there."""
        for person in Who(people=(self.person,)).select(problem.roster):
            seat = plan.seat_of(person.id)
            if person.status == "present" and seat is not None and seat in problem.venue.seat_index:
                names = seat, problem.venue.seat(seat).label
                yield from [] if self.seat in names else [Violation(self, (person.id,), (seat,))]

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        name = Who(people=(self.person,)).sentence(problem.roster, lang)
        label = problem.venue.seats[int(problem.seats(Where(seats=(self.seat,)))[0])].label
        return f"{name} sits on seat {label}" if lang == "en" else f"{name}坐在{label}"
