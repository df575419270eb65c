"""Rooms and people for the tests of charts, built by hand."""

from __future__ import annotations

import math

import numpy as np

from seatplan.people import Group, Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.venue import COMPANION, WHEELCHAIR, Area, Fixture, Seat, Venue, seat_numbers

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴"
)
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉力健世广义兴良海山仁波宁贵福生"
    "龙元全国胜学祥才发成武新利清飞彬富顺信子志刚"
)
FIRST = ("Anna", "Bob", "Carl", "Dora", "Emil", "Frieda", "Gustav", "Helena", "Igor", "Josephine", "Karim", "Li")
LAST = ("Smith", "Jones", "O'Neill", "van der Berg", "Kowalska", "Lee", "Ng", "Anderson-Hughes", "Silva", "Okafor")
LISTED = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 "
    "广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 解放军和武警部队"
)
PROVINCES = tuple(LISTED.split())
QUOTAS = (40, 31, 116, 60, 53, 86, 53, 76, 48, 133, 89, 103, 66, 76, 159, 160, 103, 109, 160, 87, 22, 55, 136)
QUOTAS += (69, 87, 20, 65, 48, 20, 20, 56, 36, 12, 13, 278)


def names(count: int, lang: str = "zh", seed: int = 0) -> list[str]:
    """Return made-up names."""
    rng = np.random.default_rng(seed)
    if lang == "en":
        return [f"{FIRST[a]} {LAST[b]}" for a, b in rng.integers(0, (len(FIRST), len(LAST)), (count, 2))]
    sur, given = rng.integers(0, len(SURNAMES), count), rng.integers(0, len(GIVEN), (count, 2))
    return [
        SURNAMES[s] + GIVEN[a] + (GIVEN[b] if i % 4 else "")
        for i, (s, (a, b)) in enumerate(zip(sur, given, strict=True))
    ]


def signed(counts: tuple[int, ...]) -> list[tuple[int, int, float]]:
    """Return (block, place in the row, signed position) of the seats of a row."""
    total, found = sum(counts), []
    for block, count in enumerate(counts):
        for _ in range(count):
            found.append((block, len(found), len(found) - (total - 1) / 2))
    return found


def hall(
    rows: int,
    blocks: tuple[int, ...],
    *,
    key: str = "hall",
    label: str = "",
    front: float = -3.0,
    aisle: float = 1.2,
    radius: float = 0.0,
    floor: int = 1,
    pitch: float = 0.95,
    width: float = 0.55,
    cross: int = 0,
) -> tuple[Area, list[Seat]]:
    """Return an area of straight rows, or of arcs about a point ``radius`` metres before the first row."""
    area, seats = Area(key, label, "hall", floor=floor, seat_width=width, row_pitch=pitch), []
    for row in range(1, rows + 1):
        y = front - (row - 1) * pitch - (1.2 if cross and row > cross else 0.0)
        printed = seat_numbers([p for _, _, p in signed(blocks)], "odd_left_even_right")
        for block, i, p in signed(blocks):
            x = p * width + (block - (len(blocks) - 1) / 2) * aisle
            number = printed[i]
            facing, place = 90.0, (x, y)
            if radius:
                r = radius + (front - y)
                a = x / radius
                place, facing = (r * math.sin(a), front + radius - r * math.cos(a)), 90.0 + math.degrees(a)
            features = (
                frozenset({WHEELCHAIR})
                if row == rows and i == 0
                else frozenset({COMPANION})
                if row == rows and i == 1
                else frozenset()
            )
            seats.append(
                Seat(
                    f"{key}-{row}-{i}",
                    f"{label}{row}排{number}号",
                    key,
                    row,
                    number,
                    p,
                    block,
                    i,
                    *place,
                    facing=facing,
                    features=features,
                )
            )
    return area, seats


def rostrum(
    counts: tuple[int, ...], *, front: float = 1.6, pitch: float = 1.8, width: float = 0.8
) -> tuple[Area, list[Seat]]:
    """Return a rostrum; its people look down the page."""
    area, seats = Area("rostrum", "主席台", "rostrum", seat_width=width, row_pitch=pitch), []
    for row, count in enumerate(counts, 1):
        for _, i, p in signed((count,)):
            seats.append(
                Seat(
                    f"r-{row}-{i}",
                    f"主席台{row}排{i + 1}号",
                    "rostrum",
                    row,
                    i + 1,
                    p,
                    0,
                    i,
                    -p * width,
                    front + (row - 1) * pitch,
                    facing=270.0,
                )
            )
    return area, seats


