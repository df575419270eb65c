"""Round tables, halls of them, head tables: neighbours all round, the main seat facing the door, ways out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import banquet, combine, head_table, round_table


@given(st.integers(3, 30))
def test_the_right_hand_neighbour_is_counter_clockwise_seen_from_above(n: int) -> None:
    """Rule 42, G-36: s1 is at the host's right hand, which is page-left of the host at the top of the page."""
    seats = round_table(seats=n).seats

    assert (seats[0].x, seats[0].facing) == (0, 270)
    assert seats[1].x < 0 < seats[-1].x
    for a, b in pairwise([*seats, seats[0]]):
        assert a.x * b.y - a.y * b.x > 0


@given(st.integers(3, 30))
def test_round_a_table_everybody_has_two_neighbours(n: int) -> None:
    """The last and the first seat meet: whoever is kept apart is kept apart there, too."""
    room = round_table(seats=n)

    assert {(int(a), int(b)) for a, b in room.next_to} == {(k, (k + 1) % n) for k in range(n)}
    assert set(room.neighbours(f"table-{n}")) == {"table-1", f"table-{n - 1}"}


def test_two_seats_are_neighbours_once() -> None:
    assert round_table(seats=2).next_to.tolist() == [[0, 1]]


def test_chairs_behind_stand_behind_and_are_no_neighbours_of_those_at_the_table() -> None:
    room = round_table(seats=8, behind=[1, 2])
    one = room.seat("table-1-behind")

    assert (one.row, one.y > room.seat("table-1").y, one.label) == (2, True, "1号后座")
    assert [0, 8] in room.front_to_back.tolist()
    assert [pair for pair in room.next_to.tolist() if max(pair) > 7] == [[8, 9]]


def test_one_leaves_a_round_table_backwards() -> None:
    """Nobody passes a neighbour; the way to the door leads round the table, not across it."""
    room = round_table(seats=12)
    metres = room.metres_to("door")

    assert room.seats_to_aisle.tolist() == [0] * 12
    assert metres[0] == metres.max() > metres[6] == metres.min()
    assert metres[1] == pytest.approx(metres[11])


def test_tables_stand_in_rows_with_room_between() -> None:
    """1.12: 1.37 to 1.52 m from edge to edge."""
    room = banquet(rows=[1, 2], seats=8, stage=True, language="en")
    tops = [f for f in room.fixtures if f.kind == "table"]

    assert [area.label for area in room.areas] == ["Table A", "Table B", "Table C"]
    assert [(f.x, f.y) for f in tops[1:]] == [(-tops[2].x, tops[2].y), (tops[2].x, tops[2].y)]
    assert tops[2].x - tops[1].x - tops[1].width == pytest.approx(1.5)
    assert next(f for f in room.fixtures if f.kind == "stage").y > max(seat.y for seat in room.seats)
    assert np.isfinite(room.metres_to("door")).all()


def test_a_state_banquet_has_names_and_a_long_head_table() -> None:
    """5.2: names, not numbers; nobody at the head table has the back to the hall."""
    room = banquet(rows=[2], seats=6, names=["Rose", "Lily"], head=5, language="en")
    head = [seat for seat in room.seats if seat.area == "table-head"]

    assert room.seat("table-2-3").label == "Lily seat 3"
    assert {seat.facing for seat in head} == {270}
    assert min(seat.y for seat in head) > max(seat.y for seat in room.seats if seat.area != "table-head") + 1


def test_a_lectern_divides_a_head_table() -> None:
    """4.3: seats at its left and at its right, by the occupants' own hands."""
    room = head_table(seats=(3, 5))

    assert [seat.position for seat in room.seats] == [-3, -2, -1, 1, 2, 3, 4, 5]
    assert [f.x for f in room.fixtures if f.kind == "lectern"] == [0]


def test_tables_can_be_put_together_by_hand() -> None:
    """Two tables in one room need one door and labels of their own."""
    one = round_table(seats=6, id="a", label="一桌")
    other = round_table(seats=6, id="b", label="二桌", x=4.0, door_below=False)

    assert len(combine("Room", one, other).seats) == 12


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: round_table(seats=1), "round_table seats: 1; give at least 2"),
        (lambda: round_table(seats=4, behind=[5]), "round_table behind: seat 5 of 4; count the seats 1, 2, 3"),
        (lambda: banquet(rows=[2], names=["A"]), "banquet names: 1 different names for 2 tables; name each"),
        (lambda: banquet(rows=[]), "banquet rows: 0; give at least 1"),
        (lambda: head_table(seats=(1, 2, 3)), "head_table seats: 3 numbers; give one, or two with a lectern"),
        (lambda: head_table(seats=0), "head_table seats: 0; give at least 1"),
    ],
)
def test_impossible_tables_are_refused(build, message) -> None:
    with pytest.raises(InputError, match=message):
        build()


def test_letters_go_on_behind_the_alphabet() -> None:
    assert banquet(rows=[25], seats=2).areas[24].label == "A2桌"
