"""Damaged DXF drawings: read as far as they can be, and told; never a traceback, never a line from a library."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from seatplan.errors import InputError
from seatplan.io.dxf.read import read_dxf
from seatplan.io.dxf.write import dxf_bytes
from seatplan.io.room import parse_room
from seatplan.layout import theatre
from tests.layout.drawings import blank, insert, saved, walls
from tests.layout.test_room_file import FULL

JUNK = (b"nan", b"1e308", b"-1e400", b"", b"abc", b"0", b"-5", b"99999999999999999999", b"\xff\x00")


@pytest.fixture(scope="module")
def drawing() -> bytes:
    room = parse_room(FULL)
    return dxf_bytes(room, theatre(room).venue)


def damaged(raw: bytes, seed: int) -> bytes:
    """Return a drawing with one to five lines changed, doubled, lost or moved."""
    rng, lines = random.Random(seed), raw.split(b"\n")
    start = lines.index(b"ENTITIES")
    for _ in range(rng.choice((1, 1, 2, 5))):
        i = rng.randrange(start, len(lines))
        lines[i : i + 1] = rng.choice(
            ([], [rng.choice(JUNK)], [lines[i], rng.choice(lines)], [rng.choice(lines[start:])])
        )
    return b"\n".join(lines)


def test_damage_anywhere_is_told_or_repaired(tmp_path, drawing, capfd):
    path = tmp_path / "hall.dxf"
    refused = 0
    for seed in range(80):
        path.write_bytes(damaged(drawing, seed))
        try:
            read_dxf(path)
        except InputError:
            refused += 1

    assert 0 < refused < 80
    assert capfd.readouterr() == ("", "")


def test_what_was_repaired_is_a_note(tmp_path, drawing):
    path = tmp_path / "hall.dxf"
    path.write_bytes(drawing.replace(b"\n 70\n1\n", b"\n 70\n1.0\n", 1))

    notes = [note.say() for note in read_dxf(path).notes]

    assert any(
        "damaged values were repaired; the first: recovered invalid integer value" in note for note in notes
    )


def test_a_seat_that_lost_its_row_is_named_with_handle_and_layer(tmp_path, drawing):
    path = tmp_path / "hall.dxf"
    path.write_bytes(drawing.replace(b"1000\nrow=1\n", b"1000\nraw=1\n", 1))

    with pytest.raises(
        InputError, match=r"hall\.dxf INSERT #\w+ on layer SEAT: it has lost its row; delete it, or"
    ):
        read_dxf(path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"swing=in", b"swing=up", "on layer DOOR: its swing is 'up'; use one of: out, in, slide"),
        (b"landing=2.0", b"landing=far", "on layer DOOR: its landing 'far' is no number; give metres"),
        (b"height=0.4", b"height=inf", "on layer STAGE: its height 'inf' is no number"),
        (b"number=1\n", b"number=1.5\n", "on layer SEAT: its number is 1.5; give a whole number"),
        (b"kind=hall", b"kind=hell", "on layer AREA: its kind is 'hell'; use one of: rostrum, hall"),
    ],
)
def test_what_somebody_typed_wrongly_into_a_drawing_is_told(tmp_path: Path, drawing, old, new, message):
    path = tmp_path / "hall.dxf"
    assert old in drawing
    path.write_bytes(drawing.replace(old, new, 1))

    with pytest.raises(InputError) as caught:
        read_dxf(path)

    assert message in str(caught.value)


def test_a_chair_whose_block_is_missing_is_told_as_repaired(tmp_path):
    doc = blank()
    walls(doc)
    insert(doc, "NONE", 3, 3, layer="CHAIR")

    plan = read_dxf(saved(doc, tmp_path))

    assert plan.venue is None
    assert "damaged values were repaired" in plan.notes[0].say()
