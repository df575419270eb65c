"""A venue whose seats all have a way to a door, seen from the venue too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from seatplan.errors import InputError
from seatplan.venue import Area, Fixture, Seat, Venue
from seatplan.venue.way import metres_to_any

__all__ = ["reached"]


def reached(name: str, seats: Sequence[Seat], areas: Sequence[Area], fixtures: Sequence[Fixture]) -> Venue:
    """Return the venue of some seats, without those to which no aisle of the venue leads.

    A venue sees aisles and crossings only, a layout the whole floor; where they differ, the stricter one holds.
    A row that ends at a landing and at an aisle of its own is left by the aisle.

    Examples
    --------
    >>> hall = Area("hall", "Hall", "hall")
    >>> seats = [Seat("a", "A", "hall", 1, 1, 0.0, x=1.0), Seat("b", "B", "hall", 1, 2, 1.0, 1, 2, x=3.0)]
    >>> len(reached("Room", seats, [hall], [Fixture("d", "Door", "door", 0.0, -2.0, 1.6, 0.1)]).seats)
    2
    """
    try:
        return Venue(name, tuple(seats), tuple(areas), tuple(fixtures))
    except InputError:
        if not any(thing.kind == "door" for thing in fixtures):
            raise
    bare = Venue(name, tuple(seats), tuple(areas), tuple(thing for thing in fixtures if thing.kind != "door"))
    choices = _to_doors(bare, fixtures), list(_Ends(bare).joined())
    made = [Venue(name, _led(bare, chosen, fixtures), tuple(areas), tuple(fixtures)) for chosen in choices]
    return max(made, key=lambda venue: len(venue.seats))


def _to_doors(bare: Venue, fixtures: Sequence[Fixture]) -> list[Seat]:
    """Return the seats from which aisles lead to a door."""
    lost = np.isinf(metres_to_any(bare, [thing for thing in fixtures if thing.kind == "door"]))
    return [seat for seat, gone in zip(bare.seats, lost.tolist(), strict=True) if not gone]


def _led(bare: Venue, seats: Sequence[Seat], fixtures: Sequence[Fixture]) -> tuple[Seat, ...]:
    """Return the seats that still have a way once the others are gone."""
    while True:
        left = _to_doors(replace(bare, seats=tuple(seats)), fixtures) if seats else []
        if len(left) == len(seats):
            return tuple(left)
        seats = left


@dataclass(frozen=True, eq=False)
class _Ends:
    """The ends of rows in a venue without doors, and the part of its floor that serves most."""

    venue: Venue

    @cached_property
    def parts(self) -> dict[int, int]:
        """The part of the floor of each node."""
        import networkx as nx  # dear to import: only who needs parts pays

        graph = nx.Graph()
        graph.add_nodes_from(range(len(self.venue.walk.places)))
        graph.add_edges_from((a, b) for a, b, *_ in self.venue.walk.edges)
        return {node: k for k, part in enumerate(nx.connected_components(graph)) for node in part}

    @cached_property
    def main(self) -> int:
        """The part to which most seats lead."""
        served: Counter[int] = Counter()
        for seats, node, _ in self.venue.walk.exits:
            served[self.parts[node]] += len(seats)
        return max(sorted(served), key=lambda part: served[part])

    def joined(self) -> Iterator[Seat]:
        """Yield the seats of the main part; ends that lead to no other aisle are closed."""
        led = {
            i for seats, node, _ in self.venue.walk.exits if self.parts[node] == self.main for i in seats.tolist()
        }
        walls: dict[int, set[str]] = {}
        for seats, node, _ in self.venue.walk.exits:
            if self.parts[node] != self.main:
                walls.setdefault(int(seats[0]), set()).add(self._side(int(seats[0]), node))
        for i, seat in enumerate(self.venue.seats):
            if i in led:
                yield replace(seat, walls=seat.walls | walls.get(i, set()))

    def _side(self, seat: int, node: int) -> str:
        way = self.venue.walk.places[node] - self.venue.xyz[seat]
        angle = np.radians(self.venue.seats[seat].facing)
        return "right" if way[0] * np.sin(angle) - way[1] * np.cos(angle) > 0 else "left"
