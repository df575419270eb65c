"""Wishes as musts, exchanges of seats and the record of both, against brute force on tiny models."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seatplan.result import Status
from seatplan.solvers import Control, floors
from seatplan.solvers.answer import prices
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.blocks import BlockProgramme
from seatplan.solvers.choose import SPECIAL, solve_model
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.easing import eased, first_of
from seatplan.solvers.floors import crowding, shortest_outline
from seatplan.solvers.gauges import gauge_of
from seatplan.solvers.harden import granted, hardened, in_blocks, in_line, in_snake, sharpened
from seatplan.solvers.polish import polished
from seatplan.solvers.record import Record
from seatplan.terms import Bands, Compact, Cost, Domain, Model, Ordered, Pair, Region, Statement, amount
from tests.solvers.models import admitted, banded, brute_force, models, terms

QUIET = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def quick(model: Model, control: Control):
    answer, part = first_of(SPECIAL, model, control)
    return (answer, part) if answer.status is not Status.UNKNOWN else (CpSat().solve(model, control), model)


@given(models())
@QUIET
def test_granted_wishes_give_plans_and_bounds_that_hold(model):
    """No plan is better than the bound, the best plan is a plan, and what is called proven is the optimum."""
    expected = brute_force(model)
    if not model.tiers or expected is None:
        return
    record = Record(model)
    record.lowest(floors(model))
    granted(record, quick, Control())
    assert record.bound <= expected[0]
    assert all(low <= price for low, price in zip(record.floors, expected[0], strict=True))
    if record.best is not None:
        assert prices(model, record.best.seats) == record.best.values >= expected[0]
        assert not record.closed or record.best.values == expected[0]


@given(models())
@QUIET
def test_the_sharpened_model_has_the_same_best_plans(model):
    expected = brute_force(model)
    if not model.tiers or expected is None:
        return
    record = Record(model)
    record.lowest(floors(model))
    granted(record, quick, Control())
    if record.best is None:
        return
    sharp = sharpened(record)
    assert set(expected[1]) <= set(admitted(sharp))


@given(models())
@QUIET
def test_a_model_is_never_dearer_without_some_statements(model):
    for part in eased(model):
        if (least := brute_force(model)) is not None:
            easier = brute_force(part)
            assert easier is not None
            known = dict(zip(part.tiers, easier[0], strict=True))
            assert tuple(known.get(tier, 0) for tier in model.tiers) <= least[0]


def test_bands_without_an_order_may_be_tried_in_the_order_of_the_list():
    bands = Bands((np.array([0]), np.array([1])), np.arange(3), False)
    lined = in_line(Model(2, 3, (Statement(bands),)))
    assert lined.statements[0].term.ordered
    assert in_line(lined) is lined


def test_two_wishes_that_clash_cost_the_lesser_weight_at_least():
    first, second = (Ordered((np.array([a]), np.array([b])), np.arange(2)) for a, b in ((0, 1), (1, 0)))
    model = Model(2, 2, (Statement(first, rule=0, tier=1, weight=3), Statement(second, rule=1, tier=1, weight=2)))
    record = Record(model)
    record.lowest(floors(model))
    granted(record, quick, Control())
    assert (record.best.values, record.bound, record.closed) == ((2,), (2,), True)
    assert hardened(model, {(1, 0), (1, 1)}).tiers == ()


def hall(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the grid of a hall and which seats touch."""
    grid = np.array([(r, c) for r in range(rows) for c in range(columns)])
    near = [(i, j) for i in range(len(grid)) for j in range(i) if np.abs(grid[i] - grid[j]).sum() == 1]
    return grid, np.array(near)


def test_somebody_of_no_group_does_not_keep_a_hall_from_the_block_programme():
    grid, edges = hall(4, 4)
    groups = [Statement(Region(np.arange(a, a + 7), edges, grid)) for a in (0, 7)]
    model = Model(15, 16, tuple(groups))
    assert BlockProgramme(solve_model).supports(model)
    seats = solve_model(model, Control()).seats
    assert all(amount(s.term, seats) == 0 for s in groups)
    assert len(set(seats.tolist())) == 15


def test_soft_shapes_that_clash_have_a_plan_when_time_is_short():
    """Outlines, an order across the groups, pairs: a plan with a bound, whatever the engines reach in a second."""
    grid, edges = hall(6, 8)
    members = [np.arange(a, a + 8) for a in range(0, 40, 8)]
    shapes = [Statement(Compact(g, edges, grid), rule=0, tier=1) for g in members]
    order = Ordered(tuple(np.arange(i, 40, 4) for i in range(4)), np.arange(48))
    pairs = Pair(np.array([[0, 39], [1, 38], [2, 37]]), edges, True)
    model = Model(40, 48, (*shapes, Statement(order, rule=1, tier=2), Statement(pairs, rule=2, tier=1, weight=2)))
    answer = solve_model(model, Control(time_limit=4))
    assert prices(model, answer.seats) == answer.values >= answer.bounds
    assert answer.bounds[0] >= 5 * shortest_outline(8)


# Bands with a price --------------------------------------------------------------------------------------


@pytest.mark.parametrize("most", [1, 2])
@given(banded(tier=1, most=4))
@QUIET
def test_groups_that_share_their_lines_give_the_optimum_or_a_bound_that_holds(most, model):
    solver = BandProgramme(CpSat().solve)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seatplan.solvers.bands._MOST_GROUPS", most)
        answer = solver.solve(model, Control()) if solver.supports(model) else None
    if answer is None or answer.status is Status.UNKNOWN:
        return
    expected = brute_force(model)
    assert (answer.status is Status.INFEASIBLE) == (expected is None)
    if expected is not None:
        assert prices(model, answer.seats) == answer.values >= expected[0] >= answer.bounds
        assert answer.status is not Status.OPTIMAL or answer.values == answer.bounds == expected[0]


