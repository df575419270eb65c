"""What the seats see: over the heads in front, and on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.hall import Hall
from seatplan.codes.code import load_pack
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.screen import angle_to_axis
from seatplan.codes.pack import Pack
from seatplan.venue import Fixture

__all__ = ["clearances", "screen_findings", "sight_findings"]

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
    eye = hall.venue.xyz[:, 2] + float(load_pack("practice").si(_EYE)) - _focus(hall)
    distance, tread = -hall.venue.xyz[front, 1], hall.apart[behind]
    seen = (distance > 0) & np.isin(behind, hall.audience)
    lift = distance / np.where(seen, distance + tread, 1.0) * eye[behind] - eye[front]
    found[behind[seen]] = lift[seen]
    return found


def _focus(hall: Hall) -> float:
    """Return the height of the stage's front edge."""
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


def screen_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield seats that are too far from every screen, too near to one, or too far aside.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import Fixture, Venue, auditorium
    >>> hall = auditorium(rows=20, blocks="4", language="en")
    >>> screen = Fixture("s", "Screen", "screen", 0.0, 0.5, 3.0, 0.1, height=1.5)
    >>> room = Venue("Room", hall.seats, hall.areas, (*hall.fixtures, screen))
    >>> [f.quantity.key for f in check_venue(room, "practice") if f.quantity.key.startswith("screen")]
    ['screen.far.reading']
    """
    screens = [f for f in hall.venue.fixtures if f.kind == "screen" and f.height > 0]
    if not screens:
        return
    heights = {
        f"screen.far.{hall.options.screen_use}": [_in_heights(hall, screens, i) for i in hall.audience.tolist()],
        "screen.near": [_in_heights(hall, screens, i) for i in hall.audience.tolist()],
        "screen.angle": [_aside(hall, screens, i) for i in hall.audience.tolist()],
    }
    for key, found in heights.items():
        if pack.says(key):
            yield from _seats(hall, pack, key, found)


def _in_heights(hall: Hall, screens: list[Fixture], seat: int) -> float:
    """Return the distance to the screen that looks largest, in its heights."""
    x, y, _ = hall.venue.xyz[seat]
    return min(hypot(x - screen.x, y - screen.y) / screen.height for screen in screens)


def _aside(hall: Hall, screens: list[Fixture], seat: int) -> float:
    """Return the smallest angle to the axis of a screen; screens face the hall."""
    x, y, _ = hall.venue.xyz[seat]
    return min(angle_to_axis(x - screen.x, screen.y - y) for screen in screens)


def _seats(hall: Hall, pack: Pack, key: str, found: list[float]) -> Iterator[Finding]:
    """Judge the worst of the seats and name all that do not keep to a value."""
    reading = pack.read(key)
    worst = sorted(zip(found, hall.audience.tolist(), strict=True), reverse=reading.quantity.sense == "most")
    bad = [(value, i) for value, i in worst if not reading.allows(value)]
    if bad:
        seats = [i for _, i in bad]
        yield from hall.judge([reading], bad[0][0], hall.say_seats(seats), seats=seats)
