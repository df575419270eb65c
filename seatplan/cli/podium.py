"""``seatplan podium``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from seatplan.cli.guard import FILE
from seatplan.cli.watch import print_notes

if TYPE_CHECKING:
    from seatplan.layout.podium.wish import Convention, FlightsWish

__all__ = ["podium"]


@click.command()
@click.argument("where", metavar="ROOM|VENUE|EVENT", type=FILE)
@click.option(
    "--lectern",
    type=click.Choice(["any", "front_center", "front_right", "front_left"]),
    default="any",
    show_default=True,
    help="By custom; sides are those of people on the rostrum.",
)
@click.option(
    "--stage", metavar="WxD[xH]", help="Choose the place of a stage of this size, too, in an empty room."
)
@click.option("--screen", metavar="WxH", help="Hang a picture of this size at the back of the stage.")
@click.option(
    "--steps",
    type=click.Choice(["given", "any", "front", "ends"]),
    default="given",
    show_default=True,
    help="Choose where steps lead up to the stage, too: at its front, at its ends.",
)
@click.option("--flights", type=click.IntRange(1, 2), default=2, show_default=True, help="Steps that are chosen.")
@click.option("--interpreter", is_flag=True, help="Somebody signs beside the lectern.")
@click.option("--booths", metavar="NxWxD", help="So many booths for interpreters of this size, such as 2x2.5x1.8.")
@click.option("--rostrum-microphones", is_flag=True, help="Each seat of the rostrum has an open microphone.")
@click.option("--mouth", type=float, default=0.3, show_default=True, help="Metres from mouth to microphone.")
@click.option("--lectern-size", metavar="WxDxH", default="0.7x0.5x1.1", show_default=True)
@click.option("--step", type=float, default=0.25, show_default=True, help="Metres between places that are tried.")
@click.option("--code", help="Codes for the rows of chairs that an empty room gets: us, cn, ...")
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--charts/--no-charts", default=True, help="Draw the chart.", show_default=True)
@click.option("--lang", type=click.Choice(["en", "zh"]), help="By default that of the event, else en.")
def podium(
    where: Path,
    lectern: Convention,
    stage: str | None,
    screen: str | None,
    steps: FlightsWish,
    flights: int,
    interpreter: bool,
    booths: str | None,
    rostrum_microphones: bool,
    mouth: float,
    lectern_size: str,
    step: float,
    code: str | None,
    output: Path,
    charts: bool,
    lang: Literal["en", "zh"] | None,
) -> None:
    """Choose where stage, lectern, screen and interpreter stand, and say why.

    All places of a grid are tried. A room without seats gets as many rows of chairs as it takes.
    Writes the venue with all that stands in it, the reasons and a chart.
    """
    from seatplan.deliver.podium import set_podium
    from seatplan.io import write_all
    from seatplan.layout.podium.wish import PodiumWish

    width, depth, height = _sizes(lectern_size, "--lectern-size", 3, 3)
    picture = None if screen is None else _sizes(screen, "--screen", 2, 2)
    wish = PodiumWish(
        lectern=lectern,
        width=width,
        depth=depth,
        height=height,
        screen=None if picture is None else (picture[0], picture[1]),
        interpreter=interpreter,
        mouth=mouth,
        rostrum_microphones=rostrum_microphones,
        step=step,
        steps=steps,
        flights=flights,
    )
    size = None if stage is None else _sizes(stage, "--stage", 2, 3)
    dais = None if size is None else (size[0], size[1], size[2] if size[2:] else 0.6)
    boxes = None if booths is None else _sizes(booths, "--booths", 3, 3)
    cabins = None if boxes is None else (_count(boxes[0]), boxes[1], boxes[2])
    report = set_podium(where, wish, stage=dais, booths=cabins, code=code, language=lang)
    print_notes(report.site.notes, report.site.language)
    files = write_all(output, report.files(charts=charts))
    for line in (*report.reasons(), *(f"wrote {file}" for file in files)):
        click.echo(line)


def _count(number: float) -> int:
    if number != int(number):
        raise click.BadParameter(f"{number:g} booths are none", param_hint="--booths")
    return int(number)


def _sizes(text: str, option: str, least: int, most: int) -> tuple[float, ...]:
    """Return the metres of a text such as 8x3."""
    parts = text.lower().replace("×", "x").split("x")
    try:
        found = tuple(float(part) for part in parts)
    except ValueError:
        found = ()
    if not (least <= len(found) <= most and all(0 < size < 1000 for size in found)):
        form = "x".join("WDH"[: least if least == most else most])
        raise click.BadParameter(f"{text!r} is no size; write metres as {form}, such as 8x3", param_hint=option)
    return found
