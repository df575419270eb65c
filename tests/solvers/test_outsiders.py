"""A strict order with a few people outside of it: what the programme says is what brute force says."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.result import Status
from seatplan.solvers import Control
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.outsiders import OrderWithOutsiders
from seatplan.terms import Cost, Domain, Model, Ordered, Pair, Statement, amount
from tests.solvers.models import brute_force, terms

QUIET = settings(deadline=None, max_examples=150, derandomize=True)


@st.composite
def ordered_but_some(draw) -> Model:
    """Up to five people, some of them in a strict order, with domains, prices and pairs of all kinds."""
    people = draw(st.integers(2, 5))
    seats = draw(st.integers(people, 7))
    outside = draw(st.integers(1, min(3, people - 1)))
    order = tuple(np.array([p]) for p in draw(st.permutations(range(people)))[: people - outside])
    score = np.array(draw(st.permutations(range(seats))))
    statements = [Statement(Ordered(order, score))]
    for _ in range(draw(st.integers(0, 4))):
        term = draw(terms(people, seats, (Domain, Cost, Pair)))
        tier = draw(st.integers(1, 2)) if isinstance(term, Cost) else 0
        statements.append(Statement(term, tier=tier, weight=draw(st.integers(1, 3))))
    return Model(people, seats, tuple(statements))


@given(ordered_but_some())
@QUIET
def test_what_the_programme_says_is_what_brute_force_says(model):
    assert OrderWithOutsiders().supports(model)
    answer, expected = OrderWithOutsiders().solve(model, Control()), brute_force(model)
    if expected is None:
        assert answer.status is Status.INFEASIBLE
    else:
        assert answer.status is Status.OPTIMAL
        assert answer.values == answer.bounds == expected[0]
        assert tuple(answer.seats.tolist()) in expected[1]


def test_a_delegation_with_somebody_far_behind_is_proven_at_once():
    """Thirty people in two columns of thirty-six; the fifteenth sits in row 25, so fourteen sit before."""
    column, row = np.divmod(np.arange(72), 36)
    order = Ordered(tuple(np.array([p]) for p in range(1, 30)), column * 36 + row)
    statements = (
        Statement(order),
        Statement(Domain(np.array([0]), np.flatnonzero(row == 0))),
        Statement(Domain(np.array([15]), np.array([24]))),
        Statement(Cost(np.arange(30), row), tier=1),
    )
    answer = OrderWithOutsiders().solve(Model(30, 72, statements), Control())
    assert answer.status is Status.OPTIMAL
    assert answer.seats[15] == 24
    assert amount(order, answer.seats) == 0
    assert answer.values == (sum(range(14)) + 24 + sum(range(15)),)


def test_interpreters_are_placed_by_halving_their_seats():
    """Three interpreters beside people of the order, and wishes that pull everybody elsewhere."""
    column, row = np.divmod(np.arange(60), 12)
    beside = np.array([(s, s + 12) for s in range(48)])
    order = Ordered(tuple(np.array([p]) for p in range(3, 50)), column * 12 + row)
    pairs = Pair(np.array([[0, 10], [1, 25], [2, 40]]), beside, wanted=True)
    wishes = [Cost(np.array([p]), (row * 7 + column * 5 * p) % 11) for p in range(50)]
    model = Model(50, 60, (Statement(order), Statement(pairs), *(Statement(wish, tier=1) for wish in wishes)))
    answer = OrderWithOutsiders().solve(model, Control())
    assert answer.status is Status.OPTIMAL
    assert not any(amount(s.term, answer.seats) for s in model.statements if not s.tier)
    assert answer.values == CpSat().solve(model, Control()).values
