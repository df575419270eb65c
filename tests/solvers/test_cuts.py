"""Cuts: the plan at hand breaks one of them, and no plan with connected regions breaks any."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given

from seatplan.solvers.cuts import Cuts
from seatplan.solvers.encode import encode
from seatplan.solvers.program import Row
from seatplan.solvers.regions import connected
from seatplan.terms import Domain, Model, Pair, Region, Statement
from tests.solvers.models import models
from tests.solvers.test_against_brute_force import QUIET


def _broken(program, rows: list[Row], seats) -> bool:
    """Tell whether a plan, as values of the variables that say who sits where, breaks one of the rows."""
    taken = {program.arcs.get((int(program.cast_of[p]), s)) for p, s in enumerate(seats)}
    sums = [(sum(c for v, c in zip(r.variables, r.coefficients, strict=True) if v in taken), r) for r in rows]
    return any(r.high is not None and total > r.high for total, r in sums)


@given(models(kinds=(Region, Domain, Pair)))
@QUIET
def test_a_loose_plan_is_cut_off_and_no_connected_one(model):
    program = encode(model)
    plans = [p for p in permutations(range(model.seats), model.people) if _allowed(program, p)]
    torn = [p for p in plans if not connected(model, np.array(p))]
    for seats in torn[:: max(1, len(torn) // 8)]:
        rows = Cuts(program).against(np.array(seats))
        assert _broken(program, rows, seats)
        assert not any(_broken(program, rows, p) for p in plans if connected(model, np.array(p)))


def _allowed(program, seats) -> bool:
    return all((int(program.cast_of[p]), s) in program.arcs for p, s in enumerate(seats))


def test_a_part_that_no_seat_can_join_to_the_rest_is_forbidden():
    """Two people on three seats of which the last has no neighbour."""
    edges = np.array([[0, 1], [1, 3], [3, 0]])
    model = Model(2, 4, (Statement(Region(np.arange(2), edges)), Statement(Domain(np.arange(2), np.arange(3)))))
    rows = Cuts(program := encode(model)).against(np.array([0, 2]))
    assert _broken(program, rows, (0, 2))
    assert not _broken(program, rows, (0, 1))
