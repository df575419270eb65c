"""``seatplan explain EVENT`` without a plan: why there is none, and what would make one possible."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main

EVENT = """format: seatplan-event/1
name: Test
language: {lang}
convention: cn-official
venue: {{areas: [auditorium: {{rows: 2, blocks: "3"}}]}}
roster: {{people: [{people}]}}
rules:
  - together: {{sets: [[Ann, Bob]]}}
{rules}
"""


def asked(folder: Path, *words: str, people: str = "Ann, Bob, Cat", rules: str = "", lang: str = "en"):
    event = folder / "event.yaml"
    event.write_text(EVENT.format(people=people, rules=rules, lang=lang), encoding="utf-8")
    return CliRunner().invoke(main, ["explain", str(event), *words])


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "cannot all be seated"), ("zh", "以下规则不能同时成立")], ids=["en", "zh"]
)
def test_the_conflict_and_its_repairs_are_said(tmp_path, lang, said):
    found = asked(tmp_path, rules="  - apart: {sets: [[Ann, Bob]]}", lang=lang)
    assert found.exit_code == 0
    lines = found.output.splitlines()
    assert said in lines[0]
    assert any(line.startswith("1. ") for line in lines)


def test_too_few_chairs_are_counted_before_any_search(tmp_path):
    found = asked(tmp_path, people="Ann, Bob, Cat, Dan, Eve, Fay, Gus")
    assert "7 people have 6 seats in all." in found.output
    assert "Put 1 more seat" in found.output


def test_an_event_with_a_plan_has_nothing_to_repair(tmp_path):
    assert asked(tmp_path).output == "A plan keeps every rule that must hold.\n"


def test_questions_about_a_plan_need_one(tmp_path):
    found = asked(tmp_path, "--person", "Ann")
    assert found.exit_code == 2
    assert "--person: no plan is named" in found.output


def test_solving_says_where_the_remedy_is(tmp_path):
    asked(tmp_path, rules="  - apart: {sets: [[Ann, Bob]]}")
    event = str(tmp_path / "event.yaml")
    found = CliRunner().invoke(main, ["solve", event, "-o", str(tmp_path / "out"), "--no-charts"])
    assert found.exit_code == 1
    assert f"seatplan explain {event}" in found.output


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("zone: {who: {people: [Ann, Bob, Cat, Dan]}, where: {rows: [1]}}", "有4人要坐在第1排，该处空座只有3个"),
        ("pin: {person: Ann, seat: 1排1号}\n  - pin: {person: Bob, seat: 1排1号}", "其中之一已另有固定安排"),
        ("reserve: {where: {seats: [1排1号]}}\n  - pin: {person: Bob, seat: 1排1号}", "座位“1排1号”已预留不用"),
        ("accessible: {}", "有1人需要轮椅座位，可用的只有0个；请增设"),
    ],
    ids=["zone", "pins", "reserved", "wheelchair"],
)
def test_contradictions_before_any_search_are_said_in_chinese(tmp_path, rule, said):
    people = "Ann, Bob, Cat, {name: Dan, needs: 轮椅}"
    found = asked(tmp_path, people=people, rules=f"  - {rule}", lang="zh")
    assert found.exit_code == 2
    assert said in found.output
