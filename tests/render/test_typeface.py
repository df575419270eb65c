"""The typeface: what the bundled fonts draw, what is refused, how wide a text is, and that files repeat."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.ft2font import FT2Font
from matplotlib.textpath import TextPath
from pypdf import PdfReader

from seatplan.errors import InputError
from seatplan.render import typeface

# rare characters of names: 㛃䶮 of Extension A, 𬱖𠅤 beyond the basic plane
HARD = "镕喆堃㛃䶮𬱖𠅤 李强 欧阳 阿依古丽·买买提"
MARKS = "●○◆◇■□▲△★☆✓✕♿①⑩⑳㉑㊿→←↑↓┌┼（）：「」《》、。—…“”〇№㎡"
UNKNOWN = chr(0x2A6A5)  # 𪚥, four dragons, Extension B
PRIVATE = chr(0xE000)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without a Chinese font of its own."""
    caches = typeface._fonts, typeface._drawable, typeface._width
    monkeypatch.setattr(typeface, "SYSTEM", ("No Such Font",))
    for function in caches:
        function.cache_clear()
    yield
    for function in caches:
        function.cache_clear()


def drawing(text: str, form: str) -> bytes:
    """A file with ``text`` in both weights."""
    file = io.BytesIO()
    with rc_context(typeface.rc()):
        figure = Figure(figsize=(6, 1))
        figure.text(0.05, 0.6, text)
        figure.text(0.05, 0.2, text, weight="bold")
        date = {"pdf": {"CreationDate": None}, "svg": {"Date": None}}
        figure.savefig(file, format=form, metadata=date.get(form))
    return file.getvalue()


def complaints(text: str) -> list[str]:
    """What matplotlib says when it draws ``text``."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        drawing(text, "png")
    return [str(warning.message) for warning in said]


def test_bundled_font_is_asked_first_and_matplotlibs_own_last():
    """The order of the fallback list is bundled, system, DejaVu Sans."""
    assert typeface.family()[0] == "Seatplan Sans SC"
    assert typeface.family()[-1] == "DejaVu Sans"


def test_fonts_are_registered_once():
    """Asking again for the family adds nothing to matplotlib's list."""
    typeface.family()
    before = len(fontManager.ttflist)

    typeface.family()

    assert len(fontManager.ttflist) == before


def test_fonts_are_registered_again_after_matplotlib_forgot_them(monkeypatch):
    """matplotlib drops added fonts when it rebuilds its list; the next call adds them again."""
    rest = [font for font in fontManager.ttflist if font.name != typeface.BUNDLED]
    monkeypatch.setattr(fontManager, "ttflist", rest)

    typeface.family()

    assert sum(font.name == typeface.BUNDLED for font in fontManager.ttflist) == 2


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (700, "Bold")])
def test_two_weights_are_found(weight, style):
    """Regular and bold are files of their own, not one thickened by the other."""
    prop = FontProperties(family=typeface.family()[:1], weight=weight)

    found = fontManager.findfont(prop, fallback_to_default=False)

    assert found.endswith(f"SeatplanSansSC-{style}.ttf")


def test_fonts_of_the_system_stand_between(monkeypatch, tmp_path):
    """A known font is used where it is installed; one whose file has gone is not."""
    here, also, gone = tmp_path / "here.ttf", tmp_path / "also.ttf", tmp_path / "gone.ttf"
    here.touch()
    also.touch()
    listed = [
        SimpleNamespace(name="HanaMinB", fname=str(here)),
        SimpleNamespace(name="Noto Sans SC", fname=str(also)),
        SimpleNamespace(name="PingFang SC", fname=str(gone)),
        SimpleNamespace(name="Comic Sans MS", fname=str(here)),
    ]
    bundled = [SimpleNamespace(name=typeface.BUNDLED, fname=str(path)) for path in typeface.FILES]
    monkeypatch.setattr(fontManager, "ttflist", listed + bundled)

    assert typeface.family() == ["Seatplan Sans SC", "Noto Sans SC", "HanaMinB", "DejaVu Sans"]


@pytest.mark.parametrize("path", typeface.FILES, ids=lambda path: path.stem)
def test_a_font_file_is_small_and_has_the_hard_names(path):
    """A wheel with both fonts stays small, and no name needs a font of the system."""
    missing = [char for char in HARD if ord(char) not in FT2Font(path).get_charmap()]

    assert not missing
    assert path.stat().st_size < 3_200_000


def test_licence_stands_beside_the_fonts():
    """The OFL asks for its text and the copyright notice in each copy."""
    text = typeface.FILES[0].with_name("OFL.txt").read_text(encoding="utf-8")

    assert "© 2014-2021 Adobe (http://www.adobe.com/)" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("text", [HARD, MARKS, "Šimek Łukasz Nguyễn Thị François $A$ a_b"])
