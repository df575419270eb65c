"""Seats that are left out when fewer people may sit than there is room for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seatplan.layout.rows.worth import Worth
from seatplan.venue import Seat

__all__ = ["trimmed"]


def trimmed(seats: Sequence[Seat], persons: int, worth: Worth, pitch: float) -> list[Seat]:
    """Return so many of some seats, in their order: those that cost most are left out, but wheelchair spaces and
    companions' seats stay.

    Parameters
    ----------
    seats : sequence of Seat
    persons : int
    worth : Worth
    pitch : float
        Metres from row to row.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> worth = Worth(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))))
    >>> row = [Seat(str(i), str(i), "hall", 1, i, float(i), x=float(i), y=-2.0) for i in (-1, 0, 1)]
    >>> [seat.id for seat in trimmed(row, 2, worth, 0.9)]
    ['-1', '0']
    """
    places = np.array([(seat.x, seat.y) for seat in seats]).reshape(-1, 2)
    costs = worth.costs(places, np.array([seat.row == 1 for seat in seats], dtype=bool), pitch).tolist()

    def rank(i: int) -> tuple[bool, int, float]:
        return not seats[i].features, costs[i], seats[i].x

    return [seats[i] for i in sorted(sorted(range(len(seats)), key=rank)[: max(0, persons)])]
