"""What a person must check before people sit there: what codes say of it, and what no drawing shows."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.codes import Code
from seatplan.layout.ground import Ground
from seatplan.venue import Venue
from seatplan.venue.numbering import Language

__all__ = ["hall_checks"]

_ALWAYS = (
    "doors, landings and aisles as drawn are free, lit and unlocked while people are in the room",
    "the floor bears the crowd, and the authority has agreed to the number",
)
_LOOSE = 200
_SHOWN = 12


def hall_checks(
    here: Ground, venue: Venue, code: Code | None, *, loose: bool = True, language: Language = "en"
) -> Iterator[str]:
    """Yield what is left to people.

    Parameters
    ----------
    here : Ground
    venue : Venue
    code : Code or None
    loose : bool
        Whether the chairs may be loose.
    language : {"en", "zh"}
        Of what codes say.

    Yields
    ------
    str
    """
    if not here.room.doors:
        yield "no door is drawn: how people leave the room was not looked at"
    if code is None:
        yield "no code was named: widths and numbers of exits were not looked at"
    else:
        yield from _findings(venue, code, language)
    if loose and len(venue.seats) > _LOOSE:
        yield f"more than {_LOOSE} chairs: fastened to each other or to the floor"
    yield from _ALWAYS


def _findings(venue: Venue, code: Code, language: Language) -> Iterator[str]:
    """Yield what the code has to say of the venue as it stands."""
    from seatplan.codes.checks import Options, check_venue

    findings = check_venue(venue, code, building="hall", options=Options(language=language))
    found = [finding.sentence(language) for finding in findings]
    yield from found[:_SHOWN]
    if len(found) > _SHOWN:
        yield f"{len(found) - _SHOWN} more findings: seatplan check says them all"
