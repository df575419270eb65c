"""What a person must check before people sit there: what codes say of it, and what no drawing shows."""

from __future__ import annotations

from collections.abc import Iterator

from seatplan.codes import Code
from seatplan.layout.ground import Ground
from seatplan.layout.said import Remark, Said
from seatplan.venue import Venue
from seatplan.venue.numbering import Language

__all__ = ["hall_checks"]

_ALWAYS = Said("ways free"), Said("floor bears")
_LOOSE = 200
_SHOWN = 12


def hall_checks(
    here: Ground, venue: Venue, code: Code | None, *, loose: bool = True, language: Language = "en"
) -> Iterator[Remark]:
    """Yield what is left to people.

    Parameters
    ----------
    here : Ground
    venue : Venue
    code : Code or None
    loose : bool
        Whether the chairs may be loose.
    language : {"en", "zh"}
        Of the places that codes name.

    Yields
    ------
    Said or Finding
    """
    if not here.room.doors:
        yield Said("no door")
    if code is None:
        yield Said("no code")
    else:
        yield from _findings(venue, code, language)
    if loose and len(venue.seats) > _LOOSE:
        yield Said("loose chairs", {"most": _LOOSE})
    yield from _ALWAYS


def _findings(venue: Venue, code: Code, language: Language) -> Iterator[Remark]:
    """Yield what the code has to say of the venue as it stands."""
    from seatplan.codes.checks import Options, check_venue

    found = check_venue(venue, code, building="hall", options=Options(language=language))
    yield from found[:_SHOWN]
    if len(found) > _SHOWN:
        yield Said("more findings", {"count": len(found) - _SHOWN})
