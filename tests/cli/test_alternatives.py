"""``seatplan alternatives`` and ``seatplan trade-off``: tables, pictures, plans; bad input is one clear line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main

EVENT = """
format: seatplan-event/1
name: Meeting
language: {language}
venue: {{areas: [auditorium: {{rows: 4, blocks: "2,2"}}]}}
roster: {{people: [{{name: Ann, role: speaker}}, {{name: Bob}}, {{name: Cid}}]}}
rules:
  - together: {{sets: [[Ann, Bob]]}}
  - prefer: {{who: {{people: [Ann]}}, near: aisle, priority: 1}}
  - fill: {{priority: 1}}
  - zone: {{who: {{people: [Cid]}}, where: {{rows: 4}}, priority: 2}}
output: {{formats: [svg, png]}}
"""


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(params=["en", "zh"])
def event(tmp_path: Path, request) -> Path:
    path = tmp_path / "event.yaml"
    path.write_text(EVENT.format(language=request.param), "utf-8")
    return path


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def test_each_plan_is_written_and_read_again(event, tmp_path):
    done = run("alternatives", event, "--count", 3, "--differ", 2, "-o", tmp_path / "out")

    assert done.exit_code == 0, done.output
    rows = table(tmp_path / "out" / "alternatives.csv")
    assert [row["plan"] for row in rows] == ["1", "2", "3"]
    assert all(int(row["moves_from_nearest_before"]) >= 2 for row in rows[1:])
    assert all(row["tier_1_value"] == row["tier_1_bound"] for row in rows if row["proven"] == "yes")
    told = json.loads((tmp_path / "out" / "alternatives.json").read_text("utf-8"))
    for one in told["plans"]:
        checked = run("check", event, tmp_path / "out" / one["file"])
        assert checked.exit_code == 0, checked.output


def test_the_curve_is_a_table_a_picture_and_a_plan_for_each_point(event, tmp_path):
    done = run("trade-off", event, "--between", "1, 2", "-o", tmp_path / "out")

    assert done.exit_code == 0, done.output
    rows = table(tmp_path / "out" / "trade-off.csv")
    first, second = ([int(row[name]) for row in rows] for name in ("tier 1", "tier 2"))
    assert first == sorted(set(first))
    assert second == sorted(set(second), reverse=True)
    assert len(rows) > 1
    told = json.loads((tmp_path / "out" / "trade-off.json").read_text("utf-8"))
    assert told["complete"]
    assert [point["values"] for point in told["points"]] == [
        list(pair) for pair in zip(first, second, strict=True)
    ]
    assert (tmp_path / "out" / "trade-off.svg").read_text("utf-8").lstrip().startswith("<?xml")
    assert (tmp_path / "out" / "trade-off.png").read_bytes().startswith(b"\x89PNG")
    assert run("check", event, tmp_path / "out" / "point-1.json").exit_code == 0


FOUR = """
format: seatplan-event/1
name: Four aims
language: {language}
convention: international
venue: {{areas: [auditorium: {{rows: 2, blocks: "4"}}]}}
roster:
  people:
    - {{name: Ann, rank: 1, group: A, country: NO}}
    - {{name: Bob, rank: 2, group: B, country: SE}}
    - {{name: Cid, rank: 3, group: A, country: NO}}
    - {{name: Dan, rank: 4, group: A, country: SE}}
previous: before.csv
rules:
  - rank_order: {{areas: hall, priority: 1}}
  - compact: {{areas: hall, priority: 1}}
  - stay: {{priority: 1}}
  - apart: {{same: country, front_back: yes, priority: 1}}
