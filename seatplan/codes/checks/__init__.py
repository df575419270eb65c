"""A venue, however it was made, against codes: what does not keep to them, with clause and standing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from seatplan.codes.checks.aisles import aisle_findings
from seatplan.codes.checks.chairs import chair_findings
from seatplan.codes.checks.common_path import path_findings
from seatplan.codes.checks.doors import door_findings
from seatplan.codes.checks.gangs import gang_findings
from seatplan.codes.checks.gather import gather
from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.leaving import leaving_findings
from seatplan.codes.checks.loads import load_findings
from seatplan.codes.checks.options import Options
from seatplan.codes.checks.rows import crossing_findings, row_findings
from seatplan.codes.checks.sight import clearances, sight_findings
from seatplan.codes.checks.sound import sound_findings
from seatplan.codes.checks.tables import table_findings
from seatplan.codes.checks.view import screen_findings, view_findings
from seatplan.codes.checks.wheelchairs import wheelchair_findings
from seatplan.codes.code import Code, load_code
from seatplan.codes.finding import Finding, worst_first
from seatplan.codes.pack import Pack
from seatplan.venue import Venue

__all__ = ["CHECKS", "Options", "check_venue", "sight_clearances"]

CHECKS: tuple[Callable[[Hall, Pack], Iterator[Finding]], ...] = (
    door_findings,
    load_findings,
    leaving_findings,
    path_findings,
    aisle_findings,
    row_findings,
    crossing_findings,
    chair_findings,
    gang_findings,
    table_findings,
    wheelchair_findings,
    sight_findings,
    view_findings,
    screen_findings,
    sound_findings,
)
"""All checks, in the order in which planners make them."""


def check_venue(
    venue: Venue, code: Code, *, building: str | None = None, options: Options | None = None
) -> list[Finding]:
    """Return in what a venue does not keep to codes.

    Parameters
    ----------
    venue : Venue
    code : Code
        Such as ``"us"`` or ``"cn,house.yaml"``.
    building : str, optional
        Kind of building; leaves out the packs for others.
    options : Options, optional
        What the venue does not say of itself.

    Returns
    -------
    list of Finding
        What forbids first, then what warns, then what advises. What a venue does not show is not checked:
        the walls of a room without any, whether chairs are fastened, the area of the floor.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=4, blocks="12,12", row_pitch=0.9, aisle=1.1, language="en")
    >>> check_venue(hall, "gb-50016-2014")
    []
    >>> {finding.level for finding in check_venue(hall, "gb-55019-2021")}
    {'must'}
    """
    hall = Hall(venue, options or Options())
    packs = load_code(code, building=building)
    found = (finding for check in CHECKS for pack in packs for finding in check(hall, pack))
    return worst_first(gather(found, hall.options.language))


def sight_clearances(venue: Venue) -> list[float]:
    """Return the C-value of each seat in metres, nan where nobody sits in front; see `sight.clearances`.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> len(sight_clearances(auditorium(rows=2, blocks="3")))
    6
    """
    values: list[float] = clearances(Hall(venue, Options())).tolist()
    return values
