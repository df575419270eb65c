"""Where steps lead up to the stage: at its front or at its ends, by the ways of recipients and of who speaks.

Every place of a grid is tried: alone, or two by two of one kind on either side of the middle. Of all sets the
best is taken, tier by tier: the way of the recipient of the first row who walks farthest, up to the middle of the
edge of the stage; the way of who speaks, from the nearest seat of the first row to the lectern; the ways of all
recipients; symmetry about the middle of the stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.code import load_pack
from seatplan.errors import Fault, InputError
from seatplan.layout.podium.ground import Front, front_of, size_of, spaced
from seatplan.layout.podium.wish import FlightsWish
from seatplan.layout.usual import usual
from seatplan.venue import Fixture, Venue
from seatplan.venue.way import metres_to_any

__all__ = ["FLIGHT_TIERS", "Flights", "place_flights", "top_of"]

Places = NDArray[np.float64]
Ints = NDArray[np.int64]
FLIGHT_TIERS = ("recipient", "speaker", "recipients", "aside")
_WIDE, _DEEP = 1.2, 0.9
"""Metres of steps across and out, as in `seatplan.layout.ground`."""
_SLACK = 1e-9
_LABELS = {"en": "Steps", "zh": "台阶"}


@dataclass(frozen=True)
class Flights:
    """Steps to a stage, and why they are there.

    Parameters
    ----------
    spots : tuple of Fixture
    values : mapping of str to int
        Of each of `FLIGHT_TIERS`, in millimetres: the longest way of a recipient, the way of who speaks (0 where
        the lectern is not on the stage), the ways of all recipients, and how far the middle of the steps is off
        that of the stage.
    others : mapping of str to dict of str to int
        The same for the best steps at the front and at the ends, where there are any.
    tried : int
        Sets of places.
    step : float
        Metres between places.
    walkers : int
        Seats of the first row from which one gets there.
    """

    spots: tuple[Fixture, ...]
    values: dict[str, int]
    others: dict[FlightsWish, dict[str, int]]
    tried: int
    step: float
    walkers: int


def place_flights(
    venue: Venue,
    lectern: Fixture,
    where: FlightsWish = "any",
    *,
    most: int = 2,
    step: float = 0.5,
    language: Literal["en", "zh"] = "en",
) -> Flights:
    """Choose where steps lead up to the stage.

    Parameters
    ----------
    venue : Venue
        With a stage; its own steps make way, a ramp stays.
    lectern : Fixture
    where : {"any", "front", "ends"}
    most : int
        One flight of steps, or two; one where no two have place on either side.
    step : float
        Metres between the places that are tried.
    language : {"en", "zh"}

    Returns
    -------
    Flights
        No set of so many places of the grid is better, tier by tier.

    Raises
    ------
    InputError
        If there is no raised stage, or steps find no place that is clear of seats, doors and things.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from seatplan.venue import auditorium
    >>> stage = Fixture("stage", "Stage", "stage", 0.0, 2.0, 8.0, 4.0, height=0.6)
    >>> hall = replace(auditorium(rows=2, blocks="6,6", first_row=4.0), fixtures=(stage,))
    >>> lectern = Fixture("lectern", "Lectern", "lectern", -2.0, 1.0, 0.7, 0.5, z=0.6)
    >>> found = place_flights(hall, lectern, most=1)
    >>> [(spot.x, spot.y) for spot in found.spots], found.tried
    ([(0.0, -0.45)], 25)
    """
    front = front_of(venue)
    if front.stage is None or front.stage.height <= 0:
        raise InputError([Fault("steps", "there is no raised stage", "give the room a stage with a height")])
    places = list(_places(front, lectern, step, language))
    ways = _Ways.of(front, lectern, places)
    kinds: tuple[FlightsWish, ...] = ("front", "ends", "any") if where == "any" else (where,)
    best = {
        kind: ways.best([i for i, (at, _) in enumerate(places) if kind in (at, "any")], most) for kind in kinds
    }
    found = {kind: one for kind, one in best.items() if one is not None}
    if where not in found:
        mend = "move the first row, or let the steps be elsewhere: --steps any"
        raise InputError([Fault("steps", "they find no place clear of seats, doors and things", mend)])
    chosen, values, tried = found[where]
    spots = tuple(replace(places[i][1], id=f"steps-{k}") for k, i in enumerate(chosen, 1))
    others: dict[FlightsWish, dict[str, int]] = {kind: one[1] for kind, one in found.items() if kind != "any"}
    walkers = int((ways.recipients[:, list(chosen)].min(axis=1) < _NEVER).sum())
    return Flights(spots, values, others, tried, step, walkers)


def top_of(steps: Fixture, stage: Fixture) -> tuple[float, float]:
    """Return where steps meet the stage: its nearest point.

    Examples
    --------
    >>> stage = Fixture("stage", "Stage", "stage", 0.0, 2.0, 8.0, 4.0)
    >>> top_of(Fixture("s", "Steps", "steps", -4.45, 1.0, 1.2, 0.9, 90.0), stage)
    (-4.0, 1.0)
    """
    x = min(max(steps.x, stage.x - stage.width / 2), stage.x + stage.width / 2)
    y = min(max(steps.y, stage.y - stage.depth / 2), stage.y + stage.depth / 2)
    return round(x, 6), round(y, 6)


def _places(
    front: Front, lectern: Fixture, step: float, language: Literal["en", "zh"]
) -> Iterator[tuple[FlightsWish, Fixture]]:
    """Yield clear places along the front edge, and along the left and the right end."""
    stage = front.stage
    assert stage is not None
    area = next((f.area for f in front.venue.fixtures if f.kind == "steps"), stage.area)
    half, edge, back = stage.width / 2, stage.y - stage.depth / 2, stage.y + stage.depth / 2
    made = Fixture("steps", _LABELS[language], "steps", 0.0, 0.0, _WIDE, _DEEP, step_free=False, area=area)
    spots: list[tuple[FlightsWish, Fixture]] = [
        ("front", replace(made, x=float(x), y=round(edge - _DEEP / 2, 6)))
        for x in spaced(stage.x, stage.x - half + _WIDE / 2, stage.x + half - _WIDE / 2, step)
    ]
    spots += [
        ("ends", replace(made, x=round(stage.x + hand * (half + _DEEP / 2), 6), y=float(y), turn=90.0))
        for hand in (-1, 1)
        for y in spaced(edge + _WIDE / 2, edge + _WIDE / 2, back - _WIDE / 2, step)
    ]
    free = _clear(front.venue, [spot for _, spot in spots], lectern)
    return (spot for spot, is_free in zip(spots, free.tolist(), strict=True) if is_free)


def _clear(venue: Venue, spots: Sequence[Fixture], lectern: Fixture) -> NDArray[np.bool_]:
    """Tell which places are within the walls, and off seats, things, a ramp and doors' landings."""
    grown = [_with_floor(venue, spot) for spot in spots]
    middles = np.array([(spot.x, spot.y) for spot in grown]).reshape(-1, 2)
    halves = np.array([size_of(spot) for spot in grown]).reshape(-1, 2) / 2
    free = _within(venue, middles, halves)
    landing = float(load_pack("gb-50016-2014").si("exits.door.landing"))
    for fixture in (*venue.fixtures, lectern):
        stays = fixture.step_free if fixture.kind == "steps" else fixture.kind not in ("stage", "aisle", "lectern")
        if stays or fixture is lectern:
            half = np.array(size_of(fixture)) / 2 + (landing if fixture.kind == "door" else 0.0)
            free &= ~_overlap(middles, halves, np.array([fixture.x, fixture.y]), half)
    widths = np.array([area.seat_width / 2 for area in venue.areas])[venue.area_codes]
    for middle, half in zip(venue.xyz[:, :2], widths.tolist(), strict=True):
        free &= ~_overlap(middles, halves, middle, np.array([half, half]))
    return free


