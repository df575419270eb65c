"""Sight lines over the heads in front: the C-value, and the rake that gives it.

``distance`` is the way from the eye in front to the focal point, level; ``eye`` is how high that eye is above
the focal point; ``tread`` is the depth of a row, ``riser`` how much the next row is higher, ``c`` how far the
line from the row behind passes above the eye in front. For staggered seats whose line passes between the heads
in front, eyes in front are those two rows ahead: pass their distance and height and twice the tread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["SightGrade", "c_grade", "c_value", "rake", "riser", "tread_most"]

SightGrade = Literal["reject", "between heads", "good", "optimal", "over hats"]
_GRADES: tuple[tuple[str, SightGrade], ...] = (
    ("sight.c.hats", "over hats"),
    ("sight.c.optimal", "optimal"),
    ("sight.c.good", "good"),
    ("sight.c.heads", "between heads"),
)
_TOLERANCE = 0.0005


def c_value(distance: float, eye: float, tread: float, riser: float) -> float:
    """Return how far a sight line passes above the eye in front: ``D (N + R) / (D + T) - R`` (codes.md 3.1).

    Parameters
    ----------
    distance, eye, tread, riser : float
        See the module.

    Returns
    -------
    float

    Examples
    --------
    >>> round(c_value(6.0, 1.2, 0.9, 0.2835), 3)
    0.09
    """
    return distance * (riser + eye) / (distance + tread) - eye


def riser(distance: float, eye: float, tread: float, c: float) -> float:
    """Return how much higher the next row must be: ``(R + C) (D + T) / D - R`` (codes.md 3.1).

    Parameters
    ----------
    distance, eye, tread, c : float
        See the module.

    Returns
    -------
    float

    Examples
    --------
    >>> round(riser(6.0, 1.2, 0.9, 0.09), 4), round(riser(20.0, 2.0, 0.8, 0.06), 4)
    (0.2835, 0.1424)
    """
    return (eye + c) * (distance + tread) / distance - eye


def tread_most(distance: float, eye: float, riser: float, c: float) -> float:
    """Return the deepest row that a riser serves: ``D (N - C) / (R + C)`` (codes.md 3.1).

    Parameters
    ----------
    distance, eye, riser, c : float
        See the module.

    Returns
    -------
    float

    Examples
    --------
    >>> round(tread_most(6.0, 1.2, 0.2835, 0.09), 3)
    0.9
    """
    return distance * (riser - c) / (eye + c)


def rake(distance: float, eye: float, treads: Sequence[float], c: float, *, step: float = 0.0) -> list[float]:
    """Return how high each row behind the first one stands above it (codes.md 3.1).

    Parameters
    ----------
    distance, eye : float
        Of the first row.
    treads : sequence of float
        Of each row behind it.
    c : float
    step : float
        Risers are multiples of it, rounded up; 0 for any.

    Returns
    -------
    list of float

    Examples
    --------
    >>> [round(height, 3) for height in rake(6.0, 1.2, [0.9, 0.9, 0.9], 0.09)]
    [0.284, 0.579, 0.884]
    """
    heights: list[float] = []
    start = eye
    for tread in treads:
        rise = _rounded(max(0.0, riser(distance, eye, tread, c)), step)
        distance, eye = distance + tread, eye + rise
        heights.append(eye - start)
    return heights


def _rounded(rise: float, step: float) -> float:
    if not step:
        return rise
    whole = int(rise / step + 1e-9)
    return step * (whole + (rise - step * whole > 1e-9))


def _worst(grades: list[SightGrade]) -> SightGrade:
    order: list[SightGrade] = [grade for _, grade in _GRADES] + ["reject"]
    return max(grades, key=order.index)


@by_code(_worst)
def c_grade(pack: Pack, c: float) -> SightGrade:
    """Return what a clearance means to who sits behind (codes.md 3.1).

    Parameters
    ----------
    pack : Code
        Such as ``practice``.
    c : float
        Metres.

    Returns
    -------
    {"reject", "between heads", "good", "optimal", "over hats"}

    Examples
    --------
    >>> [c_grade("practice", c) for c in (0.059, 0.060, 0.090, 0.120)]
    ['reject', 'between heads', 'good', 'optimal']
    """
    return next((grade for key, grade in _GRADES if c >= float(pack.si(key)) - _TOLERANCE), "reject")
