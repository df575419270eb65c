"""Who gets out between tables and chairs, and by which doors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from seatplan.layout.code_limits import Exits
from seatplan.layout.floor import Floor, Labels, bare_floor
from seatplan.layout.ground import Ground
from seatplan.layout.room_parts import Door
from seatplan.layout.set_up import CHAIR, SetUp
from seatplan.layout.shapes import Points, disc
from seatplan.venue import Seat

__all__ = ["leaving"]

_LOST = 2
_REACH = 0.35
"""Metres behind a chair and beside it within which one is on the way."""


def leaving(
    here: Ground, set_up: SetUp, width: float, exits: Exits, more: Iterable[Points] = ()
) -> tuple[tuple[Seat, ...], frozenset[str]]:
    """Return the seats from which one gets out, and the doors of the part of the floor that serves most.

    Parameters
    ----------
    here : Ground
    set_up : SetUp
    width : float
        Of the ways, in metres.
    exits : Exits
        Doors by which nobody may leave are none.
    more : iterable of ndarray
        Outlines of what else stands there.

    Examples
    --------
    >>> from seatplan.layout import Door, Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.venue import Area
    >>> hall = ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)), (Door(4, 0, 1.6, name="a"),)))
    >>> made = SetUp((Seat("t-1", "1", "t", 1, 1, 0.0, y=-3.0),), (Area("t", "T", "ring"),))
    >>> out, doors = leaving(hall, made, 0.6, Exits((), hall))
    >>> len(out), sorted(doors)
    (1, ['a'])
    """
    bare = bare_floor(here)
    floor = bare.taken((*set_up.outlines, *more))
    labels = floor.walkable(max(bare.cell, width - _LOST * bare.cell))
    beside = [_parts(floor, labels, seat, width) for seat in set_up.seats]
    doors = {
        door.name: landing for door, landing in _landings(here, floor, labels) if exits(frozenset({door.name}))
    }
    good = set().union(*doors.values()) if here.room.exits else _largest(beside)
    out = tuple(seat for seat, parts in zip(set_up.seats, beside, strict=True) if parts & good)
    served = {part: sum(part in parts for parts in beside) for part in good}
    best = max(sorted(served), key=lambda part: served[part], default=0)
    return out, frozenset(name for name, parts in doors.items() if best in parts)


def _landings(here: Ground, floor: Floor, labels: Labels) -> Iterator[tuple[Door, set[int]]]:
    for threshold in here.doors:
        if not threshold.door.closed:
            yield threshold.door, floor.labels_in(labels, threshold.landing)


def _parts(floor: Floor, labels: Labels, seat: Seat, width: float) -> set[int]:
    reach = CHAIR / 2 + width / 2 + _REACH
    return floor.labels_in(labels, disc(seat.x, seat.y, 2 * reach))


def _largest(beside: Sequence[set[int]]) -> set[int]:
    """Return the part of the floor that most seats adjoin."""
    parts = set().union(*beside)
    return {max(sorted(parts), key=lambda part: sum(part in one for one in beside))} if parts else set()
