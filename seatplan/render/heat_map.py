"""Heat maps: what each seat sees, hears or walks, in classes on the floor plan."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from seatplan.codes.checks import Options
from seatplan.codes.checks.measures import seat_measures
from seatplan.errors import Fault, InputError
from seatplan.layout.room import Room
from seatplan.render.chart import on_axes, room_on
from seatplan.render.files import write_pages
from seatplan.render.floor_ink import FloorSheet
from seatplan.render.floor_plan import floor_plan
from seatplan.render.hatch import hatch_lines
from seatplan.render.heat_scale import Heat, heat_of, legend, looks_of
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.layout_page import best_layout_page, placed
from seatplan.render.layout_words import tell, term
from seatplan.render.options import ChartOptions
from seatplan.render.page import Ink, Page
from seatplan.render.paper import Size
from seatplan.render.style import Style
from seatplan.render.wording import plain
from seatplan.venue import Venue

__all__ = ["draw_heat_map", "save_heat_map"]

Values = NDArray[np.float64]


def save_heat_map(
    venue: Venue,
    path: str | os.PathLike[str],
    *,
    measure: str = "c_value",
    room: Room | None = None,
    checks: Options | None = None,
    options: ChartOptions | None = None,
) -> Path:
    """Write a heat map of one measure to a file.

    Parameters
    ----------
    venue : Venue
    path : path-like
        ``.pdf``, ``.png`` or ``.svg``; the folder must exist.
    measure : str
        ``c_value``, ``stage_distance``, ``stage_angle``; with a screen ``screen_heights``, ``screen_angle``; with
        a voice in ``checks`` ``speech``, ``speech_margin``; with doors ``door``, ``common_path``.
    room : Room, optional
    checks : Options, optional
        What the venue does not say of itself, such as the level of the voice.
    options : ChartOptions, optional

    Returns
    -------
    Path

    Raises
    ------
    InputError
        For a measure that this venue does not have, another ending, or a folder that does not exist.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.venue import auditorium
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_heat_map(auditorium(rows=3, blocks="8"), f"{folder}/far.svg", measure="stage_distance").name
    'far.svg'
    """
    options = options or ChartOptions()
    return write_pages([_page(venue, measure, room, checks, options, None)], path)


def draw_heat_map(
    venue: Venue,
    ax: Axes | None = None,
    *,
    measure: str = "c_value",
    room: Room | None = None,
    checks: Options | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw a heat map on an Axes, or on a figure of its own; see `save_heat_map`.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> ax = draw_heat_map(auditorium(rows=3, blocks="8"), measure="stage_angle")
    """
    options = options or ChartOptions()
    return on_axes(_page(venue, measure, room, checks, options, room_on(ax)), ax)


def _page(
    venue: Venue,
    measure: str,
    room: Room | None,
    checks: Options | None,
    options: ChartOptions,
    size: Size | None,
) -> Page:
    values = _values(venue, measure, checks)
    heat = heat_of(measure, values)
    plan = floor_plan(venue, room, options)
    frame = LayoutFrame(
        options,
        size or (0.0, 0.0),
        plain(options.title or venue.name),
        tuple(_facts(venue, measure, heat, values, options)),
        tuple(
            legend(
                heat, values, options.style, options.lang, unknown_is="first" if measure == "c_value" else "none"
            )
        ),
        view="view_turned" if options.turned else "view",
    )

    def composed(frame: LayoutFrame) -> tuple[Page, float]:
        projection, where = placed(plan, frame, dimensions=False)
        floor = FloorSheet(plan, options.style, projection, frame.text, frame.small, where)
        inks = [*floor.inks(), *_cells(floor.quads, heat.classes(values), options.style, len(heat.bounds) + 1)]
        return frame.page(inks, floor.texts(), projection, projection.scale), projection.scale

    return best_layout_page(composed, frame, size)


def _values(venue: Venue, measure: str, checks: Options | None) -> Values:
    known = seat_measures(venue, checks)
    if measure not in known:
        mend = f"use one of: {', '.join(known)}"
        raise InputError([Fault(f"heat map of {venue.name!r}", f"it has no measure {measure!r}", mend)])
    return np.asarray(known[measure], dtype=np.float64)


def _facts(venue: Venue, measure: str, heat: Heat, values: Values, options: ChartOptions) -> Iterator[str]:
    """Yield what the map shows, and the worst seat by name."""
    lang = options.lang
    yield term(lang, measure.replace("_", " "))
    known = np.flatnonzero(np.isfinite(values))
    if not len(known):
        return
    order = known[np.argsort(values[known], kind="stable")]
    worst = order[0] if heat.more else order[-1]
    best = order[-1] if heat.more else order[0]
    yield tell(lang, "best", heat.write(float(values[best])))
    yield tell(lang, "median", heat.write(float(np.median(values[known]))))
    yield tell(lang, "worst seat", heat.write(float(values[worst])), plain(venue.seats[int(worst)].label))


def _cells(quads: Values, classes: NDArray[np.intp], style: Style, count: int) -> Iterator[Ink]:
    """Yield the seats of each class in its look; those of which nothing is known are dashed."""
    for k, look in enumerate(looks_of(style, count)):
        boxes = quads[classes == k]
        if len(boxes):
            yield Ink(boxes, look.fill, look.edge, 0.35, layer=2)
            yield Ink(hatch_lines(boxes, look.hatch), edge="#333333", width=0.3, closed=False, layer=3)
    if (classes == -1).any():
        yield Ink(quads[classes == -1], "#ffffff", style.line, 0.4, (1.2, 1.2), layer=2)
