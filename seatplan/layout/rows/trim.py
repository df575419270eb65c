"""Seats that are left out when fewer people may sit than there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from seatplan.venue import Seat

__all__ = ["trimmed"]


def trimmed(seats: Sequence[Seat], persons: int) -> list[Seat]:
    """Return so many of some seats, in their order: those farthest back and farthest aside are left out,
    but wheelchair spaces and companions' seats stay.

    Examples
    --------
    >>> row = [Seat(str(i), str(i), "hall", 1, i, float(i), x=float(i)) for i in (-1, 0, 1)]
    >>> [seat.id for seat in trimmed(row, 2)]
    ['-1', '0']
    """
    ranked = sorted(
        range(len(seats)), key=lambda i: (not seats[i].features, seats[i].row, abs(seats[i].x), seats[i].x)
    )
    return [seats[i] for i in sorted(ranked[: max(0, persons)])]
