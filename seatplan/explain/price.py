"""`WhyNot`: what it takes to put somebody on a seat, and how it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from seatplan.conflict import Clash
from seatplan.explain.names import listed, priced
from seatplan.plan import Change, Plan, Violation
from seatplan.problem import Lang, Problem
from seatplan.rules.base import person_at, say

__all__ = ["Price", "Shift", "WhyNot"]


@dataclass(frozen=True, slots=True)
class Price:
    """The price of one tier before and after, over the part of the plan that is touched.

    Parameters
    ----------
    tier, before, after : int
    bound : int
        No plan with the person there costs less, among those as good in the tiers before.
    """

    tier: int
    before: int
    after: int
    bound: int

    @property
    def change(self) -> int:
        """Return by how much the plan becomes dearer."""
        return self.after - self.before


@dataclass(frozen=True)
class Shift:
    """A rule whose price changes.

    Parameters
    ----------
    rule : int
    before, after : int
        Its price.
    matches : tuple of Violation
        Where it is broken now and was not before.
    """

    rule: int
    before: int
    after: int
    matches: tuple[Violation, ...]


@dataclass(frozen=True)
class WhyNot:
    """What it takes to put somebody on a seat.

    Parameters
    ----------
    person, seat : str
        Ids.
    possible : bool or None
        Whether a plan keeps all musts with the person there; None if time did not allow to know.
    proven : bool
        The price is the least possible.
    prices : tuple of Price
        By tier.
    plan : Plan or None
        The best plan found with the person there.
    moves : tuple of Change
        Who sits elsewhere in it.
    shifts : tuple of Shift
        Which rules become dearer or cheaper.
    conflicts : tuple of Clash
        If it is impossible: minimal sets of rules that forbid it.
    problem : Problem
    """

    person: str
    seat: str
    possible: bool | None
    proven: bool = False
    prices: tuple[Price, ...] = ()
    plan: Plan | None = None
    moves: tuple[Change, ...] = ()
    shifts: tuple[Shift, ...] = ()
    conflicts: tuple[Clash, ...] = ()
    problem: Problem | None = field(default=None, repr=False, compare=False)

    def sentence(self, lang: Lang = "en") -> str:
        """Return all sentences in one text."""
        return say(lang, " ", "").join(self.sentences(lang))

    def sentences(self, lang: Lang = "en") -> tuple[str, ...]:
        """Say whether it can be, what it costs, who moves, which rules become dearer or forbid it."""
        assert self.problem is not None
        return tuple(self._sentences(self.problem, lang))

    def _sentences(self, problem: Problem, lang: Lang) -> Iterator[str]:
        there = person_at(problem, self.person, self.seat, lang)
        if self.possible is None:
            yield say(lang, f"{there}: time did not allow to know.", f"{there}：时间不足，尚无结论。")
        elif not self.possible:
            yield say(lang, f"{there} is impossible.", f"{there}：不可行。")
            yield from (clash.sentence(lang) for clash in self.conflicts)
            if any(not clash.minimal for clash in self.conflicts):
                yield say(lang, "Perhaps fewer of these rules suffice.", "其中部分规则可能并非必要。")
            if not self.conflicts:
                yield say(lang, "Which rules forbid it was not found in time.", "限时内未找出是哪些规则所致。")
        else:
            yield self._cost(there, lang)
            yield from self._moves(problem, lang)
            for shift in self.shifts:
                yield self._shift(problem, shift, lang)

    def _cost(self, there: str, lang: Lang) -> str:
        cost = priced({price.tier: price.change for price in self.prices}, lang)
        if self.proven:
            return say(lang, f"{there} costs {cost}.", f"{there}：{cost}。")
        return say(lang, f"{there} costs {cost}, perhaps less.", f"{there}：{cost}（尚未证明为最低）。")

    def _moves(self, problem: Problem, lang: Lang) -> Iterator[str]:
        others = [move for move in self.moves if move.person != self.person and move.new]
        if others:
            who = listed((person_at(problem, m.person, str(m.new), lang) for m in others), lang)
            yield say(lang, f"Then these also move: {who}.", f"其他调整：{who}。")

    def _shift(self, problem: Problem, shift: Shift, lang: Lang) -> str:
        rule = problem.rules[shift.rule].sentence(problem, lang)
        more = shift.after > shift.before
        how = say(lang, "dearer" if more else "cheaper", "增加" if more else "减少")
        prices = f"{shift.before} → {shift.after}"
        new = listed((v.rule.explain(problem, v, lang) for v in shift.matches), lang, shown=3)
        tail = say(lang, f": {new}", f"：{new}") if new and more else ""
        return say(
            lang,
            f"This rule becomes {how} ({prices}): {rule}{tail}.",
            f"规则“{rule}”代价{how}（{prices}）{tail}。",
        )
