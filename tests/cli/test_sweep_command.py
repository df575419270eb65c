"""`seatplan sweep`: every room with every choice of options, told as it goes, resumed, refused when wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main

FILE = """
format: seatplan-sweep/1
rooms: [hall.yaml]
options:
- {style: [boardroom], people: [6, 8]}
- {style: theatre, close: [none, back]}
"""
HALL = "size: [9, 6]\ndoors: [{x: 4, y: 0, width: 1.6, name: back}, {x: 9, y: 3, width: 1.2}]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hall.yaml").write_text(HALL, "utf-8")
    (tmp_path / "try.yaml").write_text(FILE, "utf-8")
    return tmp_path


def run(*words: object):
    return CliRunner().invoke(main, ["sweep", *map(str, words), "--workers", "1"])


def test_rows_and_table_are_written_and_a_second_run_does_nothing(folder):
    done = run(folder / "try.yaml", "-o", folder / "rows.jsonl", "--csv", folder / "rows.csv")
    again = run(folder / "try.yaml", "-o", folder / "rows.jsonl")

    assert done.exit_code == 0, done.output
    assert "4 cases, 0 failed; wrote" in done.stdout
    rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text("utf-8").splitlines()]
    assert [row["options"].get("close") for row in rows] == [None, None, None, "back"]
    assert [row["answer"]["count"] for row in rows][:2] == [6, 8]
    head = (folder / "rows.csv").read_text("utf-8-sig").splitlines()[0]
    assert head.startswith("case,subject,style,people,count,bound,proven")
    assert again.exit_code == 0
    assert again.stderr == "4 of 4 cases are there already\n"


def test_a_failing_case_is_told_and_the_exit_code_says_so(folder):
    (folder / "try.yaml").write_text(
        "rooms: [hall.yaml]\noptions: {style: [boardroom, circus], people: 6}", "utf-8"
    )

    done = run(folder / "try.yaml", "-o", folder / "rows.jsonl")

    assert done.exit_code == 1
    assert "2 cases, 1 failed" in done.stdout
    assert "there is no style 'circus'" in done.stderr


def test_events_are_solved(folder):
    (folder / "event.yaml").write_text(
        "format: seatplan-event/1\nvenue: {areas: [auditorium: {rows: 2, blocks: '3'}]}\n"
        "roster: {people: [{name: Ann}, {name: Bob}]}",
        "utf-8",
    )
    (folder / "try.yaml").write_text("events: [event.yaml]\noptions: {seed: [0, 1]}", "utf-8")

    done = run(folder / "try.yaml", "-o", folder / "rows.jsonl")

    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in (folder / "rows.jsonl").read_text("utf-8").splitlines()]
    assert [row["answer"]["status"] for row in rows] == ["optimal", "optimal"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("format: seatplan-sweep/1", "a sweep has rooms or events, one of them; add 'rooms: [hall.yaml]'"),
        ("rooms: [hall.yaml]\nevents: [x.yaml]", "a sweep has rooms or events, one of them"),
        ("rooms: [hall.yaml]\noption: {style: [a]}\nwide: 1", "try.yaml:3:1 wide: unknown key 'wide'"),
        ("rooms: [none.yaml]", "there is no such file; mend the name or put the file there"),
        ("rooms: [hall.yaml, hall.yaml]", "hall.yaml: it is named twice; leave one out"),
        ("rooms: [hall.yaml]\noptions: [style]", "try.yaml:2:11 options[1]: this is no option"),
        ("rooms: [hall.yaml]\noptions: {style: [[a]]}", "try.yaml:2:18 options.style: an option has plain values"),
        ("rooms: [hall.yaml]\noptions: {style: []}", "sweep option 'style': [] are no values"),
        ("rooms: [try.txt]", "sketch"),
        ("", "write keys and values: {key: value}"),
        ("- a", "write keys and values"),
        ("rooms: [", "this is no YAML"),
    ],
)
def test_a_wrong_file_gets_one_clear_line(folder, text, message):
    (folder / "try.yaml").write_text(text, "utf-8")
    (folder / "try.txt").write_text("", "utf-8")

    done = run(folder / "try.yaml", "-o", folder / "rows.jsonl")

    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (folder / "rows.jsonl").exists()


@pytest.mark.parametrize(
    ("file", "output", "message"),
    [
        ("none.yaml", "rows.jsonl", "there is no such file"),
        (".", "rows.jsonl", "it is a folder; name a file in it"),
        ("try.yaml", "none/rows.jsonl", "its folder does not exist; make the folder first"),
        ("try.yaml", "hall.yaml", "hall.yaml:1: this is no row of a sweep; name another file"),
        ("try.yaml", ".", "it is a folder; name a file in it"),
    ],
)
def test_wrong_paths_get_one_clear_line(folder, file, output, message):
    done = run(folder / file, "-o", folder / output)

    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert (folder / "hall.yaml").read_text("utf-8") == HALL


def test_a_table_in_a_folder_that_is_not_there_is_refused_before_the_work(folder):
    done = run(folder / "try.yaml", "-o", folder / "rows.jsonl", "--csv", folder / "none" / "rows.csv")

    assert done.exit_code == 2
    assert "its folder does not exist" in done.stderr
    assert not (folder / "rows.jsonl").exists()
