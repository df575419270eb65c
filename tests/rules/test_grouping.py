"""Grouping: strips of columns, runs of rows, blocks, and the order in which delegations follow each other."""

from __future__ import annotations

import pytest

from seatplan.people import Group, Person, Roster, Who
from seatplan.problem import Problem
from seatplan.rules import Grouping, Pin, RostrumPlacement
from tests.rules.rooms import person, price, problem, refused, room, said, told

X = [person("Xia", "x"), person("Xu", "x")]
Y = [person("Yan", "y"), person("Yu", "y")]
SQUARE = room("abc", "def")
AISLE = room("ab cd", "ef gh")


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("adbe", 0),  # X in the first column, Y in the second
        ("adcf", 0),  # an empty column between them is no matter
        ("bead", 1),  # Y stands left of X: one pair in the wrong order
        ("abde", 1),  # both connected, but X in columns 1-2, Y in columns 1-2: their bands meet
        ("aebf", 3),  # a and e touch only at a corner, so do b and f; the bands meet as well
        ("afbe", 2),  # X on a and f: two parts; its band 1-3 holds that of Y
    ],
)
def test_strips_of_columns(seats, amount):
    """Parts beyond the first, and pairs of groups whose bands meet or stand in the wrong order."""
    assert price(problem(SQUARE, [*X, *Y], Grouping()), seats) == amount


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("abcd", 0),  # X then Y along row 1 of four
        ("cdef", 0),
        ("deab", 1),  # Y is read before X
        ("acbd", 1),  # the runs are interleaved
        ("adef", 0),  # X spans a to d with two empty places: nobody of Y sits between
    ],
)
def test_runs_of_rows(seats, amount):
    """Places are read row by row from the left; a run goes on at the start of the next row."""
    assert price(problem(room("abcd", "efgh"), [*X, *Y], Grouping(shape="rows")), seats) == amount


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("abef", 0),
        ("adbc", 0),
        ("acbe", 1),
        ("acbd", 2),
    ],  # X on a, c is cut in two; Y on b, d touches at a corner only
)
def test_blocks(seats, amount):
    """A block is connected, side by side or one behind the other, in any order."""
    assert price(problem(SQUARE, [*X, *Y], Grouping(shape="block")), seats) == amount


@pytest.mark.parametrize(("across", "amount"), [(True, 0), (False, 1)])
def test_an_aisle_separates_if_the_rule_says_so(across, amount):
    """X sits on b and c, with the aisle between."""
    given = problem(AISLE, X, Grouping(across_aisles=across))

    assert price(given, "bc") == amount


@pytest.mark.parametrize(
    ("honour", "seats"),
    [("left", "bac"), ("right", "bca")],  # the second at the left hand of the first, facing the stage (rule 17)
)
def test_centre_out(honour, seats):
    """Three delegations of one: the first in the middle, the second beside it, the third at the other side."""
    people = [person("Xia", "x"), person("Yan", "y"), person("Zou", "z")]
    given = problem(room("abc"), people, Grouping(order="center_out"), honour_side=honour)
    kept = [plan for plan in ("abc", "acb", "bac", "bca", "cab", "cba") if price(given, plan) == 0]

    assert kept == [seats]


def test_the_convention_orders_columns_only():
    """Rows follow each other from left to right, blocks in no order, whatever the convention of columns."""
    people = [person("Xia", "x"), person("Yan", "y"), person("Zou", "z")]
    amounts = [
        price(problem(room("abc"), people, Grouping(shape=shape), columns="center_out"), "bac")
        for shape in ("columns", "rows", "block")
    ]

    assert amounts == [0, 1, 0]  # in reading order Yan sits before Xia


def test_precedence_is_that_of_the_groups():
    """Y has order 1, so it stands at the left though X is listed first."""
    roster = Roster((X[0], Y[0]), (Group("x", "X", 2), Group("y", "Y", 1)))

    assert price(Problem(room("ab"), roster, (Grouping(),)), "ba") == 0
    assert price(Problem(room("ab"), roster, (Grouping(),)), "ab") == 1


def test_free_groups_only_keep_apart():
    """Any order will do, but bands must not meet."""
    given = problem(SQUARE, [*X, *Y], Grouping(order="free"))

    assert [price(given, seats) for seats in ("adbe", "bead", "abde")] == [0, 0, 1]


def test_areas_are_part_of_the_rule():
    """Who sits outside breaks it once, and once more as a part that is cut off."""
    given = problem(room(west=("ab",), east=("cd",)), X, Grouping(areas=("west",)))

    assert [price(given, seats) for seats in ("ab", "ac", "cd")] == [0, 2, 2]


