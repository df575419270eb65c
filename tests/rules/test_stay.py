"""Stay: who keeps the seat of an earlier plan."""

from __future__ import annotations

from seatplan.people import Who
from seatplan.rules import Pin, Stay
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("abcd")
ANN, BOB, CID = person("Ann"), person("Bob"), person("Cid")
BEFORE = {"ann": "a", "bob": "b", "zoe": "c"}


def test_whoever_sits_elsewhere_counts():
    """Cid had no seat, and Zoe is gone."""
    given = problem(ROOM, [ANN, BOB, CID], Stay(), previous=BEFORE)

    assert [price(given, seats) for seats in ("abc", "acb", "bac")] == [0, 1, 2]


def test_pinned_people_and_seats_that_are_gone_are_left_out():
    """Ann is pinned to another seat; Bob's seat does not exist any more."""
    previous = {"ann": "a", "bob": "x"}
    given = problem(ROOM, [ANN, BOB], Stay(), Pin(person="Ann", seat="d"), previous=previous)

    assert price(given, "db") == 0


def test_only_those_who_are_meant():
    """Bob may move."""
    given = problem(ROOM, [ANN, BOB], Stay(who=Who(people=("ann",))), previous=BEFORE)

    assert [price(given, seats) for seats in ("ac", "cb")] == [0, 1]


def test_faults_and_sentences():
    """There must be an earlier plan."""
    given = problem(ROOM, [ANN], Stay(), previous=BEFORE)

    assert refused(ROOM, [ANN], Stay()) == [
        "rule Stay: there is no earlier plan; give one as `previous`, or leave the rule out"
    ]
    assert said(given) == ("everybody should keep the seats of the earlier plan", "全体人员保持原座位不变")
    assert told(given, "c") == ["Ann (1-3) moved from seat 1-1"]
    assert told(given, "c", "zh") == ["Ann（1-3）由1-1调整而来"]
