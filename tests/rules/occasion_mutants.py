"""Mistakes somebody could make in the rules of occasions, which lower into the same terms."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from seatplan.terms import Cost, Domain, Ordered
from tests.rules.mutants import MUTANTS, edited, for_fewer, loose, narrowed, strict
from tests.rules.occasions import OCCASIONS

__all__ = ["MUTANTS"]


def equals_are_ordered(rule, problem):
    """Take the list for the order, which has no equals."""
    return replace(rule, by="list").lower(problem)


def a_place_is_lost(rule, problem):
    """Forbid the last of the places."""
    kind = Domain if rule.priority == "must" else Cost
    last = len(problem.venue.seats) - 1
    return edited(rule, problem, kind, lambda term: narrowed(term, np.array([last])))


def order_is_forgotten(rule, problem):
    return edited(rule, problem, Ordered, lambda _: None)


def somebody_is_forgotten(rule, problem):
    kind = Domain if rule.priority == "must" else Cost
    return edited(rule, problem, kind, for_fewer)


for name in OCCASIONS:
    strict(name, "the last place is nobody's")(a_place_is_lost)
    loose(name, "the last of each party may sit anywhere")(somebody_is_forgotten)
    if name not in ("clear_backs", "flags", "hemicycle", "parties", "westminster"):
        strict(name, "people of equal rank are ordered")(equals_are_ordered)
    if name not in ("clear_backs", "hemicycle", "parties", "westminster"):
        loose(name, "the order is forgotten")(order_is_forgotten)
