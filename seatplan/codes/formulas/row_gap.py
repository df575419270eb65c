"""How wide the way along a row of seats is, and how far one may have to go in it."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack
from seatplan.errors import Fault, refuse

__all__ = ["Access", "row_gap", "row_path"]

Access = Literal["both", "one"]
"""Whether there is an aisle at both ends of a row or at one."""


@by_code(max)
def row_gap(pack: Pack, seats: int, *, access: Access = "both", backless: bool = False) -> float:
    """Return the clear width that a row of so many seats needs (codes.md 2.1).

    ``min(enough, base + add * max(0, seats - free))``. It is measured from the back of a row to the nearest
    thing behind it, not from back to back.

    Parameters
    ----------
    pack : Code
    seats : int
        Between the two aisles, or to the only one.
    access : {"both", "one"}
    backless : bool

    Returns
    -------
    float
        Metres.

    Raises
    ------
    InputError
        If the row has more seats than any width makes good.

    Examples
    --------
    >>> round(row_gap("ibc-2021", 24) / 0.0254, 3), round(row_gap("ibc-2021", 8, access="one") / 0.0254, 3)
    (15.0, 12.6)
    """
    base = pack.si("row.gap")
    if not pack.says(f"row.gap.add.{access}"):
        return float(base)
    _refuse_long(pack, seats, access)
    free = pack.si(f"row.gap.free.{'backless.' if backless else ''}{access}")
    wide = base + pack.si(f"row.gap.add.{access}") * max(Fraction(0), seats - free)
    enough = f"row.gap.enough.{access}"
    return float(min(wide, pack.si(enough)) if pack.says(enough) else wide)


def _refuse_long(pack: Pack, seats: int, access: Access) -> None:
    key = f"row.seats.{access}"
    if pack.says(key) and not pack.read(key).allows(seats):
        found = f"no width makes it good, {pack.read(key)}"
        refuse([Fault(f"a row of {seats} seats", found, "lay an aisle through it")])


@by_code(min)
def row_path(pack: Pack, persons: int, *, smoke_protected: bool = False) -> float:
    """Return how long the way from a seat to a point with two ways may be (codes.md 2.1).

    Parameters
    ----------
    pack : Code
    persons : int
        In the room.
    smoke_protected : bool

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> round(row_path("ibc-2021", 200) / 0.3048), round(row_path("ibc-2021", 49) / 0.3048)
    (30, 75)
    """
    return float(pack.si("row.path.smoke_protected" if smoke_protected else "row.path", persons))
