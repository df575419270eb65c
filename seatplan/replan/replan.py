"""`replan`: after changes, the plan in which the fewest people move, proven, every must kept and audited."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import Report, audit
from seatplan.conflict import find_conflicts
from seatplan.errors import EncodingError, Fault, refuse
from seatplan.people import Roster, Who
from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem, Rule
from seatplan.replan.blocked import blocking, stranded
from seatplan.replan.bounds import Filled, Kept, Unmoved, Within
from seatplan.replan.changes import Changes, changed_problem
from seatplan.replan.filling import filling
from seatplan.replan.floored import floored
from seatplan.replan.least import Least, least_by_search, moved
from seatplan.replan.orders import kept
from seatplan.replan.outcome import Kind, Option, Reason, Replan
from seatplan.replan.policy import POLICIES, Policy, members_now, units_of
from seatplan.replan.quick import least_by_staying
from seatplan.result import Status, Tier
from seatplan.rules import Pin
from seatplan.rules.facts import Placing
from seatplan.solvers import Control
from seatplan.terms import Model, Ordered, Statement

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
    >>> from seatplan.people import Person
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


@dataclass(frozen=True, eq=False)
class Case:
    """A replan as a model.

    Parameters
    ----------
    problem : Problem
        After the changes.
    held : Problem
        The same; if gaps stay, those who stay away still have their chairs.
    before : Plan
    policy : Policy
    bounds : tuple of Rule
        What the replan adds to the rules.
    """

    problem: Problem
    held: Problem
    before: Plan
    policy: Policy
    bounds: tuple[Rule, ...]

    @property
    def old(self) -> Ints:
        """Seat index of each person of ``held`` before; -1 for none."""
        return self.before.indices(self.held)

    @property
    def spare(self) -> Ints:
        """Who sits behind the seats that shall be filled."""
        ids = {person for rule in self.bounds if isinstance(rule, Filled) for person in rule.spare}
        index = self.held.person_index
        return np.array(sorted(index[person] for person in ids if person in index), dtype=np.intp)

    def model(self) -> Model:
        """Return the rules of the event and the bounds as terms."""
        model, count = self.held.model, len(self.held.rules)
        added = [
            Statement(term, rule=count + i) for i, rule in enumerate(self.bounds) for term in rule.lower(self.held)
        ]
        return Model(model.people, model.seats, (*model.statements, *added))


def case_of(problem: Problem, plan: Plan, changes: Changes, *, policy: Policy, untouched: int | None) -> Case:
    """Return the case of some changes."""
    new = changed_problem(problem, plan, changes)
    held = _held(new, plan) if policy == "leave-empty" else new
    bounds = _bounds(problem, held, plan, policy, untouched)
    return Case(new, held, plan, policy, tuple(bounds))


def _gone(problem: Problem, plan: Plan) -> set[str]:
    """Return who has a seat and does not come."""
    return {person for person in plan.seats if person not in problem.person_index}


def _held(new: Problem, plan: Plan) -> Problem:
    """Leave their chairs to those who stay away; what was right for the others is not checked again."""
    kept = tuple(sorted(_gone(new, plan)))
    if not kept:
        return new
    people = tuple(replace(p, status="present") if p.id in kept else p for p in new.roster.people)
    en, zh = "who stays away keeps the chair", "缺席人员的座位保留"
    chairs = Kept(people=kept, seats=tuple(plan.seats[person] for person in kept), en=en, zh=zh)
    pinned = [rule for rule in new.rules if isinstance(rule, Pin) and _named(new, rule) in kept]
    held = new.without(pinned)
    object.__setattr__(held, "roster", Roster(people, new.roster.groups))
    object.__setattr__(held, "rules", (*held.rules, chairs))
    return held


def _named(problem: Problem, pin: Pin) -> str:
    """Return the id of whom a pin names."""
    return next((p.id for p in Who(people=(pin.person,)).select(problem.roster)), "")


def _sides(problem: Problem) -> dict[int, frozenset[str]]:
    """Return the areas to which rules of placement, musts or not, send people."""
    venue, found = problem.venue, dict[int, frozenset[str]]()
    for rule in problem.rules:
        hard = replace(rule, priority="must") if is_dataclass(rule) and not isinstance(rule, type) else rule
        if isinstance(hard, Placing):
            people, seats = hard.places(problem)
            areas = frozenset(venue.areas[code].id for code in np.unique(venue.area_codes[seats]).tolist())
            found.update({int(p): found.get(int(p), areas) & areas for p in people})
    return found


def _bounds(problem: Problem, new: Problem, plan: Plan, policy: Policy, untouched: int | None) -> Iterator[Rule]:
    yield from _apart(new, plan)
    fixed = tuple(p.id for p in new.people if untouched and p.rank and p.rank <= untouched and p.id in plan.seats)
    if fixed:
        seats = tuple(plan.seats[person] for person in fixed)
        en, zh = f"people of rank 1 to {untouched} keep their seats", f"第1至第{untouched}位次人员座位不动"
        yield Unmoved(people=fixed, seats=seats, en=en, zh=zh)
    if policy == "leave-empty":
        return
    units, laid = units_of(_as_planned(problem, plan), plan), _laid(new)
    members = members_now(units, new)
    for unit in units:
        if unit.area not in laid:
            yield from filling(unit, policy, new, plan, members[unit], set(fixed))


def _as_planned(problem: Problem, plan: Plan) -> Problem:
    """Return the problem with everybody present who sits in the plan."""
    if all(p.status == "present" for p in problem.roster.people if p.id in plan.seats):
        return problem
    people = (replace(p, status="present") if p.id in plan.seats else p for p in problem.roster.people)
    return replace(problem, roster=Roster(tuple(people), problem.roster.groups))


def _laid(problem: Problem) -> set[str]:
    """Return the rostrums whose places a must states one by one: a change re-lays them (rule 14)."""
    from seatplan.rules import RostrumPlacement

    placed = (rule for rule in problem.rules if isinstance(rule, RostrumPlacement))
    return {rule.area for rule in placed if rule.priority == "must"}


def _apart(new: Problem, plan: Plan) -> Iterator[Rule]:
    """Keep rostrums and hall apart: who sat on a rostrum stays there, everybody else stays away from it."""
    venue, sides = new.venue, _sides(new)
    rostrums = [area for area in venue.areas if area.kind == "rostrum"]
    free = [p for i, p in enumerate(new.people) if i not in sides]
    elsewhere = tuple(seat.id for seat in venue.seats if venue.area_by_id[seat.area].kind != "rostrum")
    area_of = {p.id: venue.seat(plan.seats[p.id]).area if p.id in plan.seats else "" for p in free}
    for area in rostrums if elsewhere or len(rostrums) > 1 else []:
        people = tuple(p.id for p in free if area_of[p.id] == area.id)
        seats = tuple(venue.seats[s].id for s in venue.seats_of(area.id).tolist())
        if people:
            en, zh = f"who sat on {area.label} stays there", f"{area.label}人员仍在{area.label}就座"
            yield Within(people=people, seats=seats, en=en, zh=zh)
    below = tuple(p.id for p in free if area_of[p.id] not in {area.id for area in rostrums})
    if rostrums and elsewhere and below:
        en, zh = "nobody moves to a rostrum without being sent there", "未经指定者不上主席台"
        yield Within(people=below, seats=elsewhere, en=en, zh=zh)


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


class Judge:
    """Audits plans, each only once.

    Parameters
    ----------
    case : Case
    orders : sequence of Ordered
        Orders that must be kept beside the musts.
    """

    def __init__(self, case: Case, orders: Sequence[Ordered] = (), reports: dict[bytes, Report] | None = None):
        self.case, self.orders = case, orders
        self.reports: dict[bytes, Report] = {} if reports is None else reports

    def strictly(self, orders: Sequence[Ordered]) -> Judge:
        """Return a judge for whom these orders are musts."""
        return Judge(self.case, orders, self.reports)

    def report(self, seats: Ints) -> Report:
        """Return what an audit finds."""
        key = seats.tobytes()
        if key not in self.reports:
            plan = Plan.of(self.case.held, seats)
            same = self.case.held is self.case.problem
            self.reports[key] = audit(self.case.held, plan) if same else _checked(self.case.held, plan)
        return self.reports[key]

    def breaches(self, seats: Ints) -> list[Violation]:
        """Return the musts and bounds that a plan breaks."""
        plan = Plan.of(self.case.held, seats)
        extra = (violation for rule in self.case.bounds for violation in rule.check(self.case.held, plan))
        return [*self.report(seats).broken, *extra]

    def broken(self, seats: Ints) -> frozenset[int] | None:
        """Return the people whose seats break a must, a bound or an order; None where a breach names nobody."""
        index, breaches = self.case.held.person_index, self.breaches(seats)
        people = {index[p] for v in breaches for p in v.people if p in index}
        if breaches and not people:
            return None
        disorder = (np.concatenate(term.classes) for term in self.orders if not kept(term, seats))
        return frozenset(people.union(*(members.tolist() for members in disorder)))


def _checked(problem: Problem, plan: Plan) -> Report:
    """Check every rule, as an audit does, where some seats are kept for people who stay away."""
    found = [violation for rule in problem.rules for violation in rule.check(problem, plan)]
    tiers = {rule.priority: 0 for rule in problem.rules if rule.priority != "must"}
    for violation in found:
        if violation.rule.priority != "must":
            tiers[violation.rule.priority] += violation.amount * violation.rule.weight
    broken = tuple(v for v in found if v.rule.priority == "must")
    priced = tuple(v for v in found if v.rule.priority != "must")
    return Report((), broken, priced, (), dict(sorted(tiers.items())))


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
