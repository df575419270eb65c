"""How many people an area takes in a style, and the area that people need."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_down
from seatplan.codes.pack import Pack

__all__ = ["Comfort", "Style", "area_needed", "meeting_persons", "persons_in"]

Style = Literal[
    "theatre", "classroom", "banquet", "oblong", "reception", "reception_seats", "boardroom", "u",
    "hollow_square", "crescent",
]  # fmt: skip
Comfort = Literal["low", "typical", "high"]


def _each(pack: Pack, style: Style, comfort: Comfort) -> Fraction:
    return pack.si(f"style.{style}" if comfort == "typical" else f"style.{style}.{comfort}")


@by_code(max)
def area_needed(pack: Pack, persons: int, style: Style, *, comfort: Comfort = "typical") -> float:
    """Return the area that so many people need (codes.md 3.5).

    Parameters
    ----------
    pack : Code
        Such as ``practice``.
    persons : int
    style : str
    comfort : {"low", "typical", "high"}

    Returns
    -------
    float
        Square metres.

    Examples
    --------
    >>> round(area_needed("practice", 100, "theatre"), 2)  # 900 square feet
    83.61
    """
    return float(persons * _each(pack, style, comfort))


@by_code(min)
def persons_in(pack: Pack, area: float, style: Style, *, comfort: Comfort = "typical") -> int:
    """Return how many people an area takes (codes.md 3.5).

    Parameters
    ----------
    pack : Code
    area : float
        Square metres.
    style : str
    comfort : {"low", "typical", "high"}

    Returns
    -------
    int

    Examples
    --------
    >>> from seatplan.codes import square_feet
    >>> [persons_in("practice", square_feet(1000), style) for style in ("theatre", "classroom", "banquet")]
    [111, 66, 83]
    """
    return round_down(Fraction(area) / _each(pack, style, comfort))


@by_code(min)
def meeting_persons(pack: Pack, area: float, *, tables: bool, older: bool = False) -> int:
    """Return how many people a meeting room takes (codes.md 2.9).

    Parameters
    ----------
    pack : Code
    area : float
        Square metres.
    tables : bool
        Whether there is a table.
    older : bool
        By the edition before.

    Returns
    -------
    int

    Examples
    --------
    >>> meeting_persons("jgj-t-67-2019", 60, tables=True), meeting_persons("jgj-t-67-2019", 60, tables=False)
    (30, 60)
    """
    key = f"meeting.area.{'tables' if tables else 'chairs'}{'.older' * older}"
    return round_down(Fraction(area) / pack.si(key))
