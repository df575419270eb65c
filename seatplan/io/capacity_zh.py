"""What layouts say of their limits, in Chinese; what is not known here stays as it is."""

from __future__ import annotations

import re

__all__ = ["in_chinese"]

_PHRASES = (
    (r"rows and aisles that fit between the walls", "墙内可容的排与走道"),
    (r"places that fit between the walls with a way to a door", "墙内可容且可达疏散门的席位"),
    (r", (\d+) wheelchair spaces among them", r"，含轮椅席位\1个"),
    (r"(\d+) aisles in (\d+) sections of rows", r"\2个区段共\1条走道"),
    (r"([\d.]+) m2 for people on chairs", r"\1平方米，设座椅"),
    (r"([\d.]+) m2 for people at tables", r"\1平方米，设桌椅"),
    (r"([\d.]+) m2 for people at desks", r"\1平方米，设课桌"),
    (r"([\d.]+) m2 for people who stand", r"\1平方米，站立"),
    (r"([\d.]+) m2, as is usual for people who stand", r"\1平方米，按站立惯例"),
    (r"([\d.]+) m2, ([\d.]+) m2 each", r"\1平方米，每人\2平方米"),
    (r"(\d+) exits? that can be reached", r"可达疏散门\1个"),
    (r", others are too near to it", "，其余相距过近"),
    (r"([\d.]+) m of doors that can be reached", r"可达疏散门总宽\1米"),
    (r"as many as are wanted", "按所需人数"),
    (r"no door is drawn: how people leave the room was not looked at", "图中无门：未核查疏散"),
    (r"no code was named: widths and numbers of exits were not looked at", "未指定规范：未核查疏散门数量与宽度"),
    (r"more than (\d+) chairs: fastened to each other or to the floor", r"座椅超过\1把：须相互连接或固定于地面"),
    (
        r"doors, landings and aisles as drawn are free, lit and unlocked while people are in the room",
        "使用期间，图示疏散门、门前区域与走道畅通、有照明、不上锁",
    ),
    (
        r"the floor bears the crowd, and the authority has agreed to the number",
        "楼面承载满足要求，人数经主管部门同意",
    ),
    (r"(\d+) more findings: seatplan check says them all", r"另有\1项：见 seatplan check"),
)


def in_chinese(text: str) -> str:
    """Return a reason in Chinese.

    Examples
    --------
    >>> in_chinese("1 exit that can be reached, others are too near to it"), in_chinese("other")
    ('可达疏散门1个，其余相距过近', 'other')
    """
    for pattern, chinese in _PHRASES:
        text = re.sub(pattern, chinese, text)
    return text
