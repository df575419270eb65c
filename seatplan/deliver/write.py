"""All files that belong to a plan: written together, or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from seatplan.deliver.outcome import Outcome
from seatplan.deliver.plates import plates_pdf
from seatplan.deliver.run import judge
from seatplan.io import Event, write_all

if TYPE_CHECKING:
    from seatplan.render import ChartOptions
    from seatplan.render.drawing import Chart

__all__ = ["chart_options", "charts_of", "draw", "left_over", "wanted_charts", "write"]


CHARTS: tuple[Chart, ...] = ("rostrum", "table", "hall")
"""Charts that `write` draws, as far as the room has them."""


def write(outcome: Outcome, folder: Path, *, charts: bool = True) -> tuple[Path, ...]:
    """Write plan, reports, seat lists and charts into a folder: all of them or none.

    Ctrl-C while charts are drawn loses the charts, not the plan.

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
        with suppress(KeyboardInterrupt):
            contents.update(charts_of(outcome))
    if charts and outcome.event.output.plates is not None:
        contents["plates.pdf"] = plates_pdf(outcome.event, outcome.plan)
    return write_all(folder, contents)


def left_over(folder: Path, written: Collection[Path]) -> tuple[Path, ...]:
    """Return the files of an earlier run that still lie in a folder and speak of another plan."""
    charts = [f"{chart}.{kind}" for chart in CHARTS for kind in ("pdf", "png", "svg")]
    others = ("plan.json", "report.json", "report.md", "seats.xlsx", "plates.pdf")
    mine = [folder / name for name in (*others, *charts)]
    return tuple(path for path in mine if path not in written and path.is_file())


def charts_of(outcome: Outcome) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of every chart that the event asks for."""
    from seatplan.render import save_each

    event, plan = outcome.event, outcome.plan
    report, result, options = outcome.report, outcome.result, chart_options(event)
    with tempfile.TemporaryDirectory() as stage:
        for chart in wanted_charts(event):
            paths = [Path(stage, f"{chart}.{suffix}") for suffix in event.output.formats]
            for path in save_each(
                event.problem, plan, paths, chart=chart, report=report, result=result, options=options
            ):
                yield path.name, path.read_bytes()


def wanted_charts(event: Event) -> tuple[Chart, ...]:
    """Return the charts that an event asks for; all that its room has by default."""
    from seatplan.render.party_ink import TABLES

    special = {"rostrum": "rostrum", **dict.fromkeys(TABLES, "table")}
    kinds = {special.get(area.kind, "hall") for area in event.problem.venue.areas}
    asked = [chart for chart in CHARTS if chart in event.output.charts] if event.output.charts else CHARTS
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
