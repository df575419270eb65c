"""Who sees a screen, how well, and from how far."""

from __future__ import annotations

from fractions import Fraction
from math import atan2, degrees, radians, tan
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = [
    "ScreenUse",
    "angle_fits",
    "angle_to_axis",
    "farthest_viewer",
    "nearest_viewer",
    "picture_distance",
    "screen_height",
]

ScreenUse = Literal["detail", "reading", "video"]
"""What the screen shows: drawings and figures, text, or film."""


@by_code(min)
def farthest_viewer(pack: Pack, height: float, use: ScreenUse = "reading") -> float:
    """Return how far from a screen the last row may be: the 4/6/8 rule (codes.md 3.2).

    Parameters
    ----------
    pack : Code
    height : float
        Of the picture, in metres.
    use : {"detail", "reading", "video"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> [farthest_viewer("practice", 2.0, use) for use in ("detail", "reading", "video")]
    [8.0, 12.0, 16.0]
    """
    return float(pack.si(f"screen.far.{use}") * Fraction(height))


@by_code(max)
def nearest_viewer(pack: Pack, height: float, *, optimum: bool = False) -> float:
    """Return how near to a screen the first row may be (codes.md 3.2).

    Parameters
    ----------
    pack : Code
    height : float
        Of the picture, in metres.
    optimum : bool

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> nearest_viewer("practice", 2.0), nearest_viewer("practice", 2.0, optimum=True)
    (3.0, 4.0)
    """
    return float(pack.si("screen.near" + ".optimum" * optimum) * Fraction(height))


@by_code(max)
def screen_height(pack: Pack, farthest: float, use: ScreenUse = "reading") -> float:
    """Return how high the picture must be for the last row (codes.md 3.2).

    Parameters
    ----------
    pack : Code
    farthest : float
        Metres to the last row.
    use : {"detail", "reading", "video"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> screen_height("practice", 12.0)
    2.0
    """
    return float(Fraction(farthest) / pack.si(f"screen.far.{use}"))


def angle_to_axis(across: float, out: float) -> float:
    """Return the angle at the screen between its axis and a seat (codes.md 3.2).

    Parameters
    ----------
    across, out : float
        How far the seat is off the axis, and from the screen.

    Returns
    -------
    float
        Degrees.

    Examples
    --------
    >>> round(angle_to_axis(5, 4), 1), round(angle_to_axis(3, 4), 1)
    (51.3, 36.9)
    """
    return degrees(atan2(abs(across), out))


@by_code(all)
def angle_fits(pack: Pack, across: float, out: float, *, optimum: bool = False) -> bool:
    """Tell whether a seat sees a screen under a good angle (codes.md 3.2).

    Parameters
    ----------
    pack : Code
    across, out : float
        How far the seat is off the axis, and from the screen.
    optimum : bool

    Returns
    -------
    bool

    Examples
    --------
    >>> angle_fits("practice", 3, 4), angle_fits("practice", 3, 4, optimum=True)
    (True, False)
    """
    return pack.read("screen.angle" + ".optimum" * optimum).allows(angle_to_axis(across, out))


def picture_distance(width: float, angle: float) -> float:
    """Return from how far a picture is seen under an angle: ``W / (2 tan(angle / 2))`` (codes.md 3.2).

    Parameters
    ----------
    width : float
    angle : float
        Degrees.

    Returns
    -------
    float

    Examples
    --------
    >>> round(picture_distance(10, 30), 2)
    18.66
    """
    return width / (2 * tan(radians(angle) / 2))
