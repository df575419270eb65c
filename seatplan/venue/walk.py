"""The floor on which people walk, as a graph: what the rows leave free, joined to one whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from seatplan.venue.aisles import lay_area
from seatplan.venue.near import metres_from
from seatplan.venue.ring_walk import lay_ring
from seatplan.venue.zone_walk import lay_zone

if TYPE_CHECKING:
    from seatplan.venue.seat import Fixture
    from seatplan.venue.venue import Venue

__all__ = ["Landing", "Walk", "landings", "walk"]

Ints = NDArray[np.intp]
Metres = NDArray[np.float64]
Landing = tuple[int, float, bool]
"""A node near a fixture, the metres between them, and whether both are on one level."""

_RAMP = 1 / 12
"""Steepest way that counts as free of steps (codes.md 2: level or ramp <= 1:12)."""
_LEVEL = 0.02
_TIE = 1e-6


@dataclass
class Walk:
    """A graph of places to walk on.

    Attributes
    ----------
    places : list of ndarray, shape (3,)
        Nodes, in metres.
    line : list of int
        Nodes with the same number lie on one straight aisle or one crossing.
    area : list of int
        Index of the area of each node; -1 for steps between areas.
    edges : list of (int, int, float, bool)
        Two nodes, metres, and whether the way is free of steps.
    exits : list of (ndarray of int, int, ndarray of float)
        Seats, the node at which they leave their row, and the metres to it.

    Examples
    --------
    >>> floor = Walk()
    >>> floor.join(floor.node(np.array([0.0, 0, 0]), 0), floor.node(np.array([0.0, 3, 4]), 0))
    >>> floor.edges
    [(0, 1, 5.0, False)]
    """

    places: list[Metres] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    area: list[int] = field(default_factory=list)
    edges: list[tuple[int, int, float, bool]] = field(default_factory=list)
    exits: list[tuple[Ints, int, Metres]] = field(default_factory=list)

    def node(self, place: Metres, area: int) -> int:
        """Add a node on a line of its own."""
        self.places.append(place)
        self.area.append(area)
        self.line.append(len(self.line))
        return len(self.places) - 1

    def join(self, a: int, b: int) -> None:
        """Add an edge, which is free of steps unless it is too steep."""
        way = self.places[b] - self.places[a]
        gentle = bool(abs(way[2]) <= _RAMP * np.hypot(way[0], way[1]) + 1e-9)
        self.edges.append((a, b, float(np.linalg.norm(way)), gentle))

    def nearest(self, fixture: Fixture, areas: list[int]) -> list[Landing]:
        """Return the nodes of the nearest line in some areas; several lines when they are equally near."""
        nodes = np.flatnonzero(np.isin(np.array(self.area, dtype=np.intp), areas))
        if not len(nodes):
            return []
        places, lines = np.array(self.places)[nodes], np.array(self.line)[nodes]
        metres = metres_from(fixture, places)
        best = metres <= metres.min() + _TIE
        level = best | np.any(np.abs(places[:, 2][:, None] - places[best, 2]) <= _LEVEL, axis=1)
        taken = np.flatnonzero(np.isin(lines, lines[best]))
        return [(int(nodes[i]), float(metres[i]), bool(level[i])) for i in taken]


def walk(venue: Venue) -> Walk:
    """Return the floor of a venue as a graph.

    Aisles and crossings are those of `aisles.lay_area`, ways round tables those of `ring_walk.lay_ring`,
    among loose chairs those of `zone_walk.lay_zone`. Areas of
    one floor join where their aisles come nearest; a raised rostrum is reached by steps only.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    Walk

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> len(walk(from_drawing("oo oo")).exits)
    10
    """
    floor = Walk()
    for area, facts in enumerate(venue.areas):
        {"ring": lay_ring, "zone": lay_zone}.get(facts.kind, lay_area)(floor, venue, area)
    for i, j in combinations(range(len(venue.areas)), 2):
        if venue.areas[i].floor == venue.areas[j].floor:
            _join_areas(floor, venue, i, j)
    for fixture in venue.fixtures:
        if fixture.kind == "steps":
            _lay_steps(floor, venue, fixture)
    return floor


def _join_areas(floor: Walk, venue: Venue, i: int, j: int) -> None:
    """Join two areas where they are nearest."""
    areas, places = np.array(floor.area, dtype=np.intp), np.array(floor.places).reshape(-1, 3)
    mine, theirs = np.flatnonzero(areas == i), np.flatnonzero(areas == j)
    if not len(mine) or not len(theirs):
        return
    apart = np.linalg.norm(places[mine][:, None, :2] - places[theirs][None, :, :2], axis=2)
    stage = (venue.areas[i].kind == "rostrum") != (venue.areas[j].kind == "rostrum")
    for a, b in np.argwhere(apart <= apart.min() + _TIE):
        if not stage or abs(places[mine[a]][2] - places[theirs[b]][2]) <= _LEVEL:
            floor.join(int(mine[a]), int(theirs[b]))


def _lay_steps(floor: Walk, venue: Venue, fixture: Fixture) -> None:
    """Join the hall and the rostrum by the steps of the stage."""
    sides = landings(venue, floor, fixture)
    if len(sides) == 2:
        node = floor.node(np.array([fixture.x, fixture.y, fixture.z]), -1)
        for other, metres, level in (found for side in sides for found in side):
            floor.edges.append((node, other, metres, level and fixture.step_free))


def landings(venue: Venue, floor: Walk, fixture: Fixture) -> list[list[Landing]]:
    """Return where a fixture is reached, once or from two sides.

    A fixture of an area is reached there. Others are reached on the ground floor: doors where it is nearest,
    a stage and what stands on it from below and from the rostrum; steps lead from the one to the other.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("D oo")
    >>> [len(nodes) for nodes in landings(room, room.walk, room.fixtures[0])]
    [1]
    """
    found = [floor.nearest(fixture, areas) for areas in _sides(venue, fixture)]
    return [nodes for nodes in found if nodes]


def _sides(venue: Venue, fixture: Fixture) -> list[list[int]]:
    """Return the areas from which a fixture is reached."""
    if fixture.area and fixture.kind != "steps":
        return [[list(venue.area_by_id).index(fixture.area)]]
    ground = min((area.floor for area in venue.areas), default=1)
    storey = venue.area_by_id[fixture.area].floor if fixture.area else ground
    here = [i for i, area in enumerate(venue.areas) if area.floor == storey]
    stage = [i for i in here if venue.areas[i].kind == "rostrum"]
    return [here] if fixture.kind == "door" else [[i for i in here if i not in stage], stage]
