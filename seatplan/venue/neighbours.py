"""Which seats are neighbours: side by side, one behind the other, across an aisle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue

__all__ = ["across_aisle", "front_to_back", "next_to"]

Ints = NDArray[np.intp]


def next_to(venue: Venue) -> Ints:
    """Return the pairs of seats side by side: same area, row and block, positions one apart, no wall between.

    Round a table (an area of the kind ``ring``) the last seat and the first are side by side as well.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    ndarray of int, shape (k, 2)
        The seat at the occupants' left, and the seat at its right hand. An aisle, a missing seat or a wall
        separates.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> next_to(from_drawing("oo o.oo")).tolist()
    [[0, 1], [3, 4]]
    """
    left, right = _following(venue)
    beside = (venue.blocks[left] == venue.blocks[right]) & (venue.positions[right] - venue.positions[left] == 1)
    ends = np.array(list(_closing(venue)), dtype=np.intp).reshape(-1, 2)
    left, right = np.append(left[beside], ends[:, 0]), np.append(right[beside], ends[:, 1])
    return _pairs(left, right, np.ones(len(left), dtype=bool))


def _closing(venue: Venue) -> Iterator[tuple[int, int]]:
    """Yield the seats at both ends of the first row of each ring, which meet at its far side."""
    for area in (area for area in venue.areas if area.kind == "ring"):
        seats = venue.seats_of(area.id)
        seats = seats[venue.rows[seats] == 1]
        if len(seats) > 2:
            by_place = seats[np.argsort(venue.positions[seats], kind="stable")]
            yield int(by_place[-1]), int(by_place[0])


def across_aisle(venue: Venue) -> Ints:
    """Return the pairs of seats with an aisle between: the last of a block, the first of the next in the row.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    ndarray of int, shape (k, 2)
        The seat at the occupants' left of the aisle, and the seat at its right.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> across_aisle(from_drawing("oo o.oo")).tolist()
    [[1, 2]]
    """
    left, right = _following(venue)
    return _pairs(left, right, venue.blocks[right] - venue.blocks[left] == 1)


def front_to_back(venue: Venue) -> Ints:
    """Return the pairs of seats one behind the other: same area and column, next row.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    ndarray of int, shape (k, 2)
        The seat in front, and the seat behind it.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> front_to_back(from_drawing('''
    ...     oo
    ...     .o
    ... ''')).tolist()
    [[1, 2]]
    """
    order = np.lexsort((venue.rows, venue.columns, venue.area_codes))
    front, behind = order[:-1], order[1:]
    same = (venue.area_codes[front] == venue.area_codes[behind]) & (venue.columns[front] == venue.columns[behind])
    return _pairs(front, behind, same & (venue.rows[behind] - venue.rows[front] == 1))


def _following(venue: Venue) -> tuple[Ints, Ints]:
    """Return each seat and the next one of its row; aisles and gaps are stepped over, walls are not."""
    left, right = venue.row_order[:-1], venue.row_order[1:]
    same = (venue.area_codes[left] == venue.area_codes[right]) & (venue.rows[left] == venue.rows[right])
    open_between = ~venue.walled("right")[left] & ~venue.walled("left")[right]
    return left[same & open_between], right[same & open_between]


def _pairs(first: Ints, second: Ints, wanted: NDArray[np.bool_]) -> Ints:
    """Return the wanted pairs in ascending order."""
    pairs = np.column_stack((first, second))[wanted]
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
