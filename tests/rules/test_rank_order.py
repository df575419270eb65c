"""Rank order: inverted pairs by the honour order of the room."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Pin, RankOrder, RostrumPlacement
from tests.rules.rooms import person, price, problem, refused, room, said, told

ANN, BOB, CID = (person(name, rank=i) for i, name in enumerate(("Ann", "Bob", "Cid"), start=1))
ROW = room(rostrum=("abc",), hall=("d",))
RULE = RankOrder(areas=("rostrum",))


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("bac", 0),  # 2 1 3 from the occupants' left: rank 1 in the centre, 2 at its left (1.2, order E)
        ("abc", 1),  # Bob has the centre, Ann the left: one pair
        ("cba", 2),  # honour order of the seats is b a c: Bob, Cid, Ann; Ann comes after both
        ("cab", 3),  # b a c hold Cid, Bob, Ann: every pair
        ("bad", 0),  # Cid outside comes after all seats of the area
        ("dba", 2),  # Ann outside comes after both others
    ],
)
def test_three_on_a_rostrum(seats, amount):
    """Every pair that is inverted counts once."""
    assert price(problem(ROW, [ANN, BOB, CID], RULE), seats) == amount


def test_equals_have_no_order():
    """Bob and Cid share rank 2: both orders are right."""
    given = problem(ROW, [ANN, BOB, person("Cid", rank=2)], RULE)

    assert [price(given, seats) for seats in ("bac", "bca", "abc")] == [0, 0, 1]


def test_a_list_has_no_equals():
    """By the list, ranks do not matter, and everybody has a place."""
    given = problem(ROW, [person("Cid"), BOB, ANN], RankOrder(areas=("rostrum",), by="list"))

    assert [price(given, seats) for seats in ("bac", "abc")] == [0, 1]


def test_people_without_rank_and_pinned_people_are_left_out():
    """Dan has no rank and Ann is pinned to the worst seat (rule 60): Bob and Cid are in order."""
    given = problem(room(rostrum=("abcd",)), [ANN, BOB, CID, person("Dan")], RULE, Pin(person="Ann", seat="d"))

    # four in a row: honour order c b d a (order E, the line between b and c)
    assert price(given, "dbac") == 0
    assert price(given, "dabc") == 1


def test_people_on_the_rostrum_are_no_matter_of_the_hall():
    """Ann sits on the rostrum by another rule, so she does not come after Bob in the hall."""
    rostrum = RostrumPlacement(area="rostrum", who=Who(people=("ann",)))
    venue = room(rostrum=("a",), hall=("bc",))
    given = problem(venue, [ANN, BOB, CID], RankOrder(areas=("hall",)), rostrum)

    assert [price(given, seats) for seats in ("abc", "acb")] == [0, 1]


def test_several_areas_make_one_order():
    """The rostrum before the hall, in the hall from left to right."""
    given = problem(room(rostrum=("a",), hall=("bc",)), [ANN, BOB, CID], RankOrder(areas=("rostrum", "hall")))

    assert [price(given, seats) for seats in ("abc", "acb", "bac", "cba")] == [0, 1, 1, 3]


@pytest.mark.parametrize(("presider", "amount"), [("row_end", 0), ("center", 0), ("by_rank", 2)])
def test_a_presider_with_a_seat_of_its_own_has_no_order(presider, amount):
    """Pia of rank 3 in the centre inverts both others, unless the convention puts her there or elsewhere."""
    pia = person("Pia", "", "presider", rank=3)

    assert price(problem(ROW, [ANN, BOB, pia], RULE, presider=presider), "acb") == amount


def test_faults():
    """More people in order than seats, and no area at all."""
    assert refused(room(rostrum=("ab",)), [ANN, BOB, CID], RULE) == [
        "rule RankOrder: 3 people in order, but 2 seats in Rostrum; "
        "narrow `who` to those who sit there, or name more areas"
    ]
    assert refused(room("ab"), [ANN], RankOrder(areas=()))[0].startswith("rule RankOrder.areas: no area")
    assert refused(room(rostrum=("ab",)), [ANN, BOB], RULE, anchor="vacant_center") != []


def test_sentences():
    """The rule and its breaches in words."""
    given = problem(ROW, [ANN, BOB, CID], RULE)

    assert said(given) == ("in Rostrum, everybody must sit in order of rank", "Rostrum：全体人员按职级高低就座")
    assert told(given, "abc") == ["Bob (rostrum 1-2) sits before Ann (rostrum 1-1), who precedes"]
    assert told(given, "cab") == [
        "Bob (rostrum 1-1) sits before Ann (rostrum 1-3), who precedes",
        "Cid (rostrum 1-2) sits before 2 people who precede, the first of them Ann (rostrum 1-3)",
    ]
    assert told(given, "abc", "zh") == ["Bob（rostrum 1-2）排在位次更高的Ann（rostrum 1-1）之前"]
    assert told(given, "cab", "zh")[1] == (
        "Cid（rostrum 1-2）排在2位位次更高者之前，其中位次最高的是Ann（rostrum 1-3）"
    )
    listed = problem(ROW, [ANN], RankOrder(areas=("rostrum",), by="list", priority=2))
    assert said(listed) == (
        "in Rostrum, everybody should sit in the order of the list",
        "Rostrum：全体人员按名单顺序就座",
    )
