"""Delegations as compact blocks: floors by CP-SAT, strips by dynamic programming, seats exactly.

1. Each delegation gets a *container*, a connected part of the seat graph (a floor, a section).
2. In a container the delegations follow their order in *strips* of whole rows or whole columns; inside a strip
   they fill it snake-wise. A dynamic programme over (delegations placed, lines used) finds the strips with the
   shortest outlines; it is exact for this pattern, not over all shapes.
3. Inside its block every delegation is solved exactly.

The bound is that of `seatplan.solvers.floors`: over all plans, of any shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, prices
from seatplan.solvers.control import Control, Stopped
from seatplan.solvers.domains import domains_of
from seatplan.solvers.floors import floors
from seatplan.solvers.locality import exclusions, groups_of_regions, is_local
from seatplan.solvers.regions import connected
from seatplan.solvers.split import restrict
from seatplan.terms import Compact, Cost, Domain, Model, Region, Statement

__all__ = ["BlockProgramme"]

Ints = NDArray[np.intp]
Solve = Callable[[Model, Control], Answer]
_MOST_IN_STRIP = 8
_MISSING = 10_000
_WISH = 10
_STATES = 6
_SHARES = (0.9, 0.94, 0.96, 0.98, 1.0)


class BlockProgramme:
    """The method for delegations in blocks; ``inner`` solves one delegation on its own block."""

    name = "block programme"

    def __init__(self, inner: Solve) -> None:
        self.inner = inner

    def supports(self, model: Model) -> bool:
        """Hard regions with a grid, one for everybody; all else stays inside a region or keeps people apart."""
        regions = groups_of_regions(model)
        if len(regions) < 2 or any(term.grid is None for term in regions):
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

    def __post_init__(self) -> None:
        self.regions = groups_of_regions(self.model)
        self.domains = domains_of(self.model, windows=False)
        self.edges = np.unique(np.concatenate([term.edges for term in self.regions]), axis=0)
        grid = self.regions[0].grid
        assert grid is not None
        self.grid = grid

    def run(self) -> Ints | None:
        """Return everybody's seat, or None. Strips need some room to spare: fill the containers evenly first."""
        containers = self._containers()
        for share in _SHARES:
            chosen = self._choose(containers, share)
            blocks = self._blocks(containers, chosen) if chosen is not None else None
            if blocks is not None:
                return self._seat(blocks)
        return None

    def _blocks(self, containers: list[Ints], chosen: list[int]) -> list[Ints] | None:
        """Return every group's block, or None if one container has no strips for its groups."""
        blocks: dict[int, Ints] = {}
        for index, seats in enumerate(containers):
            mine = [g for g, container in enumerate(chosen) if container == index]
            found = self._strips(seats, mine)
            if found is None:
                return None
            blocks.update(zip(mine, found, strict=True))
        return [blocks[g] for g in range(len(self.regions))]

    def _containers(self) -> list[Ints]:
        """Return the connected parts of the usable seats, nearest the first rows first."""
        import networkx as nx

        usable = np.asarray(self.domains.masks.any(axis=0))
        graph = nx.Graph()
        graph.add_nodes_from(np.flatnonzero(usable).tolist())
        graph.add_edges_from(self.edges[usable[self.edges].all(axis=1)].tolist())
        return [np.array(sorted(part)) for part in sorted(nx.connected_components(graph), key=min)]

    def _choose(self, containers: list[Ints], share: float) -> list[int] | None:
        """Choose a container for each group: earlier groups in earlier containers, within the capacities."""
        from ortools.sat.python import cp_model

        engine = cp_model.CpModel()
        there = [[engine.new_bool_var("") for _ in containers] for _ in self.regions]
        for row in there:
            engine.add_exactly_one(row)
        for c, seats in enumerate(containers):
            self._fit(engine, [row[c] for row in there], seats, share)
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
        for index, mask in [*enumerate(self.domains.masks), (-1, self.domains.masks.any(axis=0))]:
            room = int(mask[seats].sum() * (share if index < 0 else 1.0))
            sizes = [
                int((classes[t.people] == index).sum()) if index >= 0 else len(t.people) for t in self.regions
            ]
            if any(sizes):
                engine.add(sum(n * var for n, var in zip(sizes, chosen, strict=True)) <= room)  # type: ignore

    def _strips(self, seats: Ints, mine: list[int]) -> list[Ints] | None:
        """Return the blocks of some groups in one container, by the better of rows and columns."""
        best: tuple[int, list[Ints]] | None = None
        for turned in (False, True):
            found = _Strips(self, seats, mine, turned=turned).run()
            if found is not None and (best is None or found[0] < best[0]):
                best = found
        return best[1] if best is not None else None

    def _seat(self, blocks: list[Ints]) -> Ints | None:
        """Solve every group on its block; who must sit apart from somebody seated already keeps away."""
        seats = np.full(self.model.people, -1, dtype=np.intp)
        for region, block in zip(self.regions, blocks, strict=True):
            self.control.checkpoint()
            answer = self.inner(self._group_model(region.people, block, seats), self.control)
            if answer.seats is None:
                return None
            seats[region.people] = block[answer.seats]
        return seats

    def _group_model(self, people: Ints, block: Ints, seated: Ints) -> Model:
        shapes = (Region, Compact)
        kept = [s for s in self.model.statements if not isinstance(s.term, shapes)]
        away = [Statement(Domain(np.array([p]), free)) for p, free in exclusions(self.model, people, seated)]
        return restrict(Model(self.model.people, self.model.seats, (*kept, *away)), people, block)


