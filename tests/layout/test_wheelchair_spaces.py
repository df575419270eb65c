"""Wheelchair spaces in rows: as many as codes ask for the seats that are left, and no count that hides a lack."""

from __future__ import annotations

import pytest

from seatplan.codes import wheelchair_spaces
from seatplan.layout import Door, Layout, Pillar, Room, Screen, Stage, theatre
from seatplan.layout.code_limits import ask, binding
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.layout.rows.bays import Bay, choose_bays
from seatplan.layout.rows.family import Straight
from seatplan.layout.rows.pieces import Piece
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.venue import COMPANION, WHEELCHAIR

HALL = Room(
    rectangle(14, 11),
    doors=(Door(3.5, 0, 1.8), Door(10.5, 0, 1.8), Door(14, 5, 1.4)),
    pillars=(Pillar(4, 4, diameter=0.5),),
    stage=Stage(7, 10, 7, 2),
    screen=Screen(7, 10.9, 3.0, 1.7, 1.8),
)


def asked(code: str, places: int) -> int:
    """Most that a value which binds asks for so many places, or for fewer."""
    packs = binding(code)
    return max((ask(0, wheelchair_spaces, packs, n) for n in range(1, places + 1)), default=0)


def laid(found: Layout) -> int:
    return len(found.venue.with_feature(WHEELCHAIR))


@pytest.mark.parametrize("aisle", [1.1, 1.3, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("code", ["us", "cn", "hk"])
def test_as_many_as_the_seats_that_are_left_ask_for(code: str, aisle: float) -> None:
    found = theatre(HALL, pitch=0.9, aisle=aisle, code=code)

    assert laid(found) == asked(code, found.count) == found.spaces.laid
    assert len(found.venue.with_feature(COMPANION)) == laid(found)
    assert found.proven


def test_wider_aisles_never_seat_more() -> None:
    counts = [theatre(HALL, pitch=0.9, aisle=aisle, code="us").count for aisle in (1.1, 1.3, 1.5, 1.75, 2.0)]

    assert counts == sorted(counts, reverse=True)


def fits(seats: int, places: int, cost: int) -> list[int]:
    """Numbers of spaces that leave so many places."""
    return [spaces for spaces in range(seats + 1) if seats - cost * spaces >= places]


@pytest.mark.parametrize("code", ["us", "cn", "hk", "us,cn"])
@pytest.mark.parametrize("cost", [1, 3, 5])
def test_places_left_are_the_most_that_keep_the_code(code: str, cost: int) -> None:
    demand = SpaceDemand(binding(code))
    needed = [asked(code, places) for places in range(110)]
    for seats in range(110):
        lawful = [
            places for places in range(seats + 1) if any(needed[places] <= b for b in fits(seats, places, cost))
        ]
        assert demand.left(seats, cost) == max(lawful)


def test_lifted_seats_are_the_fewest_that_leave_so_many_places() -> None:
    demand = SpaceDemand(binding("us"))
    for places in range(1, 400):
        seats = demand.lifted(places, 3)
        assert demand.left(seats, 3) == places > demand.left(seats - 1, 3)


def strip(row: int) -> tuple[float, float]:
    return (1.5 + 0.9 * row, 2.4 + 0.9 * row)


def pieces(rows: int, persons: int) -> list[Piece]:
    half = persons * 0.55 / 2 + 1e-3
    return [Piece(row, 0, strip(row), -half, half, (-half - 0.5, half + 0.5)) for row in range(rows)]


def chosen(rows: int, persons: int, wanted: int) -> tuple[Bay, ...]:
    here, rule = ground(Room(rectangle(14, 12))), RowRule()
    return choose_bays(here, Straight(here, 1.5), rule, pieces(rows, persons), binding("us"), wanted)


@pytest.mark.parametrize(
    ("rows", "persons", "most"), [(2, 3, 0), (2, 5, 1), (2, 6, 2), (3, 6, 2), (4, 5, 3), (6, 4, 3)]
)
def test_both_ends_of_rows_take_a_space_if_they_are_long_enough(rows: int, persons: int, most: int) -> None:
    """Each takes two seats of two rows and one for a companion: five hold one space and the front of another."""
    found = chosen(rows, persons, 99)

    assert len(found) == most


def test_spaces_share_no_seat() -> None:
    taken: dict[tuple[int, str], int] = {}
    for bay in chosen(9, 6, 99):
        for row in (bay.row, bay.row - 1):
            taken[row, bay.side] = taken.get((row, bay.side), 0) + 1

    assert set(taken.values()) == {1}


def test_a_lack_of_spaces_is_told_and_nothing_is_called_proven() -> None:
    steep = Room(rectangle(14, 11), doors=HALL.doors, slope=0.1)
    found = theatre(steep, pitch=0.9, code="us")

    assert found.spaces.laid == laid(found) == 0 < found.spaces.asked
    assert not found.proven
    assert "wheelchair" in str(found)
