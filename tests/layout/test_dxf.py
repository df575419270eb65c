"""DXF drawings as people make them: what is read, and one message with handle and layer for what is wrong."""

from __future__ import annotations

import builtins
from math import cos, radians, sin
from pathlib import Path

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.io.dxf.names import DxfNames, read_dxf_names
from seatplan.io.dxf.read import Floorplan, read_dxf
from seatplan.layout import Door, Pillar, Room
from tests.layout.drawings import BOX, blank, chair_block, door_block, insert, lines, saved, walls


def read(doc, folder: Path, **names) -> Floorplan:
    return read_dxf(saved(doc, folder), names=DxfNames(**names))


def room_of(doc, folder: Path, **names) -> Room:
    room = read(doc, folder, **names).room
    assert room is not None
    return room


def corners(room: Room) -> set[tuple[float, float]]:
    return {(round(x, 3) + 0.0, round(y, 3) + 0.0) for x, y in room.walls}


def said(doc, folder: Path, **names) -> list[str]:
    with pytest.raises(InputError) as caught:
        read(doc, folder, **names)
    return [str(fault) for fault in caught.value.faults]


SQUARE = {(0, 0), (12, 0), (12, 9), (0, 9)}


def test_a_closed_polyline_is_a_room(tmp_path):
    doc = blank()
    walls(doc)

    assert corners(room_of(doc, tmp_path)) == SQUARE


@pytest.mark.parametrize(
    ("units", "scale", "name"), [(4, 1000, "mm"), (5, 100, "cm"), (1, 1 / 0.0254, "in"), (2, 1 / 0.3048, "ft")]
)
def test_the_unit_that_a_drawing_states_is_used(tmp_path, units, scale, name):
    doc = blank(units)
    walls(doc, scale=scale)

    plan = read(doc, tmp_path)

    assert corners(plan.room) == SQUARE
    assert plan.unit == name


def test_a_unit_that_makes_no_room_is_refused_with_those_that_would(tmp_path):
    doc = blank(1)
    walls(doc, scale=1000)

    assert said(doc, tmp_path) == [
        "hall.dxf $INSUNITS: the drawing is in in, so its room is 304.8 m long (12.00 m if these are mm); "
        "name the unit: mm"
    ]
    assert corners(room_of(doc, tmp_path, unit="mm")) == SQUARE


def test_a_drawing_without_unit_is_asked_for_it_unless_only_one_makes_a_room(tmp_path):
    doc, other = blank(0), blank(0)
    walls(doc, scale=1000)
    walls(other, [(0, 0), (9600, 0), (9600, 5000), (0, 5000)])

    plan = read(doc, tmp_path)

    assert "taken for mm, so that the room is 12.00 m long" in plan.notes[0].say()
    assert said(other, tmp_path) == [
        "hall.dxf $INSUNITS: it does not say its unit, and its room is 9600 long; "
        "name the unit: m, dm, cm, mm, ft or in"
    ]


def test_layers_may_have_english_chinese_or_standard_names(tmp_path):
    for layer in ("WALL", "A-WALL-EXST", "墙", "建筑_墙体", "walls"):
        doc = blank()
        walls(doc, layer=layer)
        assert corners(room_of(doc, tmp_path)) == SQUARE


def test_a_file_may_say_which_layer_means_what(tmp_path):
    (tmp_path / "layers.yaml").write_text(
        "walls: [TRAGWERK*]\nchairs: [Stuhl]\nunit: mm\nchair_front: 270", "utf-8"
    )
    names = read_dxf_names(tmp_path / "layers.yaml")
    doc = blank(0)
    walls(doc, layer="Tragwerk-1", scale=1000)

    assert names == DxfNames(walls=("TRAGWERK*",), chairs=("Stuhl",), unit="mm", chair_front=270)
    assert corners(read_dxf(saved(doc, tmp_path), names=names).room) == SQUARE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("wals: [x]", "layers.yaml:1:1 wals: unknown key 'wals'; did you mean 'walls'?"),
        ("unit: yard", "layers.yaml:1:7 unit: 'yard' is not what belongs here"),
        ("gap: 7", "layers.yaml gap: 7 m; give metres from 0 to 1"),
    ],
)
def test_a_wrong_file_of_layers_is_refused(tmp_path, text, message):
    (tmp_path / "layers.yaml").write_text(text, "utf-8")

    with pytest.raises(InputError) as caught:
        read_dxf_names(tmp_path / "layers.yaml")

    assert message in str(caught.value)