output: {{formats: [svg]}}
"""


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("names", "points"),
    [
        (("rank,moves", "位次，换座"), [(0, 3), (1, 2), (4, 1), (6, 0)]),
        (("rank,compactness", "位次,紧凑"), [(0, 12)]),
        (("rank,separation", "位次,间隔"), [(0, 0)]),
    ],
)
def test_each_aim_has_a_plain_name(tmp_path, language, names, points):
    path = tmp_path / "event.yaml"
    path.write_text(FOUR.format(language=language), "utf-8")
    (tmp_path / "before.csv").write_text(
        "name,seat\nAnn,hall-2-4\nBob,hall-2-3\nCid,hall-1-4\nDan,hall-1-1\n", "utf-8"
    )

    done = run("trade-off", path, "--between", names[language == "zh"], "-o", tmp_path / "out")

    assert done.exit_code == 0, done.output
    told = json.loads((tmp_path / "out" / "trade-off.json").read_text("utf-8"))
    assert [tuple(point["values"]) for point in told["points"]] == points
    assert told["complete"]
    assert not told["gaps"]


def test_an_aim_without_its_rule_says_which_to_add(event, tmp_path):
    done = run("trade-off", event, "--between", "moves,fill", "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert "stay" in done.stderr


def test_exchanges_of_the_alike_are_no_other_plans_unless_asked_for(tmp_path):
    path = tmp_path / "event.yaml"
    text = (
        "format: seatplan-event/1\nname: M\nlanguage: en\nvenue: {areas: [auditorium: {rows: 1, blocks: '2'}]}\n"
    )
    path.write_text(text + "roster: {people: [{name: Ann}, {name: Bob}]}\nrules: [fill: {priority: 1}]\n", "utf-8")

    plain = run("alternatives", path, "-o", tmp_path / "one")
    counted = run("alternatives", path, "--exchanges", "-o", tmp_path / "two")

    assert [len(table(tmp_path / name / "alternatives.csv")) for name in ("one", "two")] == [1, 2]
    assert "proven" in plain.output
    assert counted.exit_code == 0


def test_plans_of_an_earlier_run_are_told(event, tmp_path):
    run("alternatives", event, "--count", 3, "-o", tmp_path / "out")

    done = run("alternatives", event, "--count", 2, "-o", tmp_path / "out")

    assert "alternative-3.json" in done.stderr


def test_a_problem_without_a_plan_says_why(event, tmp_path):
    event.write_text(event.read_text("utf-8").replace("rows: 4,", "rows: 1,").replace('"2,2"', '"2"'), "utf-8")
    event.write_text(event.read_text("utf-8").replace("rows: 4}", "rows: 1}"), "utf-8")
    for words in (("alternatives", event), ("trade-off", event, "--between", "tier 1,tier 2")):
        done = run(*words, "-o", tmp_path / "out")
        assert done.exit_code == 1
        assert "3" in done.stdout
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("between", "english", "chinese"),
    [
        ("tier 1", "name two, with a comma", "请写两项，以逗号分隔"),
        ("", "name two, with a comma", "请写两项，以逗号分隔"),
        (
            "tier 1,tier 9",
            "tier 1, tier 2, rule 2, rule 3, rule 4",
            "可用：tier 1, tier 2, rule 2, rule 3, rule 4",
        ),
        ("together,fill", "'together' is a must", "“together”是硬性规则"),
        ("fill,rule 3", "rule 3 belongs to both", "规则3同属两者"),
        ("fill,nonsense", "no rule is meant by 'nonsense'", "没有规则对应“nonsense”"),
        ("fill,=1+1", "no rule is meant by '=1+1'", "没有规则对应“=1+1”"),
    ],
)
def test_names_that_mean_nothing_are_refused(event, tmp_path, between, english, chinese):
    done = run("trade-off", event, "--between", between, "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert (chinese if "language: zh" in event.read_text("utf-8") else english) in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", [("alternatives",), ("trade-off", "--between", "tier 1,tier 2")])
@pytest.mark.parametrize("content", [None, "", "\0\1junk", "format: seatplan-room/1\n"])
def test_what_is_no_event_is_refused(tmp_path, command, content):
    path = tmp_path / "event.yaml"
    if content is not None:
        path.write_text(content, "utf-8")

    done = run(command[0], path, *command[1:], "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert done.stderr.startswith("error: ")


def test_a_folder_in_the_place_of_the_event_is_refused(tmp_path):
    assert run("alternatives", tmp_path, "-o", tmp_path / "out").exit_code == 2


@pytest.mark.parametrize("words", [("--count", 0), ("--differ", 0), ("--count", "x"), ("--time-limit", -1)])
def test_numbers_out_of_range_are_refused(event, tmp_path, words):
    assert run("alternatives", event, *words, "-o", tmp_path / "out").exit_code == 2