def _with_floor(venue: Venue, steps: Fixture) -> Fixture:
    """Return steps with the floor at their foot: a passage as practice keeps behind chairs."""
    way = usual("table.behind")
    if not steps.turn:
        return replace(steps, y=steps.y - way / 2, depth=steps.depth + way)
    stage = next(fixture for fixture in venue.fixtures if fixture.kind == "stage")
    out = 1 if steps.x > stage.x else -1
    return replace(steps, x=steps.x + out * way / 2, depth=steps.depth + way)


def _within(venue: Venue, middles: Places, halves: Places) -> NDArray[np.bool_]:
    """Tell what lies between the outermost walls, where walls are drawn."""
    walls = [fixture for fixture in venue.fixtures if fixture.kind == "wall"]
    if not walls:
        return np.ones(len(middles), dtype=bool)
    places = np.array([(wall.x, wall.y) for wall in walls])
    reach = np.array([size_of(wall) for wall in walls]) / 2
    low, high = (places - reach).min(axis=0), (places + reach).max(axis=0)
    return np.asarray(((middles - halves >= low) & (middles + halves <= high)).all(axis=1))


def _overlap(middles: Places, halves: Places, middle: Places, half: Places) -> NDArray[np.bool_]:
    return np.asarray((np.abs(middles - middle) < halves + half - _SLACK).all(axis=1))


