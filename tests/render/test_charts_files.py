"""Charts as files: whole, the same bytes twice, text that can be selected; sheets and their index."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from charts_rooms import congress, hall, room, rostrum, seated
from pypdf import PdfReader

from seatplan.errors import InputError
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render import ChartOptions, Style, save, svg_text
from seatplan.render.build import Builder, build_scene
from seatplan.render.frame import grid_of
from seatplan.render.index import entries
from seatplan.render.page import Page
from seatplan.render.sheets import sheet_set
from seatplan.render.tiles import tiles


def small() -> tuple[Problem, Plan]:
    """Return a room of 29 seats."""
    return seated(room(rostrum((5,)), hall(4, (3, 3))), groups=2, name="年度 $x$ <会议>")


@pytest.fixture(scope="module")
def large() -> tuple[Builder, tuple[Page, ...]]:
    """Return a congress on sheets of A4."""
    problem, plan = congress(0.25, rows=14, blocks=(16, 26, 18))
    builder = Builder(problem, plan, None, None, ChartOptions(paper="A4"))
    return builder, sheet_set(builder)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_the_same_bytes_twice(tmp_path: Path, ending: str) -> None:
    problem, plan = small()
    one, two = (save(problem, plan, tmp_path / f"{name}.{ending}").read_bytes() for name in "ab")
    assert one == two
    assert one[:4] in (b"\x89PNG", b"<svg", b"%PDF")


def test_text_of_a_pdf_can_be_selected_and_found(tmp_path: Path) -> None:
    problem, plan = small()
    for chart in ("hall", "rostrum"):
        text = "".join(
            page.extract_text() for page in PdfReader(save(problem, plan, tmp_path / "c.pdf", chart=chart)).pages
        )
        areas = ("rostrum",) if chart == "rostrum" else ("rostrum", "hall")
        for person in problem.roster.people:
            if problem.venue.seat(plan.seats[person.id]).area in areas:
                assert person.name in re.sub(r"\s", "", text)
        assert "年度 $x$ <会议>" in text


def test_characters_outside_the_first_plane_can_be_selected(tmp_path: Path) -> None:
    venue = room(hall(1, (2,)))
    people = (Person("a", "㛃䶮"), Person("b", "王𬱖"))
    plan = Plan({person.id: seat.id for person, seat in zip(people, venue.seats, strict=True)})
    reader = PdfReader(save(Problem(venue, Roster(people)), plan, tmp_path / "c.pdf"))
    text = re.sub(r"\s", "", reader.pages[0].extract_text())
    assert "㛃䶮" in text
    assert "王𬱖" in text


def test_svg_is_sound_and_tells_every_seat() -> None:
    problem, plan = small()
    text = svg_text(problem, plan)
    root = ElementTree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text or "" for title in root.iter(f"{space}title")]
    assert titles[0] == "年度 $x$ <会议>"
    labels = {seat.label for seat in problem.venue.seats}
    assert labels == {title.split()[0] for title in titles[1:]}
    defined = {path.get("id") for path in root.iter(f"{space}path") if path.get("id")}
    used = {use.get("href", "")[1:] for use in root.iter(f"{space}use")}
    assert used == defined
    assert "<script" not in text


def test_svg_of_a_notebook_is_small() -> None:
    problem, plan = seated(room(hall(20, (12, 26, 12))), groups=10)
    assert len(svg_text(problem, plan)) < 1_000_000


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    problem, plan = small()
    target = tmp_path / "chart.pdf"
    target.write_bytes(b"old")
    bad = Problem(problem.venue, Roster((Person("l0", "王" + chr(0xE000)),)))
    with pytest.raises(InputError, match="U\\+E000"):
        save(bad, Plan({"l0": plan.seats["l0"]}), target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["chart.pdf"]


def test_a_write_that_breaks_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "chart.svg"
    target.write_bytes(b"old")

    def broken(page: Page, **_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("seatplan.render.files.page_svg", broken)
    with pytest.raises(KeyboardInterrupt):
        save(*small(), target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["chart.svg"]


def test_other_endings_and_missing_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"use \.pdf, \.png, \.svg"):
        save(*small(), tmp_path / "chart.docx")
    with pytest.raises(InputError, match="its folder does not exist"):
        save(*small(), tmp_path / "none" / "chart.pdf")


def test_pages_of_a_pdf_have_the_size_of_the_paper(tmp_path: Path) -> None:
    page = PdfReader(save(*small(), tmp_path / "c.pdf", options=ChartOptions(paper="A4"))).pages[0]
    size = sorted((float(page.mediabox.width), float(page.mediabox.height)))
    assert size == pytest.approx([595.3, 841.9], abs=0.5)


def test_a_sheet_set_shows_every_name_once_on_a_sheet_and_once_in_the_index(
    large: tuple[Builder, tuple[Page, ...]],
) -> None:
    builder, pages = large
    names = sorted(mark.name for mark in builder.marks if mark.name)
    drawn = [page for page in pages[1:] if page.projection is not None]
    listed = [page for page in pages if page.projection is None]
    assert len(drawn) > 2
    assert sorted(t.text for page in drawn for t in page.of_kind("name")) == names
    assert not list(pages[0].of_kind("name"))
    assert sorted(t.text for page in listed for t in page.of_kind("name") if not t.bold) == names


def test_sheets_keep_to_the_floor_and_the_paper(large: tuple[Builder, tuple[Page, ...]]) -> None:
    for page in large[1]:
        assert min(text.size for text in page.texts) >= 5
        boxes = np.array([text.box for text in page.texts])
        assert boxes.min() >= 0
        assert boxes[:, 2].max() <= page.width
        assert boxes[:, 3].max() <= page.height


def test_no_text_of_a_sheet_stands_on_another(large: tuple[Builder, tuple[Page, ...]]) -> None:
    for page in large[1][1:]:
        boxes = np.array([text.box for text in page.texts])
        low = np.maximum(boxes[:, None, :2], boxes[None, :, :2])
        high = np.minimum(boxes[:, None, 2:], boxes[None, :, 2:])
        meets = np.all(high - low > 0.05, axis=2) & ~np.eye(len(boxes), dtype=bool)
        assert [page.texts[i].text for i in np.flatnonzero(meets.any(axis=1))] == []


def test_sheets_tell_which_they_are_and_what_lies_beyond(large: tuple[Builder, tuple[Page, ...]]) -> None:
    pages = large[1]
    drawn = [page for page in pages if page.projection is not None]
    for number, page in enumerate(drawn, 1):
        words = [text.text for text in page.texts]
        assert f"第{number}张，共{len(pages)}张" in words
        if number > 2:
            assert any(re.fullmatch(r"[↑↓] 图\d+", word) for word in words)


def test_every_seat_stands_on_one_sheet() -> None:
    problem, _ = congress(0.25, rows=14, blocks=(16, 26, 18))
    grid = grid_of(problem.venue, "hall")
    for width, depth in ((9.0, 5.0), (40.0, 40.0), (3.0, 3.0)):
        found = list(tiles(problem.venue, grid, width=width, depth=depth))
        count = np.sum([tile.members for tile in found], axis=0)
        assert np.array_equal(count == 1, np.array([seat.area == "hall" for seat in problem.venue.seats]))


def test_rows_are_cut_at_a_cross_aisle() -> None:
    venue = room(hall(21, (8,), cross=10))
    found = list(tiles(venue, grid_of(venue, "hall"), width=20.0, depth=12.0))
    assert [tile.rows for tile in found] == [(1, 10), (11, 21)]


def test_the_index_is_sorted_as_names_are_read() -> None:
    venue = room(hall(1, (6,)))
    called = ("曾国强", "单雄信", "李强", "Ann Lee", "安心", "重阳")
    people = tuple(Person(f"p{i}", name) for i, name in enumerate(called))
    plan = Plan({person.id: seat.id for person, seat in zip(people, venue.seats, strict=True)})
    lines = entries(build_scene(Problem(venue, Roster(people)), plan))
    names = [line.name for line in lines if line.place]
    assert names.index("李　强") < names.index("单雄信") < names.index("曾国强")
    assert "A" in [line.name for line in lines if not line.place]
    assert all(line.place.endswith("号") for line in lines if line.name in names)


def test_small_rooms_have_no_index_unless_asked(tmp_path: Path) -> None:
    for index, pages in ((None, 1), (True, 2), (False, 1)):
        path = save(*small(), tmp_path / "c.pdf", options=ChartOptions(index=index))
        assert len(PdfReader(path).pages) == pages


def test_a_picture_takes_as_large_paper_as_the_names_need(tmp_path: Path) -> None:
    problem, plan = seated(room(hall(10, (40, 40))), groups=8)
    text = save(problem, plan, tmp_path / "c.svg").read_text("utf-8")
    found = re.search(r'width="([\d.]+)mm"', text)
    assert found is not None
    assert float(found[1]) > 594


def test_users_can_change_the_style(tmp_path: Path) -> None:
    options = ChartOptions(style=Style(fills=("#ffeeee", "#eeffee"), edges=("#ff0000", "#00ff00")))
    text = svg_text(*small(), options=options)
    assert "#ffeeee" in text
    assert "#ff0000" in text


@pytest.mark.slow
def test_ten_thousand_seats_as_one_picture(tmp_path: Path) -> None:
    problem, plan = seated(room(hall(100, (30, 40, 30), cross=50)), groups=35)
    assert save(problem, plan, tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
