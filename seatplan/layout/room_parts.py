"""What belongs to a room besides its walls, in metres on the room's own drawing: x to the right, y up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from seatplan.layout.shapes import Points, box, disc
from seatplan.venue.numbering import Language

__all__ = ["Box", "Door", "FloorStep", "Pillar", "Place", "Screen", "Side", "Stage"]

Place = tuple[float, float]
Side = Literal["top", "right", "bottom", "left"]
"""A side of the drawing."""
Swing = Literal["out", "in", "slide"]
"""Which way a door opens, seen from the room."""


@dataclass(frozen=True, slots=True)
class Door:
    """A door in a wall.

    Parameters
    ----------
    x, y : float
        Its middle, on a wall.
    width : float
        Clear width.
    swing : {"out", "in", "slide"}
        A door that opens inwards needs the floor in front of it for its leaf.
    name : str
        Default: door 1, door 2, ...
    step_free : bool
        Passable in a wheelchair.
    closed : bool
        It is there, and the floor before it stays free, but nobody leaves by it.
    landing : float
        Metres of floor before the door that stay free of seats (GB 50016 5.5.19: 1.40 m without steps).

    Examples
    --------
    >>> Door(12.0, 0.0, 1.6).reach
    1.4
    """

    x: float
    y: float
    width: float
    swing: Swing = "out"
    name: str = ""
    step_free: bool = True
    closed: bool = False
    landing: float = 1.4

    def label(self, language: Language = "en") -> str:
        """Return its name; of a door that was only counted, the word for a door with its number.

        Examples
        --------
        >>> Door(1, 0, 1, name="door 2").label("zh"), Door(1, 0, 1, name="north").label("zh")
        ('门2', 'north')
        """
        word, _, number = self.name.partition(" ")
        return f"门{number}" if language == "zh" and word == "door" and number.isdecimal() else self.name

    @property
    def reach(self) -> float:
        """Metres of floor before the door that stay free, its leaf included."""
        return max(self.landing, self.width if self.swing == "in" else 0.0)


@dataclass(frozen=True, slots=True)
class Pillar:
    """Something solid in the room: a column, a projecting shaft.

    Parameters
    ----------
    x, y : float
        Its middle; with ``corners`` they are not used.
    diameter : float
        Of a round one.
    width, depth, turn : float
        Of a rectangular one, turned counter-clockwise by degrees.
    corners : tuple of (float, float)
        Of any other.

    Examples
    --------
    >>> Pillar(3.0, 4.0, width=0.5, depth=0.5).outline.tolist()
    [[2.75, 3.75], [3.25, 3.75], [3.25, 4.25], [2.75, 4.25]]
    """

    x: float = 0.0
    y: float = 0.0
    diameter: float = 0.0
    width: float = 0.0
    depth: float = 0.0
    turn: float = 0.0
    corners: tuple[Place, ...] = ()

    @property
    def outline(self) -> Points:
        """Corners; a round one is a polygon that just contains it."""
        if self.corners:
            return np.array(self.corners, dtype=np.float64).reshape(-1, 2)
        if self.diameter:
            return disc(self.x, self.y, self.diameter)
        return box(self.x, self.y, self.width, self.depth, self.turn)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage or dais, as a rectangle along the front side of the room.

    Parameters
    ----------
    x, y : float
        Middle.
    width, depth : float
        Along x and y of the drawing.
    height : float
        Of its floor above the hall's.
    steps : tuple of {"left", "right"}
        Where steps lead up, as seen from the hall.
    ramp : {"left", "right", ""}
        Where a ramp does.

    Examples
    --------
    >>> Stage(12.0, 16.0, 10.0, 4.0, 0.6).outline[0].tolist()
    [7.0, 14.0]
    """

    x: float
    y: float
    width: float
    depth: float
    height: float = 0.6
    steps: tuple[Literal["left", "right"], ...] = ("left", "right")
    ramp: Literal["left", "right", ""] = ""

    @property
    def outline(self) -> Points:
        """Corners."""
        return box(self.x, self.y, self.width, self.depth)


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen for pictures, its plane along the front side of the room.

    Parameters
    ----------
    x, y : float
        Middle of its foot on the floor plan.
    width, height : float
        Of the picture.
    bottom : float
        Lower edge above the floor.

    Examples
    --------
    >>> Screen(0.0, 0.0, 4.0, 2.25).bottom
    1.2
    """

    x: float
    y: float
    width: float
    height: float
    bottom: float = 1.2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the floor: a fixed aisle, or a place that is kept clear for something else.

    Parameters
    ----------
    x, y : float
        Middle.
    width, depth : float
        Along x and y of the drawing.
    turn : float
        Degrees counter-clockwise.
    name : str
    flexible : bool
        Of a place kept clear: people may sit there if that gives more places than its price.
    price : int
        Places.

    Examples
    --------
    >>> Box(0.0, 0.0, 2.0, 1.0, name="mixing desk").outline.max(axis=0).tolist()
    [1.0, 0.5]
    """

    x: float
    y: float
    width: float
    depth: float
    turn: float = 0.0
    name: str = ""
    flexible: bool = False
    price: int = 0

    @property
    def outline(self) -> Points:
        """Corners."""
        return box(self.x, self.y, self.width, self.depth, self.turn)


@dataclass(frozen=True, slots=True)
class FloorStep:
    """A step across the whole room, parallel to its front.

    Parameters
    ----------
    distance : float
        Metres from the front edge of the stage, or from the front wall when there is no stage.
    height : float
        Metres by which the floor behind it is higher; negative when it is lower.

    Examples
    --------
    >>> FloorStep(8.0, 0.15).height
    0.15
    """

    distance: float
    height: float
