"""``seatplan distance``: files that other commands understand, and one clear message for every bad input."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from seatplan.io import read_event, read_venue, write_venue
from seatplan.venue import from_drawing
from tests.cli.test_commands import run


@pytest.fixture
def venue(tmp_path: Path) -> Path:
    write_venue(tmp_path / "hall.json", from_drawing("oooooo\noooooo", name="Hall", language="en"))
    return tmp_path / "hall.json"


@pytest.fixture
def groups(tmp_path: Path) -> Path:
    (tmp_path / "groups.csv").write_text("name,size,count\n=cmd(),3,\npair,2,2\n", "utf-8")
    return tmp_path / "groups.csv"


def test_the_files_are_a_plan_that_other_commands_read(venue, groups, tmp_path):
    out = tmp_path / "out"
    done = run("distance", venue, "--groups", groups, "--seats", 1, "-o", out)

    assert done.exit_code == 0, done.output
    assert "7 people in 3 groups have seats; no plan seats more" in done.stdout
    assert run("check", out / "event.yaml", out / "plan.json").exit_code == 0
    assert len(read_event(out / "event.yaml").problem.people) == 7
    with (out / "groups.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[:2] for row in csv.reader(file)][1:].count(["'=cmd()", "3"]) == 1


def test_unsold_seats_stand_in_the_venue_and_in_a_list(venue, groups, tmp_path):
    out = tmp_path / "out"
    run("distance", venue, "--groups", groups, "--seats", 1, "-o", out, "--lang", "zh")
    room = read_venue(out / "venue.json")
    unsold = [seat.label for seat in room.seats if "unsold" in seat.features]

    assert unsold
    assert (out / "unsold.csv").read_text("utf-8-sig").splitlines() == ["不售座位", *unsold]


def test_groups_for_which_there_is_no_room_are_named(venue, groups, tmp_path):
    done = run("distance", venue, "--groups", groups, "--metres", 3, "-o", tmp_path / "out")
    plan = json.loads((tmp_path / "out" / "plan.json").read_text("utf-8"))

    assert done.exit_code == 1
    assert "no room for: " in done.stdout
    assert len(plan["seats"]) + len(plan["unseated"]) == 7


def test_blocks_for_sale_need_no_groups(venue, tmp_path):
    done = run("distance", venue, "--sizes", "2", "--seats", 1, "--pattern", "blocks", "-o", tmp_path / "out")

    assert done.exit_code == 0
    assert done.stdout.startswith("4 people in 2 groups have seats; no plan seats more")


def test_a_room_without_seats_gets_rows(tmp_path):
    (tmp_path / "room.yaml").write_text("size: [8, 6]\ndoors: [{x: 4, y: 0, width: 1.6}]\n", "utf-8")
    done = run(
        "distance", tmp_path / "room.yaml", "--sizes", "1", "--metres", 1, "-o", tmp_path / "out", "--lang", "zh"
    )

    assert done.exit_code == 0, done.output
    assert "任何方案都不能更多" in done.stdout


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,seat\nA,1\n", "no column says how many"),
        ("name,size\nA,zero\n", "groups.csv row 2 column B: 'zero' is no number"),
        ("name,size\nA,0\nB,-1\nC,99\n", "groups.csv row 4 column B: '99' is no number"),
        ("name,size\nA,1\nA,2\n", "the group 'A' stands in row 2, too"),
        ("name,size,count\nA,1,x\n", "groups.csv row 2 column C"),
        ("name,size\n", "it has no groups"),
        ("", "groups.csv"),
    ],
)
def test_a_bad_table_is_told_with_its_places(venue, tmp_path, table, said):
    (tmp_path / "groups.csv").write_text(table, "utf-8")
    done = run("distance", venue, "--groups", tmp_path / "groups.csv", "--metres", 1, "-o", tmp_path / "out")

    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["hall.json", "--metres", "1"], "give --groups FILE, or --sizes"),
        (["hall.json", "--sizes", "1,x"], "give numbers with commas"),
        (["hall.json", "--sizes", "1", "--metres", "nan"], "distance: nan m"),
        (["hall.json", "--sizes", "1", "--metres", "-1"], "distance: -1 m"),
        (["hall.json", "--sizes", "1", "--metres", "1", "--time-limit", "inf"], "no number of seconds"),
        (["hall.json", "--sizes", "0"], "a group of 0 people"),
        (["hall.json", "--sizes", "1", "--share", "2"], "share of the seats"),
        (["hall.json", "--sizes", "1", "--code", "us"], "says nothing of distances"),
        (["hall.json", "--sizes", "1", "--code", "mars"], "there is no such pack"),
        (["missing.json", "--sizes", "1"], "missing.json"),
        (["hall.json", "--groups", "missing.csv"], "missing.csv"),
        ([".", "--sizes", "1"], "no kind of file with a room"),
        (["junk.yaml", "--sizes", "1"], "junk.yaml"),
    ],
)
def test_bad_input_is_one_clear_message(venue, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "junk.yaml").write_text("- 1\n")
    done = run("distance", *words, "-o", "out")

    assert done.exit_code == 2
    assert said in done.stderr
    assert "seatplan itself" not in done.output


def test_how_it_was_found_is_told_in_chinese(venue, groups, tmp_path):
    done = run("distance", venue, "--groups", groups, "--seats", 1, "-o", tmp_path / "out", "--lang", "zh")

    assert "任何方案都不能更多（已坐满现有或限定的人数）" in done.stdout


def test_a_size_that_is_none_is_told_in_chinese(venue, tmp_path):
    (tmp_path / "groups.csv").write_text("名称,人数\n甲,x\n", "utf-8")
    done = run("distance", venue, "--groups", tmp_path / "groups.csv", "--seats", 1, "--lang", "zh")

    assert done.stderr.splitlines()[-1] == "错误：groups.csv第2行B列：“x”不是1至50的数；请写整数"
