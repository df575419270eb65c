"""The typeface of charts: which fonts draw a text, how wide it is, and what no font can draw.

A bare machine has no Chinese font, so seatplan brings its own, *Seatplan Sans SC*: the 8,105 characters of
通用规范汉字表, GB2312 and the marks on charts, in two weights. What it lacks is drawn with a font of the system
that has it. What no font has would come out as an empty box, and a box is not a name: such a text is refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from matplotlib import get_cachedir
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from seatplan.errors import Fault, refuse

__all__ = ["advance", "family", "missing_characters", "rc", "require_glyphs"]

BUNDLED = "Seatplan Sans SC"
FILES = tuple(Path(__file__).with_name("fonts") / f"SeatplanSansSC-{style}.ttf" for style in ("Regular", "Bold"))
WEIGHTS = (400, 700)
LAST = "DejaVu Sans"  # comes with matplotlib: letters and signs of many scripts, no Chinese

# Fonts with more characters than ours, the better ones first; the last ones have the rarest characters only.
SYSTEM = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "LXGW WenKai",
    "SimSun-ExtB",
    "HanaMinA",
    "HanaMinB",
    "BabelStone Han",
)

# Line feeds, marks of direction, joiners and variation selectors leave no mark on paper, whatever the font has.
INVISIBLE = re.compile(
    "[\n\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)


def family() -> list[str]:
    """Return the fonts that draw a text, first the one that is asked first.

    The bundled fonts are registered with matplotlib on the way, once.

    Returns
    -------
    list of str
        The bundled font, the Chinese fonts of the system that are known by name, DejaVu Sans.

    Examples
    --------
    >>> fonts = family()
    >>> fonts[0], fonts[-1]
    ('Seatplan Sans SC', 'DejaVu Sans')
    """
    _register()
    listed = ((font.name, font.fname) for font in fontManager.ttflist)
    # matplotlib keeps its list on disk, and it may name a font that has gone
    installed = {name for name, path in listed if name in SYSTEM and os.path.exists(path)}
    return [BUNDLED, *(name for name in SYSTEM if name in installed), LAST]


def missing_characters(text: str) -> str:
    """Return the characters of ``text`` that no font can draw, each once.

    Blanks and what is never seen (joiners, marks of direction, variation selectors) are not missing. A tab and
    other control characters are: matplotlib draws a box for them.

    Parameters
    ----------
    text : str
        A name, or anything else that shall stand on a chart.

    Returns
    -------
    str
        Empty if everything can be drawn, in the regular and in the bold weight.

    Examples
    --------
    >>> missing_characters("李强 欧阳㛃")
    ''
    >>> missing_characters("李" + chr(0xE000)) == chr(0xE000)
    True
    """
    seen = dict.fromkeys(INVISIBLE.sub("", text))
    return "".join(character for character in seen if ord(character) not in _drawable())


def require_glyphs(names: Iterable[tuple[str, str]]) -> None:
    """Refuse texts that cannot be drawn completely.

    Parameters
    ----------
    names : iterable of (str, str)
        Where a text stands, and the text.

    Raises
    ------
    InputError
        With one fault for each such text.

    Examples
    --------
    >>> require_glyphs([("roster.csv row 2", "李强")])
    >>> require_glyphs([("roster.csv row 3", "王" + chr(0xE000))])
    Traceback (most recent call last):
    seatplan.errors.InputError: roster.csv row 3: '王\\ue000' has U+E000, which no font here can draw; ...
    """
    refuse(_fault(where, text, lack) for where, text in names if (lack := missing_characters(text)))


def advance(text: str, *, weight: int = 400) -> float:
    """Return the width of ``text`` in em, without drawing it.

    It is the sum of the advance widths that the fonts state for the characters, each looked up once and
    remembered: ten thousand names take a quarter of a second at most. Our font has no kerning, so this is
    exactly where the next character would begin; letters of other fonts may be kerned by a hundredth of an em.

    Parameters
    ----------
    text : str
        The width of several lines is that of the longest.
    weight : int, default 400
        400 is regular, 700 is bold; the nearest weight of each font counts.

    Returns
    -------
    float
        Times the size of the font: the width in the unit of that size.

    Examples
    --------
    >>> advance("欧阳")
    2.0
    >>> advance("Ann") < advance("Ann", weight=700)
    True
    """
    return max(sum(_width(character, weight) for character in line) for line in text.split("\n"))


def rc() -> dict[str, object]:
    """Return the settings of matplotlib that a chart is drawn under.

    With them nothing that people typed is read as mathematics (``$A$``, ``a_b``), the text of a PDF can be
    selected and copied, and two processes write the same bytes, provided that the date is left out of the file:
    ``metadata={"Date": None}`` for SVG, ``metadata={"CreationDate": None}`` for PDF.

    Returns
    -------
    dict
        For `matplotlib.rc_context`.

    Examples
    --------
    >>> import io
    >>> from matplotlib import rc_context
    >>> from matplotlib.figure import Figure
    >>> with rc_context(rc()):
    ...     figure = Figure()
    ...     label = figure.text(0.5, 0.5, "李强 $A$")
    ...     figure.savefig(io.BytesIO(), format="svg", metadata={"Date": None})
    >>> label.get_parse_math()
    False
    """
    return {
        "font.family": family(),
        "axes.unicode_minus": False,
        "text.hinting": "no_hinting",
        "text.parse_math": False,
        "text.usetex": False,
        "pdf.fonttype": 42,  # TrueType as it is
        "svg.fonttype": "path",  # the reader of an SVG need not have the font
        "svg.hashsalt": "seatplan",
    }


def _register() -> None:
    """Add the bundled fonts to matplotlib's list, unless they are there; rebuilding the list drops them."""
    listed = {font.fname for font in fontManager.ttflist}
    for path in map(str, FILES):
        if path not in listed:
            fontManager.addfont(path)


@cache
def _fonts(weight: int) -> tuple[FT2Font, ...]:
    """The fonts of the fallback list in the weight nearest to ``weight``."""
    wanted = (FontProperties(family=[name], weight=weight) for name in family())
    found = map(fontManager.findfont, wanted)
    return tuple(FT2Font(font.path, face_index=font.face_index) for font in found)


@cache
def _drawable() -> frozenset[int]:
    """The code points that can be drawn in both weights."""
    weights = (frozenset().union(*(font.get_charmap() for font in _fonts(weight))) for weight in WEIGHTS)
    return frozenset.intersection(*weights)


@cache
def _width(character: str, weight: int) -> float:
    """Advance width in em of one character; of the empty box if no font has it."""
    if INVISIBLE.match(character):
        return 0.0
    fonts, code = _fonts(weight), ord(character)
    font = next((font for font in fonts if font.get_char_index(code)), fonts[0])
    glyph = font.load_glyph(font.get_char_index(code), LoadFlags.NO_SCALE)
    return glyph.horiAdvance / font.units_per_EM


def _fault(where: str, text: str, lack: str) -> Fault:
    """Say which characters of ``text`` are missing and what helps."""
    return Fault(
        where,
        f"{text!r} has {', '.join(map(_shown, lack))}, which no font here can draw",
        # matplotlib does not look for new fonts as long as it has its list
        f"write it with other characters, or install a font that has them, such as {SYSTEM[0]} or HanaMinB, "
        f"and delete fontlist-*.json in {get_cachedir()}",
    )


def _shown(character: str) -> str:
    """The character with its code point; the code point alone where printing it would show nothing."""
    code = f"U+{ord(character):04X}"
    return f"{character} ({code})" if character.isprintable() else code
