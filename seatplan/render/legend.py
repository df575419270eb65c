"""Words and small pictures in lines: legends, notes, facts. They flow over as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.render.hatch import hatch_lines
from seatplan.render.page import POINT, Ink, Text
from seatplan.render.seat_ink import line_of, mark_ink
from seatplan.render.style import Look, Style
from seatplan.render.trouble_ink import ring
from seatplan.render.typeface import advance

__all__ = ["Entry", "Line", "flow", "sentences"]

GAP = 1.4
"""Between entries, in em."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A picture with words.

    Parameters
    ----------
    text : str
    icon : str
        Empty, a key of `MARKS`, ``"empty"``, ``"reserved"``, ``"ring"``, ``"bar"`` or ``"look"``.
    look : Look or None
        For ``"look"``.
    bar : float
        Millimetres, for ``"bar"``.
    bold : bool
    trouble : bool
        Drawn in the colour of broken rules.
    """

    text: str
    icon: str = ""
    look: Look | None = None
    bar: float = 0.0
    bold: bool = False
    trouble: bool = False

    def width(self, size: float) -> float:
        """Return its width in millimetres."""
        words = advance(self.text, weight=700 if self.bold else 400) * size * POINT
        return words + self.picture(size) + (0.5 * size * POINT if self.icon else 0.0)

    def picture(self, size: float) -> float:
        """Return the width of its picture in millimetres."""
        em = size * POINT
        return {"": 0.0, "bar": self.bar, "look": 1.9 * em}.get(self.icon, 1.1 * em)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of entries, of one size of type."""

    entries: tuple[Entry, ...]
    size: float

    @property
    def height(self) -> float:
        """Millimetres from this line to the next."""
        return self.size * 1.45 * POINT

    def draw(self, left: float, y: float, style: Style) -> tuple[list[Ink], list[Text]]:
        """Return ink and words of the line, whose middle stands at ``y``."""
        inks: list[Ink] = []
        texts: list[Text] = []
        for entry in self.entries:
            colour = style.trouble if entry.trouble else style.ink
            inks.extend(_icon(entry, left, y, self.size, style))
            x = left + entry.picture(self.size) + (0.5 * self.size * POINT if entry.icon else 0.0)
            kind = "trouble" if entry.trouble else "caption"
            texts.append(
                line_of(entry.text, x, y, self.size, align="left", bold=entry.bold, colour=colour, kind=kind)  # type: ignore[arg-type]
            )
            if entry.look is not None and entry.look.code:
                middle = left + entry.picture(self.size) / 2
                texts.append(line_of(entry.look.code, middle, y, max(style.floor, self.size * 0.8), bold=True))
            left += entry.width(self.size) + GAP * self.size * POINT
        return inks, [text for text in texts if text.text]


def flow(entries: Iterable[Entry], width: float, size: float) -> Iterator[Line]:
    """Yield lines of entries that are no wider than ``width`` millimetres.

    Examples
    --------
    >>> [len(line.entries) for line in flow([Entry("one"), Entry("two"), Entry("three")], 14.0, 8.0)]
    [2, 1]
    """
    line: list[Entry] = []
    used = 0.0
    for entry in entries:
        wide = entry.width(size)
        if line and used + wide > width:
            yield Line(tuple(line), size)
            line, used = [], 0.0
        line.append(entry)
        used += wide + GAP * size * POINT
    if line:
        yield Line(tuple(line), size)


def sentences(text: str, width: float, size: float, *, trouble: bool = False) -> Iterator[Line]:
    """Yield a sentence on as many lines as it needs; Latin words stay whole, Chinese ones break anywhere."""
    line, used, room = "", 0.0, width / (size * POINT)
    for word in _words(text):
        wide = advance(word)
        if line and used + advance(word.rstrip()) > room:
            yield Line((Entry(line.rstrip(), trouble=trouble),), size)
            line, used = "", 0.0
        line, used = line + word, used + wide
    if line:
        yield Line((Entry(line.rstrip(), trouble=trouble),), size)


def _words(text: str) -> Iterator[str]:
    """Yield pieces between which a line may end, none longer than twenty characters."""
    word = ""
    for character in text:
        wide = ord(character) > 0x2E7F
        if (wide and word and character not in ",。:;、)!?，；：）！？") or len(word) >= 20:
            yield word
            word = ""
        word += character
        if character == " ":
            yield word
            word = ""
    if word:
        yield word


def _icon(entry: Entry, left: float, y: float, size: float, style: Style) -> Iterator[Ink]:
    """Yield the picture of an entry."""
    em, wide = size * POINT, entry.picture(size)
    middle = left + wide / 2
    if entry.icon == "bar":
        yield from _bar(left, y, wide, em, style)
    elif entry.icon == "ring":
        shape = ring(np.array([middle, y]), wide, 0.85 * em, 0.0, swell=1.0)
        yield Ink([shape], edge=style.trouble, width=1.4, layer=6)
    elif entry.icon in ("look", "empty", "reserved"):
        yield from _swatch(entry, _box(middle, y, wide, em), style)
    elif entry.icon:
        yield from mark_ink(entry.icon, middle, y, em, colour=style.ink)


def _box(x: float, y: float, width: float, height: float) -> NDArray[np.float64]:
    right, up = width / 2, height / 2
    return np.array([[x - right, y + up], [x + right, y + up], [x + right, y - up], [x - right, y - up]])


def _swatch(entry: Entry, box: NDArray[np.float64], style: Style) -> Iterator[Ink]:
    if entry.look is not None:
        yield Ink([box], entry.look.fill, entry.look.edge, 1.0, layer=1)
        yield Ink(hatch_lines(box[None], entry.look.hatch), edge=style.hatch, width=0.3, closed=False, layer=2)
        return
    yield Ink([box], "#ffffff", style.line, 0.4, (1.2, 1.2), layer=1)
    if entry.icon == "reserved":
        yield Ink([box[[3, 1]]], edge=style.line, width=0.6, closed=False, layer=2)


def _bar(left: float, y: float, width: float, em: float, style: Style) -> Iterator[Ink]:
    """Yield a scale bar: a line with two ticks."""
    tick = 0.3 * em
    line = [[left, y + tick], [left, y - tick], [left + width, y - tick], [left + width, y + tick]]
    yield Ink([np.array(line)], edge=style.ink, width=0.8, closed=False, layer=1)
