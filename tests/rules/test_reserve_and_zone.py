"""Reserve and zone: seats that stay empty, and seats that are for some."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Pin, Reserve, Zone
from seatplan.venue import Where
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("abc", "def")
ANN, BOB, CID = person("Ann", category="press"), person("Bob"), person("Cid")
FRONT, PRESS = Where(rows=(1,)), Who(categories=("press",))


@pytest.mark.parametrize(("seats", "amount"), [("def", 0), ("aef", 1), ("abc", 3)])
def test_reserved_seats_stay_empty(seats, amount):
    """Everybody who sits there counts."""
    assert price(problem(ROOM, [ANN, BOB, CID], Reserve(where=FRONT)), seats) == amount


def test_only_a_must_takes_seats_out_of_the_honour_order():
    """A row that should stay empty is still the front row."""
    kept, wished = (problem(ROOM, [ANN], Reserve(where=FRONT, priority=p)).kept_empty for p in ("must", 1))

    assert (kept.tolist(), wished.tolist()) == ([0, 1, 2], [])


@pytest.mark.parametrize(
    ("only", "seats", "amount"),
    [
        (False, "ade", 0),
        (False, "abc", 0),  # others may sit there
        (False, "dab", 1),
        (True, "abe", 1),
        (True, "dab", 3),
    ],
)
def test_a_zone_for_the_press(only, seats, amount):
    """The press sits in row 1; with only, nobody else does."""
    assert price(problem(ROOM, [ANN, BOB, CID], Zone(who=PRESS, where=FRONT, only=only)), seats) == amount


def test_pinned_people_are_left_out_of_zones():
    """Ann is pinned outside and Bob inside (rule 60)."""
    pins = Pin(person="Ann", seat="d"), Pin(person="Bob", seat="a")
    given = problem(ROOM, [ANN, BOB, CID], Zone(who=PRESS, where=FRONT, only=True), *pins)

    assert [price(given, seats) for seats in ("dae", "dab")] == [0, 1]


def test_faults():
    """More people than seats that are free, and selections of nothing."""
    corner = Where(seats=("a", "b", "c"))
    crowd = [ANN, BOB, CID]

    assert refused(ROOM, crowd, Zone(who=Who(), where=corner), Reserve(where=Where(seats=("a",)))) == [
        "rule Zone: 3 people for 2 free seats on seat a, b, c; widen `where`, or send fewer people there"
    ]
    assert refused(ROOM, crowd, Reserve(where=Where(rows=(9,)))) == [
        "rule Reserve.where: no seat is in row 9; widen the selection"
    ]


def test_sentences():
    """The rules and their breaches in words."""
    reserve = problem(ROOM, [ANN, BOB, CID], Reserve(where=FRONT))
    zone = problem(ROOM, [ANN, BOB, CID], Zone(who=PRESS, where=FRONT, only=True))

    assert said(reserve) == ("nobody may sit in row 1 (3 seats)", "第1排留空（共3个座位）")
    assert said(zone) == ("the press must sit in row 1, and nobody else may", "press坐在第1排，其他人员不得占用")
    assert told(reserve, "aef") == ["Ann (1-1) takes a seat that stays empty"]
    assert told(reserve, "aef", "zh") == ["Ann（1-1）占用了应留空的座位"]
    assert told(zone, "dae") == [
        "Ann (2-1) does not sit in row 1",
        "Bob (1-1) sits in row 1, which is for others",
    ]
    assert told(zone, "dae", "zh") == ["Ann（2-1）不在第1排", "Bob（1-1）占用了他人专用的第1排"]
