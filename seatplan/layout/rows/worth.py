"""What a seat costs in the tiers that add up over seats, as one whole number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.ground import Ground
from seatplan.layout.shapes import Points
from seatplan.layout.sight import clear_views

__all__ = ["Sum", "Worth"]

Sum = Literal["sight", "distance"]
Costs = NDArray[np.int64]
Floats = NDArray[np.float64]
_MILLIMETRE = 1000.0
_SEATS = 10_000
"""More seats than rooms have, as far as tiers are kept apart."""
_FAR = 10**10
"""More millimetres than all seats of a room together are away from the stage."""


@dataclass(frozen=True, eq=False)
class Worth:
    """What seats cost: those that see nothing, and the way to the stage, the one that matters more first.

    Parameters
    ----------
    here : Ground
    order : sequence of {"sight", "distance"}

    Examples
    --------
    >>> from seatplan.layout import Pillar, Room
    >>> from seatplan.layout.ground import ground
    >>> hall = ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)), pillars=(Pillar(4, 4, diameter=0.5),)))
    >>> worth = Worth(hall, ("sight", "distance"))
    >>> costs = worth.costs(np.array([[0.0, -4.0], [3.0, -4.0]]), np.zeros(2, dtype=bool), 0.9)
    >>> costs.tolist(), worth.split(int(costs.sum()))
    ([10000004000, 5000], {'sight': 1, 'distance': 9.0})
    """

    here: Ground
    order: Sequence[Sum] = ("sight", "distance")

    def costs(self, places: Points, front: NDArray[np.bool_], pitch: float) -> Costs:
        """Return the cost of places, shape (n,); ``front`` and ``pitch`` as for `clear_views`."""
        hidden = (~clear_views(self.here, places, front, pitch)).astype(np.int64)
        return self.least(np.hypot(places[:, 0], places[:, 1])) + hidden * (_FAR if self._sight_first else 1)

    def least(self, metres: Floats) -> Costs:
        """Return the cost of seats so far away that see the stage."""
        away = np.rint(metres * _MILLIMETRE).astype(np.int64)
        return away if self._sight_first else away * _SEATS

    def split(self, cost: int) -> dict[Sum, float]:
        """Return how many seats of a total see nothing, and the metres of them all to the stage."""
        hidden, away = divmod(cost, _FAR) if self._sight_first else divmod(cost, _SEATS)[::-1]
        return {"sight": hidden, "distance": away / _MILLIMETRE}

    @property
    def _sight_first(self) -> bool:
        return list(self.order).index("sight") < list(self.order).index("distance")
