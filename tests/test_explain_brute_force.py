"""On tiny problems, prices and rankings are those that brute force over all plans finds with `check`."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from seatplan.audit import audit
from seatplan.errors import InputError
from seatplan.explain import ledger, recommend, why_here, why_not
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.solve import solve
from tests.rules.instances import STRATEGIES, instances
from tests.test_conflict_brute_force import QUIET, kept, plans

KINDS = tuple(name for name in STRATEGIES if name != "stay")


def mixed(seed: int) -> Problem:
    """Draw a problem with musts and prices in two tiers."""
    chance = Random(seed)
    while True:
        problem = next(instances(chance.choice(KINDS), 1, seed=chance.randrange(10**9))).problem
        more = [STRATEGIES[chance.choice(KINDS)](chance, problem.venue, problem.people) for _ in range(2)]
        rules = [tiered(rule, chance) for rule in (*problem.rules, *more)]
        try:
            return Problem(problem.venue, problem.roster, tuple(rules), problem.convention)
        except InputError:
            continue


def tiered(rule, chance: Random):
    fields = {name: getattr(rule, name) for name in rule.__dataclass_fields__}
    if fields["priority"] != "must":
        fields |= {"priority": chance.choice((1, 1, 2)), "weight": chance.choice((1, 1, 3))}
    return type(rule)(**fields)


def price(problem: Problem, plan: Plan) -> tuple[int, ...]:
    return tuple(audit(problem, plan).tiers.values())


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=150)
def test_why_not_says_the_brute_force_price_of_every_seat(seed):
    """The best plan with the person there, less the plan: in every tier; or that there is no such plan."""
    problem = mixed(seed)
    plan = solve(problem).plan
    if plan.unseated.keys() & problem.person_index.keys():
        return
    every = [p for p in plans(problem) if kept(problem, p)]
    person = problem.people[seed % len(problem.people)].id

    for seat in problem.venue.seats:
        there = [price(problem, p) for p in every if p.seat_of(person) == seat.id]
        answer = why_not(problem, plan, person, seat.id, optimal=seed % 2 == 0)

        assert answer.possible == bool(there)
        if there:
            assert answer.proven
            change = {p.tier: p.change for p in answer.prices if p.change}
            tiers = audit(problem, plan).tiers
            best = dict(zip(tiers, min(there), strict=True))
            assert change == {t: best[t] - tiers[t] for t in tiers if best[t] != tiers[t]}
            assert answer.plan.seat_of(person) == seat.id
            assert price(problem, answer.plan) == min(there)
        else:
            assert answer.conflicts
            assert all(c.confirmed for c in answer.conflicts)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=200)
def test_recommended_seats_are_ranked_as_audits_of_each_seat_rank_them(seed):
    """Broken musts first, then the tiers, then the order of the seats; nobody else moves."""
    problem = mixed(seed)
    plan = Plan({p.id: s.id for p, s in zip(problem.people[1:], problem.venue.seats[::-1], strict=False)})
    guest = problem.people[0].id

    found = recommend(problem, plan, guest, k=99)

    ranked = []
    base = audit(problem, plan)
    for place, seat in enumerate(problem.venue.seats):
        if plan.person_at(seat.id) is None:
            report = audit(problem, Plan({**plan.seats, guest: seat.id}))
            tiers = {t: report.tiers[t] - base.tiers[t] for t in report.tiers if report.tiers[t] != base.tiers[t]}
            key = sum(v.amount for v in report.broken), tuple(report.tiers.values()), place
            ranked.append((key, seat.id, tiers))
    ranked.sort()
    assert [r.seat for r in found] == [seat for _, seat, _ in ranked]
    assert [dict(r.prices) for r in found] == [tiers for _, _, tiers in ranked]


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=150)
def test_alternatives_are_what_audits_of_each_move_find(seed):
    """Each other seat once; broken musts and prices as an audit of the move sees them."""
    problem = mixed(seed)
    chance = Random(seed)
    seats = chance.sample([s.id for s in problem.venue.seats], len(problem.people))
    plan = Plan({p.id: s for p, s in zip(problem.people, seats, strict=True)})
    person = problem.people[0].id
    base = audit(problem, plan)

    found = why_here(problem, plan, person)

    met = [seat for one in found.alternatives for seat in one.seats]
    assert sorted(met) == sorted({s.id for s in problem.venue.seats} - {plan.seat_of(person)})
    for one in found.alternatives:
        for seat in one.seats:
            other = plan.person_at(seat)
            moved = {**plan.seats, person: seat} | ({other: plan.seats[person]} if other else {})
            report = audit(problem, Plan(moved))
            worse = {
                i
                for i, rule in enumerate(problem.rules)
                if rule.priority == "must" and _amount(report, rule) > _amount(base, rule)
            }
            assert set(one.broken) == worse
            if not worse:
                change = {t: report.tiers[t] - base.tiers[t] for t in report.tiers}
                assert dict(one.prices) == {t: c for t, c in change.items() if c}


def _amount(report, rule) -> int:
    return sum(v.amount for v in report.broken if v.rule is rule)


@given(st.integers(0, 10**6))
@settings(QUIET, max_examples=100)
def test_no_plan_undercuts_the_bounds_of_the_ledger(seed):
    """The value of an entry is what the audit counts, its bound the least over all plans that keep the musts."""
    problem = mixed(seed)
    plan = solve(problem).plan
    every = [p for p in plans(problem) if kept(problem, p)]
    if not every:
        return

    for entry, rule in zip(ledger(problem, plan, seconds=None), problem.rules, strict=True):
        if rule.priority != "must":
            least = min(rule.weight * sum(v.amount for v in rule.check(problem, p)) for p in every)
            assert entry.bound == least
            assert entry.value == rule.weight * sum(v.amount for v in rule.check(problem, plan))
            assert entry.computed
