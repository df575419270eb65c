"""From a problem and its plan to a `Scene`."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.audit import Report
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.floors import floors_apart
from seatplan.render.frame import grid_of
from seatplan.render.group_marks import group_marks, grouping
from seatplan.render.options import ChartOptions
from seatplan.render.room_marks import fixture_marks, row_marks
from seatplan.render.scene import Scene, SeatMark
from seatplan.render.seat_marks import seat_marks
from seatplan.render.verdict import MOST_NOTES, facts, notes, rings, verdict
from seatplan.render.wording import plain
from seatplan.result import Result

__all__ = ["build_scene"]


def build_scene(
    problem: Problem,
    plan: Plan,
    *,
    report: Report | None = None,
    result: Result | None = None,
    options: ChartOptions | None = None,
    areas: tuple[str, ...] = (),
) -> Scene:
    """Return what a chart of a plan shows.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    report : Report, optional
        What `seatplan.audit` found; without it the chart says that nobody looked.
    result : Result, optional
        For the seed.
    options : ChartOptions, optional
    areas : tuple of str
        Ids of the areas to show; none for all.

    Returns
    -------
    Scene

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import Area, Seat, Venue
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    >>> problem = Problem(room, Roster((Person("1", "李强"),)))
    >>> build_scene(problem, Plan({"1": "a"})).seats[0].name
    '李\u3000强'
    """
    options = options or ChartOptions()
    lang, venue = options.lang, floors_apart(problem.venue)
    shown = areas or tuple(area.id for area in venue.areas)
    grids = {area: grid_of(venue, area) for area in shown if len(venue.seats_of(area))}
    names, groups = grouping(problem, plan, grids, options.by)
    seats = tuple(seat_marks(problem, plan, venue, grids, groups=groups, rings=rings(report), lang=lang))
    sentences = notes(problem, report, lang)
    return Scene(
        title=plain(options.title or problem.name),
        venue=plain(venue.name),
        date=plain(options.date),
        banner=plain(options.banner),
        lang=lang,
        seats=seats,
        groups=group_marks(grids, names, groups, options.style),
        rows=tuple(mark for grid in grids.values() for mark in row_marks(venue, grid)),
        fixtures=tuple(fixture_marks(venue, shown, lang=lang, whole=not areas)),
        areas={a: (venue.area_by_id[a].kind, plain(venue.area_by_id[a].label)) for a in grids},
        grids=grids,
        notes=sentences[:MOST_NOTES],
        hidden_notes=max(0, len(sentences) - MOST_NOTES),
        verdict=verdict(report, lang),
        facts=facts(plan, result, lang),
        clean=None if report is None else report.clean,
        draft=options.draft if options.draft is not None else report is None or not report.clean,
        typed=tuple(_typed(problem, seats, names, options)),
    )


def _typed(
    problem: Problem, seats: tuple[SeatMark, ...], groups: dict[str, str], options: ChartOptions
) -> Iterator[tuple[str, str]]:
    """Yield where each text that people typed stands, and the text."""
    by_id = problem.roster.by_id
    for seat in seats:
        if seat.person:
            person = by_id.get(seat.person)
            where = (person.source if person else "") or f"person {seat.person!r} ({seat.name})"
            yield where, seat.name + seat.title
        yield f"seat {seat.seat!r}", seat.place
    yield from ((f"group {key!r}", name) for key, name in groups.items())
    yield from ((f"fixture {fixture.id!r}", plain(fixture.label)) for fixture in problem.venue.fixtures)
    yield from ((f"area {area.id!r}", plain(area.label)) for area in problem.venue.areas)
    yield "venue", plain(problem.venue.name)
    given = {"title": options.title or problem.name, "banner": options.banner, "date": options.date}
    yield from ((f"chart {key}", plain(text)) for key, text in given.items())
