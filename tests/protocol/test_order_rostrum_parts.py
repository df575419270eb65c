"""Several bodies on one rostrum, and head tables with a lectern."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.protocol import View, head_table, merge_bodies, seen


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
    assert seen(head_table(8), View.AUDIENCE) == (8, 6, 4, 2, None, 1, 3, 5, 7)


def test_the_presider_may_sit_right_of_the_lectern() -> None:
    """Conflict 8, option: guest of honour at the presider's right, introducer left of the lectern."""
    row = head_table(8, "presider_right")
    lectern = row.index(None)

    assert row[lectern - 1 : lectern + 3] == (3, None, 1, 2)
