"""How far it is to a door, and who gets there without steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from seatplan.venue.walk import Walk, landings

if TYPE_CHECKING:
    from seatplan.venue.seat import Fixture
    from seatplan.venue.venue import Venue

__all__ = ["metres_to", "metres_to_any", "step_free"]


def metres_to(venue: Venue, kind: str) -> NDArray[np.float64]:
    """Return the walking distance from each seat to the nearest fixture of a kind.

    Parameters
    ----------
    venue : Venue
    kind : str
        One of `FixtureKind`: door, steps, lectern, stage ...

    Returns
    -------
    ndarray, shape (seats,)
        Metres along the row, the aisles and the crossings; infinite where there is no way.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> metres_to(from_drawing("D oo", seat_width=0.5), "door").round(2).tolist()
    [0.95, 1.45]
    """
    return metres_to_any(venue, [fixture for fixture in venue.fixtures if fixture.kind == kind])


def metres_to_any(venue: Venue, fixtures: Sequence[Fixture], *, below: bool = False) -> NDArray[np.float64]:
    """Return the walking distance from each seat to the nearest of some fixtures, in the venue or not yet.

    With ``below``, steps are reached from the hall only, not from the stage.

    Examples
    --------
    >>> from seatplan.venue import Fixture, from_drawing
    >>> door = Fixture("d", "Door", "door", 0.0, -2.0, 1.6, 0.1)
    >>> metres_to_any(from_drawing("oo", seat_width=0.5), [door]).round(2).tolist()
    [2.42, 2.42]
    """
    ways = [
        (node, metres)
        for fixture in fixtures
        for side in landings(venue, venue.walk, fixture)[: 1 if below else None]
        for node, metres, _ in side
    ]
    return _from_seats(venue, _distances(venue.walk, ways))


def step_free(venue: Venue) -> NDArray[np.bool_]:
    """Tell which seats can be reached from a step-free door without steps.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    ndarray of bool, shape (seats,)
        A way steeper than 1:12 has steps. In a venue without any door everybody is taken to enter each area
        at its lowest level.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> step_free(from_drawing("D oo")).tolist()
    [True, True]
    """
    return np.isfinite(_from_seats(venue, _distances(venue.walk, _entrances(venue), level=True)))


def _entrances(venue: Venue) -> list[tuple[int, float]]:
    """Return the nodes at which one enters without steps."""
    floor, doors = venue.walk, [fixture for fixture in venue.fixtures if fixture.kind == "door"]
    if not doors:
        return [(node, 0.0) for node in _lowest(floor)]
    sides = [side for door in doors if door.step_free for side in landings(venue, floor, door)]
    return [(node, metres) for side in sides for node, metres, level in side if level]


def _lowest(floor: Walk) -> list[int]:
    """Return the nodes on the lowest level of each area."""
    heights = np.array([place[2] for place in floor.places])
    areas = np.array(floor.area)
    bottom = {area: heights[areas == area].min() for area in set(floor.area) - {-1}}
    return [i for i, area in enumerate(floor.area) if area >= 0 and heights[i] <= bottom[area] + 0.01]


def _distances(floor: Walk, ways: list[tuple[int, float]], *, level: bool = False) -> NDArray[np.float64]:
    """Return the metres from each node to the nearest end of ``ways``: nodes and the metres beyond them."""
    ahead: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for a, b, step in ((a, b, step) for a, b, step, free in floor.edges if free or not level):
        ahead[a].append((b, step))
        ahead[b].append((a, step))
    found = np.full(len(floor.places), np.inf)
    waiting = [(metres, node) for node, metres in ways]
    heapify(waiting)
    while waiting:  # the nearest first (Dijkstra); a library for graphs takes longer to load than a room to read
        metres, node = heappop(waiting)
        if metres < found[node]:
            found[node] = metres
            for other, step in ahead[node]:
                heappush(waiting, (metres + step, other))
    return found


def _from_seats(venue: Venue, beyond: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add the way along the row to what lies beyond it."""
    found = np.full(len(venue.seats), np.inf)
    for seats, node, metres in venue.walk.exits:
        found[seats] = np.minimum(found[seats], metres + beyond[node])
    return found
