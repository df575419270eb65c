"""What stands round the drawing of a room: title and facts above; legend, sentences, scale and view below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import seatplan
from seatplan.render.layout_words import tell
from seatplan.render.legend import Entry, Line, flow, sentences
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Box, Ink, Page, Projection, Text
from seatplan.render.paper import Size
from seatplan.render.seat_ink import line_of
from seatplan.render.sheet_sizes import SheetSizes
from seatplan.render.typeface import advance
from seatplan.render.words import say

__all__ = ["LayoutFrame"]

BAR = 40.0
"""Millimetres that a scale bar has at most."""
LENGTHS = (0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class LayoutFrame(SheetSizes):
    """The frame of one sheet.

    Parameters
    ----------
    options : ChartOptions
    size : (float, float)
        Of the paper, in millimetres.
    title : str
    facts : tuple of str
        Under the title.
    legend : tuple of Entry
    notes : tuple of str
        Sentences.
    view : str
        Key of the words for whose left is left; empty for drawings that have no left.
    """

    options: ChartOptions
    size: Size
    title: str
    facts: tuple[str, ...] = ()
    legend: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()
    view: str = "view"

    def room(self) -> Box:
        """Return the box that is left for the drawing."""
        below = self.margin + sum(line.height for line in self._lines(BAR, "0", "0")) + 0.6 * self.text * POINT
        head = sum(line.height for line in self._facts())
        top = self.size[1] - self.margin - 1.5 * self.heading * POINT - head - 0.8 * self.text * POINT
        return self.left, below, self.size[0] - self.margin, top

    def page(self, inks: list[Ink], texts: list[Text], projection: Projection | None, scale: float) -> Page:
        """Return the whole sheet.

        Parameters
        ----------
        inks, texts : list
            Of the drawing.
        projection : Projection or None
            Of the room, for formats whose data are metres.
        scale : float
            1 : scale; 0 for none.
        """
        more, words = self._draw(scale)
        return Page(*self.size, (*inks, *more), (*texts, *words), projection, self.title)

    def _draw(self, scale: float) -> tuple[list[Ink], list[Text]]:
        style, top = self.options.style, self.size[1] - self.margin
        fit = min(self.heading, self.width / POINT / max(1.0, advance(self.title, weight=700)))
        y = top - 0.68 * self.heading * POINT
        title = line_of(self.title, self.left, y, max(style.floor, fit), align="left", bold=True, kind="title")
        inks: list[Ink] = []
        texts = [title] if self.title else []
        y = top - 1.5 * self.heading * POINT
        lines = [*self._facts(), None, *self._lines(*self._bar(scale))]
        for line in lines:
            if line is None:
                y = self.margin + sum(one.height for one in self._lines(*self._bar(scale)))
                continue
            more, words = line.draw(self.left, y - line.height / 2, style)
            inks, texts, y = [*inks, *more], [*texts, *words], y - line.height
        return inks, texts

    def _facts(self) -> list[Line]:
        return list(flow((Entry(fact) for fact in self.facts if fact), self.width, self.text))

    def _bar(self, scale: float) -> tuple[float, str, str]:
        """Return the millimetres of the scale bar, what it stands for, and the scale."""
        if not scale:
            return 0.0, "", ""
        metres = max((m for m in LENGTHS if m * 1000 / scale <= BAR), default=LENGTHS[0])
        return metres * 1000 / scale, say(self.options.lang, "metres", f"{metres:g}"), f"{scale:g}"

    def _lines(self, bar: float, metres: str, scale: str) -> Iterator[Line]:
        yield from flow(self.legend, self.width, self.text)
        for note in self.notes:
            yield from sentences(note, self.width, self.small)
        if self.view:
            yield from sentences(tell(self.options.lang, self.view), self.width, self.small)
        yield from flow(self._foot(bar, metres, scale), self.width, self.small)

    def _foot(self, bar: float, metres: str, scale: str) -> Iterator[Entry]:
        if bar:
            yield Entry(metres, "bar", bar=bar)
            yield Entry(say(self.options.lang, "scale", scale), bold=True)
        if self.options.date:
            yield Entry(self.options.date)
        yield Entry(f"seatplan {seatplan.__version__}")
