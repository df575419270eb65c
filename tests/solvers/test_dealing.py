"""Dealing finds optimal plans or says nothing; what it says is what brute force says."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.result import Status
from seatplan.solvers import Control
from seatplan.solvers.dealing import Dealing
from seatplan.terms import Compact, Cost, Domain, Model, Ordered, Pair, Statement, amount
from tests.solvers.models import brute_force, terms

QUIET = settings(deadline=None, max_examples=300, derandomize=True)


@st.composite
def delegation(draw) -> Model:
    """People in an order, some of whom have prices, domains and pairs of their own."""
    people = draw(st.integers(2, 5))
    seats = draw(st.integers(people, 6))
    order = [np.array([p]) for p in draw(st.permutations(range(people)))[: draw(st.integers(1, people))]]
    score = np.array(draw(st.lists(st.integers(0, 3), min_size=seats, max_size=seats)))
    statements = [Statement(Ordered(tuple(order), score))]
    for _ in range(draw(st.integers(0, 3))):
        term = draw(terms(people, seats, (Domain, Cost, Ordered, Pair)))
        statements.append(Statement(term, tier=draw(st.integers(1, 2)) if isinstance(term, Cost) else 0))
    return Model(people, seats, tuple(statements))


@given(delegation())
@QUIET
def test_what_dealing_says_is_what_brute_force_says(model):
    assert Dealing().supports(model)
    answer, expected = Dealing().solve(model, Control()), brute_force(model)
    if answer.status is Status.INFEASIBLE:
        assert expected is None
    elif answer.status is Status.OPTIMAL:
        assert answer.values == answer.bounds == expected[0]
        assert tuple(answer.seats.tolist()) in expected[1]
    else:
        assert answer.seats is None


def hall(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return row and column of each seat, and the pairs side by side."""
    row, column = np.divmod(np.arange(rows * columns), columns)
    beside = np.array([(s, s + 1) for s in range(rows * columns) if (s + 1) % columns])
    return row, column, beside


def test_a_delegation_with_a_head_a_pair_and_a_speaker_is_seated_at_once():
    """Three rows of four for twelve: 0 the head, 1 and 2 a pair, 3 a speaker at the aisle, the others in order."""
    row, column, beside = hall(3, 4)
    rest = tuple(np.array([p]) for p in range(4, 12))
    aisle = np.where(column == 0, 0, 1)
    model = Model(
        12,
        12,
        (
            Statement(Ordered((np.array([0]), np.arange(1, 12)), row)),
            Statement(Ordered(rest, column * 3 + row)),
            Statement(Pair(np.array([[1, 2]]), beside, wanted=True)),
            Statement(Pair(np.array([[4, 5]]), beside, wanted=False)),
            Statement(Cost(np.array([3]), aisle), tier=1),
        ),
    )
    answer = Dealing().solve(model, Control())
    assert answer.status is Status.OPTIMAL
    assert answer.values == (0,)
    assert all(amount(s.term, answer.seats) == 0 for s in model.statements)


def test_where_orders_forbid_the_cheapest_seats_nothing_is_said():
    """The second must sit behind the first, but both want the seat in front."""
    score = np.array([0, 1, 2])
    dear = Statement(Cost(np.array([0]), np.array([1, 1, 0])), tier=1)
    order = Statement(Ordered((np.array([0]), np.array([1])), score))
    assert Dealing().solve(Model(2, 3, (order, dear)), Control()).status is Status.UNKNOWN
    assert brute_force(Model(2, 3, (order, dear)))[0] == (1,)


def test_too_few_seats_are_told():
    order = Statement(Ordered((np.array([0]), np.array([1])), np.arange(3)))
    narrow = Statement(Domain(np.array([0, 1]), np.array([2])))
    assert Dealing().solve(Model(2, 3, (order, narrow)), Control()).status is Status.INFEASIBLE


def test_other_terms_and_priced_orders_are_left_to_others():
    order = Ordered((np.array([0]), np.array([1])), np.arange(3))
    assert not Dealing().supports(Model(2, 3, (Statement(order, tier=1),)))
    outline = Statement(Compact(np.arange(2), np.array([[0, 1]])), tier=1)
    assert not Dealing().supports(Model(2, 3, (Statement(order), outline)))
    assert not Dealing().supports(Model(2, 3, ()))


def test_an_interpreter_is_placed_where_the_neighbour_will_be_dealt_a_seat():
    """Two speakers could sit anywhere in columns of six; the interpreter must sit beside the 20th in the order."""
    row, column, beside = hall(6, 7)
    order = Ordered(tuple(np.array([p]) for p in range(3, 39)), column * 6 + row)
    statements = (
        Statement(order),
        Statement(Pair(np.array([[0, 22]]), beside, wanted=True)),
        Statement(Cost(np.array([1, 2]), np.where(column == 6, 0, 1)), tier=1),
        Statement(Cost(np.arange(39), row), tier=2),
    )
    answer = Dealing().solve(Model(39, 42, statements), Control())
    assert answer.status is Status.OPTIMAL
    assert all(amount(s.term, answer.seats) == 0 for s in statements if not s.tier)
