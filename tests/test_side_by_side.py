"""The plan is the same, byte for byte, whatever the number of parts that are solved side by side."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from seatplan.io import read_event
from seatplan.io.plan import plan_json
from seatplan.people import Who
from seatplan.rules import Apart, Prefer, Zone
from seatplan.solve import solve
from seatplan.solvers.side import side_by_side
from seatplan.venue import Where
from tests.rooms import people, problem, row

EXAMPLES = Path(__file__).parent.parent / "examples"


def saved(case, **options) -> bytes:
    result = solve(case, **options)
    return plan_json(case, result.plan, result)


@pytest.mark.parametrize("name", ["briefing", "conference"])
def test_the_plan_of_an_example_does_not_depend_on_workers(name):
    case = read_event(EXAMPLES / name / "event.yaml").problem

    alone = saved(case, workers=1)

    assert alone == saved(case, workers=2) == saved(case, workers=3)


@pytest.mark.parametrize("seed", range(3))
def test_two_parts_with_many_best_plans_are_the_same_side_by_side(seed):
    """Nothing but the seed chooses among the plans of each part."""
    names = [f"P{i}" for i in range(12)]
    halves = [
        Zone(who=Who(people=tuple(names[:6])), where=Where(seats=tuple("abefghij")), only=True),
        Zone(who=Who(people=tuple(names[6:])), where=Where(seats=tuple("klmnpqst")), only=True),
    ]
    pairs = Apart(sets=(("P0", "P1"), ("P6", "P7")))
    case = problem(row("abefghijklmnpqst"), people(*names), *halves, Prefer(near="front", priority=1), pairs)

    plans = [saved(case, workers=workers, seed=seed) for workers in (1, 2, 3)]

    assert len(solve(case).parts) == 2
    assert plans[0] == plans[1] == plans[2]


@pytest.mark.slow
def test_the_blocks_of_a_congress_do_not_depend_on_workers():
    case = read_event(EXAMPLES / "congress" / "event.yaml").problem

    assert saved(case, workers=1) == saved(case, workers=2) == saved(case, workers=3)


def test_what_ends_first_does_not_come_first():
    """Each job waits for the one behind it: they end in the opposite order."""
    from threading import Event

    done = [Event() for _ in range(4)]
    done[3].set()

    def work(i: int) -> int:
        if i < 3:
            assert done[i + 1].wait(10)
        done[i].set()
        return i

    assert side_by_side(work, range(4), workers=4) == [0, 1, 2, 3]


def test_an_error_in_a_part_is_not_lost():
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda n: 1 // n, np.arange(3).tolist(), workers=2)
