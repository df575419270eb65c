"""No answer stands on a plan that the audit does not find as good as the solver does."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from seatplan import Person, Plan, Problem, Roster, from_drawing
from seatplan.errors import EncodingError
from seatplan.explain import why_not
from seatplan.plan import Violation
from seatplan.rules import Prefer
from seatplan.rules.base import Statute

ROOM = from_drawing("=\na\nb", language="en")
ANN = Roster((Person("Ann", "Ann"),))


@dataclass(frozen=True, kw_only=True)
class Unlowered(Statute):
    """A rule against seat b that solvers do not hear of."""

    def lower(self, problem):
        return ()

    def check(self, problem, plan):
        return [Violation(self, ("Ann",), ("b",))] if plan.seat_of("Ann") == "b" else []

    def sentence(self, problem, lang="en"):
        return "Ann does not sit on b"

    def explain(self, problem, violation, lang="en"):
        return "Ann sits on b"


def test_an_answer_that_the_audit_shares_is_given():
    found = why_not(Problem(ROOM, ANN, (Prefer(near="front", priority=1),)), Plan({"Ann": "a"}), "Ann", "b")

    assert [(price.before, price.after) for price in found.prices] == [(0, 1)]


@pytest.mark.parametrize(("priority", "said"), [("must", "broke a must"), (1, "tier 1: solver 1, audit 2")])
def test_an_answer_that_the_audit_does_not_share_is_a_defect(priority, said):
    rules = (Prefer(near="front", priority=1), Unlowered(priority=priority))

    with pytest.raises(EncodingError, match=said):
        why_not(Problem(ROOM, ANN, rules), Plan({"Ann": "a"}), "Ann", "b")
