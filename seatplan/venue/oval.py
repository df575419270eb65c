"""Oval tables with people all round (protocol.md 4.3)."""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, pi, sin
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.venue.lines import door, refuse_numbers
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring
from seatplan.venue.seat import Area, Fixture
from seatplan.venue.venue import Venue

__all__ = ["oval_table"]

_CHAIR = 0.35
_SMALLEST = 0.15
"""Metres: half the width of the narrowest table."""
_STEPS = 3600
_RATIO = 0.55
"""Width of an oval table by its length."""
_WORDS = {"zh": ("椭圆桌", ""), "en": ("Table", "Seat ")}
Place = tuple[float, float, float]


def oval_table(
    *,
    seats: int,
    first: Literal["end", "side"] = "end",
    id: str = "oval",  # noqa: A002
    label: str = "",
    seat_width: float = 0.75,
    language: Language = "zh",
) -> Venue:
    """Return an oval table; its first seat faces the door at the bottom of the page.

    Parameters
    ----------
    seats : int
    first : {"end", "side"}
        Where the main seat is: at the inner end of a table that stands end-on to the door, or in the middle of
        the far side of one that stands across the room (4.3, both C [S89]).
    id, label : str
        Of the area; the label is part of the seats' labels.
    seat_width : float
        Metres from chair to chair.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``ring``: seat 1 is the main seat, seat 2 is at its right hand.

    Raises
    ------
    InputError
        For fewer than six seats, and measures that are not positive.

    Examples
    --------
    >>> table = oval_table(seats=8)
    >>> table.seats[0].facing, table.seats[2].x < 0
    (270.0, True)
    """
    refuse_numbers("oval_table", {"seats": (seats, 6)}, {"seat_width": seat_width})
    kind, word = _WORDS[language]
    name = f"{label} seat " if label and language == "en" else label or word
    area = Area(id, label or kind, "ring", 1, seat_width, seat_width)
    across, away = _axes(seats * seat_width, first)
    refuse(
        [Fault("oval_table", f"{seats} chairs {seat_width:g} m apart leave no table", "use more or wider seats")]
        if min(across, away) < _CHAIR + _SMALLEST
        else []
    )
    chairs = Ring(area, name, language).seats(_places(seats, across, away))
    size = 2 * (across - _CHAIR), 2 * (away - _CHAIR)
    top = Fixture(f"{id}-top", area.label, "table", 0.0, 0.0, *size, area=id, height=0.75)
    return Venue(area.label, tuple(chairs), (area,), (top, door(id, chairs, (), language)))


def _axes(round_: float, first: str) -> tuple[float, float]:
    """Return the half axes of the ring of chairs, across the page and away from the door.

    Their perimeter is near ``round_`` (Ramanujan's first formula).
    """
    a, b = 1.0, _RATIO
    whole = pi * (3 * (a + b) - ((3 * a + b) * (a + 3 * b)) ** 0.5)
    long, wide = (round(axis * round_ / whole, 3) for axis in (a, b))
    return (wide, long) if first == "end" else (long, wide)


def _places(seats: int, across: float, away: float) -> list[Place]:
    """Return chairs at equal distances along an ellipse, from its top towards the left of the page."""
    return [_place(angle, across, away) for angle in _angles(seats, across, away).tolist()]


def _angles(seats: int, across: float, away: float) -> NDArray[np.float64]:
    """Return the parameter of each chair on the ellipse."""
    t = np.linspace(0.5 * pi, 2.5 * pi, _STEPS + 1)
    x, y = across * np.cos(t), away * np.sin(t)
    length = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    return np.asarray(np.interp(length[-1] * np.arange(seats) / seats, length, t))


def _place(t: float, across: float, away: float) -> Place:
    """Return a chair that looks at the table's edge."""
    nx, ny = -away * cos(t), -across * sin(t)
    facing = degrees(atan2(ny / hypot(nx, ny), nx / hypot(nx, ny))) % 360
    return across * cos(t), away * sin(t), round(facing, 3)
