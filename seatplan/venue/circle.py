"""Armchairs in a circle: tea parties and round-table meetings without a table (protocol.md 4.3)."""

from __future__ import annotations

from math import cos, pi, radians, sin

from seatplan.venue.lines import door, refuse_numbers
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring, round_places
from seatplan.venue.seat import Area, Fixture
from seatplan.venue.venue import Venue

__all__ = ["chair_circle"]

_SMALL = 0.5
"""Metres: side of a tea table."""
_SMALLEST = 1.8
_REACH = 0.9
"""Metres from the middle of a chair to that of the table before it."""
_WORDS = {"zh": ("环形座席", "", "茶几"), "en": ("Circle", "Seat ", "Tea")}


def chair_circle(
    *,
    seats: int,
    tea_tables: bool = True,
    id: str = "circle",  # noqa: A002
    label: str = "",
    seat_width: float = 1.2,
    language: Language = "zh",
) -> Venue:
    """Return armchairs in a circle; the first seat faces the door at the bottom of the page.

    A tea party (茶话会) sits in a ring, scattered, or at round tables, and ranks little (4.3, D). For round tables
    see `banquet`.

    Parameters
    ----------
    seats : int
    tea_tables : bool
        A small table for each two chairs, before and between them.
    id, label : str
        Of the area; the label is part of the seats' labels.
    seat_width : float
        Metres from the middle of a chair to that of the next.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``ring``: seat 1 faces the door, seat 2 is at its right hand.

    Raises
    ------
    InputError
        For fewer than three seats, and chairs that stand in each other or in a table.

    Examples
    --------
    >>> room = chair_circle(seats=6)
    >>> [seat.label for seat in room.seats][:2], sum(thing.kind == "table" for thing in room.fixtures)
    (['1号', '2号'], 3)
    """
    refuse_numbers("chair_circle", {"seats": (seats, 3)}, {"seat_width": seat_width})
    kind, word, tea = _WORDS[language]
    name = f"{label} " if label and language == "en" else label or word
    area = Area(id, label or kind, "ring", 1, 0.7, 0.7)
    radius = max(_SMALLEST, seats * seat_width / (2 * pi))
    chairs = Ring(area, name, language).seats(round_places(seats, radius))
    tables = _tea_tables(area, seats, radius - _REACH, tea) if tea_tables else []
    return Venue(area.label, tuple(chairs), (area,), (*tables, door(id, chairs, tables, language, gap=1.2)))


def _tea_tables(area: Area, seats: int, inner: float, label: str) -> list[Fixture]:
    """Return a table before each two chairs, the first before seats 1 and 2."""
    angles = [90.0 + 360.0 * (k + 0.5) / seats for k in range(0, seats - 1, 2)]
    places = [(inner * cos(radians(a)), inner * sin(radians(a))) for a in angles]
    size = _SMALL, _SMALL
    return [
        Fixture(f"{area.id}-tea-{k}", label, "table", round(x, 6), round(y, 6), *size, area=area.id, height=0.5)
        for k, (x, y) in enumerate(places, start=1)
    ]
