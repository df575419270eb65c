"""A desk for signing, with rows of people who stand behind it (protocol.md 4.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from seatplan.venue.lines import AWAY, TO_DOOR, Line, along, door, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["STANDING", "signing_desk"]

STANDING = "standing"
"""Feature of a place where somebody stands; there is no chair."""

_DESK = (-1.5, -0.5, 0.5, 1.5)
_ACROSS = 1.1
"""Metres from place to place at the desk."""
_FIRST, _PITCH, _RISE = 1.3, 0.6, 0.3
_OPPOSITE, _CHAIRS = 2.6, 0.9
"""Metres from the desk's chairs to the first row opposite, and from row to row there."""
_WORDS = {
    "zh": {
        "area": "签字仪式",
        "desk": "签字桌",
        "place": "签字桌",
        "row": "后{}排",
        "facing": "对面{}排",
        "flag": "旗",
    },
    "en": {
        "area": "Signing",
        "desk": "Signing desk",
        "place": "Desk ",
        "row": "Row {} place ",
        "facing": "Opposite row {} seat ",
        "flag": "Flag",
    },
}


def signing_desk(
    *,
    rows: Sequence[int] = (8,),
    retinue: Literal["behind", "facing"] = "behind",
    id: str = "signing",  # noqa: A002
    label: str = "",
    seat_width: float = 0.6,
    language: Language = "zh",
) -> Venue:
    """Return a signing desk that faces the door at the bottom of the page, and rows of places for the others.

    Parameters
    ----------
    rows : sequence of int
        Places of each row, the one nearest the desk first. Rows behind the first stand higher.
    retinue : {"behind", "facing"}
        Where the others are: they stand behind the desk (side by side, 4.4), or sit opposite the signers.
    id, label : str
        Of the area; the label is part of the seats' labels.
    seat_width : float
        Metres from place to place in these rows.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``signing``. Row 1 is the desk: two chairs in the middle and a place to stand at the
        outer side of each; rows 2, 3 ... are `rows`. A flag stands in front of each chair.

    Raises
    ------
    InputError
        For a row without places, and measures that are not positive.

    Examples
    --------
    >>> room = signing_desk(rows=[2])
    >>> [(seat.row, seat.position, sorted(seat.features)) for seat in room.seats][:2]
    [(1, -1.5, ['standing']), (1, -0.5, [])]
    """
    refuse_numbers("signing_desk", {"rows": (min(rows, default=1), 1)}, {"seat_width": seat_width})
    words = _WORDS[language]
    area = Area(id, label or words["area"], "signing", 1, seat_width, _PITCH)
    others = _rows if retinue == "behind" else _opposite
    places = [*_desk(area, label, language), *others(area, rows, label, language)]
    things = [
        Fixture(f"{id}-desk", words["desk"], "table", 0.0, -0.6, 4 * _ACROSS * 0.6, 0.6, height=0.75),
        Fixture(f"{id}-flag-left", words["flag"], "other", _ACROSS / 2, -1.05, 0.45, 0.18, height=0.4),
        Fixture(f"{id}-flag-right", words["flag"], "other", -_ACROSS / 2, -1.05, 0.45, 0.18, height=0.4),
    ]
    return Venue(area.label, tuple(places), (area,), (*things, door(id, places, things, language, gap=1.6)))


def _desk(area: Area, label: str, language: Language) -> Iterator[Seat]:
    """Yield the chairs of the signers, and where their assistants stand."""
    name = f"{label}{_WORDS[language]['place']}"
    line = Line(area, _DESK, 1, name, first_column=2, step=_ACROSS, language=language)
    for seat in along(line, (0.0, 0.0), TO_DOOR):
        yield replace(seat, features=frozenset({STANDING})) if abs(seat.position) > 1 else seat


def _rows(area: Area, rows: Sequence[int], label: str, language: Language) -> Iterator[Seat]:
    """Yield the places behind the desk."""
    widest = max(rows, default=0)
    for k, count in enumerate(rows):
        name = f"{label}{_WORDS[language]['row'].format(k + 1)}"
        line = Line(
            area,
            signed(count),
            k + 2,
            name,
            frozenset({STANDING}),
            first_column=widest,
            z=k * _RISE,
            language=language,
        )
        yield from along(line, (0.0, _FIRST + k * _PITCH), TO_DOOR)


def _opposite(area: Area, rows: Sequence[int], label: str, language: Language) -> Iterator[Seat]:
    """Yield the chairs of those who sit opposite the signers and look at them."""
    widest = max(rows, default=0)
    for k, count in enumerate(rows):
        name = f"{label}{_WORDS[language]['facing'].format(k + 1)}"
        line = Line(area, signed(count), k + 2, name, first_column=widest, language=language)
        yield from along(line, (0.0, -_OPPOSITE - k * _CHAIRS), AWAY)
