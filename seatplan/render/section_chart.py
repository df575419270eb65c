"""The sight-line section: floor, eyes and lines to the focal point along a hall, with the C-value of each row."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from seatplan.codes.checks.measures import Eye, sight_section
from seatplan.errors import Fault, InputError
from seatplan.render.chart import on_axes, room_on
from seatplan.render.files import write_pages
from seatplan.render.heat_scale import Heat, heat_of, legend, looks_of
from seatplan.render.layout_frame import LayoutFrame
from seatplan.render.layout_page import best_layout_page
from seatplan.render.layout_words import tell
from seatplan.render.options import ChartOptions
from seatplan.render.page import MM, POINT, Ink, Page, Projection, Text
from seatplan.render.paper import Size, nice_scale
from seatplan.render.seat_ink import line_of
from seatplan.render.typeface import advance
from seatplan.render.wording import plain
from seatplan.venue import Fixture, Venue

__all__ = ["draw_section", "save_section"]

_EYE, _BACK = 0.07, 0.3
Shapes = NDArray[np.float64]


def save_section(
    venue: Venue, path: str | os.PathLike[str], *, seat: str = "", options: ChartOptions | None = None
) -> Path:
    """Write the sight-line section through a hall to a file.

    Parameters
    ----------
    venue : Venue
    path : path-like
        ``.pdf``, ``.png`` or ``.svg``; the folder must exist.
    seat : str
        Id of the last seat of the section; by default the middle one of the last row.
    options : ChartOptions, optional

    Returns
    -------
    Path

    Raises
    ------
    InputError
        For a venue without a hall, a seat that is not there, another ending, or a folder that does not exist.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.venue import auditorium
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_section(auditorium(rows=8, blocks="5", rake=0.1), f"{folder}/section.svg").name
    'section.svg'
    """
    options = options or ChartOptions()
    return write_pages([_page(venue, seat, options, None)], path)


def draw_section(
    venue: Venue, ax: Axes | None = None, *, seat: str = "", options: ChartOptions | None = None
) -> Axes:
    """Draw the sight-line section on an Axes, or on a figure of its own; see `save_section`.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> ax = draw_section(auditorium(rows=8, blocks="5", rake=0.1))
    """
    options = options or ChartOptions()
    return on_axes(_page(venue, seat, options, room_on(ax)), ax)


def _page(venue: Venue, seat: str, options: ChartOptions, size: Size | None) -> Page:
    last = seat or _middle_of_last_row(venue)
    focus, eyes = sight_section(venue, last)
    values = np.array([eye.clearance for eye in eyes])
    heat = heat_of("c_value", values)
    through = f"{tell(options.lang, 'section')} {tell(options.lang, 'through', plain(venue.seat(last).label))}"
    frame = LayoutFrame(
        options,
        size or (0.0, 0.0),
        plain(options.title or venue.name),
        (through,),
        tuple(legend(heat, values, options.style, options.lang, unknown_is="first")),
        view="section_view",
    )
    return best_layout_page(lambda one: _composed(_Section(venue, eyes, focus, heat, one)), frame, size)


def _middle_of_last_row(venue: Venue) -> str:
    """Return the seat of a hall with the most rows before it; of several the one nearest to its axis."""
    halls = [area.id for area in venue.areas if area.kind == "hall"]
    seats = [i for area in halls for i in venue.seats_of(area).tolist()]
    if not seats:
        raise InputError([Fault(f"section of {venue.name!r}", "it has no hall", "draw the section of a hall")])
    before = {int(b): int(a) for a, b in venue.front_to_back}
    return venue.seats[max(seats, key=lambda i: (_rows(i, before), -abs(venue.xyz[i, 0]), -venue.xyz[i, 1]))].id


def _rows(seat: int, before: Mapping[int, int]) -> int:
    """Return how many seats stand one before the other, up to the first row."""
    rows = 1
    while seat in before:
        seat, rows = before[seat], rows + 1
    return rows


def _composed(section: _Section) -> tuple[Page, float]:
    projection = section.projection
    inks = [*section.floor(), *section.stage(), *section.sights(), *section.people()]
    return section.frame.page(inks, list(section.texts()), None, projection.scale), projection.scale


@dataclass
class _Section:
    """A section at one place of paper: metres from the stage to the right, heights upwards."""

    venue: Venue
    eyes: Sequence[Eye]
    focus: float
    heat: Heat
    frame: LayoutFrame

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top in metres."""
        lefts = [-(fixture.y + fixture.depth / 2) for fixture in self._front]
        tops = [fixture.z + fixture.height for fixture in self._front]
        left = min([-1.0, *lefts])
        right = max(eye.distance for eye in self.eyes) + 1.0
        return left, min(0.0, *(self._level(eye) for eye in self.eyes)), right, max([self._top, *tops]) + 0.3

    @property
    def _front(self) -> list[Fixture]:
        return [fixture for fixture in self.venue.fixtures if fixture.kind in ("stage", "screen")]

    @property
    def _top(self) -> float:
        return max([self.focus, *(eye.height for eye in self.eyes)])

    def _level(self, eye: Eye) -> float:
        """Return the height of the floor under an eye."""
        return self.venue.seat(eye.seat).z

    @property
    def projection(self) -> Projection:
        """The largest nice scale, with room for the table of rows below."""
        left, bottom, right, top = self.frame.room()
        box, table = self.extent, 8.5 * self.frame.small * POINT
        side = 3.0 * self.frame.small * POINT + advance(tell(self.frame.options.lang, "distance")) * self._em
        wide, tall = right - left - side - 4.0, top - bottom - table - 4.0
        scale = nice_scale(max((box[2] - box[0]) * 1000 / wide, (box[3] - box[1]) * 1000 / tall, 1.0))
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        return Projection(scale, middle, ((left + side + right) / 2, (bottom + table + top) / 2))

    @property
    def _em(self) -> float:
        return self.frame.small * POINT

    def _at(self, *places: tuple[float, float]) -> Shapes:
        return self.projection.points(np.array(places))

    def floor(self) -> Iterator[Ink]:
        """Yield the floor: level under each row, a step half-way between two."""
        levels = [(0.0, 0.0), *((eye.distance, self._level(eye)) for eye in self.eyes)]
        line = [(self.extent[0], 0.0)]
        for (x, z), (far, high) in pairwise(levels):
            edge = (x + far) / 2 if x else far - 0.5
            line += [(edge, z), (edge, high)]
        line.append((self.extent[2], levels[-1][1]))
        yield Ink([self._at(*line)], edge="#000000", width=1.2, closed=False, layer=2)

    def stage(self) -> Iterator[Ink]:
        """Yield stage and screen as they are cut."""
        for fixture in self._front:
            near, far = -(fixture.y - fixture.depth / 2), -(fixture.y + fixture.depth / 2)
            low, high = fixture.z, fixture.z + fixture.height
            shape = self._at((far, low), (near, low), (near, high), (far, high))
            fill = "#e6e6e6" if fixture.kind == "stage" else "#333333"
            yield Ink([shape], fill, "#333333", 0.8, layer=1)

    def sights(self) -> Iterator[Ink]:
        """Yield the lines of sight, all to the edge of the stage."""
        lines = [self._at((0.0, self.focus), (eye.distance, eye.height)) for eye in self.eyes]
        yield Ink(lines, edge="#8c8c8c", width=0.35, closed=False, layer=3)

    def people(self) -> Iterator[Ink]:
        """Yield each spectator: back and seat as lines, the eye as a disc in the look of the C-value."""
        classes = self.heat.classes(np.array([eye.clearance for eye in self.eyes]))
        looks = looks_of(self.frame.options.style, len(self.heat.bounds) + 1)
        for eye, k in zip(self.eyes, classes.tolist(), strict=True):
            z = self._level(eye)
            body = self._at(
                (eye.distance - 0.35, z + 0.45), (eye.distance + 0.08, z + 0.45), (eye.distance, eye.height)
            )
            yield Ink([body], edge="#333333", width=0.7, closed=False, layer=4)
            disc = _disc(self._at((eye.distance, eye.height))[0], max(0.8, self.projection.length(_EYE)))
            yield Ink([disc], looks[k].fill if k >= 0 else "#ffffff", "#000000", 0.5, layer=5)
        spot = _disc(self._at((0.0, self.focus))[0], 0.7)
        yield Ink([spot], "#000000", "", 0.0, layer=5)

    def texts(self) -> Iterator[Text]:
        """Yield the table of rows under the floor, and the name of the focal point."""
        lang, size = self.frame.options.lang, self.frame.small
        em, low = self._em, self._at((0.0, self.extent[1]))[0][1]
        left = self._at((self.extent[0], 0.0))[0][0]
        rows = [("row", 1.6), ("distance", 3.6), ("c_value", 5.6)]
        for key, down in rows:
            words = tell(lang, key)
            yield line_of(words, left - 0.6 * em, low - down * em, size, align="right", colour="#4d4d4d")
        for eye, every in zip(self.eyes, self._shown(), strict=True):
            if every:
                yield from self._column(eye, low)
        x, y = self._at((0.0, self.focus))[0].tolist()
        label = f"{tell(lang, 'focus')} {self.focus:.2f}"
        yield line_of(label, x - 0.3 * em, y + 1.1 * em, size, align="right", kind="fixture")

    def _column(self, eye: Eye, low: float) -> Iterator[Text]:
        """Yield what stands under one row."""
        x, em, size = float(self._at((eye.distance, 0.0))[0][0]), self._em, self.frame.small
        clear = "–" if np.isnan(eye.clearance) else f"{eye.clearance * 1000:.0f}"
        row = str(self.venue.seat(eye.seat).row)
        for words, down in ((row, 1.6), (f"{eye.distance:.1f}", 3.6), (clear, 5.6)):
            bold = down == 5.6
            yield line_of(words, x, low - down * em, size, bold=bold, kind="number")

    def _shown(self) -> list[bool]:
        """Tell which rows have a column: all, or every so many where they stand closer than their figures."""
        wide = advance("-000.0") * self.frame.small
        found, last = [], -np.inf
        for eye in self.eyes:
            x = float(self._at((eye.distance, 0.0))[0][0]) * MM
            found.append(x - last >= wide)
            last = x if found[-1] else last
        return found


def _disc(middle: Shapes, radius: float) -> Shapes:
    angles = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    return np.column_stack([np.cos(angles), np.sin(angles)]) * radius + middle
