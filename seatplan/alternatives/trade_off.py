"""What two aims cost each other: the plans that are best in one without being needlessly bad in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from seatplan.alternatives.aim import Aim
from seatplan.alternatives.best import searched
from seatplan.alternatives.sound import sound_plan
from seatplan.errors import Fault, refuse
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.result import Result, Status
from seatplan.rules.base import say
from seatplan.solve import solve
from seatplan.solvers import Answer, Control, Piece, Solved, Stopped, solve_model, split, together
from seatplan.terms import Limit, Model, Statement, amount

__all__ = ["Curve", "Gap", "Point", "trade_off"]

_LARGEST = 300_000
"""People x seats above which a limit on a price, which couples everybody, is hopeless (measured)."""


@dataclass(frozen=True)
class Point:
    """One plan of the curve.

    Parameters
    ----------
    first, second : int
        Price in each aim.
    proven : bool
        No plan is as good in both aims and better in one.
    plan : Plan
    """

    first: int
    second: int
    proven: bool
    plan: Plan


@dataclass(frozen=True, slots=True)
class Gap:
    """Where points may be: between ``left`` and ``right`` in the first aim, ``bottom`` and ``top`` in the second.

    Examples
    --------
    >>> Gap(0, 9, 5, 2).open, Gap(0, 9, 1, 2).open
    (True, False)
    """

    left: int
    top: int
    right: int
    bottom: int

    @property
    def open(self) -> bool:
        """Whether a point fits in between, edges left out."""
        return self.right - self.left > 1 and self.top - self.bottom > 1

    @property
    def size(self) -> int:
        """How many pairs of prices are in it, roughly."""
        return (self.right - self.left) * (self.top - self.bottom)

    def cut(self, limit: int, new: Point) -> Iterator[Gap]:
        """Yield what is left when a new point is the best in the first aim up to a limit in the second."""
        yield Gap(self.left, self.top, new.first, limit)
        yield Gap(new.first, new.second, self.right, self.bottom)


@dataclass(frozen=True)
class Curve:
    """The trade-off between two aims.

    Parameters
    ----------
    first, second : Aim
    points : tuple of Point
        From the best in the first aim to the best in the second.
    complete : bool
        There are no other points; otherwise ``reason`` says why some may be missing.
    reason : str
        ``""``, ``"count"`` (more points than asked for), ``"time"``, or ``"hull"``: in a large room only points
        on the convex hull are found.
    best : Result or None
        Of a plain solve, where no plan was found, with its conflict.
    gaps : tuple of Gap
        Where other points may be: nothing is proven of them.
    """

    first: Aim
    second: Aim
    points: tuple[Point, ...]
    complete: bool
    reason: str = ""
    best: Result | None = None
    gaps: tuple[Gap, ...] = ()

    def sentence(self, lang: Lang = "en") -> str:
        """Say how many points there are, and whether they are all."""
        points = len(self.points)
        en = {
            "": f"All {points} points of the trade-off, proven."
            if points > 1
            else "One plan is best in both aims.",
            "count": f"{points} points of the trade-off; there may be more between them.",
            "time": f"{points} points found in the time; not all are proven, and there may be more.",
            "hull": f"{points} points of the convex hull; there may be more between them.",
        }
        zh = {
            "": f"权衡曲线共{points}点，已证明无遗漏。" if points > 1 else "有一个方案在两方面都最优。",
            "count": f"权衡曲线上的{points}点；其间可能还有其他点。",
            "time": f"限时内得到{points}点；未全部证明，可能还有其他点。",
            "hull": f"凸包上的{points}点；其间可能还有其他点。",
        }
        return say(lang, en[self.reason], zh[self.reason])


def trade_off(
    problem: Problem, first: Aim, second: Aim, *, count: int = 20, control: Control | None = None
) -> Curve:
    """Return the points of the trade-off between two aims, each exact.

    Parameters
    ----------
    problem : Problem
    first, second : Aim
        See `named_aims`.
    count : int
        How many points at most; they are spread over the curve.
    control : Control, optional

    Returns
    -------
    Curve

    Notes
    -----
    Every must holds, and tiers stronger than both aims stay as good as they can be; weaker prices are not looked
    at. Between two points the second aim gets a limit in the middle (epsilon constraint) and the first is
    minimized, then the second; so every point is one of the curve, and with enough points and time these are
    all of them. In a large room both aims are weighed against each other instead, without a limit: that finds
    the points of the convex hull.

    Examples
    --------
    >>> from seatplan.alternatives.aim import named_aims
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Prefer, Stay
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\na\\nb\\ne", language="en")
    >>> crowd = Roster((Person("1", "Ann"), Person("2", "Bob")))
    >>> rules = (Prefer(near="front", priority=1), Stay(priority=2))
    >>> problem = Problem(room, crowd, rules, previous={"1": "e", "2": "b"})
    >>> curve = trade_off(problem, *named_aims(problem, "prefer,stay"))
    >>> [(point.first, point.second) for point in curve.points], curve.complete
    ([(1, 1), (3, 0)], True)
    """
    refuse([Fault("count", str(count), "use a whole number of 2 or more")] if count < 2 else [])
    return _Search(problem, first, second, control or Control()).run(count)


class _Search:
    def __init__(self, problem: Problem, first: Aim, second: Aim, control: Control) -> None:
        self.problem, self.aims, self.control = problem, (first, second), control
        self.tier = min(first.tier, second.tier)
        self.musts = [s for s in problem.model.statements if s.tier < self.tier]
        self.own = [[s for s in problem.model.statements if s.tier and s.rule in aim.rules] for aim in self.aims]
        self.small = problem.model.people * problem.model.seats <= _LARGEST
        self.points: list[Point] = []
        self.reason = ""
        self.gaps: list[Gap] | None = None

    def run(self, count: int) -> Curve:
        try:
            if not self._ends():
                return Curve(*self.aims, (), False, "time", solve(self.problem, control=self.control))
            (self._limits if self.small else self._hull)(count)
        except Stopped:
            self.reason = "time"
        points = tuple(sorted(_undominated(self.points), key=lambda point: point.first))
        reason = self.reason or ("" if all(point.proven for point in points) else "time")
        gaps = tuple(_between(points) if self.gaps is None else sorted(self.gaps, key=lambda gap: gap.left))
        return Curve(*self.aims, points, not reason, reason, gaps=gaps if reason else ())

    def _ends(self) -> bool:
        """Find the best plan in the first aim, fix the stronger tiers there, find the best in the second."""
        found = self._solved(self._tiers((self.tier, self.tier + 1)))
        if found is None:
            return False
        if self.small:
            self.musts = [s for s in self.musts if s.tier == 0] + self._stronger(found)
        if self._solved(self._tiers((self.tier + 1, self.tier))) is None:
            raise Stopped(self.control.reason)
        return True

    def _tiers(self, tiers: tuple[int, int], weights: tuple[int, int] = (1, 1)) -> list[Statement]:
        """Return the prices of both aims in these tiers."""
        return [
            replace(s, tier=tier, weight=s.weight * weight)
            for own, tier, weight in zip(self.own, tiers, weights, strict=True)
            for s in own
        ]

    def _stronger(self, answer: Answer) -> list[Statement]:
        """Return the musts that stronger tiers stay as good as in an answer."""
        assert answer.seats is not None
        by_tier: dict[int, list[Statement]] = {}
        for s in self.musts:
            if s.tier:
                by_tier.setdefault(s.tier, []).append(s)
        found = []
        for own in by_tier.values():
            parts = tuple((s.weight, s.term) for s in own)
            spent = sum(weight * amount(term, answer.seats) for weight, term in parts)
            found.append(Statement(Limit(parts, spent)))
        return found

    def _solved(self, statements: list[Statement]) -> Answer | None:
        """Solve with these statements, keep the point; None if there is no plan."""
        self.control.checkpoint()
        model = self.problem.model
        whole = Model(model.people, model.seats, (*self.musts, *statements))
        answer = together(whole, [self._part(piece) for piece in split(whole)])
        if answer.status not in (Status.OPTIMAL, Status.FEASIBLE):
            return None
        self._keep(answer)
        return answer

    def _part(self, piece: Piece) -> Solved:
        """Solve one part; no special method reads a limit over everybody."""
        limited = any(isinstance(s.term, Limit) for s in piece.model.statements)
        answer = (searched if limited else solve_model)(piece.model, self.control)
        return Solved(piece, answer, 0.0)

    def _keep(self, answer: Answer) -> None:
        assert answer.seats is not None
        by_rule: dict[int, int] = {}
        for s in (s for own in self.own for s in own):
            by_rule[s.rule] = by_rule.get(s.rule, 0) + s.weight * amount(s.term, answer.seats)
        plan = sound_plan(self.problem, answer.seats, by_rule)
        first, second = (sum(by_rule.get(i, 0) for i in aim.rules) for aim in self.aims)
        self.points.append(Point(first, second, answer.status is Status.OPTIMAL, plan))

    def _limits(self, count: int) -> None:
        """Put a limit in the middle of the widest gap, until there is no gap or there are enough points."""
        self.gaps = list(_between(sorted(self.points, key=lambda point: point.first)))
        while self.gaps and len({(p.first, p.second) for p in self.points}) < count:
            gap = max(self.gaps, key=lambda gap: gap.size)
            limit = (gap.top + gap.bottom) // 2
            parts = tuple((s.weight, s.term) for s in self.own[1])
            bound = Statement(Limit(parts, limit))
            if self._solved([*self._tiers((self.tier, self.tier + 1)), bound]) is None:
                raise Stopped(self.control.reason)
            self.gaps.remove(gap)
            self.gaps.extend(part for part in gap.cut(limit, self.points[-1]) if part.open)
        self.reason = "count" if self.gaps else ""

    def _hull(self, count: int) -> None:
        """Weigh the aims as the line through two neighbours does, until nothing lies below any such line."""
        waiting = [(self.points[0], self.points[1])]
        while waiting and len(self.points) < count:
            one, other = waiting.pop(0)
            weights = one.second - other.second, other.first - one.first
            if min(weights) <= 0:
                continue
            if self._solved(self._tiers((self.tier, self.tier), weights)) is None:
                raise Stopped(self.control.reason)
            new = self.points[-1]
            if _weighed(new, weights) < _weighed(one, weights):
                waiting += [(one, new), (new, other)]
            else:
                self.points.pop()
        ends = {(p.first, p.second) for p in self.points}
        self.reason = "" if len(ends) == 1 else "count" if waiting else "hull"


def _between(points: Sequence[Point]) -> Iterator[Gap]:
    """Yield the gaps between neighbours on a curve in which a point fits."""
    for one, other in pairwise(points):
        gap = Gap(one.first, one.second, other.first, other.second)
        if gap.open:
            yield gap


def _weighed(point: Point, weights: tuple[int, int]) -> int:
    return point.first * weights[0] + point.second * weights[1]


def _undominated(points: list[Point]) -> Iterator[Point]:
    """Yield each point once, without those that another is as good as in both aims."""
    met: set[tuple[int, int]] = set()
    for point in points:
        place = point.first, point.second
        beaten = any(
            (p.first, p.second) != place and p.first <= point.first and p.second <= point.second for p in points
        )
        if not beaten and place not in met:
            met.add(place)
            yield point
