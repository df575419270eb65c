"""Parliaments: the hemicycle and the two facing blocks (protocol.md section 6, rules 53 and 54)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from seatplan.errors import Fault, refuse

__all__ = ["WESTMINSTER", "hemicycle"]

WESTMINSTER = {"left": "opposition", "facing": "cross benches", "right": "government"}
"""Blocks by the side of the Speaker, who faces the House (rule 54, B [S136]). Ministers and shadow ministers
sit on the front benches."""


def hemicycle(angles: ArrayLike, rows: ArrayLike, parties: Sequence[int]) -> tuple[NDArray[np.intp], ...]:
    """Return the seats of each party, the leaders' first.

    Parties occupy contiguous angular wedges; leaders sit in the first row of their wedge (rule 53, A [S132]).
    The seats are sorted by angle and given out from left to right (B [S134 S135]).

    Parameters
    ----------
    angles : array of float
        Direction of each seat as the President sees it, facing the House: negative is the President's left.
        A member who faces the President has these seats at the own right.
    rows : array of int
        Row of each seat; 1 is the first.
    parties : sequence of int
        Members of each party in the order of the wedges. That "left" parties sit at the President's left hand
        is the usual continental practice (D).

    Returns
    -------
    tuple of ndarray of int
        For each party its seats, front rows first, nearer the middle of its wedge first within a row.

    Raises
    ------
    InputError
        If there are fewer seats than members.

    Examples
    --------
    >>> [seats.tolist() for seats in hemicycle([-60, -50, 0, 50, 60], [1, 2, 1, 2, 1], [2, 1, 2])]
    [[0, 1], [2], [4, 3]]
    """
    angle, row = np.asarray(angles, dtype=float), np.asarray(rows, dtype=np.intp)
    found = f"{len(angle)} seats for {sum(parties)} members"
    refuse([Fault("hemicycle", found, "add seats")] if sum(parties) > len(angle) else [])
    ends = np.cumsum([0, *parties])
    by_angle = np.lexsort((row, angle))
    wedges = (by_angle[first:last] for first, last in pairwise(ends))
    return tuple(wedge[_front_and_middle_first(angle[wedge], row[wedge])] for wedge in wedges)


def _front_and_middle_first(angle: NDArray[np.float64], row: NDArray[np.intp]) -> NDArray[np.intp]:
    off_middle = np.abs(angle - angle.mean()) if len(angle) else angle
    return np.lexsort((angle, off_middle.round(6), row))
