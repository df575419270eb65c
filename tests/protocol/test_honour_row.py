"""One row of honour: the tables and worked examples of protocol.md 1.2 to 1.6 in both views, and the rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import (
    Convention,
    View,
    cautions,
    misfits,
    rank_order,
    rank_positions,
    ranks_and_gaps,
    seen,
)

# protocol.md 1.2, typed from the page: N, E as OCC, E as AUD, O as OCC, O as AUD
TABLE_1_2 = """
1 | 1 | 1 | 1 | 1
2 | 2 1 | 1 2 | 1 2 | 2 1
3 | 2 1 3 | 3 1 2 | 3 1 2 | 2 1 3
4 | 4 2 1 3 | 3 1 2 4 | 3 1 2 4 | 4 2 1 3
5 | 4 2 1 3 5 | 5 3 1 2 4 | 5 3 1 2 4 | 4 2 1 3 5
6 | 6 4 2 1 3 5 | 5 3 1 2 4 6 | 5 3 1 2 4 6 | 6 4 2 1 3 5
7 | 6 4 2 1 3 5 7 | 7 5 3 1 2 4 6 | 7 5 3 1 2 4 6 | 6 4 2 1 3 5 7
8 | 8 6 4 2 1 3 5 7 | 7 5 3 1 2 4 6 8 | 7 5 3 1 2 4 6 8 | 8 6 4 2 1 3 5 7
9 | 8 6 4 2 1 3 5 7 9 | 9 7 5 3 1 2 4 6 8 | 9 7 5 3 1 2 4 6 8 | 8 6 4 2 1 3 5 7 9
10 | 10 8 6 4 2 1 3 5 7 9 | 9 7 5 3 1 2 4 6 8 10 | 9 7 5 3 1 2 4 6 8 10 | 10 8 6 4 2 1 3 5 7 9
11 | 10 8 6 4 2 1 3 5 7 9 11 | 11 9 7 5 3 1 2 4 6 8 10 | 11 9 7 5 3 1 2 4 6 8 10 | 10 8 6 4 2 1 3 5 7 9 11
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TABLE_1_2.strip().splitlines()]

LEFT, RIGHT = Convention(), Convention(honour_side="right")
LEFT_SPLIT, RIGHT_SPLIT = (
    Convention(even_rule="split_line"),
    Convention(honour_side="right", even_rule="split_line"),
)
FIRST, VACANT = Convention(anchor="first_at_center"), Convention(anchor="vacant_center")

people = st.integers(1, 60)
some_people = st.integers(2, 60)
conventions = st.builds(
    Convention,
    honour_side=st.sampled_from(["left", "right"]),
    even_rule=st.sampled_from(["beside_first", "split_line"]),
    pair_rule=st.sampled_from(["as_even", "split_line"]),
)


def drawn(n: int, convention: Convention, view: View) -> str:
    """Draw a row as the protocol prints it."""
    return " ".join("_" if rank is None else str(rank) for rank in seen(ranks_and_gaps(n, convention), view))


def mirrored(convention: Convention) -> Convention:
    return replace(convention, honour_side="right" if convention.honour_side == "left" else "left")


@pytest.mark.parametrize(("n", "e_occ", "e_aud", "o_occ", "o_aud"), ROWS)
def test_the_two_orders_stand_as_in_table_1_2_in_both_views(
    n: str, e_occ: str, e_aud: str, o_occ: str, o_aud: str
) -> None:
    """Left honoured with the second beside the first is order E for every N; right honoured is order O (1.2)."""
    assert drawn(int(n), LEFT, View.OCCUPANT) == e_occ
    assert drawn(int(n), LEFT, View.AUDIENCE) == e_aud
    assert drawn(int(n), RIGHT, View.OCCUPANT) == o_occ
    assert drawn(int(n), RIGHT, View.AUDIENCE) == o_aud


@pytest.mark.parametrize(("n", "e_occ", "e_aud", "o_occ", "o_aud"), ROWS)
def test_the_split_line_takes_the_other_order_for_even_rows_only(
    n: str, e_occ: str, e_aud: str, o_occ: str, o_aud: str
) -> None:
    """For even N split_line is O when left is honoured, E when right is; for odd N nothing changes (1.4, 1.6)."""
    even = int(n) % 2 == 0

    assert drawn(int(n), LEFT_SPLIT, View.OCCUPANT) == (o_occ if even else e_occ)
    assert drawn(int(n), LEFT_SPLIT, View.AUDIENCE) == (o_aud if even else e_aud)
    assert drawn(int(n), RIGHT_SPLIT, View.OCCUPANT) == (e_occ if even else o_occ)
    assert drawn(int(n), RIGHT_SPLIT, View.AUDIENCE) == (e_aud if even else o_aud)


