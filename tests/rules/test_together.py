"""Together: neighbours, rows and distances."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Pin, Together
from tests.rules.rooms import person, price, problem, refused, room, said, told

ANN, BOB, CID, DAN = (person(name) for name in ("Ann", "Bob", "Cid", "Dan"))
ROOM = room("ab cd", "e.fgh")
PAIR = (("Ann", "Bob"),)


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("ab", 0),
        ("ba", 0),
        ("bc", 1),  # an aisle lies between
        ("ef", 1),  # a seat is missing between
        ("ae", 1),  # one behind the other is not side by side
    ],
)
def test_two_next_to_each_other(seats, amount):
    """Side by side in one block of a row, in any order."""
    assert price(problem(ROOM, [ANN, BOB], Together(sets=PAIR)), seats) == amount


@pytest.mark.parametrize(
    ("seats", "amount"),
    [("fgh", 0), ("fhg", 0), ("fgd", 1), ("abh", 1), ("ace", 2)],
)
def test_three_in_one_run(seats, amount):
    """Runs beyond the first count: three people need not all touch."""
    assert price(problem(ROOM, [ANN, BOB, CID], Together(sets=(("Ann", "Bob", "Cid"),))), seats) == amount


@pytest.mark.parametrize(("seats", "amount"), [("abd", 0), ("abe", 2), ("aef", 2), ("adg", 2)])
def test_three_in_one_row(seats, amount):
    """Every pair in different rows counts."""
    rule = Together(sets=(("Ann", "Bob", "Cid"),), how="same_row")

    assert price(problem(ROOM, [ANN, BOB, CID], rule), seats) == amount


@pytest.mark.parametrize(("metres", "seats", "amount"), [(1.1, "ac", 1), (1.65, "ac", 0), (1.0, "ae", 0)])
def test_within_a_distance(metres, seats, amount):
    """Seats a and c are three widths of 0.55 m apart, a and e a pitch of 0.90 m."""
    rule = Together(sets=PAIR, how="within", metres=metres)

    assert price(problem(ROOM, [ANN, BOB], rule), seats) == amount


def test_everybody_beside_the_principal():
    """Ivo interprets for Ann and Ines for Bob; Cid's principal is absent, so Cid is free."""
    people = [
        ANN,
        BOB,
        person("Ivo", "", "interpreter", beside="ann"),
        person("Ines", "", "interpreter", beside="bob"),
        person("Cid", beside="zoe"),
        person("Zoe", status="absent"),
    ]
    given = problem(ROOM, people, Together(beside=True))

    assert [price(given, seats) for seats in ("acbde", "acdbe", "acbed")] == [0, 2, 1]


def test_only_some_followers():
    """The rule may speak of interpreters only."""
    people = [ANN, person("Ivo", "", "interpreter", beside="ann"), person("Kim", "", "aide", beside="ann")]
    given = problem(ROOM, people, Together(beside=True, who=Who(roles=("interpreter",))))

    assert price(given, "abh") == 0


def test_absent_people_are_left_out_and_pins_do_not_override():
    """Of a set of three with one absent two remain; a pinned Ann still needs Bob beside her."""
    rule = Together(sets=(("Ann", "Bob", "Zoe"),))
    given = problem(ROOM, [ANN, BOB, person("Zoe", status="absent")], rule, Pin(person="Ann", seat="a"))

    assert [price(given, seats) for seats in ("ab", "ac")] == [0, 1]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (Together(), "rule Together: nobody is named; give `sets` of people, or `beside: true`"),
        (Together(sets=(("Ann",),)), "rule Together.sets[0]: 1 person in a set; name at least two people"),
        (Together(sets=((),)), "rule Together.sets[0]: an empty set; name at least two people"),
        (
            Together(sets=(("Ann", "Zoe"),)),
            "rule Together.sets[0]: nobody is called 'Zoe'; mend the name or add the person",
        ),
        (
            Together(sets=PAIR, how="within"),
            "rule Together.metres: no distance with how: within; give a distance with how: within, and only there",
        ),
        (
            Together(sets=PAIR, metres=2.0),
            "rule Together.metres: 2 m with how: next_to; give a distance with how: within, and only there",
        ),
    ],
)
def test_faults(rule, found):
    """Sets of one, unknown people, a distance that is missing or not used."""
    assert refused(ROOM, [ANN, BOB], rule) == [found]


def test_sentences():
    """The rule and its breaches in words."""
    people = [ANN, BOB, CID, DAN]
    pair = problem(ROOM, people, Together(sets=PAIR))
    near = problem(ROOM, people, Together(sets=PAIR, how="within", metres=1.5, priority=1))
    row = problem(ROOM, people, Together(sets=(("Ann", "Bob", "Cid"),), how="same_row", beside=True))
    many = problem(ROOM, people, Together(sets=PAIR * 4))

    assert said(pair) == ("Ann and Bob must sit next to each other", "Ann与Bob相邻而坐")
    assert said(near) == ("Ann and Bob should sit within 1.5 m of each other", "Ann与Bob相距1.5米以内就座")
    assert said(row) == (
        "Ann, Bob and Cid must sit in the same row; whoever accompanies somebody must sit in the same row as "
        "that person",
        "Ann、Bob与Cid坐在同一排；陪同人员与其陪同对象坐在同一排",
    )
    assert said(many)[0] == "the people of each of 4 sets must sit next to each other"
    assert told(pair, "acde") == ["Ann (1-1) and Bob (1-3) are not next to each other"]
    assert told(pair, "acde", "zh") == ["Ann（1-1）与Bob（1-3）未相邻而坐"]
