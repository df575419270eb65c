"""Where a floor plan stands on its page, and on which paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from seatplan.render.dimension_ink import DimensionSheet
from seatplan.render.floor_plan import FloorPlan
from seatplan.render.layout import projected
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Box, Page, Projection
from seatplan.render.paper import SHEETS, Size, sizes
from seatplan.render.typeface import advance

__all__ = ["best_layout_page", "placed"]

_CLEAR = 200
"""A scale of 1 : 200 or larger shows single chairs well: smaller paper is taken then."""
_NOWHERE = Projection(1, (0.0, 0.0), (0.0, 0.0))


def placed(plan: FloorPlan, frame: LayoutFrame, *, dimensions: bool = True) -> tuple[Projection, Box]:
    """Return the projection of a floor plan on a page, and the box in which its words may stand.

    Parameters
    ----------
    plan : FloorPlan
    frame : LayoutFrame
    dimensions : bool
        Leave room for the dimensions of the room.
    """
    em = frame.small * POINT
    left, bottom, right, top = frame.room()
    outer = DimensionSheet(plan, frame.options.style, _NOWHERE, frame.small)
    names = max([advance(door.label) for door in plan.doors if door.inward[0] > 0.7], default=0.0)
    below, beside = outer.below, outer.beside
    if not dimensions:
        below, beside = below - 1.5 * em, beside - 1.5 * em
    here = left + (names + 2.0) * em, bottom + below + em, right - beside - em, top - 1.5 * em
    found = projected(plan.box, here, turned=frame.options.turned, side=0.0, top=0.0)
    return found, (left, bottom, right, top)


def best_layout_page(
    composed: Callable[[LayoutFrame], tuple[Page, float]], frame: LayoutFrame, size: Size | None
) -> Page:
    """Return the page on paper of a given size, or on the smallest that shows single chairs well.

    Parameters
    ----------
    composed : callable
        Lays a frame out and returns the page and its scale.
    frame : LayoutFrame
    size : (float, float) or None
    """
    if size is not None:
        return composed(replace(frame, size=size))[0]
    pages = [composed(replace(frame, size=one)) for one in _papers(frame.options)]
    pages.sort(key=lambda pair: (pair[0].width * pair[0].height, pair[1]))
    return next((page for page, scale in pages if scale <= _CLEAR), min(pages, key=lambda pair: pair[1])[0])


def _papers(options: ChartOptions) -> Iterator[Size]:
    for same in sizes(options.paper, choice=SHEETS):
        yield from same
