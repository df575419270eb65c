"""`seatplan layout` beside its venue: drawings that are read back, and the styles side by side."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from seatplan.cli import main
from seatplan.io.dxf.read import read_dxf
from seatplan.io.venue import read_venue

HALL = "name: Hall\nsize: [9, 7]\nstage: {x: 4.5, y: 6.2, width: 3, depth: 1.6}\ndoors: [{x: 2, y: 0, width: 1.6}]"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    path = tmp_path / "hall.yaml"
    path.write_text(HALL, "utf-8")
    return path


def run(*words: object):
    return CliRunner().invoke(main, ["layout", *map(str, words)])


def test_the_drawings_of_a_layout_hold_its_seats_in_metres(room, tmp_path):
    done = run(room, "-o", tmp_path / "out", "--drawing", "dxf", "--drawing", "svg", "--no-charts")

    assert done.exit_code == 0, done.output
    venue = read_venue(tmp_path / "out" / "venue.json")
    drawn = read_dxf(tmp_path / "out" / "layout.dxf").venue
    assert drawn is not None
    assert drawn.seats == venue.seats
    seats = [g for g in ET.parse(tmp_path / "out" / "layout.svg").iter() if g.get("data-seat-id")]
    places = {g.get("data-seat-id"): re.findall(r"-?[\d.]+", g.get("transform"))[:2] for g in seats}
    assert len(places) == len(venue.seats)
    first = venue.seats[0]
    x, y = map(float, places[first.id])
    assert (x, -y) == pytest.approx((first.x, first.y), abs=1e-6)


def test_the_paper_and_the_language_of_the_chart_are_chosen(room, tmp_path):
    done = run(room, "-o", tmp_path / "out", "--paper", "A3", "--black-and-white", "--lang", "zh")

    assert done.exit_code == 0, done.output
    (page,) = PdfReader(tmp_path / "out" / "layout.pdf").pages
    sides = sorted(float(side) / 72 * 25.4 for side in (page.mediabox.width, page.mediabox.height))
    assert sides == [pytest.approx(297, abs=0.2), pytest.approx(420, abs=0.2)]
    assert "剧院式" in page.extract_text()


def test_an_unknown_paper_gets_one_line(room, tmp_path):
    done = run(room, "-o", tmp_path / "out", "--paper", "B5")

    assert done.exit_code == 2
    assert (
        done.stderr
        == "error: chart paper: no such paper 'B5'; use auto, " + done.stderr.partition("use auto, ")[2]
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_all_styles_stand_side_by_side_on_as_many_pages_as_they_need(room, tmp_path):
    done = run(room, "-o", tmp_path / "out", "--style", "all", "--drawing", "svg")

    assert done.exit_code == 0, done.output
    laid = [path for path in (tmp_path / "out").iterdir() if path.is_dir()]
    pages = PdfReader(tmp_path / "out" / "styles.pdf").pages
    assert len(pages) == -(-len(laid) // 12)
    told = "".join(page.extract_text() for page in pages)
    assert all(path.name in told for path in laid)
    assert all((path / "layout.svg").exists() for path in laid)
