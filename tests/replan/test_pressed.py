"""Who must sit beside somebody presses a neighbour away; who only wishes it does not."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.replan.pressed import placements, pressed
from seatplan.solvers import domains_of
from seatplan.terms import Domain, Model, Pair, Statement

ROW = np.array([[0, 1], [1, 2], [2, 3]])


def found(*statements: Statement, staying: tuple[int, ...] = (0, 1, -1)) -> list[tuple[int, list[int]]]:
    model = Model(len(staying), 4, statements)
    return [(one.person, one.seats.tolist()) for one in pressed(model, np.array(staying), domains_of(model))]


def beside(one: int, other: int, *, tier: int = 0, wanted: bool = True) -> Statement:
    return Statement(Pair(np.array([[one, other]]), ROW, wanted=wanted), tier=tier)


@pytest.mark.parametrize("pair", [(0, 2), (2, 0)])
def test_a_must_presses_whoever_is_named_first(pair: tuple[int, int]) -> None:
    assert found(beside(*pair)) == [(2, [1])]


@pytest.mark.parametrize("statement", [beside(0, 2, tier=1), beside(0, 2, wanted=False)])
def test_a_wish_or_a_distance_presses_nobody(statement: Statement) -> None:
    assert found(statement) == []


def test_a_free_seat_beside_presses_nobody() -> None:
    assert found(beside(1, 2)) == []


def test_whoever_has_only_this_seat_gives_no_way() -> None:
    assert found(beside(0, 2), Statement(Domain(np.array([1]), np.array([1])))) == [(2, [])]


def test_a_placement_leaves_whoever_sat_there_without_a_seat() -> None:
    staying, model = np.array([0, 1, -1]), Model(3, 4, (beside(0, 2),))
    guests = pressed(model, staying, domains_of(model))

    assert [seats.tolist() for seats in placements(staying, guests)] == [[0, -1, 1]]
