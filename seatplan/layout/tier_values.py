"""What a venue reaches in each tier of a layout's objective."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground
from seatplan.layout.sight import clear_views
from seatplan.layout.tier import Tier, TierName
from seatplan.venue import WHEELCHAIR, Fixture, Venue

__all__ = ["aisle_load", "mirrored", "tiers_of"]

Indices = NDArray[np.intp]
_ALIKE = 0.15
"""Metres by which two places may miss each other across the centre line: a quarter of a chair."""
_APART = 3.0
"""Metres from which on two wheelchair spaces lie in two locations."""


def tiers_of(
    here: Ground,
    venue: Venue,
    count: int,
    order: Sequence[TierName],
    bounds: Mapping[TierName, float | None],
    used: int | None = None,
) -> tuple[Tier, ...]:
    """Return the tiers of a venue, in their order.

    Parameters
    ----------
    here : Ground
    venue : Venue
    count : int
        Places; of a reception, standing room.
    order : sequence of str
    bounds : mapping of str to float
        Where bounds are known; others follow from the number of seats.
    used : int, optional
        How many flexible keep-outs are used, where there are some.

    Returns
    -------
    tuple of Tier
        Without aisles, wheelchair spaces and keep-outs where there are none.

    Examples
    --------
    >>> from seatplan.layout import Room, theatre
    >>> from seatplan.layout.ground import ground
    >>> room = Room(((0, 0), (8, 0), (8, 6), (0, 6)))
    >>> told = tiers_of(ground(room), theatre(room).venue, 60, ("count", "sight"), {"count": 60})
    >>> [(tier.name, tier.value, tier.proven) for tier in told]
    [('count', 60, True), ('sight', 60, True)]
    """
    values = _values(here, venue) if venue.seats else {}
    values["count"] = count
    if used is not None:
        values["kept"] = used
    sure = float(_audience(venue).sum()) if venue.seats else 0.0
    known: dict[TierName, float | None] = {"sight": sure, "symmetry": sure, "kept": 0.0 if used == 0 else None}
    known |= {"wheelchairs": float(len(venue.with_feature(WHEELCHAIR))), **bounds}
    return tuple(Tier(name, values[name], known.get(name)) for name in order if name in values)


def _audience(venue: Venue) -> NDArray[np.bool_]:
    """Tell who looks at the stage: all but those who sit on it."""
    above = {area.id for area in venue.areas if area.kind == "rostrum"}
    return np.array([seat.area not in above for seat in venue.seats], dtype=bool)


def _values(here: Ground, venue: Venue) -> dict[TierName, float]:
    those, load = _audience(venue), aisle_load(venue)
    places = venue.xyz[those, :2]
    front = np.array([seat.row == 1 for seat in venue.seats], dtype=bool)[those]
    found: dict[TierName, float] = {
        "sight": int(clear_views(here, places, front, venue.areas[-1].row_pitch).sum()),
        "distance": round(float(np.hypot(*places.T).mean()), 3),
        "symmetry": mirrored(places),
    }
    spaces = venue.xyz[venue.with_feature(WHEELCHAIR), :2]
    found |= {"wheelchairs": _locations(spaces)} if len(spaces) else {}
    return found if load is None else {**found, "aisles": load}


def aisle_load(venue: Venue) -> float | None:
    """Return the people for each metre of width of the aisle that serves most; None without aisles.

    Examples
    --------
    >>> from seatplan.layout import Room, RowRule, theatre
    >>> hall = theatre(Room(((0, 0), (12, 0), (12, 6), (0, 6))), rule=RowRule(unit=0.5, aisle=1.0, aisles=1))
    >>> aisle_load(hall.venue)
    110.0
    """
    aisles = [thing for thing in venue.fixtures if thing.kind == "aisle" and thing.depth > thing.width]
    if not aisles:
        return None
    load = [0.0] * len(aisles)
    for seats, left, right in venue.runs:
        ends = [int(seats[0])] * left + [int(seats[-1])] * right
        for end in ends:
            load[_nearest(aisles, venue.seats[end].x)] += len(seats) / len(ends)
    return max(round(people / aisle.width, 1) for people, aisle in zip(load, aisles, strict=True))


def _nearest(aisles: Sequence[Fixture], x: float) -> int:
    return min(range(len(aisles)), key=lambda i: abs(aisles[i].x - x))


def mirrored(places: NDArray[np.float64]) -> int:
    """Return how many places have one opposite across the centre line, those on it included.

    Examples
    --------
    >>> mirrored(np.array([[-1.0, -2.0], [1.0, -2.0], [0.0, -3.0], [2.0, -4.0]]))
    3
    """
    return sum(int((np.hypot(places[:, 0] + x, places[:, 1] - y) <= _ALIKE).any()) for x, y in places.tolist())


def _locations(spaces: NDArray[np.float64]) -> int:
    """Return in how many separate locations places lie."""
    import networkx as nx

    near = np.hypot(*(spaces[:, None] - spaces[None, :]).transpose(2, 0, 1)) < _APART
    return int(nx.number_connected_components(nx.from_numpy_array(near)))
