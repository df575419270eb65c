"""Name plates on paper: a sheet folded in the middle, its upper half upside down, so that both sides read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from seatplan.people.plates import Plate, Plates
from seatplan.render.page import POINT, Ink, Page, Text
from seatplan.render.paper import PAPERS
from seatplan.render.typeface import advance, require_glyphs

__all__ = ["plate_pages"]

WIDE = 0.88
"""Of a side's width: what words may fill."""
LEAD = 1.18
"""From line to line, in sizes of the font."""
BREAK = 1.3
"""How much larger words must become for one line more."""
LARGEST = 0.46
"""Of a side's height: the size of a name."""
FOLD, MARK = "#9a9a9a", 5.0
Line = tuple[str, float, bool]
"""Words, their size in millimetres, bold."""


def plate_pages(plates: Sequence[Plate], options: Plates | None = None) -> list[Page]:
    """Return one page for each plate.

    The sheet is A4 or, for larger plates, as large as the two sides. A broken line marks the fold; the seat stands
    in the margin, outside the plate.

    Parameters
    ----------
    plates : sequence of Plate
    options : Plates, optional

    Raises
    ------
    InputError
        For a name that no font can draw.

    Examples
    --------
    >>> page, = plate_pages([Plate("1", "李　强")])
    >>> [(text.text, text.turn) for text in page.texts]
    [('李　强', 0.0), ('李　强', 180.0)]
    """
    options = options or Plates()
    require_glyphs((f"plate of {p.name}", text) for p in plates for text in (p.name, p.second, p.below) if text)
    return [_page(plate, options) for plate in plates]


def _page(plate: Plate, options: Plates) -> Page:
    width, height = _paper(options)
    fold = height / 2
    front, back = _sides(plate, options)
    texts = [*_words(front, options, width / 2, fold, 1.0), *_words(back, options, width / 2, fold, -1.0)]
    margin = fold - options.height
    if plate.seat and margin > 4:
        size = 8.0
        wide = advance(plate.seat) * size * POINT
        texts.append(Text(width / 2, margin / 2, plate.seat, size, wide, kind="number", colour=FOLD))
    return Page(width, height, tuple(_marks(options, width, fold)), tuple(texts), title=plate.name)


def _paper(options: Plates) -> tuple[float, float]:
    """Return A4 if both sides fit on it, upright or across, else the plate's own size."""
    needed = (options.width, 2 * options.height)
    a4 = PAPERS["A4"]
    for paper in (a4, a4[::-1]):
        if needed[0] <= paper[0] and needed[1] <= paper[1]:
            return paper
    return needed


def _sides(plate: Plate, options: Plates) -> tuple[Plate, Plate]:
    """Return what stands on either side."""
    if options.sides == "same" or not plate.second:
        return plate, plate
    return Plate(plate.person, plate.name, "", plate.below), Plate(plate.person, plate.second, "", plate.below)


def _words(plate: Plate, options: Plates, x: float, fold: float, way: float) -> Iterator[Text]:
    """Yield the lines of one side; ``way`` is -1 for the side that stands upside down."""
    lines = _lines(plate, options)
    middle = fold - way * options.height / 2
    total = sum(size * LEAD for _, size, _ in lines)
    top = total / 2
    for text, size, bold in lines:
        top -= size * LEAD / 2
        points = size / POINT
        wide = advance(text, weight=700 if bold else 400) * size
        yield Text(
            x, middle + way * top, text, points, wide, bold=bold, turn=0.0 if way > 0 else 180.0, kind="name"
        )
        top -= size * LEAD / 2


def _lines(plate: Plate, options: Plates) -> list[Line]:
    """Return the lines of a side, as large as there is room."""
    wide, high = options.width * WIDE, options.height * WIDE
    small = [text for text in (plate.second, plate.below) if text]
    kept = {0: high, 1: high * 0.70, 2: high * 0.58}[len(small)]
    name = _broken(plate.name, wide, min(kept, options.height * LARGEST * 2), options.height * LARGEST)
    rest = [_broken(text, wide, (high - kept) / max(len(small), 1), options.height * 0.17) for text in small]
    bold = [(text, size, True) for text, size in name]
    return [*bold, *((text, size, False) for part in rest for text, size in part)]


def _broken(text: str, wide: float, high: float, largest: float) -> list[tuple[str, float]]:
    """Break a text at its spaces into the lines that can be largest."""
    words = text.split(" ")
    best: tuple[float, list[str]] = (0.0, [text])
    for cuts in _cuts(len(words)):
        lines = [" ".join(words[a:b]) for a, b in zip((0, *cuts), (*cuts, len(words)), strict=True)]
        size = min(largest, high / (len(lines) * LEAD), wide / max(advance(line, weight=700) for line in lines))
        if size > best[0] * BREAK:
            best = (size, lines)
    return [(line, best[0]) for line in best[1]]


def _cuts(words: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to break words into one, two or three lines."""
    for count in range(min(3, words)):
        yield from combinations(range(1, words), count)


def _marks(options: Plates, width: float, fold: float) -> Iterator[Ink]:
    """Yield the fold, and ticks where the plate is cut."""
    left, right = (width - options.width) / 2, (width + options.width) / 2
    yield Ink([np.array([[left, fold], [right, fold]])], edge=FOLD, width=0.5, dash=(4.0, 4.0), closed=False)
    low, high = fold - options.height, fold + options.height
    ticks = [
        np.array([[x, y], [x + (MARK if x == left else -MARK), y]])
        for x in (left, right)
        for y in (low, high)
        if low > 0
    ]
    if ticks:
        yield Ink(ticks, edge=FOLD, width=0.5, closed=False)
