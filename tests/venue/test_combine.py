"""Several parts of a room in one venue."""

from __future__ import annotations

import pytest

from seatplan.errors import InputError
from seatplan.venue import Fixture, auditorium, combine, rostrum


def test_parts_stay_where_they_are_in_the_order_given() -> None:
    stage, hall = rostrum(rows=[3]), auditorium(rows=1, blocks="2,2")
    screen = Fixture("screen", "Screen", "screen", x=0.0, y=8.0, width=6.0, depth=0.1)

    room = combine("Room", stage, hall, fixtures=[screen])

    assert room.name == "Room"
    assert room.seats == (*stage.seats, *hall.seats)
    assert room.fixtures == (*stage.fixtures, *hall.fixtures, screen)


def test_two_parts_in_one_place_are_refused_by_seat() -> None:
    left, right = (
        auditorium(rows=1, blocks=[2], id=name, language=lang) for name, lang in (("a", "zh"), ("b", "en"))
    )

    with pytest.raises(InputError, match=r"seats '1排1号' and 'Row 1 Seat 1': their middles are 0\.00 m apart"):
        combine("Room", left, right)


def test_two_parts_of_one_name_are_refused() -> None:
    hall = auditorium(rows=1, blocks=[2])

    with pytest.raises(
        InputError, match=r"^venue 'Room': 2 areas have the id 'hall'; give each area an 'id' of its own$"
    ):
        combine("Room", hall, hall)


def test_floors_above_each_other_do_not_overlap() -> None:
    room = combine("Room", auditorium(rows=1, blocks=[2]), auditorium(rows=1, blocks=[2], id="up", floor=2))

    assert len(room.within(1.0)) == 2