def test_tiny_gaps_and_overshoots_are_closed(tmp_path):
    doc = blank()
    lines(doc, (0, 0), (11.97, 0))
    lines(doc, (12, 0.02), (12, 9.3))
    lines(doc, (12, 9), (-0.02, 9))
    lines(doc, (0, 8.98), (0, 0))

    assert corners(room_of(doc, tmp_path)) <= {(0, 0), (12, 0.02), (12, 9), (0, 8.98), (-0.02, 9)}


def test_walls_that_do_not_close_are_named_with_handle_and_layer(tmp_path):
    doc = blank()
    first = walls(doc, [(0, 0), (12, 0), (12, 9)], layer="A-WALL", close=False)
    other = walls(doc, [(10.5, 9), (0, 9), (0, 0)], layer="A-WALL", close=False)

    assert said(doc, tmp_path) == [
        f"hall.dxf LWPOLYLINE #{first.dxf.handle} on layer A-WALL: the walls do not close: from (12.00, 9.00) the"
        f" next wall end is 1.50 m away, of hall.dxf LWPOLYLINE #{other.dxf.handle} on layer A-WALL; draw the"
        " wall on, or a door; gaps up to 0.05 m are closed"
    ]


def test_a_door_closes_the_gap_that_the_walls_leave_for_it(tmp_path):
    doc = blank()
    lines(doc, (5, 0), (12, 0), (12, 9), (0, 9), (0, 0), (4, 0))
    insert(doc, door_block(doc), 4, 0)

    room = room_of(doc, tmp_path)

    assert corners(room) == SQUARE
    assert room.doors == (Door(4.5, 0, 1.0, "in", "door 1"),)


def test_of_double_walls_the_inner_faces_are_the_room(tmp_path):
    doc = blank()
    walls(doc)
    walls(doc, [(-0.3, -0.3), (12.3, -0.3), (12.3, 9.3), (-0.3, 9.3)])

    assert corners(room_of(doc, tmp_path)) == SQUARE


def test_double_walls_with_jambs_and_a_door_between_them(tmp_path):
    doc = blank()
    lines(doc, (4, 0), (0, 0), (0, 9), (12, 9), (12, 0), (5, 0))
    lines(doc, (4, -0.2), (-0.2, -0.2), (-0.2, 9.2), (12.2, 9.2), (12.2, -0.2), (5, -0.2))
    lines(doc, (4, 0), (4, -0.2))
    lines(doc, (5, 0), (5, -0.2))
    insert(doc, door_block(doc), 5, -0.1, rotation=180)

    room = room_of(doc, tmp_path)

    assert corners(room) == SQUARE
    assert (room.doors[0].x, room.doors[0].y, room.doors[0].swing) == (4.5, 0, "out")


@pytest.mark.parametrize(
    ("x", "attributes", "middle", "swing"),
    [
        (4, {}, 4.5, "in"),
        (4, {"xscale": -1}, 3.5, "in"),
        (4, {"yscale": -1}, 4.5, "out"),
        (4, {"rotation": 180}, 3.5, "out"),
        (4, {"xscale": 1.4, "yscale": 1.4}, 4.7, "in"),
    ],
)
def test_doors_may_be_mirrored_turned_and_scaled(tmp_path, x, attributes, middle, swing):
    doc = blank()
    walls(doc)
    insert(doc, door_block(doc), x, 0, layer="A-DOOR", **attributes)

    (door,) = room_of(doc, tmp_path).doors

    assert (door.x, door.swing) == (pytest.approx(middle), swing)
    assert door.width == pytest.approx(abs(attributes.get("xscale", 1)))


