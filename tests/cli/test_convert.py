"""`seatplan convert`: any file of a room into any other, and one clear line for what cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from seatplan.cli import main
from seatplan.io.room import parse_room, read_room_file
from seatplan.io.venue import read_venue, write_venue
from seatplan.venue import auditorium
from tests.layout.drawings import blank, chair_block, insert, saved, walls
from tests.layout.test_room_file import FULL


def run(*words: object):
    return CliRunner().invoke(main, ["convert", *map(str, words)])


@pytest.fixture
def room(tmp_path: Path) -> Path:
    path = tmp_path / "hall.yaml"
    path.write_text(FULL, "utf-8")
    return path


def test_a_room_goes_to_a_drawing_and_back(room, tmp_path):
    there = run(room, tmp_path / "hall.dxf", "--lang", "zh")
    back = run(tmp_path / "hall.dxf", tmp_path / "again.yaml")

    assert (there.exit_code, back.exit_code) == (0, 0), there.output + back.output
    assert there.stdout == f"wrote {tmp_path / 'hall.dxf'}\n"
    assert read_room_file(tmp_path / "again.yaml") == parse_room(FULL)


def test_a_text_drawing_and_a_venue_become_pictures(tmp_path):
    (tmp_path / "hall.txt").write_text("+----+\n|    D\n|    |\n+----+", "utf-8")
    write_venue(tmp_path / "hall.json", auditorium(rows=2, blocks="3"))

    for name in ("hall.txt", "hall.json"):
        done = run(tmp_path / name, tmp_path / f"{name}.svg")
        assert done.exit_code == 0, done.output
        assert (tmp_path / f"{name}.svg").read_text("utf-8").startswith("<svg")


def test_chairs_of_a_drawing_become_a_venue_and_doubts_are_told(tmp_path):
    doc = blank(0)
    walls(doc, layer="MAUER", scale=1000)
    insert(doc, chair_block(doc, size=500), 3000, 3000)
    (tmp_path / "layers.yaml").write_text("walls: [mauer]", "utf-8")

    done = run(saved(doc, tmp_path), tmp_path / "hall.json", "--layers", tmp_path / "layers.yaml")

    assert done.exit_code == 0, done.output
    assert "note: hall.dxf $INSUNITS: it does not say its unit; taken for mm" in done.stderr
    assert len(read_venue(tmp_path / "hall.json").seats) == 1


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("none.yaml", "out.svg", "there is no such file; mend the name or put the file there"),
        ("none.dxf", "out.svg", "there is no such file; mend the name or put the file there"),
        ("folder.dxf", "out.svg", "it is a folder; name a file in it"),
        ("hall.yaml", "out.png", "out.png: no room is written as '.png'; use .yaml, .json, .dxf or .svg"),
        ("hall.yaml", "none/out.svg", "out.svg: its folder does not exist; make the folder first"),
        ("hall.yaml", "out.json", "out.json: what was read has no seats; lay them out with `seatplan layout`"),
        ("hall.json", "out.yaml", "out.yaml: what was read has no room; a venue has seats; write .json, .dxf or"),
        ("hall.pdf", "out.svg", "hall.pdf: no kind of file with a room ends in '.pdf'; use one of: .yaml"),
        ("empty.yaml", "out.svg", "empty.yaml: the file is empty"),
        ("empty.dxf", "out.svg", "empty.dxf: it is no DXF drawing; save it again as DXF"),
        ("empty.txt", "out.svg", "sketch: it has no corners; draw the corners of the walls as +"),
    ],
)
def test_what_cannot_be_converted_gets_one_line_and_writes_nothing(room, tmp_path, source, target, message):
    write_venue(tmp_path / "hall.json", auditorium(rows=2, blocks="3"))
    (tmp_path / "folder.dxf").mkdir()
    for name in ("empty.yaml", "empty.dxf", "empty.txt", "hall.pdf"):
        (tmp_path / name).touch()

    done = run(tmp_path / source, tmp_path / target)

    assert done.exit_code == 2, done.output
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / target).exists()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("format: seatplan-event/1\nvenue: {}\nrules: []\n", "hall.yaml:1:9 format: this is an event, no room"),
        ("", "hall.yaml: the file is empty"),
    ],
)
def test_what_is_no_room_is_called_what_it_is_in_one_line(text, found, tmp_path):
    (tmp_path / "hall.yaml").write_text(text, "utf-8")

    done = run(tmp_path / "hall.yaml", tmp_path / "out.dxf")
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {found}")
    assert len(done.stderr.splitlines()) == 1
