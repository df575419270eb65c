"""Where interpreters' booths stand in a hall: off the seats, ways and doors, in sight of lectern and screen.

No source gives the size of a booth here, so the user does. Every place of a grid is tried, both ways round, and
the best set that does not overlap is taken by CP-SAT.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.code import load_pack
from seatplan.errors import Fault, InputError
from seatplan.layout.podium.ground import size_of
from seatplan.venue import Fixture, Venue

__all__ = ["Booths", "place_booths"]

Places = NDArray[np.float64]
_SLACK = 1e-9
_MOST = 20
_LABELS = {"en": "Booth {}", "zh": "同传间{}"}


@dataclass(frozen=True)
class Booths:
    """The booths of interpreters.

    Parameters
    ----------
    spots : tuple of Fixture
    aside : int
        How many of them see the screen, or else the lectern, more than 45 degrees off its axis.
    metres : float
        From all of them together to the lectern.
    tried : int
        Places of the grid at which a booth can stand.
    """

    spots: tuple[Fixture, ...]
    aside: int
    metres: float
    tried: int


def place_booths(
    venue: Venue,
    lectern: Fixture,
    count: int,
    size: tuple[float, float],
    *,
    screen: Fixture | None = None,
    step: float = 0.5,
    language: Literal["en", "zh"] = "en",
) -> Booths:
    """Choose where booths stand: few far off the axis of the screen, then near the lectern.

    Parameters
    ----------
    venue : Venue
        With walls, which show where its floor ends.
    lectern : Fixture
        From the middle of each booth the line to it meets no wall or pillar.
    count : int
    size : (float, float)
        Width and depth of a booth, in metres; it may be turned by a quarter.
    screen : Fixture, optional
    step : float
        Metres of the grid.
    language : {"en", "zh"}

    Returns
    -------
    Booths
        No set of places of the grid has fewer booths aside, and of those none is nearer.

    Raises
    ------
    InputError
        If no wall is drawn, or the booths do not find place.

    Examples
    --------
    >>> from seatplan.layout import Door, Room, Stage, theatre
    >>> from seatplan.layout.podium.podium import place_podium
    >>> hall = Room(((0, 0), (14, 0), (14, 12), (0, 12)), (Door(0, 8, 1.6),), stage=Stage(7, 11, 6, 2))
    >>> found = place_podium(theatre(hall, people=60).venue)
    >>> booths = place_booths(found.venue, found.lectern, 2, (2.0, 1.6))
    >>> len(booths.spots), booths.aside
    (2, 0)
    """
    if not (1 <= count <= _MOST and all(isfinite(side) and 0.5 <= side <= 10 for side in size)):
        mend = f"give 1 to {_MOST} booths of 0.5 to 10 metres"
        raise InputError([Fault("booths", f"{count} of {size[0]:g} x {size[1]:g} m", mend)])
    places, sizes = _places(venue, size, step)
    free = _free(venue, places, sizes) & _sees(venue, places, lectern)
    places, sizes = places[free], sizes[free]
    far = np.rint(np.hypot(places[:, 0] - lectern.x, places[:, 1] - lectern.y) * 1000).astype(np.int64)
    aside = _aside(places, screen or lectern)
    chosen = _apart(places, sizes, aside * (int(far.sum()) + 1) + far, count)
    if chosen is None:
        found = f"{count} booths of {size[0]:g} x {size[1]:g} m find no place off seats, ways and doors"
        raise InputError([Fault("booths", found, "give fewer or smaller booths, or fewer seats")])
    spots = tuple(_booth(k, places[i], sizes[i], language) for k, i in enumerate(chosen, 1))
    return Booths(spots, int(aside[chosen].sum()), float(far[chosen].sum()) / 1000, len(places))


def _booth(number: int, place: Places, size: Places, language: Literal["en", "zh"]) -> Fixture:
    (x, y), (width, depth) = place.tolist(), size.tolist()
    return Fixture(f"booth-{number}", _LABELS[language].format(number), "other", x, y, width, depth)


def _places(venue: Venue, size: tuple[float, float], step: float) -> tuple[Places, Places]:
    """Return middles and sizes of booths in the rectangle between the walls, both ways round."""
    walls = [fixture for fixture in venue.fixtures if fixture.kind == "wall"]
    if not walls:
        mend = "give a room, or a venue with its walls"
        raise InputError([Fault("booths", "no wall shows where the floor ends", mend)])
    half = np.array([size_of(wall) for wall in walls]) / 2
    middle = np.array([(wall.x, wall.y) for wall in walls])
    low, high = (middle - half).min(axis=0), (middle + half).max(axis=0)
    found = []
    for width, depth in dict.fromkeys([size, size[::-1]]):
        x = np.arange(low[0] + width / 2, high[0] - width / 2 + _SLACK, step)
        y = np.arange(low[1] + depth / 2, high[1] - depth / 2 + _SLACK, step)
        across, along = np.meshgrid(x, y, indexing="ij")
        grid = np.round(np.column_stack((across.ravel(), along.ravel())), 6)
        found.append((grid, np.tile([width, depth], (len(grid), 1))))
    return np.concatenate([grid for grid, _ in found]), np.concatenate([sizes for _, sizes in found])


def _free(venue: Venue, places: Places, sizes: Places) -> NDArray[np.bool_]:
    """Tell which booths stand off seats, things, ways and the floor before doors and steps, inside."""
    free = np.ones(len(places), dtype=bool)
    landing = float(load_pack("gb-50016-2014").si("exits.door.landing"))
    for fixture in venue.fixtures:
        more = landing if fixture.kind in ("door", "steps") else 0.0
        half = np.array(size_of(fixture)) / 2 + more
        free &= ~_overlap(places, sizes / 2, np.array([fixture.x, fixture.y]), half)
    areas = [(area.seat_width / 2, area.row_pitch / 2) for area in venue.areas]
    for seat, code in zip(venue.seats, venue.area_codes.tolist(), strict=True):
        free &= ~_overlap(places, sizes / 2, np.array([seat.x, seat.y]), np.array(areas[code]))
    for a, b, *_ in venue.walk.edges:
        free &= ~_crossed(places, sizes / 2, venue.walk.places[a][:2], venue.walk.places[b][:2])
    return free


def _overlap(places: Places, halves: Places, middle: Places, half: Places) -> NDArray[np.bool_]:
    return np.asarray((np.abs(places - middle) < halves + half - _SLACK).all(axis=1))


def _crossed(places: Places, halves: Places, start: Places, end: Places) -> NDArray[np.bool_]:
    """Tell which rectangles a straight way enters: the slabs of both axes leave a part of it."""
    way = end - start
    near, far = np.zeros(len(places)), np.ones(len(places))
    for k in range(2):
        low, high = places[:, k] - halves[:, k] - start[k], places[:, k] + halves[:, k] - start[k]
        if abs(way[k]) < _SLACK:
            far = np.where((low < -_SLACK) & (high > _SLACK), far, -1.0)
            continue
        ends = np.sort(np.stack((low, high)) / way[k], axis=0)
        near, far = np.maximum(near, ends[0]), np.minimum(far, ends[1])
    return np.asarray(near < far - _SLACK)


def _sees(venue: Venue, places: Places, lectern: Fixture) -> NDArray[np.bool_]:
    """Tell from which places the line to the lectern meets no wall and no pillar."""
    seen = np.ones(len(places), dtype=bool)
    for wall in (fixture for fixture in venue.fixtures if fixture.kind == "wall"):
        half = np.array(size_of(wall)) / 2
        for i in np.flatnonzero(seen).tolist():
            box, target = np.array([[wall.x, wall.y]]), np.array([lectern.x, lectern.y])
            seen[i] = not _crossed(box, half[None], places[i], target)[0]
    return seen


def _aside(places: Places, target: Fixture) -> NDArray[np.int64]:
    angle = np.degrees(np.arctan2(np.abs(places[:, 0] - target.x), target.y - places[:, 1]))
    return np.asarray(np.round(angle, 9) > float(load_pack("practice").si("screen.angle")), dtype=np.int64)


def _apart(places: Places, sizes: Places, price: NDArray[np.int64], count: int) -> list[int] | None:
    """Return the cheapest set that does not overlap; None where there is none."""
    from ortools.sat.python import cp_model

    engine = cp_model.CpModel()
    x = [engine.new_bool_var("") for _ in places]
    engine.add(sum(x) == count)
    for i in range(len(places) if count > 1 else 0):
        others = np.flatnonzero(_overlap(places[i + 1 :], sizes[i + 1 :] / 2, places[i], sizes[i] / 2)) + i + 1
        for j in others.tolist():
            engine.add_bool_or(~x[i], ~x[j])
    engine.minimize(sum(int(cost) * var for cost, var in zip(price, x, strict=True)))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(engine) != cp_model.OPTIMAL:
        return None
    return [i for i, var in enumerate(x) if solver.value(var)]
