"""Write the rosters of ``examples/``: everybody in them is made up, the same people in every run.

``python scripts/make_examples.py`` writes them all; ``python scripts/make_examples.py DIR`` writes them to
another folder. Names are put together from lists of common surnames and characters of given names. Whoever
bears one of them is not meant.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

import xlsxwriter

from seatplan.people.strokes import sort_by_strokes

Row = Sequence[str | int]

EXAMPLES = Path(__file__).parents[1] / "examples"

# the 35 units of the 14th National People's Congress and their quotas, in the published order
DELEGATIONS = """
北京40 天津31 河北116 山西60 内蒙古53 辽宁86 吉林53 黑龙江76 上海48 江苏133 浙江89 安徽103 福建66 江西76 山东159
河南160 湖北103 湖南109 广东160 广西87 海南22 重庆55 四川136 贵州69 云南87 西藏20 陕西65 甘肃48 青海20 宁夏20
新疆56 香港36 澳门12 台湾13 解放军和武警部队278
"""
PRESIDIUM = 178
COMPOUND = "欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 东方 司徒 端木 南宫"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘"
    "杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国文辉力永健世广志义兴良海山仁波宁贵福生龙元全胜学祥才发"
    "武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政"
    "谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘雅琪嘉慧怡佳"
)
RARE = "䶮㛃𬱖堃喆赟翀旻祎昇玥燚犇珅珺玟婧媖崟峣烜晞煊鋆"
UIGHUR = (
    "阿依古丽 古丽娜尔 艾力 买买提 玉素甫 热娜 帕提古丽 木合塔尔",
    "艾山 吐尔逊 卡德尔 司马义 阿布都拉 亚森 库尔班",
)
MONGOL = "乌云其木格 苏日娜 巴特尔 朝鲁门 那仁花 哈斯额尔敦 娜仁托雅 格日勒图"
TIBETAN = "扎西次仁 卓玛央金 边巴顿珠 格桑曲珍 洛桑旺堆 白玛多吉 德吉措姆 达娃普布"


class Unit(NamedTuple):
    """A delegation: its number in the published order, its name, how many deputies it has."""

    number: int
    name: str
    quota: int


def units() -> list[Unit]:
    """Return the 35 delegations."""
    words = [(word.rstrip("0123456789"), word) for word in DELEGATIONS.split()]
    return [Unit(i, name, int(word[len(name) :])) for i, (name, word) in enumerate(words, 1)]


class Names:
    """Chinese names, each given once.

    Parameters
    ----------
    seed : int
        The same seed gives the same names.
    """

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.given: set[str] = set()
        self.weights = [1 + len(SURNAMES) // (3 + place) for place in range(len(SURNAMES))]

    def one(self) -> str:
        """Return a name that nobody has yet."""
        while (name := self._some()) in self.given:
            pass
        self.given.add(name)
        return name

    def _some(self) -> str:
        kind = self.dice.random()
        surname = self.dice.choices(SURNAMES, self.weights)[0]
        if kind < 0.015:
            surname = self.dice.choice(COMPOUND.split())
        given = "".join(self.dice.choices(GIVEN, k=1 if kind > 0.82 else 2))
        return surname + (given[:-1] + self.dice.choice(RARE) if 0.4 < kind < 0.42 else given)

    def local(self, unit: str, count: int) -> list[str]:
        """Return up to ``count`` names as they are usual in some regions."""
        regions = {
            "新疆": [f"{first}·{second}" for first in UIGHUR[0].split() for second in UIGHUR[1].split()],
            "内蒙古": MONGOL.split(),
            "西藏": TIBETAN.split(),
        }
        return self.dice.sample(regions.get(unit, []), k=min(count, len(regions.get(unit, []))))


CONGRESS_HEADINGS = (
    "代表证号",
    "姓名",
    "代表团",
    "类别",
    "角色",
    "职务",
    "礼宾次序",
    "需求",
    "陪同对象",
    "出席情况",
)
WHEELCHAIRS = "河北 辽宁 上海 江苏 山东 河南 湖北 广东 四川 解放军和武警部队"
INTERPRETED = "内蒙古 新疆 西藏 新疆 青海 云南 广西 四川"
SPEAKING = "江苏 浙江 山东 河南 广东 四川 湖南 湖北 河北 安徽 辽宁 上海 北京 陕西 新疆 香港 台湾 解放军和武警部队"
AWAY = {
    "天津": "请假",
    "山西": "请假",
    "浙江": "病假",
    "福建": "公假",
    "湖南": "请假",
    "贵州": "病假",
    "甘肃": "请假",
}


def congress() -> Iterator[Row]:
    """Yield the people of the congress: the presidium by rank, then each delegation in the order of strokes."""
    names = Names(14)
    for rank in range(1, PRESIDIUM + 1):
        post = "常务主席" if rank <= 10 else "执行主席" if rank <= 40 else "主席团成员"
        yield f"Z{rank:03}", names.one(), "", "主席团", "", post, rank, "", "", "出席"
    for unit in units():
        yield from _delegation(unit, names)


def _delegation(unit: Unit, names: Names) -> Iterator[Row]:
    """Yield the deputies of a delegation, each followed by whoever comes along."""
    local = names.local(unit.name, unit.quota // 3)
    # 姓名笔画: people's congresses compare the second character at once
    people = sort_by_strokes(
        [*local, *(names.one() for _ in range(unit.quota - len(local)))], single_name="compare"
    )
    free = names.dice.sample(range(unit.quota), k=unit.quota)
    head, away = free.pop(), free.pop() if unit.name in AWAY else -1
    speakers = {free.pop() for _ in range(_speakers(unit))}
    sitting = {free.pop()} if unit.name in WHEELCHAIRS.split() else set()
    helped = {free.pop() for _ in range(INTERPRETED.split().count(unit.name))}
    for place, name in enumerate(people):
        number = f"D{unit.number:02}-{place + 1:03}"
        role = "head" if place == head else "speaker" if place in speakers else ""
        post = "团长" if place == head else "大会发言代表" if place in speakers else "代表"
        state = AWAY[unit.name] if place == away else "出席"
        need = "轮椅" if place in sitting else ""
        yield number, name, unit.name, "代表", role, post, "", need, "", state
        if place in sitting:
            yield f"{number}P", names.one(), unit.name, "工作人员", "companion", "陪同", "", "", number, "出席"
        if place in helped:
            yield f"{number}Y", names.one(), unit.name, "工作人员", "interpreter", "翻译", "", "", number, "出席"


def _speakers(unit: Unit) -> int:
    """Return how many of a delegation will speak: one, and two of those with 110 deputies or more."""
    return (unit.name in SPEAKING.split()) * (2 if unit.quota >= 110 else 1)


def write_congress(folder: Path) -> None:
    """Write the workbook: the people on one sheet, the delegations on another."""
    with xlsxwriter.Workbook(folder / "roster.xlsx") as book:
        book.set_properties({"title": "人民代表大会名单（虚构）", "created": datetime(2026, 1, 1)})
        _sheet(book, "名单", [CONGRESS_HEADINGS, *congress()])
        _sheet(book, "代表团", [("编号", "代表团", "次序"), *((u.name, u.name, u.number) for u in units())])


def _sheet(book: xlsxwriter.Workbook, name: str, rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(rows[0]) - 1, 12)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row, bold if number == 0 else None)


BRIEFING_HEADINGS = ("序号", "姓名", "单位", "职务", "类别", "礼宾次序", "请假", "备注")
LEADERS = "董事长 总经理 监事会主席 副总经理 总工程师 总会计师 副总经理 工会主席 总经理助理"
DEPARTMENTS = "办公室 生产部 安全环保部 设备部 物资部 财务部 人力资源部 信息中心 基建部"


def briefing() -> Iterator[Row]:
    """Yield the people of the briefing: the leaders by rank, a guest, three of each department."""
    names = Names(37)
    number = 0
    for rank, post in enumerate(LEADERS.split(), 1):
        number += 1
        yield number, names.one(), "公司领导", post, "主席台", rank, "出差" if rank == 4 else "", ""
    number += 1
    yield number, names.one(), "省应急管理学会", "特邀专家", "嘉宾", "", "", "会后作点评，留首排居中位置"
    for department in DEPARTMENTS.split():
        for post in ("部长", "副部长", "安全员"):
            number += 1
            post = post.replace("部长", "主任") if department in ("办公室", "信息中心") else post
            away = {18: "住院", 30: "请假"}.get(number, "")
            yield number, names.one(), department, post, "参会", "", away, ""


def write_briefing(folder: Path) -> None:
    """Write the list as an old spreadsheet program does: CSV in GB18030."""
    with (folder / "roster.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([BRIEFING_HEADINGS, *briefing()])


CONFERENCE_HEADINGS = (
    "First Name", "Last Name", "Company", "Job Title", "Attendee Type", "Precedence", "Roles", "Sponsor", "Needs",
    "Beside", "RSVP", "Dietary",
)  # fmt: skip
FIRST_NAMES = (
    "Alice Amara Ana Anders Beatrix Bilal Carmen Chidi Clara Daniel Diego Elena Emil Fatima Felix Freya "
    "Gabriel Greta Hana Hugo Ines Ivan Jonas Julia Kamal Karin Keiko Lars Leila Liam Lucia Magnus Maja Marco "
    "Mei Mikael Nadia Nora Oliver Olga Pablo Petra Priya Rafael Rosa Samuel Sana Sofia Stefan Tara Tomas Uma "
    "Viktor Wanjiru Xavier Yara Zoe"
)
LAST_NAMES = (
    "Abara Almeida Andersen Bakker Banerjee Becker Bianchi Brandt Castillo Chen Costa Dahl Dubois Eriksen "
    "Farouk Fischer Fontaine Garcia Gruber Haddad Hansen Horvat Ibrahim Ito Jansen Kamau Keller Kim Kovács "
    "Kumar Larsen Leclerc Lindqvist Marino Mbeki Meyer Moreau Nakamura Novák Nwosu Okafor Olsen Park Pereira "
    "Petrov Ramírez Rao Ricci Rossi Sato Schmidt Silva Singh Tanaka Torres Vásquez Virtanen Walsh Weber "
    "Yılmaz Åkesson"
)
HEAD_TABLE = (
    "President; Vice-President; Host Minister; Secretary General; Keynote Speaker; Keynote Speaker; Treasurer; "
    "Programme Chair; Moderator; Panel Speaker; Panel Speaker; Panel Speaker; Panel Speaker; Regional Director; "
    "Regional Director; Regional Director; Regional Director; Past President; Past President; Honorary Member; "
    "Honorary Member"
)
SPONSORS = {"Aurora Cloud": 12, "Borealis Energy": 10, "Cascade Health": 8}
NEWSROOMS = "Daily Courier; Evening Ledger; Nordic Wire; Radio Meridian; Science Gazette; Tech Herald"
FIRMS = (
    "Helix Robotics; Ironwood Robotics; Juniper Labs; Kestrel Logistics; Lumen Optics; Maple Foods; Northgate "
    "Bank; Orchard Materials; Pinewood Press; Quarry Systems"
)


class Guest(NamedTuple):
    """One row of the conference's list, without the name."""

    firm: str
    title: str
    kind: str
    rank: int | str = ""
    roles: str = ""
    sponsor: str = ""
    needs: str = ""
    beside: str = ""
    reply: str = "Accepted"


