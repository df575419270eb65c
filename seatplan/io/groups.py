"""The list of groups: delegations with their names and their order of precedence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.table import Table, read_table
from seatplan.io.text import bare, clean, key, whole
from seatplan.people import Group

__all__ = ["read_groups"]

_HEADINGS = {
    "id": "编号 代码 代号 代表团编号 id code groupid delegationid",
    "name": "代表团 名称 团名 代表团名称 代表队 团组 组别 小组 条线 区域 界别 单位 "
    "name delegation group groupname team",
    "order": "顺序 次序 排序 排序号 序号 礼宾次序 order rank no number precedence #",
}
_KNOWN = {key(word): (field, i) for field, words in _HEADINGS.items() for i, word in enumerate(words.split())}


def read_groups(path: Path | str, *, sheet: str = "") -> tuple[Group, ...]:
    """Read the groups from a table with a column of names, and perhaps of ids and of order.

    Without an order the table's own order holds; without an id the name is the id.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "groups.csv")
    ...     _ = file.write_text("编号,代表团\\nbj,北京\\ntj,天津\\n", "utf-8")
    ...     read_groups(file)
    (Group(id='bj', name='北京', order=1), Group(id='tj', name='天津', order=2))
    """
    table = read_table(path, sheet=sheet)
    row, columns = _heading(table)
    rows = [i for i in range(row + 1, len(table.rows)) if any(table.rows[i])]
    faults: list[Fault] = []
    groups = tuple(_group(table, i, place, columns, faults) for place, i in enumerate(rows, 1))
    refuse([*faults, *_doubled(table, rows, groups)])
    return groups


def _heading(table: Table) -> tuple[int, dict[str, int]]:
    for row, cells in enumerate(table.rows[:30]):
        columns = _columns(cells)
        if "name" in columns:
            return row, columns
    mend = f"call the column of the names one of: {', '.join(_HEADINGS['name'].split())}"
    raise InputError([Fault(table.place, "no heading means the name of a group", mend)])


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Return the column of each field; the surest heading wins."""
    best: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells):
        field, sure = _KNOWN.get(key(cell)) or _KNOWN.get(bare(cell)) or ("", 0)
        if field and (field not in best or sure < best[field][0]):
            best[field] = sure, column
    return {field: column for field, (_, column) in best.items()}


def _group(table: Table, row: int, place: int, columns: dict[str, int], faults: list[Fault]) -> Group:
    cells = {f: clean(table.rows[row][c]) if c < len(table.rows[row]) else "" for f, c in columns.items()}
    if not cells["name"]:
        found = "the group has no name"
        faults.append(Fault(table.where(row, columns["name"]), found, "write its name or empty the row"))
    order: int | None = place
    if cells.get("order"):
        order = whole(cells["order"])
        if order is None:
            found = f"the order {cells['order']!r} is no whole number"
            faults.append(Fault(table.where(row, columns["order"]), found, "write 1 for the first group"))
    return Group(cells.get("id") or cells["name"], cells["name"], order=order or 0)


def _doubled(table: Table, rows: Sequence[int], groups: Sequence[Group]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for row, group in zip(rows, groups, strict=True):
        if group.id in first:
            found = f"the group {group.id!r} is also in row {first[group.id] + 1}"
            yield Fault(table.where(row), found, "keep one of them or give it an id of its own")
        first.setdefault(group.id, row)


def groups_listed(items: Sequence[tuple[str, str, int | None]]) -> tuple[Group, ...]:
    """Return groups from (id, name, order) as typed in an event file; what is left out is filled in.

    Examples
    --------
    >>> groups_listed([("", "北京", None), ("tj", "天津", None)])
    (Group(id='北京', name='北京', order=1), Group(id='tj', name='天津', order=2))
    """
    return tuple(
        Group(id_ or name, name or id_, order=place if order is None else order)
        for place, (id_, name, order) in enumerate(items, 1)
    )
