"""``seatplan check`` of rooms, venues and events against codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from seatplan.io import write_venue
from seatplan.venue import Fixture, auditorium
from tests.cli.test_commands import EVENT, run

ROOM = """
format: seatplan-room/1
name: Room
size: [24, 18]
doors: [{x: 6, y: 0, width: 1.8}, {x: 18, y: 0, width: 1.8}]
"""
PACK = """
format: seatplan-codes/1
id: ibc-2021
title: House
jurisdiction: own hall
edition: "2024"
values:
  load.chairs: {value: 1, unit: m2/person, clause: "1", standing: %s}
  exits.count: {table: [{from: 1, value: 2}, {from: 400, value: 9}], unit: exits, clause: "2", standing: %s}
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    path = tmp_path / "room.yaml"
    path.write_text(ROOM, "utf-8")
    return path


def test_a_room_is_reckoned_by_its_area(room: Path) -> None:
    done = run("check", room, "--code", "ibc-2021")  # 432 m2 are 665 people: 3 exits; two of 1.8 m take 708

    assert done.exit_code == 1
    assert done.stdout.splitlines() == [
        "Room: 0 seats, 2 doors; checked against IBC 2021",
        "IBC 2021: ways out are reckoned for 665 people",
        "must: Room: exits 2 exits, at least 3 exits (IBC 2021 1006.2.1; 1006.3, verified)",
        "must: Room, the two doors farthest apart: distance between two exits 12 m, at least 15 m"
        " (IBC 2021 1007.1.1, verified)",
        "2 must, 0 warn, 0 advise",
        "not checked: how chairs are fastened together (--gang), what is heard (--voice)",
    ]


def test_a_venue_is_checked_in_chinese(tmp_path: Path) -> None:
    write_venue(tmp_path / "hall.json", auditorium(rows=3, blocks="23", row_pitch=0.85))
    done = run("check", tmp_path / "hall.json", "--code", "gb-50016-2014", "--lang", "zh")

    assert done.exit_code == 1
    assert "双侧走道每排座数为 23 座，应不大于 22 座（GB 50016-2014 5.5.20-1，已核实）" in done.stdout
    assert "未检查：室内面积（--area）" in done.stdout


def test_the_room_of_an_event_is_checked_and_told_by_seat(tmp_path: Path) -> None:
    (tmp_path / "event.yaml").write_text(EVENT, "utf-8")
    done = run("check", tmp_path / "event.yaml", "--code", "un", "--voice", 70, "--format", "json")
    told = json.loads(done.stdout)

    assert (told["format"], told["seats"], done.exit_code) == ("seatplan-check/1", 6, 1)
    assert [finding["quantity"] for finding in told["findings"]] == ["wheelchair.spaces"]
    assert set(told["measures"]["hall-2-1"]) >= {"c_value", "stage_distance", "speech_margin"}
    assert "c_value" not in told["measures"]["hall-1-1"]


def test_findings_section_and_heat_maps_are_written(tmp_path: Path) -> None:
    write_venue(tmp_path / "hall.json", auditorium(rows=3, blocks="6,6", rake=0.1, first_row=3.0))
    done = run("check", tmp_path / "hall.json", "--code", "us", "--voice", 70, "-o", tmp_path / "out")

    assert done.exit_code == 1, done.output
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names >= {"findings.txt", "findings.json", "section.pdf", "c_value.pdf", "speech_margin.pdf"}
    assert (tmp_path / "out" / "findings.txt").read_text("utf-8") in done.stdout


@pytest.mark.parametrize(
    ("standing", "word", "exit_code"), [("V", "must", 1), ("S", "warn", 0), ("U", "advise", 0)]
)
def test_a_file_of_the_user_replaces_a_pack(room, tmp_path, standing, word, exit_code) -> None:
    (tmp_path / "house.yaml").write_text(PACK % (standing, "V"), "utf-8")
    done = run("check", room, "--code", f"ibc-2021,{tmp_path / 'house.yaml'}")

    assert f"{word}: Room: exits 2 exits, at least 9 exits (House 2, verified)".rpartition(", ")[0] in done.stdout
    assert done.exit_code == exit_code
    trusted = run("check", room, "--code", tmp_path / "house.yaml", "--trust-single-source")
    assert trusted.exit_code == int(standing != "U")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["missing.yaml", "--code", "us"], "missing.yaml"),
        ([".", "--code", "us"], "no kind of file with a room"),
        (["empty.yaml", "--code", "us"], "empty.yaml"),
        (["junk.yaml", "--code", "us"], "junk.yaml"),
        (["junk.json", "--code", "us"], "junk.json"),
        (["roster.csv", "--code", "us"], "no kind of file with a room"),
        (["room.yaml", "--code", "mars"], "there is no such pack"),
        (["room.yaml", "--code", ""], "there is no such pack"),
        (["room.yaml", "--code", "missing.yaml"], "missing.yaml"),
        (["room.yaml"], "give a PLAN to audit, or --code"),
        (["room.yaml", "plan.json", "--code", "us"], "give a PLAN to audit, or --code"),
        (["room.yaml", "--code", "us", "--gang", "0"], "--gang"),
        (["room.yaml", "--code", "us", "--area", "nan"], "area"),
    ],
)
def test_bad_input_is_one_clear_message(room, tmp_path, monkeypatch, words, said) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.yaml").write_text("")
    (tmp_path / "junk.yaml").write_bytes(b"\x00\xff: [")
    (tmp_path / "junk.json").write_text("{]")
    (tmp_path / "roster.csv").write_text("name\nAnn\n")
    done = run("check", *words)

    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert "seatplan itself" not in done.output


@pytest.mark.parametrize(("lang", "told"), [("en", "Door 1: seats within 1.40 m before it, 2"), ("zh", "座位2个")])
def test_seats_before_a_door_are_told(lang: str, told: str, tmp_path: Path) -> None:
    """Nothing stands in the way of one door; two chairs stand before the other."""
    hall = auditorium(rows=2, blocks="4", first_row=4.0, doors=[], language="en")
    doors = (
        Fixture("d1", "Door 1", "door", 0.0, hall.xyz[:, 1].min() - 1.0, 0.8, 0.1),
        Fixture("d2", "Door 2", "door", 6.0, -4.0, 0.1, 1.6),
    )
    write_venue(tmp_path / "hall.json", replace(hall, fixtures=(*hall.fixtures, *doors)))

    lines = run("check", tmp_path / "hall.json", "--code", "us", "--lang", lang).stdout.splitlines()
    assert [line for line in lines if told in line]
    assert not [line for line in lines if "Door 2: seats" in line or "Door 2：门前" in line]


def test_without_a_door_it_is_said_that_ways_out_were_not_looked_at(tmp_path: Path) -> None:
    write_venue(tmp_path / "hall.json", auditorium(rows=2, blocks="4", doors=[], language="en"))

    told = run("check", tmp_path / "hall.json", "--code", "us").stdout
    assert "not checked: the area of the floor (--area), ways and times to doors, as none is drawn" in told
