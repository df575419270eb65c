"""``seatplan convert``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from seatplan.cli.guard import FILE

__all__ = ["convert"]


@click.command()
@click.argument("source", type=FILE, metavar="IN")
@click.argument("target", type=FILE, metavar="OUT")
@click.option("--layers", type=FILE, help="File of YAML that says which layers of a DXF drawing mean what.")
@click.option("--unit", type=click.Choice(["m", "dm", "cm", "mm", "ft", "in"]), help="Of a DXF drawing.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True, help="Of layer names.")
def convert(
    source: Path,
    target: Path,
    layers: Path | None,
    unit: str | None,
    lang: Literal["en", "zh"],
) -> None:
    """Turn a room or venue (.yaml, .txt, .dxf, .json) into another file (.yaml, .dxf, .svg, .json).

    DXF files need the package ezdxf: pip install 'seatplan[dxf]'.
    """
    from seatplan.deliver.convert import convert, dxf_names, read_place

    place = read_place(source, names=dxf_names(layers, unit), language=lang)
    for note in place.notes:
        click.echo(f"note: {note.say(lang)}", err=True)
    convert(place, target, language=lang)
    click.echo(f"wrote {target}")
