"""Plans that people wrote in a spreadsheet: a person and a seat in each row."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.note import Note
from seatplan.io.table import Table, read_table
from seatplan.io.text import bare, clean, key, name_of, nearest, whole
from seatplan.plan import Plan
from seatplan.problem import Problem

__all__ = ["read_plan_table"]

_HEADINGS = {
    "id": "编号 工号 人员编号 id personid person",
    "name": "姓名 名字 参会人员 name fullname guest attendee",
    "seat": "座位 座号 座位号 座次 席位 座位标签 seat seatlabel label place",
    "seat_id": "座位编号 seatid",
    "row": "排 排号 行 行号 第几排 row rownumber rowno",
    "area": "区域 分区 会场 厅 楼层 area block section hall",
    "reason": "原因 未排原因 说明 reason",
}
_KNOWN = {key(word): field for field, words in _HEADINGS.items() for word in words.split()}
_MOST_FAULTS = 100


def read_plan_table(
    path: Path | str, problem: Problem, *, sheet: str = "", earlier: bool = False
) -> tuple[Plan, tuple[Note, ...]]:
    """Read a plan from ``.xlsx``, ``.xls``, ``.ods`` or ``.csv``.

    Parameters
    ----------
    path : path
    problem : Problem
        Says who and what the names mean.
    sheet : str, optional
        By default the first sheet that is not empty.
    earlier : bool
        It is the plan of an earlier roster or room: people and seats that are gone since are left out with a
        note, not refused.

    Returns
    -------
    Plan
        Absent people and reserves who are not in the table are listed as such.
    tuple of Note

    Raises
    ------
    InputError
        With every row whose person or seat is unknown, or shared by several.

    Examples
    --------
    >>> import tempfile
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "李强"), Person("2", "王芳", status="absent"))))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "plan.csv").write_text("姓名,座位\\n李强,b\\n", "utf-8")
    ...     read_plan_table(Path(folder, "plan.csv"), problem)[0]
    Plan(seats=mappingproxy({'1': 'b'}), unseated=mappingproxy({'2': 'absent'}))
    """
    table = read_table(path, sheet=sheet)
    row, columns = _heading(table)
    sheet_of = _Sheet(table, columns, problem)
    rows = [i for i in range(row + 1, len(table.rows)) if any(sheet_of.cells(i).values())]
    gone = [i for i in rows if earlier and sheet_of.is_gone(i)]
    rows = [i for i in rows if i not in gone]
    refuse(list(sheet_of.faults(rows))[:_MOST_FAULTS])
    seats, unseated = {}, {}
    for i in rows:
        person, seat = sheet_of.people(i)[0], sheet_of.seats(i)
        if seat:
            seats[person] = seat[0]
        elif sheet_of.cells(i).get("reason"):
            unseated[person] = sheet_of.cells(i)["reason"]
    absent = {p.id: p.status for p in problem.roster.people if p.status != "present" and p.id not in seats}
    return Plan(seats, {**absent, **unseated}), tuple(sheet_of.gone_note(i) for i in gone)


def _heading(table: Table) -> tuple[int, dict[str, int]]:
    for row, cells in enumerate(table.rows[:30]):
        fields = [_KNOWN.get(key(cell)) or _KNOWN.get(bare(cell), "") for cell in cells]
        columns = {name: fields.index(name) for name in dict.fromkeys(fields) if name}
        if columns.keys() & {"id", "name"} and columns.keys() & {"seat", "seat_id"}:
            return row, columns
    mend = "call the columns 姓名 and 座位, or name and seat"
    raise InputError([Fault(table.place, "no row has headings for a person and a seat", mend)])


def _word(label: str) -> str:
    """Return a label for comparing: 1-12 and 11-2 stay different, 1排 12号 and 1排12号 are the same."""
    return "".join(unicodedata.normalize("NFKC", label).casefold().split())


@dataclass
class _Sheet:
    """The rows of the table against what the event knows."""

    table: Table
    columns: Mapping[str, int]
    problem: Problem

    def cells(self, row: int) -> dict[str, str]:
        """Return what a row says, by field."""
        typed = self.table.rows[row]
        return {name: clean(typed[i]) if i < len(typed) else "" for name, i in self.columns.items()}

    def people(self, row: int) -> list[str]:
        """Return the ids that a row can mean."""
        roster, cells = self.problem.roster, self.cells(row)
        typed, name = cells.get("id", ""), name_of(cells.get("name", ""))
        if typed in roster.by_id:
            return [typed]
        if typed and name:
            return []
        same = [person.id for person in roster.by_name.get(name or name_of(typed), ())]
        alone = cells.get("name", "")
        return same or ([alone] if alone in roster.by_id else [])

    def seats(self, row: int) -> list[str]:
        """Return the ids of the seats that a row can mean."""
        cells = self.cells(row)
        typed = cells.get("seat_id") or cells.get("seat", "")
        if typed in self.problem.venue.seat_index:
            return [typed]
        if cells.get("seat_id"):
            return []
        return self._labels.get(_word(typed)) or self._numbered(cells.get("row", ""), typed, cells.get("area", ""))

    def _numbered(self, row: str, number: str, area: str) -> list[str]:
        """Return the seats of a row and a number that stand in columns of their own: ``3排`` and ``12号``."""
        place = whole(row.strip("第排行 ")), whole(number.strip("第座号 "))
        if None in place:
            return []
        labels = {a.id: _word(a.label) for a in self.problem.venue.areas}
        fit = [seat for seat in self.problem.venue.seats if (seat.row, seat.number) == place]
        return [seat.id for seat in fit if not area or _word(area) in (_word(seat.area), labels[seat.area])]

    def is_gone(self, row: int) -> bool:
        """Tell whether nobody and nothing of today has the names of a row."""
        cells = self.cells(row)
        person, seat = cells.get("id") or cells.get("name"), cells.get("seat_id") or cells.get("seat")
        return bool((person and not self.people(row)) or (seat and not self.seats(row)))

    def gone_note(self, row: int) -> Note:
        """Say that a row of an earlier plan is left out."""
        cells = self.cells(row)
        names = [cells.get("name") or cells.get("id", ""), cells.get("seat") or cells.get("seat_id", "")]
        said = " - ".join(name for name in names if name)
        en = f"{said!r} is no longer in the roster or the room; the row is left out"
        return Note(self.table.where(row), en, f"“{said}”已不在名单或会场中，该行未读取")

    @cached_property
    def _labels(self) -> dict[str, list[str]]:
        words: dict[str, list[str]] = defaultdict(list)
        for seat in self.problem.venue.seats:
            words[_word(seat.label)].append(seat.id)
        return dict(words)

    def faults(self, rows: list[int]) -> Iterator[Fault]:
        """Yield what is wrong with each row."""
        first: dict[str, int] = {}
        for row in rows:
            yield from self._person_faults(row)
            yield from self._seat_faults(row)
            for person in self.people(row)[:1]:
                if person in first:
                    found = f"{person!r} stands already in row {first[person] + 1}"
                    yield Fault(self.table.where(row), found, "keep one of the two rows")
                first.setdefault(person, row)

    def _person_faults(self, row: int) -> Iterator[Fault]:
        cells, same = self.cells(row), self.people(row)
        typed, name = cells.get("id", ""), name_of(cells.get("name", ""))
        where = self.table.where(row, self.columns["id" if typed else "name"] if typed or name else None)
        if len(same) == 1:
            known = self.problem.roster.by_id[same[0]].name
            if typed and name and name_of(known) != name:
                yield Fault(
                    where, f"the id {typed!r} is that of {known!r}, not of {name!r}", "mend one of the two"
                )
        elif same:
            yield Fault(where, f"{len(same)} people are called {name or typed!r}", f"use an id: {', '.join(same)}")
        elif typed:
            yield Fault(where, f"nobody has the id {typed!r}", "mend the id or add the person to the roster")
        elif name:
            yield Fault(where, f"nobody is called {name!r}", nearest(name, self.problem.roster.by_name))
        else:
            yield Fault(where, "a seat without a person", "write the person's name or id, or empty the row")

    def _seat_faults(self, row: int) -> Iterator[Fault]:
        cells, same = self.cells(row), self.seats(row)
        label, seat_id = cells.get("seat", ""), cells.get("seat_id", "")
        where = self.table.where(row, self.columns["seat_id" if seat_id else "seat"] if seat_id or label else None)
        if len(same) > 1:
            yield Fault(where, f"{len(same)} seats are called {label!r}", f"use an id: {', '.join(same)}")
        elif not same and (label or seat_id):
            mend = "write a seat's label as the chart prints it, or its id"
            yield Fault(where, f"there is no seat {seat_id or label!r}", mend)
        elif same and seat_id and label and _word(self.problem.venue.seat(same[0]).label) != _word(label):
            yield Fault(where, f"the id {seat_id!r} is not that of seat {label!r}", "mend one of the two")
