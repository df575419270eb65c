"""Doors by streams of people who walk abreast, as it is taught in China."""

from __future__ import annotations

from fractions import Fraction

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_up
from seatplan.codes.formulas.aisle_width import Floor
from seatplan.codes.pack import Pack

__all__ = ["door_width_by_streams"]


@by_code(max)
def door_width_by_streams(
    pack: Pack,
    persons: float,
    *,
    floor: Floor = "level",
    rating_iii: bool = False,
    rate: float | None = None,
    minutes: float | None = None,
) -> float:
    """Return how wide a door is that so many people pass in time (codes.md 2.8).

    ``streams = ceil(persons / (rate * minutes))``; each is 0.55 m wide, and a door has its least width.

    Parameters
    ----------
    pack : Code
    persons : float
        At this door.
    floor : {"level", "stepped"}
    rating_iii : bool
        Whether the building has fire rating III: then there is less time.
    rate : float, optional
        Persons of one stream in a minute; that of the pack.
    minutes : float, optional
        That of the pack.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> door_width_by_streams("gb-50016-2014", 267, rate=40)
    2.2
    >>> door_width_by_streams("gb-50016-2014", 273, floor="stepped")
    2.2
    """
    each = Fraction(rate) if rate else pack.si(f"stream.rate.{floor}")
    time = Fraction(minutes) if minutes else pack.si("stream.time" + ".rating-iii" * rating_iii)
    streams = round_up(Fraction(persons) / (each * time))
    return float(max(streams * pack.si("stream.width"), pack.si("exits.door.width")))
