"""`Ground`: a room in the frame of its venue, with what nobody crosses and where nobody sits.

The origin is the middle of the stage's front edge, or of the front wall where there is no stage; x runs to the
right of somebody who faces the front, and the hall lies at negative y.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from seatplan.layout.room import Room
from seatplan.layout.room_parts import Door, Side
from seatplan.layout.shapes import Points, box, edges, nearest_edge, turning

__all__ = ["Frame", "Ground", "Threshold", "frame_of", "ground"]

_TURN: dict[Side, float] = {"top": 0.0, "right": 90.0, "bottom": 180.0, "left": 270.0}
"""Degrees by which a room is turned so that its front is at the top."""
_FLUSH = 0.05
_STEPS = (1.2, 0.9)
"""Metres of steps to a stage, across and out."""


@dataclass(frozen=True, eq=False)
class Threshold:
    """A door in the frame of the venue.

    Parameters
    ----------
    door : Door
    place : ndarray, shape (2,)
        Its middle, on the wall.
    inward : ndarray, shape (2,)
        Unit vector into the room.
    """

    door: Door
    place: Points
    inward: Points

    @cached_property
    def landing(self) -> Points:
        """Outline of the floor before it that stays free."""
        along = np.array([-self.inward[1], self.inward[0]]) * self.door.width / 2
        deep = self.inward * self.door.reach
        return np.array(
            [self.place - along, self.place + along, self.place + along + deep, self.place - along + deep]
        )

    @property
    def turn(self) -> float:
        """Direction of the wall in degrees."""
        return float(np.degrees(np.arctan2(self.inward[1], self.inward[0])) - 90.0)


@dataclass(frozen=True, eq=False)
class Ground:
    """A room in the frame of its venue.

    Parameters
    ----------
    room : Room
    walls : ndarray, shape (n, 2)
        Corners, counter-clockwise.
    stage : ndarray or None
        Outline of the stage.
    solid : tuple of ndarray
        Outlines of what nobody crosses: pillars, the stage, what is kept clear.
    ways : tuple of ndarray
        Outlines of the fixed aisles.
    doors : tuple of Threshold
    screen : ndarray or None
        Place of the screen.

    Examples
    --------
    >>> from seatplan.layout import Door, Stage
    >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(4, 0, 1),), stage=Stage(4, 5, 4, 2))
    >>> here = ground(hall)
    >>> here.walls.tolist(), here.doors[0].landing[2].tolist()
    ([[-4.0, -4.0], [4.0, -4.0], [4.0, 2.0], [-4.0, 2.0]], [-0.5, -2.6])
    """

    room: Room
    walls: Points
    stage: Points | None
    solid: tuple[Points, ...]
    ways: tuple[Points, ...]
    doors: tuple[Threshold, ...]
    screen: Points | None = None

    @property
    def depth(self) -> float:
        """Metres from the front to the farthest wall behind the audience."""
        return float(-self.walls[:, 1].min())

    @property
    def span(self) -> tuple[float, float]:
        """Least and largest x."""
        return float(self.walls[:, 0].min()), float(self.walls[:, 0].max())

    @cached_property
    def open(self) -> tuple[Points, ...]:
        """Outlines of the floor on which people walk and nobody sits: fixed aisles and landings."""
        return (*self.ways, *(door.landing for door in self.doors))

    @cached_property
    def steps(self) -> dict[Side, Points]:
        """Outlines of the steps and the ramp that lead up to the stage, by the side on which they are."""
        if self.stage is None or self.room.stage is None:
            return {}
        low, high = self.stage.min(axis=0), self.stage.max(axis=0)
        middle = {"left": low[0] + _STEPS[0] / 2, "right": high[0] - _STEPS[0] / 2}
        sides = dict.fromkeys((*self.room.stage.steps, *([self.room.stage.ramp] if self.room.stage.ramp else [])))
        return {side: box(middle[side], low[1] - _STEPS[1] / 2, *_STEPS) for side in sides}

    def rise(self, out: float) -> float:
        """Return the height of the floor so many metres from the front."""
        steps = sum(step.height for step in self.room.steps if step.distance <= out)
        return float(self.room.slope * max(0.0, out) + steps)


def ground(room: Room) -> Ground:
    """Return a room in the frame of its venue.

    Parameters
    ----------
    room : Room

    Returns
    -------
    Ground
    """
    placed = frame_of(room).placed
    solid = [pillar.outline for pillar in room.pillars] + [thing.outline for thing in room.keep_clear]
    solid += [room.stage.outline] if room.stage else []
    return Ground(
        room,
        placed(room.corners),
        None if room.stage is None else placed(room.stage.outline),
        tuple(map(placed, solid)),
        tuple(placed(way.outline) for way in room.aisles),
        tuple(
            _threshold(door, placed(room.corners), placed(np.array([[door.x, door.y]]))[0]) for door in room.doors
        ),
        None if room.screen is None else placed(np.array([[room.screen.x, room.screen.y]]))[0],
    )


@dataclass(frozen=True, eq=False)
class Frame:
    """From the drawing of a room to its venue.

    Parameters
    ----------
    degrees : float
        By which the room is turned counter-clockwise ...
    shift : ndarray, shape (2,)
        ... and then moved.
    """

    degrees: float
    shift: Points

    def placed(self, points: Points) -> Points:
        """Return points of the drawing in the venue."""
        return np.round(points @ turning(self.degrees).T + self.shift, 9)


def frame_of(room: Room) -> Frame:
    """Return where the drawing of a room lies in its venue.

    Examples
    --------
    >>> frame_of(Room(((0, 0), (8, 0), (8, 6), (0, 6)))).placed(np.array([[4.0, 6.0]])).tolist()
    [[0.0, 0.0]]
    """
    degrees = _TURN[room.front]
    outline = room.corners if room.stage is None else room.stage.outline
    return Frame(degrees, -_front(outline @ turning(degrees).T, room.stage is None))


def _front(outline: Points, is_wall: bool) -> Points:
    """Return the middle of the stage's front edge, or of the wall at the front."""
    if not is_wall:
        return np.array([(outline[:, 0].min() + outline[:, 0].max()) / 2, outline[:, 1].min()])
    top = outline[:, 1].max()
    at_top = outline[outline[:, 1] >= top - _FLUSH, 0]
    return np.array([(at_top.min() + at_top.max()) / 2, top])


def _threshold(door: Door, walls: Points, place: Points) -> Threshold:
    """Put a door on its wall; walls run counter-clockwise, so the room is at their left."""
    wall, _, along = nearest_edge(edges(walls), (float(place[0]), float(place[1])))
    start, end = edges(walls)[wall]
    way = (end - start) / np.hypot(*(end - start))
    return Threshold(door, start + way * along, np.array([-way[1], way[0]]))


def stage_with_clearance(here: Ground, metres: float) -> tuple[Points, ...]:
    """Return the stage with so much floor before it and beside it, and its steps; nothing without a stage.

    Examples
    --------
    >>> from seatplan.layout import Stage
    >>> hall = ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)), stage=Stage(4, 5, 4, 2)))
    >>> stage_with_clearance(hall, 1.5)[0].min(axis=0).tolist()
    [-3.5, -1.5]
    """
    if here.stage is None:
        return ()
    low, high = here.stage.min(axis=0) - metres, here.stage.max(axis=0) + metres
    middle, size = (low + high) / 2, high - low
    return (box(*middle, *size), *here.steps.values())
