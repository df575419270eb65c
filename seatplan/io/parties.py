"""Groups of people who come together, from a table: a name, how many they are, how many such groups there are."""

from __future__ import annotations

from pathlib import Path

from seatplan.errors import Fault, InputError
from seatplan.io.table import Table, read_table
from seatplan.io.text import key
from seatplan.layout.distance.distancing import Party

__all__ = ["read_parties"]

_HEADINGS = {
    "name": "name group household family party booking 名称 姓名 组 组名 团组 家庭 订单",
    "size": "size people persons guests seats 人数 座数",
    "count": "count number times 数量 组数 份数",
}
_FIELDS = {key(word): field for field, words in _HEADINGS.items() for word in words.split()}
_LARGEST, _MOST = 50, 5000


def read_parties(path: Path | str) -> tuple[Party, ...]:
    """Read groups from a table with the columns ``size`` and, if need be, ``name`` and ``count``.

    Parameters
    ----------
    path : path
        ``.csv``, ``.xlsx`` and the like; the headings may be Chinese: 名称, 人数, 数量.

    Returns
    -------
    tuple of Party
        Groups without a name are called by their row; of several alike each has a number.

    Raises
    ------
    InputError
        With the place of every cell that is no number of people, and of names that stand twice.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "groups.csv")
    ...     _ = file.write_text("name,size,count\\nMiller,3,\\ncouple,2,2\\n", "utf-8")
    ...     [(party.name, party.size) for party in read_parties(file)]
    [('Miller', 3), ('couple 1', 2), ('couple 2', 2)]
    """
    table = read_table(path)
    columns = {
        _FIELDS[key(cell)]: k for k, cell in reversed(list(enumerate(table.rows[0]))) if key(cell) in _FIELDS
    }
    if "size" not in columns:
        found = "no column says how many people a group has"
        raise InputError([Fault(table.where(0), found, "call one 'size' or 人数")])
    faults: list[Fault] = []
    found_parties = [party for row in range(1, len(table.rows)) for party in _row(table, row, columns, faults)]
    faults += _doubles(table, found_parties)
    if not found_parties and not faults:
        faults.append(Fault(table.place, "it has no groups", "write one in each row"))
    if faults:
        raise InputError(faults)
    return tuple(party for party, _ in found_parties)


def _row(table: Table, row: int, columns: dict[str, int], faults: list[Fault]) -> list[tuple[Party, int]]:
    cells = {field: table.rows[row][k] if k < len(table.rows[row]) else "" for field, k in columns.items()}
    if not any(cells.values()):
        return []
    size = _whole(cells["size"], table.where(row, columns["size"]), _LARGEST, faults)
    count = 1
    if cells.get("count"):
        count = _whole(cells["count"], table.where(row, columns["count"]), _MOST, faults)
    name = cells.get("name") or f"row {row + 1}"
    names = [name] if count <= 1 else [f"{name} {k}" for k in range(1, count + 1)]
    return [(Party(each, size), row) for each in names] if size and count else []


def _whole(text: str, where: str, most: int, faults: list[Fault]) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= most:
        return int(text)
    faults.append(Fault(where, f"{text!r} is no number from 1 to {most}", "write a whole number"))
    return 0


def _doubles(table: Table, found: list[tuple[Party, int]]) -> list[Fault]:
    first: dict[str, int] = {}
    doubled = [(party, row) for party, row in found if first.setdefault(party.name, row) != row]
    mend = "give each group a name of its own"
    return [
        Fault(table.where(row), f"the group {party.name!r} stands in row {first[party.name] + 1}, too", mend)
        for party, row in doubled
    ]
