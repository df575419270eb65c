"""Gaps stop before people who keep their seats; what cannot be done is told with the rules that forbid it."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

import numpy as np
import pytest

from seatplan.people import Person, Roster
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.replan import Changes, replan, replan_sentences
from seatplan.replan.blocked import blocking
from seatplan.replan.dealt import dealt
from seatplan.replan.least import moved
from seatplan.replan.orders import Orders
from seatplan.replan.torn import bridged
from seatplan.result import Status
from seatplan.rules import RankOrder, Together
from seatplan.solve import solve
from seatplan.solvers import Control, domains_of
from seatplan.terms import Cost, Count, Domain, Lone, Model, Ordered, Pair, Region, Statement, Term, amount
from seatplan.venue import from_drawing
from tests.replan.test_policy import ranked

NAMES = ("Ann", "Bob", "Cid", "Dan", "Eve")


def with_interpreter(priority) -> tuple[Problem, Plan]:
    """Five people in order; the third has an interpreter, who is in no order."""
    people = [Person(n, n, rank=i) for i, n in enumerate(NAMES, 1)]
    roster = Roster((*people, Person("Zoe", "Zoe", beside="Cid")))
    rules = (RankOrder(areas=("hall",), priority=priority), Together(beside=True))
    problem = Problem(from_drawing("=\nabcefghij", language="en"), roster, rules)
    plan = solve(problem).plan
    assert plan is not None
    return problem, plan


@pytest.mark.parametrize("priority", ["must", 1])
@pytest.mark.parametrize("policy", ["back-fill", "close-up"])
@pytest.mark.parametrize(("gone", "movers"), [("Ann", {"Bob"}), ("Bob", set()), ("Dan", {"Eve"})])
def test_a_gap_stops_before_somebody_with_an_interpreter(priority, policy, gone, movers):
    problem, plan = with_interpreter(priority)

    found = replan(problem, plan, Changes(absent=(gone,)), policy=policy)

    assert found.status is Status.OPTIMAL
    assert {change.person for change in found.best.moved} == movers


def test_a_row_that_nobody_left_is_not_opened_to_close_another_one():
    problem = Problem(
        from_drawing("=\nabef\nghij", language="en"),
        Roster(tuple(Person(n, n, rank=i) for i, n in enumerate((*NAMES, "Fay", "Gus"), 1))),
        (RankOrder(areas=("hall",)),),
    )
    plan = solve(problem).plan
    front = {p for p, seat in plan.seats.items() if problem.venue.seat(seat).row == 1}
    for gone in plan.seats:
        found = replan(problem, plan, Changes(absent=(gone,)), policy="close-up")
        row = 1 if gone in front else 2
        seats = {problem.venue.seat(change.old).row for change in found.best.moved}
        assert seats <= {row}


def test_who_comes_late_fills_the_row_of_whom_they_follow():
    problem, seats = ranked(6)
    plan = Plan({p.id: seat for p, seat in zip(problem.people, seats, strict=True)})
    late = Person("Zed", "Zed", rank=3)

    found = replan(problem, plan, Changes(absent=("Bob",), arrivals=(late,)), policy="close-up")

    assert set(found.plan.seats.values()) == set(seats)


def test_what_cannot_be_done_is_told_with_the_rules_that_forbid_it():
    problem, seats = ranked(6)
    plan = Plan({p.id: seat for p, seat in zip(problem.people, seats, strict=True)})

    squeezed = replan(problem, plan, Changes(absent=("Fay",), ranks={"Eve": 1, "Ann": 2}), untouched=4)
    assert squeezed.status is Status.INFEASIBLE
    assert any("keep their seats" in sentence for sentence in squeezed.conflict)
    assert squeezed.instead is None


def test_another_policy_is_offered_where_one_has_no_plan():
    problem, seats = ranked(6)
    plan = Plan({p.id: seat for p, seat in zip(problem.people, seats, strict=True)})
    found = replan(problem, plan, Changes(absent=("Bob",)))

    told = list(replan_sentences(replace(found, options=(), status=Status.UNKNOWN, instead=found.best), "en"))

    assert told[-1] == "With the policy leave-empty 4 people move."


def test_those_whom_no_seat_is_left_are_named():
    problem, seats = ranked(6)
    plan = Plan({p.id: seat for p, seat in zip(problem.people, seats, strict=True)})
    found = replan(problem, plan, Changes(absent=("Bob",)))
    lost = replace(found, options=(), status=Status.UNKNOWN, reason="room", stranded=("Cid", "Dan"))

    assert "no seat is left for Cid, Dan" in next(replan_sentences(lost, "en"))
    assert "Cid、Dan已无空座" in next(replan_sentences(lost, "zh"))


# Against all plans ---------------------------------------------------------------------------------------------


def drawn_order(chance: Random) -> tuple[Model, np.ndarray]:
    """Draw an order of three or four, some of them equals, with companions, seats to fill and domains."""
    people, seats = chance.randint(3, 5), chance.randint(5, 7)
    inside = list(range(chance.randint(2, people)))
    cut = chance.randrange(len(inside))
    parts = [inside[i : i + 1] for i in range(cut)] + ([inside[cut:]] if chance.random() < 0.4 else [])
    classes = parts if len(parts) > 1 and len(inside[cut:]) < 4 else [[p] for p in inside]
    score = np.array(chance.sample(range(seats), seats))
    terms: list[Term] = [Ordered(tuple(np.array(c) for c in classes), score)]
    edges = np.array([[s, s + 1] for s in range(seats - 1)])
    members = [p for c in classes for p in c]
    others = [p for p in range(people) if p not in members]
    helpers = others[: chance.choice((0, 1, 2))]
    terms += [Pair(np.array([[chance.choice(members), helper]]), edges, wanted=True) for helper in helpers]
    if chance.random() < 0.5:
        fill = np.array(sorted(chance.sample(range(seats), chance.randint(1, len(members) - 1 or 1))))
        terms.append(
            Count(np.array(sorted(chance.sample(members, max(len(fill), 1)))), fill, len(fill), len(fill))
        )
    if chance.random() < 0.4:
        allowed = np.array(sorted(chance.sample(range(seats), chance.randint(2, seats))))
        terms.append(Domain(np.array([chance.randrange(people)]), allowed))
    old = np.array([seat if chance.random() < 0.85 else -1 for seat in chance.sample(range(seats), people)])
    return Model(people, seats, tuple(Statement(t, rule=i) for i, t in enumerate(terms))), old


def all_plans(model: Model) -> list[np.ndarray]:
    every = (np.array(p) for p in permutations(range(model.seats), model.people))
    return [p for p in every if not any(s.tier == 0 and amount(s.term, p) for s in model.statements)]


@pytest.mark.parametrize("seed", range(150))
def test_no_plan_undercuts_an_order_with_its_companions(seed):
    model, old = drawn_order(Random(seed))
    domains = domains_of(model, windows=False)
    stays = (old >= 0) & domains.masks[domains.class_of, old]
    term = model.statements[0].term
    loose = stays.copy()
    loose[np.concatenate(term.classes)] = False
    orders = Orders(model, old, stays, domains, (term,), loose)
    everywhere, price = np.ones(model.seats, dtype=bool), np.zeros(model.seats, dtype=np.intp)
    price[old[loose]] = 1
    price[old[orders.companions]] = 0

    found = orders.fewest(term, everywhere, price)

    every = all_plans(model)
    if found is None:
        assert not every
    elif every:
        assert found[0] <= min(moved(plan, old) for plan in every)


@pytest.mark.parametrize("seed", range(150))
def test_rules_that_block_an_order_are_minimal(seed):
    model, _ = drawn_order(Random(seed))
    orders = Model(model.people, model.seats, tuple(s for s in model.statements if not isinstance(s.term, Pair)))

    rules = blocking(orders)

    if not rules:
        return
    alone = [s for s in orders.statements if s.rule in rules]
    assert not all_plans(Model(model.people, model.seats, tuple(alone)))
    for left_out in set(rules) - {0}:
        less = tuple(s for s in alone if s.rule != left_out)
        assert all_plans(Model(model.people, model.seats, less))


@pytest.mark.parametrize("seed", range(60))
def test_what_is_dealt_has_bounds_that_no_plan_undercuts(seed):
    chance = Random(seed)
    model, _ = drawn_order(chance)
    costs = [
        Statement(Cost(np.array([p]), np.array([chance.randrange(4) for _ in range(model.seats)])), tier=tier)
        for p in range(model.people)
        for tier in (1, 2)
    ]
    seats = np.arange(1, model.seats - 1)
    lone = Statement(Lone(seats, np.column_stack([seats - 1, seats + 1])), tier=2)
    soft = replace(model.statements[0], tier=1)
    whole = Model(model.people, model.seats, (soft, *model.statements[1:], *costs, lone))

    found = dealt(whole, Control())

    every = [
        tuple(sum(s.weight * amount(s.term, plan) for s in whole.statements if s.tier == tier) for tier in (1, 2))
        for plan in all_plans(whole)
    ]
    if found is None:
        return
    if found.seats is None:
        assert not every
        return
    best = min(every)
    assert found.bounds <= best <= found.values
    assert (found.status is Status.OPTIMAL) <= (found.values == best)


def test_who_mends_a_torn_region_is_tied_to_nobody_and_keeps_the_order():
    edges = np.array([[0, 1], [1, 2]])
    terms = (
        Region(np.array([0, 1]), edges),
        Pair(np.array([[0, 3]]), np.array([[0, 4]]), wanted=True),
        Ordered((np.array([0]), np.array([1])), np.arange(5)),
    )
    model = Model(4, 5, tuple(Statement(term) for term in terms))
    seats, nobody = np.array([0, 2, 3, 4]), np.zeros(4, dtype=bool)

    assert bridged(model, seats, nobody, domains_of(model, windows=False)).tolist() == [0, 1, 3, 4]
