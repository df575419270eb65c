"""Which places see the stage: past pillars, and over the heads of the row in front where the floor rises."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.sight import eye_height
from seatplan.codes.code import load_pack
from seatplan.layout.ground import Ground
from seatplan.layout.shapes import Points, edges

__all__ = ["clear_views"]

Bools = NDArray[np.bool_]
_TOLERANCE = 0.0005


def clear_views(here: Ground, places: Points, front: Bools, pitch: float) -> Bools:
    """Tell which places have a clear view.

    Parameters
    ----------
    here : Ground
    places : ndarray, shape (n, 2)
    front : ndarray of bool, shape (n,)
        Whether nobody sits in front.
    pitch : float
        Metres from row to row; all others count as if somebody sat so far in front of them.

    Returns
    -------
    ndarray of bool, shape (n,)
        Whether the lines on the floor plan to the middle of the stage's edge and to that of the screen pass no
        pillar and, on a floor that rises, the line to the stage's edge passes high enough over the eyes in front
        (`sight.c.heads` of the pack ``practice``). On a level floor no row sees over another, wherever it lies.

    Examples
    --------
    >>> from seatplan.layout import Pillar, Room
    >>> from seatplan.layout.ground import ground
    >>> hall = ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)), pillars=(Pillar(4, 4, diameter=0.5),)))
    >>> clear_views(hall, np.array([[0.0, -4.0], [3.0, -4.0]]), np.zeros(2, dtype=bool), 0.9).tolist()
    [False, True]
    """
    clear = np.ones(len(places), dtype=bool)
    marks = [np.zeros(2), *([] if here.screen is None else [here.screen])]
    for outline in here.solid[: len(here.room.pillars)]:
        for mark in marks:
            near = _towards(outline, places, mark)
            clear[near] &= ~_crosses(outline, places[near], mark)
    return clear & (front | _over_heads(here, places, pitch)) if here.room.slope > 0 or here.room.steps else clear


def _towards(outline: Points, places: Points, mark: Points) -> Bools:
    """Tell which places lie between the same two lines from a mark as an outline."""
    angles, ends = (np.arctan2(p[:, 0] - mark[0], mark[1] - p[:, 1]) for p in (places, outline))
    return np.asarray((angles >= ends.min() - 1e-9) & (angles <= ends.max() + 1e-9))


def _crosses(outline: Points, places: Points, mark: Points) -> Bools:
    """Tell which lines from places to a mark cross an edge of an outline."""
    found = np.zeros(len(places), dtype=bool)
    way = mark - places
    for start, end in edges(outline):
        along, away = end - start, start - places
        turn = way[:, 0] * along[1] - way[:, 1] * along[0]
        safe = np.where(np.abs(turn) < 1e-12, np.inf, turn)
        here = (away[:, 0] * along[1] - away[:, 1] * along[0]) / safe
        there = (away[:, 0] * way[:, 1] - away[:, 1] * way[:, 0]) / safe
        found |= (here > 0) & (here < 1) & (there >= 0) & (there <= 1)
    return found


def _over_heads(here: Ground, places: Points, pitch: float) -> Bools:
    """Tell from where one sees the stage's edge over eyes a row in front (codes.md 3.1)."""
    far = np.hypot(places[:, 0], places[:, 1])
    near = np.maximum(far - pitch, 1e-6)
    focus = 0.0 if here.room.stage is None else here.room.stage.height
    rise = np.array([[here.rise(float(out)), here.rise(float(out) - pitch)] for out in -places[:, 1]]).reshape(
        -1, 2
    )
    eyes = rise + eye_height() - focus
    least = float(load_pack("practice").si("sight.c.heads"))
    return np.asarray(near / far * eyes[:, 0] - eyes[:, 1] >= least - _TOLERANCE)
