"""``seatplan replan``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE, SECONDS
from seatplan.cli.watch import print_notes, watched

__all__ = ["replan"]


@click.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("--absent", multiple=True, help="Who stays away: names or ids, separated by commas.")
@click.option("--add", type=FILE, help="Roster of those who come late (.csv, .xlsx, ...).")
@click.option("--rank-change", "ranks", multiple=True, metavar="NAME=RANK", help="A new rank; may be repeated.")
@click.option(
    "--policy",
    type=click.Choice(["back-fill", "close-up", "leave-empty"]),
    default="back-fill",
    show_default=True,
    help="Gaps: the next in order moves up; rows close their ranks; they stay.",
)
@click.option("--max-moves", type=click.IntRange(min=0), help="Do it only if no more people must move.")
@click.option("--untouched", type=click.IntRange(min=1), help="People of rank 1 to this one keep their seats.")
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--time-limit", type=SECONDS, help="Seconds; then the best plan so far.")
@click.option("--charts/--no-charts", default=True, help="Draw the change chart.", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def replan(
    event: Path,
    plan: Path,
    absent: tuple[str, ...],
    add: Path | None,
    ranks: tuple[str, ...],
    policy: Literal["back-fill", "close-up", "leave-empty"],
    max_moves: int | None,
    untouched: int | None,
    output: Path,
    time_limit: float | None,
    charts: bool,
    form: str,
) -> None:
    """Change PLAN of EVENT.yaml after absences, late arrivals and changes of rank; the fewest people move."""
    from seatplan import deliver

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    with watched(time_limit=time_limit) as control:
        done = deliver.replanned(
            given,
            plan,
            absent=absent,
            add=add,
            ranks=ranks,
            policy=policy,
            max_moves=max_moves,
            untouched=untouched,
            control=control,
        )
    print_notes(done.notes[len(given.notes) :], given.language)
    files = deliver.write_replan(done, output, charts=charts) if done.clean else ()
    click.echo(done.as_json() if form == "json" else done.as_text(files), nl=False)
    sys.exit(CLEAN if done.clean else BROKEN)
