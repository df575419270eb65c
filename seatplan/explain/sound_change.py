"""A plan by which a question is answered is audited like every other plan."""

from __future__ import annotations

from collections.abc import Mapping

from seatplan.audit import audit
from seatplan.errors import EncodingError
from seatplan.plan import Plan
from seatplan.problem import Problem

__all__ = ["hold_sound"]


def hold_sound(problem: Problem, before: Plan, after: Plan, dearer: Mapping[int, int]) -> None:
    """Refuse a plan that the audit does not find as good as the solver does.

    Parameters
    ----------
    problem : Problem
    before : Plan
        If it breaks rules itself, there is nothing to hold the other one to.
    after : Plan
    dearer : mapping of int to int
        By how much the solver finds ``after`` dearer, by tier; other tiers stay as they are.

    Raises
    ------
    EncodingError
        If the audit finds a must broken, or another price: a defect of seatplan.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Prefer
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\na\\nb", language="en")
    >>> problem = Problem(room, Roster((Person("Ann", "Ann"),)), (Prefer(near="front", priority=1),))
    >>> hold_sound(problem, Plan({"Ann": "a"}), Plan({"Ann": "b"}), {1: 1})
    """
    old, new = audit(problem, before), audit(problem, after)
    if not old.clean:
        return
    for fault in (*new.account, *new.broken):
        raise EncodingError(f"the solver broke a must: {fault}")
    for tier, price in old.tiers.items():
        if new.tiers[tier] != price + dearer.get(tier, 0):
            raise EncodingError(f"tier {tier}: solver {price + dearer.get(tier, 0)}, audit {new.tiers[tier]}")
