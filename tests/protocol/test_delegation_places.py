"""Where delegations stand, and the yearly rotation of delegations and deputies (protocol.md 2.1, 2.2)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import center_out, delegation_column, rotate_delegations, rotate_deputies

DELEGATIONS = tuple(range(1, 36))


def test_thirty_five_delegations_stand_as_printed_in_year_1() -> None:
    """G-20, year 1: seven central columns 6 4 2 1 3 5 7, leftmost 34 32 30, rightmost 31 33 35."""
    columns = center_out(DELEGATIONS)

    assert columns[14:21] == (6, 4, 2, 1, 3, 5, 7)
    assert columns[:3] == (34, 32, 30)
    assert columns[-3:] == (31, 33, 35)


def test_thirty_five_delegations_stand_as_printed_in_year_2_and_6() -> None:
    """G-20: after the outward rotation by 7 the central seven are 34 32 30 29 31 33 35; year 6 is year 1."""
    assert center_out(rotate_delegations(DELEGATIONS))[14:21] == (34, 32, 30, 29, 31, 33, 35)
    assert rotate_delegations(DELEGATIONS, years=5) == DELEGATIONS


@pytest.mark.parametrize("direction", ["outward", "inward"])
def test_each_block_of_seven_is_central_once_in_five_years(direction: str) -> None:
    """Rule 19: over five years every delegation stands in the centre exactly once."""
    central = [rotate_delegations(DELEGATIONS, direction=direction, years=year)[:7] for year in range(5)]

    assert sorted(delegation for block in central for delegation in block) == list(DELEGATIONS)


def test_outward_moves_the_central_block_one_ring_out() -> None:
    """2.2: block k moves to ring k+1 and the outermost returns; inward is the way back."""
    year_2 = rotate_delegations(DELEGATIONS)

    assert year_2[7:14] == DELEGATIONS[:7]
    assert year_2[:7] == DELEGATIONS[28:]
    assert rotate_delegations(year_2, direction="inward") == DELEGATIONS


@given(st.integers(1, 12), st.integers(1, 12))
def test_the_period_is_the_number_of_blocks(blocks: int, block: int) -> None:
    """Rule 19 in general: with whole blocks the first return is after as many years as there are blocks."""
    order = tuple(range(blocks * block))
    years = [year for year in range(1, blocks + 1) if rotate_delegations(order, block, years=year) == order]

    assert years == [blocks]


def test_a_block_has_at_least_one_delegation() -> None:
    """A block of none is refused."""
    with pytest.raises(InputError, match="block: 0; use 1 or more"):
        rotate_delegations(DELEGATIONS, 0)


def test_ten_deputies_rotate_as_printed() -> None:
    """G-21: of ten the front two move back: 3 4 5 6 7 8 9 10 1 2, and year 6 is year 1."""
    ten = tuple(range(1, 11))

    assert rotate_deputies(ten) == (3, 4, 5, 6, 7, 8, 9, 10, 1, 2)
    assert rotate_deputies(ten, years=5) == ten


@pytest.mark.parametrize("n", [22, 23])
def test_deputies_in_no_whole_fifths_rotate_as_printed(n: int) -> None:
    """G-21: of 23 (and 22) five move back: year 2 starts with 6 and ends with 5; year 6 is not year 1."""
    deputies = tuple(range(1, n + 1))
    year_2 = rotate_deputies(deputies)

    assert (year_2[0], year_2[-1]) == (6, 5)
    assert rotate_deputies(deputies, years=5) != deputies


@given(st.integers(1, 60))
def test_everybody_sits_in_front_within_five_years(n: int) -> None:
    """Rule 20: with "ceil" every deputy is in the front fifth at least once in five years."""
    deputies = tuple(range(n))
    front = -(-n // 5)
    seen_in_front = {d for year in range(5) for d in rotate_deputies(deputies, years=year)[:front]}

    assert seen_in_front == set(deputies)


def test_the_nearest_fifth_can_forget_somebody() -> None:
    """2.2, conflict 27: with "nearest" 5 x 4 < 22, so two of 22 never sit in front."""
    deputies = tuple(range(22))
    in_front = {d for year in range(5) for d in rotate_deputies(deputies, round="nearest", years=year)[:4]}

    assert len(in_front) == 20


@given(st.integers(1, 60))
def test_year_6_is_year_1_only_if_five_fronts_make_whole_turns(n: int) -> None:
    """2.2: the order returns after five years only when n divides 5 * ceil(n / 5)."""
    deputies = tuple(range(n))
    front = -(-n // 5)

    assert (rotate_deputies(deputies, years=5) == deputies) == (5 * front % n == 0)


def test_a_fraction_may_be_written_as_a_decimal() -> None:
    """0.2 means one fifth, though 0.2 * 35 is a little more than 7 in floating point."""
    assert (
        rotate_deputies(range(35), 0.2) == rotate_deputies(range(35), Fraction(1, 5)) == (*range(7, 35), *range(7))
    )
    assert rotate_deputies((), 0.2) == ()


def test_a_delegation_column_has_heads_in_front_then_full_members_by_strokes() -> None:
    """Rules 16 and 18: heads in row 1; the others by name strokes front to back; alternates last."""
    strokes = {"丁": "12", "王": "1121", "李": "1234521", "张": "5153154", "陈": "5215234"}  # 3.5
    heads, alternates = {"张"}, {"丁"}
    column = delegation_column(
        "陈丁李王张",
        head=heads.__contains__,
        full=lambda name: name not in alternates,
        key=lambda name: (len(strokes[name]), strokes[name]),
    )

    assert column == ("张", "王", "李", "陈", "丁")


@given(st.lists(st.integers(), max_size=60))
def test_right_first_is_the_mirror_of_left_first(items: list[int]) -> None:
    """Rule 17: the side of the second turns the whole row."""
    assert center_out(items, side="right") == center_out(items)[::-1]
