"""Delegations as compact blocks: floors by CP-SAT, strips by annealing over exact prices, seats exactly.

1. Each delegation gets a *container*, a connected part of the seat graph (a floor, a section): earlier ones in
   earlier containers.
2. In a container `seatplan.solvers.packing` finds strips of whole rows or whole columns, and stretches of them
   with short outlines. The order inside a container is free, as it is for this shape.
3. Inside its block every delegation is solved exactly. A block that does not hold its delegation after all is
   forbidden, and its strip is laid anew.

The bound is that of `seatplan.solvers.floors`: over all plans, of any shape.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, prices
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.domains import domains_of
from seatplan.solvers.floors import floors
from seatplan.solvers.locality import blocks_of, exclusions, groups_of_regions, is_local, of_each_group
from seatplan.solvers.packing import Packing, pack
from seatplan.solvers.regions import connected, parts_of
from seatplan.solvers.split import restrict
from seatplan.solvers.strips import DEAR, Ask, Ground
from seatplan.terms import Compact, Cost, Domain, Model, Region, Statement

__all__ = ["BlockProgramme"]

Ints = NDArray[np.intp]
Solve = Callable[[Model, Control], Answer]
_SHARES = (0.9, 0.94, 0.96, 0.98, 1.0)
_CHOICES, _REPAIRS = 12, 40
_MOST_LONE = 60
"""People without a region, each of whom is a block of one."""


class BlockProgramme:
    """The method for delegations in blocks; ``inner`` solves one delegation on its own block."""

    name = "block programme"

    def __init__(self, inner: Solve) -> None:
        self.inner = inner

    def supports(self, model: Model) -> bool:
        """Hard regions with a grid, none for some people; all else stays inside a region or keeps people apart."""
        regions = blocks_of(model)
        lone = len(regions) - len(groups_of_regions(model))
        if len(regions) < 2 or lone > _MOST_LONE or any(term.grid is None for term in regions):
            return False
        group_of = np.full(model.people, -1, dtype=np.intp)
        for index, term in enumerate(regions):
            if (group_of[term.people] >= 0).any():
                return False
            group_of[term.people] = index
        return bool((group_of >= 0).all()) and all(is_local(s, group_of) for s in model.statements)

    def solve(self, model: Model, control: Control) -> Answer:
        """Return a plan of this pattern, with a bound over all plans; unknown if the pattern has none."""
        try:
            seats = _Layout(model, self.inner, control).run()
        except Stopped:
            seats = None
        if seats is None or not connected(model, seats):
            return Answer(None, Status.UNKNOWN, method=self.name, proof="no plan of this pattern")
        values, bounds = prices(model, seats), floors(model)
        status = Status.OPTIMAL if values == bounds else Status.FEASIBLE
        return Answer(seats, status, values, bounds, self.name, "isoperimetric and flow bounds over all plans")


@dataclass(eq=False)
class _Layout:
    model: Model
    inner: Solve
    control: Control
    regions: list[Region] = field(default_factory=list)
    known: dict[bytes, Ints | None] = field(default_factory=dict)
    failed: list[tuple[int, list[int]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.regions = blocks_of(self.model)
        self.domains = domains_of(self.model, windows=False)
        self.usable = np.asarray(self.domains.masks.any(axis=0))
        self.edges = np.unique(np.concatenate([term.edges for term in self.regions]), axis=0)
        shapes = (Region, Compact)
        kept = tuple(s for s in self.model.statements if not isinstance(s.term, shapes))
        self.inside = Model(self.model.people, self.model.seats, kept)
        self.models = of_each_group(self.inside, [region.people for region in self.regions])

    def run(self) -> Ints | None:
        """Return everybody's seat, or None. Strips need some room to spare: fill the containers evenly first."""
        containers = self._containers()
        for share in _SHARES:
            for _ in range(_CHOICES):
                chosen = self._choose(containers, share)
                if chosen is None:
                    break
                seats = self._pack(containers, chosen)
                if seats is not None:
                    return seats
        return None

    def _pack(self, containers: list[Ints], chosen: list[int]) -> Ints | None:
        """Return everybody's seat, or None if a container has no strips for its groups: then they part ways."""
        seats = np.full(self.model.people, -1, dtype=np.intp)
        ground = self._ground()
        asks = [self._ask(ground, region.people) for region in self.regions]
        for index, container in enumerate(containers):
            mine = [g for g, where in enumerate(chosen) if where == index]
            packings = pack(ground, container, mine, asks, self.control) if mine else ()
            if mine and not any(self._seat(packing, seats) for packing in packings):
                self.failed.append((index, mine))
                return None
        return seats

    def _containers(self) -> list[Ints]:
        """Return the connected parts of the usable seats, nearest the first rows first."""
        return sorted(parts_of(np.flatnonzero(self.usable), self.edges), key=min)

    def _choose(self, containers: list[Ints], share: float) -> list[int] | None:
        """Choose a container for each group: earlier groups in earlier containers, within the capacities."""
        from ortools.sat.python import cp_model

        if len(containers) == 1:
            return None if self.failed else [0] * len(self.regions)
        engine = cp_model.CpModel()
        there = [[engine.new_bool_var("") for _ in containers] for _ in self.regions]
        for row in there:
            engine.add_exactly_one(row)
        for c, seats in enumerate(containers):
            self._fit(engine, [row[c] for row in there], seats, share)
        for c, mine in self.failed:
            engine.add_bool_or([~there[g][c] for g in mine])
        cost = [(len(self.regions) - g) * c for g in range(len(there)) for c in range(len(containers))]
        flat = [var for row in there for var in row]
        engine.minimize(cp_model.LinearExpr.weighted_sum(flat, cost))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.random_seed = 1, self.control.seed
        solver.parameters.max_deterministic_time = 5.0
        if solver.solve(engine) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return [next(c for c, var in enumerate(row) if solver.value(var)) for row in there]

    def _fit(self, engine: object, chosen: list[object], seats: Ints, share: float) -> None:
        """For each class of people: those placed here find enough seats here."""
        classes = self.domains.class_of
        for index, mask in [*enumerate(self.domains.masks), (-1, self.usable)]:
            room = int(mask[seats].sum() * (share if index < 0 else 1.0))
            sizes = [
                int((classes[t.people] == index).sum()) if index >= 0 else len(t.people) for t in self.regions
            ]
            if any(sizes):
                engine.add(sum(n * var for n, var in zip(sizes, chosen, strict=True)) <= room)  # type: ignore

    def _ground(self) -> Ground:
        """Return what all strips share; a tier above that of the outlines is dear, one below is cheap."""
        grid = self.regions[0].grid
        assert grid is not None
        outline = min((s.tier for s in self.model.statements if s.tier and isinstance(s.term, Compact)), default=0)
        costs = [(s, s.term) for s in self.inside.statements if s.tier and isinstance(s.term, Cost)]
        side = DEAR if any(s.tier > outline > 0 for s, _ in costs) else 1
        values = [s.weight * term.values * (1 if s.tier > outline > 0 else DEAR * side) for s, term in costs]
        common = self.domains.masks[np.bincount(self.domains.class_of).argmax()]
        wishes = np.array(values, dtype=np.intp).reshape(len(costs), self.model.seats)
        return Ground(grid, self.edges, self.usable, common, self.domains.masks, wishes, side)

    def _ask(self, ground: Ground, people: Ints) -> Ask:
        """Return what a group asks of its block: seats of some kinds, and for people who pay for theirs."""
        kinds, counts = np.unique(self.domains.class_of[people], return_counts=True)
        picky = [not ground.masks[k][ground.common].all() for k in kinds]
        barred = [not ground.masks[k][ground.common].any() for k in kinds]
        needs = [(int(k), int(n)) for k, n, some in zip(kinds, counts, picky, strict=True) if some]
        costs = [s.term for s in self.inside.statements if s.tier and isinstance(s.term, Cost)]
        wishes = [(i, int(np.isin(term.people, people).sum())) for i, term in enumerate(costs)]
        size = len(people) - int(counts[barred].sum())
        return Ask(size, tuple(needs), tuple((i, n) for i, n in wishes if n), special=any(barred))

    def _seat(self, packing: Packing, seats: Ints) -> bool:
        """Solve every group on its block; lay strips anew where a block does not hold its group."""
        for _ in range(_REPAIRS):
            for order in packing.orders:
                for g in order:
                    seats[self.regions[g].people] = -1
            failed = self._failing(packing, seats)
            if failed is None:
                return True
            failed()
            packing.reckon()
            if not packing.whole:
                return False
        return False

    def _failing(self, packing: Packing, seats: Ints) -> Callable[[], None] | None:
        """Seat groups until one has no connected plan on its block; return what forbids that block."""
        for g, strip, placed, block in packing.blocks():
            self.control.checkpoint()
            region = self.regions[g]
            found = self._inside(g, block, seats)
            if found is None or len(parts_of(found, region.edges)) > 1:
                return lambda strip=strip, placed=placed: strip.forbid(placed)  # type: ignore[misc]
            seats[region.people] = found
        return None

    def _inside(self, g: int, block: Ints, seated: Ints) -> Ints | None:
        """Return a group's seats inside its block; who must sit apart from somebody seated already keeps away."""
        people = self.regions[g].people
        away = list(exclusions(self.inside, people, seated))
        key = b"".join([people.tobytes(), block.tobytes(), *(free.tobytes() for _, free in away)])
        if key not in self.known:
            barred = [Statement(Domain(np.array([p]), free)) for p, free in away]
            model = Model(self.model.people, self.model.seats, (*self.models[g].statements, *barred))
            answer = self.inner(restrict(model, people, block), self.control)
            self.known[key] = None if answer.seats is None else block[answer.seats]
        return self.known[key]
