"""Round tables: who fits around one, and how much floor it takes."""

from __future__ import annotations

from math import pi, sqrt
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["Grade", "round_grade", "round_pitch", "round_share", "seat_arc"]

Grade = Literal["ok", "tight", "reject"]
_ORDER: tuple[Grade, ...] = ("ok", "tight", "reject")


def seat_arc(diameter: float, seats: int) -> float:
    """Return how much of the edge of a round table each seat has (codes.md 3.4).

    Parameters
    ----------
    diameter : float
    seats : int

    Returns
    -------
    float

    Examples
    --------
    >>> round(seat_arc(60, 8), 1), round(seat_arc(60, 10), 1)
    (23.6, 18.8)
    """
    return pi * diameter / seats


def _worst(grades: list[Grade]) -> Grade:
    return max(grades, key=_ORDER.index)


@by_code(_worst)
def round_grade(pack: Pack, diameter: float, seats: int) -> Grade:
    """Return how well so many people sit at a round table (codes.md 3.4).

    Parameters
    ----------
    pack : Code
    diameter : float
        Metres.
    seats : int

    Returns
    -------
    {"ok", "tight", "reject"}

    Examples
    --------
    >>> [round_grade("practice", 1.524, seats) for seats in (8, 10, 12)]
    ['ok', 'tight', 'reject']
    """
    arc = seat_arc(diameter, seats)
    if not pack.read("rounds.arc").allows(arc):
        return "reject"
    return "ok" if pack.read("rounds.arc.comfort").allows(arc) else "tight"


def round_pitch(diameter: float, gap: float) -> float:
    """Return how far apart the middles of round tables are.

    Examples
    --------
    >>> round_pitch(60, 60)
    120
    """
    return diameter + gap


def round_share(diameter: float, gap: float, seats: int, *, staggered: bool = False) -> float:
    """Return how much floor each person has at round tables that fill it (codes.md 3.4).

    Parameters
    ----------
    diameter, gap : float
    seats : int
        At each table.
    staggered : bool
        Whether each row of tables stands in the gaps of the one before: rows are then closer by sqrt(3)/2.

    Returns
    -------
    float
        The square of the unit of ``diameter``.

    Examples
    --------
    >>> round_share(5, 5, 10), round(round_share(5, 5, 10, staggered=True), 2)
    (10.0, 8.66)
    """
    return round_pitch(diameter, gap) ** 2 * (sqrt(3) / 2 if staggered else 1) / seats
