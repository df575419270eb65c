"""What a command does from file to file: read an event, solve or judge, write all that belongs to the plan."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from seatplan.audit import Report, audit
from seatplan.errors import Fault, InputError, refuse
from seatplan.io import Event, Note, read_event, read_plan, write_all
from seatplan.io.report import report_json
from seatplan.io.report_text import report_markdown
from seatplan.io.summary import summary
from seatplan.plan import Plan
from seatplan.problem import Lang
from seatplan.result import Result
from seatplan.solve import solve
from seatplan.solvers import Control

if TYPE_CHECKING:
    from seatplan.render import ChartOptions
    from seatplan.render.drawing import Chart

__all__ = ["Outcome", "draw", "explain", "judge", "read", "run", "start", "write"]


@dataclass(frozen=True)
class Outcome:
    """A plan with all that is known of it.

    Parameters
    ----------
    event : Event
    plan : Plan
    report : Report
        Of the audit.
    result : Result or None
        None for a plan that was only judged.
    notes : tuple of Note
    """

    event: Event
    plan: Plan
    report: Report
    result: Result | None
    notes: tuple[Note, ...]

    @property
    def has_plan(self) -> bool:
        """Everybody who is present has a seat."""
        return all(person.id in self.plan.seats for person in self.event.problem.people)

    @property
    def clean(self) -> bool:
        """There is a plan, and the audit found nothing."""
        return self.has_plan and self.report.clean

    def as_json(self) -> str:
        """Return the report as JSON."""
        return self._json().decode("utf-8")

    def as_text(self, files: Sequence[Path]) -> str:
        """Return the few lines for the terminal."""
        problem, lang = self.event.problem, self.event.language
        return summary(problem, self.plan, self.report, self.result, lang=lang, files=files)

    def _json(self) -> bytes:
        event = self.event
        return report_json(
            event.problem, self.plan, self.report, self.result, notes=self.notes, lang=event.language
        )

    def documents(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the plan, the reports and the seat lists."""
        from seatplan.export.seat_list import seats_workbook
        from seatplan.io.plan import plan_json

        problem, lang, by = self.event.problem, self.event.language, self.event.output.by
        text = report_markdown(problem, self.plan, self.report, self.result, notes=self.notes, lang=lang)
        yield "plan.json", plan_json(problem, self.plan, self.result)
        yield "report.json", self._json()
        yield "report.md", text.encode("utf-8")
        yield "seats.xlsx", seats_workbook(problem, self.plan, lang=lang, by=by)


def read(path: Path) -> Event:
    """Read an event file."""
    return read_event(path)


def run(event: Event, control: Control) -> Outcome:
    """Solve an event and audit the plan."""
    result = solve(event.problem, control=control, lang=event.language)
    return Outcome(event, result.plan, audit(event.problem, result.plan), result, event.notes)


def judge(event: Event, path: Path) -> Outcome:
    """Audit a plan that is read from a file."""
    saved = read_plan(path, event.problem)
    plan = accounted(saved.plan, event)
    return Outcome(event, plan, audit(event.problem, plan), None, (*event.notes, *saved.notes))


def accounted(plan: Plan, event: Event) -> Plan:
    """List people who are not expected as unseated, as plans made by hand leave them out."""
    away = {p.id: p.status for p in event.problem.roster.people if p.status != "present"}
    missing = {person: status for person, status in away.items() if person not in plan.seats}
    return Plan(plan.seats, {**missing, **plan.unseated})


def write(outcome: Outcome, folder: Path, *, charts: bool = True) -> tuple[Path, ...]:
    """Write plan, reports, seat lists and charts into a folder: all of them or none.

    Parameters
    ----------
    outcome : Outcome
    folder : Path
    charts : bool

    Returns
    -------
    tuple of Path
    """
    contents = dict(outcome.documents())
    if charts:
        contents.update(_charts(outcome))
    return write_all(folder, contents)


def _charts(outcome: Outcome) -> Iterator[tuple[str, bytes]]:
    from seatplan.render import save

    options = chart_options(outcome.event)
    with tempfile.TemporaryDirectory() as stage:
        for chart in _wanted(outcome.event):
            for suffix in outcome.event.output.formats:
                path = Path(stage, f"{chart}.{suffix}")
                save(
                    outcome.event.problem,
                    outcome.plan,
                    path,
                    chart=chart,
                    report=outcome.report,
                    result=outcome.result,
                    options=options,
                )
                yield path.name, path.read_bytes()


def _wanted(event: Event) -> tuple[Chart, ...]:
    """Return the charts that an event asks for; all that its room has by default."""
    from seatplan.render.party_ink import TABLES

    special = {"rostrum": "rostrum", **dict.fromkeys(TABLES, "table")}
    kinds = {special.get(area.kind, "hall") for area in event.problem.venue.areas}
    every: tuple[Chart, ...] = ("rostrum", "table", "hall")
    asked = [chart for chart in every if chart in event.output.charts] if event.output.charts else every
    return tuple(chart for chart in asked if chart in kinds)


def chart_options(event: Event) -> ChartOptions:
    """Return how the charts of an event shall look."""
    from seatplan.protocol import View
    from seatplan.render import BLACK_AND_WHITE, ChartOptions, Style

    output = event.output
    return ChartOptions(
        lang=event.language,
        style=BLACK_AND_WHITE if output.style == "black_and_white" else Style(),
        paper=output.paper,
        view=View(output.view),
        title=output.title or event.problem.name,
        banner=output.banner,
        date=output.date,
        by=output.by,
    )


def draw(
    event: Event,
    plan: Path,
    target: Path,
    *,
    chart: Chart = "hall",
    view: Literal["audience", "occupant"] | None = None,
    style: Literal["colour", "black_and_white"] | None = None,
    paper: str | None = None,
) -> None:
    """Draw a plan that is read from a file; options replace those of the event file."""
    from seatplan.render import save

    output = replace(event.output, view=view or event.output.view, style=style or event.output.style)
    outcome = judge(replace(event, output=output), plan)
    options = chart_options(outcome.event)
    options = options if paper is None else replace(options, paper=paper)
    save(event.problem, outcome.plan, target, chart=chart, report=outcome.report, options=options)


def explain(event: Event, path: Path, *, person: str, seat: str, guest: str) -> Iterator[str]:
    """Yield the sentences that answer one question about a plan that is read from a file."""
    from seatplan.answers import answers

    plan = accounted(read_plan(path, event.problem).plan, event)
    yield from answers(event.problem, plan, person=person, seat=seat, guest=guest, lang=event.language)


def start(folder: Path, language: str) -> tuple[Path, ...]:
    """Write a commented example into a folder that has no event file yet."""
    languages = get_args(Lang)
    refuse(
        [Fault("language", f"no such language {language!r}", f"use {', '.join(languages)}")]
        if language not in languages
        else []
    )
    source = resources("seatplan") / "starter" / language
    contents = {entry.name: entry.read_bytes() for entry in sorted(source.iterdir(), key=lambda e: e.name)}
    taken = [name for name in contents if (folder / name).exists()]
    if taken:
        mend = "choose another folder; nothing was overwritten"
        raise InputError([Fault(str(folder / name), "the file exists", mend) for name in taken])
    return write_all(folder, contents)
