"""`roster: {order, group_order}` in event files: every order of precedence, and what is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from seatplan.io.event_order import PeopleOrder
from seatplan.people.group_order import GroupOrder, GroupsBy
from seatplan.people.precedence import KEYS
from tests.io.events import faults, read

MISSIONS = """
    - {name: A, class: ambassador, since: 2020-05-02 10:00}
    - {name: B, class: ambassador, since: 2020-05-02 09:30}
    - {name: C, class: envoy, since: 2015-01-01}
    - {name: D, class: charge, since: 2010-01-01}
    - {name: E, class: ambassador, since: 2019-12-31}
    - {name: N, class: ambassador, since: 2022-01-01, state: Holy See}
"""
BODIES = """
    - {name: vice mayor, body: government}
    - {name: mayor, body: government, role: head}
    - {name: member, body: party}
    - {name: chair, body: congress, role: head}
    - {name: secretary, body: party, role: head}
    - {name: vice chair, body: congress}
"""
NAMES = "\n    - {name: 王毅, rank: 2}\n    - {name: 王沪宁, rank: 1}\n    - {name: 丁薛祥, rank: 3}\n"
STATES = """
    - {name: a, country: Zambia}
    - {name: b, country: Afghanistan}
    - {name: c, country: Zimbabwe}
    - {name: d, country: Yemen}
    - {name: e, country: Albania}
"""
LATIN = "\n    - {name: Zorn}\n    - {name: Ödman}\n    - {name: Odell}\n"
POSTS = """
    - {name: a, post: nominal, votes: 9}
    - {name: b, post: substantive, votes: 7}
    - {name: c, post: substantive, votes: 8}
