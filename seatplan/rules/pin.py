"""Pin: a person sits on a given seat, whatever the other rules of order say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from seatplan.errors import Fault
from seatplan.people import Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import Statute, say, seat_faults
from seatplan.rules.facts import Ints
from seatplan.terms import Term
from seatplan.venue import Where

__all__ = ["Pin"]


@dataclass(frozen=True, kw_only=True)
class Pin(Statute):
    """``person`` sits on ``seat``.

    Source: protocol.md rule 60 (C): a leader's explicit instruction overrides protocol, and the report lists
    every rule that it breaks. Rules of order leave pinned people out when the pin is a must.

    Amount: 1 if the person sits elsewhere.

    Parameters
    ----------
    person : str
        Id, or a name that only one person has.
    seat : str
        Id, or a label that only one seat has.

    Examples
    --------
    >>> Pin(person="Ann", seat="1-3").priority
    'must'
    """

    person: str
    seat: str

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Refuse unknown people and seats, labels that two seats have, and pins that contradict each other."""
        found = [
            *super().validate(problem),
            *Who(people=(self.person,)).faults(problem.roster, self.place),
            *seat_faults(problem, self.place, Where(seats=(self.seat,))),
        ]
        if not found and len(self._seats(problem)) > 1:
            found.append(
                Fault(
                    self.place,
                    f"several seats are called {self.seat!r}",
                    "use the seat's id or a label that is no id",
                )
            )
        return found or self._clashes(problem)

    def _clashes(self, problem: Problem) -> Iterator[Fault]:
        """Yield what makes the pin impossible: a reserved seat, an earlier pin of the person or of the seat."""
        for person, seat in self.pins(problem).items():
            if seat in problem.kept_empty:
                yield Fault(self.place, f"seat {self.seat!r} is reserved", "pin another seat, or free this one")
            for other in self._earlier(problem):
                if (seat in other.values()) != (person in other):
                    clash = f"{self.person!r} and {self.seat!r}: one of them is pinned elsewhere"
                    yield Fault(self.place, clash, "keep one of the two pins")

    def _earlier(self, problem: Problem) -> Iterator[Mapping[int, int]]:
        for rule in problem.rules:
            if rule is self:
                return
            if isinstance(rule, Pin):
                yield rule.pins(problem)

    def applies(self, problem: Problem) -> bool:
        """Tell whether the person is expected."""
        return len(self._people(problem)) > 0

    def _people(self, problem: Problem) -> Ints:
        return problem.select(Who(people=(self.person,)))

    def _seats(self, problem: Problem) -> Ints:
        return problem.seats(Where(seats=(self.seat,)))

    def pins(self, problem: Problem) -> Mapping[int, int]:
        """Return the person's seat, if the person is present and the pin is a must."""
        people, seats = self._people(problem).tolist(), self._seats(problem).tolist()
        return dict(zip(people[:1], seats[:1], strict=False)) if self.priority == "must" else {}

    def lower(self, problem: Problem) -> Iterator[Term]:
        """Yield a domain of one seat, or a price on every other seat."""
        yield self.keep_on(problem, self._people(problem), self._seats(problem))

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
        label = problem.venue.seats[int(self._seats(problem)[0])].label
        return say(lang, f"{name} {self.must} sit on seat {label}", f"{name}坐在{label}")

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say where the person sits instead."""
        label = problem.venue.seats[int(self._seats(problem)[0])].label
        there = self.sitting(problem, violation, lang)
        return say(lang, f"{there} does not sit on seat {label}", f"{there}未坐在{label}")
