"""``seatplan trade-off``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE, SECONDS
from seatplan.cli.watch import print_notes, print_stale, watched

__all__ = ["trade_off"]


@click.command("trade-off")
@click.argument("event", type=FILE)
@click.option(
    "--between",
    required=True,
    metavar="A,B",
    help="Two tiers, rules or kinds of rules: “tier 1,tier 2”, “rule 5,rule 7”, “fill,prefer”.",
)
@click.option(
    "--count", type=click.IntRange(min=2, max=1000), default=20, show_default=True, help="Points at most."
)
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--time-limit", type=SECONDS, help="Seconds for all points together.")
@click.option("--seed", type=click.IntRange(min=0, max=2**31 - 1), default=0, show_default=True)
@click.option("--workers", type=click.IntRange(min=1, max=64), default=1, show_default=True)
@click.option("--charts/--no-charts", default=True, help="Draw the curve.", show_default=True)
def trade_off(
    event: Path,
    between: str,
    count: int,
    output: Path,
    time_limit: float | None,
    seed: int,
    workers: int,
    charts: bool,
) -> None:
    """What two aims of EVENT.yaml cost each other: every plan that none beats in both, as table and curve."""
    from seatplan import deliver
    from seatplan.deliver.alternatives import curve_of, lines, older, write_curve

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    deliver.prepare(given, output, charts=False)
    with watched(time_limit=time_limit, seed=seed, workers=workers) as control:
        curve = curve_of(given, control, between=between, count=count)
    files = write_curve(given, curve, output, charts=charts) if curve.points else ()
    click.echo(lines(given, curve, files), nl=False)
    print_stale(older(output, files, "point"), given.language)
    sys.exit(CLEAN if curve.points else BROKEN)
