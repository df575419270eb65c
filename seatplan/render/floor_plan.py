"""`FloorPlan`: a room with its seats as shapes in metres, before there is any paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import ground
from seatplan.layout.leaves import Leaf, jambs, leaves_of
from seatplan.layout.room import Room
from seatplan.people import Roster
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.render.build import Builder
from seatplan.render.options import ChartOptions
from seatplan.render.page import Box
from seatplan.render.scene import FixtureMark, Scene, corners
from seatplan.render.typeface import require_glyphs
from seatplan.render.wording import plain
from seatplan.venue import COMPANION, WHEELCHAIR, Fixture, Venue

__all__ = ["DoorMark", "FloorPlan", "floor_plan"]

Shapes = NDArray[np.float64]
_CHAIR = 0.92
"""Of the width of a seat: what its chair fills."""
_DEEP, _WIDE = 0.50, 0.60
_SPACE = 0.80, 1.30
"""Metres of a wheelchair space, GB 55019-2021 3.5.1; drawn no wider than its neighbours leave."""


@dataclass(frozen=True, eq=False)
class DoorMark:
    """A door as it is drawn.

    Parameters
    ----------
    ends : ndarray, shape (2, 2)
    leaves : tuple of Leaf
    label : str
    closed : bool
    inward : ndarray, shape (2,)
    """

    ends: Shapes
    leaves: tuple[Leaf, ...]
    label: str
    closed: bool
    inward: Shapes


@dataclass(frozen=True, eq=False)
class FloorPlan:
    """A room with its seats, in the frame of its venue.

    Parameters
    ----------
    venue : Venue
    scene : Scene
        Row numbers and fixtures.
    walls : ndarray or None
        Corners of the outline; None where only pieces of wall are known.
    doors : tuple of DoorMark
    pillars : tuple of ndarray
    chairs : ndarray, shape (seats, 4, 2)
        Front left, front right, back right, back left.
    wheelchairs, companions : ndarray of bool, shape (seats,)
    """

    venue: Venue
    scene: Scene
    walls: Shapes | None
    doors: tuple[DoorMark, ...]
    pillars: tuple[Shapes, ...]
    chairs: Shapes
    wheelchairs: NDArray[np.bool_]
    companions: NDArray[np.bool_]

    @property
    def box(self) -> Box:
        """What holds everything, in metres: left, bottom, right, top."""
        points = [self.chairs.reshape(-1, 2), *(np.array(mark.outline) for mark in self.scene.fixtures)]
        points += [] if self.walls is None else [self.walls]
        points += [np.array([leaf.hinge, leaf.opened]) for door in self.doors for leaf in door.leaves]
        every = np.concatenate(points)
        low, high = every.min(axis=0), every.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    def shown(self) -> Iterator[FixtureMark]:
        """Yield the fixtures that are drawn as rectangles: all that are no wall, pillar or door of the outline."""
        for fixture, mark in zip(self.venue.fixtures, self.scene.fixtures, strict=True):
            known = self.walls is not None and fixture.id.startswith(("wall-", "pillar-", "door-"))
            if not known and fixture.kind != "door":
                yield replace(mark, outline=_circle(fixture)) if self._is_round(fixture) else mark

    def _is_round(self, fixture: Fixture) -> bool:
        """Tell whether a table is round: as wide as deep, with people all round it or standing."""
        kinds = {area.id: area.kind for area in self.venue.areas}
        around = kinds.get(fixture.area) in ("ring", "zone")
        return fixture.kind == "table" and around and abs(fixture.width - fixture.depth) < 1e-6


def floor_plan(venue: Venue, room: Room | None = None, options: ChartOptions | None = None) -> FloorPlan:
    """Return what a drawing of a room with its seats shows.

    Parameters
    ----------
    venue : Venue
    room : Room, optional
        In which the venue lies: gives the outline, the swing of doors and the true shape of pillars.
    options : ChartOptions, optional

    Returns
    -------
    FloorPlan

    Raises
    ------
    InputError
        If a name cannot be drawn.

    Examples
    --------
    >>> from seatplan.layout import Door, theatre
    >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(4, 0, 1.6),))
    >>> plan = floor_plan(theatre(hall).venue, hall)
    >>> plan.doors[0].label, len(plan.doors[0].leaves), plan.walls.shape
    ('门1', 2, (4, 2))
    """
    options = options or ChartOptions()
    scene = _scene(venue, options)
    require_glyphs([(f"fixture {mark.kind}", mark.label) for mark in scene.fixtures] + [("venue", scene.venue)])
    here = None if room is None else ground(room)
    features = [seat.features for seat in venue.seats]
    return FloorPlan(
        venue,
        scene,
        None if here is None else here.walls,
        tuple(_doors(venue) if room is None else _doors_of(room, options.lang)),
        () if here is None or room is None else here.solid[: len(room.pillars)],
        _chairs(venue),
        np.array([WHEELCHAIR in one for one in features], dtype=bool),
        np.array([COMPANION in one for one in features], dtype=bool),
    )


def _circle(fixture: Fixture) -> tuple[tuple[float, float], ...]:
    angles = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    points = np.column_stack([np.cos(angles), np.sin(angles)]) * fixture.width / 2 + (fixture.x, fixture.y)
    return tuple((float(x), float(y)) for x, y in points)


def _scene(venue: Venue, options: ChartOptions) -> Scene:
    """Return row numbers and fixtures as a chart of people has them, with nobody there."""
    return Builder(Problem(venue, Roster(())), Plan({}), None, None, options).scene()


def _doors_of(room: Room, lang: Lang) -> Iterator[DoorMark]:
    for threshold in ground(room).doors:
        door, name = threshold.door, plain(threshold.door.label(lang))
        yield DoorMark(jambs(threshold), leaves_of(threshold), name, door.closed, threshold.inward)


def _doors(venue: Venue) -> Iterator[DoorMark]:
    """Yield the doors of a venue, whose leaves are not known: they lead to where people sit."""
    middle = venue.xyz[:, :2].mean(axis=0) if venue.seats else np.zeros(2)
    for fixture in venue.fixtures:
        if fixture.kind == "door":
            place, angle = np.array([fixture.x, fixture.y]), np.radians(fixture.turn)
            long, deep = fixture.width >= fixture.depth, np.array([-np.sin(angle), np.cos(angle)])
            along, inward = (np.array([np.cos(angle), np.sin(angle)]), deep)[:: 1 if long else -1]
            half = max(fixture.width, fixture.depth) / 2 * along
            inward = inward if (middle - place) @ inward >= 0 else -inward
            yield DoorMark(np.stack([place - half, place + half]), (), plain(fixture.label), False, inward)


def _space(venue: Venue, seat: int, chair: float) -> float:
    """Return how wide a wheelchair space is drawn: no wider than its neighbours leave."""
    apart = np.hypot(*(venue.xyz[:, :2] - venue.xyz[seat, :2]).T)
    nearest = float(apart[apart > 1e-6].min()) if (apart > 1e-6).any() else _SPACE[0]
    return min(_SPACE[0], max(chair, 2 * nearest - chair))


def _chairs(venue: Venue) -> Shapes:
    """Return the outlines of chairs and of wheelchair spaces."""
    if not venue.seats:
        return np.empty((0, 4, 2))
    areas = [venue.areas[code] for code in venue.area_codes]
    width = np.array([min(_WIDE, area.seat_width * _CHAIR) for area in areas])
    depth = np.array([min(_DEEP, area.row_pitch * 0.62) for area in areas])
    for i in venue.with_feature(WHEELCHAIR).tolist():
        width[i], depth[i] = _space(venue, i, float(width[i])), min(_SPACE[1], areas[i].row_pitch * 0.95)
    facing = np.array([seat.facing for seat in venue.seats])
    return corners(venue.xyz[:, 0], venue.xyz[:, 1], width, depth, facing)
