"""`Aim`: what a trade-off is about: a tier, one rule, or all rules of a kind, and what a plan costs in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from seatplan.errors import Fault, InputError, refuse
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem, Rule
from seatplan.rules import RULES
from seatplan.rules.base import say

__all__ = ["Aim", "named_aims"]

_NUMBERED = re.compile(r"(tier|rule)? ?(\d+)")
_WORDS = {
    "rank": "rank_order",
    "compactness": "compact",
    "moves": "stay",
    "separation": "apart",
    "位次": "rank_order",
    "紧凑": "compact",
    "换座": "stay",
    "间隔": "apart",
}
"""What aims are called in plain words, and the rule that measures them."""


@dataclass(frozen=True)
class Aim:
    """Rules whose prices are added up.

    Parameters
    ----------
    name : str
        As the user named it: ``tier 2``, ``rule 5``, ``compact``.
    rules : tuple of int
        Indices into ``problem.rules``.
    problem : Problem
    """

    name: str
    rules: tuple[int, ...]
    problem: Problem = field(repr=False, compare=False)

    @property
    def tier(self) -> int:
        """The strongest tier of its rules."""
        return min(_tier(self.problem.rules[i]) for i in self.rules)

    def value(self, plan: Plan) -> int:
        """Return the price of a plan, as the rules' own checks see it."""
        rules = (self.problem.rules[i] for i in self.rules)
        return sum(rule.weight * v.amount for rule in rules for v in rule.check(self.problem, plan))

    def sentence(self, lang: Lang = "en") -> str:
        """Say what is measured, for an axis: the tier, or the first rule in words."""
        kind, _, number = self.name.partition(" ")
        if kind == "tier":
            return say(lang, f"price in tier {number}", f"第{number}级代价")
        first = self.problem.rules[self.rules[0]].sentence(self.problem, lang)
        rest = len(self.rules) - 1
        more = say(lang, f" and {rest} more rules of this kind", f"等{rest + 1}条同类规则") if rest else ""
        return say(lang, f"price: {first}{more}", f"“{first}”{more}的代价")


def named_aims(problem: Problem, names: str) -> tuple[Aim, Aim]:
    """Return two aims from their names, such as ``tier 1,tier 2``, ``rule 5,rule 7`` or ``fill,prefer``.

    Parameters
    ----------
    problem : Problem
    names : str
        Two names with a comma between: a tier, a rule by its place in the event, the name of a kind of rule, or
        what that measures: rank, compactness, moves, separation.

    Raises
    ------
    InputError
        For an unknown name, a must, which has no price, or a rule that both aims share.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Fill, Prefer
    >>> from seatplan.venue import from_drawing
    >>> rules = (Fill(priority=1), Prefer(near="front", priority=2))
    >>> problem = Problem(from_drawing("ab"), Roster((Person("1", "Ann"),)), rules)
    >>> [aim.rules for aim in named_aims(problem, "tier 1,prefer")]
    [(0,), (1,)]
    """
    both = [name.strip().lower() for name in names.replace("，", ",").split(",")]
    if len(both) != 2 or not all(both):
        refuse([Fault("--between", repr(names), "name two, with a comma between, such as “tier 1,tier 2”")])
    found: list[tuple[int, ...]] = []
    faults: list[Fault] = []
    for name in both:
        try:
            found.append(_rules(problem, name))
        except InputError as error:
            faults.extend(error.faults)
    refuse(faults)
    if shared := set(found[0]) & set(found[1]):
        mend = "name two that share no rule"
        refuse([Fault("--between", f"rule {min(shared) + 1} belongs to both", mend)])
    first, second = (Aim(_spaced(name), rules, problem) for name, rules in zip(both, found, strict=True))
    return first, second


def _spaced(name: str) -> str:
    numbered = _NUMBERED.fullmatch(name)
    return f"{numbered[1] or 'tier'} {int(numbered[2])}" if numbered else name


def _rules(problem: Problem, name: str) -> tuple[int, ...]:
    """Return the priced rules that a name means."""
    named = [i for i, rule in enumerate(problem.rules) if _means(name, i, rule)]
    priced = tuple(i for i in named if problem.rules[i].priority != "must")
    if named and not priced:
        refuse([Fault("--between", f"{name!r} is a must", "give it a tier in the event: priority: 1")])
    if not priced:
        add = f"add the rule {_WORDS[name]} with a priority to the event, or " if name in _WORDS else ""
        found = f"no rule is meant by {name!r}"
        refuse([Fault("--between", found, f"{add}use one of: {', '.join(_names(problem))}")])
    return priced


def _means(name: str, index: int, rule: Rule) -> bool:
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None:
        return type(rule) is RULES.get(_WORDS.get(name, name))
    return int(numbered[2]) == (index + 1 if numbered[1] == "rule" else _tier(rule))


def _tier(rule: Rule) -> int:
    return 0 if rule.priority == "must" else rule.priority


def _names(problem: Problem) -> Iterator[str]:
    """Yield every name that would do."""
    priced = {i: rule for i, rule in enumerate(problem.rules) if rule.priority != "must"}
    yield from (f"tier {tier}" for tier in sorted({_tier(rule) for rule in priced.values()}))
    yield from (f"rule {i + 1}" for i in priced)
    yield from (name for name, kind in RULES.items() if any(type(rule) is kind for rule in priced.values()))
