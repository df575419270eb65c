"""`Venue`: seats, areas and fixtures as one frozen whole, with index arrays over its seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.venue.seat import Area, Fixture, Seat

__all__ = ["Venue"]


@dataclass(frozen=True)
class Venue:
    """A room with its seats.

    Parameters
    ----------
    name : str
        Shown on charts.
    seats : tuple of Seat
        Their order is the order of all index arrays.
    areas : tuple of Area
    fixtures : tuple of Fixture

    Raises
    ------
    InputError
        For duplicate ids and labels, seats in unknown areas, two seats at one place.

    Examples
    --------
    >>> hall = Area("hall", "Hall", "hall")
    >>> room = Venue("Room", (Seat("a", "1-1", "hall", 1, 1, 0.0),), (hall,))
    >>> room.seat("a").label
    '1-1'
    """

    name: str
    seats: tuple[Seat, ...]
    areas: tuple[Area, ...]
    fixtures: tuple[Fixture, ...] = ()

    def __post_init__(self) -> None:
        refuse([*self._duplicates(), *self._strays()])

    def _duplicates(self) -> Iterator[Fault]:
        for kind, things in (("seat", self.seats), ("area", self.areas), ("fixture", self.fixtures)):
            counts = Counter(thing.id for thing in things)
            for key in (key for key, count in counts.items() if count > 1):
                yield Fault(f"venue {self.name!r}", f"{counts[key]} {kind}s have the id {key!r}", "rename one")

    def _strays(self) -> Iterator[Fault]:
        known = {area.id for area in self.areas}
        for seat in self.seats:
            if seat.area not in known:
                mend = f"add the area or use one of: {', '.join(sorted(known))}"
                yield Fault(f"seat {seat.id!r}", f"its area {seat.area!r} does not exist", mend)

    @cached_property
    def seat_index(self) -> dict[str, int]:
        """Position of each seat id in `seats`."""
        return {seat.id: i for i, seat in enumerate(self.seats)}

    @cached_property
    def area_by_id(self) -> dict[str, Area]:
        """The areas by id."""
        return {area.id: area for area in self.areas}

    def seat(self, seat_id: str) -> Seat:
        """Return the seat with this id."""
        return self.seats[self.seat_index[seat_id]]

    def seats_of(self, area_id: str) -> NDArray[np.intp]:
        """Return the indices of the seats of one area, in the order of `seats`."""
        return np.flatnonzero(self.area_codes == list(self.area_by_id).index(area_id))

    @cached_property
    def area_codes(self) -> NDArray[np.intp]:
        """Index into `areas` for each seat, shape (seats,)."""
        code = {area.id: i for i, area in enumerate(self.areas)}
        return np.array([code[seat.area] for seat in self.seats], dtype=np.intp)

    @cached_property
    def rows(self) -> NDArray[np.intp]:
        """Row of each seat, shape (seats,)."""
        return np.array([seat.row for seat in self.seats], dtype=np.intp)

    @cached_property
    def columns(self) -> NDArray[np.intp]:
        """Column of each seat, shape (seats,)."""
        return np.array([seat.column for seat in self.seats], dtype=np.intp)

    @cached_property
    def positions(self) -> NDArray[np.float64]:
        """Signed position of each seat in its row, shape (seats,)."""
        return np.array([seat.position for seat in self.seats], dtype=np.float64)

    @cached_property
    def xyz(self) -> NDArray[np.float64]:
        """Place of each seat in metres, shape (seats, 3)."""
        places = [(seat.x, seat.y, seat.z) for seat in self.seats]
        return np.array(places, dtype=np.float64).reshape(len(self.seats), 3)

    def with_feature(self, feature: str) -> NDArray[np.intp]:
        """Return the indices of the seats that have a feature."""
        return np.array([i for i, seat in enumerate(self.seats) if feature in seat.features], dtype=np.intp)
