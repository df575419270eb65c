"""`Room`: walls, doors, pillars, stage, as they are before any seat stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.room_faults import room_faults
from seatplan.layout.room_parts import Box, Door, FloorStep, Pillar, Place, Screen, Side, Stage
from seatplan.layout.shapes import Points, area

__all__ = ["Room"]


@dataclass(frozen=True)
class Room:
    """A room in metres, as on its own drawing: x to the right, y up.

    Parameters
    ----------
    walls : tuple of (float, float)
        Corners in order, either way round; the last is joined to the first. Any polygon whose sides do not cross.
    doors : tuple of Door
    pillars : tuple of Pillar
    stage : Stage, optional
    screen : Screen, optional
    aisles : tuple of Box
        Ways that stay free of seats.
    keep_clear : tuple of Box
        Floor that is taken by something else, so that nobody sits or walks there.
    steps : tuple of FloorStep
    slope : float
        Rise of the floor for each metre away from the front.
    windows : tuple of {"top", "right", "bottom", "left"}
        Sides of the drawing with windows.
    power : tuple of (float, float)
        Places of sockets.
    ceiling : float, optional
        Clear height.
    front : {"top", "right", "bottom", "left"}
        Side of the drawing at which the stage is, and to which the audience looks.
    name : str

    Raises
    ------
    InputError
        One message for each thing that is wrong, with its place: walls that cross themselves, doors that are in
        no wall, a stage that does not fit, measures that are no metres.

    Examples
    --------
    >>> hall = Room(((0, 0), (24, 0), (24, 18), (0, 18)), (Door(12, 0, 1.8),), stage=Stage(12, 16, 10, 4))
    >>> hall.floor_area, hall.doors[0].name
    (392.0, 'door 1')
    """

    walls: tuple[Place, ...]
    doors: tuple[Door, ...] = ()
    pillars: tuple[Pillar, ...] = ()
    stage: Stage | None = None
    screen: Screen | None = None
    aisles: tuple[Box, ...] = ()
    keep_clear: tuple[Box, ...] = ()
    steps: tuple[FloorStep, ...] = ()
    slope: float = 0.0
    windows: tuple[Side, ...] = ()
    power: tuple[Place, ...] = ()
    ceiling: float | None = None
    front: Side = "top"
    name: str = "Room"

    def __post_init__(self) -> None:
        named = tuple(
            door if door.name else replace(door, name=f"door {i}") for i, door in enumerate(self.doors, 1)
        )
        object.__setattr__(self, "doors", named)
        refuse(room_faults(self))

    @cached_property
    def corners(self) -> Points:
        """The corners of the walls, shape (n, 2), counter-clockwise."""
        corners = np.array(self.walls, dtype=np.float64)
        return corners if area(corners) > 0 else corners[::-1].copy()

    @cached_property
    def floor_area(self) -> float:
        """Square metres between the walls, without the pillars, the stage and what is kept clear."""
        solid = [*self.pillars, *self.keep_clear, *([self.stage] if self.stage else ())]
        return abs(area(self.corners)) - sum(abs(area(thing.outline)) for thing in solid)

    @property
    def exits(self) -> tuple[Door, ...]:
        """The doors that are not closed."""
        return tuple(door for door in self.doors if not door.closed)

    def close(self, name: str) -> Room:
        """Return the same room with one door closed: its landing stays free, but nobody leaves by it.

        Examples
        --------
        >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(2, 0, 1, name="north"), Door(6, 0, 1)))
        >>> [door.name for door in hall.close("north").exits]
        ['door 2']
        """
        refuse(_unknown(self, name))
        doors = tuple(replace(door, closed=door.closed or name in _names(door)) for door in self.doors)
        return replace(self, doors=doors)

    def with_door(self, door: Door) -> Room:
        """Return the same room with one door more.

        Examples
        --------
        >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)))
        >>> len(hall.with_door(Door(2, 0, 1)).exits)
        1
        """
        return replace(self, doors=(*self.doors, door))


def _unknown(room: Room, name: str) -> Iterator[Fault]:
    known = [door.name for door in room.doors]
    if not any(name in _names(door) for door in room.doors):
        yield Fault(f"room {room.name!r}", f"it has no door {name!r}", f"use one of: {', '.join(known) or 'none'}")


def _names(door: Door) -> tuple[str, str]:
    """Return what a door is called in both languages."""
    return door.name, door.label("zh")


def rectangle(width: float, depth: float) -> tuple[Place, ...]:
    """Return the walls of a rectangular room with a corner at the origin.

    Raises
    ------
    InputError
        For measures that are not positive.

    Examples
    --------
    >>> rectangle(24, 18)
    ((0.0, 0.0), (24.0, 0.0), (24.0, 18.0), (0.0, 18.0))
    """
    if not (width > 0 and depth > 0):
        raise InputError([Fault("room size", f"{width:g} x {depth:g} m", "give a positive width and depth")])
    w, d = float(width), float(depth)
    return (0.0, 0.0), (w, 0.0), (w, d), (0.0, d)
