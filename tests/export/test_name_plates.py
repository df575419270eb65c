"""Name plates: what stands on them, in which order, on both sides of a folded sheet, and from the command line."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from seatplan.cli import main
from seatplan.errors import InputError
from seatplan.export.name_plates import name_plates
from seatplan.people import Person, Roster
from seatplan.people.plates import Plate, Plates, plate_of, spaced
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.render.name_plates import plate_pages
from seatplan.render.page import POINT
from seatplan.venue import rostrum

EVENT = """
format: seatplan-event/1
language: zh
convention: cn-official
venue: {areas: [rostrum: {rows: fit, per_row: 2}]}
roster:
  people:
    - {name: 李强, rank: 1, title: 部长, english: Li Qiang}
    - {name: 欧阳子涵, rank: 2}
    - {name: Ann Lee, rank: 3}
    - {name: 请假者, rank: 4, status: absent}
rules: [rostrum: {area: rostrum, who: everyone}]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """An event, solved."""
    place = tmp_path_factory.mktemp("plates")
    (place / "event.yaml").write_text(EVENT + "output: {plates: {second: pinyin}, formats: [svg]}\n", "utf-8")
    done = CliRunner().invoke(main, ["solve", str(place / "event.yaml"), "-o", str(place / "out")])
    assert done.exit_code == 0, done.output
    return place


def run(folder: Path, *arguments: str):
    found = CliRunner().invoke(
        main, ["plates", str(folder / "event.yaml"), str(folder / "out/plan.json"), *arguments]
    )
    return found.exit_code, found.output


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("李强", "李　强"),
        ("李　强", "李　强"),
        ("王小明", "王小明"),
        ("欧阳", "欧　阳"),
        ("Li", "Li"),
        ("A李", "A李"),
    ],
)
def test_names_of_two_characters_have_a_full_width_space(name: str, printed: str) -> None:
    """1.11 [S37]."""
    assert spaced(name) == printed


def test_the_order_is_that_of_the_seats_from_the_occupants_left() -> None:
    people = tuple(Person(str(k), f"P{k}", rank=k) for k in range(1, 6))
    room = rostrum(rows=[3, 2])
    by_place = sorted(room.seats, key=lambda seat: (seat.row, seat.position))
    plan = Plan({str(k): seat.id for k, seat in zip((2, 1, 3, 5, 4), by_place, strict=True)})

    plates = name_plates(Problem(room, Roster(people)), plan)

    assert [plate.person for plate in plates] == ["2", "1", "3", "5", "4"]
    assert plates[0].seat == by_place[0].label


def test_both_sides_read_from_in_front_of_them() -> None:
    """The upper half stands upside down about the fold; with two languages each side has one."""
    (page,) = plate_pages([Plate("1", "李　强", "Li Qiang", "部长", "1排1号")], Plates(second="pinyin"))
    (two,) = plate_pages([Plate("1", "李　强", "Li Qiang")], Plates(second="pinyin", sides="two"))
    sides = {turn: [t for t in page.texts if t.turn == turn and t.kind == "name"] for turn in (0.0, 180.0)}

    assert [t.text for t in sides[0.0]] == [t.text for t in sides[180.0]] == ["李　强", "Li Qiang", "部长"]
    for low, high in zip(sides[0.0], sides[180.0], strict=True):
        assert low.y + high.y == pytest.approx(page.height)  # turned about the fold
        assert low.y < page.height / 2 < high.y
    assert [(t.text, t.turn) for t in two.texts] == [("李　强", 0.0), ("Li Qiang", 180.0)]


@pytest.mark.parametrize(
    "name", ["李　强", "王", "Maximilian Alexander von und zu Hohenfels-Wallenstein", "阿" * 16]
)
@pytest.mark.parametrize("below", ["", "Ambassador Extraordinary and Plenipotentiary to the United Nations"])
def test_nothing_leaves_its_side_and_no_lines_meet(name: str, below: str) -> None:
    (page,) = plate_pages([Plate("1", name, "Second Name", below)], Plates(second="english", width=100, height=50))
    lower = [text.box for text in page.texts if text.turn == 0.0]

    assert (page.width, page.height) == (210.0, 297.0)
    assert all(box[0] >= 55 and box[2] <= 155 and box[1] >= 98.5 and box[3] <= 148.5 for box in lower)
    assert all(above[1] >= below_it[3] for above, below_it in itertools.pairwise(lower))
    assert max(text.size for text in page.texts) * POINT <= 50


def test_the_second_name_may_be_a_column() -> None:
    person = Person("1", "李强", title="部长", attributes=(("english", "LI Qiang"),))
    room = rostrum(rows=[1])
    problem = Problem(room, Roster((person,)))
    (plate,) = name_plates(problem, Plan({"1": room.seats[0].id}), Plates(second="english", below="title"))

    assert (plate.name, plate.second, plate.below) == ("李　强", "LI Qiang", "部长")


def test_a_plate_in_one_language_has_no_second_name() -> None:
    assert plate_of(Person("1", "Ann Lee"), Plates(second="pinyin")).second == ""


def test_solve_prints_them_if_the_event_asks(folder: Path) -> None:
    pages = PdfReader(folder / "out/plates.pdf").pages
    texts = ["".join(page.extract_text().split()) for page in pages]

    assert len(pages) == 3
    assert "欧阳子涵" in texts[0]
    assert "李强" in texts[1]
    assert "AnnLee" in texts[2]


def test_only_some_people(folder: Path) -> None:
    assert run(folder, "-o", str(folder / "one.pdf"), "--only", "李强，Ann Lee") == (
        0,
        f"wrote {folder / 'one.pdf'}\n",
    )
    assert len(PdfReader(folder / "one.pdf").pages) == 2
    code, told = run(folder, "-o", str(folder / "some.svg"))
    assert (code, told) == (0, f"wrote {folder / 'some-1.svg'} and 2 more\n")
    assert (folder / "some-3.svg").read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "李三", "-o", "x.pdf"], "only：没有名为“李三”的人"),
        (["--only", "请假者", "-o", "x.pdf"], "only：请假者在此方案中没有座位；请去掉此人"),
        (["-o", "x.doc"], "不支持格式“.doc”；use .pdf, .png, .svg"),
        (["-o", "nope/x.pdf"], "所在文件夹不存在；请先建立文件夹"),
    ],
)
def test_bad_wishes_are_refused_in_one_line(folder: Path, arguments: list[str], message: str) -> None:
    code, told = run(folder, *arguments)

    assert code == 2
    assert message in told


@pytest.mark.parametrize(
    ("plates", "message"),
    [
        (
            "{second: french}",
            "plates.second：“french”列没有任何值；可用：title, unit, pinyin",
        ),
        ("{sides: two}", "'two' clashes with no second name"),
        ("{width: 5}", "plates.width：5 mm；use 30 to 800 mm"),
        ("{colour: red}", "没有“colour”这一项"),
    ],
)
def test_wrong_settings_are_refused(tmp_path: Path, plates: str, message: str) -> None:
    (tmp_path / "event.yaml").write_text(f"{EVENT}output: {{plates: {plates}}}\n", "utf-8")
    found = CliRunner().invoke(main, ["solve", str(tmp_path / "event.yaml"), "-o", str(tmp_path / "out")])

    assert found.exit_code == 2, found.output
    assert message in found.output


def test_a_name_that_no_font_has_is_refused() -> None:
    with pytest.raises(InputError, match="no font here can draw"):
        plate_pages([Plate("1", "王" + chr(0xE000))])
