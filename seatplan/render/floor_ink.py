"""A room on paper: walls, doors with their swings, pillars, stage, fixtures and chairs, in true proportion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.render.fixture_ink import FixtureSheet
from seatplan.render.floor_plan import DoorMark, FloorPlan
from seatplan.render.page import POINT, Box, Ink, Projection, Text
from seatplan.render.room_ink import RoomSheet
from seatplan.render.seat_ink import line_of, mark_ink
from seatplan.render.style import Style
from seatplan.render.typeface import advance

__all__ = ["FloorSheet", "meets"]

DARK = "#333333"
_FILLS = {"stage": "#f2f2f2", "table": "#ececec", "screen": "#333333", "wall": "#333333", "door": "#ffffff"}
_LAYERS = {"stage": -2, "wall": -3}
_BARE = frozenset({"aisle", "banner"})
_ARC = 12
_BLOCKS = 9
"""Of a row at most, for each of which its number is printed."""
Shapes = NDArray[np.float64]


@dataclass
class FloorSheet:
    """A room at one place of paper.

    Parameters
    ----------
    plan : FloorPlan
    style : Style
    projection : Projection
    text, small : float
        Sizes of words on this paper.
    room : Box
        Where words may stand, in millimetres.
    rows : bool
        Whether rows are numbered.
    """

    plan: FloorPlan
    style: Style
    projection: Projection
    text: float
    small: float
    room: Box
    rows: bool = True

    def inks(self) -> Iterator[Ink]:
        """Yield the room without its chairs; walls lie under doors."""
        points = self.projection.points
        if self.plan.walls is not None:
            yield Ink([points(self.plan.walls)], "#ffffff", DARK, 2.0, layer=-3)
        for mark in self.plan.shown():
            if mark.kind not in _BARE:
                layer = _LAYERS.get(mark.kind, 1)
                fill = _FILLS.get(mark.kind, "#ffffff")
                yield Ink([points(np.array(mark.outline))], fill, DARK, 0.5, layer=layer)
        yield Ink([points(outline) for outline in self.plan.pillars], "#808080", DARK, 0.6, layer=1)
        for door in self.plan.doors:
            yield from self._door(door)

    def _door(self, door: DoorMark) -> Iterator[Ink]:
        """Yield the gap in the wall, the leaves where they stand open, and their swings."""
        points = self.projection.points
        yield Ink([points(door.ends)], edge="#ffffff", width=2.6, closed=False, layer=-1)
        yield Ink([points(door.ends)], edge=DARK, width=0.4, closed=False, layer=0)
        yield Ink(self._jambs(door), edge=DARK, width=1.2, closed=False, layer=0)
        leaves = [points(np.array([leaf.hinge, leaf.opened])) for leaf in door.leaves]
        yield Ink(leaves, edge=DARK, width=0.9, closed=False, layer=2)
        yield Ink([points(line) for line in _swings(door)], edge=DARK, width=0.35, closed=False, layer=2)
        if door.closed:
            yield Ink(self._cross(door), edge=self.style.trouble, width=1.2, closed=False, layer=3)

    def _jambs(self, door: DoorMark) -> list[Shapes]:
        step = door.inward * 0.12
        return [self.projection.points(np.array([end - step, end + step])) for end in door.ends]

    def _cross(self, door: DoorMark) -> list[Shapes]:
        middle, half = door.ends.mean(axis=0), 0.35
        ends = np.array([[-half, -half], [half, half], [-half, half], [half, -half]]) + middle
        return [self.projection.points(ends[:2]), self.projection.points(ends[2:])]

    def chairs(self) -> Iterator[Ink]:
        """Yield the chairs with their backs; places of wheelchairs and of companions bear their signs."""
        if not len(self.plan.chairs):
            return
        quads = self.quads
        wheels, beside = self.plan.wheelchairs, self.plan.companions
        yield Ink(quads[~wheels & ~beside], "#ffffff", self.style.line, 0.4, layer=1)
        if beside.any():
            yield Ink(quads[beside], "#ffffff", DARK, 0.5, layer=1)
        for quad in quads[beside]:
            x, y = quad.mean(axis=0).tolist()
            yield from mark_ink("companion", x, y, _side(quad) * 0.6, colour=self.style.ink)
        yield Ink(_backs(quads[~wheels]), edge=DARK, width=0.7, closed=False, layer=2)
        if wheels.any():
            yield Ink(quads[wheels], "#ffffff", DARK, 0.8, (2.0, 1.2), layer=2)
            for quad in quads[wheels]:
                x, y = quad.mean(axis=0).tolist()
                yield from mark_ink("wheelchair", x, y, _side(quad) * 0.75, colour=self.style.ink)

    @property
    def quads(self) -> Shapes:
        """Chairs on paper, shape (seats, 4, 2)."""
        return self.projection.points(self.plan.chairs.reshape(-1, 2)).reshape(-1, 4, 2)

    def texts(self, taken: list[Text] | None = None) -> list[Text]:
        """Return row numbers, the names of doors, and the names of fixtures that find a place."""
        scene = self.plan.scene
        around = [*(taken or ()), *(self._numbers() if self.rows else ())]
        doors = [text for door in self.plan.doors for text in self._door_name(door)]
        things = FixtureSheet(scene, self.style, self.projection, self.small, self.room)
        named = {text.text for text in around if text.kind == "fixture"}
        words = [
            text
            for text in things.texts([*around, *doors], self._solid())
            if text.text not in named and not self._is_door(text)
        ]
        return [*around, *doors, *words]

    def _solid(self) -> Shapes:
        """Return what no name may cover: chairs, the boxes about pillars, and the edges of the stage."""
        boxes = [np.stack([p.min(axis=0), p.max(axis=0)]) for p in map(self.projection.points, self.plan.pillars)]
        for mark in self.plan.shown():
            if mark.kind == "stage":  # a word may stand on the stage, not across its edge
                outline = self.projection.points(np.array(mark.outline))
                ends = zip(outline, np.roll(outline, -1, axis=0), strict=True)
                boxes += [np.stack([np.minimum(a, b), np.maximum(a, b)]) for a, b in ends]
        corners = [[low, (high[0], low[1]), high, (low[0], high[1])] for low, high in boxes]
        return np.concatenate([self.quads, np.array(corners, dtype=np.float64).reshape(-1, 4, 2)])

    def _is_door(self, text: Text) -> bool:
        return any(text.text.endswith(door.label) for door in self.plan.doors if door.label)

    def _numbers(self) -> list[Text]:
        scene = self.plan.scene
        words = RoomSheet(scene, self.style, self.projection, self.small, names=True).texts()
        cleared = (self._beside_space(_short(text)) for text in words)
        return self._at_ends([text for text in cleared if not self._on_wall(text) and not self._on_pillar(text)])

    def _at_ends(self, words: list[Text]) -> list[Text]:
        """Leave the numbers at both ends of rows whose chairs all stand apart, such as desks of examinations."""
        rows: dict[tuple[str, float], list[Text]] = defaultdict(list)
        for text in words:
            if text.kind == "row":
                rows[text.text, round(text.y, 1)].append(text)
        if max(map(len, rows.values()), default=0) <= _BLOCKS:
            return words
        ends = {id(one) for row in rows.values() for one in (min(row, key=_across), max(row, key=_across))}
        return [text for text in words if text.kind != "row" or id(text) in ends]

    def _on_pillar(self, text: Text) -> bool:
        left, bottom, right, top = text.box
        pillars = map(self.projection.points, self.plan.pillars)
        boxes = [(*one.min(axis=0).tolist(), *one.max(axis=0).tolist()) for one in pillars]
        return any(left < x1 and right > x0 and bottom < y1 and top > y0 for x0, y0, x1, y1 in boxes)

    def _beside_space(self, text: Text) -> Text:
        """Return the number of a row, moved off a wheelchair space that is wider than its row's chairs."""
        left, bottom, right, top = text.box
        for quad in self.quads[self.plan.wheelchairs]:
            (x0, y0), (x1, y1) = quad.min(axis=0).tolist(), quad.max(axis=0).tolist()
            if left < x1 and right > x0 and bottom < y1 and top > y0:
                step = x0 - 0.4 - right if text.align == "right" else x1 + 0.4 - left
                return replace(text, x=text.x + step)
        return text

    def _on_wall(self, text: Text) -> bool:
        """Tell whether a word would lie across a wall."""
        left, bottom, right, top = text.box
        return any(
            meets(start, end, (left - 0.4, bottom, right + 0.4, top))
            for outline in self._walls
            for start, end in zip(outline, np.roll(outline, -1, axis=0), strict=True)
        )

    @cached_property
    def _walls(self) -> list[Shapes]:
        """Outlines on paper: the room's own, or those of all pieces of wall."""
        marks = [np.array(mark.outline) for mark in self.plan.shown() if mark.kind == "wall"]
        return [self.projection.points(one) for one in (marks if self.plan.walls is None else [self.plan.walls])]

    def _door_name(self, door: DoorMark) -> Iterator[Text]:
        """Yield the name of a door, outside and beyond its leaves; along the wall where room is short."""
        size = max(self.style.floor, self.small)
        (x, y), away = self._outside(door)
        wide, tall = advance(door.label) * size * POINT, size * POINT
        text = line_of(door.label, x, y, size, colour=self.style.quiet, kind="fixture")
        if abs(away[1]) > abs(away[0]):
            yield replace(text, y=y + float(np.sign(away[1])) * tall * 0.6)
            return
        side = float(np.sign(away[0]))
        left, _, right, _ = self.room
        if left <= x + side * wide <= right:
            yield replace(text, align="left" if side > 0 else "right")
        else:
            yield replace(text, x=x + side * tall * 0.6, turn=90.0)

    def _outside(self, door: DoorMark) -> tuple[tuple[float, float], Shapes]:
        """Return a place on paper just outside of a door and its leaves, and the way out."""
        swung = max((leaf.width for leaf in door.leaves), default=0.0) if _is_outward(door) else 0.0
        middle = door.ends.mean(axis=0)
        near, far = self.projection.points(
            np.stack([middle - door.inward * (swung + 0.15), middle - door.inward * 9])
        )
        return (float(near[0]), float(near[1])), far - near


