"""From a problem and its plan to a `Scene`, of the whole room or of a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import Report
from seatplan.people import Person
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.changes import arrows_of
from seatplan.render.floors import floors_apart
from seatplan.render.frame import grid_of
from seatplan.render.group_marks import group_marks, grouping
from seatplan.render.options import ChartOptions
from seatplan.render.outline import neighbours
from seatplan.render.room_marks import fixture_marks, row_marks
from seatplan.render.scene import FixtureMark, Scene, SeatMark
from seatplan.render.seat_marks import seat_marks
from seatplan.render.style import looks
from seatplan.render.verdict import MOST_NOTES, facts, notes, rings, verdict
from seatplan.render.wording import plain
from seatplan.result import Result

__all__ = ["Builder", "build_scene", "typed_texts"]

Members = NDArray[np.bool_]

NEAR = 1.5
"""Metres from the seats of a part within which a fixture still belongs to it."""


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
    return Builder(problem, plan, report, result, options or ChartOptions(), areas).scene()


class Builder:
    """Builds the scenes of one plan; looks and numbers are those of the whole, whatever part is shown.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    report : Report or None
    result : Result or None
    options : ChartOptions
    areas : tuple of str
        Ids of the areas to show; none for all.
    """

    def __init__(
        self,
        problem: Problem,
        plan: Plan,
        report: Report | None,
        result: Result | None,
        options: ChartOptions,
        areas: tuple[str, ...] = (),
    ) -> None:
        self.problem, self.plan, self.report, self.options = problem, plan, report, options
        self.venue, self.areas = floors_apart(problem.venue), areas
        shown = areas or tuple(area.id for area in self.venue.areas)
        self.grids = {area: grid_of(self.venue, area) for area in shown if len(self.venue.seats_of(area))}
        self.names, self.groups = grouping(problem, plan, self.grids, options.by)
        self.looks = looks(neighbours(self.grids, self.groups), options.style)
        self.sentences = notes(problem, report, options.lang)
        self.facts = facts(plan, result, options.lang)

    @cached_property
    def marks(self) -> tuple[SeatMark, ...]:
        """Every seat of the areas."""
        found = rings(self.report)
        grids, groups, lang = self.grids, self.groups, self.options.lang
        before = self.options.before
        return tuple(
            seat_marks(
                self.problem, self.plan, self.venue, grids, groups=groups, rings=found, lang=lang, before=before
            )
        )

    @cached_property
    def fixtures(self) -> tuple[FixtureMark, ...]:
        """The things of the room."""
        return tuple(fixture_marks(self.venue, lang=self.options.lang, whole=not self.areas))

    def scene(self, members: Members | None = None) -> Scene:
        """Return the scene of the seats that ``members`` marks, shape (seats of the venue,); of all for None."""
        options, venue = self.options, self.venue
        grids, seats, fixtures = self.grids, self.marks, self.fixtures
        if members is not None:
            grids = {area: part for area, grid in grids.items() if (part := grid.part(members)).rows}
            seats = tuple(seat for seat in seats if members[venue.seat_index[seat.seat]])
            fixtures = tuple(fixture for fixture in fixtures if _belongs(fixture, seats))
        return Scene(
            title=plain(options.title or self.problem.name),
            venue=plain(venue.name),
            date=plain(options.date),
            banner=plain(options.banner),
            lang=options.lang,
            seats=seats,
            groups=group_marks(grids, self.names, self.groups, self.looks),
            rows=tuple(mark for grid in grids.values() for mark in row_marks(venue, grid)),
            fixtures=fixtures,
            areas={a: (venue.area_by_id[a].kind, plain(venue.area_by_id[a].label)) for a in grids},
            grids=grids,
            notes=self.sentences[:MOST_NOTES],
            hidden_notes=max(0, len(self.sentences) - MOST_NOTES),
            verdict=verdict(self.report, options.lang),
            facts=self.facts,
            clean=None if self.report is None else self.report.clean,
            draft=self._draft(),
            arrows=arrows_of(venue, self.plan, options.before, {seat.seat for seat in seats}),
        )

    def _draft(self) -> bool:
        if self.options.draft is not None:
            return self.options.draft
        return self.report is None or not self.report.clean

    def typed(self) -> Iterator[tuple[str, str]]:
        """Yield where each text that people typed stands, and the text, for the check of glyphs."""
        by_id = self.problem.roster.by_id
        known = [by_id[seat.person] for seat in self.marks if seat.person in by_id]
        yield from typed_texts(self.problem, known, self.options)
        for seat in self.marks:
            if seat.person and seat.person not in by_id:
                yield f"person {seat.person!r} ({seat.name})", seat.name
            yield f"seat {seat.seat!r}", seat.place
        yield from ((f"group {key!r}", name) for key, name in self.names.items())
        yield from ((f"rule sentence {i}", sentence) for i, sentence in enumerate(self.sentences, 1))


def typed_texts(problem: Problem, people: Iterable[Person], options: ChartOptions) -> Iterator[tuple[str, str]]:
    """Yield where each text of people, room and title stands, and the text: known before there is a plan."""
    for person in people:
        where = person.source or f"person {person.id!r} ({person.name})"
        yield where, plain(person.name)
        yield f"{where} title", plain(person.title)
    venue = problem.venue
    yield from ((f"fixture {fixture.id!r}", plain(fixture.label)) for fixture in venue.fixtures)
    yield from ((f"area {area.id!r}", plain(area.label)) for area in venue.areas)
    yield "venue", plain(venue.name)
    given = {"title": options.title or problem.name, "banner": options.banner, "date": options.date}
    yield from ((f"chart {key}", plain(text)) for key, text in given.items())


def _belongs(fixture: FixtureMark, seats: tuple[SeatMark, ...]) -> bool:
    """Tell whether a fixture stands among or beside these seats."""
    if fixture.kind == "stage":
        return False
    x, y = np.array(fixture.outline).T
    return bool(
        x.min() >= min(seat.x for seat in seats) - NEAR
        and x.max() <= max(seat.x for seat in seats) + NEAR
        and y.min() >= min(seat.y for seat in seats) - NEAR
        and y.max() <= max(seat.y for seat in seats) + NEAR
    )
