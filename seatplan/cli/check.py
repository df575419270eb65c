"""``seatplan check``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from seatplan.cli.guard import BROKEN, CLEAN, FILE
from seatplan.cli.watch import print_notes

__all__ = ["check"]

_BUILDINGS = ["hall", "theatre", "cinema", "stadium", "office", "culture"]


@click.command()
@click.argument("what", metavar="EVENT|ROOM|VENUE", type=FILE)
@click.argument("plan", type=FILE, required=False)
@click.option("--code", help="Check the room: us, cn, uk, ada-2010, house.yaml, or several with commas.")
@click.option("--building", type=click.Choice(_BUILDINGS), default="hall", show_default=True)
@click.option("--people", type=click.IntRange(min=1), help="In the room; by default one on each seat.")
@click.option("--area", type=click.FloatRange(min=1), help="Square metres of floor; by default the room's.")
@click.option(
    "--gang", type=click.IntRange(min=1), help="Loose chairs: how many are fastened together; 1 for none."
)
@click.option("--protection", type=click.Choice(["sprinklered", "rating-iii", "gym"]), help="Of the building.")
@click.option("--performance", type=click.Choice(["opera", "drama", "thrust"]), help="What a theatre plays.")
@click.option("--voice", type=click.FloatRange(0, 150), help="Level of the talker at 1 m in dBA.")
@click.option(
    "--noise", type=click.FloatRange(0, 150), default=45.0, show_default=True, help="At the seats, in dBA."
)
@click.option("--trust-single-source", is_flag=True, help="Let values with a single source forbid, not only warn.")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="By default that of the event, else en.")
@click.option(
    "-o", "--output", type=FILE, help="Folder for the findings, a section through the hall and heat maps."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(what: Path, plan: Path | None, code: str | None, form: str, **asked: Any) -> None:
    """Audit a PLAN against its EVENT, or check a room against building codes.

    With a PLAN (.json, .xlsx, .csv), made by hand or not: does it keep to the rules of EVENT.yaml?
    Without one: does the ROOM (.yaml), VENUE (.json) or room of the EVENT keep to the codes of --code?
    Findings carry clause and standing; what is unconfirmed advises and never forbids.
    """
    if plan is not None and code is None:
        _audit(what, plan, form)
    elif code is not None and plan is None:
        _survey(what, code, form, **asked)
    else:
        raise click.UsageError("give a PLAN to audit, or --code to check a room: one of the two")


def _audit(event: Path, plan: Path, form: str) -> None:
    from seatplan import deliver

    given = deliver.read(event)
    print_notes(given.notes, given.language)
    outcome = deliver.judge(given, plan)
    print_notes(outcome.notes[len(given.notes) :], given.language)
    click.echo(outcome.as_json() if form == "json" else outcome.as_text(()), nl=False)
    sys.exit(CLEAN if outcome.clean else BROKEN)


def _survey(
    what: Path,
    code: str,
    form: str,
    *,
    building: str,
    people: int | None,
    area: float | None,
    gang: int | None,
    protection: Any,
    performance: Any,
    voice: float | None,
    noise: float,
    trust_single_source: bool,
    lang: Any,
    output: Path | None,
) -> None:
    from seatplan.codes.checks import Options
    from seatplan.deliver.check_site import check_site
    from seatplan.io import write_all

    options = Options(
        protection=protection or "",
        persons=people,
        floor_area=area,
        gang=gang,
        performance=performance or "",
        voice=voice,
        noise=noise,
        single_source="must" if trust_single_source else "warn",
    )
    report = check_site(what, code, options, building=building, language=lang)
    print_notes(report.site.notes, report.site.language)
    files = write_all(output, report.files()) if output else ()
    click.echo(report.as_json() if form == "json" else report.as_text(), nl=False)
    for file in files if form == "text" else ():
        click.echo(f"wrote {file}")
    sys.exit(CLEAN if report.clean else BROKEN)
