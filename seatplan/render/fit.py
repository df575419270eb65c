"""How large a name can stand in its seat, on how many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.render.typeface import advance
from seatplan.render.wording import breaks

__all__ = ["LEAD", "Fitted", "Names", "cut_to", "fitted"]

LEAD = 1.16
"""From line to line, in em."""
FEWER = 0.9
"""Of two ways to set a name, the one with fewer lines is taken if its size is this part of the other's or more."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A name as it is set.

    Parameters
    ----------
    lines : tuple of str
    size : float
        In points.
    cut : bool
        The name is longer than what is shown.
    """

    lines: tuple[str, ...]
    size: float
    cut: bool = False


class Names:
    """Many names, measured once, fitted to boxes at any scale.

    Parameters
    ----------
    names : sequence of str
    bold : bool
    """

    def __init__(self, names: Sequence[str], *, bold: bool = True) -> None:
        weight = 700 if bold else 400
        self.ways = [breaks(name) for name in names]
        self.em = np.full((len(names), 3), np.inf)
        for i, ways in enumerate(self.ways):
            for k, lines in enumerate(ways):
                self.em[i, k] = max(0.5, *(advance(line, weight=weight) for line in lines))

    def sizes(self, width: Numbers, height: Numbers, *, largest: float) -> tuple[Numbers, NDArray[np.intp]]:
        """Return the size in points of each name in its box, and the number of lines less one.

        Parameters
        ----------
        width, height : ndarray
            Of the boxes, in points.
        largest : float
        """
        lines = np.arange(1, 4)
        size = np.minimum(width[:, None] / self.em, height[:, None] / (LEAD * (lines - 1) + 1))
        size = np.minimum(size, largest)
        enough = size >= FEWER * size.max(axis=1, keepdims=True)
        kind = np.argmax(enough, axis=1)
        return size[np.arange(len(size)), kind], kind


def fitted(name: str, width: float, height: float, *, largest: float, floor: float, bold: bool = True) -> Fitted:
    """Set one name in a box of points; never smaller than the floor, rather broken anywhere or cut.

    Examples
    --------
    >>> fitted("欧阳锋", 30.0, 20.0, largest=12.0, floor=5.0)
    Fitted(lines=('欧阳锋',), size=10.0, cut=False)
    >>> fitted("W" * 40, 20.0, 12.0, largest=12.0, floor=5.0).cut
    True
    """
    names = Names([name], bold=bold)
    size, kind = names.sizes(np.array([width]), np.array([height]), largest=largest)
    if size[0] >= floor - 1e-9:
        return Fitted(names.ways[0][kind[0]], float(size[0]))
    return cut_to(name, width, height, size=floor, bold=bold)


def cut_to(name: str, width: float, height: float, *, size: float, bold: bool = True) -> Fitted:
    """Break a name anywhere into lines of one size, and cut what is too much."""
    most = max(1, int((height / size - 1) / LEAD + 1.01))
    lines: list[str] = []
    rest = name
    while rest and len(lines) < most:
        line = _head(rest, width / size, bold=bold)
        lines.append(line.strip())
        rest = rest[len(line) :].lstrip()
    if not rest:
        return Fitted(tuple(lines), size)
    lines[-1] = _head(lines[-1], width / size - 1.0, bold=bold) + "…"
    return Fitted(tuple(lines), size, cut=True)


def _head(text: str, em: float, *, bold: bool) -> str:
    """Return as much of a text as has room, one character at least."""
    room, count = em, 0
    for character in text:
        room -= advance(character, weight=700 if bold else 400)
        if room < -1e-9:
            break
        count += 1
    return text[: max(1, count)]
