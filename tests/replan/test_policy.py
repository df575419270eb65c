"""What each policy does with a gap, seat by seat, as drawn."""

from __future__ import annotations

import pytest

from seatplan.errors import InputError
from seatplan.people import Group, Person, Roster, Who
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import Changes, replan
from seatplan.result import Status
from seatplan.rules import InnerOrder, RankOrder, RostrumPlacement, Together
from seatplan.rules.facts import ladder
from seatplan.solve import solve
from seatplan.venue import from_drawing

HALL = from_drawing("=\nabef\nghij", language="en")


def crowd(count: int) -> Roster:
    names = ("Ann", "Bob", "Cid", "Dan", "Eve", "Fay", "Gus")[:count]
    return Roster(tuple(Person(n, n, rank=i) for i, n in enumerate(names, 1)))


def laid(problem: Problem, seats: str) -> Plan:
    """Give the people, as listed, the seats of these letters."""
    return Plan({p.id: seat for p, seat in zip(problem.people, seats, strict=True)})


def after(problem: Problem, seats: str, changes: Changes, **options):
    return replan(problem, laid(problem, seats), changes, **options)


def ranked(count: int = 6, *, priority="must") -> tuple[Problem, str]:
    problem = Problem(HALL, crowd(count), (RankOrder(areas=("hall",), priority=priority),))
    order = ladder(problem, ("hall",), problem.select(Who()))
    return problem, "".join(HALL.seats[s].id for s in order.tolist()[:count])


def test_back_fill_moves_everybody_behind_one_seat_up_where_order_is_a_must():
    problem, seats = ranked()

    found = after(problem, seats, Changes(absent=("Bob",)), policy="back-fill")

    assert found.best.moves == found.best.bound == 4
    assert [found.plan.seats[n] for n in ("Ann", "Cid", "Dan", "Eve", "Fay")] == list(seats[:5])


def test_back_fill_fills_the_gap_from_the_end_where_order_only_has_a_price():
    problem, seats = ranked(priority=1)

    fewest, strict = after(problem, seats, Changes(absent=("Bob",)), policy="back-fill").options

    assert (fewest.moves, strict.moves) == (1, 4)
    assert set(fewest.plan.seats.values()) == set(seats[:5])
    assert fewest.tiers[0].value > strict.tiers[0].value == 0


def test_close_up_leaves_the_gap_at_the_end_of_the_row():
    problem, seats = ranked(7)

    found = after(problem, seats, Changes(absent=("Bob",)), policy="close-up")

    assert found.best.moves == 2
    assert set(found.plan.seats.values()) == set(seats) - {seats[3]}


def test_leave_empty_moves_nobody_and_newcomers_do_not_take_the_chair():
    problem, seats = ranked(4)

    found = after(
        problem,
        seats,
        Changes(absent=("Bob",), arrivals=(Person("New", "New", rank=9),)),
        policy="leave-empty",
    )

    assert found.best.moves == 0
    assert seats[1] not in found.plan.seats.values()
    assert found.plan.unseated["Bob"] == "absent"


def test_nobody_gets_from_the_hall_to_a_gap_on_the_rostrum():
    venue = from_drawing("===\nrrr\n\nabe", language="en")
    problem = Problem(venue, Roster(tuple(Person(n, n, rank=i) for i, n in enumerate("uvwxyz", 1))))
    stage = [s.id for s in venue.seats if s.area == "rostrum"]
    plan = Plan(dict(zip("uvwxyz", (*stage, "a", "b", "e"), strict=True)))

    for policy in ("back-fill", "close-up", "leave-empty"):
        found = replan(problem, plan, Changes(absent=("u",), arrivals=(Person("n", "n", rank=1),)), policy=policy)
        if found.options:
            areas = {p: venue.seat(s).area for p, s in found.plan.seats.items()}
            assert areas["v"] == areas["w"] == "rostrum"
            assert {areas[p] for p in "xyz"} == {"hall"}


def test_a_rostrum_that_a_rule_lays_is_laid_anew():
    venue = from_drawing("===\nrrr\n\nabe", language="en")
    people = tuple(Person(n, n, rank=i, category="p") for i, n in enumerate("uvw", 1))
    problem = Problem(venue, Roster(people), (RostrumPlacement(area="rostrum", who=Who(categories=("p",))),))
    plan = solve(problem).plan
    found = replan(problem, plan, Changes(absent=("v",)))

    assert found.status is Status.OPTIMAL
    assert found.best.report.clean
    kept = replan(problem, plan, Changes(absent=("v",)), policy="leave-empty")
    assert kept.best.moves == 0
    assert not kept.best.report.clean  # the gap itself: told, not hidden


