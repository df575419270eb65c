"""`Repair`: a change that makes a plan possible, in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from seatplan.plan import Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules import Pin
from seatplan.rules.base import many, say

__all__ = ["Kind", "Repair"]

Kind = Literal["break", "chairs", "spaces", "relax", "drop"]


@dataclass(frozen=True)
class Repair:
    """A change that makes a plan possible.

    Parameters
    ----------
    kind : {"break", "chairs", "spaces", "relax", "drop"}
        Break rules where a plan must, put more chairs, make chairs places with a feature, give a rule a weaker
        form, leave rules out.
    rules : tuple of int
        The rules that are changed, by index.
    cost : int
        By how much these rules are broken at least, in their own units; or how many places are new.
    proven : bool
        No plan breaks them by less.
    repaired : Problem
        The problem with the change.
    plan : Plan
        A plan that keeps all of its musts.
    matches : tuple of Violation
        Where it breaks the rules.
    places : tuple of str
        Labels of the new places.
    problem : Problem
        The problem before.
    """

    kind: Kind
    rules: tuple[int, ...]
    cost: int
    proven: bool
    repaired: Problem = field(repr=False, compare=False)
    plan: Plan = field(repr=False, compare=False)
    matches: tuple[Violation, ...] = field(default=(), repr=False)
    places: tuple[str, ...] = ()
    problem: Problem | None = field(default=None, repr=False, compare=False)

    def sentence(self, lang: Lang = "en") -> str:
        """Say what to change."""
        assert self.problem is not None
        rules = {i: self.problem.rules[i] for i in self.rules}
        said = say(lang, " and ", "与").join(
            say(lang, f"rule {i + 1} ", f"规则{i + 1}") + f"“{rule.sentence(self.problem, lang)}”"
            for i, rule in rules.items()
        )
        places = say(lang, ", ", "、").join(self.places)
        match self.kind:
            case "break":
                return self._break(said, lang)
            case "chairs":
                more = many(self.cost, "more seat")
                return say(lang, f"Put {more}: {places}.", f"增加{self.cost}个座位：{places}。")
            case "spaces":
                more = many(self.cost, "more wheelchair space")
                return say(lang, f"Make {more}: {places}.", f"增设{self.cost}个轮椅席位：{places}。")
            case "relax":
                new = "; ".join(self.repaired.rules[i].sentence(self.repaired, lang) for i in self.rules)
                return say(lang, f"Instead of {said}: “{new}”.", f"将{said}放宽为“{new}”。")
            case "drop":
                pins = all(isinstance(rule, Pin) for rule in rules.values())
                en, zh = ("Unpin: drop", "取消固定座位：") if pins else ("Drop", "取消")
                return say(lang, f"{en} {said}.", f"{zh}{said}。")

    def _break(self, rules: str, lang: Lang) -> str:
        assert self.problem is not None
        where = say(lang, "; ", "；").join(v.rule.explain(self.repaired, v, lang) for v in self.matches[:3])
        if not self.cost:
            return say(
                lang, f"Let {rules} be a wish: a plan fulfils it.", f"将{rules}改为尽量满足，即可全部满足。"
            )
        times = "once" if self.cost == 1 else f"{self.cost} times"
        least = "" if self.proven else say(lang, " at most", "最多")
        en = f"Let {rules} be broken {times}{least}: {where}."
        return say(lang, en, f"允许{rules}{least}破例{self.cost}次：{where}。")
