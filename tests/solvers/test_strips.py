"""Strips and packings price what they lay exactly; floors of outlines hold over all plans."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.result import Status
from seatplan.solvers import Control, solve_model
from seatplan.solvers.answer import prices
from seatplan.solvers.blocks import BlockProgramme
from seatplan.solvers.floors import floors, shortest_outline
from seatplan.solvers.packing import cuts_into_strips, pack
from seatplan.solvers.regions import parts_of
from seatplan.solvers.strips import MISSING, NEVER, Ask, Ground, Strip
from seatplan.terms import Compact, Cost, Domain, Model, Region, Statement, amount
from tests.solvers.models import admitted

QUIET = settings(deadline=None, max_examples=100, derandomize=True)


def lattice(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the cells of a grid, and the pairs of them that touch."""
    grid = np.array([(r, c) for r in range(rows) for c in range(columns)])
    apart = np.abs(grid[:, None] - grid[None, :]).sum(axis=2)
    return grid, np.argwhere(np.triu(apart == 1))


def ground(rows: int, columns: int, special: tuple[int, ...] = (), values: tuple[int, ...] = ()) -> Ground:
    """Return a full hall with one seat kind beside the common one."""
    grid, edges = lattice(rows, columns)
    usable = np.ones(len(grid), dtype=bool)
    kind = np.zeros(len(grid), dtype=bool)
    kind[list(special)] = True
    wishes = np.array([values], dtype=np.intp) if values else np.empty((0, len(grid)), dtype=np.intp)
    return Ground(grid, edges, usable, ~kind, np.array([~kind, kind]), wishes)


def outline(seats: np.ndarray, edges: np.ndarray) -> int:
    return amount(Compact(np.arange(len(seats)), edges), np.asarray(seats))


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("size", [1, 2, 5, 7, 12])
def test_the_outline_of_every_stretch_is_that_of_its_seats(turned, size):
    hall = ground(3, 4)
    strip = Strip(hall, np.arange(12), turned)
    found = [outline(strip.cells[a : a + size], hall.edges) for a in range(12 - size + 1)]
    assert strip.outlines(size).tolist() == found


def test_a_snake_runs_from_each_seat_to_one_that_touches_it():
    for turned in (False, True):
        strip = Strip(ground(3, 4), np.arange(12), turned)
        steps = np.abs(np.diff(strip.ground.grid[strip.cells], axis=0)).sum(axis=1)
        assert steps.tolist() == [1] * 11


def test_special_seats_leave_a_hole_that_costs_its_sides():
    strip = Strip(ground(3, 3, special=(4,)), np.arange(9), turned=False)
    assert len(strip) == 8
    assert strip.outlines(8).tolist() == [12 + 4]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=3), st.booleans())
@QUIET
def test_an_order_is_laid_at_the_least_price_of_all_stretches(sizes, turned):
    """Against all ways to leave seats empty between the groups."""
    from itertools import combinations

    hall = ground(3, 4, values=tuple(i % 5 for i in range(12)))
    strip = Strip(hall, np.arange(12), turned)
    asks = [Ask(n, wishes=((0, 1),)) for n in sizes]

    def price(starts: list[int]) -> int:
        cells = [strip.cells[a : a + n] for a, n in zip(starts, sizes, strict=True)]
        return sum(outline(c, hall.edges) + int(hall.prices[0][c].min()) for c in cells)

    spare = 12 - sum(sizes)
    every = []
    for gaps in combinations(range(spare + len(sizes)), len(sizes)):
        free = [g - i for i, g in enumerate(gaps)]
        every.append([f + sum(sizes[:i]) for i, f in enumerate(free)])
    cost, placed = strip.place(list(range(len(sizes))), asks)
    assert cost == min(map(price, every), default=NEVER)
    if not every:
        return
    assert price([start for _, start, _ in placed]) == cost


