"""The order of one row of honour: which place each rank takes (protocol.md 1.2 to 1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.protocol.convention import Convention

__all__ = ["behind", "cautions", "misfits", "rank_order", "rank_positions", "ranks_and_gaps", "settled"]


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

    Raises
    ------
    InputError
        For ``vacant_center`` and an even number of people (`misfits`).

    Notes
    -----
    Only two orders exist (1.2): E puts rank 2 at rank 1's left, O at rank 1's right, and then they alternate.
    ``order = E if (honour_side == "left") == (even_rule == "beside_first" or n odd) else O`` (1.6, rules 2 to
    5, 8). The anchor then shifts the row: ``first_at_center`` puts rank 1 on the centre (rule 6, from 3
    people on), ``vacant_center`` leaves it empty (rule 7). ``equals`` decide by themselves (`settled`).

    Examples
    --------
    >>> rank_positions(4, Convention()).tolist()
    [0.5, -0.5, 1.5, -1.5]
    >>> rank_positions(4, Convention(anchor="first_at_center")).tolist()
    [0.0, -1.0, 1.0, -2.0]
    """
    row = settled(n, convention)
    refuse(misfits(n, row))
    if row.anchor == "vacant_center" and n > 1:
        return _around_empty_centre(n, row)
    side = _second_side(n, row)
    places = side * _alternating(n) + 0.0  # no minus zero
    whole = n % 2 == 1 or (row.anchor == "first_at_center" and n > 2)
    return places if whole else places - side * 0.5


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


def ranks_and_gaps(n: int, convention: Convention) -> tuple[int | None, ...]:
    """Return the row from the occupants' left to their right, None where a place is left empty.

    Examples
    --------
    >>> ranks_and_gaps(7, Convention(anchor="vacant_center"))
    (7, 5, 3, 1, None, 2, 4, 6)
    """
    ranks, places = rank_order(n, convention), np.sort(rank_positions(n, convention))
    row: list[int | None] = []
    for i, rank in enumerate(ranks):
        row += [None] * (round(places[i] - places[i - 1]) - 1 if i else 0) + [rank]
    return tuple(row)


def settled(n: int, convention: Convention) -> Convention:
    """Return the convention that holds in a row of ``n`` with the equals at the top decided (conflict 5).

    Equals in an even row have the centre line between them (``split_line``, 1.4 V-B); in an odd row of more
    than 5 the centre between them stays empty (1.5). Both are mark C [S22 S23]. For 5 and fewer nothing is
    documented: the anchor decides.

    Examples
    --------
    >>> settled(8, Convention(equals=("a", "b"))).even_rule
    'split_line'
    >>> settled(7, Convention(equals=("a", "b"))).anchor
    'vacant_center'
    """
    if not convention.equals:
        return convention
    if n % 2 == 0:
        return replace(convention, equals=(), anchor="symmetric", even_rule="split_line")
    return replace(convention, equals=(), anchor="vacant_center" if n > 5 else convention.anchor)


def behind(convention: Convention) -> Convention:
    """Return the convention for the rows behind the first.

    Each has its own highest rank at its centre by 1.3 and 1.4 (1.7, rule 11, mark D): the empty centre of
    1.5 is for the two people at the top, who sit in front.

    Examples
    --------
    >>> behind(Convention(anchor="vacant_center")).anchor
    'symmetric'
    """
    anchor = "symmetric" if convention.anchor == "vacant_center" else convention.anchor
    return replace(convention, equals=(), anchor=anchor)


def misfits(n: int, convention: Convention) -> Iterator[Fault]:
    """Yield why a row of ``n`` people cannot be laid by this convention.

    Examples
    --------
    >>> [fault.found for fault in misfits(8, Convention(anchor="vacant_center"))]
    ["'vacant_center' needs an odd number of people in the front row, and 8 sit there"]
    """
    if settled(n, convention).anchor == "vacant_center" and n and n % 2 == 0:
        found = f"'vacant_center' needs an odd number of people in the front row, and {n} sit there"
        mend = "name the two equals in equals, or use anchor: symmetric with even_rule: split_line"
        yield Fault("convention.anchor", found, mend)


def cautions(n: int, convention: Convention) -> Iterator[str]:
    """Yield in what a front row of ``n`` people goes beyond the sources.

    Examples
    --------
    >>> list(cautions(5, Convention(anchor="vacant_center")))
    ['an empty centre is documented for more than 5 people only (1.5)']
    """
    if settled(n, convention).anchor == "vacant_center" and n % 2 and n <= 5:
        yield "an empty centre is documented for more than 5 people only (1.5)"
    elif convention.equals and n % 2 and n <= 5:
        yield "no rule is documented for equals in an odd row of 5 or fewer (1.5)"
    if convention.anchor == "first_at_center" and n == 2:
        yield "the first person on the centre is documented for 4 people or more (1.4); two sit by pair_rule"


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
