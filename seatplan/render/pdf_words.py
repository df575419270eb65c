"""Thousands of lines of text in a PDF, written together.

matplotlib lays out, wraps and saves the state of the page for every single text; a hall of ten thousand seats has
fifty thousand of them. Here each character is looked up once a file, and the texts of one colour are one text
object. The fonts and the characters used are told to matplotlib's file as its own `draw_text` tells them, so
that they are embedded and can be selected and searched. No public part of matplotlib does that; where a version
has not the private ones that are used here, nothing is written, and the caller lets matplotlib draw each text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_pdf import PdfFile, RendererPdf
from matplotlib.font_manager import FontPath, FontProperties
from numpy.typing import NDArray

from seatplan.render.page import Text
from seatplan.render.typeface import family

__all__ = ["pdf_renderer", "plain", "write_words"]

Glyph = tuple[Any, str, int]
"""Font, character and number of the glyph in the font."""
_KNOWN: WeakKeyDictionary[PdfFile, dict[tuple[str, bool], tuple[str, str]]] = WeakKeyDictionary()
"""By file: name of the font in the file and code in it, by character and weight."""


def pdf_renderer(renderer: RendererBase) -> RendererPdf | None:
    """Return the renderer of a PDF that stands behind another one, if there is one."""
    inner = getattr(renderer, "_renderer", renderer)
    return inner if isinstance(inner, RendererPdf) else None


def plain(text: str) -> bool:
    """Tell whether each character of a text stands for itself: Latin letters, digits, signs, Chinese characters.

    Examples
    --------
    >>> plain("李 强 12"), plain("é"), plain("e\\u0301"), plain("علي")
    (True, True, False, False)
    """
    return all(" " <= c <= "~" or "\u00a1" <= c <= "\u017e" or "\u2e80" <= c <= "\u9fff" for c in text)


def write_words(
    renderer: RendererPdf, gc: GraphicsContextBase, texts: Sequence[Text], starts: NDArray[np.float64]
) -> bool:
    """Write texts, each from where its baseline starts, in points from the lower left of the page.

    Returns
    -------
    bool
        False, and nothing is written, where this version of matplotlib has not the parts that are needed.
    """
    known = _KNOWN.setdefault(renderer.file, {})
    try:
        lines = [_line(renderer, text, start, known) for text, start in zip(texts, starts, strict=True)]
    except (AttributeError, ImportError, TypeError):
        return False
    by_colour = sorted(range(len(texts)), key=lambda i: texts[i].colour)
    for colour, chosen in groupby(by_colour, key=lambda i: texts[i].colour):
        gc.set_foreground(colour)
        renderer.check_gc(gc, gc.get_rgb())  # type: ignore[no-untyped-call]
        shown = [lines[i] for i in chosen]
        renderer.file.write("\n".join(["BT", *shown, "ET", ""]).encode("ascii"))
    return True


def _line(
    renderer: RendererPdf,
    text: Text,
    start: NDArray[np.float64],
    known: dict[tuple[str, bool], tuple[str, str]],
) -> str:
    """Return the operators that show one text."""
    cos, sin = (1.0, 0.0) if not text.turn else (np.cos(np.deg2rad(text.turn)), np.sin(np.deg2rad(text.turn)))
    parts = [f"{cos:.6f} {sin:.6f} {-sin:.6f} {cos:.6f} {start[0]:.3f} {start[1]:.3f} Tm"]
    codes = (_code(renderer, character, text.bold, known) for character in text.text)
    for font, same in groupby(codes, key=lambda code: code[0]):
        parts.append(f"{font} {text.size:.3f} Tf <{''.join(code for _, code in same)}> Tj")
    return " ".join(parts)


def _code(
    renderer: RendererPdf, character: str, bold: bool, known: dict[tuple[str, bool], tuple[str, str]]
) -> tuple[str, str]:
    """Return the font's name in the file, and the character's code in it."""
    if (character, bold) not in known:
        font, letters, glyph = _glyph(renderer, character, bold)
        subset, code = renderer.file._character_tracker.track_glyph(font, letters, glyph)
        name = renderer.file.fontName(FontPath(font.fname, font.face_index), subset)
        known[character, bold] = f"/{name.name.decode('ascii')}", f"{code:04x}"
    return known[character, bold]


def _glyph(renderer: RendererPdf, character: str, bold: bool) -> Glyph:
    font = renderer._get_font_ttf(_font(bold))  # type: ignore[no-untyped-call]
    (item,) = _items(font, character)
    return item


def _items(font: Any, character: str) -> Iterator[Glyph]:
    from matplotlib import _text_helpers  # here, where a version without it is noticed

    for item in _text_helpers.layout(character, font):
        yield item.ft_object, item.char, item.glyph_index


@lru_cache(maxsize=2)
def _font(bold: bool) -> FontProperties:
    return FontProperties(family=family(), size=10.0, weight=700 if bold else 400)
