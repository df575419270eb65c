"""Broken rules on paper: a ring round each seat concerned, with the number of the sentence that says why."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.render.page import POINT, Ink, Text
from seatplan.render.style import Style

__all__ = ["badge", "numbers", "ring"]

Points = NDArray[np.float64]

MOST = 3
"""Numbers at one seat; more are dots."""


def ring(middle: Points, width: float, height: float, turn: float, *, swell: float = 1.07) -> Points:
    """Return a box with round corners about a point, as a closed line.

    Parameters
    ----------
    middle : ndarray, shape (2,)
    width, height : float
        Of what it goes round, in millimetres.
    turn : float
        In degrees.
    swell : float
        How much larger the ring is.
    """
    right, up = width * swell / 2, height * swell / 2
    radius = 0.35 * min(right, up)
    quarter = np.deg2rad(np.linspace(0, 90, 7))
    around = [(1, 1, 0), (-1, 1, 90), (-1, -1, 180), (1, -1, 270)]
    corners = [
        np.column_stack([np.cos(quarter + np.deg2rad(start)), np.sin(quarter + np.deg2rad(start))]) * radius
        + (x * (right - radius), y * (up - radius))
        for x, y, start in around
    ]
    a = np.deg2rad(turn)
    turned = np.concatenate(corners) @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]])
    return np.asarray(turned + middle)


def numbers(rings: tuple[int, ...]) -> str:
    """Return the numbers at a seat.

    Examples
    --------
    >>> numbers((1, 2)), numbers((1, 2, 3, 4))
    ('1,2', '1,2,3…')
    """
    return ",".join(map(str, rings[:MOST])) + ("…" if len(rings) > MOST else "")


def badge(text: Text, style: Style) -> Ink:
    """Return the patch on which the number of a broken rule stands."""
    width, height = text.width + 0.7 * text.size * POINT, 1.15 * text.size * POINT
    shape = ring(np.array([text.x, text.y]), width, height, text.turn, swell=1.0)
    return Ink([shape], style.trouble, "#ffffff", 0.5, layer=7)
