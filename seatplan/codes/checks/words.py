"""Places of a room in words."""

from __future__ import annotations

from typing import Literal

__all__ = ["PHRASES", "Language"]

Language = Literal["en", "zh"]

PHRASES: dict[Language, dict[str, str]] = {
    "en": {
        "row": "{area} row {row} block {block}",
        "rows": "{area} rows {first}-{last}",
        "aisle": "{area} rows {first}-{last} aisle {number}",
        "left": "{area} rows {first}-{last} aisle at the left wall",
        "right": "{area} rows {first}-{last} aisle at the right wall",
        "crossing": "{area} cross aisle before row {first}",
        "dead end": "{area} dead end behind row {row}",
        "doors": "{room}, all doors",
        "far doors": "{room}, the two doors farthest apart",
        "floor": "{room} floor {floor}",
        "seats": "{seat} and {more} more seats",
        "table": "{table} and {other}",
        "and": ", ",
        "more": " and {more} more",
    },
    "zh": {
        "row": "{area}{row}排第{block}区",
        "rows": "{area}{first}-{last}排",
        "aisle": "{area}{first}-{last}排第{number}走道",
        "left": "{area}{first}-{last}排左侧边走道",
        "right": "{area}{first}-{last}排右侧边走道",
        "crossing": "{area}{first}排前横走道",
        "dead end": "{area}{row}排后袋形走道",
        "doors": "{room}全部疏散门",
        "far doors": "{room}相距最远的两个疏散门",
        "floor": "{room}{floor}层",
        "seats": "{seat}及另外{more}席",
        "table": "{table}与{other}",
        "and": "、",
        "more": "及另外{more}处",
    },
}
"""Phrases by language; left and right are those of somebody seated."""
