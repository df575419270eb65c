"""What is wrong with a room, one message for each thing, with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from math import hypot, isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from seatplan.errors import Fault
from seatplan.layout.shapes import Points, area, crossing, distance, edges, inside, nearest_edge, spike

if TYPE_CHECKING:
    from seatplan.layout.room import Room
    from seatplan.layout.room_parts import Door, Pillar

__all__ = ["room_faults"]

_LONGEST_WALL, _SMALLEST_FLOOR = 250.0, 2.0
_DOOR_WIDTHS = (0.5, 8.0)
_ON_WALL = 0.15
"""A door so near to a wall is in it; walls are drawn by their inner faces or their axes."""
_TOUCH = 0.01
_SIDES = ("top", "right", "bottom", "left")
_SIZES = ("width", "depth", "diameter", "landing", "height", "bottom", "ceiling")
_UNIT = "give metres; a file may say 'unit: ft' or 'unit: in'"


def room_faults(room: Room) -> Iterator[Fault]:
    """Yield what is wrong with a room. Where the walls are no room, nothing else is looked at.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> Room(((0, 0), (8, 6), (8, 0), (0, 6)))
    Traceback (most recent call last):
    seatplan.errors.InputError: room walls 1-2 and 3-4: they cross at (4.00, 3.00); list the corners ...
    """
    for stage in (_number_faults, _wall_faults, _part_faults):
        found = list(stage(room))
        yield from found
        if found:
            return


def _number_faults(room: Room) -> Iterator[Fault]:
    for i, corner in enumerate(room.walls, 1):
        if len(corner) != 2 or not all(isfinite(value) for value in corner):
            yield Fault(f"room corner {i}", f"{_shown(corner)} is no place", "give x and y in metres")
    for where, thing in _parts(room):
        yield from _sizes(where, thing)
    yield from _room_numbers(room)
    yield from _prices(room)
    for i, place in enumerate(room.power, 1):
        if not all(isfinite(value) for value in place):
            yield Fault(f"power {i}", f"{_shown(place)} is no place", "give x and y in metres")


def _room_numbers(room: Room) -> Iterator[Fault]:
    if not (isfinite(room.slope) and abs(room.slope) <= 1):
        yield Fault("room slope", f"{room.slope:g}", "give the rise for each metre, such as 0.05")
    if room.ceiling is not None and not 1.8 <= room.ceiling <= 100:
        yield Fault("room ceiling", f"{room.ceiling:g} m", _UNIT)
    for side in (*room.windows, room.front):
        if side not in _SIDES:
            yield Fault("room side", f"no such side {side!r}", f"use one of: {', '.join(_SIDES)}")


def _prices(room: Room) -> Iterator[Fault]:
    """Yield what only a place that is kept clear can be, and prices that are none."""
    for i, way in enumerate(room.aisles, 1):
        if way.flexible or way.price:
            yield Fault(way.name or f"aisle {i}", "an aisle is never flexible", "put it under keep_clear")
    for i, box in enumerate(room.keep_clear, 1):
        if box.price < 0 or (box.price and not box.flexible):
            mend = "give a number of places from 0, and flexible: true"
            yield Fault(box.name or f"kept clear {i}", f"its price is {box.price}", mend)


def _parts(room: Room) -> Iterator[tuple[str, Any]]:
    """Yield everything in the room with its name for messages."""
    yield from ((door.name, door) for door in room.doors)
    yield from ((f"pillar {i}", pillar) for i, pillar in enumerate(room.pillars, 1))
    yield from (("stage", room.stage),) if room.stage else ()
    yield from (("screen", room.screen),) if room.screen else ()
    for kind, boxes in (("aisle", room.aisles), ("kept clear", room.keep_clear)):
        yield from ((thing.name or f"{kind} {i}", thing) for i, thing in enumerate(boxes, 1))
    yield from ((f"floor step {i}", step) for i, step in enumerate(room.steps, 1))


def _sizes(where: str, thing: Any) -> Iterator[Fault]:
    """Yield one fault for the first measure that is no number, negative, or nothing at all."""
    numbers = {field.name: getattr(thing, field.name) for field in fields(thing)}
    numbers = {name: value for name, value in numbers.items() if isinstance(value, int | float)}
    for name, value in numbers.items():
        if not isfinite(value):
            yield Fault(where, f"its {name} is no number", "give metres and degrees")
            return
    signed = {"height"} if "distance" in numbers else set()
    for name in (name for name in _SIZES if name in numbers and name not in signed):
        if numbers[name] < 0:
            yield Fault(where, f"its {name} is {numbers[name]:g} m", "give a positive number of metres")
            return
    yield from _empty(where, thing, numbers)


def _empty(where: str, thing: Any, numbers: dict[str, float]) -> Iterator[Fault]:
    needed = [name for name in ("width", "depth") if name in numbers]
    if "distance" in numbers or numbers.get("diameter"):
        return
    if getattr(thing, "corners", ()):
        corners = np.array(thing.corners)
        if len(corners) < 3 or not np.isfinite(corners).all() or crossing(corners):
            yield Fault(where, "its corners are no outline", "give at least 3 corners in order")
    elif not all(numbers[name] for name in needed):
        found = " x ".join(f"{numbers[name]:g}" for name in needed)
        yield Fault(where, f"it is {found} m large", "give positive measures")


def _wall_faults(room: Room) -> Iterator[Fault]:
    if len(room.walls) < 3:
        yield Fault("room walls", f"{len(room.walls)} corners", "give at least 3, in order")
        return
    corners = np.array(room.walls, dtype=np.float64)
    yield from _repeats(corners) or _crossings(corners) or _extent(corners)


def _repeats(corners: Points) -> list[Fault]:
    short = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T) < _TOUCH
    if not short.any():
        return []
    i = int(np.argmax(short))
    j = (i + 1) % len(corners)
    mend = "leave one out; the walls close themselves"
    return [Fault(f"room corners {i + 1} and {j + 1}", f"both are at {_shown(corners[i])}", mend)]


def _crossings(corners: Points) -> list[Fault]:
    back = spike(corners)
    if back is not None:
        mend = "list the corners in the order of the walls"
        return [Fault(f"room corner {back + 1}", "the wall runs back along itself", mend)]
    found = crossing(corners)
    if found is None:
        return []
    one, other, place = found
    where = f"room walls {_wall(one, len(corners))} and {_wall(other, len(corners))}"
    mend = "list the corners in the order in which one passes them along the walls"
    return [Fault(where, f"they cross at {_shown(place)}", mend)]


def _extent(corners: Points) -> list[Fault]:
    lengths = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    longest = int(np.argmax(lengths))
    if lengths[longest] > _LONGEST_WALL:
        found = f"{lengths[longest]:g} m long{_guess(float(lengths[longest]), 0.0254, 0.3048)}"
        return [Fault(f"room wall {_wall(longest, len(corners))}", found, _UNIT)]
    if abs(area(corners)) < _SMALLEST_FLOOR:
        found = f"{abs(area(corners)):.3g} m2 between them"
        return [Fault("room walls", found, "give metres, or say what the unit is")]
    return []


def _guess(metres: float, *units: float) -> str:
    """Say what a measure would be in inches or feet."""
    names = {0.0254: "inches", 0.3048: "feet"}
    meant = " or ".join(f"{metres * unit:.2f} m if these are {names[unit]}" for unit in units)
    return f" ({meant})"


def _part_faults(room: Room) -> Iterator[Fault]:
    yield from _names(room)
    yield from (fault for door in room.doors for fault in _door_faults(room, door))
    yield from _door_pairs(room)
    yield from (fault for i, pillar in enumerate(room.pillars, 1) for fault in _pillar_faults(room, i, pillar))
    yield from _stage_faults(room)
    yield from _screen_faults(room)
    for i, place in enumerate(room.power, 1):
        if not _within(room, np.array([place]), _ON_WALL):
            yield Fault(f"power {i}", f"{_shown(place)} is outside the walls", "mend its place")
    for kind, boxes in (("aisle", room.aisles), ("kept clear", room.keep_clear)):
        for i, thing in enumerate(boxes, 1):
            if not inside(room.corners, thing.outline).any() and not _within(room, np.array([[thing.x, thing.y]])):
                yield Fault(thing.name or f"{kind} {i}", "it is outside the walls", "mend its place")


def _names(room: Room) -> Iterator[Fault]:
    for name, count in Counter(door.name for door in room.doors).items():
        if count > 1:
            yield Fault(f"room {room.name!r}", f"{count} doors have the name {name!r}", "rename one")


def _door_faults(room: Room, door: Door) -> Iterator[Fault]:
    least, most = _DOOR_WIDTHS
    if not least <= door.width <= most:
        units = (0.0254, 0.3048) if door.width > most else ()
        guess = _guess(door.width, *units) if units else ""
        yield Fault(door.name, f"it is {door.width:g} m wide{guess}", _UNIT)
        return
    lines = edges(np.array(room.walls, dtype=np.float64))
    wall, off, along = nearest_edge(lines, (door.x, door.y))
    name, (start, end) = _wall(wall, len(lines)), lines[wall]
    if off > _ON_WALL:
        foot = start + (end - start) * along / hypot(*(end - start))
        found = f"it is {off:.2f} m off the nearest wall, {name}"
        yield Fault(door.name, found, f"put it at {_shown(foot)}")
        return
    over = max(door.width / 2 - along, along + door.width / 2 - hypot(*(end - start)))
    if over > _TOUCH:
        yield Fault(door.name, f"it reaches {over:.2f} m beyond wall {name}", "move it, or make it narrower")


def _door_pairs(room: Room) -> Iterator[Fault]:
    for i, one in enumerate(room.doors):
        for other in room.doors[i + 1 :]:
            if hypot(one.x - other.x, one.y - other.y) < min(one.width, other.width) / 2:
                yield Fault(f"{one.name} and {other.name}", "they are at one place", "move one of them")


def _pillar_faults(room: Room, number: int, pillar: Pillar) -> Iterator[Fault]:
    outline = pillar.outline
    middle = outline.mean(axis=0)
    if not inside(room.corners, outline).any() and not inside(room.corners, middle[None])[0]:
        found = f"at {_shown(middle)} it is outside the walls"
        yield Fault(f"pillar {number}", found, "mend its place, or leave it out")
    elif abs(area(outline)) >= abs(area(room.corners)):
        yield Fault(f"pillar {number}", "it fills the room", _UNIT)


def _stage_faults(room: Room) -> Iterator[Fault]:
    if room.stage is None:
        return
    stage = room.stage
    span = np.ptp(room.corners, axis=0)
    if stage.width > span[0] + _TOUCH or stage.depth > span[1] + _TOUCH:
        found = f"{stage.width:g} x {stage.depth:g} m is larger than the room, {span[0]:g} x {span[1]:g} m"
        yield Fault("stage", found, "make it smaller; width goes along x, depth along y")
    elif not _within(room, stage.outline, _ON_WALL):
        out = stage.outline[[not _within(room, corner[None], _ON_WALL) for corner in stage.outline]][0]
        yield Fault("stage", f"its corner {_shown(out)} is outside the walls", "move it, or make it smaller")
    elif stage.height > 3:
        yield Fault("stage", f"it is {stage.height:g} m high{_guess(stage.height, 0.0254)}", _UNIT)


def _screen_faults(room: Room) -> Iterator[Fault]:
    screen = room.screen
    if screen and not _within(room, np.array([[screen.x, screen.y]]), _ON_WALL):
        yield Fault("screen", f"{_shown((screen.x, screen.y))} is outside the walls", "mend its place")
    if screen and screen.height > 25:
        yield Fault("screen", f"it is {screen.height:g} m high{_guess(screen.height, 0.0254, 0.3048)}", _UNIT)


def _within(room: Room, points: Points, slack: float = _TOUCH) -> bool:
    """Tell whether points lie between the walls or touch them."""
    near = distance(edges(room.corners), points).min(axis=1) <= slack
    return bool((inside(room.corners, points) | near).all())


def _wall(index: int, count: int) -> str:
    """Return the name of a wall: the numbers of its corners."""
    return f"{index + 1}-{(index + 1) % count + 1}"


def _shown(place: Sequence[float] | Points) -> str:
    return f"({', '.join(f'{float(value):.2f}' for value in place)})"
