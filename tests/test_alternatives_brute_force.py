"""On tiny problems the plans of `alternatives` and the points of `trade_off` are those of brute force.

Brute force looks at plans with `check`; plans were found with what the rules lower into.
"""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.alternatives import Aim, alternatives, combine, trade_off
from seatplan.alternatives import best as search
from seatplan.alternatives.differ import kinds_of
from seatplan.audit import audit
from seatplan.people import Person, Roster, Who
from seatplan.plan import Plan
from seatplan.problem import Problem, Rule
from seatplan.rules import Zone
from seatplan.solvers import split
from seatplan.venue import Where, from_drawing
from tests.test_conflict_brute_force import QUIET, kept, plans
from tests.test_explain_brute_force import mixed


def price(problem: Problem, plan: Plan) -> tuple[int, ...]:
    return tuple(audit(problem, plan).tiers.values())


def told(problem: Problem, one, what: str = "value") -> tuple[int, ...]:
    """Return values or bounds by tier; a tier of rules that speak of nobody costs nothing."""
    tiers = sorted({rule.priority for rule in problem.rules if rule.priority != "must"})
    found = {tier.tier: getattr(tier, what) for tier in one.tiers}
    return tuple(found.get(tier, 0) for tier in tiers)


def far(kinds: list[int], problem: Problem, one: Plan, other: Plan) -> int:
    """Return the fewest people who move if people of one kind may stand in for one another."""

    def places(plan: Plan) -> set[tuple[int, str | None]]:
        return {(kind, plan.seat_of(p.id)) for kind, p in zip(kinds, problem.people, strict=True)}

    return len(places(one) - places(other))


def counted(problem: Problem, exchanges: bool) -> list[int]:
    return list(range(len(problem.people))) if exchanges else kinds_of(problem.model).tolist()


def judge(problem: Problem, found, differ: int, count: int, exchanges: bool) -> None:
    """Each plan is the best of all that differ enough from every plan before."""
    left = [plan for plan in plans(problem) if kept(problem, plan)]
    kinds = counted(problem, exchanges)
    for one in found.plans:
        best = min(price(problem, plan) for plan in left)
        assert one.proven
        assert told(problem, one) == best == price(problem, one.plan)
        assert one.plan in left
        before = found.plans[: one.number - 1]
        assert one.moves == tuple(far(kinds, problem, one.plan, other.plan) for other in before)
        left = [plan for plan in left if far(kinds, problem, plan, one.plan) >= differ]
    assert (found.end == "no more") == (len(found.plans) < count)
    assert found.end == "enough" or not left


@given(st.integers(0, 10**6), st.integers(1, 4), st.booleans())
@settings(QUIET, max_examples=40)
def test_each_plan_is_the_best_that_differs_from_all_before(seed, differ, exchanges):
    problem = mixed(seed)

    found = alternatives(problem, count=4, differ=differ, exchanges=exchanges)

    judge(problem, found, differ, 4, exchanges)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=40)
def test_no_rule_sees_people_of_one_kind_exchange_their_seats(seed):
    problem = mixed(seed)
    kinds, ids = kinds_of(problem.model).tolist(), [person.id for person in problem.people]
    alike = [(a, b) for i, a in enumerate(ids) for j, b in enumerate(ids) if i < j and kinds[i] == kinds[j]]

    for plan in plans(problem):
        for a, b in alike:
            other = Plan({**plan.seats, a: plan.seats[b], b: plan.seats[a]}, plan.unseated)
            assert kept(problem, other) == kept(problem, plan)
            assert price(problem, other) == price(problem, plan)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=40)
def test_with_a_difference_of_one_these_are_the_best_plans(seed):
    """The prices are the smallest of all plans, one after the other."""
    problem = mixed(seed)
    every = sorted(price(problem, plan) for plan in plans(problem) if kept(problem, plan))

    found = alternatives(problem, count=6, differ=1, exchanges=True)

    assert [told(problem, one) for one in found.plans] == every[:6]
    assert len({tuple(sorted(one.plan.seats.items())) for one in found.plans}) == len(found.plans)


