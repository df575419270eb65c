"""Delegations in bands of lines: a dynamic programme over bands, each band solved exactly when it is needed.

The hard `Bands` term says that groups take disjoint runs of lines (columns, or places in reading order), one
after the other. So every plan is a choice of runs and, inside each run, a plan of the group alone. The
programme prices a run first by a lower bound, solves the runs of the best choice exactly, puts the exact
prices in, and repeats until the best choice holds exact prices only: then it is optimal over *all* plans, not
over a family of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, behind_gaps, infeasible, prices
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.domains import Domains, domains_of
from seatplan.solvers.floors import outline_floor
from seatplan.solvers.locality import crosses, groups_of_regions, is_local, of_each_group, settled
from seatplan.solvers.regions import too_scattered
from seatplan.solvers.side import side_by_side
from seatplan.solvers.split import restrict
from seatplan.terms import Bands, Compact, Cost, Model, Pair, Statement

__all__ = ["BandProgramme"]

Ints = NDArray[np.intp]
Solve = Callable[[Model, Control], Answer]
Run = tuple[int, int, int]
_MOST_RUNS = 300_000
_PROOF = "dynamic programme over all runs of lines, each chosen run proven"
_SCATTERED = "no connected part of these lines holds the group"
_OPEN = "best over the runs tried; the bound is that of each group alone"


class BandProgramme:
    """The method for delegations; ``inner`` solves one group in one run of lines."""

    name = "band programme"

    def __init__(self, inner: Solve) -> None:
        self.inner = inner

    def supports(self, model: Model) -> bool:
        """One hard ordered `Bands` over everybody; every other statement stays inside one group."""
        bands = _bands_of(model)
        if bands is None or not bands.ordered:
            return False
        group_of = np.full(model.people, -1, dtype=np.intp)
        for index, members in enumerate(bands.groups):
            group_of[members] = index
        return bool((group_of >= 0).all()) and all(
            s.term is bands or is_local(s, group_of) for s in model.statements
        )

    def solve(self, model: Model, control: Control) -> Answer:
        """Run the programme."""
        bands = _bands_of(model)
        assert bands is not None
        return _Programme(model, bands, self.inner, control).run()

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
        bands = _bands_of(model)
        assert bands is not None
        programme = _Programme(model, bands, self.inner, control)
        programme.known = best, changed
        return programme.run()


def _bands_of(model: Model) -> Bands | None:
    found = [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Bands)]
    return found[0] if len(found) == 1 else None


@dataclass(eq=False)
class _Programme:
    model: Model
    bands: Bands
    inner: Solve
    control: Control
    prices: list[dict[tuple[int, int], tuple[int, ...]]] = field(default_factory=list)
    solved: dict[Run, Answer] = field(default_factory=dict)
    limited: bool = False
    known: tuple[Ints, Ints] | None = None

    def __post_init__(self) -> None:
        self.domains = domains_of(self.model)
        usable = self.domains.masks.any(axis=0)
        self.lines, line = np.unique(self.bands.line[usable], return_inverse=True)
        self.line = np.full(self.model.seats, -1, dtype=np.intp)
        self.line[usable] = line.reshape(-1)
        self.groups = [g for g in self.bands.groups if len(g)]

    def run(self) -> Answer:
        """Price, choose, solve what was chosen, until the choice is exact."""
        most = max(1, _MOST_RUNS // max(1, len(self.groups) * len(self.lines)))
        bounds = [_Bounds(self, members, most=most) for members in self.groups]
        self.limited = any(bound.limited for bound in bounds)
        self.prices = [dict(bound.runs()) for bound in bounds]
        if self.known is not None and self._independent():
            self._remember(*self.known)
        best: Answer | None = None
        try:
            while True:
                path = self._cheapest()
                if path is None:
                    return infeasible(BandProgramme.name, "no choice of runs seats every group")
                if all(run in self.solved for run in path):
                    return self._answer(path, path)
                best = self._better(best, path)
        except Stopped:
            return best or Answer(None, Status.UNKNOWN, method=BandProgramme.name, proof=self.control.reason)

    def _independent(self) -> bool:
        """Tell whether nobody must keep apart from other groups, so that each group is best by itself."""
        group_of = np.zeros(self.model.people, dtype=np.intp)
        for g, members in enumerate(self.groups):
            group_of[members] = g
        pairs = (s.term for s in self.model.statements if isinstance(s.term, Pair))
        return not any(crosses(term, group_of).any() for term in pairs)

    def _remember(self, best: Ints, changed: Ints) -> None:
        """Keep the runs of a known plan as solved, but for groups that have changed."""
        for g, members in enumerate(self.groups):
            lines = self.line[best[members]]
            run = g, int(lines.min()), int(lines.max()) + 1
            if run[1:] in self.prices[g] and lines.min() >= 0 and not np.isin(members, changed).any():
                block = self.seats(*run[1:])
                seats, model = np.searchsorted(block, best[members]), restrict(self._models[g], members, block)
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

    def _cheapest(self) -> list[Run] | None:
        """Choose runs for all groups: smallest bound, then most runs that are solved already."""
        zero = (0,) * (len(self.model.tiers) + 1)
        best: list[tuple[tuple[int, ...], int, Run | None] | None] = [(zero, 0, None)] * (len(self.lines) + 1)
        tables = [best]
        for g in range(len(self.groups)):
            best = self._step(g, best)
            tables.append(best)
        return _path(tables)

    def _step(
        self, g: int, best: list[tuple[tuple[int, ...], int, Run | None] | None]
    ) -> list[tuple[tuple[int, ...], int, Run | None] | None]:
        """Return the best ways to place group g so that it ends before each line."""
        new: list[tuple[tuple[int, ...], int, Run | None] | None] = [None] * len(best)
        for (first, end), price in self.prices[g].items():
            before = best[first]
            if before is None:
                continue
            unsolved = (g, first, end) not in self.solved
            total = tuple(a + b for a, b in zip(before[0], (*price, int(unsolved)), strict=True))
            here = new[end]
            if here is None or total < here[0]:
                new[end] = (total, first, (g, first, end))
        for end in range(1, len(new)):
            earlier, here = new[end - 1], new[end]
            if earlier is not None and (here is None or earlier[0] <= here[0]):
                new[end] = earlier
        return new

    def _solve_run(self, run: Run) -> tuple[Model, Answer]:
        self.control.checkpoint()
        g, first, end = run
        model = restrict(self._models[g], self.groups[g], self.seats(first, end))
        hopeless = any(too_scattered(model, region) for region in groups_of_regions(model))
        answer = infeasible(BandProgramme.name, _SCATTERED) if hopeless else self.inner(model, self.control)
        if answer.status is Status.UNKNOWN:
            raise Stopped(self.control.reason)
        self.control.tell(BandProgramme.name, f"group {g + 1} of {len(self.groups)}: {answer.status}")
        return model, answer

    def _keep(self, run: Run, model: Model, answer: Answer) -> None:
        g, first, end = run
        self.solved[run] = answer
        if answer.status is Status.INFEASIBLE:
            del self.prices[g][first, end]
        else:
            by_tier = dict(zip(model.tiers, answer.bounds, strict=True))
            self.prices[g][first, end] = tuple(by_tier.get(tier, 0) for tier in self.model.tiers)

    def seats(self, first: int, end: int) -> Ints:
        """Return the seats of a run of lines."""
        return np.flatnonzero((self.line >= first) & (self.line < end))

    @cached_property
    def _models(self) -> list[Model]:
        return of_each_group(self._local_model, self.groups)

    @cached_property
    def _local_model(self) -> Model:
        kept = tuple(s for s in self.model.statements if s.term is not self.bands)
        return Model(self.model.people, self.model.seats, kept)

    def _answer(self, path: list[Run], cheapest: list[Run]) -> Answer:
        """Return the plan of solved runs; the cheapest choice gives the bound."""
        seats = np.full(self.model.people, -1, dtype=np.intp)
        for g, first, end in path:
            mine = self.solved[g, first, end].seats
            assert mine is not None
            seats[self.groups[g]] = self.seats(first, end)[mine]
        blocks = [(self.groups[g], self.seats(first, end)) for g, first, end in path]
        apart = settled(self._local_model, seats, blocks, self.inner, self.control)
        if apart is None:
            return Answer(None, Status.UNKNOWN, method=BandProgramme.name, proof="pairs who must keep apart")
        seats = apart
        values = prices(self.model, seats)
        bounds = tuple(map(sum, zip(*(self.prices[g][first, end] for g, first, end in cheapest), strict=True)))
        if self.limited:
            bounds = tuple(map(sum, zip(*map(self._anywhere, self.groups), strict=True)))
        proven = values == bounds
        status, proof = (Status.OPTIMAL, _PROOF) if proven else (Status.FEASIBLE, _OPEN)
        return Answer(seats, status, values, behind_gaps(values, bounds), BandProgramme.name, proof)

    def _anywhere(self, members: Ints) -> tuple[int, ...]:
        """Bound a group over all seats, for when not every run was tried."""
        return _Bounds(self, members, most=len(self.lines)).bound(0, len(self.lines))


def _path(tables: list[list[tuple[tuple[int, ...], int, Run | None] | None]]) -> list[Run] | None:
    end, runs = len(tables[0]) - 1, []
    for table in reversed(tables[1:]):
        here = table[end]
        if here is None or here[2] is None:
            return None
        runs.append(here[2])
        end = here[1]
    return runs[::-1]


class _Bounds:
    """Lower bounds of one group over all runs of lines that could hold it."""

    def __init__(self, programme: _Programme, members: Ints, *, most: int) -> None:
        self.programme, self.members, self.most = programme, members, most
        domains: Domains = programme.domains
        self.kinds, self.sizes = np.unique(domains.class_of[members], return_counts=True)
        self.needed = np.append(self.sizes, len(members))
        self.masks = domains.masks[self.kinds]
        self.costs = [c for s in programme.model.statements if (c := self._cost(s)) is not None]
        self.outlines = self._outlines()
        self.room = self._room()
        self.narrowest, self.widest = self._narrowest(), self._widest()
        self.limited = self.widest > self.narrowest + most

    def _cost(self, statement: Statement) -> tuple[int, int, Ints, Ints] | None:
        """Return tier index, how many pay, their usable seats and the prices."""
        if not isinstance(statement.term, Cost) or not statement.tier:
            return None
        payers = np.intersect1d(self.members, statement.term.people)
        if not len(payers):
            return None
        classes = self.programme.domains.class_of[payers]
        usable = np.flatnonzero(self.programme.domains.masks[np.unique(classes)].any(axis=0))
        tier = self.programme.model.tiers.index(statement.tier)
        return tier, len(payers), usable, statement.weight * statement.term.values[usable]

    def _outlines(self) -> tuple[int, ...]:
        """Return the shortest outlines of the group in each tier, wherever it sits."""
        model, found = self.programme.model, [0] * len(self.programme.model.tiers)
        for s in model.statements:
            mine = s.tier and isinstance(s.term, Compact) and np.isin(s.term.people, self.members).all()
            if mine:
                found[model.tiers.index(s.tier)] += outline_floor(s)
        return tuple(found)

    def runs(self) -> Iterator[tuple[tuple[int, int], tuple[int, ...]]]:
        """Yield every run of lines with room for the group, with its bound in each tier.

        A run wider than need be is kept: it may cost less. Runs without room are left out.
        """
        lines, widest = len(self.programme.lines), min(self.widest, self.narrowest + self.most)
        for first in range(lines - self.narrowest + 1):
            for end in range(first + self.narrowest, min(lines, first + widest) + 1):
                if self._fits(first, end):
                    yield (first, end), self.bound(first, end)

    def _narrowest(self) -> int:
        """Return the fewest lines that hold the group anywhere, by number alone."""
        deepest = int(np.diff(self.room[-1]).max(initial=1))
        return max(1, -(-len(self.members) // max(1, deepest)))

    def _room(self) -> Ints:
        """Return running counts of usable seats by line: one row a class, the last for all together."""
        programme = self.programme
        masks = [*self.masks, np.asarray(self.masks.any(axis=0))]
        counts = [
            np.bincount(programme.line[np.flatnonzero(m & (programme.line >= 0))], minlength=len(programme.lines))
            for m in masks
        ]
        return np.concatenate([np.zeros((len(masks), 1), dtype=np.intp), np.cumsum(counts, axis=1)], axis=1)

    def _fits(self, first: int, end: int) -> bool:
        there = self.room[:, end] - self.room[:, first]
        return bool((there >= self.needed).all())

    def _widest(self) -> int:
        """Return the most lines a group can take while all others still fit by number."""
        lines = len(self.programme.lines)
        deepest = int(np.bincount(self.programme.line[self.programme.line >= 0]).max(initial=1))
        others = sum(-(-len(g) // deepest) for g in self.programme.groups if g is not self.members)
        return max(1, lines - others)

    def bound(self, first: int, end: int) -> tuple[int, ...]:
        bounds = list(self.outlines)
        for tier, payers, usable, values in self.costs:
            line = self.programme.line[usable]
            inside = values[(line >= first) & (line < end)]
            bounds[tier] += int(np.partition(inside, payers - 1)[:payers].sum())
        return tuple(bounds)
