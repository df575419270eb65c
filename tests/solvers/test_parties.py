"""Couples, runs and strangers that share variables: the best plans are those of brute force all the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.solvers import Control
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.encode import encode
from seatplan.solvers.highs import Highs
from seatplan.solvers.parties import kinds_of, lines_of
from seatplan.solvers.strangers import Meeting, kept_apart
from seatplan.terms import Cost, Model, Ordered, Pair, Region, Statement, amount
from tests.solvers.test_against_brute_force import QUIET, judge


def _line(seats: int, cut: int) -> np.ndarray:
    return np.array([(s, s + 1) for s in range(seats - 1) if s != cut], dtype=np.intp).reshape(-1, 2)


@st.composite
def halls(draw) -> Model:
    """Six people on a row or two: couples, sets in one run, strangers, classes, prices."""
    seats = draw(st.integers(6, 7))
    edges = _line(seats, draw(st.integers(1, seats)))
    people = draw(st.permutations(range(6)))
    statements = []
    shape = draw(st.sampled_from(["couples", "runs", "mixed", "chain"]))
    if shape in ("couples", "mixed"):
        pairs = [people[:2], people[2:4], people[4:6]][: draw(st.integers(1, 3)) if shape == "couples" else 1]
        statements.append(Statement(Pair(np.array(pairs), edges, wanted=True)))
    if shape == "chain":
        statements.append(Statement(Pair(np.array([people[:2], people[1:3]]), edges, wanted=True)))
    if shape == "runs":
        size = draw(st.integers(2, 3))
        sets = [people[i : i + size] for i in range(0, 6 - size + 1, size)][: draw(st.integers(1, 2))]
        statements += [Statement(Region(np.array(sorted(members)), edges)) for members in sets]
    if shape == "mixed":
        statements.append(Statement(Region(np.array(sorted(people[2 : 4 + draw(st.integers(0, 1))])), edges)))
    if draw(st.booleans()):
        apart = draw(st.lists(st.permutations(range(6)).map(lambda p: sorted(p[:2])), min_size=1, max_size=3))
        statements.append(Statement(Pair(np.unique(np.array(apart), axis=0), edges, wanted=False)))
    if draw(st.booleans()):
        cut = draw(st.integers(1, 5))
        classes = np.arange(cut), np.arange(cut, 6)
        statements.append(Statement(Ordered(classes, np.array(draw(st.permutations(range(seats)))))))
    for tier in (1, 2):
        payers = np.array(sorted(draw(st.sets(st.integers(0, 5), min_size=1))))
        values = np.array(draw(st.lists(st.integers(0, 4), min_size=seats, max_size=seats)))
        statements.append(Statement(Cost(payers, values), tier=tier))
    return Model(6, seats, tuple(statements))


@pytest.mark.parametrize("engine", [CpSat, Highs])
@given(model=halls())
@settings(QUIET, max_examples=40)
def test_the_optimum_is_that_of_brute_force(engine, model):
    judge(model, engine().solve(model, Control()))


def test_like_couples_are_one_kind_and_unlike_ones_are_not():
    pairs = Pair(np.array([[0, 1], [2, 3], [4, 5]]), _line(8, 9), wanted=True)
    cost = Cost(np.array([1, 3]), np.arange(8))
    kinds = kinds_of(Model(6, 8, (Statement(pairs), Statement(cost, tier=1))))
    assert [(c.pairs.tolist(), c.even) for c in kinds.couples] == [([[0, 1], [2, 3]], False), ([[4, 5]], True)]
    assert [cast.people.tolist() for cast in kinds.casts] == [[0, 2], [1, 3], [4, 5]]


def test_somebody_of_two_pairs_is_told_apart():
    pairs = Pair(np.array([[0, 1], [1, 2]]), _line(4, 9), wanted=True)
    kinds = kinds_of(Model(3, 4, (Statement(pairs),)))
    assert not kinds.couples
    assert len(kinds.casts) == 3


def test_like_sets_are_one_kind_of_runs():
    sets = [Statement(Region(np.arange(i, i + 3), _line(9, 9))) for i in (0, 3)]
    kinds = kinds_of(Model(6, 9, (*sets, Statement(Cost(np.array([0, 3]), np.arange(9)), tier=1))))
    assert [[members.tolist() for members in runs.sets] for runs in kinds.runs] == [[[0, 1, 2], [3, 4, 5]]]
    assert [cast.people.tolist() for cast in kinds.casts] == [[0, 3], [1, 2, 4, 5]]


def test_strangers_exchange_seats_with_like_people():
    apart = Pair(np.array([[0, 1]]), _line(4, 9), wanted=False)
    program = encode(Model(4, 4, (Statement(apart),)))
    seats = kept_apart(program, np.arange(4))
    assert sorted(seats.tolist()) == [0, 1, 2, 3]
    assert amount(apart, seats) == 0


def test_strangers_whom_nobody_can_be_exchanged_for_are_told():
    apart = Pair(np.array([[0, 1]]), _line(3, 9), wanted=False)
    program = encode(Model(2, 3, (Statement(apart),)))
    with pytest.raises(Meeting) as told:
        kept_apart(program, np.array([0, 1]))
    assert told.value.pairs == {(0, 1)}


@pytest.mark.parametrize("edges", [[[0, 1], [1, 2], [2, 0]], [[0, 1], [0, 2], [0, 3]]])
def test_a_ring_and_a_fork_are_no_lines(edges):
    assert lines_of(np.array(edges)) is None


def test_a_short_run_whose_people_follow_an_order_is_dealt_in_that_order():
    """Two seats hold the run; the order wants the second of them first."""
    order = Statement(Ordered((np.array([0]), np.array([1])), np.array([1, 0, 0, 0])))
    run = Statement(Region(np.array([0, 1]), np.array([[0, 2]])))
    answer = Highs().solve(Model(2, 4, (order, run)), Control())
    assert answer.seats.tolist() == [2, 0]