def test_untouched_ranks_stay_and_the_gap_before_them_stays_too():
    problem, seats = ranked()

    found = after(problem, seats, Changes(absent=("Bob",)), untouched=3)

    assert found.plan.seats["Cid"] == seats[2]
    assert found.best.moves == 0
    behind = after(problem, seats, Changes(absent=("Dan",)), untouched=3)
    assert behind.best.moves == 2


def test_people_who_are_tied_together_are_not_moved_up():
    hall = from_drawing("=\nabefghij", language="en")
    roster = crowd(4)
    problem = Problem(hall, roster, (Together(sets=(("Cid", "Dan"),)), RankOrder(areas=("hall",), priority=1)))
    plan = Plan({"Ann": "a", "Bob": "b", "Cid": "e", "Dan": "f"})

    found = replan(problem, plan, Changes(absent=("Ann",)))

    assert {c.person for c in found.best.moved} <= {"Bob"}


def test_a_delegation_fills_its_own_gaps():
    roster = Roster(
        tuple(Person(n, n, group="x" if n in "abc" else "y") for n in "abcdef"),
        (Group("x", "X", 1), Group("y", "Y", 2)),
    )
    problem = Problem(HALL, roster, (InnerOrder(),))
    plan = Plan({"a": "a", "b": "g", "c": "b", "d": "h", "e": "e", "f": "i"})

    found = replan(problem, plan, Changes(absent=("a",)))

    assert found.best.moves == 2
    assert {found.plan.seats[p] for p in "def"} == {"h", "e", "i"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (Changes(absent=("Anne",)), "did you mean 'Ann'"),
        (Changes(absent=("Ann", "Ann")), "named twice"),
        (Changes(absent=("Ann",), ranks={"Ann": 2}), "absent"),
        (Changes(ranks={"Ann": 0}), "whole number"),
        (Changes(arrivals=(Person("Bob", "Bob"),)), "expected already"),
        (Changes(arrivals=(Person("n", "New", group="zz"),)), "'zz' does not exist"),
        (Changes(arrivals=(Person("n", "New", status="absent"),)), "only those who come"),
        (Changes(arrivals=(Person("n", "New"), Person("n", "Other"))), "given twice"),
    ],
)
def test_bad_changes_are_refused(changes, told):
    problem, seats = ranked(3)

    with pytest.raises(InputError, match=told):
        after(problem, seats, changes)


@pytest.mark.parametrize(
    ("seats", "told"),
    [({"Ann": "z"}, "does not exist"), ({"Zoe": "a"}, "not in the roster"), ({"Ann": "a", "Bob": "a"}, "sit on")],
)
def test_a_plan_of_another_event_is_refused(seats, told):
    problem, _ = ranked(3)

    with pytest.raises(InputError, match=told):
        replan(problem, Plan(seats), Changes())


@pytest.mark.parametrize("options", [{"policy": "sideways"}, {"max_moves": -1}, {"untouched": -1}])
def test_bad_options_are_refused(options):
    problem, seats = ranked(3)

    with pytest.raises(InputError):
        after(problem, seats, Changes(), **options)


def test_namesakes_are_told_with_their_ids():
    roster = Roster((Person("1", "李强", unit="北京"), Person("2", "李强", unit="上海")))
    problem = Problem(HALL, roster)

    with pytest.raises(InputError, match=r"2 people are called '李强'.*1 \(北京\), 2 \(上海\)"):
        replan(problem, Plan({"1": "a", "2": "b"}), Changes(absent=("李强",)))


def test_somebody_in_reserve_comes_after_all():
    roster = Roster((Person("1", "Ann"), Person("2", "Bob", status="reserve")))
    problem = Problem(HALL, roster)

    found = replan(problem, Plan({"1": "a"}), Changes(absent=("Ann",), arrivals=(Person("Bob", "Bob"),)))

    assert "2" in found.plan.seats
    assert found.plan.unseated == {"1": "absent"}


def test_what_is_impossible_names_the_rules():
    hall = from_drawing("=\nab e", language="en")
    problem = Problem(hall, crowd(2), (Together(sets=(("Ann", "Bob"),)),))

    found = replan(
        problem, Plan({"Ann": "a", "Bob": "b"}), Changes(arrivals=(Person("n", "New"), Person("m", "More")))
    )

    assert found.status is Status.INFEASIBLE
    assert found.reason == "rules"
