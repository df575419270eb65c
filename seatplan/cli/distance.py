"""``seatplan distance``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE, SECONDS
from seatplan.cli.watch import print_notes

if TYPE_CHECKING:
    from seatplan.layout.distance.rule import Pattern

__all__ = ["distance"]


@click.command()
@click.argument("where", metavar="VENUE|ROOM|EVENT", type=FILE)
@click.option("--groups", type=FILE, help="Table with the columns name, size, count (.csv, .xlsx).")
@click.option("--sizes", help="Instead of groups: sizes of the blocks for sale, such as 1,2,4.")
@click.option("--metres", type=float, default=0.0, help="Between seats of two groups, middle to middle.")
@click.option("--seats", type=int, default=0, help="Empty seats between two groups in a row.")
@click.option(
    "--pattern",
    type=click.Choice(["free", "blocks", "alternate_rows", "checkerboard"]),
    default="free",
    show_default=True,
)
@click.option("--share", type=float, default=1.0, help="Share of the seats that may be taken, such as 0.3.")
@click.option("--most", type=int, help="People who may be there at all.")
@click.option("--code", help="What a code asks, too: distancing-cn-2020-05, house.yaml, ...")
@click.option("--time-limit", type=SECONDS, help="Seconds; then the best plan so far.")
@click.option("-o", "--output", type=FILE, default=Path("out"), show_default=True, help="Folder for the files.")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="By default that of the event, else en.")
def distance(
    where: Path,
    groups: Path | None,
    sizes: str | None,
    metres: float,
    seats: int,
    pattern: Pattern,
    share: float,
    most: int | None,
    code: str | None,
    time_limit: float | None,
    output: Path,
    lang: Literal["en", "zh"] | None,
) -> None:
    """Seat most people of groups that keep apart, or choose which seats to sell.

    People of one group sit side by side in a row. Writes the plan, the event and venue that go with it, where
    each group sits and which seats stay unsold. Exit code 1 if a group has no seats.
    """
    from seatplan.deliver.distance import distance_files, distance_text, spread
    from seatplan.io import write_all
    from seatplan.layout.distance.codes import with_code
    from seatplan.layout.distance.rule import DistanceRule

    rule = DistanceRule(metres=metres, seats=seats, pattern=pattern, share=share, most=most)
    rule = rule if code is None else with_code(rule, code)
    site, found = spread(where, rule, groups=groups, sizes=_sizes(sizes), seconds=time_limit, language=lang)
    print_notes(site.notes, site.language)
    files = write_all(output, distance_files(found, site.language))
    click.echo(distance_text(found, site.language), nl=False)
    for file in files:
        click.echo(f"wrote {file}")
    sys.exit(BROKEN if found.unseated or not found.seated else CLEAN)


def _sizes(text: str | None) -> tuple[int, ...]:
    """Return the numbers of a list with commas."""
    parts = [part.strip() for part in (text or "").split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 4 for part in parts):
        raise click.BadParameter("give numbers with commas, such as 1,2,4", param_hint="--sizes")
    return tuple(map(int, parts))
