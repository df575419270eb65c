"""The layout chart: a room and its seats to scale, with dimensions, doors, aisles and what limits the number."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from matplotlib.axes import Axes

from seatplan.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.said import joined
from seatplan.render.chart import on_axes, room_on
from seatplan.render.dimension_ink import DimensionSheet
from seatplan.render.files import write_pages
from seatplan.render.floor_ink import FloorSheet
from seatplan.render.floor_plan import FloorPlan, floor_plan
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.layout_page import best_layout_page, placed
from seatplan.render.layout_words import tell, term
from seatplan.render.legend import Entry
from seatplan.render.options import ChartOptions
from seatplan.render.page import Page
from seatplan.render.paper import Size
from seatplan.render.wording import plain
from seatplan.render.words import say

__all__ = ["draw_layout", "layout_facts", "save_layout"]


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
    return best_layout_page(lambda one: _composed(plan, one), frame, size)


def _composed(plan: FloorPlan, frame: LayoutFrame) -> tuple[Page, float]:
    """Return the page and its scale."""
    style = frame.options.style
    projection, where = placed(plan, frame)
    floor = FloorSheet(plan, style, projection, frame.text, frame.small, where)
    inks, figures = DimensionSheet(plan, style, projection, frame.small).draw()
    inks = [*floor.inks(), *floor.chairs(), *inks]
    return frame.page(inks, floor.texts(figures), projection, projection.scale), projection.scale


def layout_facts(layout: Layout, options: ChartOptions) -> Iterator[str]:
    """Yield what stands under the title: style, number and proof, what limits it, the chosen measures."""
    lang = options.lang
    yield term(lang, layout.style)
    claim = tell(lang, "proven") if layout.proven else tell(lang, "bound", layout.bound)
    standing = all(area.kind in ("zone", "photo") for area in layout.venue.areas)
    yield tell(lang, "standing" if standing else "places", layout.count, claim)
    yield tell(lang, "limited_by", term(lang, layout.limited_by))
    for name, metres in layout.measures:
        yield f"{term(lang, name)} {say(lang, 'metres', f'{metres:.2f}')}"


def _legend(plan: FloorPlan, options: ChartOptions) -> Iterator[Entry]:
    for count, key in ((plan.wheelchairs.sum(), "wheelchair"), (plan.companions.sum(), "companion")):
        if count:
            yield Entry(f"{say(options.lang, f'mark_{key}')} {count}", key)


def _notes(layout: Layout, options: ChartOptions) -> Iterator[str]:
    """Yield how the number was found and what people must check."""
    lang = options.lang
    yield joined(layout.proof, lang)
    for check in layout.checks_for_people:
        yield tell(lang, "to_check", check.sentence(lang))
