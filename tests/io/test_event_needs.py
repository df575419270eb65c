"""Needs that no rule serves are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.io.events import read

ACCESSIBLE = "rules: [accessible: {}]\n"


def _notes(folder: Path, needs: str, rules: str = ACCESSIBLE) -> list[str]:
    roster = f"roster: {{people: [{{name: 李强, needs: {needs}}}]}}\n"
    venue = 'venue: {areas: [auditorium: {rows: 2, blocks: "2,2", wheelchair: [[1, 1]]}]}\n'
    return [note.say() for note in read(folder, roster=roster, rules=rules, venue=venue).notes]


@pytest.mark.parametrize("typed", ["wheelchair (electric)", "uses a Wheelchair", "电动轮椅", "step-free"])
def test_words_that_mention_a_need_mean_it(typed: str, tmp_path: Path) -> None:
    assert _notes(tmp_path, f'"{typed}"') == []


@pytest.mark.parametrize(
    ("typed", "advice"),
    [("wheelchiar", "did you mean 'wheelchair'?"), ("mobility scooter", "known needs: wheelchair, step_free")],
)
def test_a_need_that_is_not_known_is_told(typed: str, advice: str, tmp_path: Path) -> None:
    (note,) = _notes(tmp_path, typed)

    assert f"the need {typed!r} of 李强 is not known, so no rule serves it; {advice}" in note


def test_a_known_need_without_a_rule_is_told(tmp_path: Path) -> None:
    (note,) = _notes(tmp_path, "wheelchair", rules="rules: []\n")

    assert "no rule serves the need 'wheelchair' of 李强; add the rule 'accessible'" in note


def test_a_need_of_the_users_own_is_served_by_the_rule_that_names_it(tmp_path: Path) -> None:
    rules = "rules: [prefer: {who: {needs: [oxygen]}, near: door, priority: 1}]\n"

    assert _notes(tmp_path, "oxygen", rules=rules) == []


def test_a_pin_of_somebody_absent_does_not_apply(tmp_path: Path) -> None:
    roster = "roster: {people: [{name: 李强, status: 请假}, 王芳]}\n"

    event = read(tmp_path, roster=roster, rules="rules: [pin: {person: 李强, seat: hall-1-1}]\n")

    assert [note.say() for note in event.notes] == [
        "event.yaml:5 rules[1] pin: it does not apply, because nobody it speaks of is present: "
        "李强 must sit on seat Row 1 Seat 3"
    ]


def test_people_and_seats_of_an_earlier_table_that_are_gone_are_told(tmp_path: Path) -> None:
    rows = "姓名,座位\n李强,Row 1 Seat 1\n张三,Row 1 Seat 2\n王芳,Row 9 Seat 1\n"
    (tmp_path / "old.csv").write_text(rows, "utf-8")

    event = read(tmp_path, previous="previous: old.csv\n")

    assert list(event.problem.previous) == ["李强"]
    assert [note.where for note in event.notes if "old" in note.where] == ["old.csv row 3", "old.csv row 4"]


@pytest.mark.parametrize(("unit", "idle"), [("", True), (", group: 团", False)])
def test_a_rule_of_groups_without_any_group_does_not_apply(tmp_path: Path, unit: str, idle: bool) -> None:
    roster = f"roster: {{people: [{{name: 李强{unit}}}, 王芳]}}\n"

    notes = read(tmp_path, roster=roster, rules="rules: [inner_order: {by: list, priority: 2}]\n").notes

    assert any("it does not apply" in note.en for note in notes) is idle
