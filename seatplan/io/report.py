"""The report on a plan as JSON, ``seatplan-report/1``: what the audit found, what is proven, who has no seat.

Nothing in it depends on the clock: the same plan, judged again, gives the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from seatplan.audit import Report
from seatplan.io.json_file import Document, dump_json
from seatplan.io.note import Note
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem, Rule
from seatplan.result import Conflict, Result
from seatplan.rules import RULES
from seatplan.rules.base import applies

__all__ = ["ReportDocument", "kind_of", "report_json"]

FORMAT = "seatplan-report/1"
_MOST_BREACHES = 500
"""Breaches of one rule that are written out; their number and amount are always told."""


class TierItem(Document):
    """One tier: the price of the plan, the price that no plan can undercut, and the difference.

    Bound and gap are null for a plan that was only judged.
    """

    tier: int
    value: int
    bound: int | None
    gap: int | None


class PartItem(Document):
    """One part of the problem, how it was solved and what proves it."""

    name: str
    people: int
    seats: int
    method: str
    status: str
    proof: str
    tiers: tuple[TierItem, ...]


class BreachItem(Document):
    """One breach of a rule, by the ids of people and seats, and in words."""

    people: tuple[str, ...]
    seats: tuple[str, ...]
    amount: int
    sentence: str


class RuleItem(Document):
    """One rule: what it says, whether it applies, by how much it is broken, and what pins override."""

    kind: str
    place: str
    priority: Literal["must"] | int
    weight: int
    sentence: str
    applies: bool
    kept: bool
    count: int
    amount: int
    breaches: tuple[BreachItem, ...]
    overridden: tuple[BreachItem, ...]


class UnseatedItem(Document):
    """One person without a seat."""

    person: str
    name: str
    reason: str


class ConflictItem(Document):
    """Rules that cannot hold together."""

    rules: tuple[int, ...]
    sentences: tuple[str, ...]
    confirmed: bool
    minimal: bool


class CountItem(Document):
    """How many people and seats there are."""

    roster: int
    present: int
    seated: int
    unseated: int
    seats: int


class NoteItem(Document):
    """Something that was read in a way the user should know of."""

    where: str
    text: str


class ReportDocument(Document):
    """What is known of a plan."""

    format: Literal["seatplan-report/1"]
    event: str
    language: Literal["en", "zh"]
    clean: bool
    status: Literal["optimal", "feasible", "infeasible", "unknown"]
    stopped: str
    seed: int
    counts: CountItem
    account: tuple[str, ...]
    tiers: tuple[TierItem, ...]
    parts: tuple[PartItem, ...]
    rules: tuple[RuleItem, ...]
    unseated: tuple[UnseatedItem, ...]
    conflict: ConflictItem | None
    notes: tuple[NoteItem, ...]


def report_json(
    problem: Problem,
    plan: Plan,
    report: Report,
    result: Result | None = None,
    *,
    notes: Iterable[Note] = (),
    lang: Lang = "en",
) -> bytes:
    """Return the report on a plan.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    report : Report
        What `seatplan.audit` found.
    result : Result, optional
        What the solver claims; without it the status is ``unknown`` and there are no bounds.
    notes : iterable of Note
    lang : {"en", "zh"}

    Examples
    --------
    >>> from seatplan import Person, Roster
    >>> from seatplan.audit import audit
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)))
    >>> plan = Plan({"1": "a"})
    >>> '"clean": true' in report_json(problem, plan, audit(problem, plan)).decode()
    True
    """
    return dump_json(content(problem, plan, report, result, notes=notes, lang=lang))


def content(
    problem: Problem,
    plan: Plan,
    report: Report,
    result: Result | None = None,
    *,
    notes: Iterable[Note] = (),
    lang: Lang = "en",
) -> dict[str, Any]:
    """Return the report as plain data; the options are those of `report_json`."""
    names = {person.id: person.name for person in problem.roster.people}
    conflict = result.conflict if result else None
    return {
        "format": FORMAT,
        "event": problem.name,
        "language": lang,
        "clean": report.clean,
        "status": str(result.status) if result else "unknown",
        "stopped": result.stopped if result else "",
        "seed": result.seed if result else 0,
        "counts": _counts(problem, plan),
        "account": list(report.account_in(lang)),
        "tiers": _tiers(report, result),
        "parts": [_part(part) for part in result.parts] if result else [],
        "rules": _rules(problem, report, lang),
        "unseated": [
            {"person": person, "name": names.get(person, ""), "reason": reason}
            for person, reason in sorted(plan.unseated.items())
        ],
        "conflict": _plain(conflict) if conflict else None,
        "notes": [{"where": note.where, "text": note.en if lang == "en" else note.zh} for note in notes],
    }


def _counts(problem: Problem, plan: Plan) -> dict[str, int]:
    return {
        "roster": len(problem.roster.people),
        "present": len(problem.people),
        "seated": len(plan.seats),
        "unseated": len(plan.unseated),
        "seats": len(problem.venue.seats),
    }


def _tiers(report: Report, result: Result | None) -> list[dict[str, int | None]]:
    """Return the tiers: the values are the audit's, the bounds the solver's."""
    bounds = {tier.tier: tier.bound for tier in result.tiers} if result else {}
    return [_tier(tier, value, bounds.get(tier)) for tier, value in report.tiers.items()]


def _tier(tier: int, value: int, bound: int | None) -> dict[str, int | None]:
    return {"tier": tier, "value": value, "bound": bound, "gap": None if bound is None else value - bound}


def _part(part: Any) -> dict[str, Any]:
    return {
        "name": part.name,
        "people": part.people,
        "seats": part.seats,
        "method": part.method,
        "status": str(part.status),
        "proof": part.proof,
        "tiers": [_tier(tier.tier, tier.value, tier.bound) for tier in part.tiers],
    }


def _plain(conflict: Conflict) -> dict[str, Any]:
    return {
        "rules": list(conflict.rules),
        "sentences": list(conflict.sentences),
        "confirmed": conflict.confirmed,
        "minimal": conflict.minimal,
    }


def _rules(problem: Problem, report: Report, lang: Lang) -> list[dict[str, Any]]:
    broken, overridden = _by_rule((*report.broken, *report.priced)), _by_rule(report.overridden)
    return [_rule(problem, rule, broken[id(rule)], overridden[id(rule)], lang) for rule in problem.rules]


def _by_rule(violations: Iterable[Violation]) -> dict[int, list[Violation]]:
    found: dict[int, list[Violation]] = defaultdict(list)
    for violation in violations:
        found[id(violation.rule)].append(violation)
    return found


def _rule(
    problem: Problem, rule: Rule, broken: Sequence[Violation], overridden: Sequence[Violation], lang: Lang
) -> dict[str, Any]:
    return {
        "kind": kind_of(rule),
        "place": getattr(rule, "label", ""),
        "priority": rule.priority,
        "weight": rule.weight,
        "sentence": rule.sentence(problem, lang),
        "applies": applies(rule, problem),
        "kept": not broken,
        "count": len(broken),
        "amount": sum(violation.amount for violation in broken),
        "breaches": [_breach(problem, violation, lang) for violation in broken[:_MOST_BREACHES]],
        "overridden": [_breach(problem, violation, lang) for violation in overridden[:_MOST_BREACHES]],
    }


def _breach(problem: Problem, violation: Violation, lang: Lang) -> dict[str, Any]:
    return {
        "people": list(violation.people),
        "seats": list(violation.seats),
        "amount": violation.amount,
        "sentence": violation.rule.explain(problem, violation, lang),
    }


def kind_of(rule: Rule) -> str:
    """Return the name that a rule has in an event file; a rule of the user's own has its class's.

    Examples
    --------
    >>> from seatplan.rules import Pin
    >>> kind_of(Pin(person="王芳", seat="1排3号"))
    'pin'
    """
    names: dict[type, str] = {kind: name for name, kind in RULES.items()}
    return names.get(type(rule), type(rule).__name__)
