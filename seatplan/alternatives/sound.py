"""Plans that are told to a user are audited first."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from seatplan.audit import audit
from seatplan.errors import EncodingError
from seatplan.plan import Plan
from seatplan.problem import Problem

__all__ = ["sound_plan"]


def sound_plan(problem: Problem, seats: NDArray[np.intp], prices: Mapping[int, int]) -> Plan:
    """Return an assignment as a plan that the audit finds as good as the solver does.

    Parameters
    ----------
    problem : Problem
    seats : ndarray of int, shape (people,)
    prices : mapping of int to int
        What each of some rules costs, weight included, by index.

    Raises
    ------
    EncodingError
        If the audit finds a must broken, or another price: a defect of seatplan.
    """
    plan = Plan.of(problem, seats)
    report = audit(problem, plan)
    if not report.clean:
        raise EncodingError(f"the solver broke a must: {[*report.account, *report.broken][0]}")
    for index, price in prices.items():
        rule = problem.rules[index]
        found = rule.weight * sum(v.amount for v in report.priced if v.rule is rule)
        if found != price:
            raise EncodingError(f"rule {index + 1}: solver {price}, audit {found}")
    return plan
