"""Heads first: rows of heads and members."""

from __future__ import annotations

import pytest

from seatplan.people import Who
from seatplan.rules import HeadsFirst, Pin, RostrumPlacement
from tests.rules.rooms import person, price, problem, refused, room, said, told

ROOM = room("abc", "def")
HUI, MEI, NAN = person("Hui", "x", "head"), person("Mei", "x"), person("Nan", "x")


@pytest.mark.parametrize(
    ("seats", "amount"),
    [
        ("ade", 0),
        ("abc", 0),  # the same row is not behind
        ("def", 0),
        ("dae", 1),  # Mei sits in front of Hui
        ("dab", 2),  # both do
    ],
)
def test_a_head_sits_in_no_row_behind_a_member(seats, amount):
    """Each pair of a head and a member further in front counts."""
    assert price(problem(ROOM, [HUI, MEI, NAN], HeadsFirst()), seats) == amount


def test_groups_do_not_mind_each_other():
    """A member of another delegation, or of none, may sit in front."""
    given = problem(ROOM, [HUI, person("Ola", "y"), person("Dan")], HeadsFirst())

    assert price(given, "dab") == 0


def test_a_row_for_all_heads():
    """Rule 18: heads in row 1; members may sit there, too."""
    given = problem(ROOM, [HUI, MEI, person("Han", "y", "head")], HeadsFirst(row=1))

    assert [price(given, seats) for seats in ("abc", "dab", "dae")] == [0, 1, 2]


def test_rows_of_areas_follow_each_other():
    """Row 1 of the balcony is behind row 2 of the hall."""
    given = problem(room(hall=("a", "b"), balcony=("c",)), [HUI, MEI], HeadsFirst())

    assert [price(given, seats) for seats in ("bc", "cb")] == [0, 1]


def test_pinned_heads_and_heads_on_the_rostrum_are_left_out():
    """Hui sits on the rostrum by another rule, or in row 2 by a pin (rule 60)."""
    stage = room(rostrum=("a",), hall=("b", "c"))
    rostrum = RostrumPlacement(area="rostrum", who=Who(people=("hui",)), by="none")

    assert price(problem(ROOM, [HUI, MEI], HeadsFirst(), Pin(person="Hui", seat="d")), "da") == 0
    assert price(problem(stage, [HUI, MEI, NAN], HeadsFirst(row=1), rostrum), "acb") == 0


def test_faults():
    """Nobody is a head, or there is no such row."""
    assert refused(ROOM, [MEI], HeadsFirst()) == [
        "rule HeadsFirst.role: nobody has the role 'head'; mark the heads in the roster's column of roles"
    ]
    assert refused(ROOM, [HUI], HeadsFirst(row=3)) == [
        "rule HeadsFirst.row: there is no row 3; use a row from 1 to 2"
    ]


def test_sentences():
    """The rule and its breaches in words."""
    free, fixed = (
        problem(ROOM, [HUI, MEI, NAN], rule) for rule in (HeadsFirst(), HeadsFirst(row=1, areas=("hall",)))
    )

    assert said(free) == (
        "the head of each group must not sit in a row behind its other members",
        "各团组负责人不坐在本团组其他人员之后",
    )
    assert said(fixed) == ("the head of each group must sit in row 1 of Hall", "各团组负责人坐在Hall第1排")
    assert told(free, "dab") == ["Hui (2-1) sits behind 2 of the group, such as Mei (1-1)"]
    assert told(free, "dab", "zh") == ["Hui（2-1）坐在本团组2人之后，如Mei（1-1）"]
    assert told(fixed, "dab") == ["Hui (2-1) does not sit in row 1"]
    assert told(fixed, "dab", "zh") == ["Hui（2-1）不在第1排"]