def test_areas_follow_from_left_to_right_as_listed():
    """The east is listed first, so X must stand there when Y stands in the west."""
    given = problem(room(west=("a",), east=("b",)), [X[0], Y[0]], Grouping(areas=("east", "west")))

    assert [price(given, seats) for seats in ("ba", "ab")] == [0, 1]


def test_exempt_people_and_people_on_the_rostrum_are_left_out():
    """Xu presides on the rostrum, Yu need not sit with Y, and Dan has no group."""
    given = problem(
        room(rostrum=("a",), hall=("bcde",)),
        [*X, *Y, person("Dan")],
        Grouping(but=(Who(people=("yu",)),)),
        RostrumPlacement(area="rostrum", who=Who(people=("xu",)), by="none"),
    )

    assert price(given, "bacde") == 0
    assert price(given, "baecd") == 0  # Yu sits between Xia and Yan: no matter
    assert price(given, "caebd") == 0  # Dan too may sit anywhere, and Yu left of Xia


def test_a_pinned_member_does_not_cut_its_group():
    """Xu is pinned between the two others of X, and need not be with them if pinned elsewhere (rule 60)."""
    people = [*X, person("Xing", "x")]

    assert price(problem(room("abcd"), people, Grouping(), Pin(person="Xu", seat="b")), "abc") == 0
    assert price(problem(room("abcd"), people, Grouping(), Pin(person="Xu", seat="d")), "adb") == 0
    assert price(problem(room("abcd"), people, Grouping(), Pin(person="Xu", seat="d")), "adc") == 1


def test_two_pinned_members_beside_each_other_do_not_cut_either():
    """X sits on a, b, c, d, of whom b and c are pinned."""
    people = [Person(name, name, group="x") for name in "pqrs"]
    pins = Pin(person="q", seat="b"), Pin(person="r", seat="c")

    assert price(problem(room("abcde"), people, Grouping(), *pins), "abcd") == 0
    assert price(problem(room("abcde"), people, Grouping(), *pins), "abce") == 1


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (
            Grouping(shape="rows", order="center_out"),
            "rule Grouping.order: shape 'rows' has no order 'center_out'; "
            "use shape: columns, or leave out the order",
        ),
        (
            Grouping(shape="rows", across_aisles=False),
            "rule Grouping.across_aisles: rows run across aisles; leave it out, or use shape: columns",
        ),
        (
            Grouping(key="country"),
            "rule Grouping.key: nobody of everybody has a value of 'country'; "
            "give people a group in the roster, or widen `who`",
        ),
        (
            Grouping(shape="circle"),
            "rule Grouping.shape: no such value 'circle'; use one of: columns, rows, block",
        ),
    ],
)
def test_faults(rule, found):
    """Shapes, orders and attributes that do not go together."""
    assert refused(SQUARE, X, rule) == [found]


def test_sentences():
    """The rule and its breaches in words."""
    one = problem(
        SQUARE, [Person("1", "甲", group="北京代表团"), Person("2", "乙", group="北京代表团")], Grouping()
    )
    two = problem(SQUARE, [*X, *Y], Grouping(areas=("hall",), order="center_out", priority=1))
    rows = problem(SQUARE, [*X, *Y], Grouping(shape="rows"))

    assert said(one) == (
        "the 2 people of 北京代表团 must sit in one strip of columns",
        "北京代表团2人坐在连续的竖列",
    )
    assert said(two) == (
        "each of the 2 groups (4 people) should sit in Hall in one strip of columns, "
        "from the centre to both sides by precedence",
        "2个团组（4人）各自坐在Hall连续的竖列，按次序自中间向两侧",
    )
    assert said(rows)[1] == "2个团组（4人）各自坐在连续的横排座位，按次序自左至右"
    assert (
        said(problem(SQUARE, X, Grouping(shape="block")))[0] == "the 2 people of X must sit in one connected block"
    )


def test_explanations():
    """Who sits outside, who is cut off, which groups meet."""
    given = problem(SQUARE, [*X, *Y], Grouping())
    west = problem(room(west=("ab",), east=("cd",)), X[:1], Grouping(areas=("west",)))

    assert told(given, "acef") == [
        "Xu (1-3) is cut off from the rest of X",
        "X and Y meet or stand in the wrong order: Xu (1-3), Yan (2-2)",
    ]
    assert told(given, "acef", "zh") == [
        "Xu（1-3）与X其他人员不相连",
        "X与Y相互穿插或次序不符：Xu（1-3）、Yan（2-2）",
    ]
    assert told(west, "c") == ["Xia (east 1-1) sits outside the area of X"]
    assert told(west, "c", "zh") == ["Xia（east 1-1）坐在X的区域之外"]
