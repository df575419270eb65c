"""Two parties with interpreters, and what a solved plan looks like from the occupants' left to their right."""

from __future__ import annotations

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.people import Person, Roster, Who
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.protocol import Convention
from seatplan.result import Status
from seatplan.solve import solve
from seatplan.venue import Venue

HOST, GUEST = Who(categories=("host",)), Who(categories=("guest",))
PARTIES = {"host": HOST, "guest": GUEST}
FOREIGN = Convention(name="foreign", honour_side="right")


def party(letter: str, count: int, *helpers: str) -> list[Person]:
    """H1 H2 ... with ranks, in reversed list order, and one person for each role, such as HT for interpreter."""
    category = "host" if letter == "H" else "guest"
    people = [Person(f"{letter}{k}", f"{letter}{k}", rank=k, category=category) for k in range(count, 0, -1)]
    letters = {"interpreter": "T", "note_taker": "N", "signer": "S", "assistant": "A"}
    return people + [
        Person(letter + letters[role], letter + letters[role], category=category, roles=frozenset({role}))
        for role in helpers
    ]


def meeting(venue: Venue, *rules, people, convention: Convention = FOREIGN) -> Problem:
    return Problem(venue, Roster(tuple(people)), rules, convention)


def solved(problem: Problem) -> Plan:
    """The plan of a problem that has exactly what it needs: proven, and audited clean."""
    result = solve(problem)
    assert result.status is Status.OPTIMAL, result.status
    report = audit(problem, result.plan)
    assert report.clean, [v.rule.explain(problem, v) for v in report.broken]
    return result.plan


def row(problem: Problem, area: str, number: int = 1, plan: Plan | None = None) -> str:
    """Who sits in a row, from the occupants' left to their right; a dot is an empty place."""
    plan = plan or solved(problem)
    seats = [s for s in problem.venue.seats if s.area == area and s.row == number]
    return " ".join(plan.person_at(seat.id) or "." for seat in sorted(seats, key=lambda s: s.position))


def refused(venue: Venue, *rules, people, convention: Convention = FOREIGN) -> list[str]:
    """What is said of a problem that cannot be posed."""
    try:
        meeting(venue, *rules, people=people, convention=convention)
    except InputError as error:
        return [str(fault) for fault in error.faults]
    return []
