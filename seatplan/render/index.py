"""The index of names: everybody with row and seat, and the sheet where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from seatplan.people.pinyin import PinyinKey, pinyin_key
from seatplan.render.fit import cut_to
from seatplan.render.options import ChartOptions
from seatplan.render.page import POINT, Page, Text
from seatplan.render.paper import Size
from seatplan.render.scene import Scene, SeatMark
from seatplan.render.seat_ink import line_of
from seatplan.render.surround import Surround
from seatplan.render.typeface import advance
from seatplan.render.words import say

__all__ = ["Entry", "entries", "index_pages"]

LONGEST = 13.0
"""Em that a name has in the index; longer ones are cut and end in dots."""
LEADING = 1.42


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index; a heading has a name only."""

    name: str
    place: str = ""
    sheet: str = ""


def entries(scene: Scene, sheets: Mapping[str, int] | None = None) -> tuple[Entry, ...]:
    """Return the lines of the index, by name as the language of the name sorts it, under first letters.

    Parameters
    ----------
    scene : Scene
    sheets : mapping of str to int, optional
        Number of the sheet by seat.
    """
    taken = [seat for seat in scene.seats if seat.state == "taken"]
    keyed = sorted(((pinyin_key(seat.name), seat) for seat in taken), key=lambda pair: (pair[0], pair[1].place))
    found: list[Entry] = []
    letter = ""
    for key, seat in keyed:
        if _letter(key) != letter:
            letter = _letter(key)
            found.append(Entry(letter))
        sheet = str(sheets.get(seat.seat, "")) if sheets else ""
        found.append(Entry(seat.name, _place(scene, seat), sheet and say(scene.lang, "sheet_short", sheet)))
    return tuple(found)


def _letter(key: PinyinKey) -> str:
    """Return the heading of a name: its first letter without accents, or # where that is no letter."""
    first = unicodedata.normalize("NFD", key[0][0][:1].upper())[:1] if key else ""
    return first if first.isalpha() else "#"


def _place(scene: Scene, seat: SeatMark) -> str:
    """Return a seat's label, with its area where there are several and the label does not tell."""
    area = scene.areas[seat.area][1]
    if len(scene.areas) < 2 or not area or area in seat.place:
        return seat.place
    return f"{area} {seat.place}"


def index_pages(
    scene: Scene,
    size: Size,
    options: ChartOptions,
    *,
    sheets: Mapping[str, int] | None = None,
    before: int = 0,
) -> tuple[Page, ...]:
    """Return the pages of the index.

    Parameters
    ----------
    scene : Scene
    size : (float, float)
        Of the paper, in millimetres.
    options : ChartOptions
    sheets : mapping of str to int, optional
        Number of the sheet by seat.
    before : int
        Sheets before the index, which count on.
    """
    lines = entries(scene, sheets)
    if not lines:
        return ()
    table = _Table(scene, size, options, lines, before)
    return tuple(table.page(i) for i in range(table.pages))


class _Table:
    """The lines of the index in columns."""

    def __init__(
        self, scene: Scene, size: Size, options: ChartOptions, lines: Sequence[Entry], before: int
    ) -> None:
        self.scene, self.size, self.options, self.lines = scene, size, options, lines
        self.before = before
        view = ""
        subtitle = f"{say(scene.lang, 'index')} · {say(scene.lang, 'index_pinyin')}"
        self.frame = Surround(scene, options, size, view, scene.seats, subtitle=subtitle, bare=True)
        self.em = self.frame.text * 0.9
        self.em = max(options.style.floor, self.em)
        self._measure()

    def _measure(self) -> None:
        mm, self.room = self.em * POINT, self.frame.room()
        room = self.room
        widths = [max(min(advance(text), LONGEST) for text in column) for column in self._columns()]
        self.width = [w * mm for w in widths]
        column = sum(self.width) + 3.2 * mm
        self.across = max(1, int((room[2] - room[0] + 2.0 * mm) / column))
        self.column = (room[2] - room[0]) / self.across
        self.down = max(1, int((room[3] - room[1]) / (LEADING * mm)))

    def _columns(self) -> Iterator[list[str]]:
        yield [line.name for line in self.lines]
        yield [line.place for line in self.lines]
        yield [line.sheet for line in self.lines]

    @property
    def pages(self) -> int:
        return ceil(len(self.lines) / (self.across * self.down))

    def page(self, i: int) -> Page:
        each = self.across * self.down
        lines = self.lines[i * each : (i + 1) * each]
        down = ceil(len(lines) / self.across)  # the last page has columns of equal length
        total = self.before + self.pages
        sheet = say(self.scene.lang, "sheet", self.before + i + 1, total) if total > 1 else ""
        frame = replace(self.frame, sheet=sheet)
        inks, words = frame.draw(None)
        texts = [text for k, line in enumerate(lines) for text in self._line(*divmod(k, down), line)]
        return Page(*self.size, tuple(inks), (*texts, *words), None, self.scene.title)

    def _line(self, column: int, row: int, line: Entry) -> Iterator[Text]:
        """Yield name, place and sheet of a line of a column."""
        mm, room = self.em * POINT, self.room
        x = room[0] + column * self.column
        y = room[3] - (row + 0.5) * LEADING * mm
        heading = not line.place and not line.sheet
        name = cut_to(line.name, LONGEST * self.em, self.em, size=self.em, bold=heading).lines[0]
        yield line_of(name, x, y, self.em, align="left", bold=heading, kind="name")
        place = x + self.width[0] + 0.8 * mm
        if line.place:
            yield line_of(line.place, place, y, self.em, align="left", kind="number")
        if line.sheet:
            sheet = place + self.width[1] + 0.8 * mm
            yield line_of(line.sheet, sheet, y, self.em, align="left", colour=self.options.style.quiet)
