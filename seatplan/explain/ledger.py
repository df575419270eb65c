"""What every rule costs in a plan, and what it would cost at least in any plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Priority, Problem
from seatplan.rules.base import say
from seatplan.solvers import Control, Stopped, solve_model, split
from seatplan.terms import Cost, Domain, Model, Statement

__all__ = ["Entry", "ledger"]

_LARGEST = 40_000


@dataclass(frozen=True)
class Entry:
    """One rule in a plan.

    Parameters
    ----------
    rule : int
        Index in ``problem.rules``.
    priority : "must" or int
    value : int
        The price of the rule, weight included; for a must, by how much it is broken.
    bound : int
        What the rule costs at least in any plan that keeps the musts.
    computed : bool
        Whether the bound was computed; otherwise it is 0, which says nothing.
    matches : tuple of Violation
        Where the rule is broken: people, seats, amount.
    problem : Problem
    """

    rule: int
    priority: Priority
    value: int
    bound: int
    computed: bool
    matches: tuple[Violation, ...]
    problem: Problem = field(repr=False, compare=False)

    def sentence(self, lang: Lang = "en") -> str:
        """Say the rule with its price."""
        rule = self.problem.rules[self.rule].sentence(self.problem, lang)
        return say(lang, f"{rule}: {self._state(lang)}.", f"{rule}：{self._state(lang)}。")

    def _state(self, lang: Lang) -> str:
        if not self.value:
            return say(lang, "kept", "已满足")
        if self.priority == "must":
            return say(lang, f"broken by {self.value}", f"违反，数量{self.value}")
        least = f"{self.bound}" if self.computed else say(lang, "not computed", "未计算")
        return say(
            lang,
            f"price {self.value} in tier {self.priority}, least possible {least}",
            f"第{self.priority}级代价{self.value}，最低可能值{least}",
        )

    def sentences(self, lang: Lang = "en") -> tuple[str, ...]:
        """Say each match."""
        return tuple(v.rule.explain(self.problem, v, lang) for v in self.matches)


def ledger(
    problem: Problem, plan: Plan, *, seconds: float | None = 1.0, control: Control | None = None
) -> tuple[Entry, ...]:
    """Return for every rule its price in a plan, its least price in any plan, and where it is broken.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    seconds : float or None
        How long to look for the least price of one rule; 0 for no bounds at all, None for no limit.
    control : Control, optional

    Returns
    -------
    tuple of Entry
        In the order of the rules.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Prefer
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\na\\nb\\ne", language="en")
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> problem = Problem(room, crowd, (Prefer(near="front", priority=1),))
    >>> [entry] = ledger(problem, Plan({"1": "a", "2": "e"}))
    >>> entry.value, entry.bound, entry.sentences()
    (2, 1, ('Bob (e) sits 2 rows behind the front row',))
    """
    control = control or Control()
    return tuple(_entry(problem, plan, index, seconds, control) for index in range(len(problem.rules)))


def _entry(problem: Problem, plan: Plan, index: int, seconds: float | None, control: Control) -> Entry:
    rule = problem.rules[index]
    matches = tuple(rule.check(problem, plan))
    value = sum(v.amount for v in matches) * (1 if rule.priority == "must" else rule.weight)
    bound = 0 if rule.priority == "must" or not value else _least(problem, index, seconds, control)
    return Entry(index, rule.priority, value, bound or 0, bound is not None, matches, problem)


def _least(problem: Problem, index: int, seconds: float | None, control: Control) -> int | None:
    """Return a lower bound on one rule's price over all plans that keep the musts; None if time is up."""
    if seconds == 0:
        return None
    limited = control if seconds is None else control.within(seconds)
    found = [_least_of(piece.model, limited) for piece in split(_alone(problem, index))]
    return None if None in found else sum(bound for bound in found if bound)


def _least_of(model: Model, control: Control) -> int | None:
    """Ask the solvers; of a large part only what its seats cost at least."""
    if not model.tiers:
        return 0
    if model.people * model.seats > _LARGEST:
        kept = tuple(s for s in model.statements if isinstance(s.term, Domain | Cost))
        model = Model(model.people, model.seats, kept)
    try:
        answer = solve_model(model, control)
    except Stopped:
        return None
    return sum(answer.bounds) if answer.bounds else None


def _alone(problem: Problem, index: int) -> Model:
    """Return the musts, and the price of one rule."""
    return Model(problem.model.people, problem.model.seats, tuple(_statements(problem, index)))


def _statements(problem: Problem, index: int) -> Iterator[Statement]:
    for statement in problem.model.statements:
        if statement.tier == 0:
            yield statement
        elif statement.rule == index:
            yield replace(statement, tier=1)
