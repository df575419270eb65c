"""The podium chart: lengths are those of the room, reasons are numbered, names are legible."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seatplan.errors import InputError
from seatplan.render import ChartOptions, save_podium
from seatplan.render.podium_chart import _page
from seatplan.venue import Fixture, auditorium

HALL = auditorium(rows=4, blocks="6,6", first_row=4.0, language="en")
LECTERN = Fixture("lectern", "Lectern", "lectern", -2.0, 1.0, 0.7, 0.5)
STEPS = Fixture("steps", "Steps", "steps", -3.5, -0.5, 1.2, 1.0)
STAGE = Fixture("stage", "Stage", "stage", 0.0, 2.0, 8.0, 4.0, height=0.6)
VENUE = replace(HALL, fixtures=(*HALL.fixtures, STAGE, STEPS, LECTERN))


def page(**options):
    return _page(VENUE, ("because of sight", "because of sound"), None, ChartOptions(lang="en", **options), None)


def test_the_figures_are_the_lengths_of_the_lines():
    figures = {text.text for text in page().texts if text.kind == "number"}

    far = np.hypot(*(HALL.xyz[:, :2] - (-2.0, 1.0)).T).max()
    way = np.hypot(1.5, 1.0)
    assert {f"{far:.1f}", f"{way:.1f}", "2.0"} <= figures


def test_the_reasons_are_numbered():
    words = [text.text for text in page(paper="A3").texts]

    assert "1. because of sight" in words
    assert "2. because of sound" in words


def test_the_lectern_is_named_on_light_ground():
    sheet = page()

    assert any(text.text == "Lectern" for text in sheet.texts)
    assert any(ink.fill == "#d7e8f5" for ink in sheet.inks)


def test_a_venue_without_a_lectern_is_refused(tmp_path):
    with pytest.raises(InputError, match="it has no lectern; place one: seatplan podium"):
        save_podium(HALL, tmp_path / "a.svg")


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_figures_lie_on_no_chair_and_on_no_word(paper):
    sheet = page(paper=paper)
    chairs = [quad for ink in sheet.inks if ink.width == 0.4 and ink.layer == 1 for quad in ink.points]
    figures = [text for text in sheet.texts if text.kind == "number"]
    boxes = [(*quad.min(axis=0), *quad.max(axis=0)) for quad in chairs]
    boxes += [text.box for text in sheet.texts if text.kind == "fixture"]

    assert len(chairs) == len(HALL.seats)
    for k, figure in enumerate(figures):
        for box in (*boxes, *(other.box for other in figures[:k])):
            assert not _meet(figure.box, box), figure.text


def _meet(one, other):
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
