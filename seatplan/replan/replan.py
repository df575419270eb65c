"""`replan`: after changes, the plan in which the fewest people move, proven, every must kept and audited."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import Report, audit
from seatplan.conflict import find_conflicts
from seatplan.errors import EncodingError, Fault, refuse
from seatplan.people import Roster
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem, Rule
from seatplan.replan.bounds import Unmoved, Within
from seatplan.replan.changes import Changes, changed_problem
from seatplan.replan.least import Least, least_by_search, moved
from seatplan.replan.outcome import Kind, Option, Replan
from seatplan.replan.policy import POLICIES, Policy, filling, members_now, units_of
from seatplan.result import Status, Tier
from seatplan.rules import Pin
from seatplan.rules.facts import Placing
from seatplan.solvers import Control
from seatplan.terms import Model, Ordered, Statement, amount

__all__ = ["replan"]

Ints = NDArray[np.intp]


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
        the row. Leave-empty: nobody moves there, only somebody who comes late may sit there; on a rostrum to which
        nobody new is sent the chairs stay as they are laid, as if those who stay away still sat there.
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
        The same; on a rostrum that stays as it is laid, those who stay away still have their chairs.
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


def _gone(problem: Problem, plan: Plan) -> list[str]:
    return [person for person in plan.seats if person not in problem.person_index]


def _held(new: Problem, plan: Plan) -> Problem:
    """Leave the chairs of those who stay away on rostrums to which nobody new is sent."""
    kept = [p for p in _gone(new, plan) if _rostrum_of(new, plan, p) and not _sent(new, plan, p)]
    if not kept:
        return new
    people = (replace(p, status="present") if p.id in kept else p for p in new.roster.people)
    pins = tuple(Pin(person=person, seat=plan.seats[person]) for person in kept)
    named = [rule for rule in new.rules if not (isinstance(rule, Pin) and rule.person in kept)]
    return replace(new, roster=Roster(tuple(people), new.roster.groups), rules=(*named, *pins))


def _rostrum_of(problem: Problem, plan: Plan, person: str) -> str:
    """Return the rostrum on which somebody sat; empty for none."""
    area = problem.venue.seat(plan.seats[person]).area
    return area if problem.venue.area_by_id[area].kind == "rostrum" else ""


def _sent(problem: Problem, plan: Plan, person: str) -> bool:
    """Tell whether somebody without a seat is sent to the rostrum on which a person sat."""
    area = _rostrum_of(problem, plan, person)
    return any(area in sides for p, sides in _sides(problem).items() if problem.people[p].id not in plan.seats)


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
        yield from _empty(new, plan)
        return
    units = units_of(_as_planned(problem, plan), plan)
    laid = _laid(new)
    members = members_now(units, new)
    yield from filling(tuple(u for u in units if u.area not in laid), policy, new, members, set(fixed))


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


def _empty(new: Problem, plan: Plan) -> Iterator[Rule]:
    """Keep those who were seated off the seats of those who stay away."""
    gone = {plan.seats[person] for person in _gone(new, plan)}
    stayed = tuple(p.id for p in new.people if p.id in plan.seats)
    seats = tuple(seat.id for seat in new.venue.seats if seat.id not in gone)
    if gone and stayed:
        en, zh = "nobody moves to the seat of somebody who stays away", "缺席人员的座位不由他人移入"
        yield Within(people=stayed, seats=seats, en=en, zh=zh)


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
    model, old = case.model(), case.old
    least = least_by_search(model, old, control)
    ordered = any(isinstance(s.term, Ordered) for s in model.statements)
    shell = Replan(case.problem, case.before, case.policy, least.status, ordered=ordered)
    if least.seats is None:
        return _none(shell, case, least, control, lang)
    if max_moves is not None and least.moves > max_moves:
        proven = least.bound > max_moves
        status = Status.INFEASIBLE if proven else Status.UNKNOWN
        return replace(shell, status=status, minimum=least.bound, reason="max-moves")
    options = [_option(case, "fewest moves", least)]
    options += _strict(case, model, old, least, control, max_moves)
    status = Status.OPTIMAL if all(option.proven for option in options) else Status.FEASIBLE
    return replace(shell, status=status, options=tuple(options), minimum=least.bound)


def _none(shell: Replan, case: Case, least: Least, control: Control, lang: Lang) -> Replan:
    if least.status is not Status.INFEASIBLE:
        return replace(shell, status=Status.UNKNOWN, reason="time")
    whole = Problem.without(case.held, ())
    object.__setattr__(whole, "rules", (*case.held.rules, *case.bounds))
    found = find_conflicts(whole, most=1, control=control, lang=lang)
    sentences = found[0].sentences if found else ()
    return replace(shell, status=Status.INFEASIBLE, conflict=sentences, reason="rules")


def _strict(
    case: Case, model: Model, old: Ints, least: Least, control: Control, max_moves: int | None
) -> Iterator[Option]:
    """Yield the plan that keeps every order, if the plan of fewest moves does not."""
    assert least.seats is not None
    priced = [s for s in model.statements if s.tier and isinstance(s.term, Ordered)]
    if not any(amount(s.term, least.seats) for s in priced):
        return
    hard = tuple(replace(s, tier=0) if s.tier and isinstance(s.term, Ordered) else s for s in model.statements)
    found = least_by_search(Model(model.people, model.seats, hard), old, control)
    if found.seats is not None and (max_moves is None or found.moves <= max_moves):
        yield _option(case, "strict order", found, priced=model)


def _option(case: Case, kind: Kind, least: Least, *, priced: Model | None = None) -> Option:
    assert least.seats is not None
    held = Plan.of(case.held, least.seats)
    report = _audited(case, held, least)
    here = case.problem.person_index
    plan = Plan.of(
        case.problem, np.array([case.problem.venue.seat_index[held.seats[p]] for p in here], dtype=np.intp)
    )
    tiers = _tiers(case, report, least, exact=priced is None)
    return Option(
        kind,
        plan,
        least.moves,
        least.bound,
        tiers,
        _own_report(case, plan, report),
        case.problem,
        case.before,
        least.method,
    )


def _audited(case: Case, plan: Plan, least: Least) -> Report:
    """Audit a plan with the bounds; a broken must or another price is a defect of seatplan."""
    report = audit(case.held, plan)
    extra = (violation for rule in case.bounds for violation in rule.check(case.held, plan))
    for violation in (*report.broken, *extra):
        raise EncodingError(f"the solver broke a must: {violation.rule.sentence(case.held)}")
    if moved(plan.indices(case.held), case.old) != least.moves:
        raise EncodingError(f"{least.moves} moves were counted, the plan has another number")
    return report


def _own_report(case: Case, plan: Plan, report: Report) -> Report:
    return report if case.held is case.problem else audit(case.problem, plan)


def _tiers(case: Case, report: Report, least: Least, *, exact: bool) -> tuple[Tier, ...]:
    """Return the price in each tier of the event; without ``exact`` the tiers of the method are others."""
    known = dict(zip(case.held.model.tiers, least.bounds, strict=False)) if exact else {}
    return tuple(Tier(tier, value, min(value, known.get(tier, 0))) for tier, value in report.tiers.items())
