"""The best plans that differ from one another by so many moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.alternatives.combine import Combined
from seatplan.alternatives.differ import aligned, kinds_of, moves, turned
from seatplan.alternatives.sound import sound_plan
from seatplan.errors import Fault, refuse
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.result import Result, Status, Tier
from seatplan.rules.base import say
from seatplan.solve import solve
from seatplan.solvers import Answer, Control, Stopped, split
from seatplan.solvers.answer import behind_gaps
from seatplan.terms import Model, amount

__all__ = ["Alternative", "End", "Several", "alternatives"]

Ints = NDArray[np.intp]
End = Literal["enough", "no more", "unknown"]
_EXCHANGED = "people whom no rule tells apart exchange seats; the bound is that of the plan before"


@dataclass(frozen=True)
class Alternative:
    """One of several plans.

    Parameters
    ----------
    number : int
        1 is the best plan.
    plan : Plan
    tiers : tuple of Tier
        Value and bound; the bound is over all plans that differ enough from every plan before.
    moves : tuple of int
        How many people sit elsewhere than in each plan before, as `alternatives` counts them.
    proof : str
        How the value or the bound is known.
    """

    number: int
    plan: Plan
    tiers: tuple[Tier, ...]
    moves: tuple[int, ...]
    proof: str

    def sentence(self, lang: Lang = "en") -> str:
        """Say the price of the plan by tier, and how many people sit elsewhere than in the plans before."""
        costs = say(lang, ", ", "，").join(_tier(tier, lang) for tier in self.tiers)
        priced = say(lang, f": {costs}" if costs else "", f"：{costs}" if costs else "")
        state = say(lang, "", "") if self.proven else say(lang, " (not proven)", "（未证明最优）")
        if not self.moves:
            return say(lang, f"Plan 1{priced}{state}.", f"方案1{priced}{state}。")
        first, nearest = self.moves[0], min(self.moves)
        en = f"Plan {self.number}{priced}{state}; {first} sit elsewhere than in plan 1"
        zh = f"方案{self.number}{priced}{state}；与方案1相比{first}人换座"
        more = say(lang, f", at least {nearest} than in any before", f"，与前面各方案相比至少{nearest}人换座")
        return say(lang, en, zh) + more * (len(self.moves) > 1) + say(lang, ".", "。")

    @property
    def proven(self) -> bool:
        """No plan that differs enough from every plan before is better."""
        return all(tier.gap == 0 for tier in self.tiers)


@dataclass(frozen=True)
class Several:
    """The plans, best first, and why there are no more of them.

    Parameters
    ----------
    plans : tuple of Alternative
    end : {"enough", "no more", "unknown"}
        As many as were asked for; it is proven that no other plan differs enough; or none was found in time.
    best : Result
        Of the first solve, with its conflict if there is no plan at all.
    """

    plans: tuple[Alternative, ...]
    end: End
    best: Result

    def sentences(self, lang: Lang = "en") -> Iterator[str]:
        """Say what each plan costs and how far it is from the others, and why there are no more."""
        yield from (one.sentence(lang) for one in self.plans)
        if self.end == "no more":
            yield say(lang, "No other plan differs enough: proven.", "没有其他差异足够的方案：已证明。")
        elif self.end == "unknown":
            yield say(lang, "No further plan was found.", "未找到更多方案。")


def alternatives(
    problem: Problem, *, count: int = 3, differ: int = 2, exchanges: bool = False, control: Control | None = None
) -> Several:
    """Return the best plan, then the best that differs from it enough, then the best that differs from both.

    Parameters
    ----------
    problem : Problem
    count : int
        How many plans at most.
    differ : int
        From each plan before, at least so many people sit elsewhere. With 1 these are the ``count`` best plans.
    exchanges : bool
        Count people whom no rule tells apart as different. By default they may stand in for one another: plans in
        which only they exchange seats are one plan, and the difference is how many people must move at least to
        come from one plan to the other.
    control : Control, optional

    Returns
    -------
    Several

    Raises
    ------
    InputError
        For a count or a difference below 1.

    Notes
    -----
    No later plan is better than an earlier one: a plan that costs the same as the plan before is proven at once.
    Otherwise the plans before become musts (`seatplan.alternatives.differ`) and all is solved again; where the
    problem falls into independent parts, each is solved for every number of moves in it, and these are
    combined exactly. In a part too large for that, some of the people move while the others stay, and the value of
    the plan before is the bound.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Prefer
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\na\\nb\\ne", language="en")
    >>> problem = Problem(room, Roster((Person("1", "Ann"),)), (Prefer(near="front", priority=1),))
    >>> found = alternatives(problem, count=9, differ=1)
    >>> [(one.plan.seat_of("1"), one.tiers[0].value, one.proven) for one in found.plans], found.end
    ([('a', 0, True), ('b', 1, True), ('e', 2, True)], 'no more')
    """
    refuse(
        Fault(name, str(number), "use a whole number of 1 or more")
        for name, number in (("count", count), ("differ", differ))
        if number < 1
    )
    control = control or Control()
    best = solve(problem, control=control)
    if best.status not in (Status.OPTIMAL, Status.FEASIBLE):
        return Several((), "no more" if best.status is Status.INFEASIBLE else "unknown", best)
    return _Search(problem, best, differ, control, exchanges=exchanges).run(count)


def _tier(tier: Tier, lang: Lang) -> str:
    least = say(lang, f" (at least {tier.bound})", f"（至少{tier.bound}）") if tier.gap else ""
    return say(lang, f"tier {tier.tier} costs {tier.value}{least}", f"第{tier.tier}级代价{tier.value}{least}")


class _Search:
    def __init__(self, problem: Problem, best: Result, differ: int, control: Control, *, exchanges: bool) -> None:
        self.problem, self.best, self.differ, self.control = problem, best, differ, control
        self.model, self.exchanges = problem.model, exchanges
        self.alike = kinds_of(self.model)
        self.kinds = np.arange(self.model.people) if exchanges else self.alike
        self.known: list[Ints] = [best.plan.indices(problem)]
        methods = ", ".join(sorted({part.method for part in best.parts}))
        self.plans = [Alternative(1, best.plan, best.tiers, (), methods)]
        pieces = split(self.model)
        self.parts = Combined(self.model, pieces, self.kinds, control)

    def run(self, count: int) -> Several:
        end: End = "enough"
        while len(self.plans) < count and end == "enough":
            try:
                answer = self._next()
            except Stopped:
                answer = Answer(None, Status.UNKNOWN)
            if answer.seats is None:
                end = "no more" if answer.status is Status.INFEASIBLE else "unknown"
            else:
                self._keep(answer, aligned(answer.seats, self.known[0], self.kinds))
        return Several(tuple(self.plans), end, self.best)

    def _keep(self, answer: Answer, seats: Ints) -> None:
        plan = sound_plan(self.problem, seats, _by_rule(self.model, seats))
        far = tuple(moves(seats, old, self.kinds) for old in self.known)
        tiers = tuple(map(Tier, self.model.tiers, answer.values, answer.bounds))
        self.plans.append(Alternative(len(self.plans) + 1, plan, tiers, far, answer.proof))
        self.known.append(seats)

    def _next(self) -> Answer:
        """Return the best plan that differs enough from all known ones."""
        if self.differ > self.model.people:
            return Answer(None, Status.INFEASIBLE)
        self.control.checkpoint()
        last = self.plans[-1]
        values = tuple(tier.value for tier in last.tiers)
        seats = turned(self.known[-1], self.known, self.differ, self.alike) if self.exchanges else None
        if seats is not None and last.proven:
            return Answer(seats, Status.OPTIMAL, values, values, proof="as good as the plan before")
        floor = values if last.proven else tuple(-1 for _ in values)
        answer = self.parts.next(self.known, self.differ, floor, proven=self.plans[0].proven)
        if answer.seats is None and answer.status is not Status.INFEASIBLE and seats is not None:
            answer = Answer(seats, Status.FEASIBLE, values, (0,) * len(values), proof=_EXCHANGED)
        return self._raised(answer)

    def _raised(self, answer: Answer) -> Answer:
        """Raise the bounds to what the plan before proves: no later plan is better."""
        if answer.seats is None:
            return answer
        last = [tier.value if self.plans[-1].proven else tier.bound for tier in self.plans[-1].tiers]
        bounds = _raised(answer.values, answer.bounds, last)
        status = Status.OPTIMAL if bounds == answer.values else Status.FEASIBLE
        return Answer(answer.seats, status, answer.values, bounds, proof=answer.proof)


def _raised(values: Sequence[int], bounds: Sequence[int], floor: Sequence[int]) -> tuple[int, ...]:
    """Return bounds that are no less than those of a better plan, as long as both are equal in the tiers before.

    Examples
    --------
    >>> _raised((5, 9), (4, 0), (5, 7)), _raised((6, 3), (0, 0), (5, 7))
    ((5, 7), (5, 0))
    """
    found: list[int] = []
    equal = True
    for value, bound, least in zip(values, bounds, floor, strict=True):
        found.append(max(bound, least) if equal else bound)
        equal &= value == least
    return behind_gaps(tuple(values), tuple(found))


def _by_rule(model: Model, seats: Ints) -> dict[int, int]:
    found: dict[int, int] = {}
    for s in model.statements:
        if s.tier:
            found[s.rule] = found.get(s.rule, 0) + s.weight * amount(s.term, seats)
    return found
