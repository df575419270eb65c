"""Interchangeable equals sit in the order of the roster; nobody else moves, and no price changes."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.solvers import settled
from seatplan.terms import Domain, Model, Ordered, Pair, Statement, amount

SCORE = np.array([3, 2, 1, 0])


def _model(*more: Statement, tier: int = 0) -> Model:
    order = Ordered((np.array([0]), np.array([1, 2, 3])), SCORE)
    return Model(4, 4, (Statement(order, tier=tier), *more))


@pytest.mark.parametrize("tier", [0, 1])
def test_equals_follow_the_order_of_honour(tier: int) -> None:
    assert settled(_model(tier=tier), np.array([3, 0, 1, 2])).tolist() == [3, 2, 1, 0]


def test_people_who_are_told_apart_stay() -> None:
    bound = Statement(Domain(np.array([1]), np.array([0, 1])))

    assert settled(_model(bound), np.array([3, 0, 1, 2])).tolist() == [3, 0, 2, 1]


def test_people_without_a_seat_stay_without() -> None:
    assert settled(_model(), np.array([3, 0, -1, 2])).tolist() == [3, 2, -1, 0]


@pytest.mark.parametrize("seed", range(20))
def test_no_amount_changes(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pairs = Statement(Pair(rng.permutation(4)[:2].reshape(1, 2), np.array([[0, 1], [2, 3]]), True), tier=2)
    where = Statement(Domain(rng.permutation(4)[:2], rng.permutation(4)[:3]), tier=3)
    model, seats = _model(pairs, where, tier=1), rng.permutation(4)

    new = settled(model, seats)

    assert sorted(new) == sorted(seats)
    for statement in model.statements:
        assert amount(statement.term, new) == amount(statement.term, seats)
