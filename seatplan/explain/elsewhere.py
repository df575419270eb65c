"""Why not there: put somebody on a seat, solve again what this touches, and say what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict import Clash, find_clashes_with, find_conflicts
from seatplan.conflict.decide import decide
from seatplan.conflict.told import clash_in_bands
from seatplan.conflict.verdict import Proof
from seatplan.explain.chain import chain, fewest_moves
from seatplan.explain.forbidden import forbidding
from seatplan.explain.moves import Moves
from seatplan.explain.names import named_seat, seated_person
from seatplan.explain.price import Price, Shift, WhyNot
from seatplan.explain.regroup import group_of, regrouped
from seatplan.explain.scope import Scope, scope_of
from seatplan.explain.sits import Sits
from seatplan.explain.sound_change import hold_sound
from seatplan.explain.window import window
from seatplan.plan import Plan
from seatplan.problem import Problem
from seatplan.result import Status
from seatplan.solvers import SOLVERS, Answer, Control, Piece, Stopped, solve_model, split
from seatplan.solvers.answer import behind_gaps, prices
from seatplan.solvers.bands import BandProgramme
from seatplan.solvers.domains import nowhere
from seatplan.terms import Cost, Domain, Model, Statement, amount

__all__ = ["why_not"]

Ints = NDArray[np.intp]
_SECONDS = 20.0
_MOMENT = 0.4
_REASONING = 5.0
_REASONS = 3
_LARGEST = 40_000


def why_not(
    problem: Problem,
    plan: Plan,
    person: str,
    seat: str,
    *,
    optimal: bool = False,
    control: Control | None = None,
) -> WhyNot:
    """Say what it takes to put somebody on a seat: the least price, or the rules that forbid it.

    Parameters
    ----------
    problem : Problem
    plan : Plan
        With which prices are compared; best when it is optimal.
    person, seat : str
        Id, or a name or label that only one has.
    optimal : bool
        Whether the plan is known to be optimal: then nothing cheaper is looked for.
    control : Control, optional
        Default twenty seconds.

    Returns
    -------
    WhyNot

    Notes
    -----
    Only the part of the problem to which the person belongs is solved again. A lower bound by matching and the
    plain swap often meet; then no search is needed.

    Examples
    --------
    >>> from seatplan.people import Person, Roster
    >>> from seatplan.rules import Prefer
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("=\\na\\nb", language="en")
    >>> crowd = Roster((Person("1", "Ann"),))
    >>> problem = Problem(room, crowd, (Prefer(near="front", priority=1),))
    >>> why_not(problem, Plan({"1": "a"}), "Ann", "b").sentences()[0]
    'Ann (b) costs 1 more in tier 1.'
    """
    index, place = seated_person(problem, plan, person), named_seat(problem, seat)
    control = control or Control(time_limit=_SECONDS)
    return _Question(problem, plan, index, place, control, optimal=optimal).answer()


class _Question:
    def __init__(
        self, problem: Problem, plan: Plan, person: int, seat: int, control: Control, *, optimal: bool
    ) -> None:
        self.problem, self.plan, self.control = problem, plan, control
        self.person, self.seat = problem.people[person].id, problem.venue.seats[seat].id
        self.scope: Scope = scope_of(problem, plan)
        self.inside, self.optimal = self.scope.index(person), optimal
        self.piece = self._part()
        self.mine = int(np.searchsorted(self.piece.people, self.inside))
        places = np.full(self.scope.model.seats, -1, dtype=np.intp)
        places[self.piece.seats] = np.arange(len(self.piece.seats))
        self.seat_of, self.there = places[self.scope.seat_of[self.piece.people]], int(places[seat])

    def _part(self) -> Piece:
        """Return the part of the person; the whole where the plan breaks musts and people sit in other parts."""
        model, seat_of = self.scope.model, self.scope.seat_of
        part = next(p for p in split(model) if self.inside in p.people)
        if np.isin(seat_of[part.people], part.seats).all():
            return part
        return Piece(model, np.arange(model.people), np.arange(model.seats))

    def answer(self) -> WhyNot:
        if self.there < 0:
            return self._impossible()
        fixed = self._fixed()
        if len(nowhere(fixed)) or (
            _small(fixed) and decide(fixed, self.control, upto=Proof.KNOT).feasible is False
        ):
            return self._impossible()
        near = self._near(fixed)
        if near is None and (clash := self._forbidden()) is not None:
            return replace(self._unknown(), possible=False, conflicts=(clash,), proven=True)
        found = self._best(fixed, near)
        if found.status is Status.INFEASIBLE:
            return self._impossible()
        return self._unknown() if found.seats is None else self._possible(found)

    def _fixed(self) -> Model:
        """Return the part, and that the person sits there."""
        model, fix = self.piece.model, Domain(np.array([self.mine]), np.array([self.there]))
        return Model(model.people, model.seats, (*model.statements, Statement(fix)))

    def _forbidden(self) -> Clash | None:
        """Find the rules that forbid it inside of delegations in bands."""
        if self.there < 0:
            return None
        found = forbidding(self._fixed(), self.seat_of, self.mine, self.control.within(_REASONING))
        if found is None:
            return None
        supposed, people = self._supposed(), [self.problem.person_index[self.person]]
        rules = found[0] | {len(self.problem.rules)}
        control = self.control.within(_MOMENT)
        return clash_in_bands(supposed, rules, people, minimal=found[1], control=control)

    def _supposed(self) -> Problem:
        return self.problem.supposing(Sits(person=self.person, seat=self.seat))

    def _unknown(self) -> WhyNot:
        return WhyNot(self.person, self.seat, None, problem=self.problem)

    def _impossible(self) -> WhyNot:
        """Find the rules that forbid it, by supposing it as one more rule."""
        supposed = self._supposed()
        known, last = self._known(), len(self.problem.rules)
        found = find_clashes_with(supposed, last, most=_REASONS, control=self.control, known=known)
        if not found and (clash := self._forbidden()) is not None:
            found = (clash,)
        found = found or find_conflicts(supposed, most=1, control=self.control, known=known)
        return WhyNot(self.person, self.seat, False, conflicts=found, proven=bool(found), problem=self.problem)

    def _known(self) -> list[Ints]:
        """Return the plan, and the plan after a plain swap: both keep many rules."""
        seats = self.plan.indices(self.problem)
        if (seats < 0).any():
            return []
        mine = self.problem.person_index[self.person]
        return [seats, Moves(seats, mine, self.scope.model.seats).after(self.problem.venue.seat_index[self.seat])]

    def _best(self, fixed: Model, near: Answer | None) -> Answer:
        """Return the best plan: one near the old plan if a bound by matching proves it, else that of a search."""
        bound = _relaxed(fixed, self.control)
        if bound.status is Status.INFEASIBLE:
            return bound
        known = prices(self.piece.model, self.seat_of) if self.optimal else bound.values
        if near and near.values in (known, bound.values):
            return replace(near, bounds=near.values, status=Status.OPTIMAL)
        return self._searched(fixed, bound, near)

    def _searched(self, fixed: Model, bound: Answer, near: Answer | None) -> Answer:
        """Search where a plan better than the near one can be; if there is none, the near one is best."""
        smaller = window(fixed, bound.seats, near.values) if near and bound.seats is not None else None
        if near and smaller is None and not _small(fixed) and _bands(fixed) is None:
            known = prices(self.piece.model, self.seat_of) if self.optimal else (0,) * len(near.values)
            lower = max(bound.values or known, known)  # no plan with the person there is better than the best
            return replace(near, bounds=behind_gaps(near.values, tuple(map(min, lower, near.values))))
        found = self._solve(smaller or fixed)
        if found.seats is not None:
            found = replace(found, seats=fewest_moves(fixed, found.seats, self.seat_of))
        return found if near is None else _better(near, found, bound, closed=smaller is not None)

    def _solve(self, model: Model) -> Answer:
        """Ask the solvers; in a large part without bands only for any plan."""
        try:
            bands = _bands(model)
            if self.optimal and bands is not None and not _small(model):
                return bands.solve_from(model, self.control, self.seat_of, np.array([self.mine]))
            if _small(model) or bands is not None:
                return solve_model(model, self.control)
            verdict = decide(model, self.control)
        except Stopped:
            return Answer(None, Status.UNKNOWN)
        if verdict.feasible:
            return Answer(verdict.seats, Status.FEASIBLE, prices(model, verdict.seats))
        return Answer(None, Status.UNKNOWN if verdict.feasible is None else Status.INFEASIBLE)

    def _near(self, fixed: Model) -> Answer | None:
        """Return a plan that seats only the person's group anew, or one that a few moves reach."""
        small = _small(fixed)
        moment = self.control if small else self.control.within(_MOMENT)
        group = None if small else group_of(fixed, self.mine)
        seats = None if group is None else regrouped(fixed, self.seat_of, group, moment)
        if seats is None and (small or _bands(fixed) is None):
            seats = chain(fixed, self.seat_of, self.mine, self.there, moment)
        return None if seats is None else Answer(seats, Status.FEASIBLE, prices(fixed, seats))

    def _possible(self, found: Answer) -> WhyNot:
        assert found.seats is not None
        model, before = self.piece.model, prices(self.piece.model, self.seat_of)
        bounds = found.bounds or (0,) * len(before)
        after = self.scope.seat_of.copy()
        after[self.piece.people] = self.piece.seats[found.seats]
        whole = self.plan.indices(self.problem)
        whole[self.scope.people] = after
        new = Plan.of(self.problem, whole)
        dearer = {tier: b - a for tier, a, b in zip(model.tiers, before, found.values, strict=True)}
        hold_sound(self.problem, self.plan, new, dearer)
        return WhyNot(
            self.person,
            self.seat,
            True,
            found.status is Status.OPTIMAL,
            tuple(map(Price, model.tiers, before, found.values, bounds)),
            new,
            tuple(self.plan.changes(new)),
            tuple(self._shifts(found.seats, new)),
            problem=self.problem,
        )

    def _shifts(self, seats: Ints, new: Plan) -> Iterator[Shift]:
        """Compare the price of each rule before and after."""
        before, after = (_by_rule(self.piece.model, s) for s in (self.seat_of, seats))
        for index in sorted(before):
            if before[index] != after[index]:
                rule = self.problem.rules[index]
                old = {(v.people, v.seats) for v in rule.check(self.problem, self.plan)}
                fresh = (v for v in rule.check(self.problem, new) if (v.people, v.seats) not in old)
                yield Shift(index, before[index], after[index], tuple(fresh))