def test_a_door_of_two_leaves_and_loose_lines_is_one_door(tmp_path):
    doc = blank()
    walls(doc)
    space = doc.modelspace()
    for hinge, start, end in ((4, 0, 90), (6, 90, 180)):
        space.add_arc((hinge, 0), 1, start, end, dxfattribs={"layer": "门"})
        space.add_line((hinge, 0), (hinge, 1), dxfattribs={"layer": "门"})

    (door,) = room_of(doc, tmp_path).doors

    assert (door.x, door.width, door.swing) == (pytest.approx(5), pytest.approx(2), "in")


def test_a_door_that_is_drawn_as_a_rectangle_is_as_wide_as_that(tmp_path):
    doc = blank()
    lines(doc, (5, 0), (12, 0), (12, 9), (0, 9), (0, 0), (4, 0))
    walls(doc, [(4, -0.1), (5, -0.1), (5, 0.1), (4, 0.1)], layer="DOOR")

    room = room_of(doc, tmp_path)

    assert corners(room) == SQUARE
    assert room.doors == (Door(4.5, 0, 1.0, "out", "door 1"),)


def test_a_door_in_no_wall_is_named_with_handle_and_layer(tmp_path):
    doc = blank()
    walls(doc)
    door = insert(doc, door_block(doc), 4, 3, layer="A-DOOR")

    assert said(doc, tmp_path) == [
        f"hall.dxf INSERT #{door.dxf.handle} on layer A-DOOR: this door at (4.50, 3.00) is 3.00 m off the walls of"
        " the room; move it onto its wall, or leave it out"
    ]


def test_what_the_room_refuses_is_told_with_handle_and_layer(tmp_path):
    doc = blank()
    walls(doc)
    door = insert(doc, door_block(doc), 2, 0, layer="A-DOOR", xscale=9.5, yscale=9.5)
    pillar = doc.modelspace().add_circle((20, 20), 0.3, dxfattribs={"layer": "S-COLS"})

    first, second = said(doc, tmp_path)

    assert first.startswith(f"hall.dxf INSERT #{door.dxf.handle} on layer A-DOOR, door 1: it is 9.5 m wide")
    assert second.startswith(f"hall.dxf CIRCLE #{pillar.dxf.handle} on layer S-COLS, pillar 1: at (20.00, 20.00)")


def test_pillars_are_circles_rectangles_loose_lines_blocks_and_holes_in_the_walls(tmp_path):
    doc = blank()
    walls(doc)
    space = doc.modelspace()
    space.add_circle((3, 3), 0.3, dxfattribs={"layer": "柱"})
    tilted = [(6 + 0.4 * cos(radians(a)), 3 + 0.4 * sin(radians(a))) for a in (75, 165, 255, 345)]
    walls(doc, tilted, layer="COLUMN")
    lines(doc, (9, 3), (9.5, 3), (9.5, 3.6), (9, 3.6), (9, 3), layer="COLUMN")
    walls(doc, [(3, 6), (4, 6), (3, 7)], layer="WALL")

    round_one, turned, plain, hole = room_of(doc, tmp_path).pillars

    assert round_one == Pillar(3, 3, diameter=0.6)
    assert (turned.turn, turned.width) == (pytest.approx(30), pytest.approx(0.4 * 2**0.5, abs=1e-5))
    assert (plain.x, plain.y, plain.width, plain.depth) == (9.25, 3.3, 0.5, 0.6)
    assert set(hole.corners) == {(3, 6), (4, 6), (3, 7)}


def test_the_front_is_the_side_of_the_stage(tmp_path):
    for outline, front in (
        ([(4, 7), (8, 7), (8, 9), (4, 9)], "top"),
        ([(0, 2), (2, 2), (2, 6), (0, 6)], "left"),
        ([(4, 0), (8, 0), (8, 2), (4, 2)], "bottom"),
    ):
        doc = blank()
        walls(doc)
        walls(doc, outline, layer="舞台")
        room = room_of(doc, tmp_path)
        assert room.front == front
        assert room.stage is not None


