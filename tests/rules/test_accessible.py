"""Accessible: spaces, step-free ways and companions."""

from __future__ import annotations

import pytest

from seatplan.rules import Accessible, Pin, Reserve
from seatplan.venue import Area, Fixture, Seat, Venue, Where
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("aBcd", companion="c")
ANN = person("Ann", needs=frozenset({"wheelchair"}))
KIM = person("Kim", "", "companion", beside="ann")
BOB = person("Bob")


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("Bad", 0),  # Ann on the space, Kim at her left
        ("Bca", 0),
        ("Bda", 1),  # Kim is two seats away
        ("aBc", 2),  # Ann on a chair, Kim on a space that is no chair, but side by side
        ("acB", 3),  # Ann without a space, Kim not beside her, Bob on the space
    ],
)
def test_a_space_a_companion_and_another(seats, amount):
    """Each wrong seat and each companion who sits apart counts."""
    assert price(problem(ROOM, [ANN, KIM, BOB], Accessible()), seats) == amount


@pytest.mark.parametrize(
    ("rule", "seats", "amount"),
    [
        (Accessible(companions=False), "Bda", 0),
        (Accessible(companion_seats=True), "Bac", 1),  # Kim is beside Ann, but not on the companion seat
        (Accessible(companion_seats=True), "Bca", 0),
        (Accessible(keep_companion=True), "Bac", 1),  # Bob takes the companion seat
        (Accessible(keep_companion=True), "Bca", 0),
    ],
)
def test_where_companions_sit(rule, seats, amount):
    """Anywhere, beside their person, on the seat that is meant for them."""
    assert price(problem(ROOM, [ANN, KIM, BOB], rule), seats) == amount


def test_others_may_sit_on_spaces_if_they_are_not_kept():
    """A folding chair can stand there."""
    assert price(problem(ROOM, [BOB], Accessible(keep=False)), "B") == 0
    assert price(problem(ROOM, [BOB], Accessible()), "B") == 1


def test_a_venue_without_companion_seats_asks_for_none():
    """Kim sits beside Ann; there is no companion seat to take."""
    given = problem(room("aBc"), [ANN, KIM], Accessible(companion_seats=True))

    assert price(given, "Bc") == 0


def test_companion_seats_are_for_companions_of_wheelchair_users():
    """Kim accompanies Bob, who has no need: they may sit on chairs."""
    people = [BOB, person("Kim", "", "companion", beside="bob")]
    given = problem(ROOM, people, Accessible(companion_seats=True, keep_companion=True))

    assert [price(given, seats) for seats in ("dc", "cd")] == [0, 1]


def test_an_absent_person_frees_the_companion():
    """Kim has nobody to sit beside, and is no companion of anybody who is there."""
    people = [person("Ann", status="absent"), KIM]

    assert price(problem(ROOM, people, Accessible()), "d") == 0
    assert price(problem(ROOM, people, Accessible(keep_companion=True)), "c") == 1


def test_needs_and_features_of_a_users_own():
    """Who needs a loop sits where the loop is; the seats stay open to others."""
    hall = Area("hall", "Hall", "hall")
    seats = (
        Seat("a", "1", "hall", 1, 1, 0.0, features=frozenset({"loop"})),
        Seat("b", "2", "hall", 1, 2, 1.0, column=1, x=0.55),
    )
    people = [person("Ann", needs=frozenset({"hearing"})), BOB]
    rule = Accessible(features=(("hearing", "loop"),), keep=False)
    given = problem(Venue("Room", seats, (hall,)), people, rule)

    assert [price(given, plan) for plan in ("ab", "ba")] == [0, 1]


def raised() -> Venue:
    """Row 1 on the level of the door, row 2 half a metre higher."""
    places = (("a", 1, 0, 0.0), ("b", 1, 1, 0.0), ("c", 2, 0, 0.5), ("d", 2, 1, 0.5))
    seats = [
        Seat(letter, letter, "hall", row, i, float(i), column=i, x=i * 0.55, y=-row * 0.9, z=height)
        for letter, row, i, height in places
    ]
    door = Fixture("door", "Door", "door", -2.0, -0.9, 0.1, 0.9)
    return Venue("Room", tuple(seats), (Area("hall", "Hall", "hall"),), (door,))


