"""`Venue`: seats, areas and fixtures as one frozen whole, with index arrays over its seats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import refuse
from seatplan.venue.checks import names_faults, place_faults
from seatplan.venue.near import within
from seatplan.venue.neighbours import across_aisle, front_to_back, next_to
from seatplan.venue.row_ends import row_ends, runs, seats_to_aisle
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.walk import Walk, walk
from seatplan.venue.way import metres_to, step_free

__all__ = ["Venue"]

T = TypeVar("T", bound=np.generic)


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
        With all faults at once: duplicate ids and labels, unknown areas and walls, places that are no numbers;
        then overlapping seats, a lectern in a seat (protocol.md rule 13), and, when there are doors, seats
        that none of them leads to. Seats that all stand at the origin are a list without places.

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
        refuse(names_faults(self))
        refuse(place_faults(self))

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

    @cached_property
    def blocks(self) -> NDArray[np.intp]:
        """Block of each seat in its row, shape (seats,)."""
        return np.array([seat.block for seat in self.seats], dtype=np.intp)

    @cached_property
    def row_order(self) -> NDArray[np.intp]:
        """Indices of all seats: area by area, row by row, from the occupants' left to their right."""
        return np.lexsort((self.positions, self.blocks, self.rows, self.area_codes))

    def walled(self, side: str) -> NDArray[np.bool_]:
        """Tell which seats have a wall on a side: left, right, front or back of the occupant."""
        return np.array([side in seat.walls for seat in self.seats], dtype=bool)

    def with_feature(self, feature: str) -> NDArray[np.intp]:
        """Return the indices of the seats that have a feature."""
        return np.array([i for i, seat in enumerate(self.seats) if feature in seat.features], dtype=np.intp)

    @cached_property
    def next_to(self) -> NDArray[np.intp]:
        """Pairs of seats side by side, the occupants' left one first; see `neighbours.next_to`."""
        return _frozen(next_to(self))

    @cached_property
    def front_to_back(self) -> NDArray[np.intp]:
        """Pairs of seats one behind the other, the front one first; see `neighbours.front_to_back`."""
        return _frozen(front_to_back(self))

    @cached_property
    def across_aisle(self) -> NDArray[np.intp]:
        """Pairs of seats with an aisle between, the occupants' left one first; see `neighbours.across_aisle`."""
        return _frozen(across_aisle(self))

    @cached_property
    def row_ends(self) -> NDArray[np.bool_]:
        """Which seats are at an end of their block that adjoins an aisle; see `row_ends.row_ends`."""
        return _frozen(row_ends(self))

    @cached_property
    def seats_to_aisle(self) -> NDArray[np.intp]:
        """How many seats one must pass to reach an aisle; see `row_ends.seats_to_aisle`."""
        return _frozen(seats_to_aisle(self))

    @cached_property
    def runs(self) -> list[tuple[NDArray[np.intp], bool, bool]]:
        """Stretches of seats along which one can walk, and which ends are open; see `row_ends.runs`."""
        return runs(self)

    @cached_property
    def walk(self) -> Walk:
        """The floor as a graph; see `walk.walk`."""
        return walk(self)

    @cached_property
    def step_free(self) -> NDArray[np.bool_]:
        """Which seats are reached from a door without steps; see `way.step_free`."""
        return _frozen(step_free(self))

    def metres_to(self, kind: str) -> NDArray[np.float64]:
        """Return the walking distance from each seat to the nearest fixture of a kind; see `way.metres_to`."""
        return self._kept(("metres_to", kind), lambda: metres_to(self, kind))

    def within(self, metres: float) -> NDArray[np.intp]:
        """Return all pairs of seats at most so far apart, middle to middle; see `near.within`."""
        return self._kept(("within", metres), lambda: within(self, metres))

    def neighbours(self, seat_id: str) -> tuple[str, ...]:
        """Return the ids of the seats next to a seat, from the occupant's left."""
        return self._beside.get(seat_id, ())

    @cached_property
    def _beside(self) -> dict[str, tuple[str, ...]]:
        beside: dict[str, tuple[str, ...]] = {}
        for a, b in sorted(self.next_to.tolist(), key=lambda pair: self.positions[pair[0]]):
            left, right = self.seats[a].id, self.seats[b].id
            beside[right] = (left, *beside.get(right, ()))
            beside[left] = (*beside.get(left, ()), right)
        return beside

    @cached_property
    def _answers(self) -> dict[tuple[str, str | float], Any]:
        return {}

    def _kept(self, question: tuple[str, str | float], answer: Callable[[], NDArray[T]]) -> NDArray[T]:
        """Return the answer to a question that was asked before, or find it once."""
        if question not in self._answers:
            self._answers[question] = _frozen(answer())
        found: NDArray[T] = self._answers[question]
        return found


def _frozen(fact: NDArray[T]) -> NDArray[T]:
    """Return a fact that nobody can change by accident: all who ask share it."""
    fact.setflags(write=False)
    return fact