GOLDEN = [
    ("G-01", 1, LEFT, "1", "1"),
    ("G-02", 3, LEFT, "2 1 3", "3 1 2"),
    ("G-03", 7, LEFT, "6 4 2 1 3 5 7", "7 5 3 1 2 4 6"),
    ("G-04", 9, LEFT, "8 6 4 2 1 3 5 7 9", "9 7 5 3 1 2 4 6 8"),
    ("G-05", 8, LEFT, "8 6 4 2 1 3 5 7", "7 5 3 1 2 4 6 8"),
    ("G-06", 8, LEFT_SPLIT, "7 5 3 1 2 4 6 8", "8 6 4 2 1 3 5 7"),
    ("G-07", 8, FIRST, "8 6 4 2 1 3 5 7", "7 5 3 1 2 4 6 8"),
    ("G-08", 7, VACANT, "7 5 3 1 _ 2 4 6", "6 4 2 _ 1 3 5 7"),
    ("G-10 as_even", 2, LEFT, "2 1", "1 2"),
    ("G-10 split_line", 2, Convention(pair_rule="split_line"), "1 2", "2 1"),
    ("G-12", 7, RIGHT, "7 5 3 1 2 4 6", "6 4 2 1 3 5 7"),
    ("G-13", 8, RIGHT, "7 5 3 1 2 4 6 8", "8 6 4 2 1 3 5 7"),
    ("G-14", 4, RIGHT_SPLIT, "4 2 1 3", "3 1 2 4"),
    ("G-15", 5, RIGHT, "5 3 1 2 4", "4 2 1 3 5"),
]


@pytest.mark.parametrize(
    ("n", "convention", "occupant", "audience"), [g[1:] for g in GOLDEN], ids=[g[0] for g in GOLDEN]
)
def test_worked_examples_of_rows_in_both_views(
    n: int, convention: Convention, occupant: str, audience: str
) -> None:
    """G-01 to G-08, G-10, G-12 to G-15 come out as printed, from the occupants' side and from the audience's."""
    assert drawn(n, convention, View.OCCUPANT) == occupant
    assert drawn(n, convention, View.AUDIENCE) == audience


def test_first_at_center_sits_at_the_printed_places() -> None:
    """G-07: eight people at -4 to +3, the first on the centre line."""
    printed = {8: -4, 6: -3, 4: -2, 2: -1, 1: 0, 3: 1, 5: 2, 7: 3}

    assert dict(enumerate(rank_positions(8, FIRST).tolist(), start=1)) == printed


def test_vacant_center_sits_at_the_printed_places() -> None:
    """1.5, G-08: seven people at -4 -3 -2 -1 . +1 +2 +3."""
    assert sorted(rank_positions(7, VACANT).tolist()) == [-4, -3, -2, -1, 1, 2, 3]


@given(people, conventions)
def test_the_audience_sees_every_row_reversed(n: int, convention: Convention) -> None:
    """Rule 1: AUD is the reverse of OCC for every row."""
    row = rank_order(n, convention)

    assert seen(row, View.AUDIENCE) == seen(row, View.OCCUPANT)[::-1]


@given(people.filter(lambda n: n % 2), conventions)
def test_odd_rows_put_the_first_on_the_centre_line(n: int, convention: Convention) -> None:
    """Rules 2 and 3: for odd N rank 1 is at 0 and rank 2, if any, on the honour side, whatever the even rule."""
    places = rank_positions(n, convention)
    honour = -1 if convention.honour_side == "left" else 1

    assert places[0] == 0
    assert n == 1 or places[1] == honour


@given(some_people, st.sampled_from([LEFT, RIGHT]))
def test_beside_first_keeps_the_second_at_the_honour_hand_of_the_first(n: int, convention: Convention) -> None:
    """Rule 4: with beside_first rank 2 is the next seat on rank 1's honour side for every N >= 2."""
    places = rank_positions(n, convention)

    assert places[1] - places[0] == (-1 if convention.honour_side == "left" else 1)


