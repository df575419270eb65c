"""Rostrum: who sits there, on which places, in which order, and where the presider sits."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import Pin, Reserve, RostrumPlacement, Zone
from seatplan.venue import Where
from tests.rules.rooms import person, price, problem, refused, room, said, told

ANN, BOB, CID = (person(name, rank=i, category="leaders") for i, name in enumerate(("Ann", "Bob", "Cid"), start=1))
DAN = person("Dan")
STAGE = room(rostrum=("abc", "de"), hall=("fg",))
RULE = RostrumPlacement(area="rostrum", who=Who(categories=("leaders",)))


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("bacf", 0),  # 2 1 3 in row 1, the guest in the hall
        ("abcf", 1),  # Bob in the centre: one inverted pair
        ("badf", 1),  # Cid in row 2 while row 1 has a place
        ("bafc", 2),  # Cid in the hall, Dan on the rostrum
        ("bagd", 2),  # Dan on any seat of the rostrum is one too many
        ("fgda", 6),  # three off their places, one intruder, and Ann and Bob in the hall come after Cid on d
    ],
)
def test_three_of_five_chairs(seats, amount):
    """The places are the first three in order of honour: row 1."""
    assert price(problem(STAGE, [ANN, BOB, CID, DAN], RULE), seats) == amount


def test_five_people_fill_row_1_before_row_2():
    """Row 2 has the two lowest, each row by its own parity (rules 10, 11)."""
    people = [person(name, rank=i) for i, name in enumerate("VWXYZ")]
    given = problem(STAGE, people, RostrumPlacement(area="rostrum", who=Who()))

    assert price(given, "baced") == 0
    assert price(given, "bacde") == 1
    assert price(given, "baecd") == 1  # X on e, the higher seat of row 2, is behind Y in row 1


def test_reserved_chairs_are_no_places():
    """The centre is reserved for a microphone: two people sit on both sides."""
    given = problem(
        room(rostrum=("abc",), hall=("d",)),
        [ANN, BOB],
        RostrumPlacement(area="rostrum", who=Who()),
        Reserve(where=Where(seats=("b",))),
    )

    assert [price(given, seats) for seats in ("ca", "ac", "cd", "da")] == [
        0,
        1,
        1,
        2,
    ]  # Ann in the hall is also behind Bob


def test_a_pinned_guest_takes_a_chair_and_no_rank():
    """Dan is no leader, but is pinned to the right end: a row of three, Bob at the left."""
    given = problem(
        room(rostrum=("abc",), hall=("d",)),
        [ANN, BOB, DAN],
        RostrumPlacement(area="rostrum", who=Who(people=("ann", "bob"))),
        Pin(person="Dan", seat="c"),
    )

    assert [price(given, seats) for seats in ("bac", "abc")] == [0, 1]


@pytest.mark.parametrize(
    ("convention", "seats"),
    [
        ({"presider": "center"}, "acb"),
        ({"presider": "row_end", "presider_side": "right"}, "bac"),
        ({"presider": "row_end", "presider_side": "left"}, "bca"),
        ({"presider": "by_rank"}, "bac"),
    ],
)
def test_the_presider_sits_where_the_convention_says(convention, seats):
    """Pia has rank 3 of three: only one plan is right, and the others keep their order on the other chairs."""
    pia = person("Pia", "", "presider", rank=3)
    rule = RostrumPlacement(area="rostrum", who=Who())
    given = problem(room(rostrum=("abc",)), [ANN, BOB, pia], rule, **convention)
    kept = [plan for plan in ("abc", "acb", "bac", "bca", "cab", "cba") if price(given, plan) == 0]

    assert kept == [seats]


def test_a_presider_of_low_rank_stays_in_row_1():
    """Row 1 has two chairs: Pia of rank 3 takes the lower one, and Bob of rank 2 goes to row 2 (rule 12, D)."""
    pia = person("Pia", "", "presider", rank=3)
    rule = RostrumPlacement(area="rostrum", who=Who())
    given = problem(room(rostrum=("ab", "cd")), [ANN, BOB, pia], rule)

    # the one person of row 2 cannot sit on the centre line: of two equal chairs the one on the honour side, c
    assert [seats for seats in ("bda", "bca", "bad", "acb") if price(given, seats) == 0] == ["bca"]


def test_without_an_order_everybody_may_sit_on_any_place():
    """Another rule may give the order; a presider still sits in row 1."""
    pia = person("Pia", "", "presider", rank=9)
    rule = RostrumPlacement(area="rostrum", who=Who(), by="none")
    given = problem(room(rostrum=("ab", "c")), [ANN, BOB, pia], rule)

    assert [price(given, seats) for seats in ("abc", "acb", "cab")] == [1, 0, 0]


def test_faults():
    """Too many people, no ranks, two presiders for one seat, somebody who is sent elsewhere."""
    small = room(rostrum=("ab",), hall=("cdef",))
    everybody = RostrumPlacement(area="rostrum", who=Who())

    assert refused(small, [ANN, BOB, CID], everybody) == [
        "rule RostrumPlacement: 3 people for 2 free seats on Rostrum; "
        "add seats, seat fewer people there, or reserve fewer seats"
    ]
    assert refused(small, [ANN, DAN], everybody) == [
        "rule RostrumPlacement: no rank is given for 1 of 2 people: Dan; give each a rank, or use by: list"
    ]
    two = [person("Pia", "", "presider", rank=1), person("Pit", "", "presider", rank=2)]
    assert refused(small, two, everybody, presider="center") == [
        "rule RostrumPlacement: one seat on Rostrum for 2 presiders: Pia, Pit; leave one the role"
    ]
    away = Zone(who=Who(people=("ann",)), where=Where(areas=("hall",)))
    assert refused(small, [ANN, BOB], everybody, away) == [
        "rule RostrumPlacement: another rule sends Ann to a different part of the room; "
        "leave this person out of one of the two rules"
    ]
    assert refused(small, [ANN, BOB], everybody, anchor="vacant_center") != []


def test_sentences():
    """The rule and its breaches in words."""
    given = problem(STAGE, [ANN, BOB, CID, DAN], RULE)

    assert said(given) == (
        "on Rostrum sit the leaders (3 people) and nobody else, in order of rank, front row first",
        "leaders（3人）按职级高低在Rostrum就座，先前排后后排，其他人不在Rostrum就座",
    )
    assert told(given, "badf") == ["Cid (rostrum 2-1) does not sit on one of the places of Rostrum"]
    assert told(given, "bacd") == ["Dan (rostrum 2-1) sits on Rostrum without being listed"]
    assert told(given, "abcf") == ["Bob (rostrum 1-2) sits before Ann (rostrum 1-1), who precedes"]
    assert told(given, "badf", "zh") == ["Cid（rostrum 2-1）不在Rostrum应坐的座位上"]
    assert told(given, "bacd", "zh") == ["Dan（rostrum 2-1）未列入Rostrum名单却在Rostrum就座"]

    pia = person("Pia", "", "presider", rank=2)
    centre = problem(
        STAGE, [ANN, pia, CID], RostrumPlacement(area="rostrum", who=Who(), by="list"), presider="center"
    )
    assert said(centre)[0].endswith("and nobody else, in the order of the list, front row first")
    assert told(centre, "bac") == ["Pia (rostrum 1-1) presides from the wrong seat"]
    assert told(centre, "bac", "zh") == ["主持人Pia（rostrum 1-1）不在规定的主持座位"]
