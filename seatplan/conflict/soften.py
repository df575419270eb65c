"""Rules that may be broken at a price, and the plan that breaks them least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, is_dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.decide import decide
from seatplan.conflict.focus import mentions, musts
from seatplan.errors import InputError
from seatplan.problem import Problem, Rule
from seatplan.solvers import Control, Stopped, solve_model, split
from seatplan.terms import Bands, Domain, Model, Ordered, Pair, Region, Statement, amount

__all__ = ["Breach", "least_breach", "softened"]

Ints = NDArray[np.intp]
Rules = frozenset[int]
_TRIED = 8
_LARGEST = 40_000
_LONGEST = 60


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
    problem: Problem,
    rules: Rules,
    people: Sequence[int],
    control: Control,
    *,
    least: int = 1,
    seconds: float = 3.0,
) -> Breach | None:
    """Return a plan that keeps all other musts and breaks these rules as little as possible.

    Parameters
    ----------
    problem : Problem
        Which cannot keep all of its musts.
    rules : frozenset of int
        Without them it can.
    people : sequence of int
        Who cannot be seated: some of them are spared from the rules first.
    control : Control
    least : int
        The rules are known to be broken by so much at least; so many people are spared at a time.
    seconds : float
        How long to look for less, when sparing people is not enough.

    Returns
    -------
    Breach or None
        None when there is no such plan, or a rule cannot have a price.
    """
    soft = softened(problem, rules)
    if soft is None:
        return None
    own = [s for s in problem.model.statements if s.rule in rules and s.tier == 0]
    meant = [p for p in people if any(mentions(s, np.array([p])) for s in own)]
    trial = _Trial(soft, own, control)
    found = trial.best_of([meant[i : i + least] for i in range(min(_TRIED, len(meant) - least + 1))], least)
    if found is None or found.amount > least:
        found = _smaller(_smaller(found, trial.first_of(meant)), trial.sparing(None))
    if found is not None and found.amount <= least:
        return replace(found, proven=True)
    return _smaller(_solved(soft, control, seconds), found) if _small(soft) else found


class _Trial:
    """Plans that keep all other musts, and what these rules say of all but some people."""

    def __init__(self, soft: Problem, own: list[Statement], control: Control) -> None:
        self.soft, self.own, self.control = soft, own, control
        self.hard = musts(soft.model)

    def sparing(self, people: list[int] | None) -> Breach | None:
        """Return a plan when the rules do not speak of some people, or (None) of nobody."""
        spared = np.array(people or [], dtype=np.intp)
        kept = [] if people is None else [t for s in self.own for t in _without(s, spared)]
        model = Model(self.hard.people, self.hard.seats, (*self.hard.statements, *kept))
        verdict = decide(model, self.control)
        if not verdict.feasible:
            return None
        value = sum(amount(s.term, verdict.seats) for s in self.soft.model.statements if s.tier == 1)
        return Breach(self.soft, verdict.seats, value, proven=value == 0)

    def best_of(self, groups: list[list[int]], least: int) -> Breach | None:
        """Return the best plan when one of these groups is spared; stop at one that breaks the least."""
        best: Breach | None = None
        for group in groups:
            best = _smaller(best, self.sparing(group))
            if best and best.amount <= least:
                break
        return best

    def first_of(self, people: list[int]) -> Breach | None:
        """Return a plan when as few as possible of the first people are spared."""
        low, high, found = 0, len(people), self.sparing(people)
        while found and high - low > 1:
            middle = (low + high) // 2
            fewer = self.sparing(people[:middle])
            low, high, found = (low, middle, fewer) if fewer else (middle, high, found)
        return found


def _small(soft: Problem) -> bool:
    """Tell whether the solvers can be asked: a priced order has a variable for each two people."""
    orders = (s.term for s in soft.model.statements if s.tier == 1 and isinstance(s.term, Ordered))
    most = max((sum(map(len, term.classes)) for term in orders), default=0)
    return soft.model.people * soft.model.seats <= _LARGEST and most <= _LONGEST


def _smaller(one: Breach | None, other: Breach | None) -> Breach | None:
    if one is None or other is None:
        return one or other
    return one if one.amount <= other.amount else other


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
    return Breach(soft, seats, value, proven=proven)
