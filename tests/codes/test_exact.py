"""Numbers that binary fractions would turn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.codes import exit_count, gangs, receivers, row_gap, row_limit, wheelchair_spaces
from seatplan.codes.exact import round_down, round_up
from seatplan.errors import InputError


@given(st.integers(1, 10**6), st.integers(1, 10**4))
def test_a_whole_product_never_rounds_away(count: int, parts: int) -> None:
    number = count / parts * parts

    assert round_up(number) == round_down(number) == count


@given(st.integers(0, 20_000))
def test_more_seats_never_need_fewer_spaces_receivers_or_exits(seats: int) -> None:
    for code in ("ada-2010", "ibc-2021", "gb-55019-2021", "un", "hk-design-manual", "au-bca"):
        assert wheelchair_spaces(code, seats) <= wheelchair_spaces(code, seats + 1)
    assert exit_count("gb-50016-2014", seats) <= exit_count("gb-50016-2014", seats + 1)
    assert receivers("ada-2010", seats).total <= receivers("ada-2010", seats + 1).total


@given(st.integers(1, 46), st.sampled_from(["both", "one"]))
def test_the_limit_of_a_row_is_the_inverse_of_its_gap(seats: int, access: str) -> None:
    gap = row_gap("ibc-2021", seats, access=access)
    if gap < 0.5588:  # 22 in are enough for any row
        assert row_limit("ibc-2021", access=access, pitch=1.0, gap=gap) >= seats


@given(st.integers(1, 200))
def test_gangs_add_up_to_the_row(chairs: int) -> None:
    try:
        lengths = gangs("us-maine", chairs, persons=500)
    except InputError:
        assert chairs < 3
    else:
        assert sum(lengths) == chairs
        assert all(3 <= length <= 7 for length in lengths)


def test_no_width_makes_a_row_of_101_seats_good() -> None:
    with pytest.raises(InputError, match="a row of 101 seats: no width makes it good, at most 100 seats"):
        row_gap("ibc-2021", 101)
