"""A scene on paper: scale, projection, and everything in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from seatplan.render.changes import arrow_inks
from seatplan.render.fixture_ink import FixtureSheet
from seatplan.render.keyplan import Leaf, beyond, key_plan, numbered
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Box, Ink, Page, Projection, Text
from seatplan.render.paper import Size, nice_scale
from seatplan.render.room_ink import RoomSheet
from seatplan.render.scene import Scene
from seatplan.render.seat_ink import Crowd, SeatSheet, line_of
from seatplan.render.surround import Surround
from seatplan.render.words import say

__all__ = ["Sheet", "compose", "extent", "projected", "scale_on"]

BORDER = 0.9
"""Millimetres that the border of a sheet takes on the overview."""
MOST_CUT = 8
"""More names than this are not written out under the drawing."""


@dataclass(frozen=True)
class Sheet:
    """What one sheet shows, before it is laid out.

    Parameters
    ----------
    scene : Scene
        With the seats and rows of this sheet only.
    crowd : Crowd
        The same seats, measured.
    subtitle, number : str
        Of the sheet.
    leaves : sequence of Leaf
        All sheets of its set.
    leaf : Leaf or None
        This one; None for the overview.
    remark : str
        A sentence about the set.
    """

    scene: Scene
    crowd: Crowd
    subtitle: str = ""
    number: str = ""
    leaves: Sequence[Leaf] = ()
    leaf: Leaf | None = None
    remark: str = ""


def extent(scene: Scene, crowd: Crowd) -> Box:
    """Return the box in metres that holds all that is drawn: left, bottom, right, top."""
    points = [crowd.corners.reshape(-1, 2), *(np.array(f.outline) for f in scene.fixtures)]
    points += [line for group in scene.groups for _, line in group.lines]
    points += [np.array([[mark.x, mark.y]]) for mark in scene.rows]
    every = np.concatenate(points)
    return (*map(float, every.min(axis=0)), *map(float, every.max(axis=0)))  # type: ignore[return-value]


def projected(box: Box, room: Box, *, turned: bool, side: float, top: float) -> Projection:
    """Return the projection that shows a box of the room as large as a nice scale allows.

    Parameters
    ----------
    box : Box
        In metres.
    room : Box
        In millimetres, on paper.
    turned : bool
    side, top : float
        Millimetres for words at both sides, and above.
    """
    wide, tall = room[2] - room[0] - 2 * side, room[3] - room[1] - top
    scale = max((box[2] - box[0]) * 1000 / max(wide, 1.0), (box[3] - box[1]) * 1000 / max(tall, 1.0), 1.0)
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    at = (room[0] + room[2]) / 2, (room[1] + room[3] - top) / 2
    return Projection(nice_scale(scale), middle, at, turned)


def scale_on(sheet: Sheet, size: Size, options: ChartOptions) -> float:
    """Return the scale of a sheet on paper, were there no legend of groups."""
    frame = _frame(sheet, size, options)
    return _projection(sheet, frame).scale


def compose(sheet: Sheet, size: Size, options: ChartOptions) -> Page:
    """Lay out a sheet of a hall: first without a legend of groups, with one if a name finds no room.

    Parameters
    ----------
    sheet : Sheet
    size : (float, float)
        Of the paper, in millimetres.
    options : ChartOptions
    """
    frame = _frame(sheet, size, options)
    page, unnamed, remarks = _drawn(sheet, frame)
    if unnamed or remarks:
        legend = sheet.scene.groups if unnamed else ()
        page, *_ = _drawn(sheet, replace(frame, legend=legend, remarks=(*frame.remarks, *remarks)))
    return page


def _frame(sheet: Sheet, size: Size, options: ChartOptions) -> Surround:
    view = say(sheet.scene.lang, _view(sheet.scene, options))
    return Surround(
        sheet.scene,
        options,
        size,
        view,
        sheet.crowd.seats,
        subtitle=sheet.subtitle,
        sheet=sheet.number,
        remarks=(sheet.remark,) if sheet.remark else (),
        plan=sheet.leaf is not None,
    )


def _view(scene: Scene, options: ChartOptions) -> str:
    """Return the words for whose left is left; only a rostrum, a hall or a parliament faces one way."""
    kinds = {kind for kind, _ in scene.areas.values()}
    if not {"rostrum", "hall"} & kinds:
        president = "president_down" if options.turned else "president_up"
        return president if kinds == {"parliament"} else "from_above"
    return "stage_down" if options.turned else "stage_up"


def _projection(sheet: Sheet, frame: Surround) -> Projection:
    side = 4.2 * frame.small * POINT
    turned, top = frame.options.turned, _above(sheet.scene, frame)
    left, bottom, right, upper = frame.room()
    if sheet.leaf is not None:  # at the edges stands what lies beyond
        edge = 1.8 * frame.text * POINT
        side, bottom = side + edge, bottom + edge
    room = left, bottom, right, upper
    return projected(extent(sheet.scene, sheet.crowd), room, turned=turned, side=side, top=top)


def _drawn(sheet: Sheet, frame: Surround) -> tuple[Page, bool, tuple[str, ...]]:
    """Return the page, whether a group stands there without its name, and what must be said about the page."""
    options, scene = frame.options, sheet.scene
    projection = _projection(sheet, frame)
    legible = options.names and sheet.crowd.legible(projection.scale, options.style)
    seats = SeatSheet(sheet.crowd, scene, options.style, projection, names=legible)
    spare = BORDER if sheet.leaves and sheet.leaf is None else 0.0
    room = RoomSheet(scene, options.style, projection, frame.text, names=legible, spare=spare)
    things = FixtureSheet(scene, options.style, projection, frame.text, frame.room())
    around = [*room.texts(), *_banner(scene, frame, projection)]
    texts = [*seats.texts(), *around, *things.texts(around, seats.quads)]
    inks, words = replace(frame, marks=legible).draw(projection)
    marks, numbers = _set_marks(sheet, frame, projection, texts)
    inks, texts = [*things.inks(), *room.inks(), *seats.inks(), *inks, *marks], [*texts, *words, *numbers]
    inks += arrow_inks(scene.arrows, projection, options.style)
    page = Page(*frame.size, tuple(inks), tuple(texts), projection, scene.title)
    return page, bool(room.unnamed), tuple(_remarks(scene, options, legible, seats))


def _set_marks(
    sheet: Sheet, frame: Surround, projection: Projection, texts: Sequence[Text]
) -> tuple[list[Ink], list[Text]]:
    """Return what tells where a sheet lies in its set."""
    style, turned = frame.options.style, frame.options.turned
    if not sheet.leaves:
        return [], []
    if sheet.leaf is None:
        return numbered(sheet.leaves, projection, 1.6 * frame.text, texts)
    inks, words = key_plan(sheet.leaves, sheet.leaf, frame.key_box(), style, turned=turned)
    facing, lang = float(np.median(sheet.crowd.facing)), sheet.scene.lang
    more = beyond(sheet.leaf, frame.room(), style, frame.text, lang=lang, turned=turned, facing=facing)
    return inks, [*words, *more]


def _above(scene: Scene, frame: Surround) -> float:
    """Return the millimetres above the drawing: for the banner."""
    return 2.0 * frame.text * POINT if scene.banner or frame.plan else 0.0


def _banner(scene: Scene, frame: Surround, projection: Projection) -> Sequence[Text]:
    """Return the text of the banner over the stage, or over the drawing."""
    if not scene.banner:
        return ()
    room = frame.room()
    size = min(1.4 * frame.text, (room[2] - room[0]) / POINT / max(1.0, len(scene.banner)))
    size = max(frame.options.style.floor, size)
    return (
        line_of(
            scene.banner, _middle(scene, projection), room[3] - frame.text * POINT, size, bold=True, kind="fixture"
        ),
    )


def _middle(scene: Scene, projection: Projection) -> float:
    """Return where the middle of the stage is across the page."""
    stages = [fixture.place for fixture in scene.fixtures if fixture.kind == "stage"]
    if not stages:
        return projection.at[0]
    return float(projection.points(np.array([[stages[0].x, stages[0].y]]))[0, 0])


def _remarks(scene: Scene, options: ChartOptions, legible: bool, seats: SeatSheet) -> Sequence[str]:
    """Return what must be said about the page itself."""
    if options.names and not legible:
        return (say(scene.lang, "too_small", f"{options.style.floor:g}"),)
    if seats.cut:
        names = "; ".join(f"{seat.place} {seat.name}" for seat in seats.cut[:MOST_CUT])
        return (f"{say(scene.lang, 'cut')}: {names}",)
    return ()
