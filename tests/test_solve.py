"""`solve` gives everybody a seat or says why not, and never claims more than it proved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from seatplan.audit import audit
from seatplan.errors import EncodingError, InputError
from seatplan.people import Person, Who
from seatplan.plan import Plan, Violation
from seatplan.result import Status
from seatplan.rules import Apart, Pin, Prefer, Reserve, RostrumPlacement, Statute, Together, Zone
from seatplan.solve import solve
from seatplan.solvers import Control
from seatplan.terms import Cost, Domain
from seatplan.venue import Where
from tests.rooms import people, problem, room, row


def seats_of(result, *names: str) -> list[str]:
    return [result.plan.seat_of(name) for name in names]


def test_three_leaders_sit_two_one_three_on_a_domestic_rostrum():
    """protocol.md G-02: N = 3, left honoured, occupants' view 2 1 3."""
    leaders = tuple(Person(f"p{i}", f"Leader {i}", rank=i, category="leader") for i in (1, 2, 3))
    case = problem(room(), leaders, RostrumPlacement(area="rostrum", who=Who(categories=("leader",))))

    result = solve(case)

    by_position = sorted(leaders, key=lambda p: case.venue.seat(result.plan.seat_of(p.id)).position)
    assert [p.rank for p in by_position] == [2, 1, 3]
    assert result.status is Status.OPTIMAL


def test_absent_and_reserve_people_are_listed_with_their_reason():
    roster = (*people("Ann"), *people("Bob", status="absent"), *people("Cid", status="reserve"))

    plan = solve(problem(row("ab"), roster)).plan

    assert set(plan.seats) == {"ann"}
    assert dict(plan.unseated) == {"bob": "absent", "cid": "reserve"}


def test_the_first_tier_is_never_sold_for_the_second():
    """Ann wants seat a (tier 1, weight 1); Bob wants it, too (tier 2, weight 100)."""
    wish = [
        Pin(person="Ann", seat="a", priority=1),
        Pin(person="Bob", seat="a", priority=2, weight=100),
    ]

    result = solve(problem(row("ab"), people("Ann", "Bob"), *wish))

    assert seats_of(result, "ann", "bob") == ["a", "b"]
    assert [(t.tier, t.value, t.bound) for t in result.tiers] == [(1, 0, 0), (2, 100, 100)]


def test_parts_that_share_nothing_are_solved_apart_and_added_up():
    halves = [
        Zone(who=Who(people=("Ann",)), where=Where(seats=("a", "b")), only=True),
        Zone(who=Who(people=("Bob",)), where=Where(seats=("e", "g")), only=True),
        Pin(person="Ann", seat="e", priority=1),
        Pin(person="Bob", seat="a", priority=1),
    ]

    result = solve(problem(row("abeg"), people("Ann", "Bob"), *halves))

    assert len(result.parts) == 2
    assert [(t.value, t.bound) for t in result.tiers] == [(2, 2)]


def test_more_people_than_seats_is_said_before_any_search():
    result = solve(problem(row("ab"), people("Ann", "Bob", "Cid")))

    assert result.status is Status.INFEASIBLE
    assert result.conflict.sentences == ("3 people must be seated and there are 2 seats",)
    assert set(result.plan.unseated) == {"ann", "bob", "cid"}


def test_a_conflict_names_only_the_rules_that_clash():
    """Ann next to Bob, Ann apart from Bob; the pin of Cid has nothing to do with it."""
    rules = [
        Pin(person="Cid", seat="g"),
        Together(sets=(("Ann", "Bob"),)),
        Apart(sets=(("Ann", "Bob"),)),
    ]
    case = problem(row("abeg"), people("Ann", "Bob", "Cid"), *rules)

    conflict = solve(case).conflict

    assert conflict.rules == (1, 2)
    assert conflict.confirmed
    assert conflict.minimal
    assert solve(case.without([case.rules[1]])).status is Status.OPTIMAL


def test_a_pin_on_a_reserved_seat_is_refused_before_any_search():
    rules = [Reserve(where=Where(seats=("b",))), Pin(person="Ann", seat="b")]

    with pytest.raises(InputError, match="seat 'b' is reserved"):
        problem(row("abe"), people("Ann"), *rules)


