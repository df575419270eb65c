"""Blocks across a hall-wide order of classes: zones against every plan, exchanges, and plans with true bounds."""

from __future__ import annotations

from itertools import permutations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.coupled_halls import instance
from seatplan.result import Status
from seatplan.solvers import Control, blocks_zoned, solve_model
from seatplan.solvers.answer import prices
from seatplan.solvers.blocks_swaps import Swaps
from seatplan.solvers.blocks_zoned import ZonedBlocks
from seatplan.solvers.blocks_zones import zoned
from seatplan.solvers.regions import parts_of
from seatplan.terms import Compact, Domain, Model, Ordered, Pair, Region, Statement, amount
from tests.solvers.models import admitted, brute_force, gridded
from tests.solvers.test_against_brute_force import QUIET


@st.composite
def ranked(draw) -> Model:
    """Blocks on a small grid, a hall-wide order in two classes, perhaps a couple who must sit together."""
    model = draw(gridded())
    people = list(range(model.people))
    first = draw(st.lists(st.sampled_from(people), min_size=1, max_size=model.people - 1, unique=True))
    classes = np.array(sorted(first)), np.array(sorted(set(people) - set(first)))
    statements = [*model.statements, Statement(Ordered(classes, np.arange(model.seats)))]
    if draw(st.booleans()):
        pair = np.array([draw(st.permutations(people))[:2]])
        statements.append(Statement(Pair(pair, model.statements[0].term.edges, True)))
    return Model(model.people, model.seats, tuple(statements))


@given(ranked())
@QUIET
def test_zones_together_admit_every_plan_of_the_order_and_nothing_else(model):
    order = model.statements[-2 if isinstance(model.statements[-1].term, Pair) else -1]
    found = {plan for zone in zoned(model, [order]) for plan in admitted(zone)}
    assert found == set(admitted(model))


@given(ranked())
@settings(QUIET, max_examples=25)
def test_a_plan_keeps_every_must_and_no_plan_is_below_its_bounds(model):
    with patch.multiple(blocks_zoned, _TRIES=3, _STEPS=300):
        answer, expected = ZonedBlocks(solve_model).solve(model, Control()), brute_force(model)
    if expected is None:
        assert answer.seats is None
    elif answer.seats is not None:
        assert all(amount(s.term, answer.seats) == 0 for s in model.statements if s.tier == 0)
        assert answer.values == prices(model, answer.seats) >= expected[0]
        assert answer.bounds <= expected[0]
        assert (answer.status is Status.OPTIMAL) == (answer.values == answer.bounds)


@given(ranked())
@settings(QUIET, max_examples=30)
def test_the_whole_way_ends_at_the_optimum(model):
    with patch.multiple(blocks_zoned, _TRIES=2, _STEPS=300, _LEAST=2):
        answer, expected = solve_model(model, Control()), brute_force(model)
    if expected is None:
        assert answer.status is Status.INFEASIBLE
    else:
        assert (answer.status, answer.values) == (Status.OPTIMAL, expected[0])


def _swaps(label: list[int], partners=None) -> Swaps:
    """Return two groups, casts 0 and 1 and casts 2 and 3, on a row of seats that everybody may take."""
    size = len(label)
    near = [[other for other in (seat - 1, seat + 1) if 0 <= other < size] for seat in range(size)]
    grid = np.array([(0, seat) for seat in range(size)])
    free, nothing = [[True] * size for _ in range(4)], [[0.0] * size for _ in range(4)]
    return Swaps(label, [0, 0, 1, 1], free, nothing, near, grid, partners or {})


def test_exchanges_end_with_connected_groups_and_keep_who_sits_there():
    swaps = _swaps([0, 2, 1, 3, -1, 0, 2, 1, 3])
    assert swaps.faults == 6
    swaps.anneal(4_000, Control())
    assert swaps.faults == 0
    assert sorted(swaps.label) == [-1, 0, 0, 1, 1, 2, 2, 3, 3]
    assert len(parts_of(np.array(sorted(swaps.seats_of[0])), np.array([[a, a + 1] for a in range(8)]))) == 1


def test_exchanges_bring_partners_together():
    beside = [[other for other in (seat - 1, seat + 1) if 0 <= other < 6] for seat in range(6)]
    swaps = _swaps([0, 2, 1, 2, 0, 3], {1: [(3, beside)], 3: [(1, beside)]})
    swaps.anneal(4_000, Control())
    assert abs(swaps.label.index(1) - swaps.label.index(3)) == 1


@pytest.mark.parametrize("swaps", list(permutations([0, 1, 2, 3]))[:6])
def test_the_price_of_an_exchange_is_the_difference_of_the_whole(swaps):
    """What a step reckons on its seats is what all seats together change by."""
    row = _swaps([*swaps, -1, 0])
    row.anneal(0, Control())
    whole = tuple(range(6))
    for s, t in [(0, 3), (1, 4), (2, 5), (0, 1)]:
        before, here = row._local(whole), row._local((s, t))
        row._swap(((s, t),))
        assert row._local(whole) - before == pytest.approx(row._local((s, t)) - here)


def test_couples_of_two_classes_choose_where_one_class_ends():
    """Six seats in a row, classes of two and two: the couple sits on both sides of the end."""
    row = np.array([[i, i + 1] for i in range(5)])
    order = Statement(Ordered((np.array([0, 1]), np.array([2, 3])), np.arange(6)))
    model = Model(4, 6, (order, Statement(Pair(np.array([[1, 2]]), row[[2]], True))))
    ends = {int(max(zone.statements[-2].term.seats)) for zone in zoned(model, [order])}
    assert ends == {2}
    assert all(isinstance(s.term, Domain) for zone in zoned(model, [order]) for s in zone.statements[-2:])


def test_blocks_with_sets_in_one_run_need_no_order():
    """Two blocks of twelve, each with a set of three side by side: no rank order, and no engine."""
    grid = np.array([(r, c) for r in range(4) for c in range(7)])
    beside = np.array([(s, s + 1) for s in range(27) if s % 7 < 6])
    edges = np.concatenate([beside, [(s, s + 7) for s in range(21)]])
    groups = np.arange(12), np.arange(12, 24)
    blocks = [Statement(Region(g, edges, grid)) for g in groups]
    shapes = [Statement(Compact(g, edges, grid), tier=1) for g in groups]
    sets = [Statement(Region(g[[0, 4, 7]], beside)) for g in groups]
    model, solver = Model(24, 28, (*blocks, *shapes, *sets)), ZonedBlocks(solve_model)
    assert solver.supports(model)
    answer = solver.solve(model, Control())
    assert all(amount(s.term, answer.seats) == 0 for s in model.statements if s.tier == 0)
    assert answer.values >= answer.bounds == (28,)


@pytest.mark.slow
def test_a_hall_of_blocks_and_ranks_has_a_plan_whatever_is_asked_for_first():
    model = instance(120, 2, "blocks").model
    one, other = (ZonedBlocks(solve_model).solve(model, Control(seed=3)) for _ in range(2))
    assert all(amount(s.term, one.seats) == 0 for s in model.statements if s.tier == 0)
    assert one.values == prices(model, one.seats)
    assert all(bound <= value for bound, value in zip(one.bounds, one.values, strict=True))
    assert one.seats.tolist() == other.seats.tolist()
