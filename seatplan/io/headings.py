"""Which column of a roster is what: headings in Chinese and English, and the row they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.table import Table, column_letter
from seatplan.io.text import bare, clean, key, nearest

__all__ = ["FIELDS", "IGNORE", "KEEP", "Column", "Heading", "find_heading"]

IGNORE, KEEP = "-", "keep"
"""In a mapping of columns: leave the column out, or keep it as a further column without a note."""

# by field: the headings that mean it, the surest first; between two columns for one field the surer one wins
_HEADINGS = {
    "id": "编号 工号 人员编号 代表证号 证号 学号 id personid guestid attendeeid employeeid "
    "badge badgeno badgenumber",
    "name": "姓名 名字 参会人员 参会人 参会人姓名 参会人员姓名 嘉宾姓名 代表姓名 人员姓名 嘉宾 "
    "name fullname displayname guestname attendeename guest attendee person participant delegatename 名称",
    "first": "firstname first givenname given forename fname 名",
    "last": "lastname last surname familyname family lname 姓 姓氏",
    "rank": "rank 排序号 礼宾次序 礼宾序 位次 排名 排序 座次号 precedence protocolorder protocolrank rankno order "
    "级别 职级 行政级别 level 序号 no number # 顺序号",
    "title": "职务 职位 现任职务 单位职务 jobtitle position post designation 岗位 title occupation 职称",
    "unit": "单位 工作单位 所在单位 单位名称 机构 公司 企业 organization organisation organizationname company "
    "companyname org employer firm affiliation institution unit agency 部门 department dept",
    "group": "代表团 代表队 团组 团队 所属代表团 delegation group groupname 条线 区域 界别 组别 分组 小组 团 "
    "groupid team party tablegroup",
    "roles": "角色 会议角色 会务角色 role roles",
    "category": "类别 人员类别 参会类别 参会类型 人员类型 类型 身份 席别 category class "
    "attendeetype guesttype type",
    "status": "状态 出席状态 参会状态 出席情况 参会情况 status rsvpstatus rsvp attending attendance response "
    "confirmed 是否参会 是否出席 是否参加 出席 请假 是否请假 请假情况 absent absence",
    "needs": "需求 特殊需求 无障碍需求 needs need specialneeds accessibility accessibilityneeds accessneeds "
    "accommodation accommodations requirements specialrequirements",
    "remark": "备注 说明 notes note remarks remark comments comment",
    "beside": "陪同 随同 陪同对象 随同对象 随行 服务对象 邻座 beside companionof accompanies "
    "accompanying sitsbeside interpreterfor interpreterof assistantto",
    "wheelchair": "轮椅 是否轮椅 使用轮椅 wheelchair wheelchairuser",
}
FIELDS = tuple(field for field in _HEADINGS if field != "remark")
"""The fields that a column can be mapped to."""


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


_KNOWN = {
    key(word): (field, place) for field, words in _HEADINGS.items() for place, word in enumerate(words.split())
}
ABSENCE = _keys("请假 是否请假 请假情况 absent absence")
"""Headings of status columns in which a yes means absent."""
SERIAL = _keys("序号 no number # 顺序号")
"""Headings of running numbers, which are a rank only where no other column is one."""
LEVEL = _keys("级别 职级 行政级别 level")
"""Headings of levels, which may be numbers or words such as 正部级."""
SEVERAL = frozenset(("remark", "status", "needs", "wheelchair", "roles"))
"""Fields that several columns may fill together."""
_ROWS_TO_SEARCH = 30


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, its heading as typed, the field it fills (empty for a further column).

    ``asked`` tells that the user mapped it, ``quiet`` that the user wants no note about it.
    """

    index: int
    heading: str
    field: str = ""
    asked: bool = False
    quiet: bool = False

    @property
    def letter(self) -> str:
        """Its letter in a spreadsheet."""
        return column_letter(self.index)


@dataclass(frozen=True)
class Heading:
    """The heading row of a table: its index and its columns."""

    row: int
    columns: tuple[Column, ...]

    def of(self, field: str) -> tuple[Column, ...]:
        """Return the columns of a field."""
        return tuple(column for column in self.columns if column.field == field)


