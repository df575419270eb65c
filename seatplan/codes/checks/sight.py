"""What the seats see over the heads in front of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.hall import Hall
from seatplan.codes.code import load_pack
from seatplan.codes.finding import Finding
from seatplan.codes.pack import Pack

__all__ = ["clearances", "eye_height", "focus", "sight_findings"]

_EYE = "eye.seated.low"


def clearances(hall: Hall) -> NDArray[np.float64]:
    """Return the C-value of each seat: how far its line to the edge of the stage passes over the eye in front.

    Parameters
    ----------
    hall : Hall

    Returns
    -------
    ndarray, shape (seats,)
        Metres; nan where nobody sits in front.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import auditorium
    >>> hall = Hall(auditorium(rows=3, blocks="4", first_row=6, rake=0.25, language="en"), Options())
    >>> clearances(hall).round(3).tolist()[3:5]
    [nan, 0.072]
    """
    found = np.full(len(hall.venue.seats), np.nan)
    front, behind = hall.venue.front_to_back[:, 0], hall.venue.front_to_back[:, 1]
    eye = hall.venue.xyz[:, 2] + eye_height() - focus(hall)
    distance, tread = -hall.venue.xyz[front, 1], hall.apart[behind]
    seen = (distance > 0) & np.isin(behind, hall.audience)
    lift = distance / np.where(seen, distance + tread, 1.0) * eye[behind] - eye[front]
    found[behind[seen]] = lift[seen]
    return found


def eye_height() -> float:
    """Return the height of a small seated person's eyes above the floor, in metres.

    Examples
    --------
    >>> eye_height()
    1.1176
    """
    return float(load_pack("practice").si(_EYE))


def focus(hall: Hall) -> float:
    """Return the height of the stage's front edge, to which all look.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import auditorium
    >>> focus(Hall(auditorium(rows=3, blocks="4"), Options()))
    0.0
    """
    stages = [f.z + f.height for f in hall.venue.fixtures if f.kind == "stage"]
    rostrum = [area.id for area in hall.venue.areas if area.kind == "rostrum"]
    heights = [seat.z for seat in hall.venue.seats if seat.area in rostrum]
    return max([*stages, min(heights, default=0.0)], default=0.0)


def sight_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield rows whose lines of sight do not clear the heads in front.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=3, blocks="4", first_row=6, rake=0.25, language="en")
    >>> [(f.place, f.found) for f in check_venue(hall, "jgj-57-2016") if f.quantity.key == "sight.c"]
    [('Hall row 3 block 1, Hall row 2 block 1', '0.06335 m')]
    """
    if not pack.says("sight.c"):
        return
    clear = clearances(hall)
    for row in hall.rows:
        known = clear[row.seats][~np.isnan(clear[row.seats])]
        if len(known):
            yield from hall.judge([pack.read("sight.c")], float(known.min()), row.place, seats=row.seats)
