"""The floor on which people walk: aisles at the ends of blocks, crossings before, between and behind the rows.

Only what the seats say is used. An aisle is where a block of a row ends without a wall. Aisles of following
rows are one when they overlap sideways by `_SHOULDERS`. A crossing runs in front of the first row of an area,
behind its last, and where two rows stand `_CROSSING` metres farther apart than the area's row pitch, unless
seats have a wall on that side. Areas of one floor join where their aisles come nearest; a raised rostrum is
reached by steps only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from seatplan.venue.row_ends import runs

if TYPE_CHECKING:
    from seatplan.venue.seat import Fixture
    from seatplan.venue.venue import Venue

__all__ = ["Walk", "landing", "metres_from", "walk"]

Ints = NDArray[np.intp]
Metres = NDArray[np.float64]

_AISLE = 1.2
"""Nobody walks farther from the seats than the middle of an aisle of this width."""
_SHOULDERS = 0.3
_CROSSING = 0.6
_RAMP = 1 / 12
"""Steepest way that counts as free of steps (codes.md 2: level or ramp <= 1:12)."""
_LEVEL = 0.02


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
    >>> from seatplan.venue import from_drawing
    >>> {area for area in walk(from_drawing("oo oo")).area}
    {0}
    """

    places: list[Metres] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    area: list[int] = field(default_factory=list)
    edges: list[tuple[int, int, float, bool]] = field(default_factory=list)
    exits: list[tuple[Ints, int, Metres]] = field(default_factory=list)

    def node(self, place: Metres, area: int, line: int = -1) -> int:
        """Add a node, by default on a line of its own."""
        self.places.append(place)
        self.area.append(area)
        self.line.append(line if line >= 0 else len(self.line))
        return len(self.places) - 1

    def join(self, a: int, b: int, level: bool | None = None) -> None:
        """Add an edge; whether it is free of steps follows from its slope unless it is given."""
        way = self.places[b] - self.places[a]
        gentle = bool(abs(way[2]) <= _RAMP * np.hypot(way[0], way[1]) + 1e-9)
        self.edges.append((a, b, float(np.linalg.norm(way)), gentle if level is None else level))

    def nearest(self, fixture: Fixture, nodes: Ints) -> list[tuple[int, float, bool]]:
        """Return the nodes of the line nearest to a fixture: node, metres, and whether it lies on its level."""
        if not len(nodes):
            return []
        places = np.array([self.places[i] for i in nodes])
        metres = metres_from(fixture, places)
        best = int(np.argmin(metres))
        on_line = np.array(self.line)[nodes] == self.line[nodes[best]]
        level = np.abs(places[:, 2] - places[best, 2]) <= _LEVEL
        level[best] = True
        return [(int(nodes[i]), float(metres[i]), bool(level[i])) for i in np.flatnonzero(on_line)]


def walk(venue: Venue) -> Walk:
    """Return the floor of a venue as a graph.

    Parameters
    ----------
    venue : Venue

    Returns
    -------
    Walk

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> any(free for *_, free in walk(from_drawing("oo oo")).edges)
    True
    """
    floor = Walk()
    for area, rows in _rows(venue).items():
        _lay_area(floor, venue, area, [_open(floor, venue, area, row) for row in rows])
    _join_areas(floor, venue)
    for fixture in venue.fixtures:
        if fixture.kind == "steps":
            _lay_steps(floor, venue, fixture)
    return floor


def landing(venue: Venue, floor: Walk, fixture: Fixture) -> list[list[tuple[int, float, bool]]]:
    """Return where a fixture is reached: lists of nodes with metres, and whether they lie on its level.

    A fixture of an area is reached there. Others are reached on the ground floor: doors where it is nearest,
    a stage and what stands on it from below and from the rostrum; steps lead from the one to the other.
    """
    areas, storey = np.array(floor.area, dtype=np.intp), _storey(venue, fixture)
    if fixture.area and fixture.kind != "steps":
        parts = [[list(venue.area_by_id).index(fixture.area)]]
    else:
        here = [i for i, area in enumerate(venue.areas) if area.floor == storey]
        stage = [i for i in here if venue.areas[i].kind == "rostrum"]
        parts = [here] if fixture.kind == "door" else [[i for i in here if i not in stage], stage]
    found = [floor.nearest(fixture, np.flatnonzero(np.isin(areas, part))) for part in parts]
    return [nodes for nodes in found if nodes]


