"""Build the bundled fonts, ``SeatplanSansSC-Regular.ttf`` and ``-Bold.ttf``, out of Noto Sans CJK.

The fonts hold the 8,105 characters of 通用规范汉字表 (the set for personal names), GB2312, Latin letters,
punctuation and the marks that stand on charts. Outlines are turned from cubic (CFF) to quadratic (TrueType),
because only then is the text of a PDF embedded cleanly and copied back exactly. With the same packages and
the same version of fontTools the result is the same byte for byte.

Needs a Debian or Ubuntu system for the two source packages (nothing is installed), and fontTools.

Examples
--------
::

    python scripts/build_fonts.py
    python scripts/build_fonts.py --output build/fonts --source unpacked/
"""

import argparse
import bz2
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph

FAMILY = "Seatplan Sans SC"
STYLES = ("Regular", "Bold")
PACKAGES = ("fonts-noto-cjk", "unicode-data")
COLLECTION = "usr/share/fonts/opentype/noto/NotoSansCJK-{style}.ttc"
UNIHAN = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
SIMPLIFIED_CHINESE = 2  # the face of the collection that has the forms of mainland China
INSTRUCTION_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
)
OUTPUT = Path(__file__).resolve().parents[1] / "seatplan" / "render" / "fonts"

BLOCKS = (
    (0x0020, 0x007E, "ASCII"),
    (0x00A0, 0x024F, "Latin-1, Latin Extended-A and -B"),
    (0x1E00, 0x1EFF, "Latin Extended Additional: Vietnamese names"),
    (0x2000, 0x206F, "general punctuation"),
    (0x20A0, 0x20CF, "currency"),
    (0x2100, 0x218F, "letter-like symbols and Roman numerals"),
    (0x2190, 0x21FF, "arrows"),
    (0x2200, 0x22FF, "mathematical operators"),
    (0x2460, 0x2473, "①–⑳"),
    (0x24EA, 0x24EA, "⓪"),
    (0x2500, 0x257F, "box drawing"),
    (0x25A0, 0x25FF, "geometric shapes: ● ○ ◆ ◇ ■ □ ▲ △"),
    (0x2600, 0x267F, "marks: ★ ☆ ♀ ♂"),
    (0x2700, 0x27BF, "marks: ✓ ❶"),
    (0x3000, 0x303F, "CJK punctuation"),
    (0x3251, 0x325F, "㉑–㉟"),
    (0x32B1, 0x32BF, "㊱–㊿"),
    (0x339C, 0x33A1, "㎜ ㎝ ㎞ ㎡"),
    (0xFF01, 0xFF5E, "full-width forms"),
    (0xFFE0, 0xFFE6, "full-width signs"),
)


def main() -> None:
    """Read the command line, fetch the sources unless they are given, write both fonts."""
    options = arguments()
    with tempfile.TemporaryDirectory() as scratch:
        source = options.source or fetch(Path(scratch))
        wanted = characters(source / UNIHAN)
        for style in STYLES:
            build(source, wanted, style, options.output)


def arguments() -> argparse.Namespace:
    """Say which options there are and read them."""
    parser = argparse.ArgumentParser(description="Build the bundled fonts out of Noto Sans CJK.")
    parser.add_argument("--output", type=Path, default=OUTPUT, help="folder to write to (%(default)s)")
    packages = " and ".join(PACKAGES)
    parser.add_argument("--source", type=Path, help=f"folder with {packages} unpacked (default: fetch them)")
    return parser.parse_args()


def fetch(folder: Path) -> Path:
    """Download the source packages and unpack them into `folder`; nothing is installed."""
    subprocess.run(["apt-get", "update"], check=True)
    subprocess.run(["apt-get", "download", *PACKAGES], check=True, cwd=folder)
    for package in sorted(folder.glob("*.deb")):
        subprocess.run(["dpkg", "-x", package, folder], check=True)
    return folder


