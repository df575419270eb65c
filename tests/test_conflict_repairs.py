"""Repairs are small, said in plain words, and come with a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from seatplan.conflict import find_repairs
from seatplan.conflict import repairs as module
from seatplan.conflict.room import with_chairs
from seatplan.people import Group, Person, Roster, Who
from seatplan.problem import Problem
from seatplan.rules import Accessible, Apart, Grouping, Pin, Prefer, Together, Zone
from seatplan.rules.base import Statute
from seatplan.solve import solve
from seatplan.solvers import Control
from seatplan.venue import Area, Seat, Venue, Where, from_drawing
from tests.rooms import people, problem, row
from tests.rules.rooms import room


def kinds(repairs) -> list[tuple]:
    return [(r.kind, r.rules, r.cost) for r in repairs]


def the(repairs, kind: str):
    return next(r for r in repairs if r.kind == kind)


def test_a_delegation_may_split_once():
    """X has three people, and between the aisles are two seats each."""
    crowd = tuple(Person(f"p{i}", f"P{i}", group="x") for i in range(3))
    rules = [Grouping(shape="block", across_aisles=False)]
    case = problem(row("ab eg hi"), crowd, *rules, groups=(Group("x", "X", 1),))

    repairs = find_repairs(case)

    split = the(repairs, "break")
    assert (split.cost, split.proven) == (1, True)
    assert split.sentence().startswith("Let rule 1 “")
    assert "be broken once: " in split.sentence()
    assert "is cut off from the rest of X" in split.sentence()
    assert "破例1次" in split.sentence("zh")
    across = the(repairs, "relax")
    assert across.repaired.rules[0].across_aisles
    assert solve(across.repaired).status == "optimal"


def test_one_more_wheelchair_space():
    """Two of three wheelchair users must sit in the second row, which has one space."""
    crowd = [*people("Ann", "Bob", needs=frozenset({"wheelchair"})), *people("Cid")]
    rules = [Accessible(), Zone(who=Who(people=("Ann", "Bob")), where=Where(rows=(2,)))]
    case = problem(room("abA", "efG"), tuple(crowd), *rules)

    space = the(find_repairs(case), "spaces")

    assert space.cost == 1
    assert len(space.places) == 1
    assert space.sentence().startswith("Make 1 more wheelchair space: 2-")
    assert space.sentence("zh").startswith("增设1个轮椅席位：2-")
    assert solve(space.repaired).status == "optimal"


def test_one_more_seat_for_three_people_in_a_row_of_two():
    case = problem(room("ab"), people("Ann", "Bob", "Cid"))

    [chair] = find_repairs(case)

    assert (chair.kind, chair.cost, chair.places) == ("chairs", 1, ("1-2+1",))
    assert chair.sentence() == "Put 1 more seat: 1-2+1."
    assert chair.sentence("zh") == "增加1个座位：1-2+1。"
    assert len(chair.plan.seats) == 3


def test_a_chair_is_put_where_the_row_is_open():
    """A wall stands at the right of the row, so the chair comes to its left."""
    wall = frozenset({"right"})
    seats = (Seat("a", "A", "h", 1, 1, -0.5), replace(Seat("b", "B", "h", 1, 2, 0.5), walls=wall))
    venue = Venue("Room", seats, (Area("h", "Hall", "hall"),))

    rooms = list(with_chairs(venue, [0], 1))

    assert [(r.seats[-1].position, r.seats[-1].label) for r in rooms] == [(-1.5, "A+1")]


def test_a_pin_is_loosened():
    rules = [Pin(person="Ann", seat="a"), Pin(person="Bob", seat="h"), Together(sets=(("Ann", "Bob"),))]
    case = problem(row("abegh"), people("Ann", "Bob"), *rules)

    repairs = find_repairs(case)

    drops = [r.sentence() for r in repairs if r.kind == "drop"]
    assert "Unpin: drop rule 1 “Ann must sit on seat a”." in drops
    assert {r.rules for r in repairs} == {(0,), (1,), (2,)}
    assert all(r.cost == 1 for r in repairs)


def test_a_measure_is_loosened_as_little_as_will_do():
    """Ann keeps row 1; Bob must be at most 0 rows behind it and find his place in row 3."""
    rules = [
        Prefer(who=Who(people=("Bob",)), near="front", up_to=0, priority="must"),
        Zone(who=Who(people=("Bob",)), where=Where(rows=(3, 4))),
    ]
    case = problem(room("ab", "ef", "gh", "ij"), people("Ann", "Bob"), *rules)

    relaxed = the(find_repairs(case), "relax")

    assert relaxed.repaired.rules[0].up_to == 2
    assert relaxed.sentence().startswith("Instead of rule 1 “Bob must sit at most 0 rows behind")


def test_a_distance_is_shortened_as_little_as_will_do():
    """The two ends of the row are 1.65 m apart; 1.7 m are asked for."""
    case = problem(room("abcd"), people("Ann", "Bob"), Apart(sets=(("Ann", "Bob"),), metres=2.0))

    relaxed = the(find_repairs(case), "relax")

    assert relaxed.repaired.rules[0].metres == 1.6


def test_two_conflicts_need_two_changes():
    rules = [
        Together(sets=(("Ann", "Bob"),)),
        Apart(sets=(("Ann", "Bob"),)),
        Pin(person="Cid", seat="h"),
        Zone(who=Who(people=("Dan", "Eve")), where=Where(seats=("g", "h"))),
    ]
    case = problem(row("abegh"), people("Ann", "Bob", "Cid", "Dan", "Eve"), *rules[:2], rules[2])
    repairs = find_repairs(case)
    assert {r.rules for r in repairs} == {(0,), (1,)}

    more = [*rules[:2], Together(sets=(("Cid", "Dan"),)), Apart(sets=(("Cid", "Dan"),))]
    repairs = find_repairs(problem(row("abegh"), people("Ann", "Bob", "Cid", "Dan"), *more))

    assert {r.rules for r in repairs} == {(0, 2), (0, 3), (1, 2), (1, 3)}
    assert all(r.cost == 2 for r in repairs)
    assert "rule 1 “" in repairs[0].sentence()
    assert " and rule 3 “" in repairs[0].sentence()


def test_a_conflict_behind_the_known_ones_is_met_too():
    """Only one conflict is passed on; the repairs end both."""
    rules = [
        Together(sets=(("Ann", "Bob"),)),
        Apart(sets=(("Ann", "Bob"),)),
        Together(sets=(("Cid", "Dan"),)),
        Apart(sets=(("Cid", "Dan"),)),
    ]
    case = problem(row("abegh"), people("Ann", "Bob", "Cid", "Dan"), *rules)
    [first, _] = module.find_conflicts(case)

    repairs = find_repairs(case, [first])

    assert repairs
    assert all(solve(r.repaired).plan.unseated == {} for r in repairs)


@dataclass(frozen=True, kw_only=True)
class Grudging(Zone):
    """A user's rule that knows how to yield."""

    def weaker(self, given) -> Iterator[Statute]:
        yield replace(self, where=Where(seats=("a", "b")))