@given(some_people.filter(lambda n: n % 2 == 0), st.sampled_from([LEFT_SPLIT, RIGHT_SPLIT]))
def test_the_split_line_runs_between_the_first_two(n: int, convention: Convention) -> None:
    """Rule 5: for even N rank 1 is half a seat on the honour side of the line, rank 2 half a seat across."""
    honour = -0.5 if convention.honour_side == "left" else 0.5

    assert rank_positions(n, convention)[:2].tolist() == [honour, -honour]


@given(st.integers(3, 60))
def test_first_at_center_fills_consecutive_seats_about_the_first(n: int) -> None:
    """Rule 6: rank 1 at 0, consecutive whole places, the extra seat of an even row at the occupants' left."""
    places = rank_positions(n, FIRST)

    assert rank_order(n, FIRST) == rank_order(n, LEFT)
    assert places[0] == 0
    assert sorted(places.tolist()) == list(range(-(n // 2), n - n // 2))
    assert n % 2 or places[-1] == -n / 2


@given(st.integers(3, 60).filter(lambda n: n % 2))
def test_vacant_center_leaves_the_centre_between_the_first_two(n: int) -> None:
    """Rule 7: nobody at 0, rank 1 at -1, rank 2 at +1, the lowest at the occupants' left end."""
    places = rank_positions(n, VACANT)

    assert places[:2].tolist() == [-1, 1]
    assert sorted(places.tolist()) == [p for p in range(-(n // 2) - 1, n // 2 + 1) if p]
    assert places[-1] == places.min()


@given(people, conventions)
def test_right_honoured_is_the_mirror_of_left_honoured(n: int, convention: Convention) -> None:
    """Rule 8: changing the honour side changes the sign of every place and nothing else."""
    assert (rank_positions(n, convention) == -rank_positions(n, mirrored(convention))).all()


@given(st.integers(3, 60), st.sampled_from([FIRST, VACANT]))
def test_the_mirror_holds_for_every_anchor(n: int, convention: Convention) -> None:
    """Rule 8 with the anchors of 1.4 V-C and 1.5."""
    n += 1 - n % 2

    assert (rank_positions(n, convention) == -rank_positions(n, mirrored(convention))).all()


@given(people, st.sampled_from([LEFT, RIGHT]))
def test_one_more_person_moves_nobody_past_another(n: int, convention: Convention) -> None:
    """Rule 9: with beside_first adding rank N+1 keeps the order of ranks 1 to N."""
    longer = [rank for rank in rank_order(n + 1, convention) if rank <= n]

    assert tuple(longer) == rank_order(n, convention)


def test_the_split_line_flips_sides_when_one_person_leaves() -> None:
    """1.4, rule 14: relayout after an absence is a new row: split_line moves rank 2 from right to left."""
    assert rank_order(8, LEFT_SPLIT) == (7, 5, 3, 1, 2, 4, 6, 8)
    assert rank_order(7, LEFT_SPLIT) == (6, 4, 2, 1, 3, 5, 7)


@given(people, conventions)
def test_every_row_is_centred_with_its_own_parity(n: int, convention: Convention) -> None:
    """Rule 11: the places of a row are neighbours and balance about the centre line."""
    places = np.sort(rank_positions(n, convention))

    assert places.sum() == 0
    assert all(right - left == 1 for left, right in pairwise(places))


@given(people, conventions)
def test_nobody_sits_nearer_the_centre_than_a_higher_rank(n: int, convention: Convention) -> None:
    """1.1: the centre is higher than the sides."""
    assert all(abs(a) <= abs(b) for a, b in pairwise(rank_positions(n, convention)))


@given(people, conventions)
def test_the_published_formula_of_the_two_orders_holds(n: int, convention: Convention) -> None:
    """1.6: order E iff (left honoured) == (beside_first or N odd); for N=2 pair_rule replaces the even rule."""
    split = convention.even_rule == "split_line" or (n == 2 and convention.pair_rule == "split_line")
    order_e = (convention.honour_side == "left") == (not split or n % 2 == 1)
    e = tuple(int(rank) for rank in (*range(n - n % 2, 0, -2), *range(1, n + 1, 2)))

    assert rank_order(n, convention) == (e if order_e else e[::-1])


def test_international_split_line_and_domestic_beside_first_give_the_same_string() -> None:
    """1.6, the trap: a chart without a stated view cannot tell the two rules apart."""
    for n in range(2, 61, 2):
        assert rank_order(n, RIGHT_SPLIT) == rank_order(n, LEFT)


def test_stage_and_first_audience_row_are_mirrored_on_a_page() -> None:
    """G-09: with the stage at the top a rank list reads 5 3 1 2 4 on the rostrum and 4 2 1 3 5 in row 1."""
    on_stage = seen(rank_order(5, LEFT), View.AUDIENCE)  # rostrum people face down the page
    in_the_hall = seen(rank_order(5, LEFT), View.OCCUPANT)  # audience people face up the page

    assert on_stage == (5, 3, 1, 2, 4)
    assert in_the_hall == (4, 2, 1, 3, 5)


# conflicts 1 to 5 of section 7: the default, then each option, for rows in which they differ
CONFLICTS = [
    ("1 default", {}, 3, "2 1 3"),
    ("1 right", {"honour_side": "right"}, 3, "3 1 2"),
    ("2 default", {}, 4, "4 2 1 3"),
    ("2 split_line", {"even_rule": "split_line"}, 4, "3 1 2 4"),
    ("3 default", {}, 4, "4 2 1 3"),
    ("3 first_at_center", {"anchor": "first_at_center"}, 4, "4 2 1 3"),
    ("3 vacant_center", {"anchor": "vacant_center"}, 7, "7 5 3 1 _ 2 4 6"),
    ("4 default", {}, 2, "2 1"),
    ("4 split_line", {"pair_rule": "split_line"}, 2, "1 2"),
    ("5 default", {}, 7, "6 4 2 1 3 5 7"),
    ("5 equals, odd", {"equals": ("a", "b")}, 7, "7 5 3 1 _ 2 4 6"),
    ("5 equals, even", {"equals": ("a", "b")}, 8, "7 5 3 1 2 4 6 8"),
]


@pytest.mark.parametrize(("settings", "n", "occupant"), [c[1:] for c in CONFLICTS], ids=[c[0] for c in CONFLICTS])
def test_conflicts_1_to_5_have_the_stated_default_and_options(
    settings: dict[str, str], n: int, occupant: str
) -> None:
    """Section 7, conflicts 1 to 5: every option does what its row of the register says."""
    assert drawn(n, Convention(**settings), View.OCCUPANT) == occupant


def test_an_even_row_with_the_first_at_the_centre_is_asymmetric() -> None:
    """Conflict 3: the anchor moves the row, not the order: four sit at -1.5 to 1.5, or at -2 to 1."""
    assert sorted(rank_positions(4, LEFT).tolist()) == [-1.5, -0.5, 0.5, 1.5]
    assert sorted(rank_positions(4, FIRST).tolist()) == [-2, -1, 0, 1]


@pytest.mark.parametrize("n", range(2, 61, 2))
def test_an_even_row_has_no_centre_to_leave_empty(n: int) -> None:
    """Rule 7: vacant_center needs odd N; an even row is refused with a way out."""
    with pytest.raises(
        InputError, match=r"convention.anchor: 'vacant_center' needs an odd number.*name the two equals"
    ):
        rank_positions(n, VACANT)


@pytest.mark.parametrize("n", range(1, 61))
def test_equals_have_a_row_for_every_number(n: int) -> None:
    """Conflict 5: equals are never refused; in rows of 1, 3 and 5 nothing is documented and 1.3 holds."""
    row = ranks_and_gaps(n, Convention(equals=("a", "b")))

    assert (None in row) == (n % 2 == 1 and n > 5)
    assert n % 2 or row == rank_order(n, LEFT_SPLIT)
    assert n not in (1, 3, 5) or row == rank_order(n, LEFT)


def test_rows_beyond_the_sources_carry_a_caution() -> None:
    """1.4, 1.5: small vacant centres, small odd rows of equals and a pair about the first are undocumented."""
    cautious = [n for n in range(1, 13) if any(cautions(n, Convention(equals=("a", "b"))))]

    assert [n for n in range(1, 13, 2) if any(cautions(n, VACANT))] == [1, 3, 5]
    assert cautious == [1, 3, 5]
    assert [n for n in range(1, 13) if any(cautions(n, FIRST))] == [2]
    assert not [n for n in range(13) if any(cautions(n, LEFT)) or any(misfits(n, LEFT))]


def test_two_people_sit_by_the_pair_rule_even_if_the_first_is_anchored() -> None:
    """1.4 V-C is documented for N >= 4: a pair keeps the centre line between the two."""
    assert rank_positions(2, FIRST).tolist() == [0.5, -0.5]


def test_an_empty_row_has_no_places() -> None:
    """Nobody is laid out by any convention without a complaint."""
    assert all(len(rank_positions(0, convention)) == 0 for convention in (LEFT, FIRST, VACANT, RIGHT_SPLIT))
