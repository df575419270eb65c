"""Crowd managers."""

from __future__ import annotations

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["crowd_managers"]


@by_code(max)
def crowd_managers(pack: Pack, persons: int, *, triggered: bool | None = None) -> int:
    """Return how many crowd managers so many people need (codes.md 2.3).

    Parameters
    ----------
    pack : Code
    persons : int
    triggered : bool, optional
        Whether the code asks for any; editions differ. By default it does above the number of its pack.

    Returns
    -------
    int

    Examples
    --------
    >>> crowd_managers("ibc-2021", 251), crowd_managers("ibc-2021", 200), crowd_managers("nfpa-101", 200)
    (2, 0, 1)
    """
    needed = persons > pack.si("crowd.above") if triggered is None else triggered
    return int(pack.si("crowd.managers", persons)) if needed else 0
