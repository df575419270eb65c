"""Flexible keep-outs: floor that is kept clear as long as that costs no more places than it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from seatplan.errors import Fault, InputError
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Box

__all__ = ["with_keep_outs"]

_MOST = 5


def with_keep_outs(room: Room, lay: Callable[[Room], Layout]) -> tuple[Layout, Room]:
    """Return the layout that is worth most: its places less the prices of the keep-outs on which people sit.

    Parameters
    ----------
    room : Room
    lay : callable
        Fills a room.

    Returns
    -------
    (Layout, Room)
        The layout, with the names of those keep-outs, and the room without them. Of equals, the one that uses
        fewer; every choice of keep-outs is laid out that could be worth more.

    Raises
    ------
    InputError
        If there are more than five, and as ``lay`` does when nothing fits either way.

    Examples
    --------
    >>> from seatplan.layout import theatre
    >>> desk = Box(4, 2, 3, 2, name="desk", flexible=True, price=5)
    >>> found, _ = with_keep_outs(Room(((0, 0), (8, 0), (8, 6), (0, 6)), keep_clear=(desk,)), theatre)
    >>> found.count, found.used
    (60, ('desk',))
    """
    flexible = [box for box in room.keep_clear if box.flexible]
    if len(flexible) > _MOST:
        found = f"{len(flexible)} flexible places are kept clear"
        raise InputError([Fault(f"room {room.name!r}", found, f"make at most {_MOST} flexible")])
    if not flexible:
        return lay(room), room
    laid = list(_choices(room, flexible, cache(lay)))
    return laid[-1] if laid else (lay(room), room)


def _choices(room: Room, flexible: Sequence[Box], lay: Callable[[Room], Layout]) -> Iterator[tuple[Layout, Room]]:
    """Yield layouts each of which is worth more than all before; fewer keep-outs are used first."""
    most, best = _counted(lay, _without(room, flexible)), 0
    for used in (some for k in range(len(flexible) + 1) for some in combinations(flexible, k)):
        price, there = sum(box.price for box in used), _without(room, used)
        if most - price > best and _counted(lay, there) - price > best:
            best = _counted(lay, there) - price
            yield replace(lay(there), used=tuple(_named(room, box) for box in used)), there


def _without(room: Room, used: Sequence[Box]) -> Room:
    return replace(room, keep_clear=tuple(box for box in room.keep_clear if box not in used))


def _counted(lay: Callable[[Room], Layout], room: Room) -> int:
    try:
        return lay(room).count
    except InputError:
        return 0


def _named(room: Room, box: Box) -> str:
    return box.name or f"kept clear {room.keep_clear.index(box) + 1}"
