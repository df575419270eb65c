"""All pairs of seats that are near each other, without looking at all pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.venue.seat import Fixture
    from seatplan.venue.venue import Venue

__all__ = ["metres_from", "near", "within"]

Ints = NDArray[np.intp]
Places = NDArray[np.float64]

_SLACK = 1e-6
"""Seats two widths of 0.55 m apart are within 1.1 m, whatever the last bit says: one micrometre is no distance."""
_SMALLEST_CELL = 0.1
_AHEAD = ((0, 0), (1, -1), (1, 0), (1, 1), (0, 1))
"""A cell and half of its neighbours: every pair of cells is looked at once."""


def within(venue: Venue, metres: float) -> Ints:
    """Return all pairs of seats at most so far apart, middle to middle, heights included.

    Parameters
    ----------
    venue : Venue
    metres : float
        Walls and aisles make no difference.

    Returns
    -------
    ndarray of int, shape (k, 2)
        Each pair once, the smaller index first, in ascending order.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> within(from_drawing("oo o", seat_width=0.5), 1.0).tolist()
    [[0, 1], [1, 2]]
    """
    return near(venue.xyz, metres)


def near(places: Places, metres: float) -> Ints:
    """Return all pairs of points at most so far apart; see `within`.

    Parameters
    ----------
    places : ndarray, shape (n, 3)
    metres : float

    Returns
    -------
    ndarray of int, shape (k, 2)

    Notes
    -----
    The plane is cut into square cells of the wanted distance; only points of the same or of touching cells
    can be near. The time grows with n and with the number of pairs that come out.

    Examples
    --------
    >>> near(np.array([[0.0, 0, 0], [0, 3, 4], [0, 0, 9]]), 5.0).tolist()
    [[0, 1]]
    """
    if not len(places) or not metres >= 0:
        return np.empty((0, 2), dtype=np.intp)
    first, second = _candidates(places[:, :2], max(metres + _SLACK, _SMALLEST_CELL))
    apart = sum((side[first] - side[second]) ** 2 for side in places.T)
    reach = metres + _SLACK
    close = apart <= reach * reach
    first, second = first[close], second[close]
    low, high = np.minimum(first, second), np.maximum(first, second)
    order = np.argsort(low * len(places) + high, kind="stable")
    return np.column_stack((low[order], high[order]))


def _candidates(plane: Places, cell: float) -> tuple[Ints, Ints]:
    """Return all pairs of points in one cell or in touching cells."""
    cells = np.floor((plane - plane.min(axis=0)) / cell).astype(np.int64)
    width = int(cells[:, 1].max()) + 3  # a margin on both sides, so that no two cells share a key
    keys = cells[:, 0] * width + cells[:, 1] + 1
    order = np.argsort(keys, kind="stable")
    found = [_joined(keys[order], dx * width + dy) for dx, dy in _AHEAD]
    first, second = (np.concatenate(side) for side in zip(*found, strict=True))
    return order[first], order[second]


def _joined(keys: NDArray[np.int64], shift: int) -> tuple[Ints, Ints]:
    """Return the pairs of places in the ascending keys that differ by ``shift``; for 0 each pair once."""
    low = np.searchsorted(keys, keys + shift, "left") if shift else np.arange(len(keys)) + 1
    count = np.searchsorted(keys, keys + shift, "right") - low
    first = np.repeat(np.arange(len(keys)), count)
    return first, np.arange(len(first)) + np.repeat(low - np.cumsum(count) + count, count)


def metres_from(fixture: Fixture, places: Places) -> Places:
    """Return the distance from places on the floor to the rectangle of a fixture, 0 inside it.

    Examples
    --------
    >>> from seatplan.venue import Fixture
    >>> stage = Fixture("stage", "Stage", "stage", x=0.0, y=2.0, width=8.0, depth=4.0)
    >>> metres_from(stage, np.array([[7.0, -4.0, 0.0], [0.0, 1.0, 0.0]])).tolist()
    [5.0, 0.0]
    """
    angle = np.radians(fixture.turn)
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    local = np.abs((places[:, :2] - [fixture.x, fixture.y]) @ turned.T)
    outside = np.maximum(local - [fixture.width / 2, fixture.depth / 2], 0.0)
    return np.asarray(np.hypot(outside[:, 0], outside[:, 1]))
