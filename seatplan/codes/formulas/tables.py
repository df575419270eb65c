"""How far apart tables stand."""

from __future__ import annotations

from fractions import Fraction

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["accessway_width", "tables_apart"]


@by_code(max)
def accessway_width(pack: Pack, length: float = 0.0) -> float:
    """Return how wide the way along a table is (codes.md 2.6).

    Parameters
    ----------
    pack : Code
    length : float
        Metres of the way from the farthest seat to the aisle; a long way is wider.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> round(accessway_width("ibc-2021") / 0.0254, 6), round(accessway_width("ibc-2021", 7.3152) / 0.0254, 6)
    (12.0, 18.0)
    """
    beyond = max(Fraction(0), Fraction(length) - pack.si("table.accessway.free"))
    return float(pack.si("table.accessway") + beyond * pack.si("table.accessway.add"))


@by_code(max)
def tables_apart(pack: Pack, *, chair_rows: int = 2, length: float = 0.0) -> float:
    """Return the gap between the edges of two tables with a way between them (codes.md 2.6).

    Parameters
    ----------
    pack : Code
    chair_rows : int
        Rows of loose chairs between the tables; each takes up its depth.
    length : float
        Metres of the way to the aisle.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> round(tables_apart("ibc-2021") / 0.0254, 6)  # 19 + 12 + 19
    50.0
    """
    return float(chair_rows * pack.si("table.chair") + Fraction(accessway_width(pack, length)))
