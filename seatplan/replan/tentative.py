"""Tentative guests: a plan that stays good whoever of them stays away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from random import Random

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import audit
from seatplan.errors import Fault, InputError, refuse
from seatplan.people import Person, Roster
from seatplan.plan import Change, Plan
from seatplan.problem import Problem
from seatplan.replan.changes import Changes, found_person
from seatplan.replan.interplay import groups_of, subsets_of
from seatplan.replan.least import Least, least_by_search
from seatplan.replan.policy import Policy
from seatplan.replan.replan import replan
from seatplan.replan.scenarios import MOST_GUESTS, Scenario, scenarios_of
from seatplan.replan.terms_of import moved_term, parts_known
from seatplan.result import Status, Tier
from seatplan.solvers import Control
from seatplan.terms import Limit, Lone, Model, Statement

__all__ = ["Effect", "Tentative", "guest_faults", "tentative"]

Ints = NDArray[np.intp]
_UNIONS = 63
"""Unions of subsets of several groups that are audited, beside the largest."""


@dataclass(frozen=True)
class Effect:
    """What changes if one of the tentative guests stays away.

    Parameters
    ----------
    person : str
        Id.
    stands : bool
        The plan keeps every must when this person alone stays away, and nobody moves.
    possible : bool
        There is a plan at all under the policy.
    moves, bound : int
        How many people move under the policy, and how many must at least.
    changes : tuple of Change
        Who moves.
    """

    person: str
    stands: bool
    possible: bool
    moves: int = 0
    bound: int = 0
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Tentative:
    """What `tentative` returns.

    Parameters
    ----------
    problem : Problem
        With every tentative guest present.
    plan : Plan or None
        None if there is no plan even when everybody comes.
    status : Status
        ``OPTIMAL``: no plan that keeps the same scenarios is cheaper when everybody comes, and none keeps a
        scenario that is lost beside those before it.
    tiers : tuple of Tier
        Of the plan when everybody comes.
    kept, lost : tuple of Scenario
        For which the plan keeps every must with nobody moving, and for which not.
    effects : tuple of Effect
        For each guest alone.
    groups : tuple of tuple of str
        Guests whose absences touch each other's rules; ``kept`` and ``lost`` are of one group each, and the plan
        stays good for any union of kept ones. Empty if the scenarios are those of the whole list.
    """

    problem: Problem
    plan: Plan | None
    status: Status
    tiers: tuple[Tier, ...] = ()
    kept: tuple[Scenario, ...] = ()
    lost: tuple[Scenario, ...] = ()
    effects: tuple[Effect, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def cases(self) -> tuple[int, int] | None:
        """For how many subsets of the whole list the plan stays good, and how many there are; None if unknown.

        With ``groups`` and lost subsets the first is at the least: two absences may mend what one breaks.
        """
        if not self.groups:
            return len(self.kept), len(self.kept) + len(self.lost)
        of_one = all(any(set(s.absent) <= set(names) for names in self.groups) for s in self.lost)
        if not of_one or any(len(names) > MOST_GUESTS for names in self.groups):
            return None
        sizes = [sum(bool(set(s.absent) & set(names)) for s in self.kept) + 1 for names in self.groups]
        nobody = any(not s.absent for s in self.kept)
        return prod(sizes) if nobody else 0, 2 ** sum(map(len, self.groups))

    @property
    def plates(self) -> tuple[tuple[str, str], ...]:
        """Person and seat of the reserve plates: all that a single absence could call for."""
        pairs = {(c.person, c.new) for effect in self.effects for c in effect.changes if c.new}
        return tuple(sorted(pairs))


def tentative(
    problem: Problem,
    maybe: Mapping[str, float | None],
    *,
    scenarios: int | None = None,
    policy: Policy = "back-fill",
    control: Control | None = None,
) -> Tentative:
    """Return a plan that stays good for every subset of some guests, or for the likeliest ones.

    A plan *stays good* for a scenario if, with its people away and nobody moved, it keeps every must of the event,
    read as if they had never been expected. Scenarios are taken one after the other, the weightiest first (all
    come; one stays away; ... or by falling probability): one is kept if a plan stays good for it and for all kept
    before it, and lost otherwise. Of all plans that stay good for the kept ones, the plan is the cheapest in the
    tiers of the event when everybody comes.

    Without probabilities, more than eight guests fall into groups: two are in one group if without both of them
    the musts say more than without either. Subsets of each group then stand for all subsets of the list; of a
    group of more than eight those of one, of two and of all are looked at. Up to 64 unions of kept subsets are
    audited.

    Parameters
    ----------
    problem : Problem
    maybe : mapping of str to float or None
        Id or name of each tentative guest; the probability of staying away, or None.
    scenarios : int, optional
        With probabilities: how many of the likeliest subsets to reckon with. Default 256.
    policy : {"back-fill", "close-up", "leave-empty"}
        For what each absence changes: the fewest moves by `replan`.
    control : Control, optional

    Raises
    ------
    InputError
        For unknown names, people who are not expected, probabilities that are none.

    Examples
    --------
    >>> from seatplan.rules import Together
    >>> from seatplan.venue import from_drawing
    >>> crowd = Roster(tuple(Person(n, n) for n in ("Ann", "Bob", "Cid")))
    >>> problem = Problem(from_drawing("abe", language="en"), crowd, (Together(sets=(("Ann", "Cid"),)),))
    >>> found = tentative(problem, {"Bob": None}, policy="leave-empty")
    >>> len(found.kept), found.lost, [effect.moves for effect in found.effects]
    (2, (), [0])
    """
    control = control or Control()
    named = _named(problem, maybe)
    groups = _groups(problem, named)
    every = tuple(subsets_of(groups)) if groups else scenarios_of(named, scenarios)
    worlds = {s.absent: _world(problem, s.absent) for s in every}
    least, kept, sure = _chosen(problem, every, worlds, control)
    if least is None or least.seats is None:
        status = least.status if least is not None else Status.INFEASIBLE
        return Tentative(problem, None, status, lost=every)
    plan = Plan.of(problem, least.seats)
    good = tuple(s for s in every if _stands(worlds[s.absent], plan))
    torn = tuple(_torn(problem, plan, groups, good))
    lost = (*(s for s in every if s not in good), *torn)
    effects = tuple(_effect(problem, plan, person, policy, control) for person in named)
    proven = sure and least.status is Status.OPTIMAL and set(kept) <= set(good) and not torn
    whole = not any(len(names) > MOST_GUESTS for names in groups) and not (groups and _by_audit_alone(problem))
    status = Status.OPTIMAL if proven and whole else Status.FEASIBLE
    return Tentative(problem, plan, status, _tiers(problem, plan, least), good, lost, effects, groups)


def _groups(problem: Problem, named: Mapping[str, float | None]) -> tuple[tuple[str, ...], ...]:
    """Return guests in groups that touch each other; none where all subsets, or the likeliest, are looked at."""
    if len(named) <= MOST_GUESTS or any(chance is not None for chance in named.values()):
        return ()
    hard = problem.without([rule for rule in problem.rules if rule.priority != "must"])

    def musts(absent: tuple[str, ...]) -> list[Statement] | None:
        world = _world(hard, absent)
        return None if world is None else list(_musts(hard, world))

    return groups_of(tuple(named), musts)


def _by_audit_alone(problem: Problem) -> bool:
    """Tell whether some musts depend on seats that nobody has: no term of a single world states them."""
    return any(s.tier == 0 and isinstance(s.term, Lone | Limit) for s in problem.model.statements)


def _torn(
    problem: Problem, plan: Plan, groups: Sequence[tuple[str, ...]], good: Sequence[Scenario]
) -> Iterator[Scenario]:
    """Yield unions of subsets of several groups for which the plan does not stay good after all."""
    mine = [[s.absent for s in good if set(s.absent) & set(names)] for names in groups]
    dice = Random(0)
    unions = [tuple(some[-1] for some in mine if some)]
    unions += [tuple(dice.choice(some) for some in mine if some and dice.random() < 0.5) for _ in range(_UNIONS)]
    for absent in dict.fromkeys(tuple(p for some in parts for p in some) for parts in unions if len(parts) > 1):
        if not _stands(_world(problem, absent), plan):
            yield Scenario(absent)


def _named(problem: Problem, maybe: Mapping[str, float | None]) -> dict[str, float | None]:
    refuse(guest_faults(problem, maybe))
    found = {name: found_person(problem.roster, name) for name in maybe}
    return {person.id: maybe[name] for name, person in found.items() if isinstance(person, Person)}


def guest_faults(problem: Problem, maybe: Iterable[str]) -> Iterator[Fault]:
    """Yield what is wrong with the names of tentative guests."""
    found = {name: found_person(problem.roster, name) for name in maybe}
    met = set[str]()
    for name, person in found.items():
        if isinstance(person, Fault):
            yield Fault(f"maybe {name!r}", person.found, person.mend)
        elif person.status != "present":
            yield Fault(f"maybe {name!r}", f"this person is {person.status}", "name people who are expected")
        elif person.id in met:
            yield Fault(f"maybe {name!r}", "this person is named twice", "name everybody once")
        else:
            met.add(person.id)


def _world(problem: Problem, absent: tuple[str, ...]) -> Problem | None:
    """Return the problem when some stay away; None where the rules cannot be read without them."""
    if not absent:
        return problem
    people = tuple(replace(p, status="absent") if p.id in absent else p for p in problem.roster.people)
    try:
        return replace(problem, roster=Roster(people, problem.roster.groups))
    except InputError:
        return None


Worlds = Mapping[tuple[str, ...], Problem | None]


def _chosen(
    problem: Problem, every: tuple[Scenario, ...], worlds: Worlds, control: Control
) -> tuple[Least | None, tuple[Scenario, ...], bool]:
    """Return the cheapest plan for all scenarios, or for those that can be kept one after the other.

    And whether the lost ones are known to be impossible.
    """
    found = _solved(problem, [worlds[s.absent] for s in every], control)
    if found is not None and found.seats is not None:
        return found, every, True
    kept: list[Scenario] = []
    best: Least | None = None
    sure = True
    for scenario in every:
        tried = _solved(problem, [worlds[s.absent] for s in (*kept, scenario)], control)
        if tried is not None and tried.seats is not None:
            best = tried
            kept.append(scenario)
        sure &= tried is None or tried.status is not Status.UNKNOWN
    return best, tuple(kept), sure


def _solved(problem: Problem, worlds: Iterable[Problem | None], control: Control) -> Least | None:
    """Solve the event with the musts of several worlds; None where one of them cannot be read."""
    model = Model(len(problem.people), len(problem.venue.seats), tuple(_priced(problem)))
    musts: list[Statement] = []
    for world in worlds:
        if world is None:
            return None
        for statement in _musts(problem, world):
            if not parts_known(statement, musts):
                musts.append(statement)
    whole = Model(model.people, model.seats, (*musts, *model.statements))
    return least_by_search(whole, np.full(model.people, -1, dtype=np.intp), control)


def _priced(problem: Problem) -> Iterator[Statement]:
    yield from (s for s in problem.model.statements if s.tier)


def _musts(problem: Problem, world: Problem) -> Iterator[Statement]:
    """Yield the musts of a world in terms of all people."""
    if world is problem:
        yield from (s for s in world.model.statements if s.tier == 0)
        return
    places = np.array([problem.person_index[p.id] for p in world.people], dtype=np.intp)
    for s in world.model.statements:
        term = moved_term(s.term, places) if s.tier == 0 else None
        if term is not None:
            yield replace(s, term=term)


def _stands(world: Problem | None, plan: Plan) -> bool:
    """Audit a plan in a world: those who stay away leave their seats, nobody moves."""
    if world is None:
        return False
    here = {person: seat for person, seat in plan.seats.items() if person in world.person_index}
    away = {p.id: p.status for p in world.roster.people if p.id not in here}
    return audit(world, Plan(here, away)).clean


def _effect(problem: Problem, plan: Plan, person: str, policy: Policy, control: Control) -> Effect:
    stands = _stands(_world(problem, (person,)), plan)
    try:
        best = replan(problem, plan, Changes(absent=(person,)), policy=policy, control=control).best
    except InputError:
        best = None
    if best is None:
        return Effect(person, stands, False)
    return Effect(person, stands, True, best.moves, best.bound, best.moved)


def _tiers(problem: Problem, plan: Plan, least: Least) -> tuple[Tier, ...]:
    prices = audit(problem, plan).tiers
    bounds = dict.fromkeys(prices, 0) | dict(zip(least.tiers, least.bounds, strict=False))
    return tuple(Tier(tier, value, min(value, bounds[tier])) for tier, value in prices.items())
