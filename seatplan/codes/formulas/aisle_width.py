"""How wide an aisle is, by the people it serves."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["Floor", "Sides", "aisle_width", "converging_width"]

Floor = Literal["level", "stepped"]
"""Level or sloping, or with steps."""
Sides = Literal["both", "one"]
"""Whether seats are on both sides of the aisle or on one."""


@by_code(max)
def aisle_width(
    pack: Pack,
    persons: int,
    *,
    floor: Floor = "level",
    sides: Sides = "both",
    riser: float | None = None,
    handrail: bool = True,
) -> float:
    """Return the clear width of an aisle: the least one, or what the people need (codes.md 2.2, 2.8).

    ``max(least, persons * factor)``; the factor grows with risers above the usual and without handrail.

    Parameters
    ----------
    pack : Code
    persons : int
        Whom it serves. An aisle with exits at both ends carries half each way, if the plan splits the load.
    floor : {"level", "stepped"}
    sides : {"both", "one"}
    riser : float, optional
        Metres; only of a stepped aisle.
    handrail : bool
        Of a stepped aisle.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> aisle_width("gb-50016-2014", 300), aisle_width("gb-50016-2014", 100)
    (1.8, 1.0)
    >>> round(aisle_width("ibc-2021", 300, floor="stepped") / 0.0254, 6)
    90.0
    """
    least = pack.si(f"aisle.width.{floor}.{sides}", persons)
    key = f"aisle.capacity.{floor}"
    if not pack.says(key):
        return float(least)
    factor = pack.si(key)
    if floor == "stepped":
        factor = (factor + _high_riser(pack, riser)) * _without_handrail(pack, handrail)
    return float(max(least, persons * factor))


def _high_riser(pack: Pack, riser: float | None) -> Fraction:
    if riser is None or not pack.says("aisle.riser") or Fraction(riser) <= pack.si("aisle.riser"):
        return Fraction(0)
    return pack.si("aisle.capacity.riser_add") * (Fraction(riser) - pack.si("aisle.riser"))


def _without_handrail(pack: Pack, handrail: bool) -> Fraction:
    return 1 + (Fraction(0) if handrail or not pack.says("aisle.no_handrail") else pack.si("aisle.no_handrail"))


def converging_width(widths: Iterable[float]) -> float:
    """Return the width of an aisle into which others lead: as wide as they are together (codes.md 2.2).

    Parameters
    ----------
    widths : iterable of float

    Returns
    -------
    float

    Examples
    --------
    >>> converging_width([1.0, 1.2])
    2.2
    """
    return float(sum(Fraction(str(width)) for width in widths))
