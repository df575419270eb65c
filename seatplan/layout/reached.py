"""A venue whose seats all have a way to a door, seen from the venue too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seatplan.errors import InputError
from seatplan.venue import Area, Fixture, Seat, Venue
from seatplan.venue.way import metres_to_any

__all__ = ["reached"]


def reached(name: str, seats: Sequence[Seat], areas: Sequence[Area], fixtures: Sequence[Fixture]) -> Venue:
    """Return the venue of some seats, without those to which no aisle of the venue leads.

    A venue sees aisles and crossings only, a layout the whole floor; where they differ, the stricter one holds.

    Examples
    --------
    >>> hall = Area("hall", "Hall", "hall")
    >>> seats = [Seat("a", "A", "hall", 1, 1, 0.0, x=1.0), Seat("b", "B", "hall", 1, 2, 1.0, 1, 2, x=3.0)]
    >>> len(reached("Room", seats, [hall], [Fixture("d", "Door", "door", 0.0, -2.0, 1.6, 0.1)]).seats)
    2
    """
    try:
        return Venue(name, tuple(seats), tuple(areas), tuple(fixtures))
    except InputError:
        doors = [thing for thing in fixtures if thing.kind == "door"]
        bare = Venue(name, tuple(seats), tuple(areas), tuple(thing for thing in fixtures if thing.kind != "door"))
        if not doors:
            raise
        lost = np.isinf(metres_to_any(bare, doors))
        kept = tuple(seat for seat, gone in zip(seats, lost.tolist(), strict=True) if not gone)
        return Venue(name, kept, tuple(areas), tuple(fixtures))
