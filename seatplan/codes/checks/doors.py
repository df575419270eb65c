"""Doors: how many, how wide, how far apart, and how far from the seats."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import hypot

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.by_seat import judge_seats
from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.loads import Load
from seatplan.codes.checks.storeys import Storey, storeys
from seatplan.codes.finding import Finding, worst
from seatplan.codes.formulas.exits import exit_separation, main_exit_persons
from seatplan.codes.pack import Pack
from seatplan.venue import Fixture

__all__ = ["door_findings"]


def door_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield what is wrong with the doors of the room.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=10, blocks="10,14,10", doors=[], language="en")
    >>> print(check_venue(hall, "ibc-2021")[0])
    must: Hall: exits 0 exits, at least 2 exits (IBC 2021 1006.2.1; 1006.3, verified)
    """
    for storey in storeys(hall, pack):
        yield from worst(finding for load in storey.loads for finding in _count(hall, pack, storey, load))
        if storey.ways:
            yield from worst(finding for load in storey.loads for finding in _together(hall, pack, storey, load))
            yield from worst(finding for load in storey.loads for finding in _main(hall, pack, storey, load))
    if hall.doors:
        yield from _widths(hall, pack)
        yield from _apart(hall, pack)
        yield from _travel(hall, pack)


def _count(hall: Hall, pack: Pack, storey: Storey, load: Load) -> Iterator[Finding]:
    if pack.says("exits.count", load.persons):
        readings = [pack.read("exits.count", load.persons), *load.readings]
        yield from hall.judge(readings, len(storey.ways), storey.place)


def _clear(door: Fixture) -> float:
    """Return the width of a door: the longer side of its rectangle."""
    return max(door.width, door.depth)


def _name(hall: Hall, door: Fixture) -> str:
    alone = sum(other.label == door.label for other in hall.doors) == 1
    return door.label if alone else f"{door.label} {door.id}"


def _widths(hall: Hall, pack: Pack) -> Iterator[Finding]:
    if pack.says("exits.door.width"):
        for door in hall.doors:
            yield from hall.judge([pack.read("exits.door.width")], _clear(door), _name(hall, door))


def _capacity(hall: Hall, pack: Pack, storey: Storey, load: Load) -> str:
    """Return the key of the factor by which a code reckons the width of all ways out; empty without any."""
    protection = hall.options.protection
    part = "exits.capacity.stepped" if storey.stepped else "exits.capacity.level"
    names = (f"{part}.{protection}" if protection else part, part, "exits.capacity.level")
    return next((name for name in names if pack.says(name, load.persons)), "")


def _together(hall: Hall, pack: Pack, storey: Storey, load: Load) -> Iterator[Finding]:
    """Judge the width of all ways out together by the factor of a code."""
    key = _capacity(hall, pack, storey, load)
    if key:
        needed = float(load.persons * pack.si(key, load.persons))
        readings = [pack.read(key, load.persons), *load.readings]
        wide = sum(map(_clear, storey.ways))
        place = hall.say("doors", room=storey.place)
        yield from hall.judge(readings, wide, place, needed=needed, asked="exits.width")


def _main(hall: Hall, pack: Pack, storey: Storey, load: Load) -> Iterator[Finding]:
    """Judge the widest way out by its share of the width that all need, or else of the width of all."""
    if not pack.says("exits.main.share") or not main_exit_persons(pack, load.persons):
        return
    key, share = _capacity(hall, pack, storey, load), pack.si("exits.main.share")
    whole = load.persons * pack.si(key, load.persons) if key else sum(map(_clear, storey.ways))
    main = max(storey.ways, key=_clear)
    readings = [pack.read("exits.main.share"), *([pack.read(key, load.persons)] if key else []), *load.readings]
    needed = float(share) * float(whole)
    yield from hall.judge(readings, _clear(main), _name(hall, main), needed=needed, asked="exits.main")


def _apart(hall: Hall, pack: Pack) -> Iterator[Finding]:
    sprinklered = hall.options.protection == "sprinklered"
    key = "exits.separation" + ".sprinklered" * sprinklered
    if not pack.says(key) or len(hall.doors) < 2:
        return
    apart = max(hypot(a.x - b.x, a.y - b.y) for a, b in combinations(hall.doors, 2))
    needed = exit_separation(pack, *_extent(hall), sprinklered=sprinklered)
    place = hall.say("far doors", room=hall.venue.name)
    yield from hall.judge([pack.read(key)], apart, place, needed=needed, asked="exits.apart")


def _extent(hall: Hall) -> tuple[float, float]:
    """Return width and depth of the room, as far as seats, doors and walls show it."""
    points = [(seat.x, seat.y) for seat in hall.venue.seats]
    points += [(f.x, f.y) for f in hall.venue.fixtures if f.kind in ("door", "stage")]
    walls = [fixture for fixture in hall.venue.fixtures if fixture.kind == "wall"]
    middle = np.mean([(f.x, f.y) for f in walls] or [(0.0, 0.0)], axis=0)
    width, depth = np.ptp(np.array(points + [_face(wall, middle) for wall in walls]), axis=0).tolist()
    return width, depth


def _face(wall: Fixture, middle: NDArray[np.float64]) -> tuple[float, float]:
    """Return the middle of that face of a wall which looks into the room."""
    turn = np.radians(wall.turn + (90.0 if wall.depth < wall.width else 0.0))
    out = np.array([np.cos(turn), np.sin(turn)])
    place = np.array([wall.x, wall.y])
    x, y = place - out * np.sign((place - middle) @ out) * min(wall.width, wall.depth) / 2
    return float(x), float(y)


def _travel(hall: Hall, pack: Pack) -> Iterator[Finding]:
    sprinklered = hall.options.protection == "sprinklered" and pack.says("exits.travel.sprinklered")
    key = "exits.travel" + ".sprinklered" * sprinklered
    if not pack.says(key):
        return
    metres = hall.venue.metres_to("door")
    yield from judge_seats(hall, pack, key, enumerate(metres.tolist()))
