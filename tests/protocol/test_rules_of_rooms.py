"""Rules of section 8A that speak of rooms and of codes, and rules held over whole ranges."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from seatplan.codes import row_limit, row_pitch, wheelchair_spaces
from seatplan.errors import InputError
from seatplan.people import Person, Roster, Who
from seatplan.problem import Problem
from seatplan.protocol import (
    CHOICES,
    Convention,
    alternation_exists,
    rank_order,
    rank_positions,
    rotate_delegations,
    rotate_deputies,
    talks,
)
from seatplan.rules import Accessible, Pin, Prefer, RostrumPlacement
from seatplan.solve import solve
from seatplan.venue import COMPANION, WHEELCHAIR, Fixture, Venue, auditorium, from_drawing, rostrum, seat_numbers

CONVENTIONS = [
    Convention(honour_side=side, even_rule=rule, pair_rule=pair)
    for side, rule, pair in product(("left", "right"), ("beside_first", "split_line"), ("as_even", "split_line"))
]


@pytest.mark.parametrize("lectern", CHOICES["lectern"])
@pytest.mark.parametrize("rows", [[1], [6], [7, 8]])
def test_the_lectern_stands_in_front_in_no_seat_and_lower_than_the_rostrum_table(lectern: str, rows) -> None:
    """Rule 13: front centre or the occupants' front right; no seat below it; nobody behind it is hidden."""
    room = rostrum(rows=rows, lectern=lectern)  # type: ignore[arg-type]
    stands = [fixture for fixture in room.fixtures if fixture.kind == "lectern"]

    assert len(stands) == {"none": 0, "both_sides": 2}.get(lectern, 1)
    for stand in stands:
        assert stand.y < min(seat.y for seat in room.seats)
        assert not any(_covers(stand, seat.x, seat.y) for seat in room.seats)
        assert stand.height == 1.10  # eyes of those who sit behind, on the stage, are at 1.20 m
    if lectern == "front_right":
        assert stands[0].x < min(seat.x for seat in room.seats)  # the occupants' right is page-left


def _covers(fixture: Fixture, x: float, y: float) -> bool:
    return abs(x - fixture.x) < fixture.width / 2 and abs(y - fixture.y) < fixture.depth / 2


def test_a_lectern_in_a_seat_is_refused() -> None:
    """Rule 13: must not be inside a seat's footprint."""
    room = rostrum(rows=[3], lectern="none")
    seat = room.seats[1]
    lectern = Fixture("lectern", "", "lectern", seat.x, seat.y, 0.6, 0.6)

    with pytest.raises(InputError, match="lectern"):
        Venue(room.name, room.seats, room.areas, (*room.fixtures, lectern))


@pytest.mark.parametrize("numbers", CHOICES["seat_numbers"])
def test_seat_numbers_are_a_bijection_and_row_1_is_nearest_the_stage(numbers: str) -> None:
    """Rule 32: each number once in a row, both odd and even conventions, for rows of 1 to 60."""
    for n in range(1, 61):
        places = [k - (n - 1) / 2 for k in range(n)]
        assert sorted(seat_numbers(places, numbers)) == list(range(1, n + 1))  # type: ignore[arg-type]
    room = auditorium(rows=3, blocks=[4], numbers=numbers)  # type: ignore[arg-type]
    far = [max(s.y for s in room.seats if s.row == row) for row in (1, 2, 3)]

    assert far == sorted(far, reverse=True)  # the stage is at the top of the page


def test_wheelchair_spaces_are_counted_and_each_has_a_companion_seat() -> None:
    """Rule 56: the tables of ADA and GB 55019, and a companion seat next to each space."""
    assert [wheelchair_spaces("ada-2010", n) for n in (25, 26, 50, 51, 150, 300, 500)] == [1, 2, 2, 4, 4, 5, 6]
    assert [wheelchair_spaces("gb-55019-2021", n) for n in (100, 101, 401)] == [1, 2, 3]
    people = (
        Person("1", "Ann", needs=frozenset({WHEELCHAIR})),
        Person("2", "Bob", beside="1", roles=frozenset({"companion"})),
        Person("3", "Cid"),
    )
    room = from_drawing("oowcoo")
    problem = Problem(room, Roster(people), (Accessible(companion_seats=True),))
    plan = solve(problem).plan
    space, seat = (room.seat(plan.seats[key]) for key in ("1", "2"))

    assert (WHEELCHAIR in space.features, COMPANION in seat.features) == (True, True)
    assert abs(space.position - seat.position) == 1


