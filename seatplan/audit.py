"""`audit`: a second pair of eyes that trusts no solver. It calls ``rule.check`` and counts, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from seatplan.errors import InputError
from seatplan.plan import Plan, Violation
from seatplan.problem import Pinning, Problem

__all__ = ["Report", "audit"]


@dataclass(frozen=True)
class Report:
    """What an audit found.

    Parameters
    ----------
    account : tuple of str
        Sentences about people and seats that do not add up: unknown, doubled, forgotten.
    broken : tuple of Violation
        Of rules that must hold.
    priced : tuple of Violation
        Of rules that have a price.
    overridden : tuple of Violation
        Of rules that a pin overrides (protocol.md rule 60): listed, not counted.
    tiers : mapping of int to int
        Price of the plan in each tier.

    Examples
    --------
    >>> Report((), (), (), (), {}).clean
    True
    """

    account: tuple[str, ...]
    broken: tuple[Violation, ...]
    priced: tuple[Violation, ...]
    overridden: tuple[Violation, ...]
    tiers: dict[int, int]

    @property
    def clean(self) -> bool:
        """Everybody is accounted for and every rule that must hold is kept."""
        return not self.account and not self.broken


def audit(problem: Problem, plan: Plan) -> Report:
    """Judge any plan, whoever made it.

    Parameters
    ----------
    problem : Problem
    plan : Plan

    Returns
    -------
    Report

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> problem = Problem(room, Roster((Person("1", "Ann"),)))
    >>> audit(problem, Plan({})).account
    ("Ann ('1') is neither seated nor listed with a reason",)
    """
    found = [violation for rule in problem.rules for violation in rule.check(problem, plan)]
    broken = tuple(v for v in found if v.rule.priority == "must")
    priced = tuple(v for v in found if v.rule.priority != "must")
    return Report(
        tuple(_account(problem, plan)),
        broken,
        priced,
        _overridden(problem, plan, broken),
        _tiers(problem, priced),
    )


def _tiers(problem: Problem, priced: tuple[Violation, ...]) -> dict[int, int]:
    tiers = {rule.priority: 0 for rule in problem.rules if isinstance(rule.priority, int)}
    for violation in priced:
        assert isinstance(violation.rule.priority, int)
        tiers[violation.rule.priority] += violation.amount * violation.rule.weight
    return dict(sorted(tiers.items()))


def _overridden(problem: Problem, plan: Plan, broken: tuple[Violation, ...]) -> tuple[Violation, ...]:
    """Judge again as if nobody were pinned: what is broken only now is what the pins override."""
    pins = [rule for rule in problem.rules if isinstance(rule, Pinning)]
    if not problem.pinned:
        return ()
    free = problem.without(pins)
    known = {(id(v.rule), v.people, v.seats) for v in broken}
    try:
        found = [v for rule in free.rules if rule.priority == "must" for v in rule.check(free, plan)]
    except InputError:  # without its pins the occasion has no order of honour at all
        return ()
    return tuple(v for v in found if (id(v.rule), v.people, v.seats) not in known)


def _account(problem: Problem, plan: Plan) -> Iterator[str]:
    seats = {seat.id for seat in problem.venue.seats}
    for person in problem.roster.people:
        yield from _account_of(person.id, f"{person.name} ({person.id!r})", person.status, plan)
    for person_id in sorted((plan.seats.keys() | plan.unseated.keys()) - problem.roster.by_id.keys()):
        yield f"{person_id!r} is not in the roster"
    for person_id, seat in plan.seats.items():
        if seat not in seats:
            yield f"{person_id!r} sits on {seat!r}, which does not exist"
    for seat, count in Counter(plan.seats.values()).items():
        if count > 1:
            people = ", ".join(sorted(p for p, s in plan.seats.items() if s == seat))
            yield f"{count} people sit on {seat!r}: {people}"


def _account_of(person: str, name: str, status: str, plan: Plan) -> Iterator[str]:
    seated, listed = person in plan.seats, person in plan.unseated
    if seated and listed:
        yield f"{name} is both seated and listed as unseated"
    elif seated and status != "present":
        yield f"{name} is {status}, but has a seat"
    elif not seated and not listed:
        yield f"{name} is neither seated nor listed with a reason"
    elif not seated and status == "present":
        yield f"{name} is present, but has no seat: {plan.unseated[person]}"
