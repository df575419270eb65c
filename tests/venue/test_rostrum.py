"""Rostrums: rows centred on the stage, facing the hall."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol.convention import CHOICES
from seatplan.venue import Fixture, Venue, rostrum
from seatplan.venue.rostrum import Lectern

row_sizes = st.lists(st.integers(1, 40), min_size=1, max_size=6)


def lecterns(room: Venue) -> list[Fixture]:
    return [fixture for fixture in room.fixtures if fixture.kind == "lectern"]


@given(row_sizes)
def test_each_row_is_centred_with_its_own_parity(rows: list[int]) -> None:
    room = rostrum(rows=rows)

    for row, seats in enumerate(rows, 1):
        positions = sorted(seat.position for seat in room.seats if seat.row == row)
        assert positions == [k - (seats - 1) / 2 for k in range(seats)]


@given(row_sizes)
def test_the_occupants_left_is_at_the_right_of_the_page(rows: list[int]) -> None:
    room = rostrum(rows=rows)

    for seat in room.seats:
        assert seat.x == pytest.approx(-seat.position * 0.8)
        assert seat.facing == 270


@given(row_sizes)
def test_columns_rise_with_position_and_are_shared_by_rows_of_one_parity(rows: list[int]) -> None:
    room = rostrum(rows=rows)
    column = {(seat.row, seat.position): seat.column for seat in room.seats}

    for (row, position), index in column.items():
        assert column.get((row, position + 1), index + 1) == index + 1
        if (row + 1, position) in column:
            assert column[row + 1, position] == index


@given(row_sizes, st.sampled_from(get_args(Lectern)))
def test_everything_stands_on_the_stage_and_no_lectern_in_a_seat(rows: list[int], lectern: Lectern) -> None:
    room = rostrum(rows=rows, lectern=lectern)
    stage = next(fixture for fixture in room.fixtures if fixture.kind == "stage")

    # the venue itself refuses a lectern in a seat (protocol.md rule 13)
    for thing in (*room.seats, *lecterns(room)):
        assert abs(thing.x) <= stage.width / 2
        assert 0 <= thing.y <= stage.depth


def test_row_1_is_nearest_the_hall() -> None:
    room = rostrum(rows=[3, 3])

    front, back = (next(seat for seat in room.seats if seat.row == row) for row in (1, 2))
    assert 0 < front.y < back.y


@pytest.mark.parametrize(
    ("lectern", "sides"),
    [("front_center", [0]), ("front_right", [-1]), ("front_left", [1]), ("both_sides", [-1, 1]), ("none", [])],
)
def test_the_lectern_stands_where_the_convention_says_by_the_occupants_sides(
    lectern: Lectern, sides: list[int]
) -> None:
    found = lecterns(rostrum(rows=[7], lectern=lectern))

    assert sorted((one.x > 0) - (one.x < 0) for one in found) == sides
    # in front of the front row
    assert all(one.y + one.depth / 2 < 2.4 for one in found)


def test_the_lectern_is_lower_than_the_eyes_of_those_behind_it() -> None:
    seated_eye = 1.2

    assert all(one.z + one.height < 0.8 + seated_eye for one in lecterns(rostrum(rows=[7])))


def test_the_lectern_knows_all_places_of_the_convention() -> None:
    assert get_args(Lectern) == CHOICES["lectern"]


def test_a_ramp_replaces_the_steps_of_its_side() -> None:
    room = rostrum(rows=[7], steps=["left", "right"], ramps=["left"])

    steps = {fixture.id: fixture for fixture in room.fixtures if fixture.kind == "steps"}
    assert {key: one.step_free for key, one in steps.items()} == {
        "rostrum-steps-left": True,
        "rostrum-steps-right": False,
    }
    # the occupants' left is the right of the page
    assert steps["rostrum-steps-left"].x > 0 > steps["rostrum-steps-right"].x


def test_rows_rise() -> None:
    assert [seat.z for seat in rostrum(rows=[1, 1, 1], rise=0.3).seats] == [0.8, 1.1, 1.4]


def test_labels_are_in_the_language() -> None:
    assert rostrum(rows=[1], language="en").seats[0].label == "Rostrum Row 1 Seat 1"
    assert rostrum(rows=[1], label="主席台").seats[0].label == "主席台1排1号"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"rows": []}, "rostrum rows: there are none; give the seats of each row, the front row first"),
        ({"rows": [3, 0]}, r"rostrum rows\[1\]: 0 seats; give at least 1"),
        ({"rows": [3], "seat_width": -1.0}, "rostrum seat_width: -1.0 m; give a positive number of metres"),
        ({"rows": [3], "lectern": "behind"}, "rostrum lectern: no such place 'behind'; use one of: front_center"),
        ({"rows": [3], "steps": ["up"]}, "rostrum steps: no such side 'up'; use left or right"),
        ({"rows": [3], "numbers": "any"}, "rostrum numbers: no such way 'any'"),
        ({"rows": [3], "stage_depth": 1.0}, "rostrum stage_depth: 1.00 m; the rows need 3.80 m"),
        ({"rows": [3], "stage_width": 1.0}, "rostrum stage_width: 1.00 m; the rows need 4.40 m"),
    ],
)
def test_what_cannot_be_built_is_refused_with_its_place(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        rostrum(**wrong)  # type: ignore[arg-type]


def test_all_faults_come_at_once() -> None:
    with pytest.raises(InputError) as caught:
        rostrum(rows=[0], lectern="behind", steps=["up"])  # type: ignore[arg-type]

    assert len(caught.value.faults) == 3
