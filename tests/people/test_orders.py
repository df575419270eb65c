"""Orders of precedence: golden tests of protocol.md 2.3 and rules 21 to 26 and 52."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seatplan.errors import InputError
from seatplan.people import Person
from seatplan.people.alphabet import alphabet_key, sort_by_alphabet
from seatplan.people.orders import by_column, by_levels, by_list, classes, rank_key, vienna_key, with_ranks
from seatplan.people.precedence import Order
from seatplan.people.published import LISTS, npc_units, published
from seatplan.people.states import drawn_start, games_order, half_years, hosts_last
from seatplan.people.strokes import stroke_key


def one(name: str, rank: int | None = None, **columns: str) -> Person:
    return Person(name, name, rank=rank, attributes=tuple(columns.items()))


def names(people) -> str:
    return " ".join(person.name for person in people)


def test_the_35_units_are_as_printed() -> None:
    """G-48, rule 21 (A): order, tail, and a sum of quotas of 2745, with 255 more 3000."""
    listed = published("npc_units")

    assert " ".join(npc_units()[:5]) == "北京 天津 河北 山西 内蒙古"
    assert npc_units()[31:] == ("香港", "澳门", "台湾", "解放军和武警部队")
    assert len(set(npc_units())) == 35
    assert sum(int(row[2]) for row in listed.rows) == 2745 == 3000 - 255
    assert listed.standing.startswith("A")


def test_the_provinces_follow_the_code_of_gb_t_2260() -> None:
    """Rule 21, the observation (D)."""
    codes = [int(row[1]) for row in published("npc_units").rows[:31]]

    assert codes == sorted(codes)


def test_the_tail_of_the_units_can_be_chosen() -> None:
    """Conflict 12."""
    assert npc_units("tw_pla_hk_mo")[31:] == ("台湾", "解放军和武警部队", "香港", "澳门")
    assert set(npc_units("tw_pla_hk_mo")) == set(npc_units())
    with pytest.raises(InputError, match="tail: no such value 'x'; use one of: quota, tw_pla_hk_mo"):
        npc_units("x")  # type: ignore[arg-type]


def test_the_sectors_of_the_cppcc_are_34_and_say_which_are_unconfirmed() -> None:
    """2.3(b): data, not code; the last four are D."""
    rows = published("cppcc_sectors").rows

    assert len(rows) == 34
    assert [row[0] for row in rows if row[1] == "D"] == ["宗教", "特邀香港", "特邀澳门", "特别邀请"]


def test_the_member_states_are_as_printed() -> None:
    """G-47, rule 24 (A): the list of 27 as given in 2.3(f)."""
    printed = (
        "Belgium, Bulgaria, Czechia, Denmark, Germany, Estonia, Ireland, Greece, Spain, France, Croatia, Italy, "
        "Cyprus, Latvia, Lithuania, Luxembourg, Hungary, Malta, Netherlands, Austria, Poland, Portugal, Romania, "
        "Slovenia, Slovakia, Finland, Sweden"
    )

    assert ", ".join(published("eu_states").names) == printed


def test_the_member_states_stand_in_the_alphabetical_order_of_their_own_names() -> None:
    """Rule 24: in the own language and script, transliterated."""
    own = [row[1] for row in published("eu_states").rows]

    assert sort_by_alphabet(own, lang="en") == own


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_where_it_comes_from(name) -> None:
    listed = published(name)

    assert listed.title
    assert "protocol.md 2.3" in listed.source
    assert listed.standing[0] in "ABCD"
    assert len(set(listed.names)) == len(listed.names)


def test_an_unknown_list_is_refused() -> None:
    with pytest.raises(InputError, match="list: there is no list 'nato'; use one of: npc_units, cppcc_sectors"):
        published("nato")


def test_the_general_assembly_begins_with_the_state_that_was_drawn() -> None:
    """G-22, rule 22 (A): a cyclic shift of the English alphabetical list."""
    states = ["Zambia", "Afghanistan", "Zimbabwe", "Yemen", "Albania"]

    assert drawn_start(states, "Yemen") == ("Yemen", "Zambia", "Zimbabwe", "Afghanistan", "Albania")
    with pytest.raises(InputError, match="drawn: 'Narnia' is none of the 5 States; write it as in the list"):
        drawn_start(states, "Narnia")


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=4), min_size=1, max_size=12, unique=True), st.data())
def test_whoever_is_drawn_the_order_is_a_shift_of_one_list(states, data) -> None:
    """Rule 22."""
    drawn = data.draw(st.sampled_from(states))
    shifted, listed = drawn_start(states, drawn), sort_by_alphabet(states, lang="en")
    first = listed.index(drawn)

    assert list(shifted) == listed[first:] + listed[:first]


def test_the_states_that_were_drawn_are_as_printed() -> None:
    """2.3(c) (A): 79th Yemen ... 70th Tuvalu."""
    assert published("un_drawn").rows[0] == ("Yemen", "79")
    assert published("un_drawn").rows[-1] == ("Tuvalu", "70")


def test_the_parade_of_nations() -> None:
    """Rule 26 (B): Greece first, host last, next host before the host; the others in the host's language."""
    states = ["中国", "希腊", "马尔代夫", "也门", "加纳", "乍得", "英国"]
    order = games_order(states, "中国", next_host="英国", first="希腊", key=stroke_key)

    assert " ".join(order) == "希腊 也门 马尔代夫 乍得 加纳 英国 中国"
    assert games_order(["Chad", "Peru"], "Chad") == ("Peru", "Chad")
    with pytest.raises(InputError, match="Chad has two places; name different States"):
        games_order(["Chad", "Peru"], "Chad", next_host="Chad")
    with pytest.raises(InputError, match="next_host: 'Laos' is none of the 2 States"):
        games_order(["Chad", "Peru"], "Chad", next_host="Laos")


