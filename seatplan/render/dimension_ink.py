"""Dimensions on paper: lines with ticks between two places, and their lengths in metres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.render.floor_plan import FloorPlan
from seatplan.render.page import POINT, Ink, Projection, Text
from seatplan.render.seat_ink import line_of
from seatplan.render.style import Style
from seatplan.render.typeface import advance
from seatplan.venue import Fixture

__all__ = ["DimensionSheet"]

Shapes = NDArray[np.float64]
_SHARES = 0.3, -0.3, 0.2, -0.2, 0.1, -0.1, 0.0, 0.4, -0.4
"""Of the width of the stage, from its middle: where the way to the first row is drawn."""
_TICK = 1.1
"""Millimetres of a tick, half of it on either side."""


@dataclass
class DimensionSheet:
    """The dimensions of a room at one place of paper.

    Parameters
    ----------
    plan : FloorPlan
    style : Style
    projection : Projection
    size : float
        Of the figures, in points.
    """

    plan: FloorPlan
    style: Style
    projection: Projection
    size: float

    def draw(self) -> tuple[list[Ink], list[Text]]:
        """Return the ink and the figures: the room outside, aisles and the first row inside."""
        lines = [*self._outer(), *self._aisles(), *self._first_row()]
        inks = [ink for start, end, _ in lines for ink in self._line(start, end)]
        return inks, [self._figure(start, end, metres) for start, end, metres in lines]

    def _outer(self) -> Iterator[tuple[Shapes, Shapes, float]]:
        """Yield width and depth of the room, below it and at its right."""
        walls = self.plan.walls
        if walls is None:
            return
        (left, bottom), (right, top) = walls.min(axis=0), walls.max(axis=0)
        box = self.plan.box
        down, off = np.array([0.0, self.below]), np.array([self.beside, 0.0])
        low, far = self._at(left, min(bottom, box[1])), self._at(right, min(bottom, box[1]))
        yield low - down, far - down, float(right - left)
        low, far = self._at(max(right, box[2]), bottom), self._at(max(right, box[2]), top)
        yield low + off, far + off, float(top - bottom)

    @property
    def below(self) -> float:
        """Millimetres between the drawing and its width, with the names of doors between them."""
        names = any(door.inward[1] > 0.7 for door in self.plan.doors)
        return (3.6 if names else 2.2) * self.size * POINT

    @property
    def beside(self) -> float:
        """Millimetres between the drawing and its depth: row numbers and the names of doors stand between them."""
        names = [advance(door.label) for door in self.plan.doors if door.inward[0] < -0.7]
        return (3.8 + max(names, default=0.0)) * self.size * POINT

    def _at(self, x: float, y: float) -> Shapes:
        return np.asarray(self.projection.points(np.array([[x, y]]))[0])

    def _aisles(self) -> Iterator[tuple[Shapes, Shapes, float]]:
        """Yield the width of each aisle, at its end before the audience."""
        for fixture in self.plan.venue.fixtures:
            if fixture.kind != "aisle" or fixture.turn:
                continue
            half = np.array([fixture.width, fixture.depth]) / 2
            middle = np.array([fixture.x, fixture.y])
            long = 1 if fixture.depth >= fixture.width else 0
            near = np.array([0.0, half[1] + 0.25]) if long else np.array([half[0] - 0.6, 0.0])
            across = np.array([half[0], 0.0]) if long else np.array([0.0, half[1]])
            place = middle + near
            yield self._at(*(place - across)), self._at(*(place + across)), float(2 * max(across))

    def _first_row(self) -> Iterator[tuple[Shapes, Shapes, float]]:
        """Yield the metres between the edge of the stage and the first row before it."""
        stages = [fixture for fixture in self.plan.venue.fixtures if fixture.kind == "stage"]
        if not stages or not len(self.plan.chairs):
            return
        stage = stages[0]
        edge, fronts = stage.y - stage.depth / 2, self.plan.chairs[:, :2].mean(axis=1)
        below = (np.abs(fronts[:, 0] - stage.x) <= stage.width / 2) & (fronts[:, 1] <= edge)
        if below.any():
            top = float(fronts[below, 1].max())
            x = stage.x + stage.width * self._beside_aisles(stage)
            yield self._at(x, top), self._at(x, edge), edge - top

    def _beside_aisles(self, stage: Fixture) -> float:
        """Return where before the stage no figure of an aisle and no steps are, as a share of its width."""
        room = 4 * self.size * POINT / self.projection.length(1.0)
        things = [fixture for fixture in self.plan.venue.fixtures if fixture.kind in ("aisle", "steps")]
        taken = [(f.x, f.width / 2 + room) for f in things if f.kind == "steps" or f.depth >= f.width]

        def clear(share: float) -> bool:
            return all(abs(stage.x + stage.width * share - x) >= half for x, half in taken)

        return next(filter(clear, _SHARES), _SHARES[0])

    def _line(self, start: Shapes, end: Shapes) -> Iterator[Ink]:
        way = (end - start) / max(float(np.hypot(*(end - start))), 1e-9)
        slant = np.array([way[0] - way[1], way[0] + way[1]]) * _TICK / 2
        ticks = [np.array([place - slant, place + slant]) for place in (start, end)]
        yield Ink([np.array([start, end])], edge=self.style.quiet, width=0.35, closed=False, layer=4)
        yield Ink(ticks, edge=self.style.quiet, width=0.7, closed=False, layer=4)

    def _figure(self, start: Shapes, end: Shapes, metres: float) -> Text:
        """Return the length, above its line or at its left."""
        way = end - start
        turn = 90.0 if abs(way[1]) > abs(way[0]) else 0.0
        off = 0.75 * self.size * POINT
        x, y = (start + end) / 2 + ((-off, 0.0) if turn else (0.0, off))
        figure = f"{metres:.2f}"
        return line_of(figure, float(x), float(y), self.size, colour=self.style.quiet, turn=turn, kind="number")
