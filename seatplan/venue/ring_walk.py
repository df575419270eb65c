"""The way round a table: behind each chair, all round."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from seatplan.venue.step_back import step_back

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue
    from seatplan.venue.walk import Walk

__all__ = ["lay_ring"]


def lay_ring(floor: Walk, venue: Venue, area: int) -> None:
    """Add the way round a table to the floor: everybody steps back and walks behind the others.

    Parameters
    ----------
    floor : Walk
        Is added to.
    venue : Venue
    area : int
        Index of the area.

    Examples
    --------
    >>> from seatplan.venue import round_table
    >>> from seatplan.venue.walk import Walk
    >>> floor = Walk()
    >>> lay_ring(floor, round_table(seats=6), 0)
    >>> len(floor.exits), len(floor.edges)
    (6, 6)
    """
    seats = np.flatnonzero(venue.area_codes == area)
    order = seats[np.lexsort((venue.rows[seats], venue.positions[seats]))]
    nodes = step_back(floor, venue, area, order)
    for one, other in pairwise([*nodes, *nodes[:1]]):
        floor.join(one, other)
