"""Rooms in text: what each mark means, and that a room survives being drawn and read."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import COMPANION, WHEELCHAIR, Venue, auditorium, from_drawing, rostrum, to_drawing
from seatplan.venue.drawing import __doc__ as alphabet

ROOM = """
#####################
#      =======      #
#       rrrrr       #
#     S   L   S     #
D                   #
#oooo ooooooooo oooo#
#oooo oooo.oooo oooo#
D-------------------D
#oooo wcooooooo oooo#
#####################
"""

rows = st.text(alphabet="ooowc. |#", min_size=1, max_size=14)
rooms = st.lists(rows | st.just("-----"), min_size=1, max_size=6).map("\n".join)


def read(text: str) -> Venue:
    try:
        return from_drawing(text)
    except InputError:
        assume(False)
        raise


def test_the_drawing_of_a_drawn_room_is_the_drawing() -> None:
    assert to_drawing(from_drawing(ROOM)) == ROOM.strip()


def test_the_example_in_the_documentation_is_a_room() -> None:
    example = "\n".join(line for line in (alphabet or "").split("\n") if line.startswith("    "))

    room = from_drawing(example)

    assert to_drawing(room) == "\n".join(line[4:].rstrip() for line in example.split("\n"))


@given(rooms)
def test_a_room_survives_being_drawn_and_read(text: str) -> None:
    room = read(text)

    again = from_drawing(to_drawing(room))

    assert again.seats == room.seats
    assert again.areas == room.areas
    assert Counter(one.kind for one in again.fixtures) == Counter(one.kind for one in room.fixtures)


@given(rooms)
def test_drawing_is_idempotent(text: str) -> None:
    once = to_drawing(read(text))

    assert to_drawing(from_drawing(once)) == once


@given(rooms)
def test_facts_of_the_mirrored_room_are_mirrored_facts(text: str) -> None:
    lines = text.split("\n")
    width = max(map(len, lines))
    room = read("\n".join(line.ljust(width) for line in lines) + "\n" + "#" * width)
    other = read("\n".join(line.ljust(width)[::-1] for line in lines) + "\n" + "#" * width)
    place = {(round(-seat.x, 6) + 0.0, seat.y): i for i, seat in enumerate(other.seats)}
    mirror = [place[round(seat.x, 6) + 0.0, seat.y] for seat in room.seats]

    assert {(mirror[b], mirror[a]) for a, b in room.next_to.tolist()} == set(map(tuple, other.next_to.tolist()))
    assert {(mirror[b], mirror[a]) for a, b in room.across_aisle.tolist()} == set(
        map(tuple, other.across_aisle.tolist())
    )
    behind = {(mirror[a], mirror[b]) for a, b in room.front_to_back.tolist()}
    assert behind == set(map(tuple, other.front_to_back.tolist()))
    assert other.row_ends[mirror].tolist() == room.row_ends.tolist()
    assert other.seats_to_aisle[mirror].tolist() == room.seats_to_aisle.tolist()
    assert other.step_free[mirror].tolist() == room.step_free.tolist()


@given(rooms)
def test_walking_distances_of_the_mirrored_room_are_the_same(text: str) -> None:
    lines = [*text.split("\n"), "D"]
    width = max(map(len, lines))
    room = read("\n".join(line.ljust(width) for line in lines))
    other = read("\n".join(line.ljust(width)[::-1] for line in lines))
    place = {(round(-seat.x, 6) + 0.0, seat.y): i for i, seat in enumerate(other.seats)}

    mirrored = [other.metres_to("door")[place[round(seat.x, 6) + 0.0, seat.y]] for seat in room.seats]
    assert mirrored == pytest.approx(room.metres_to("door").tolist())


def test_the_stage_is_on_top_and_its_front_edge_is_the_origin() -> None:
    room = from_drawing(
        """
        =====
         rrr

        ooooo
        """,
        seat_width=1.0,
        row_pitch=1.0,
    )

    places = {(seat.area, seat.x, seat.y, seat.facing) for seat in room.seats if abs(seat.x) < 0.1}
    assert places == {("rostrum", 0.0, 0.5, 270.0), ("hall", 0.0, -1.5, 90.0)}


def test_the_lowest_line_of_the_rostrum_is_its_front_row() -> None:
    room = from_drawing("rr\nrr\noo")

    assert [(seat.row, seat.y > 0.5) for seat in room.seats][:4] == [(1, False), (1, False), (2, True), (2, True)]


def test_the_rostrum_is_seen_by_its_own_people() -> None:
    room = from_drawing("rr r\n oo")

    assert [(seat.position, seat.block, seat.column) for seat in room.seats if seat.area == "rostrum"] == [
        (1.5, 1, 2), (0.5, 1, 1), (-0.5, 0, 0),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["主席台", "STAGE", "===主席台==="])
def test_the_stage_can_be_written_out(word: str) -> None:
    room = from_drawing(f"{word}\nooo")

    assert [fixture.kind for fixture in room.fixtures] == ["stage"]
    assert {seat.area for seat in room.seats} == {"hall"}


def test_wheelchair_spaces_and_companion_seats_have_features() -> None:
    room = from_drawing("owc")

    assert [seat.features for seat in room.seats] == [set(), {WHEELCHAIR}, {COMPANION}]


def test_letters_and_digits_name_seats_of_the_hall() -> None:
    room = from_drawing("aB7甲o")

    assert [seat.id for seat in room.seats] == ["a", "B", "7", "甲", "hall-1-5"]
    assert [seat.label for seat in room.seats] == ["a", "B", "7", "甲", "1排4号"]


def test_blocks_are_numbered_alike_where_aisles_run_through() -> None:
    room = from_drawing("""
           ab
        ef gh ij
    """)

    assert {seat.label: seat.block for seat in room.seats} == dict(
        zip("abefghij", (1, 1, 0, 0, 1, 1, 2, 2), strict=True)
    )


def test_blocks_are_numbered_row_by_row_where_a_row_closes_the_aisle() -> None:
    room = from_drawing("""
        ab ef
        ghijk
    """)

    assert [seat.block for seat in room.seats] == [0, 0, 1, 1, 0, 0, 0, 0, 0]


def test_a_bar_is_an_aisle_like_a_space() -> None:
    assert from_drawing("oo|oo").seats == from_drawing("oo oo").seats


def test_doors_know_their_steps_and_walls_their_length() -> None:
    room = from_drawing("""
        #####
        D   #
        oo  d
    """)

    found = [(one.kind, one.step_free, round(one.width / 0.55), round(one.depth / 0.9)) for one in room.fixtures]
    assert found == [("wall", True, 5, 1), ("wall", True, 1, 1), ("door", True, 0, 1), ("door", False, 0, 1)]


def test_a_lectern_above_the_edge_stands_on_the_rostrum() -> None:
    on_stage = from_drawing("==L==\n rrr \nS ooo")
    below = from_drawing("=====\n rrr \n  L  \nS ooo")

    assert [(one.area, one.z) for one in on_stage.fixtures if one.kind == "lectern"] == [("rostrum", 0.8)]
    assert [(one.area, one.z) for one in below.fixtures if one.kind == "lectern"] == [("", 0.0)]


def test_the_rostrum_is_raised_when_there_are_steps() -> None:
    assert {seat.z for seat in from_drawing("rr\n\noo").seats} == {0.0}
    assert {seat.z for seat in from_drawing("rr\nS \noo").seats} == {0.8, 0.0}


def test_built_halls_can_be_drawn() -> None:
    hall = auditorium(rows=3, blocks="2,3", cross_aisles_after=[1], missing=[(1, 4)], doors=[])

    # the cross aisle of 1.2 m takes a line of 0.9 m
    assert to_drawing(hall) == "oo  o.o\n-------\noo  ooo\noo  ooo"


def test_a_built_rostrum_can_be_drawn() -> None:
    assert "rrr" in to_drawing(rostrum(rows=[3], tables=False))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("o!o\n o?", "drawing line 1, column 2: no such mark '!'; .*\ndrawing line 2, column 3: no such mark"),
        ("oo\nrr", "drawing line 2: the rostrum is in the hall; draw it above the hall's rows"),
        ("or", "drawing line 1: the rostrum is in the hall"),
        ("", "drawing: it has no seats; draw seats as o, w, c or r"),
        ("==\n--", "drawing: it has no seats"),
        ("aa", "2 seats have the id 'a'"),
    ],
)
def test_what_is_no_room_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        from_drawing(text)


def test_floors_above_each_other_cannot_be_drawn() -> None:
    room = Venue(
        "Room",
        (*auditorium(rows=1, blocks=[1]).seats, *auditorium(rows=1, blocks=[1], floor=2, id="up").seats),
        (*auditorium(rows=1, blocks=[1]).areas, *auditorium(rows=1, blocks=[1], floor=2, id="up").areas),
    )

    with pytest.raises(InputError, match="seats '1排1号' and '2层1排1号': they fall into one cell"):
        to_drawing(room)
