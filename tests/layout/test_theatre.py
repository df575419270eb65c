"""Rows of chairs: exact on tiny rooms against all choices, known halls, and ways out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.codes import row_limit
from seatplan.codes.checks import check_venue
from seatplan.io.room import read_room_file
from seatplan.layout import Door, Layout, Pillar, Room, RowRule, theatre
from seatplan.layout.floor import bare_floor
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.layout.rows.family import Straight
from seatplan.layout.rows.gangways import best_gangways
from seatplan.layout.rows.pieces import Aisle, pieces_of
from seatplan.layout.rows.search import lines_of, search_rows
from seatplan.layout.rows.sets import RowSet, row_sets
from seatplan.layout.rows.tables import RowTables
from seatplan.layout.rows.way_out import way_out
from seatplan.layout.shapes import box, inside
from seatplan.venue import COMPANION, WHEELCHAIR

ROOMS = Path(__file__).parents[2] / "examples" / "rooms"
TINY = RowRule(
    unit=0.5, depth=0.5, pitch=1.0, both=5, one=3, aisle=1.0, side_aisle=0.8, section=2, first=1.0, aisles=2
)


@cache
def hall(name: str) -> Room:
    return read_room_file(ROOMS / f"{name}.yaml")


def seated(family: Straight, rule: RowRule, rows: RowSet, aisles: list[Aisle]) -> int:
    return sum(piece.persons(rule, 1.0) for piece in pieces_of(family, rows, aisles))


def choices(family: Straight, rule: RowRule, grid: float) -> list[list[Aisle]]:
    """Return every choice of aisles on the grid, with and without side aisles."""
    lines = lines_of(family, rule, row_sets(rule, family.depth), grid)
    found = []
    sides_left = [None, *lines.left.tolist()]
    sides_right = [None, *lines.right.tolist()]
    for left in sides_left:
        for right in sides_right:
            for k in range(rule.aisles + 1):
                for inner in combinations(lines.inner.tolist(), k):
                    aisles = [Aisle(x, rule.aisle) for x in inner]
                    aisles[:0] = [Aisle(left, rule.side_aisle, "left")] if left is not None else []
                    aisles += [Aisle(right, rule.side_aisle, "right")] if right is not None else []
                    edges = [(a.middle - a.width / 2, a.middle + a.width / 2) for a in aisles]
                    if all(one[1] <= other[0] + 1e-9 for one, other in pairwise(edges)):
                        found.append(aisles)
    return found


@settings(max_examples=12)
@given(
    width=st.integers(6, 12).map(lambda n: n / 2),
    depth=st.integers(6, 9).map(lambda n: n / 2),
    pillar=st.none() | st.tuples(st.floats(0.2, 0.8), st.floats(0.2, 0.6)),
)
def test_no_choice_of_rows_and_aisles_seats_more(
    width: float, depth: float, pillar: tuple[float, float] | None
) -> None:
    pillars = () if pillar is None else (Pillar(pillar[0] * width, pillar[1] * depth, width=0.4, depth=0.4),)
    family = Straight(ground(Room(rectangle(width, depth), pillars=pillars)), TINY.first)
    sets = list(row_sets(TINY, family.depth))
    best = max(seated(family, TINY, rows, aisles) for rows in sets for aisles in choices(family, TINY, 0.5))
    tables = RowTables(family, TINY, lines_of(family, TINY, sets, 0.5))

    assert max(best_gangways(tables.task(tables.key(rows))).persons for rows in sets) == best


@settings(max_examples=8)
@given(width=st.integers(5, 10).map(lambda n: n / 2), depth=st.sampled_from([3.0, 3.5]), door=st.floats(0.3, 0.7))
def test_no_choice_lets_more_people_leave(width: float, depth: float, door: float) -> None:
    doors = (Door(door * width, 0, 1.0, landing=0.5),)
    family = Straight(ground(Room(rectangle(width, depth), doors)), TINY.first)
    floor, sets = bare_floor(family.here), list(row_sets(TINY, family.depth, 0.25))
    found = search_rows(family.here, family, TINY, lambda names: 10**6 * bool(names), grid=0.5, step=0.25)

    best = 0
    for rows in sets:
        for aisles in choices(family, TINY, 0.5):
            pieces = list(pieces_of(family, rows, aisles))
            if sum(piece.persons(TINY, 1.0) for piece in pieces) > best:
                out = way_out(family.here, floor, family, TINY, pieces, lambda names: 10**6 * bool(names))
                best = max(best, out.persons)
    assert found.out.persons <= best <= found.bound


@pytest.mark.parametrize(
    ("name", "code", "count"),
    [("rectangle", None, 534), ("l-shape", None, 394), ("rectangle", "cn", 500), ("l-shape", "us,cn", 376)],
)
def test_known_halls_are_proven(name: str, code: str | None, count: int) -> None:
    found = theatre(hall(name), code=code)

    assert (found.count, found.bound, len(found.venue.seats)) == (count, count, count)
    assert not breaches(found, hall(name))
    assert all(metres < np.inf for metres in found.venue.metres_to("door"))


def breaches(found: Layout, room: Room) -> list[str]:
    """Return the seats that stand in a wall, a pillar, the stage, a landing, or in one another."""
    here = ground(room)
    spots = [box(seat.x, seat.y, 0.44, 0.44, seat.facing) for seat in found.venue.seats]
    wrong = []
    for seat, outline in zip(found.venue.seats, spots, strict=True):
        if not inside(here.walls, outline).all():
            wrong.append(f"{seat.id} out of the room")
        met = (inside(thing, outline).any() or inside(outline, thing).any() for thing in (*here.solid, *here.open))
        wrong += [f"{seat.id} in something"] * any(met)
    places = found.venue.xyz[:, :2]
    for i in range(len(places)):
        near = np.linalg.norm(places[i + 1 :] - places[i], axis=1) < 0.49
        wrong += [f"{found.venue.seats[i].id} in a seat"] * int(near.any())
    return wrong


@pytest.mark.parametrize("rows", ["straight", "curved"])
def test_rows_keep_to_the_longest_that_codes_allow(rows: str) -> None:
    found = theatre(hall("l-shape"), code="cn", rows=rows)  # type: ignore[arg-type]
    pitch = dict(found.measures)["pitch"]

    for seats, left, right in found.venue.runs:
        access = "both" if left and right else "one"
        assert left or right
        assert len(seats) <= row_limit("cn", access=access, pitch=pitch, gap=pitch - 0.5, seat=0.55)  # type: ignore[arg-type]
    assert not breaches(found, hall("l-shape"))


@pytest.mark.parametrize(("code", "spaces"), [("us,cn", 6), ("cn", 2)])
@pytest.mark.parametrize("rows", ["straight", "curved", "chevron"])
def test_wheelchair_spaces_are_as_many_and_as_large_as_codes_ask(rows: str, code: str, spaces: int) -> None:
    found = theatre(hall("l-shape"), code=code, rows=rows)  # type: ignore[arg-type]
    wheelchairs, companions = (found.venue.with_feature(name) for name in (WHEELCHAIR, COMPANION))
    wrong = [str(one) for one in check_venue(found.venue, code, building="hall") if "wheelchair" in str(one)]

    assert (len(wheelchairs), len(companions)) == (spaces, spaces)
    assert not [one for one in wrong if not one.startswith("advise")]
    pairs = {frozenset(pair) for pair in found.venue.next_to.tolist()}
    assert all(any(frozenset((a, b)) in pairs for b in companions.tolist()) for a in wheelchairs.tolist())
    # spread: on both sides of the middle, and in front and behind
    assert {seat.x < 0 for i in wheelchairs if (seat := found.venue.seats[i])} == {True, False}
    assert len({found.venue.seats[i].row for i in wheelchairs}) > 1


def test_wheelchair_spaces_stay_when_fewer_people_are_wanted() -> None:
    found = theatre(hall("rectangle"), code="us", people=120)

    assert found.count == 120
    assert len(found.venue.with_feature(WHEELCHAIR)) == len(found.venue.with_feature(COMPANION)) == 5


def test_a_door_less_changes_the_answer() -> None:
    whole, two = (theatre(room, code="us") for room in (hall("l-shape"), hall("l-shape").close("east")))
    one = theatre(hall("l-shape").close("east").close("west"), code="us")

    assert whole.count > one.count == 49
    assert two.count <= 500
    assert one.limited_by == "doors"
    assert one.count <= two.count <= whole.count


def test_every_seat_has_a_way_to_a_door_over_the_floor() -> None:
    room = hall("l-shape")
    found, here = theatre(room, code="cn"), ground(room)
    chairs = [box(seat.x, seat.y, 0.5, 0.54, seat.facing) for seat in found.venue.seats]
    floor = bare_floor(here).taken(chairs)
    labels = floor.walkable(0.5)
    out = set().union(*(floor.labels_in(labels, door.landing) for door in here.doors))

    for i in np.flatnonzero(found.venue.row_ends).tolist():
        seat = found.venue.seats[i]
        assert floor.labels_in(labels, box(seat.x, seat.y, 2.0, 1.6)) & out, seat.id


def test_fewer_seats_than_wanted_are_told_and_more_are_left_out() -> None:
    room = Room(rectangle(8, 6), (Door(4, 0, 1.6),))

    few, many = theatre(room, people=10), theatre(room, people=500)
    assert (few.count, few.limited_by, {seat.row for seat in few.venue.seats}) == (10, "wish", {1, 2})
    assert (many.count, many.limited_by) == (theatre(room).count, "seats")


def test_a_wider_room_never_seats_fewer() -> None:
    counts = [theatre(Room(rectangle(width, 6)), grid=0.1).count for width in (6, 7, 8, 9)]

    assert counts == sorted(counts)


def test_a_rule_of_ones_own_takes_the_place_of_all_limits() -> None:
    rule = replace(RowRule(), both=4, one=2)
    found = theatre(Room(rectangle(10, 6)), rule=rule)

    assert max(len(seats) for seats, _, _ in found.venue.runs) <= 4
