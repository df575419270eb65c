"""People in a strict order: the fewest moves that keep it, exact, in people x seats steps of plain arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

__all__ = ["InOrder", "fewest_in_order"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
NEVER = 1 << 40
_APART = 1 << 44


@dataclass(frozen=True, eq=False)
class InOrder:
    """People in order and the seats that they may take, by score.

    Parameters
    ----------
    own : ndarray of int, shape (people,)
        Place in the line of seats of each person's old seat; -1 where there is none or it may not be kept.
    comes : ndarray of bool, shape (people,)
        Who had no seat: to sit down is no move.
    allowed : ndarray of bool, shape (kinds, seats)
        Seats, by score, that people of a kind may take.
    kind_of : ndarray of int, shape (people,)
    price : ndarray of int, shape (seats,)
        What it costs to take a seat: 1 where somebody else would have to move.
    must : ndarray of bool, shape (seats,)
        Seats that one of these people takes.
    move : int
        What a move costs; more than all prices together, where these shall count after the moves.
    """

    own: Ints
    comes: Mask
    allowed: Mask
    kind_of: Ints
    price: Ints
    must: Mask
    move: int = 1


def fewest_in_order(case: InOrder) -> tuple[int, Ints] | None:
    """Return the least cost, and the place in the line of each person; None if there is no way.

    Notes
    -----
    ``best[j]`` is the least cost of seating the people so far on the first j seats. Whoever keeps the seat costs
    nothing, any other seat costs a move. O(people x seats), proven for this order alone.

    Examples
    --------
    Ann sat on the first seat and Cid on the second; Bob comes between them, the third seat is free:

    >>> line = InOrder(np.array([0, -1, 1]), np.array([False, True, False]), np.ones((1, 3), dtype=bool),
    ...     np.zeros(3, dtype=np.intp), np.zeros(3, dtype=np.intp), np.zeros(3, dtype=bool))
    >>> moves, places = fewest_in_order(line)
    >>> moves, places.tolist()
    (1, [0, 1, 2])
    """
    case, seats = _shortened(case)
    size = len(case.price)
    fence = np.cumsum(case.must).astype(np.intp) * _APART
    best = np.where(np.append(0, np.cumsum(case.must)) > 0, NEVER, 0).astype(np.intp)
    barred = np.where(case.allowed, case.price, NEVER)
    takes = np.zeros((len(case.own), size), dtype=bool)
    rows = zip(case.own.tolist(), case.comes.tolist(), case.kind_of.tolist(), strict=True)
    for i, (own, comes, kind) in enumerate(rows):
        sit = best[:-1] + barred[kind]
        if not comes:
            sit += case.move
            if own >= 0:
                sit[own] -= case.move
        np.minimum(sit, NEVER, out=sit)
        new = np.minimum.accumulate(sit - fence) + fence
        np.minimum(new, NEVER, out=new)
        np.equal(sit, new, out=takes[i])
        best[0] = NEVER
        best[1:] = new
    return None if best[-1] >= NEVER else (int(best[-1]), seats[_trace(takes)])


def _shortened(case: InOrder) -> tuple[InOrder, Ints]:
    """Leave out seats of runs that nothing tells apart: no more of each are taken than there are people."""
    count, size = len(case.own), len(case.price)
    if size <= 2 * count:
        return case, np.arange(size)
    known = case.must.copy()
    known[case.own[case.own >= 0]] = True
    alike = (case.allowed[:, 1:] == case.allowed[:, :-1]).all(axis=0) & (np.diff(case.price) == 0)
    first = np.append(True, ~alike | known[1:] | known[:-1])
    places = np.arange(size)
    seats: Ints = places[places - np.maximum.accumulate(np.where(first, places, 0)) < count]
    place = np.full(size + 1, -1, dtype=np.intp)
    place[seats] = np.arange(len(seats))
    allowed, price, must = case.allowed[:, seats], case.price[seats], case.must[seats]
    return replace(case, own=place[case.own], allowed=allowed, price=price, must=must), seats


def _trace(takes: Mask) -> Ints:
    """Walk back from the last person: the last seat on which taking it reaches the best price."""
    places = np.full(len(takes), -1, dtype=np.intp)
    end = takes.shape[1]
    for i in range(len(takes) - 1, -1, -1):
        end = int(takes[i, :end].nonzero()[0][-1])
        places[i] = end
    return places
