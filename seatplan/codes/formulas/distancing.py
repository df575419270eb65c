"""Seats kept empty between groups. Distances are metric, never counts of seats."""

from __future__ import annotations

from math import hypot

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_down
from seatplan.codes.pack import Pack

__all__ = ["buffer", "far_enough", "seats_allowed", "too_close"]

_TOLERANCE = 0.0005


def far_enough(seats: int, rows: int, metres: float, *, seat_width: float = 0.55, row_pitch: float = 0.90) -> bool:
    """Tell whether two seats that are so many seats and rows apart keep a distance (codes.md 5).

    Parameters
    ----------
    seats, rows : int
    metres : float
        From middle to middle.
    seat_width, row_pitch : float

    Returns
    -------
    bool

    Examples
    --------
    >>> [far_enough(*apart, 1.0) for apart in ((1, 0), (2, 0), (0, 1), (1, 1))]
    [False, True, False, True]
    """
    return hypot(seats * seat_width, rows * row_pitch) >= metres - _TOLERANCE


def too_close(metres: float, *, seat_width: float = 0.55, row_pitch: float = 0.90) -> frozenset[tuple[int, int]]:
    """Return which seats around one are too close for another group (codes.md 5).

    Parameters
    ----------
    metres : float
    seat_width, row_pitch : float

    Returns
    -------
    frozenset of (int, int)
        Seats and rows aside, without the seat itself.

    Examples
    --------
    >>> sorted(too_close(1.0))
    [(-1, 0), (0, -1), (0, 1), (1, 0)]
    """
    wide, deep = int(metres / seat_width) + 1, int(metres / row_pitch) + 1
    around = ((dx, dy) for dx in range(-wide, wide + 1) for dy in range(-deep, deep + 1) if dx or dy)
    return frozenset(
        apart for apart in around if not far_enough(*apart, metres, seat_width=seat_width, row_pitch=row_pitch)
    )


@by_code(min)
def seats_allowed(pack: Pack, seats: int) -> int:
    """Return how many of the seats may be taken (codes.md 5).

    Parameters
    ----------
    pack : Code
    seats : int

    Returns
    -------
    int

    Examples
    --------
    >>> seats_allowed("distancing-cn-2020-05", 210), seats_allowed("distancing-us-ca-2020", 1000)
    (63, 100)
    """
    share = round_down(seats * pack.si("distance.share"))
    return min(share, int(pack.si("distance.persons"))) if pack.says("distance.persons") else share


def _union(answers: list[frozenset[tuple[int, int]]]) -> frozenset[tuple[int, int]]:
    return frozenset().union(*answers)


@by_code(_union)
def buffer(pack: Pack, row: int, first: int, last: int) -> frozenset[tuple[int, int]]:
    """Return the seats that a booking keeps empty around itself (codes.md 5).

    Parameters
    ----------
    pack : Code
        Such as ``distancing-tickets``.
    row, first, last : int
        Row, first and last seat of the booking.

    Returns
    -------
    frozenset of (int, int)
        Rows and seats; some may not exist.

    Examples
    --------
    >>> sorted(buffer("distancing-tickets", 3, 14, 15))[:4], (3, 12) in buffer("distancing-tickets", 3, 14, 15)
    ([(2, 13), (2, 14), (2, 15), (2, 16)], False)
    """
    seats, rows = int(pack.si("distance.buffer.seats")), int(pack.si("distance.buffer.rows"))
    around = {(r, s) for r in range(row - rows, row + rows + 1) for s in range(first - seats, last + seats + 1)}
    return frozenset(around - {(row, s) for s in range(first, last + 1)})