def _across(text: Text) -> float:
    return text.x


def _short(text: Text) -> Text:
    """Return the number of a row without its word."""
    if text.kind != "row":
        return text
    number = "".join(filter(str.isdigit, text.text))
    return replace(text, text=number, width=advance(number) * text.size * POINT)


def meets(start: Shapes, end: Shapes, box: Box) -> bool:
    """Tell whether a line crosses an upright box."""
    low, high, way = 0.0, 1.0, end - start
    for place, step, least, most in zip(start, way, box[:2], box[2:], strict=True):
        if abs(step) < 1e-9:
            if not least <= place <= most:
                return False
            continue
        near, far = sorted(((least - place) / step, (most - place) / step))
        low, high = max(low, near), min(high, far)
    return bool(low <= high)


def _is_outward(door: DoorMark) -> bool:
    if not door.leaves:
        return False
    leaf = door.leaves[0]
    return bool((np.array(leaf.opened) - leaf.hinge) @ door.inward < 0)


def _swings(door: DoorMark) -> Iterator[Shapes]:
    """Yield the quarter circles of a door's leaves."""
    for leaf in door.leaves:
        first, last = leaf.sweep
        angles = np.radians(np.linspace(first, first + (last - first) % 360, _ARC))
        yield np.column_stack([np.cos(angles), np.sin(angles)]) * leaf.width + leaf.hinge


def _backs(quads: Shapes) -> Shapes:
    """Return the backs of chairs: the side behind the occupant."""
    return quads[:, 2:4]


def _side(quad: Shapes) -> float:
    """Return the shorter side of a box on paper, in millimetres."""
    return float(min(np.hypot(*(quad[1] - quad[0])), np.hypot(*(quad[2] - quad[1]))))
