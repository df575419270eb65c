"""One more chair at the end of a row, or a chair that becomes a place with a feature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import InputError
from seatplan.venue import Seat, Venue

__all__ = ["with_chairs", "with_feature"]

Ints = NDArray[np.intp]


def with_chairs(venue: Venue, near: Iterable[int], count: int) -> Iterator[Venue]:
    """Yield rooms with more chairs, each at the end of a row, the rearmost row first.

    Parameters
    ----------
    venue : Venue
    near : iterable of int
        Indices of seats; a chair is put at an end of one of their rows.
    count : int
        How many chairs more.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> room = next(with_chairs(from_drawing("ab"), [0], 1))
    >>> [(seat.id, seat.position) for seat in room.seats]
    [('a', -0.5), ('b', 0.5), ('+1', 1.5)]
    """
    ends = list(_ends(venue, near))
    for start in range(len(ends)):
        room = venue
        for k in range(count):
            room = _extended(room, ends[(start + k) % len(ends)], f"+{k + 1}") or room
        if len(room.seats) == len(venue.seats) + count:
            yield room


def _ends(venue: Venue, near: Iterable[int]) -> Iterator[tuple[str, int, int, int]]:
    """Yield the open ends of rows, as area, row, block and side (1 is the occupants' right)."""
    rows = {(venue.seats[i].area, venue.seats[i].row) for i in near}
    for area, row in sorted(rows, key=lambda place: (place[0], -place[1])):
        blocks = [seat.block for seat in venue.seats if (seat.area, seat.row) == (area, row)]
        yield area, row, max(blocks), 1
        yield area, row, min(blocks), -1


def _extended(venue: Venue, end: tuple[str, int, int, int], name: str) -> Venue | None:
    """Return the room with a chair beside the outermost of a block; None where there is no room for it."""
    area, row, block, side = end
    seats = [s for s in venue.seats if (s.area, s.row, s.block) == (area, row, block)]
    outer = max(seats, key=lambda seat: side * seat.position)
    if {1: "right", -1: "left"}[side] in outer.walls:
        return None
    x, y = _step(venue, outer, side)
    chair = replace(
        outer,
        id=name,
        label=f"{outer.label.split('+')[0]}{name}",
        number=max(s.number for s in venue.seats if (s.area, s.row) == (area, row)) + 1,
        position=outer.position + side,
        column=outer.column + side,
        x=outer.x + x,
        y=outer.y + y,
        features=frozenset(),
    )
    try:
        return replace(venue, seats=(*venue.seats, chair))
    except InputError:
        return None


def _step(venue: Venue, seat: Seat, side: int) -> tuple[float, float]:
    """Return one seat's width to the occupant's right or left; nothing for seats without places."""
    if not venue.xyz.any():
        return 0.0, 0.0
    width, turn = venue.area_by_id[seat.area].seat_width, np.deg2rad(seat.facing - 90 * side)
    return float(width * np.cos(turn)), float(width * np.sin(turn))


def with_feature(venue: Venue, seats: Iterable[int], feature: str) -> Venue:
    """Return the room in which some seats have a feature, too.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> with_feature(from_drawing("ab"), [1], "wheelchair").with_feature("wheelchair").tolist()
    [1]
    """
    chosen = set(seats)
    changed = (
        replace(seat, features=seat.features | {feature}) if i in chosen else seat
        for i, seat in enumerate(venue.seats)
    )
    return replace(venue, seats=tuple(changed))
