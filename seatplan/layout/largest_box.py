"""The widest free box of a depth: where in a room an oblong thing can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from seatplan.layout.ground import Ground, stage_with_clearance
from seatplan.layout.rows.spans import straight_spans
from seatplan.layout.shapes import Points

__all__ = ["Boxes", "FreeBox"]

_STEP = 0.1
_SAME = 0.01


@dataclass(frozen=True, slots=True)
class FreeBox:
    """A free stretch of floor: from left to right, and from low to high."""

    left: float
    right: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """Metres from left to right."""
        return self.right - self.left


@dataclass(frozen=True, eq=False)
class Boxes:
    """The free boxes of a room, their sides along its front.

    Parameters
    ----------
    here : Ground
    first : float
        Metres that stay free before the stage and beside it.
    """

    here: Ground
    first: float = 0.0
    _known: dict[float, FreeBox | None] = field(default_factory=dict, repr=False)

    @cached_property
    def _things(self) -> Sequence[Points]:
        return (*self.here.solid, *self.here.open, *stage_with_clearance(self.here, self.first))

    @cached_property
    def _edges(self) -> Points:
        """Heights at which something begins or ends."""
        return np.unique(np.concatenate([outline[:, 1] for outline in (self.here.walls, *self._things)]).round(6))

    def widest(self, depth: float) -> FreeBox | None:
        """Return the widest box of a depth; of equals the most central one, then the nearest to the front.

        Its lower or upper side lies at an edge of something, or on a grid of 0.1 m: in rooms whose sides run
        along and across, no box at all is wider.

        Examples
        --------
        >>> from seatplan.layout import Pillar, Room
        >>> from seatplan.layout.ground import ground
        >>> hall = Room(((0, 0), (8, 0), (8, 6), (0, 6)), pillars=(Pillar(2, 3, width=1, depth=1),))
        >>> boxes = Boxes(ground(hall))
        >>> boxes.widest(2.5).width, boxes.widest(2.6).width, boxes.widest(7.0)
        (8.0, 5.5, None)
        """
        key = round(depth, 6)
        if key not in self._known:
            found = [box for low in self._lows(key) for box in self._at(low, key)]
            self._known[key] = max(found, key=_rank, default=None)
        return self._known[key]

    def foremost(self, width: float, depth: float) -> FreeBox | None:
        """Return the box of a size that is nearest to the front; of equals the most central one.

        Examples
        --------
        >>> from seatplan.layout import Room
        >>> from seatplan.layout.ground import ground
        >>> Boxes(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6))))).foremost(4.0, 1.0)
        FreeBox(left=-2.0, right=2.0, low=-1.0, high=0.0)
        """
        for low in reversed(self._lows(round(depth, 6))):
            found = [box for box in self._at(low, round(depth, 6)) if box.width >= width - 1e-6]
            middles = [min(max(0.0, box.left + width / 2), box.right - width / 2) for box in found]
            if found:
                x = min(middles, key=abs)
                return FreeBox(x - width / 2, x + width / 2, low, round(low + depth, 6))
        return None

    def _lows(self, depth: float) -> list[float]:
        low, high = float(self.here.walls[:, 1].min()), float(self.here.walls[:, 1].max())
        grid = np.arange(low, high - depth + 1e-9, _STEP)
        every = np.concatenate((grid, self._edges, self._edges - depth)).round(6)
        return [float(y) for y in np.unique(every) if low - 1e-6 <= y <= high - depth + 1e-6]

    def _at(self, low: float, depth: float) -> list[FreeBox]:
        found = straight_spans(self.here.walls, self._things, low, low + depth)
        return [FreeBox(left, right, low, low + depth) for left, right in found]


def _rank(box: FreeBox) -> tuple[float, float, float]:
    """Widest first, to a centimetre; then the most central, then the nearest to the front."""
    return round(box.width / _SAME) * _SAME, -round(abs(box.left + box.right), 6), box.high
