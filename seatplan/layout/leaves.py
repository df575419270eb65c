"""The leaves of doors: where they hang, shut and open, as a floor plan draws them."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees

import numpy as np

from seatplan.layout.ground import Threshold
from seatplan.layout.room_parts import Place
from seatplan.layout.shapes import Points

__all__ = ["Leaf", "jambs", "leaves_of"]

_TWO = 1.25
"""A wider door has two leaves."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of a door.

    Parameters
    ----------
    hinge, shut, opened : (float, float)
        Where it hangs, and where its other end is when it is shut and when it stands open.

    Examples
    --------
    >>> Leaf((0.0, 0.0), (1.0, 0.0), (0.0, 1.0)).sweep
    (0.0, 90.0)
    """

    hinge: Place
    shut: Place
    opened: Place

    @property
    def width(self) -> float:
        """Metres."""
        return float(np.hypot(self.shut[0] - self.hinge[0], self.shut[1] - self.hinge[1]))

    @property
    def sweep(self) -> tuple[float, float]:
        """First and last direction of its swing in degrees, counter-clockwise."""
        one, other = (
            degrees(atan2(end[1] - self.hinge[1], end[0] - self.hinge[0])) % 360
            for end in (self.shut, self.opened)
        )
        one, other = round(one, 9) % 360, round(other, 9) % 360
        return (one, other) if (other - one) % 360 <= 180 else (other, one)


def jambs(door: Threshold) -> Points:
    """Return the ends of a door's opening, shape (2, 2)."""
    along = np.array([-door.inward[1], door.inward[0]]) * door.door.width / 2
    return np.array([door.place - along, door.place + along])


def leaves_of(door: Threshold) -> tuple[Leaf, ...]:
    """Return the leaves of a door: two of a wide one, none of a sliding one.

    Examples
    --------
    >>> from seatplan.layout import Door
    >>> both = leaves_of(Threshold(Door(0, 0, 2.0, swing="in"), np.zeros(2), np.array([0.0, 1.0])))
    >>> [leaf.opened for leaf in both], both[0].width
    ([(1.0, 1.0), (-1.0, 1.0)], 1.0)
    """
    if door.door.swing == "slide":
        return ()
    ends, count = jambs(door), 2 if door.door.width > _TWO else 1
    out = door.inward if door.door.swing == "in" else -door.inward
    shut = door.place if count == 2 else ends[1]
    return tuple(
        Leaf(_place(hinge), _place(shut), _place(hinge + out * door.door.width / count)) for hinge in ends[:count]
    )


def _place(point: Points) -> Place:
    return round(float(point[0]), 9) + 0.0, round(float(point[1]), 9) + 0.0
