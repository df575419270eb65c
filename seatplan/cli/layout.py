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
@click.option("--close-door", "closed", multiple=True, help="Name of a door by which nobody leaves.")
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--charts/--no-charts", default=True, help="Draw the chart.", show_default=True)
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True)
def layout(
    room: Path,
    style: str,
    code: str | None,
    people: int | None,
    closed: tuple[str, ...],
    output: Path,
    charts: bool,
    lang: Literal["en", "zh"],
) -> None:
    """Fill a ROOM (.yaml, .dxf) with seats; write the venue, the report and a chart to scale.

    The venue is a file that events, checks and other commands read. With --style all a folder for each style
    that has room, and a table of them.
    """
    from seatplan.deliver import capacity as deliver
    from seatplan.io import write_all

    given = deliver.read_bare_room(room, closed)
    if style == "all":
        rows = deliver.every_style(given, code=code, people=people, language=lang)
        contents = deliver.all_files(given, rows, code, lang, charts=charts)
        click.echo(contents["styles.txt"].decode("utf-8"), nl=False)
    else:
        report = deliver.capacity(given, style, code=code, people=people, language=lang, sensitivity=False)
        contents = report.files(charts=charts)
        click.echo(report.as_text(), nl=False)
    for file in write_all(output, contents):
        click.echo(f"wrote {file}")
