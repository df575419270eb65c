"""Rooms out of DXF drawings: walls, doors, pillars, stage, and the chairs that stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from seatplan.errors import Fault, InputError
from seatplan.io.dxf.about import About, room_fields
from seatplan.io.dxf.doors import Opening, openings
from seatplan.io.dxf.names import DxfNames
from seatplan.io.dxf.shapes import Shape
from seatplan.io.dxf.solids import around, box_of, outlined, pillar_of
from seatplan.io.dxf.things import Drawn, Thing, read_things
from seatplan.io.dxf.venue import drawn_venue
from seatplan.io.dxf.walls import Walls, segments_of, walls_of
from seatplan.io.note import Note
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Box, Door, Place, Screen, Side, Stage
from seatplan.layout.shapes import edges, inside, nearest_edge
from seatplan.venue import Venue
from seatplan.venue.numbering import Language

__all__ = ["Floorplan", "read_dxf"]

_OFF_WALL = 0.6
"""Metres that a door may be off the face of its wall: it may be drawn in the middle of a thick one."""


@dataclass(frozen=True, eq=False)
class Floorplan:
    """What was read of a drawing.

    Parameters
    ----------
    room : Room or None
        None for a drawing of seats without walls.
    venue : Venue or None
        The seats of the chairs, with all that is fixed; None for a drawing without chairs.
    notes : tuple of Note
        What was read in a way the user should know of.
    unit : str
        Of the drawing.
    """

    room: Room | None
    venue: Venue | None
    notes: tuple[Note, ...]
    unit: str


def read_dxf(path: Path | str, *, names: DxfNames | None = None, language: Language = "en") -> Floorplan:
    """Read a room from a DXF drawing.

    Parameters
    ----------
    path : path
    names : DxfNames, optional
        Which layers and blocks mean what, and the unit.
    language : {"en", "zh"}
        Of labels that the drawing does not give; a drawing by seatplan knows its own.

    Returns
    -------
    Floorplan

    Raises
    ------
    InputError
        If ``ezdxf`` is not installed, for files that are no drawings, walls that do not close, doors that are in
        no wall, and all that `Room` refuses: one message each with the entity's handle and layer.
    """
    names = names or DxfNames()
    drawn = read_things(path, names)
    reading = _Reading(drawn, names)
    room = None if drawn.of("areas") and not drawn.of("walls") else reading.room()
    venue, notes = drawn_venue(drawn, room, language)
    return Floorplan(room, venue, (*drawn.notes, *reading.notes, *notes), drawn.unit)


class _Reading:
    """Puts a room together and notes what is wrong, all at once."""

    def __init__(self, drawn: Drawn, names: DxfNames) -> None:
        self.drawn, self.names = drawn, names
        self.faults: list[Fault] = []
        self.notes: list[Note] = []
        self.places: dict[str, str] = {}

    def room(self) -> Room:
        wall_things = self.drawn.of("walls")
        doors = list(openings(self.drawn.of("doors"), segments_of(wall_things)))
        walls = walls_of(self.drawn.file, wall_things, doors, self.names.gap)
        self.notes += walls.notes
        parts = self._parts(walls, doors)
        if self.faults:
            raise InputError(self.faults)
        try:
            return Room(tuple(map(_place, walls.corners)), **parts)
        except InputError as error:
            raise InputError(map(self._placed, error.faults)) from None

    def _parts(self, walls: Walls, doors: Sequence[Opening]) -> dict[str, Any]:
        stage, more = self._stage()
        known = {"front": _front(walls, stage), **room_fields(self.drawn.about, self.drawn.file)}
        return {
            **known,
            "front": self.names.front or known["front"],
            "doors": tuple(self._doors(walls, doors)),
            "pillars": tuple(self._pillars(walls)),
            "stage": stage,
            "screen": self._screen(),
            "aisles": tuple(self._boxes("aisles")),
            "keep_clear": (*self._boxes("keep_clear"), *more),
            "power": tuple(_place(_middle(thing)) for thing in self.drawn.of("power")),
        }

    def _placed(self, fault: Fault) -> Fault:
        """Return a fault of the room with handle and layer of what it is about."""
        where = self.places.get(fault.where)
        return replace(fault, where=f"{where}, {fault.where}" if where else f"{self.drawn.file} {fault.where}")

    def _doors(self, walls: Walls, doors: Sequence[Opening]) -> Iterator[Door]:
        lines = edges(walls.corners)
        for number, door in enumerate(doors, 1):
            thing, middle = door.thing, door.middle
            wall, off, along = nearest_edge(lines, _place(middle))
            if off > _OFF_WALL:
                found = f"this door at {_shown(middle)} is {off:.2f} m off the walls of the room"
                self.faults.append(Fault(thing.where, found, "move it onto its wall, or leave it out"))
                continue
            start, end = lines[wall]
            x, y = _place(start + (end - start) * along / np.hypot(*(end - start)))
            name = thing.data.get("name", "") or f"door {number}"
            self.places[name] = thing.where
            yield Door(x, y, round(door.width, 6), name=name, **_door_fields(door, walls))

    def _pillars(self, walls: Walls) -> Iterator[Any]:
        found, faults = outlined(self.drawn.of("pillars"), self.names.gap)
        self.faults += faults
        for number, (thing, shape) in enumerate(found, 1):
            self.places[f"pillar {number}"] = thing.where
            yield pillar_of(shape)
        yield from map(pillar_of, walls.within)

    def _stage(self) -> tuple[Stage | None, list[Box]]:
        """Return the largest stage; further ones are kept clear."""
        found, faults = outlined(self.drawn.of("stage"), self.names.gap)
        self.faults += faults
        if not found:
            return None, []
        found.sort(key=lambda pair: -float(np.prod(np.ptp(pair[1].points, axis=0))))
        thing = found[0][0]
        box = self._box(found[0], upright=True)
        self.places["stage"] = thing.where
        for other, _ in found[1:]:
            en = "a room has one stage, the largest; this one is kept clear of seats"
            self.notes.append(Note(other.where, en, "房间只有一个舞台（取最大的）；此处按保留区处理"))
        return Stage(box.x, box.y, box.width, box.depth, **_stage_fields(thing)), [
            self._box(pair) for pair in found[1:]
        ]

    def _box(self, pair: tuple[Thing, Shape], *, upright: bool = False) -> Box:
        thing, shape = pair
        box, exact = box_of(shape, thing.data.get("name", ""))
        if upright and box.turn:
            box, exact = replace(box_of(Shape(around(shape.points), True))[0], name=box.name), False
        if not exact:
            en = "it is no rectangle along the drawing; the rectangle around it was taken"
            self.notes.append(Note(thing.where, en, "不是矩形，取其外接矩形"))
        return box

    def _boxes(self, kind: Any) -> Iterator[Box]:
        found, faults = outlined(self.drawn.of(kind), self.names.gap)
        self.faults += faults
        kinds = {"aisles": "aisle", "keep_clear": "kept clear"}
        for number, pair in enumerate(found, 1):
            box = self._box(pair)
            self.places[box.name or f"{kinds[kind]} {number}"] = pair[0].where
            yield box

    def _screen(self) -> Screen | None:
        things = self.drawn.of("screen")
        if not things:
            return None
        for other in things[1:]:
            en = "a room has one screen, the first; this one was not read"
            self.notes.append(Note(other.where, en, "房间只有一块屏幕（取第一块），此处未读取"))
        thing, points = things[0], things[0].points
        self.places["screen"] = thing.where
        x, y = _place(_middle(thing))
        width = round(float(np.ptp(points, axis=0).max()), 6)
        if "height" in thing.data:
            about = About(thing.where, thing.data)
            return Screen(x, y, width, about.number("height", 0.0), about.number("bottom", 1.2))
        en = (
            f"a floor plan does not show how high a screen is; taken for 9/16 of its width, {width * 9 / 16:.2f} m"
        )
        self.notes.append(Note(thing.where, en, f"平面图不含屏幕高度，按宽度的9/16取{width * 9 / 16:.2f}米"))
        return Screen(x, y, width, round(width * 9 / 16, 6))


def _middle(thing: Thing) -> Any:
    points = thing.points
    return (points.min(axis=0) + points.max(axis=0)) / 2 if len(points) else np.array(thing.place)


def _place(point: Any) -> Place:
    return round(float(point[0]), 6) + 0.0, round(float(point[1]), 6) + 0.0


def _shown(point: Any) -> str:
    return f"({point[0]:.2f}, {point[1]:.2f})"


def _door_fields(door: Opening, walls: Walls) -> dict[str, Any]:
    """Return what is known of a door: what seatplan wrote along, or the swing that is drawn."""
    about = About(door.thing.where, door.thing.data)
    swing = "out"
    if door.open_at is not None:
        swing = "in" if inside(walls.corners, np.array([door.open_at]))[0] else "out"
    return {
        "swing": about.one("swing", ("out", "in", "slide"), swing),
        "step_free": about.flag("step_free", True),
        "closed": about.flag("closed", False),
        "landing": about.number("landing", 1.4),
    }


def _stage_fields(thing: Thing) -> dict[str, Any]:
    if "height" not in thing.data:
        return {}
    about = About(thing.where, thing.data)
    ramp = about.one("ramp", ("", "left", "right"), "")
    return {"height": about.number("height", 0.6), "steps": about.many("steps", ("left", "right")), "ramp": ramp}


def _front(walls: Walls, stage: Stage | None) -> Side:
    """Return the side of the room that is nearest to the stage; the top without one."""
    if stage is None:
        return "top"
    low, high = walls.corners.min(axis=0), walls.corners.max(axis=0)
    off: dict[Side, float] = {
        "top": high[1] - stage.y - stage.depth / 2,
        "bottom": stage.y - stage.depth / 2 - low[1],
        "left": stage.x - stage.width / 2 - low[0],
        "right": high[0] - stage.x - stage.width / 2,
    }
    return min(off, key=lambda side: off[side])