"""
PEOPLE = {
    "rank": ("{by: rank}", NAMES, "王沪宁 王毅 丁薛祥"),
    "list": ("{by: list}", NAMES, "王毅 王沪宁 丁薛祥"),
    "names": ("{by: names, names: [丁薛祥, 王毅, 王沪宁]}", NAMES, "丁薛祥 王毅 王沪宁"),
    "surname_strokes": ("surname_strokes", NAMES, "丁薛祥 王毅 王沪宁"),
    "name_strokes": ("name_strokes", NAMES, "丁薛祥 王沪宁 王毅"),
    "pinyin": ("pinyin", NAMES, "丁薛祥 王沪宁 王毅"),
    "pinyin, own reading": ("{by: pinyin, readings: {王毅: wang2 a1}}", NAMES, "丁薛祥 王毅 王沪宁"),
    "strokes, own table": ("{by: surname_strokes, strokes: {丁: '12121'}}", NAMES, "王毅 王沪宁 丁薛祥"),
    "alphabet": ("{by: alphabet, lang: sv}", LATIN, "Odell Zorn Ödman"),
    "alphabet, German": ("{by: alphabet, lang: de}", LATIN, "Odell Ödman Zorn"),
    "vienna": ("vienna", MISSIONS, "E B A N C D"),
    "vienna_holy_see": ("vienna_holy_see", MISSIONS, "N E B A C D"),
    "bodies": ("{by: bodies, body: body}", BODIES, "secretary mayor chair member vice chair vice mayor"),
    "several keys": (
        "{by: [post, -votes], levels: {post: [substantive, nominal]}}",
        POSTS,
        "c b a",
    ),
    "tenure": ("since", MISSIONS, "D C E B A N"),
    "alphabet of a column": ("alphabet of country", STATES, "b e d a c"),
    "hosts last": ("{by: alphabet of country, host: Albania, hosts_last: yes}", STATES, "b d a c e"),
    "foreigners first among equals": ("{by: post, levels: {post: [substantive, nominal]}, host: '7', "
                                      "host_column: votes}", POSTS, "c b a"),
    "override": ("{by: rank, override: {丁薛祥: 1}}", NAMES, "丁薛祥 王沪宁 王毅"),
}  # fmt: skip


def ordered(folder: Path, order: str, people: str, groups: str = "") -> str:
    more = f"  group_order: {groups}\n" if groups else ""
    roster = f"roster:\n  order: {order}\n{more}  people:{people}"
    return " ".join(p.name for p in read(folder, roster=roster).problem.roster.people)


@pytest.mark.parametrize(("order", "people", "expected"), PEOPLE.values(), ids=PEOPLE.keys())
def test_every_order_of_people_is_reached_from_a_file(tmp_path, order, people, expected) -> None:
    """1.8, 2.1, 2.3(e)(i)(j), rules 15, 22, 23, 27 to 30, 52 and 60."""
    assert ordered(tmp_path, order, people) == expected


def test_no_key_is_forgotten() -> None:
    assert set(KEYS) <= set(PEOPLE)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("{key: country, by: alphabet, drawn: Yemen}", "d a c b e"),  # G-22, rule 22
        ("{key: country, by: alphabet, first: Yemen, next_host: Zambia, host: Albania}", "d b c a e"),  # rule 26
        ("{key: country, by: given, half_years: 1}", "b c d e a"),  # rule 25
        ("{key: country, since: 2026-03-01, on: 2027-01-01}", "c d e a b"),  # rule 25
        ("{key: country, by: alphabet, years: 1, block: 2}", "a c b e d"),  # rule 19: the last two to the centre
        ("{key: country, by: alphabet, years: 1, block: 2, direction: inward}", "d a c b e"),
    ],
)
def test_delegations_of_a_column(tmp_path, groups, expected) -> None:
    assert ordered(tmp_path, "country", STATES, groups) == expected


GROUPED = {
    "given": (["乙", "甲"], "", "乙 甲"),
    "alphabet": (["Peru", "Chad"], "", "Chad Peru"),
    "pinyin": (["四川", "安徽"], "", "安徽 四川"),
    "surname_strokes": (["四川", "上海"], "", "上海 四川"),
    "name_strokes": (["王沪", "王毅", "丁"], "", "丁 王沪 王毅"),
    "npc_units": (["香港", "台湾", "新疆", "北京"], "", "北京 新疆 香港 台湾"),
    "npc_units, other tail": (["香港", "台湾", "新疆", "北京"], ", tail: tw_pla_hk_mo", "北京 新疆 台湾 香港"),
    "cppcc_sectors": (["民盟", "民革"], "", "民革 民盟"),
    "eu_states": (["France", "Bulgaria", "Eesti"], "", "Bulgaria Eesti France"),
}


@pytest.mark.parametrize("case", GROUPED)
def test_every_order_of_delegations_is_reached_from_a_file(tmp_path, case) -> None:
    """2.3(a)(b)(f), conflict 12: `Group.order` follows, which the rules of halls and tables use."""
    names, more, expected = GROUPED[case]
    people = "".join(f"\n    - {{name: p{k}, group: {name}}}" for k, name in enumerate(names))
    by = case.partition(",")[0]
    roster = f"roster:\n  group_order: {{by: {by}{more}}}\n  people:{people}\n"

    groups = read(tmp_path, roster=roster).problem.roster.groups_in_order

    assert " ".join(group.name for group in groups) == expected


def test_no_order_of_delegations_is_forgotten() -> None:
    assert {case.partition(",")[0] for case in GROUPED} == set(get_args(GroupsBy))


def test_deputies_rotate_inside_their_delegation_and_heads_stay(tmp_path) -> None:
    """G-21, rule 20, conflict 27: 10 deputies, the front fifth goes back; the head keeps the place."""
    people = "\n    - {name: H, group: 京, role: head}"
    people += "".join(f"\n    - {{name: '{k}', group: 京}}" for k in range(1, 11))

    assert ordered(tmp_path, "{by: list, years: 1}", people + "\n") == "H 3 4 5 6 7 8 9 10 1 2"
    twelve = people + "\n    - {name: '11', group: 京}\n    - {name: '12', group: 京}\n"
    assert ordered(tmp_path, "{by: list, years: 1}", twelve).startswith("H 4 ")
    assert ordered(tmp_path, "{by: list, years: 1, round: nearest}", twelve).startswith("H 3 ")


def test_orders_for_different_people_leave_the_others_alone(tmp_path) -> None:
    people = """
    - {name: 王芳, category: 代表}
    - {name: B, category: 主席团, rank: 2}
    - {name: 丁一, category: 代表}
    - {name: A, category: 主席团, rank: 1}
    - {name: X, rank: 7}
