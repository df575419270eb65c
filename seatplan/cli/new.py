"""``seatplan new``."""

from __future__ import annotations

from pathlib import Path

import click

from seatplan.cli.guard import FILE

__all__ = ["new"]


@click.command()
@click.argument("folder", type=FILE)
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
def new(folder: Path, language: str) -> None:
    """Write a commented example into FOLDER to start from."""
    from seatplan import deliver

    for path in deliver.start(folder, language):
        click.echo(f"wrote {path}")