def test_a_step_free_way():
    """Row 2 is reached by a step only."""
    walker = person("Wei", needs=frozenset({"step_free"}))
    given = problem(raised(), [walker, BOB], Accessible())

    assert given.venue.step_free.tolist() == [True, True, False, False]
    assert [price(given, seats) for seats in ("ac", "ca")] == [0, 1]


def test_a_short_way_to_a_door():
    """Seat a is nearer to the door than seat b; the limit lies between."""
    walker = person("Wei", needs=frozenset({"step_free"}))
    near, far = raised().metres_to("door")[:2]
    limit = round(float(near + far) / 2, 2)
    given = problem(raised(), [walker, BOB], Accessible(metres=limit))

    assert near < limit < far
    assert [price(given, seats) for seats in ("ab", "ba", "ca")] == [0, 1, 1]
    assert told(given, "ba") == [f"Wei (b) has {far:.1f} m to a door, not {limit:g} m"]
    assert told(given, "ba", "zh") == [f"Wei（b）距出入口{far:.1f}米，超过{limit:g}米"]
    assert told(given, "ca") == ["Wei (c) needs a step-free way and has none"]


def test_pins_do_not_override():
    """A leader's word does not put a chair on the space."""
    assert price(problem(ROOM, [ANN, BOB], Accessible(), Pin(person="Bob", seat="B")), "aB") == 2


def test_faults():
    """Too few spaces, even by reservation; a limit without doors."""
    two = [ANN, person("Zoe", needs=frozenset({"wheelchair"}))]

    assert refused(ROOM, two, Accessible()) == [
        "rule Accessible: 2 people need a seat with 'wheelchair', 1 can be used; "
        "add or free such seats, or seat fewer people with the need"
    ]
    assert refused(ROOM, [ANN], Accessible(), Reserve(where=Where(seats=("B",))))[0].startswith(
        "rule Accessible: 1 person needs a seat with 'wheelchair', 0 can be used"
    )
    assert refused(ROOM, two, Accessible(priority=1)) == []
    assert refused(ROOM, [ANN], Accessible(metres=9.0)) == [
        "rule Accessible.metres: the venue has no door; add doors, or leave the limit out"
    ]


def test_sentences():
    """The rule and its breaches in words."""
    full = Accessible(companion_seats=True, keep_companion=True, metres=30.0)

    assert said(problem(ROOM, [ANN, KIM, BOB], Accessible())) == (
        "whoever needs a wheelchair space must get it; nobody else may take it; "
        "whoever needs a step-free way must have one; companions must sit next to their person",
        "需要轮椅席位者坐在相应席位；其他人员不占用；需要无台阶通道者坐在可无障碍到达的座位；陪同人员与本人相邻而坐",
    )
    assert said(problem(room("aB", doors=(0.0,)), [ANN], full))[0].endswith(
        "have one of at most 30 m to a door; companions must sit next to their person; "
        "companions must sit on companion seats; nobody else may take companion seats"
    )
    given = problem(ROOM, [ANN, KIM, BOB], Accessible())
    assert told(given, "acB") == [
        "Ann (1-1) needs a wheelchair space and has none",
        "Kim (1-3) does not sit next to Ann (1-1)",
        "Bob (1-2) takes a wheelchair space without needing it",
    ]
    assert told(given, "acB", "zh") == [
        "Ann（1-1）需要轮椅席位而未安排",
        "Kim（1-3）未与Ann（1-1）相邻而坐",
        "Bob（1-2）无需而占用轮椅席位",
    ]
    strict = problem(ROOM, [ANN, KIM, BOB], Accessible(companion_seats=True, keep_companion=True))
    assert told(strict, "Bac") == [
        "Kim (1-1) does not sit on a companion seat",
        "Bob (1-3) takes a companion seat without being one",
    ]
