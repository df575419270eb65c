"""`Case`: a replan as a problem of its own, with what it adds to the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.people import Roster, Who
from seatplan.plan import Plan
from seatplan.problem import Problem, Rule
from seatplan.replan.bounds import Filled, Kept, Unmoved, Within
from seatplan.replan.changes import Changes, changed_problem
from seatplan.replan.filling import filling
from seatplan.replan.policy import Policy, members_now, units_of
from seatplan.rules import Pin
from seatplan.rules.facts import Placing
from seatplan.terms import Model, Statement

__all__ = ["Case", "case_of"]

Ints = NDArray[np.intp]


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