def _bands(model: Model) -> BandProgramme | None:
    """Return the method that soon proves what is best in a large part, if it falls into bands."""
    return next((s for s in SOLVERS if isinstance(s, BandProgramme) and s.supports(model)), None)


def _small(model: Model) -> bool:
    return model.people * model.seats <= _LARGEST


def _better(near: Answer, found: Answer, bound: Answer, *, closed: bool) -> Answer:
    """Return the better of two plans with what is known; a ``closed`` search looked only for better ones."""
    best = near if found.seats is None or near.values <= found.values else found
    if found.status is Status.OPTIMAL or (closed and found.status is Status.INFEASIBLE):
        return replace(best, bounds=best.values, status=Status.OPTIMAL)
    lower = found.bounds or bound.bounds or (0,) * len(best.values)
    bounds = behind_gaps(best.values, tuple(map(min, lower, best.values)))
    return replace(best, bounds=bounds, status=Status.FEASIBLE)


def _by_rule(model: Model, seats: Ints) -> dict[int, int]:
    found: dict[int, int] = {}
    for s in model.statements:
        if s.tier:
            found[s.rule] = found.get(s.rule, 0) + s.weight * amount(s.term, seats)
    return found


def _relaxed(model: Model, control: Control) -> Answer:
    """Return the best assignment when only domains and prices of seats count, with a value for each tier."""
    kept = tuple(s for s in model.statements if isinstance(s.term, Domain | Cost))
    simple = Model(model.people, model.seats, kept)
    try:
        found = solve_model(simple, control)
    except Stopped:
        return Answer(None, Status.UNKNOWN)
    if found.status is not Status.OPTIMAL:
        return replace(found, values=())
    by_tier = dict(zip(simple.tiers, found.values, strict=True))
    values = tuple(by_tier.get(tier, 0) for tier in model.tiers)
    return replace(found, values=values, bounds=values)
