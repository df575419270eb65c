"""Chairs: how wide they are, and how far the first row is from the stage."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seatplan.codes.checks.hall import Hall
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.stage import first_row
from seatplan.codes.pack import Pack
from seatplan.venue import WHEELCHAIR

__all__ = ["chair_findings"]


def chair_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield areas whose seats are too narrow, and a first row that is too near to the stage.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=2, blocks="4", seat_width=0.5, first_row=1.2, language="en")
    >>> found = check_venue(hall, "jgj-57-2016")
    >>> [(f.quantity.key, f.found) for f in found if f.quantity.key in ("seat.width.soft", "first.stage")]
    [('seat.width.soft', '0.5 m'), ('first.stage', '1.2 m')]
    """
    for area in (area for area in hall.venue.areas if area.kind == "hall"):
        for key in ("seat.width", f"seat.width.{hall.options.chair}"):
            if pack.says(key):
                yield from hall.judge([pack.read(key)], area.seat_width, area.label)
    if pack.says("first.stage"):
        yield from _first(hall, pack)


def _first(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Judge the seats of the ground floor that are nearest to the line of the stage's edge."""
    floors = np.array([area.floor for area in hall.venue.areas])[hall.venue.area_codes]
    ground = hall.audience[floors[hall.audience] == 1]
    if not len(ground) or not hall.venue.xyz.any():
        return
    away = -hall.venue.xyz[ground, 1]
    front = ground[away <= away.min() + 1e-6].tolist()
    wheelchairs = any(WHEELCHAIR in hall.venue.seats[i].features for i in front)
    needed = first_row(pack, wheelchairs=wheelchairs)
    place = hall.say_seats(front)
    yield from hall.judge([pack.read("first.stage")], float(away.min()), place, needed=needed, seats=front)
