"""The things of the room on paper, each with its name where it covers nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.render.page import MM, POINT, Box, Ink, Projection, Text
from seatplan.render.pieces import Place
from seatplan.render.scene import FixtureMark, Scene
from seatplan.render.seat_ink import line_of
from seatplan.render.style import Style
from seatplan.render.typeface import advance

__all__ = ["FixtureSheet"]

DARK = "#333333"
FILLS = {"stage": "#fafafa", "table": "#f2f2f2", "screen": "#e0e0e0", "door": DARK, "wall": DARK}
UNFILLED = frozenset({"aisle", "banner"})
OUTSIDE = frozenset({"door", "lectern", "steps", "screen"})
"""What is named beside itself when it is too small for its name."""
PLAIN_AISLES = frozenset({"过道", "Aisle"})
"""An aisle between seats is seen to be one; it is named if it has a name of its own."""
ALONG = (0.0, 1.0, -1.0, 2.0, -2.0)
"""Ways of moving a word along its thing, in em."""

Boxes = NDArray[np.float64]


@dataclass
class FixtureSheet:
    """The things of the room at one place of paper.

    Parameters
    ----------
    scene : Scene
    style : Style
    projection : Projection
    text : float
        Size of ordinary words on this paper.
    room : Box
        Where words may stand, in millimetres.
    """

    scene: Scene
    style: Style
    projection: Projection
    text: float
    room: Box

    def inks(self) -> Iterator[Ink]:
        """Yield the outlines; the stage lies under all else."""
        for fixture in self.scene.fixtures:
            if fixture.kind not in UNFILLED:
                edge = DARK if FILLS.get(fixture.kind) == DARK else self.style.line
                layer = -1 if fixture.kind == "stage" else 1
                yield Ink([self._outline(fixture)], FILLS.get(fixture.kind, "#ffffff"), edge, 0.6, layer=layer)

    def texts(self, taken: Sequence[Text], quads: Boxes) -> Iterator[Text]:
        """Yield the names that find a place.

        Parameters
        ----------
        taken : sequence of Text
            Words that stand there already.
        quads : ndarray, shape (n, 4, 2)
            Seats, which no name may cover.
        """
        boxes = [np.array([text.box for text in taken], dtype=np.float64).reshape(-1, 4)]
        boxes.append(np.concatenate([quads.min(axis=1), quads.max(axis=1)], axis=1))
        full = np.concatenate(boxes)
        for fixture in self.scene.fixtures:
            text = next((way for way in self._ways(fixture) if self._free(way.box, full)), None)
            if text is not None:
                full = np.concatenate([full, [text.box]])
                yield text

    def _free(self, box: Box, full: Boxes) -> bool:
        """Tell whether a box lies on the drawing and meets no other."""
        left, bottom, right, top = box
        inside = left >= self.room[0] and bottom >= self.room[1] and right <= self.room[2] and top <= self.room[3]
        meets = (full[:, 0] < right) & (full[:, 2] > left) & (full[:, 1] < top) & (full[:, 3] > bottom)
        return inside and not bool(meets.any())

    def _outline(self, fixture: FixtureMark) -> Boxes:
        return self.projection.points(np.array(fixture.outline))

    def _ways(self, fixture: FixtureMark) -> Iterator[Text]:
        """Yield the ways to name a thing, the best first."""
        if not fixture.label or self._named_elsewhere(fixture):
            return
        if fixture.kind == "stage":
            yield self._in_corner(fixture)
            return
        size = min(self.text, self._size_in(fixture.label, fixture.place))
        if size >= self.style.floor and FILLS.get(fixture.kind) != DARK:
            yield from self._inside(fixture, size)
        if fixture.kind in OUTSIDE:
            yield from self._beside(fixture)

    def _named_elsewhere(self, fixture: FixtureMark) -> bool:
        """Tell whether a name would say nothing: of tables under plates, of a stage whose rostrum is named."""
        kind = self.scene.areas.get(fixture.area, ("", ""))[0]
        named = any(kind == "rostrum" and label for kind, label in self.scene.areas.values())
        plain = fixture.kind == "aisle" and fixture.label in PLAIN_AISLES
        return plain or (fixture.kind == "table" and kind == "rostrum") or (fixture.kind == "stage" and named)

    def _in_corner(self, fixture: FixtureMark) -> Text:
        """Return a name in the upper left corner, behind all who sit there."""
        points, size = self._outline(fixture), max(self.style.floor, self.style.small)
        x, y, em = float(points[:, 0].min()), float(points[:, 1].max()), size * POINT
        colour = self.style.quiet
        return line_of(
            fixture.label, x + 0.6 * em, y - 0.9 * em, size, align="left", colour=colour, kind="fixture"
        )

    def _size_in(self, label: str, place: Place) -> float:
        depth, width = (self.projection.length(side) * MM * 0.9 for side in (place.depth, place.width))
        return min(width / advance(label), depth / 1.1)

    def _inside(self, fixture: FixtureMark, size: float) -> Iterator[Text]:
        """Yield a name in the middle of its thing, and moved along it."""
        place = fixture.place
        x, y = self.projection.points(np.array([[place.x, place.y]]))[0].tolist()
        turn = self.projection.upright(place.facing - 90) if len(fixture.label) > 1 else 0.0
        a, step = math.radians(turn), size * POINT
        text = line_of(fixture.label, x, y, size, colour=self.style.ink, turn=turn, kind="fixture")
        for k in ALONG:
            yield replace(text, x=x + k * step * math.cos(a), y=y + k * step * math.sin(a))

    def _beside(self, fixture: FixtureMark) -> Iterator[Text]:
        """Yield a name below, above, to the left and to the right of its thing."""
        points, size = self._outline(fixture), max(self.style.floor, self.style.small)
        (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        text = line_of(fixture.label, (left + right) / 2, 0.0, size, colour=self.style.quiet, kind="fixture")
        gap = 0.7 * size * POINT
        yield replace(text, y=bottom - gap)
        yield replace(text, y=top + gap)
        yield replace(text, x=left - gap / 2, y=(bottom + top) / 2, align="right")
        yield replace(text, x=right + gap / 2, y=(bottom + top) / 2, align="left")
