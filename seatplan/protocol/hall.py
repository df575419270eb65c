"""The order in which a list is laid on the seats of a hall (protocol.md 2.1)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from seatplan.protocol.convention import Convention
from seatplan.protocol.delegations import center_out
from seatplan.venue import Venue

__all__ = ["hall_order"]

Seats = NDArray[np.intp]


def hall_order(venue: Venue, seats: Seats, convention: Convention) -> Seats:
    """Return the seats of a hall in the order in which a list is laid.

    Lower floors come before higher ones, and on a floor the areas follow in the order of the venue. Left is
    the left of somebody who faces the rostrum [S4 S33], so with the stage at the top it is page-left.

    Parameters
    ----------
    venue : Venue
    seats : ndarray of int
    convention : Convention
        ``hall_method`` decides.

        ========================= ============================================================== ====
        ``rows``                  along rows from the left, front to back (横排法)                  B
        ``columns``               down columns, front to back (竖排法); the columns follow from       B
                                  the left or, with ``columns="center_out"``, from the centre
        ``center_out``            row by row: the first in the centre, the second at his left,      B
                                  and so on (左右排列法); at his right if the right is honoured
        ``center_out_mirrored``   the same with the second on the other side                        D
        ``rows_from_right``       along rows from the right                                         D
        ``columns_from_back``     up columns, back to front                                         D
        ``serpentine_from_left``  along rows to and fro, the first row from the left                D
        ``serpentine_from_right`` the first row from the right                                      D
        ``serpentine_from_front`` along columns to and fro, the first column from the front         D
        ``serpentine_from_back``  the first column from the back                                    D
        ========================= ============================================================== ====

    Returns
    -------
    ndarray of int, shape (len(seats),)

    Examples
    --------
    >>> from seatplan.venue import Area, Seat
    >>> chairs = tuple(Seat(f"s{i}", f"{i}", "h", 1, i, p) for i, p in enumerate((-1.0, 0.0, 1.0)))
    >>> room = Venue("Room", chairs, (Area("h", "Hall", "hall"),))
    >>> hall_order(room, np.arange(3), Convention(hall_method="center_out")).tolist()
    [1, 0, 2]
    """
    ordered = [np.empty(0, dtype=np.intp)]
    for area in sorted({int(code) for code in venue.area_codes[seats]}, key=lambda i: (venue.areas[i].floor, i)):
        here = seats[venue.area_codes[seats] == area]
        ordered.append(here[_LAY[convention.hall_method](venue, here, convention)])
    return np.concatenate(ordered)


def _rows(venue: Venue, seats: Seats, *, first: int, turning: bool) -> Seats:
    """Lay along rows; the first from the left (1) or the right (-1), each next the other way if turning."""
    row = np.unique(venue.rows[seats], return_inverse=True)[1]
    way = np.where(turning & (row % 2 == 1), -first, first)
    return np.lexsort((way * venue.positions[seats], row))


def _columns(venue: Venue, seats: Seats, convention: Convention, *, first: int, turning: bool) -> Seats:
    """Lay along columns; the first from the front (1) or the back (-1), each next the other way if turning."""
    columns, column = np.unique(venue.columns[seats], return_inverse=True)
    if convention.columns == "center_out":
        column = np.array(center_out(range(len(columns)), side=convention.honour_side))[column]
    way = np.where(turning & (column % 2 == 1), -first, first)
    return np.lexsort((venue.positions[seats], way * venue.rows[seats], column))


def _center_out(venue: Venue, seats: Seats, *, side: int) -> Seats:
    """Lay each row from its centre; the second at the left (1) or the right (-1) of the first.

    The first sits nearest the centre line: of two chairs on its sides, on the one that leaves the other for
    the second. The others follow by their distance from the first.
    """
    rows, places = venue.rows[seats], side * venue.positions[seats]
    nearest = np.lexsort((-places, np.abs(places), rows))
    row, heads = np.unique(rows[nearest], return_index=True)
    first = places[nearest[heads]][np.searchsorted(row, rows)]
    return np.lexsort((places, np.abs(places - first), rows))


def _honour(convention: Convention) -> int:
    return 1 if convention.honour_side == "left" else -1


_LAY: dict[str, Callable[[Venue, Seats, Convention], Seats]] = {
    "rows": lambda venue, seats, _: _rows(venue, seats, first=1, turning=False),
    "rows_from_right": lambda venue, seats, _: _rows(venue, seats, first=-1, turning=False),
    "columns": lambda venue, seats, c: _columns(venue, seats, c, first=1, turning=False),
    "columns_from_back": lambda venue, seats, c: _columns(venue, seats, c, first=-1, turning=False),
    "center_out": lambda venue, seats, c: _center_out(venue, seats, side=_honour(c)),
    "center_out_mirrored": lambda venue, seats, c: _center_out(venue, seats, side=-_honour(c)),
    "serpentine_from_left": lambda venue, seats, _: _rows(venue, seats, first=1, turning=True),
    "serpentine_from_right": lambda venue, seats, _: _rows(venue, seats, first=-1, turning=True),
    "serpentine_from_front": lambda venue, seats, c: _columns(venue, seats, c, first=1, turning=True),
    "serpentine_from_back": lambda venue, seats, c: _columns(venue, seats, c, first=-1, turning=True),
}
