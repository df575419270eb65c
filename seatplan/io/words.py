"""The words that cells of a roster hold: who is absent, what somebody needs, what is a salutation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Literal

from seatplan.io.text import key, split
from seatplan.people.person import Status

__all__ = [
    "NEEDS",
    "is_no",
    "is_salutation",
    "is_total",
    "is_yes",
    "kept_place",
    "need_of",
    "needs_in",
    "needs_of",
    "status_of",
]

Polarity = Literal["absence", "presence"]


def _keys(words: str) -> frozenset[str]:
    return frozenset(key(word) for word in words.split())


_YES = _keys("是 有 √ ✓ ✔ 对 y yes true 1 x on 已 ok")
_NO = _keys("否 无 没有 × ✗ ✘ n no false 0 off none n/a na / — 不")
_ABSENT = _keys(
    "请假 缺席 病假 事假 公假 不参加 不出席 不能参加 不能出席 未出席 取消 已请假 "
    "absent absence declined decline declines cancelled canceled regrets not-attending notattending notcoming "
    "willnotattend away excused leave regretfullydeclines"
)
_RESERVE = _keys("候补 预备 备选 递补 替补 reserve reserves waitlist waitlisted waitinglist standby alternate")
_PRESENT = _keys(
    "出席 参加 到会 参会 在场 正常 已确认 确认 已报到 签到 "
    "present attending attend attends accepted accept accepts confirmed coming going registered joyfullyaccepts"
)
_UNSURE = _keys("maybe tentative pending invited noreply noresponse awaitingreply 未定 待定 待确认 未回复")
_SALUTATIONS = _keys(
    "mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. sir madam lady lord rev rev. hon hon. m m. mme mlle "
    "herr frau señor señora sr sr. sra sra. 先生 女士 小姐 同志 he h.e. hrh hisexcellency herexcellency excellency"
)
_KEPT = _keys("预留 保留 留空 待定 空缺 机动 reserved vacant tba tbd tbc hold blank empty")

NEEDS = {
    "wheelchair": _keys("轮椅 坐轮椅 轮椅席 轮椅位 轮椅席位 wheelchair wheelchairuser wheelchairspace"),
    "step_free": _keys(
        "无障碍 无障碍通行 行动不便 行动困难 无台阶 stepfree step-free nosteps mobility reducedmobility"
    ),
    "hearing": _keys("听障 助听 听力障碍 hearing hearingloop hearingaid deaf"),
    "sight": _keys("视障 视力障碍 blind lowvision sight visual"),
    "sign_language": _keys("手语 手语翻译 signlanguage"),
}
"""Needs by the name that rules and seats use, with the words they are known by."""


def is_yes(text: str) -> bool:
    """Tell whether a cell says yes: ``是``, ``√``, ``yes``, ``TRUE``, ``x``."""
    return key(text) in _YES


def is_no(text: str) -> bool:
    """Tell whether a cell says no, or nothing: ``否``, ``无``, ``no``, ``-``."""
    return not key(text) or key(text) in _NO


def status_of(text: str, *, column: Polarity = "presence") -> tuple[Status, bool]:
    """Return the status that a cell states, and whether its words are understood.

    Parameters
    ----------
    text : str
    column : {"presence", "absence"}
        What a yes means: ``attending: yes`` is present, ``请假: 是`` is absent.

    Examples
    --------
    >>> status_of("请假"), status_of("Waitlist"), status_of("maybe"), status_of("是", column="absence")
    (('absent', True), ('reserve', True), ('present', False), ('absent', True))
    """
    word = key(text)
    if word in _RESERVE:
        return "reserve", True
    if word in _ABSENT:
        return "absent", True
    if word in _PRESENT or word in _UNSURE:
        return "present", word in _PRESENT
    if column == "absence":
        # every reason for leave is an absence, also one that no list can foresee: 出差, 住院
        return ("present" if is_no(text) else "absent"), True
    if word and is_no(text):
        return "absent", True
    return "present", not word or word in _YES


def needs_of(text: str) -> tuple[str, ...]:
    """Return the needs that a cell lists; words that are not known stay as they are.

    Examples
    --------
    >>> needs_of("轮椅、step-free"), needs_of("无"), needs_of("oxygen")
    (('wheelchair', 'step_free'), (), ('oxygen',))
    """
    return tuple(need_of(item) for item in split(text) if not is_no(item))


def need_of(item: str) -> str:
    """Return the need that a word means or mentions; a word that is not known stays as it is.

    Examples
    --------
    >>> need_of("轮椅席"), need_of("Wheelchair (electric)"), need_of("oxygen")
    ('wheelchair', 'wheelchair', 'oxygen')
    """
    word = key(item)
    meant = [name for name, words in NEEDS.items() if word in words] or list(needs_in(item))
    return meant[0] if len(meant) == 1 else item


def needs_in(remark: str) -> tuple[str, ...]:
    """Return the needs that a free remark mentions, and none if the remark denies them.

    Examples
    --------
    >>> needs_in("需轮椅席位，家属陪同"), needs_in("不需要轮椅"), needs_in("vegetarian")
    (('wheelchair',), (), ())
    """
    text = unicodedata.normalize("NFKC", remark).casefold()
    if any(word in text for word in ("不需", "无需", "不用", "no wheelchair", "without wheelchair")):
        return ()
    return tuple(name for name, words in _MENTIONS.items() if any(word in text for word in words))


_MENTIONS = {
    "wheelchair": ("轮椅", "wheelchair"),
    "step_free": ("无障碍", "行动不便", "step-free", "step free", "reduced mobility"),
}


def is_salutation(text: str) -> bool:
    """Tell whether a cell of a column ``Title`` is a form of address, not a post.

    Examples
    --------
    >>> is_salutation("Dr."), is_salutation("H.E."), is_salutation("Director")
    (True, True, False)
    """
    return all(key(word) in _SALUTATIONS or word.rstrip(".") == "" for word in text.split())


_PEOPLE = r"(people|persons|guests|人|名|位)"
_TOTAL = re.compile(
    r"(grand ?total|sub-?total|total|sum|count|合计|总计|共计|小计|总人数|人数|共)"
    rf"(\s*({_PEOPLE}|of guests|人数|人员))?\s*[:=]?\s*\d*\s*{_PEOPLE}?[.。]?"
)
_NUMBER = re.compile(rf"\d+\s*{_PEOPLE}?")


def is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row of a table is a sum below the names, not a person.

    Parameters
    ----------
    cells : sequence of str
        Of the whole row.

    Examples
    --------
    >>> is_total(["", "合计：13人", ""]), is_total(["Total", "13"]), is_total(["", "Total, Anna", "1"])
    (True, True, False)
    """
    filled = [unicodedata.normalize("NFKC", cell).casefold().strip() for cell in cells if cell.strip()]
    totals = [bool(_TOTAL.fullmatch(cell)) for cell in filled]
    return any(totals) and all(t or _NUMBER.fullmatch(cell) for t, cell in zip(totals, filled, strict=True))


def kept_place(name: str) -> bool:
    """Tell whether a name is none, but keeps a place for somebody: ``预留``, ``TBA``."""
    return key(name).strip("()[]") in _KEPT
