"""``seatplan conventions``."""

from __future__ import annotations

import click

__all__ = ["conventions"]


@click.command()
@click.argument("name", default="")
@click.option("--yaml", "as_file", is_flag=True, help="Print the preset as a file to copy and edit.")
def conventions(name: str, as_file: bool) -> None:
    """List the conventions, or print the proof of NAME (a preset or a file): rows, occasions, sources."""
    from seatplan.io.convention import convention_yaml
    from seatplan.io.convention_text import convention_list, convention_proof

    if not name:
        click.echo(convention_list(), nl=False)
    else:
        click.echo(convention_yaml(name) if as_file else convention_proof(name), nl=False)
