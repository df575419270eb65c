"""Alternatives side by side: the same scale for all, what each seats, and what limits it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from math import ceil
from pathlib import Path

from matplotlib.axes import Axes

from seatplan.errors import Fault, InputError
from seatplan.layout import Layout
from seatplan.layout.room import Room
from seatplan.render.chart import on_axes, room_on
from seatplan.render.files import write_pages
from seatplan.render.floor_ink import FloorSheet
from seatplan.render.floor_plan import FloorPlan, floor_plan
from seatplan.render.layout import projected
from seatplan.render.layout_chart import layout_facts
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.layout_page import best_layout_page
from seatplan.render.layout_words import tell
from seatplan.render.legend import Entry, Line, flow
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Box, Ink, Page, Projection, Text
from seatplan.render.paper import Size
from seatplan.render.seat_ink import line_of
from seatplan.render.typeface import require_glyphs
from seatplan.render.wording import plain

__all__ = ["draw_comparison", "save_comparison"]

MOST = 12
_GAP = 6.0
"""Millimetres between two drawings."""
_LINES = 3
"""Lines of facts under each."""
_PAD = 1.6
"""Em between a drawing and its facts: the names of doors stand there."""


def save_comparison(
    layouts: Mapping[str, Layout],
    path: str | os.PathLike[str],
    *,
    rooms: Mapping[str, Room] | Room | None = None,
    options: ChartOptions | None = None,
) -> Path:
    """Write several layouts side by side to a file.

    Parameters
    ----------
    layouts : mapping of str to Layout
        By what they are called; up to twelve on a page, and more only in a PDF.
    path : path-like
        ``.pdf``, ``.png`` or ``.svg``; the folder must exist.
    rooms : Room, or mapping of str to Room, optional
        Of all, or of each by its name.
    options : ChartOptions, optional

    Returns
    -------
    Path

    Raises
    ------
    InputError
        For none or too many, another ending, or a folder that does not exist.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.layout import theatre
    >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)))
    >>> both = {f"aisle {metres} m": theatre(hall, aisle=metres) for metres in (1.1, 1.5)}
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_comparison(both, f"{folder}/both.svg", rooms=hall).name
    'both.svg'
    """
    options = options or ChartOptions()
    names, most = list(layouts), MOST if Path(path).suffix.lower() == ".pdf" else max(MOST, len(layouts))
    parts = [names[k : k + most] for k in range(0, len(names), most)] or [[]]
    pages = [_page({name: layouts[name] for name in part}, rooms, options, None) for part in parts]
    return write_pages(pages, path)


def draw_comparison(
    layouts: Mapping[str, Layout],
    ax: Axes | None = None,
    *,
    rooms: Mapping[str, Room] | Room | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw several layouts side by side on an Axes, or on a figure of its own; see `save_comparison`."""
    options = options or ChartOptions()
    return on_axes(_page(layouts, rooms, options, room_on(ax)), ax)


def _page(
    layouts: Mapping[str, Layout],
    rooms: Mapping[str, Room] | Room | None,
    options: ChartOptions,
    size: Size | None,
) -> Page:
    if not 1 <= len(layouts) <= MOST:
        raise InputError([Fault("comparison", f"{len(layouts)} layouts", f"give 1 to {MOST} of them")])
    require_glyphs((f"layout {name!r}", plain(name)) for name in layouts)
    panels = [
        _Panel(plain(name), layout, floor_plan(layout.venue, _room(rooms, name), options), options)
        for name, layout in layouts.items()
    ]
    title = plain(options.title or tell(options.lang, "comparison"))
    frame = LayoutFrame(options, size or (0.0, 0.0), title, view="view_turned" if options.turned else "view")
    return best_layout_page(lambda one: _composed(panels, one), frame, size)


def _room(rooms: Mapping[str, Room] | Room | None, name: str) -> Room | None:
    return rooms if rooms is None or isinstance(rooms, Room) else rooms.get(name)


class _Panel:
    """One of the layouts."""

    def __init__(self, name: str, layout: Layout, plan: FloorPlan, options: ChartOptions) -> None:
        self.name, self.layout, self.plan, self.options = name, layout, plan, options

    def draw(self, box: Box, scale: float, frame: LayoutFrame) -> tuple[list[Ink], list[Text]]:
        """Return the drawing in its box, with its name above and its facts below."""
        style, em = self.options.style, frame.small * POINT
        left, bottom, right, top = box
        head, foot = 2.0 * frame.text * POINT, _LINES * 1.5 * em
        extent = self.plan.box
        middle = (extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2
        where = left, bottom + foot + _PAD * em, right, top - head - 0.5 * em
        at = (left + right) / 2, (where[1] + where[3]) / 2
        projection = Projection(scale, middle, at, self.options.turned)
        floor = FloorSheet(self.plan, style, projection, frame.text, frame.small, where, rows=False)
        name = line_of(
            self.name, left, top - frame.text * POINT, frame.text, align="left", bold=True, kind="title"
        )
        inks, texts = [*floor.inks(), *floor.chairs()], [name, *floor.texts()]
        y = bottom + foot
        for line in list(self._facts(right - left, frame.small))[:_LINES]:
            more, words = line.draw(left, y - line.height / 2, style)
            inks, texts, y = [*inks, *more], [*texts, *words], y - line.height
        return inks, texts

    def _facts(self, width: float, size: float) -> Iterator[Line]:
        yield from flow((Entry(fact) for fact in layout_facts(self.layout, self.options)), width, size)


def _composed(panels: list[_Panel], frame: LayoutFrame) -> tuple[Page, float]:
    """Return the page in the grid that draws all as large as can be."""
    grids = [(columns, ceil(len(panels) / columns)) for columns in range(1, len(panels) + 1)]
    scale, columns, rows = min((_scale(panels, frame, *grid), *grid) for grid in grids)
    inks: list[Ink] = []
    texts: list[Text] = []
    for k, panel in enumerate(panels):
        more, words = panel.draw(_cell(frame, columns, rows, k), scale, frame)
        inks, texts = [*inks, *more], [*texts, *words]
    return frame.page(inks, texts, None, scale), scale


def _cell(frame: LayoutFrame, columns: int, rows: int, k: int) -> Box:
    """Return the box of one layout, row by row from the upper left."""
    left, bottom, right, top = frame.room()
    wide, tall = (right - left + _GAP) / columns, (top - bottom + _GAP) / rows
    row, column = divmod(k, columns)
    x, y = left + column * wide, top - row * tall
    return x, y - tall + _GAP, x + wide - _GAP, y


def _scale(panels: list[_Panel], frame: LayoutFrame, columns: int, rows: int) -> float:
    """Return the scale at which the largest of them fits its cell."""
    left, bottom, right, top = _cell(frame, columns, rows, 0)
    em = frame.small * POINT
    below, above = (_LINES * 1.5 + 1.5 * _PAD) * em, 2.0 * frame.text * POINT + 1.5 * em
    room = left + 2 * em, bottom + below, right - 2 * em, top - above
    if room[2] - room[0] < 10 or room[3] - room[1] < 10:
        return float("inf")
    turned = frame.options.turned
    return max(projected(panel.plan.box, room, turned=turned, side=0.0, top=0.0).scale for panel in panels)
