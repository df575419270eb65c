"""One round thing more: those that stand are pushed apart until another one has room, or not."""

from __future__ import annotations

import numpy as np

from seatplan.layout.discs.floor import DiscFloor
from seatplan.layout.discs.rows import Packing
from seatplan.layout.shapes import Points

__all__ = ["pushed"]

_STARTS, _TURNS = 5, 400
_MORE = 1e-4
"""Share by which things are pushed farther than they must."""
_STEP = 0.25
_DIGITS = 2


def pushed(floor: DiscFloor, apart: float, packing: Packing, most: int) -> Packing:
    """Return a packing with more things, as long as pushing finds room for one more.

    Parameters
    ----------
    floor : DiscFloor
    apart : float
        Least metres from middle to middle.
    packing : Packing
        Where it begins.
    most : int
        So many are enough.

    Returns
    -------
    Packing
        The same one if nothing was found. Every place of the new one is checked; nothing is proven of more.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> floor = DiscFloor(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.0, 1.0)
    >>> len(pushed(floor, 3.9, Packing(np.array([[0.0, -3.0], [-3.0, -3.0]])), 4))
    4
    """
    places = _free_places(floor)
    while len(packing) < most and len(places):
        found = _one_more(floor, apart, packing.middles, places)
        if found is None:
            return packing
        packing = Packing(found)
    return packing


def _free_places(floor: DiscFloor) -> Points:
    """Return places on a grid where a middle may be."""
    low, high = floor.here.walls.min(axis=0), floor.here.walls.max(axis=0)
    x, y = (np.arange(a, b + _STEP, _STEP) for a, b in zip(low, high, strict=True))
    grid = np.column_stack([side.ravel() for side in np.meshgrid(x, y)])
    return grid[floor.allows(grid)]


def _one_more(floor: DiscFloor, apart: float, middles: Points, places: Points) -> Points | None:
    """Put one more where there is most room, or nearly most, and push."""
    nearest = np.linalg.norm(places[:, None] - middles[None], axis=2).min(axis=1)
    order = np.argsort(-nearest, kind="stable")
    chosen: list[int] = []
    for i in order.tolist():
        if all(np.hypot(*(places[i] - places[j])) > apart / 2 for j in chosen):
            chosen.append(i)
        if len(chosen) == _STARTS:
            break
    for i in chosen:
        found = _relaxed(floor, apart, np.vstack((middles, places[i])), places)
        if found is not None:
            return found
    return None


def _relaxed(floor: DiscFloor, apart: float, middles: Points, places: Points) -> Points | None:
    """Push overlapping things apart and back onto the floor; None when they still overlap in the end."""
    wanted = apart * (1 + _MORE)
    for turn in range(_TURNS):
        way = middles[:, None] - middles[None]
        far = np.linalg.norm(way, axis=2) + np.eye(len(middles)) * 10 * apart
        lack = np.maximum(wanted - far, 0.0)
        if turn and (far >= apart - 1e-7).all() and floor.allows(middles).all():
            return middles
        middles = middles + 0.5 * (way * (lack / np.maximum(far, 1e-9))[..., None]).sum(axis=1)
        middles = _back(floor, middles, places)
    return None


def _back(floor: DiscFloor, middles: Points, places: Points) -> Points:
    """Put those that were pushed off the floor on its nearest place: across, or on the grid."""
    off = np.flatnonzero(~floor.allows(middles))
    for i in off.tolist():
        x, y = middles[i]
        level = round(float(y), _DIGITS)
        at = [(float(min(max(x, a), b)), level) for a, b in floor.spans_about(level)]
        near = places[np.argmin(((places - middles[i]) ** 2).sum(axis=1))]
        at.append((float(near[0]), float(near[1])))
        middles[i] = min(at, key=lambda place: (place[0] - x) ** 2 + (place[1] - y) ** 2)
    return middles
