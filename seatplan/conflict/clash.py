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
        if self.proof is Proof.COUNT and not self.rules:
            return say(lang, f"{count} {many(seats, 'seat')} in all", f"到会{people}人，座位只有{seats}个")
        if self.proof is Proof.COUNT:
            en = f"{count} only {many(seats, 'place')}: {who} on {where}"
            return say(lang, en, f"{people}人只有{seats}个座位可坐（{who}；{where}）")
        if self.proof is Proof.NEAR:
            en = f"{who}, some of whom must sit side by side, have only {many(seats, 'place')}: {where}"
            return say(lang, en, f"{who}中有人须相邻而坐，只有{seats}个座位可坐（{where}）")
        if self.proof is Proof.COUPLES:
            en = f"{who} must sit side by side in sets, and {where} do not hold so many sets"
            return say(lang, en, f"{who}须成组相邻而坐，而{where}容不下这么多组")
        return say(lang, f"{who} cannot all be seated", f"{who}无法全部就座")

    def _reasons(self, problem: Problem, lang: Lang) -> str:
        rules = [problem.rules[i].sentence(problem, lang) for i in self.rules]
        if not rules:
            return say(lang, ".", "。")
        listed = say(lang, "; ", "；").join(f"({i}) {rule}" for i, rule in enumerate(rules, start=1))
        if len(rules) == 1:
            return say(lang, f" by this rule: {rules[0]}.", f"，原因是规则：{rules[0]}。")
        return say(lang, f" by these rules together: {listed}.", f"，原因是以下规则不能同时成立：{listed}。")


def _some(names: list[str], lang: Lang) -> str:
    """Return the first names, and how many more there are."""
    shown = say(lang, ", ", "、").join(names[:_SHOWN])
    rest = len(names) - _SHOWN
    return shown if rest <= 0 else say(lang, f"{shown} and {rest} more", f"{shown}等{len(names)}个")
