"""How many people a room is reckoned to hold, by its area."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.exact import Number, round_down, round_up
from seatplan.codes.pack import Pack

__all__ = ["Rounding", "Use", "fixed_load", "load_cap", "loose_seats", "occupant_load"]

Use = Literal[
    "standing", "chairs", "tables", "stage", "classroom", "exercise", "business", "library", "kitchen",
    "video", "games", "exhibition",
]  # fmt: skip
"""What an area is used for: ``chairs`` stand close, ``tables`` have chairs around."""
Rounding = Literal["up", "down", "nearest"]

_ROUNDED: dict[Rounding, Callable[[Number], int]] = {
    "up": round_up,
    "down": round_down,
    "nearest": lambda number: round_down(Fraction(number) + Fraction(1, 2)),
}


@by_code(max)
def occupant_load(pack: Pack, area: float, use: Use, *, rounding: Rounding = "up") -> int:
    """Return the people for whom the exits of an area are reckoned (codes.md 2.4).

    Parameters
    ----------
    pack : Code
    area : float
        Square metres.
    use : str
    rounding : {"up", "down", "nearest"}
        The tables do not say; most reviewers round up.

    Returns
    -------
    int

    Examples
    --------
    >>> from seatplan.codes import square_feet
    >>> [occupant_load("ibc-2021", square_feet(3000), use) for use in ("tables", "chairs")]
    [200, 429]
    """
    return _ROUNDED[rounding](Fraction(area) / pack.si(f"load.{use}"))


@by_code(min)
def load_cap(pack: Pack, area: float) -> int:
    """Return the most people to which a load may be increased where the exits allow (codes.md 2.4).

    Parameters
    ----------
    pack : Code
    area : float
        Square metres.

    Returns
    -------
    int
        Binds increases only, not the load itself.

    Examples
    --------
    >>> from seatplan.codes import square_feet
    >>> load_cap("ibc-2021", square_feet(3000))
    428
    """
    return round_down(Fraction(area) / pack.si("load.increase"))


@by_code(min)
def loose_seats(pack: Pack, area: float) -> int:
    """Return the most seats that may stand unsecured in a seating area (codes.md 2.4).

    Parameters
    ----------
    pack : Code
    area : float
        Square metres.

    Returns
    -------
    int

    Examples
    --------
    >>> from seatplan.codes import square_feet
    >>> loose_seats("nfpa-101", square_feet(1500))
    100
    """
    return round_down(Fraction(area) / pack.si("loose.area"))


@by_code(max)
def fixed_load(pack: Pack, seats: int) -> int:
    """Return the people for whom the exits of a room with fixed seats are reckoned (codes.md 2.8).

    Parameters
    ----------
    pack : Code
    seats : int

    Returns
    -------
    int

    Examples
    --------
    >>> fixed_load("gb-50016-2014", 300)
    330
    """
    return round_up(seats * pack.si("load.fixed"))
