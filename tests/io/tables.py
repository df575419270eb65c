"""Tables written to files, for the tests of this folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]


def write_xlsx(path: Path, rows: Rows, *, sheet: str = "Sheet1", others: dict[str, Rows] | None = None) -> Path:
    """Write a workbook; text stays text and numbers are number cells."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, table in {sheet: rows, **(others or {})}.items():
            page = book.add_worksheet(name)
            for i, row in enumerate(table):
                for j, value in enumerate(row):
                    if isinstance(value, str):
                        page.write_string(i, j, value)
                    elif value is not None:
                        page.write(i, j, value)
    return path


def csv_text(rows: Rows, *, delimiter: str = ",") -> str:
    """Return rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write_csv(path: Path, rows: Rows, *, encoding: str = "utf-8", delimiter: str = ",") -> Path:
    """Write a CSV file."""
    path.write_bytes(csv_text(rows, delimiter=delimiter).encode(encoding))
    return path


def write_xls(path: Path, rows: Rows) -> Path:
    """Write a workbook of Excel 97."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet("名单")
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            page.write(i, j, value)
    book.save(str(path))
    return path


def write_ods(path: Path, rows: Rows) -> Path:
    """Write a workbook of LibreOffice."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="名单")
    for row in rows:
        line = TableRow()
        for value in row:
            number = isinstance(value, int | float)
            cell = TableCell(valuetype="float", value=value) if number else TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(path))
    return path
