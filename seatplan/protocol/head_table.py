"""A head table with a lectern in its row (protocol.md 4.3, rule 59)."""

from __future__ import annotations

from seatplan.protocol.convention import Convention, LecternSplit
from seatplan.protocol.row import rank_order

__all__ = ["head_table"]


def head_table(people: int, lectern_split: LecternSplit = "presider_left") -> tuple[int | None, ...]:
    """Return a head table with a lectern in its row; the presider is rank 1, the principal speaker rank 2.

    Parameters
    ----------
    people : int
        Only 8 are published for ``presider_left``; other numbers continue the pattern (D).
    lectern_split : {"presider_left", "presider_right"}
        Conflict 8. ``presider_left``: the presider at the lectern's left, the speaker at its right (B [S17]).
        ``presider_right``: the presider at its right, the guest of honour at the presider's right, the
        introducer (rank 3) at the left (C [S101]).

    Returns
    -------
    tuple
        Ranks from the occupants' left to their right; None is the lectern.

    Examples
    --------
    >>> head_table(8)
    (7, 5, 3, 1, None, 2, 4, 6, 8)
    """
    row = rank_order(people, Convention(honour_side="right"))
    place = row.index(1) + (lectern_split == "presider_left")
    return (*row[:place], None, *row[place:])
