"""``seatplan plates``."""

from __future__ import annotations

from pathlib import Path

import click

from seatplan.cli.guard import FILE

__all__ = ["plates"]


@click.command()
@click.argument("event", type=FILE)
@click.argument("plan", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="File to write: .pdf, .svg or .png.")
@click.option("--only", default="", help="Names or ids, with commas between them; everybody by default.")
def plates(event: Path, plan: Path, output: Path, only: str) -> None:
    """Print the name plates of PLAN of EVENT.yaml: a sheet each, to be folded, in the order of the seats."""
    from seatplan import deliver

    names = [part.strip() for part in only.replace("，", ",").split(",") if part.strip()]
    files = deliver.plates(deliver.read(event), plan, output, only=names)
    click.echo(f"wrote {files[0]}" + (f" and {len(files) - 1} more" if len(files) > 1 else ""))
