"""On tiny problems, no plan of all plans moves fewer people, and none that moves as few is cheaper."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import replan
from seatplan.replan.case import Case, case_of
from seatplan.replan.floored import floored
from seatplan.replan.judge import Judge
from seatplan.replan.quick import least_by_staying
from seatplan.result import Status
from seatplan.solvers import Control
from seatplan.terms import Ordered, amount
from tests.replan.drawn import Drawn, drawn
from tests.test_conflict_brute_force import QUIET, kept, plans


def allowed(case: Case) -> Iterator[Plan]:
    """Yield every plan that keeps the musts and the bounds of a replan."""
    for plan in plans(case.held):
        if kept(case.held, plan) and not any(v for rule in case.bounds for v in rule.check(case.held, plan)):
            yield plan


def moves(case: Case, plan: Plan) -> int:
    here = case.problem.person_index
    return sum(p in here and plan.seats.get(p) != seat for p, seat in case.before.seats.items())


def price(problem: Problem, plan: Plan) -> tuple[int, ...]:
    return tuple(audit(problem, plan).tiers.values())


def in_order(case: Case, plan: Plan) -> bool:
    seats = plan.indices(case.held)
    return not any(
        amount(s.term, seats) for s in case.held.model.statements if s.tier and isinstance(s.term, Ordered)
    )


def cased(one: Drawn) -> Case | None:
    try:
        return case_of(one.problem, one.plan, one.changes, policy=one.policy, untouched=one.untouched)
    except InputError:
        return None


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=90)
def test_the_fewest_moves_are_those_of_brute_force_and_so_are_the_prices(seed):
    one = drawn(seed)
    case = cased(one)
    if case is None:
        return
    every = [(moves(case, plan), *price(case.held, plan)) for plan in allowed(case)]

    found = replan(one.problem, one.plan, one.changes, policy=one.policy, untouched=one.untouched)

    if not every:
        assert found.status is Status.INFEASIBLE
        assert found.conflict
        return
    best = found.best
    assert best.proven
    assert (best.moves, *(tier.value for tier in best.tiers)) == min(every)
    assert all(tier.gap == 0 for tier in best.tiers)
    assert found.minimum == min(every)[0]


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=60)
def test_the_strict_answer_is_the_least_of_the_plans_that_keep_every_order(seed):
    one = drawn(seed)
    case = cased(one)
    if case is None:
        return
    keeping = [moves(case, plan) for plan in allowed(case) if in_order(case, plan)]

    found = replan(one.problem, one.plan, one.changes, policy=one.policy, untouched=one.untouched)

    strict = [option for option in found.options if option.kind == "strict order"]
    if found.options and keeping and not strict:
        assert min(keeping) >= found.best.moves
        assert in_order(case, _held(case, found.best.plan))
    for option in strict:
        assert option.proven
        assert option.moves == min(keeping)
        assert in_order(case, _held(case, option.plan))


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=90)
def test_what_those_who_stay_prove_holds_for_all_plans(seed):
    """The method for large events: its bound undercuts no plan, and it claims no price that is not the least."""
    one = drawn(seed)
    case = cased(one)
    if case is None:
        return
    every = [(moves(case, plan), *price(case.held, plan)) for plan in allowed(case)]

    found = least_by_staying(case.model(), case.old, Control(), Judge(case).broken)

    if found is None:
        return
    if found.seats is None:
        assert found.status is Status.INFEASIBLE
        assert not every
        return
    plan = Plan.of(case.held, found.seats)
    assert found.bound <= min(every)[0] <= found.moves == moves(case, plan)
    if found.exact:
        assert (found.moves, *price(case.held, plan)) == min(every)
        return
    tiers = floored(case.model(), case.old, found)
    for moved, *values in every:
        known = dict(zip(audit(case.held, plan).tiers, values, strict=True))
        assert moved > found.moves or all(b <= known[t] for t, b in zip(tiers.tiers, tiers.bounds, strict=True))


@given(st.integers(0, 10**6), st.integers(0, 2))
@settings(QUIET, max_examples=40)
def test_a_limit_of_moves_is_refused_just_below_the_minimum(seed, most):
    one = drawn(seed)
    case = cased(one)
    if case is None:
        return
    least = min((moves(case, plan) for plan in allowed(case)), default=None)

    found = replan(one.problem, one.plan, one.changes, policy=one.policy, untouched=one.untouched, max_moves=most)

    assert bool(found.options) == (least is not None and least <= most)
    if least is not None and least > most:
        assert (found.status, found.reason, found.minimum) == (Status.INFEASIBLE, "max-moves", least)


def _held(case: Case, plan: Plan) -> Plan:
    """Return the plan with those on the chairs that stay as they are laid."""
    ghosts = {p: case.before.seats[p] for p in case.held.person_index if p not in case.problem.person_index}
    return Plan({**plan.seats, **ghosts})
