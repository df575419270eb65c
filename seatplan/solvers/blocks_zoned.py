"""Delegations in connected blocks across a hall-wide order of classes: zones, flows, exchanges, then exact groups.

1. The order becomes zones (`seatplan.solvers.blocks_zones`).
2. Everybody gets a seat near the middle of the own group (`seatplan.solvers.blocks_gathered`).
3. Seats are exchanged until every group is in one part (`seatplan.solvers.blocks_swaps`).
4. Every group is solved exactly on its seats.

What comes out is a plan of known price, with bounds over all plans (`seatplan.solvers.floors`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, prices
from seatplan.solvers.blocks_gathered import Gathering
from seatplan.solvers.blocks_swaps import Swaps
from seatplan.solvers.blocks_zones import zoned
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.floors import floors
from seatplan.solvers.locality import exclusions, is_local, is_shape, of_each_group, on_grid
from seatplan.solvers.parties import kinds_of, lines_of
from seatplan.solvers.prices import price_table
from seatplan.solvers.regions import connected
from seatplan.solvers.split import restrict
from seatplan.terms import Compact, Domain, Model, Ordered, Pair, Region, Statement

__all__ = ["ZonedBlocks"]

Ints = NDArray[np.intp]
Solve = Callable[[Model, Control], Answer]
_ZONES, _TRIES, _STEPS = 4, 12, 1500
"""How many cuts into zones, tries in all, and exchanges for each seat."""
_PLANS, _ENOUGH = 4, 1_200_000
"""How many plans are looked for, and exchanges after which one is enough."""
_SHARE = 0.7
_LEAST = 20
"""People below whom an engine proves the best plan sooner than this method finds one."""
_STRONG, _WEAK = 30.0, 2.0
"""Sides of outline that the dearest seat is worth, of a tier above and below that of the outlines."""


class ZonedBlocks:
    """The method for blocks with orders across groups; ``inner`` solves one group on its seats."""

    name = "zoned blocks"

    def __init__(self, inner: Solve) -> None:
        self.inner = inner

    def supports(self, model: Model) -> bool:
        """Hard regions on a grid, perhaps hard orders of few classes; every other must stays inside a group."""
        regions = on_grid(model)
        if model.people < _LEAST or len(regions) < 2:
            return False
        group_of = _group_of(model, regions)
        orders = _orders(model, group_of)
        others = (s for s in model.statements if s.tier == 0 and s not in orders)
        few = all(isinstance(s.term, Ordered) and 2 * len(s.term.classes) <= model.people for s in orders)
        everybody = sum(len(term.people) for term in regions) == int((group_of >= 0).sum())
        return few and everybody and all(_read(s, group_of) for s in others)

    def solve(self, model: Model, control: Control) -> Answer:
        """Return the best plan that was met, with bounds over all plans; unknown if there was none."""
        regions = on_grid(model)
        orders = _orders(model, _group_of(model, regions))
        best: Ints | None = None
        try:
            for seats in _plans(model, orders, self.inner, _share(control)):
                if connected(model, seats) and (best is None or prices(model, seats) < prices(model, best)):
                    best = seats
                    control.tell(self.name, f"values {prices(model, best)}")
        except Stopped:
            pass
        if best is None:
            return Answer(
                None, Status.UNKNOWN, method=self.name, proof=control.reason or "no plan of this pattern"
            )
        values, bounds = prices(model, best), floors(model)
        status = Status.OPTIMAL if values == bounds else Status.FEASIBLE
        return Answer(best, status, values, bounds, self.name, "isoperimetric and flow bounds over all plans")


def _share(control: Control) -> Control:
    """Leave some of the time to the methods that prove."""
    return control if control.remaining is None else control.within(_SHARE * control.remaining)


def _plans(model: Model, orders: list[Statement], inner: Solve, control: Control) -> Iterator[Ints]:
    """Yield plans from a few tries, each on other zones and from another beginning, ever longer."""
    zones = [_Zoned(candidate, inner, control) for candidate in islice(zoned(model, orders), _ZONES)]
    found = steps = 0
    for attempt in range(_TRIES if zones else 0):
        long = _STEPS * model.seats * (1 + attempt // _ZONES)
        seats = zones[attempt % len(zones)].plan(long, control.seed + attempt)
        steps += long
        if seats is not None:
            found += 1
            yield seats
        if found == _PLANS or (found and steps >= _ENOUGH):
            return


def _read(statement: Statement, group_of: Ints) -> bool:
    """Tell whether a must stays inside a group, keeps two together, or is a set in one run inside a group."""
    term = statement.term
    if isinstance(term, Region) and term.grid is None and lines_of(term.edges) is None:
        return False
    return is_local(statement, group_of) or (isinstance(term, Pair) and term.wanted)


def _group_of(model: Model, regions: list[Region]) -> Ints:
    group_of = np.full(model.people, -1, dtype=np.intp)
    for index, term in enumerate(regions):
        group_of[term.people] = index
    return group_of


def _orders(model: Model, group_of: Ints) -> list[Statement]:
    """Return the hard orders across groups."""
    return [
        s for s in model.statements if s.tier == 0 and isinstance(s.term, Ordered) and not is_local(s, group_of)
    ]


@dataclass(eq=False)
class _Zoned:
    model: Model
    inner: Solve
    control: Control
    regions: list[Region] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.regions = on_grid(self.model)
        self.group_of = _group_of(self.model, self.regions)
        self.gathering = Gathering(self.model, self.regions, self.inner)
        self.domains, self.grid, self.couples = (
            self.gathering.domains,
            self.gathering.grid,
            self.gathering.couples,
        )
        self.label_of = self._labels()
        edges = np.unique(np.concatenate([term.edges for term in self.regions]), axis=0)
        self.near: list[list[int]] = [[] for _ in range(self.model.seats)]
        for a, b in edges.tolist():
            self.near[a].append(b)
            self.near[b].append(a)
        kept = tuple(s for s in self.model.statements if not is_shape(s.term))
        self.inside = Model(self.model.people, self.model.seats, kept)
        everybody = np.flatnonzero(self.group_of < 0)
        self.groups = [term.people for term in self.regions] + ([everybody] if len(everybody) else [])
        self.models = of_each_group(self.inside, self.groups)
        self.table = price_table(self.model)

    def plan(self, steps: int, seed: int) -> Ints | None:
        """Return everybody's seat after so many exchanges, or None if groups are still in parts."""
        seats = self.gathering.seats(seed, self.control)
        if seats is None:
            return None
        swaps = self._swaps(seats)
        swaps.anneal(steps, replace(self.control, seed=seed))
        return None if swaps.faults else self._seated(swaps.label)

    def _labels(self) -> Ints:
        """Return a number for each person: like people share it, but every couple has its own."""
        label_of = np.zeros(self.model.people, dtype=np.intp)
        for index, cast in enumerate(kinds_of(self.model).casts):
            label_of[cast.people] = index
        for couple in self.couples:
            label_of[couple.people] = label_of.max() + (1 if couple.even else np.array([1, 2]))
        found: Ints = np.unique(label_of, return_inverse=True)[1].reshape(-1)
        return found

    def _swaps(self, seats: Ints) -> Swaps:
        label, first = [-1] * self.model.seats, np.unique(self.label_of, return_index=True)[1]
        for person, seat in enumerate(seats.tolist()):
            label[seat] = int(self.label_of[person])
        groups = [int(self.group_of[person]) for person in first]
        allowed = [self.domains.masks[self.domains.class_of[person]].tolist() for person in first]
        price = [self._price(int(person)).tolist() for person in first]
        return Swaps(label, groups, allowed, price, self.near, self.grid, self._partners())

    def _price(self, person: int) -> NDArray[np.float64]:
        """Return what each seat costs a person, in sides of outline."""
        shapes = (s.tier for s in self.model.statements if s.tier and isinstance(s.term, Compact))
        outline, total = min(shapes, default=0), np.zeros(self.model.seats)
        for tier, values, every in zip(self.model.tiers, self.table.of(person), self.table.values, strict=True):
            total += values * ((_WEAK if 0 < outline < tier else _STRONG) / max(1, every.max(initial=1)))
        return total

    def _partners(self) -> dict[int, list[tuple[int, list[list[int]]]]]:
        found: dict[int, list[tuple[int, list[list[int]]]]] = {}
        for couple in self.couples:
            beside: list[list[int]] = [[] for _ in range(self.model.seats)]
            for a, b in couple.relation.tolist():
                beside[a].append(b)
                beside[b].append(a)
            one, other = self.label_of[couple.people].tolist()
            found.setdefault(one, []).append((other, beside))
            if one != other:
                found.setdefault(other, []).append((one, beside))
        return found

    def _seated(self, label: list[int]) -> Ints | None:
        """Solve every group on its seats; who must sit apart from somebody seated already keeps away."""
        seats, places = np.full(self.model.people, -1, dtype=np.intp), np.array(label, dtype=np.intp)
        fixed = list(self._fixed(places))
        for g, people in enumerate(self.groups):
            block = np.flatnonzero(np.isin(places, self.label_of[people]))
            away = [Domain(np.array([p]), free) for p, free in exclusions(self.inside, people, seats)]
            more = tuple(Statement(domain) for domain in (*away, *fixed))
            model = Model(self.model.people, self.model.seats, (*self.models[g].statements, *more))
            answer = self.inner(restrict(model, people, block), self.control)
            if answer.seats is None:
                return None
            seats[people] = block[answer.seats]
        return seats

    def _fixed(self, places: Ints) -> Iterator[Domain]:
        """Yield the seats of couples of two groups: no group alone could keep them together."""
        for couple in self.couples:
            if len(np.unique(self.group_of[couple.people])) == 2:
                yield from (
                    Domain(np.array([p]), np.flatnonzero(places == self.label_of[p])) for p in couple.people
                )