def test_a_whole_plan_in_a_block_is_followed_and_layer_0_is_that_of_the_reference(tmp_path):
    doc = blank(4)
    plan = doc.blocks.new("PLAN")
    plan.add_lwpolyline([(x * 1000, y * 1000) for x, y in BOX], close=True, dxfattribs={"layer": "0"})
    doc.modelspace().add_blockref("PLAN", (100, 200), dxfattribs={"layer": "A-WALL"})

    assert corners(room_of(doc, tmp_path)) == {(round(x + 0.1, 3), round(y + 0.2, 3)) for x, y in BOX}


def test_curved_walls_become_chords(tmp_path):
    doc = blank()
    doc.modelspace().add_lwpolyline(
        [(0, 0, 0), (12, 0, 1), (12, 9, 0), (0, 9, 0)], format="xyb", close=True, dxfattribs={"layer": "WALL"}
    )

    room = room_of(doc, tmp_path)

    assert room.floor_area == pytest.approx(12 * 9 + np.pi * 4.5**2 / 2, rel=0.01)


def chairs(folder: Path, **attributes) -> Floorplan:
    doc = blank()
    walls(doc)
    walls(doc, [(4, 7), (8, 7), (8, 9), (4, 9)], layer="STAGE")
    chair = chair_block(doc)
    for row in range(3):
        for column in range(8):
            insert(doc, chair, 2 + 0.6 * column + (1.4 if column > 3 else 0), 5 - row, layer="FURN", **attributes)
    return read(doc, folder)


def test_chairs_become_seats_in_rows_and_blocks(tmp_path):
    venue = chairs(tmp_path).venue

    assert venue is not None
    assert [area.kind for area in venue.areas] == ["hall"]
    assert sorted({(seat.row, seat.block) for seat in venue.seats}) == [(r, b) for r in (1, 2, 3) for b in (0, 1)]
    front = [seat for seat in venue.seats if seat.row == 1]
    # the origin is the middle of the stage's front edge, at (6, 7)
    assert [(seat.x, seat.y, seat.facing) for seat in front][:2] == [(-4, -2, 90), (-3.4, -2, 90)]
    # five stand left of the middle of the stage, three right of it
    assert [seat.number for seat in front] == [9, 7, 5, 3, 1, 2, 4, 6]
    assert venue.areas[0].seat_width == 0.6
    assert venue.areas[0].row_pitch == 1.0


def test_chairs_look_where_their_block_is_turned_even_if_mirrored(tmp_path):
    assert {seat.facing for seat in chairs(tmp_path, rotation=180).venue.seats} == {270}
    assert {seat.facing for seat in chairs(tmp_path, xscale=-1).venue.seats} == {90}
    assert {seat.facing for seat in chairs(tmp_path, yscale=-1).venue.seats} == {270}


def test_a_chair_stands_in_the_middle_of_its_drawing_wherever_its_base_point_is(tmp_path):
    doc = blank()
    walls(doc)
    insert(doc, chair_block(doc, corner=True), 3, 3, layer="CHAIR", rotation=90)

    (seat,) = read(doc, tmp_path).venue.seats

    assert (seat.x, seat.y) == (3 - 0.25 - 6, 3 + 0.25 - 9)


def test_a_layer_for_areas_of_rooms_is_none_of_seats(tmp_path):
    doc = blank()
    walls(doc)
    insert(doc, chair_block(doc), 3, 3)
    doc.modelspace().add_text("108 m2", dxfattribs={"layer": "A-AREA"})

    plan = read(doc, tmp_path)

    assert len(plan.venue.seats) == 1
    assert "layers that were not read: A-AREA (1)" in plan.notes[0].say()


def test_two_chairs_in_one_place_are_told_with_their_handles(tmp_path):
    doc = blank()
    walls(doc)
    one, other = (insert(doc, "CHAIR", 3, y, layer="SEAT") for y in (3, 3.1) if chair_known(doc))

    assert said(doc, tmp_path) == [
        f"hall.dxf INSERT #{other.dxf.handle} on layer SEAT: it stands in the same place as hall.dxf INSERT"
        f" #{one.dxf.handle} on layer SEAT; delete one of them"
    ]


def chair_known(doc) -> bool:
    return bool("CHAIR" in doc.blocks or chair_block(doc))


