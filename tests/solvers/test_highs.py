"""HiGHS against brute force and against CP-SAT; what it says when time is up or there is no plan."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings

from benchmarks.coupled_halls import instance
from seatplan.result import Status
from seatplan.solvers import Control, highs
from seatplan.solvers.answer import prices
from seatplan.solvers.control import Stopped
from seatplan.solvers.cpsat import CpSat
from seatplan.solvers.highs import Highs
from seatplan.solvers.program import Row
from seatplan.terms import Cost, Domain, Model, Pair, Region, Statement, amount
from tests.solvers.models import models
from tests.solvers.test_against_brute_force import QUIET, judge


@given(models())
@QUIET
def test_it_reaches_the_brute_force_optimum_of_every_tier(model):
    answer = Highs().solve(model, Control())
    judge(model, answer)
    assert (answer.method == "CP-SAT") == (answer.status is Status.INFEASIBLE)


@pytest.mark.parametrize("kind", ["delegations", "families"])
def test_both_engines_agree_on_a_hall_in_every_tier(kind):
    model = instance(50, 2, kind).model
    one, other = Highs().solve(model, Control()), CpSat().solve(model, Control())
    assert one.status is other.status is Status.OPTIMAL
    assert one.values == one.bounds == other.values == prices(model, one.seats)
    assert all(amount(s.term, one.seats) == 0 for s in model.statements if s.tier == 0)


@given(models())
@settings(QUIET, max_examples=40)
def test_no_time_is_never_called_a_proof(model):
    """Stopped before it begins, or with a plan whose bounds hold."""
    with pytest.raises(Stopped):
        Highs().solve(model, Control(time_limit=0.0))


def test_little_time_gives_an_honest_status():
    model = instance(120, 1).model
    answer = Highs().solve(model, Control(time_limit=0.3))
    assert (answer.status is Status.OPTIMAL) == (answer.seats is not None and answer.values == answer.bounds)
    assert all(bound <= value for bound, value in zip(answer.bounds, answer.values, strict=True))


def test_an_interrupted_search_returns_at_once():
    control = Control()
    control.stop.set()
    with pytest.raises(Stopped):
        Highs().solve(instance(50, 1).model, control)


def test_that_there_is_no_plan_is_said_by_two_engines():
    """Two pairs who keep together on three seats in a row."""
    pairs = Pair(np.array([[0, 1], [2, 3]]), np.array([[0, 1], [1, 2]]), wanted=True)
    cost = Statement(Cost(np.arange(4), np.arange(4)), tier=1)
    answer = Highs().solve(Model(4, 4, (Statement(pairs), cost)), Control())
    assert (answer.status, answer.method) == (Status.INFEASIBLE, "CP-SAT")


def test_a_false_claim_that_there_is_no_plan_is_not_told(monkeypatch):
    monkeypatch.setattr(highs._Engine, "minimize", lambda *_: highs.Outcome(Status.INFEASIBLE))
    model = Model(1, 2, (Statement(Cost(np.arange(1), np.array([4, 7])), tier=1),))
    answer = Highs().solve(model, Control())
    assert (answer.status, answer.values, answer.method) == (Status.OPTIMAL, (4,), "CP-SAT")


def test_values_are_checked_against_every_row_in_integers():
    row = Row((0, 1), (1, 1), 1, 1)
    assert highs._holds([1, 1], [row], np.array([1, 0]))
    assert not highs._holds([1, 1], [row], np.array([1, 1]))
    assert not highs._holds([1, 1], [row], np.array([0, 0]))
    assert not highs._holds([1, 1], [], np.array([2, 0]))


def test_a_bound_is_rounded_up_only_beyond_the_tolerance():
    assert [highs._rounded(b) for b in (6.9999999, 7.0000001, 7.1, 6.2)] == [7, 7, 8, 7]


@pytest.mark.parametrize("seed", range(2))
def test_the_same_seed_gives_the_same_seats(seed):
    model = instance(50, 1).model
    first, again = (Highs().solve(model, Control(seed=seed)) for _ in range(2))
    assert first.seats.tolist() == again.seats.tolist()


def test_nothing_is_printed(capfd):
    Highs().solve(instance(50, 1).model, Control())
    assert capfd.readouterr() == ("", "")


def test_a_region_torn_in_the_last_tier_is_mended_there():
    """Two people side by side, cheapest on the two ends of a row of four."""
    edges = np.array([[0, 1], [1, 2], [2, 3]])
    cost = Cost(np.arange(2), np.array([0, 5, 9, 1]))
    model = Model(2, 4, (Statement(Region(np.arange(2), edges)), Statement(cost, tier=1)))
    answer = Highs().solve(model, Control())
    assert (answer.values, answer.bounds, sorted(answer.seats.tolist())) == ((5,), (5,), [0, 1])


def test_it_leaves_models_without_prices_to_others():
    assert not Highs().supports(Model(1, 1, (Statement(Domain(np.arange(1), np.arange(1))),)))
