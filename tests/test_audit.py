"""The audit accounts for everybody, whoever made the plan, in both languages and with the seats concerned."""

from __future__ import annotations

import pytest

from seatplan.audit import audit
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.verdict import rings
from seatplan.venue import from_drawing

ROSTER = Roster((Person("1", "李强"), Person("2", "王芳"), Person("3", "赵六", status="absent")))
PROBLEM = Problem(from_drawing("abe"), ROSTER)
AWAY = {"3": "absent"}


@pytest.mark.parametrize(
    ("plan", "en", "zh", "seat"),
    [
        (
            Plan({"1": "a"}, AWAY),
            "王芳 ('2') is neither seated nor listed with a reason",
            "王芳既无座位，也未列明原因",
            "",
        ),
        (
            Plan({"1": "a"}, {**AWAY, "2": "x"}),
            "王芳 ('2') is present, but has no seat: x",
            "王芳出席但没有座位",
            "",
        ),
        (
            Plan({"1": "a", "2": "b", "3": "e"}),
            "赵六 ('3') is absent, but has a seat",
            "赵六请假，却排有座位",
            "e",
        ),
        (Plan({"1": "a", "2": "a"}, AWAY), "2 people sit on 'a': 1, 2", "座位“a”重复安排 2 人：1、2", "a"),
        (Plan({"1": "a", "2": "z"}, AWAY), "'2' sits on 'z', which does not exist", "“2”的座位“z”不存在", ""),
        (Plan({"1": "a", "2": "b", "9": "e"}, AWAY), "'9' is not in the roster", "“9”不在名单中", ""),
    ],
)
def test_each_thing_that_does_not_add_up(plan: Plan, en: str, zh: str, seat: str) -> None:
    report = audit(PROBLEM, plan)

    assert (report.account, report.account_in("zh")) == ((en,), (zh,))
    assert rings(report) == ({seat: (1,)} if seat else {})
    assert not report.clean


def test_a_person_who_is_seated_and_listed() -> None:
    report = audit(PROBLEM, Plan({"1": "a", "2": "b"}, {**AWAY, "2": "no seat found"}))

    assert report.account == ("王芳 ('2') is both seated and listed as unseated",)


def test_a_plan_in_order_is_clean() -> None:
    assert audit(PROBLEM, Plan({"1": "a", "2": "e"}, AWAY)).clean