def _storey(venue: Venue, fixture: Fixture) -> int:
    """Return the floor on which a fixture stands; without an area it is the ground floor."""
    return venue.area_by_id[fixture.area].floor if fixture.area else min(area.floor for area in venue.areas)


@dataclass
class _Row:
    """One row: seats from the occupants' left, and the nodes of its aisles with the gap in which they lie."""

    seats: Ints
    nodes: list[int] = field(default_factory=list)
    gaps: list[tuple[Metres | None, Metres | None]] = field(default_factory=list)
    rights: list[Metres] = field(default_factory=list)


def _rows(venue: Venue) -> dict[int, list[list[tuple[Ints, bool, bool]]]]:
    """Return the stretches of each row of each area, rows from the front."""
    rows: dict[int, dict[int, list[tuple[Ints, bool, bool]]]] = {}
    for run in runs(venue):
        seat = run[0][0]
        rows.setdefault(int(venue.area_codes[seat]), {}).setdefault(int(venue.rows[seat]), []).append(run)
    return {area: [numbered[row] for row in sorted(numbered)] for area, numbered in rows.items()}


def _open(floor: Walk, venue: Venue, area: int, stretches: list[tuple[Ints, bool, bool]]) -> _Row:
    """Lay the aisle nodes of a row, gap after gap, and let its seats out to them."""
    row = _Row(np.concatenate([seats for seats, _, _ in stretches]))
    bounds: list[tuple[Ints, bool, bool] | None] = [None, *stretches, None]
    for before, after in pairwise(bounds):
        if before is None or after is None or _is_aisle(venue, before, after):
            _lay_gap(floor, venue, area, row, before, after)
    return row


def _is_aisle(venue: Venue, before: tuple[Ints, bool, bool], after: tuple[Ints, bool, bool]) -> bool:
    """Tell two blocks from two parts of one block that a wall cuts."""
    return bool(venue.blocks[before[0][-1]] != venue.blocks[after[0][0]])


def _lay_gap(
    floor: Walk,
    venue: Venue,
    area: int,
    row: _Row,
    before: tuple[Ints, bool, bool] | None,
    after: tuple[Ints, bool, bool] | None,
) -> None:
    """Lay one node in a gap, or one at each side of a wide gap."""
    left = None if before is None else _edge(venue, int(before[0][-1]), +1)
    right = None if after is None else _edge(venue, int(after[0][0]), -1)
    width = np.inf if left is None or right is None else float(np.linalg.norm(right - left))
    shared = None
    if before is not None and before[2]:
        shared = _lay_exit(floor, venue, area, row, before[0], +1, min(width, _AISLE) / 2)
        row.gaps.append((left, right))
    if after is not None and after[1]:
        if shared is not None and width <= _AISLE + 1e-6:
            _let_out(floor, venue, after[0], shared)
            return
        other = _lay_exit(floor, venue, area, row, after[0][::-1], -1, min(width, _AISLE) / 2)
        row.gaps.append((left, right))
        if shared is not None:
            floor.join(shared, other)


def _lay_exit(floor: Walk, venue: Venue, area: int, row: _Row, seats: Ints, hand: int, out: float) -> int:
    """Lay a node beyond the last of these seats, ``out`` metres from its edge, and let the seats out to it."""
    last = int(seats[-1])
    right = _rightwards(venue, last)
    node = floor.node(_edge(venue, last, hand) + hand * out * right, area)
    row.nodes.append(node)
    row.rights.append(right)
    _let_out(floor, venue, seats[::-1], node)
    return node


