"""The chart of a meeting, a ceremony or a dinner: one plate a place, tables, the door, whose right is where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from matplotlib.axes import Axes

from seatplan.audit import Report
from seatplan.errors import Fault, InputError
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.render.build import Builder
from seatplan.render.chart import on_axes, room_on
from seatplan.render.fixture_ink import FixtureSheet
from seatplan.render.layout import extent, projected
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Page
from seatplan.render.paper import PICTURES, Size, sizes
from seatplan.render.party_ink import TABLES, PartySheet, badges_of, rank_words, shape_words, upright
from seatplan.render.plate_ink import plates_legible
from seatplan.render.scene import FixtureMark, Scene
from seatplan.render.seat_ink import Crowd
from seatplan.render.surround import Surround
from seatplan.render.typeface import require_glyphs
from seatplan.render.words import say
from seatplan.result import Result
from seatplan.rules.occasions import Badge

__all__ = ["TableScene", "draw_table", "table_areas", "table_page", "table_scene"]

PLEASANT = 7.5
"""Points that names should have; larger paper is taken to reach it."""
_VIEWS: dict[str, tuple[str, str]] = {
    "door": (
        "↓ 门在图下方：面门者之右在图左，背门者之右在图右；进门方向之右为图右",
        "↓ The door is at the bottom: whoever faces it has the right hand at the left of the page, whoever has it "
        "in the back at the right; the right as one enters is the right of the page",
    ),
    "photo": (
        "↓ 相机在图下方：面向相机者之右在图左",
        "↓ The camera is at the bottom: whoever faces it has the right hand at the left of the page",
    ),
    "vehicle": (
        "↑ 行驶方向为图上方：乘车人之右在图右",
        "↑ The vehicle drives up the page: its right is the right of the page",
    ),
    "flags": (
        "↓ 观众在图下方：旗之右在图左",
        "↓ The viewers are at the bottom: the flags' own right is the left of the page",
    ),
    "benches": (
        "↓ 议长在图上方面向图下：议长之右在图左",
        "↓ The Speaker is at the top and looks down the page: the Speaker's right is the left of the page",
    ),
    "turned": (
        "本图转半周，门（相机、观众）在图上方",
        "The page is turned by half a turn: door, camera or viewers are at the top",
    ),
}


@dataclass(frozen=True, eq=False)
class TableScene:
    """A scene of tables, and what each person is there."""

    scene: Scene
    badges: Mapping[str, Badge]
    view: str


def table_areas(problem: Problem) -> tuple[str, ...]:
    """Return the ids of the areas that this chart shows."""
    return tuple(area.id for area in problem.venue.areas if area.kind in TABLES)


def draw_table(
    problem: Problem,
    plan: Plan,
    *,
    ax: Axes | None = None,
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw the tables of a room: who sits where, in which party and rank, where the door is, whose right is where.

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
        With ``View.AUDIENCE`` (the default) the door is at the bottom, as one enters; with ``View.OCCUPANT`` the
        page is turned.

    Returns
    -------
    Axes
        Its data are metres in the room.

    Raises
    ------
    InputError
        If there is no table, or a name cannot be drawn.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import sofas
    >>> room = sofas(seats=2)
    >>> ax = draw_table(Problem(room, Roster((Person("1", "李强"),))), Plan({"1": "sofas-1-1"}))
    """
    options = options or ChartOptions()
    scene = table_scene(problem, plan, report=report, result=result, options=options)
    return on_axes(table_page(scene, options, room_on(ax)), ax)


def table_scene(
    problem: Problem, plan: Plan, *, report: Report | None, result: Result | None, options: ChartOptions
) -> TableScene:
    """Return the scene of the tables; refuse a room without one, and names that cannot be drawn."""
    areas = table_areas(problem)
    if not areas:
        raise InputError([Fault(f"venue {problem.venue.name!r}", "it has no table", "draw the hall instead")])
    builder = Builder(problem, plan, report, result, options, areas)
    require_glyphs(builder.typed())
    badges, venue = badges_of(problem), builder.venue
    places = {seat.id: (seat.x, seat.y) for seat in venue.seats}
    marks = (replace(m, rank=rank_words(badges.get(m.person), options.lang) or m.rank) for m in builder.marks)
    whole = tuple(_rounded(problem, f) for f in Builder(problem, plan, report, result, options).fixtures)
    scene = replace(
        builder.scene(), seats=upright(tuple(marks), places), groups=(), rows=(), fixtures=whole, areas={}
    )
    kinds = {problem.venue.area_by_id[area].kind for area in areas}
    view = next((kind for kind in ("photo", "vehicle", "flags", "benches") if kind in kinds), "door")
    return TableScene(scene, badges, view)


