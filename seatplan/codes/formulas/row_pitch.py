"""How far apart rows stand back to back, by how long they are."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.formulas.row_gap import Access
from seatplan.codes.pack import Pack
from seatplan.errors import Fault, InputError

__all__ = ["Chair", "row_pitch", "seat_width"]

Chair = Literal["soft", "hard"]
"""Upholstered or not."""


@by_code(max)
def row_pitch(
    pack: Pack, seats: int, *, access: Access = "both", chair: Chair = "soft", at_wall: bool = False
) -> float:
    """Return the pitch that a row of so many seats needs, as a short row or as a long one (codes.md 2.9).

    A short row that is too long may stand wider, by so much for each seat more; the smaller pitch of the two
    methods is enough.

    Parameters
    ----------
    pack : Code
    seats : int
    access : {"both", "one"}
    chair : {"soft", "hard"}
    at_wall : bool
        Whether it is the last row, at the wall behind.

    Returns
    -------
    float
        Metres.

    Raises
    ------
    InputError
        If the row is too long for both methods.

    Examples
    --------
    >>> [row_pitch("jgj-57-2016", seats) for seats in (22, 25, 50)]
    [0.9, 0.975, 1.1]
    >>> row_pitch("jgj-57-2016", 12, access="one", chair="hard")
    0.825
    """
    ways = [*_short(pack, seats, access, chair), *_long(pack, seats, access, chair)]
    if not ways:
        where = f"a row of {seats} seats"
        raise InputError([Fault(where, f"{pack.title} knows no pitch for it", "lay an aisle through it")])
    return float(min(ways) + (pack.si("row.pitch.wall") if at_wall else 0))


def _short(pack: Pack, seats: int, access: Access, chair: Chair) -> list[Fraction]:
    over = max(Fraction(0), seats - pack.si(f"row.seats.short.{access}"))
    if over and (not pack.says("row.pitch.add") or seats > _longest(pack, access)):
        return []
    return [pack.si(f"row.pitch.short.{chair}") + (over * pack.si("row.pitch.add") if over else 0)]


def _long(pack: Pack, seats: int, access: Access, chair: Chair) -> list[Fraction]:
    return [pack.si(f"row.pitch.long.{chair}")] if seats <= _longest(pack, access) else []


def _longest(pack: Pack, access: Access) -> Fraction:
    key = f"row.seats.long.{access}"
    return pack.si(key) if pack.says(key) else Fraction(0)


@by_code(max)
def seat_width(pack: Pack, chair: Chair = "soft") -> float:
    """Return how wide a seat is, from arm to arm (codes.md 2.9).

    Parameters
    ----------
    pack : Code
    chair : {"soft", "hard"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> seat_width("jgj-57-2016"), seat_width("jgj-57-2016", "hard")
    (0.55, 0.5)
    """
    return float(pack.si(f"seat.width.{chair}"))
