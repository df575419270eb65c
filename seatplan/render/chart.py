"""Charts on matplotlib's Axes and in files."""

from __future__ import annotations

from contextlib import AbstractContextManager
from io import BytesIO
from typing import Any, cast

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from seatplan.render.ink import paint
from seatplan.render.page import Page
from seatplan.render.paper import Size
from seatplan.render.typeface import rc

__all__ = ["figure_of", "on_axes", "room_on", "settings"]

INCH = 25.4
_SHOWN = 80


def figure_of(page: Page) -> Figure:
    """Return a figure of the page's size that shows it.

    Examples
    --------
    >>> figure_of(Page(254.0, 127.0, (), ())).get_size_inches().tolist()
    [10.0, 5.0]
    """
    figure = Figure(figsize=(page.width / INCH, page.height / INCH), facecolor="white")
    paint(figure.add_axes(ShownAxes(figure, (0.0, 0.0, 1.0, 1.0))), page)
    return figure


class ShownAxes(Axes):
    """An Axes that a notebook shows as a picture: its figure belongs to no backend that would."""

    def _repr_png_(self) -> bytes:
        picture = BytesIO()
        figure = self.get_figure(root=True)
        assert figure is not None
        with settings():
            figure.savefig(picture, format="png", dpi=_SHOWN)
        return picture.getvalue()


def settings() -> AbstractContextManager[None]:
    """Return the context in which charts are written: same bytes, text that can be selected, no mathematics."""
    return rc_context(cast("Any", rc()))


def on_axes(page: Page, ax: Axes | None) -> Axes:
    """Draw a page on an Axes, or on a figure of its own, and return the Axes."""
    if ax is None:
        return figure_of(page).axes[0]
    paint(ax, page)
    return ax


def room_on(ax: Axes | None) -> Size | None:
    """Return width and height of an Axes on paper, in millimetres; None for no Axes."""
    if ax is None:
        return None
    figure = ax.get_figure(root=True)
    assert figure is not None
    box = ax.get_window_extent()
    return float(box.width / figure.dpi * INCH), float(box.height / figure.dpi * INCH)