def _rounded(problem: Problem, mark: FixtureMark) -> FixtureMark:
    """Return a table as it is: round, if people sit all round it and it is as wide as it is deep; or oval."""
    area = problem.venue.area_by_id.get(mark.area)
    if mark.kind != "table" or area is None or area.kind != "ring":
        return mark
    if mark.place.width != mark.place.depth and not _slanting(problem, area.id):
        return mark
    angles = np.deg2rad(np.arange(0, 360, 5))
    half = np.ptp(np.array(mark.outline), axis=0) / 2
    ring = np.column_stack([np.cos(angles), np.sin(angles)]) * half + (mark.place.x, mark.place.y)
    return replace(mark, outline=tuple((float(x), float(y)) for x, y in ring))


def _slanting(problem: Problem, area: str) -> bool:
    """Tell whether anybody at a table sits at an edge that is not straight."""
    seats = (problem.venue.seats[i] for i in problem.venue.seats_of(area).tolist())
    return any(seat.facing % 90 > 1e-6 for seat in seats)


def table_page(table: TableScene, options: ChartOptions, size: Size | None = None) -> Page:
    """Lay out tables on paper of a given size, or on the smallest on which the names read well.

    Parameters
    ----------
    table : TableScene
    options : ChartOptions
    size : (float, float), optional
        In millimetres.
    """
    if size is not None:
        return _page(table, size, options)
    page: Page | None = None
    for equals in sizes(options.paper, choice=PICTURES):
        page = min((_page(table, size, options) for size in equals), key=_scale)
        if min((text.size for text in page.of_kind("name")), default=0.0) >= PLEASANT or not table.scene.seated:
            break
    assert page is not None
    return page


def _scale(page: Page) -> float:
    assert page.projection is not None
    return page.projection.scale


def _page(table: TableScene, size: Size, options: ChartOptions) -> Page:
    lang = table.scene.lang
    view = " ".join(_word(key, lang) for key in (table.view, *(("turned",) if options.turned else ())))
    frame = Surround(table.scene, options, size, view, table.scene.seats)
    page, remarks = _drawn(table, frame)
    return _drawn(table, replace(frame, remarks=remarks))[0] if remarks else page


def _word(key: str, lang: Lang) -> str:
    return _VIEWS[key][0 if lang == "zh" else 1]


def _drawn(table: TableScene, frame: Surround) -> tuple[Page, tuple[str, ...]]:
    """Return the page, and what must be said about it."""
    options, scene, room, crowd = frame.options, table.scene, frame.room(), Crowd(table.scene.seats)
    word = 1.5 * frame.text * POINT
    space = (room[0], room[1] + word, room[2], room[3] - word)
    projection = projected(extent(scene, crowd), space, turned=options.turned, side=0.0, top=0.0)
    legible = options.names and plates_legible(crowd, projection.scale, options.style)
    plates = PartySheet(crowd, scene, options.style, projection, names=legible, badges=table.badges)
    things = FixtureSheet(scene, options.style, projection, 1.4 * frame.text, room)
    written = [*plates.texts()]
    texts = [*written, *things.texts(written, np.asarray(plates.quads))]
    inks, words = frame.draw(projection)
    page = Page(*frame.size, (*things.inks(), *plates.inks(), *inks), (*texts, *words), projection, scene.title)
    return page, tuple(_remarks(table, options, plates))


def _remarks(table: TableScene, options: ChartOptions, plates: PartySheet) -> Iterator[str]:
    """Yield what shapes mean, and whose names are cut or left out."""
    scene = table.scene
    yield from shape_words(table.badges, scene.lang)
    if options.names and not plates.names:
        yield say(scene.lang, "too_small", f"{options.style.floor:g}")
    if plates.cut:
        yield f"{say(scene.lang, 'cut')}: {'; '.join(f'{seat.place} {seat.name}' for seat in plates.cut)}"