def test_two_of_six_groups_meet_where_two_columns_have_one_seat():
    """The second group needs both single seats, or the third a seat of its column."""
    groups = tuple(np.arange(i, i + 2) for i in range(0, 12, 2))
    line = np.repeat(np.arange(7), 2)
    wide = Model(12, 14, (Statement(Bands(groups, line, True), tier=1),))
    holed = Domain(np.arange(12), np.array([s for s in range(14) if s not in (3, 6)]))
    tight = Model(12, 14, (*wide.statements, Statement(holed)))
    for model, least in ((wide, 0), (tight, 1)):
        answer = BandProgramme(solve_model).solve(model, Control())
        assert (answer.values, answer.bounds) == ((least,), (least,))


@given(banded(tier=1, most=4))
@QUIET
def test_bands_on_too_few_lines_cost_no_less_than_is_said(model):
    least = min((prices(model, np.array(seats)) for seats in admitted(model)), default=None)
    assert least is None or crowding(model) <= least


@given(st.data())
@settings(QUIET, max_examples=40)
def test_the_least_crowding_is_reached_where_seats_alone_decide(data):
    """Groups of one to three on lines of two seats: brute force over all plans of the bands alone."""
    sizes = data.draw(st.lists(st.integers(1, 3), min_size=2, max_size=3).filter(lambda s: sum(s) <= 6))
    ends = np.cumsum([0, *sizes])
    groups = tuple(np.arange(a, b) for a, b in pairwise(ends))
    seats = data.draw(st.sampled_from([s for s in (4, 6) if s >= ends[-1]]))
    model = Model(int(ends[-1]), seats, (Statement(Bands(groups, np.arange(seats) // 2, True), tier=1),))
    found, best = crowding(model), brute_force(model)
    assert found <= best[0]
    assert (found > (0,)) == (best[0] > (0,))


# Exchanges ----------------------------------------------------------------------------------------------


@given(models(), st.data())
@QUIET
def test_exchanges_keep_the_musts_and_never_make_a_plan_dearer(model, data):
    plans = list(admitted(model))
    if not plans:
        return
    start = np.array(data.draw(st.sampled_from(plans)))
    seats = polished(model, start, Control(), 400)
    assert tuple(seats.tolist()) in plans
    assert prices(model, seats) <= prices(model, start)


def test_exchanges_end_where_nobody_can_move():
    backwards = Ordered((np.array([1]), np.array([0])), np.arange(2))
    pinned = tuple(Statement(Domain(np.array([p]), np.array([p]))) for p in range(2))
    model = Model(2, 2, (Statement(backwards, tier=1), *pinned))
    assert polished(model, np.arange(2), Control(), 1 << 40).tolist() == [0, 1]


def test_groups_may_be_tried_up_and_down_the_lines():
    """Three groups of three on columns of two: whoever follows begins where the one before ended."""
    grid = np.array([(row, column) for column in range(5) for row in range(2)])
    groups = tuple(np.arange(i, i + 3) for i in (0, 3, 6))
    bands = Statement(Bands(groups, grid[:, 1], True), tier=1)
    shape = Statement(Compact(groups[0], np.array([[0, 1]]), grid), tier=2)
    snake = in_snake(Model(9, 10, (bands, shape)))
    answer = BandProgramme(solve_model).solve(snake, Control())
    order = [0, 1, 3, 2, 4, 5, 7, 6, 8, 9]  # seats as the snake meets them
    met = [order.index(seat) for seat in answer.seats.tolist()]
    assert max(met[:3]) < min(met[3:6]) <= max(met[3:6]) < min(met[6:])
    assert in_snake(Model(9, 10, (shape,))).statements == (shape,)


def test_people_with_a_priced_outline_may_be_tried_as_one_block():
    edges = np.array([[0, 1], [1, 2]])
    outline = Statement(Compact(np.array([0, 1]), edges), tier=1)
    blocks = in_blocks(Model(2, 3, (outline,)))
    assert [type(s.term).__name__ for s in blocks.statements] == ["Compact", "Region"]
    assert set(admitted(blocks)) == {p for p in permutations(range(3), 2) if abs(p[0] - p[1]) == 1}


@given(st.data())
@QUIET
def test_a_gauge_says_what_the_term_says(data):
    """After any change of one or two people, from any plan."""
    people, seats = data.draw(st.integers(2, 5)), 6
    term = data.draw(terms(people, seats))
    before = np.array(data.draw(st.permutations(range(seats))))[:people]
    person = data.draw(st.integers(0, people - 1))
    after, seat = before.copy(), data.draw(st.integers(0, seats - 1))
    changed = [person, *np.flatnonzero((before == seat) & (np.arange(people) != person)).tolist()]
    after[changed] = [seat, *[before[person]] * (len(changed) - 1)]
    found = gauge_of(term, seats).after(before, after, changed, amount(term, before))
    assert found == amount(term, after)


# Orders with a price ------------------------------------------------------------------------------------


@given(models(kinds=(Cost, Ordered)))
@QUIET
def test_inverted_pairs_counted_by_sums_reach_the_brute_force_optimum(model):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("seatplan.solvers.encode_orders._PAIRED", 0)
        answer = CpSat().solve(model, Control())
    expected = brute_force(model)
    assert (answer.status is Status.INFEASIBLE) == (expected is None)
    assert expected is None or answer.values == answer.bounds == expected[0]