def _let_out(floor: Walk, venue: Venue, seats: Ints, node: int) -> None:
    """Let seats out to a node beside the first of them: along the row, seat by seat."""
    places = venue.xyz[seats]
    along = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(places, axis=0), axis=1))))
    floor.exits.append((seats, node, along + np.linalg.norm(floor.places[node] - places[0])))


def _rightwards(venue: Venue, seat: int) -> Metres:
    """Return the direction of the occupant's right hand."""
    angle = np.radians(venue.seats[seat].facing)
    return np.array([np.sin(angle), -np.cos(angle), 0.0])


def _forwards(right: Metres) -> Metres:
    return np.array([-right[1], right[0], 0.0])


def _edge(venue: Venue, seat: int, hand: int) -> Metres:
    """Return the middle of a seat's right (+1) or left (-1) side."""
    half = venue.areas[venue.area_codes[seat]].seat_width / 2
    return np.asarray(venue.xyz[seat] + hand * half * _rightwards(venue, seat))


def _lay_area(floor: Walk, venue: Venue, area: int, rows: list[_Row]) -> None:
    """Join the rows of an area by aisles and crossings."""
    pitch = venue.areas[area].row_pitch
    _lay_edge(floor, venue, area, rows[0], pitch, "front")
    for front, behind in pairwise(rows):
        apart = _apart(venue, front, behind)
        links = list(_links(front, behind))
        if apart >= pitch + _CROSSING - 1e-6:
            _lay_crossing(floor, venue, area, front, behind, links, apart)
        else:
            for a, b in links:
                floor.join(a, b)
                floor.line[b] = floor.line[a]
    _lay_edge(floor, venue, area, rows[-1], -pitch, "back")


