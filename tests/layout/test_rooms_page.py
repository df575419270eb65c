"""The page about rooms is true: its room, drawing, layers, sweep and code do what it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

from seatplan.cli import main
from seatplan.io.dxf.names import LAYERS, read_dxf_names
from seatplan.io.room import parse_room
from seatplan.layout import from_sketch

PAGE = (Path(__file__).parents[2] / "docs" / "rooms.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_room_the_layers_and_the_sweep_of_the_page_are_read(tmp_path):
    room, layers, sweep = blocks("yaml")
    (tmp_path / "layers.yaml").write_text(layers, "utf-8")
    (tmp_path / "hall.yaml").write_text(room, "utf-8")
    (tmp_path / "try.yaml").write_text(sweep, "utf-8")

    done = CliRunner().invoke(
        main, ["sweep", str(tmp_path / "try.yaml"), "-o", str(tmp_path / "rows.jsonl"), "--workers", "1"]
    )

    assert [door.name for door in parse_room(room).doors] == ["back", "door 2"]
    assert read_dxf_names(tmp_path / "layers.yaml").walls == ("TRAGWERK*",)
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 8, done.output


def test_the_drawing_of_the_page_is_a_room():
    (drawing,) = blocks("text")

    room = from_sketch(drawing)

    assert (len(room.doors), len(room.pillars), room.stage is not None) == (2, 1, True)


def test_the_python_of_the_page_prints_what_was_asked(capsys):
    (code,) = blocks("python")

    exec(compile(code, "docs/rooms.md", "exec"), {})

    assert capsys.readouterr().out == "[(6, 6), (8, 8)]\n"


def test_the_page_names_every_key_of_layers():
    named = set(re.search(r"Keys: `([^`]+)`", PAGE)[1].split())

    assert named == set(LAYERS) - {"fixtures", "areas"}
