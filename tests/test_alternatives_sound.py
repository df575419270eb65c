"""No plan is told that the audit finds worse than the solver does."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.alternatives.sound import sound_plan
from seatplan.errors import EncodingError
from seatplan.people import Person, Roster, Who
from seatplan.problem import Problem
from seatplan.rules import Prefer, Reserve
from seatplan.venue import Where, from_drawing


def problem() -> Problem:
    room = from_drawing("=\na\nb\ne", language="en")
    last = room.seats[-1].id
    rules = (Prefer(who=Who(people=("1",)), near="front", priority=1), Reserve(where=Where(seats=(last,))))
    return Problem(room, Roster((Person("1", "Ann"),)), rules)


def test_a_plan_whose_price_the_audit_confirms_is_told() -> None:
    assert sound_plan(problem(), np.array([1]), {0: 1}).seat_of("1") == "b"


def test_another_price_than_the_audit_finds_is_a_defect() -> None:
    with pytest.raises(EncodingError, match="rule 1: solver 0, audit 1"):
        sound_plan(problem(), np.array([1]), {0: 0})


def test_a_broken_must_is_a_defect() -> None:
    with pytest.raises(EncodingError, match="the solver broke a must"):
        sound_plan(problem(), np.array([2]), {0: 2})
