"""Texts of a PDF that are written together stand where matplotlib would have put them."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render import pdf_words, save, words_artist
from seatplan.render.pdf_words import plain
from seatplan.venue import auditorium

NAMES = ("李强", "欧阳 娜", "Anna-Maria Müller", "𬱖强", "Řehoř (Ž)", "علي", "fi office")


def starts(path: Path) -> list[tuple[float, ...]]:
    """Return where each text of the first page starts, in points, with its direction and size."""
    found, state, kept, fresh = [], np.eye(3), [], False
    page = PdfReader(path).pages[0]
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        match operator:
            case b"q":
                kept.append(state)
            case b"Q":
                state = kept.pop()
            case b"cm":
                state = matrix(operands) @ state
            case b"BT" | b"Tm":
                way, fresh = matrix(operands) @ state if operands else state, True
            case b"Tf":
                size = float(operands[1])
            case b"Tj" | b"TJ" if fresh:
                found.append(tuple(round(float(n), 2) + 0.0 for n in (*way[2, :2], *way[0, :2], size)))
                fresh = False
    return sorted(found)


def matrix(numbers) -> np.ndarray:
    a, b, c, d, e, f = map(float, numbers)
    return np.array([[a, b, 0], [c, d, 0], [e, f, 1]])


def chart(path: Path) -> Path:
    hall = auditorium(rows=4, blocks="2,2")
    people = tuple(Person(str(i), name) for i, name in enumerate(NAMES))
    seats = [seat.id for seat in hall.seats]
    return save(Problem(hall, Roster(people)), Plan({p.id: s for p, s in zip(people, seats, strict=False)}), path)


def test_words_written_together_stand_where_each_alone_would_stand(tmp_path, monkeypatch):
    together = starts(chart(tmp_path / "together.pdf"))
    monkeypatch.setattr(words_artist, "plain", lambda _: False)
    alone = starts(chart(tmp_path / "alone.pdf"))
    assert len(together) > len(NAMES)
    assert np.allclose(together, alone, atol=0.02)


@pytest.mark.parametrize("error", [AttributeError, ImportError, TypeError])
def test_another_matplotlib_draws_each_word_itself(tmp_path, monkeypatch, error):
    """Where the private parts of matplotlib are gone, nothing is lost but time."""
    together = starts(chart(tmp_path / "together.pdf"))

    def gone(*_):
        raise error("no such part")

    monkeypatch.setattr(pdf_words, "_items", gone)
    alone = PdfReader(chart(tmp_path / "alone.pdf")).pages[0].extract_text()
    assert np.allclose(starts(tmp_path / "alone.pdf"), together, atol=0.02)
    assert "Müller" in alone


def test_this_matplotlib_writes_words_together(tmp_path, monkeypatch):
    told = []
    write = words_artist.write_words
    monkeypatch.setattr(words_artist, "write_words", lambda *asked: told.append(write(*asked)) or told[-1])
    chart(tmp_path / "c.pdf")

    assert told
    assert all(told)


def test_what_is_written_is_pdf(tmp_path):
    """Numbers in a PDF have no exponents, and names with brackets do not end a string."""
    page = PdfReader(chart(tmp_path / "c.pdf")).pages[0]
    content = page.get_contents().get_data()
    assert b" Tm /F" in content
    assert not re.search(rb"\d\.\d*e[-+]?\d", content)
    assert "Řehoř" in page.extract_text()


def test_text_that_must_be_shaped_is_left_to_matplotlib():
    assert [plain(name) for name in NAMES] == [True, True, True, False, True, False, True]
    assert not plain("e\u0301")
