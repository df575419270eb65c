"""What a chart says about its plan: audited or not, what is broken, and which plan it is."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping

from seatplan.audit import Report
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.render.wording import plain
from seatplan.render.words import say
from seatplan.result import Result

__all__ = ["MOST_NOTES", "facts", "notes", "plan_mark", "rings", "verdict"]

MOST_NOTES = 12
"""More sentences than this stand in the report only."""


def plan_mark(plan: Plan) -> str:
    """Return eight letters that tell two plans apart: the beginning of a SHA-256 over who sits where.

    Examples
    --------
    >>> plan_mark(Plan({"ann": "a1"})) == plan_mark(Plan({"ann": "a2"}))
    False
    """
    text = json.dumps([dict(plan.seats), dict(plan.unseated)], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def notes(problem: Problem, report: Report | None, lang: Lang) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong: people who do not add up, then broken rules."""
    if report is None:
        return ()
    told = (violation.rule.explain(problem, violation, lang) for violation in report.broken)
    return tuple(map(plain, (*report.account_in(lang), *told)))


def rings(report: Report | None) -> Mapping[str, tuple[int, ...]]:
    """Return by seat the numbers of the notes that concern it."""
    found: dict[str, list[int]] = defaultdict(list)
    if report is not None:
        concerned = [(m.seat,) if m.seat else () for m in report.mismatches] + [v.seats for v in report.broken]
        for number, seats in enumerate(concerned, 1):
            for seat in seats:
                found[seat].append(number)
    return {seat: tuple(numbers) for seat, numbers in found.items()}


def verdict(report: Report | None, lang: Lang) -> str:
    """Say what the audit found."""
    if report is None:
        return say(lang, "unaudited")
    count = len(report.account) + len(report.broken)
    return say(lang, "broken" if count > 1 else "one_broken" if count else "clean", count)


def facts(plan: Plan, result: Result | None, lang: Lang) -> tuple[str, ...]:
    """Return what tells two prints apart."""
    seed = () if result is None else (say(lang, "seed", result.seed),)
    return (*seed, say(lang, "plan", plan_mark(plan)))
