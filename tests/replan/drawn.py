"""Tiny random replans: a problem, a plan that stands, and changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from seatplan.errors import InputError
from seatplan.people import Person
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import POLICIES, Changes, Policy
from tests.rules.instances import STRATEGIES, instances
from tests.test_conflict_brute_force import kept, plans

ORDERS = ("rank_order", "inner_order", "heads_first", "rostrum")
KINDS = tuple(name for name in STRATEGIES if name != "stay")


@dataclass(frozen=True)
class Drawn:
    problem: Problem
    plan: Plan
    changes: Changes
    policy: Policy
    untouched: int | None


def drawn(seed: int) -> Drawn:
    """Draw a replan whose plan usually keeps the musts; now and then somebody made it by hand."""
    chance = Random(seed)
    while True:
        problem = _problem(chance)
        if problem is None:
            continue
        every = list(plans(problem))
        good = [plan for plan in every if kept(problem, plan)] if chance.random() < 0.85 else every
        if good:
            plan = chance.choice(good)
            policy = chance.choice(POLICIES)
            untouched = chance.choice((None, None, None, 1, 2))
            return Drawn(problem, Plan(plan.seats, plan.unseated), _changes(chance, problem), policy, untouched)


def _problem(chance: Random) -> Problem | None:
    kind = chance.choice(ORDERS if chance.random() < 0.6 else KINDS)
    problem = next(instances(kind, 1, seed=chance.randrange(10**9))).problem
    more = [
        STRATEGIES[chance.choice(KINDS)](chance, problem.venue, problem.people)
        for _ in range(chance.choice((0, 1, 1)))
    ]
    rules = tuple(_tiered(rule, chance) for rule in (*problem.rules, *more))
    people = tuple(replace(p, rank=p.rank or chance.randint(1, 4)) for p in problem.roster.people)
    try:
        return Problem(problem.venue, replace(problem.roster, people=people), rules, problem.convention)
    except InputError:
        return None


def _tiered(rule, chance: Random):
    fields = {name: getattr(rule, name) for name in rule.__dataclass_fields__}
    if fields["priority"] != "must":
        fields |= {"priority": chance.choice((1, 1, 2)), "weight": chance.choice((1, 1, 3))}
    return type(rule)(**fields)


def _changes(chance: Random, problem: Problem) -> Changes:
    ids = [person.id for person in problem.people]
    absent = chance.sample(ids, min(len(ids), chance.choice((0, 1, 1, 1, 2))))
    rest = [p for p in ids if p not in absent]
    ranks = {chance.choice(rest): chance.randint(1, 5)} if rest and chance.random() < 0.4 else {}
    room = len(problem.venue.seats) - len(rest)
    late = [_late(chance, problem, k, rest) for k in range(min(room, chance.choice((0, 0, 1, 1, 2))))]
    return Changes(absent=tuple(absent), arrivals=tuple(late), ranks=ranks)


def _late(chance: Random, problem: Problem, number: int, rest: list[str]) -> Person:
    like = chance.choice(problem.roster.people)
    roles = frozenset(chance.choice(((), (), ("head",))))
    return replace(
        like,
        id=f"late{number}",
        name=f"Late{number}",
        rank=chance.randint(1, 5),
        roles=roles,
        status="present",
        beside=chance.choice(rest) if rest and chance.random() < 0.3 else "",
    )
