"""``seatplan solve``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE, SECONDS
from seatplan.cli.watch import print_notes, print_remedy, print_stale, watched

__all__ = ["solve"]


@click.command()
@click.argument("event", type=FILE)
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--time-limit", type=SECONDS, help="Seconds; then the best plan so far.")
@click.option("--seed", type=click.IntRange(min=0, max=2**31 - 1), default=0, show_default=True)
@click.option(
    "--workers",
    type=click.IntRange(min=1, max=64),
    default=1,
    show_default=True,
    help="Parts solved side by side; the plan stays the same.",
)
@click.option("--charts/--no-charts", default=True, help="Draw charts.", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def solve(
    event: Path, output: Path, time_limit: float | None, seed: int, workers: int, charts: bool, form: str
) -> None:
    """Solve EVENT.yaml; write the plan, the report, seat lists and charts."""
    from seatplan import deliver

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    deliver.prepare(given, output, charts=charts)
    with watched(time_limit=time_limit, seed=seed, workers=workers) as control:
        outcome = deliver.run(given, control)
    files = deliver.write(outcome, output, charts=charts) if outcome.worth_keeping else ()
    click.echo(outcome.as_json() if form == "json" else outcome.as_text(files), nl=False)
    if outcome.impossible and form == "text":
        print_remedy(event, given.language)
    print_stale(deliver.left_over(output, files), given.language)
    sys.exit(CLEAN if outcome.clean else BROKEN)
