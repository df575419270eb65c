"""The rostrum chart: one plate a seat, the audience's side at the bottom, and in words whose left is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from matplotlib.axes import Axes

from seatplan.audit import Report
from seatplan.errors import Fault, InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.build import Builder
from seatplan.render.changes import arrow_inks
from seatplan.render.chart import on_axes, room_on
from seatplan.render.fixture_ink import FixtureSheet
from seatplan.render.layout import MOST_CUT, Sheet, extent, projected
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Box, Ink, Page, Projection, Text
from seatplan.render.paper import Size, sizes
from seatplan.render.plate_ink import PlateSheet, plates_legible
from seatplan.render.room_ink import RoomSheet
from seatplan.render.scene import Scene
from seatplan.render.seat_ink import Crowd, line_of
from seatplan.render.surround import Surround
from seatplan.render.typeface import require_glyphs
from seatplan.render.words import say
from seatplan.result import Result

__all__ = ["draw_rostrum", "rostrum_page", "rostrum_scene", "rostrums"]

PLEASANT = 7.5
"""Points that the names on plates should have; larger paper is taken to reach it."""


def rostrums(problem: Problem) -> tuple[str, ...]:
    """Return the ids of the areas that are rostrums."""
    return tuple(area.id for area in problem.venue.areas if area.kind == "rostrum")


def draw_rostrum(
    problem: Problem,
    plan: Plan,
    *,
    ax: Axes | None = None,
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw the rostrum.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    ax : Axes, optional
        Where to draw; a figure of its own otherwise.
    report : Report, optional
        What `seatplan.audit` found.
    result : Result, optional
    options : ChartOptions, optional
        With ``View.AUDIENCE`` (the default) the audience's side is at the bottom and left is the audience's
        left. With ``View.OCCUPANT`` the page is turned: the audience is at the top, as those who sit there see
        it, and left is their own. The view is printed in words.

    Returns
    -------
    Axes
        Its data are metres in the room.

    Raises
    ------
    InputError
        If there is no rostrum, or a name cannot be drawn.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> seat = Seat("a", "1号", "r", 1, 1, 0.0, facing=270.0)
    >>> room = Venue("礼堂", (seat,), (Area("r", "主席台", "rostrum"),))
    >>> ax = draw_rostrum(Problem(room, Roster((Person("1", "李强"),))), Plan({"1": "a"}))
    """
    options = options or ChartOptions()
    scene = rostrum_scene(problem, plan, report=report, result=result, options=options)
    return on_axes(rostrum_page(scene, options, room_on(ax)), ax)


def rostrum_scene(
    problem: Problem, plan: Plan, *, report: Report | None, result: Result | None, options: ChartOptions
) -> Scene:
    """Return the scene of the rostrum; refuse a room without one, and names that cannot be drawn."""
    areas = rostrums(problem)
    if not areas:
        raise InputError([Fault(f"venue {problem.venue.name!r}", "it has no rostrum", "draw the hall instead")])
    builder = Builder(problem, plan, report, result, options, areas)
    require_glyphs(builder.typed())
    scene = builder.scene()
    labels = [label for _, label in scene.areas.values() if label]
    return replace(scene, venue=" · ".join(dict.fromkeys([scene.venue, *labels])))


def rostrum_page(scene: Scene, options: ChartOptions, size: Size | None = None) -> Page:
    """Lay out a rostrum on paper of a given size, or on the smallest on which its names read well.

    Parameters
    ----------
    scene : Scene
    options : ChartOptions
    size : (float, float), optional
        In millimetres.
    """
    sheet = Sheet(scene, Crowd(scene.seats))
    if size is not None:
        return _page(sheet, size, options)
    page: Page | None = None
    for equals in sizes(options.paper):
        pages = [_page(sheet, size, options) for size in equals]
        page = min(pages, key=_scale)
        if min((text.size for text in page.of_kind("name")), default=PLEASANT) >= PLEASANT:
            break
    assert page is not None
    return page


def _scale(page: Page) -> float:
    assert page.projection is not None
    return page.projection.scale


