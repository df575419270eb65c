"""What ushers need after a change: the steps in order, the changes person by person, the plates to print."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from seatplan.people import Person
from seatplan.plan import Change
from seatplan.problem import Lang, Problem
from seatplan.replan import Option, step_sentence
from seatplan.rules.base import say

__all__ = ["moves_workbook"]

_WHEN = datetime(2000, 1, 1, tzinfo=UTC)
_LONGEST = 32_000
_WIDEST = 60
Rows = Sequence[Sequence[str]]


def moves_workbook(option: Option, *, lang: Lang = "zh") -> bytes:
    """Return the workbook ``moves.xlsx``: sheets with the steps, the changes, and the plates to print.

    Parameters
    ----------
    option : Option
    lang : {"zh", "en"}

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.plan import Plan
    >>> from seatplan.replan import Changes, replan
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"),)))
    >>> found = replan(problem, Plan({"1": "a"}), Changes(absent=("李强",)))
    >>> moves_workbook(found.best)[:2]
    b'PK'
    """
    import xlsxwriter

    buffer = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, **safe})
    book.set_properties({"title": option.problem.name, "created": _WHEN})
    for sheet, head, rows in _sheets(option, lang):
        _write(book, sheet, head, rows)
    book.close()
    return buffer.getvalue()


def _sheets(option: Option, lang: Lang) -> Iterator[tuple[str, tuple[str, ...], Rows]]:
    seat, step, name = say(lang, "Seat", "座位"), say(lang, "Step", "步骤"), say(lang, "Name", "姓名")
    steps = [(str(k), step_sentence(option.problem, s, lang)) for k, s in enumerate(option.steps, 1)]
    yield say(lang, "Steps", "调整步骤"), (say(lang, "No.", "序号"), step), steps
    old, new, unit = say(lang, "Old seat", "原座位"), say(lang, "New seat", "新座位"), say(lang, "Unit", "单位")
    head = name, unit, say(lang, "Change", "变动"), old, new, say(lang, "ID", "编号")
    yield say(lang, "Changes", "变动名单"), head, [_change(option.problem, c, lang) for c in option.changes]
    plates = [_plate(option.problem, change) for change in option.changes if change.new]
    yield say(lang, "Plates to print", "需换桌签"), (name, say(lang, "Title", "职务"), unit, seat), plates


def _person(problem: Problem, person: str) -> Person:
    return problem.roster.by_id.get(person) or Person(person, person)


def _label(problem: Problem, seat: str | None) -> str:
    return problem.venue.seat(seat).label if seat is not None else ""


def _change(problem: Problem, change: Change, lang: Lang) -> tuple[str, ...]:
    kinds = {
        (True, True): say(lang, "moved", "调整"),
        (False, True): say(lang, "new", "新到"),
        (True, False): say(lang, "left", "缺席"),
    }
    person, kind = _person(problem, change.person), kinds[bool(change.old), bool(change.new)]
    return person.name, person.unit, kind, *(_label(problem, s) for s in (change.old, change.new)), person.id


def _plate(problem: Problem, change: Change) -> tuple[str, ...]:
    person = _person(problem, change.person)
    return person.name, person.title, person.unit, _label(problem, change.new)


def _write(book: Any, sheet: str, head: Sequence[str], rows: Rows) -> None:
    page = book.add_worksheet(sheet)
    bold = book.add_format({"bold": True, "bottom": 2})
    for column, title in enumerate(head):
        width = max((len(row[column].encode("gb18030")) for row in rows), default=0)
        page.set_column(column, column, min(_WIDEST, max(width, len(title.encode("gb18030"))) + 2))
        page.write_string(0, column, title, bold)
    for line, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            page.write_string(line, column, text[:_LONGEST])
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.set_paper(9)
    page.fit_to_pages(1, 0)