def test_a_group_that_needs_a_special_seat_goes_where_one_is():
    hall = ground(2, 6, special=(10,))
    strip = Strip(hall, np.arange(12), turned=False)
    asks = [Ask(3, needs=((1, 1),), special=True), Ask(3)]
    cost, placed = strip.place([1, 0], asks)
    assert cost < MISSING
    assert 10 in strip.block(placed[1], asks[0]).tolist()
    assert 10 not in strip.block(placed[0], asks[1]).tolist()
    assert (
        Strip(hall, np.arange(6), turned=False).place([0], [Ask(3, needs=((1, 1),), special=True)])[0] >= MISSING
    )


@pytest.mark.parametrize("corner", [0, 5, 6, 11])
def test_a_special_seat_in_a_corner_is_within_reach(corner):
    hall = ground(2, 6, special=(corner,))
    strip, asks = Strip(hall, np.arange(12), turned=False), [Ask(3, needs=((1, 1),), special=True), Ask(4)]
    found = [strip.place(order, asks) for order in ([0, 1], [1, 0])]
    cost, placed = min(found)
    assert cost < MISSING
    block = next(strip.block(one, asks[0]) for one in placed if one[0] == 0)
    assert corner in block.tolist()
    assert len(parts_of(block, hall.edges)) == 1


def test_a_forbidden_stretch_is_not_used_again():
    strip = Strip(ground(2, 4), np.arange(8), turned=False)
    _, placed = strip.place([0], [Ask(4)])
    strip.forbid(placed[0])
    assert strip.place([0], [Ask(4)])[1] != placed


@pytest.mark.parametrize("turned", [False, True])
def test_a_cut_takes_every_line_once(turned):
    hall = ground(7, 9)
    for strips in cuts_into_strips(hall, np.arange(63), [5, 9, 14], turned=turned):
        assert sorted(np.concatenate([strip.cells for strip in strips]).tolist()) == list(range(63))
        assert sum(map(len, strips)) == 63


@given(st.lists(st.integers(2, 12), min_size=2, max_size=6), st.integers(0, 3))
@settings(QUIET, max_examples=15)
def test_a_packing_gives_each_group_a_block_of_its_own(sizes, seed):
    hall = ground(6, 9)
    asks = [Ask(n) for n in sizes] if sum(sizes) <= 40 else [Ask(2) for _ in sizes]
    for packing in pack(hall, np.arange(54), list(range(len(asks))), asks, Control(seed=seed)):
        blocks = {g: seats for g, _, _, seats in packing.blocks()}
        assert sorted(blocks) == list(range(len(asks)))
        assert [len(blocks[g]) for g in range(len(asks))] == [ask.size for ask in asks]
        taken = np.concatenate(list(blocks.values()))
        assert len(set(taken.tolist())) == len(taken)
        assert all(len(parts_of(seats, hall.edges)) == 1 for seats in blocks.values())
        assert packing.cost == sum(outline(seats, hall.edges) for seats in blocks.values())
        assert packing.cost >= sum(shortest_outline(ask.size) for ask in asks)


def delegations(hall: Ground, sizes: list[int], *more: Statement) -> Model:
    ends = np.cumsum([0, *sizes])
    groups = [np.arange(a, b) for a, b in pairwise(ends)]
    shapes = [Statement(Region(g, hall.edges, hall.grid)) for g in groups]
    shapes += [Statement(Compact(g, hall.edges, hall.grid), tier=1) for g in groups]
    return Model(int(ends[-1]), len(hall.grid), (*shapes, *more))


def test_squares_that_fill_a_hall_are_found_and_proven():
    """Four groups of nine in a hall of six by six: nothing but four squares reaches the bound."""
    model = delegations(ground(6, 6), [9, 9, 9, 9])
    answer = BlockProgramme(solve_model).solve(model, Control())
    assert answer.status is Status.OPTIMAL
    assert answer.values == answer.bounds == (48,)


