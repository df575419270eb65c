"""On tiny problems, every conflict is minimal and every repair works: brute force over all plans says so.

Brute force looks at plans with `check`, the conflicts were found with what the rules lower into.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations
from random import Random

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seatplan.conflict import Repair, find_conflicts, find_repairs
from seatplan.errors import InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from tests.rules.instances import STRATEGIES, instances

TRIED = 250
QUIET = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
NAMES = ("zone", "together", "apart", "accessible", "rank_order", "pin", "reserve", "heads_first", "inner_order")


def tight(seed: int, *, rules: int = 4) -> Problem:
    """Draw a problem whose many musts often clash."""
    chance = Random(seed)
    while True:
        problem = next(instances("together", 1, seed=chance.randrange(10**9))).problem
        drawn = [STRATEGIES[chance.choice(NAMES)](chance, problem.venue, problem.people) for _ in range(rules)]
        hard = [type(r)(**{**_fields(r), "priority": "must"}) for r in drawn]
        try:
            return Problem(problem.venue, problem.roster, tuple(hard), problem.convention)
        except InputError:
            continue


def _fields(rule) -> dict:
    return {name: getattr(rule, name) for name in rule.__dataclass_fields__}


def plans(problem: Problem) -> Iterator[Plan]:
    """Yield every plan that gives everybody a seat of their own."""
    for seats in permutations(range(len(problem.venue.seats)), len(problem.people)):
        yield Plan.of(problem, np.array(seats, dtype=np.intp))


def kept(problem: Problem, plan: Plan) -> bool:
    return not any(v for rule in problem.rules if rule.priority == "must" for v in rule.check(problem, plan))


def possible(problem: Problem) -> bool:
    return any(kept(problem, plan) for plan in plans(problem))


def possible_in_company(problem: Problem, rules: Iterable[int]) -> bool:
    """Tell whether a plan keeps some rules as the whole problem reads them: pins shape what the others say."""
    some = [problem.rules[i] for i in rules]
    return any(not any(v for rule in some for v in rule.check(problem, plan)) for plan in plans(problem))


def with_only(problem: Problem, rules: Iterable[int]) -> Problem:
    some = set(rules)
    return problem.without(rule for i, rule in enumerate(problem.rules) if i not in some)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=TRIED)
def test_every_conflict_is_minimal_by_brute_force(seed):
    """No plan keeps its rules; leave any one of them out, and a plan keeps the others.

    Almost always the others alone; one time in three hundred as the whole problem reads them (see `Conflict`).
    """
    problem = tight(seed)

    clashes = find_conflicts(problem)

    assert bool(clashes) == (not possible(problem))
    for clash in clashes:
        assert clash.confirmed
        assert not possible(with_only(problem, clash.rules))
        assert clash.minimal
        for rule in clash.rules:
            left = set(clash.rules) - {rule}
            assert possible(with_only(problem, left)) or possible_in_company(problem, left)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=150)
def test_every_repair_works_by_brute_force(seed):
    """A plan keeps the musts of each repaired problem, and no plan breaks the changed rules by less."""
    problem = tight(seed)
    clashes = find_conflicts(problem, most=99)

    repairs = find_repairs(problem, clashes)

    assert bool(repairs) == bool(clashes)
    for repair in repairs:
        assert kept(repair.repaired, repair.plan)
        assert not repair.plan.unseated.keys() & problem.person_index.keys()
        assert possible(repair.repaired)
        if repair.kind == "break" and repair.proven:
            assert repair.cost == min(breach(repair, p) for p in plans(problem) if kept(repair.repaired, p))
            assert repair.cost == sum(v.amount for v in repair.matches)


def breach(repair: Repair, plan: Plan) -> int:
    rules = (repair.repaired.rules[i] for i in repair.rules)
    return sum(v.amount for rule in rules for v in rule.check(repair.repaired, plan))


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=100)
def test_no_repair_drops_more_than_it_must(seed):
    """Put back any of the rules that a repair drops: the rest is no longer possible, or no problem at all."""
    problem = tight(seed, rules=5)
    if len(problem.people) > len(problem.venue.seats):
        return

    for repair in find_repairs(problem):
        if repair.kind == "drop":
            for rule in repair.rules:
                back = set(range(len(problem.rules))) - set(repair.rules) | {rule}
                try:
                    assert not possible(with_only(problem, back))
                except InputError:
                    continue
