"""`Page`: ink and words on paper, in millimetres from the lower left corner; what every format is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["MM", "POINT", "Box", "Ink", "Page", "Projection", "Text", "rectangle"]

POINT = 25.4 / 72
"""Millimetres of a point."""
MM = 72 / 25.4
"""Points of a millimetre."""

Points = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Align = Literal["left", "center", "right"]
Kind = Literal["name", "number", "title", "rank", "row", "group", "area", "fixture", "caption", "trouble"]


def rectangle(left: float, bottom: float, right: float, top: float) -> Points:
    """Return the corners of an upright box, in millimetres."""
    return np.array([[left, bottom], [right, bottom], [right, top], [left, top]])


@dataclass(frozen=True, eq=False)
class Ink:
    """Lines or areas of one look.

    Parameters
    ----------
    points : sequence of ndarray, or ndarray of shape (n, corners, 2)
        Each a line or an area, in millimetres.
    fill, edge : str
        ``#rrggbb``; empty for none.
    width : float
        Of the line, in points.
    dash : tuple of float
        Lengths of strokes and gaps in points; empty for a whole line.
    closed : bool
    layer : int
        Higher ones cover lower ones; words cover all.
    titles : tuple of str
        What each area is, for formats that can tell.
    """

    points: Sequence[Points] | NDArray[np.float64]
    fill: str = ""
    edge: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    closed: bool = True
    layer: int = 0
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Parameters
    ----------
    x, y : float
        Where it begins, has its middle or ends, by ``align``; always the middle of its height.
    text : str
    size : float
        In points.
    align : {"left", "center", "right"}
    bold : bool
    colour : str
    turn : float
        Degrees counter-clockwise.
    kind : str
        What it says.
    width : float
        In millimetres.
    """

    x: float
    y: float
    text: str
    size: float
    width: float
    align: Align = "center"
    bold: bool = False
    colour: str = "#000000"
    turn: float = 0.0
    kind: Kind = "caption"

    @property
    def start(self) -> tuple[float, float]:
        """Where its baseline begins."""
        shift = {"left": 0.0, "center": -0.5, "right": -1.0}[self.align] * self.width
        a = np.deg2rad(self.turn)
        drop = -0.37 * self.size * POINT
        x = self.x + shift * np.cos(a) - drop * np.sin(a)
        return float(x), float(self.y + shift * np.sin(a) + drop * np.cos(a))

    @property
    def box(self) -> Box:
        """The upright box round it."""
        left = {"left": 0.0, "center": -0.5, "right": -1.0}[self.align] * self.width
        half = 0.46 * self.size * POINT
        corners = np.array([[left, -half], [left + self.width, -half], [left + self.width, half], [left, half]])
        a = np.deg2rad(self.turn)
        placed = corners @ np.array([[np.cos(a), np.sin(a)], [-np.sin(a), np.cos(a)]]) + (self.x, self.y)
        return (*map(float, placed.min(axis=0)), *map(float, placed.max(axis=0)))  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class Projection:
    """From metres in the room to millimetres on paper.

    Parameters
    ----------
    scale : float
        1 : scale.
    middle : (float, float)
        A point of the room in metres ...
    at : (float, float)
        ... and where it stands on paper, in millimetres.
    turned : bool
        Turned by half a turn: the stage at the bottom.

    Examples
    --------
    >>> Projection(100, (0.0, 0.0), (50.0, 50.0)).points(np.array([[1.0, 2.0]])).tolist()
    [[60.0, 70.0]]
    """

    scale: float
    middle: tuple[float, float]
    at: tuple[float, float]
    turned: bool = False

    def points(self, xy: Points) -> Points:
        """Return points on paper."""
        factor = (-1000 if self.turned else 1000) / self.scale
        return (np.asarray(xy, dtype=np.float64) - self.middle) * factor + self.at

    def length(self, metres: float) -> float:
        """Return a length on paper."""
        return metres * 1000 / self.scale

    def upright(self, degrees: float) -> float:
        """Return the turn of a text that stands along a line of this direction and is not upside down."""
        turn = (degrees + 90) % 180 - 90
        return 0.0 if abs(turn) < 1e-6 else 90.0 if abs(turn + 90) < 1e-6 else turn


@dataclass(frozen=True, eq=False)
class Page:
    """One sheet.

    Parameters
    ----------
    width, height : float
        Of the paper, in millimetres.
    inks : tuple of Ink
    texts : tuple of Text
    projection : Projection or None
        Of the room; None on a page of words only.
    title : str
        Plain title, for readers that can't see.
    """

    width: float
    height: float
    inks: tuple[Ink, ...]
    texts: tuple[Text, ...]
    projection: Projection | None = None
    title: str = ""

    def of_kind(self, kind: Kind) -> Iterator[Text]:
        """Yield the texts of one kind."""
        return (text for text in self.texts if text.kind == kind)
