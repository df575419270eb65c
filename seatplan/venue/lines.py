"""Seats along a line or an arc: what the rooms of meetings, ceremonies and dinners are made of.

Rooms are drawn with the door at the bottom of the page (protocol.md section 0, page convention B): y grows away
from the door, so ``facing`` 270 looks at the door and 90 has it in the back. Positions grow towards the
occupants' own right hand, whatever way they look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, degrees, radians, sin

from seatplan.errors import Fault, refuse
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Fixture, Seat

__all__ = ["Line", "along", "around", "door", "measure_faults", "refuse_numbers", "signed"]

AWAY, TO_DOOR = 90.0, 270.0
"""Directions of eyes: with the door in the back, and facing the door."""
_DOOR_WIDTH, _DOOR_DEPTH = 1.6, 0.15
_DOOR = {"zh": "门", "en": "Door"}


def signed(count: int) -> tuple[float, ...]:
    """Return the positions of a row that is centred with its own parity, from the occupants' left.

    Examples
    --------
    >>> signed(4)
    (-1.5, -0.5, 0.5, 1.5)
    """
    return tuple(k - (count - 1) / 2 for k in range(count))


@dataclass(frozen=True)
class Line:
    """One row of seats before it is placed.

    Parameters
    ----------
    area : Area
        Its ``seat_width`` is the distance from seat to seat.
    positions : sequence of float
        Signed positions from the occupants' left.
    row : int
    name : str
        Seats are labelled with it and their number, which counts from the occupants' left.
    features, walls : frozenset of str
        Of every seat.
    first_column : int
        Column of the seat on the centre line, or next to it at its right.
    z : float
        Height of the floor.
    step : float
        Metres from place to place; 0 for the area's ``seat_width``.
    language : {"zh", "en"}
    """

    area: Area
    positions: Sequence[float]
    row: int = 1
    name: str = ""
    features: frozenset[str] = frozenset()
    walls: frozenset[str] = frozenset()
    first_column: int = 0
    z: float = 0.0
    step: float = 0.0
    language: Language = "zh"

    @property
    def pitch(self) -> float:
        """Metres from place to place."""
        return self.step or self.area.seat_width

    def seat(self, index: int, x: float, y: float, facing: float) -> Seat:
        """Return the seat at a place of the row."""
        position = self.positions[index]
        return Seat(
            f"{self.area.id}-{self.row}-{index + 1}",
            f"{self.name}{index + 1}{'号' if self.language == 'zh' else ''}",
            self.area.id,
            self.row,
            index + 1,
            position=position,
            column=self.first_column + int(position // 1),
            x=round(x, 6) + 0.0,
            y=round(y, 6) + 0.0,
            z=self.z,
            facing=round(facing % 360, 6),
            features=self.features,
            walls=self.walls,
        )


def along(line: Line, middle: tuple[float, float], facing: float) -> list[Seat]:
    """Return a straight row.

    Parameters
    ----------
    line : Line
    middle : (float, float)
        Where position 0 is, in metres.
    facing : float
        Where the occupants look, in degrees.

    Examples
    --------
    >>> row = Line(Area("t", "", "table", seat_width=0.5), signed(2))
    >>> [(seat.x, seat.position) for seat in along(row, (0.0, 0.0), TO_DOOR)]
    [(0.25, -0.5), (-0.25, 0.5)]
    """
    a = radians(facing)
    right = sin(a) * line.pitch, -cos(a) * line.pitch
    places = ((middle[0] + p * right[0], middle[1] + p * right[1]) for p in line.positions)
    return [line.seat(i, x, y, facing) for i, (x, y) in enumerate(places)]


def around(line: Line, middle: tuple[float, float], radius: float) -> list[Seat]:
    """Return a row on an arc that faces its centre, with position 0 opposite the door.

    Examples
    --------
    >>> row = Line(Area("s", "", "sofas", seat_width=1.0), (-1.0, 0.0, 1.0))
    >>> [(round(seat.x, 2), round(seat.y, 2)) for seat in around(row, (0.0, 0.0), 2.0)]
    [(0.96, 1.76), (0.0, 2.0), (-0.96, 1.76)]
    """
    angles = [position * line.pitch / radius for position in line.positions]
    places = ((middle[0] - radius * sin(a), middle[1] + radius * cos(a)) for a in angles)
    turned = (TO_DOOR + degrees(a) for a in angles)
    return [line.seat(i, x, y, f) for i, ((x, y), f) in enumerate(zip(places, turned, strict=True))]


def door(
    area: str, seats: Iterable[Seat], fixtures: Iterable[Fixture], language: Language, *, gap: float = 1.5
) -> Fixture:
    """Return a door at the bottom of the page, in the middle below all that stands there.

    Examples
    --------
    >>> row = along(Line(Area("t", "", "table", seat_width=0.5), signed(2)), (0.0, 0.0), TO_DOOR)
    >>> door("t", row, (), "en").y
    -1.5
    """
    low = [seat.y for seat in seats] + [fixture.y - fixture.depth / 2 for fixture in fixtures]
    y = round(min(low, default=0.0) - gap, 6)
    return Fixture(f"{area}-door", _DOOR[language], "door", 0.0, y, _DOOR_WIDTH, _DOOR_DEPTH)


def measure_faults(builder: str, metres: Mapping[str, float]) -> Iterator[Fault]:
    """Yield a fault for each measure that is not positive."""
    for name, value in metres.items():
        if not value > 0:
            yield Fault(f"{builder} {name}", f"{value} m", "give a positive number of metres")


def refuse_numbers(builder: str, least: Mapping[str, tuple[int, int]], metres: Mapping[str, float]) -> None:
    """Refuse counts below their least and measures that are not positive.

    Examples
    --------
    >>> refuse_numbers("talks_table", {"seats": (0, 1)}, {})
    Traceback (most recent call last):
    seatplan.errors.InputError: talks_table seats: 0; give at least 1
    """
    few = [
        Fault(f"{builder} {name}", f"{count}", f"give at least {low}")
        for name, (count, low) in least.items()
        if count < low
    ]
    refuse([*few, *measure_faults(builder, metres)])
