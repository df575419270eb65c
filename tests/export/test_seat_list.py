"""The workbook of a plan: everybody in each list, nothing that acts, always the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from seatplan.export import seats_workbook, write_seat_list
from seatplan.export.grid import blocks_of, edges
from seatplan.io import read_plan
from seatplan.people import Group, Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.venue import Venue, auditorium, combine, from_drawing, rostrum

ROOM = combine("礼堂", rostrum(rows=[2, 3]), auditorium(rows=2, blocks="2,2"))
GROUPS = (Group("sh", "上海", 2), Group("bj", "北京", 1))
PEOPLE = (
    Person("1", "欧阳锋", unit="国务院", group="sh"),
    Person("2", "李强", title="部长", group="bj"),
    Person("3", "单田芳", group="bj"),
    Person("4", "王芳", status="absent"),
    Person("5", "周五", group="sh"),
)
PROBLEM = Problem(ROOM, Roster(PEOPLE, GROUPS), name="会议 & 表彰")
PLAN = Plan({"1": "rostrum-1-1", "2": "hall-1-1", "3": "hall-1-2", "5": "hall-2-4"}, {"4": "absent"})


def sheets(raw: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def test_names_follow_pinyin_with_readings_of_surnames() -> None:
    table = sheets(seats_workbook(PROBLEM, PLAN))["按姓名"]

    assert table[0] == ["姓名", "单位", "职务", "代表团", "座位", "区域", "排", "号", "编号"]
    assert [row[0] for row in table[1:]] == ["李强", "欧阳锋", "单田芳", "周五"]  # 单 reads shàn
    assert table[1] == ["李强", "", "部长", "北京", "1排3号", "会场", 1.0, 3.0, "2"]


def test_seats_follow_areas_rows_and_numbers() -> None:
    table = sheets(seats_workbook(PROBLEM, PLAN))["按座位"]

    assert [(row[0], row[3], row[4]) for row in table[1:]] == [
        ("主席台", "主席台1排1号", "欧阳锋"),
        ("会场", "1排1号", "单田芳"),
        ("会场", "1排3号", "李强"),
        ("会场", "2排4号", "周五"),
    ]


def test_delegations_follow_their_precedence() -> None:
    table = sheets(seats_workbook(PROBLEM, PLAN))["按代表团"]

    assert [row[:2] for row in table[1:]] == [
        ["北京", "李强"],
        ["北京", "单田芳"],
        ["上海", "欧阳锋"],
        ["上海", "周五"],
    ]


def test_delegations_can_be_made_by_another_column() -> None:
    table = sheets(seats_workbook(PROBLEM, PLAN, by="unit"))["按代表团"]

    assert table[1][:2] == ["国务院", "欧阳锋"]


def test_who_has_no_seat_is_listed_with_the_reason() -> None:
    assert sheets(seats_workbook(PROBLEM, PLAN))["未排座"] == [["姓名", "原因", "编号"], ["王芳", "请假", "4"]]


def test_the_room_is_drawn_with_the_stage_at_the_top() -> None:
    table = sheets(seats_workbook(PROBLEM, PLAN))["座次图"]

    # the rostrum faces down the page: its front row is the lower one, its own left is at the right
    assert table == [
        ["2排", "", "3", "1", "2", "", "2排"],
        ["1排", "", "", "1\n欧阳锋", "2", "", "1排"],
        ["", "主席台", "", "", "", "", ""],
        ["", "", "", "", "", "", ""],
        ["", "会场", "", "", "", "", ""],
        ["1排", "3\n李强", "1\n单田芳", "", "2", "4", "1排"],
        ["2排", "3", "1", "", "2", "4\n周五", "2排"],
    ]


def test_english_headings() -> None:
    found = sheets(seats_workbook(PROBLEM, PLAN, lang="en"))

    assert list(found) == ["By name", "By seat", "By delegation", "Without a seat", "Room"]
    assert found["By name"][0] == [
        "Name",
        "Organisation",
        "Title",
        "Delegation",
        "Seat",
        "Area",
        "Row",
        "Number",
        "ID",
    ]


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert seats_workbook(PROBLEM, PLAN) == seats_workbook(PROBLEM, PLAN)
    assert "2000-01-01T00:00:00Z" in parts(seats_workbook(PROBLEM, PLAN))["docProps/core.xml"]


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "http://x.example",
    "mailto:a@b.c",
    "<b>&amp;",
]


@pytest.mark.parametrize("text", [*HOSTILE, "{=1}", "\t=1", "internal:'x'!A1", "x" * 40_000])
def test_nothing_that_people_typed_acts(text: str) -> None:
    problem = Problem(ROOM, Roster((Person("1", text, unit=text, title=text),)), name=text)

    found = parts(seats_workbook(problem, Plan({"1": "hall-1-1"})))

    assert not re.search(r"<f[ >]|<hyperlink", "".join(found.values()))
    assert all("hyperlink" not in content for name, content in found.items() if name.endswith(".rels"))


def test_lists_are_ready_to_print() -> None:
    found = parts(seats_workbook(PROBLEM, PLAN))

    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="portrait"/>' in found["xl/worksheets/sheet1.xml"]
    assert "_xlnm.Print_Titles" in found["xl/workbook.xml"]
    assert "&amp;L会议 &amp;&amp; 表彰" in found["xl/worksheets/sheet1.xml"]
    assert 'orientation="landscape"' in found["xl/worksheets/sheet5.xml"]


def test_a_wide_hall_is_printed_on_a3() -> None:
    problem = Problem(auditorium(rows=1, blocks="10,20,10"), Roster((Person("1", "Ann"),)))

    found = parts(seats_workbook(problem, Plan({"1": "hall-1-1"})))

    assert 'paperSize="8"' in found["xl/worksheets/sheet4.xml"]


def test_a_list_is_a_plan_that_can_be_read_again(tmp_path: Path) -> None:
    write_seat_list(tmp_path / "seats.xlsx", PROBLEM, PLAN)

    assert read_plan(tmp_path / "seats.xlsx", PROBLEM).plan == PLAN


def test_an_empty_plan_still_makes_a_workbook() -> None:
    problem = Problem(Venue("空", (), ()), Roster(()))

    assert sheets(seats_workbook(problem, Plan({})))["按姓名"] == [["姓名", "座位"]]


def test_columns_of_a_block_stand_together_and_aisles_stay_empty() -> None:
    (block,) = blocks_of(from_drawing("ab ef\nij kl"))

    drawn = {seat.id: cell for cell, seat in block.cells.items()}
    assert [drawn[seat] for seat in "abef"] == [(0, 0), (0, 1), (0, 3), (0, 4)]
    assert [drawn[seat] for seat in "ijkl"] == [(1, 0), (1, 1), (1, 3), (1, 4)]


def test_curved_rows_of_different_lengths_lose_nobody() -> None:
    room = auditorium(blocks=[[4, 5, 4], [5, 6, 5], [4, 7, 4]], curve_radius=12.0)

    (block,) = blocks_of(room)

    assert sorted(seat.id for seat in block.cells.values()) == sorted(seat.id for seat in room.seats)
    for row in range(3):
        cells = sorted((column, seat.x) for (line, column), seat in block.cells.items() if line == row)
        assert [x for _, x in cells] == sorted(x for _, x in cells)


def test_a_delegation_ends_where_another_one_an_aisle_or_nobody_begins() -> None:
    marks = {(0, 0): "A", (0, 1): "A", (1, 0): "B", (1, 1): ""}

    found = dict(edges(marks, lambda cell: marks.get(cell, "")))

    assert found[(0, 0)] == (True, False, True, True)
    assert found[(0, 1)] == (True, True, True, False)
    assert found[(1, 1)] == (False, False, False, False)
