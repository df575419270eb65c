"""Seat numbers and labels (protocol.md 2.4, rule 32)."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import NUMBERS, Seat, auditorium, rostrum, seat_label, seat_numbers
from seatplan.venue.numbering import Numbers, row_positions

ways = st.sampled_from(NUMBERS)

G_18 = (9, 7, 5, 3, 1, 2, 4, 6, 8, 10)
G_19 = (16, 14, 12, 10, 8, 6, 4, 2, 1, 3, 5, 7, 9, 11, 13, 15, 17)


def page(seats: tuple[Seat, ...]) -> tuple[int, ...]:
    """Return the numbers as on a page with the stage at the top, from left to right."""
    return tuple(seat.number for seat in sorted(seats, key=lambda seat: seat.x))


def occupants(seats: tuple[Seat, ...]) -> tuple[int, ...]:
    """Return the numbers from the occupants' left to their right."""
    return tuple(seat.number for seat in sorted(seats, key=lambda seat: seat.position))


@pytest.mark.parametrize(
    ("seats", "numbers", "expected"),
    [(10, "odd_left_even_right", G_18), (17, "even_left_odd_right", G_19)],
    ids=["G-18", "G-19"],
)
class TestGolden:
    def test_in_the_hall_the_page_shows_the_occupants_view(
        self, seats: int, numbers: Numbers, expected: tuple[int, ...]
    ) -> None:
        hall = auditorium(rows=1, blocks=[seats], numbers=numbers)

        assert page(hall.seats) == expected
        assert occupants(hall.seats) == expected

    def test_on_the_rostrum_the_page_shows_the_audiences_view(
        self, seats: int, numbers: Numbers, expected: tuple[int, ...]
    ) -> None:
        stage = rostrum(rows=[seats], numbers=numbers)

        assert page(stage.seats) == expected
        assert occupants(stage.seats) == expected[::-1]


@pytest.mark.parametrize(
    ("numbers", "even", "odd"),
    [
        ("odd_left_even_right", (3, 1, 2, 4), (5, 3, 1, 2, 4)),
        ("even_left_odd_right", (4, 2, 1, 3), (4, 2, 1, 3, 5)),
        ("left_to_right", (1, 2, 3, 4), (1, 2, 3, 4, 5)),
        ("right_to_left", (4, 3, 2, 1), (5, 4, 3, 2, 1)),
    ],
)
def test_a_centre_seat_is_number_1(numbers: Numbers, even: tuple[int, ...], odd: tuple[int, ...]) -> None:
    assert seat_numbers([-1.5, -0.5, 0.5, 1.5], numbers) == even
    assert seat_numbers([-2, -1, 0, 1, 2], numbers) == odd


@given(st.integers(0, 60), ways)
def test_numbers_of_a_symmetric_row_are_a_bijection_onto_1_to_n(seats: int, numbers: Numbers) -> None:
    positions = [k - (seats - 1) / 2 for k in range(seats)]

    assert sorted(seat_numbers(positions, numbers)) == list(range(1, seats + 1))


@given(st.sets(st.integers(-30, 30)), st.booleans(), ways)
def test_numbers_of_any_row_are_distinct(places: set[int], halves: bool, numbers: Numbers) -> None:
    positions = sorted(place + 0.5 * halves for place in places)

    printed = seat_numbers(positions, numbers)

    assert len(set(printed)) == len(positions)
    assert all(number >= 1 for number in printed)


@given(st.sets(st.integers(-30, 30)))
def test_odd_and_even_stay_on_their_sides_of_the_centre(places: set[int]) -> None:
    positions = sorted(place + 0.5 for place in places)

    for position, number in zip(positions, seat_numbers(positions), strict=True):
        assert number % 2 == (position < 0)


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(InputError, match="seat numbers: no such way 'clockwise'; use one of: odd_left_even_right"):
        seat_numbers([0.0], "clockwise")  # type: ignore[arg-type]


def test_the_ways_are_those_of_the_type() -> None:
    assert get_args(Numbers) == NUMBERS


def test_positions_count_seats_and_not_metres() -> None:
    # an aisle of 2 m in the middle of the left half
    assert row_positions([-4.0, -1.65, -1.1, -0.55, 0.0, 0.55]) == (-4, -3, -2, -1, 0, 1)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (seat_label(3, 12), "3排12号"),
        (seat_label(3, 12, floor=2), "2层3排12号"),
        (seat_label(1, 2, area="主席台"), "主席台1排2号"),
        (seat_label(3, 12, language="en"), "Row 3 Seat 12"),
        (seat_label(3, 12, language="en", floor=2), "Floor 2 Row 3 Seat 12"),
        (seat_label(1, 2, language="en", area="Rostrum"), "Rostrum Row 1 Seat 2"),
    ],
)
def test_labels_say_floor_row_and_seat(label: str, expected: str) -> None:
    assert label == expected
