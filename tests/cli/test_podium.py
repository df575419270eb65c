"""``seatplan podium``: files with the reasons, and one clear message for every bad input."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.io import read_venue, write_venue
from seatplan.venue import auditorium, combine, rostrum
from tests.cli.test_commands import run

ROOM = "size: [14, 9]\ndoors: [{x: 3, y: 0, width: 1.6}, {x: 11, y: 0, width: 1.6}]\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    (tmp_path / "room.yaml").write_text(ROOM, "utf-8")
    return tmp_path / "room.yaml"


def test_stage_lectern_and_screen_are_placed_in_an_empty_room(room, tmp_path):
    done = run("podium", room, "--stage", "4x2", "--screen", "2x1.2", "-o", tmp_path / "out", "--no-charts")

    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("the stage stands at the ")
    kinds = {fixture.kind for fixture in read_venue(tmp_path / "out" / "venue.json").fixtures}
    assert {"stage", "lectern", "screen", "door"} <= kinds
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"venue.json", "reasons.txt", "room.yaml"}
    again = run("podium", tmp_path / "out" / "room.yaml", "-o", tmp_path / "again", "--no-charts")
    assert again.exit_code == 0


def test_the_reasons_are_chinese_for_a_chinese_hall(tmp_path):
    venue = combine("会场", rostrum(rows=[5]), auditorium(rows=3, blocks="6,6", first_row=4.0))
    write_venue(tmp_path / "hall.json", venue)
    words = ["podium", tmp_path / "hall.json", "--lectern", "front_right", "--lang", "zh", "-o", tmp_path / "out"]
    done = run(*words)

    assert done.exit_code == 0, done.output
    assert "主席台右前侧（观众左侧）" in done.stdout
    assert (tmp_path / "out" / "reasons.txt").read_text("utf-8").strip() in done.stdout
    assert (tmp_path / "out" / "podium.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["room.yaml", "--stage", "big"], "'big' is no size"),
        (["room.yaml", "--stage", "4"], "'4' is no size"),
        (["room.yaml", "--stage", "nanx2"], "is no size"),
        (["room.yaml", "--stage", "40x20"], "fits nowhere"),
        (["room.yaml", "--screen", "4x-1"], "is no size"),
        (["room.yaml", "--lectern-size", "0.7x0.5"], "is no size"),
        (["room.yaml", "--booths", "2"], "is no size"),
        (["room.yaml", "--booths", "1.5x2x2"], "1.5 booths are none"),
        (["room.yaml", "--stage", "4x2", "--booths", "20x8x8"], "find no place"),
        (["room.yaml"], "give the room a stage"),
        (["hall.json", "--booths", "1x2x2"], "no wall shows"),
        (["room.yaml", "--step", "0"], "podium step: 0 m"),
        (["room.yaml", "--mouth", "nan"], "podium mouth: nan m"),
        (["room.yaml", "--code", "mars"], "there is no such pack"),
        (["hall.json", "--stage", "4x2"], "the seats stand already"),
        (["missing.yaml"], "missing.yaml"),
        (["."], "no kind of file with a room"),
        (["empty.yaml"], "empty.yaml"),
    ],
)
def test_bad_input_is_one_clear_message(room, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.yaml").write_text("")
    write_venue(tmp_path / "hall.json", auditorium(rows=2, blocks="6", first_row=4.0))
    done = run("podium", *words, "-o", "out")

    assert done.exit_code == 2
    assert said in done.stderr
    assert "seatplan itself" not in done.output
    assert not Path("out").exists()
