"""Tables: exact against all choices on small rooms, and their shapes as the protocol draws them."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from math import asin, pi

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.layout import Door, Pillar, Room, Stage, lay_out
from seatplan.layout.ground import ground
from seatplan.layout.room import rectangle
from seatplan.layout.set_up import CHAIR, way_width
from seatplan.layout.shapes import box, distance, edges, inside
from seatplan.layout.styles.long_tables import LongRule, _Bands
from seatplan.layout.what_if import what_ifs

RULE = LongRule(length=1.0, depth=0.8, persons=2, gap=1.5, wall=0.9, aisle=0.8, joined=3)


def room(width: float, depth: float, *pillars: Pillar) -> Room:
    return Room(rectangle(width, depth), (Door(width / 2, 0, 1.6),), pillars)


@pytest.mark.parametrize("length", [0.5, 2.5, 2.6, 4.6, 5.6, 6.4, 7.3, 12.0])
def test_runs_of_tables_are_the_most_with_an_aisle_at_both_ends(length: float) -> None:
    best = max(
        (sum(runs) for n in range(5) for runs in product(range(1, 4), repeat=n)
         if sum(runs) * 1.0 + (n + 1) * 0.8 <= length + 1e-9),
        default=0,
    )  # fmt: skip

    runs = RULE.runs(length)
    assert sum(runs) == best
    assert all(1 <= tables <= 3 for tables in runs)


@pytest.mark.parametrize("depth", [2.7, 4.0, 5.1, 6.7])
def test_no_choice_of_heights_holds_more_long_tables(depth: float) -> None:
    walls = box(0, -depth / 2, 6, depth)
    bands = _Bands(walls, (box(1.0, -depth / 2, 0.4, 0.4),), RULE)
    count = {y: sum(sum(RULE.runs(b - a)) for a, b in bands.spans(y)) for y in bands.heights}
    best = max(
        sum(count[y] for y in chosen)
        for n in range(4)
        for chosen in combinations(bands.heights[::2], n)
        if all(a - b >= RULE.pitch - 1e-9 for a, b in pairwise(chosen))
    )

    assert sum(tables for *_, tables in bands.tables()) >= best
    heights = bands.best()
    assert all(a - b >= RULE.pitch - 1e-9 for a, b in pairwise(heights))


@pytest.mark.parametrize("pillar", [None, Pillar(3.0, 2.0, diameter=0.4), Pillar(6.0, 4.0, width=1, depth=1)])
def test_no_circle_with_another_middle_is_larger(pillar: Pillar | None) -> None:
    hall = room(9, 7, *([pillar] if pillar else []))
    found = lay_out(hall, "circle")
    here = ground(hall)
    things = [*here.solid, *here.open]
    lines = np.concatenate([edges(outline) for outline in (here.walls, *things)])
    grid = np.array([(x, y) for x in np.arange(-4.5, 4.5, 0.1) for y in np.arange(-7, 0, 0.1)])
    free = distance(lines, grid).min(axis=1) - way_width(None) - CHAIR / 2
    good = inside(here.walls, grid) & ~np.any([inside(thing, grid) for thing in things], axis=0)
    radius = float(free[good].max())

    assert found.proven
    assert found.count >= int(pi / asin(0.375 / radius))
    assert dict(found.measures)["radius"] >= radius - 0.01


def test_a_u_opens_to_the_front_and_has_its_head_at_the_closed_end() -> None:
    found = lay_out(Room(rectangle(9, 9), (Door(4.5, 0, 1.6),), stage=Stage(4.5, 8.5, 3, 1)), "u-shape")
    head = min(found.venue.seats, key=lambda seat: abs(seat.position))

    assert head.y == min(seat.y for seat in found.venue.seats)
    assert head.facing == 90


def test_a_boardroom_looks_towards_its_door() -> None:
    for place, facing in (((4.5, 0), 270), ((4.5, 6), 90), ((0, 3), 180), ((9, 3), 0)):
        hall = Room(rectangle(9, 6), (Door(*place, 1.2),))
        head = next(seat for seat in lay_out(hall, "boardroom", people=10).venue.seats if seat.number == 1)
        x, y = place[0] - 4.5, place[1] - 6
        way = {270: (0, -1), 90: (0, 1), 180: (-1, 0), 0: (1, 0)}[round(head.facing)]
        assert (x - head.x) * way[0] + (y - head.y) * way[1] > 0, (place, facing, head)


def test_cabaret_and_exam_face_the_front_and_tables_fill_evenly() -> None:
    cabaret = lay_out(room(12, 10), "cabaret", people=23)
    sizes = [len(cabaret.venue.seats_of(area.id)) for area in cabaret.venue.areas]

    assert sum(sizes) == 23
    assert max(sizes) - min(sizes) <= 1
    assert {seat.facing for seat in lay_out(room(9, 7), "exam").venue.seats} == {90.0}


def test_desks_of_an_examination_keep_their_distance() -> None:
    for style in ("exam", "exam-staggered"):
        places = lay_out(room(9, 8), style, options={"apart": 1.7}).venue.xyz
        assert min(np.hypot(*(a - b)[:2]) for a, b in combinations(places, 2)) >= 1.7 - 1e-6


def test_the_camera_sees_all_of_the_first_row() -> None:
    found = lay_out(room(14, 12), "photo-risers")
    camera = next(thing for thing in found.venue.fixtures if thing.id.endswith("camera"))
    first = [seat for seat in found.venue.seats if seat.row == 1]

    half = max(abs(seat.x - camera.x) for seat in first) + 0.3
    assert half / (min(seat.y for seat in first) - camera.y) <= np.tan(np.radians(27.2)) + 1e-6


def test_a_rostrum_needs_a_stage_that_takes_it() -> None:
    for hall in (room(9, 9), Room(rectangle(9, 9), stage=Stage(4.5, 8, 2, 2))):
        with pytest.raises(InputError, match="stage"):
            lay_out(hall, "rostrum-hall")


@pytest.mark.parametrize(
    ("style", "options"),
    [
        ("theatre", {"pitch": -1.0}), ("theatre", {"angle": 90.0}), ("theatre", {"radius": float("nan")}),
        ("boardroom", {"ends": -1}), ("boardroom", {"seat_width": -1.0}), ("banquet", {"seats": 30}),
        ("banquet", {"diameter": 0.0}), ("cabaret", {"gap": -1.0}), ("exam", {"apart": 0.1}),
        ("long-tables", {"length": 0.0}), ("long-tables", {"persons": 0}), ("reception", {"each": 0.0}),
        ("photo-risers", {"risers": 0}), ("photo-risers", {"view": 180.0}), ("head-table", {"head": 0}),
        ("classroom", {"table": 0.0}), ("hemicycle", {"pitch": 0.0}), ("circle", {"seat_width": 0.0}),
        ("rostrum-hall", {"on_stage": 0}), ("u-shape", {"colour": "red"}),
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_refused(style: str, options: dict[str, float]) -> None:
    hall = Room(rectangle(14, 12), stage=Stage(7, 10, 6, 4))

    with pytest.raises(InputError) as caught:
        lay_out(hall, style, options=options)
    assert len(str(caught.value).splitlines()) == 1


def test_one_door_more_gives_what_the_room_with_it_takes() -> None:
    hall = Room(rectangle(12, 9), (Door(3, 0, 1.6),))
    found = lay_out(hall, "theatre", code="us")
    changes = {one.change: one for one in what_ifs(hall, "theatre", found, code="us")}

    assert found.count == 49
    assert changes["closed"].count == 0
    assert changes["closed"].reason
    assert changes["door"].count > 49
    assert changes["no code"].count >= changes["door"].count


@pytest.mark.parametrize("style", ["banquet", "classroom"])
def test_no_chair_stands_on_the_steps_and_no_table_without_a_chair(style: str) -> None:
    """In an L-shaped hall with steps to the stage and pillars, behind which some places have no way out."""
    corners = ((0, 0), (14, 0), (14, 6), (24, 6), (24, 18), (0, 18))
    doors = (Door(4, 0, 1.8), Door(24, 9, 1.8), Door(0, 12, 1.8))
    pillars = (Pillar(8, 7, width=0.6, depth=0.6), Pillar(16, 10, diameter=0.6))
    venue = lay_out(Room(corners, doors, pillars, stage=Stage(12, 16, 12, 4)), style).venue
    seats = np.array([(seat.x, seat.y) for seat in venue.seats])

    for thing in venue.fixtures:
        apart = np.abs(seats - [thing.x, thing.y])
        if thing.kind == "steps":
            assert (apart >= np.array([thing.width, thing.depth]) / 2 + CHAIR / 2 - 1e-6).any(axis=1).all()
        if thing.kind == "table":
            assert (apart <= np.array([thing.width, thing.depth + 2 * CHAIR]) / 2).all(axis=1).any(), thing.label


@pytest.mark.parametrize("table_width", [0.45, 0.75, 1.0])
def test_a_hollow_square_is_hollow(table_width: float) -> None:
    hall = Room(rectangle(6.5, 14), (Door(3.2, 0, 1.6),))
    found = lay_out(hall, "hollow-square", options={"table_width": table_width})
    sides = sorted(top.x for top in found.venue.fixtures if top.kind == "table" and top.depth > top.width)

    assert sides[1] - sides[0] >= 2 * table_width - 1e-6


@pytest.mark.parametrize("style", ["banquet", "banquet-square", "head-table", "cabaret"])
def test_the_foot_of_the_steps_stays_free(style: str) -> None:
    hall = Room(rectangle(16, 14), (Door(8, 0, 1.8),), stage=Stage(8, 12, 8, 4, steps=("left", "right")))
    found = lay_out(hall, style)
    feet = [thing for thing in found.venue.fixtures if thing.kind == "steps"]

    assert feet
    for thing in feet:
        low = thing.y - thing.depth / 2
        for seat in found.venue.seats:
            if not seat.area.startswith("head"):
                apart = np.hypot(max(0.0, abs(seat.x - thing.x) - thing.width / 2), max(0.0, low - seat.y))
                assert apart >= 0.5588 + CHAIR / 2 - 1e-3, (style, seat.label)
