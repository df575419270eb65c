"""`Judge`: audits plans of a replan, each only once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import Report, audit
from seatplan.plan import Plan, Violation
from seatplan.problem import Problem
from seatplan.replan.case import Case
from seatplan.replan.orders import kept
from seatplan.terms import Ordered

__all__ = ["Judge"]

Ints = NDArray[np.intp]


class Judge:
    """Audits plans, each only once.

    Parameters
    ----------
    case : Case
    orders : sequence of Ordered
        Orders that must be kept beside the musts.
    """

    def __init__(self, case: Case, orders: Sequence[Ordered] = (), reports: dict[bytes, Report] | None = None):
        self.case, self.orders = case, orders
        self.reports: dict[bytes, Report] = {} if reports is None else reports

    def strictly(self, orders: Sequence[Ordered]) -> Judge:
        """Return a judge for whom these orders are musts."""
        return Judge(self.case, orders, self.reports)

    def report(self, seats: Ints) -> Report:
        """Return what an audit finds."""
        key = seats.tobytes()
        if key not in self.reports:
            plan = Plan.of(self.case.held, seats)
            same = self.case.held is self.case.problem
            self.reports[key] = audit(self.case.held, plan) if same else _checked(self.case.held, plan)
        return self.reports[key]

    def breaches(self, seats: Ints) -> list[Violation]:
        """Return the musts and bounds that a plan breaks."""
        plan = Plan.of(self.case.held, seats)
        extra = (violation for rule in self.case.bounds for violation in rule.check(self.case.held, plan))
        return [*self.report(seats).broken, *extra]

    def broken(self, seats: Ints) -> frozenset[int] | None:
        """Return the people whose seats break a must, a bound or an order; None where a breach names nobody."""
        index, breaches = self.case.held.person_index, self.breaches(seats)
        people = {index[p] for v in breaches for p in v.people if p in index}
        if breaches and not people:
            return None
        disorder = (np.concatenate(term.classes) for term in self.orders if not kept(term, seats))
        return frozenset(people.union(*(members.tolist() for members in disorder)))


def _checked(problem: Problem, plan: Plan) -> Report:
    """Check every rule, as an audit does, where some seats are kept for people who stay away."""
    found = [violation for rule in problem.rules for violation in rule.check(problem, plan)]
    tiers = {rule.priority: 0 for rule in problem.rules if rule.priority != "must"}
    for violation in found:
        if violation.rule.priority != "must":
            tiers[violation.rule.priority] += violation.amount * violation.rule.weight
    broken = tuple(v for v in found if v.rule.priority == "must")
    priced = tuple(v for v in found if v.rule.priority != "must")
    return Report((), broken, priced, (), dict(sorted(tiers.items())))
