"""Plans near the old one, and windows that lose no better plan."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.explain.chain import chain, fewest_moves
from seatplan.explain.elsewhere import _relaxed
from seatplan.explain.window import window
from seatplan.solvers import Control
from seatplan.solvers.answer import prices
from seatplan.terms import Cost, Model, Statement
from tests.solvers.models import admitted, models
from tests.test_conflict_brute_force import QUIET


@given(models(most=5), st.randoms(use_true_random=False))
@settings(QUIET, max_examples=200)
def test_a_chain_keeps_every_must_and_seats_the_person(model, chance):
    plans = list(admitted(model))
    if not plans:
        return
    seat_of = np.array(chance.choice(plans))
    person, seat = chance.randrange(model.people), chance.randrange(model.seats)

    found = chain(model, seat_of, person, seat)

    if found is not None:
        assert found[person] == seat
        assert tuple(found) in plans


@given(models(most=5), st.randoms(use_true_random=False))
@settings(QUIET, max_examples=200)
def test_people_whom_nothing_tells_apart_change_seats_at_no_price(model, chance):
    plans = list(admitted(model))
    if len(plans) < 2:
        return
    old, new = (np.array(p) for p in chance.sample(plans, 2))

    found = fewest_moves(model, new, old)

    assert tuple(found) in plans
    assert prices(model, found) == prices(model, new)
    assert (found != old).sum() <= (new != old).sum()


@given(models(most=6), st.randoms(use_true_random=False))
@settings(QUIET, max_examples=300)
def test_a_window_holds_every_plan_that_is_better(model, chance):
    plans = list(admitted(model))
    matched = _relaxed(model, Control()).seats
    if not plans or matched is None:
        return
    known = prices(model, np.array(chance.choice(plans)))

    smaller = window(model, matched, known)

    if smaller is not None:
        left = set(admitted(smaller))
        assert left >= {p for p in plans if prices(model, np.array(p)) < known}


def test_a_window_leaves_out_what_is_too_dear():
    """Ann pays the row; no plan that costs less than 3 has her far behind."""
    model = Model(1, 9, (Statement(Cost(np.array([0]), np.arange(9)), tier=1),))

    smaller = window(model, np.array([0]), (3,))

    assert smaller.statements[-1].term.seats.tolist() == [0, 1, 2, 3]


def test_a_full_room_has_a_window_too():
    """Nobody can give way to a free seat; the prices of seats are relative there."""
    values = 9 - 9 * np.eye(4, dtype=np.intp)
    costs = (Statement(Cost(np.array([i]), row), tier=1) for i, row in enumerate(values))
    model = Model(4, 4, tuple(costs))

    smaller = window(model, np.arange(4), (5,))

    assert set(admitted(smaller)) == {(0, 1, 2, 3)}
