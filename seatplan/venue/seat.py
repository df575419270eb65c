"""The facts of a room, each a frozen dataclass in metres and degrees.

The frame of a venue: the origin is the middle of the stage's front edge, x runs to the right of somebody in
the hall who faces the stage, y runs from the hall towards the back of the stage, z is the height of the floor.
A chart with the stage at the top of the page has x to the right and y up. ``facing`` is the direction in which
the occupant looks, in degrees counter-clockwise from x: 90 looks at the stage, 270 looks from the stage into
the hall. ``position`` is the place in the row as the *occupant* sees it: negative is the occupant's left
(protocol.md section 0), so on a rostrum it grows towards smaller x.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["COMPANION", "WHEELCHAIR", "Area", "AreaKind", "Fixture", "FixtureKind", "Seat"]

WHEELCHAIR = "wheelchair"
"""Feature of a space for somebody who stays in a wheelchair; there is no chair on it."""
COMPANION = "companion"
"""Feature of the seat beside a wheelchair space that is kept for the companion."""

AreaKind = Literal[
    "rostrum",
    "hall",
    "zone",
    "table",
    "ring",
    "sofas",
    "signing",
    "photo",
    "parliament",
    "benches",
    "vehicle",
    "flags",
]
FixtureKind = Literal["stage", "lectern", "screen", "door", "steps", "aisle", "table", "banner", "wall", "other"]


@dataclass(frozen=True, slots=True)
class Seat:
    """One place for one person.

    Parameters
    ----------
    id : str
        Unique in the venue; never shown to people.
    label : str
        What is printed, such as ``"3排12号"``; never compared.
    area : str
        Id of the `Area`.
    row : int
        1 is nearest the stage (in a hall) or the front row (of a rostrum).
    number : int
        Seat number as printed in the row.
    position : float
        Signed place in the row in seats, whole or half; negative is the occupant's left, 0 the centre line.
    block : int
        Index of the block within the row, from the occupant's left. Seats of different blocks are never
        neighbours: an aisle lies between them.
    column : int
        Index of the column, from the occupant's left; the same for seats one behind the other.
    x, y, z : float
        Place of the seat's middle, in metres.
    facing : float
        Direction of the occupant's eyes in degrees counter-clockwise from x.
    features : frozenset of str
        Such as `WHEELCHAIR` and `COMPANION`; users may add their own.
    walls : frozenset of {"left", "right", "front", "back"}
        Sides, as the occupant sees them, on which a wall, pillar or parapet stands, so that nobody passes.
        The end of a block without a wall adjoins an aisle.

    Examples
    --------
    >>> Seat("h-1-1", "1排1号", "hall", row=1, number=1, position=-0.5).row
    1
    """

    id: str
    label: str
    area: str
    row: int
    number: int
    position: float
    block: int = 0
    column: int = 0
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    facing: float = 90.0
    features: frozenset[str] = frozenset()
    walls: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the room with rows of its own: a rostrum, a hall or one floor of it, one side of a table.

    Parameters
    ----------
    id, label : str
        Key, and the name that is shown.
    kind : str
        What it is; protocol treats each kind by its own rules. A ``table`` is a row of chairs along one side of a
        table; a ``ring`` goes all round one, and its first and last seats are neighbours. People stand in a
        ``photo`` and at a ``signing``; ``benches`` face other benches; ``flags`` are poles.
    floor : int
        1 is the ground floor.
    seat_width, row_pitch : float
        Metres from seat to seat and from row to row.

    Examples
    --------
    >>> Area("rostrum", "主席台", "rostrum").floor
    1
    """

    id: str
    label: str
    kind: AreaKind
    floor: int = 1
    seat_width: float = 0.55
    row_pitch: float = 0.90


@dataclass(frozen=True, slots=True)
class Fixture:
    """A thing of the room that is no seat, as a rectangle on the floor.

    Parameters
    ----------
    id, label : str
        Key, and the name that is shown.
    kind : str
        One of `FixtureKind`.
    x, y : float
        Middle, in metres.
    width, depth : float
        Size along x and y in metres, before turning.
    turn : float
        Turn about the middle, in degrees counter-clockwise.
    step_free : bool
        For doors and steps: passable in a wheelchair (a ramp counts as ``steps`` that are step-free).
    area : str
        Id of the area it serves; empty when it serves the ground floor.
    z : float
        Height of the floor on which it stands, in metres.
    height : float
        Metres from its foot to its top; 0 when it does not matter.

    Examples
    --------
    >>> Fixture("d1", "Door 1", "door", x=-12.0, y=-3.0, width=0.1, depth=1.6).step_free
    True
    """

    id: str
    label: str
    kind: FixtureKind
    x: float
    y: float
    width: float
    depth: float
    turn: float = 0.0
    step_free: bool = True
    area: str = ""
    z: float = 0.0
    height: float = 0.0
