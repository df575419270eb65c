"""A rostrum with fixed chairs: truth tables, drawn from the occupants' left to their right.

``o`` is a chair, ``x`` one that is reserved or missing. Below it stands who sits there; ``.`` stays empty.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import Convention, View, chairs_of_ranks, rank_positions, rostrum_order, seen
from seatplan.venue import Area, Seat, Venue

LEFT, RIGHT = Convention(), Convention(honour_side="right")
SPLIT = Convention(even_rule="split_line")
FIRST, VACANT = Convention(anchor="first_at_center"), Convention(anchor="vacant_center")
EQUALS = Convention(equals=("a", "b"))


def rostrum(*rows: int) -> Venue:
    """Build a rostrum with this many chairs in each row, each row centred."""
    seats = [
        Seat(f"r{row}-{i}", f"{row}-{i}", "rostrum", row, i + 1, i - (chairs - 1) / 2)
        for row, chairs in enumerate(rows, start=1)
        for i in range(chairs)
    ]
    return Venue("Stage", tuple(seats), (Area("rostrum", "Rostrum", "rostrum"),))


def laid(chairs: str, people: int, convention: Convention) -> str:
    """Draw who sits on which chair of one row."""
    marks = chairs.split()
    usable = np.array([i for i, mark in enumerate(marks) if mark == "o"])
    order = rostrum_order(rostrum(len(marks)), usable, convention, people=people)
    rank_on = {int(seat): str(rank) for rank, seat in enumerate(order[:people], start=1)}
    return " ".join(rank_on.get(i, "x" if mark == "x" else ".") for i, mark in enumerate(marks))


TRUTH = [
    # chairs for everybody: the printed rows (G-02, G-05, G-06)
    ("o o o", 3, LEFT, "2 1 3"),
    ("o o o o o o o o", 8, LEFT, "8 6 4 2 1 3 5 7"),
    ("o o o o o o o o", 8, SPLIT, "7 5 3 1 2 4 6 8"),
    # more chairs than people, same parity: the exact places
    ("o o o o o o o", 3, LEFT, ". . 2 1 3 . ."),
    ("o o o o o o", 4, LEFT, ". 4 2 1 3 ."),
    ("o o o o o o", 2, SPLIT, ". . 1 2 . ."),
    ("o o o o o o o", 1, LEFT, ". . . 1 . . ."),
    # odd people on even chairs: the lowest rank's chair stays empty, 1 and 2 share the centre
    ("o o o o", 3, LEFT, ". 2 1 3"),
    ("o o o o", 3, RIGHT, "3 1 2 ."),
    ("o o o o", 3, SPLIT, ". 2 1 3"),
    ("o o o o o o", 5, LEFT, ". 4 2 1 3 5"),
    ("o o o o o o", 3, LEFT, ". . 2 1 3 ."),
    # one person on two chairs: nothing but the honour side can decide
    ("o o", 1, LEFT, "1 ."),
    ("o o", 1, RIGHT, ". 1"),
    # even people on odd chairs: rank 1 on the centre chair, by either even rule
    ("o o o o o", 4, LEFT, "4 2 1 3 ."),
    ("o o o o o", 4, RIGHT, ". 3 1 2 4"),
    ("o o o o o", 4, SPLIT, ". 3 1 2 4"),
    ("o o o o o", 2, LEFT, ". 2 1 . ."),
    ("o o o o o", 2, SPLIT, ". . 1 2 ."),
    # the first at the centre (1.4 V-C): with odd chairs exact, with even chairs half a seat off
    ("o o o o o o o o o", 8, FIRST, "8 6 4 2 1 3 5 7 ."),
    ("o o o o o o o o", 8, FIRST, "8 6 4 2 1 3 5 7"),
    ("o o o o o o o", 4, FIRST, ". 4 2 1 3 . ."),
    ("o o o o o o", 4, FIRST, ". 4 2 1 3 ."),
    # the vacant centre (1.5): with odd chairs the centre chair stays empty, with even ones the line is empty
    ("o o o o o o o o o", 7, VACANT, "7 5 3 1 . 2 4 6 ."),
    ("o o o o o o o o", 7, VACANT, "7 5 3 1 2 4 6 ."),
    ("o o o o o o o", 5, VACANT, "5 3 1 . 2 4 ."),
    ("o o o o x o o o o", 7, VACANT, "7 5 3 1 x 2 4 6 ."),
    ("o o o o x o o o", 7, VACANT, "7 5 3 1 x 2 4 6"),
    # equals (conflict 5): the line between them, or the empty centre where a chair can be left empty
    ("o o o o o o o o", 8, EQUALS, "7 5 3 1 2 4 6 8"),
    ("o o o o o o o o o", 7, EQUALS, "7 5 3 1 . 2 4 6 ."),
    ("o o o o o o o", 7, EQUALS, "6 4 2 1 3 5 7"),
    ("o o o", 3, EQUALS, "2 1 3"),
    # reserved chairs: the order is kept, the row closes up about the centre
    ("o o o x o o o", 3, LEFT, ". . 2 x 1 3 ."),
    ("o o o x o o o", 3, RIGHT, ". 3 1 x 2 . ."),
    ("o o o x o o o", 2, LEFT, ". . 2 x 1 . ."),
    ("o o o x o o o", 2, SPLIT, ". . 1 x 2 . ."),
    ("o o o x o o o", 1, LEFT, ". . 1 x . . ."),
    ("o o o x o o o", 6, LEFT, "6 4 2 x 1 3 5"),
    ("o o o o x x x", 2, LEFT, ". . 2 1 x x x"),
    ("o o o o x x x", 3, LEFT, ". 2 1 3 x x x"),
    ("x x o o o o o", 3, LEFT, "x x 2 1 3 . ."),
    ("x x o o o o o", 4, LEFT, "x x 4 2 1 3 ."),
    ("o x o x o x o", 3, LEFT, ". x 2 x 1 x 3"),
    ("o o x x x x o o", 3, LEFT, ". 2 x x x x 1 3"),
    ("x o o x", 2, LEFT, "x 2 1 x"),
]


@pytest.mark.parametrize(("chairs", "people", "convention", "expected"), TRUTH)
def test_people_on_fixed_chairs(chairs: str, people: int, convention: Convention, expected: str) -> None:
    """1.1 to 1.5: order kept, nearest to the exact places, then centre before sides, then the honour side."""
    assert laid(chairs, people, convention) == expected


def mirrored(convention: Convention) -> Convention:
    return replace(convention, honour_side="right" if convention.honour_side == "left" else "left")


conventions = st.builds(
    Convention,
    honour_side=st.sampled_from(["left", "right"]),
    even_rule=st.sampled_from(["beside_first", "split_line"]),
    pair_rule=st.sampled_from(["as_even", "split_line"]),
    equals=st.sampled_from([(), ("a", "b")]),
)


@st.composite
def rows_of_chairs(draw: st.DrawFn) -> tuple[np.ndarray, int]:
    """Draw chairs at whole or half places, a seat or more apart, and how many people sit on them."""
    gaps = draw(st.lists(st.sampled_from([1.0, 1.0, 1.0, 2.0, 3.0]), min_size=0, max_size=7))
    first = draw(st.integers(-14, 4)) / 2
    chairs = np.array(list(accumulate(gaps, initial=first)))
    return chairs, draw(st.integers(1, len(chairs)))


@given(rows_of_chairs(), conventions)
def test_two_ranks_never_share_a_chair_and_the_order_is_kept(
    row: tuple[np.ndarray, int], convention: Convention
) -> None:
    """1.2: from left to right the ranks on fixed chairs read as the exact row does, unless the centre is taken."""
    chairs, n = row
    taken = chairs[chairs_of_ranks(chairs, n, convention)]
    as_it_is = {tuple(np.argsort(rank_positions(n, c))) for c in (convention, replace(convention, equals=()))}

    assert len(set(taken.tolist())) == n
    assert tuple(np.argsort(taken)) in as_it_is


@given(rows_of_chairs(), conventions.filter(lambda convention: not convention.equals))
def test_no_other_choice_of_chairs_is_nearer_to_the_exact_places(
    row: tuple[np.ndarray, int], convention: Convention
) -> None:
    """All choices that keep the order, tried one by one: none has a smaller sum of distances."""
    chairs, n = row
    wanted = rank_positions(n, convention)
    taken = chairs[chairs_of_ranks(chairs, n, convention)]
    tried = [np.abs(np.array(choice) - np.sort(wanted)).sum() for choice in combinations(chairs, n)]

    assert np.abs(taken - wanted).sum() == min(tried)


@given(rows_of_chairs(), conventions)
def test_fixed_chairs_seen_in_a_mirror(row: tuple[np.ndarray, int], convention: Convention) -> None:
    """Rule 8 on any chairs: mirrored chairs and the other honour side give the mirrored row."""
    chairs, n = row

    there = chairs[chairs_of_ranks(chairs, n, convention)]
    back = (-chairs)[chairs_of_ranks(-chairs, n, mirrored(convention))]
    assert (there == -back).all()


@given(st.integers(3, 40), st.data())
def test_on_chairs_in_a_row_the_last_to_leave_moves_nobody(chairs: int, data: st.DataObject) -> None:
    """Rule 9 on fixed chairs: with beside_first ranks 1 to N keep their chairs when rank N+1 stays away."""
    n = data.draw(st.integers(2, chairs - 1))
    places = np.arange(chairs) - (chairs - 1) / 2

    assert (chairs_of_ranks(places, n, LEFT) == chairs_of_ranks(places, n + 1, LEFT)[:n]).all()


@given(st.lists(st.integers(1, 9), min_size=1, max_size=5), st.data(), conventions)
def test_the_front_row_is_filled_before_the_next(
    rows: list[int], data: st.DataObject, convention: Convention
) -> None:
    """Rule 10: the order is a permutation of all seats, and every person of a row outranks the next row."""
    venue = rostrum(*rows)
    people = data.draw(st.integers(0, sum(rows)))
    order = rostrum_order(venue, np.arange(sum(rows)), convention, people=people)

    assert sorted(order.tolist()) == list(range(sum(rows)))
    assert np.all(np.diff(venue.rows[order]) >= 0)


def test_each_row_has_its_own_parity() -> None:
    """Rule 11: ten people on rows of 7 and 7 chairs sit as a row of seven and a row of three."""
    venue = rostrum(7, 7)
    order = rostrum_order(venue, np.arange(14), LEFT, people=10)
    rank_on = {int(seat): rank for rank, seat in enumerate(order[:10], start=1)}

    assert seen([rank_on.get(i) for i in range(7)], View.OCCUPANT) == (6, 4, 2, 1, 3, 5, 7)
    assert seen([rank_on.get(i) for i in range(7, 14)], View.AUDIENCE) == (None, None, 10, 8, 9, None, None)


def test_the_centre_stays_empty_in_the_first_row_only() -> None:
    """1.5, 1.7: the empty centre is for the two at the top; the rows behind have their highest at the centre."""
    venue = rostrum(8, 3)
    usable = np.delete(np.arange(11), 7)  # seven chairs in front, the centre line between two of them
    order = rostrum_order(venue, usable, VACANT, people=10)

    assert venue.positions[order[:2]].tolist() == [-0.5, 0.5]
    assert venue.positions[order[7:]].tolist() == [0, -1, 1]


def test_absence_lays_the_whole_row_again() -> None:
    """Rule 14: of eight, rank 4 stays away: the seven are laid as seven, which a split line turns round."""
    assert laid("o o o o o o o", 7, SPLIT) == "6 4 2 1 3 5 7"
    assert laid("o o o o o o o o", 8, SPLIT) == "7 5 3 1 2 4 6 8"


def test_a_centre_that_cannot_stay_empty_is_refused() -> None:
    """1.5: seven people on seven chairs, or on chairs that lie to one side, cannot leave the centre empty."""
    with pytest.raises(InputError, match="cannot keep the centre empty with 7 people on 7 chairs; add a chair"):
        laid("o o o o o o o", 7, VACANT)
    with pytest.raises(InputError, match="cannot keep the centre empty"):
        laid("x x o o o o o o o", 5, VACANT)


def test_an_even_front_row_is_refused_with_a_vacant_centre() -> None:
    """Rule 7: also when it is even because the first row holds no more."""
    with pytest.raises(InputError, match="needs an odd number of people in the front row, and 6 sit there"):
        rostrum_order(rostrum(6, 6), np.arange(12), VACANT, people=9)


def test_chairs_that_stay_empty_follow_from_the_centre_outwards() -> None:
    """The order goes on over empty chairs: nearer the centre first, the honour side before the other."""
    order = rostrum_order(rostrum(7), np.arange(7), LEFT, people=3)

    assert order.tolist() == [3, 2, 4, 1, 5, 0, 6]


def test_a_rostrum_without_usable_chairs_has_an_empty_order() -> None:
    """Nothing is no error here: capacity is judged elsewhere."""
    assert len(rostrum_order(rostrum(3), np.empty(0, dtype=np.intp), LEFT, people=3)) == 0
