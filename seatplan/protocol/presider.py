"""The presider's place in the front row (protocol.md 1.9, rule 12)."""

from __future__ import annotations

import numpy as np

from seatplan.errors import Fault, refuse
from seatplan.protocol.convention import Convention
from seatplan.protocol.row import rank_positions

__all__ = ["presider_place"]


def presider_place(n: int, convention: Convention, *, rank: int) -> int:
    """Return which of the places of a front row of ``n`` people the presider takes.

    The presider always sits in row 1 (rule 12, mark B [S4 S33]). The others keep their order on the other
    places.

    Parameters
    ----------
    n : int
        People in the front row, with the presider.
    convention : Convention
        ``presider`` decides: ``by_rank``, the place of the own rank; ``center``, the highest place;
        ``row_end``, the end of the row at ``presider_side`` (1.9, mark B [S4 S11 S33]).
    rank : int
        The presider's own among those on the rostrum; 1 is the highest. When it falls behind row 1,
        ``by_rank`` gives the lowest place of row 1 (mark D).

    Returns
    -------
    int
        1 is the place of rank 1.

    Examples
    --------
    >>> presider_place(7, Convention(), rank=9)
    7
    >>> presider_place(7, Convention(presider="row_end", presider_side="left"), rank=1)
    6
    """
    faults = [Fault("rostrum", "nobody sits in row 1", "seat the presider there")] if n < 1 else []
    refuse(faults)
    if convention.presider == "center":
        return 1
    if convention.presider == "by_rank":
        return min(rank, n)
    positions = rank_positions(n, convention)
    end = np.argmin(positions) if convention.presider_side == "left" else np.argmax(positions)
    return int(end) + 1
