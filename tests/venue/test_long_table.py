"""Long tables and U-shapes: the ring runs to the right hand, the main seat is where it is said to be."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import long_table, oval_table, u_table

odd = st.integers(0, 4).map(lambda k: 2 * k + 1)


@given(st.integers(1, 12), odd)
def test_end_on_the_main_seat_is_in_the_middle_of_the_far_end(sides: int, ends: int) -> None:
    room = long_table(sides=sides, ends=ends)
    first, opposite = room.seats[0], room.seats[len(room.seats) // 2]

    assert (first.x, first.facing, first.position) == (0, 270, 0)
    assert (opposite.x, opposite.facing, opposite.y) == (0, 90, -first.y)
    assert room.seats[1].x < 0


@given(odd, st.integers(0, 3))
def test_across_the_main_seat_is_in_the_middle_of_the_far_side(sides: int, ends: int) -> None:
    room = long_table(sides=sides, ends=ends, first="side")

    assert (room.seats[0].x, room.seats[0].facing) == (0, 270)
    assert room.seats[len(room.seats) // 2].facing == 90


@given(st.integers(1, 12), odd, st.sampled_from(["end", "side"]))
def test_everybody_has_two_neighbours_and_the_ring_runs_counter_clockwise(sides: int, ends: int, first) -> None:
    if first == "side" and sides % 2 == 0:
        sides += 1
    room = long_table(sides=sides, ends=ends, first=first)
    n = len(room.seats)

    assert {(int(a), int(b)) for a, b in room.next_to} == {(k, (k + 1) % n) for k in range(n)}
    assert sum(a.x * b.y - a.y * b.x for a, b in pairwise([*room.seats, room.seats[0]])) > 0
    assert np.isfinite(room.metres_to("door")).all()


@given(st.integers(1, 8), st.integers(1, 8))
def test_a_u_shape_is_one_row_bent_round_the_closed_end(end: int, arms: int) -> None:
    """Whoever sits on an arm has the right hand towards the next place of the row."""
    room = u_table(end=end, arms=arms)
    seats = sorted(room.seats, key=lambda seat: seat.position)

    assert [seat.facing for seat in seats] == [180] * arms + [270] * end + [0] * arms
    assert len(room.next_to) == end + 2 * arms - 1
    for a, b in pairwise(seats):
        if a.facing == b.facing:
            right = np.array([np.sin(np.radians(a.facing)), -np.cos(np.radians(a.facing))])
            assert right @ (b.x - a.x, b.y - a.y) > 0


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (
            lambda: long_table(sides=4, ends=4),
            "long_table ends: 4 seats have none in the middle for the main seat",
        ),
        (lambda: long_table(sides=4, first="side"), "long_table sides: 4 seats have none in the middle"),
        (lambda: long_table(sides=0), "long_table sides: 0; give at least 1"),
        (lambda: u_table(end=0, arms=1), "u_table end: 0; give at least 1"),
    ],
)
def test_impossible_tables_are_refused(build, message) -> None:
    with pytest.raises(InputError, match=message):
        build()


def test_an_oval_table_has_chairs_at_equal_distances_that_look_at_it() -> None:
    """4.3: the first seat faces the door at the far end, or in the middle of the far side (rule 42)."""
    for first in ("end", "side"):
        room = oval_table(seats=12, first=first)
        xy = np.array([(seat.x, seat.y) for seat in room.seats])
        gaps = np.hypot(*(np.roll(xy, -1, axis=0) - xy).T)
        top = room.fixtures[0]

        assert gaps.min() > 0.9 * gaps.max()
        assert (room.seats[0].facing, round(room.seats[0].x, 6)) == (270, 0)
        assert room.seats[1].x < 0
        assert (top.depth > top.width) == (first == "end")
    with pytest.raises(InputError, match="oval_table seats: 5; give at least 6"):
        oval_table(seats=5)


def test_an_oval_of_chairs_that_leaves_no_table_is_refused() -> None:
    with pytest.raises(InputError, match=r"6 chairs 0\.1 m apart leave no table; use more or wider seats"):
        oval_table(seats=6, seat_width=0.1)