def find_heading(table: Table, mapping: Mapping[str, str] | None = None) -> Heading:
    """Find the heading row and say what each column is.

    Titles, blank rows and merged headings above it are skipped: the heading row is that row among the first 30
    which has the most headings that are known, and one of them must be a name.

    Parameters
    ----------
    table : Table
    mapping : mapping of str to str, optional
        Field by heading, for headings that are not known; ``"-"`` leaves a column out, ``"keep"`` keeps it as
        a further column without a note.

    Raises
    ------
    InputError
        If there is no heading for the name, or the mapping speaks of headings or fields that do not exist.

    Examples
    --------
    >>> table = Table("r.csv", (("2026年会名单",), ("姓 名", "单位", "籍贯"), ("李强", "国务院", "浙江")))
    >>> [(c.letter, c.heading, c.field) for c in find_heading(table).columns]
    [('A', '姓 名', 'name'), ('B', '单位', 'unit'), ('C', '籍贯', '')]
    """
    asked = {key(heading): field for heading, field in (mapping or {}).items()}
    rows = range(min(len(table.rows), _ROWS_TO_SEARCH))
    scores = {row: _score(table.rows[row], asked) for row in rows}
    best = max(scores, key=lambda row: scores[row], default=0)
    refuse(_mapping_faults(table, best, mapping or {}))
    columns = _assign(table.rows[best] if table.rows else (), asked)
    if not any(column.field in ("name", "first", "last") for column in columns):
        raise InputError([_no_name(table)])
    return Heading(best, tuple(columns))


def _score(row: Sequence[str], asked: Mapping[str, str]) -> tuple[bool, int]:
    fields = [_field(cell, asked)[0] for cell in row]
    named = any(field in ("name", "first", "last") for field in fields)
    return named, sum(field != "" for field in fields)


def _field(cell: str, asked: Mapping[str, str]) -> tuple[str, int]:
    """Return the field a heading means and how sure that is: 0 is surest."""
    if key(cell) in asked:
        wanted = asked[key(cell)]
        return ("" if wanted in (IGNORE, KEEP) else wanted), -1
    return _KNOWN.get(key(cell)) or _KNOWN.get(bare(cell)) or ("", 0)


def _assign(row: Sequence[str], asked: Mapping[str, str]) -> list[Column]:
    """Give each field to its surest column; a second column for it becomes a further column."""
    found = [(index, cell, *_field(cell, asked)) for index, cell in enumerate(row)]
    best: dict[str, tuple[int, int]] = {}
    for index, _, field, place in found:
        if field and field not in SEVERAL:
            best[field] = min(best.get(field, (place, index)), (place, index))
    columns = []
    for index, cell, field, _ in found:
        wanted = asked.get(key(cell), "")
        taken = field in SEVERAL or (field != "" and best[field][1] == index)
        if wanted != IGNORE:
            columns.append(Column(index, clean(cell), field if taken else "", bool(wanted), wanted == KEEP))
    return columns


def _mapping_faults(table: Table, row: int, mapping: Mapping[str, str]) -> Iterator[Fault]:
    there = {key(cell): clean(cell) for cell in (table.rows[row] if table.rows else ()) if cell}
    for heading, field in mapping.items():
        where = f"columns of {table.place}"
        if key(heading) not in there:
            yield Fault(where, f"there is no heading {heading!r}", nearest(heading, there.values()))
        if field not in (*FIELDS, IGNORE, KEEP):
            mend = f"{nearest(field, FIELDS)}; '-' leaves a column out, 'keep' keeps it as a further column"
            yield Fault(where, f"{heading!r} is mapped to {field!r}, which is no field", mend)
    fields = list(mapping.values())
    for field in sorted({f for f in fields if fields.count(f) > 1} - SEVERAL - {IGNORE, KEEP}):
        headings = ", ".join(repr(heading) for heading, wanted in mapping.items() if wanted == field)
        mend = "map one of them; 'keep' keeps the other as a further column"
        yield Fault(f"columns of {table.place}", f"{headings} are all mapped to {field!r}", mend)


def _no_name(table: Table) -> Fault:
    row = next((i for i, cells in enumerate(table.rows) if any(cells)), 0)
    seen = ", ".join(repr(clean(cell)) for cell in (table.rows[row] if table.rows else ()) if cell)
    mend = "call the column of the names 姓名 or name, or map it: columns: {YOUR HEADING: name}"
    return Fault(table.where(row), f"no heading means a name; its headings are {seen[:300] or '(none)'}", mend)
