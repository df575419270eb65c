"""Rooms and layouts as drawings: true metres, named layers, and the same again when they are read back."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from io import StringIO
from pathlib import Path

import ezdxf
import numpy as np
import pytest
from hypothesis import given, settings

from seatplan.io.dxf.read import read_dxf
from seatplan.io.dxf.write import dxf_bytes
from seatplan.io.plan_parts import in_venue
from seatplan.io.room import parse_room
from seatplan.io.svg_out import svg_bytes
from seatplan.layout import Door, Room, theatre
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.venue import Area, Fixture, Seat, Venue, auditorium, combine, rostrum
from tests.layout.test_room_file import FULL
from tests.layout.test_room_round_trip import rooms

SVG = "{http://www.w3.org/2000/svg}"


def back(folder: Path, room: Room | None = None, venue: Venue | None = None, language="en"):
    path = folder / "hall.dxf"
    path.write_bytes(dxf_bytes(room, venue, language=language))
    return read_dxf(path)


def from_least(corners):
    """Return the corners from the one at the lower left on."""
    first = np.lexsort(corners.round(4).T)[0]
    return np.roll(corners, -first, axis=0)


def off(one, other) -> float:
    """Return how far the corners of one shape are from those of the other."""
    apart = np.linalg.norm(one[:, None] - other[None], axis=2)
    return max(float(apart.min(axis=0).max()), float(apart.min(axis=1).max()))


def alike(one: Room, other: Room) -> None:
    """Compare rooms: shapes by their outlines, all else by value."""
    assert np.allclose(from_least(one.corners), from_least(other.corners), atol=1e-6)
    for a, b in zip(one.pillars, other.pillars, strict=True):
        assert off(a.outline, b.outline) < 5e-6
    for kind in ("aisles", "keep_clear"):
        for a, b in zip(getattr(one, kind), getattr(other, kind), strict=True):
            assert off(a.outline, b.outline) < 5e-6
            assert a.name == b.name
    for a, b in zip(one.doors, other.doors, strict=True):
        assert (a.x, a.y, a.width, a.landing) == pytest.approx((b.x, b.y, b.width, b.landing), abs=1e-5)
        assert (a.name, a.swing, a.step_free, a.closed) == (b.name, b.swing, b.step_free, b.closed)
    for name in ("stage", "screen"):
        a, b = getattr(one, name), getattr(other, name)
        assert (a is None) == (b is None)
        assert a is None or (a.x, a.y, a.width, a.height) == pytest.approx((b.x, b.y, b.width, b.height), abs=1e-5)
    for name in ("front", "slope", "steps", "windows", "ceiling", "name"):
        assert getattr(one, name) == getattr(other, name)


@settings(max_examples=25)
@given(room=rooms())
def test_any_room_survives_a_drawing(tmp_path_factory, room: Room) -> None:
    alike(room, back(tmp_path_factory.mktemp("dxf"), room).room)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_layout_survives_a_drawing_with_seats_and_fixtures(tmp_path, language):
    room = replace(parse_room(FULL), front="left", stage=None, screen=None, windows=("left",))
    venue = theatre(room, language=language).venue

    plan = back(tmp_path, room, venue, language)

    assert plan.venue.seats == venue.seats
    assert plan.venue.areas == venue.areas
    assert {fixture.id for fixture in plan.venue.fixtures} == {fixture.id for fixture in venue.fixtures}
    alike(plan.room, in_venue(room))


def test_a_venue_without_a_room_survives_a_drawing(tmp_path):
    hall = auditorium(rows=3, blocks="4,6,4", first_row=4, rake=0.1)
    venue = combine("Both\nlines / 会场", hall, rostrum(rows=[5]))
    venue = replace(venue, fixtures=(*venue.fixtures, Fixture("p", "Post", "wall", 1.0, 2.0, 0.3, 0.6, 30.0)))

    plan = back(tmp_path, venue=venue)

    assert plan.room is None
    assert plan.venue.name == venue.name
    assert plan.venue.areas == venue.areas
    for a, b in zip(plan.venue.seats, venue.seats, strict=True):
        assert (a.x, a.y, a.z, a.facing) == pytest.approx((b.x, b.y, b.z, b.facing), abs=1e-5)
        assert replace(a, x=b.x, y=b.y, z=b.z, facing=b.facing) == b
    for a, b in zip(plan.venue.fixtures, venue.fixtures, strict=True):
        assert (a.id, a.label, a.kind) == (b.id, b.label, b.kind)
        assert (a.x, a.y, a.width, a.depth, a.turn) == pytest.approx(
            (b.x, b.y, b.width, b.depth, b.turn), abs=1e-4
        )


def test_ids_labels_and_features_survive_whatever_people_typed(tmp_path):
    seat = Seat('a"b<', "l\n=1", "h", 1, 1, 0.0, x=1.0, features=frozenset({"a,b", "wheelchair"}))
    venue = Venue("x", (seat,), (Area("h", "H", "hall"),))

    assert back(tmp_path, venue=venue).venue == venue


def test_the_same_room_gives_the_same_bytes():
    room = parse_room(FULL)

    assert dxf_bytes(room) == dxf_bytes(room)


def test_what_people_typed_adds_no_line_to_a_drawing(tmp_path):
    room = Room(rectangle(8, 6), (Door(4, 0, 1, name="a\n  0\nEOF\n%%c \\P ^J"),), name="x" * 999 + "\r\n0\nEOF")

    plan = back(tmp_path, room)

    assert plan.room.name == room.name
    assert plan.room.doors[0].name == room.doors[0].name


def test_layers_have_names_and_lengths_are_metres():
    doc = ezdxf.read(StringIO(dxf_bytes(parse_room(FULL), language="zh").decode("utf-8")))

    assert doc.header["$INSUNITS"] == 6
    (outline,) = doc.modelspace().query('LWPOLYLINE[layer=="墙"]')
    assert {(x, y) for x, y in outline.get_points("xy")} == {(0, 0), (12, 0), (12, 9), (0, 9)}
    assert len(doc.modelspace().query('INSERT[layer=="门"]')) == 2


def test_a_seat_of_an_svg_has_its_id_its_label_and_its_place_in_metres():
    seat = Seat("h-1", "Row 1 Seat <1>", "hall", 1, 1, 0.0, x=1.25, y=-3.5, facing=60.0)
    venue = Venue("Hall & more", (seat,), (Area("hall", "Hall", "hall"),))

    tree = ET.fromstring(svg_bytes(None, venue).decode("utf-8"))

    (group,) = [g for g in tree.iter(f"{SVG}g") if g.get("data-seat-id")]
    assert (group.get("id"), group.get("data-seat-label")) == ("seat-h-1", "Row 1 Seat <1>")
    assert group.get("transform") == "translate(1.25 3.5) rotate(30)"
    assert tree.find(f"{SVG}title").text == "Hall & more"


def test_an_svg_of_a_room_has_a_group_a_layer_in_metres():
    room = parse_room(FULL)

    tree = ET.fromstring(svg_bytes(room).decode("utf-8"))

    groups = {group.get("id"): group for group in tree.iter(f"{SVG}g")}
    assert list(groups) == ["WALL", "DOOR", "PILLAR", "STAGE", "SCREEN", "AISLE", "KEEP_CLEAR", "POWER"]
    assert groups["WALL"].find(f"{SVG}path").get("d") == "M0 0L12 0L12 -9L0 -9Z"
    # 1 : 100, half a metre round the room
    assert (tree.get("width"), tree.get("height"), tree.get("viewBox")) == ("130mm", "100mm", "-0.5 -9.5 13 10")
    # a door of 1.6 m that opens inwards: two leaves of 0.8 m, each with its swing
    assert groups["DOOR"].find(f"{SVG}path").get("d").count("A0.8 0.8") == 2


def test_a_room_keeps_its_measures_when_it_is_moved_to_its_venue():
    room = parse_room(FULL)
    for front in ("top", "right", "bottom", "left"):
        turned = replace(room, front=front, stage=None, screen=None)
        moved = in_venue(turned)
        assert np.allclose(ground(moved).walls, ground(turned).walls)
        assert moved.floor_area == pytest.approx(turned.floor_area)
        assert [door.name for door in moved.doors] == [door.name for door in room.doors]
