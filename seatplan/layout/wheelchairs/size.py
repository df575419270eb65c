"""How large a wheelchair place is at a table, and how wide the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from seatplan.codes import Pack, bay_width, space_depth
from seatplan.layout.code_limits import Packs, ask, needed

__all__ = ["PlaceSize", "place_size"]

_KNEES = 17 * 0.0254
"""Metres of a place that lie under the table at least, where a code says nothing (ADA 306, codes.md 1.3)."""
_SHOULDER = 36 * 0.0254
"""Metres from the front of a place without a table to its occupant's shoulder (ADA 802.3, codes.md 1.4)."""

_ROUTE = 36 * 0.0254
"""Width of the way to a place, where a code says nothing (ADA 802.1, codes.md 1.3)."""


@dataclass(frozen=True, slots=True)
class PlaceSize:
    """The measures of wheelchair places, in metres.

    Parameters
    ----------
    width, depth : float
        Of the clear floor.
    knees : float
        Of the depth that lie under the table; without a table, before the line of the chairs' middles.
    route : float
        Width of the way that leads there.
    """

    width: float
    depth: float
    knees: float
    route: float

    @property
    def out(self) -> float:
        """Metres from the table's edge to the rear."""
        return self.depth - self.knees


def place_size(packs: Packs, *, table: bool = True, row: bool = False) -> PlaceSize | None:
    """Return the measures that are strict enough for all codes.

    Parameters
    ----------
    packs : tuple of Pack
        What a code says of places at tables holds; where it says nothing of them, what it says of spaces does.
    table : bool
        Whether people sit at tables.
    row : bool
        Whether they sit in rows of a hall, whose spaces are as wide as those without tables.

    Returns
    -------
    PlaceSize or None
        None where no code says how wide they are.

    Examples
    --------
    >>> from seatplan.layout.code_limits import binding
    >>> place_size(binding("us")), round(place_size(binding("us,cn")).out, 4), place_size(())
    (PlaceSize(width=0.762, depth=1.2192, knees=0.4318, route=0.9144), 0.8682, None)
    """
    parts = [_size(pack, table) for pack in packs]
    width = max([0.0, *(part[0] for part in parts), ask(0.0, bay_width, packs) if row else 0.0])
    if not width:
        return None
    ways = [ask(0.0, needed, packs, key) for key in ("dining.aisle", "wheelchair.route")]
    return PlaceSize(
        width,
        max(part[1] for part in parts),
        ask(_KNEES, needed, packs, "dining.knee.least") if table else _SHOULDER,
        max(ways) or _ROUTE,
    )


def _size(pack: Pack, table: bool) -> tuple[float, float]:
    """Return width and depth by one code; zeros where it says nothing."""
    if table and pack.says("dining.floor.width"):
        return float(pack.si("dining.floor.width")), float(pack.si("dining.floor.depth"))
    return ask(0.0, bay_width, (pack,)), ask(0.0, space_depth, (pack,))
