"""``seatplan explain``."""

from __future__ import annotations

from pathlib import Path

import click

from seatplan.cli.guard import FILE

__all__ = ["explain"]


@click.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE, required=False)
@click.option("--person", default="", help="Why does this person sit there?")
@click.option("--seat", default="", help="Why does --person not sit on this seat?")
@click.option("--guest", default="", help="Which free seats suit this person, if nobody else moves?")
def explain(event: Path, plan: Path | None, person: str, seat: str, guest: str) -> None:
    """Explain PLAN of EVENT.yaml; without a question, what each rule costs.

    Without PLAN: why no plan keeps every rule that must hold, and which changes make one possible.
    """
    from seatplan import deliver

    for sentence in deliver.explain(deliver.read(event), plan, person=person, seat=seat, guest=guest):
        click.echo(sentence)
