"""Rooms as YAML: any unit, and every fault with line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.room import parse_room, read_room_file
from seatplan.layout import Box, Door, FloorStep, Pillar, Room, Screen, Stage

FULL = """
format: seatplan-room/1
name: Blue hall
walls: [[0, 0], [12, 0], [12, 9], [0, 9]]
doors:
- {x: 4, y: 0, width: 1.6, swing: in, name: main, step_free: no}
- {x: 0, y: 4, width: 1, closed: yes, landing: 2}
pillars:
- {x: 3, y: 4, diameter: 0.5}
- {corners: [[8, 4], [9, 4], [8, 5]]}
stage: {x: 6, y: 8, width: 6, depth: 2, height: 0.4, steps: [left], ramp: right}
screen: {x: 6, y: 9, width: 4, height: 2}
aisles: [{x: 6, y: 3, width: 1.2, depth: 6}]
keep_clear: [{x: 11, y: 1, width: 1, depth: 1, name: desk}]
steps: [{distance: 3, height: 0.15}]
slope: 0.02
windows: [left, right]
power: [[0, 1]]
ceiling: 4
front: top
"""


def test_every_part_is_read() -> None:
    assert parse_room(FULL) == Room(
        ((0, 0), (12, 0), (12, 9), (0, 9)),
        (Door(4, 0, 1.6, "in", "main", step_free=False), Door(0, 4, 1, closed=True, landing=2)),
        (Pillar(3, 4, diameter=0.5), Pillar(corners=((8, 4), (9, 4), (8, 5)))),
        Stage(6, 8, 6, 2, 0.4, ("left",), "right"),
        Screen(6, 9, 4, 2),
        (Box(6, 3, 1.2, 6),),
        (Box(11, 1, 1, 1, name="desk"),),
        (FloorStep(3, 0.15),),
        0.02,
        ("left", "right"),
        ((0, 1),),
        4,
        "top",
        "Blue hall",
    )


def test_inches_become_metres_but_angles_and_slopes_stay() -> None:
    room = parse_room(
        "unit: in\nsize: [400, 300]\npillars: [{x: 100, y: 100, width: 10, depth: 20, turn: 45}]\nslope: 0.1"
    )

    assert room.walls[2] == (10.16, 7.62)
    assert (room.pillars[0].width, room.pillars[0].turn, room.slope) == (0.254, 45, 0.1)
    # what nobody typed keeps its value in metres
    assert parse_room("unit: ft\nsize: [40, 30]\ndoors: [{x: 9, y: 0, width: 4}]").doors[0].landing == 1.4
    assert parse_room("unit: ft\nsize: [40, 30]\nstage: {x: 20, y: 25, width: 12, depth: 8}").stage == Stage(
        6.096, 7.62, 3.6576, 2.4384, 0.6
    )


def test_a_sketch_may_be_completed_by_keys() -> None:
    room = parse_room(
        "sketch: |\n  +---+\n  |   D\n  |   |\n  +---+\ncell: [2, 2]\nslope: 0.05\n"
        "pillars: [{x: 4, y: 2, diameter: 1}]"
    )

    assert (room.walls[1], room.doors[0].width, room.slope, len(room.pillars)) == ((8, 6), 2, 0.05, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("size: [8, 6]\ndors: []", "room.yaml:2:1 dors: unknown key 'dors'; did you mean 'doors'?"),
        ("size: [8, wide]", "room.yaml:1:11 size[2]: 'wide' is not what belongs here"),
        ("size: [8, .nan]", "room.yaml:1:11 size[2]: '.nan' is not what belongs here"),
        ("size: [8, 6]\nunit: yard", "room.yaml:2:7 unit: 'yard' is not what belongs here"),
        (
            "size: [8, 6]\ndoors:\n- {x: 1, y: 3, width: 1}",
            "room.yaml:3:3 doors[1]: it is 1.00 m off the nearest wall",
        ),
        (
            "size: [8, 6]\npillars:\n- {x: 9, y: 9, diameter: 1}",
            "room.yaml:3:3 pillars[1]: at (9.00, 9.00) it is out",
        ),
        ("walls: [[0, 0], [8, 6], [8, 0], [0, 6]]", "room.yaml:1:9 walls[1]: room walls 1-2 and 3-4: they cross"),
        ("size: [8, 6]\nstage: {x: 4, y: 4, width: 9, depth: 1}", "room.yaml:2:8 stage: 9 x 1 m is larger"),
        ("sketch: |\n  +-+\n  | ?\n  +-+", "room.yaml:1:9 sketch: sketch line 2, column 3: no such mark '?'"),
        ("doors: []", "room.yaml:1:1: a room has one outline, and here are none; give one of"),
        ("size: [8, 6]\nsketch: x", "a room has one outline, and here are size, sketch"),
        ("size: [-8, 6]", "room.yaml:1:1: room size: -8 x 6 m"),
    ],
)
def test_a_fault_is_told_with_line_and_column(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_room(text)

    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hall.yaml"
    path.write_text(FULL, "utf-8")

    assert read_room_file(path) == parse_room(FULL)
