"""Aisle seats and dining places for people who can leave or keep their wheelchair."""

from __future__ import annotations

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_up
from seatplan.codes.pack import Pack

__all__ = ["accessible_tables", "designated_aisle_seats"]


@by_code(max)
def designated_aisle_seats(pack: Pack, aisle_seats: int) -> int:
    """Return how many aisle seats have no armrest on the aisle's side, and a sign (codes.md 1.5).

    Parameters
    ----------
    pack : Code
    aisle_seats : int
        Seats at an aisle, each counted once.

    Returns
    -------
    int

    Examples
    --------
    >>> designated_aisle_seats("ada-2010", 40), designated_aisle_seats("ada-2010", 41)
    (2, 3)
    """
    return round_up(pack.si("transfer.share") * aisle_seats)


@by_code(max)
def accessible_tables(pack: Pack, tables: int) -> int:
    """Return how many dining or work places are accessible (codes.md 1.3).

    Parameters
    ----------
    pack : Code
    tables : int

    Returns
    -------
    int

    Examples
    --------
    >>> accessible_tables("ibc-2021", 41), accessible_tables("ibc-2021", 5)
    (3, 1)
    """
    return max(int(pack.si("tables.accessible.least")), round_up(pack.si("tables.accessible.share") * tables))
