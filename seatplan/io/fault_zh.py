"""What is wrong with files of events, in Chinese; the words stand in `fault_words`.

A fault whose words are not there keeps them; its place and its frame are Chinese all the same.
"""

from __future__ import annotations

import re
from functools import cache

from seatplan.errors import Fault
from seatplan.io.contradiction_words import CONTRADICTIONS_ZH
from seatplan.io.fault_words import FAULTS_ZH
from seatplan.io.place_words import place_in_chinese

__all__ = ["fault_in_chinese"]


def fault_in_chinese(fault: Fault) -> str:
    """Return a fault in Chinese.

    Examples
    --------
    >>> fault_in_chinese(Fault("名单.csv row 3 column A", "the row has no name", "write it"))
    '名单.csv第3行A列：该行没有姓名；请写it'
    """
    return f"{place_in_chinese(fault.where)}：{_told(fault.found)}；{_told(fault.mend)}"


def _told(words: str) -> str:
    for pattern, chinese in _patterns():
        if found := pattern.fullmatch(words):
            told = {name: _told(place_in_chinese(value)) for name, value in found.groupdict().items()}
            return re.sub(r"'([^']*)'", r"“\1”", chinese.format(**told))
    return words


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the catalogue, what is said at most length first: the most particular."""
    known = {**FAULTS_ZH, **CONTRADICTIONS_ZH}
    order = sorted(known.items(), key=lambda pair: -len(re.sub(r"{\w}", "", pair[0])))
    return tuple((_pattern(english), chinese) for english, chinese in order)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w)\\}", r"(?P<\1>.+?)", re.escape(english)), re.DOTALL)