@pytest.mark.parametrize(("before", "after"), [("也门", "马尔代夫"), ("乍得", "加纳"), ("澳大利亚", "赞比亚")])
def test_names_of_countries_are_ordered_as_printed(before, after) -> None:
    """G-46 [S53]: the stroke sequence of the first character decides before the count of the second."""
    assert stroke_key(before) < stroke_key(after)


def mission(name: str, kind: str, since: str, state: str = "") -> Person:
    return one(name, **{"class": kind, "since": since, "state": state})


MISSIONS = [
    mission("A", "ambassador", "2020-05-02 10:00"),
    mission("B", "ambassador", "2020-05-02 09:30"),
    mission("C", "envoy", "2015-01-01"),
    mission("D", "charge", "2010-01-01"),
    mission("E", "ambassador", "2019-12-31"),
]
NUNCIO = mission("N", "ambassador", "2022-01-01", "Holy See")


def test_heads_of_mission_precede_by_class_date_and_time() -> None:
    """G-23, rule 23 (A): E B A C D; with the option for the Holy See N E B A C D."""
    assert names(sorted(MISSIONS, key=vienna_key())) == "E B A C D"
    assert names(sorted([*MISSIONS, NUNCIO], key=vienna_key())) == "E B A N C D"
    assert names(sorted([*MISSIONS, NUNCIO], key=vienna_key(holy_see_first=True))) == "N E B A C D"
    assert names(Order(by=("vienna",)).sorted(MISSIONS)) == "E B A C D"
    assert names(Order(by=("vienna_holy_see",)).sorted([*MISSIONS, NUNCIO])) == "N E B A C D"


def test_heads_of_mission_are_known_by_their_chinese_words() -> None:
    """Rule 23, conflict 26: 大使, 公使, 代办 and 梵蒂冈 as in a Chinese list."""
    heads = [
        mission("代", "代办", "2010-01-01"),
        mission("公", "公使", "2015-01-01"),
        mission("大", "大使", "2020-01-01"),
        mission("教", "教廷大使", "2022-01-01", "梵蒂冈"),
    ]

    assert names(Order(by=("vienna",)).sorted(heads)) == "大 教 公 代"
    assert names(Order(by=("vienna_holy_see",)).sorted(heads)) == "教 大 公 代"
    with pytest.raises(InputError, match="class is '领事'; use one of: ambassador, nuncio, 大使"):
        Order(by=("vienna",)).sorted([mission("领", "领事", "2020-01-01")])


def test_new_credentials_do_not_move_anybody() -> None:
    """Rule 23, art. 16(2): the date is that of taking up functions; another column changes nothing."""
    renewed = [
        *MISSIONS[:1],
        one("B", **{"class": "ambassador", "since": "2020-05-02 09:30", "credentials": "2024"}),
        *MISSIONS[2:],
    ]

    assert names(sorted(renewed, key=vienna_key())) == "E B A C D"


def test_the_same_moment_is_the_same_everywhere() -> None:
    """With a zone and without."""
    same = [one("A", since="2020-05-02T09:30+02:00"), one("B", since="2020-05-02 07:30")]

    assert len(classes(same, by_column("since"))) == 1


def test_the_council_moves_every_january_and_july() -> None:
    """Rule 25: one seat to the left each half-year."""
    assert [
        half_years(date(2026, 6, 30), day) for day in (date(2026, 6, 30), date(2026, 7, 1), date(2027, 1, 1))
    ] == [0, 1, 2]
    assert half_years(date(2026, 12, 31), date(2027, 12, 31)) == 2


