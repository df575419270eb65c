"""`Where`: which seats a rule speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault
from seatplan.venue.seat import Seat
from seatplan.venue.venue import Venue

__all__ = ["Where"]


@dataclass(frozen=True)
class Where:
    """Select seats; every condition that is given must hold, and no condition selects every seat.

    Parameters
    ----------
    areas : tuple of str
        Ids of areas.
    rows : tuple of int
        1 is the front row.
    columns, blocks : tuple of int
        Counted from 1 at the left of those who sit there.
    features : tuple of str
        The seat has all of them.
    seats : tuple of str
        Ids or labels.

    Examples
    --------
    >>> from seatplan.venue import Area
    >>> seats = tuple(Seat(f"s{r}", f"{r}-1", "hall", r, 1, 0.0, y=-r) for r in (1, 2, 3))
    >>> Where(rows=(1, 3)).select(Venue("Room", seats, (Area("hall", "Hall", "hall"),))).tolist()
    [0, 2]
    """

    areas: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    blocks: tuple[int, ...] = ()
    features: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()

    def select(self, venue: Venue) -> NDArray[np.intp]:
        """Return the indices of the selected seats in ascending order."""
        return np.array([i for i, seat in enumerate(venue.seats) if self.admits(seat)], dtype=np.intp)

    def admits(self, seat: Seat) -> bool:
        """Tell whether one seat is selected."""
        places = ((self.rows, seat.row), (self.columns, seat.column + 1), (self.blocks, seat.block + 1))
        one_of = all(not wanted or value in wanted for wanted, value in ((self.areas, seat.area), *places))
        named = not self.seats or seat.id in self.seats or seat.label in self.seats
        return one_of and named and seat.features.issuperset(self.features)

    def faults(self, venue: Venue, place: str) -> Iterator[Fault]:
        """Yield a fault for each name the venue does not know, and one if no seat is selected."""
        known = {name for seat in venue.seats for name in (seat.id, seat.label)} if self.seats else set()
        for name in (name for name in self.seats if name not in known):
            yield Fault(place, f"no seat {name!r}", "use a seat's id or label as the venue prints it")
        for name in (name for name in self.areas if name not in venue.area_by_id):
            yield Fault(place, f"no area {name!r}", f"use one of: {', '.join(venue.area_by_id)}")
        if not len(self.select(venue)):
            yield Fault(place, f"no seat is {self.sentence('en', venue)}", "widen the selection")

    def sentence(self, lang: str = "en", venue: Venue | None = None) -> str:
        """Say in words which seats these are, in ``"en"`` or ``"zh"``; with a venue areas go by their labels."""
        parts = [_PHRASES[lang][key].format(_spans(value)) for key, value in self._given(venue)]
        return (" ".join(parts) or "any seat") if lang == "en" else ("".join(parts) or "任意座位")

    def _given(self, venue: Venue | None) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        for key in ("seats", "features", "blocks", "columns", "rows"):
            value = getattr(self, key)
            if value:
                yield key, value
        if self.areas:
            known = venue.area_by_id if venue is not None else {}
            yield "areas", tuple(known[area].label if area in known else area for area in self.areas)


_PHRASES = {
    "en": {
        "areas": "in {}",
        "rows": "in row {}",
        "columns": "in column {}",
        "blocks": "in block {}",
        "features": "with {}",
        "seats": "on seat {}",
    },
    "zh": {
        "areas": "{}",
        "rows": "第{}排",
        "columns": "第{}列",
        "blocks": "第{}块",
        "features": "具备{}的",
        "seats": "座位{}",
    },
}


def _spans(values: tuple[str | int, ...]) -> str:
    """Write ``1-3, 7`` for 1, 2, 3, 7, and names as they are."""
    numbers = [value for value in values if isinstance(value, int)]
    if len(numbers) != len(values):
        return ", ".join(map(str, values))
    spans: list[list[int]] = []
    for value in sorted(numbers):
        if spans and value == spans[-1][1] + 1:
            spans[-1][1] = value
        else:
            spans.append([value, value])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)
