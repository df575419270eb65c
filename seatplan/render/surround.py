"""What stands round the drawing: title above; legends, notes, view, scale and verdict below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import seatplan
from seatplan.render.legend import Entry, Line, flow, sentences
from seatplan.render.marks import MARKS
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Box, Ink, Projection, Text, rectangle
from seatplan.render.paper import Size
from seatplan.render.scene import GroupMark, Scene, SeatMark
from seatplan.render.seat_ink import line_of
from seatplan.render.sheet_sizes import SheetSizes
from seatplan.render.typeface import advance
from seatplan.render.words import say

__all__ = ["Surround"]

BAR = 34.0
"""Millimetres that a scale bar has at most."""
KEY_PLAN = 34.0, 22.0
"""Millimetres of the key plan, on A4."""
LENGTHS = (0.5, 1, 2, 5, 10, 20, 50, 100)


@dataclass
class Surround(SheetSizes):
    """The frame of one sheet.

    Parameters
    ----------
    scene : Scene
    options : ChartOptions
    size : (float, float)
        Of the paper, in millimetres.
    view : str
        Whose left is left, in words.
    seats : sequence of SeatMark
        Seats of this sheet, for the marks to explain.
    legend : sequence of GroupMark
        Groups to explain.
    subtitle : str
        Of this sheet.
    sheet : str
        Which sheet of how many.
    marks : bool
        Whether the marks of people are drawn, so that the legend explains them.
    remarks : sequence of str
        Sentences about the sheet itself.
    plan : bool
        Leave room for a key plan at the upper right.
    bare : bool
        A page of words: nothing to explain, no scale.
    """

    scene: Scene
    options: ChartOptions
    size: Size
    view: str
    seats: Sequence[SeatMark]
    legend: Sequence[GroupMark] = ()
    subtitle: str = ""
    sheet: str = ""
    remarks: Sequence[str] = ()
    marks: bool = True
    plan: bool = False
    bare: bool = False

    def room(self) -> Box:
        """Return the box that is left for the drawing."""
        below = self.margin + sum(line.height for line in self.lines(BAR, "0000")) + 0.5 * self.text * POINT
        return self.left, below, self.size[0] - self.margin, self.size[1] - self.margin - self._head()

    def _head(self) -> float:
        words = (1.75 * self.heading + 1.6 * self.text) * POINT
        return max(words, KEY_PLAN[1] * self.factor + 2.0) if self.plan else words

    def key_box(self) -> Box:
        """Return where the key plan stands."""
        right, top = self.size[0] - self.margin, self.size[1] - self.margin
        return right - KEY_PLAN[0] * self.factor, top - KEY_PLAN[1] * self.factor, right, top

    def draw(self, projection: Projection | None) -> tuple[list[Ink], list[Text]]:
        """Return the ink and the words of the frame."""
        inks, texts = self._header()
        lines = list(self.lines(*_bar(projection.scale, self.scene) if projection else (BAR, "")))
        y = self.margin + sum(line.height for line in lines)
        for line in lines:
            more, words = line.draw(self.left, y - line.height / 2, self.options.style)
            inks, texts, y = [*inks, *more], [*texts, *words], y - line.height
        return inks, texts

    def _header(self) -> tuple[list[Ink], list[Text]]:
        style, top = self.options.style, self.size[1] - self.margin
        y = top - 0.68 * self.heading * POINT
        right = self.size[0] - self.margin - (KEY_PLAN[0] * self.factor + 4.0 if self.plan else 0.0)
        inks, texts, room = self._stamp(right, y) if self.scene.draft else ([], [], right - self.left)
        size = min(self.heading, room / POINT / max(1.0, advance(self.scene.title, weight=700)))
        size, title = max(style.floor, size), self.scene.title
        texts.append(line_of(title, self.left, y, size, align="left", bold=True, kind="title"))
        below = top - (1.35 * self.heading + 0.8 * self.text) * POINT
        line = Line((Entry(" · ".join(filter(None, self._facts()))),), self.text)
        return inks, [text for text in (*texts, *line.draw(self.left, below, style)[1]) if text.text]

    def _facts(self) -> Iterator[str]:
        """Yield what stands under the title."""
        lang, scene = self.scene.lang, self.scene
        yield self.subtitle
        yield scene.venue if scene.venue != scene.title else ""
        yield scene.date
        seated = sum(seat.state == "taken" for seat in self.seats)
        yield say(lang, "person" if seated == 1 else "people", seated)
        yield say(lang, "seats", len(self.seats))

    def _stamp(self, right: float, y: float) -> tuple[list[Ink], list[Text], float]:
        """Return the stamp of a draft with a dashed frame round the page, and the width left for the title."""
        style, word = self.options.style, say(self.scene.lang, "draft")
        size = 0.8 * self.heading
        wide, tall = (advance(word, weight=700) + 1.0) * size * POINT, 1.4 * size * POINT
        inset = 0.35 * self.margin
        box = rectangle(right - wide, y - tall / 2, right, y + tall / 2)
        page = rectangle(inset, inset, self.size[0] - inset, self.size[1] - inset)
        stamp = Ink([box], edge=style.trouble, width=1.2)
        frame = Ink([page], edge=style.quiet, width=0.8, dash=(6.0, 4.0))
        text = line_of(word, right - wide / 2, y, size, bold=True, colour=style.trouble, kind="title")
        return [stamp, frame], [text], right - wide - 3.0 - self.left

    def lines(self, bar: float, words: str) -> Iterator[Line]:
        """Yield the lines below the drawing.

        Parameters
        ----------
        bar : float
            Millimetres of the scale bar.
        words : str
            What it stands for.
        """
        if not self.bare:
            yield from self._explained()
        yield from sentences(self.view, self.width, self.small)
        yield from flow(self._foot(bar, words), self.width, self.small)

    def _explained(self) -> Iterator[Line]:
        """Yield legends and notes."""
        yield from flow(self._groups(), self.width, self.text)
        yield from flow(self._marks(), self.width, self.text)
        for number, note in enumerate(self.scene.notes, 1):
            yield from sentences(f"{number}  {note}", self.width, self.text, trouble=True)
        if self.scene.hidden_notes:
            more = say(self.scene.lang, "more", self.scene.hidden_notes)
            yield from sentences(more, self.width, self.text, trouble=True)
        for remark in self.remarks:
            yield from sentences(remark, self.width, self.small)

    def _groups(self) -> Iterator[Entry]:
        for group in (group for group in self.legend if group.lines):
            yield Entry(f"{group.name} {group.count}", "look", group.look)

    def _marks(self) -> Iterator[Entry]:
        """Yield the marks that are in use."""
        lang, used = self.scene.lang, {mark for seat in self.seats for mark in seat.marks if self.marks}
        yield from (Entry(say(lang, f"mark_{mark}"), mark) for mark in MARKS if mark in used)
        for state in ("empty", "reserved"):
            count = sum(seat.state == state for seat in self.seats)
            if count:
                yield Entry(f"{say(lang, f'state_{state}')} {count}", state)
        if any(seat.rings for seat in self.seats):
            yield Entry(say(lang, "mark_ring"), "ring", trouble=True)

    def _foot(self, bar: float, words: str) -> Iterator[Entry]:
        """Yield scale, verdict and what tells two prints apart."""
        metres, _, scale = words.partition("|")
        if not self.bare:
            yield Entry(metres, "bar", bar=bar)
            yield Entry(say(self.scene.lang, "scale", scale or "0000"))
        yield Entry(self.scene.verdict, bold=True, trouble=self.scene.clean is False)
        yield from map(Entry, (*self.scene.facts, f"seatplan {seatplan.__version__}"))
        if self.sheet:
            yield Entry(self.sheet, bold=True)


def _bar(scale: float, scene: Scene) -> tuple[float, str]:
    """Return the length of the scale bar in millimetres, and what stands beside it: ``5 m|100``."""
    metres = max((m for m in LENGTHS if m * 1000 / scale <= BAR), default=LENGTHS[0])
    shown = f"{metres:g}"
    return metres * 1000 / scale, f"{say(scene.lang, 'metres', shown)}|{scale:g}"
