"""The report tells everything of a plan, to programs and to people, in two languages, always in the same bytes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from seatplan.audit import audit
from seatplan.io import Note, report_json, report_markdown
from seatplan.io.report import ReportDocument
from seatplan.people import Group, Person, Roster, Who
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.result import Conflict, Part, Result, Status, Tier
from seatplan.rules import Pin, RankOrder
from seatplan.venue import from_drawing

ROOM = from_drawing("  ===\n  rrr\n\n oo oo")
PEOPLE = (
    Person("1", "李强", rank=1, group="bj"),
    Person("2", "王芳", rank=2),
    Person("3", "赵|四<b>", rank=3, group="bj", status="absent"),
    Person("4", "钱五", status="reserve"),
)
RULES = (
    RankOrder(areas=("rostrum",), who=Who(people=("1", "2")), label="event.yaml:12 rules[1] rank_order"),
    Pin(person="2", seat="rostrum-1-1", priority=1, weight=2, label="event.yaml:13 rules[2] pin"),
)
PROBLEM = Problem(ROOM, Roster(PEOPLE, (Group("bj", "北京", 1),)), RULES, name="部务会议")
GOOD = Plan({"1": "rostrum-1-2", "2": "rostrum-1-3"}, {"3": "absent", "4": "reserve"})
BAD = Plan({"1": "rostrum-1-1", "2": "rostrum-1-2"}, {"3": "absent"})
NOTES = (Note("r.csv row 3", "a note", "一条提示"),)


def result(plan: Plan, status: Status = Status.OPTIMAL, **more: Any) -> Result:
    part = Part("主席台", 2, 3, "order DP", status, (Tier(1, 2, 2),), "exact", 0.5)
    return Result(plan, status, (Tier(1, 2, 2),), (part,), seed=3, seconds=1.25, **more)


def data(plan: Plan, lang: Lang = "en", **more: Any) -> dict[str, Any]:
    raw = report_json(PROBLEM, plan, audit(PROBLEM, plan), notes=NOTES, lang=lang, **more)
    ReportDocument.model_validate_json(raw)
    found: dict[str, Any] = json.loads(raw)
    return found


def text(plan: Plan, lang: Lang = "en", **more: Any) -> str:
    return report_markdown(PROBLEM, plan, audit(PROBLEM, plan), notes=NOTES, lang=lang, **more)


def test_a_clean_plan_as_data() -> None:
    found = data(GOOD, result=result(GOOD))

    assert (found["clean"], found["status"], found["seed"]) == (True, "optimal", 3)
    assert found["counts"] == {"roster": 4, "present": 2, "seated": 2, "unseated": 2, "seats": 7}
    assert found["tiers"] == [{"tier": 1, "value": 2, "bound": 2, "gap": 0}]
    assert found["unseated"] == [
        {"person": "3", "name": "赵|四<b>", "reason": "absent"},
        {"person": "4", "name": "钱五", "reason": "reserve"},
    ]
    assert [(rule["kind"], rule["priority"], rule["kept"], rule["amount"]) for rule in found["rules"]] == [
        ("rank_order", "must", True, 0),
        ("pin", 1, False, 1),
    ]
    assert found["notes"] == [{"where": "r.csv row 3", "text": "a note"}]


def test_a_broken_plan_as_data() -> None:
    found = data(BAD)

    assert (found["clean"], found["status"]) == (False, "unknown")
    assert found["tiers"] == [{"tier": 1, "value": 2, "bound": None, "gap": None}]
    assert any("钱五" in sentence for sentence in found["account"])
    (rule, _) = found["rules"]
    assert not rule["kept"]
    assert [(breach["people"], breach["amount"]) for breach in rule["breaches"]] == [(["2", "1"], 1)]


def test_what_pins_override_is_listed() -> None:
    problem = Problem(ROOM, PROBLEM.roster, (RULES[0], Pin(person="2", seat="rostrum-1-2")))
    plan = Plan({"1": "rostrum-1-1", "2": "rostrum-1-2"}, GOOD.unseated)

    found = report_markdown(problem, plan, audit(problem, plan))

    assert "## Overridden by pins" in found


def test_the_bytes_do_not_depend_on_the_clock() -> None:
    slow = Result(GOOD, Status.OPTIMAL, (Tier(1, 2, 2),), (), seconds=9.0)
    fast = Result(GOOD, Status.OPTIMAL, (Tier(1, 2, 2),), (), seconds=0.1)

    assert data(GOOD, result=slow) == data(GOOD, result=fast)
    assert report_json(PROBLEM, GOOD, audit(PROBLEM, GOOD), slow) == report_json(
        PROBLEM, GOOD, audit(PROBLEM, GOOD), fast
    )


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            [
                "# 部务会议: report on the seat plan",
                "- **Optimal: in every tier the bound equals the value**",
                "- Audit: everybody is accounted for, and every rule that must hold is kept",
                "- 4 people on the roster, 2 present, 2 seated, 2 without a seat; 7 seats",
                "- Convention: cn-official; left and right are the occupants' own",
                "| 赵\\|四&lt;b&gt; | 北京 | absent |",
                "| 钱五 |  | reserve |",
                "| 主席台 | 2 | 3 | order DP | optimal | 1: 2 ≥ 2 | exact |",
                "- r.csv row 3: a note",
            ],
        ),
        (
            "zh",
            [
                "# 部务会议座次方案报告",
                "- **已证明最优：每一层级的下界均等于取值**",
                "- 审核：人人有着落，硬性规则全部满足",
                "- 名单 4 人，出席 2 人，已排 2 人，未排 2 人；座位 7 个",
                "| 赵\\|四&lt;b&gt; | 北京 | 请假 |",
                "| 主席台 | 2 | 3 | 次序动态规划 | 最优 | 1: 2 ≥ 2 | exact |",
                "- r.csv row 3：一条提示",
            ],
        ),
    ],
)
def test_a_clean_plan_for_people(lang: Lang, lines: list[str]) -> None:
    found = text(GOOD, lang, result=result(GOOD)).splitlines()

    assert [line for line in lines if line not in found] == []


def test_a_broken_plan_for_people() -> None:
    found = text(BAD)

    assert "- **Not solved here: judged by the audit only**" in found
    assert "**Audit: the plan is not in order; see below**" in found
    assert "## What does not add up" in found
    assert "- **broken in 1 place.** " in found
    assert "- **costs 2, in 1 place.** " in found
    assert " | 2 | – | – |" in found


@pytest.mark.parametrize(
    ("status", "stopped", "line"),
    [
        (
            Status.FEASIBLE,
            "time limit",
            "- **A plan was found; it is not proven that none is better** (stopped by the time limit)",
        ),
        (Status.UNKNOWN, "interrupted", "- **No plan was found** (interrupted)"),
        (Status.INFEASIBLE, "", "- **There is no plan that keeps every rule that must hold**"),
    ],
)
def test_what_is_not_proven_is_not_called_optimal(status: Status, stopped: str, line: str) -> None:
    found = text(GOOD, result=result(GOOD, status, stopped=stopped))

    assert line in found.splitlines()
    assert "Optimal" not in found


def test_a_conflict_is_said_in_the_users_own_sentences() -> None:
    conflict = Conflict((0, 1), ("first rule", "second rule"), confirmed=True, minimal=True)
    found = text(BAD, result=result(BAD, Status.INFEASIBLE, conflict=conflict))

    assert "## Why there is no plan\n\n1. first rule\n2. second rule\n\nThese rules were solved alone" in found


def test_many_breaches_are_counted_and_some_are_shown() -> None:
    people = tuple(Person(f"p{i}", f"甲{i}", rank=i + 1) for i in range(12))
    room = from_drawing("oooooooooooo")
    problem = Problem(room, Roster(people), (RankOrder(areas=("hall",), priority=1),))
    backwards = sorted(room.seats, key=lambda seat: -seat.number)
    plan = Plan({p.id: seat.id for p, seat in zip(people, backwards, strict=True)})

    found = report_markdown(problem, plan, audit(problem, plan))

    assert "  - and 1 more" in found
