"""`Statute`: what every rule shares, so that a rule's file says only what is its own.

A rule is a frozen dataclass that inherits `Statute`. A class of a user's own needs no registration; it may
inherit `Statute` or merely have the same methods (`seatplan.problem.Rule`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seatplan.errors import Fault
from seatplan.people import Person
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem
from seatplan.terms import Term

__all__ = ["Statute"]


@dataclass(frozen=True, kw_only=True)
class Statute:
    """Base of the rules.

    Parameters
    ----------
    priority : "must" or int
        ``"must"``, or the tier 1, 2, 3 ... of its price; no amount of tier 2 buys a tier 1.
    weight : int
        Price of one unit of violation inside its tier.
    label : str
        Where the rule stands in the user's file, for messages.
    """

    priority: Priority = "must"
    weight: int = 1
    label: str = ""

    def validate(self, problem: Problem) -> Iterable[Fault]:
        """Yield what is wrong with priority and weight; rules add their own names and references."""
        if self.priority != "must" and (not isinstance(self.priority, int) or self.priority < 1):
            yield Fault(self.place, f"priority {self.priority!r}", "use 'must' or a tier 1, 2, 3 ...")
        if self.weight < 1:
            yield Fault(self.place, f"weight {self.weight}", "use a whole number of 1 or more")

    def lower(self, problem: Problem) -> Iterable[Term]:
        """Yield the rule as terms."""
        raise NotImplementedError

    def check(self, problem: Problem, plan: Plan) -> Iterable[Violation]:
        """Yield every violation."""
        raise NotImplementedError

    def sentence(self, problem: Problem, lang: Lang = "en") -> str:
        """Say the rule in one sentence."""
        raise NotImplementedError

    def explain(self, problem: Problem, violation: Violation, lang: Lang = "en") -> str:
        """Say one violation: who sits where, against which rule, by how much."""
        people = self.names(problem, violation.people, lang)
        sentence = self.sentence(problem, lang)
        return (
            f"{people}: {sentence} ({violation.amount})"
            if lang == "en"
            else f"{people}:{sentence}({violation.amount})"
        )

    @property
    def place(self) -> str:
        """Name the rule in a message about the input."""
        return self.label or f"rule {type(self).__name__}"

    @staticmethod
    def names(problem: Problem, people: Iterable[str], lang: Lang = "en") -> str:
        """Return ``Ann (1-3), Bob`` for people's ids."""
        return (", " if lang == "en" else "、").join(problem.roster.by_id[person].name for person in people)


def seated(problem: Problem, plan: Plan) -> Iterator[tuple[Person, str]]:
    """Yield everybody of ``problem.people`` who has a seat that exists, with its id."""
    for person in problem.people:
        seat = plan.seat_of(person.id)
        if seat in problem.venue.seat_index:
            yield person, str(seat)
