"""Seats in order of honour: seats in, seats out, pure functions.

A row's honour follows `rank_positions`; a rostrum fills its front row first (protocol.md 1.7, rules 10, 11); a
hall is laid by rows, by columns or from the centre (2.1).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.protocol.convention import Convention
from seatplan.protocol.row import rank_positions
from seatplan.venue import Venue

__all__ = ["hall_order", "rostrum_order"]

Seats = NDArray[np.intp]


def rostrum_order(venue: Venue, seats: Seats, convention: Convention, *, people: int) -> Seats:
    """Return the seats of a rostrum in order of honour.

    Parameters
    ----------
    venue : Venue
    seats : ndarray of int
        Indices of the seats that can be used; reserved ones are left out.
    convention : Convention
    people : int
        How many people will sit there. The front row is filled first; each row is centred with the parity of
        its own people (rules 10 and 11), so the same chairs have another order for another number.

    Returns
    -------
    ndarray of int, shape (len(seats),)
        Indices; the first is the highest place. Seats that stay empty come last in their row.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat
    >>> chairs = tuple(Seat(f"s{i}", f"{i}", "r", 1, i, p) for i, p in enumerate((-1.0, 0.0, 1.0)))
    >>> room = Venue("Room", chairs, (Area("r", "Rostrum", "rostrum"),))
    >>> rostrum_order(room, np.arange(3), Convention(), people=3).tolist()
    [1, 0, 2]
    """
    ordered: list[int] = []
    left = people
    for row in np.unique(venue.rows[seats]):
        members = seats[venue.rows[seats] == row]
        ordered.extend(_row_of_honour(venue, members, convention, people=min(left, len(members))))
        left -= min(left, len(members))
    return np.array(ordered, dtype=np.intp)


def _row_of_honour(venue: Venue, members: Seats, convention: Convention, *, people: int) -> Sequence[int]:
    """Order one row: the ranks take the nearest free chair to their exact place, the rest follow outwards."""
    places = venue.positions[members]
    wanted = rank_positions(people, convention)
    wanted = wanted + _shift_onto_chairs(wanted, places)
    chosen = [int(np.argmin(np.abs(places - place))) for place in wanted]
    if len(set(chosen)) < len(chosen):  # a gap in the row: keep the order, take the chairs nearest the centre
        chosen = _squeeze(wanted, places)
    rest = sorted(set(range(len(members))) - set(chosen), key=lambda i: (abs(places[i]), places[i]))
    return [int(members[i]) for i in (*chosen, *rest)]


def _shift_onto_chairs(wanted: NDArray[np.float64], places: NDArray[np.float64]) -> float:
    """Return 0 when the exact places are chairs, else the half seat that brings them onto chairs.

    An even number of people on an odd number of fixed chairs (or the reverse) cannot stand symmetric; the row
    moves by half a seat, to the side on which the lowest rank then sits nearest the line (anchor
    ``first_at_center`` of 1.4 V-C for even numbers).
    """
    if not len(wanted) or not len(places) or (wanted[0] - places[0]) % 1 == 0:
        return 0.0
    half = 0.5 if wanted[-1] < 0 else -0.5
    return half if len(wanted) % 2 else -np.sign(wanted[0]) * 0.5 if wanted[0] else 0.0


def _squeeze(wanted: NDArray[np.float64], places: NDArray[np.float64]) -> list[int]:
    """Give ranks the chairs nearest the centre, left to right in the order of their wanted places."""
    nearest = np.sort(np.argsort(np.abs(places), kind="stable")[: len(wanted)])
    chairs = nearest[np.argsort(places[nearest], kind="stable")]
    chosen = np.empty(len(wanted), dtype=int)
    chosen[np.argsort(wanted, kind="stable")] = chairs
    return [int(i) for i in chosen]


def hall_order(venue: Venue, seats: Seats, convention: Convention) -> Seats:
    """Return the seats of a hall in the order in which a list is laid (protocol.md 2.1).

    Parameters
    ----------
    venue : Venue
    seats : ndarray of int
    convention : Convention
        ``hall_method`` decides: ``rows`` from left to right along rows, front to back; ``columns`` from front
        to back along columns, left to right; ``center_out`` row by row from the centre, the next at the
        honour side. Left is the left of somebody who faces the rostrum.

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
    rows, positions, columns = venue.rows[seats], venue.positions[seats], venue.columns[seats]
    if convention.hall_method == "columns":
        return seats[np.lexsort((rows, columns))]
    if convention.hall_method == "rows":
        return seats[np.lexsort((positions, rows))]
    side = positions if convention.honour_side == "left" else -positions
    return seats[np.lexsort((side, np.abs(positions), rows))]
