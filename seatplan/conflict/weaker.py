"""Weaker forms of a rule: a parameter less strict, as little as will do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol, runtime_checkable

from seatplan.problem import Problem, Rule
from seatplan.rules import Accessible, Apart, Grouping, HeadsFirst, Prefer, RostrumPlacement, Together, Zone

__all__ = ["Yielding", "weaker"]

Works = Callable[[Rule], bool]
_FARTHEST = 1000


@runtime_checkable
class Yielding(Protocol):
    """A rule that knows weaker forms of itself."""

    def weaker(self, problem: Problem) -> Iterable[Rule]:
        """Yield them, the strictest first."""


def weaker(problem: Problem, rule: Rule, works: Works) -> Iterator[Rule]:
    """Yield weaker forms of a rule that work.

    Parameters
    ----------
    problem : Problem
    rule : Rule
    works : callable
        Tells whether the problem can be solved with another rule in the place of this one.

    Examples
    --------
    >>> from seatplan.people import Roster
    >>> from seatplan.venue import from_drawing
    >>> rule = Prefer(near="front", up_to=1, priority="must")
    >>> [form.up_to for form in weaker(Problem(from_drawing("a"), Roster(())), rule, lambda r: r.up_to >= 5)]
    [5]
    """
    if isinstance(rule, Yielding):
        forms: Iterable[Rule] = rule.weaker(problem)
    else:
        forms = [*_looser(rule), *_measured(rule, works)]
    yield from (form for form in forms if works(form))


def _looser(rule: Rule) -> Iterator[Rule]:
    """Yield forms with one condition less."""
    match rule:
        case Zone(only=True):
            yield replace(rule, only=False)
        case Apart(front_back=True):
            yield replace(rule, front_back=False)
        case HeadsFirst(row=int()):
            yield replace(rule, row=None)
        case RostrumPlacement(by="rank" | "list"):
            yield replace(rule, by="none")
        case Together(how="next_to"):
            yield replace(rule, how="same_row")
        case Grouping():
            yield from _looser_grouping(rule)
        case Accessible():
            for name in ("companion_seats", "keep_companion", "keep"):
                if getattr(rule, name):
                    yield replace(rule, **{name: False})  # type: ignore[arg-type]


def _looser_grouping(rule: Grouping) -> Iterator[Rule]:
    if not rule.across_aisles:
        yield replace(rule, across_aisles=True)
    if rule.order != "free":
        yield replace(rule, order="free")
    if rule.shape != "block":
        yield replace(rule, shape="block", order="free")


def _measured(rule: Rule, works: Works) -> Iterator[Rule]:
    """Yield the form with the nearest measure that works."""
    match rule:
        case Prefer(up_to=up_to, priority="must"):
            yield from _least(lambda more: replace(rule, up_to=up_to + more), works)
        case Together(how="within", metres=float() | int() as metres):
            yield from _least(lambda more: replace(rule, metres=metres + more / 10), works)
        case Accessible(metres=float() | int() as metres):
            yield from _least(lambda more: replace(rule, metres=metres + more / 10), works)
        case Apart(metres=float() | int() as metres) if metres > 0:
            shrink = partial(_nearer, rule, metres)
            yield from _least(shrink, works, most=int(metres * 10))


def _nearer(rule: Apart, metres: float, less: int) -> Rule:
    return replace(rule, metres=max(0.0, round(metres - less / 10, 3)))


def _least(form: Callable[[int], Rule], works: Works, *, most: int = _FARTHEST) -> Iterator[Rule]:
    """Double the step until the rule works, then halve the interval."""
    high = 1
    while high < most and not works(form(high)):
        high *= 2
    low, high = high // 2, min(high, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(form(middle)) else (middle, high)
    if most:
        yield form(high)
