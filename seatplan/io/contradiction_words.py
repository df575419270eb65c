"""Contradictions between rules that are found before any search: the English words, and the Chinese ones."""

from __future__ import annotations

__all__ = ["CONTRADICTIONS_ZH"]

CONTRADICTIONS_ZH = {
    "{a} person needs a seat with {b}, {c} can be used": "有{a}人需要{b}座位，可用的只有{c}个",
    "{a} people need a seat with {b}, {c} can be used": "有{a}人需要{b}座位，可用的只有{c}个",
    "add or free such seats, or seat fewer people with the need": "请增设或腾出此类座位，或减少有此需求的就座人员",
    "'wheelchair'": "轮椅",
    "seat {a} is reserved": "座位{a}已预留不用",
    "pin another seat, or free this one": "请改定其他座位，或取消该座位的预留",
    "{a} and {b}: one of them is pinned elsewhere": "{a}与座位{b}：其中之一已另有固定安排",
    "keep one of the two pins": "两项固定座位请只保留一项",
    "{a} person for {b} free seats {c}": "有{a}人要坐在{c}，该处空座只有{b}个",
    "{a} people for {b} free seat {c}": "有{a}人要坐在{c}，该处空座只有{b}个",
    "{a} people for {b} free seats {c}": "有{a}人要坐在{c}，该处空座只有{b}个",
    "widen `where`, or send fewer people there": "请放宽where的范围，或减少安排在该处的人员",
    "in第{a}行": "第{a}排",
    "in第{a}列": "第{a}列",
    "in block {a}": "第{a}区块",
}
"""Letters in braces stand for numbers and for what was typed. Places in them are Chinese already."""
