"""Places in files, in Chinese: the row of a table is 行, its column 列."""

from __future__ import annotations

import re

__all__ = ["place_in_chinese"]

_PARTS = (
    (r" sheet '([^']*)'", r"工作表“\1”"),
    (r" row (\d+)", r"第\1行"),
    (r" column ([A-Z]{1,3})\b", r"\1列"),
    (r" line (\d+)", r"第\1行"),
    (r"^columns of ", "列标题："),
    (r"^venue (?=')", "会场"),
    (r"^room (?=')", "房间"),
    (r"^roster$", "名单"),
)


def place_in_chinese(where: str) -> str:
    """Return a place as it is said in Chinese; files, keys and names stay as they are.

    Examples
    --------
    >>> place_in_chinese("名单.xlsx sheet '代表' row 42 column H"), place_in_chinese("event.yaml:6:11 rules[1]")
    ('名单.xlsx工作表“代表”第42行H列', 'event.yaml:6:11 rules[1]')
    """
    for pattern, chinese in _PARTS:
        where = re.sub(pattern, chinese, where)
    return where
