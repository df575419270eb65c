"""Every method finds the value that brute force finds, on tiny models of every kind of term."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seatplan.result import Status
from seatplan.solvers import SOLVERS, Control, domains_of, solve_model, split
from seatplan.solvers.answer import prices
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.blocks import BlockProgramme
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.floors import floors
from seatplan.solvers.order_dp import OrderDp
from seatplan.solvers.regions import too_scattered
from seatplan.terms import Cost, Domain, Model, Ordered, Region, Statement, amount
from tests.solvers.models import admitted, banded, brute_force, gridded, models, ordered

QUIET = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def judge(model: Model, answer) -> None:
    expected = brute_force(model)
    if expected is None:
        assert answer.status is Status.INFEASIBLE
        return
    assert answer.status is Status.OPTIMAL
    assert answer.values == answer.bounds == expected[0]
    assert tuple(answer.seats.tolist()) in expected[1]


@given(models())
@QUIET
def test_cp_sat_reaches_the_brute_force_optimum_of_every_tier(model):
    judge(model, CpSat().solve(model, Control()))


@given(models())
@QUIET
def test_the_chosen_method_reaches_the_brute_force_optimum(model):
    judge(model, solve_model(model, Control()))


@given(models(kinds=(Domain, Cost, Ordered)))
@QUIET
def test_special_methods_reach_the_optimum_wherever_they_claim_support(model):
    for solver in (solver for solver in SOLVERS if solver.supports(model)):
        answer = solver.solve(model, Control())
        if solver.name != "dealing" or answer.status is not Status.UNKNOWN:
            judge(model, answer)


@given(banded())
@QUIET
def test_the_band_programme_reaches_the_optimum_over_all_plans(model):
    solver = BandProgramme(solve_model)
    assert solver.supports(model) or len(model.statements[0].term.groups) == 1
    if solver.supports(model):
        judge(model, solver.solve(model, Control()))


@given(banded())
@settings(QUIET, max_examples=60)
def test_bands_side_by_side_give_the_same_seats(model):
    solver = BandProgramme(solve_model)
    if solver.supports(model):
        alone, beside = (solver.solve(model, Control(workers=workers)) for workers in (1, 3))
        assert (alone.status, alone.values, alone.bounds) == (beside.status, beside.values, beside.bounds)
        assert (alone.seats is None) == (beside.seats is None)
        assert alone.seats is None or alone.seats.tolist() == beside.seats.tolist()


@given(banded(), st.data())
@QUIET
def test_bands_from_the_best_plan_reach_the_optimum_with_a_must_more(model, data):
    """Whoever is put on any seat: knowing the best plan before changes nothing of what is best then."""
    solver = BandProgramme(solve_model)
    if not solver.supports(model):
        return
    best = solver.solve(model, Control())
    if best.status is not Status.OPTIMAL:
        return
    person, seat = (data.draw(st.integers(0, size - 1)) for size in (model.people, model.seats))
    fix = Statement(Domain(np.array([person]), np.array([seat])))
    fixed = Model(model.people, model.seats, (*model.statements, fix))

    judge(fixed, solver.solve_from(fixed, Control(), best.seats, np.array([person])))


@given(ordered())
@QUIET
def test_the_order_programme_reaches_the_optimum_over_all_plans(model):
    solver = OrderDp()
    assert solver.supports(model)
    judge(model, solver.solve(model, Control()))


@given(models())
@settings(QUIET, max_examples=60)
def test_cp_sat_admits_exactly_the_plans_that_the_terms_admit(model):
    """Fix each plan in turn: it is feasible if and only if every must has amount 0."""
    from itertools import permutations

    musts = Model(model.people, model.seats, tuple(s for s in model.statements if s.tier == 0))
    allowed = set(admitted(musts))
    plans = list(permutations(range(model.seats), model.people))
    for seats in plans[:: max(1, len(plans) // 12)]:
        fixed = tuple(Statement(Domain(np.array([p]), np.array([s]))) for p, s in enumerate(seats))
        answer = CpSat().solve(Model(model.people, model.seats, musts.statements + fixed), Control())
        assert (answer.status is Status.OPTIMAL) == (seats in allowed)


@given(models())
@QUIET
def test_parts_add_up_to_the_whole(model):
    """Solving the parts of a split gives the brute-force value of the whole."""
    expected = brute_force(model)
    pieces = split(model)
    answers = [solve_model(piece.model, Control()) for piece in pieces]
    if expected is None:
        assert any(a.status is Status.INFEASIBLE for a in answers)
        return
    seats = np.full(model.people, -1)
    for piece, answer in zip(pieces, answers, strict=True):
        seats[piece.people] = piece.seats[answer.seats]
    assert prices(model, seats) == expected[0]
    assert all(amount(s.term, seats) == 0 for s in model.statements if s.tier == 0)


@given(models())
@QUIET
def test_a_hall_violator_has_fewer_seats_than_people(model):
    domains = domains_of(model)
    found = domains.hall_violator()
    if found is not None:
        people, seats = found
        assert len(people) > len(seats)
        assert all(set(domains.seats(int(p))) <= set(seats.tolist()) for p in people)
        assert brute_force(model) is None


@given(models(kinds=(Domain, Region)))
@QUIET
def test_where_no_part_holds_a_region_there_is_no_plan(model):
    hard = [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Region)]
    if any(too_scattered(model, term) for term in hard):
        assert brute_force(model) is None


def test_a_hole_in_a_column_leaves_no_part_for_three():
    column = Region(np.arange(3), np.array([(0, 1), (1, 2), (2, 3), (3, 4)]))
    free, holed = Domain(np.arange(3), np.arange(5)), Domain(np.arange(3), np.array([0, 1, 3, 4]))
    assert not too_scattered(Model(3, 5, (Statement(column), Statement(free))), column)
    assert too_scattered(Model(3, 5, (Statement(column), Statement(holed))), column)


def test_the_methods_are_tried_strongest_first():
    names = [s.name for s in SOLVERS]
    assert names == [
        "order DP",
        "transportation",
        "dealing",
        "order DP with outsiders",
        "band programme",
        "block programme",
        "zoned blocks",
        "HiGHS",
        "CP-SAT",
    ]


@given(models())
@QUIET
def test_a_floor_is_below_every_plan_in_every_tier(model):
    for seats in admitted(model):
        assert all(f <= p for f, p in zip(floors(model), prices(model, np.array(seats)), strict=True))


@given(gridded())
@QUIET
def test_the_block_programme_gives_a_plan_and_bounds_that_hold(model):
    """On a small grid: its plan keeps every must, no plan undercuts its bounds."""
    solver = BlockProgramme(solve_model)
    if not solver.supports(model):
        return
    answer = solver.solve(model, Control())
    expected = brute_force(model)
    if answer.seats is None:
        return
    assert expected is not None
    assert all(amount(s.term, answer.seats) == 0 for s in model.statements if s.tier == 0)
    assert answer.values >= expected[0]
    assert answer.status is not Status.OPTIMAL or answer.values == expected[0]
    for seats in admitted(model):
        assert all(b <= p for b, p in zip(answer.bounds, prices(model, np.array(seats)), strict=True))


@pytest.mark.parametrize("seed", range(3))
def test_the_same_seed_gives_the_same_seats(seed):
    values = np.arange(12) % 5
    model = Model(6, 12, (Statement(Cost(np.arange(6), values), tier=1),))
    first, again = (CpSat().solve(model, Control(seed=seed)) for _ in range(2))
    assert first.seats.tolist() == again.seats.tolist()
