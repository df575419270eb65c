"""Seats that are left out when fewer people may sit than there is room for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from seatplan.layout.rows.worth import Worth
from seatplan.venue import COMPANION, Seat

__all__ = ["trimmed"]


def trimmed(seats: Sequence[Seat], persons: int, worth: Worth, pitch: float) -> list[Seat]:
    """Return so many of some seats, in their order: those that cost most are left out.

    Wheelchair spaces and companions' seats stay, and so do seats between them and the next people of the row
    that see the stage: nobody sits there alone.

    Parameters
    ----------
    seats : sequence of Seat
        Row by row, each from the left.
    persons : int
    worth : Worth
    pitch : float
        Metres from row to row.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> worth = Worth(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))))
    >>> row = [Seat(str(i), str(i), "hall", 1, i, float(i), x=float(i), y=-2.0) for i in (-1, 0, 1)]
    >>> [seat.id for seat in trimmed(row, 2, worth, 0.9)]
    ['-1', '0']
    """
    places = np.array([(seat.x, seat.y) for seat in seats]).reshape(-1, 2)
    costs = worth.costs(places, np.array([seat.row == 1 for seat in seats], dtype=bool), pitch).tolist()

    def rank(i: int) -> tuple[bool, int, float]:
        return not seats[i].features, costs[i], seats[i].x

    ranked = sorted(range(len(seats)), key=rank)
    joined = {_piece(seat) for seat in seats if COMPANION in seat.features}
    kept = set(ranked[: max(0, persons)])
    while gap := next(_seen(_gaps(seats, kept), costs, worth), []):
        spare = [i for i in reversed(ranked) if i in kept and _piece(seats[i]) not in joined][: len(gap)]
        if len(spare) < len(gap):
            break
        kept = kept.difference(spare).union(gap)
    return [seats[i] for i in sorted(kept)]


def _piece(seat: Seat) -> tuple[str, int, int]:
    return seat.area, seat.row, seat.block


def _seen(gaps: Iterator[list[int]], costs: Sequence[int], worth: Worth) -> Iterator[list[int]]:
    return (gap for gap in gaps if not any(worth.split(costs[i])["sight"] for i in gap))


def _gaps(seats: Sequence[Seat], kept: set[int]) -> Iterator[list[int]]:
    """Yield the seats that are left out between a companion's seat and the next people of the same piece."""
    for _, piece in groupby(range(len(seats)), key=lambda i: _piece(seats[i])):
        row = list(piece)
        for line in (row, row[::-1]):
            yield from _behind(seats, line, kept)


def _behind(seats: Sequence[Seat], line: Sequence[int], kept: set[int]) -> Iterator[list[int]]:
    """Yield the gap behind a companion's seat in a piece that begins with a wheelchair space."""
    if len(line) > 1 and seats[line[0]].features and COMPANION in seats[line[1]].features:
        rest = line[2:]
        gap = next((k for k, i in enumerate(rest) if i in kept), 0)
        if gap:
            yield list(rest[:gap])
