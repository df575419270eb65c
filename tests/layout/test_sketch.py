"""Rooms as they look in text: cells of one metre, so that every number can be read off."""

from __future__ import annotations

import pytest

from seatplan.errors import InputError
from seatplan.layout import Room, from_sketch


def drawn(text: str) -> Room:
    return from_sketch(text, cell=(1.0, 1.0))


def test_walls_follow_the_corners() -> None:
    room = drawn("""
        +----+
        |    |
        | +--+
        | |
        +-+
    """)

    assert room.walls == ((0, 4), (5, 4), (5, 2), (2, 2), (2, 0), (0, 0))


def test_marks_of_a_door_in_line_are_one_door() -> None:
    room = drawn("""
        +--------+
        D        |
        D        d
        +--DDD---+
    """)

    found = [(door.x, door.y, door.width, door.step_free) for door in room.doors]
    assert found == [(0, 1.5, 2, True), (9, 1, 1, False), (4, 0, 3, True)]


def test_a_closed_door_is_drawn_as_x() -> None:
    assert drawn("+-X-+\n|   |\n|   |\n+---+").exits == ()


def test_pillars_and_the_stage_are_rectangles_of_marks() -> None:
    room = drawn("""
        +--------+
        |  ====  |
        |  ====  |
        | O    OO|
        |      OO|
        | ::   % |
        +--------+
    """)

    stage = room.stage
    assert stage is not None
    assert (stage.x, stage.y, stage.width, stage.depth) == (4.5, 4.5, 4, 2)
    assert [(p.x, p.y, p.width, p.depth) for p in room.pillars] == [(2, 3, 1, 1), (7.5, 2.5, 2, 2)]
    assert (room.aisles[0].x, room.aisles[0].width, room.keep_clear[0].x) == (2.5, 2, 7)


def test_cells_have_any_size() -> None:
    room = from_sketch("+--+\n|  |\n+--+", cell=(2.0, 3.0))

    assert room.walls == ((0, 6), (6, 6), (6, 0), (0, 0))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+--+\n|  ?\n+--+", "sketch line 2, column 4: no such mark '?'"),
        ("+-- \n|  |\n+--+", "sketch line 1, column 4: the wall from sketch line 1, column 1 ends here"),
        ("+--+\n   |\n   |", "sketch line 4, column 4: the wall from sketch line 1, column 4 ends here"),
        ("+--+\n    \n+--+", "sketch line 1, column 4: no wall leads on from this corner"),
        ("----", "sketch: it has no corners"),
    ],
)
def test_a_wrong_sketch_is_refused_with_line_and_column(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        from_sketch(text)

    assert message in str(caught.value)
