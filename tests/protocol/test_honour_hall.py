"""The order in which a list is laid in a hall: every fill order as a drawing, stage at the top of the page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.protocol import CHOICES, Convention, center_out, hall_order, rank_order, rostrum_order
from seatplan.venue import Area, Seat, Venue, from_drawing, seat_numbers

HALL, UPPER = Area("hall", "Hall", "hall"), Area("upper", "Upper floor", "hall", floor=2)


def hall(*rows: int, area: Area = HALL, others: tuple[Seat, ...] = (), areas: tuple[Area, ...] = ()) -> Venue:
    """Build centred rows; a column is what stands at one place across."""
    widest = max(rows)
    seats = tuple(
        Seat(
            f"{area.id}-{row}-{i}",
            f"{area.label} {row}-{i}",
            area.id,
            row,
            i,
            i - (n - 1) / 2,
            column=i + (widest - n) // 2,
        )
        for row, n in enumerate(rows, start=1)
        for i in range(n)
    )
    return Venue("Room", (*others, *seats), areas or (area,))


def laid(venue: Venue, convention: Convention) -> list[list[int]]:
    """Return for each row the places in the list, from page-left to page-right."""
    order = hall_order(venue, np.arange(len(venue.seats)), convention)
    place = {int(seat): i for i, seat in enumerate(order, start=1)}
    rows: dict[tuple[str, int], list[int]] = {}
    for i, seat in enumerate(venue.seats):
        rows.setdefault((seat.area, seat.row), []).append(place[i])
    return list(rows.values())


DRAWN = [
    ("rows", {}, [[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
    ("rows_from_right", {}, [[3, 2, 1], [6, 5, 4], [9, 8, 7]]),
    ("columns", {}, [[1, 4, 7], [2, 5, 8], [3, 6, 9]]),
    ("columns", {"columns": "center_out"}, [[4, 1, 7], [5, 2, 8], [6, 3, 9]]),
    ("columns", {"columns": "center_out", "honour_side": "right"}, [[7, 1, 4], [8, 2, 5], [9, 3, 6]]),
    ("columns_from_back", {}, [[3, 6, 9], [2, 5, 8], [1, 4, 7]]),
    ("center_out", {}, [[2, 1, 3], [5, 4, 6], [8, 7, 9]]),
    ("center_out", {"honour_side": "right"}, [[3, 1, 2], [6, 4, 5], [9, 7, 8]]),
    ("center_out_mirrored", {}, [[3, 1, 2], [6, 4, 5], [9, 7, 8]]),
    ("serpentine_from_left", {}, [[1, 2, 3], [6, 5, 4], [7, 8, 9]]),
    ("serpentine_from_right", {}, [[3, 2, 1], [4, 5, 6], [9, 8, 7]]),
    ("serpentine_from_front", {}, [[1, 6, 7], [2, 5, 8], [3, 4, 9]]),
    ("serpentine_from_back", {}, [[3, 4, 9], [2, 5, 8], [1, 6, 7]]),
    ("serpentine_from_front", {"columns": "center_out"}, [[6, 1, 7], [5, 2, 8], [4, 3, 9]]),
]


@pytest.mark.parametrize(("method", "settings", "expected"), DRAWN)
def test_fill_orders_of_three_rows(method: str, settings: dict[str, str], expected: list[list[int]]) -> None:
    """Rule 16, 2.1 and the fill orders known from practice: rows, columns, centre-out, to and fro."""
    assert laid(hall(3, 3, 3), Convention(hall_method=method, **settings)) == expected


def test_every_fill_order_is_drawn() -> None:
    """Ten fill orders exist, and each has a truth table above."""
    assert {method for method, _, _ in DRAWN} == set(CHOICES["hall_method"])
    assert len(CHOICES["hall_method"]) == 10


@pytest.mark.parametrize("n", range(1, 41))
def test_from_the_centre_the_second_sits_at_the_left_hand_of_the_first(n: int) -> None:
    """Rule 17: a row laid centre-out reads as order E for odd and even numbers of seats."""
    row = laid(hall(n), Convention(hall_method="center_out"))[0]

    assert tuple(row) == rank_order(n, Convention()) == center_out(range(1, n + 1))


def test_a_row_that_reaches_further_on_one_side_goes_on_there() -> None:
    """2.1: when one side is full the list goes on, seat by seat, on the other."""
    seats = tuple(Seat(f"s{p}", f"{p}", "hall", 1, i, float(p)) for i, p in enumerate(range(-1, 4)))

    assert laid(Venue("Room", seats, (HALL,)), Convention(hall_method="center_out")) == [[2, 1, 3, 4, 5]]


def test_shorter_rows_keep_their_columns() -> None:
    """Rule 16: a column runs through rows of different lengths; a missing seat is passed over."""
    assert laid(hall(1, 3, 3), Convention(hall_method="columns")) == [[3], [1, 4, 6], [2, 5, 7]]


@pytest.mark.parametrize("method", CHOICES["hall_method"])
def test_the_lower_floor_comes_before_the_higher(method: str) -> None:
    """2.1: lower floor > higher floor, whatever the method and whatever stands first in the venue."""
    above = hall(2, area=UPPER).seats
    venue = hall(2, 2, others=above, areas=(UPPER, HALL))
    order = hall_order(venue, np.arange(6), Convention(hall_method=method))

    assert [venue.seats[i].area for i in order] == ["hall"] * 4 + ["upper"] * 2


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=6),
    st.sampled_from(CHOICES["hall_method"]),
    st.sampled_from(CHOICES["columns"]),
    st.data(),
)
def test_every_method_lays_each_seat_once(rows: list[int], method: str, columns: str, data: st.DataObject) -> None:
    """Seats in, the same seats out, for any part of the hall."""
    venue = hall(*rows)
    some = np.array(sorted(data.draw(st.sets(st.integers(0, sum(rows) - 1)))), dtype=np.intp)
    order = hall_order(venue, some, Convention(hall_method=method, columns=columns))

    assert sorted(order.tolist()) == some.tolist()


def test_one_list_on_stage_and_in_the_first_row_is_mirrored_on_the_page() -> None:
    """G-09 in a room, stage at the top: the rostrum reads 5 3 1 2 4 from page-left, the hall's row 4 2 1 3 5."""
    room = from_drawing("""
        #########
        # ===== #
        # rrrrr #
        D       #
        # ooooo #
        #########
        """)
    seats = {area.kind: room.seats_of(area.id) for area in room.areas}
    honour = [
        rostrum_order(room, seats["rostrum"], Convention(), people=5),
        hall_order(room, seats["hall"], Convention(hall_method="center_out")),
    ]

    from_page_left = [np.argsort(room.xyz[order, 0]) + 1 for order in honour]
    assert [row.tolist() for row in from_page_left] == [[5, 3, 1, 2, 4], [4, 2, 1, 3, 5]]


@pytest.mark.parametrize(
    ("example", "n", "numbers", "page"),
    [
        ("G-18", 10, "odd_left_even_right", "9 7 5 3 1 2 4 6 8 10"),
        ("G-19", 17, "even_left_odd_right", "16 14 12 10 8 6 4 2 1 3 5 7 9 11 13 15 17"),
        ("2.4", 4, "left_to_right", "1 2 3 4"),
        ("2.4", 4, "right_to_left", "4 3 2 1"),
    ],
)
def test_seats_are_numbered_as_printed(example: str, n: int, numbers: str, page: str) -> None:
    """G-18, G-19, conflict 11: the numbers that a convention names, from page-left with the stage at the top."""
    convention = Convention(seat_numbers=numbers)
    places = [i - (n - 1) / 2 for i in range(n)]

    assert " ".join(map(str, seat_numbers(places, convention.seat_numbers))) == page
