"""Each command does what it says, and every bad input gets one clear message, exit code 2 and no file."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main

EVENT = """
format: seatplan-event/1
name: Meeting
venue: {areas: [auditorium: {rows: 2, blocks: "3"}]}
roster: {people: [{name: Ann}, {name: Bob}, {name: Cid, status: absent}]}
rules:
  - together: {sets: [[Ann, Bob]]}
  - fill: {priority: 1}
output: {formats: [svg]}
"""


def run(*words: object):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def event(tmp_path: Path) -> Path:
    path = tmp_path / "event.yaml"
    path.write_text(EVENT, "utf-8")
    return path


def test_solve_writes_everything_that_belongs_to_a_plan(event, tmp_path):
    done = run("solve", event, "-o", tmp_path / "out")

    assert done.exit_code == 0, done.output
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"plan.json", "report.json", "report.md", "seats.xlsx", "hall.svg"}
    assert "tier 1: value 1, bound 1, gap 0" in done.stdout


def test_json_on_standard_output_is_the_report(event, tmp_path):
    done = run("solve", event, "-o", tmp_path / "out", "--format", "json", "--no-charts")

    assert json.loads(done.stdout) == json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))


def test_the_same_seed_writes_the_same_plan_byte_for_byte(event, tmp_path):
    for folder in ("a", "b"):
        run("solve", event, "-o", tmp_path / folder, "--seed", 7, "--no-charts")

    assert (tmp_path / "a" / "plan.json").read_bytes() == (tmp_path / "b" / "plan.json").read_bytes()


def test_an_impossible_event_exits_1_and_names_the_rules(event, tmp_path):
    event.write_text(EVENT.replace("  - fill", "  - apart: {sets: [[Ann, Bob]]}\n  - fill"), "utf-8")

    done = run("solve", event, "-o", tmp_path / "out")

    assert done.exit_code == 1, done.output
    assert "these cannot hold together" in done.stdout
    assert not (tmp_path / "out").exists()
    report = json.loads(run("solve", event, "-o", tmp_path / "out", "--format", "json").stdout)
    assert len(report["conflict"]["sentences"]) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("format: seatplan-event/9\n", "seatplan-event/9"),
        (EVENT.replace("together:", "togehter:"), "togehter"),
        (EVENT.replace("[Ann, Bob]]", "[Ann, Bbo]]"), "Bbo"),
        (EVENT + "name: twice\n", "name"),
        ("{", "event.yaml"),
        ("", "event.yaml"),
        (EVENT.replace('blocks: "3"', 'blocks: "x"'), "blocks"),
    ],
)
def test_a_bad_event_file_exits_2_with_its_place_and_writes_nothing(text, message, event, tmp_path):
    event.write_text(text, "utf-8")

    done = run("solve", event, "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert message in done.stderr
    assert "event.yaml" in done.stderr
    assert "Traceback" not in done.output
    assert not (tmp_path / "out").exists()


def test_a_missing_file_exits_2(tmp_path):
    done = run("solve", tmp_path / "none.yaml")

    assert done.exit_code == 2
    assert "none.yaml" in done.stderr


@pytest.mark.parametrize(
    "words",
    [("--seed", "-1"), ("--workers", "0"), ("--time-limit", "-3"), ("--time-limit", "nan"), ("--nonsense",)],
)
def test_bad_options_exit_2(words, event):
    assert run("solve", event, *words).exit_code == 2


def test_a_plan_of_the_solver_passes_check(event, tmp_path):
    run("solve", event, "-o", tmp_path / "out", "--no-charts")

    done = run("check", event, tmp_path / "out" / "plan.json")

    assert done.exit_code == 0, done.output
    assert "every rule is kept" in done.stdout


def test_a_hand_made_plan_that_breaks_a_rule_exits_1_and_says_which(event, tmp_path):
    """Ann on the first chair, Bob on the third of the row: not together."""
    table = tmp_path / "plan.csv"
    table.write_text("Name,Seat\nAnn,Row 1 Seat 3\nBob,Row 1 Seat 2\n", "utf-8")

    done = run("check", event, table)

    assert done.exit_code == 1, done.output
    assert "Ann" in done.stdout
    assert "Bob" in done.stdout


def test_a_plan_with_an_unknown_name_exits_2_with_its_row(event, tmp_path):
    table = tmp_path / "plan.csv"
    table.write_text("Name,Seat\nZoe,Row 1 Seat 1\n", "utf-8")

    done = run("check", event, table)

    assert done.exit_code == 2
    assert "Zoe" in done.stderr


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_render_draws_a_saved_plan(suffix, event, tmp_path):
    run("solve", event, "-o", tmp_path / "out", "--no-charts")

    done = run("render", event, tmp_path / "out" / "plan.json", "-o", tmp_path / f"chart.{suffix}")

    assert done.exit_code == 0, done.output
    assert (tmp_path / f"chart.{suffix}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Ann"),
        (("--person", "Ann"), "Ann"),
        (("--person", "Ann", "--seat", "Row 2 Seat 1"), "Row 2 Seat 1"),
        (("--guest", "Bob"), "Bob"),
    ],
)
def test_explain_answers_in_sentences(words, said, event, tmp_path):
    run("solve", event, "-o", tmp_path / "out", "--no-charts")

    done = run("explain", event, tmp_path / "out" / "plan.json", *words)

    assert done.exit_code == 0, done.output
    assert said in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--person", "Zoe"), "Zoe"),
        (("--seat", "Row 1 Seat 1"), "--person"),
        (("--person", "Ann", "--seat", "Row 9 Seat 9"), "Row 9 Seat 9"),
        (("--person", "Cid"), "Cid"),
    ],
)
def test_explain_refuses_questions_about_nobody(words, said, event, tmp_path):
    run("solve", event, "-o", tmp_path / "out", "--no-charts")

    done = run("explain", event, tmp_path / "out" / "plan.json", *words)

    assert done.exit_code == 2
    assert said in done.stderr


def test_conventions_are_listed_proven_and_printed_as_files():
    """protocol.md G-03: seven people, left honoured, occupants' view 6 4 2 1 3 5 7."""
    listed, proof, file = (
        run("conventions", *words) for words in ((), ("cn-official",), ("cn-official", "--yaml"))
    )

    assert (listed.exit_code, proof.exit_code, file.exit_code) == (0, 0, 0)
    assert "international" in listed.stdout
    assert "6 4 2 1 3 5 7" in proof.stdout
    assert "even_rule: beside_first" in file.stdout


