"""`draw`: the chart that fits the room."""

from __future__ import annotations

from typing import Literal

from matplotlib.axes import Axes

from seatplan.audit import Report
from seatplan.errors import Fault, InputError
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.hall_chart import draw_hall
from seatplan.render.options import ChartOptions
from seatplan.render.rostrum_chart import draw_rostrum, rostrums
from seatplan.render.table_chart import draw_table, table_areas
from seatplan.result import Result

__all__ = ["Chart", "chart_of", "draw"]

Chart = Literal["auto", "hall", "rostrum", "table"]


def draw(
    problem: Problem | Plan,
    plan: Plan | None = None,
    ax: Axes | None = None,
    *,
    chart: Chart = "auto",
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw a plan.

    Parameters
    ----------
    problem : Problem or Plan
        A plan of `seatplan.solve` knows its problem and may stand alone: ``draw(plan)``, ``draw(plan, ax=ax)``.
    plan : Plan, optional
    ax : Axes, optional
        Where to draw; a figure of its own, of the paper's size, otherwise. A notebook shows what is returned.
    chart : {"auto", "hall", "rostrum", "table"}
        ``"auto"``: the rostrum or the tables if the room has nothing else, the whole room otherwise.
    report : Report, optional
        What `seatplan.audit` found: a verdict, and a red ring with a number for each broken rule.
    result : Result, optional
        For the seed.
    options : ChartOptions, optional

    Returns
    -------
    Axes
        Its data are metres in the room.

    Raises
    ------
    InputError
        If a name cannot be drawn.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> ax = draw(Problem(room, Roster((Person("1", "李强"),))), Plan({"1": "a"}))
    """
    problem, plan = _both(problem, plan)
    one = {"rostrum": draw_rostrum, "table": draw_table}.get(chart_of(problem, chart), draw_hall)
    return one(problem, plan, ax=ax, report=report, result=result, options=options)


def _both(problem: Problem | Plan, plan: Plan | None) -> tuple[Problem, Plan]:
    """Return problem and plan; a plan alone brings its problem."""
    if isinstance(problem, Problem) and plan is not None:
        return problem, plan
    if isinstance(problem, Plan) and plan is None and problem.problem is not None:
        return problem.problem, problem
    mend = "call draw(problem, plan), or draw(plan) with a plan that seatplan.solve returned"
    raise InputError([Fault("draw", "a plan without the problem it is for", mend)])


def chart_of(problem: Problem, chart: Chart) -> Chart:
    """Return which chart is drawn: ``"hall"``, ``"rostrum"`` or ``"table"``.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "r", 1, 1, 0.0),), (Area("r", "Rostrum", "rostrum"),))
    >>> chart_of(Problem(room, Roster(())), "auto")
    'rostrum'
    """
    if chart not in ("auto", "hall", "rostrum", "table"):
        raise InputError([Fault("chart", f"no such chart {chart!r}", "use auto, hall, rostrum or table")])
    if chart != "auto":
        return chart
    if len(table_areas(problem)) == len(problem.venue.areas):
        return "table"
    return "rostrum" if len(rostrums(problem)) == len(problem.venue.areas) else "hall"
