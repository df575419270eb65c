"""What is left when time is up: whoever is stopped leaves the rest of the time, and the plans, to others."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest

from seatplan.result import Status
from seatplan.solvers import Control, choose, highs, solve_model
from seatplan.solvers.control import Stopped
from seatplan.solvers.encode import encode
from seatplan.terms import Cost, Domain, Model, Pair, Statement

PAIRED = Model(
    2,
    3,
    (
        Statement(Pair(np.array([[0, 1]]), np.array([[0, 1], [1, 2]]), True)),
        Statement(Cost(np.array([0]), np.array([2, 1, 0])), tier=1),
    ),
)


def test_writing_a_programme_stops_when_time_is_up():
    with pytest.raises(Stopped, match="time limit"):
        encode(PAIRED, Control(time_limit=0.0))


def test_a_method_that_is_stopped_in_its_share_of_the_time_leaves_the_rest_to_the_next(monkeypatch):
    def stopped(self, model, control):
        raise Stopped("time limit")

    monkeypatch.setattr(highs.Highs, "solve", stopped)
    answer = solve_model(PAIRED, Control())
    assert (answer.status, answer.values, answer.method) == (Status.OPTIMAL, (0,), "CP-SAT")


def test_the_plan_that_keeps_the_musts_is_given_when_all_others_are_stopped(monkeypatch):
    def stopped(self, model, control):
        raise Stopped("time limit")

    for solver in (choose.Highs, choose.CpSat):
        monkeypatch.setattr(solver, "solve", stopped)
    priced = Statement(Pair(np.array([[0, 1]]), np.array([[0, 1]]), True), tier=1)
    answer = solve_model(Model(2, 3, (Statement(Domain(np.array([0]), np.array([2]))), priced)), Control())
    assert (answer.status, answer.values, answer.bounds) == (Status.FEASIBLE, (1,), (0,))


def test_highs_is_not_waited_for_beyond_its_time(monkeypatch):
    ended, forever = Event(), Event()

    def slow(model, control):
        forever.wait(30)
        ended.set()

    monkeypatch.setattr(highs, "_solve", slow)
    answer = highs.Highs().solve(PAIRED, Control(time_limit=0.4))
    assert answer.status is Status.UNKNOWN
    assert not ended.is_set()
    forever.set()
