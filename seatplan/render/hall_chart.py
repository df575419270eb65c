"""The hall chart: the whole room to scale, every name in its seat, delegations told apart."""

from __future__ import annotations

from matplotlib.axes import Axes

from seatplan.audit import Report
from seatplan.errors import Fault, InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.build import Builder
from seatplan.render.chart import on_axes, room_on
from seatplan.render.layout import Sheet, compose
from seatplan.render.options import ChartOptions
from seatplan.render.page import Page
from seatplan.render.paper import SHEETS, Size
from seatplan.render.scene import Scene
from seatplan.render.seat_ink import Crowd
from seatplan.render.sheets import best_page
from seatplan.render.typeface import require_glyphs
from seatplan.result import Result

__all__ = ["draw_hall", "hall_builder", "hall_page", "hall_scene"]


def draw_hall(
    problem: Problem,
    plan: Plan,
    *,
    ax: Axes | None = None,
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw the whole room: the hall with its floors, and the rostrum before it.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    ax : Axes, optional
        Where to draw; a figure of its own otherwise.
    report : Report, optional
        What `seatplan.audit` found: a verdict, and a red ring with a number for each broken rule.
    result : Result, optional
        For the seed.
    options : ChartOptions, optional
        With ``View.AUDIENCE`` (the default) the stage is at the top and left is the left of those in the hall.

    Returns
    -------
    Axes
        Its data are metres in the room. Where names would be too small to read they are left out, and the chart
        says so; `seatplan.render.save` prints sheets then.

    Raises
    ------
    InputError
        If a name cannot be drawn.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> ax = draw_hall(Problem(room, Roster((Person("1", "李强"),))), Plan({"1": "a"}))
    """
    options = options or ChartOptions()
    scene = hall_scene(problem, plan, report=report, result=result, options=options)
    return on_axes(hall_page(scene, options, room_on(ax)), ax)


def hall_scene(
    problem: Problem, plan: Plan, *, report: Report | None, result: Result | None, options: ChartOptions
) -> Scene:
    """Return the scene of the whole room; refuse names that cannot be drawn."""
    return hall_builder(problem, plan, report=report, result=result, options=options).scene()


def hall_builder(
    problem: Problem, plan: Plan, *, report: Report | None, result: Result | None, options: ChartOptions
) -> Builder:
    """Return the builder of the whole room; refuse a room without seats, and names that cannot be drawn."""
    if not problem.venue.seats:
        raise InputError([Fault(f"venue {problem.venue.name!r}", "it has no seats", "add seats")])
    builder = Builder(problem, plan, report, result, options)
    require_glyphs(builder.typed())
    return builder


def hall_page(
    scene: Scene, options: ChartOptions, size: Size | None = None, *, choice: tuple[str, ...] = SHEETS
) -> Page:
    """Lay out a room on paper of a given size, or on the smallest on which its names read well.

    Parameters
    ----------
    scene : Scene
    options : ChartOptions
    size : (float, float), optional
        In millimetres.
    choice : tuple of str
        Paper to choose from, the smallest first.
    """
    sheet = Sheet(scene, Crowd(scene.seats))
    if size is not None:
        return compose(sheet, size, options)
    return best_page(sheet, options, choice=choice)[0]
