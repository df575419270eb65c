"""Every occasion from its event file to its chart: solved, audited clean, drawn, and seated as protocol says."""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path

import pytest

from seatplan import deliver
from seatplan.io import read_event
from seatplan.result import Status
from seatplan.rules import RULES
from seatplan.rules.occasions import Occasion
from seatplan.solvers import Control

ROOT = Path(__file__).parents[1] / "examples"
OLDER = {"briefing", "conference", "congress"}
EXAMPLES = tuple(sorted(path.parent.name for path in ROOT.glob("*/event.yaml") if path.parent.name not in OLDER))


@lru_cache(maxsize=len(EXAMPLES))
def outcome(name: str) -> deliver.Outcome:
    return deliver.run(read_event(ROOT / name / "event.yaml"), Control())


def row(name: str, area: str, number: int = 1) -> str:
    """Who sits in a row, from the occupants' left to their right; a dot is an empty place."""
    found, problem = outcome(name), outcome(name).event.problem
    seats = [s for s in problem.venue.seats if s.area == area and s.row == number]
    people = (found.plan.person_at(seat.id) for seat in sorted(seats, key=lambda s: s.position))
    return " ".join(problem.roster.by_id[person].name if person else "." for person in people)


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_solved_to_proven_optimality_and_audited_clean(name):
    found = outcome(name)

    assert found.result is not None
    assert found.result.status is Status.OPTIMAL
    assert found.clean
    assert all(tier.gap == 0 for tier in found.result.tiers)


@pytest.mark.parametrize("name", EXAMPLES)
def test_its_charts_are_drawn(name, tmp_path):
    files = {path.name for path in deliver.write(outcome(name), tmp_path)}

    assert {"plan.json", "report.md", "seats.xlsx"} <= files
    assert any({f"{chart}.png", f"{chart}.pdf"} <= files for chart in ("table", "hall", "rostrum"))


def test_every_rule_of_an_occasion_has_an_example():
    shown = {type(rule) for name in EXAMPLES for rule in outcome(name).event.problem.rules}

    assert {kind for kind in RULES.values() if issubclass(kind, Occasion)} | {RULES["clear_backs"]} <= shown


def test_talks():
    """G-25: hosts 4 2 1 T 3 5, guests 5 3 T 1 2 4; the seventh chair stays empty."""
    assert row("talks", "talks-near") == ". 欧阳子涵 林静 周明远 陈思 高立 丁一"
    assert row("talks", "talks-far") == "Rui Matos Ana Ribeiro Inês Duarte Maria Oliveira João Costa Pedro Lopes ."


def test_sofas():
    """G-24(a): hosts at the left of the middle, guests at the right; interpreters behind their principals."""
    assert row("sofas", "sofas") == "Ian Moss Ruth Klein Peter Osei Helen Ward Kenji Mori Yui Tanaka Ren Abe ."
    assert row("sofas", "sofas", 2) == "Tom Hale Sara Lund Mio Sato ."


def test_signing():
    """G-28: h4 h3 h2 h1 g1 g2 g3 g4 behind hA HS GS gA."""
    assert row("signing", "signing") == "方宁 沈嘉 Karl Winter Eva Horn"
    assert row("signing", "signing", 2) == "唐一鸣 宋扬 何青 赵启明 Anna Berg Jonas Roth Lena Vogt Paul Kern"


def test_photo():
    """Rule 40: the front row is 6 4 2 1 3 5 7."""
    assert row("photo", "photo") == "施雨 白云 许岚 程立新 马骏 傅山川 雷鸣"


def test_family_photo():
    """Rule 41: the hosts before and after beside the host; heads by tenure; organisations, viewed, A to Z."""
    assert row("family_photo", "photo") == (
        "Isla Fraser Grace Mbeki Elin Strand Carmen Ortega Amara Diallo Bruno Keller Dmitri Volkov Farid Rahman "
        "Haruto Sato"
    )
    assert row("family_photo", "photo", 3).strip(" .") == "World Bank Monetary Fund African Union"


def ring(name: str, area: str) -> str:
    """Who sits on s0, s1, ...: from the seat that faces the door towards its right hand."""
    found, problem = outcome(name), outcome(name).event.problem
    seats = [s for s in problem.venue.seats if s.area == area and s.row == 1]
    people = (found.plan.person_at(seat.id) for seat in sorted(seats, key=lambda s: s.number))
    return ", ".join(problem.roster.by_id[person].name if person else "." for person in people)


def test_round_table():
    """Rule 43: guests 1 and 2 beside the host, 3 and 4 beside the co-host; interpreter at guest 1's right."""
    assert ring("round_table", "table") == (
        "罗志远, Olga Ivanova, 毛宁, Boris Petrov, Pavel Orlov, "  # H1 G1 T G6 G4
        "钟灵, Irina Belova, 郝建, Nina Frolova, Sergei Popov"  # H2 G3 H3 G5 G2
    )


