"""Coupled halls that HiGHS closes at once wait for nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.coupled_halls import instance
from seatplan import solve
from seatplan.result import Status
from seatplan.solvers import choose
from seatplan.solvers.control import Control
from seatplan.solvers.highs import Highs
from seatplan.solvers.split import split


@pytest.mark.parametrize("seed", [1, 2])
def test_no_drafts_are_made_where_a_few_branches_prove(seed, monkeypatch):
    monkeypatch.setattr(choose, "_drafted", lambda *_: pytest.fail("drafts before the engine"))
    found = solve(instance(120, seed))

    assert found.status is Status.OPTIMAL
    assert [part.method for part in found.parts] == ["HiGHS"]


def test_a_short_try_keeps_its_plan_and_its_bound():
    (piece,) = split(instance(50, 3, "families").model)
    whole, short = (Highs(nodes).solve(piece.model, Control()) for nodes in (None, 0))

    assert whole.status is Status.OPTIMAL
    assert short.bounds <= whole.values
    assert short.seats is None or short.values >= whole.values


SCRIPT = """
from benchmarks.coupled_halls import instance
from seatplan import solve
print(solve(instance(500, 3, "families"), time_limit=2).status.value)
"""


@pytest.mark.slow
def test_a_script_whose_time_is_up_ends_in_good_order():
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout in ("feasible\n", "unknown\n", "optimal\n")