def test_an_unknown_convention_exits_2():
    done = run("conventions", "klingon")

    assert done.exit_code == 2
    assert "klingon" in done.stderr


def test_render_refuses_a_format_it_does_not_know(event, tmp_path):
    run("solve", event, "-o", tmp_path / "out", "--no-charts")

    done = run("render", event, tmp_path / "out" / "plan.json", "-o", tmp_path / "chart.bmp")

    assert done.exit_code == 2
    assert ".bmp" in done.stderr


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_starter_solves_clean_and_is_never_overwritten(language, tmp_path):
    first = run("new", tmp_path / "start", "--language", language)
    solved = run("solve", tmp_path / "start" / "event.yaml", "-o", tmp_path / "out", "--no-charts")
    again = run("new", tmp_path / "start")

    assert (first.exit_code, solved.exit_code, again.exit_code) == (0, 0, 2), solved.output


def test_an_output_folder_that_is_a_file_exits_2(event, tmp_path):
    (tmp_path / "out").write_text("mine", "utf-8")

    done = run("solve", event, "-o", tmp_path / "out", "--no-charts")

    assert done.exit_code == 2
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_help_imports_neither_solver_nor_charts():
    heavy = ("ortools", "matplotlib", "numpy", "pydantic")
    code = f"import sys, seatplan, seatplan.cli; print([m for m in {heavy} if m in sys.modules])"

    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
    )


HARD = """
format: seatplan-event/1
venue: {areas: [auditorium: {rows: 20, blocks: "10,10"}]}
roster: {file: roster.csv}
rules:
  - apart: {same: Squad, metres: 1.2, priority: 1}
  - grouping: {shape: block, priority: 2}
"""