def test_hosts_go_last_and_otherwise_nothing_moves() -> None:
    assert hosts_last([3, 1, 2, 5], lambda item: item % 2 == 0) == (3, 1, 5, 2)


def test_several_keys_break_ties_and_equals_share_a_rank() -> None:
    """Explicit rank, then tenure; people of equal keys are equals."""
    people = [one("Ann", 2, since="2020"), one("Bob", 1), one("Cid", 2, since="2018"), one("Dan", 2, since="2020")]

    assert [p.rank for p in with_ranks(people, rank_key, by_column("since"))] == [3, 1, 2, 3]
    assert names(Order(by=("rank", "since")).sorted(people)) == "Bob Cid Ann Dan"
    assert [p.rank for p in Order(by=("rank",)).ranked(people)] == [2, 1, 2, 2]


def test_who_has_no_value_comes_last() -> None:
    people = [one("Ann"), one("Bob", 7), one("Cid", votes="3")]

    assert names(Order(by=("rank",)).sorted(people)) == "Bob Ann Cid"
    assert names(Order(by=("votes", "list")).sorted(people)) == "Cid Ann Bob"


def test_levels_put_party_posts_before_administrative_ones() -> None:
    """1.8 [S16] (C): an explicit order of the values of a column; other values are refused."""
    people = [one("Ann", post="nominal"), one("Bob", post="administrative"), one("Cid", post="party")]
    order = Order(by=("post",), levels={"post": ("party", "administrative", "nominal")})

    assert names(order.sorted(people)) == "Cid Bob Ann"
    with pytest.raises(InputError, match=r"person 'Dan' \(Dan\): post is 'x'; use one of: party, administrative"):
        order.sorted([one("Dan", post="x")])
    assert by_levels("post", ["party"], unknown="last")(one("Dan", post="x")) == (1, 0)


def test_votes_go_from_many_to_few_with_ties_by_strokes() -> None:
    """2.1: number of votes received, ties by name strokes."""
    people = [one("王毅", votes="90"), one("李强", votes="95"), one("丁一", votes="90")]

    assert names(Order(by=("-votes", "surname_strokes")).sorted(people)) == "李强 丁一 王毅"


def test_a_published_list_gives_the_order() -> None:
    people = [one("Ann", country="Chad"), one("Bob", country="France"), one("Cid")]

    assert names(sorted(people, key=by_list(["France", "Chad"], "country"))) == "Bob Ann Cid"
    assert names(sorted(people, key=by_list(["Cid", "Ann", "Bob"]))) == "Cid Ann Bob"


def test_names_are_ordered_by_strokes_pinyin_or_the_alphabet_of_a_language() -> None:
    """Rule 30 in both styles; (j) never by code point."""
    people = [one("王毅"), one("王沪宁")]
    latin = [one("Zorn"), one("Ödman")]

    assert names(Order(by=("surname_strokes",)).sorted(people)) == "王毅 王沪宁"
    assert names(Order(by=("name_strokes",)).sorted(people)) == "王沪宁 王毅"
    assert names(Order(by=("pinyin",)).sorted(people)) == "王沪宁 王毅"
    assert names(Order(by=("alphabet",), lang="sv").sorted(latin)) == "Zorn Ödman"
    assert names(Order(by=("alphabet",), lang="de").sorted(latin)) == "Ödman Zorn"
    assert alphabet_key("Ödman", lang="de") < alphabet_key("Zorn", lang="de")


def test_foreigners_precede_nationals_of_equal_rank() -> None:
    """Rule 52 (C): a tie-break only; with hosts_last rank does not matter."""
    people = [one("Ann", 1, country="home"), one("Bob", 2, country="home"), one("Cid", 2, country="Chad")]

    assert names(Order(host="home").sorted(people)) == "Ann Cid Bob"
    assert names(Order(host="home", hosts_last=True).sorted(people)) == "Cid Ann Bob"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Order(by=()), "order.by: it names no key; use one of: rank, list"),
        (lambda: Order(levels={"post": ("a",)}), "order.levels.post: the order does not use this column; add it"),
        (lambda: Order(hosts_last=True), "order.hosts_last: no host is named; give `host`"),
        (
            lambda: Order(by=("tenure",)).sorted([one("Ann", since="2019")]),
            "no key or column 'tenure'; use one of: .*since",
        ),
        (lambda: Order(host="Narnia").sorted([one("Ann", 1)]), "order.host: nobody is of 'Narnia'; mend it"),
        (
            lambda: Order(by=("since",)).sorted([one("Ann", since="soon")]),
            "since is 'soon'; write a number, or a date",
        ),
    ],
)
def test_wrong_settings_say_what_is_wrong(make, message) -> None:
    with pytest.raises(InputError, match=message):
        make()
