"""All styles: nothing overlaps, all stands on free floor, everybody gets out, and no smaller choice was taken."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.codes import exit_count, exit_width
from seatplan.errors import InputError
from seatplan.io.room import read_room_file
from seatplan.io.venue import venue_json
from seatplan.layout import STYLES, Door, Layout, Pillar, Room, Stage, lay_out
from seatplan.layout.discs.bound import most_discs
from seatplan.layout.discs.floor import DiscFloor
from seatplan.layout.discs.push import pushed
from seatplan.layout.discs.rows import DiscRows
from seatplan.layout.floor import bare_floor
from seatplan.layout.ground import ground
from seatplan.layout.largest_box import Boxes
from seatplan.layout.room import rectangle
from seatplan.layout.shapes import Points, box, disc, distance, edges, inside
from seatplan.venue import Fixture, Seat

ROOMS = Path(__file__).parents[2] / "examples" / "rooms"
ROWS = {"theatre", "theatre-curved", "theatre-chevron", "rostrum-hall", "classroom", "hemicycle"}
FACING = {*ROWS, "exam", "exam-staggered", "cabaret"}


@cache
def hall(name: str) -> Room:
    return read_room_file(ROOMS / f"{name}.yaml")


@cache
def laid(style: str, name: str = "l-shape", code: str | None = "us,cn") -> Layout:
    return lay_out(hall(name), style, code=code)


def top_of(table: Fixture) -> Points:
    if table.width == table.depth:
        return disc(table.x, table.y, table.width * np.cos(np.pi / 32))
    return box(table.x, table.y, table.width - 1e-3, table.depth - 1e-3, table.turn)


def chair_of(seat: Seat) -> Points:
    return box(seat.x, seat.y, 0.26, 0.44, seat.facing)


def overlap(one: Points, other: Points) -> bool:
    """Tell whether two convex outlines overlap: no line along an edge parts them."""
    for outline in (one, other):
        for start, end in edges(outline):
            normal = np.array([start[1] - end[1], end[0] - start[0]])
            a, b = one @ normal, other @ normal
            if a.max() <= b.min() + 1e-6 or b.max() <= a.min() + 1e-6:
                return False
    return True


def in_hall(found: Layout) -> list[Seat]:
    return [seat for seat in found.venue.seats if seat.area != "rostrum"]


def tables_of(found: Layout) -> list[Fixture]:
    return [thing for thing in found.venue.fixtures if thing.kind == "table" and thing.area != "rostrum"]


@pytest.mark.parametrize("style", STYLES)
def test_count_bound_and_limits_agree(style: str) -> None:
    found = laid(style)

    assert 0 < found.count <= found.bound
    assert found.proof
    assert found.limits
    assert found.count <= min(limit.persons for limit in found.limits if limit.what != "seats")
    assert [limit.persons for limit in found.limits] == sorted(limit.persons for limit in found.limits)
    assert len(found.venue.seats) == (0 if style == "reception" else found.count)
    assert found.checks_for_people


@pytest.mark.parametrize("style", STYLES)
def test_all_stands_on_free_floor(style: str) -> None:
    found, here = laid(style), ground(hall("l-shape"))
    things = [*map(chair_of, in_hall(found)), *map(top_of, tables_of(found))]

    for thing in things:
        assert inside(here.walls, thing).all()
        assert not any(overlap(thing, solid) for solid in here.solid)
        assert not any(overlap(thing, door.landing) for door in here.doors)


@pytest.mark.parametrize("style", STYLES)
def test_nothing_overlaps(style: str) -> None:
    found = laid(style)
    chairs, tops = list(map(chair_of, in_hall(found))), list(map(top_of, tables_of(found)))
    middles = np.array([outline.mean(axis=0) for outline in chairs]).reshape(-1, 2)

    assert not any(overlap(one, other) for one, other in combinations(tops, 2))
    for i, chair in enumerate(chairs):
        near = np.flatnonzero(np.linalg.norm(middles[i + 1 :] - middles[i], axis=1) < 0.6) + i + 1
        assert not any(overlap(chair, chairs[j]) for j in near.tolist())
        assert not any(overlap(box(*middles[i].tolist(), 0.2, 0.2), top) for top in tops)


@pytest.mark.parametrize("style", [style for style in STYLES if style != "reception"])
def test_everybody_gets_to_a_door(style: str) -> None:
    found, here = laid(style), ground(hall("l-shape"))
    taken = [*map(chair_of, in_hall(found)), *map(top_of, tables_of(found))]
    floor = bare_floor(here).taken(taken)
    labels = floor.walkable(0.3)
    out = set().union(*(floor.labels_in(labels, door.landing) for door in here.doors))
    ends = {found.venue.seats[i].id for i in np.flatnonzero(found.venue.row_ends).tolist()}

    assert np.isfinite(found.venue.metres_to("door")).all()
    for seat in in_hall(found):
        if style not in ROWS or seat.id in ends:
            assert floor.labels_in(labels, disc(seat.x, seat.y, 1.9)) & out, seat.id


@pytest.mark.parametrize("style", STYLES)
def test_doors_are_enough_for_all(style: str) -> None:
    found, room = laid(style), hall("l-shape")

    assert found.count <= 49 or exit_count("us", found.count) <= len(room.exits)
    assert exit_width("us,cn", found.count) <= sum(door.width for door in room.exits) + 1e-9


@pytest.mark.parametrize("style", sorted(FACING))
def test_whoever_faces_the_stage_sits_before_it(style: str) -> None:
    found = laid(style)

    if style not in ("hemicycle", "theatre-curved", "theatre-chevron"):
        assert all(seat.y < 0 for seat in in_hall(found))
    assert all(0 <= seat.facing <= 180 for seat in in_hall(found))


@pytest.mark.parametrize("style", sorted(ROWS - {"hemicycle", "theatre-chevron", "rostrum-hall"}))
def test_rows_keep_to_their_codes(style: str) -> None:
    from seatplan.codes.checks import check_venue

    found = laid(style)
    kinds = {finding.quantity.en for finding in check_venue(found.venue, "us,cn", building="hall")
             if finding.level == "must"}  # fmt: skip

    assert not any("seats between" in kind or "seats in a row" in kind or "aisle" in kind for kind in kinds), kinds


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("people", [1, 23])
def test_a_wish_is_met_exactly(style: str, people: int) -> None:
    people += 12 * (style == "rostrum-hall")
    found = lay_out(hall("rectangle"), style, people=people)

    assert (found.count, found.limited_by) == (people, "wish")
    assert found.proven


def test_a_layout_is_the_same_every_time() -> None:
    for style in ("banquet-free", "theatre", "long-tables"):
        one, other = (lay_out(hall("l-shape"), style) for _ in range(2))
        assert venue_json(one.venue) == venue_json(other.venue)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("style", STYLES)
def test_labels_are_in_the_language_asked_for(style: str, language: str) -> None:
    room = Room(rectangle(14, 14), (Door(7, 0, 1.8),), stage=Stage(7, 12, 6, 4))
    found = lay_out(room, style, language=language)  # type: ignore[arg-type]

    labels = [seat.label for seat in found.venue.seats]
    assert len(set(labels)) == len(labels)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in label) == (language == "zh") for label in labels)


rooms = st.builds(
    lambda w, d, x, y: Room(rectangle(w, d), pillars=(Pillar(x * w, y * d, width=0.5, depth=0.5),)),
    st.floats(6, 14),
    st.floats(6, 12),
    st.floats(0.2, 0.8),
    st.floats(0.2, 0.8),
)


@settings(max_examples=15)
@given(room=rooms, apart=st.floats(2.0, 4.0))
def test_rounds_keep_apart_and_beneath_the_bound(room: Room, apart: float) -> None:
    floor = DiscFloor(ground(room), 1.5, 1.0)
    rows, square = DiscRows(floor, apart).best(), DiscRows(floor, apart, aligned=True).best()
    free = pushed(floor, apart, rows, len(rows) + 1)
    most = most_discs(floor, apart)

    assert len(square) <= len(rows) <= len(free) <= most
    for packing in (rows, square, free):
        places = packing.middles
        assert floor.allows(places).all() if len(places) else True
        gaps = [np.hypot(*(a - b)) for a, b in combinations(places, 2)]
        assert min(gaps, default=apart) >= apart - 1e-6


@settings(max_examples=15)
@given(room=rooms, y=st.floats(-11.5, -0.5))
def test_free_stretches_for_rounds_are_those_that_distances_allow(room: Room, y: float) -> None:
    floor = DiscFloor(ground(room), 1.2, 1.0)
    x = np.linspace(-8, 8, 641)
    free = np.zeros(len(x), dtype=bool)
    for a, b in floor.spans(y):
        free |= (x >= a) & (x <= b)
    solid = np.concatenate([edges(floor.here.walls), *(edges(thing) for thing in floor.here.solid)])
    points = np.column_stack((x, np.full(len(x), y)))
    apart = distance(solid, points).min(axis=1)
    true = inside(floor.here.walls, points) & (apart >= 1.2)
    true &= ~np.any([inside(thing, points) for thing in floor.here.solid], axis=0)

    unclear = np.abs(apart - 1.2) < 1e-6
    assert (free == true)[~unclear].all()


@settings(max_examples=10)
@given(room=rooms, depth=st.floats(1.0, 5.0))
def test_no_place_of_a_finer_grid_holds_a_wider_box(room: Room, depth: float) -> None:
    here = ground(room)
    found = Boxes(here).widest(depth)
    assert found is not None
    pillar = here.solid[0]
    (left, low), (right, high) = pillar.min(axis=0), pillar.max(axis=0)
    walls = here.walls.min(axis=0), here.walls.max(axis=0)

    widest = 0.0
    for bottom in np.arange(walls[0][1], walls[1][1] - depth + 1e-9, 0.037):
        meets = bottom < high - 1e-9 and bottom + depth > low + 1e-9
        stretches = [(walls[0][0], left), (right, walls[1][0])] if meets else [(walls[0][0], walls[1][0])]
        widest = max(widest, *(b - a for a, b in stretches))
    assert found.width >= widest - 1e-6
    assert not overlap(
        box((found.left + found.right) / 2, (found.low + found.high) / 2, found.width, depth), pillar
    )


def test_a_room_too_small_for_a_style_is_told_in_one_line() -> None:
    for style in STYLES:
        with pytest.raises(InputError) as caught:
            lay_out(Room(rectangle(1.0, 1.0)), style)
        assert len(caught.value.faults) == 1


def test_who_sits_beside_a_landing_steps_onto_it() -> None:
    """No wall is said to be where a landing is, so nobody there is told a way round the hall."""
    wide = Room(rectangle(24, 12.7), (Door(0, 9, 2.4), Door(6, 0, 3.6), Door(18, 0, 3.6)))
    found, here = lay_out(wide, "theatre", code="us"), ground(wide)
    beside = {"left": -0.8, "right": 0.8}
    barred = [
        seat.label
        for seat in found.venue.seats
        for side, way in beside.items()
        for door in here.doors
        if inside(door.landing, np.array([[seat.x + way, seat.y]])).any() and side in seat.walls
    ]

    assert not barred


@pytest.mark.parametrize("style", [style for style in STYLES if style != "rostrum-hall"])
def test_a_door_too_narrow_for_a_code_is_the_reason_told(style: str) -> None:
    with pytest.raises(
        InputError, match=r"widest door is 1.22 m wide, and codes ask for at least 1.4 m \(GB 50016"
    ):
        lay_out(hall("meeting-room"), style, code="cn")


@pytest.mark.parametrize("style", ["theatre", "classroom"])
def test_nobody_leaves_by_a_door_that_is_too_narrow_for_the_code(style: str) -> None:
    """The larger part of the hall has only such a door; pillars cut it off from the wide one."""
    cut = tuple(Pillar(9.25, 0.25 + 0.5 * k, width=0.5, depth=0.5) for k in range(16))
    doors = Door(3, 0, 1.2), Door(12, 0, 1.45, name="wide")
    found = lay_out(Room(rectangle(15, 8), doors, cut), style, code="cn", people=6)

    assert min(seat.x for seat in found.venue.seats) > 9.5 - 7.5


def test_a_row_that_ends_at_a_landing_keeps_its_own_aisle() -> None:
    found = lay_out(Room(rectangle(12, 9), (Door(3, 0, 1.6),)), "theatre")

    assert (found.count, found.proven) == (145, True)
    assert np.isfinite(found.venue.metres_to("door")).all()
