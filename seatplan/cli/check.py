"""``seatplan check``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE
from seatplan.cli.watch import print_notes

__all__ = ["check"]


@click.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(event: Path, plan: Path, form: str) -> None:
    """Audit any PLAN (.json, .xlsx, .csv), a hand-made one too, against EVENT.yaml."""
    from seatplan import deliver

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    outcome = deliver.judge(given, plan)
    print_notes(outcome.notes[len(given.notes) :], given.language)
    click.echo(outcome.as_json() if form == "json" else outcome.as_text(()), nl=False)
    sys.exit(CLEAN if outcome.clean else BROKEN)
