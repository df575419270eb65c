"""`replan`: after changes, the plan in which the fewest people move, proven, every must kept and audited."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import Report, audit
from seatplan.conflict import find_conflicts
from seatplan.errors import EncodingError, Fault, refuse
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.replan.blocked import blocking, stranded
from seatplan.replan.case import Case, case_of
from seatplan.replan.changes import Changes
from seatplan.replan.floored import floored
from seatplan.replan.judge import Judge
from seatplan.replan.least import Least, least_by_search, moved
from seatplan.replan.orders import kept
from seatplan.replan.outcome import Kind, Option, Reason, Replan
from seatplan.replan.policy import POLICIES, Policy
from seatplan.replan.quick import least_by_staying
from seatplan.result import Status, Tier
from seatplan.solvers import Control
from seatplan.terms import Model, Ordered

__all__ = ["replan"]

Ints = NDArray[np.intp]
_SMALL = 20_000
"""People x seats up to which an event is searched as a whole, with a proof for every tier."""
_WHY = 15.0
"""Seconds to look for the rules that forbid a change."""
_LARGE = 400_000
"""People x seats beyond which a search of the whole event proves nothing in time."""


def replan(
    problem: Problem,
    plan: Plan,
    changes: Changes,
    *,
    policy: Policy = "back-fill",
    max_moves: int | None = None,
    untouched: int | None = None,
    control: Control | None = None,
    lang: Lang = "en",
) -> Replan:
    """Return the plan after changes in which the fewest people move.

    A move is a person who had a seat and gets another one. Moves come before all tiers of the event: no price of
    the event buys a move. Every must is kept. Nobody gets from the hall to a rostrum or back unless a rule says
    so.

    Parameters
    ----------
    problem : Problem
        The event as it was planned; whoever is listed as absent but sits in the plan stays away too.
    plan : Plan
        The plan that stands.
    changes : Changes
    policy : {"back-fill", "close-up", "leave-empty"}
        What becomes of the seats of those who stay away. Back-fill: who comes next in order moves up, so that the
        gaps get to the end of the order. Close-up: each row closes its ranks, so that the gaps get to the end of
        the row. Leave-empty: the chairs stay those of the people who stay away, and every rule is read as if they
        sat there; so a rostrum stays as it is laid.
    max_moves : int, optional
        If more people must move, no plan is returned, but the least number.
    untouched : int, optional
        People of rank 1 to this rank keep their seats.
    control : Control, optional
    lang : {"en", "zh"}
        Of the sentences of a conflict.

    Returns
    -------
    Replan
        Fewest moves first; where the event prices an order that this plan breaks, also the plan of fewest moves
        that keeps every order.

    Raises
    ------
    InputError
        With every fault of the names, the arrivals and the plan.

    Notes
    -----
    Source of the policies: protocol.md 1.11 and rule 14.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import RankOrder
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster(tuple(Person(n, n, rank=i) for i, n in enumerate(("Ann", "Bob", "Cid"), 1)))
    >>> problem = Problem(from_drawing("=\\nabef", language="en"), crowd, (RankOrder(areas=("hall",)),))
    >>> plan = Plan({"Ann": "a", "Bob": "b", "Cid": "e"})
    >>> gone = Changes(absent=("Ann",))
    >>> [replan(problem, plan, gone, policy=p).best.moves for p in ("back-fill", "leave-empty")]
    [2, 0]
    """
    began = time.monotonic()
    refuse(_option_faults(policy, max_moves, untouched))
    case = case_of(problem, plan, changes, policy=policy, untouched=untouched)
    done = _answered(case, control or Control(), max_moves, lang)
    if not done.options and done.reason != "max-moves" and policy != "leave-empty":
        other = case_of(problem, plan, changes, policy="leave-empty", untouched=untouched)
        done = replace(done, instead=_fewest(other, control or Control(), max_moves))
    return replace(done, seconds=time.monotonic() - began)


def _option_faults(policy: str, max_moves: int | None, untouched: int | None) -> Iterator[Fault]:
    if policy not in POLICIES:
        yield Fault("policy", f"no such policy {policy!r}", f"use one of: {', '.join(POLICIES)}")
    for name, value in (("max_moves", max_moves), ("untouched", untouched)):
        if value is not None and value < 0:
            yield Fault(name, f"{value}", "use a whole number from 0")


def _answered(case: Case, control: Control, max_moves: int | None, lang: Lang) -> Replan:
    model, judge = case.model(), Judge(case)
    least = _least(model, case.old, control, judge)
    ordered = any(isinstance(s.term, Ordered) for s in model.statements)
    shell = Replan(case.problem, case.before, case.policy, least.status, ordered=ordered)
    if least.seats is None:
        return _none(shell, case, least, control, lang)
    if max_moves is not None and least.moves > max_moves:
        proven = least.bound > max_moves
        status = Status.INFEASIBLE if proven else Status.UNKNOWN
        return replace(shell, status=status, minimum=least.bound, reason="max-moves")
    options = [_option(case, judge, "fewest moves", floored(model, case.old, least))]
    options += _strict(case, judge, model, least, control, max_moves)
    status = Status.OPTIMAL if all(option.proven for option in options) else Status.FEASIBLE
    return replace(shell, status=status, options=tuple(options), minimum=least.bound)


def _fewest(case: Case, control: Control, max_moves: int | None) -> Option | None:
    """Return the option with the fewest moves, if there is one and it is within the limit."""
    judge = Judge(case)
    least = floored(case.model(), case.old, _least(case.model(), case.old, control, judge))
    much = max_moves is not None and least.moves > max_moves
    return None if least.seats is None or much else _option(case, judge, "fewest moves", least)


def _none(shell: Replan, case: Case, least: Least, control: Control, lang: Lang) -> Replan:
    """Say why there is no plan: the rules that forbid it, whom no seat is left, or that time was short."""
    if least.status is not Status.INFEASIBLE:
        model = case.model()
        left = [case.held.people[i].id for i in stranded(model, case.old).tolist()]
        reason: Reason = "room" if left else "search" if model.people * model.seats > _LARGE else "time"
        return replace(shell, status=Status.UNKNOWN, reason=reason, stranded=tuple(left))
    rules = (*case.held.rules, *case.bounds)
    blocked = tuple(rules[i].sentence(case.held, lang) for i in blocking(case.model()))
    if blocked:
        return replace(shell, status=Status.INFEASIBLE, conflict=blocked, reason="rules")
    whole = Problem.without(case.held, ())
    object.__setattr__(whole, "rules", rules)
    found = find_conflicts(whole, most=1, control=control.within(_WHY), lang=lang)
    if not found or not found[0].confirmed:  # told as impossible only with the rules that make it so
        return replace(shell, status=Status.UNKNOWN, reason="unconfirmed")
    return replace(shell, status=Status.INFEASIBLE, conflict=found[0].sentences, reason="rules")


def _least(model: Model, old: Ints, control: Control, judge: Judge) -> Least:
    """Search small events as a whole; in large ones start from those who stay."""
    if model.people * model.seats > _SMALL:
        found = least_by_staying(model, old, control, judge.broken, spare=judge.case.spare)
        if model.people * model.seats > _LARGE:
            return found or Least(None, Status.UNKNOWN, method="staying")
        if found is not None and found.moves == found.bound:
            return found
    return least_by_search(model, old, control)


def _strict(
    case: Case, judge: Judge, model: Model, least: Least, control: Control, max_moves: int | None
) -> Iterator[Option]:
    """Yield the plan that keeps every order, if the plan of fewest moves does not."""
    assert least.seats is not None
    priced = [s.term for s in model.statements if s.tier and isinstance(s.term, Ordered)]
    if all(kept(term, least.seats) for term in priced):
        return
    hard = tuple(replace(s, tier=0) if s.tier and isinstance(s.term, Ordered) else s for s in model.statements)
    strict = Model(model.people, model.seats, hard)
    found = _least(strict, case.old, control, judge.strictly(priced))
    if found.seats is not None and (max_moves is None or found.moves <= max_moves):
        yield _option(case, judge, "strict order", floored(strict, case.old, found))


def _option(case: Case, judge: Judge, kind: Kind, least: Least) -> Option:
    assert least.seats is not None
    report = _audited(judge, least)
    seats = dict(zip((p.id for p in case.held.people), least.seats.tolist(), strict=True))
    plan = Plan.of(case.problem, np.array([seats[p.id] for p in case.problem.people], dtype=np.intp))
    tiers = _tiers(report, least)
    own = report if case.held is case.problem else audit(case.problem, plan)
    return Option(kind, plan, least.moves, least.bound, tiers, own, case.problem, case.before, least.method)


def _audited(judge: Judge, least: Least) -> Report:
    """Audit a plan with the bounds; a broken must or another count is a defect of seatplan."""
    assert least.seats is not None
    held = judge.case.held
    for violation in judge.breaches(least.seats):
        raise EncodingError(f"the solver broke a must: {violation.rule.sentence(held)}")
    if moved(least.seats, judge.case.old) != least.moves:
        raise EncodingError(f"{least.moves} moves were counted, the plan has another number")
    return judge.report(least.seats)


def _tiers(report: Report, least: Least) -> tuple[Tier, ...]:
    """Return the price in each tier of the event, and its bound as far as one is known."""
    bounds = dict.fromkeys(report.tiers, 0) | dict(zip(least.tiers, least.bounds, strict=False))
    known = report.tiers if least.exact else bounds
    return tuple(Tier(tier, value, min(value, known[tier])) for tier, value in report.tiers.items())