def room(*parts: tuple[Area, list[Seat]], fixtures: tuple[Fixture, ...] = (), name: str = "大礼堂") -> Venue:
    """Return the whole."""
    return Venue(name, tuple(s for _, seats in parts for s in seats), tuple(a for a, _ in parts), fixtures)


def stage(width: float, depth: float) -> tuple[Fixture, ...]:
    """Return a stage with a lectern and two stairs."""
    return (
        Fixture("stage", "", "stage", 0.0, depth / 2, width, depth),
        Fixture("lectern", "", "lectern", 0.0, 0.6, 0.8, 0.5),
        Fixture("steps1", "", "steps", -width / 2 + 1.5, -0.5, 1.5, 1.0),
        Fixture("steps2", "", "steps", width / 2 - 1.5, -0.5, 1.5, 1.0),
    )


def congress(
    scale: float = 1.0, rows: int = 41, blocks: tuple[int, ...] = (24, 40, 26), seed: int = 0
) -> tuple[Problem, Plan]:
    """Return delegations in columns, of the published quotas times ``scale``, and a rostrum of five rows."""
    quotas = [max(1, round(scale * quota)) for quota in QUOTAS]
    area, seats = hall(rows, blocks, front=-5.0, cross=rows // 2, label="一层")
    podium = rostrum((36, 36, 36, 35, 35))
    venue = room(podium, (area, seats), fixtures=stage(34.0, 11.0))
    people, assigned = [], {}
    order = sorted(seats, key=lambda s: (s.column, s.row))
    pool = iter(order)
    called = iter(names(sum(quotas) + 178, seed=seed))
    for g, quota in enumerate(quotas):
        for k in range(quota):
            person = Person(
                f"p{g}-{k}", next(called), group=f"g{g}", roles=frozenset({"head"}) if k == 0 else frozenset()
            )
            people.append(person)
            assigned[person.id] = next(pool).id
    for k, seat in enumerate(podium[1]):
        person = Person(f"r{k}", next(called), rank=k + 1, title="全国人大代表")
        people.append(person)
        assigned[person.id] = seat.id
    groups = tuple(Group(f"g{g}", name, g + 1) for g, name in enumerate(PROVINCES))
    return Problem(venue, Roster(tuple(people), groups), name="第十四届全国人民代表大会第一次会议"), Plan(assigned)


def seated(
    venue: Venue, *, groups: int = 6, lang: str = "zh", name: str = "座谈会", full: float = 0.95
) -> tuple[Problem, Plan]:
    """Return people on the seats of a room, in column strips of ``groups`` delegations."""
    places = sorted((s for s in venue.seats if s.area != "rostrum"), key=lambda s: (s.area, s.column, s.row))
    places = places[: int(len(places) * full)]
    podium = [s for s in venue.seats if s.area == "rostrum"]
    called = names(len(places) + len(podium), lang)
    people = [
        Person(
            f"p{i}",
            called[i],
            group=f"g{i * groups // len(places)}",
            roles=frozenset({"head"}) if i % 40 == 0 else frozenset(),
        )
        for i in range(len(places))
    ]
    leaders = [
        Person(
            f"l{i}",
            called[len(places) + i],
            rank=i + 1,
            title="副主任委员" if lang == "zh" else "Vice-Chair of the Board",
        )
        for i in range(len(podium))
    ]
    labels = (
        PROVINCES
        if lang == "zh"
        else (
            "Northern Region",
            "South",
            "Observers",
            "Ministry of Health",
            "Press",
            "Youth",
            "Donors",
            "Sponsors and friends",
            "Staff",
        )
    )
    roster = Roster((*people, *leaders), tuple(Group(f"g{i}", labels[i % len(labels)], i) for i in range(groups)))
    plan = Plan({p.id: s.id for p, s in zip((*people, *leaders), (*places, *podium), strict=True)})
    return Problem(venue, roster, name=name), plan
