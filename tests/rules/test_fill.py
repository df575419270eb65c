"""Fill: rows from the front, and single empty chairs."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Fill, Reserve
from seatplan.venue import Where
from tests.rules.rooms import person, price, problem, refused, room, said, told

ANN, BOB, CID = person("Ann"), person("Bob"), person("Cid")
SINGLES = Fill(front=False)


@pytest.mark.parametrize(("seats", "amount"), [("abc", 0), ("abd", 1), ("agh", 4)])
def test_rows_behind_the_first(seats, amount):
    """Row 3 is two rows behind the first."""
    assert price(problem(room("abc", "def", "gh"), [ANN, BOB, CID], Fill(singles=False)), seats) == amount


@pytest.mark.parametrize(
    ("venue", "seats", "amount"),
    [
        (room("abcd"), "abc", 1),  # d is alone at the end of the row
        (room("abcde"), "abc", 0),  # d and e are two
        (room("abcde"), "abd", 2),  # c between, e at the end
        (room("ab cde"), "acd", 2),  # b at the aisle, e at the end
        (room("ab.cde"), "acd", 2),  # a missing seat separates as well
        (room("a bcd"), "bcd", 0),  # a stands by itself: nobody made it single
        (room("abCde"), "abe", 1),  # d has no chair at its left, only a wheelchair space
        (room("abcCd"), "abc", 0),  # the empty space is no chair, and d has no chair beside it
    ],
)
def test_single_empty_chairs(venue, seats, amount):
    """An empty chair counts if it has chairs beside it and all are taken."""
    assert price(problem(venue, [ANN, BOB, CID], SINGLES), seats) == amount


def test_reserved_chairs_are_no_chairs():
    """c is reserved: b stands at the end of its run, and nobody minds that c is empty."""
    given = problem(room("abcd"), [ANN], SINGLES, Reserve(where=Where(seats=("c",))))

    assert [price(given, seats) for seats in ("a", "b", "d")] == [1, 1, 0]


def test_only_the_areas_and_people_that_are_meant():
    """Bob may sit in the back, and the balcony may have holes."""
    venue = room(hall=("ab", "cd"), balcony=("ef", "gh"))
    given = problem(venue, [ANN, BOB], Fill(areas=("hall",), who=Who(people=("ann",))))

    assert [price(given, seats) for seats in ("bg", "dg", "ag")] == [1, 2, 1]


def test_faults():
    """Rows have a price; a rule that says nothing is a mistake."""
    assert refused(room("ab"), [ANN], Fill(priority="must")) == [
        "rule Fill.front: rows in front have a price, so they cannot be a must; "
        "use a tier 1, 2, 3 ... as priority, or front: false"
    ]
    assert refused(room("ab"), [ANN], Fill(front=False, singles=False)) == [
        "rule Fill: neither front nor singles; use one of them"
    ]
    assert refused(room("ab"), [ANN], Fill(front=False, priority="must")) == []


def test_sentences():
    """The rule and its breaches in words."""
    given = problem(room("ab", "cd"), [ANN], Fill())

    assert said(given) == (
        "everybody should sit as far in front as possible, and no single seat should stay empty",
        "全体人员尽量靠前就座，不留单个空位",
    )
    assert said(problem(room("ab"), [ANN], Fill(front=False)))[0] == "no single seat should stay empty"
    assert said(problem(room("ab"), [ANN], Fill(singles=False)))[1] == "全体人员尽量靠前就座"
    assert told(given, "c") == ["Ann (2-1) sits 1 row behind the first", "seat 2-2 is a single empty seat"]
    assert told(given, "c", "zh") == ["Ann（2-1）距首排1排", "2-2为单个空位"]