def test_state_banquet():
    """Rule 47: the seats near the head table stay empty; each table has a host and its guests on both sides."""
    assert ring("state_banquet", "table-1") == "., ., Ngozi Obi, Ada Holm, Chidi Eze, Tunde Bello, ., ."
    assert row("state_banquet", "table-head") == (
        "Mr Alder Speaker Lindt President Alder President Okoro Mrs Okoro Premier Vasquez"
    )


def test_council():
    """Rule 38: delegations in alphabetical order from the seat that faces the door."""
    people = ring("council", "table").split(", ")
    by_name = outcome("council").event.problem.roster.by_name
    countries = [by_name[name][0].attribute("country") for name in people]

    assert countries[::2] == countries[1::2] == ["Austria", "France", "Italy", "Norway", "Portugal", "Sweden"]


def test_u_shape():
    """4.3: 8 6 4 2 1 3 5 7 9 round the U, the first in the middle of the closed end."""
    assert row("u_shape", "u") == "聂远 安然 黎明 江帆 顾南 汤勇 段誉铭 易水寒 岳岚"


def test_dinner():
    """G-40 and rule 49: A is W1 M3 W4 M2, but M3 and W4 are a couple, so men 3 and 4 change seats."""
    assert ring("dinner", "table").split(", ") == [
        "Henry Clarke",
        *("Elena Vega", "Luca Ferri", "Ingrid Reed", "George Hall"),  # W1 M4 W4 M2
        "Alice Clarke",
        *("Tomás Vega", "Clara Boyd", "Martin Reed", "Susan Hall"),  # M1 W3 M3 W2
    ]


def test_hemicycle():
    """Rule 53: the wedges follow from the President's left, which is the right of the page; leaders in row 1."""
    found, problem = outcome("hemicycle"), outcome("hemicycle").event.problem
    at = {p.id: problem.venue.seat(found.plan.seats[p.id]) for p in problem.people}
    middles = [
        sum(math.atan2(at[p.id].x, -at[p.id].y) for p in problem.people if p.group == group.id)
        / sum(p.group == group.id for p in problem.people)
        for group in problem.roster.groups_in_order
    ]

    assert middles == sorted(middles, reverse=True)
    assert {at[p.id].row for p in problem.people if "head" in p.roles} == {1}
    assert {at[p.id].row for p in problem.people if "vice-president" in p.roles} == {3}


def test_westminster():
    """G-52: the government on the Speaker's right, ministers on its front bench."""
    found, problem = outcome("westminster"), outcome("westminster").event.problem
    areas = {p.group: problem.venue.seat(found.plan.seats[p.id]).area for p in problem.people}

    assert list(areas.values()) == ["house-right", "house-left", "house-facing"]


def test_flags():
    """G-51: five flags, the host in the centre; the viewer reads from the flags' right to their left."""
    assert row("flags", "flags").split()[::-1] == ["巴西", "法国", "中国", "南非", "挪威"]


def test_car():
    """Mark D: rear right, rear left, rear middle, and the interpreter beside the driver."""
    assert row("car", "vehicle", 2) == "卢苇 祝融 柯南星"
    assert row("car", "vehicle", 1) == ". 麦田"


def test_chairman():
    """4.1, 4.2: the host's row 2 1 3 faces the door; the delegations by pinyin (加纳 泰国 智利) from page-left."""
    assert row("chairman", "talks-far") == "田野 沈致远 骆文"
    assert row("chairman", "talks-near") == ("Kofi Mensah Ama Owusu Anong Srisai Chai Boon Lucía Mora Diego Paz")


def test_tea_party():
    """4.3 (D): three leaders face the door, the second at the first's left hand; the others are equals."""
    people = ring("tea_party", "circle").split(", ")

    assert (people[0], people[1], people[-1]) == ("钟鼎", "方圆", "孟夏")


def test_u_opening():
    """Conflict 25, the option: the leader at the opening, the second at the right hand."""
    people = ring("u_opening", "u").split(", ")

    assert (people[0], people[1], people[-1]) == ("Nora Beck", "Omar Said", "Priya Nair")


def test_head_table():
    """Rule 59: 7 5 3 1 [L] 2 4 6 8 from the occupants' left."""
    assert row("head_table", "head") == (
        "Liam Frost Jack Noble Hugo Marsh Paul Presley Gina Stone Irene Fox Kate Wren Mona Hale"
    )


def test_hollow_square():
    """4.1, 4.3: the superior's side 4 2 1 3 5 faces the door, both sides left first."""
    assert row("hollow_square", "square-far") == "史诚 柳青 严正 康宁 辛勤"
    assert row("hollow_square", "square-near") == "祁连 穆清 邵华 项羽田 ."


