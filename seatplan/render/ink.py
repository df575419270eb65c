"""A page on matplotlib's Axes: every look of ink is one collection, all words are one artist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from seatplan.render.page import Ink, Page
from seatplan.render.words_artist import Words

__all__ = ["paint"]

TOGETHER = 500
"""So many lines are one path; Agg refuses paths without end."""


def paint(ax: Axes, page: Page) -> None:
    """Draw a page on an Axes, whose data become metres in the room.

    Parameters
    ----------
    ax : Axes
        It should fill its figure or have the shape of the page.
    page : Page
    """
    place, limits = _metres(page)
    ax.set_xlim(limits[0], limits[2])
    ax.set_ylim(limits[1], limits[3])
    ax.set_aspect("equal", anchor="C")
    ax.set_axis_off()
    for ink in sorted(page.inks, key=lambda ink: ink.layer):
        _add(ax, ink, place)
    ax.add_artist(Words(page.texts, place))


def _metres(page: Page) -> tuple[Affine2D, tuple[float, float, float, float]]:
    """Return the way from millimetres to metres, and the metres of left, bottom, right, top."""
    shown = page.projection
    if shown is None:
        return Affine2D(), (0.0, 0.0, page.width, page.height)
    factor = (-1 if shown.turned else 1) * shown.scale / 1000
    place = Affine2D().translate(-shown.at[0], -shown.at[1]).scale(factor).translate(*shown.middle)
    (left, bottom), (right, top) = place.transform([[0.0, 0.0], [page.width, page.height]])
    return place, (float(left), float(bottom), float(right), float(top))


def _add(ax: Axes, ink: Ink, place: Affine2D) -> None:
    if not len(ink.points):
        return
    options: dict[str, Any] = {
        "linewidths": ink.width,
        "edgecolors": ink.edge or "none",
        "linestyles": (0, tuple(d / max(ink.width, 0.1) for d in ink.dash)) if ink.dash else "solid",
        "zorder": 1 + ink.layer / 10,
        "transform": place + ax.transData,
    }
    if ink.closed:
        shapes = PolyCollection(_areas(ink.points), facecolors=ink.fill or "none", **options)
    else:
        shapes = PathCollection(list(_strokes(ink.points)), facecolors="none", **options)  # type: ignore[assignment]
    shapes.set_snap(False)
    ax.add_collection(shapes, autolim=False)


def _areas(areas: Sequence[NDArray[np.float64]] | NDArray[np.float64]) -> Any:
    """Return areas of as many corners each as one array, which is much faster to take in."""
    corners = {len(area) for area in areas}
    return np.asarray(areas) if len(corners) == 1 else list(areas)


def _strokes(lines: Sequence[NDArray[np.float64]] | NDArray[np.float64]) -> Iterator[Path]:
    """Yield open lines, many to a path: a hatched hall has a hundred thousand, each dear to a PDF by itself."""
    for first in range(0, len(lines), TOGETHER):
        part = lines[first : first + TOGETHER]
        starts = np.cumsum([0, *(len(line) for line in part[:-1])])
        points = np.concatenate(list(part))
        codes = np.full(len(points), Path.LINETO, dtype=Path.code_type)
        codes[starts] = Path.MOVETO
        path = Path(points, codes)
        path.should_simplify = False
        yield path
