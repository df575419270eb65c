"""The seated people of a plan as a model with an assignment, and what a move does to its rules and tiers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.explain.moves import changes
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.solvers import restrict
from seatplan.terms import Model

__all__ = ["Effects", "Scope", "effects", "scope_of"]

Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Scope:
    """People who have a seat, the model of these people alone, and their seats.

    Parameters
    ----------
    model : Model
    people : ndarray of int
        Index in ``problem.people`` of each person of the model.
    seat_of : ndarray of int, shape (len(people),)
    """

    model: Model
    people: Ints
    seat_of: Ints

    def index(self, person: int) -> int:
        """Return the place in the model of a person of the problem."""
        return int(np.flatnonzero(self.people == person)[0])


def scope_of(problem: Problem, plan: Plan, *, guest: int | None = None) -> Scope:
    """Return the scope of a plan; a ``guest`` without a seat sits on the first free one for the time being."""
    seats = plan.indices(problem)
    if guest is not None:
        seats[guest] = np.setdiff1d(np.arange(len(problem.venue.seats)), seats)[0]
    people = np.flatnonzero(seats >= 0)
    every = np.arange(len(problem.venue.seats))
    model = problem.model if len(people) == len(seats) else restrict(problem.model, people, every)
    return Scope(model, people, seats[people])


@dataclass(frozen=True, eq=False)
class Effects:
    """What a move to each seat does.

    Parameters
    ----------
    rules : tuple of int
        The rules whose amount changes somewhere.
    hard : ndarray of bool, shape (rules,)
        Which of them are musts.
    change : ndarray of int, shape (rules, seats)
        Of the amount, times the weight for rules with a price.
    tiers : dict of int to ndarray of int, shape (seats,)
        Of the price of each tier.
    """

    rules: tuple[int, ...]
    hard: NDArray[np.bool_]
    change: Ints
    tiers: dict[int, Ints]

    def broken(self, seat: int) -> tuple[int, ...]:
        """Return the musts that a move to a seat breaks."""
        return tuple(self.rules[i] for i in np.flatnonzero(self.hard & (self.change[:, seat] > 0)))

    def prices(self, seat: int) -> dict[int, int]:
        """Return the change of price of a move to a seat, in tiers where there is one."""
        return {tier: int(change[seat]) for tier, change in self.tiers.items() if change[seat]}


def effects(model: Model, seat_of: Ints, person: int) -> Effects:
    """Return what each move of a person does to rules and tiers.

    Examples
    --------
    >>> from seatplan.terms import Cost, Statement
    >>> near = Statement(Cost(np.array([0]), np.array([0, 2])), rule=3, tier=1, weight=5)
    >>> found = effects(Model(1, 2, (near,)), np.array([0]), 0)
    >>> found.rules, found.prices(1)
    ((3,), {1: 10})
    """
    by_rule: dict[tuple[int, bool], Ints] = {}
    tiers = {tier: np.zeros(model.seats, dtype=np.intp) for tier in model.tiers}
    for statement, change in zip(model.statements, changes(model, seat_of, person), strict=True):
        key = statement.rule, statement.tier == 0
        by_rule[key] = by_rule.get(key, 0) + change * statement.weight
        if statement.tier:
            tiers[statement.tier] += change * statement.weight
    moved = {key: change for key, change in by_rule.items() if change.any()}
    table = np.array(list(moved.values()), dtype=np.intp).reshape(len(moved), model.seats)
    hard = np.array([must for _, must in moved], dtype=bool)
    return Effects(tuple(rule for rule, _ in moved), hard, table, tiers)
