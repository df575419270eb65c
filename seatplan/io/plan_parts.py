"""A room, and the seats in it, as lines with what they mean: what DXF and SVG drawings are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np

from seatplan.io.dxf.names import Kind
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.ground import Frame, Threshold, frame_of, ground
from seatplan.layout.leaves import Leaf, jambs, leaves_of
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Box, Pillar, Side, Stage
from seatplan.layout.shapes import Points, box, turning
from seatplan.venue import Area, Fixture, Seat, Venue

__all__ = ["Part", "in_venue", "plan_parts"]

_CHAIR = 0.45
_DEFAULTS: dict[type, dict[str, Any]] = {
    kind: {f.name: f.default for f in fields(kind)} for kind in (Seat, Area, Fixture)
}
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")


@dataclass(frozen=True, eq=False)
class Part:
    """One thing of a drawing.

    Parameters
    ----------
    kind : str
    points : ndarray, shape (n, 2)
        In metres; a single point for a place.
    closed : bool
    leaves : tuple of Leaf
        Of a door.
    circle : float
        Diameter of a round one about its only point.
    turn : float
        Degrees by which a chair is turned; at 0 its occupant looks up.
    height : float
        Of the floor under a chair.
    label : str
    data : dict
        What lines do not show.
    """

    kind: Kind
    points: Points
    closed: bool = True
    leaves: tuple[Leaf, ...] = ()
    circle: float = 0.0
    turn: float = 0.0
    height: float = 0.0
    label: str = ""
    data: dict[str, Any] = field(default_factory=dict)


def in_venue(room: Room) -> Room:
    """Return a room as it lies in its venue: the front at the top, the origin at the middle of the stage's edge.

    Examples
    --------
    >>> moved = in_venue(Room(((0, 0), (8, 0), (8, 6), (0, 6)), front="left"))
    >>> moved.front, moved.walls
    ('top', ((-3.0, 0.0), (-3.0, -8.0), (3.0, -8.0), (3.0, 0.0)))
    """
    move = _Move(frame_of(room))
    return replace(
        room,
        walls=tuple(move.at(*corner) for corner in room.walls),
        doors=tuple(map(move.thing, room.doors)),
        pillars=tuple(map(move.pillar, room.pillars)),
        stage=room.stage and move.upright(room.stage),
        screen=room.screen and move.thing(room.screen),
        aisles=tuple(map(move.box, room.aisles)),
        keep_clear=tuple(map(move.box, room.keep_clear)),
        windows=tuple(map(move.side, room.windows)),
        power=tuple(move.at(*place) for place in room.power),
        front="top",
    )


@dataclass(frozen=True, eq=False)
class _Move:
    """Moves the parts of a room to where they are in its venue."""

    frame: Frame

    @property
    def quarter(self) -> int:
        return round(self.frame.degrees / 90)

    def at(self, x: float, y: float) -> tuple[float, float]:
        found = self.frame.placed(np.array([[x, y]]))[0]
        return round(float(found[0]), 9) + 0.0, round(float(found[1]), 9) + 0.0

    def thing(self, thing: Any) -> Any:
        """Move what has a place alone."""
        x, y = self.at(thing.x, thing.y)
        return replace(thing, x=x, y=y)

    def upright(self, stage: Stage) -> Stage:
        """Move what lies along the drawing: its width is along x before and after."""
        width, depth = (stage.depth, stage.width) if self.quarter % 2 else (stage.width, stage.depth)
        moved: Stage = replace(self.thing(stage), width=width, depth=depth)
        return moved

    def box(self, box: Box) -> Box:
        moved: Box = replace(self.thing(box), turn=box.turn + self.frame.degrees)
        return moved

    def pillar(self, pillar: Pillar) -> Pillar:
        corners = tuple(self.at(*corner) for corner in pillar.corners)
        moved: Pillar = replace(self.thing(pillar), turn=pillar.turn + self.frame.degrees, corners=corners)
        return moved

    def side(self, side: Side) -> Side:
        return _SIDES[(_SIDES.index(side) + self.quarter) % 4]


def plan_parts(room: Room | None, venue: Venue | None) -> Iterator[Part]:
    """Yield what a drawing shows: the room, then what else the venue has, then its seats.

    Parameters
    ----------
    room : Room, optional
        With a venue it is moved to where the venue is.
    venue : Venue, optional
    """
    known: frozenset[str] = frozenset()
    if room is not None:
        room = room if venue is None else in_venue(room)
        yield from _room_parts(room)
        known = frozenset(fixture.id for fixture in fixtures_of(ground(room)))
    if venue is not None:
        yield from (_fixture(fixture) for fixture in venue.fixtures if fixture.id not in known)
        yield from (_area(venue, area) for area in venue.areas)
        yield from map(_seat, venue.seats)


def _room_parts(room: Room) -> Iterator[Part]:
    here = ground(room)
    yield Part("walls", np.array(room.walls, dtype=np.float64))
    for threshold in here.doors:
        yield _door(threshold, frame_of(room))
    yield from map(_pillar, room.pillars)
    if room.stage is not None:
        data = {"height": float(room.stage.height), "steps": room.stage.steps, "ramp": room.stage.ramp}
        yield Part("stage", room.stage.outline, data=data)
    if room.screen is not None:
        screen = room.screen
        half = np.array([screen.width / 2, 0.0]) @ turning(frame_of(room).degrees)
        ends = np.array([screen.x, screen.y]) + np.stack([-half, half])
        yield Part("screen", ends, False, data={"height": float(screen.height), "bottom": float(screen.bottom)})
    yield from (_box("aisles", thing) for thing in room.aisles)
    yield from (_box("keep_clear", thing) for thing in room.keep_clear)
    yield from (Part("power", np.array([place]), False) for place in room.power)


def _box(kind: Kind, thing: Box) -> Part:
    return Part(kind, thing.outline, label=thing.name, data={"name": thing.name} if thing.name else {})


def _door(threshold: Threshold, frame: Frame) -> Part:
    """Return a door on the drawing of its room."""
    turn = turning(-frame.degrees)

    def back(points: Points) -> Points:
        return np.asarray((points - frame.shift) @ turn.T)

    leaves = tuple(
        Leaf(*((float(x), float(y)) for x, y in back(np.array([leaf.hinge, leaf.shut, leaf.opened]))))
        for leaf in leaves_of(threshold)
    )
    door = threshold.door
    data = {"name": door.name, "swing": door.swing, "step_free": door.step_free, "closed": door.closed}
    data["landing"] = float(door.landing)
    return Part("doors", back(jambs(threshold)), False, leaves, label=door.name, data=data)


def _pillar(pillar: Pillar) -> Part:
    if pillar.diameter and not pillar.corners:
        return Part("pillars", np.array([[pillar.x, pillar.y]]), circle=pillar.diameter)
    return Part("pillars", pillar.outline)


def _fixture(fixture: Fixture) -> Part:
    outline = box(fixture.x, fixture.y, fixture.width, fixture.depth, fixture.turn)
    data = _fields(fixture, leave_out={"x", "y", "width", "depth", "turn"})
    return Part("fixtures", outline, label=fixture.label, data=data)


def _area(venue: Venue, area: Area) -> Part:
    seats = venue.seats_of(area.id)
    middle = venue.xyz[seats, :2].mean(axis=0) if len(seats) else np.zeros(2)
    return Part("areas", middle[None], False, label=area.label, data=_fields(area, leave_out=set()))


def _seat(seat: Seat) -> Part:
    data = _fields(seat, leave_out={"x", "y", "z", "facing"})
    outline = box(seat.x, seat.y, _CHAIR, _CHAIR, seat.facing - 90.0)
    return Part("chairs", outline, turn=seat.facing - 90.0, height=seat.z, label=seat.label, data=data)


def _fields(thing: Any, *, leave_out: set[str]) -> dict[str, Any]:
    """Return the fields that have not their default values."""
    defaults = _DEFAULTS[type(thing)]
    values = {name: getattr(thing, name) for name in defaults if name not in leave_out}
    return {name: value for name, value in values.items() if value != defaults[name]}
