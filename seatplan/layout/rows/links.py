"""Which aisles lead on from a row, and which passages lead to a door."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground, Threshold
from seatplan.layout.rows.block_table import Lines
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet, Strip

__all__ = ["Linked", "Links"]

Bools = NDArray[np.bool_]
Linked = tuple[Bools, Bools]
_EPS = 1e-6


@dataclass(frozen=True, eq=False)
class Links:
    """How the aisles of some rows hang together with passages and doors.

    Parameters
    ----------
    here : Ground
    family : Family
    rule : RowRule
    lines : Lines
    rows : RowSet

    Examples
    --------
    >>> from seatplan.layout import Door, Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> here = ground(Room(((0, 0), (12, 0), (12, 6), (0, 6)), (Door(3, 0, 1.6),)))
    >>> rows = RowSet(((1.5, 2.0), (2.0, 2.9), (2.9, 3.8), (3.8, 4.7), (4.7, 5.6)), ((0.4, 1.5),))
    >>> lines = Lines(np.array([-3.0, 3.0]), np.empty(0), np.empty(0))
    >>> links = Links(here, Straight(here, 1.5), RowRule(), lines, rows)
    >>> links.loose, links.bridges[0].tolist()  # only the left aisle runs from the front to the door
    (((0.4, 1.5),), [False, True, False])
    """

    here: Ground
    family: Family
    rule: RowRule
    lines: Lines
    rows: RowSet

    @cached_property
    def loose(self) -> tuple[Strip, ...]:
        """Passages at which no door is; all lead to a door in a room without doors."""
        if not self.here.room.exits:
            return ()
        return tuple(passage for passage in self.rows.passages if not self._has_door(passage))

    def _has_door(self, passage: Strip) -> bool:
        return any(self._lies_at(door, passage) and not door.door.closed for door in self.here.doors)

    def _lies_at(self, threshold: Threshold, passage: Strip) -> bool:
        out = self.family.outs(threshold.landing)
        overlap = min(float(out.max()), passage[1]) - max(float(out.min()), passage[0])
        return overlap >= self.rule.cross / 2

    @cached_property
    def at_passages(self) -> frozenset[str]:
        """Names of the doors at passages."""
        doors = (t.door for t in self.here.doors if any(self._lies_at(t, strip) for strip in self.rows.passages))
        return frozenset(door.name for door in doors if not door.closed)

    def touching(self, name: str) -> Linked:
        """Return which sources and sinks run along or over the landing of a door."""
        threshold = next(threshold for threshold in self.here.doors if threshold.door.name == name)
        across, out = self.family.acrosses(threshold.landing), self.family.outs(threshold.landing)
        rows = [s for s in self.rows.strips if min(float(out.max()), s[1]) - max(float(out.min()), s[0]) > _EPS]
        span = float(across.min()), float(across.max())
        inner, left, right = (self._over(middles, width, span, rows) for middles, width in self._kinds)
        none = np.zeros(1, dtype=bool)
        return np.concatenate((none, inner, left)), np.concatenate((inner, right, none))

    def _over(
        self, middles: NDArray[np.float64], width: float, span: tuple[float, float], rows: list[Strip]
    ) -> Bools:
        found = np.zeros(len(middles), dtype=bool)
        for strip in rows:
            half = self.family.half(width, strip[0])
            near = (middles - half <= span[1] + _EPS) & (middles + half >= span[0] - _EPS)
            found |= near & self._clear(strip, middles, width)
        return found

    def to_any(self) -> list[Linked]:
        """Return for each row which sources and sinks are clear up to a passage or to the landing of a door."""
        return self._both(self.rows.passages)

    def to_doors(self) -> list[Linked]:
        """Return for each row which sources and sinks are clear up to a door or to a passage with one."""
        return self._both(tuple(passage for passage in self.rows.passages if passage not in self.loose))

    def _both(self, passages: tuple[Strip, ...]) -> list[Linked]:
        wall = np.ones((len(self.rows.strips), 1), dtype=bool)
        inner, left, right = (self._linked(middles, width, passages) for middles, width in self._kinds)
        sources, sinks = np.hstack((wall, inner, left)), np.hstack((inner, right, wall))
        return list(zip(sources, sinks, strict=True))

    @property
    def _kinds(self) -> tuple[tuple[NDArray[np.float64], float], ...]:
        rule, lines = self.rule, self.lines
        return (lines.inner, rule.aisle), (lines.left, rule.side_aisle), (lines.right, rule.side_aisle)

    @cached_property
    def bridges(self) -> Linked:
        """Which sources and sinks lead from every loose passage to a door: from there all others do, too."""
        good = tuple(passage for passage in self.rows.passages if passage not in self.loose)
        inner, left, right = (self._bridging(middles, width, good) for middles, width in self._kinds)
        none = np.zeros(1, dtype=bool)
        return np.concatenate((none, inner, left)), np.concatenate((inner, right, none))

    def _bridging(self, middles: NDArray[np.float64], width: float, good: tuple[Strip, ...]) -> Bools:
        to_door = self._linked(middles, width, good)
        found = np.ones(len(middles), dtype=bool)
        for passage in self.loose:
            beside = [row for row, strip in enumerate(self.rows.strips) if _touch(strip, passage)]
            reached = self._clear(passage, middles, width)
            found &= reached & np.any([to_door[row] for row in beside], axis=0) if beside else False
        return found

    def _linked(self, middles: NDArray[np.float64], width: float, passages: tuple[Strip, ...]) -> Bools:
        """Go on from row to row of a section, forwards and backwards, as long as the aisle is clear."""
        strips = self.rows.strips
        clear = np.array([self._clear(strip, middles, width) for strip in strips]).reshape(
            len(strips), len(middles)
        )
        ends = {end: self._clear(passage, middles, width) for passage in passages for end in passage}
        gate = np.array([self.family.at_landing(middles, sum(strip) / 2) for strip in strips])
        gate = gate.reshape(len(strips), len(middles))
        for section in self.rows.sections:
            first, last = section[0], section[-1]
            gate[first] |= ends.get(strips[first][0], False)
            gate[last] |= ends.get(strips[last][1], False)
        found = clear & gate
        for section in self.rows.sections:
            for way in (section, section[::-1]):
                for before, row in pairwise(way):
                    found[row] |= clear[row] & found[before]
        return np.asarray(found)

    def _clear(self, strip: Strip, middles: NDArray[np.float64], width: float) -> Bools:
        half = self.family.half(width, strip[0])
        clear = np.zeros(len(middles), dtype=bool)
        for left, right in self.family.walks(*strip):
            clear |= (middles - half >= left - _EPS) & (middles + half <= right + _EPS)
        return clear


def _touch(strip: Strip, passage: Strip) -> bool:
    return abs(strip[0] - passage[1]) < _EPS or abs(strip[1] - passage[0]) < _EPS
