"""A page on matplotlib's Axes: ink as collections, words as glyphs or as text that can be selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.transforms import Affine2D, Transform

from seatplan.render.page import Ink, Page, Text
from seatplan.render.typeface import family

__all__ = ["paint"]


class Words(Artist):
    """Many lines of text, each drawn where it stands; nothing is laid out a second time.

    Parameters
    ----------
    texts : sequence of Text
    place : Transform
        From millimetres to the data of the Axes.
    """

    def __init__(self, texts: Sequence[Text], place: Transform) -> None:
        super().__init__()
        self.texts = tuple(texts)
        self.place = place
        self.set_zorder(10)

    def draw(self, renderer: RendererBase) -> None:
        """Draw all lines."""
        if not self.get_visible() or not self.texts:
            return
        renderer.open_group("words", self.get_gid())
        starts = (self.place + self.axes.transData).transform(np.array([text.start for text in self.texts]))  # type: ignore[union-attr]
        _, height = renderer.get_canvas_width_height()
        fonts: dict[tuple[float, bool], FontProperties] = {}
        gc = renderer.new_gc()
        for text, (x, y) in zip(self.texts, starts, strict=True):
            key = round(text.size, 3), text.bold
            font = fonts.setdefault(key, _font(*key)) if key not in fonts else fonts[key]
            gc.set_foreground(text.colour)
            renderer.draw_text(gc, x, height - y if renderer.flipy() else y, text.text, font, text.turn)
        gc.restore()
        renderer.close_group("words")


def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=family(), size=size, weight=700 if bold else 400)


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
        shapes = PolyCollection(list(ink.points), facecolors=ink.fill or "none", **options)
    else:
        options["colors"] = options.pop("edgecolors")
        shapes = LineCollection(list(ink.points), **options)  # type: ignore[assignment]
    shapes.set_snap(False)
    ax.add_collection(shapes, autolim=False)
