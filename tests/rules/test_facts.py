"""Facts that both sides of a rule use, against drawn rooms: the contract cannot see a mistake in them."""

from __future__ import annotations

import numpy as np
import pytest

from seatplan.people import Who
from seatplan.rules import Pin, Reserve, RostrumPlacement, Zone
from seatplan.rules.facts import (
    area_steps,
    elsewhere,
    fixed_presiders,
    front_row,
    group_names,
    ladder,
    seats_in,
    taking_part,
)
from seatplan.venue import Where
from tests.rules.rooms import person, problem, room

STAGE = room(rostrum=("abcde", "fgh"), hall=("ijk",))
ANN, BOB, CID, DAN = (person(name, rank=i) for i, name in enumerate(("Ann", "Bob", "Cid", "Dan"), start=1))


def letters(given, seats) -> str:
    return "".join(given.venue.seats[int(i)].id for i in seats)


def names(given, people) -> list[str]:
    return [given.people[int(i)].name for i in people]


def test_without_areas_all_but_rostrums_are_meant():
    """A rule about delegations does not speak of the rostrum unless it says so."""
    given = problem(STAGE, [ANN])

    assert letters(given, seats_in(given, ())) == "ijk"
    assert letters(given, seats_in(given, ("rostrum",))) == "abcdefgh"
    assert letters(given, seats_in(given, ("hall", "rostrum"))) == "abcdefghijk"


def test_areas_follow_each_other_as_listed():
    """Areas that are not listed come after all of those that are."""
    given = problem(room(rostrum=("a",), west=("b",), east=("c",)), [ANN])

    assert area_steps(given, ("east", "west")) == {"rostrum": 3, "west": 1, "east": 0}
    assert area_steps(given, ()) == {"rostrum": 3, "west": 0, "east": 1}


def test_a_ladder_fills_the_front_row_first():
    """Two people take the centre of row 1; the chairs beside them and row 2 come after (protocol.md 1.7)."""
    given = problem(STAGE, [ANN, BOB, CID])

    # three people on chairs a..e seen from the hall: positions -2..2; rank 1 on c, 2 at its left b, 3 on d
    assert letters(given, ladder(given, ("rostrum",), np.arange(3)))[:3] == "cbd"
    assert set(letters(given, ladder(given, ("rostrum",), np.arange(3)))[5:]) == set("fgh")


def test_a_full_row_leaves_the_rest_to_the_next():
    """Seven people: five in row 1, the other two in row 2 with the parity of two (rule 11)."""
    given = problem(STAGE, [person(f"P{i}") for i in range(7)])

    assert letters(given, ladder(given, ("rostrum",), np.arange(7)))[:7] == "cbdae" + "gf"


def test_a_ladder_leaves_out_what_is_kept_empty_and_wheelchair_spaces_of_a_rostrum():
    """Neither is a chair of a row; in a hall a wheelchair space has its place."""
    given = problem(room(rostrum=("aBc",), hall=("dEf",)), [ANN], Reserve(where=Where(seats=("a", "f"))))

    assert letters(given, ladder(given, ("rostrum",), np.arange(1))) == "c"
    assert letters(given, ladder(given, ("rostrum", "hall"), np.arange(1))) == "cdE"


def test_pinned_guests_count_for_the_row():
    """Two of the list and a guest at the end make a row of three."""
    given = problem(room(rostrum=("abc",)), [ANN, BOB, DAN], Pin(person="Dan", seat="c"))

    assert letters(given, ladder(given, ("rostrum",), np.array([0, 1]))) == "bac"


def test_areas_of_a_ladder_are_filled_in_turn():
    """Of four people two fit on the rostrum; the hall follows from left to right."""
    given = problem(room(rostrum=("ab",), hall=("cd",)), [ANN, BOB, CID, DAN])

    assert letters(given, ladder(given, ("rostrum", "hall"), np.arange(4))) == "bacd"
    assert letters(given, ladder(given, ("hall", "rostrum"), np.arange(4))) == "cdba"