def test_no_time_gives_no_plan_and_everybody_a_reason():
    case = problem(row("abeg"), people("Ann", "Bob"), Together(sets=(("Ann", "Bob"),)))

    result = solve(case, time_limit=0.0)

    assert result.status is Status.UNKNOWN
    assert result.stopped == "time limit"
    assert set(result.plan.unseated) == {"ann", "bob"}
    assert result.tiers == ()


def test_an_interrupted_search_says_so():
    control = Control()
    control.stop.set()

    result = solve(problem(row("abeg"), people("Ann", "Bob"), Together(sets=(("Ann", "Bob"),))), control=control)

    assert result.stopped == "interrupted"


def test_the_same_seed_gives_the_same_plan():
    case = problem(room(), people(*(f"P{i}" for i in range(12))), Together(sets=(("P1", "P2"), ("P3", "P4"))))

    assert solve(case, seed=3).plan == solve(case, seed=3).plan


@dataclass(frozen=True, kw_only=True)
class Lying(Statute):
    """A rule of a user whose price before and after the fact differ."""

    priority: int = 1

    def lower(self, problem):
        yield Cost(np.arange(len(problem.people)), np.ones(len(problem.venue.seats), dtype=np.intp))

    def check(self, problem, plan):
        return ()

    def sentence(self, problem, lang="en"):
        return "lies"


@dataclass(frozen=True, kw_only=True)
class Strict(Lying):
    """A rule of a user that must hold and forgets to say so to the solver."""

    priority: str = "must"

    def lower(self, problem):
        return [Domain(np.array([0]), np.arange(len(problem.venue.seats)))]

    def check(self, problem, plan):
        return [Violation(self, ("ann",), ("a",))]


@pytest.mark.parametrize("rule", [Lying(), Strict()])
def test_a_rule_whose_lower_and_check_differ_is_found_out(rule):
    with pytest.raises(EncodingError):
        solve(problem(row("ab"), people("Ann"), rule))


def test_a_pin_overrides_rank_and_the_report_lists_what_it_breaks():
    """protocol.md rule 60: the lowest leader is pinned to the centre."""
    leaders = tuple(Person(f"p{i}", f"Leader {i}", rank=i, category="leader") for i in (1, 2, 3))
    centre = next(s for s in room().seats if s.area == "rostrum" and s.position == 0)
    rules = [RostrumPlacement(area="rostrum", who=Who(categories=("leader",))), Pin(person="p3", seat=centre.id)]
    case = problem(room(), leaders, *rules)

    result = solve(case)
    report = audit(case, result.plan)

    assert result.plan.seat_of("p3") == centre.id
    assert report.clean
    assert report.overridden


def test_a_plan_made_by_hand_is_judged_like_any_other():
    case = problem(row("ab"), people("Ann", "Bob"), Prefer(who=Who(people=("Ann",)), near="front", priority=1))

    report = audit(case, Plan({"ann": "a", "bob": "a", "eve": "b"}))

    assert not report.clean
    assert "2 people sit on 'a': ann, bob" in report.account
    assert "'eve' is not in the roster" in report.account


def test_progress_is_told_with_value_and_bound():
    told = []
    case = problem(
        room(), people(*"ABCDEF"), Together(sets=(("A", "B"),)), Pin(person="C", seat="Row 1 Seat 1", priority=1)
    )

    solve(case, listener=told.append)

    assert any("value 0, bound 0" in news.note for news in told)


def test_an_audit_survives_pins_without_which_the_rostrum_is_too_small():
    """Two chairs, three leaders, one of them pinned into the hall: dropping the pin leaves no room."""
    leaders = tuple(Person(f"p{i}", f"Leader {i}", rank=i, category="leader") for i in (1, 2, 3))
    venue = room("\n  rr\n\nab\n")
    rules = [RostrumPlacement(area="rostrum", who=Who(categories=("leader",))), Pin(person="p2", seat="a")]
    case = problem(venue, leaders, *rules)

    result = solve(case)

    assert result.plan.seat_of("p2") == "a"
    assert audit(case, result.plan).clean


def test_a_pinned_person_does_not_tie_parts_together():
    rules = [Pin(person="Ann", seat="a"), Zone(who=Who(people=("Bob",)), where=Where(seats=("b", "e")))]

    assert len(solve(problem(row("abeg"), people("Ann", "Bob"), *rules)).parts) == 2