def _page(sheet: Sheet, size: Size, options: ChartOptions) -> Page:
    view = say(sheet.scene.lang, "from_rostrum" if options.turned else "from_audience")
    frame = Surround(sheet.scene, options, size, view, sheet.crowd.seats)
    page, remarks = _drawn(sheet, frame)
    return _drawn(sheet, replace(frame, remarks=remarks))[0] if remarks else page


def _drawn(sheet: Sheet, frame: Surround) -> tuple[Page, tuple[str, ...]]:
    """Return the page, and what must be said about it."""
    options, scene = frame.options, sheet.scene
    room = frame.room()
    word = 2.2 * frame.text * POINT
    space: Box = (room[0], room[1] + word, room[2], room[3] - word)
    side = 4.2 * frame.small * POINT
    projection = projected(
        _even(extent(scene, sheet.crowd), _centre(sheet.crowd)), space, turned=options.turned, side=side, top=0.0
    )
    legible = options.names and plates_legible(sheet.crowd, projection.scale, options.style)
    plates = PlateSheet(sheet.crowd, scene, options.style, projection, names=legible)
    things = FixtureSheet(scene, options.style, projection, 1.4 * frame.text, room)
    around = [*RoomSheet(scene, options.style, projection, frame.text).texts(), *_sides(scene, frame, projection)]
    texts = [*plates.texts(), *around, *things.texts(around, plates.quads)]
    inks, words = frame.draw(projection)
    inks = [*_centre_line(sheet.crowd, frame, projection), *things.inks(), *plates.inks(), *inks]
    inks += arrow_inks(scene.arrows, projection, options.style)
    page = Page(*frame.size, tuple(inks), (*texts, *words), projection, scene.title)
    return page, tuple(_remarks(scene, options, plates))


def _remarks(scene: Scene, options: ChartOptions, plates: PlateSheet) -> Iterator[str]:
    """Yield what the numbers on plates are, and whose names are cut or left out."""
    if any(seat.rank for seat in scene.seats) and plates.names:
        yield say(scene.lang, "plate_key" if plates.numbered else "rank_key")
    if options.names and not plates.names:
        yield say(scene.lang, "too_small", f"{options.style.floor:g}")
    if plates.cut:
        names = "; ".join(f"{seat.place} {seat.name}" for seat in plates.cut[:MOST_CUT])
        yield f"{say(scene.lang, 'cut')}: {names}"


def _sides(scene: Scene, frame: Surround, projection: Projection) -> Iterator[Text]:
    """Yield where the audience sits, and the banner opposite."""
    room = frame.room()
    bottom, top = room[1] + 1.1 * frame.text * POINT, room[3] - 1.1 * frame.text * POINT
    below, above = (top, bottom) if frame.options.turned else (bottom, top)
    arrow = "↑" if frame.options.turned else "↓"
    word = f"{arrow} {say(scene.lang, 'audience')} {arrow}"
    yield line_of(word, projection.at[0], below, 1.2 * frame.text, bold=True, kind="fixture")
    if scene.banner:
        yield line_of(scene.banner, projection.at[0], above, 1.4 * frame.text, bold=True, kind="fixture")


def _centre_line(crowd: Crowd, frame: Surround, projection: Projection) -> Sequence[Ink]:
    """Return the line on which the middle of each row stands: where the position is 0."""
    x = _centre(crowd)
    room = frame.room()
    at = float(projection.points(np.array([[x, 0.0]]))[0, 0])
    gap = 2.4 * frame.text * POINT
    line = np.array([[at, room[1] + gap], [at, room[3] - gap]])
    return (Ink([line], edge=frame.options.style.quiet, width=0.6, dash=(6.0, 2.0, 1.0, 2.0), closed=False),)


def _even(box: Box, x: float) -> Box:
    """Widen a box to both sides of a line, so that the line is the middle of the page."""
    half = max(x - box[0], box[2] - x)
    return x - half, box[1], x + half, box[3]


def _centre(crowd: Crowd) -> float:
    """Return x where the position in a row is 0, by the best line through all seats."""
    position = np.array([seat.position for seat in crowd.seats])
    if np.ptp(position) == 0:
        return float(crowd.x.mean())
    return float(np.polynomial.polynomial.polyfit(position, crowd.x, 1)[0])
