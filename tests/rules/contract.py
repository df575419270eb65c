"""The contract of every rule: `lower` says before the fact exactly what `check` says after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

import numpy as np

from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.rules import Statute
from seatplan.terms import Cost, Domain, Term, amount


def differences(problem: Problem, rule: Statute, terms: Iterable[Term]) -> Iterator[tuple[int, int, Plan]]:
    """Yield what the terms say, what `check` says, and the plan, for each plan on which they do not agree.

    All plans are tried that give everybody one seat and no seat to two people. As 0 is one of the amounts, no
    difference means that both admit the same set of plans.
    """
    found = list(terms)
    for seats in permutations(range(len(problem.venue.seats)), len(problem.people)):
        seat_of = np.array(seats, dtype=np.intp)
        plan = Plan.of(problem, seat_of)
        before = sum(amount(term, seat_of) for term in found)
        after = [violation.amount for violation in rule.check(problem, plan)]
        assert all(price > 0 for price in after), "a violation has an amount of at least 1"
        if before != sum(after):
            yield before, sum(after), plan


def right_kinds(rule: Statute, terms: Iterable[Term]) -> bool:
    """Solvers read a domain as a must and a cost as a price."""
    wrong = Cost if rule.priority == "must" else Domain
    return not any(isinstance(term, wrong) for term in terms)


def tells_plans_apart(problem: Problem, terms: Iterable[Term]) -> bool:
    """Tell whether two plans have different amounts: otherwise an instance shows little."""
    plans = permutations(range(len(problem.venue.seats)), len(problem.people))
    amounts = (sum(amount(term, np.array(plan)) for term in terms) for plan in plans)
    first = next(amounts)
    return any(other != first for other in amounts)