@pytest.mark.slow
def test_ctrl_c_ends_a_long_search_with_exit_code_and_without_a_traceback(tmp_path):
    """The first Ctrl-C asks for the best plan so far; nothing half-written is left."""
    (tmp_path / "event.yaml").write_text(HARD, "utf-8")
    rows = [f"P{i},G{i % 12},T{i % 7}" for i in range(200)]
    (tmp_path / "roster.csv").write_text("Name,Group,Squad\n" + "\n".join(rows) + "\n", "utf-8")
    words = [sys.executable, "-m", "seatplan.cli", "solve", "event.yaml", "-o", "out", "--no-charts"]
    process = subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    time.sleep(8)
    os.kill(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=120)

    assert process.returncode in (0, 1)
    assert "Traceback" not in stderr
    assert "interrupted" in stdout or "optimal" in stdout


def test_a_defect_is_one_line_and_exit_code_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("seatplan.deliver.read", broken)
    answer = CliRunner().invoke(main, ["solve", "event.yaml"])
    assert answer.exit_code == 3
    assert answer.stderr.startswith(
        "seatplan itself is wrong: ZeroDivisionError: division by zero (test_commands.py:"
    )


def test_check_tells_what_the_plan_file_says_otherwise_than_the_event(event, tmp_path):
    run("solve", event, "-o", tmp_path / "out", "--no-charts")
    plan = tmp_path / "out" / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace('"name": "Ann"', '"name": "Anne"'), "utf-8")

    done = run("check", event, plan)

    assert "the id 'Ann' is that of 'Ann', not of 'Anne'; the id decides" in done.stderr


def test_what_cannot_be_written_or_drawn_is_refused_before_the_search(event, tmp_path, monkeypatch):
    monkeypatch.setattr("seatplan.deliver.run", lambda *_: pytest.fail("the search began"))
    (tmp_path / "file").write_text("x")
    event.write_text(EVENT.replace("name: Bob}", "name: Bob, title: \ue000}"), "utf-8")

    assert "it is a file; name a folder" in run("solve", event, "-o", tmp_path / "file" / "out").stderr
    drawn = run("solve", event, "-o", tmp_path / "out")

    assert drawn.exit_code == 2
    assert "has U+E000, which no font here can draw" in drawn.stderr


def test_files_of_an_earlier_run_are_told(event, tmp_path):
    run("solve", event, "-o", tmp_path / "out")

    assert (
        "still holds files of an earlier run: hall.svg"
        in run("solve", event, "-o", tmp_path / "out", "--no-charts").stderr
    )


def test_ctrl_c_while_charts_are_drawn_keeps_the_plan(event, tmp_path, monkeypatch):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("seatplan.render.save_each", interrupted)

    done = run("solve", event, "-o", tmp_path / "out")

    assert done.exit_code == 0
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "plan.json",
        "report.json",
        "report.md",
        "seats.xlsx",
    }


def test_parts_that_were_solved_in_time_are_kept(tmp_path, monkeypatch):
    from seatplan.solvers import Stopped, solve_model

    def slow(model, control):
        if model.people == 1:
            raise Stopped("time limit")
        return solve_model(model, control)

    monkeypatch.setattr(import_module("seatplan.solvers.whole"), "solve_model", slow)
    event = tmp_path / "event.yaml"
    halls = [
        f'auditorium: {{id: {area}, floor: {floor}, rows: 1, blocks: "2"}}' for area, floor in (("a", 1), ("b", 2))
    ]
    areas = f"areas: [{', '.join(halls)}]"
    zones = [
        f"zone: {{who: {{people: {who}}}, where: {{areas: [{area}]}}}}"
        for who, area in (("[Ann, Bob]", "a"), ("[Cid]", "b"))
    ]
    rules = f"[{', '.join(zones)}]"
    people = "roster: {people: [Ann, Bob, Cid]}"
    event.write_text(f"format: seatplan-event/1\nvenue: {{{areas}}}\n{people}\nrules: {rules}\n", "utf-8")

    done = run("solve", event, "-o", tmp_path / "out", "--no-charts")

    assert done.exit_code == 1, done.output
    assert "a part of a plan only: 2 of 3 people have a seat" in done.stdout
    plan = json.loads((tmp_path / "out" / "plan.json").read_text("utf-8"))
    assert [item["person"] for item in plan["seats"]] == ["Ann", "Bob"]
    assert plan["unseated"] == [{"name": "Cid", "person": "Cid", "reason": "no seat found"}]
