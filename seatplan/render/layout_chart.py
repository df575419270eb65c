"""The layout chart: a room and its seats to scale, with dimensions, doors, aisles and what limits the number."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from matplotlib.axes import Axes

from seatplan.layout import Layout
from seatplan.layout.room import Room
from seatplan.render.chart import on_axes, room_on
from seatplan.render.dimension_ink import DimensionSheet
from seatplan.render.files import write_pages
from seatplan.render.floor_ink import FloorSheet
from seatplan.render.floor_plan import FloorPlan, floor_plan
from seatplan.render.layout import projected
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.layout_words import tell, term
from seatplan.render.legend import Entry
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Page, Projection
from seatplan.render.paper import SHEETS, Size, sizes
from seatplan.render.typeface import advance
from seatplan.render.wording import plain
from seatplan.render.words import say

__all__ = ["draw_layout", "layout_facts", "save_layout"]

_CLEAR = 200
"""A scale of 1 : 200 or larger shows single chairs well: smaller paper is taken then."""


def save_layout(
    layout: Layout,
    path: str | os.PathLike[str],
    *,
    room: Room | None = None,
    options: ChartOptions | None = None,
) -> Path:
    """Write the chart of a layout to a file.

    Parameters
    ----------
    layout : Layout
    path : path-like
        ``.pdf``, ``.png`` or ``.svg``; the folder must exist.
    room : Room, optional
        Gives the swing of doors and the true shape of walls and pillars.
    options : ChartOptions, optional

    Returns
    -------
    Path

    Raises
    ------
    InputError
        For another ending, a folder that does not exist, or a name that cannot be drawn.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.layout import Door, theatre
    >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(4, 0, 1.6),))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_layout(theatre(hall), f"{folder}/hall.svg", room=hall).name
    'hall.svg'
    """
    options = options or ChartOptions()
    return write_pages([_page(layout, room, options, None)], path)


def draw_layout(
    layout: Layout, ax: Axes | None = None, *, room: Room | None = None, options: ChartOptions | None = None
) -> Axes:
    """Draw a layout.

    Parameters
    ----------
    layout : Layout
    ax : Axes, optional
        Where to draw; a figure of its own, of the paper's size, otherwise.
    room : Room, optional
    options : ChartOptions, optional

    Returns
    -------
    Axes
        Its data are metres in the room.

    Examples
    --------
    >>> from seatplan.layout import theatre
    >>> ax = draw_layout(theatre(Room(((0, 0), (8, 0), (8, 6), (0, 6)))))
    """
    options = options or ChartOptions()
    return on_axes(_page(layout, room, options, room_on(ax)), ax)


def _page(layout: Layout, room: Room | None, options: ChartOptions, size: Size | None) -> Page:
    plan = floor_plan(layout.venue, room, options)
    frame = LayoutFrame(
        options,
        size or (0.0, 0.0),
        plain(options.title or layout.venue.name),
        tuple(layout_facts(layout, options)),
        tuple(_legend(plan, options)),
        tuple(_notes(layout, options)),
        "view_turned" if options.turned else "view",
    )
    if size is not None:
        return _composed(plan, replace(frame, size=size))[0]
    pages = [_composed(plan, replace(frame, size=one)) for one in _papers(options)]
    for page, scale in sorted(pages, key=lambda pair: (pair[0].width * pair[0].height, pair[1])):
        if scale <= _CLEAR:
            return page
    return min(pages, key=lambda pair: pair[1])[0]


def _papers(options: ChartOptions) -> Iterator[Size]:
    for same in sizes(options.paper, choice=SHEETS):
        yield from same


def _composed(plan: FloorPlan, frame: LayoutFrame) -> tuple[Page, float]:
    """Return the page and its scale."""
    style, em = frame.options.style, frame.small * POINT
    left, bottom, right, top = frame.room()
    outer = DimensionSheet(plan, style, Projection(1, (0.0, 0.0), (0.0, 0.0)), frame.small)
    names = max([advance(door.label) for door in plan.doors if door.inward[0] > 0.7], default=0.0)
    here = left + (names + 2.0) * em, bottom + outer.below + em, right - outer.beside - em, top - 1.5 * em
    projection = projected(plan.box, here, turned=frame.options.turned, side=0.0, top=0.0)
    floor = FloorSheet(plan, style, projection, frame.text, frame.small, (left, bottom, right, top))
    inks, figures = DimensionSheet(plan, style, projection, frame.small).draw()
    inks = [*floor.inks(), *floor.chairs(), *inks]
    return frame.page(inks, floor.texts(figures), projection, projection.scale), projection.scale


def layout_facts(layout: Layout, options: ChartOptions) -> Iterator[str]:
    """Yield what stands under the title: style, number and proof, what limits it, the chosen measures."""
    lang = options.lang
    yield term(lang, layout.style)
    claim = tell(lang, "proven") if layout.proven else tell(lang, "bound", layout.bound)
    yield f"{tell(lang, 'places', layout.count)} ({claim})"
    yield tell(lang, "limited_by", term(lang, layout.limited_by))
    for name, metres in layout.measures:
        yield f"{term(lang, name)} {say(lang, 'metres', f'{metres:.2f}')}"


def _legend(plan: FloorPlan, options: ChartOptions) -> Iterator[Entry]:
    for count, key in ((plan.wheelchairs.sum(), "wheelchair"), (plan.companions.sum(), "companion")):
        if count:
            yield Entry(f"{say(options.lang, f'mark_{key}')} {count}", key)


def _notes(layout: Layout, options: ChartOptions) -> Iterator[str]:
    """Yield the proof and what people must check; the library says these in English only."""
    if options.lang == "en":
        yield layout.proof
        for check in layout.checks_for_people:
            yield f"{tell('en', 'to_check')}: {check}"