def _apart(venue: Venue, front: _Row, behind: _Row) -> float:
    """Return the metres from row to row, at the middle of the front one."""
    middle = int(front.seats[len(front.seats) // 2])
    ways = venue.xyz[behind.seats] - venue.xyz[middle]
    nearest = ways[int(np.argmin(np.linalg.norm(ways, axis=1)))]
    return float(abs(nearest @ _forwards(_rightwards(venue, middle))))


def _links(front: _Row, behind: _Row) -> Iterable[tuple[int, int]]:
    """Yield the aisle nodes of two rows whose gaps overlap sideways."""
    for a, gap, right in zip(front.nodes, front.gaps, front.rights, strict=True):
        low, high = _span(gap, right)
        for b, other in zip(behind.nodes, behind.gaps, strict=True):
            start, end = _span(other, right)
            if min(high, end) - max(low, start) >= _SHOULDERS - 1e-6:
                yield a, b


def _span(gap: tuple[Metres | None, Metres | None], right: Metres) -> tuple[float, float]:
    """Return from where to where a gap reaches, measured along ``right``."""
    left_end, right_end = gap
    low = -np.inf if left_end is None else float(left_end @ right)
    return low, np.inf if right_end is None else float(right_end @ right)


def _lay_edge(floor: Walk, venue: Venue, area: int, row: _Row, out: float, wall: str) -> None:
    """Lay the crossing in front of the first row or behind the last one."""
    walled = venue.walled(wall)[row.seats]
    if walled.all():
        return
    ends = [floor.node(floor.places[a] + out * _forwards(r), area) for a, r in _aisles(row)]
    for (a, _), end in zip(_aisles(row), ends, strict=True):
        floor.join(a, end)
    _lay_line(floor, venue, ends, row, row.seats[walled], steps_out=wall == "front")


def _aisles(row: _Row) -> list[tuple[int, Metres]]:
    return list(zip(row.nodes, row.rights, strict=True))


def _lay_crossing(
    floor: Walk, venue: Venue, area: int, front: _Row, behind: _Row, links: Sequence[tuple[int, int]], apart: float
) -> None:
    """Lay a crossing between two rows, on the level of the row behind, half-way."""
    at = {b: floor.node(floor.places[b] + apart / 2 * _forwards(r), area) for b, r in _aisles(behind)}
    for b, node in at.items():
        floor.join(node, b)
    for a, b in links:
        floor.join(a, at[b])
    level = float(venue.xyz[behind.seats[0]][2])
    for a, right in _aisles(front):
        if a not in {a for a, _ in links}:
            place = floor.places[a] - apart / 2 * _forwards(right)
            at[-1 - a] = floor.node(np.array([*place[:2], level]), area)
            floor.join(a, at[-1 - a])
    walled = [front.seats[venue.walled("back")[front.seats]], behind.seats[venue.walled("front")[behind.seats]]]
    _lay_line(floor, venue, list(at.values()), behind, np.concatenate(walled), steps_out=True)


def _lay_line(floor: Walk, venue: Venue, nodes: list[int], row: _Row, walled: Ints, *, steps_out: bool) -> None:
    """Join the nodes of a crossing side by side, except past walled seats; let the seats behind it step out."""
    right = _rightwards(venue, int(row.seats[len(row.seats) // 2]))
    nodes = sorted(nodes, key=lambda node: float(floor.places[node] @ right))
    barred = venue.xyz[walled] @ right
    for a, b in pairwise(nodes):
        low, high = floor.places[a] @ right, floor.places[b] @ right
        if not ((low < barred) & (barred < high)).any():
            floor.join(a, b)
            floor.line[b] = floor.line[a]
    if steps_out and not len(walled):
        _step_out(floor, venue, nodes, row, right)


def _step_out(floor: Walk, venue: Venue, nodes: list[int], row: _Row, right: Metres) -> None:
    """Let the seats of a row that faces a crossing step out to the next node on either hand."""
    if not nodes:
        return
    across = np.array([floor.places[node] @ right for node in nodes])
    place = np.searchsorted(across, venue.xyz[row.seats] @ right)
    for side in (place - 1, place):
        index = np.clip(side, 0, len(nodes) - 1)
        for i in np.unique(index):
            seats = row.seats[index == i]
            floor.exits.append(
                (seats, nodes[i], np.linalg.norm(floor.places[nodes[i]] - venue.xyz[seats], axis=1))
            )


def _join_areas(floor: Walk, venue: Venue) -> None:
    """Join areas of one floor where they come nearest; a rostrum only when it stands on the same level."""
    areas = np.array(floor.area, dtype=np.intp)
    places = np.array(floor.places).reshape(len(areas), 3)
    for i, j in combinations(range(len(venue.areas)), 2):
        mine, theirs = np.flatnonzero(areas == i), np.flatnonzero(areas == j)
        if venue.areas[i].floor != venue.areas[j].floor or not len(mine) or not len(theirs):
            continue
        metres = np.linalg.norm(places[mine][:, None, :2] - places[theirs][None, :, :2], axis=2)
        a, b = np.unravel_index(int(np.argmin(metres)), metres.shape)
        stage = (venue.areas[i].kind == "rostrum") != (venue.areas[j].kind == "rostrum")
        if not stage or abs(places[mine[a]][2] - places[theirs[b]][2]) <= _LEVEL:
            floor.join(int(mine[a]), int(theirs[b]))


def _lay_steps(floor: Walk, venue: Venue, fixture: Fixture) -> None:
    """Join the hall and the rostrum by the steps of the stage."""
    sides = landing(venue, floor, fixture)
    if len(sides) < 2:
        return
    node = floor.node(np.array([fixture.x, fixture.y, fixture.z]), -1)
    for other, metres, level in (found for side in sides for found in side):
        floor.edges.append((node, other, metres, level and fixture.step_free))


def metres_from(fixture: Fixture, places: Metres) -> Metres:
    """Return the distance from places on the floor to the rectangle of a fixture."""
    angle = np.radians(fixture.turn)
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    local = np.abs((places[:, :2] - [fixture.x, fixture.y]) @ turned.T)
    outside = np.maximum(local - [fixture.width / 2, fixture.depth / 2], 0.0)
    return np.asarray(np.hypot(outside[:, 0], outside[:, 1]))
