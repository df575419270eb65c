"""Where wheelchair spaces lie in the room."""

from __future__ import annotations

from seatplan.codes.code import by_code
from seatplan.codes.exact import at_least, at_most
from seatplan.codes.pack import Pack

__all__ = ["keeps_to_middle", "middle_of_row", "need_not_vary_in_distance", "wheelchair_locations"]

Span = tuple[float, float]
_TOLERANCE = 0.0005


def _narrowest(spans: list[Span]) -> Span:
    return max(low for low, _ in spans), min(high for _, high in spans)


@by_code(_narrowest)
def middle_of_row(pack: Pack, row: Span) -> Span:
    """Return the second and third quartile of a row (codes.md 1.6).

    Parameters
    ----------
    pack : Code
    row : (float, float)
        Ends of the row in metres; aisles between count in its length.

    Returns
    -------
    (float, float)

    Examples
    --------
    >>> middle_of_row("ada-2010", (0.0, 20.0))
    (5.0, 15.0)
    """
    length = row[1] - row[0]
    low, high = (float(pack.si(f"dispersion.middle.{end}")) for end in ("low", "high"))
    return row[0] + low * length, row[0] + high * length


@by_code(all)
def keeps_to_middle(pack: Pack, row: Span, bay: Span, *, seats: int) -> bool:
    """Tell whether wheelchair and companion places need not be spread from side to side (codes.md 1.6).

    Parameters
    ----------
    pack : Code
    row, bay : (float, float)
        Ends of the row, and of the places, in metres.
    seats : int
        Of the area; in large ones all must be spread.

    Returns
    -------
    bool

    Examples
    --------
    >>> [keeps_to_middle("ada-2010", (0, 20), (5, 7), seats=seats) for seats in (300, 301)]
    [True, False]
    """
    low, high = middle_of_row(pack, row)
    inside = at_least(bay[0], low, _TOLERANCE) and at_most(bay[1], high, _TOLERANCE)
    return inside and seats <= pack.si("dispersion.middle.seats")


@by_code(all)
def need_not_vary_in_distance(pack: Pack, seats: int) -> bool:
    """Tell whether wheelchair spaces may all be at one distance from the stage (codes.md 1.6).

    Parameters
    ----------
    pack : Code
    seats : int

    Returns
    -------
    bool
        If the spaces have lines of sight equal to or better than average.

    Examples
    --------
    >>> need_not_vary_in_distance("ada-2010", 300), need_not_vary_in_distance("ada-2010", 301)
    (True, False)
    """
    return seats <= pack.si("dispersion.vertical.seats")


@by_code(max)
def wheelchair_locations(pack: Pack, seats: int) -> int:
    """Return in how many separate places of the room wheelchair spaces must lie (codes.md 1.6).

    Parameters
    ----------
    pack : Code
    seats : int

    Returns
    -------
    int

    Examples
    --------
    >>> wheelchair_locations("ibc-2021", 350)
    2
    """
    return int(pack.si("dispersion.locations", seats))
