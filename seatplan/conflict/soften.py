"""Rules that may be broken at a price, and the plan that breaks them least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.decide import decide
from seatplan.conflict.focus import musts
from seatplan.errors import InputError
from seatplan.problem import Problem, Rule
from seatplan.solvers import Control, Stopped, solve_model, split
from seatplan.terms import Bands, Domain, Model, Ordered, Pair, Region, Statement, amount

__all__ = ["Breach", "least_breach", "softened"]

Ints = NDArray[np.intp]
Rules = frozenset[int]
_TRIED = 8


def softened(problem: Problem, rules: Rules) -> Problem | None:
    """Return the problem in which some musts have a price of 1, stronger than every other price.

    Returns
    -------
    Problem or None
        None for a rule that cannot have a price.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Pin
    >>> from seatplan.venue import from_drawing
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "Ann"),)), (Pin(person="Ann", seat="a"),))
    >>> softened(problem, frozenset({0})).rules[0].priority
    1
    """
    try:
        changed = tuple(_priced(rule, soft=i in rules) for i, rule in enumerate(problem.rules))
        return replace(problem, rules=changed)
    except (InputError, TypeError):
        return None


def _priced(rule: Rule, *, soft: bool) -> Rule:
    if soft:
        return _with(rule, priority=1, weight=1)
    return rule if rule.priority == "must" else _with(rule, priority=rule.priority + 1)


def _with(rule: Rule, **fields: Any) -> Rule:
    if not is_dataclass(rule) or isinstance(rule, type):
        raise TypeError(f"{rule!r} is no dataclass")
    changed: Rule = replace(rule, **fields)
    return changed


@dataclass(frozen=True, eq=False)
class Breach:
    """A plan that breaks some rules by an amount; ``proven`` if no plan breaks them by less.

    Parameters
    ----------
    problem : Problem
        In which these rules have a price.
    seats : ndarray of int, shape (people,)
    amount : int
    proven : bool
    """

    problem: Problem
    seats: Ints
    amount: int
    proven: bool


def least_breach(
    problem: Problem, rules: Rules, people: Sequence[int], control: Control, *, seconds: float
) -> Breach | None:
    """Return a plan that keeps all other musts and breaks these rules as little as possible.

    Parameters
    ----------
    problem : Problem
        Which cannot keep all of its musts.
    rules : frozenset of int
        Without them it can.
    people : sequence of int
        Who cannot be seated: one of them is spared from the rules first.
    control : Control
    seconds : float
        How long to look for less, when sparing one person is not enough.

    Returns
    -------
    Breach or None
        None when there is no such plan, or a rule cannot have a price.
    """
    soft = softened(problem, rules)
    if soft is None:
        return None
    found: Breach | None = None
    for spared in (*[[p] for p in people[:_TRIED]], list(people), None):
        found = _smaller(found, _sparing(problem, soft, rules, spared, control))
        if found and found.proven:
            return found
    return _smaller(_solved(soft, control, seconds), found)


def _smaller(one: Breach | None, other: Breach | None) -> Breach | None:
    if one is None or other is None:
        return one or other
    return one if one.amount <= other.amount else other


def _sparing(
    problem: Problem, soft: Problem, rules: Rules, spared: list[int] | None, control: Control
) -> Breach | None:
    """Return a plan when the rules do not speak of some people, or (None) of nobody."""
    own = [s for s in problem.model.statements if s.rule in rules and s.tier == 0]
    kept = [] if spared is None else [t for s in own for t in _without(s, np.array(spared, dtype=np.intp))]
    hard = musts(soft.model)
    verdict = decide(Model(hard.people, hard.seats, (*hard.statements, *kept)), control)
    if not verdict.feasible:
        return None
    value = sum(amount(s.term, verdict.seats) for s in soft.model.statements if s.tier == 1)
    return Breach(soft, verdict.seats, value, proven=value <= 1)


def _without(statement: Statement, people: Ints) -> Iterator[Statement]:
    """Yield a must without some of its people."""
    match statement.term:
        case Domain(members, seats):
            yield replace(statement, term=Domain(np.setdiff1d(members, people), seats))
        case Pair(pairs, relation, wanted):
            yield replace(statement, term=Pair(pairs[~np.isin(pairs, people).any(axis=1)], relation, wanted))
        case Ordered(classes, score):
            yield replace(statement, term=Ordered(_each_without(classes, people), score))
        case Bands(groups, line, ordered):
            yield replace(statement, term=Bands(_each_without(groups, people), line, ordered))
        case Region(members):
            yield replace(statement, term=replace(statement.term, people=np.setdiff1d(members, people)))
        case _:
            yield statement


def _each_without(sets: tuple[Ints, ...], people: Ints) -> tuple[Ints, ...]:
    return tuple(members[~np.isin(members, people)] for members in sets)


def _solved(soft: Problem, control: Control, seconds: float) -> Breach | None:
    """Minimize the breach with the solvers; prices of the other rules do not count."""
    kept = tuple(s for s in soft.model.statements if s.tier <= 1)
    seats, bound, proven = np.full(soft.model.people, -1, dtype=np.intp), 0, True
    try:
        for piece in split(Model(soft.model.people, soft.model.seats, kept)):
            answer = solve_model(piece.model, control.within(seconds))
            if answer.seats is None:
                return None
            seats[piece.people] = piece.seats[answer.seats]
            bound, proven = bound + sum(answer.bounds), proven and sum(answer.bounds) == sum(answer.values)
    except Stopped:
        return None
    value = sum(amount(s.term, seats) for s in kept if s.tier == 1)
    return Breach(soft, seats, value, proven=proven or value <= 1)
