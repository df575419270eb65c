"""What one change would give: a door more or less, a wider aisle, no codes; each is laid out anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from seatplan.codes import Code
from seatplan.errors import Fault, InputError
from seatplan.layout.ground import ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Door
from seatplan.layout.shapes import box, edges, inside
from seatplan.layout.styles.registry import STYLES, lay_out
from seatplan.venue.numbering import Language

__all__ = ["Change", "WhatIf", "what_ifs"]

Change = Literal["closed", "door", "aisle", "no code"]
_WIDER = 0.2
_TRIED = 3
_FRAME = 0.3


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How many people there would be.

    Parameters
    ----------
    change : {"closed", "door", "aisle", "no code"}
        A door is closed, a door is added, aisles are wider, no code holds.
    what : str
        Which door, where the new one is, how wide the aisles are.
    count : int
    reason : Fault, optional
        Why nobody would have a place.
    """

    change: Change
    what: str
    count: int
    reason: Fault | None = None


def what_ifs(
    room: Room,
    style: str,
    found: Layout,
    *,
    code: Code | None = None,
    people: int | None = None,
    options: Mapping[str, Any] | None = None,
    language: Language = "en",
) -> Iterator[WhatIf]:
    """Yield what each change would give.

    Parameters
    ----------
    room : Room
    style : str
    found : Layout
        As the room is.
    code, people, options, language
        As for `lay_out`; the language of doors that are only counted.

    Yields
    ------
    WhatIf
        One for each open door closed, the best of some places for one more, aisles 0.2 m wider where the style
        has them, and the room without codes.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> hall = Room(rectangle(12, 9), (Door(3, 0, 1.6), Door(9, 0, 1.6)))
    >>> found = lay_out(hall, "theatre", code="us")
    >>> [(one.change, one.what, one.count) for one in what_ifs(hall, "theatre", found, code="us")][:1]
    [('closed', 'door 1', 49)]
    """
    own = dict(options or {})

    def tried(change: Change, what: str, other: Room, more: Mapping[str, Any], codes: Code | None) -> WhatIf:
        try:
            count = lay_out(other, style, code=codes, people=people, options={**own, **more}).count
        except InputError as error:
            return WhatIf(change, what, 0, error.faults[0])
        return WhatIf(change, what, count)

    for door in room.exits:
        yield tried("closed", door.label(language), room.close(door.name), {}, code)
    added = [tried("door", _where(door), room.with_door(door), {}, code) for door in _new_doors(room)]
    yield from [max(added, key=lambda one: one.count)] if added else []
    yield from _wider(room, style, found, own, tried, code)
    if code is not None:
        yield tried("no code", "", room, {}, None)


def _wider(
    room: Room,
    style: str,
    found: Layout,
    own: Mapping[str, Any],
    tried: Callable[[Change, str, Room, Mapping[str, Any], Code | None], WhatIf],
    code: Code | None,
) -> Iterator[WhatIf]:
    aisle = dict(found.measures).get("aisle")
    if aisle is not None and "aisle" in STYLES[style].options and "aisle" not in own:
        wide = round(aisle + _WIDER, 3)
        yield tried("aisle", f"{wide:g} m", room, {"aisle": wide}, code)


def _where(door: Door) -> str:
    return f"{door.width:.2f} m, ({door.x:.1f}, {door.y:.1f})"


def _new_doors(room: Room) -> list[Door]:
    """Return doors in the middle of the longest stretches of wall without one."""
    width = max((door.width for door in room.doors), default=1.8)
    spots = sorted(_gaps(room), key=lambda gap: -gap[0])
    doors = (Door(x, y, width) for length, x, y in spots if length >= width + 2 * _FRAME)
    return [door for door in doors if _fits(room, door)][:_TRIED]


def _gaps(room: Room) -> Iterator[tuple[float, float, float]]:
    """Yield the length and the middle of each stretch of wall between corners and doors."""
    places = np.array([(door.x, door.y) for door in room.doors]).reshape(-1, 2)
    halves = np.array([door.width / 2 for door in room.doors])
    for start, end in edges(room.corners):
        long = float(np.hypot(*(end - start)))
        way = (end - start) / long
        along, off = (places - start) @ way, np.abs((places - start) @ np.array([-way[1], way[0]]))
        here = (off < 0.05) & (along > 0) & (along < long)
        cuts = sorted((float(a - h), float(a + h)) for a, h in zip(along[here], halves[here], strict=True))
        for low, high in zip([0.0, *(b for _, b in cuts)], [*(a for a, _ in cuts), long], strict=True):
            x, y = (start + way * (low + high) / 2).round(3).tolist()
            yield high - low, x, y


def _fits(room: Room, door: Door) -> bool:
    """Tell whether a door leads to free floor."""
    try:
        here = ground(room.with_door(door))
    except InputError:
        return False
    landing = here.doors[-1].landing
    x, y = landing.mean(axis=0).tolist()
    small = box(x, y, 0.4, 0.4)
    return not any(
        inside(thing, np.vstack((landing, small))).any() or inside(landing, thing).any() for thing in here.solid
    )
