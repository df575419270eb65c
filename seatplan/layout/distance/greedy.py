"""A first plan for groups that keep apart: seat by seat, the largest group that fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seatplan.layout.distance.pack import Packing

__all__ = ["first_plan"]

Starts = tuple[tuple[int, int, int], ...]


def first_plan(packing: Packing) -> Starts:
    """Return the best of a few plans that are made without looking back.

    Parameters
    ----------
    packing : Packing

    Returns
    -------
    tuple of (int, int, int)
        Size, stretch and place of each group. Seat by seat the largest group that fits, or the largest groups
        first wherever they fit, or from the smallest.

    Examples
    --------
    >>> import numpy as np
    >>> from seatplan.layout.distance.pack import Packing
    >>> first_plan(Packing([np.arange(7)], np.array([[i, i + 1] for i in range(6)]), {2: 2, 1: 1}, 7))
    ((2, 0, 0), (2, 0, 3), (1, 0, 6))
    """
    orders = (
        sorted(packing.starts, key=lambda start: (start[1], start[2], -start[0])),
        sorted(packing.starts, key=lambda start: (-start[0], start[1], start[2])),
        sorted(packing.starts, key=lambda start: (start[0], start[1], start[2])),
    )
    plans = [_taken(packing, order) for order in orders]
    return max(plans, key=lambda plan: sum(size for size, _, _ in plan))


def _taken(packing: Packing, order: Iterable[tuple[int, int, int]]) -> Starts:
    left = {size: packing.cap if count is None else count for size, count in packing.sizes.items()}
    near = packing.near
    closed: set[int] = set()
    room, plan = packing.ceiling, []
    for start in order:
        seats = packing.seats(start).tolist()
        if left[start[0]] and start[0] <= room and closed.isdisjoint(seats):
            plan.append(start)
            left[start[0]] -= 1
            room -= start[0]
            closed.update(seats, *(near.get(seat, ()) for seat in seats))
    return tuple(plan)
