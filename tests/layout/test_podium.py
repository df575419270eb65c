"""Lectern, screen and interpreter: rooms that are drawn, and every place tried once more by hand."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, degrees, dist

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.layout import Door, Pillar, Room, Stage, theatre
from seatplan.layout.ground import ground
from seatplan.layout.podium.booths import place_booths
from seatplan.layout.podium.flights import place_flights
from seatplan.layout.podium.ground import front_of, lectern_places
from seatplan.layout.podium.podium import TIERS, place_podium
from seatplan.layout.podium.sight import Plate, hidden_faces, hidden_pictures
from seatplan.layout.podium.stage import place_stage
from seatplan.layout.podium.wish import PodiumWish
from seatplan.layout.podium.words import podium_reasons
from seatplan.layout.room import rectangle
from seatplan.venue import Fixture, Venue, auditorium, combine, rostrum

EYE = 1.1176


def congress(people: int = 5, **options: object) -> Venue:
    """Return a rostrum of one row on a stage, before four rows of a hall."""
    stage = rostrum(rows=[people], lectern="none", language="en", **options)
    return combine("Hall", stage, auditorium(rows=4, blocks="6,6", first_row=4.0, language="en"))


def lecture(*fixtures: Fixture, stage: bool = True) -> Venue:
    """Return a bare stage of 10 x 4 m before four rows."""
    hall = auditorium(rows=4, blocks="6,6", first_row=4.0, language="en")
    edge = [Fixture("stage", "Stage", "stage", 0.0, 2.0, 10.0, 4.0, height=0.6)] if stage else []
    return replace(hall, fixtures=(*edge, *fixtures))


# Custom: sides are those of people on the rostrum


@pytest.mark.parametrize(("lectern", "sign"), [("front_center", 0), ("front_right", -1), ("front_left", +1)])
def test_the_front_right_of_the_rostrum_is_the_viewers_left(lectern: str, sign: int) -> None:
    found = place_podium(congress(), PodiumWish(lectern=lectern))

    assert np.sign(found.lectern.x) == sign


def test_sides_of_custom_are_mirrored_in_a_symmetric_hall() -> None:
    right, left = (place_podium(congress(), PodiumWish(lectern=side)) for side in ("front_right", "front_left"))

    assert (right.lectern.x, right.lectern.y) == (-left.lectern.x, left.lectern.y)
    assert right.values == left.values


def test_before_the_centre_the_lectern_is_lower_than_the_rostrum() -> None:
    found = place_podium(congress(), PodiumWish(lectern="front_center"))

    assert found.lectern.z == 0.0
    assert found.values["faces"] == 0


def test_without_a_rostrum_the_lectern_stands_on_the_stage() -> None:
    assert place_podium(lecture(), PodiumWish()).lectern.z == 0.6


def test_without_a_stage_it_stands_on_the_floor() -> None:
    found = place_podium(lecture(stage=False), PodiumWish())

    assert (found.lectern.z, found.lectern.x) == (0.0, 0.0)


# What is hidden, drawn from above: E eye, F face, = lectern

HIDDEN = [  # eye, face, lectern, hidden
    ((0, -5), (0, 3), (0.0, 1.0), True),
    ((0, -5), (0, 3), (0.34, 1.0), True),
    ((0, -5), (0, 3), (0.36, 1.0), False),  # the lectern is 0.70 m wide
    ((0, -5), (4, 3), (3.0, 1.0), True),  # the view passes x = 3 at y = 1
    ((0, -5), (4, 3), (0.0, 1.0), False),
    ((0, -5), (0, 3), (0.0, 4.0), False),  # behind the face
    ((0, -5), (0, 3), (0.0, -6.0), False),  # behind the eye
]


@pytest.mark.parametrize(("eye", "face", "lectern", "hidden"), HIDDEN)
def test_a_face_is_hidden_where_its_view_meets_the_lectern(eye, face, lectern, hidden) -> None:
    eyes, faces = np.array([[*eye, 1.0]]), np.array([[*face, 1.0]])
    found = hidden_faces(eyes, faces, np.array([[*lectern, 0.0]]), Plate(0.7, 1.1, 1.75))

    assert found.tolist() == [int(hidden)]


@pytest.mark.parametrize(("top", "hidden"), [(1.49, 0), (1.51, 1)])
def test_a_view_passes_over_a_low_lectern(top: float, hidden: int) -> None:
    eyes, faces = np.array([[0.0, -4.0, 1.0]]), np.array([[0.0, 4.0, 2.0]])  # 1.50 m high half-way

    assert hidden_faces(eyes, faces, np.array([[0.0, 0.0, 0.0]]), Plate(0.7, top, 1.75)).tolist() == [hidden]


@pytest.mark.parametrize(
    ("x", "bottom", "hidden"),
    [(0.0, 1.2, 1), (1.34, 1.2, 1), (1.36, 1.2, 0), (0.0, 2.4, 1), (0.0, 2.6, 0)],
)
def test_a_picture_is_hidden_where_who_speaks_stands_before_it(x: float, bottom: float, hidden: int) -> None:
    """The eye at y = -4, 1 m high; the picture at y = 4: half-way it is 2 m wide, from 0.5 (1 + bottom) up."""
    screen = Fixture("s", "Screen", "screen", 0.0, 4.0, 4.0, 0.1, z=bottom, height=2.0)
    found = hidden_pictures(np.array([[0.0, -4.0, 1.0]]), screen, np.array([[x, 0.0, 0.0]]), Plate(0.7, 1.1, 1.75))

    assert found.tolist() == [[bool(hidden)]]


# Every place once more


def by_hand(venue: Venue, wish: PodiumWish) -> list[tuple[int, ...]]:
    """Return the tiers of each place, reckoned one by one from their meaning."""
    front = front_of(venue)
    places = lectern_places(front, wish, wish.lectern).tolist()
    return [_tiers(venue, front, wish, place) for place in places]


def _tiers(venue, front, wish, place):
    x, y, z = place
    eyes = [(*venue.xyz[i][:2], venue.xyz[i][2] + EYE) for i in front.audience.tolist()]
    faces = [(*venue.xyz[i][:2], venue.xyz[i][2] + EYE) for i in front.rostrum.tolist()]
    screen = next(f for f in venue.fixtures if f.kind == "screen")
    hidden = sum(_cut(e, f, x, y, z, wish) for e in eyes for f in faces)
    before = sum(_before(e, screen, x, y, z, wish) or _off(e, screen) > 45 for e in eyes)
    heads = sum(_low(venue, a, b, place) for a, b in front.rows.tolist())
    near = sum(dist(f[:2], (x, y)) < 0.9 - 1e-9 for f in faces)
    apart = sum(abs(_turn(e, (screen.x, screen.y)) - _turn(e, (x, y))) > 30 + 1e-9 for e in eyes)
    far = max(dist(e[:2], (x, y)) for e in eyes)
    return hidden, before, heads, near, apart, round(far * 1000)


def _cut(eye, face, x, y, z, wish):
    share = (y - eye[1]) / (face[1] - eye[1])
    at = [a + share * (b - a) for a, b in zip(eye, face, strict=True)]
    return 0 < share < 1 and abs(at[0] - x) <= wish.width / 2 + 1e-9 and at[2] < z + wish.height - 1e-9


def _before(eye, screen, x, y, z, wish):
    share = (y - eye[1]) / (screen.y - eye[1])
    ends = [eye[0] + share * (screen.x + k * screen.width / 2 - eye[0]) for k in (-1, 1)]
    low = eye[2] + share * (screen.z - eye[2])
    return 0 < share < 1 and x + wish.width / 2 > ends[0] and x - wish.width / 2 < ends[1] and low < z + 1.75


def _low(venue, front, behind, place):
    a, b = venue.xyz[front], venue.xyz[behind]
    head = place[2] + 1.75
    line = head + (b[2] + EYE - head) * dist(a[:2], place[:2]) / dist(b[:2], place[:2])
    return line - (a[2] + EYE) < 0.06 - 5e-4


def _off(eye, screen):
    return degrees(atan2(abs(eye[0] - screen.x), screen.y - eye[1]))


def _turn(eye, place):
    return degrees(atan2(place[1] - eye[1], place[0] - eye[0]))


@pytest.mark.parametrize("lectern", ["any", "front_right", "front_center"])
def test_no_place_of_the_grid_is_better(lectern: str) -> None:
    screen = Fixture("screen", "Screen", "screen", 0.5, 5.0, 3.0, 0.1, z=1.9, height=2.0)
    base = congress(stage_depth=6.0)
    venue = replace(base, fixtures=(*base.fixtures, screen))
    wish = PodiumWish(lectern=lectern, step=0.5, rostrum_microphones=True)
    found = place_podium(venue, wish)
    values = tuple(found.values[name] for name in TIERS if name not in ("clear", "sum", "steps", "centre"))
    tried = by_hand(venue, wish)

    assert values in tried
    assert found.tried == len(tried)
    assert values[:4] == min(tier[:4] for tier in tried)


def test_the_picture_moves_aside_for_who_speaks() -> None:
    found = place_podium(lecture(), PodiumWish(screen=(3.0, 1.7)))
    eyes = found.venue.xyz + np.array([0.0, 0.0, EYE])
    assert found.screen is not None
    place = np.array([[found.lectern.x, found.lectern.y, found.lectern.z]])

    assert not hidden_pictures(eyes, found.screen, place, Plate(0.7, 1.1, 1.75)).any()
    assert found.screen in found.venue.fixtures


def test_microphones_keep_three_times_the_distance_of_the_mouth() -> None:
    near = place_podium(congress(), PodiumWish(rostrum_microphones=True, mouth=0.3))
    seats = [seat for seat in near.venue.seats if seat.area == "rostrum"]

    assert near.values["microphones"] == 0
    assert min(dist((s.x, s.y), (near.lectern.x, near.lectern.y)) for s in seats) >= 0.9


def test_the_interpreter_stands_where_most_seats_understand() -> None:
    found = place_podium(lecture(), PodiumWish(interpreter=True))
    assert found.signing is not None
    spot, lectern = found.signing.spot, found.lectern
    seats = {seat.id: (seat.x, seat.y) for seat in found.venue.seats}

    def serves(place: tuple[float, float], seat: tuple[float, float]) -> bool:
        apart = abs(_turn(seat, place) - _turn(seat, (lectern.x, lectern.y)))
        return 1.5 - 5e-4 <= dist(seat, place) <= 4.6 + 5e-4 and min(apart, 360 - apart) <= 30 + 1e-9

    assert set(found.signing.served) == {name for name, seat in seats.items() if serves((spot.x, spot.y), seat)}
    grid = lectern_places(front_of(found.venue), PodiumWish(width=0.6, depth=0.6), "any")
    clear = [p for p in grid.tolist() if abs(p[0] - lectern.x) >= 0.65 or abs(p[1] - lectern.y) >= 0.55]
    assert len(found.signing.served) == max(sum(serves(p[:2], seat) for seat in seats.values()) for p in clear)


def test_the_reasons_are_told_in_both_languages() -> None:
    found = place_podium(congress(), PodiumWish(lectern="front_right", rostrum_microphones=True))
    english, chinese = podium_reasons(found), podium_reasons(found, "zh")

    assert len(english) == len(chinese)
    assert "the viewer's left" in english[0]
    assert "观众左侧" in chinese[0]
    assert any("it hides nobody of the rostrum from any of 48 seats" in reason for reason in english)
    assert any(f"all {found.tried} places" in reason for reason in english)


def test_old_lecterns_make_way() -> None:
    venue = combine("Hall", rostrum(rows=[5], language="en"), auditorium(rows=2, blocks="6", first_row=4.0))
    found = place_podium(venue, PodiumWish())

    assert sum(fixture.kind == "lectern" for fixture in found.venue.fixtures) == 1


@pytest.mark.parametrize(
    "bad", [{"step": 0.0}, {"width": float("nan")}, {"lectern": "roof"}, {"screen": (0.0, 1.0)}]
)
def test_wishes_that_are_none_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(InputError):
        PodiumWish(**bad)


def test_a_lectern_that_fits_nowhere_is_told() -> None:
    tight = auditorium(rows=2, blocks="6", first_row=1.5)
    with pytest.raises(InputError, match="fits nowhere"):
        place_podium(tight, PodiumWish())
    with pytest.raises(InputError, match="nobody sits before"):
        place_podium(rostrum(rows=[3]), PodiumWish())
    with pytest.raises(InputError, match="wider than the stage"):
        place_podium(lecture(), PodiumWish(screen=(12.0, 2.0)))


# The stage


def test_the_stage_stands_where_most_seats_are_left() -> None:
    room = Room(((0, 0), (14, 0), (14, 9), (0, 9)), (Door(3, 0, 1.6), Door(0, 6, 1.6)))
    found = place_stage(room, 4, 2, step=3)
    tried = [
        (side, at, Stage(at, 1 if side == "bottom" else 8, 4, 2))
        for side in ("top", "bottom")
        for at in (4, 7, 10)
    ]
    tried += [
        (side, at, Stage(1 if side == "left" else 13, at, 2, 4)) for side in ("left", "right") for at in (4.5,)
    ]
    counts = {}
    for side, at, stage in tried:
        if (side, at) in (("bottom", 4), ("left", 4.5)):  # on the landing of a door
            continue
        try:
            counts[side, at] = theatre(replace(room, stage=stage, front=side)).count
        except InputError:
            continue

    assert found.layout.count == max(counts.values())
    assert found.tried == len(counts)
    assert found.counts == {s: max((n for (t, _), n in counts.items() if t == s), default=0) for s in found.counts}


def test_no_stage_stands_before_a_door() -> None:
    """The middle of the right wall seats most, but one goes out there."""
    found = place_stage(Room(rectangle(16, 14), (Door(3, 0, 1.6), Door(16, 6, 1.6))), 6, 3, step=4)
    stage, (_, east) = ground(found.room).stage, ground(found.room).doors
    assert stage is not None
    apart = (stage.min(axis=0) >= east.landing.max(axis=0)) | (stage.max(axis=0) <= east.landing.min(axis=0))

    assert apart.any()
    assert found.room.front != "right" or abs(found.room.stage.y - 6) > 3.8


def test_a_stage_that_fits_nowhere_is_told() -> None:
    small = Room(((0, 0), (6, 0), (6, 5), (0, 5)), (Door(3, 0, 1.0),), (Pillar(3, 2.5, diameter=1.0),))
    with pytest.raises(InputError, match="fits nowhere"):
        place_stage(small, 8, 4)
    with pytest.raises(InputError, match="it has a stage"):
        place_stage(replace(small, stage=Stage(3, 4.5, 3, 1)), 3, 1)


# Booths


def test_booths_stand_off_everything_and_no_set_is_nearer() -> None:
    room = Room(((0, 0), (9, 0), (9, 8), (0, 8)), (Door(0, 5, 1.0),), stage=Stage(4.5, 7.25, 3, 1.5))
    venue = place_podium(theatre(room, people=20).venue).venue
    lectern = next(fixture for fixture in venue.fixtures if fixture.kind == "lectern")
    found = place_booths(venue, lectern, 2, (1.5, 1.0), step=0.5)
    spots = [(spot.x, spot.y, spot.width, spot.depth) for spot in found.spots]

    assert not _overlap(*spots)
    for x, y, width, depth in spots:
        assert not any(_overlap((x, y, width, depth), (s.x, s.y, 0.55, 0.9)) for s in venue.seats)
        assert not any(_overlap((x, y, width, depth), (f.x, f.y, f.width, f.depth)) for f in venue.fixtures)
        for a, b, *_ in venue.walk.edges:
            for t in np.linspace(0, 1, 101):
                px, py = (1 - t) * venue.walk.places[a][:2] + t * venue.walk.places[b][:2]
                assert not (abs(px - x) < width / 2 - 1e-6 and abs(py - y) < depth / 2 - 1e-6)
    alone = place_booths(venue, lectern, 1, (1.5, 1.0), step=0.5)
    assert found.metres >= 2 * alone.metres - 1e-9 or found.aside > 2 * alone.aside


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        abs(one[0] - other[0]) < (one[2] + other[2]) / 2 - 1e-6
        and abs(one[1] - other[1]) < (one[3] + other[3]) / 2 - 1e-6
    )


def test_a_pillar_before_the_lectern_moves_the_booth() -> None:
    walls = (Fixture("w1", "Wall", "wall", 0, -9.5, 16, 0.1), Fixture("w2", "Wall", "wall", 0, 4.5, 16, 0.1))
    lectern = Fixture("lectern", "Lectern", "lectern", 0.0, 1.0, 0.7, 0.5)
    open_ = lecture(*walls, lectern)
    (free,) = place_booths(open_, lectern, 1, (2.0, 1.5)).spots
    pillar = Fixture("p", "Pillar", "wall", (free.x + 0) / 2, (free.y + 1) / 2, 0.4, 0.4)
    (moved,) = place_booths(lecture(*walls, lectern, pillar), lectern, 1, (2.0, 1.5)).spots

    assert (moved.x, moved.y) != (free.x, free.y)


# Steps to the stage


def ways_by_hand(venue: Venue, lectern: Fixture, spots: list[tuple[float, float, float]]) -> tuple[int, ...]:
    """Return the tiers of steps (x, y, turn) from their meaning: each seat of the first row, one by one."""
    stage = next(f for f in venue.fixtures if f.kind == "stage")
    edge, left, right = stage.y - stage.depth / 2, stage.x - stage.width / 2, stage.x + stage.width / 2
    made = [Fixture("s", "S", "steps", x, y, 1.2, 0.9, turn) for x, y, turn in spots]
    tops = [(x, edge) if not turn else (left if x < stage.x else right, y) for x, y, turn in spots]
    bare = replace(venue, fixtures=tuple(f for f in venue.fixtures if f.kind != "steps"))
    floor = [replace(bare, fixtures=(*bare.fixtures, steps)).metres_to("steps") for steps in made]
    first = [i for i, seat in enumerate(venue.seats) if seat.area == "hall" and seat.row == 1]
    up = [[floor[k][i] + 0.9 + dist(top, (stage.x, edge)) for k, top in enumerate(tops)] for i in first]
    to_lectern = min(
        floor[k][i] + 0.9 + dist(top, (lectern.x, lectern.y)) for i in first for k, top in enumerate(tops)
    )
    nearest = [round(1000 * min(ways)) for ways in up]
    aside = abs(round(1000 * sum(x - stage.x for x, *_ in spots)))
    return max(nearest), round(1000 * to_lectern) if lectern.y > edge else 0, sum(nearest), aside


@pytest.mark.parametrize("where", ["front", "ends", "any"])
@pytest.mark.parametrize("most", [1, 2])
@pytest.mark.parametrize("side", [-1, 1])
def test_no_other_steps_are_better(where: str, most: int, side: int) -> None:
    stage = Fixture("stage", "Stage", "stage", 0.0, 1.5, 5.0, 3.0, height=0.6)
    table = Fixture("t", "Table", "table", side * 1.2, -0.5, 1.0, 0.5)
    lectern = Fixture("lectern", "Lectern", "lectern", side * 1.5, 1.0, 0.7, 0.5, z=0.6)
    hall = auditorium(rows=2, blocks="4,3", first_row=2.5, language="en")
    venue = replace(hall, fixtures=(stage, table))
    found = place_flights(venue, lectern, where, most=most)

    across = [(k * 0.5, -0.45, 0.0) for k in range(-3, 4) if abs(k * 0.5 - side * 1.2) >= 1.1 - 1e-9]
    along = [(hand * 2.95, 0.6 + k * 0.5, 90.0) for hand in (-1, 1) for k in range(4)]
    kinds = {"front": [across], "ends": [along], "any": [across, along]}[where]
    sets = [[one] for spots in kinds for one in spots]
    if most == 2:
        pairs = [[a, b] for spots in kinds for a in spots for b in spots if a[0] < 0 < b[0] and b[0] - a[0] >= 1.2]
        sets = pairs or sets
    assert found.tried == len(sets)
    assert tuple(found.values.values()) == min(ways_by_hand(venue, lectern, one) for one in sets)
    chosen = [(spot.x, spot.y, spot.turn) for spot in found.spots]
    assert ways_by_hand(venue, lectern, chosen) == tuple(found.values.values())


def test_steps_that_were_chosen_take_the_place_of_the_old_ones_and_a_ramp_stays() -> None:
    base = congress(5, ramps=["left"])
    found = place_podium(base, PodiumWish(lectern="front_right", steps="front", flights=1))
    steps = [fixture for fixture in found.venue.fixtures if fixture.kind == "steps"]

    assert found.flights is not None
    assert [fixture.step_free for fixture in steps].count(True) == 1
    assert [fixture for fixture in steps if not fixture.step_free] == list(found.flights.spots)
    assert np.isfinite(found.venue.metres_to("steps")).all()
    told = podium_reasons(found), podium_reasons(found, "zh")
    assert len(told[0]) == len(told[1])
    assert any(f"all {found.flights.tried} sets" in reason for reason in told[0])
    assert any(f"共{found.flights.tried}组" in reason for reason in told[1])


def test_steps_that_find_no_place_are_told() -> None:
    low = replace(lecture(), fixtures=(Fixture("stage", "Stage", "stage", 0.0, 2.0, 10.0, 4.0),))
    with pytest.raises(InputError, match="there is no raised stage"):
        place_podium(low, PodiumWish(steps="any"))
    tight = auditorium(rows=2, blocks="6,6", first_row=0.9, language="en")
    edge = Fixture("stage", "Stage", "stage", 0.0, 2.0, 4.0, 4.0, height=0.6)
    with pytest.raises(InputError, match="no place clear"):
        place_podium(replace(tight, fixtures=(edge,)), PodiumWish(steps="front"))
    for bad in ({"steps": "roof"}, {"flights": 3}):
        with pytest.raises(InputError):
            PodiumWish(**bad)