@dataclass(frozen=True, eq=False)
class _Ways:
    """Millimetres of ways by each place of steps.

    Parameters
    ----------
    recipients : ndarray of int, shape (seats of the first row, places)
    speaker : ndarray of int, shape (places,)
    aside : ndarray of int, shape (places,)
        From the middle of the stage, to the right of who looks at it.
    kinds : tuple of str
        Front or ends.
    """

    recipients: Ints
    speaker: Ints
    aside: Ints
    kinds: tuple[FlightsWish, ...]

    @staticmethod
    def of(front: Front, lectern: Fixture, places: Sequence[tuple[FlightsWish, Fixture]]) -> _Ways:
        """Return the ways by some places of steps."""
        kinds, spots = tuple(kind for kind, _ in places), [spot for _, spot in places]
        venue, stage = front.venue, front.stage
        assert stage is not None
        first = front.audience[venue.rows[front.audience] == venue.rows[front.audience].min()]
        floor = np.array([metres_to_any(venue, [spot], below=True)[first] for spot in spots]).reshape(
            -1, len(first)
        )
        tops = np.array([top_of(spot, stage) for spot in spots]).reshape(-1, 2)
        edge = stage.y - stage.depth / 2
        deep = _DEEP  # up the steps themselves
        up = np.hypot(tops[:, 0] - stage.x, tops[:, 1] - edge) + deep
        on_stage = lectern.y > edge
        speech = floor.min(axis=1, initial=np.inf) + np.hypot(*(tops - [lectern.x, lectern.y]).T) + deep
        aside = _millimetres(np.array([spot.x - stage.x for spot in spots]))
        reached = _millimetres(speech) if on_stage else np.zeros_like(aside)
        return _Ways(_millimetres(floor + up[:, None]).T, reached, aside, kinds)

    def best(self, places: Sequence[int], most: int) -> tuple[tuple[int, ...], dict[str, int], int] | None:
        """Return the best set of so many of some places, its values, and how many sets there are."""
        walked = [i for i in places if (self.recipients[:, i] < _NEVER).any()]
        pairs = [pair for pair in combinations(walked, 2) if most > 1 and self._match(*pair)]
        sets: list[tuple[int, ...]] = [*pairs] or [(i,) for i in walked]
        if not sets:
            return None
        values = [self._values(one) for one in sets]
        k = min(range(len(sets)), key=lambda i: (*values[i], sets[i]))
        return sets[k], dict(zip(FLIGHT_TIERS, values[k], strict=True)), len(sets)

    def _match(self, one: int, other: int) -> bool:
        """Tell whether two flights are of one kind, on either side of the middle and side by side at most."""
        opposite = bool(self.aside[one] * self.aside[other] < 0)
        return self.kinds[one] == self.kinds[other] and opposite and self._apart(one, other)

    def _apart(self, one: int, other: int) -> bool:
        return abs(int(self.aside[one] - self.aside[other])) >= round(_WIDE * 1000)

    def _values(self, chosen: tuple[int, ...]) -> tuple[int, int, int, int]:
        picked = list(chosen)
        nearest = self.recipients[:, picked].min(axis=1)
        nearest = nearest[nearest < _NEVER]
        speaker = int(self.speaker[picked].min())
        return int(nearest.max()), speaker, int(nearest.sum()), abs(int(self.aside[picked].sum()))


_NEVER = 10**9


def _millimetres(metres: Places) -> Ints:
    return np.rint(np.minimum(metres * 1000, float(_NEVER))).astype(np.int64)
