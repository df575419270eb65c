"""Which seats are neighbours: truth tables drawn by hand."""

from __future__ import annotations

from seatplan.venue import Area, Seat, Venue, from_drawing, rostrum
from tests.venue.names import pairs

HALL = from_drawing("""
    ab efg hi
    jk l.m np

    q. stu vx
""")


def test_seats_side_by_side_in_a_block_are_neighbours() -> None:
    assert {"ab", "ef", "fg", "hi"} <= pairs(HALL, HALL.next_to)


def test_an_aisle_or_a_missing_seat_separates() -> None:
    assert pairs(HALL, HALL.next_to) == {"ab", "ef", "fg", "hi", "jk", "np", "st", "tu", "vx"}


def test_a_wall_separates() -> None:
    room = from_drawing("ab#ef")

    assert pairs(room, room.next_to) == {"ab", "ef"}
    assert pairs(room, room.across_aisle) == set()


def test_one_behind_the_other_is_same_column_and_next_row() -> None:
    # f has nobody behind; k has nobody behind in row 3; the empty line is a passage, not a row
    assert pairs(HALL, HALL.front_to_back) == {
        "aj", "bk", "el", "gm", "hn", "ip",
        "jq", "ls", "mu", "nv", "px",
    }  # fmt: skip


def test_the_ends_of_two_blocks_face_each_other_across_the_aisle() -> None:
    # in row 3 the seat beside the gap is the last one of its block
    assert pairs(HALL, HALL.across_aisle) == {"be", "gh", "kl", "mn", "qs", "uv"}


def test_an_empty_block_between_is_no_aisle() -> None:
    room = from_drawing("""
        ab   ef
        gh i jk
    """)

    assert pairs(room, room.across_aisle) == {"hi", "ij"}


def test_areas_are_strangers_to_each_other() -> None:
    areas = (Area("p", "P", "hall"), Area("q", "Q", "hall"))
    seats = (Seat("a", "a", "p", 1, 1, 0.0, x=0.0), Seat("b", "b", "q", 1, 1, 1.0, x=0.55))
    room = Venue("Room", seats, areas)

    assert not len(room.next_to)
    assert not len(room.across_aisle)


def test_on_a_rostrum_the_first_of_a_pair_is_at_the_occupants_left() -> None:
    stage = rostrum(rows=[2])
    (left, right) = stage.next_to[0]

    # facing the hall, the left hand points to the right of the page
    assert stage.seats[left].x > stage.seats[right].x


def test_neighbours_are_told_from_the_left() -> None:
    assert HALL.neighbours("f") == ("e", "g")
    assert HALL.neighbours("a") == ("b",)
    assert HALL.neighbours("l") == ()


def test_facts_cannot_be_changed_by_accident() -> None:
    assert not HALL.next_to.flags.writeable
    assert not HALL.within(1.0).flags.writeable
    assert HALL.within(1.0) is HALL.within(1.0)
