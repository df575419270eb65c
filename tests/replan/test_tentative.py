"""Plans for uncertain guests: brute force over all plans and all subsets says which can stay good."""

from __future__ import annotations

import sys
from itertools import combinations
from math import prod
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import scenarios_of, tentative, tentative_sentences
from seatplan.replan.tentative import _stands, _world
from seatplan.result import Status
from seatplan.rules import Together
from seatplan.terms import Limit, Lone
from seatplan.venue import auditorium, from_drawing
from tests.replan.drawn import drawn
from tests.test_conflict_brute_force import QUIET, plans


def price(problem: Problem, plan: Plan) -> tuple[int, ...]:
    return tuple(audit(problem, plan).tiers.values())


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=60)
def test_the_plan_stays_good_where_brute_force_finds_one_and_is_the_cheapest(seed):
    problem, chance = drawn(seed).problem, Random(seed)
    if any(isinstance(s.term, Lone | Limit) and s.tier == 0 for s in problem.model.statements):
        return  # judged by the audit alone, never called optimal
    ids = [p.id for p in problem.people]
    maybe = chance.sample(ids, min(len(ids), chance.choice((1, 2, 2))))
    worlds = {some: _world(problem, some) for n in range(len(maybe) + 1) for some in combinations(maybe, n)}
    left, kept = list(plans(problem)), []
    for some, world in worlds.items():
        good = [plan for plan in left if _stands(world, plan)]
        if good:
            left, kept = good, [*kept, some]

    found = tentative(problem, dict.fromkeys(maybe))

    if not kept:
        assert found.plan is None
        return
    assert [s.absent for s in found.kept] == kept
    assert {s.absent for s in found.lost} == set(worlds) - set(kept)
    assert tuple(t.value for t in found.tiers) == min(price(problem, plan) for plan in left)
    assert found.status is Status.OPTIMAL
    for effect in found.effects:
        assert effect.stands == ((effect.person,) in kept)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=80)
def test_the_likeliest_subsets_are_those_of_brute_force(seed):
    chance = Random(seed)
    maybe = {f"p{i}": chance.choice((0.1, 0.25, 0.5, 0.7, 0.9, chance.uniform(0.01, 0.99))) for i in range(5)}
    most = chance.randint(1, 32)

    found = scenarios_of(maybe, most)

    every = [set(some) for n in range(6) for some in combinations(maybe, n)]
    weight = [prod(p if name in some else 1 - p for name, p in maybe.items()) for some in every]
    likeliest = sorted(weight, reverse=True)[:most]
    assert len({s.absent for s in found}) == most
    assert [s.likelihood for s in found] == pytest.approx(likeliest)
    for scenario in found:
        assert scenario.likelihood == pytest.approx(weight[every.index(set(scenario.absent))])


def test_each_absence_is_told_with_its_moves_and_plates():
    from seatplan.rules import RankOrder

    roster = Roster(tuple(Person(n, n, rank=i) for i, n in enumerate(("Ann", "Bob", "Cid"), 1)))
    problem = Problem(from_drawing("=\nabe", language="en"), roster, (RankOrder(areas=("hall",)),))

    found = tentative(problem, {"Ann": 0.4, "Cid": 0.1})

    assert [(e.person, e.stands, e.moves, e.bound) for e in found.effects] == [
        ("Ann", True, 2, 2),
        ("Cid", True, 0, 0),
    ]
    assert {person for person, _ in found.plates} == {"Bob", "Cid"}


def test_a_pair_across_somebody_uncertain_sits_side_by_side_in_any_case():
    roster = Roster(tuple(Person(n, n) for n in ("Ann", "Bob", "Cid")))
    problem = Problem(from_drawing("=\nabe", language="en"), roster, (Together(sets=(("Ann", "Bob", "Cid"),)),))

    found = tentative(problem, {"Bob": None})

    assert [s.absent for s in found.kept] == [(), ("Bob",)]
    seats = found.plan.seats
    assert seats["Bob"] != "b"


@pytest.mark.parametrize(
    ("maybe", "told"),
    [
        ({"Anne": None}, "did you mean 'Ann'"),
        ({"Ann": 1.5}, "between 0 and 1"),
        ({"Ann": 0.5, "Bob": None}, "only some"),
        ({"Cid": None}, "is absent"),
        ({f"p{i}": None for i in range(9)}, "nobody is called"),
    ],
)
def test_bad_guests_are_refused(maybe, told):
    roster = Roster((Person("Ann", "Ann"), Person("Bob", "Bob"), Person("Cid", "Cid", status="absent")))
    problem = Problem(from_drawing("=\nab", language="en"), roster)

    with pytest.raises(InputError, match=told):
        tentative(problem, maybe)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=25)
def test_groups_stand_for_all_subsets_of_the_list(seed):
    """With every group and every union by brute force, where groups are looked at instead of the list."""
    problem, chance = drawn(seed).problem, Random(seed)
    ids = [p.id for p in problem.people]
    maybe = chance.sample(ids, min(len(ids), 3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["seatplan.replan.tentative"], "MOST_GUESTS", 2)
        found = tentative(problem, dict.fromkeys(maybe), policy="leave-empty")
    if found.plan is None or not found.groups or any(len(names) > 2 for names in found.groups):
        return
    every = [some for n in range(len(maybe) + 1) for some in combinations(maybe, n)]
    good = sum(_stands(_world(problem, some), found.plan) for some in every)

    if found.cases is not None:
        assert found.cases[0] <= good if found.lost else found.cases[0] == good
        assert found.cases[1] == 2 ** len(maybe)


def apart(count: int) -> Problem:
    """Return an event whose guests sit in sets of three, side by side; every middle one may stay away."""
    names = [f"{letter}{i}" for i in range(count) for letter in "abc"]
    sets = tuple((f"a{i}", f"b{i}", f"c{i}") for i in range(count))
    venue = auditorium(rows=count, blocks=(3,))
    return Problem(venue, Roster(tuple(Person(n, n) for n in names)), (Together(sets=sets),))


def test_any_number_of_guests_who_do_not_touch_each_other_is_looked_at_one_by_one():
    found = tentative(apart(12), {f"a{i}": None for i in range(12)}, policy="leave-empty")

    assert len(found.groups) == 12
    assert found.cases == (2**12, 2**12)
    told = next(iter(tentative_sentences(found, "en")))
    assert told.startswith("Good with nobody moved in 4,096 of 4,096 cases; absences of 12 groups")
    assert "13 subsets stand for all" in told
