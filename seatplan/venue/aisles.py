"""What the rows of an area leave free: aisles at the ends of blocks, crossings before, between and behind rows.

Only what the seats say is used. An aisle is where a block of a row ends without a wall. Aisles of following
rows are one when they overlap sideways by `_SHOULDERS`. A crossing runs in front of the first row, behind the
last, and where two rows stand `_CROSSING` metres farther apart than the area's row pitch; it passes no seat
that has a wall on that side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue
    from seatplan.venue.walk import Walk

__all__ = ["lay_area"]

Ints = NDArray[np.intp]
Metres = NDArray[np.float64]
Run = tuple[Ints, bool, bool]
"""Seats along which one can walk, and whether the left and the right end are open."""

_AISLE = 1.2
"""Nobody walks farther from the seats than the middle of an aisle of this width."""
_SHOULDERS = 0.3
_CROSSING = 0.6
_SLACK = 1e-6


@dataclass(frozen=True)
class _Aisle:
    """An aisle beside a row: its node, the ends of the gap in which it lies, and where the right hand points."""

    node: int
    left: Metres | None
    right: Metres | None
    rightwards: Metres

    @property
    def forwards(self) -> Metres:
        return np.array([-self.rightwards[1], self.rightwards[0], 0.0])

    def overlap(self, other: _Aisle) -> float:
        """Return the metres that two gaps share sideways."""
        low = [float(end @ self.rightwards) for end in (self.left, other.left) if end is not None]
        high = [float(end @ self.rightwards) for end in (self.right, other.right) if end is not None]
        return min(high, default=np.inf) - max(low, default=-np.inf)


@dataclass
class _Row:
    """Seats of a row from the occupants' left, and its aisles."""

    seats: Ints
    aisles: list[_Aisle] = field(default_factory=list)


def lay_area(floor: Walk, venue: Venue, area: int) -> None:
    """Add the aisles and crossings of an area to the floor.

    Parameters
    ----------
    floor : Walk
        Is added to.
    venue : Venue
    area : int
        Index of the area.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> from seatplan.venue.walk import Walk
    >>> floor = Walk()
    >>> lay_area(floor, from_drawing("oo oo"), 0)
    >>> len(floor.places)  # three aisles, and where they meet the crossings before and behind the row
    9
    """
    layer = _Layer(floor, venue, area)
    rows = [layer.row(stretches) for stretches in _stretches(venue, area)]
    if not rows:
        return
    pitch = venue.areas[area].row_pitch
    layer.passage(rows[0], pitch, "front")
    for front, behind in pairwise(rows):
        layer.link(front, behind, pitch)
    layer.passage(rows[-1], -pitch, "back")


def _stretches(venue: Venue, area: int) -> list[list[Run]]:
    """Return the stretches of each row of an area, rows from the front."""
    rows: dict[int, list[Run]] = {}
    for run in venue.runs:
        if venue.area_codes[run[0][0]] == area:
            rows.setdefault(int(venue.rows[run[0][0]]), []).append(run)
    return [rows[row] for row in sorted(rows)]


