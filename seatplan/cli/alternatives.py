"""``seatplan alternatives``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE, SECONDS
from seatplan.cli.watch import print_notes, print_stale, watched

__all__ = ["alternatives"]


@click.command()
@click.argument("event", type=FILE)
@click.option("--count", type=click.IntRange(min=1, max=100), default=3, show_default=True, help="Plans at most.")
@click.option(
    "--differ",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="So many people sit elsewhere than in each plan before; 1: simply the best plans.",
)
@click.option(
    "--exchanges/--no-exchanges",
    default=False,
    show_default=True,
    help="Count as moved also people whom no rule tells apart and who only exchange their seats.",
)
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--time-limit", type=SECONDS, help="Seconds for all plans together.")
@click.option("--seed", type=click.IntRange(min=0, max=2**31 - 1), default=0, show_default=True)
@click.option("--workers", type=click.IntRange(min=1, max=64), default=1, show_default=True)
def alternatives(
    event: Path,
    count: int,
    differ: int,
    exchanges: bool,
    output: Path,
    time_limit: float | None,
    seed: int,
    workers: int,
) -> None:
    """Several good plans of EVENT.yaml: the best, then the best that differ from all before."""
    from seatplan import deliver
    from seatplan.deliver.alternatives import lines, older, several_of, write_several

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    deliver.prepare(given, output, charts=False)
    with watched(time_limit=time_limit, seed=seed, workers=workers) as control:
        found = several_of(given, control, count=count, differ=differ, exchanges=exchanges)
    files = write_several(given, found, output) if found.plans else ()
    click.echo(lines(given, found, files), nl=False)
    print_stale(older(output, files, "alternative"), given.language)
    sys.exit(CLEAN if found.plans else BROKEN)
