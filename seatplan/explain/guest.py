"""Recommended seats for one late guest: nobody else moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.explain.moves import changes
from seatplan.explain.names import listed, named_person, priced
from seatplan.explain.scope import scope_of
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.rules.base import person_at, say
from seatplan.solvers import restrict
from seatplan.terms import amount

__all__ = ["Recommendation", "recommend"]

Ints = NDArray[np.intp]
Key = tuple[int, int]


@dataclass(frozen=True)
class Recommendation:
    """One seat for a late guest.

    Parameters
    ----------
    person, seat : str
        Ids.
    broken : tuple of int
        Indices of the musts that would be broken.
    prices : mapping of int to int
        What the guest adds to the price of each tier; tiers without a change are left out.
    problem : Problem
    """

    person: str
    seat: str
    broken: tuple[int, ...]
    prices: Mapping[int, int]
    problem: Problem = field(repr=False, compare=False)

    def sentence(self, lang: Lang = "en") -> str:
        """Say what this seat costs."""
        there = person_at(self.problem, self.person, self.seat, lang)
        cost = priced(self.prices, lang)
        if not self.broken:
            return say(lang, f"{there} costs {cost}.", f"{there}：{cost}。")
        rules = listed((self.problem.rules[i].sentence(self.problem, lang) for i in self.broken), lang)
        return say(lang, f"{there} costs {cost} and breaks: {rules}.", f"{there}：{cost}，且违反规则：{rules}。")


def recommend(problem: Problem, plan: Plan, person: str, k: int = 5) -> tuple[Recommendation, ...]:
    """Return the best free seats for a guest who has none, while nobody else moves.

    Parameters
    ----------
    problem : Problem
        With the guest in its roster.
    plan : Plan
        Without a seat for the guest.
    person : str
        Id, or a name that only one person has. Somebody who has a seat is asked to leave it.
    k : int
        How many seats.

    Returns
    -------
    tuple of Recommendation
        Seats that break the least of the musts come first, then the cheapest, tier after tier.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Prefer
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\nab\\neg", language="en")
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> problem = Problem(room, crowd, (Prefer(near="front", priority=1),))
    >>> [(r.seat, r.prices) for r in recommend(problem, Plan({"1": "a"}), "Bob", k=2)]
    [('b', {}), ('e', {1: 1})]
    """
    guest = named_person(problem, person)
    one = problem.people[guest]
    rest = Plan({p: s for p, s in plan.seats.items() if p != one.id})
    free = _free(problem, rest)
    if not len(free):
        return ()
    added = _added(problem, rest, guest)
    broken = sum((change for (_, tier), change in added.items() if not tier), np.zeros(len(problem.venue.seats)))
    tiers = _tiers(problem, added)
    keys = (free, *(tiers[tier][free] for tier in sorted(tiers, reverse=True)), broken[free])
    best = free[np.lexsort(keys)][:k].tolist()
    return tuple(_recommendation(problem, guest, seat, added, tiers) for seat in best)


def _free(problem: Problem, plan: Plan) -> Ints:
    taken = [problem.venue.seat_index[s] for s in plan.seats.values() if s in problem.venue.seat_index]
    return np.setdiff1d(np.arange(len(problem.venue.seats)), taken)


def _added(problem: Problem, plan: Plan, guest: int) -> dict[Key, Ints]:
    """Return what the guest adds to each rule on each seat: what a first seat adds, and the moves from there."""
    scope = scope_of(problem, plan, guest=guest)
    person = scope.index(guest)
    others = np.delete(np.arange(len(scope.people)), person)
    alone = restrict(scope.model, others, np.arange(scope.model.seats))
    found: dict[Key, Ints] = {}
    for statement, change in zip(scope.model.statements, changes(scope.model, scope.seat_of, person), strict=True):
        key = statement.rule, statement.tier
        worth = statement.weight * (change + amount(statement.term, scope.seat_of))
        found[key] = found.get(key, 0) + worth
    for statement in alone.statements:
        worth = statement.weight * amount(statement.term, scope.seat_of[others])
        found[statement.rule, statement.tier] -= worth
    return found


def _tiers(problem: Problem, added: dict[Key, Ints]) -> dict[int, Ints]:
    tiers = {tier: np.zeros(len(problem.venue.seats), dtype=np.intp) for tier in problem.model.tiers}
    for (_, tier), change in added.items():
        if tier:
            tiers[tier] += change
    return tiers


def _recommendation(
    problem: Problem, guest: int, seat: int, added: dict[Key, Ints], tiers: dict[int, Ints]
) -> Recommendation:
    broken = sorted({rule for (rule, tier), change in added.items() if not tier and change[seat] > 0})
    prices = {tier: int(change[seat]) for tier, change in tiers.items() if change[seat]}
    return Recommendation(problem.people[guest].id, problem.venue.seats[seat].id, tuple(broken), prices, problem)