def test_earlier_groups_sit_in_earlier_containers():
    hall = ground(8, 6)
    two_floors = Statement(Domain(np.arange(27), np.setdiff1d(np.arange(48), np.arange(24, 30))))
    answer = BlockProgramme(solve_model).solve(delegations(hall, [9, 9, 9], two_floors), Control())
    assert (answer.seats[:18] < 24).all()
    assert (answer.seats[18:] >= 30).all()


def test_a_dear_wish_is_met_before_the_outline():
    values = np.ones(24, dtype=np.intp)
    values[[0, 20]] = 0
    hall = ground(4, 6)
    wishes = [Statement(Cost(np.array([p]), values), tier=1) for p in (0, 4)]
    model = delegations(hall, [4, 4], *wishes)
    strong = Model(
        8, 24, tuple(s if s.tier == 0 or s in wishes else Statement(s.term, tier=2) for s in model.statements)
    )
    answer = BlockProgramme(solve_model).solve(strong, Control())
    assert answer.values == answer.bounds == (0, 16)


@st.composite
def outlined(draw) -> Model:
    """Two or three groups on a grid with a few edges more than a grid has, some of them doubled."""
    rows, columns = draw(st.sampled_from([(2, 3), (3, 2), (1, 6)]))
    grid, edges = lattice(rows, columns)
    pairs = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
    more = np.array(draw(st.lists(pairs, max_size=3)), dtype=np.intp).reshape(-1, 2)
    if draw(st.booleans()):
        grid = grid // draw(st.sampled_from([1, 1, 2]))
    of = np.array(draw(st.lists(st.integers(0, 2), min_size=4, max_size=4)))
    groups = [np.flatnonzero(of == k) for k in range(3) if (of == k).any()]
    if draw(st.booleans()):
        groups.append(np.arange(draw(st.integers(1, 3))))
    every = np.concatenate([edges, more])
    outlines = [Statement(Compact(g, every, grid), tier=1, weight=draw(st.integers(1, 3))) for g in groups]
    return Model(4, 6, tuple(outlines))


@given(outlined())
@QUIET
def test_no_plan_undercuts_the_floor_of_its_outlines(model):
    (floor,) = floors(model)
    assert floor <= min(prices(model, np.array(seats))[0] for seats in admitted(model))


def test_an_edge_off_the_grid_counts_once_for_all_groups():
    hall = ground(2, 6)
    model = delegations(hall, [4, 4])
    edges = np.concatenate([hall.edges, [[0, 11]]])
    off = Model(
        8, 12, tuple(Statement(Compact(s.term.people, edges, hall.grid), tier=1) for s in model.statements[2:])
    )
    assert floors(off) == (2 * shortest_outline(4) - 2,)


def test_a_floor_of_fifteen_groups_is_packed_near_its_bound():
    """Twenty rows of thirty with six holes, seven seats in eight taken, somebody of each group near an aisle."""
    hall = ground(20, 30)
    free = np.setdiff1d(np.arange(600), [125, 140, 155, 425, 440, 455])
    aisle = np.where(np.isin(hall.grid[:, 1], [9, 10, 19, 20]), 0, 1)
    sizes = [25 + 17 * i % 20 for i in range(15)]
    first = np.cumsum([0, *sizes[:-1]])
    model = delegations(hall, sizes, Statement(Domain(np.arange(sum(sizes)), free)))
    wishes = tuple(Statement(Cost(np.array([p]), aisle), tier=1) for p in first)
    outlines = tuple(Statement(s.term, tier=2) if s.tier else s for s in model.statements)
    model = Model(model.people, 600, outlines + wishes)
    answer = BlockProgramme(solve_model).solve(model, Control())
    assert sum(sizes) > 0.87 * len(free)
    assert answer.values[0] == answer.bounds[0] == 0
    assert answer.bounds[1] < answer.values[1] <= 1.1 * answer.bounds[1]
    assert all(amount(s.term, answer.seats) == 0 for s in model.statements if s.tier == 0)
