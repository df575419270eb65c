"""Prefer: distances and their units."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Prefer
from seatplan.venue import Area, Fixture, Seat, Venue
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("abc de", "fgh ij")
ANN, BOB = person("Ann", "", "speaker"), person("Bob")


@pytest.mark.parametrize(
    ("near", "amounts"),
    [
        ("front", {"a": 0, "e": 0, "f": 1, "j": 1}),  # rows behind the first
        ("aisle", {"a": 0, "b": 1, "c": 0, "d": 0, "e": 0}),  # both ends of a block adjoin an aisle
        ("centre", {"a": 2, "b": 1, "c": 0, "d": 1, "e": 2}),  # positions -2.5 -1.5 -0.5 | 1.5 2.5
    ],
)
def test_places(near, amounts):
    """Rows behind the first, seats that are passed, seats between."""
    given = problem(ROOM, [ANN], Prefer(near=near))

    assert {seat: price(given, seat) for seat in amounts} == amounts


def test_walking_is_counted_in_tenths_of_a_metre():
    """The amount is the walking distance to the nearest door, rounded down."""
    venue = room("abc", doors=(-3.0,))
    given = problem(venue, [ANN], Prefer(near="exit"))
    metres = venue.metres_to("door")

    assert [price(given, seat) for seat in "abc"] == [int(one * 10 + 1e-6) for one in metres]
    assert metres[0] < metres[1]


def test_no_way_counts_as_a_kilometre():
    """The walled seat has no aisle, so no way leads to the stage."""
    hall = Area("hall", "Hall", "hall")
    walls = frozenset({"left", "right", "front", "back"})
    seats = (Seat("a", "1", "hall", 1, 1, 0.0), Seat("b", "2", "hall", 1, 2, 3.0, column=3, x=3.0, walls=walls))
    stage = Fixture("s", "Stage", "stage", 0.0, 3.0, 4.0, 2.0)
    given = problem(Venue("Room", seats, (hall,), (stage,)), [ANN], Prefer(near="stage"))

    assert price(given, "b") == 10_000
    assert price(given, "a") < 100


def test_what_is_near_enough_costs_nothing():
    """Up to one seat from the aisle; as a must, being beyond counts once a person."""
    wide = room("abcde")
    wished = problem(wide, [ANN, BOB], Prefer(near="aisle", up_to=1))
    must = problem(wide, [ANN, BOB], Prefer(near="centre", priority="must"))

    assert [price(wished, seats) for seats in ("ab", "cb")] == [0, 1]
    assert [price(must, seats) for seats in ("ca", "ae")] == [1, 2]


def test_only_those_who_are_meant():
    """Bob is no speaker."""
    given = problem(ROOM, [ANN, BOB], Prefer(who=Who(roles=("speaker",)), near="front"))

    assert [price(given, seats) for seats in ("af", "fa")] == [0, 1]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (
            Prefer(near="bar"),
            "rule Prefer.near: no such thing 'bar'; use one of: front, aisle, centre, exit, stage_steps, door",
        ),
        (Prefer(near="stage_steps"), "rule Prefer.near: the venue has no steps; add one to the venue's fixtures"),
        (Prefer(near="front", up_to=-1), "rule Prefer.up_to: -1; use a whole number of 0 or more"),
    ],
)
def test_faults(rule, found):
    """Things that do not exist, or not here."""
    assert refused(room("abc", doors=(0.0,)), [ANN], rule) == [found]


def test_sentences():
    """The rule and its breaches in words, with units."""
    aisle = problem(ROOM, [ANN], Prefer(who=Who(people=("Ann",)), near="aisle", up_to=2, priority="must"))
    front = problem(ROOM, [ANN], Prefer(near="front"))
    door = problem(room("abc", doors=(0.0,)), [ANN], Prefer(near="exit", up_to=25))

    assert said(aisle) == ("Ann must sit at most 2 seats from an aisle", "Ann的座位距过道不超过2座")
    assert said(front) == ("everybody should sit near the front row", "全体人员的座位靠近首排")
    assert said(door) == (
        "everybody should sit near a door, up to 2.5 m is near enough",
        "全体人员的座位靠近出入口（2.5米以内即可）",
    )
    assert told(front, "f") == ["Ann (2-1) sits 1 row behind the front row"]
    assert told(front, "f", "zh") == ["Ann（2-1）的座位距首排1排"]
    metres = int(door.venue.metres_to("door")[0] * 10) / 10
    assert told(door, "a") == [f"Ann (1-1) sits {metres:g} m from a door"]
    assert told(door, "a", "zh") == [f"Ann（1-1）的座位距出入口{metres:g}米"]
