"""The workbook of a plan: lists by name, by seat and by delegation, who has no seat, and the hall as a sheet.

Every cell is written as text, so nothing that people typed becomes a formula or a link, and nothing depends on
the clock: the same plan gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from seatplan.export.grid import Block, blocks_of, edges
from seatplan.people import Person
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.venue import COMPANION, WHEELCHAIR, Seat

__all__ = ["seats_workbook", "write_seat_list"]

_WHEN = datetime.datetime(2000, 1, 1)
_LONGEST_CELL = 32_000
_PAPER_A3, _PAPER_A4 = 8, 9
_WIDE = 24
"""Columns of seats from which a hall needs A3."""
_FILLS = ("#FDE2E1", "#E1EEFB", "#E6F4E1", "#FFF4D6", "#EDE3F7", "#DFF3F3", "#FBE6F2", "#F1EBDD")
Rows = list[tuple[str | int, ...]]


def write_seat_list(
    path: Path | str, problem: Problem, plan: Plan, *, lang: Lang = "zh", by: str = "group"
) -> None:
    """Write the workbook of a plan; the parameters are those of `seats_workbook`."""
    from seatplan.io.files import write_whole

    write_whole(path, seats_workbook(problem, plan, lang=lang, by=by))


def seats_workbook(problem: Problem, plan: Plan, *, lang: Lang = "zh", by: str = "group") -> bytes:
    """Return the workbook of a plan, ``seats.xlsx``.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    lang : {"zh", "en"}
        Of headings and sheet names.
    by : str
        What makes a delegation: ``group``, ``unit``, ``category`` or a further column.

    Returns
    -------
    bytes

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)))
    >>> seats_workbook(problem, Plan({"1": "a"}))[:2]
    b'PK'
    """
    import xlsxwriter

    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"title": problem.name, "created": _WHEN})
    book.set_size(2400, 1600)
    paper = _Paper(book, problem, plan, lang, by)
    paper.by_name()
    paper.by_seat()
    paper.by_delegation()
    paper.unseated()
    paper.grid()
    book.close()
    return buffer.getvalue()


@dataclass
class _Paper:
    """The workbook while it is written."""

    book: Any
    problem: Problem
    plan: Plan
    lang: Lang
    by: str

    def __post_init__(self) -> None:
        self.words = _WORDS[self.lang]
        self.formats: dict[tuple[Any, ...], Any] = {}
        known = self.problem.venue.seat_index
        pairs = ((person, self.plan.seat_of(person.id)) for person in self.problem.roster.people)
        self.seated = [(p, self.problem.venue.seat(s)) for p, s in pairs if s is not None and s in known]
        marks = sorted({self.delegation(person) for person, _ in self.seated} - {""})
        self.fills = {mark: _FILLS[i % len(_FILLS)] for i, mark in enumerate(marks)}

    def format(self, **settings: Any) -> Any:
        """Return a cell format, made once."""
        key = tuple(sorted(settings.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"valign": "vcenter", **settings})
        return self.formats[key]

    def delegation(self, person: Person) -> str:
        """Return the name of a person's delegation."""
        if self.by == "group":
            groups = self.problem.roster.group_by_id
            return groups[person.group].name if person.group in groups else person.group
        return person.attribute(self.by)

    def _person(self, person: Person) -> tuple[str, ...]:
        return person.name, person.unit, person.title, self.delegation(person)

    def _seat(self, seat: Seat) -> tuple[str | int, ...]:
        return seat.label, self.problem.venue.area_by_id[seat.area].label, seat.row, seat.number

    def by_name(self) -> None:
        """List everybody who has a seat by name: pinyin in Chinese, the alphabet in English."""
        people = _by_name([person for person, _ in self.seated], self.lang)
        seats = {person.id: seat for person, seat in self.seated}
        rows: Rows = [(*self._person(p), *self._seat(seats[p.id]), p.id) for p in people]
        self.table("by_name", ("name", "unit", "title", "group", "seat", "area", "row", "number", "id"), rows)

    def by_seat(self) -> None:
        """List the seats that are taken: area by area, row by row, by number."""
        areas = list(self.problem.venue.area_by_id)
        order = sorted(self.seated, key=lambda pair: (areas.index(pair[1].area), pair[1].row, pair[1].number))
        rows: Rows = [(*self._seat(seat)[1:], seat.label, *self._person(person)) for person, seat in order]
        self.table("by_seat", ("area", "row", "number", "seat", "name", "unit", "title", "group"), rows)

    def by_delegation(self) -> None:
        """List the delegations by precedence, and their members as the roster has them."""
        order = {group.name: i for i, group in enumerate(self.problem.roster.groups_in_order)}
        named = [(self.delegation(person), person, seat) for person, seat in self.seated]
        named.sort(key=lambda item: (item[0] == "", order.get(item[0], len(order)), item[0]))
        if any(name for name, _, _ in named):
            rows: Rows = [(name, p.name, p.unit, p.title, *self._seat(seat)) for name, p, seat in named]
            self.table("by_group", ("group", "name", "unit", "title", "seat", "area", "row", "number"), rows)

    def unseated(self) -> None:
        """List who has no seat, with the reason."""
        by_id = self.problem.roster.by_id
        rows: Rows = [
            (*self._person(by_id[person]), self.words.get(f"reason {reason}", reason), person)
            for person, reason in self.plan.unseated.items()
            if person in by_id
        ]
        self.table("unseated", ("name", "unit", "title", "group", "reason", "id"), rows)

    def table(self, sheet: str, columns: Sequence[str], rows: Rows) -> None:
        """Write a list with a heading that is printed on each page; columns without any value are left out."""
        kept = [
            i for i, name in enumerate(columns) if name in ("name", "seat") or any(row[i] != "" for row in rows)
        ]
        page = self.book.add_worksheet(self.words[sheet])
        head = self.format(bold=True, bottom=2, bg_color="#EEEEEE")
        cell = self.format(bottom=4)
        for at, i in enumerate(kept):
            texts = [str(row[i]) for row in rows]
            page.set_column(at, at, min(max(map(_width, [self.words[columns[i]], *texts])) + 2, 42))
            page.write_string(0, at, self.words[columns[i]], head)
        for line, row in enumerate(rows, 1):
            for at, i in enumerate(kept):
                value = row[i]
                if isinstance(value, int):
                    page.write_number(line, at, value, cell)
                else:
                    page.write_string(line, at, value[:_LONGEST_CELL], cell)
        page.freeze_panes(1, 0)
        if rows:
            page.autofilter(0, 0, len(rows), len(kept) - 1)
        page.repeat_rows(0)
        page.set_portrait()
        self._print(page, _PAPER_A4, sheet)

    def _print(self, page: Any, paper: int, sheet: str) -> None:
        page.set_paper(paper)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.6)
        title = (self.problem.name or self.problem.venue.name).replace("&", "&&")[:100]
        page.set_header(f"&L{title}&R{self.words[sheet]}")
        page.set_footer("&C&P / &N")

    def grid(self) -> None:
        """Draw the room: one cell a seat, the stage at the top, delegations in thick outlines."""
        page = self.book.add_worksheet(self.words["grid"])
        blocks = blocks_of(self.problem.venue)
        width = max((block.width for block in blocks), default=1)
        page.set_column(0, 0, 6)
        page.set_column(1, width, 8)
        page.set_column(width + 1, width + 1, 6)
        line = 0
        for block in blocks:
            band = self.format(bold=True, align="center", bg_color="#D9D9D9", border=1)
            if block.area.kind == "rostrum":
                line = self._block(page, block, line, width)
                line = self._band(page, line, width, block.area.label, band) + 1
            else:
                line = self._band(page, line, width, block.area.label, band)
                line = self._block(page, block, line, width) + 1
        page.set_landscape()
        self._print(page, _PAPER_A3 if width > _WIDE else _PAPER_A4, "grid")

    @staticmethod
    def _band(page: Any, line: int, width: int, text: str, band: Any) -> int:
        if width > 1:
            page.merge_range(line, 1, line, width, "", band)
        page.write_string(line, 1, text[:_LONGEST_CELL], band)
        return line + 1

    def _block(self, page: Any, block: Block, line: int, width: int) -> int:
        people = {seat.id: person for person, seat in self.seated}
        left = 1 + (width - block.width) // 2
        mark = {cell: self._mark(people.get(seat.id)) for cell, seat in block.cells.items()}
        for cell, sides in edges(block.cells, lambda cell: mark.get(cell, "")):
            seat = block.cells[cell]
            person = people.get(seat.id)
            text = f"{seat.number}\n{person.name}" if person else str(seat.number)
            look = self._look(sides, person, seat)
            page.write_string(line + cell[0], left + cell[1], text[:_LONGEST_CELL], look)
        number = self.format(align="center", font_color="#666666")
        for at, row in enumerate(block.rows):
            page.set_row(line + at, 32)
            for column in (0, width + 1):
                page.write_string(line + at, column, self.words["row_of"].format(row), number)
        return line + len(block.rows)

    def _mark(self, person: Person | None) -> str:
        return self.delegation(person) if person else ""

    def _look(self, sides: tuple[bool, ...], person: Person | None, seat: Seat) -> Any:
        names = zip(("top", "right", "bottom", "left"), sides, strict=True)
        borders = {name: 5 if thick else 4 for name, thick in names}
        special = seat.features & {WHEELCHAIR, COMPANION}
        look: dict[str, Any] = {"text_wrap": True, "align": "center", "font_size": 9, **borders}
        if person is None:
            look["font_color"] = "#999999"
        elif self._mark(person):
            look["bg_color"] = self.fills[self._mark(person)]
        if special:
            look |= {"italic": True, "underline": 1}
        return self.format(**look)


