"""A page as SVG: small, without scripts and without fonts, the same bytes every time.

Characters are outlines, each defined once and used where it stands, so that the picture looks the same where no
Chinese font is installed. Every seat has a title, which a browser shows under the pointer and search finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import numpy as np
from numpy.typing import NDArray

from seatplan.render.glyphs import glyph_svg
from seatplan.render.page import POINT, Ink, Page, Text
from seatplan.render.typeface import advance

__all__ = ["page_svg"]


def page_svg(page: Page, *, width: str = "") -> str:
    """Return a page as the text of an SVG file.

    Parameters
    ----------
    page : Page
    width : str
        Of the picture, such as ``"100%"``; its true width on paper if empty.

    Examples
    --------
    >>> page_svg(Page(10.0, 5.0, (), (), title="A & B"))[-30:]
    '<title>A &amp; B</title></svg>'
    """
    ink = sorted(page.inks, key=lambda ink: ink.layer)
    size = f'width="{width}"' if width else f'width="{page.width:g}mm" height="{page.height:g}mm"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {page.width:g} {page.height:g}">'
    parts = [head, f"<title>{escape(page.title)}</title>", *_glyphs(page.texts)]
    if page.inks or page.texts:
        parts.append(f'<rect width="{page.width:g}" height="{page.height:g}" fill="#fff"/>')
    for each in ink:
        parts.extend(_ink(each, page.height))
    parts.extend(_words(page))
    return "".join(parts) + "</svg>"


def _ink(ink: Ink, height: float) -> Iterator[str]:
    """Yield a group with the look, and its areas or lines."""
    if not len(ink.points):
        return
    look = f' fill="{ink.fill or "none"}"'
    if ink.edge:
        look += f' stroke="{ink.edge}" stroke-width="{_n(ink.width * POINT)}"'
    if ink.dash:
        look += f' stroke-dasharray="{" ".join(_n(d * POINT) for d in ink.dash)}"'
    yield f"<g{look}>"
    if ink.titles:
        for points, title in zip(ink.points, ink.titles, strict=True):
            yield f'<path d="{_d(points, height, ink.closed)}"><title>{escape(title)}</title></path>'
    else:
        yield f'<path d="{"".join(_d(points, height, ink.closed) for points in ink.points)}"/>'
    yield "</g>"


def _d(points: NDArray[np.float64], height: float, closed: bool) -> str:
    line = "L".join(f"{_n(x)} {_n(height - y)}" for x, y in points.tolist())
    return f"M{line}{'Z' if closed else ''}"


def _n(number: float) -> str:
    """Write a number in hundredths of a millimetre."""
    return f"{number:.2f}".rstrip("0").rstrip(".") or "0"


def _name(character: str, bold: bool) -> str:
    return f"{'b' if bold else 'r'}{ord(character):x}"


def _glyphs(texts: tuple[Text, ...]) -> Iterator[str]:
    """Yield the outline of each character that is used."""
    used = sorted({(character, text.bold) for text in texts for character in text.text if not character.isspace()})
    if used:
        yield "<defs>"
        yield from (f'<path id="{_name(c, b)}" d="{glyph_svg(c, b)}"/>' for c, b in used)
        yield "</defs>"


def _words(page: Page) -> Iterator[str]:
    """Yield each text as its characters, one after the other."""
    for text in page.texts:
        x, y = text.start
        turn = f" rotate({_n(-text.turn)})" if text.turn else ""
        scale = f"{text.size * POINT / 1000:.5f}".rstrip("0")
        place = f"translate({_n(x)} {_n(page.height - y)}){turn} scale({scale})"
        fill = "" if text.colour == "#000000" else f' fill="{text.colour}"'
        yield f'<g transform="{place}"{fill}>{"".join(_characters(text))}</g>'


def _characters(text: Text) -> Iterator[str]:
    x = 0.0
    for character in text.text:
        if not character.isspace():
            place = f' x="{round(1000 * x)}"' if x else ""
            yield f'<use href="#{_name(character, text.bold)}"{place}/>'
        x += advance(character, weight=700 if text.bold else 400)