def test_people_who_must_sit_elsewhere_take_no_part():
    """Ann is on the rostrum, Bob is pinned, Cid is exempt: the order of the hall speaks of Dan."""
    rostrum = RostrumPlacement(area="rostrum", who=Who(people=("ann",)))
    given = problem(STAGE, [ANN, BOB, CID, DAN], rostrum, Pin(person="Bob", seat="i"))

    assert elsewhere(given, seats_in(given, ())) == {0}
    assert names(given, taking_part(given, Who(), (Who(people=("cid",)),), ())) == ["Dan"]
    assert names(given, taking_part(given, Who(), (), ("rostrum",))) == ["Ann", "Cid", "Dan"]


@pytest.mark.parametrize(("seats", "out"), [("ia", set()), ("ab", {3})])
def test_a_zone_sends_people_away_only_if_it_lies_outside(seats, out):
    """A zone that has a seat inside leaves the choice open."""
    given = problem(STAGE, [ANN, BOB, CID, DAN], Zone(who=Who(people=("dan",)), where=Where(seats=tuple(seats))))

    assert elsewhere(given, seats_in(given, ("hall",))) == out


def test_priced_rules_send_nobody_away():
    """Only a must is certain before the fact."""
    zone = Zone(who=Who(people=("dan",)), where=Where(areas=("rostrum",)), priority=1)
    given = problem(STAGE, [ANN, BOB, CID, DAN], zone)

    assert elsewhere(given, seats_in(given, ("hall",))) == set()


@pytest.mark.parametrize(
    ("presider", "side", "place"),
    [("center", "right", "c"), ("row_end", "right", "d"), ("row_end", "left", "b"), ("by_rank", "right", None)],
)
def test_the_convention_fixes_the_presider(presider, side, place):
    """Three people on five chairs: centre c, ends b and d; by rank 3 the row is reached, so nothing is fixed."""
    people = [ANN, BOB, person("Pia", "", "presider", rank=3)]
    given = problem(STAGE, people, presider=presider, presider_side=side)
    fixed = fixed_presiders(given, "rostrum", np.arange(3), "rank")

    assert letters(given, fixed.values()) == (place or "")


def test_a_presider_of_low_rank_takes_the_lowest_seat_of_row_1():
    """Row 1 has two chairs and Pia is third: hers is the second chair (1.9, mark D)."""
    people = [ANN, BOB, person("Pia", "", "presider", rank=3)]
    given = problem(room(rostrum=("ab", "cd")), people)

    assert letters(given, ladder(given, ("rostrum",), np.arange(3))[:2]) == "ba"
    assert letters(given, fixed_presiders(given, "rostrum", np.arange(3), "rank").values()) == "a"


def test_a_presider_among_equals_reaches_row_1():
    """Pia shares rank 2 with Bob: either may sit in row 1, so her seat is not fixed."""
    people = [ANN, BOB, person("Pia", "", "presider", rank=2)]
    given = problem(room(rostrum=("ab", "cd")), people)

    assert fixed_presiders(given, "rostrum", np.arange(3), "rank") == {}


def test_seats_of_pinned_people_are_passed_over():
    """A guest is pinned to the end of the row: the presider takes the end of what is left."""
    people = [ANN, person("Pia", "", "presider", rank=2), DAN]
    given = problem(room(rostrum=("abc",)), people, Pin(person="Dan", seat="c"), presider="row_end")

    assert letters(given, fixed_presiders(given, "rostrum", np.array([0, 1]), "rank").values()) == "b"


def test_pins_may_take_the_whole_front_row():
    """Then the convention fixes nothing."""
    people = [ANN, person("Pia", "", "presider", rank=2)]
    given = problem(room(rostrum=("a", "b")), people, Pin(person="Ann", seat="a"), presider="center")

    assert fixed_presiders(given, "rostrum", np.array([1]), "rank") == {}


def test_the_front_row_passes_over_rows_that_are_kept_empty():
    """Row 1 is reserved for flowers: row 2 is the front row."""
    given = problem(room(rostrum=("ab", "cd")), [ANN], Reserve(where=Where(rows=(1,))))

    assert set(letters(given, front_row(given, "rostrum", np.arange(1)))) == set("cd")


def test_groups_take_precedence_by_order_or_by_the_list():
    """Delegations follow `Group.order`; countries follow the people."""
    given = problem(
        room("ab"),
        [person("Ann", "north", attributes=(("country", "fr"),)), person("Bob", "south")],
    )

    assert group_names(given, "group") == {"north": "North", "south": "South"}
    assert group_names(given, "country") == {"fr": "fr"}