"""
    orders = "[{who: {category: 主席团}, by: rank}, {who: {category: 代表}, by: surname_strokes}]"
    roster = f"roster:\n  order: {orders}\n  people:{people}"

    found = read(tmp_path, roster=roster).problem.roster.people

    assert [(p.name, p.rank) for p in found] == [("丁一", 1), ("A", 1), ("王芳", 2), ("B", 2), ("X", 7)]


def test_equals_share_a_rank_and_an_override_cuts_their_class(tmp_path) -> None:
    people = "\n    - {name: A, rank: 1}\n    - {name: B, rank: 1}\n    - {name: C, rank: 2}\n"
    plain, cut = (f"roster:\n  order: {o}\n  people:{people}" for o in ("rank", "{by: rank, override: {C: 2}}"))

    assert [p.rank for p in read(tmp_path, roster=plain).problem.people] == [1, 1, 2]
    assert [(p.name, p.rank) for p in read(tmp_path, roster=cut).problem.people] == [("A", 1), ("C", 2), ("B", 3)]


def test_what_an_override_breaks_is_told(tmp_path) -> None:
    """Rule 60: whom it passes, by name."""
    roster = f"roster:\n  order: {{by: rank, override: {{丁薛祥: 1}}}}\n  people:{NAMES}"

    told = [note.say() for note in read(tmp_path, roster=roster).notes]

    assert any(
        "override: 丁薛祥 is put at place 1; by rank it is 3, so the order is broken with 王沪宁, 王毅" in note
        for note in told
    )


def test_uncertain_characters_are_named(tmp_path) -> None:
    """3.4: unknown characters are flagged, in an order of the file and in one of a rule."""
    people = "\n    - {name: 李強}\n    - {name: 丁一}\n"
    told = [n.say() for n in read(tmp_path, roster=f"roster:\n  order: name_strokes\n  people:{people}").notes]
    rules = "rules: [rank_order: {area: hall, by: surname_strokes}]\n"
    ruled = [n.say() for n in read(tmp_path, roster=f"roster:\n  people:{people}", rules=rules).notes]

    assert any("the place of '強' by strokes is not certain" in note for note in told)
    assert any("the place of '強' by strokes is not certain" in note for note in ruled)


def test_ranks_from_an_order_seat_the_rostrum(tmp_path) -> None:
    """From the file to the chairs: 姓氏笔画 on a rostrum of three."""
    from seatplan.solve import solve

    problem = read(
        tmp_path,
        venue="venue: {areas: [rostrum: {rows: fit}]}\n",
        roster=f"roster:\n  order: surname_strokes\n  people:{NAMES}",
        rules="rules: [rostrum: {area: rostrum, who: everyone}]\n",
    ).problem
    plan = solve(problem).plan
    row = sorted(problem.venue.seats, key=lambda seat: seat.position)

    assert [problem.roster.by_id[plan.person_at(seat.id)].name for seat in row] == ["王毅", "丁薛祥", "王沪宁"]


WRONG = [
    ("order: tenure", "roster.order: there is no key or column 'tenure'; use one of: rank, list"),
    (
        "order: {by: [rank, colour of x]}",
        "roster.order.by: no order of names 'colour'; use one of: surname_strokes",
    ),
    ("order: {by: rank, levels: {post: [a]}}", "levels.post: the order does not use this column; add it to `by`"),
    ("order: {by: rank, hosts_last: yes}", "roster.order.hosts_last: no host is named; give `host`"),
    ("order: {by: rank, host: Chad}", "roster.order.host: nobody is of 'Chad'"),
    ("order: {by: names}", "roster.order.*: `names` and the key names belong together; give both, or none"),
    ("order: {by: rank, override: {Nobody: 1}}", "override.Nobody: nobody is called 'Nobody'; mend the name"),
    ("order: {by: rank, override: {王毅: 9}}", "override.王毅: place 9; use 1 to 3"),
    ("order: {by: rank, override: {王毅: 1, 丁薛祥: 1}}", "override: two people on place 1; give each a place"),
    ("order: {by: rank, years: -1}", "roster.order.years: -1; use 0 or more"),
    ("order: {by: rank, fraction: 0}", "roster.order.fraction: 0.0; use a part of 1"),
    ("order: {by: rank, who: {category: x}}", "roster.order.who: nobody is selected; mend the selection"),
    ("order: {by: surname_strokes, strokes: {丁: abc}}", "strokes.*'abc'; give one character its strokes"),
    ("order: {by: pinyin, readings: {丁薛祥: a}}", "readings.*'a'; give 3 syllables"),
    ("order: {by: alphabet, lang: xx}", "lang: 'xx'; use one of"),
    ("order: {sort: rank}", "unknown key 'sort'"),
    ("order: 7", "there is no key or column '7'"),
    ("order: {by: rank, levels: {rank: [a]}}", "levels.*: 'rank' is a key, not a column; name a column"),
    ("order: {by: list, years: 1}", "roster.order.years: nobody has a delegation; leave `years` out"),
    ("order: {by: surname_strokes, strokes: {王毅: '1'}}", "roster.order.strokes.*'1'; give one character its"),
    ("group_order: {key: title, by: alphabet}", "group_order.key: no order of people goes by 'title'; add 'order"),
    ("group_order: {key: title, host: 处长, first: 处长}", "roster.group_order: 处长 has two places"),
    ("order: {by: vienna}", "class is"),
    ("group_order: alphabet", "roster.group_order: nobody has a delegation; name the delegations"),
    ("group_order: {key: country}", "group_order.key: nobody has a value in the column 'country'"),
    ("group_order: {by: nato}", "group_order.by: 'nato' is not what belongs here; write"),
    (
        "group_order: {key: title, by: npc_units}",
        "group_order.by: not in the list npc_units: 处长; write names as",
    ),
    ("group_order: {key: title, drawn: x}", "group_order.drawn: there is no delegation 'x'; use one of: 处长"),
    ("group_order: {drawn: a, host: b}", "group_order.drawn: 'drawn' clashes with 'host'"),
    ("group_order: {first: a}", "group_order.first: 'first' without `host`; name the host"),
    ("group_order: {years: 1, half_years: 1}", "group_order.years: 'years' clashes with 'half_years'"),
    ("group_order: {tail: tw_pla_hk_mo}", "group_order.tail: 'tail' clashes with by 'given'; use by: npc_units"),
    ("group_order: {since: 2026-01-01}", "group_order.since: `since` and `on` belong together"),
    ("group_order: {since: May, on: 2026-01-01}", "group_order.since: 'May'; write a date such as 2026-07-01"),
    ("group_order: {key: title, years: 1}", "group_order: 1 delegations in units of 7; use a block of 1"),
]


@pytest.mark.parametrize(("typed", "message"), WRONG, ids=[typed for typed, _ in WRONG])
def test_wrong_orders_are_refused_where_they_stand(tmp_path, typed, message) -> None:
    """Never a crash, never silence: the line, what was found, how to mend it."""
    people = NAMES.replace("rank: 2", "rank: 2, title: 处长").replace("rank: 3", "rank: 3, class: x")
    (found,) = faults(tmp_path, roster=f"roster:\n  {typed}\n  people:{people}")

    assert re.search(message, found), found
    assert found.startswith("event.yaml:"), found


def test_the_defaults_of_the_conflicts_about_orders() -> None:
    """Section 7: 12, 26 and 27."""
    assert GroupOrder().tail == "quota"
    assert PeopleOrder().round == "ceil"
