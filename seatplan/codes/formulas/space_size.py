"""How large a wheelchair space is, and on what floor it stands."""

from __future__ import annotations

from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack
from seatplan.codes.value import Reading

__all__ = ["Entry", "bay_width", "slope_fits", "space_depth", "space_fits"]

Entry = Literal["end", "side"]
"""Entered from the front or the rear, or only from the side."""


def _each_width(pack: Pack, spaces: int) -> Reading:
    """Return the width of each of so many spaces side by side."""
    return pack.read("wheelchair.width.adjacent" if spaces > 1 else "wheelchair.width.single")


@by_code(max)
def bay_width(pack: Pack, spaces: int = 1) -> float:
    """Return the clear width of wheelchair spaces side by side (codes.md 1.3).

    Parameters
    ----------
    pack : Code
    spaces : int
        From three on the ADA is silent; the width of two is used for each.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> bay_width("ada-2010"), bay_width("ada-2010", 2)
    (0.9144, 1.6764)
    """
    return float(_each_width(pack, spaces).si * spaces)


@by_code(max)
def space_depth(pack: Pack, entry: Entry = "end") -> float:
    """Return the depth of a wheelchair space (codes.md 1.3, 1.8).

    Parameters
    ----------
    pack : Code
    entry : {"end", "side"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> space_depth("cn"), space_depth("ada-2010", "side")
    (1.3, 1.524)
    """
    return float(pack.si(f"wheelchair.depth.{entry}"))


@by_code(all)
def space_fits(pack: Pack, width: float, depth: float, *, entry: Entry = "end", spaces: int = 1) -> bool:
    """Tell whether a wheelchair space, or several side by side, is large enough (codes.md 1.3, 1.8).

    Parameters
    ----------
    pack : Code
    width, depth : float
        Metres; the width is that of all spaces together.
    entry : {"end", "side"}
    spaces : int

    Returns
    -------
    bool

    Examples
    --------
    >>> space_fits("gb-55019-2021", 0.80, 1.10), space_fits("gb-50763-2012", 0.80, 1.10)
    (False, True)
    """
    wide = _each_width(pack, spaces).allows(width / spaces)
    deep = pack.read(f"wheelchair.depth.{entry}").allows(depth)
    return wide and deep


@by_code(all)
def slope_fits(pack: Pack, slope: float) -> bool:
    """Tell whether the floor under a wheelchair space is level enough (codes.md 1.3).

    Parameters
    ----------
    pack : Code
    slope : float
        Rise by run.

    Returns
    -------
    bool

    Examples
    --------
    >>> slope_fits("ada-2010", 1 / 48), slope_fits("ada-2010", 1 / 47)
    (True, False)
    """
    return pack.read("wheelchair.slope").allows(slope)
