"""Loose chairs: fastened together in lengths that a code allows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seatplan.codes.checks.hall import Hall, Row
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.ganging import gang_lengths
from seatplan.codes.pack import Pack
from seatplan.venue import WHEELCHAIR

__all__ = ["gang_findings"]


def gang_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield rows of loose chairs whose gangs are too short or too long.

    A row is cut into as few gangs as the option allows, as equal as can be; wheelchair spaces have no chair.

    Examples
    --------
    >>> from seatplan.codes.checks import Options, check_venue
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("oo ooooo", language="en")
    >>> told = check_venue(room, "uk-hmg", options=Options(gang=4))
    >>> [(f.place, f.found, f.needed) for f in told]
    [('Hall row 1 block 1, Hall row 1 block 2', '2 chairs', '4 chairs')]
    """
    if hall.options.gang is None:
        return
    loose = hall.venue.with_feature(WHEELCHAIR)
    for row in hall.rows:
        chairs = int(np.sum(~np.isin(row.seats, loose)))
        if chairs and not _is_box(hall, pack, row):
            yield from _row(hall, pack, row, chairs)


def _row(hall: Hall, pack: Pack, row: Row, chairs: int) -> Iterator[Finding]:
    if gang_lengths(pack, persons=hall.persons, row=chairs) is None:
        return
    parts = -(-chairs // (hall.options.gang or 1))
    found = {"gang.least": chairs // parts, "gang.most": -(-chairs // parts)}
    for key, length in found.items():
        if pack.says(key):
            yield from hall.judge([pack.read(key)], length, row.place, seats=row.seats)
    if pack.says("gang.row") and hall.options.gang == 1:
        yield from hall.judge([pack.read("gang.row")], chairs, row.place, asked="loose.row", seats=row.seats)


def _is_box(hall: Hall, pack: Pack, row: Row) -> bool:
    """Tell whether a row stands in a box or on a balcony that is small enough to be let off."""
    code = hall.venue.area_codes[row.seats[0]]
    small = pack.says("gang.box") and np.sum(hall.venue.area_codes == code) <= pack.si("gang.box")
    return bool(small and hall.venue.areas[code].floor > 1)