def test_what_is_not_read_is_told(tmp_path):
    doc = blank()
    walls(doc)
    lines(doc, (3, 0), (3, 2))
    lines(doc, (1, 1), (2, 2), layer="DIM")

    told = " ".join(note.say() for note in read(doc, tmp_path).notes)

    assert "layers that were not read: DIM (1)" in told
    assert "this wall ends freely" in told


def test_a_drawing_without_known_layers_names_those_it_has(tmp_path):
    doc = blank()
    walls(doc, layer="MAUER")

    assert said(doc, tmp_path) == [
        "hall.dxf: no layer is known; it has: MAUER; name the layers in a file of layers: walls: [...]"
    ]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "hall.dxf: it is no DXF drawing; save it again as DXF, ASCII, version 2000 or later"),
        (b"just words", "hall.dxf: it is no DXF drawing"),
        (b"AC1027\x00\x00\x00", "hall.dxf: it is a DWG drawing; save it as DXF in the program that made it"),
        (
            b"0\nSECTION\n2\nENTITIES\nx\nLINE\n0\nENDSEC\n0\nEOF\n",
            "hall.dxf: it is no DXF drawing that can be read",
        ),
        (b"0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n", "hall.dxf: no layer is known; it has: none"),
    ],
)
def test_what_is_no_drawing_gets_one_clear_line(tmp_path, raw, message):
    (tmp_path / "hall.dxf").write_bytes(raw)

    with pytest.raises(InputError) as caught:
        read_dxf(tmp_path / "hall.dxf")

    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


def test_blocks_that_repeat_each_other_are_refused_before_they_are_spread_out(tmp_path):
    doc = blank()
    walls(doc)
    inner = doc.blocks.new("B0")
    inner.add_point((0, 0))
    for level in range(1, 9):
        block = doc.blocks.new(f"B{level}")
        for _ in range(10):
            block.add_blockref(f"B{level - 1}", (0, 0))
    doc.modelspace().add_blockref("B8", (0, 0))

    assert "its blocks hold more than 200000 entities, or themselves" in said(doc, tmp_path)[0]


def test_without_ezdxf_the_message_says_how_to_install_it(tmp_path, monkeypatch):
    usual = builtins.__import__

    def without(name, *rest, **more):
        if name.partition(".")[0] == "ezdxf":
            raise ImportError(name)
        return usual(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)

    with pytest.raises(InputError, match=r"DXF: the package ezdxf is not installed; install it with: pip install"):
        read_dxf(tmp_path / "hall.dxf")


def test_ways_among_loose_chairs_are_no_longer_than_the_room(tmp_path):
    """Chairs in a ring are no rows: nobody walks round the hall to a door that is near."""
    doc = blank()
    walls(doc)
    door_block(doc, width=1.2)
    chair_block(doc)
    insert(doc, "DOOR-1", 3, 0, layer="DOOR")
    for k in range(12):
        angle = k * np.pi / 6
        place = 6 + 2 * np.cos(angle), 4.5 + 2 * np.sin(angle)
        insert(doc, "CHAIR", *place, layer="SEAT", rotation=np.degrees(angle) + 90)
    venue = read_dxf(saved(doc, tmp_path)).venue
    metres = venue.metres_to("door")
    door = next(fixture for fixture in venue.fixtures if fixture.kind == "door")
    straight = np.hypot(venue.xyz[:, 0] - door.x, venue.xyz[:, 1] - door.y)

    assert venue.areas[0].kind == "zone"
    assert (metres >= straight - 0.61).all()  # the door is 1.2 m wide
    assert (metres <= 1.6 * straight + 1.2).all()


def test_labels_that_a_drawing_does_not_give_are_in_the_language_asked_for(tmp_path):
    doc = blank()
    walls(doc)
    door_block(doc)
    chair_block(doc)
    insert(doc, "DOOR-1", 3, 0, layer="DOOR")
    for k in range(4):
        insert(doc, "CHAIR", 4 + 0.6 * k, 4, layer="SEAT")
    path = saved(doc, tmp_path)
    labels = {lang: [f.label for f in read_dxf(path, language=lang).venue.fixtures] for lang in ("en", "zh")}

    assert labels["en"][:2] == ["door 1", "Wall"]
    assert labels["zh"][:2] == ["门1", "墙"]
