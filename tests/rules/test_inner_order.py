"""Inner order: each delegation along its columns or rows."""

from __future__ import annotations

import pytest

from seatplan.people import Person, Who
from seatplan.rules import InnerOrder, Pin
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("abc", "def")
ANN, BOB, CID = (person(name, "x") for name in ("Ann", "Bob", "Cid"))


@pytest.mark.parametrize(
    ("along", "seats", "amount"),
    [
        ("columns", "adb", 0),  # down the first column, then the second
        ("columns", "abd", 1),  # d is in the first column: Cid comes before Bob
        ("columns", "bad", 2),  # a d b hold Bob, Cid, Ann
        ("rows", "abd", 0),  # along row 1, then row 2
        ("rows", "adb", 1),
        ("rows", "fed", 3),
    ],
)
def test_three_in_order(along, seats, amount):
    """Each inverted pair counts."""
    assert price(problem(ROOM, [ANN, BOB, CID], InnerOrder(along=along)), seats) == amount


def test_groups_and_people_without_one_do_not_mind_each_other():
    """Yan of another group and Dan of none sit anywhere."""
    given = problem(ROOM, [ANN, person("Yan", "y"), person("Dan")], InnerOrder())

    assert price(given, "fab") == 0


def test_by_rank_equals_have_no_order():
    """Bob and Cid are equals; Dan has no rank and is left out."""
    people = [
        person("Ann", "x", rank=1),
        person("Bob", "x", rank=2),
        person("Cid", "x", rank=2),
        person("Dan", "x"),
    ]
    given = problem(room("abcd"), people, InnerOrder(by="rank"))

    assert [price(given, seats) for seats in ("bcda", "bdca", "cbda")] == [0, 0, 1]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        (
            "surname_strokes",
            "王毅 王沪宁 李强 李干杰",
        ),  # two characters before three of the same surname (rule 30)
        ("name_strokes", "王沪宁 王毅 李干杰 李强"),  # 沪 7 strokes, 毅 15; 干 3, 强 12
        ("pinyin", "李干杰 李强 王沪宁 王毅"),
    ],
)
def test_by_names(by, order):
    """The list is in any order; who sits on a b c d follows the names."""
    people = [Person(name, name, group="x") for name in ("李强", "王沪宁", "王毅", "李干杰")]
    given = problem(room("abcd"), people, InnerOrder(by=by))
    seat = dict(zip(order.split(), "abcd", strict=True))

    assert price(given, "".join(seat[one.name] for one in people)) == 0
    assert price(given, "abcd") > 0


def test_exempt_and_pinned_people_are_left_out():
    """The head sits where he likes, and Bob where he is pinned."""
    people = [person("Hui", "x", "head"), ANN, BOB, CID]
    given = problem(room("abcd"), people, InnerOrder(but=(Who(roles=("head",)),)), Pin(person="Bob", seat="a"))

    assert [price(given, seats) for seats in ("dbac", "dcab")] == [0, 1]


def test_areas_follow_each_other():
    """Whoever sits in the second area comes after all of the first."""
    given = problem(room(west=("a",), east=("b",)), [ANN, BOB], InnerOrder(areas=("east", "west")))

    assert [price(given, seats) for seats in ("ba", "ab")] == [0, 1]


def test_faults_and_sentences():
    """The rule and its breaches in words."""
    given = problem(ROOM, [ANN, BOB, CID], InnerOrder())
    rows = problem(ROOM, [ANN, BOB, CID], InnerOrder(by="rank", along="rows", priority=1))

    assert refused(ROOM, [ANN], InnerOrder(along="circles"))[0].startswith("rule InnerOrder.along: no such value")
    assert said(given) == (
        "each group must sit in the order of the list, column by column, front to back",
        "各团组内部按名单顺序逐列自前向后就座",
    )
    assert said(rows) == (
        "each group should sit in order of rank, row by row, left to right",
        "各团组内部按职级高低逐排自左向右就座",
    )
    assert told(given, "abd") == ["Cid (2-1) sits before Bob (1-2), who precedes"]
    assert told(given, "abd", "zh") == ["Cid（2-1）排在位次更高的Bob（1-2）之前"]
