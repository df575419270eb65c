"""Many lines of text as one artist of matplotlib: each drawn where it stands, nothing laid out a second time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_pdf import RendererPdf
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform, Transform
from numpy.typing import NDArray

from seatplan.render.glyphs import glyph
from seatplan.render.page import Text
from seatplan.render.pdf_words import pdf_renderer, plain, write_words
from seatplan.render.typeface import advance, family

__all__ = ["Words"]

MANY = 1500
"""More texts than this are drawn as outlines where the format is pixels."""
CHUNK = 400
"""So many texts are one path; Agg refuses paths without end."""

Places = NDArray[np.float64]


class Words(Artist):
    """Lines of text.

    Parameters
    ----------
    texts : sequence of Text
    place : Transform
        From millimetres to the data of the Axes.
    """

    def __init__(self, texts: Sequence[Text], place: Transform) -> None:
        super().__init__()
        self.texts = tuple(texts)
        self.place = place
        self.set_zorder(10)

    def draw(self, renderer: RendererBase) -> None:
        """Draw all lines: as text that can be selected, many on pixels as outlines, which is faster."""
        if not self.get_visible() or not self.texts or self.axes is None:
            return
        way = self.place + self.axes.transData
        starts = way.transform(np.array([text.start for text in self.texts]))
        renderer.open_group("words", self.get_gid())
        gc = renderer.new_gc()
        pdf = pdf_renderer(renderer)
        if isinstance(renderer, RendererAgg) and len(self.texts) > MANY:
            self._outlines(renderer, gc, starts)
        elif pdf is not None:
            self._in_pdf(pdf, gc, starts)
        else:
            self._letters(renderer, gc, self.texts, starts)
        gc.restore()
        renderer.close_group("words")

    def _in_pdf(self, renderer: RendererPdf, gc: GraphicsContextBase, starts: Places) -> None:
        """Write plain texts together; leave to matplotlib what must be shaped, such as Arabic, or else all."""
        easy = np.array([plain(text.text) for text in self.texts])
        together = [self.texts[i] for i in np.flatnonzero(easy)]
        left = ~easy if together and write_words(renderer, gc, together, starts[easy]) else np.ones_like(easy)
        alone = [self.texts[i] for i in np.flatnonzero(left)]
        self._letters(renderer, gc, alone, starts[left])

    @staticmethod
    def _letters(renderer: RendererBase, gc: GraphicsContextBase, texts: Sequence[Text], starts: Places) -> None:
        _, height = renderer.get_canvas_width_height()
        for text, (x, y) in zip(texts, starts.tolist(), strict=True):
            gc.set_foreground(text.colour)
            font = _font(round(text.size, 3), text.bold)
            renderer.draw_text(gc, x, height - y if renderer.flipy() else y, text.text, font, text.turn)

    def _outlines(self, renderer: RendererBase, gc: GraphicsContextBase, starts: Places) -> None:
        """Draw the texts of one colour together."""
        by_colour: dict[str, list[int]] = defaultdict(list)
        for i, text in enumerate(self.texts):
            by_colour[text.colour].append(i)
        gc.set_linewidth(0.0)
        pixel = float(np.asarray(renderer.points_to_pixels(1.0)))
        for colour, chosen in by_colour.items():
            gc.set_foreground(colour)
            for first in range(0, len(chosen), CHUNK):
                paths = [_path(self.texts[i], starts[i], pixel) for i in chosen[first : first + CHUNK]]
                renderer.draw_path(gc, Path.make_compound_path(*paths), IdentityTransform(), gc.get_rgb())


@lru_cache(maxsize=1024)
def _font(size: float, bold: bool) -> FontProperties:
    return FontProperties(family=family(), size=size, weight=700 if bold else 400)


def _path(text: Text, start: Places, pixel: float) -> Path:
    """Return the outline of a text in pixels."""
    size = text.size * pixel
    way = Affine2D().scale(size).rotate_deg(text.turn).translate(*start)
    return _word(text.text, text.bold).transformed(way)


@lru_cache(maxsize=65536)
def _word(text: str, bold: bool) -> Path:
    """Return the outline of a text in em."""
    weight, x = 700 if bold else 400, 0.0
    parts = []
    for character in text:
        if not character.isspace():
            path = glyph(character, bold)
            parts.append(Path(np.asarray(path.vertices) + np.array([x, 0.0]), path.codes))
        x += advance(character, weight=weight)
    return Path.make_compound_path(*parts)
