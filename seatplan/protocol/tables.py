"""Which table is higher, and which seats stay empty at a head table (protocol.md 5.2, rules 46 and 47).

Places are metres on a page with the door at the bottom: y grows away from the door. Right is judged facing
the door from inside, so it is page-left.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["back_turned", "table_order"]


def table_order(
    xy: ArrayLike,
    *,
    honour_side: Literal["left", "right"] = "right",
    stage: tuple[float, float] | None = None,
    main: int | None = None,
) -> NDArray[np.intp]:
    """Return the tables in order of honour.

    Of two tables the farther from the door is higher, side by side the right one. Of three or more the main
    table is the one in the centre, or nearest the stage; the others follow by their distance to it, equally
    near ones right before left, then far before near (rule 46, B [S107 S108 S117]).

    Parameters
    ----------
    xy : array of shape (tables, 2)
    honour_side : {"left", "right"}
        Conflict 22; the older numbering honours the left ([S111]).
    stage : (float, float), optional
        Where the stage is.
    main : int, optional
        The main table, if it is known.

    Returns
    -------
    ndarray of int
        The first is the main table.

    Examples
    --------
    >>> table_order([(-2, 0), (0, 0), (2, 0)]).tolist()
    [1, 0, 2]
    """
    places = np.asarray(xy, dtype=float).reshape(-1, 2)
    across = places[:, 0] if honour_side == "right" else -places[:, 0]
    higher = np.lexsort((across, -places[:, 1]))
    if main is None and len(places) < 3:
        return higher
    if main is None:
        middle = places.mean(axis=0) if stage is None else np.array(stage)
        main = int(higher[np.argmin(_distances(places[higher], middle))])
    return np.lexsort((-places[:, 1], across, _distances(places, places[main])))


def back_turned(
    xy: ArrayLike, facing: ArrayLike, target: tuple[float, float], *, within: float = 60.0
) -> NDArray[np.bool_]:
    """Tell which seats have their backs to a point; at a long head table and before it they stay empty.

    The side of the head table with its back to the hall is left empty, and so are the seats of the first
    tables whose backs face the head table (rule 47, B [S120 S121]).

    Parameters
    ----------
    xy : array of shape (seats, 2)
    facing : array of shape (seats,)
        Direction of the occupants' eyes, degrees counter-clockwise from x.
    target : (float, float)
        The hall's middle for the head table, the head table's for the others.
    within : float
        How far, in degrees, the point may lie beside the line straight behind the seat. The sources give no
        number (D).

    Examples
    --------
    >>> back_turned([(0, 0), (0, 2)], [90, 270], (0, -5)).tolist()
    [True, False]
    """
    to_target = np.array(target) - np.asarray(xy, dtype=float).reshape(-1, 2)
    eyes = np.radians(np.asarray(facing, dtype=float))
    ahead = (to_target * np.column_stack([np.cos(eyes), np.sin(eyes)])).sum(axis=1)
    behind = np.hypot(*to_target.T) * np.cos(np.radians(within))
    return np.asarray(-ahead >= behind - 1e-9)


def _distances(places: NDArray[np.float64], point: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.hypot(*(places - point).T)).round(6)
