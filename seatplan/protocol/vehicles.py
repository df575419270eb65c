"""The order of seats in a car and on a coach (乘车座次).

No official text is known, and protocol.md does not treat vehicles: everything here is mark D, advice only.
Several handbook copies on public pages agree on it, in Chinese and English (such as gongweng.com/jy/508081,
yantu360.net "乘车礼仪", us.ok.com "seating arrangements in small cars"); a Spanish guide to protocol
(fearlessadvisor.com, "Precedence in the car") agrees that the rear right seat is the first of an official car.
They contradict each other on cars of seven and more seats and on the seat behind the driver, which some call the
safest and so the first. The guest's own choice of a seat overrides the order.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Driver", "vehicle_order"]

Driver = Literal["professional", "host"]


def vehicle_order(
    rows: ArrayLike, positions: ArrayLike, *, driver: Driver = "professional", off_road: bool = False
) -> NDArray[np.intp]:
    """Return the passengers' seats of a vehicle in order of honour (D).

    Parameters
    ----------
    rows : array of int
        Row of each passenger's seat; 1 is the driver's.
    positions : array of float
        Negative is left as one sits.
    driver : {"professional", "host"}
        With a professional driver the rear seats come first, the last row before the one in front: right, left,
        middle; the seat beside the driver, for aides, interpreters and guards, comes last. If the host drives,
        the seat beside the host comes first and must not stay empty.
    off_road : bool
        In an off-road car the seat beside the driver comes first whoever drives.

    Returns
    -------
    ndarray of int
        Four rows and more are a coach: front rows before rows behind, right before left, whoever drives.

    Examples
    --------
    >>> seats = [1, 2, 2, 2], [0.5, -1.0, 0.0, 1.0]
    >>> vehicle_order(*seats).tolist(), vehicle_order(*seats, driver="host").tolist()
    ([3, 1, 2, 0], [0, 3, 1, 2])
    """
    row, at = np.asarray(rows, dtype=np.intp), np.asarray(positions, dtype=float)
    if row.max(initial=0) >= 4:
        return np.lexsort((-at, row))
    first = driver == "host" or off_road
    beside = (row == 1) != first
    middle = np.where(row > 1, np.abs(at) < 0.25, False)
    return np.lexsort((-at, middle, -row, beside))
