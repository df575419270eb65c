"""A room that is written and read is the same room."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.io.room import parse_room, read_sketch_file
from seatplan.io.room_text import room_yaml
from seatplan.layout import Box, Door, FloorStep, Pillar, Room, Screen, Stage, from_sketch
from seatplan.layout.room import rectangle

NAMES = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
PART = st.floats(0.2, 1.0)


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Return any room of 12 x 9 m: every part may be there, every field may differ from its default."""
    lengths = draw(st.lists(PART, min_size=12, max_size=12))
    a, b, c, d, e, f, g, h, i, j, k, m = lengths
    doors = (
        Door(4 + a, 0, b + 0.3, draw(st.sampled_from(("out", "in", "slide"))), step_free=draw(st.booleans())),
    )
    doors += (Door(0, 3 + c, d + 0.3, name="門 #1: [x]", closed=draw(st.booleans()), landing=e),)
    pillars = (Pillar(3, 4, diameter=f), Pillar(5, 4, width=g, depth=h, turn=30 * i))
    pillars += (Pillar(corners=((8.0, 4.0), (8 + j, 4.0), (8.0, 4 + k))),)
    stage = Stage(6, 8, 4 + a, 1 + b, c, draw(st.sampled_from(((), ("left",), ("left", "right")))), "right")
    steps = (FloorStep(2 + m, -a / 10),)
    kept = (Box(10, 4, b, c, 45 * d, draw(NAMES)),)
    return Room(
        rectangle(12, 9),
        doors[: draw(st.integers(0, 2))],
        pillars[: draw(st.integers(0, 3))],
        draw(st.sampled_from((None, stage))),
        draw(st.sampled_from((None, Screen(6, 9, 3 + a, 2 + b, c)))),
        (Box(6, 3, a + 1, 5.5),),
        kept,
        steps,
        draw(st.sampled_from((0.0, 0.05))),
        draw(st.sampled_from(((), ("left", "top")))),
        ((0, 1 + a),),
        draw(st.sampled_from((None, 3.5))),
        draw(st.sampled_from(("top", "left"))),
        draw(NAMES),
    )


@given(rooms())
def test_any_room_survives_being_written_and_read(room: Room) -> None:
    written = room_yaml(room)

    assert parse_room(written.decode("utf-8")) == room
    assert room_yaml(parse_room(written.decode("utf-8"))) == written


def test_a_file_of_text_is_read_as_a_drawing(tmp_path: Path) -> None:
    path = tmp_path / "hall.txt"
    path.write_text("\n\n  +----+\n  |    D\n  +----+\n", "utf-8")

    assert read_sketch_file(path) == from_sketch("+----+\n|    D\n+----+", name="hall")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n  +--+\n  |  ?\n  +--+", "hall.txt:3:6: no such mark '?'"),
        ("+--+\n|  |\n+--+\n\n  -", "hall.txt:5:3: this '-' is on no wall of the room; join it to the walls"),
        ("+--+\n|DD|\n+--+", "hall.txt:2:2: this 'D' is on no wall of the room"),
        ("+---+\n| + |\n+---+", "hall.txt:2:3: this '+' is on no wall of the room"),
        ("+--+\n|= |\n|==|\n+--+", "sketch stage: its marks = form 2 rectangles; draw the stage as one"),
        ("+-+\n  |\n+-+-+\n| | |\n+-+-+", "hall.txt:3:3: the walls pass this corner twice"),
        ("", "sketch: it has no corners; draw the corners of the walls as +"),
    ],
)
def test_a_wrong_drawing_is_told_with_the_line_of_its_file(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "hall.txt"
    path.write_text(text, "utf-8")

    with pytest.raises(InputError) as caught:
        read_sketch_file(path)

    assert message in str(caught.value)
    assert len(caught.value.faults) == 1


def test_what_is_no_text_is_no_drawing(tmp_path: Path) -> None:
    path = tmp_path / "hall.txt"
    path.write_bytes(b"\xff\xfe\xff\xff+")

    with pytest.raises(InputError, match=r"hall\.txt: it is no UTF-8 text; save it as UTF-8"):
        read_sketch_file(path)


def test_a_stage_in_the_sketch_and_in_the_keys_is_one_too_many() -> None:
    text = "sketch: |\n  +----+\n  | == |\n  |    |\n  +----+\nstage: {x: 1, y: 2, width: 1, depth: 1}"

    with pytest.raises(InputError, match="stage: the sketch has a stage too; leave out one of them"):
        parse_room(text)


def test_what_a_sketch_and_the_keys_keep_clear_are_both_kept() -> None:
    text = "sketch: |\n  +----+\n  |  % |\n  |    |\n  +----+\nkeep_clear: [{x: 1, y: 1, width: 0.3, depth: 0.3}]"

    assert len(parse_room(text).keep_clear) == 2
