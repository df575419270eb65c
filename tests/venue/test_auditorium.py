"""Auditoriums: rows of blocks that face the stage."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.venue import COMPANION, NUMBERS, WHEELCHAIR, Fixture, Venue, auditorium, combine, rostrum

even_blocks = st.lists(st.integers(1, 12), min_size=1, max_size=5)
block_rows = st.integers(1, 5).flatmap(
    lambda blocks: st.lists(
        st.lists(st.integers(0, 9), min_size=blocks, max_size=blocks).filter(any), min_size=1, max_size=6
    )
)
halls = st.fixed_dictionaries(
    {
        "blocks": block_rows,
        "align": st.sampled_from(["aisle", "center", "left", "right"]),
        "numbers": st.sampled_from(NUMBERS),
        "curve_radius": st.none() | st.floats(30, 80),
        "rake": st.floats(0, 0.4),
        "floor": st.integers(1, 3),
    }
)


def in_row(room: Venue, row: int) -> list[float]:
    return [seat.position for seat in room.seats if seat.row == row]


@given(halls)
def test_any_hall_is_a_venue_with_every_seat_that_was_ordered(order: dict[str, object]) -> None:
    room = auditorium(**order)  # type: ignore[arg-type]

    # the venue itself refuses doubled ids and labels, overlaps and seats that no door leads to
    assert len(room.seats) == sum(map(sum, order["blocks"]))  # type: ignore[call-overload]
    assert np.isfinite(room.metres_to("door")).all()


@given(halls)
def test_positions_count_the_seats_of_a_row_without_a_gap(order: dict[str, object]) -> None:
    room = auditorium(**order)  # type: ignore[arg-type]

    for row in set(room.rows.tolist()):
        positions = in_row(room, row)
        assert np.diff(positions).tolist() == [1.0] * (len(positions) - 1)


@given(halls)
def test_columns_rise_along_rows_and_no_row_has_one_twice(order: dict[str, object]) -> None:
    room = auditorium(**order)  # type: ignore[arg-type]

    for row in set(room.rows.tolist()):
        columns = [seat.column for seat in room.seats if seat.row == row]
        assert columns == sorted(set(columns))


@given(halls)
def test_seats_of_a_column_stand_behind_each_other_to_half_a_seat(order: dict[str, object]) -> None:
    room = auditorium(**{**order, "curve_radius": None})  # type: ignore[arg-type]

    for column in set(room.columns.tolist()):
        x = room.xyz[room.columns == column, 0]
        assert x.max() - x.min() <= 0.55 / 2 + 1e-6


@given(even_blocks, st.integers(1, 4), st.booleans())
def test_a_symmetric_hall_has_symmetric_positions_places_and_facts(
    half: list[int], rows: int, curved: bool
) -> None:
    blocks = [*half, *half[::-1]]
    room = auditorium(rows=rows, blocks=blocks, curve_radius=60.0 if curved else None)
    at = {(seat.row, seat.position): i for i, seat in enumerate(room.seats)}
    mirror = np.array([at[seat.row, -seat.position] for seat in room.seats])

    assert room.xyz[mirror] == pytest.approx(room.xyz * [-1, 1, 1], abs=1e-5)
    assert (room.row_ends[mirror] == room.row_ends).all()
    assert (room.seats_to_aisle[mirror] == room.seats_to_aisle).all()
    assert room.metres_to("door")[mirror] == pytest.approx(room.metres_to("door"), abs=1e-4)
    assert {(mirror[b], mirror[a]) for a, b in room.next_to} == {(a, b) for a, b in room.next_to}
    assert {(mirror[a], mirror[b]) for a, b in room.front_to_back} == {(a, b) for a, b in room.front_to_back}


def test_blocks_can_be_given_in_three_ways() -> None:
    as_text, as_row, as_rows = (
        auditorium(rows=2, blocks="5,7,5"),
        auditorium(rows=2, blocks=[5, 7, 5]),
        auditorium(blocks=[[5, 7, 5], [5, 7, 5]]),
    )

    assert as_text == as_row == as_rows


def test_an_aisle_is_as_wide_as_ordered() -> None:
    room = auditorium(rows=1, blocks="2,2,2", aisle=[1.2, 2.0])

    gaps = np.diff(room.xyz[:, 0]) - 0.55
    assert gaps == pytest.approx([0, 1.2, 0, 2.0, 0])


@pytest.mark.parametrize(
    ("align", "columns"),
    [
        ("aisle", [2, 3, 5, 6, 8, 9]),
        ("left", [0, 1, 4, 5, 8, 9]),
        ("right", [2, 3, 6, 7, 10, 11]),
        ("center", [1, 2, 5, 6, 9, 10]),
    ],
)
def test_a_shorter_row_stands_where_it_is_told(align: str, columns: list[int]) -> None:
    room = auditorium(blocks=[[2, 2, 2], [4, 4, 4]], align=align)  # type: ignore[arg-type]

    assert [seat.column for seat in room.seats if seat.row == 1] == columns


def test_an_odd_difference_moves_a_middle_block_half_a_seat_and_counts_as_left() -> None:
    room = auditorium(blocks=[[2], [3]])

    assert [(seat.x, seat.column) for seat in room.seats] == [
        (-0.275, 0), (0.275, 1), (-0.55, 0), (0.0, 1), (0.55, 2),
    ]  # fmt: skip


def test_rows_go_back_and_up_with_a_gap_at_the_cross_aisle() -> None:
    room = auditorium(rows=3, blocks=[1], first_row=2.5, cross_aisles_after=[2], cross_aisle=1.5, rake=0.1)

    assert [(seat.y, seat.z) for seat in room.seats] == [(-2.5, 0.0), (-3.4, 0.1), (-5.8, 0.2)]


def test_curved_rows_are_arcs_about_one_centre_and_everybody_faces_it() -> None:
    room = auditorium(rows=3, blocks="6,6", curve_radius=12.0, first_row=2.0)
    centre = np.array([0.0, 10.0])

    out = centre - room.xyz[:, :2]
    assert np.hypot(out[:, 0], out[:, 1]) == pytest.approx(12 + 0.9 * (room.rows - 1), abs=1e-5)
    facing = np.degrees(np.arctan2(out[:, 1], out[:, 0]))
    assert [seat.facing for seat in room.seats] == pytest.approx(facing.tolist(), abs=1e-4)


def test_upper_floors_are_higher_farther_and_say_so() -> None:
    room = auditorium(rows=1, blocks=[1], floor=3, first_row=20.0)

    (seat,) = room.seats
    assert (seat.label, seat.z, seat.y) == ("3层1排1号", 9.0, -20.0)
    assert room.areas[0].label == "3层"


def test_a_missing_place_counts_but_takes_no_number() -> None:
    room = auditorium(rows=1, blocks="5", missing=[(1, 2)])

    assert [(seat.id, seat.position, seat.number) for seat in room.seats] == [
        ("hall-1-1", -2, 3),
        ("hall-1-3", 0, 1),
        ("hall-1-4", 1, 2),
        ("hall-1-5", 2, 4),
    ]
    assert room.neighbours("hall-1-3") == ("hall-1-4",)


def test_wheelchair_spaces_and_companion_seats_are_features() -> None:
    room = auditorium(rows=2, blocks="2,2", wheelchair=[(2, 2)], companion=[(2, 1)])

    assert [seat.id for seat in room.seats if WHEELCHAIR in seat.features] == ["hall-2-2"]
    assert [seat.id for seat in room.seats if COMPANION in seat.features] == ["hall-2-1"]


def test_walls_touch_the_outermost_seats() -> None:
    room = auditorium(rows=2, blocks="2,2", walls=["left", "back"], missing=[(1, 1)])

    walls = {seat.id: sorted(seat.walls) for seat in room.seats if seat.walls}
    assert walls == {
        "hall-1-2": ["left"],
        "hall-2-1": ["back", "left"],
        "hall-2-2": ["back"],
        "hall-2-3": ["back"],
        "hall-2-4": ["back"],
    }


def test_the_front_of_an_upper_floor_is_a_parapet() -> None:
    room = auditorium(rows=2, blocks="2,2", floor=2)

    assert [seat.row for seat in room.seats if "front" in seat.walls] == [1, 1, 1, 1]


class TestDoors:
    def test_they_are_at_both_ends_of_cross_aisles_and_of_the_passage_at_the_back(self) -> None:
        room = auditorium(rows=4, blocks="2,2", cross_aisles_after=[2])

        doors = [fixture for fixture in room.fixtures if fixture.kind == "door"]
        assert [(door.label, door.x > 0, door.y) for door in doors] == [
            ("1号门", False, -4.45),
            ("2号门", True, -4.45),
            ("3号门", False, -7.3),
            ("4号门", True, -7.3),
        ]

    def test_with_the_last_row_at_the_wall_they_are_at_the_ends_of_the_aisles(self) -> None:
        room = auditorium(rows=4, blocks="2,2,2", walls=["back"])

        assert sum(fixture.kind == "door" for fixture in room.fixtures) == 2
        assert np.isfinite(room.metres_to("door")).all()

    def test_they_are_step_free_on_the_ground_floor_only(self) -> None:
        assert auditorium(rows=1, blocks=[2]).step_free.all()
        assert not auditorium(rows=1, blocks=[2], floor=2).step_free.any()

    def test_given_ones_replace_them(self) -> None:
        door = Fixture("north", "North", "door", x=-3.0, y=-2.5, width=0.1, depth=1.5)

        room = auditorium(rows=1, blocks=[2], doors=[door])

        assert [fixture.id for fixture in room.fixtures] == ["north"]


def test_aisles_of_straight_rows_are_fixtures() -> None:
    room = auditorium(rows=4, blocks="2,2,2", cross_aisles_after=[2], rake=0.2)

    found = [fixture for fixture in room.fixtures if fixture.kind == "aisle"]
    assert [(one.label, one.step_free) for one in found] == [
        ("过道", False),
        ("过道", False),
        ("横过道", True),
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"blocks": "5,x"}, "auditorium blocks: 'x' is no number of seats; write them as '5,7,5'"),
        ({"blocks": "5"}, "auditorium rows: None; say how many rows"),
        ({"blocks": [[1], [2]], "rows": 3}, "auditorium rows: 3, but blocks for 2 rows; leave rows out"),
        ({"blocks": [[5, 5], [5]]}, r"auditorium blocks\[1\]: 1 blocks, the first row has 2"),
        ({"blocks": [[5], [0]]}, r"auditorium blocks\[1\]: the row has no seats"),
        ({"blocks": [[5], [-1]]}, r"auditorium blocks\[1\]: -1 seats"),
        ({"rows": 1, "blocks": "5", "seat_width": 0.0}, "auditorium seat_width: 0.0 m; give a positive number"),
        ({"rows": 1, "blocks": "5", "rake": float("nan")}, "auditorium rake: nan m; give a number of metres"),
        ({"rows": 1, "blocks": "5,5", "aisle": [1, 1]}, "auditorium aisle: 2 aisles between 2 blocks; give 1"),
        ({"rows": 1, "blocks": "5,5", "aisle": -1}, "auditorium aisle: -1.0 m"),
        ({"rows": 2, "blocks": "5", "cross_aisle": 0.3}, "auditorium cross_aisle: 0.3 m; nobody passes below 0.6"),
        ({"rows": 2, "blocks": "5", "cross_aisles_after": [2]}, "cross_aisles_after: no row follows row 2"),
        ({"rows": 1, "blocks": "5", "align": "top"}, "auditorium align: no such choice 'top'"),
        ({"rows": 1, "blocks": "5", "walls": ["up"]}, "auditorium walls up: no such choice 'up'"),
        ({"rows": 1, "blocks": "5", "numbers": "any"}, "auditorium numbers: no such choice 'any'"),
        ({"rows": 1, "blocks": "5", "missing": [(2, 1)]}, r"missing \(2, 1\): there is no row 2; use 1 to 1"),
        ({"rows": 1, "blocks": "5", "wheelchair": [(1, 6)]}, r"wheelchair \(1, 6\): row 1 has 5 places"),
        (
            {"rows": 1, "blocks": "9", "curve_radius": 1.0},
            "curve_radius: 1.0 m; rows of 4.95 m need more than 1.58",
        ),
        (
            {"rows": 1, "blocks": "5", "companion": [(1, 1)], "missing": [(1, 1)]},
            r"companion \(1, 1\): the place is missing",
        ),
    ],
)
def test_what_cannot_be_built_is_refused_with_its_place(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        auditorium(**wrong)  # type: ignore[arg-type]


def test_three_floors_of_nearly_ten_thousand_seats_are_one_room() -> None:
    ground = auditorium(blocks=[[32, 33, 32]] * 38 + [[2, 3, 2]], cross_aisles_after=[19], rake=0.05)
    first = auditorium(blocks=[[31, 33, 31]] * 37, floor=2, id="floor-2", first_row=15.0, rake=0.3)
    second = auditorium(blocks=[[34, 32, 34]] * 25 + [[6, 6, 6]], floor=3, id="floor-3", first_row=25.0, rake=0.35)
    room = combine("Great hall", rostrum(rows=[34, 36, 36, 36, 36]), ground, first, second)

    assert Counter(room.area_codes.tolist()) == {0: 178, 1: 3693, 2: 3515, 3: 2518}


def test_all_facts_of_ten_thousand_seats_have_the_right_size() -> None:
    room = auditorium(rows=100, blocks="25,50,25", cross_aisles_after=[25, 50, 75], rake=0.1)
    facts = (room.next_to, room.front_to_back, room.across_aisle, room.within(1.2))
    masks = (room.row_ends, room.seats_to_aisle, room.step_free, room.metres_to("door"))

    # beside and one further along each row; behind and diagonal wherever no cross aisle lies between
    near = 100 * (97 + 94) + (99 - 3) * (100 + 2 * 97)
    assert [len(fact) for fact in facts] == [9700, 9900, 200, near]
    assert all(len(mask) == 10_000 for mask in masks)
