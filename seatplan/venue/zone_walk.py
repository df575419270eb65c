"""Ways among chairs that stand in no rows: everybody steps back and walks behind the others, chair by chair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from seatplan.venue.step_back import behind_chairs, step_back

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue
    from seatplan.venue.walk import Walk

__all__ = ["lay_zone"]

Places = NDArray[np.float64]
_NEAREST = 6


def lay_zone(floor: Walk, venue: Venue, area: int) -> None:
    """Add the ways among loose chairs to the floor: from behind each to behind the nearest ones.

    Parameters
    ----------
    floor : Walk
        Is added to.
    venue : Venue
    area : int
        Index of the area.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat, Venue
    >>> from seatplan.venue.walk import Walk
    >>> seats = Seat("a", "A", "z", 1, 1, 0.0), Seat("b", "B", "z", 1, 2, 1.0, x=3.0, facing=180.0)
    >>> floor = Walk()
    >>> lay_zone(floor, Venue("Room", seats, (Area("z", "Lounge", "zone"),)), 0)
    >>> [(a, b, round(metres, 2)) for a, b, metres, _ in floor.edges]
    [(0, 1, 3.65)]
    """
    seats = np.flatnonzero(venue.area_codes == area)
    if not len(seats):
        return
    places, nodes = behind_chairs(venue, seats), step_back(floor, venue, area, seats)
    for a, b in sorted({*_near(places), *_bridges(places)}):
        floor.join(nodes[a], nodes[b])


def _near(places: Places) -> Iterator[tuple[int, int]]:
    """Yield the pairs of each place with the nearest ones."""
    for i, place in enumerate(places):
        order = np.argsort(np.hypot(*(places - place)[:, :2].T), kind="stable")
        yield from ((min(i, j), max(i, j)) for j in order[: _NEAREST + 1].tolist() if j != i)


def _bridges(places: Places) -> Iterator[tuple[int, int]]:
    """Yield pairs that join all places to one whole: each with the nearest that was reached before (Prim)."""
    metres = np.hypot(*(places - places[0])[:, :2].T)
    nearest, left = np.zeros(len(places), dtype=int), set(range(1, len(places)))
    while left:
        j = min(left, key=lambda k: (metres[k], k))
        left.remove(j)
        yield min(j, int(nearest[j])), max(j, int(nearest[j]))
        beyond = np.hypot(*(places - places[j])[:, :2].T)
        nearest, metres = np.where(beyond < metres, j, nearest), np.minimum(beyond, metres)
