"""Several bodies on one rostrum, lecterns and head tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import CHOICES, Convention, View, head_table, lectern_positions, merge_bodies, seen


def test_heads_in_body_order_come_before_deputies_in_body_order() -> None:
    """Rule 15, 1.8: secretary, mayor, congress and CPPCC chairs; then party, congress, government, CPPCC."""
    bodies = {
        "cppcc": ["chair C", "vice C"],
        "congress": ["chair P", "vice P1", "vice P2"],
        "government": ["mayor", "vice mayor"],
        "party": ["secretary", "member"],
    }

    merged = merge_bodies(bodies)
    assert merged[:4] == ("secretary", "mayor", "chair P", "chair C")
    assert merged[4:] == ("member", "vice P1", "vice P2", "vice mayor", "vice C")


def test_a_body_without_a_place_is_refused() -> None:
    """Precedence is explicit: never infer it."""
    with pytest.raises(InputError, match=r"bodies\.army: it has no place among the heads"):
        merge_bodies({"army": ["general"]})


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(), max_size=5)))
def test_bodies_of_ones_own_lose_nobody(bodies: dict[str, list[int]]) -> None:
    """Rule 15 for any bodies: everybody is there once, every head before every deputy."""
    merged = merge_bodies(bodies, heads="abcd", deputies="dcba")
    heads = [bodies[body][0] for body in "abcd" if bodies.get(body)]

    assert sorted(merged) == sorted(person for people in bodies.values() for person in people)
    assert list(merged[: len(heads)]) == heads


def test_a_head_table_of_eight_with_a_lectern_is_as_printed() -> None:
    """G-13, rule 59, conflict 8: 7 5 3 1 [L] 2 4 6 8, the presider left of the lectern."""
    assert head_table(8) == (7, 5, 3, 1, None, 2, 4, 6, 8)


def test_the_presider_may_sit_right_of_the_lectern() -> None:
    """Conflict 8, option: guest of honour at the presider's right, introducer left of the lectern."""
    row = head_table(8, "presider_right")
    lectern = row.index(None)

    assert row[lectern - 1 : lectern + 3] == (3, None, 1, 2)


def test_the_lectern_stands_at_the_centre_or_at_the_viewers_left() -> None:
    """Rule 13, conflict 7: sides are the occupants' own, so the front-right is the viewers' left."""
    assert lectern_positions(7, Convention()) == (0.0,)
    assert lectern_positions(7, Convention(lectern="front_right")) == (3.5,)
    assert lectern_positions(7, Convention(lectern="front_left")) == (-3.5,)
    assert lectern_positions(8, Convention(lectern="both_sides")) == (-4, 4)
    assert lectern_positions(8, Convention(lectern="none")) == ()


def test_every_lectern_option_has_a_place() -> None:
    """Conflict 7: no option is forgotten."""
    places = {option: len(lectern_positions(5, Convention(lectern=option))) for option in CHOICES["lectern"]}

    assert places == {"front_center": 1, "front_right": 1, "front_left": 1, "both_sides": 2, "none": 0}
    assert seen(head_table(3), View.AUDIENCE) == (2, None, 1, 3)
