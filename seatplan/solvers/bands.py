"""Delegations in bands of lines: a dynamic programme over bands, each band solved exactly when it is needed.

The `Bands` term says that groups take disjoint runs of lines (columns, or places in reading order), one after the
other. So every plan is a choice of runs and, inside each run, a plan of the group alone. The programme prices
a run first by a lower bound, solves the runs of the best choice exactly, puts the exact prices in, and repeats
until the best choice holds exact prices only: then it is optimal over *all* plans, not over a family of them.

If the bands have a price, consecutive groups may share a run as one *unit*. Groups whose bands meet are always
consecutive: if the first and the third of three meet, the second meets one of them. A unit of k groups has
k - 1 pairs that meet, or more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, behind_gaps, infeasible, prices
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.domains import domains_of
from seatplan.solvers.locality import crosses, groups_of_regions, is_local, of_each_group, settled
from seatplan.solvers.regions import too_scattered
from seatplan.solvers.runs import Bounds, Floor, Run, Unit, cheapest
from seatplan.solvers.side import side_by_side
from seatplan.solvers.split import restrict
from seatplan.terms import Bands, Model, Pair, Statement

__all__ = ["BandProgramme"]

Ints = NDArray[np.intp]
Solve = Callable[[Model, Control], Answer]
_MOST_RUNS = 300_000
_MOST_GROUPS = 3
"""Groups that share a run of lines, where bands have a price; the bound knows what more of them cost."""
_PROOF = "dynamic programme over all runs of lines, each chosen run proven"
_SCATTERED = "no connected part of these lines holds the group"
_OPEN = "best over the runs tried; the bound is that of each group alone"


class BandProgramme:
    """The method for delegations; ``inner`` solves one group in one run of lines."""

    name = "band programme"

    def __init__(self, inner: Solve) -> None:
        self.inner = inner

    def supports(self, model: Model) -> bool:
        """One ordered `Bands` over everybody; every other statement stays inside one group.

        With a price, of more groups than may share a run: these are for other methods.
        """
        bands = _bands_of(model)
        if bands is None or not isinstance(bands.term, Bands) or not bands.term.ordered:
            return False
        if bands.tier and sum(map(bool, map(len, bands.term.groups))) <= _MOST_GROUPS:
            return False
        group_of = np.full(model.people, -1, dtype=np.intp)
        for index, members in enumerate(bands.term.groups):
            group_of[members] = index
        return bool((group_of >= 0).all()) and all(s is bands or is_local(s, group_of) for s in model.statements)

    def solve(self, model: Model, control: Control) -> Answer:
        """Run the programme."""
        return self._programme(model, control).run()

    def solve_from(self, model: Model, control: Control, best: Ints, changed: Ints) -> Answer:
        """Run the programme for a model that has some musts more than one whose best plan is known.

        Parameters
        ----------
        model : Model
        control : Control
        best : ndarray of int, shape (people,)
            The best plan without these musts.
        changed : ndarray of int
            Of whom these musts speak. Every other group is known to have no better plan in the run it has.
        """
        programme = self._programme(model, control)
        programme.known = best, changed
        return programme.run()

    def _programme(self, model: Model, control: Control) -> _Programme:
        statement = _bands_of(model)
        assert statement is not None
        assert isinstance(statement.term, Bands)
        return _Programme(model, statement, statement.term, self.inner, control)


def _bands_of(model: Model) -> Statement | None:
    found = [s for s in model.statements if isinstance(s.term, Bands)]
    return found[0] if len(found) == 1 else None


@dataclass(eq=False)
class _Programme:
    model: Model
    statement: Statement
    bands: Bands
    inner: Solve
    control: Control
    prices: list[dict[tuple[int, int], tuple[int, ...]]] = field(default_factory=list)
    solved: dict[Run, Answer] = field(default_factory=dict)
    limited: bool = False
    known: tuple[Ints, Ints] | None = None

    def __post_init__(self) -> None:
        domains = domains_of(self.model)
        usable = domains.masks.any(axis=0)
        lines, line = np.unique(self.bands.line[usable], return_inverse=True)
        every = np.full(self.model.seats, -1, dtype=np.intp)
        every[usable] = line.reshape(-1)
        self.floor = Floor(self.model, domains, every, len(lines))
        self.groups = [g for g in self.bands.groups if len(g)]
        most = _MOST_GROUPS if self.statement.tier else 1
        sizes = [(i, i + n) for n in range(1, most + 1) for i in range(len(self.groups) - n + 1)]
        self.units = [Unit(i, j, np.concatenate(self.groups[i:j])) for i, j in sorted(sizes, key=lambda s: s[1])]

    def run(self) -> Answer:
        """Price, choose, solve what was chosen, until the choice is exact."""
        most = max(1, _MOST_RUNS // max(1, len(self.units) * self.floor.lines))
        bounds = [self._bounds(unit, most) for unit in self.units]
        self.limited = any(bound.limited for bound in bounds)
        self.prices = [dict(bound.runs()) for bound in bounds]
        if self.known is not None and not self.statement.tier and self._independent():
            self._remember(*self.known)
        best: Answer | None = None
        try:
            while True:
                path = self._cheapest()
                if path is None:
                    return self._without(best)
                if all(run in self.solved for run in path):
                    return self._answer(path, path)
                best = self._better(best, path)
        except Stopped:
            return best or Answer(None, Status.UNKNOWN, method=BandProgramme.name, proof=self.control.reason)

    def _without(self, best: Answer | None) -> Answer:
        """Return that there is no plan, if every one that there could be was looked at."""
        if not self.limited and not self.statement.tier:
            return infeasible(BandProgramme.name, "no choice of runs seats every group")
        return best or Answer(None, Status.UNKNOWN, method=BandProgramme.name, proof="none of the runs tried fits")

    def _cheapest(self) -> list[Run] | None:
        return cheapest(self.units, self.prices, self.solved, self.floor.lines)

    def _bounds(self, unit: Unit, most: int) -> Bounds:
        """Return the bounds of a unit; a unit of several groups has one pair less that meets."""
        deepest = int(np.bincount(self.floor.line[self.floor.line >= 0]).max(initial=1))
        others = [len(g) for i, g in enumerate(self.groups) if not unit.first <= i < unit.end]
        elsewhere = -(-sum(others) // deepest) if self.statement.tier else sum(-(-n // deepest) for n in others)
        meeting = self.statement.weight * (unit.size - 1)
        extra = tuple(meeting * (tier == self.statement.tier) for tier in self.model.tiers)
        return Bounds(self.floor, unit.members, elsewhere=elsewhere, most=most, extra=extra)

    def _independent(self) -> bool:
        """Tell whether nobody must keep apart from other groups, so that each group is best by itself."""
        group_of = np.zeros(self.model.people, dtype=np.intp)
        for g, members in enumerate(self.groups):
            group_of[members] = g
        pairs = (s.term for s in self.model.statements if isinstance(s.term, Pair))
        return not any(crosses(term, group_of).any() for term in pairs)

    def _remember(self, best: Ints, changed: Ints) -> None:
        """Keep the runs of a known plan as solved, but for groups that have changed."""
        for u, unit in enumerate(self.units):
            members = unit.members
            lines = self.floor.line[best[members]]
            run = u, int(lines.min()), int(lines.max()) + 1
            if run[1:] in self.prices[u] and lines.min() >= 0 and not np.isin(members, changed).any():
                block = self.seats(*run[1:])
                seats, model = np.searchsorted(block, best[members]), restrict(self._models[u], members, block)
                values = prices(model, seats)
                self._keep(run, model, Answer(seats, Status.OPTIMAL, values, values, BandProgramme.name))

    def _better(self, best: Answer | None, path: list[Run]) -> Answer | None:
        """Solve the runs of a choice; return the better of the best plan and the one that it gives, if any."""
        new = [run for run in path if run not in self.solved]
        for run, (model, answer) in zip(
            new, side_by_side(self._solve_run, new, self.control.workers), strict=True
        ):
            self._keep(run, model, answer)
        if any(self.solved[run].seats is None for run in path):
            return best
        found = self._answer(path, self._cheapest() or path)
        worse = found.seats is None or (best is not None and found.values >= best.values)
        return best if worse else found

    def _solve_run(self, run: Run) -> tuple[Model, Answer]:
        self.control.checkpoint()
        u, first, end = run
        unit = self.units[u]
        model = restrict(self._models[u], unit.members, self.seats(first, end))
        hopeless = any(too_scattered(model, region) for region in groups_of_regions(model))
        answer = infeasible(BandProgramme.name, _SCATTERED) if hopeless else self.inner(model, self.control)
        if answer.status is Status.UNKNOWN:
            raise Stopped(self.control.reason)
        self.control.tell(BandProgramme.name, f"group {unit.end} of {len(self.groups)}: {answer.status}")
        return model, answer

    def _keep(self, run: Run, model: Model, answer: Answer) -> None:
        u, first, end = run
        self.solved[run] = answer
        if answer.status is Status.INFEASIBLE:
            del self.prices[u][first, end]
        else:
            by_tier = dict(zip(model.tiers, answer.bounds, strict=True))
            self.prices[u][first, end] = tuple(by_tier.get(tier, 0) for tier in self.model.tiers)

    def seats(self, first: int, end: int) -> Ints:
        """Return the seats of a run of lines."""
        return np.flatnonzero((self.floor.line >= first) & (self.floor.line < end))

    @cached_property
    def _models(self) -> list[Model]:
        """Return for each unit the model of what speaks of its people, with the old indices."""
        kept = self.model if self.statement.tier else self._local_model
        single = of_each_group(kept, self.groups)
        mine = [{id(s) for one in single[u.first : u.end] for s in one.statements} for u in self.units]
        spoken = (tuple(s for s in kept.statements if id(s) in ids) for ids in mine)
        return [Model(kept.people, kept.seats, statements) for statements in spoken]

    @cached_property
    def _local_model(self) -> Model:
        kept = tuple(s for s in self.model.statements if s is not self.statement)
        return Model(self.model.people, self.model.seats, kept)

    def _answer(self, path: list[Run], choice: list[Run]) -> Answer:
        """Return the plan of solved runs; the cheapest choice gives the bound."""
        seats = np.full(self.model.people, -1, dtype=np.intp)
        blocks = [(self.units[u].members, self.seats(first, end)) for u, first, end in path]
        for run, (members, block) in zip(path, blocks, strict=True):
            mine = self.solved[run].seats
            assert mine is not None
            seats[members] = block[mine]
        apart = settled(self._local_model, seats, blocks, self.inner, self.control)
        if apart is None:
            return Answer(None, Status.UNKNOWN, method=BandProgramme.name, proof="pairs who must keep apart")
        values, bounds = prices(self.model, apart), self._bound(choice)
        proven = values == bounds
        status, proof = (Status.OPTIMAL, _PROOF) if proven else (Status.FEASIBLE, _OPEN)
        return Answer(apart, status, values, behind_gaps(values, bounds), BandProgramme.name, proof)

    def _bound(self, choice: list[Run]) -> tuple[int, ...]:
        """Return a price that no plan undercuts, tiers one after the other."""
        least = _total(self.prices[u][first, end] for u, first, end in choice)
        if not self.limited and not self.statement.tier:
            return least
        anywhere = _total(self._anywhere(unit) for unit in self.units if unit.size == 1)
        if self.limited:
            return anywhere
        meeting = self.statement.weight * _MOST_GROUPS
        crowded = (
            a + meeting * (t == self.statement.tier) for a, t in zip(anywhere, self.model.tiers, strict=True)
        )
        return min(least, tuple(crowded))

    def _anywhere(self, unit: Unit) -> tuple[int, ...]:
        """Bound a unit over all seats, for plans in runs that were not tried."""
        return self._bounds(unit, self.floor.lines).bound(0, self.floor.lines)


def _total(vectors: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*vectors, strict=True)))
