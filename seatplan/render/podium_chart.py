"""The podium chart: lectern, screen and interpreter before their audience, with the reasons for their places."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from seatplan.errors import Fault, InputError
from seatplan.layout.podium.flights import top_of
from seatplan.layout.room import Room
from seatplan.render.chart import on_axes, room_on
from seatplan.render.files import write_pages
from seatplan.render.floor_ink import FloorSheet, meets
from seatplan.render.floor_plan import FloorPlan, floor_plan
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.layout_page import best_layout_page, placed
from seatplan.render.layout_words import tell
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Ink, Page, Projection, Text
from seatplan.render.paper import Size
from seatplan.render.seat_ink import line_of
from seatplan.render.style import Style
from seatplan.render.typeface import advance, require_glyphs
from seatplan.render.wording import plain
from seatplan.venue import Fixture, Venue

__all__ = ["draw_podium", "save_podium"]

Shapes = NDArray[np.float64]
_SHARES = 0.5, 0.4, 0.6, 0.7, 0.3, 0.8, 0.85, 0.9, 0.2, 0.1
"""Of the way of a line: where its length may stand, the best first."""
_NEAR = 3.0
"""Metres from the lectern within which things are named."""


def save_podium(
    venue: Venue,
    path: str | os.PathLike[str],
    *,
    reasons: Sequence[str] = (),
    room: Room | None = None,
    options: ChartOptions | None = None,
) -> Path:
    """Write where the lectern stands, and why, to a file.

    Parameters
    ----------
    venue : Venue
        With a lectern; with a screen, steps and an interpreter's place if there are any.
    path : path-like
        ``.pdf``, ``.png`` or ``.svg``; the folder must exist.
    reasons : sequence of str
        Sentences, numbered below the drawing.
    room : Room, optional
    options : ChartOptions, optional

    Returns
    -------
    Path

    Raises
    ------
    InputError
        For a venue without a lectern, another ending, or a folder that does not exist.

    Examples
    --------
    >>> import tempfile
    >>> from dataclasses import replace
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=3, blocks="8", first_row=4.0)
    >>> lectern = Fixture("lectern", "Lectern", "lectern", 0.0, -1.0, 0.7, 0.5)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_podium(replace(hall, fixtures=(lectern,)), f"{folder}/podium.svg").name
    'podium.svg'
    """
    options = options or ChartOptions()
    return write_pages([_page(venue, reasons, room, options, None)], path)


def draw_podium(
    venue: Venue,
    ax: Axes | None = None,
    *,
    reasons: Sequence[str] = (),
    room: Room | None = None,
    options: ChartOptions | None = None,
) -> Axes:
    """Draw where the lectern stands on an Axes, or on a figure of its own; see `save_podium`."""
    options = options or ChartOptions()
    return on_axes(_page(venue, reasons, room, options, room_on(ax)), ax)


def _page(
    venue: Venue, reasons: Sequence[str], room: Room | None, options: ChartOptions, size: Size | None
) -> Page:
    lecterns = [fixture for fixture in venue.fixtures if fixture.kind == "lectern"]
    if not lecterns:
        raise InputError([Fault(f"podium of {venue.name!r}", "it has no lectern", "place one: seatplan podium")])
    require_glyphs((f"reason {i}", plain(reason)) for i, reason in enumerate(reasons, 1))
    plan = floor_plan(venue, room, options)
    frame = LayoutFrame(
        options,
        size or (0.0, 0.0),
        plain(options.title or venue.name),
        (tell(options.lang, "podium"),),
        notes=tuple(f"{number}. {plain(reason)}" for number, reason in enumerate(reasons, 1)),
        view="view_turned" if options.turned else "view",
    )

    def composed(frame: LayoutFrame) -> tuple[Page, float]:
        projection, where = placed(plan, frame, dimensions=False)
        floor = FloorSheet(plan, options.style, projection, frame.text, frame.small, where)
        podium = _PodiumSheet(plan, lecterns[0], options.style, projection, frame.small)
        words = podium.texts()
        inks = [*floor.inks(), *floor.chairs(), *podium.inks()]
        return frame.page(inks, floor.texts(words), projection, projection.scale), projection.scale

    return best_layout_page(composed, frame, size)


@dataclass
class _PodiumSheet:
    """What is remarkable about a lectern, at one place of paper."""

    plan: FloorPlan
    lectern: Fixture
    style: Style
    projection: Projection
    size: float

    @property
    def accent(self) -> str:
        return "#0072b2" if self.style.colour else "#000000"

    def inks(self) -> Iterator[Ink]:
        """Yield the lectern, the centre line, the way from the steps, and lines from the seats at the edges."""
        outline = next(
            self.projection.points(np.array(mark.outline))
            for fixture, mark in zip(self.plan.venue.fixtures, self.plan.scene.fixtures, strict=True)
            if fixture is self.lectern
        )
        yield Ink([outline], "#d7e8f5" if self.style.colour else "#ffffff", self.accent, 1.6, layer=5)
        yield Ink(
            [self._line(*self._centre())], edge="#4d4d4d", width=0.5, dash=(6, 2, 1, 2), closed=False, layer=3
        )
        rays = [self._line(seat, self._place) for seat in self._edges()]
        yield Ink(rays, edge=self.accent, width=0.5, dash=(3.0, 2.0), closed=False, layer=4)
        for line in self._spans():
            yield Ink([self._line(*line)], edge="#000000", width=0.8, closed=False, layer=4)
            yield Ink([_dot(self._line(*line)[0])], "#000000", layer=5)

    def texts(self) -> list[Text]:
        """Return the names of small things, and the lengths of lines, in metres, where nothing lies under them."""
        words = list(self._names())
        lines = [*self._spans(), *((seat, self._place) for seat in self._edges())]
        for start, end in lines:
            if np.hypot(*np.subtract(end, start)) > 0.05:
                ways = [self._figure(start, end, share, side) for share in _SHARES for side in (1, -1)]
                free = [way for way in ways if self._is_free(way, words)]
                others = [self._line(*line) for line in lines if line != (start, end)]
                alone = (way for way in free if all(_apart(way, line) > way.size * POINT for line in others))
                words.append(next(alone, free[0] if free else ways[0]))
        return words

    def _is_free(self, text: Text, words: Sequence[Text]) -> bool:
        """Tell whether a figure covers no chair and no word."""
        left, bottom, right, top = text.box
        full = np.array([*self._chairs, *(word.box for word in words)]).reshape(-1, 4)
        meets = (full[:, 0] < right) & (full[:, 2] > left) & (full[:, 1] < top) & (full[:, 3] > bottom)
        return not bool(meets.any())

    @cached_property
    def _chairs(self) -> list[tuple[float, ...]]:
        """Boxes about chairs and small fixtures on paper."""
        things = [np.array(mark.outline) for mark in self.plan.shown() if mark.kind not in ("stage", "aisle")]
        shapes = [self.projection.points(outline) for outline in (*self.plan.chairs, *things)]
        return [(*shape.min(axis=0).tolist(), *shape.max(axis=0).tolist()) for shape in shapes]

    def _names(self) -> Iterator[Text]:
        """Yield the names of small things beside the lectern, such as an interpreter, where they have no room."""
        for fixture in self.plan.venue.fixtures:
            wide = advance(plain(fixture.label)) * self.size * POINT
            near = np.hypot(fixture.x - self.lectern.x, fixture.y - self.lectern.y) <= _NEAR
            if fixture.kind == "other" and near and wide > 0.9 * self.projection.length(fixture.width):
                ways = list(self._ways(fixture))
                yield next((way for way in ways if not self._crossed(way)), ways[0])

    def _ways(self, fixture: Fixture) -> Iterator[Text]:
        """Yield the ways to name a thing: at its right, its left, below it, above it."""
        (x, y), em = self._line((fixture.x, fixture.y))[0].tolist(), self.size * POINT
        wide, deep = (self.projection.length(side) / 2 + 0.5 * em for side in (fixture.width, fixture.depth))
        text = line_of(plain(fixture.label), x, y, self.size, colour=self.style.quiet, kind="fixture")
        yield from (replace(text, x=x + wide, y=y + off * em, align="left") for off in (0.0, -0.8, 0.8))
        yield from (replace(text, x=x - wide, y=y + off * em, align="right") for off in (0.0, -0.8, 0.8))
        yield from (replace(text, y=y + way * (deep + 0.3 * em)) for way in (-1, 1, 1.8, 2.6))

    def _crossed(self, text: Text) -> bool:
        """Tell whether a line of the drawing would cross a word."""
        lines = [self._line(seat, self._place) for seat in self._edges()]
        lines += [self._line(*span) for span in self._spans()] + [self._line(*self._centre())]
        for mark in self.plan.shown():
            outline = self.projection.points(np.array(mark.outline))
            lines += list(np.stack([outline, np.roll(outline, -1, axis=0)], axis=1))
        return any(meets(start, end, text.box) for start, end in lines)

    @property
    def _place(self) -> tuple[float, float]:
        return self.lectern.x, self.lectern.y

    def _line(self, *places: tuple[float, float]) -> Shapes:
        return self.projection.points(np.array(places))

    def _centre(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return the centre line, from beside the lectern to the first row: row numbers stand behind it."""
        hall = self._audience()
        nearest = float(hall[:, 1].max()) if len(hall) else self.plan.box[1]
        return (0.0, max(self.lectern.y, 0.0) + 0.4), (0.0, nearest)

    def _audience(self) -> Shapes:
        """Return the places of those who look at the stage, shape (n, 2)."""
        venue = self.plan.venue
        kinds = [venue.area_by_id[seat.area].kind != "rostrum" for seat in venue.seats]
        return venue.xyz[np.array(kinds, dtype=bool)][:, :2] if kinds else np.empty((0, 2))

    def _spans(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """Yield the way to the centre line and the way from the nearest steps."""
        x, y = self._place
        if abs(x) > 0.05:
            yield (0.0, y), (x, y)
        stages = [f for f in self.plan.venue.fixtures if f.kind == "stage"]
        steps = [top_of(f, stages[0]) for f in self.plan.venue.fixtures if f.kind == "steps" and stages]
        if steps and y > stages[0].y - stages[0].depth / 2:
            yield min(steps, key=lambda step: float(np.hypot(step[0] - x, step[1] - y))), (x, y)

    def _edges(self) -> list[tuple[float, float]]:
        """Return the farthest seat of the audience, and the outermost seats of its first row."""
        venue = self.plan.venue
        hall = [i for i, seat in enumerate(venue.seats) if venue.area_by_id[seat.area].kind != "rostrum"]
        if not hall:
            return []
        xy = venue.xyz[hall, :2]
        far = int(np.argmax(np.hypot(*(xy - self._place).T).round(6)))
        first = np.flatnonzero(venue.rows[hall] == venue.rows[hall].min())
        left, right = first[np.argmin(xy[first, 0])], first[np.argmax(xy[first, 0])]
        return [(float(xy[i, 0]), float(xy[i, 1])) for i in dict.fromkeys((far, int(left), int(right)))]

    def _figure(self, start: tuple[float, float], end: tuple[float, float], share: float, side: int) -> Text:
        """Return the length of a line, beside it and along it, at a share of its way."""
        line = self._line(start, end)
        way = line[1] - line[0]
        turn = self.projection.upright(float(np.degrees(np.arctan2(way[1], way[0]))))
        off = side * 0.8 * self.size * POINT * np.array([-np.sin(np.radians(turn)), np.cos(np.radians(turn))])
        x, y = line[0] + share * way + off
        words = f"{np.hypot(*np.subtract(end, start)):.1f}"
        return line_of(words, float(x), float(y), self.size, colour=self.accent, turn=turn, kind="number")


def _apart(text: Text, line: Shapes) -> float:
    """Return the millimetres between the middle of a figure and a line."""
    middle, way = np.array([text.x, text.y]), line[1] - line[0]
    share = float(np.clip((middle - line[0]) @ way / max(float(way @ way), 1e-9), 0.0, 1.0))
    return float(np.hypot(*(line[0] + share * way - middle)))


def _dot(middle: Shapes) -> Shapes:
    angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    return np.column_stack([np.cos(angles), np.sin(angles)]) * 0.5 + middle
