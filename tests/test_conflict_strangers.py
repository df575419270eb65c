"""People who keep apart are counted against seats that touch; conflicts among 500 people are minimal."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.clashes import KINDS, clashing
from seatplan.conflict import feasible, find_conflicts, find_repairs
from seatplan.conflict.strangers import crowded_strangers
from seatplan.conflict.verdict import Proof
from seatplan.people import Who
from seatplan.rules import Apart, Zone
from seatplan.solvers import Control, domains_of
from seatplan.terms import Domain, Model, Pair, Statement
from seatplan.venue import Where, from_drawing
from tests.rooms import people, problem
from tests.solvers.models import admitted, models
from tests.test_conflict_brute_force import QUIET


def rows_of_ten(count: int):
    drawing = "=\n" + "\n".join(["oooooooooo"] * count)
    return from_drawing(drawing, name="Rows", language="en")


def test_28_of_50_people_apart_do_not_fit_into_five_rows_of_ten():
    """A row of ten holds five who sit apart: five rows hold 25."""
    names = [f"P{i}" for i in range(50)]
    case = problem(rows_of_ten(5), people(*names), Apart(who=Who(people=tuple(names[:28]))))

    [clash] = find_conflicts(case)

    assert (clash.rules, clash.proof) == ((0,), Proof.APART)
    assert len(clash.people) == 28
    assert clash.confirmed
    assert clash.minimal
    assert "must keep apart from each other, and" in clash.sentence("en")
    assert "容不下这么多彼此隔开的人" in clash.sentence("zh")


def test_25_of_50_people_apart_do_fit():
    names = [f"P{i}" for i in range(50)]

    assert find_conflicts(problem(rows_of_ten(5), people(*names), Apart(who=Who(people=tuple(names[:25]))))) == ()


def test_a_zone_and_who_keeps_apart_in_it_clash_together_only():
    """Eleven people in two rows of ten: ten fit apart from each other; with another row eleven do."""
    names = [f"P{i}" for i in range(12)]
    who = Who(people=tuple(names[:11]))
    rules = Apart(who=who), Zone(who=who, where=Where(rows=(1, 2)))

    [clash] = find_conflicts(problem(rows_of_ten(3), people(*names), *rules))

    assert (clash.rules, clash.proof, clash.minimal) == ((0, 1), Proof.APART, True)


def test_repairs_of_people_apart_are_confirmed():
    names = [f"P{i}" for i in range(12)]
    who = Who(people=tuple(names[:11]))
    case = problem(rows_of_ten(3), people(*names), Apart(who=who), Zone(who=who, where=Where(rows=(1, 2))))

    repairs = find_repairs(case)

    assert {"break", "drop"} <= {repair.kind for repair in repairs}
    for repair in repairs:
        assert feasible(repair.repaired, Control())
        assert not repair.plan.unseated


@given(models(most=4, kinds=(Domain, Pair)))
@settings(QUIET, max_examples=400)
def test_a_crowd_of_strangers_has_no_plan(model):
    found = crowded_strangers(model, domains_of(model))

    if found is not None:
        assert not list(admitted(model))


@given(st.integers(2, 5), st.integers(3, 6), st.integers(2, 9))
@settings(QUIET, max_examples=60)
def test_in_rows_the_count_is_exact(rows, width, count):
    """Everybody anywhere: they fit if and only if there are not more than every second seat of each row."""
    names = [f"P{i}" for i in range(min(count, rows * width))]
    drawing = "=\n" + "\n".join(["o" * width] * rows)
    case = problem(from_drawing(drawing, language="en"), people(*names), Apart(who=Who(people=tuple(names))))

    found = crowded_strangers(case.model, domains_of(case.model))

    assert (found is None) == (len(names) <= rows * -(-width // 2))


EXPECTED = {
    "neighbours pinned far apart": ((6, 7, 8), Proof.KNOT),
    "three neighbours": ((6, 7, 8), Proof.KNOT),
    "7 people, 6 seats": (tuple(range(6, 13)), Proof.COUNT),
    "21 people, 20 places": ((6, 7), Proof.COUNT),
    "23 people apart, 22 places": ((6, 7), Proof.APART),
    "10 couples in 9 pairs of seats": ((6, 7), Proof.COUPLES),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(KINDS))
def test_among_500_people_the_added_rules_are_the_conflict(kind):
    """The hall has a plan without them, so does the conflict without any one of its rules."""
    case = clashing(kind)

    [clash, *_] = find_conflicts(case, most=1)

    assert (clash.rules, clash.proof) == EXPECTED[kind]
    assert clash.confirmed
    assert clash.minimal
    alone = case.without(rule for i, rule in enumerate(case.rules) if i not in clash.rules)
    assert feasible(alone, Control()) is False
    for index in clash.rules:
        assert feasible(alone.without([case.rules[index]]), Control()) is True


def test_strangers_of_one_domain_are_counted_without_the_others():
    """Three who keep apart, two of them on two touching seats."""
    relation = np.array([[0, 1], [2, 3], [4, 5]])

    apart = Statement(Pair(np.array([[0, 1], [0, 2], [1, 2]]), relation, False))
    model = Model(3, 6, (apart, Statement(Domain(np.array([0, 1]), np.array([2, 3])))))

    found = crowded_strangers(model, domains_of(model))

    assert [part.tolist() for part in found] == [[0, 1], [2, 3]]
