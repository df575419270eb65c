"""A hall of the size of the Great Hall of the People, as files that a user would have written.

    python -m benchmarks.great_hall DIR          writes DIR/event.yaml and DIR/roster.csv
    python -m benchmarks.great_hall_run DIR      writes them, solves and draws, and prints what each phase costs

Three floors with the published 3,693, 3,515 and 2,518 seats and a rostrum of 300: 3,000 deputies in 35
delegations in columns on the ground floor, 5,900 attendees in 60 groups in compact blocks on the floors above,
heads in front, surname strokes inside, 40 wheelchair users with companions, 60 pairs side by side, 60 pairs
apart, 120 people near an aisle. All names are made up.

The floors above have 3,515 + 2,518 = 6,033 seats, 42 of them wheelchair spaces without a chair: 6,500 people do
not fit, whatever the plan. 5,900 leave one chair in sixty empty.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

__all__ = ["write"]

QUOTAS = (
    "40 31 116 60 53 86 53 76 48 133 89 103 66 76 159 160 103 109 "
    "160 87 22 55 136 69 87 20 65 48 20 20 56 36 12 13 278"
)
DEPTH = 34
LAST_OF_BLOCK = (8, 24, 42, 61, 79, 95)
ATTENDEES, GROUPS, PRESIDIUM = 5900, 60, 300
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力永健世广志义兴良海山仁波宁贵福生龙元全胜"

EVENT = """\
format: seatplan-event/1
name: 万人大会
language: zh
convention: cn-congress
venue:
  name: 大会堂
  areas:
    - rostrum: {{rows: [52, 56, 60, 64, 68], rise: 0.3}}
    - auditorium:
        label: 一层
        blocks: "8,16,18,19,18,16,8"
        rows: 36
        first_row: 5
        cross_aisles_after: [18]
        missing: [[1, 1], [1, 2], [1, 3], [1, 101], [1, 102], [1, 103], [2, 1], [2, 2], [2, 102], [2, 103],
          [3, 1], [3, 103], [36, 51], [36, 52], [36, 53]]
        wheelchair: {wheelchair}
        companion: {companion}
    - auditorium: {{id: floor2, label: 二层, floor: 2, blocks: "12,18,17,18,18,12", rows: 37, first_row: 14,
        wheelchair: {wheelchair2}, companion: {companion2}}}
    - auditorium: {{id: floor3, label: 三层, floor: 3, blocks: "13,18,17,18,18,13", rows: 26, first_row: 26,
        missing: [[26, 47], [26, 48], [26, 49], [26, 50]], wheelchair: {wheelchair3}, companion: {companion3}}}
roster: roster.csv
rules:
  - rostrum: {{area: rostrum, who: {{category: 主席团}}}}
  - zone: {{who: {{category: 代表}}, where: {{areas: hall}}, only: yes}}
  - grouping: {{areas: hall, who: {{category: 代表}}, shape: columns, order: center_out}}
  - grouping: {{areas: [floor2, floor3], who: {{category: 列席}}, shape: block}}
  - heads_first: {{areas: [hall, floor2, floor3]}}
  - inner_order:
      areas: [hall, floor2, floor3]
      by: surname_strokes
      but: [{{roles: [head, speaker, companion, pair]}}, {{needs: wheelchair}}]
  - accessible: {{companion_seats: yes}}
  - together: {{beside: yes}}
  - apart: {{sets: {apart}}}
  - prefer: {{who: {{role: speaker}}, near: aisle, priority: 1}}
  - fill: {{areas: hall, who: {{category: 代表}}, singles: no, priority: 2}}
  - compact: {{areas: [floor2, floor3], who: {{category: 列席}}, priority: 3}}