def test_names_and_marks_are_drawn_on_a_bare_machine(text):
    """Nothing is missing, and matplotlib does not say "Glyph ... missing" either."""
    assert typeface.missing_characters(text) == ""
    assert complaints(text) == []


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("character", [UNKNOWN, PRIVATE, "\t", "\x00", "\x85", chr(0x3164)], ids=ascii)
def test_what_comes_out_as_a_box_is_missing(character):
    """Missing is what matplotlib complains about: rare, private and control characters."""
    assert typeface.missing_characters(f"李{character}强") == character
    assert complaints(f"李{character}强") != []


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    "character", [" ", "\n", "\u00a0", "\u3000", "\u200b", "\u200d", "\ufe0f", "\ufeff", "\U000e0100"], ids=ascii
)
def test_what_leaves_no_mark_is_not_missing(character):
    """Blanks, joiners and variation selectors are neither missing nor complained about."""
    assert typeface.missing_characters(f"葛{character}强") == ""
    assert complaints(f"葛{character}强") == []


@pytest.mark.usefixtures("bare")
def test_a_missing_character_is_named_once():
    """Each character once, in the order of the text."""
    assert typeface.missing_characters(PRIVATE + UNKNOWN + "李" + PRIVATE) == PRIVATE + UNKNOWN


@pytest.mark.usefixtures("bare")
def test_every_text_that_cannot_be_drawn_is_a_fault_of_its_own():
    """Where, what and how to mend; a character that cannot be printed is told by its code point."""
    names = [("row 2", "李强"), ("row 3", f"王{UNKNOWN}"), ("row 4", f"{PRIVATE}㛃{UNKNOWN}")]

    with pytest.raises(InputError) as caught:
        typeface.require_glyphs(names)

    assert [fault.where for fault in caught.value.faults] == ["row 3", "row 4"]
    assert caught.value.faults[0].found == f"'王{UNKNOWN}' has {UNKNOWN} (U+2A6A5), which no font here can draw"
    assert "has U+E000, 𪚥 (U+2A6A5)," in caught.value.faults[1].found
    assert "install a font" in caught.value.faults[0].mend


def test_a_lone_surrogate_is_refused_with_a_message_that_can_be_printed():
    """A broken decoder leaves half a character; the message must not break as well."""
    with pytest.raises(InputError) as caught:
        typeface.require_glyphs([("row 2", "李\ud800")])

    assert str(caught.value).encode("utf-8")


def test_names_that_can_be_drawn_pass():
    """Nothing is raised, for no names at all neither."""
    typeface.require_glyphs([("row 2", HARD)])
    typeface.require_glyphs([])


@pytest.mark.parametrize(
    ("text", "weight", "width"),
    [
        ("", 400, 0),
        ("李强", 400, 2),
        ("𬱖𠅤", 700, 2),
        ("李\u200d强\ufe00", 400, 2),  # a joiner and a selector take no room
        ("李强\n欧", 400, 2),  # of several lines the longest counts
        ("1", 400, 0.555),  # the font states 555 of 1000 units
    ],
)
def test_advance_is_the_width_that_the_font_states(text, weight, width):
    """Chinese characters are one em wide, others as the font says."""
    assert typeface.advance(text, weight=weight) == pytest.approx(width)


@pytest.mark.parametrize("text", ["李强", "AVATAR To", "3排12号", "阿依古丽·买买提", "Ann 𬱖 ①"])
@pytest.mark.parametrize("weight", [400, 700])
def test_advance_is_where_the_next_character_is_drawn(text, weight):
    """The oracle is matplotlib's own layout: a square after the text stands `advance` further right."""
    prop = FontProperties(family=typeface.family(), weight=weight)

    def right_edge(shown: str) -> float:
        return float(TextPath((0, 0), shown, size=100, prop=prop).get_extents().x1)

    shift = right_edge(text + "■") - right_edge("■")
    assert typeface.advance(text, weight=weight) == pytest.approx(shift / 100, abs=0.002)


def test_advance_of_what_no_font_has_is_that_of_the_box():
    """Measuring never fails; refusing is another function's task."""
    assert typeface.advance(PRIVATE) == 1


def test_text_of_a_pdf_is_exact():
    """What is selected in the PDF is what was typed, rare characters and dollar signs included."""
    text = "镕喆堃㛃䶮𬱖𠅤 李强 欧阳 $A$ a_b"

    page = PdfReader(io.BytesIO(drawing(text, "pdf"))).pages[0]

    assert page.extract_text().split("\n") == [text, text]


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_two_processes_write_the_same_bytes(form):
    """A picture repeats to the byte, whatever the order of sets is."""
    script = """if True:
        import runpy, sys
        module = runpy.run_path(sys.argv[1])
        sys.stdout.buffer.write(module["drawing"](module["HARD"] + module["MARKS"], sys.argv[2]))
    """

    def run(seed: str) -> bytes:
        command = [sys.executable, "-c", script, __file__, form]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        return subprocess.run(command, env=environment, capture_output=True, check=True).stdout

    first = run("1")
    assert len(first) > 10_000
    assert first == run("2") == drawing(HARD + MARKS, form)
