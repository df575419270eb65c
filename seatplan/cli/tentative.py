"""``seatplan tentative``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE, SECONDS
from seatplan.cli.watch import print_notes, watched

__all__ = ["tentative"]


@click.command()
@click.argument("event", type=FILE)
@click.option("--maybe", multiple=True, help="Who may stay away: names or ids, or NAME=PROBABILITY.")
@click.option("--scenarios", type=click.IntRange(min=1), help="With probabilities: the likeliest so many.")
@click.option(
    "--policy",
    type=click.Choice(["back-fill", "close-up", "leave-empty"]),
    default="back-fill",
    show_default=True,
    help="For what each absence would change.",
)
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--time-limit", type=SECONDS, help="Seconds; then the best plan so far.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def tentative(
    event: Path,
    maybe: tuple[str, ...],
    scenarios: int | None,
    policy: Literal["back-fill", "close-up", "leave-empty"],
    output: Path,
    time_limit: float | None,
    form: str,
) -> None:
    """Plan EVENT.yaml so that the plan stays good whoever of some guests stays away."""
    from seatplan import deliver

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    with watched(time_limit=time_limit) as control:
        done = deliver.uncertain(given, maybe, scenarios=scenarios, policy=policy, control=control)
    files = deliver.write_uncertain(done, output) if done.clean else ()
    click.echo(done.as_json() if form == "json" else done.as_text(files), nl=False)
    sys.exit(CLEAN if done.clean else BROKEN)
