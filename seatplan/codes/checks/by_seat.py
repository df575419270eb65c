"""One value for each seat, judged by the worst seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seatplan.codes.checks.hall import Hall
from seatplan.codes.exact import Number
from seatplan.codes.finding import Finding
from seatplan.codes.pack import Pack

__all__ = ["judge_seats"]

_FARTHEST = 1e6
"""What stands for no way at all."""


def judge_seats(
    hall: Hall, pack: Pack, key: str, found: Iterable[tuple[int, float]], *, given: Number = 0
) -> Iterator[Finding]:
    """Judge the worst of some seats and name all that do not keep to a value; nothing where the code is silent.

    Parameters
    ----------
    hall : Hall
    pack : Pack
    key : str
        Of the quantity.
    found : iterable of (int, float)
        Indices of seats, and what was found there; nan where nothing can be said.
    given : float
        Persons or seats by which a table is looked up.
    """
    if not pack.says(key, given):
        return
    reading = pack.read(key, given)
    known = [(min(float(value), _FARTHEST), seat) for seat, value in found if value == value]
    bad = sorted(((v, i) for v, i in known if not reading.allows(v)), key=lambda one: (one[0], one[1]))
    if reading.quantity.sense == "most":
        bad.sort(key=lambda one: (-one[0], one[1]))
    if bad:
        seats = [i for _, i in bad]
        yield from hall.judge([reading], bad[0][0], hall.say_seats(seats), seats=seats)
