"""All pairs of seats that are near each other, without looking at all pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue

__all__ = ["near", "within"]

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
    pairs = _candidates(places[:, :2], max(metres + _SLACK, _SMALLEST_CELL))
    apart = np.linalg.norm(places[pairs[:, 0]] - places[pairs[:, 1]], axis=1)
    pairs = np.sort(pairs[apart <= metres + _SLACK], axis=1)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def _candidates(plane: Places, cell: float) -> Ints:
    """Return all pairs of points in one cell or in touching cells."""
    cells = np.floor((plane - plane.min(axis=0)) / cell).astype(np.int64)
    width = int(cells[:, 1].max()) + 3  # a margin on both sides, so that no two cells share a key
    keys = cells[:, 0] * width + cells[:, 1] + 1
    order = np.argsort(keys, kind="stable")
    shifts = [_joined(keys, order, dx * width + dy) for dx, dy in _AHEAD]
    return np.concatenate(shifts)


def _joined(keys: NDArray[np.int64], order: Ints, shift: int) -> Ints:
    """Return the pairs of points whose keys differ by ``shift``; for 0 each pair once."""
    ranked = keys[order]
    low = np.searchsorted(ranked, ranked + shift, "left") if shift else np.arange(len(order)) + 1
    count = np.searchsorted(ranked, ranked + shift, "right") - low
    first = np.repeat(np.arange(len(order)), count)
    second = np.arange(len(first)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(low, count)
    return np.column_stack((order[first], order[second]))
