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

from seatplan.conflict import find_conflicts
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


def with_only(problem: Problem, rules: Iterable[int]) -> Problem:
    some = set(rules)
    return problem.without(rule for i, rule in enumerate(problem.rules) if i not in some)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=TRIED)
def test_every_conflict_is_minimal_by_brute_force(seed):
    """No plan keeps its rules; leave any one of them out, and a plan keeps the others."""
    problem = tight(seed)

    clashes = find_conflicts(problem)

    assert bool(clashes) == (not possible(problem))
    for clash in clashes:
        assert clash.confirmed
        assert not possible(with_only(problem, clash.rules))
        if clash.minimal:
            assert all(possible(with_only(problem, set(clash.rules) - {rule})) for rule in clash.rules)