output: {{formats: [pdf, png], paper: A2}}
"""


def quotas() -> list[int]:
    """Return the published quotas with the 255 further deputies where they need no further column."""
    sizes = [int(word) for word in QUOTAS.split()]
    left = 3000 - sum(sizes)
    while left:
        room, widest = max((-(-size // DEPTH) * DEPTH - size, -i) for i, size in enumerate(sizes))
        more = min(room, left, 8)
        sizes[-widest] += more
        left -= more
    return sizes


def write(folder: Path) -> Path:
    """Write the event into a folder and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    people = list(_people())
    with (folder / "roster.csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(["编号", "姓名", "类别", "代表团", "级别", "角色", "需求", "随同"])
        writer.writerows(people)
    spaces = [(18, place) for place in range(2, 104, 4)] + [(19, place) for place in range(4, 102, 4)]
    beside = [(row, place - 1 if place in LAST_OF_BLOCK else place + 1) for row, place in spaces]
    upper2, upper3 = _upper(37, (3, 14, 32, 49, 67, 85)), _upper(26, (3, 15, 33, 51, 68, 86))
    text = EVENT.format(
        wheelchair=_listed(spaces),
        companion=_listed(beside),
        wheelchair2=_listed(upper2),
        companion2=_listed([(row, place + 1) for row, place in upper2]),
        wheelchair3=_listed(upper3),
        companion3=_listed([(row, place + 1) for row, place in upper3]),
        apart=_apart(people),
    )
    (folder / "event.yaml").write_text(text, "utf-8")
    return folder / "event.yaml"


def _upper(rows: int, places: tuple[int, ...]) -> list[tuple[int, int]]:
    """Wheelchair spaces of an upper floor: in every tenth row, one in each block."""
    return [(row, place) for row in range(5, rows, 10) for place in places]


def _listed(seats: list[tuple[int, int]]) -> list[list[int]]:
    return [list(seat) for seat in seats]


def _people() -> Iterator[list[str | int]]:
    names = _names()
    for rank in range(1, PRESIDIUM + 1):
        yield [f"Z{rank}", next(names), "主席团", "", rank, "", "", ""]
    wheelchairs = 40
    for number, size in enumerate(quotas(), start=1):
        users = min(wheelchairs, size // 75 if size >= 100 else 0)
        wheelchairs -= users
        yield from _delegation(f"D{number}", f"第{number}代表团", size - users, "代表", names, users=users)
    for number, size in enumerate(_group_sizes(), start=1):
        users = min(wheelchairs, size // 100)
        wheelchairs -= users
        yield from _delegation(f"L{number}", f"列席{number}组", size - users, "列席", names, users=users)


def _delegation(
    key: str, name: str, size: int, kind: str, names: Iterator[str], *, users: int
) -> Iterator[list[str | int]]:
    """Yield the members: a head, two people near an aisle, a pair, the rest; wheelchair users with companions."""
    for i in range(size):
        role, beside = "", ""
        if i == 0:
            role = "head"
        elif kind == "列席" and i in (11, 12):
            role = "speaker"
        elif kind == "列席" and i in (13, 14):
            role, beside = "pair", f"{key}-13" if i == 14 else ""
        yield [f"{key}-{i}", next(names), kind, name, "", role, "wheelchair" if 0 < i <= users else "", beside]
    for i in range(1, users + 1):
        yield [f"{key}-c{i}", next(names), kind, name, "", "companion", "", f"{key}-{i}"]


def _group_sizes() -> list[int]:
    chance = Random(3)
    weights = [chance.randint(40, 150) for _ in range(GROUPS)]
    cuts = [round(ATTENDEES * sum(weights[:k]) / sum(weights)) for k in range(GROUPS + 1)]
    return [b - a for a, b in pairwise(cuts)]


def _apart(people: list[list[str | int]]) -> list[list[str]]:
    """Two pairs for every second group: two members of it, and one of it with one of the next."""
    inside = [[f"L{g}-16", f"L{g}-17"] for g in range(1, GROUPS + 1, 2)]
    across = [[f"L{g}-18", f"L{g + 1}-18"] for g in range(1, GROUPS, 2)]
    known = {row[0] for row in people}
    assert all(name in known for pair in inside + across for name in pair)
    return inside + across


def _names() -> Iterator[str]:
    for a in GIVEN:
        for b in GIVEN:
            for surname in SURNAMES:
                if a != b:
                    yield surname + a + b


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
