"""How far along the row it is to an aisle: truth tables drawn by hand."""

from __future__ import annotations

from seatplan.venue import from_drawing
from tests.venue.names import those, values


def test_both_ends_of_a_block_between_aisles_are_row_ends() -> None:
    room = from_drawing("abe fg h")

    assert those(room, room.row_ends) == "aefgh"


def test_a_seat_at_the_wall_is_no_row_end_and_has_one_way_only() -> None:
    room = from_drawing("#abefg hi#")

    assert those(room, room.row_ends) == "gh"
    assert values(room, room.seats_to_aisle) == {"a": 4, "b": 3, "e": 2, "f": 1, "g": 0, "h": 0, "i": 1}


def test_a_missing_seat_at_the_wall_leaves_the_next_one_walled() -> None:
    room = from_drawing("#.ab ef")

    assert those(room, room.row_ends) == "bef"


def test_nobody_passes_a_missing_seat_but_everybody_passes_by() -> None:
    room = from_drawing("ab.efg")

    assert values(room, room.seats_to_aisle) == {"a": 0, "b": 1, "e": 2, "f": 1, "g": 0}
    assert those(room, room.row_ends) == "ag"


def test_a_wall_inside_a_row_ends_the_way() -> None:
    room = from_drawing("abe#fgh")

    assert values(room, room.seats_to_aisle) == {"a": 0, "b": 1, "e": 2, "f": 2, "g": 1, "h": 0}


def test_between_two_walls_there_is_no_way() -> None:
    room = from_drawing("#ab#ef")

    assert values(room, room.seats_to_aisle) == {"a": 4, "b": 4, "e": 1, "f": 0}


def test_each_row_has_walls_of_its_own() -> None:
    room = from_drawing("""
         # ab #
         #efgh#
    """)

    assert those(room, room.row_ends) == "ab"