def conference() -> Iterator[Row]:
    """Yield the people of the conference: head table, sponsors, delegates and who comes with them, the press."""
    dice = Random(120)
    pairs = [(first, last) for last in LAST_NAMES.split() for first in FIRST_NAMES.split()]
    names = iter(dice.sample(pairs, k=len(pairs)))
    last = ""
    for guest in _guests():
        first_name, last_name = next(names)
        principal = last if guest.beside == "above" else ""
        last = f"{first_name} {last_name}"
        diet = dice.choices(("", "Vegetarian", "Halal", "Vegan"), (12, 3, 2, 1))[0]
        rest = guest._replace(beside=principal)
        yield (first_name, last_name, *rest[:-1], guest.reply, diet)


def _guests() -> Iterator[Guest]:
    for rank, title in enumerate(HEAD_TABLE.split("; "), 1):
        roles = {"Moderator": "presider"}.get(title, "")
        reply = "Declined" if rank == 17 else "Accepted"
        yield Guest("Union of Applied Sciences", title, "Platform party", rank, roles, reply=reply)
    for sponsor, count in SPONSORS.items():
        for place in range(count):
            title = ("Chief Executive", "Vice President", "Director", "Engineer")[min(place, 3)]
            yield Guest(sponsor, title, "Sponsor", sponsor=sponsor)
    firms = FIRMS.split("; ")
    for place in range(55):
        firm, role = firms[place % len(firms)], "speaker" if place < 8 else ""
        reply = {23: "Declined", 37: "Declined", 41: "Waitlist", 50: "Declined"}.get(place, "Accepted")
        needs = "Wheelchair" if place in (12, 34) else ""
        title = "Session Speaker" if role else ("Head of Research", "Manager", "Analyst")[place % 3]
        yield Guest(firm, title, "Delegate", roles=role, needs=needs, reply=reply)
        if needs:
            yield Guest(firm, "Personal Assistant", "Companion", roles="companion", beside="above")
        if place in (5, 18):
            yield Guest("Conference Services", "Interpreter", "Staff", roles="interpreter", beside="above")
    rooms = NEWSROOMS.split("; ")
    for place in range(10):
        title = "Photographer" if place >= len(rooms) else "Correspondent"
        yield Guest(rooms[place % len(rooms)], title, "Press", reply="Declined" if place == 9 else "Accepted")


