"""All pairs within a distance, against all pairs there are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.venue import auditorium, from_drawing
from seatplan.venue.near import near
from tests.venue.names import pairs

metres = st.floats(-30, 30, allow_nan=False)


@given(st.lists(st.tuples(metres, metres, metres), max_size=30), st.floats(0, 20))
def test_the_grid_finds_what_comparing_all_pairs_finds(
    points: list[tuple[float, float, float]], far: float
) -> None:
    places = np.array(points, dtype=float).reshape(-1, 3)

    found = near(places, far)

    apart = [
        [i, j]
        for i in range(len(points))
        for j in range(i + 1, len(points))
        if np.linalg.norm(places[i] - places[j]) <= far + 1e-6
    ]
    assert found.tolist() == apart


def test_an_exact_distance_counts_as_within() -> None:
    # 0.55 + 0.55 is not 1.1 in binary for every pair of columns
    room = auditorium(rows=1, blocks=[30])

    assert len(room.within(1.1)) == 29 + 28


def test_aisles_and_walls_make_no_difference() -> None:
    room = from_drawing(
        """
        ab e#f
         g
        """,
        seat_width=1.0,
        row_pitch=1.0,
    )

    assert pairs(room, room.within(1.0)) == {"ab", "bg"}
    assert pairs(room, room.within(2.0)) == {"ab", "bg", "ag", "be", "ef"}


@pytest.mark.parametrize("far", [0.0, -1.0, float("nan")])
def test_no_distance_means_no_pairs(far: float) -> None:
    assert not len(from_drawing("ab").within(far))


@pytest.mark.parametrize("far", [float("inf"), 1e200])
def test_any_distance_means_all_pairs(far: float) -> None:
    assert pairs(from_drawing("abe"), from_drawing("abe").within(far)) == {"ab", "ae", "be"}
