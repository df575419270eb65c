"""Row numbers and the things of the room."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from seatplan.problem import Lang
from seatplan.render.frame import Grid, Row
from seatplan.render.pieces import Place
from seatplan.render.scene import FixtureMark, RowMark, corners
from seatplan.render.seat_marks import CHAIR, SHAPES
from seatplan.render.wording import plain
from seatplan.render.words import say
from seatplan.venue import Fixture, Venue

__all__ = ["fixture_marks", "row_marks"]

BESIDE = 0.12
"""Metres between a row and its number."""
AISLE = 0.3
"""Metres that an aisle is wide at least."""
ON_STAGE = frozenset({"lectern", "screen", "banner"})


def row_marks(venue: Venue, grid: Grid) -> Iterator[RowMark]:
    """Yield the numbers of the rows of an area, at both ends and in every aisle; none of a table or one ring."""
    kind = venue.area_by_id[grid.area].kind
    back = SHAPES.get(kind, CHAIR).back * grid.pitch
    if kind == "table" or (kind == "ring" and len(grid.rows) == 1):
        return
    for row in grid.rows:
        half = row.width / 2
        yield _mark(grid, row, row.u[0] - half - BESIDE, back, away=-90.0)
        yield _mark(grid, row, row.u[-1] + half + BESIDE, back, away=90.0)
        for left, right in _aisles(venue, row):
            yield _mark(grid, row, (left + right) / 2, back, room=right - left)


def _aisles(venue: Venue, row: Row) -> Iterator[tuple[float, float]]:
    """Yield the gaps between blocks of a row."""
    blocks = np.array([venue.seats[i].block for i in row.seats])
    for k in np.flatnonzero(np.diff(blocks)):
        left, right = float(row.u[k]) + row.width / 2, float(row.u[k + 1]) - row.width / 2
        if right - left >= AISLE:
            yield left, right


def _mark(
    grid: Grid, row: Row, u: float, back: float, *, away: float = math.nan, room: float = math.inf
) -> RowMark:
    """Make a row number at ``u``; ``away`` is -90 at the occupants' left end, 90 at their right end."""
    uv = np.array([[u, float(row.back(np.array([u]))[0]) + back]])
    x, y = grid.frame.roll(uv)[0]
    facing = float(grid.frame.turn(uv)[0])
    return RowMark(grid.area, row.number, float(x), float(y), facing, facing - away, room)


def fixture_marks(venue: Venue, *, lang: Lang, whole: bool) -> Iterator[FixtureMark]:
    """Yield the fixtures that belong to a chart of these areas.

    A rostrum's chart is all stage, and its plates stand on the tables: it needs no outline of either.

    Parameters
    ----------
    venue : Venue
    lang : {"zh", "en"}
    whole : bool
        The chart shows the whole room, with its doors and aisles; otherwise what stands on the stage only.
    """
    for fixture in venue.fixtures:
        if whole or fixture.kind in ON_STAGE:
            yield _fixture_mark(fixture, lang)


def _fixture_mark(fixture: Fixture, lang: Lang) -> FixtureMark:
    one = np.ones(1)
    sizes = fixture.width * one, fixture.depth * one
    outline = corners(fixture.x * one, fixture.y * one, *sizes, (fixture.turn + 90) * one)[0]
    upright = fixture.depth > 2 * fixture.width and fixture.kind != "door"
    turn = fixture.turn + (180.0 if upright else 90.0)
    box = (fixture.depth, fixture.width) if upright else (fixture.width, fixture.depth)
    return FixtureMark(
        kind=fixture.kind,
        label=plain(fixture.label) or say(lang, f"fixture_{fixture.kind}"),
        area=fixture.area,
        outline=tuple((float(x), float(y)) for x, y in outline),
        place=Place(fixture.x, fixture.y, turn, *box),
    )
