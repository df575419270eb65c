"""The order of one row of honour: which place each rank takes (protocol.md 1.2 to 1.6)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.protocol.convention import Convention

__all__ = ["rank_order", "rank_positions"]


def rank_positions(n: int, convention: Convention) -> NDArray[np.float64]:
    """Return the signed position of each rank in a row of ``n`` people.

    Parameters
    ----------
    n : int
        People in the row.
    convention : Convention

    Returns
    -------
    ndarray, shape (n,)
        Position of rank 1, 2, ..., n in seats; negative is the occupant's left. Whole numbers where somebody
        sits on the centre line or it is left empty, halves where the line runs between two seats.

    Notes
    -----
    Only two orders exist (1.2): E puts rank 2 at rank 1's left, O at rank 1's right, and then they alternate.
    ``order = E if (honour_side == "left") == (even_rule == "beside_first" or n odd) else O`` (1.6). The anchor
    then shifts the row. ``vacant_center`` is defined for odd n only (1.5) and falls back to ``symmetric``.

    Examples
    --------
    >>> rank_positions(4, Convention()).tolist()
    [0.5, -0.5, 1.5, -1.5]
    >>> rank_positions(4, Convention(anchor="first_at_center")).tolist()
    [0.0, -1.0, 1.0, -2.0]
    """
    if convention.anchor == "vacant_center" and n % 2 and n > 1:
        return _around_empty_centre(n, convention)
    side = _second_side(n, convention)
    places = side * _alternating(n) + 0.0  # no minus zero
    if n % 2 == 0 and convention.anchor != "first_at_center":
        places = places - side * 0.5
    return places


def rank_order(n: int, convention: Convention) -> tuple[int, ...]:
    """Return the ranks of a row of ``n`` people from the occupants' left to their right.

    Examples
    --------
    >>> rank_order(7, Convention())
    (6, 4, 2, 1, 3, 5, 7)
    >>> rank_order(8, Convention(even_rule="split_line"))
    (7, 5, 3, 1, 2, 4, 6, 8)
    """
    return tuple(int(rank) + 1 for rank in np.argsort(rank_positions(n, convention), kind="stable"))


def _second_side(n: int, convention: Convention) -> int:
    """Return -1 when rank 2 sits at the occupant's left of rank 1 (order E), +1 otherwise (order O)."""
    split = convention.even_rule == "split_line" or (n == 2 and convention.pair_rule == "split_line")
    order_e = (convention.honour_side == "left") == (n % 2 == 1 or not split)
    return -1 if order_e else 1


def _alternating(n: int) -> NDArray[np.float64]:
    """Return 0, 1, -1, 2, -2, ...: first in the middle, second one step to the chosen side."""
    ranks = np.arange(n)
    return np.where(ranks % 2 == 1, (ranks + 1) // 2, -(ranks // 2)).astype(np.float64)


def _around_empty_centre(n: int, convention: Convention) -> NDArray[np.float64]:
    """Return the row of 1.5: the centre is empty, the first on its honour side, the second across, and so on."""
    ranks = np.arange(n)
    steps = ranks // 2 + 1
    side = -1 if convention.honour_side == "left" else 1
    return np.where(ranks % 2 == 0, side * steps, -side * steps).astype(np.float64)
