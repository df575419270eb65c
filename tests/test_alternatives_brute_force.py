"""On tiny problems the plans of `alternatives` and the points of `trade_off` are those of brute force.

Brute force looks at plans with `check`; plans were found with what the rules lower into.
"""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.alternatives import Aim, alternatives, trade_off
from seatplan.audit import audit
from seatplan.plan import Plan
from seatplan.problem import Problem
from tests.test_conflict_brute_force import QUIET, kept, plans
from tests.test_explain_brute_force import mixed


def price(problem: Problem, plan: Plan) -> tuple[int, ...]:
    return tuple(audit(problem, plan).tiers.values())


def told(problem: Problem, one, what: str = "value") -> tuple[int, ...]:
    """Return values or bounds by tier; a tier of rules that speak of nobody costs nothing."""
    tiers = sorted({rule.priority for rule in problem.rules if rule.priority != "must"})
    found = {tier.tier: getattr(tier, what) for tier in one.tiers}
    return tuple(found.get(tier, 0) for tier in tiers)


def far(problem: Problem, one: Plan, other: Plan) -> int:
    return sum(one.seat_of(p.id) != other.seat_of(p.id) for p in problem.people)


def judge(problem: Problem, found, differ: int, count: int) -> None:
    """Each plan is the best of all that differ enough from every plan before."""
    left = [plan for plan in plans(problem) if kept(problem, plan)]
    for one in found.plans:
        best = min(price(problem, plan) for plan in left)
        assert one.proven
        assert told(problem, one) == best == price(problem, one.plan)
        assert one.plan in left
        assert one.moves == tuple(far(problem, one.plan, other.plan) for other in found.plans[: one.number - 1])
        left = [plan for plan in left if far(problem, plan, one.plan) >= differ]
    assert (found.end == "no more") == (len(found.plans) < count)
    assert found.end == "enough" or not left


@given(st.integers(0, 10**6), st.integers(1, 4))
@settings(QUIET, max_examples=150)
def test_each_plan_is_the_best_that_differs_from_all_before(seed, differ):
    problem = mixed(seed)

    judge(problem, alternatives(problem, count=4, differ=differ), differ, 4)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=60)
def test_with_a_difference_of_one_these_are_the_best_plans(seed):
    """The prices are the smallest of all plans, one after the other."""
    problem = mixed(seed)
    every = sorted(price(problem, plan) for plan in plans(problem) if kept(problem, plan))

    found = alternatives(problem, count=6, differ=1)

    assert [told(problem, one) for one in found.plans] == every[:6]
    assert len({tuple(sorted(one.plan.seats.items())) for one in found.plans}) == len(found.plans)


@given(st.integers(0, 10**6), st.integers(1, 3))
@settings(QUIET, max_examples=100)
def test_in_a_large_room_nothing_is_called_best_that_is_not(seed, differ):
    """With the size limit at 0 only one part changes; bounds hold, and what is proven is best."""
    from seatplan.alternatives import several

    problem, before = mixed(seed), several._LARGEST
    several._LARGEST = 0
    try:
        found = alternatives(problem, count=3, differ=differ)
    finally:
        several._LARGEST = before

    left = [plan for plan in plans(problem) if kept(problem, plan)]
    for one in found.plans:
        best = min(price(problem, plan) for plan in left)
        assert one.plan in left
        assert told(problem, one, "bound") <= best
        assert not one.proven or price(problem, one.plan) == best
        left = [plan for plan in left if far(problem, plan, one.plan) >= differ]
    assert found.end != "no more" or not left


def front(problem: Problem, aims: tuple[Aim, Aim]) -> set[tuple[int, int]]:
    """Return the undominated prices among plans that are best in all stronger tiers."""
    tier = min(aim.tier for aim in aims)
    every = [plan for plan in plans(problem) if kept(problem, plan)]
    stronger = [tuple(p for t, p in audit(problem, plan).tiers.items() if t < tier) for plan in every]
    best = min(stronger, default=())
    points = {
        tuple(aim.value(plan) for aim in aims)
        for plan, above in zip(every, stronger, strict=True)
        if above == best
    }
    return {p for p in points if not any(q != p and q[0] <= p[0] and q[1] <= p[1] for q in points)}


def two_aims(problem: Problem, seed: int) -> tuple[Aim, Aim] | None:
    priced = [i for i, rule in enumerate(problem.rules) if rule.priority != "must"]
    if len(priced) < 2:
        return None
    a, b = np.random.default_rng(seed).permutation(priced)[:2].tolist()
    return Aim(f"rule {a + 1}", (a,), problem), Aim(f"rule {b + 1}", (b,), problem)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=250)
def test_the_curve_is_the_pareto_front(seed):
    problem = mixed(seed)
    aims = two_aims(problem, seed)
    if aims is None:
        return

    curve = trade_off(problem, *aims, count=99)

    assert {(p.first, p.second) for p in curve.points} == front(problem, aims)
    assert not curve.points or curve.complete
    for point in curve.points:
        assert point.proven
        assert (point.first, point.second) == tuple(aim.value(point.plan) for aim in aims)
        assert kept(problem, point.plan)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=150)
def test_in_a_large_room_the_curve_has_the_corners_of_the_hull(seed):
    from seatplan.alternatives import trade_off as module

    problem = mixed(seed)
    aims = two_aims(problem, seed)
    if aims is None:
        return
    search, before = module.__globals__, module.__globals__["_LARGEST"]
    search["_LARGEST"] = 0
    try:
        curve = trade_off(problem, *aims, count=99)
    finally:
        search["_LARGEST"] = before

    whole = front(problem, aims)
    points = {(p.first, p.second) for p in curve.points}
    assert points <= whole
    assert points >= corners(whole)
    assert not curve.complete or points == whole


def corners(points: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the points that are best for some weights of both aims, and strictly so; and both ends."""
    line = sorted(points)
    found: list[tuple[int, int]] = []
    for x, y in line:
        while len(found) > 1 and (found[-1][1] - found[-2][1]) * (x - found[-2][0]) >= (y - found[-2][1]) * (
            found[-1][0] - found[-2][0]
        ):
            found.pop()
        found.append((x, y))
    return set(found)
