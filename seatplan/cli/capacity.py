"""``seatplan capacity``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from seatplan.cli.guard import FILE

__all__ = ["capacity"]


@click.command()
@click.argument("room", metavar="ROOM", type=FILE)
@click.option("--style", default="theatre", show_default=True, help="theatre, banquet, u-shape, ...; all for all.")
@click.option("--code", help="us, cn, uk, ada-2010, house.yaml, or several with commas.")
@click.option("--people", type=click.IntRange(min=1, max=100_000), help="How many places are wanted.")
@click.option("--objective", default="", help="Tiers that matter more: symmetry,distance, ...")
@click.option("--close-door", "closed", multiple=True, help="Name of a door by which nobody leaves.")
@click.option("--what-if/--no-what-if", default=True, show_default=True, help="Tell what one change would give.")
@click.option("--lang", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def capacity(
    room: Path,
    style: str,
    code: str | None,
    people: int | None,
    objective: str,
    closed: tuple[str, ...],
    what_if: bool,
    lang: Literal["en", "zh"],
    form: str,
) -> None:
    """Tell how many people a ROOM (.yaml, .dxf) takes, what limits their number and what would change it.

    The number is exact for the family of layouts that the last line names. What no computer has seen is
    listed for a person to check; --style all compares all styles.
    """
    from seatplan.deliver import capacity as deliver

    given = deliver.read_bare_room(room, closed)
    aims = tuple(name.strip() for name in objective.split(",") if name.strip())
    if style == "all":
        from seatplan.io.capacity_text import styles_json, styles_text

        rows = deliver.every_style(given, code=code, people=people, objective=aims, language=lang)
        click.echo(styles_json(rows, code, lang) if form == "json" else styles_text(rows, lang), nl=False)
        return
    report = deliver.capacity(
        given, style, code=code, people=people, objective=aims, language=lang, sensitivity=what_if
    )
    click.echo(report.as_json() if form == "json" else report.as_text(), nl=False)
