"""The lectern of a rostrum and of a head table (protocol.md 1.10, 4.3, rules 13 and 59)."""

from __future__ import annotations

from seatplan.protocol.convention import Convention, LecternSplit
from seatplan.protocol.row import rank_order

__all__ = ["head_table", "lectern_positions"]


def lectern_positions(chairs: int, convention: Convention) -> tuple[float, ...]:
    """Return where lecterns stand in front of a rostrum whose front row has ``chairs`` chairs.

    Directly in front of the centre, or at the front-right by the rostrum's own orientation, which is the
    viewers' left (1.10, rule 13, mark B [S4 S11 S18 S33]); one on each side in large halls (C [S18]). At the
    front-left has no source (D). A lectern at a side stands level with the end of the row.

    Returns
    -------
    tuple of float
        Signed positions in seats; negative is the occupant's left.

    Examples
    --------
    >>> lectern_positions(7, Convention(lectern="front_right"))
    (3.5,)
    """
    end = chairs / 2
    places = {"front_center": (0.0,), "front_right": (end,), "front_left": (-end,), "both_sides": (-end, end)}
    return places.get(convention.lectern, ())


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