def characters(unihan: Path) -> set[int]:
    """Return the code points that the fonts shall hold."""
    blocks = {code for first, last, _ in BLOCKS for code in range(first, last + 1)}
    return blocks | set(standard_characters(unihan)) | set(gb2312())


def standard_characters(unihan: Path) -> Iterator[int]:
    """Yield the 8,105 characters of 通用规范汉字表, Unihan's property ``kTGH``."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            if found := re.match(r"U\+([0-9A-F]+)\tkTGH\t", line):
                yield int(found[1], 16)


def gb2312() -> Iterator[int]:
    """Yield every character of GB2312; places left empty decode to nothing."""
    for row in range(0xA1, 0xF8):
        cells = b"".join(bytes((row, cell)) for cell in range(0xA1, 0xFF))
        yield from map(ord, cells.decode("gb2312", errors="ignore"))


def build(source: Path, wanted: Iterable[int], style: str, output: Path) -> None:
    """Write the font of one style and say how large it has become."""
    font = cut(source / COLLECTION.format(style=style), wanted)
    make_quadratic(font)
    rename(font, style)
    output.mkdir(parents=True, exist_ok=True)
    path = output / f"{postscript_name(style)}.ttf"
    font.save(path)
    print(f"{path}: {len(font.getBestCmap())} characters, {path.stat().st_size / 1e6:.2f} MB")


def cut(collection: Path, wanted: Iterable[int]) -> TTFont:
    """Return the Simplified Chinese face with only the `wanted` characters.

    Of the layout features only ``vert`` stays: ``locl`` would bring 7,000 regional forms, and without kerning
    the width of a text is the sum of the widths of its characters.
    """
    options = subset.Options(font_number=SIMPLIFIED_CHINESE, hinting=False, name_IDs=["*"])
    options.layout_features, options.notdef_outline = ["vert"], True
    options.recalc_bounds = True  # without it `maxp` stays empty
    font = subset.load_font(collection, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    return font


def make_quadratic(font: TTFont) -> None:
    """Replace the CFF outlines of `font` by TrueType outlines, at most 1/1000 em away."""
    glyphs = quadratic_glyphs(font)
    font["glyf"], font["loca"] = newTable("glyf"), newTable("loca")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), glyphs
    for name, glyph in glyphs.items():
        glyph.recalcBounds(font["glyf"])  # TrueType shifts an outline to its left side bearing, CFF does not
        font["hmtx"][name] = font["hmtx"][name][0], getattr(glyph, "xMin", 0)
    del font["CFF "], font["VORG"]
    declare_truetype(font)


def quadratic_glyphs(font: TTFont) -> dict[str, Glyph]:
    """Return the outline of every glyph of `font` in quadratic curves."""
    outlines, glyphs = font.getGlyphSet(), {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    return glyphs


def declare_truetype(font: TTFont) -> None:
    """Give `font` the header fields of a TrueType font without instructions and without glyph names."""
    maxp = font["maxp"]
    maxp.tableVersion, maxp.maxZones = 0x00010000, 1
    for field in INSTRUCTION_LIMITS:
        setattr(maxp, field, 0)
    font["post"].formatType, font.sfntVersion = 3.0, "\0\1\0\0"


def rename(font: TTFont, style: str) -> None:
    """Give `font` our family name; copyright (0) and licence (13, 14) stay as they are."""
    unique = postscript_name(style)
    names = {1: FAMILY, 2: style, 3: unique, 4: f"{FAMILY} {style}", 6: unique, 16: FAMILY, 17: style}
    for number, text in names.items():
        font["name"].removeNames(nameID=number)
        font["name"].setName(text, number, 3, 1, 0x409)


def postscript_name(style: str) -> str:
    """Return the name without blanks, which is the name of the file too."""
    return f"{FAMILY.replace(' ', '')}-{style}"


if __name__ == "__main__":
    main()