@dataclass(frozen=True)
class _Layer:
    """Lays the aisles and crossings of one area."""

    floor: Walk
    venue: Venue
    area: int

    def row(self, stretches: list[Run]) -> _Row:
        """Lay the aisles of a row, gap after gap, and let its seats out to them."""
        row = _Row(np.concatenate([seats for seats, _, _ in stretches]))
        bounds: list[Run | None] = [None, *stretches, None]
        for before, after in pairwise(bounds):
            if before is None or after is None or self._are_blocks(before, after):
                row.aisles.extend(self._gap(before, after))
        return row

    def _are_blocks(self, before: Run, after: Run) -> bool:
        """Tell two blocks from two parts of one block that a wall cuts."""
        return bool(self.venue.blocks[before[0][-1]] != self.venue.blocks[after[0][0]])

    def _gap(self, before: Run | None, after: Run | None) -> Iterator[_Aisle]:
        """Lay one aisle in a gap between blocks, or one at each side of a wide gap."""
        left = None if before is None else self._side(int(before[0][-1]), +1)
        right = None if after is None else self._side(int(after[0][0]), -1)
        width = np.inf if left is None or right is None else float(np.linalg.norm(right - left))
        first = None
        if before is not None and before[2]:
            first = self._aisle(before[0][::-1], +1, (left, right), width)
            yield first
        if after is None or not after[1]:
            return
        if first is not None and width <= _AISLE + _SLACK:
            self._let_out(after[0], first.node)
            return
        second = self._aisle(after[0], -1, (left, right), width)
        yield second
        if first is not None:
            self.floor.join(first.node, second.node)

    def _aisle(self, seats: Ints, hand: int, gap: tuple[Metres | None, Metres | None], width: float) -> _Aisle:
        """Lay an aisle beside the first of these seats, and let them out to it."""
        left, right = gap
        rightwards = self._rightwards(int(seats[0]))
        place = self._side(int(seats[0]), hand) + hand * _AISLE / 2 * rightwards
        if left is not None and right is not None and width <= _AISLE + _SLACK:
            place, rightwards = (left + right) / 2, (right - left) / width
        node = self.floor.node(place, self.area)
        self._let_out(seats, node)
        return _Aisle(node, left, right, rightwards)

    def _let_out(self, seats: Ints, node: int) -> None:
        """Let seats out to a node beside the first of them: along the row, seat by seat."""
        places = self.venue.xyz[seats]
        along = np.concatenate(([0.0], np.cumsum(np.linalg.norm(np.diff(places, axis=0), axis=1))))
        self.floor.exits.append((seats, node, along + np.linalg.norm(self.floor.places[node] - places[0])))

    def _rightwards(self, seat: int) -> Metres:
        """Return the direction of the occupant's right hand."""
        angle = np.radians(self.venue.seats[seat].facing)
        return np.array([np.sin(angle), -np.cos(angle), 0.0])

    def _side(self, seat: int, hand: int) -> Metres:
        """Return the middle of a seat's right (+1) or left (-1) side."""
        half = self.venue.areas[self.area].seat_width / 2
        return np.asarray(self.venue.xyz[seat] + hand * half * self._rightwards(seat))

    def _middle(self, row: _Row) -> Metres:
        """Return where the right hand points in the middle of a row."""
        return self._rightwards(int(row.seats[len(row.seats) // 2]))

    def link(self, front: _Row, behind: _Row, pitch: float) -> None:
        """Join two rows by their aisles, or by a crossing when there is room for one."""
        links = [(a, b) for a in front.aisles for b in behind.aisles if a.overlap(b) >= _SHOULDERS - _SLACK]
        apart = self._apart(front, behind)
        if apart >= pitch + _CROSSING - _SLACK:
            self._crossing(front, behind, links, apart)
            return
        for a, b in links:
            self.floor.join(a.node, b.node)
            if sum(a is one for one, _ in links) == sum(b is one for _, one in links) == 1:
                self.floor.line[b.node] = self.floor.line[a.node]

    def _apart(self, front: _Row, behind: _Row) -> float:
        """Return the metres from row to row, at the middle of the front one."""
        middle = int(front.seats[len(front.seats) // 2])
        ways = self.venue.xyz[behind.seats] - self.venue.xyz[middle]
        nearest = ways[int(np.argmin(np.linalg.norm(ways, axis=1)))]
        right = self._middle(front)
        return float(abs(nearest @ np.array([-right[1], right[0], 0.0])))

    def passage(self, row: _Row, out: float, wall: str) -> None:
        """Lay the crossing in front of the first row or behind the last one, unless all of it is a wall."""
        walled = row.seats[self.venue.walled(wall)[row.seats]]
        if len(walled) == len(row.seats):
            return
        ends = list(self._ends(row, out))
        for aisle in row.aisles:
            ends.append(self.floor.node(self.floor.places[aisle.node] + out * aisle.forwards, self.area))
            self.floor.join(aisle.node, ends[-1])
        self._line(ends, row, walled)
        if wall == "front" and not len(walled):
            self._step_out(ends, row)

    def _crossing(self, front: _Row, behind: _Row, links: Sequence[tuple[_Aisle, _Aisle]], apart: float) -> None:
        """Lay a crossing half-way between two rows, on the level of the row behind."""
        floor, level = self.floor, float(self.venue.xyz[behind.seats[0]][2])
        met = {b.node: floor.node(floor.places[b.node] + apart / 2 * b.forwards, self.area) for b in behind.aisles}
        for aisle, node in met.items():
            floor.join(node, aisle)
        for a, b in links:
            floor.join(a.node, met[b.node])
        lone = self._lone_ends(front, links, apart, level)
        nodes = [*met.values(), *lone, *self._ends(behind, apart / 2)]
        back, fore = self.venue.walled("back")[front.seats], self.venue.walled("front")[behind.seats]
        walled = np.concatenate([front.seats[back], behind.seats[fore]])
        self._line(nodes, behind, walled)
        if not len(walled):
            self._step_out(nodes, behind)

    def _lone_ends(
        self, front: _Row, links: Sequence[tuple[_Aisle, _Aisle]], apart: float, level: float
    ) -> Iterator[int]:
        """Lead the aisles that end at a crossing onto it."""
        linked = {a.node for a, _ in links}
        for aisle in (aisle for aisle in front.aisles if aisle.node not in linked):
            place = self.floor.places[aisle.node] - apart / 2 * aisle.forwards
            node = self.floor.node(np.array([place[0], place[1], level]), self.area)
            self.floor.join(aisle.node, node)
            yield node

    def _ends(self, row: _Row, out: float) -> Iterator[int]:
        """Lay the ends of a crossing at the walls between which the row stands."""
        for seat, side, hand in ((int(row.seats[0]), "left", -1), (int(row.seats[-1]), "right", +1)):
            if side in self.venue.seats[seat].walls:
                right = self._rightwards(seat)
                place = self._side(seat, hand) + out * np.array([-right[1], right[0], 0.0])
                yield self.floor.node(place, self.area)

    def _line(self, nodes: list[int], row: _Row, walled: Ints) -> None:
        """Join the nodes of a crossing side by side, except past walled seats."""
        places, right = self.floor.places, self._middle(row)
        nodes.sort(key=lambda node: float(places[node] @ right))
        barred = self.venue.xyz[walled] @ right
        for a, b in pairwise(nodes):
            if not ((places[a] @ right < barred) & (barred < places[b] @ right)).any():
                self.floor.join(a, b)
                self.floor.line[b] = self.floor.line[a]

    def _step_out(self, nodes: list[int], row: _Row) -> None:
        """Let the seats of a row that faces a crossing step out to the next node on either hand."""
        if not nodes:
            return
        right = self._middle(row)
        across = np.array([self.floor.places[node] @ right for node in nodes])
        place = self.venue.xyz[row.seats] @ right
        low, high = np.searchsorted(across, place - _SLACK), np.searchsorted(across, place + _SLACK)
        for index in (low - 1, low, high):
            index = np.clip(index, 0, len(nodes) - 1)
            for i in np.unique(index).tolist():
                seats = row.seats[index == i]
                ways = self.floor.places[nodes[i]] - self.venue.xyz[seats]
                self.floor.exits.append((seats, nodes[i], np.linalg.norm(ways, axis=1)))
