"""Rooms of meetings and ceremonies: who looks where, on which side of the page, and in whose left."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import (
    STANDING,
    Venue,
    chair_circle,
    hollow_square,
    photo_steps,
    signing_desk,
    sofas,
    talks_table,
)


def page(room: Venue, area: str, row: int = 1) -> list[float]:
    """Positions of a row from the left of the page to its right, from its top to its bottom when upright."""
    seats = [room.seats[i] for i in room.seats_of(area) if room.rows[i] == row]
    return [seat.position for seat in sorted(seats, key=lambda seat: (seat.x, -seat.y))]


def test_those_who_face_the_door_have_their_left_at_the_right_of_the_page() -> None:
    """Protocol section 0, page convention B: at the far wall the own right is page-left, at the door not."""
    room = talks_table(seats=3)

    assert page(room, "talks-far") == [1, 0, -1]
    assert page(room, "talks-near") == [-1, 0, 1]
    assert {room.seats[i].facing for i in room.seats_of("talks-far")} == {270}


def test_end_on_the_sides_are_left_and_right_as_one_enters() -> None:
    """Rule 34: the right side is page-right; whoever sits there looks left and has the right hand up the page."""
    room = talks_table(seats=3, table="end_on")
    right = [room.seats[i] for i in room.seats_of("talks-right")]

    assert all(seat.x > 0 and seat.facing == 180 for seat in right)
    assert [seat.position for seat in sorted(right, key=lambda seat: seat.y)] == [-1, 0, 1]


@given(st.integers(1, 12), st.sampled_from(["across", "end_on"]))
def test_position_p_faces_position_minus_p(seats: int, table) -> None:
    """4.1: the property that mirrored interpreters stand on."""
    room = talks_table(seats=seats, table=table)
    one, other = (room.seats_of(area.id) for area in room.areas)
    axis = 0 if table == "across" else 1
    place = {room.positions[i]: room.xyz[i, axis] for i in other}

    assert all(room.xyz[i, axis] == pytest.approx(place[-room.positions[i]]) for i in one)


def test_chairs_behind_stand_behind_the_middle_and_share_its_columns() -> None:
    room = talks_table(seats=(5, 3), behind=1)
    front, back = room.seat("talks-far-1-3"), room.seat("talks-far-2-1")

    assert (front.position, back.position) == (0, 0)
    assert back.y > front.y
    assert (room.seat_index[front.id], room.seat_index[back.id]) in {
        (a, b) for a, b in room.front_to_back.tolist()
    }
    assert back.label == "里侧后排1号"


def test_nobody_walks_through_the_table() -> None:
    """The table is a wall in front: the way to the door leads round its ends."""
    room = talks_table(seats=4)

    assert all("front" in seat.walls for seat in room.seats)
    assert (room.metres_to("door")[room.seats_of("talks-far")] > 3).all()


def test_a_hollow_square_has_four_sides_that_look_inwards() -> None:
    room = hollow_square(far=4, sides=3)

    assert [(area.id, len(room.seats_of(area.id))) for area in room.areas] == [
        ("square-far", 4),
        ("square-near", 4),
        ("square-left", 3),
        ("square-right", 3),
    ]
    assert {seat.facing: (seat.x > 1) - (seat.x < -1) for seat in room.seats if seat.facing in (0, 180)} == {
        0: -1,
        180: 1,
    }


def test_sofas_stand_in_a_half_circle_open_to_the_door() -> None:
    """4.2: the middle faces the door; the occupants' right is page-left; chairs for interpreters behind."""
    room = sofas(seats=6, behind=2, language="en")

    assert page(room, "sofas") == [2.5, 1.5, 0.5, -0.5, -1.5, -2.5]
    assert page(room, "sofas", 2) == [0.5, -0.5]
    assert room.seat("sofas-2-1").label == "Back row 1"
    assert sofas(seats=3).seat("sofas-1-2").facing == 270


def test_a_signing_desk_has_two_chairs_and_a_place_to_stand_at_each_outer_side() -> None:
    """4.4: assistants stand at the outer sides, others behind; the hall sees the occupants' left at its right."""
    room = signing_desk(rows=[4, 4])

    assert page(room, "signing", 1) == [1.5, 0.5, -0.5, -1.5]
    assert [seat.position for seat in room.seats if STANDING not in seat.features] == [-0.5, 0.5]
    assert [room.seats[i].z for i in room.seats_of("signing") if room.rows[i] == 3] == [0.3] * 4
    assert sorted(fixture.kind for fixture in room.fixtures) == ["door", "other", "other", "table"]


def test_steps_for_a_photograph_are_centred_and_rise() -> None:
    room = photo_steps(rows=[3, 4], seated=True)

    assert page(room, "photo", 1) == [1, 0, -1]
    assert page(room, "photo", 2) == [1.5, 0.5, -0.5, -1.5]
    assert [STANDING in seat.features for seat in room.seats] == [False] * 3 + [True] * 4


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: talks_table(seats=0), "talks_table seats: 0; give at least 1"),
        (lambda: talks_table(seats=2, behind=3), "talks_table seats: 2; give at least 3"),
        (
            lambda: talks_table(seats=[4]),
            "talks_table seats: 1 numbers; give one number, or one for each of the two sides",
        ),
        (lambda: talks_table(seats=2, table_width=0), "talks_table table_width: 0 m; give a positive number"),
        (lambda: hollow_square(far=2, sides=-1), "hollow_square sides: -1; give at least 0"),
        (lambda: sofas(seats=0), "sofas seats: 0; give at least"),
        (lambda: signing_desk(rows=[0]), "signing_desk rows: 0; give at least 1"),
        (lambda: photo_steps(rows=[]), "photo_steps rows: 0; give at least 1"),
    ],
)
def test_impossible_rooms_are_refused(build, message) -> None:
    with pytest.raises(InputError, match=message):
        build()


@pytest.mark.parametrize("build", [talks_table, sofas])
def test_a_label_tells_two_rooms_apart(build) -> None:
    """Two tables in one venue: ids and labels differ."""
    one, other = build(seats=2, behind=0, id="a", label="甲"), build(seats=2, behind=0, id="b", label="乙")

    assert not {seat.label for seat in one.seats} & {seat.label for seat in other.seats}


def test_a_circle_of_armchairs_has_its_first_seat_face_the_door_and_tables_in_no_chair() -> None:
    """4.3, tea party (D); rule 42: seat 2 is at the right hand of seat 1, page-left."""
    room = chair_circle(seats=12)
    first, second = room.seats[:2]
    tables = [thing for thing in room.fixtures if thing.kind == "table"]

    assert (round(first.x, 6), first.facing) == (0, 270)
    assert second.x < first.x
    assert len(tables) == 6
    assert chair_circle(seats=4, tea_tables=False).fixtures[-1].kind == "door"
    apart = [math.hypot(s.x - t.x, s.y - t.y) for s in room.seats for t in tables]
    assert min(apart) > 0.6
    with pytest.raises(InputError, match="chair_circle seats: 2; give at least 3"):
        chair_circle(seats=2)
