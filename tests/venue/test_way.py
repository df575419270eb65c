"""Ways on foot: drawn rooms in cells of one metre, distances counted by hand.

People walk in the middle of an aisle of one cell, and 0.6 m beside the seats where more is free. A drawn door is
0.1 m thick, and the way ends at its face.
"""

from __future__ import annotations

from dataclasses import replace
from math import hypot, inf

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.venue import Fixture, Venue, auditorium, combine, from_drawing, rostrum
from tests.venue.names import those, values


def drawn(text: str, rise: float = 0.0) -> Venue:
    return from_drawing(text, seat_width=1.0, row_pitch=1.0, rise=rise)


def metres(room: Venue, kind: str) -> dict[str, float]:
    return {name: round(value, 3) for name, value in values(room, room.metres_to(kind)).items()}


def test_along_the_row_to_a_door_at_its_end() -> None:
    # from the middle of a to the middle of the door it is 2 m
    assert metres(drawn("D ab#"), "door") == {"a": 1.95, "b": 2.95}


def test_down_the_aisle_to_a_door_at_its_end() -> None:
    room = drawn("""
        ab ef
        gh ij
          D
    """)

    # h: 1 m to the middle of the aisle, 1 m back
    assert metres(room, "door") == {"h": 2, "i": 2, "g": 3, "j": 3, "b": 3, "e": 3, "a": 4, "f": 4}


def test_a_cross_aisle_leads_to_a_door_in_the_side_wall() -> None:
    room = drawn("""
        #ab ef#
        D------
        #gh ij#
    """)

    to_door = metres(room, "door")

    # b: 1 m to the aisle, 1 m back, 3 m - 0.05 along the cross aisle
    assert (to_door["b"], to_door["a"], to_door["e"]) == (4.95, 5.95, 4.95)
    # g faces the cross aisle: straight to its end at the wall, then 0.5 m - 0.05
    assert to_door["g"] == pytest.approx(hypot(0.5, 1) + 0.45, abs=1e-3)
    assert to_door["i"] == pytest.approx(hypot(1, 1) + 2.95, abs=1e-3)


def test_the_nearest_of_several_doors_counts() -> None:
    assert metres(drawn("D ab efg D"), "door") == {"a": 1.95, "b": 2.95, "e": 3.95, "f": 2.95, "g": 1.95}


def test_without_a_fixture_of_the_kind_there_is_no_way() -> None:
    assert metres(drawn("ab"), "door") == {"a": inf, "b": inf}


def test_at_a_wall_behind_the_last_row_only_the_aisle_leads_out() -> None:
    room = drawn("""
        ab ef
        gh ij
        ##D##
    """)

    # the door lies along the wall, 0.95 m behind the aisle's end
    expected = {"h": 1.95, "i": 1.95, "g": 2.95, "j": 2.95, "b": 2.95, "e": 2.95, "a": 3.95, "f": 3.95}
    assert metres(room, "door") == expected


def test_the_stage_is_as_near_as_its_edge() -> None:
    room = drawn("""
        =====

        ab ef
    """)

    # 0.5 m empty line and 0.5 m to the seat's front: the front row steps out to the passage, 1 m ahead of it
    assert metres(room, "stage")["b"] == pytest.approx(hypot(1, 1) + 0.5, abs=1e-3)


def test_a_rostrum_is_reached_by_its_steps() -> None:
    stage = rostrum(rows=[3])
    hall = auditorium(rows=2, blocks="3,3")
    room = combine("Hall", stage, hall)

    assert np.isfinite(room.metres_to("door")).all()
    assert room.metres_to("steps")[:3].max() < room.metres_to("door")[:3].min()


def test_a_rostrum_without_steps_is_refused_when_there_are_doors() -> None:
    with pytest.raises(
        InputError, match="area '主席台': no door leads to seats 主席台1排2号, 主席台1排1号, 主席台1排3号"
    ):
        combine("Hall", rostrum(rows=[3], steps=[]), auditorium(rows=2, blocks="3,3"))


def test_a_rostrum_on_the_level_of_the_hall_needs_no_steps() -> None:
    room = combine("Hall", rostrum(rows=[3], steps=[], stage_height=0.0), auditorium(rows=2, blocks="3,3"))

    assert room.step_free.all()


def test_rows_between_walls_are_reached_from_the_front_only() -> None:
    with pytest.raises(InputError, match="no door leads to seats e, f;"):
        drawn("""
            D
            #ab#
            #ef#
        """)


def test_every_floor_needs_a_door_of_its_own() -> None:
    upper = auditorium(rows=1, blocks=[2], floor=2, id="up", doors=[])

    with pytest.raises(InputError, match="area '2层': no door leads to seats 2层1排1号, 2层1排2号"):
        combine("Hall", auditorium(rows=1, blocks=[2]), upper)


def test_two_halls_of_one_floor_share_their_doors() -> None:
    front = auditorium(rows=1, blocks=[2])
    rear = auditorium(rows=1, blocks=[2], id="rear", first_row=9.0, doors=[])
    renamed = tuple(replace(seat, label=f"后{seat.label}") for seat in rear.seats)

    room = combine("Hall", front, Venue("Rear", renamed, rear.areas))

    assert np.isfinite(room.metres_to("door")).all()


class TestStepFree:
    def test_a_stepped_floor_is_free_of_steps_on_the_level_of_the_door(self) -> None:
        text = """
            ab
            ef
            gh
            D
        """

        assert those(drawn(text, rise=0.2), drawn(text, rise=0.2).step_free) == "gh"

    def test_a_floor_of_1_in_12_is_a_ramp(self) -> None:
        text = """
            ab
            ef
            D
        """

        assert those(drawn(text), drawn(text, rise=1 / 12).step_free) == "abef"
        assert those(drawn(text), drawn(text, rise=0.084).step_free) == "ef"

    def test_the_row_behind_a_cross_aisle_is_on_its_level(self) -> None:
        room = drawn(
            """
            ab ef
            gh ij
            -----D
            kl mn
            pq tu
            """,
            rise=0.2,
        )

        assert those(room, room.step_free) == "klmn"

    def test_a_door_with_steps_lets_nobody_in_on_wheels(self) -> None:
        room = drawn("d ab")

        assert those(room, room.step_free) == ""
        assert np.isfinite(room.metres_to("door")).all()

    def test_steps_bar_the_stage_and_a_ramp_opens_it(self) -> None:
        by_steps, by_ramp = (
            from_drawing(f"""
                =====
                 rrr
                {mark}

                ooooo
                    D
            """)
            for mark in "SR"
        )

        assert by_steps.step_free.tolist() == [False] * 3 + [True] * 5
        assert by_ramp.step_free.all()

    def test_without_doors_one_enters_each_area_at_its_lowest_level(self) -> None:
        room = drawn("ab\nef", rise=0.2)

        assert those(room, room.step_free) == "ab"

    def test_every_door_counts(self) -> None:
        room = drawn("D ab\n  ef\nD gh", rise=0.2)

        assert those(room, room.step_free) == "abgh"


def test_a_turned_fixture_is_reached_at_its_turned_side() -> None:
    bar = Fixture("bar", "Bar", "other", x=-5.0, y=-0.5, width=0.2, depth=4.0, turn=90.0)
    plain = drawn("ab")

    room = Venue("Room", plain.seats, plain.areas, (bar,))

    # turned, the bar reaches to x = -3; a sits at -0.5
    assert metres(room, "other")["a"] == pytest.approx(2.5)