@dataclass(eq=False)
class _Strips:
    """The dynamic programme over strips of one container."""

    layout: _Layout
    seats: Ints
    mine: list[int]
    turned: bool

    def __post_init__(self) -> None:
        place = self.layout.grid[self.seats]
        self.line, self.across = (place[:, 1], place[:, 0]) if self.turned else (place[:, 0], place[:, 1])
        self.lines = np.unique(self.line)
        self.common = self._common()
        self.needs = [self._need(g) for g in self.mine]
        self.sizes = [len(self.layout.regions[g].people) - n for g, n in zip(self.mine, self.needs, strict=True)]
        self.wishes = [list(self._wishes(g)) for g in self.mine]
        inside = np.full(self.layout.model.seats, -1, dtype=np.intp)
        inside[self.seats] = np.arange(len(self.seats))
        edges = inside[self.layout.edges]
        self.edges = edges[(edges >= 0).all(axis=1)]
        self.usable = np.asarray(self.layout.domains.masks.any(axis=0))[self.seats]

    def _common(self) -> NDArray[np.bool_]:
        """Tell which seats of the container most people may take; the others are kept for special needs."""
        people = np.concatenate([self.layout.regions[g].people for g in self.mine])
        classes = self.layout.domains.class_of[people]
        mask: NDArray[np.bool_] = self.layout.domains.masks[np.bincount(classes).argmax()][self.seats]
        return mask

    def _need(self, g: int) -> int:
        """Return how many of a group may take none of the common seats."""
        classes = self.layout.domains.class_of[self.layout.regions[g].people]
        masks = self.layout.domains.masks[:, self.seats]
        return sum(not (masks[k] & self.common).any() for k in classes)

    def _wishes(self, g: int) -> Iterator[tuple[int, Ints]]:
        """Yield how many of a group pay a price that not all pay, and what the container's seats cost them."""
        people = self.layout.regions[g].people
        for s in self.layout.model.statements:
            if s.tier and isinstance(s.term, Cost):
                payers = int(np.isin(s.term.people, people).sum())
                if 0 < payers < len(people):
                    yield payers, s.weight * s.term.values[self.seats]

    def run(self) -> tuple[int, list[Ints]] | None:
        """Return the total outline and the blocks, or None if the groups do not fit in strips."""
        best: dict[tuple[int, int], tuple[int, tuple[int, int] | None, list[Ints]]] = {(0, 0): (0, None, [])}
        for done in range(len(self.mine)):
            for state in sorted(s for s in best if s[0] == done)[:_STATES]:
                self.layout.control.checkpoint()
                for new, cost, blocks in self._extend(*state):
                    total = best[state][0] + cost
                    if new not in best or total < best[new][0]:
                        best[new] = (total, state, blocks)
        ends = [(entry[0], state) for state, entry in best.items() if state[0] == len(self.mine)]
        return (min(ends)[0], self._trace(best, min(ends)[1])) if ends else None

    def _trace(
        self, best: dict[tuple[int, int], tuple[int, tuple[int, int] | None, list[Ints]]], state: tuple[int, int]
    ) -> list[Ints]:
        blocks: list[Ints] = []
        step: tuple[int, int] | None = state
        while step is not None:
            _, earlier, mine = best[step]
            blocks = [*mine, *blocks]
            step = earlier
        return blocks

    def _extend(self, done: int, used: int) -> Iterator[tuple[tuple[int, int], int, list[Ints]]]:
        """Yield every next strip: one to eight groups on the fewest lines that hold them, or one or two more."""
        for end in range(done + 1, min(len(self.mine), done + _MOST_IN_STRIP) + 1):
            depth = self._depth(used, sum(self.sizes[done:end]))
            for lines in range(depth, depth + 3) if depth else ():
                if used + lines <= len(self.lines):
                    cost, blocks = self._fill(done, end, used, used + lines)
                    yield (end, used + lines), cost, blocks

    def _depth(self, used: int, people: int) -> int:
        """Return the fewest lines after ``used`` with so many common seats; 0 if there are too few."""
        line = np.searchsorted(self.lines, self.line[self.common])
        there = np.cumsum(np.bincount(line, minlength=len(self.lines))[used:])
        return int(np.searchsorted(there, people)) + 1 if len(there) and there[-1] >= people else 0

    def _fill(self, done: int, end: int, first: int, last: int) -> tuple[int, list[Ints]]:
        """Fill a strip snake-wise; return its outline, dear where a group lacks seats it needs, and the blocks.

        A group takes common seats for its people, and with them the special seats on its way.
        """
        low, high = self.lines[first], self.lines[last - 1]
        inside = np.flatnonzero((self.line >= low) & (self.line <= high) & self.usable)
        steps = np.unique(self.across[inside], return_inverse=True)[1]
        snake = np.where(steps % 2 == 0, self.line[inside], -self.line[inside])
        order = inside[np.lexsort((snake, steps))]
        counted = np.cumsum(self.common[order])
        cuts = [0, *np.searchsorted(counted, np.cumsum(self.sizes[done:end])) + 1]
        group = np.full(len(self.seats), -1, dtype=np.intp)
        blocks = [order[a:b] for a, b in pairwise(cuts)]
        for index, block in enumerate(blocks):
            group[block] = index
        lack = sum(self._lack(done + i, block) for i, block in enumerate(blocks))
        wish = sum(self._wish(done + i, block) for i, block in enumerate(blocks))
        return self._outline(group) + _MISSING * lack + _WISH * wish, [self.seats[block] for block in blocks]

    def _lack(self, index: int, block: Ints) -> int:
        """Return how many special seats with a neighbour in the block are missing."""
        if not self.needs[index]:
            return 0
        special = block[~self.common[block]]
        ends = self.edges[np.isin(self.edges, block).all(axis=1)]
        beside = np.isin(special, ends[(self.across[ends[:, 0]] != self.across[ends[:, 1]])])
        return max(0, self.needs[index] - int(beside.sum()))

    def _wish(self, index: int, block: Ints) -> int:
        """Return what the individual wishes cost at least on this block."""
        return sum(int(np.partition(v[block], n - 1)[:n].sum()) for n, v in self.wishes[index])

    def _outline(self, group: Ints) -> int:
        ends = group[self.edges]
        hidden = int(((ends[:, 0] == ends[:, 1]) & (ends[:, 0] >= 0)).sum())
        return 4 * int((group >= 0).sum()) - 2 * hidden