def _by_name(people: Iterable[Person], lang: Lang) -> list[Person]:
    if lang == "zh":
        from seatplan.people.pinyin import sort_by_pinyin

        return cast(list[Person], sort_by_pinyin(people))
    from seatplan.people.alphabet import sort_by_alphabet

    return cast(list[Person], sort_by_alphabet(people))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


_WORDS = {
    "zh": {
        "by_name": "按姓名",
        "by_seat": "按座位",
        "by_group": "按代表团",
        "unseated": "未排座",
        "grid": "座次图",
        "name": "姓名",
        "unit": "单位",
        "title": "职务",
        "group": "代表团",
        "seat": "座位",
        "area": "区域",
        "row": "排",
        "number": "号",
        "id": "编号",
        "reason": "原因",
        "row_of": "{}排",
        "reason absent": "请假",
        "reason reserve": "候补",
        "reason no seat found": "没有座位",
    },
    "en": {
        "by_name": "By name",
        "by_seat": "By seat",
        "by_group": "By delegation",
        "unseated": "Without a seat",
        "grid": "Room",
        "name": "Name",
        "unit": "Organisation",
        "title": "Title",
        "group": "Delegation",
        "seat": "Seat",
        "area": "Area",
        "row": "Row",
        "number": "Number",
        "id": "ID",
        "reason": "Reason",
        "row_of": "Row {}",
    },
}