def test_dinner_eight():
    """Conflict 23, two places at each end: m0 w1 m3 w3 m2 w0 m1 w2 by rank, couples apart."""
    people = ring("dinner_eight", "table").split(", ")

    assert (people[0], people[5]) == ("Robert Lane", "Helen Lane")
    assert people[1] == "Signora Rossi"
    assert people[6] == "Ambassador Rossi"


def test_photo_abroad():
    """Rule 40: the host in the centre, guest 1 at the right hand, all in turn, hosts at both ends."""
    assert row("photo_abroad", "photo") == (
        "苗苗 Mette Krag 谷雨 Signe Dahl 夏明翰 Erik Olsen 周全 Lars Holm 程前"
    )


def test_old_style():
    """Conflicts 19 and 22: the first faces the door at the left table, the left is higher."""
    assert ring("old_style", "table-2") == "陈老太爷, 陈仲年, 陈季年, 吴舅公, 陈叔年, 陈伯年"


def test_end_on():
    """Rule 34 and conflict 16: guests on the right as one enters, T at each principal's right."""
    assert row("end_on", "talks-right").strip(" .") == "Zeynep Arslan Yusuf Demir Selin Aydın Emre Kaya"
    assert row("end_on", "talks-left").strip(" .") == "Bernd Kurz Anna Weiss Dora Blum Clara Engel"


def test_center_out():
    """Rule 17: the first in the centre, the second at the left hand of the first, and so on."""
    assert row("center_out", "hall") == "李大鸣 石岩 王小宁 丁小宁 尹航 李一鸣 何川"
    assert row("center_out", "rostrum") == "陆一鸣 高远 白桦"


def test_bodies():
    """Rule 15 (C): heads in body order, then deputies in theirs; eight are 8 6 4 2 1 3 5 7."""
    assert row("bodies", "rostrum") == "副主席辛 副主任己 主席庚 县长乙 书记甲 主任丙 副书记丁 副县长戊"


@pytest.mark.parametrize(
    ("name", "seated"),
    [
        ("coach", {2: "丁香 岳阳 洪波 凌云", 3: "冬梅 夏荷 江河 高歌"}),
        ("minibus", {2: "Tom Ashby Ines Prado Chair Lund", 3: "Ada Quist Karl Voss Mei Tan"}),
        ("jeep", {1: ". 林海", 2: "松涛 雪原"}),
    ],
)
def test_vehicles(name, seated):
    """Mark D: a bus from the front and the right; off-road the seat beside the driver first."""
    assert {number: row(name, "vehicle", number) for number in seated} == seated


def test_the_chart_of_a_parliament_says_whose_left_is_where(tmp_path):
    """Section 0: the President looks down the page."""
    from pypdf import PdfReader

    deliver.write(outcome("hemicycle"), tmp_path)
    words = " ".join("".join(page.extract_text() for page in PdfReader(tmp_path / "hall.pdf").pages).split())

    assert "the President's left is the right of the page" in words


def test_oval():
    """4.3 (C [S89]): the leader at the inner end faces the door, the second at the left hand, nearer first."""
    people = ring("oval", "oval").split(", ")

    assert people == ["齐岳", "费扬", "苏北", "常胜", "路远", ".", "任重", "安定", "鲁南", "童心"]


def test_assembly():
    """G-22, rule 22: the drawn State at the far left of the front row, as one faces the podium, then round."""
    rows = [row("assembly", "hall", number).replace("Delegate of ", "") for number in (1, 2, 3)]

    assert rows == ["Yemen Zambia Zimbabwe Albania", "Belize Chile Denmark Ghana", "Iceland Mali Peru Uruguay"]


def test_rotation():
    """Rules 17 to 20: units of two have moved outwards, the outermost to the centre; 何 has gone to the back."""
    problem = outcome("rotation").event.problem
    groups = {p.name: p.group for p in problem.people}
    rows = [row("rotation", "hall", number).split() for number in range(1, 6)]

    assert [groups[name] for name in rows[0]] == ["山西", "天津", "辽宁", "内蒙古", "北京", "河北"]
    assert {role for name in rows[0] for role in problem.roster.by_name[name][0].roles} == {"head"}
    assert [names[0] for names in rows] == ["郭文山", "林雪松", "罗鸣远", "高川", "何一诺"]


def test_signing_facing():
    """4.4, facing: hA HS GS gA at the desk; opposite, each party before its own signer, the first inside."""
    assert row("signing_facing", "signing") == "Bruno Reis Nadia Costa Otto Krüger Paula Stein"
    assert row("signing_facing", "signing", 2) == (
        "Timo Vogel Silke Haas Ralf Busch Carla Pinto Duarte Leal Eva Ramos"
    )
