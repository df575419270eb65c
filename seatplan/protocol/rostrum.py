"""The honour order of a rostrum's chairs (protocol.md 1.2 to 1.7): seats in, seats in order of honour out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, InputError
from seatplan.protocol.convention import Convention
from seatplan.protocol.row import behind, rank_positions, settled
from seatplan.venue import Venue

__all__ = ["chairs_of_ranks", "rostrum_order"]

Seats = NDArray[np.intp]
Places = NDArray[np.float64]


def rostrum_order(venue: Venue, seats: Seats, convention: Convention, *, people: int) -> Seats:
    """Return the seats of a rostrum in order of honour.

    Parameters
    ----------
    venue : Venue
    seats : ndarray of int
        Indices of the seats that can be used; reserved ones are left out.
    convention : Convention
    people : int
        How many people will sit there. The front row is filled first; each row is laid with the parity of
        its own people (rules 10 and 11), so the same chairs have another order for another number.

    Returns
    -------
    ndarray of int, shape (len(seats),)
        Indices; the first is the highest place. In each row the chairs of its ranks come first
        (`chairs_of_ranks`), then those that stay empty, from the centre outwards.

    Raises
    ------
    InputError
        If the front row cannot be laid with ``vacant_center``: an even number, or no way to keep the centre.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat
    >>> chairs = tuple(Seat(f"s{i}", f"{i}", "r", 1, i, p) for i, p in enumerate((-1.0, 0.0, 1.0)))
    >>> room = Venue("Room", chairs, (Area("r", "Rostrum", "rostrum"),))
    >>> rostrum_order(room, np.arange(3), Convention(), people=3).tolist()
    [1, 0, 2]
    """
    ordered, left, custom = [np.empty(0, dtype=np.intp)], people, convention
    for row in np.unique(venue.rows[seats]):
        chairs = seats[venue.rows[seats] == row]
        here = min(left, len(chairs))
        ordered.append(chairs[_row_of_honour(venue.positions[chairs], here, custom)])
        left, custom = left - here, behind(convention)
    return np.concatenate(ordered)


def chairs_of_ranks(places: Places, n: int, convention: Convention) -> Seats:
    """Return the chair that each rank of a row takes when the chairs stand fixed.

    The ranks' exact places (`rank_positions`) need not be chairs: there may be more chairs than people, an
    even number of people on an odd number of chairs or the reverse, and gaps where seats are reserved or
    missing. The order from left to right is always kept, nobody shares a chair, and no chair between two
    people stays empty except the centre's of ``vacant_center``. Of all such runs of chairs the one is taken

    1. that is nearest to the exact places (the sum of the distances);
    2. among equally near ones, where rank 1, then rank 2, then rank 3 ... sits nearest the centre line
       (centre > sides, 1.1), so that of two half-seat shifts the one is chosen which leaves empty the chair
       of the lowest rank, not of rank 2;
    3. and if that is equal too, the one further to the honour side.

    The sources speak of chairs that are put where they are needed; 1 to 3 are seatplan's own choice (mark D).

    Parameters
    ----------
    places : ndarray of float
        Signed position of each chair, all different.
    n : int
        People in the row, at most ``len(places)``.
    convention : Convention

    Returns
    -------
    ndarray of int, shape (n,)
        Index of the chair of rank 1, 2, ..., n.

    Raises
    ------
    InputError
        If ``vacant_center`` would have somebody on the centre line all the same. With ``equals`` the row
        is laid without an empty centre then.

    Examples
    --------
    >>> four_chairs = np.array([-1.5, -0.5, 0.5, 1.5])
    >>> chairs_of_ranks(four_chairs, 3, Convention()).tolist()
    [2, 1, 3]
    """
    row = settled(n, convention)
    taken = _nearest_run(places, n, row)
    if row.anchor != "vacant_center" or n < 2 or np.all(np.abs(places[taken]) >= 0.5):
        return taken
    if convention.equals:
        return _nearest_run(places, n, replace(row, anchor="symmetric"))
    found = f"'vacant_center' cannot keep the centre empty with {n} people on {len(places)} chairs"
    raise InputError([Fault("convention.anchor", found, "add a chair, or use anchor: symmetric")])


def _row_of_honour(places: Places, n: int, convention: Convention) -> Seats:
    """Return the chairs of the ranks, then those that stay empty from the centre outwards."""
    taken = chairs_of_ranks(places, n, convention)
    toward = places if convention.honour_side == "left" else -places
    outwards = np.lexsort((toward, np.abs(places)))
    return np.concatenate([taken, outwards[~np.isin(outwards, taken)]])


def _nearest_run(places: Places, n: int, convention: Convention) -> Seats:
    """Return the chairs of the ranks in the best run."""
    wanted = rank_positions(n, convention)
    by_place, chairs = np.argsort(wanted, kind="stable"), np.argsort(places, kind="stable")
    hole = int(np.sum(wanted < 0)) if convention.anchor == "vacant_center" else None
    side = 1.0 if convention.honour_side == "left" else -1.0
    candidates = []
    for run in _runs(len(places), n, hole):
        taken = np.empty(n, dtype=np.intp)
        taken[by_place] = chairs[run]
        at = places[taken]
        distance = round(float(np.abs(at - wanted).sum()), 6)
        candidates.append((distance, tuple(np.abs(at)), tuple(side * at), taken))
    return min(candidates, key=lambda candidate: candidate[:3])[3]


def _runs(chairs: int, n: int, hole: int | None) -> Iterator[Seats]:
    """Yield the runs of ``n`` chairs, then those of one more with the chair at the hole left empty."""
    for start in range(chairs - n + 1):
        yield np.arange(start, start + n)
    if hole is not None:
        for start in range(chairs - n):
            yield np.delete(np.arange(start, start + n + 1), hole)
