"""Parliaments, flag poles and vehicles: whose left is left, and how seats are shared out among rows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import DRIVER, OFF_ROAD, flag_row, hemicycle, vehicle, westminster


@given(st.integers(5, 400))
def test_a_hemicycle_has_all_its_seats_in_half_a_ring_of_twice_the_inner_radius(seats: int) -> None:
    """Section 6 [S134]: outer radius twice the inner one, rows equally thick, seats equally spaced in each."""
    room = hemicycle(seats=seats)
    radius = np.hypot(*room.xyz[:, :2].T)
    rows = np.unique(room.rows)

    assert len(room.seats) == seats
    assert (room.xyz[:, 1] <= 0).all()
    assert radius.max() == pytest.approx(2 * radius.min() if len(rows) > 1 else radius.min())
    for row in rows:
        angles = np.degrees(np.arctan2(*(room.xyz[room.rows == row, :2] * (1, -1)).T))
        assert np.ptp(np.diff(np.sort(angles))) < 1e-3 if len(angles) > 2 else True


@given(st.integers(5, 300))
def test_longer_rows_have_more_seats_and_everybody_faces_the_president(seats: int) -> None:
    room = hemicycle(seats=seats)
    counts = np.bincount(room.rows)[1:]
    eyes = np.radians([seat.facing for seat in room.seats])

    assert (np.diff(counts) >= 0).all()
    assert np.allclose(
        np.column_stack([np.cos(eyes), np.sin(eyes)]),
        -room.xyz[:, :2] / np.hypot(*room.xyz[:, :2].T)[:, None],
        atol=1e-4,
    )


def test_members_who_face_the_president_have_their_right_at_the_right_of_the_page() -> None:
    first = sorted((s for s in hemicycle(seats=12, rows=2).seats if s.row == 1), key=lambda s: s.position)

    assert all(a.x < b.x for a, b in pairwise(first))


def test_the_government_block_is_at_page_left_of_a_speaker_who_faces_down() -> None:
    """G-52: the Speaker's right is page-left; front benches are nearest the gangway."""
    room = westminster(benches=2, seats=4, cross=3, language="en")
    blocks = {area.id: [room.seats[i] for i in room.seats_of(area.id)] for area in room.areas}

    assert all(seat.x < 0 and seat.facing == 0 for seat in blocks["house-right"])
    assert all(seat.x > 0 and seat.facing == 180 for seat in blocks["house-left"])
    assert {seat.facing for seat in blocks["house-facing"]} == {90}
    assert max(s.x for s in blocks["house-right"] if s.row == 2) < min(
        s.x for s in blocks["house-right"] if s.row == 1
    )
    assert [area.label for area in room.areas] == ["Speaker's right", "Speaker's left", "Facing the Speaker"]


def test_the_right_of_a_flag_is_the_left_of_the_viewer() -> None:
    assert [pole.x for pole in flag_row(poles=3).seats] == [0.8, 0, -0.8]


def test_passengers_sit_as_the_page_shows_them() -> None:
    """Left of the car is page-left; one seat is the driver's."""
    car, coach = vehicle(drive="right"), vehicle(form="coach", rows=2)

    assert [(s.x > 0) for s in car.seats if DRIVER in s.features] == [True]
    assert [s.position for s in coach.seats] == [-1.5, *[-1.5, -0.5, 0.5, 1.5] * 2]
    assert [DRIVER in s.features for s in coach.seats] == [True, *[False] * 8]
    assert all(OFF_ROAD in s.features for s in vehicle(form="off_road").seats)
    assert len(vehicle(form="seven_seats").seats) == 7


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: hemicycle(seats=0), "hemicycle seats: 0; give at least 1"),
        (lambda: hemicycle(seats=3, rows=4), "hemicycle rows: 4 rows for 3 seats; give 1 to as many as seats"),
        (lambda: westminster(benches=0), "westminster benches: 0; give at least 1"),
        (lambda: flag_row(poles=0), "flag_row poles: 0; give at least 1"),
        (lambda: vehicle(form="coach", rows=0), "vehicle rows: 0; give at least 1"),
    ],
)
def test_impossible_rooms_are_refused(build, message) -> None:
    with pytest.raises(InputError, match=message):
        build()