def test_rows_are_as_long_as_the_code_allows_and_wider_apart_beyond() -> None:
    """Rule 57: 22 and 11 seats in short rows, 50 and 25 in long ones, 25 mm more for each seat beyond."""
    wide = {"pitch": 0.80, "gap": 0.30, "chair": "hard"}
    short = [row_limit("jgj-57-2016", access=access, **wide) for access in ("both", "one")]
    pitches = [row_pitch("jgj-57-2016", n, chair="hard") for n in (22, 23, 24)]

    assert short == [22, 11]
    assert np.diff(pitches).round(6).tolist() == [0.025, 0.025]


def test_whoever_speaks_sits_no_further_from_an_aisle_than_k_seats() -> None:
    """Rule 58 (D): with ``up_to: 1`` at most one seat is passed; with 0 none."""
    room = auditorium(rows=1, blocks=[5])
    people = tuple(Person(str(k), f"P{k}", roles=frozenset({"speaker"})) for k in range(4))
    speakers = Who(roles=("speaker",))
    problem = Problem(room, Roster(people), (Prefer(who=speakers, near="aisle", up_to=1, priority="must"),))
    plan = solve(problem).plan
    passed = [int(room.seats_to_aisle[room.seat_index[plan.seats[p.id]]]) for p in people]

    assert max(passed) == 1
    strict = Problem(room, Roster(people), (Prefer(who=speakers, near="aisle", up_to=0, priority="must"),))
    assert not solve(strict).plan.seats.keys() >= {p.id for p in people}


def _two_rows(*rules) -> Problem:
    people = tuple(
        Person(str(k), f"P{k}", rank=k, roles=frozenset({"presider"}) if k == 3 else frozenset())
        for k in range(1, 6)
    )
    placing = RostrumPlacement(area="rostrum", who=Who())
    return Problem(rostrum(rows=[3, 2]), Roster(people), (placing, *rules))


def test_a_presider_forced_to_row_2_is_refused() -> None:
    """G-53, rule 12: the presider is always in row 1; a pin behind it is an error, in row 1 it is not."""
    room = _two_rows().venue
    front, back = (next(s.id for s in room.seats if s.row == row) for row in (1, 2))

    with pytest.raises(InputError) as caught:
        _two_rows(Pin(person="3", seat=back))
    (fault,) = caught.value.faults

    assert "P3 presides and is pinned to row 2" in fault.found
    assert "rule 12" in fault.found
    assert solve(_two_rows(Pin(person="3", seat=front))).plan.seats["3"] == front
    assert (
        solve(_two_rows(Pin(person="5", seat=back))).plan.seats["5"] == back
    )  # somebody else may be pinned there


@pytest.mark.parametrize("convention", CONVENTIONS, ids=str)
def test_rows_of_1_to_60_hold_to_the_rules_of_rows(convention: Convention) -> None:
    """Rules 1, 8, 9 and 11, for every number up to 60: mirror, stability, own centre."""
    other = replace(convention, honour_side="right" if convention.honour_side == "left" else "left")
    before: tuple[int, ...] = ()
    for n in range(1, 61):
        row, places = rank_order(n, convention), rank_positions(n, convention)
        assert rank_order(n, other) == row[::-1]
        assert sorted(places) == [k - (n - 1) / 2 for k in range(n)]
        if convention.even_rule == "beside_first" and convention.pair_rule == "as_even":
            assert tuple(rank for rank in row if rank < n) == before
        before = row


def test_places_rotate_over_whole_ranges() -> None:
    """Rules 19 and 20: blocks of every size and delegations of 1 to 60 deputies."""
    for blocks, block in product(range(1, 9), range(1, 9)):
        order = tuple(range(blocks * block))
        central = [rotate_delegations(order, block, years=year)[:block] for year in range(blocks)]
        assert sorted(name for part in central for name in part) == list(order)
        assert rotate_delegations(order, block, years=blocks) == order
    for n in range(1, 61):
        fronts = [rotate_deputies(range(n), years=year)[: -(-n // 5)] for year in range(5)]
        assert {deputy for front in fronts for deputy in front} == set(range(n))


def test_equals_face_equals_up_to_60() -> None:
    """Rule 35: with mirrored interpreters rank k faces rank k, for every number up to 60."""
    for n in range(1, 61):
        hosts, guests = talks(n, n)
        assert [-place for place in hosts.positions] == list(guests.positions)


def test_alternation_is_possible_exactly_where_a_search_finds_it() -> None:
    """Rules 44 and 45 for tables of 4 to 40: all ways to colour a ring in turn are tried."""
    for n in range(4, 41, 2):
        rings = [[(k + start) % 2 for k in range(n)] for start in (0, 1)]  # the only rings that alternate
        assert any(ring[0] == ring[n // 2] for ring in rings) == alternation_exists(n, "alike")
        assert any(ring[0] != ring[n // 2] for ring in rings) == alternation_exists(n, "different")
