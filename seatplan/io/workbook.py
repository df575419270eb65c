"""Workbooks (.xlsx, .xls, .ods) as tables of text."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seatplan.errors import Fault, InputError
from seatplan.io.files import read_bytes
from seatplan.io.table import Table
from seatplan.io.text import nearest

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

__all__ = ["read_workbook"]

_LARGEST_FILE = 64 * 1024 * 1024
_LARGEST_CONTENT = 512 * 1024 * 1024
_MOST_CELLS = 10_000_000
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16le")

_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_REPEATED = re.compile(rb'<table:(?:covered-)?table-cell\b(?=[^>]*office:value-type)[^>]*columns-repeated="(\d+)"')
_REPEATED_ROW = re.compile(rb'rows-repeated="(\d{5,})"[^>]*>\s*<table:table-cell\b[^>]*office:value-type')


def read_workbook(path: Path, *, sheet: str = "") -> Table:
    """Read one sheet of a workbook as text.

    Parameters
    ----------
    path : Path
    sheet : str, optional
        By default the first visible sheet that is not empty.

    Raises
    ------
    InputError
        If the file is missing, encrypted or broken, or has no such sheet, or the sheet is empty.
    """
    from python_calamine import CalamineError, PasswordError

    raw = read_bytes(path, largest=_LARGEST_FILE)
    _guard(raw, path.name)
    try:
        return _read(_open(raw), path, sheet)
    except PasswordError:
        raise InputError([Fault(path.name, "the workbook is encrypted", "save it without a password")]) from None
    except CalamineError as error:
        raise _broken(path.name, error) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the reader's own crash, which is no Exception
            raise
        raise _broken(path.name, error) from None


def _open(raw: bytes) -> CalamineWorkbook:
    """Open a workbook by what it is: many a file is called .xls and holds .xlsx, or the other way round."""
    from python_calamine import CalamineWorkbook, PasswordError

    if raw.startswith(_OLD) and _ENCRYPTED in raw:
        raise PasswordError
    return CalamineWorkbook.from_filelike(io.BytesIO(raw))


def _read(book: CalamineWorkbook, path: Path, sheet: str) -> Table:
    name = _choose(book, path, sheet)
    rows = _rows(book, name)
    if not any(any(row) for row in rows):
        mend = "write a heading row and one row for each person, or name another sheet"
        raise InputError([Fault(f"{path.name} sheet {name!r}", "the sheet is empty", mend)])
    return Table(path.name, rows, sheet=name if len(book.sheet_names) > 1 else "")


def _broken(name: str, error: BaseException) -> InputError:
    found = f"cannot be read as a workbook ({error})"
    return InputError([Fault(name, found, "open it in your spreadsheet program and save it again as .xlsx")])


def _choose(book: CalamineWorkbook, path: Path, sheet: str) -> str:
    if sheet and sheet not in book.sheet_names:
        raise InputError([Fault(path.name, f"there is no sheet {sheet!r}", nearest(sheet, book.sheet_names))])
    if sheet:
        return sheet
    shown = [data.name for data in book.sheets_metadata if "Visible" in str(data.visible)] or book.sheet_names
    if not shown:
        raise InputError([Fault(path.name, "the workbook has no sheet", "add a sheet with the table")])
    return next((name for name in shown if book.get_sheet_by_name(name).total_height), shown[0])


def _rows(book: CalamineWorkbook, name: str) -> tuple[tuple[str, ...], ...]:
    # skip_empty_area=False keeps the empty rows and columns before the table: places stay the user's own
    cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return tuple(tuple(_text(cell) for cell in row) for row in cells)


def _text(cell: Any) -> str:
    """Return a cell as it was meant: number cells come as floats, so 7 arrives as 7.0."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.date | datetime.time):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _guard(raw: bytes, name: str) -> None:
    """Refuse content that would fill the memory: the reader lays each sheet out as one full rectangle."""
    if not raw.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            sizes = sum(part.file_size for part in parts.infolist())
            sheets = [part.filename for part in parts.infolist() if _is_sheet(part.filename)]
            if sizes > _LARGEST_CONTENT or any(_too_wide(parts.read(sheet)) for sheet in sheets):
                mend = "copy the table alone to a new workbook"
                raise InputError([Fault(name, "a sheet is too large to be a table of people", mend)])
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise _broken(name, error) from None


def _is_sheet(name: str) -> bool:
    return name == "content.xml" or (name.startswith("xl/worksheets/") and name.endswith(".xml"))


def _too_wide(sheet: bytes) -> bool:
    cells = [(m[1], int(m[2])) for m in _CELL.finditer(sheet)]
    widest = max((len(letters), letters) for letters in {c for c, _ in cells})[1] if cells else b"A"
    lowest = max((row for _, row in cells), default=1)
    wide = any(int(m[1]) > 4096 for m in _REPEATED.finditer(sheet))
    return _number(widest) * lowest > _MOST_CELLS or wide or bool(_REPEATED_ROW.search(sheet))


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
