"""`Entry`: one row of a roster as it was typed, whether it came from a table or from the event file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from seatplan.io.headings import ABSENCE, LEVEL, SERIAL, Column, Heading, find_heading
from seatplan.io.note import Note
from seatplan.io.table import Table
from seatplan.io.text import clean, key, whole
from seatplan.io.words import Polarity, is_no, is_salutation, is_total, is_yes

__all__ = ["Cell", "Entries", "Entry", "entries_of"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and the field, or the further column, that it stands in."""

    text: str
    field: str
    column: Polarity = "presence"


@dataclass(frozen=True, slots=True)
class Entry:
    """One person as typed.

    Parameters
    ----------
    where : str
        Place of the row.
    place : callable
        Place of a field's cell.
    fields : mapping of str to str
        Text by field, for fields of one value.
    lists : tuple of Cell
        Cells of roles, needs, status and remarks.
    further : tuple of (str, str)
        Further columns that are not empty.
    """

    where: str
    place: Callable[[str], str]
    fields: Mapping[str, str] = field(default_factory=dict)
    lists: tuple[Cell, ...] = ()
    further: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Entries:
    """The rows of a roster and what was found out about its columns."""

    rows: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()


def entries_of(table: Table, *, columns: Mapping[str, str] | None = None, ranks: bool = False) -> Entries:
    """Return the rows of a table below its heading; rows that say nothing are left out.

    Parameters
    ----------
    table : Table
    columns : mapping of str to str, optional
        Field by heading (`seatplan.io.headings.find_heading`).
    ranks : bool
        Words in a column of levels are ranks, because the user has told what they mean.
    """
    heading = find_heading(table, columns)
    body = range(heading.row + 1, len(table.rows))
    fit = [_fit(column, heading, table, ranks) for column in heading.columns]
    filled = [c for c in fit if not _idle(c) and any(_cell(table, row, c) for row in body)]
    at = {column.field: f" column {column.letter}" for column in reversed(fit)}
    said = [row for row in body if _says(table, row, filled)]
    sums = [row for row in said if is_total(table.rows[row])]
    rows = tuple(_entry(table, row, filled, at) for row in said if row not in sums)
    beyond = (*_beyond(table, heading, said), *_remarks(table, [row for row in body if row not in said]))
    return Entries(rows, (*table.notes, *_notes(table, heading, filled), *_sums(table, sums), *beyond))


def _sums(table: Table, rows: list[int]) -> Iterator[Note]:
    for row in rows:
        text = " ".join(cell for cell in table.rows[row] if cell)
        yield Note(table.where(row), f"{text!r} is a sum, not a person; left out", f"“{text}”为合计行，未计入人员")


def _remarks(table: Table, rows: list[int]) -> Iterator[Note]:
    """Tell words in rows that are nobody's, such as a remark below the table in the column of running numbers."""
    for row in rows:
        if text := " ".join(cell for cell in table.rows[row] if cell and whole(cell) is None):
            yield Note(table.where(row), f"{text!r} is no person; left out", f"“{text}”不是人员，未读取")


def _beyond(table: Table, heading: Heading, rows: list[int]) -> Iterator[Note]:
    """Tell cells to the right of all headings: no field takes them."""
    width = max(len(table.rows[heading.row]), 1 + max((column.index for column in heading.columns), default=-1))
    for row in rows:
        if lost := [cell for cell in table.rows[row][width:] if cell]:
            text = ", ".join(map(repr, lost))
            en, zh = f"{text} stands under no heading and is left out", f"{text} 上方没有标题，未读取"
            yield Note(table.where(row, width), en, zh)


def _cell(table: Table, row: int, column: Column) -> str:
    cells = table.rows[row]
    return cells[column.index] if column.index < len(cells) else ""


def _fit(column: Column, heading: Heading, table: Table, ranks: bool) -> Column:
    """Look into a column whose heading alone does not say what it is."""
    word = key(column.heading)
    texts = [text for row in range(heading.row + 1, len(table.rows)) if (text := _cell(table, row, column))]
    words = column.field == "rank" and word in LEVEL and not ranks and not any(whole(text) for text in texts)
    salutations = column.field == "title" and word == "title" and texts and all(map(is_salutation, texts))
    if column.asked or not (words or salutations):
        return column
    return Column(column.index, column.heading)


def _idle(column: Column) -> bool:
    """Tell whether a column is a running number that is not needed as the rank."""
    return not column.field and not column.quiet and key(column.heading) in SERIAL


def _says(table: Table, row: int, columns: list[Column]) -> bool:
    """Tell whether a row says anything beyond its running number."""
    return any(_cell(table, row, column) for column in columns if key(column.heading) not in SERIAL)


def _entry(table: Table, row: int, columns: list[Column], at: Mapping[str, str]) -> Entry:
    fields: dict[str, str] = {}
    lists, further = [], []
    for column in columns:
        text = _cell(table, row, column)
        if not text:
            continue
        if column.field in ("roles", "needs", "status"):
            polarity: Polarity = "absence" if key(column.heading) in ABSENCE else "presence"
            lists.append(Cell(text, column.field, polarity))
        elif column.field == "wheelchair":
            lists.extend(_wheelchair(text))
        elif column.field == "remark":
            lists.append(Cell(text, "remark"))
            further.append((_label(column), clean(text)))
        elif column.field:
            fields[column.field] = text
        else:
            further.append((_label(column), clean(text)))
    where = table.where(row)
    return Entry(where, lambda name: where + at.get(name, ""), fields, tuple(lists), tuple(further))


def _wheelchair(text: str) -> Iterator[Cell]:
    if is_yes(text):
        yield Cell("wheelchair", "needs")
    elif not is_no(text):
        yield Cell(text, "needs")


def _label(column: Column) -> str:
    return column.heading or f"column {column.letter}"


def _notes(table: Table, heading: Heading, filled: list[Column]) -> Iterator[Note]:
    for column in filled:
        where = f"{table.place} column {column.letter}"
        if not column.field and not column.quiet:
            named = repr(column.heading) if column.heading else "without a heading"
            count = sum(bool(_cell(table, row, column)) for row in range(heading.row + 1, len(table.rows)))
            en = f"{named} is none of the fields and is kept as a further column ({count} values)"
            yield Note(
                where, en, f"“{column.heading or '(无标题)'}”列未对应任何字段，作为附加信息保留（{count} 项）"
            )
        if column.field == "rank" and key(column.heading) in SERIAL and not column.asked:
            en = f"the running number {column.heading!r} is read as the rank, because no other column is one"
            yield Note(where, en, f"没有其他级别列，“{column.heading}”按级别读取")
