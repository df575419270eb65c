"""From a chair that stands in no row: one steps back, and walks behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue
    from seatplan.venue.walk import Walk

__all__ = ["STEP", "behind_chairs", "step_back"]

STEP = 0.6
"""Metres behind the middle of a chair at which one walks."""


def behind_chairs(venue: Venue, seats: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the places behind some seats at which one walks, shape (seats, 3), in metres."""
    angles = np.radians([venue.seats[seat].facing for seat in seats.tolist()])
    ahead = np.column_stack((np.cos(angles), np.sin(angles), np.zeros(len(seats))))
    places: NDArray[np.float64] = venue.xyz[seats] - STEP * ahead
    return places


def step_back(floor: Walk, venue: Venue, area: int, seats: NDArray[np.intp]) -> list[int]:
    """Add the places behind some seats to the floor, and the steps to them.

    Parameters
    ----------
    floor : Walk
        Is added to.
    venue : Venue
    area : int
        Index of the area.
    seats : ndarray of int

    Returns
    -------
    list of int
        The node behind each seat.

    Examples
    --------
    >>> import numpy as np
    >>> from seatplan.venue import round_table
    >>> from seatplan.venue.walk import Walk
    >>> floor = Walk()
    >>> step_back(floor, round_table(seats=6), 0, np.arange(2)), len(floor.exits)
    ([0, 1], 2)
    """
    nodes = [floor.node(place, area) for place in behind_chairs(venue, seats)]
    for seat, node in zip(seats.tolist(), nodes, strict=True):
        floor.exits.append((np.array([seat]), node, np.array([STEP])))
    return nodes