@pytest.mark.parametrize("largest", [10**9, 0])
@given(st.integers(0, 10**6), st.integers(1, 3), st.booleans())
@settings(QUIET, max_examples=30)
def test_in_a_large_room_nothing_is_called_best_that_is_not(largest, seed, differ, exchanges):
    """Windows of two people may move at first; bounds hold, and what is proven is best."""
    problem = mixed(seed)
    with sizes(_SMALL=0, _LARGEST=largest, _WINDOW=2):
        found = alternatives(problem, count=3, differ=differ, exchanges=exchanges)

    left = [plan for plan in plans(problem) if kept(problem, plan)]
    kinds = counted(problem, exchanges)
    for one in found.plans:
        best = min(price(problem, plan) for plan in left)
        assert one.plan in left
        assert told(problem, one, "bound") <= best
        assert not one.proven or price(problem, one.plan) == best
        assert one.proven or not largest
        left = [plan for plan in left if far(kinds, problem, plan, one.plan) >= differ]
    assert found.end != "no more" or not left
    assert found.end != "unknown" or not largest


@contextmanager
def sizes(**given: int):
    before = {name: getattr(search, name) for name in given}
    try:
        for name, size in given.items():
            setattr(search, name, size)
        yield
    finally:
        for name, size in before.items():
            setattr(search, name, size)


def separate(seed: int) -> Problem:
    """Return two pairs of people, each with seats of its own and some wishes."""
    chance = np.random.default_rng(seed)
    size = int(chance.integers(2, 4))
    room = from_drawing("o" * (size + 3))
    ids = [seat.id for seat in room.seats]
    rules: list[Rule] = []
    for who, seats in ((("0", "1"), ids[:size]), (("2", "3"), ids[size:])):
        rules.append(Zone(who=Who(people=who), where=Where(seats=tuple(seats)), only=True))
        for person in (person for person in who if chance.random() < 0.7):
            wish = Where(seats=(str(chance.choice(seats)),))
            tier, weight = int(chance.integers(1, 3)), int(chance.integers(1, 4))
            rules.append(Zone(who=Who(people=(person,)), where=wish, priority=tier, weight=weight))
    return Problem(room, Roster(tuple(Person(str(i), f"P{i}") for i in range(4))), tuple(rules))


@given(st.integers(0, 10**6), st.integers(1, 4), st.integers(2, 6), st.booleans())
@settings(QUIET, max_examples=50)
def test_plans_of_parts_are_combined_exactly(seed, differ, count, exchanges):
    problem, before = separate(seed), combine._TOGETHER
    assert len(split(problem.model)) == 2
    combine._TOGETHER = 0
    try:
        found = alternatives(problem, count=count, differ=differ, exchanges=exchanges)
    finally:
        combine._TOGETHER = before

    judge(problem, found, differ, count, exchanges)


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
@settings(QUIET, max_examples=100)
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


@pytest.mark.parametrize("largest", [10**9, 0])
@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=50)
def test_points_that_were_not_asked_for_lie_in_the_gaps(largest, seed):
    """With two points asked for, every other point of the front is inside of a gap."""
    problem = mixed(seed)
    aims = two_aims(problem, seed)
    if aims is None:
        return
    search, before = trade_off.__globals__, trade_off.__globals__["_LARGEST"]
    search["_LARGEST"] = largest
    try:
        curve = trade_off(problem, *aims, count=2)
    finally:
        search["_LARGEST"] = before

    known = {(p.first, p.second) for p in curve.points}
    for x, y in front(problem, aims) - known:
        assert any(gap.left < x < gap.right and gap.bottom < y < gap.top for gap in curve.gaps)
    assert not (curve.complete and curve.gaps)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=50)
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


def test_a_strip_without_common_seats_takes_no_group():
    """Seed 89 has a group whose members all need special seats, and strips that have no others."""
    problem = mixed(89)
    aims = two_aims(problem, 89)
    assert aims is not None

    curve = trade_off(problem, *aims, count=99)

    assert {(p.first, p.second) for p in curve.points} == front(problem, aims)
