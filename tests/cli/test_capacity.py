"""``seatplan capacity`` and ``seatplan layout``: the number, what limits it, and one message for each bad room."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main
from seatplan.io.venue import read_venue

ROOMS = Path(__file__).parents[2] / "examples" / "rooms"


def run(*args: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, [str(arg) for arg in args])
    return result.exit_code, result.stdout, result.stderr


def test_capacity_answers_with_number_limits_and_checks() -> None:
    code, text, _ = run(
        "capacity", ROOMS / "rectangle.yaml", "--style", "u-shape", "--code", "us", "--format", "json"
    )
    found = json.loads(text)

    assert code == 0
    assert (found["people"], found["proven"], found["limited_by"]) == (48, True, "seats")
    assert found["checks"]
    assert [one["change"] for one in found["what_if"]] == ["closed", "closed", "closed", "door", "no code"]


def test_a_closed_door_changes_what_limits_the_number() -> None:
    room = ROOMS / "l-shape.yaml"
    closing = ("--close-door", "east", "--close-door", "west", "--no-what-if", "--code", "us", "--format", "json")

    found = json.loads(run("capacity", room, *closing)[1])
    assert (found["people"], found["limited_by"]) == (49, "doors")


def test_what_one_change_gives_is_what_the_changed_room_gives() -> None:
    room = ROOMS / "rectangle.yaml"
    asked = ("--style", "banquet", "--code", "us", "--format", "json")
    changes = json.loads(run("capacity", room, *asked)[1])["what_if"]
    closed = {one["what"]: one["people"] for one in changes if one["change"] == "closed"}

    without = json.loads(run("capacity", room, *asked, "--no-what-if", "--close-door", "east")[1])
    assert closed["east"] == without["people"]


def test_layout_writes_a_venue_that_all_else_reads(tmp_path: Path) -> None:
    code, text, _ = run("layout", ROOMS / "rectangle.yaml", "--style", "cabaret", "-o", tmp_path, "--people", "60")

    assert code == 0
    assert "wrote" in text
    assert {file.name for file in tmp_path.iterdir()} == {
        "venue.json", "capacity.txt", "capacity.json", "layout.pdf"
    }  # fmt: skip
    assert len(read_venue(tmp_path / "venue.json").seats) == 60


def test_all_styles_stand_in_one_table() -> None:
    code, text, _ = run("capacity", ROOMS / "meeting-room.yaml", "--style", "all", "--lang", "zh")

    assert code == 0
    assert any(line.split()[:2] == ["u-shape", "14"] for line in text.splitlines())


BAD = {
    "walls: [[0, 0], [10, 10], [10, 0], [0, 10]]": "walls 1-2 and 3-4: they cross at (5.00, 5.00)",
    "size: [10, 8]\ndoors: [{x: 5, y: 3, width: 1.6}]": "doors[1]: it is 3.00 m off the nearest wall",
    "size: [10, 8]\nstage: {x: 5, y: 6, width: 14, depth: 3}": "stage: 14 x 3 m is larger than the room",
    "size: [.nan, 8]": "size[1]: '.nan'",
    "size: [787, 590]": "give metres; a file may say 'unit: ft' or 'unit: in'",
    "size: [2, 2]": "no seat with a way out has room",
}


@pytest.mark.parametrize("command", ["capacity", "layout"])
@pytest.mark.parametrize("text", BAD)
def test_a_bad_room_gets_one_message_that_names_the_place(command: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "room.yaml").write_text(f"format: seatplan-room/1\n{text}\n")
    out = ("-o", tmp_path / "out") if command == "layout" else ()

    code, _, errors = run(command, tmp_path / "room.yaml", *out)
    assert code == 2
    assert BAD[text] in errors
    assert errors.count("error:") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("missing.yaml",), "there is no such file"),
        ((ROOMS,), "no kind of file with a room"),
        ((ROOMS / "rectangle.yaml", "--style", "foo"), "there is no style 'foo'"),
        ((ROOMS / "rectangle.yaml", "--code", "foo"), "there is no such pack"),
        ((ROOMS / "rectangle.yaml", "--close-door", "foo"), "it has no door 'foo'"),
        ((ROOMS.parent / "u_shape" / "event.yaml",), "文件不是房间"),
        ((ROOMS.parent / "u_shape" / "event.yaml", "--lang", "en"), "it is no room"),
    ],
)
def test_bad_input_is_one_line(args: tuple[str | Path, ...], message: str) -> None:
    code, _, errors = run("capacity", *args)

    assert code == 2
    assert message in errors


@pytest.mark.parametrize("style", ["theatre", "banquet", "reception", "exam"])
def test_limits_are_told_in_chinese(style: str) -> None:
    args = ("capacity", ROOMS / "l-shape.yaml", "--style", style, "--code", "us", "--people", "20", "--no-what-if")
    lines = run(*args, "--lang", "zh")[1].splitlines()
    limits = lines[
        lines.index(next(line for line in lines if line.startswith("受限于"))) + 1 : lines.index("需人工核查：")
    ]

    assert limits
    assert not [line for line in limits if any("a" <= letter <= "z" for letter in line)], limits


@pytest.mark.parametrize("command", ["capacity", "layout", "podium"])
@pytest.mark.parametrize("text", ["", "# nothing", "- 1", "42"])
def test_a_file_that_says_nothing_is_called_so(command: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "room.yaml").write_text(text)

    code, _, errors = run(command, tmp_path / "room.yaml")
    assert (code, errors.count("error:")) == (2, 1)
    assert errors.startswith("error: room.yaml: it says nothing of a room or an event")
