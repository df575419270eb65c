"""`Rows`: the results of a sweep as JSON lines, one row a case, appended as they come, read back after a kill."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from seatplan.errors import Fault, InputError
from seatplan.experiments.cases import Case
from seatplan.io.files import read_bytes, write_whole

__all__ = ["Row", "Rows"]

Row = dict[str, Any]
_LARGEST = 1024 * 1024 * 1024
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass
class Rows:
    """The file of a sweep.

    Parameters
    ----------
    path : Path or None
        None keeps the rows in memory only.
    known : list of dict
        Rows that the file had.
    torn : bool
        The last line was cut off; it is left out, and its case is done again.

    Raises
    ------
    InputError
        For a line that is no row of a sweep, other than the last.
    """

    path: Path | None = None
    known: list[Row] = field(default_factory=list)
    torn: bool = False

    @classmethod
    def read(cls, path: Path | str | None) -> Rows:
        """Return the rows of a file; none if there is no such file."""
        if path is None or not Path(path).exists():
            return cls(None if path is None else Path(path))
        path = Path(path)
        lines = read_bytes(path, largest=_LARGEST).split(b"\n")
        whole, last = lines[:-1], lines[-1]
        rows = [_row(line, f"{path.name}:{number}") for number, line in enumerate(whole, 1) if line.strip()]
        found = cls(path, rows, bool(last.strip()))
        if found.torn:
            found.write(rows)
        return found

    def done(self, cases: Sequence[Case]) -> tuple[dict[str, Row], int]:
        """Return the rows of cases that need not be done again, by their keys, and how many inputs have changed.

        A row with an error is done again.
        """
        keys = {case.key for case in cases}
        names = {case.identity for case in cases}
        good = {row["key"]: row for row in self.known if row["key"] in keys and not row["error"]}
        stale = {_identity(row) for row in self.known if row["key"] not in keys and _identity(row) in names}
        return good, len(stale)

    def others(self, cases: Sequence[Case]) -> list[Row]:
        """Return the rows that belong to no case of a sweep; they are kept."""
        names = {case.identity for case in cases}
        return [row for row in self.known if _identity(row) not in names]

    def append(self, row: Row) -> None:
        """Add a row to the file, so that a kill right after it leaves the row."""
        if self.path is None:
            return
        with self.path.open("ab") as file:
            file.write(_line(row))
            file.flush()
            os.fsync(file.fileno())

    def write(self, rows: Iterable[Row]) -> None:
        """Write the file anew with these rows, all or none."""
        if self.path is not None:
            write_whole(self.path, b"".join(map(_line, rows)))


def _row(line: bytes, where: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    shape = {"key": str, "case": int, "subject": str, "options": dict, "error": str, "answer": dict}
    if not isinstance(row, dict) or any(not isinstance(row.get(name), kind) for name, kind in shape.items()):
        raise InputError([Fault(where, "this is no row of a sweep", "name another file, or remove the line")])
    return row


def _line(row: Row) -> bytes:
    return (json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8", "backslashreplace")


def _identity(row: Row) -> str:
    return json.dumps([row["subject"], row["options"]], ensure_ascii=False, sort_keys=True)


def flat(row: Row) -> Row:
    """Return a row with one value a column.

    Examples
    --------
    >>> flat({"case": 1, "subject": "hall", "options": {"aisle": 1.1}, "answer": {"count": 9}, "error": "",
    ...       "seconds": 0.5, "key": "0a"})
    {'case': 1, 'subject': 'hall', 'aisle': 1.1, 'count': 9, 'seconds': 0.5, 'error': ''}
    """
    head = {"case": row["case"], "subject": row["subject"]}
    return {**head, **row["options"], **row["answer"], "seconds": row.get("seconds"), "error": row["error"]}


def csv_bytes(rows: Sequence[Row]) -> bytes:
    """Return flat rows as CSV with a BOM; no cell begins a formula.

    Examples
    --------
    >>> csv_bytes([{"case": 1, "subject": "=a"}, {"case": 2, "more": 3}]).decode("utf-8-sig").splitlines()
    ['case,subject,more', "1,'=a,", '2,,3']
    """
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(_safe, columns))
    writer.writerows([_safe(row.get(name)) for name in columns] for row in rows)
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_DANGEROUS) else value
