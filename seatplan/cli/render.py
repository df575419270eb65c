"""``seatplan render``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from seatplan.cli.guard import FILE

if TYPE_CHECKING:
    from seatplan.render.drawing import Chart

__all__ = ["render"]

PAPERS = ("auto", "A5", "A4", "A3", "A2", "A1", "A0", "2A0")


@click.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="File to write: .png, .svg or .pdf.")
@click.option(
    "--chart", type=click.Choice(["hall", "rostrum", "table", "auto"]), default="hall", show_default=True
)
@click.option("--view", type=click.Choice(["audience", "occupant"]), help="Whose left is left.")
@click.option("--style", type=click.Choice(["colour", "black_and_white"]))
@click.option("--paper", type=click.Choice(PAPERS, case_sensitive=False), help="Size of the sheets.")
def render(
    event: Path,
    plan: Path,
    output: Path,
    chart: Chart,
    view: Literal["audience", "occupant"] | None,
    style: Literal["colour", "black_and_white"] | None,
    paper: str | None,
) -> None:
    """Draw PLAN of EVENT.yaml as a chart."""
    from seatplan import deliver

    given = deliver.read(event)
    deliver.draw(given, plan, output, chart=chart, view=view, style=style, paper=paper)
    click.echo(f"wrote {output}")
