"""``seatplan replan``: from files to files, and one clear line for each fault of its input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main

EVENT = """
format: seatplan-event/1
name: Meeting
venue: {areas: [auditorium: {rows: 2, blocks: "3"}]}
roster: {people: [{name: Ann, rank: 1}, {name: Bob, rank: 2}, {name: Cid, rank: 3}, {name: Dan, rank: 4}]}
rules:
  - rank_order: {areas: hall, priority: 1}
output: {formats: [svg]}
"""


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    event = tmp_path / "event.yaml"
    event.write_text(EVENT, "utf-8")
    assert run("solve", event, "-o", tmp_path / "out", "--no-charts").exit_code == 0
    return event, tmp_path / "out" / "plan.json"


def test_both_answers_are_offered_where_order_costs_moves(files, tmp_path):
    done = run("replan", *files, "--absent", "Ann", "-o", tmp_path / "new", "--no-charts")

    assert done.exit_code == 0, done.output
    report = json.loads((tmp_path / "new" / "replan.json").read_text("utf-8"))
    assert [(o["kind"], o["moves"], o["bound"]) for o in report["options"]] == [
        ("fewest moves", 1, 1),
        ("strict order", 3, 3),
    ]
    assert (tmp_path / "new" / "plan_strict_order.json").exists()
    assert run("check", files[0], tmp_path / "new" / "plan.json").exit_code == 1  # Ann is expected there


def test_too_many_moves_are_refused_with_the_least_number(files, tmp_path):
    done = run("replan", *files, "--absent", "Ann", "--max-moves", 0, "-o", tmp_path / "new")

    assert done.exit_code == 1
    assert "At least 1 person must move" in done.stdout
    assert not (tmp_path / "new").exists()


def test_all_faults_are_told_at_once(files, tmp_path):
    words = ["--absent", "Anne,Bob,Bob", "--rank-change", "Cid", "--rank-change", "Don=2", "--add", "none.csv"]

    done = run("replan", *files, *words, "-o", tmp_path / "new")

    assert done.exit_code == 2
    assert [line for line in done.stderr.splitlines() if line.startswith("error")] != []
    for told in ("did you mean 'Ann'", "named twice", "NAME=RANK", "did you mean 'Dan'", "none.csv"):
        assert told in done.stderr
    assert not (tmp_path / "new").exists()


def test_a_plan_for_uncertain_guests(files, tmp_path):
    done = run("tentative", files[0], "--maybe", "Ann=0.3", "--maybe", "Bob=20%", "-o", tmp_path / "new")

    assert done.exit_code == 0, done.output
    assert "Good with nobody moved in 4 of 4 cases (proven)." in done.stdout
    report = json.loads((tmp_path / "new" / "tentative.json").read_text("utf-8"))
    assert [e["moves"] for e in report["effects"]] == [1, 1]
    assert run("check", files[0], tmp_path / "new" / "plan.json").exit_code == 0


@pytest.mark.parametrize("words", [(), ("--maybe", "Anne"), ("--maybe", "Ann=x"), ("--maybe", "Ann,Ann")])
def test_bad_uncertain_guests_exit_2(words, files, tmp_path):
    done = run("tentative", files[0], *words, "-o", tmp_path / "new")

    assert done.exit_code == 2
    assert "maybe" in done.stderr


def test_every_file_of_a_replan_is_written_and_says_what_ushers_do(files, tmp_path):
    late = tmp_path / "late.csv"
    late.write_text("name,rank\n=HYPERLINK(1),2\n", "utf-8")

    done = run("replan", *files, "--absent", "Ann", "--add", late, "-o", tmp_path / "new")

    assert done.exit_code == 0, done.output
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert {"plan.json", "replan.json", "replan.md", "moves.xlsx", "changes_hall.svg", "new_plates.pdf"} <= names
    told = (tmp_path / "new" / "replan.md").read_text("utf-8")
    assert "1. Ann stays away: " in told
    assert "sits down on" in told


@pytest.mark.parametrize("plan", ["none.json", ".", "junk.json", "empty.json"])
def test_a_bad_plan_exits_2(plan, files, tmp_path):
    (tmp_path / "junk.json").write_bytes(b"\x00\xff{")
    (tmp_path / "empty.json").write_text("", "utf-8")

    done = run("replan", files[0], tmp_path / plan, "--absent", "Ann", "-o", tmp_path / "new")

    assert done.exit_code == 2, done.output
    assert "error" in done.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("seconds", ["nan", "inf", "-1"])
@pytest.mark.parametrize("command", ["replan", "tentative"])
def test_seconds_that_are_none_exit_2(command, seconds, files, tmp_path):
    given = [files[0], "--maybe", "Ann"] if command == "tentative" else list(files)

    done = run(command, *given, "--time-limit", seconds, "-o", tmp_path / "new")

    assert done.exit_code == 2, done.output
    assert "--time-limit" in done.stderr
