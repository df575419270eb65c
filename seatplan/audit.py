"""`audit`: a second pair of eyes that trusts no solver. It calls ``rule.check`` and counts, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from seatplan.errors import InputError
from seatplan.people import Person
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Pinning, Problem

__all__ = ["Mismatch", "Report", "audit"]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that does not add up, in English and in Chinese, and the seat that it concerns, if any."""

    en: str
    zh: str
    seat: str = ""


@dataclass(frozen=True)
class Report:
    """What an audit found.

    Parameters
    ----------
    mismatches : tuple of Mismatch
        People and seats that do not add up: unknown, doubled, forgotten.
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

    mismatches: tuple[Mismatch, ...]
    broken: tuple[Violation, ...]
    priced: tuple[Violation, ...]
    overridden: tuple[Violation, ...]
    tiers: dict[int, int]

    @property
    def account(self) -> tuple[str, ...]:
        """Sentences about people and seats that do not add up."""
        return self.account_in("en")

    def account_in(self, lang: Lang) -> tuple[str, ...]:
        """Return the sentences of ``account`` in a language."""
        return tuple(getattr(mismatch, lang) for mismatch in self.mismatches)

    @property
    def clean(self) -> bool:
        """Everybody is accounted for and every rule that must hold is kept."""
        return not self.mismatches and not self.broken


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
    told = tuple(_account(problem, plan))
    return Report(told, broken, priced, _overridden(problem, plan, broken), _tiers(problem, priced))


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


def _account(problem: Problem, plan: Plan) -> Iterator[Mismatch]:
    seats = {seat.id for seat in problem.venue.seats}
    for person in problem.roster.people:
        yield from _account_of(person, plan)
    for person_id in sorted((plan.seats.keys() | plan.unseated.keys()) - problem.roster.by_id.keys()):
        yield Mismatch(f"{person_id!r} is not in the roster", f"“{person_id}”不在名单中")
    for person_id, seat in plan.seats.items():
        if seat not in seats:
            en = f"{person_id!r} sits on {seat!r}, which does not exist"
            yield Mismatch(en, f"“{person_id}”的座位“{seat}”不存在")
    for seat, count in Counter(plan.seats.values()).items():
        if count > 1:
            people = sorted(p for p, s in plan.seats.items() if s == seat)
            en = f"{count} people sit on {seat!r}: {', '.join(people)}"
            yield Mismatch(en, f"座位“{seat}”重复安排 {count} 人：{'、'.join(people)}", seat)


def _account_of(person: Person, plan: Plan) -> Iterator[Mismatch]:
    name, seat = f"{person.name} ({person.id!r})", plan.seats.get(person.id, "")
    listed = person.id in plan.unseated
    if seat and listed:
        yield Mismatch(f"{name} is both seated and listed as unseated", f"{person.name}既有座位又列为未排", seat)
    elif seat and person.status != "present":
        zh = f"{person.name}{_STATUS[person.status]}，却排有座位"
        yield Mismatch(f"{name} is {person.status}, but has a seat", zh, seat)
    elif not seat and not listed:
        en = f"{name} is neither seated nor listed with a reason"
        yield Mismatch(en, f"{person.name}既无座位，也未列明原因")
    elif not seat and person.status == "present":
        en = f"{name} is present, but has no seat: {plan.unseated[person.id]}"
        yield Mismatch(en, f"{person.name}出席但没有座位")


_STATUS = {"absent": "请假", "reserve": "为候补"}
