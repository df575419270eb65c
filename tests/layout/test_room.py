"""Rooms: what they are, and one message with its place for each thing that is wrong with one."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.layout import Box, Door, FloorStep, Pillar, Room, Screen, Stage
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle

SQUARE = rectangle(12, 9)


def said(**parts: object) -> list[str]:
    """Return the messages about a room of 12 x 9 m with these parts."""
    with pytest.raises(InputError) as caught:
        Room(**{"walls": SQUARE, **parts})  # type: ignore[arg-type]
    return [str(fault) for fault in caught.value.faults]


def test_corners_run_counter_clockwise_whatever_was_typed() -> None:
    room = Room(tuple(reversed(SQUARE)))

    assert room.corners.tolist()[0] == [0, 0]
    assert room.corners.tolist()[1] == [12, 0]


def test_pillars_stage_and_kept_places_are_no_floor() -> None:
    stage, desk = Stage(6, 8, 4, 2), Box(6, 1, 1, 1)

    room = Room(SQUARE, pillars=(Pillar(3, 3, width=1, depth=1),), stage=stage, keep_clear=(desk,))

    assert room.floor_area == 108 - 1 - 8 - 1


def test_a_closed_door_stays_but_is_no_exit() -> None:
    room = Room(SQUARE, (Door(2, 0, 1), Door(9, 0, 1)))

    closed = room.close("door 1")

    assert [door.name for door in closed.exits] == ["door 2"]
    assert len(closed.doors) == 2


def test_a_door_that_opens_inwards_needs_floor_for_its_leaf() -> None:
    assert Door(2, 0, 1.0, swing="in").reach == 1.4
    assert Door(2, 0, 2.0, swing="in").reach == 2.0


def test_an_unknown_door_cannot_be_closed() -> None:
    with pytest.raises(InputError, match="it has no door 'west'; use one of: door 1"):
        Room(SQUARE, (Door(2, 0, 1),)).close("west")


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "two corners": ({"walls": ((0, 0), (5, 5))}, "room walls: 2 corners; give at least 3, in order"),
    "a bow tie": (
        {"walls": ((0, 0), (8, 6), (8, 0), (0, 6))},
        "room walls 1-2 and 3-4: they cross at (4.00, 3.00); list the corners in the order in which one passes"
        " them along the walls",
    ),
    "a wall that touches another": (
        {"walls": ((0, 0), (8, 0), (8, 6), (4, 0), (0, 6))},
        "room walls 1-2 and 3-4: they cross at (4.00, 0.00); list the corners in the order in which one passes"
        " them along the walls",
    ),
    "a wall that runs back": (
        {"walls": ((0, 0), (8, 0), (3, 0), (3, 6))},
        "room corner 2: the wall runs back along itself; list the corners in the order of the walls",
    ),
    "a corner twice": (
        {"walls": (*SQUARE, (0, 0))},
        "room corners 5 and 1: both are at (0.00, 0.00); leave one out; the walls close themselves",
    ),
    "no number": (
        {"walls": ((0, 0), (8, nan), (8, 6))},
        "room corner 2: (8.00, nan) is no place; give x and y in metres",
    ),
    "inches": (
        {"walls": rectangle(944, 708)},
        "room wall 1-2: 944 m long (23.98 m if these are inches or 287.73 m if these are feet);"
        " give metres; a file may say 'unit: ft' or 'unit: in'",
    ),
    "a doll's house": (
        {"walls": rectangle(1.2, 0.9)},
        "room walls: 1.08 m2 between them; give metres, or say what the unit is",
    ),
    "a door off the wall": (
        {"doors": (Door(4, 1.2, 1),)},
        "door 1: it is 1.20 m off the nearest wall, 1-2; put it at (4.00, 0.00)",
    ),
    "a door round the corner": (
        {"doors": (Door(0.2, 0, 1),)},
        "door 1: it reaches 0.30 m beyond wall 1-2; move it, or make it narrower",
    ),
    "a door in inches": (
        {"doors": (Door(4, 0, 36),)},
        "door 1: it is 36 m wide (0.91 m if these are inches or 10.97 m if these are feet);"
        " give metres; a file may say 'unit: ft' or 'unit: in'",
    ),
    "a cat flap": (
        {"doors": (Door(4, 0, 0.3),)},
        "door 1: it is 0.3 m wide; give metres; a file may say 'unit: ft' or 'unit: in'",
    ),
    "a door without size": (
        {"doors": (Door(4, 0, nan),)},
        "door 1: its width is no number; give metres and degrees",
    ),
    "a negative door": (
        {"doors": (Door(4, 0, -1),)},
        "door 1: its width is -1 m; give a positive number of metres",
    ),
    "doors with one name": (
        {"doors": (Door(2, 0, 1, name="a"), Door(6, 0, 1, name="a"))},
        "room 'Room': 2 doors have the name 'a'; rename one",
    ),
    "a door in a door": (
        {"doors": (Door(2, 0, 1), Door(2.2, 0, 1))},
        "door 1 and door 2: they are at one place; move one of them",
    ),
    "a stage larger than the room": (
        {"stage": Stage(6, 7, 14, 3)},
        "stage: 14 x 3 m is larger than the room, 12 x 9 m; make it smaller; width goes along x, depth along y",
    ),
    "a stage through the wall": (
        {"stage": Stage(6, 8.5, 6, 3)},
        "stage: its corner (9.00, 10.00) is outside the walls; move it, or make it smaller",
    ),
    "a stage as high as a house": (
        {"stage": Stage(6, 7, 6, 3, height=24)},
        "stage: it is 24 m high (0.61 m if these are inches);"
        " give metres; a file may say 'unit: ft' or 'unit: in'",
    ),
    "a stage of nothing": ({"stage": Stage(6, 7, 0, 3)}, "stage: it is 0 x 3 m large; give positive measures"),
    "a pillar outside": (
        {"pillars": (Pillar(14, 3, diameter=0.5),)},
        "pillar 1: at (14.00, 3.00) it is outside the walls; mend its place, or leave it out",
    ),
    "a pillar without size": (
        {"pillars": (Pillar(4, 3),)},
        "pillar 1: it is 0 x 0 m large; give positive measures",
    ),
    "a pillar that crosses itself": (
        {"pillars": (Pillar(corners=((3, 3), (4, 4), (4, 3), (3, 4))),)},
        "pillar 1: its corners are no outline; give at least 3 corners in order",
    ),
    "a pillar that fills the room": (
        {"pillars": (Pillar(6, 4, width=40, depth=40),)},
        "pillar 1: it fills the room; give metres; a file may say 'unit: ft' or 'unit: in'",
    ),
    "a screen outside": (
        {"screen": Screen(6, 12, 4, 2)},
        "screen: (6.00, 12.00) is outside the walls; mend its place",
    ),
    "a slope like a wall": ({"slope": inf}, "room slope: inf; give the rise for each metre, such as 0.05"),
    "a crawl space": (
        {"ceiling": 0.9},
        "room ceiling: 0.9 m; give metres; a file may say 'unit: ft' or 'unit: in'",
    ),
    "no such side": (
        {"front": "north"},
        "room side: no such side 'north'; use one of: top, right, bottom, left",
    ),
    "a socket outside": (
        {"power": ((20, 20),)},
        "power 1: (20.00, 20.00) is outside the walls; mend its place",
    ),
    "a socket nowhere": ({"power": ((nan, 0),)}, "power 1: (nan, 0.00) is no place; give x and y in metres"),
    "an aisle outside": ({"aisles": (Box(30, 3, 1, 1),)}, "aisle 1: it is outside the walls; mend its place"),
    "a step that is no number": (
        {"steps": (FloorStep(nan, 0.1),)},
        "floor step 1: its distance is no number; give metres and degrees",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_bad_room_gets_one_message_that_names_the_place(name: str) -> None:
    parts, message = WRONG[name]

    assert said(**parts) == [message]


def test_several_faults_are_told_at_once() -> None:
    assert len(said(doors=(Door(4, 1, 1), Door(6, 2, 1)), stage=Stage(6, 7, 14, 3))) == 3


def test_size_of_a_rectangle_must_be_positive() -> None:
    with pytest.raises(InputError, match="room size: -3 x 4 m"):
        rectangle(-3, 4)


def test_a_floor_may_step_down() -> None:
    assert replace(Room(SQUARE), steps=(FloorStep(4, -0.2),)).steps[0].height == -0.2


def test_a_round_pillar_contains_the_disc() -> None:
    outline = Pillar(0, 0, diameter=2).outline

    # the middle of each side touches the disc
    assert np.linalg.norm((outline + np.roll(outline, 1, axis=0)) / 2, axis=1) == pytest.approx(1)


def test_the_screen_of_a_room_stands_in_its_venue() -> None:
    room = Room(SQUARE, screen=Screen(6, 9, 4, 2), front="top")

    assert [(f.x, f.y, f.width, f.height) for f in fixtures_of(ground(room)) if f.kind == "screen"] == [
        (0, 0, 4, 2)
    ]