def test_a_rule_of_a_users_own_may_say_how_it_yields():
    """Ann sits on a and Bob on e, side by side: the user's rule offers b as well."""
    rules = [
        Grudging(who=Who(people=("Ann",)), where=Where(seats=("a",))),
        Pin(person="Bob", seat="e"),
        Together(sets=(("Ann", "Bob"),)),
    ]

    relaxed = the(find_repairs(problem(row("abe"), people("Ann", "Bob"), *rules)), "relax")

    assert relaxed.rules == (0,)
    assert relaxed.plan.seat_of("ann") == "b"


def test_a_wish_that_can_be_fulfilled_is_said_to_be_one():
    """Reserved seats count as places of the order while nobody reserves them: as a wish, both are kept."""
    sentence = module.Repair(
        "break", (0,), 0, True, None, None, problem=problem(row("ab"), people("Ann"), Pin(person="Ann", seat="a"))
    )

    assert sentence.sentence() == "Let rule 1 “Ann must sit on seat a” be a wish: a plan fulfils it."
    assert sentence.sentence("zh") == "将规则1“Ann坐在a”改为尽量满足，即可全部满足。"


def test_a_problem_with_a_plan_needs_no_repair():
    assert find_repairs(problem(row("ab"), people("Ann"))) == ()


def test_when_time_is_up_what_was_found_is_returned():
    rules = [Together(sets=(("Ann", "Bob"),)), Apart(sets=(("Ann", "Bob"),))]
    case = problem(row("abe"), people("Ann", "Bob"), *rules)
    clashes = module.find_conflicts(case)
    control = Control()
    control.stop.set()

    assert find_repairs(case, clashes, control=control) == ()


def test_nobody_is_told_to_put_dozens_of_chairs_at_the_ends_of_rows():
    crowd = Roster(tuple(Person(str(i), f"P{i}") for i in range(30)))
    assert not find_repairs(Problem(from_drawing("abcd", language="en"), crowd))


def test_new_chairs_are_named_after_the_chair_that_ends_the_row():
    crowd = Roster(tuple(Person(str(i), f"P{i}") for i in range(5)))
    [repair] = find_repairs(Problem(from_drawing("ab", language="en"), crowd))
    assert repair.kind == "chairs"
    assert repair.places == ("b+1", "a+2", "b+3")
