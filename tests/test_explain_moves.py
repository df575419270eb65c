"""A change is what the amounts before and after differ by, for every term, person and seat."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seatplan.explain.moves import Moves, changes
from seatplan.terms import amount
from tests.solvers.models import models

QUIET = settings(deadline=None, max_examples=400, derandomize=True, suppress_health_check=list(HealthCheck))


@given(models(most=5), st.randoms(use_true_random=False))
@QUIET
def test_changes_are_the_differences_of_amounts(model, chance):
    seat_of = np.array(chance.sample(range(model.seats), model.people))
    person = chance.randrange(model.people)

    found = changes(model, seat_of, person)

    moves = Moves(seat_of, person, model.seats)
    for row, statement in zip(found, model.statements, strict=True):
        before = amount(statement.term, seat_of)
        after = [amount(statement.term, moves.after(seat)) for seat in range(model.seats)]
        assert row.tolist() == [new - before for new in after], statement.term


def test_a_move_to_a_taken_seat_is_a_swap():
    moves = Moves(np.array([2, 0]), person=0, seats=3)

    assert moves.after(0).tolist() == [0, 2]
    assert moves.after(1).tolist() == [1, 0]
