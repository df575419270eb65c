"""`Clash`: a conflict with the people and places it is about, in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field

from seatplan.conflict.verdict import Proof
from seatplan.problem import Lang, Problem
from seatplan.result import Conflict
from seatplan.rules.base import many, say

__all__ = ["Clash"]

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Clash(Conflict):
    """Rules that cannot hold together, and why.

    Parameters
    ----------
    rules, sentences, confirmed, minimal
        As for `seatplan.result.Conflict`.
    people : tuple of str
        Ids of the people of whom the proof speaks.
    places : tuple of str
        For a count: ids of the seats that these people have, which are too few.
    proof : Proof
        How it is known.
    checked : bool
        A second method, which shares nothing with the first, came to the same end.
    problem : Problem
        Whose rules these are.
    """

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    proof: Proof = Proof.WHOLE
    checked: bool = False
    problem: Problem | None = field(default=None, repr=False, compare=False)

    def sentence(self, lang: Lang = "en") -> str:
        """Say who has too few places, or who cannot all be seated, and by which rules."""
        assert self.problem is not None
        return self._crowd(self.problem, lang) + self._reasons(self.problem, lang)

    def _crowd(self, problem: Problem, lang: Lang) -> str:
        people, seats = len(self.people), len(self.places)
        who = _some([problem.roster.by_id[p].name for p in self.people], lang)
        where = _some([problem.venue.seat(s).label for s in self.places], lang)
        count = many(people, "person has", "people have")
        if not seats or self.proof > Proof.APART:
            return say(
                lang, f"{who} cannot {'all ' * (people > 1)}be seated", f"{who}无法{'全部' * (people > 1)}就座"
            )
        if self.proof is Proof.COUPLES:
            en = f"{who} must sit side by side in sets, and {where} hold fewer such sets"
            return say(lang, en, f"{who}须成组相邻而坐，而{where}容不下这么多组")
        if self.proof is Proof.APART:
            en = f"{who} must keep apart from each other, and {where} hold fewer people who do"
            return say(lang, en, f"{who}须彼此隔开，而{where}容不下这么多彼此隔开的人")
        if not self.rules:
            return say(lang, f"{count} {many(seats, 'seat')} in all", f"到会{people}人，座位只有{seats}个")
        near = self.proof is Proof.NEAR
        beside = say(lang, "; some must sit side by side" * near, "；其中有人须相邻而坐" * near)
        en = f"{count} only {many(seats, 'place')} (people: {who}{beside}; places: {where})"
        return say(lang, en, f"{people}人只有{seats}个座位可坐（人员：{who}{beside}；座位：{where}）")

    def _reasons(self, problem: Problem, lang: Lang) -> str:
        rules = [problem.rules[i].sentence(problem, lang) for i in self.rules]
        if not rules:
            return say(lang, ".", "。")
        if len(rules) == 1:
            return say(lang, f", because {rules[0]}.", f"，原因是规则：{rules[0]}。")
        listed = say(lang, "; ", "；").join(f"({i}) {rule}" for i, rule in enumerate(rules, start=1))
        en = f", because these rules cannot hold together: {listed}."
        return say(lang, en, f"，原因是以下规则不能同时成立：{listed}。")


def _some(names: list[str], lang: Lang) -> str:
    """Return the first names, and how many more there are."""
    shown = say(lang, ", ", "、").join(names[:_SHOWN])
    rest = len(names) - _SHOWN
    return shown if rest <= 0 else say(lang, f"{shown} and {rest} more", f"{shown}等{len(names)}个")
