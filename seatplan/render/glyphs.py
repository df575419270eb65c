"""Outlines of single characters, each made once."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath
from numpy.typing import NDArray

from seatplan.render.typeface import family

__all__ = ["glyph", "glyph_svg"]

UNIT = 100.0
"""Size at which outlines are made; TextPath rounds small sizes."""


@lru_cache(maxsize=65536)
def glyph(character: str, bold: bool) -> Path:
    """Return the outline of a character in em, its baseline at the origin.

    Examples
    --------
    >>> bool(glyph("李", True).get_extents().width < 1.01)
    True
    """
    font = FontProperties(family=family(), size=UNIT, weight=700 if bold else 400)
    path = TextPath((0, 0), character, size=UNIT, prop=font)
    return Path(np.asarray(path.vertices) / UNIT, path.codes)


@lru_cache(maxsize=65536)
def glyph_svg(character: str, bold: bool) -> str:
    """Return the outline as the data of an SVG path, in thousandths of an em, downwards.

    Examples
    --------
    >>> glyph_svg("-", False)[0]
    'M'
    """
    letters = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE3: "Q", Path.CURVE4: "C"}
    parts = []
    for points, code in glyph(character, bold).iter_segments(curves=True, simplify=False):
        if code == Path.CLOSEPOLY:
            parts.append("Z")
        else:
            parts.append(letters[code] + " ".join(f"{round(1000 * p * s)}" for p, s in _signed(points)))
    return "".join(parts)


def _signed(points: NDArray[np.float64]) -> list[tuple[float, int]]:
    """Pair each coordinate with its sign: y is turned."""
    return [(float(p), -1 if i % 2 else 1) for i, p in enumerate(points)]
