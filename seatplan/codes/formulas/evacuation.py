"""How long it takes people to leave, and how fast they walk."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["Way", "effective_width", "egress_time", "hydraulic_flow", "hydraulic_speed", "walking_speed"]

Way = Literal["corridor", "down", "up"]
Passage = Literal["corridor", "stairs", "door"]


@by_code(max)
def egress_time(
    pack: Pack, persons: int, width: float, *, floor: Literal["level", "stepped", "up"] = "level"
) -> float:
    """Return how long so many people take through ways of so much width: ``N / (width * rate)`` (codes.md 4.2).

    Parameters
    ----------
    pack : Code
        One that gives rates, such as ``uk-green-guide`` or ``imo``.
    persons : int
    width : float
        Metres of all ways together.
    floor : {"level", "stepped", "up"}
        Level ways and doors, stairs down, stairs up.

    Returns
    -------
    float
        Minutes.

    Examples
    --------
    >>> [round(egress_time("uk-green-guide", 600, 3.0, floor=floor), 2) for floor in ("level", "stepped")]
    [2.44, 3.03]
    """
    return float(persons / (Fraction(width) * pack.si(f"flow.{floor}")))


@by_code(min)
def effective_width(pack: Pack, width: float, passage: Passage) -> float:
    """Return how much of a width people use: nobody walks along the very wall (codes.md 4.2).

    Parameters
    ----------
    pack : Code
        Such as ``hydraulic``.
    width : float
        Metres.
    passage : {"corridor", "stairs", "door"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> effective_width("hydraulic", 1.8, "corridor"), effective_width("hydraulic", 1.3, "door")
    (1.4, 1.0)
    """
    return float(max(Fraction(0), Fraction(str(width)) - 2 * pack.si(f"boundary.{passage}")))


@by_code(min)
def walking_speed(pack: Pack, density: float, *, way: Way = "corridor", full: bool = False) -> float:
    """Return how fast people walk (codes.md 4.2).

    Parameters
    ----------
    pack : Code
        Such as ``imo``.
    density : float
        Persons on a square metre.
    way : {"corridor", "down", "up"}
    full : bool
        Whether as many pass as can.

    Returns
    -------
    float
        Metres in a second.

    Examples
    --------
    >>> walking_speed("imo", 0.5), walking_speed("imo", 3.5)
    (1.2, 0.1)
    """
    jam = density >= float(pack.si("walk.jam.density")) - 1e-9
    return float(pack.si("walk.jam" if jam else f"walk.{way}{'.full' * full}"))


@by_code(min)
def hydraulic_speed(pack: Pack, density: float) -> float:
    """Return how fast people walk in the hydraulic model: ``k (1 - a D)`` (codes.md 4.2).

    Parameters
    ----------
    pack : Code
        Such as ``hydraulic``.
    density : float
        Persons on a square metre.

    Returns
    -------
    float
        Metres in a second.

    Examples
    --------
    >>> round(hydraulic_speed("hydraulic", 2), 3)
    0.655
    """
    return float(pack.si("walk.free")) * max(0.0, 1 - float(pack.si("walk.hindrance")) * density)


@by_code(min)
def hydraulic_flow(pack: Pack, density: float, width: float, passage: Passage = "corridor") -> float:
    """Return how many people pass in the hydraulic model: speed by density by effective width (codes.md 4.2).

    Parameters
    ----------
    pack : Code
        Such as ``hydraulic``.
    density : float
        Persons on a square metre.
    width : float
        Metres.
    passage : {"corridor", "stairs", "door"}

    Returns
    -------
    float
        Persons in a minute.

    Examples
    --------
    >>> round(hydraulic_flow("hydraulic", 2, 1.8))
    110
    """
    return 60 * hydraulic_speed(pack, density) * density * effective_width(pack, width, passage)
