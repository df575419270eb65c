"""`RowWish`: what is asked of rows besides their measures, and the family of rows that this means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seatplan.codes import Code
from seatplan.codes.formulas.occupant_load import Use
from seatplan.layout.ground import Ground
from seatplan.layout.rows.chevron import Chevron
from seatplan.layout.rows.family import Curved, Family, Straight
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.tier import ORDER, TierName
from seatplan.venue.numbering import Language, Numbers
from seatplan.venue.seat import AreaKind

__all__ = ["RowWish", "Rows", "family_of", "grid_of"]

Rows = Literal["straight", "curved", "chevron"]
_GRIDS = ((32.0, 0.05), (48.0, 0.10), (float("inf"), 0.25))
"""Metres between places for aisles, in rooms up to a width."""
_ROUGH = {"straight": 1.0, "chevron": 2.0, "curved": 3.0}
"""Families whose rows all differ take longer."""


@dataclass(frozen=True, kw_only=True)
class RowWish:
    """What is asked of rows.

    Parameters
    ----------
    style : str
        Name for the layout.
    code : Code or None
    people : int or None
        How many places are wanted.
    rows : {"straight", "curved", "chevron"}
    radius : float or None
        Of the first row, if curved.
    widest : float
        Largest angle of a curved row to either side, in radians.
    angle : float
        Degrees by which the halves of a chevron are turned.
    kind : str
        Of the area.
    grid : float or None
    back : float
        Metres from the end of a row's strip to the middle of a seat.
    use : str
        What the floor is used for, for the people it may hold.
    numbers, language
        Of the seats.
    order : tuple of str
        Tiers of the objective, all of them.
    """

    style: str
    code: Code | None = None
    people: int | None = None
    rows: Rows = "straight"
    radius: float | None = None
    widest: float = 1.2
    angle: float = 15.0
    kind: AreaKind = "hall"
    grid: float | None = None
    back: float = 0.25
    use: Use = "chairs"
    numbers: Numbers = "odd_left_even_right"
    language: Language = "en"
    order: tuple[TierName, ...] = ORDER


def grid_of(here: Ground, wish: RowWish) -> float:
    """Return the metres between places for aisles.

    Examples
    --------
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.room import Room, rectangle
    >>> grid_of(ground(Room(rectangle(24, 18))), RowWish(style="theatre"))
    0.05
    """
    width = here.span[1] - here.span[0]
    fine = next(grid for most, grid in _GRIDS if width <= most)
    return wish.grid or fine * _ROUGH[wish.rows]


def family_of(here: Ground, wish: RowWish, rule: RowRule) -> Family:
    """Return the rows that are asked for.

    Examples
    --------
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.room import Room, rectangle
    >>> family_of(ground(Room(rectangle(24, 18))), RowWish(style="theatre", rows="chevron"), RowRule()).name
    'chevron'
    """
    if wish.rows == "straight":
        return Straight(here, rule.first)
    if wish.rows == "chevron":
        return Chevron(here, rule.first, wish.angle, max(rule.pitch, rule.depth))
    radius = wish.radius if wish.radius is not None else max(here.depth, rule.first + 1.0)
    return Curved(here, rule.first, radius - rule.first, wish.widest)
