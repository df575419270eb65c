"""Where in an empty room the stage stands: along which wall, and where along it, by the seats that it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from seatplan.codes import Code
from seatplan.errors import Fault, InputError
from seatplan.layout.ground import ground
from seatplan.layout.layout import Layout
from seatplan.layout.podium.ground import spaced
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Side, Stage
from seatplan.layout.styles.theatre import theatre
from seatplan.venue.numbering import Language

__all__ = ["StagePlace", "place_stage"]

_TINY = 1e-6
_SIDES: tuple[Side, ...] = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class StagePlace:
    """A room with its stage and rows of chairs before it.

    Parameters
    ----------
    room : Room
    layout : Layout
    tried : int
        Places of the stage that fit into the room.
    step : float
        Metres between them.
    counts : mapping of str to int
        Most seats with the stage at each side of the drawing.
    """

    room: Room
    layout: Layout
    tried: int
    step: float
    counts: dict[Side, int]


def place_stage(
    room: Room,
    width: float,
    depth: float,
    *,
    height: float = 0.6,
    code: Code | None = None,
    step: float = 2.0,
    language: Language = "en",
) -> StagePlace:
    """Choose where a stage stands: most seats, then the farthest seat near, then the middle of the wall.

    Parameters
    ----------
    room : Room
        Without a stage.
    width, depth, height : float
        Of the stage, along its wall and away from it.
    code : Code, optional
        Whose limits hold for the rows.
    step : float
        Metres between the places that are tried along each side, from its middle.
    language : {"en", "zh"}

    Returns
    -------
    StagePlace

    Raises
    ------
    InputError
        If the room has a stage, or the stage fits nowhere.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = place_stage(Room(rectangle(12, 8)), 4, 2, step=4)
    >>> found.room.front, found.layout.count, found.tried
    ('right', 108, 8)
    """
    if room.stage is not None:
        raise InputError([Fault(f"room {room.name!r}", "it has a stage", "leave out the size of a new one")])
    if not (step > 0 and np.isfinite(step)):
        raise InputError([Fault("step of the stage", f"{step:g} m", "give metres above 0")])
    found = [laid for one in _rooms(room, (width, depth, height), step) if (laid := _laid(one, code, language))]
    if not found:
        mend = "give a smaller stage, or a room that takes it with a row of chairs"
        raise InputError([Fault(f"room {room.name!r}", f"a stage of {width:g} x {depth:g} m fits nowhere", mend)])
    counts = {side: max((laid.count for one, laid in found if one.front == side), default=0) for side in _SIDES}
    best, layout = min(found, key=_rank)
    return StagePlace(best, layout, len(found), step, counts)


def _rank(found: tuple[Room, Layout]) -> tuple[float, ...]:
    room, layout = found
    far = float(np.hypot(*layout.venue.xyz[:, :2].T).max())
    return -layout.count, round(far, 3), round(_aside(room), 6), _SIDES.index(room.front)


def _aside(room: Room) -> float:
    """Return the metres from the middle of the stage to that of its side."""
    (x0, y0), (x1, y1) = room.corners.min(axis=0), room.corners.max(axis=0)
    assert room.stage is not None
    along = room.front in ("top", "bottom")
    return float(abs(room.stage.x - (x0 + x1) / 2) if along else abs(room.stage.y - (y0 + y1) / 2))


def _rooms(room: Room, size: tuple[float, float, float], step: float) -> Iterator[Room]:
    """Yield the room with the stage at each place that the room bears."""
    (x0, y0), (x1, y1) = room.corners.min(axis=0).tolist(), room.corners.max(axis=0).tolist()
    width, depth, height = size
    for side in _SIDES:
        along = side in ("top", "bottom")
        low, high = (x0, x1) if along else (y0, y1)
        wall = {"top": y1 - depth / 2, "bottom": y0 + depth / 2, "left": x0 + depth / 2, "right": x1 - depth / 2}[
            side
        ]
        for at in spaced((low + high) / 2, low + width / 2, high - width / 2, step).tolist():
            stage = Stage(at, wall, width, depth, height) if along else Stage(wall, at, depth, width, height)
            try:
                made = replace(room, stage=stage, front=side)
            except InputError:
                continue  # a wall or a pillar is in its way
            if not _before_a_door(made):
                yield made


def _before_a_door(room: Room) -> bool:
    """Tell whether the stage stands on the landing of a door: nobody would get through."""
    here = ground(room)
    assert here.stage is not None
    low, high = here.stage.min(axis=0), here.stage.max(axis=0)
    landings = [threshold.landing for threshold in here.doors]
    return any(bool(((x.min(axis=0) < high - _TINY) & (x.max(axis=0) > low + _TINY)).all()) for x in landings)


def _laid(room: Room, code: Code | None, language: Language) -> tuple[Room, Layout] | None:
    try:
        return room, theatre(room, code=code, language=language)
    except InputError:
        return None  # no chair has a place and a way out
