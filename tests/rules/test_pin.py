"""Pin: one person, one seat."""

from __future__ import annotations

import pytest

from seatplan.rules import Pin, Reserve
from seatplan.venue import Area, Seat, Venue, Where
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("abc")
ANN, BOB, ZOE = person("Ann"), person("Bob"), person("Zoe", status="absent")


@pytest.mark.parametrize("who", ["ann", "Ann"])
@pytest.mark.parametrize("seat", ["b", "1-2"])
def test_ids_names_and_labels(who, seat):
    """A person by id or name, a seat by id or label."""
    given = problem(ROOM, [ANN, BOB], Pin(person=who, seat=seat))

    assert [price(given, plan) for plan in ("ba", "ab", "ca")] == [0, 1, 1]
    assert dict(given.pinned) == {0: 1}


def test_only_a_must_pins():
    """A wish is no pin: rules of order still speak of the person."""
    assert dict(problem(ROOM, [ANN], Pin(person="Ann", seat="b", priority=1)).pinned) == {}


def test_an_absent_person_pins_nothing():
    """The seat is free."""
    given = problem(ROOM, [ZOE, BOB], Pin(person="Zoe", seat="a"))

    assert dict(given.pinned) == {}
    assert price(given, "a") == 0


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ([Pin(person="Eve", seat="a")], "nobody is called 'Eve'; mend the name or add the person"),
        ([Pin(person="Ann", seat="z")], "no seat 'z'; use a seat's id or label as the venue prints it"),
        (
            [Pin(person="Ann", seat="a"), Reserve(where=Where(seats=("a",)))],
            "seat 'a' is reserved; pin another seat, or free this one",
        ),
        (
            [Pin(person="Ann", seat="a"), Pin(person="Ann", seat="b")],
            "'Ann' and 'b': one of them is pinned elsewhere; keep one of the two pins",
        ),
        (
            [Pin(person="Ann", seat="a"), Pin(person="Bob", seat="1-1")],
            "'Bob' and '1-1': one of them is pinned elsewhere; keep one of the two pins",
        ),
    ],
)
def test_faults(rules, found):
    """Unknown names, reserved seats, pins that contradict each other."""
    assert refused(ROOM, [ANN, BOB], *rules) == [f"rule Pin: {found}"]


def test_a_pin_that_is_said_twice_is_no_contradiction():
    """The same person on the same seat."""
    assert refused(ROOM, [ANN, BOB], Pin(person="Ann", seat="a"), Pin(person="ann", seat="1-1")) == []


def test_a_name_that_two_seats_share():
    """The label of one seat is the id of another."""
    seats = Seat("1-2", "1-1", "hall", 1, 1, 0.0), Seat("b", "1-2", "hall", 1, 2, 1.0, column=1)
    venue = Venue("Room", seats, (Area("hall", "Hall", "hall"),))

    assert refused(venue, [ANN], Pin(person="Ann", seat="1-2")) == [
        "rule Pin: several seats are called '1-2'; use the seat's id or a label that is no id"
    ]


def test_sentences():
    """The rule and its breach in words."""
    given = problem(ROOM, [ANN], Pin(person="Ann", seat="b"))

    assert said(given) == ("Ann must sit on seat 1-2", "Ann坐在1-2")
    assert told(given, "a") == ["Ann (1-1) does not sit on seat 1-2"]
    assert told(given, "a", "zh") == ["Ann（1-1）未坐在1-2"]