def write_conference(folder: Path) -> None:
    """Write the list as a registration system does: CSV in UTF-8 with a byte order mark."""
    with (folder / "roster.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([CONFERENCE_HEADINGS, *conference()])


class Example(NamedTuple):
    """One roster: its headings, its rows, and the headings whose values are worth counting."""

    headings: Sequence[str]
    rows: Sequence[Row]
    counted: Sequence[str]

    def facts(self) -> Iterator[str]:
        """Yield how many people there are, and how often each value of a counted column occurs."""
        yield f"{len(self.rows)} people"
        for heading in self.counted:
            values = Counter(row[self.headings.index(heading)] for row in self.rows)
            yield f"{heading}: " + ", ".join(f"{count} {value}" for value, count in values.items() if value)


def main(arguments: Sequence[str]) -> None:
    """Write all rosters, into a folder that is given or where they belong, and say what is in them."""
    root = Path(arguments[0]) if arguments else EXAMPLES
    for name, (write, example) in examples().items():
        (root / name).mkdir(parents=True, exist_ok=True)
        write(root / name)
        print(f"{name}:", *example.facts(), sep="\n  ")


def examples() -> dict[str, tuple[Callable[[Path], None], Example]]:
    """Return the writer and the contents of each roster, by the name of its folder."""
    return {
        "briefing": (write_briefing, Example(BRIEFING_HEADINGS, [*briefing()], ("类别", "请假"))),
        "conference": (
            write_conference,
            Example(CONFERENCE_HEADINGS, [*conference()], ("Attendee Type", "Roles", "Sponsor", "Needs", "RSVP")),
        ),
        "congress": (
            write_congress,
            Example(CONGRESS_HEADINGS, [*congress()], ("类别", "代表团", "角色", "需求", "出席情况")),
        ),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
