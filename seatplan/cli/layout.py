"""``seatplan layout``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from seatplan.cli.guard import FILE

__all__ = ["layout"]


@click.command()
@click.argument("room", metavar="ROOM", type=FILE)
@click.option("--style", default="theatre", show_default=True, help="theatre, banquet, u-shape, ...; all for all.")
@click.option("--code", help="us, cn, uk, ada-2010, house.yaml, or several with commas.")
@click.option("--people", type=click.IntRange(min=1, max=100_000), help="How many places are wanted.")
@click.option("--objective", default="", help="Tiers that matter more: symmetry,distance, ...")
@click.option("--close-door", "closed", multiple=True, help="Name of a door by which nobody leaves.")
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--charts/--no-charts", default=True, help="Draw the chart.", show_default=True)
@click.option("--paper", default="auto", show_default=True, help="Of the chart: A4, A3, ... or auto.")
@click.option("--black-and-white", "grey", is_flag=True, help="Draw the chart for a printer without colour.")
@click.option(
    "--drawing",
    "drawings",
    type=click.Choice(["dxf", "svg"]),
    multiple=True,
    help="Room and seats in metres, too.",
)
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True)
def layout(
    room: Path,
    style: str,
    code: str | None,
    people: int | None,
    objective: str,
    closed: tuple[str, ...],
    output: Path,
    charts: bool,
    paper: str,
    grey: bool,
    drawings: tuple[str, ...],
    lang: Literal["en", "zh"],
) -> None:
    """Fill a ROOM (.yaml, .dxf) with seats; write the venue, the report and a chart to scale.

    The venue is a file that events, checks and other commands read. With --style all a folder for each style
    that has room, a table of them, and all of them side by side.
    """
    from seatplan.deliver import capacity as deliver
    from seatplan.io import write_all
    from seatplan.render import BLACK_AND_WHITE, ChartOptions, Style

    looks = ChartOptions(lang=lang, paper=paper, style=BLACK_AND_WHITE if grey else Style())

    given = deliver.read_bare_room(room, closed)
    aims = tuple(name.strip() for name in objective.split(",") if name.strip())
    if style == "all":
        rows = deliver.every_style(given, code=code, people=people, objective=aims, language=lang)
        contents = deliver.all_files(given, rows, code, lang, charts=charts, looks=looks, drawings=drawings)
        click.echo(contents["styles.txt"].decode("utf-8"), nl=False)
    else:
        report = deliver.capacity(
            given, style, code=code, people=people, objective=aims, language=lang, sensitivity=False
        )
        contents = report.files(charts=charts, looks=looks, drawings=drawings)
        click.echo(report.as_text(), nl=False)
    for file in write_all(output, contents):
        click.echo(f"wrote {file}")
