"""Examination: desks so far apart that nobody reads from another, in a grid or staggered (梅花座)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

import numpy as np

from seatplan.codes import Code
from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.code_limits import binding, row_rule
from seatplan.layout.discs.floor import DiscFloor
from seatplan.layout.discs.rows import DiscRows, Packing
from seatplan.layout.finished import finished
from seatplan.layout.ground import Ground, ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.said import Said
from seatplan.layout.set_up import Claim, SetUp, TableWish, most_allowed
from seatplan.venue import Area, Fixture, Seat, seat_label
from seatplan.venue.lines import measure_faults
from seatplan.venue.numbering import Language

__all__ = ["exam"]

_DESK = 0.6, 0.45
_OUT = 0.35
"""Metres from the edge of a desk to the middle of the chair."""
_HALF = 0.8
"""Metres from the middle of a desk with its chair to what it must not touch."""
_CROSSING, _LEAST = 0.6, 0.3
"""Between any two rows one walks across: they stand so much farther apart than chairs in rows would."""
_WORDS: dict[Language, tuple[str, str]] = {"en": ("Examination", "Desk"), "zh": ("考场", "课桌")}


def exam(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    apart: float = 1.5,
    arrangement: Literal["grid", "staggered"] = "grid",
    language: Language = "en",
) -> Layout:
    """Return single desks that face the front, as many as are far enough apart.

    Parameters
    ----------
    room, code, people, language
        As for `lay_out`.
    apart : float
        Least metres from person to person. Who holds the examination says how many; a code may ask for more.
    arrangement : {"grid", "staggered"}
        Rows and columns; or each row shifted against the next (梅花座).

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If not a single desk has room, and for less than 1.2 m, at which nobody would get to a desk.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> [exam(Room(rectangle(9, 7)), apart=1.6, arrangement=how).count for how in ("grid", "staggered")]
    [20, 23]
    """
    refuse(measure_faults("exam", {"apart": apart}))
    if not 1.2 <= apart <= 50:
        refuse([Fault("exam apart", f"{apart:g} m", "give at least 1.2 m and at most 50 m")])
    here = ground(room)
    aisle, side = _aisles(here, code)
    apart, half = max(apart, _DESK[0] + aisle), max(_HALF, _DESK[0] / 2 + side)
    found = list(DiscRows(DiscFloor(here, half, _HALF, 1.0, facing=True), apart, arrangement == "grid").all())
    best = max(found, key=len)
    if not len(best):
        mend = "give a larger room or desks closer together"
        raise InputError([Fault(f"room {room.name!r}", "no desk has room in it", mend)])
    wish = TableWish(
        style=f"examination, {arrangement}", code=code, people=people, use="chairs", desks=True, language=language
    )
    alike = sum(len(one) == len(best) for one in found) - 1
    proof = Said("desks" if arrangement == "grid" else "desks, staggered", {"apart": apart})
    claim = Claim(len(best), proof, alike, (("apart", apart), ("spacing", best.spacing)))
    return finished(here, _set_up(best, most_allowed(here, wish), apart, language), wish, claim)


def _aisles(here: Ground, code: Code | None) -> tuple[float, float]:
    """Return how wide the ways between desks and beside them are: every one is an aisle where a code holds."""
    if code is None:
        return 0.0, 0.0
    rule = row_rule(binding(code), here, pitch=1.0, seat=_DESK[0], depth=_DESK[1])
    return rule.aisle, rule.side_aisle


def _set_up(packing: Packing, wanted: int, apart: float, language: Language) -> SetUp:
    label, desk = _WORDS[language]
    area = Area("hall", label, "hall", 1, _DESK[0], round(max(_LEAST, _pitch(packing, apart) - _CROSSING), 6))
    seats = list(_seats(packing, language))[: max(0, wanted)]
    tables = [
        Fixture(f"desk-{k}", f"{desk} {k}", "table", seat.x, round(seat.y + _OUT + _DESK[1] / 2, 6), *_DESK)
        for k, seat in enumerate(seats, 1)
    ]
    return SetUp(tuple(seats), (area,), tuple(tables))


def _pitch(packing: Packing, apart: float) -> float:
    heights = np.unique(packing.middles[:, 1].round(3))
    return float(np.diff(heights).min()) if len(heights) > 1 else apart


def _seats(packing: Packing, language: Language) -> Iterator[Seat]:
    """Yield seats row by row from the front; between any two of a row there is a way."""
    places = sorted((-round(y, 6), round(x, 6)) for x, y in packing.middles.tolist())
    for row, (_, group) in enumerate(groupby(places, key=lambda place: place[0]), 1):
        spots = list(group)
        for k, (out, x) in enumerate(spots):
            position = k - (len(spots) - 1) / 2
            label = seat_label(row, k + 1, language=language)
            y = round(-out - _OUT, 6)
            yield Seat(f"hall-{row}-{k + 1}", label, "hall", row, k + 1, position, k, k, x + 0.0, y + 0.0)
