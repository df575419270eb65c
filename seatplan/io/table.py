"""`Table`: rows of text with their place in the file, from a workbook or a CSV file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seatplan.errors import Fault, InputError
from seatplan.io.files import read_bytes
from seatplan.io.note import Note

__all__ = ["BOOKS", "TEXTS", "Table", "column_letter", "read_table"]

TEXTS = (".csv", ".tsv", ".txt")
"""Suffixes of files that are read as delimited text."""
BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
"""Suffixes of files that are read as workbooks."""
_DELIMITERS = "\t;,"
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True)
class Table:
    """A sheet as text.

    Parameters
    ----------
    file : str
        Name of the file, for messages.
    rows : tuple of tuple of str
        From the first row of the sheet; empty cells are ``""``.
    sheet : str
        Name of the sheet where the workbook has several; empty otherwise.
    notes : tuple of Note
        What is worth telling about the reading itself.

    Examples
    --------
    >>> Table("roster.xlsx", (("name",), ("Ann",))).where(1, 0)
    'roster.xlsx row 2 column A'
    """

    file: str
    rows: tuple[tuple[str, ...], ...]
    sheet: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def place(self) -> str:
        """Name of the file, with the sheet where it has several."""
        return f"{self.file} sheet {self.sheet!r}" if self.sheet else self.file

    def where(self, row: int, column: int | None = None) -> str:
        """Return the place of a row or a cell; both count from 0 here and from 1 and A in the message."""
        at = f"{self.place} row {row + 1}"
        return at if column is None else f"{at} column {column_letter(column)}"


def column_letter(column: int) -> str:
    """Return a spreadsheet's name of a column, which counts from 0.

    Examples
    --------
    >>> [column_letter(i) for i in (0, 25, 26, 702)]
    ['A', 'Z', 'AA', 'AAA']
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def read_table(path: Path | str, *, sheet: str = "") -> Table:
    """Read one sheet of a workbook, or a delimited text file.

    Parameters
    ----------
    path : path
        ``.xlsx``, ``.xlsm``, ``.xls``, ``.ods``, ``.csv``, ``.tsv`` or ``.txt``.
    sheet : str, optional
        By default the first visible sheet that is not empty.

    Returns
    -------
    Table

    Raises
    ------
    InputError
        If the file cannot be read or has no rows.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if path.is_dir():
        raise InputError([Fault(str(path), "it is a folder", "name a file in it")])
    if suffix not in TEXTS + BOOKS:
        found = f"the suffix {path.suffix!r}" if path.suffix else "no suffix"
        mend = f"save the table as one of: {', '.join(BOOKS + TEXTS)}"
        raise InputError([Fault(path.name, f"{found} is none that tables have", mend)])
    if suffix in BOOKS:
        from seatplan.io.workbook import read_workbook

        return read_workbook(path, sheet=sheet)
    if sheet:
        raise InputError([Fault(path.name, f"a text file has no sheet {sheet!r}", "leave out 'sheet'")])
    return _read_text(path)


def _read_text(path: Path) -> Table:
    raw = read_bytes(path, largest=_LARGEST)
    text, notes = _decode(raw, path.name)
    if "\0" in text:
        mend = "save it as CSV from your spreadsheet program"
        raise InputError([Fault(path.name, "it is no text file (it has NUL characters)", mend)])
    rows = _parse(text, _delimiter(text), path.name)
    if not any(any(row) for row in rows):
        raise InputError(
            [Fault(path.name, "the file is empty", "write a heading row and one row for each person")]
        )
    return Table(path.name, rows, notes=tuple(notes))


def _decode(raw: bytes, name: str) -> tuple[str, list[Note]]:
    """Decode strictly: UTF-8 with or without BOM, UTF-16 with BOM, or else GB18030."""
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if marked else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, [_gb18030_note(name)] if encoding == "gb18030" else []
    mend = "save it as 'CSV UTF-8' from your spreadsheet program"
    raise InputError([Fault(name, "it is neither UTF-8 nor GB18030 text", mend)])


def _gb18030_note(name: str) -> Note:
    en = "it is not UTF-8 and was read as GB18030; if names look wrong, save it as 'CSV UTF-8'"
    return Note(name, en, "文件不是 UTF-8 编码，已按 GB18030 读取；如姓名显示不正确，请另存为“CSV UTF-8”")


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts the first lines into the most rows of one width."""
    head = text[:20_000].splitlines(keepends=True)[:40]

    def evenness(delimiter: str) -> int:
        widths = Counter(len(row) for row in csv.reader(head, delimiter=delimiter) if len(row) > 1)
        return max((count * min(width, 4) for width, count in widths.items()), default=0)

    csv.field_size_limit(_LARGEST)
    return max(",;\t", key=evenness)


def _parse(text: str, delimiter: str, name: str) -> tuple[tuple[str, ...], ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return tuple(tuple(map(str.strip, row)) for row in _no_formula_marks(reader))
    except csv.Error as error:
        mend = "close the quotation marks of each cell, or save the file again from your spreadsheet program"
        raise InputError([Fault(f"{name} line {reader.line_num}", f"cannot be read: {error}", mend)]) from None


def _no_formula_marks(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """Take away the ``'`` that guards a cell beginning with ``= + - @`` against being read as a formula."""
    for row in reader:
        yield [cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell for cell in row]
