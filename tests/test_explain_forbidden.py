"""Delegations in bands: whether there is a plan, and which rules forbid a seat, as brute force says."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seatplan.conflict.in_bands import Early, bands_of, seat_in_bands
from seatplan.explain.forbidden import forbidding
from seatplan.solvers import Control
from seatplan.terms import Bands, Domain, Model, Ordered, Pair, Region, Statement, amount
from tests.solvers.models import admitted, terms

QUIET = settings(deadline=None, max_examples=120, derandomize=True)


@st.composite
def delegations(draw) -> Model:
    """Two or three groups in bands of up to seven seats, each statement of a rule of its own."""
    seats = draw(st.integers(5, 7))
    people = draw(st.integers(3, 5))
    line = np.sort(np.array(draw(st.lists(st.integers(0, 4), min_size=seats, max_size=seats))))
    ends = sorted(draw(st.sets(st.integers(1, people - 1), min_size=1, max_size=2)))
    groups = tuple(np.split(np.arange(people), ends))
    found = [Bands(groups, line, ordered=True)]
    for members in groups:
        for _ in range(draw(st.integers(0, 2)) if len(members) > 1 else 0):
            term = draw(terms(len(members), seats, (Domain, Ordered, Pair, Region)))
            found.append(_of(term, members))
    return Model(people, seats, tuple(Statement(term, rule=rule) for rule, term in enumerate(found)))


def _of(term, members):
    """Return a term of the first people as one of some others."""
    match term:
        case Domain(people, seats):
            return Domain(members[people], seats)
        case Ordered(classes, score):
            return Ordered(tuple(members[people] for people in classes), score)
        case Pair(pairs, relation, wanted):
            return Pair(members[pairs], relation, wanted)
        case Region(people, edges):
            return Region(members[people], edges)


def possible(model: Model) -> bool:
    return next(admitted(model), None) is not None


@given(delegations())
@QUIET
def test_groups_as_early_as_they_can_be_find_a_plan_if_there_is_one(model):
    assert bands_of(model) is not None
    plan = Early(model, Control()).plan()
    assert plan is not None
    assert bool(len(plan)) == possible(model)
    if len(plan):
        assert not any(amount(s.term, plan) for s in model.statements)
    verdict = seat_in_bands(model, Control())
    assert verdict is None or verdict.feasible == possible(model)


@given(delegations(), st.data())
@QUIET
def test_the_rules_that_forbid_a_seat_leave_no_plan_and_each_of_them_is_needed(model, data):
    plan = next(admitted(model), None)
    assume(plan is not None)
    person, seat = data.draw(st.integers(0, model.people - 1)), data.draw(st.integers(0, model.seats - 1))
    fix = Statement(Domain(np.array([person]), np.array([seat])))
    fixed = Model(model.people, model.seats, (*model.statements, fix))
    found = forbidding(fixed, np.array(plan), person, Control())
    assert (found is None) == possible(fixed)
    if found is not None:
        rules, minimal = found
        assert not possible(_only(fixed, rules))
        assert not minimal or all(possible(_only(fixed, rules - {rule})) for rule in rules)


def _only(model: Model, rules: frozenset[int]) -> Model:
    kept = tuple(s for s in model.statements if s.rule in rules or s.rule < 0)
    return Model(model.people, model.seats, kept)


def test_the_second_group_cannot_come_before_the_first():
    """Three columns of one seat for two groups of one: the first cannot sit on the last, because of the bands."""
    lines = Bands((np.array([0]), np.array([1])), np.arange(3), ordered=True)
    anywhere = Domain(np.array([0, 1]), np.arange(3))
    fix = Domain(np.array([0]), np.array([2]))
    model = Model(2, 3, (Statement(lines, rule=0), Statement(anywhere, rule=1), Statement(fix)))
    assert forbidding(model, np.array([0, 1]), 0, Control()) == (frozenset({0}), True)
