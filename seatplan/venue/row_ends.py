"""How far along the row it is to an aisle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue

__all__ = ["row_ends", "runs", "seats_to_aisle"]

Ints = NDArray[np.intp]

_FREE = ("ring", "table", "sofas")


def runs(venue: Venue) -> list[tuple[Ints, bool, bool]]:
    """Return the stretches of seats along which one can walk: a block of a row, or what walls leave of it.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    list of (seats, left, right)
        Indices from the occupants' left, and whether the stretch opens to an aisle at either end. A missing
        seat bars nobody's way.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> [(seats.tolist(), left, right) for seats, left, right in runs(from_drawing("oo o#"))]
    [([0, 1], True, True), ([2], True, False)]
    """
    order = venue.row_order
    if not len(order):
        return []
    left, right = venue.walled("left")[order], venue.walled("right")[order]
    parts = np.split(order, np.flatnonzero(_breaks(venue, order, left, right)) + 1)
    ends = np.cumsum([len(part) for part in parts])
    starts = ends - [len(part) for part in parts]
    return [
        (part, not left[a], not right[b - 1])
        for part, a, b in zip(parts, starts.tolist(), ends.tolist(), strict=True)
    ]


def _breaks(venue: Venue, order: Ints, left: NDArray[np.bool_], right: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell after which seats of the order a stretch ends."""
    a, b = order[:-1], order[1:]
    keys = (venue.area_codes, venue.rows, venue.blocks)
    changes: NDArray[np.bool_] = np.any([key[a] != key[b] for key in keys], axis=0)
    return changes | right[:-1] | left[1:]


def row_ends(venue: Venue) -> NDArray[np.bool_]:
    """Tell which seats are at an end of their block that adjoins an aisle.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    ndarray of bool, shape (seats,)

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> row_ends(from_drawing("ooo oo#")).tolist()
    [True, False, True, True, False]
    """
    return np.asarray(seats_to_aisle(venue) == 0)


def seats_to_aisle(venue: Venue) -> Ints:
    """Return how many seats one must pass along the row to reach an aisle.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    ndarray of int, shape (seats,)
        0 on the aisle, and at tables and on sofas, which one leaves between or behind the chairs. Where walls
        leave no way at all, the number of seats of the venue: more than any way can have.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> seats_to_aisle(from_drawing("ooooo ooo#")).tolist()
    [0, 1, 2, 1, 0, 0, 1, 2]
    """
    passed = np.full(len(venue.seats), len(venue.seats), dtype=np.intp)
    for seats, left, right in venue.runs:
        count = np.arange(len(seats))
        if left:
            passed[seats] = count
        if right:
            passed[seats] = np.minimum(passed[seats], count[::-1])
    free = [i for i, area in enumerate(venue.areas) if area.kind in _FREE]
    passed[np.isin(venue.area_codes, free)] = 0
    return passed
