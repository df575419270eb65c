"""Most people in stretches of seats when groups keep apart: a set packing, solved to the proof.

One variable says that a group of some size begins at some seat; groups of one size are alike, so their number is
one constraint. Two groups exclude each other if they use one seat or two seats that are too near. In the graph of
seats that are too near every maximal clique is used by one group at most, which holds all these exclusions and is
far stronger than they are pair by pair.

CP-SAT has the cliques as they are. HiGHS gets them by running sums: so many groups begin up to a seat, so many end
before another, and the difference are those that touch what lies between; each clique then has two terms in a
row instead of a hundred. CP-SAT goes first; what it leaves open HiGHS is asked: is there any plan with more?
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import chain, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.distance.greedy import first_plan

__all__ = ["Packed", "Packing", "pack"]

Ints = NDArray[np.intp]
_MOST_CLIQUES = 50_000
_FIRST = 12.0
"""Deterministic seconds of CP-SAT before HiGHS is asked."""


@dataclass(frozen=True, eq=False)
class Packing:
    """Groups that keep apart.

    Parameters
    ----------
    stretches : list of ndarray of int
        Seats side by side, without an aisle.
    pairs : ndarray of int, shape (k, 2)
        Seats that two groups must not both use.
    sizes : mapping of int to int or None
        How many groups of each size there are; None for any number.
    cap : int
        People who may be seated at all.
    """

    stretches: Sequence[Ints]
    pairs: Ints
    sizes: Mapping[int, int | None]
    cap: int

    @cached_property
    def starts(self) -> list[tuple[int, int, int]]:
        """Every way to seat a group: size, stretch, place in it."""
        return [
            (size, k, at)
            for k, line in enumerate(self.stretches)
            for at in range(len(line))
            for size in self.sizes
            if at + size <= len(line)
        ]

    def seats(self, start: tuple[int, int, int]) -> Ints:
        """Return the seats of one way to seat a group."""
        size, k, at = start
        return self.stretches[k][at : at + size]

    @property
    def ceiling(self) -> int:
        """No more people than there are, than may be, than there are seats."""
        known = [size * count for size, count in self.sizes.items() if count is not None]
        people = sum(known) if len(known) == len(self.sizes) else self.cap
        return min(people, self.cap, sum(map(len, self.stretches)))

    @cached_property
    def cliques(self) -> list[list[int]]:
        """Sets of seats that at most one group uses; they hold every pair and every seat."""
        import networkx as nx  # dear to import: only who asks for a packing pays

        graph = nx.Graph()
        graph.add_nodes_from(sorted(chain.from_iterable(line.tolist() for line in self.stretches)))
        graph.add_edges_from(self.pairs.tolist())
        found = [sorted(clique) for clique in islice(nx.find_cliques(graph), _MOST_CLIQUES + 1)]
        return sorted(found) if len(found) <= _MOST_CLIQUES else list(_covering(graph))

    @cached_property
    def users(self) -> list[list[int]]:
        """For each clique the starts that use one of its seats."""
        uses: dict[int, list[int]] = {}
        for i, start in enumerate(self.starts):
            for seat in self.seats(start).tolist():
                uses.setdefault(seat, []).append(i)
        return [sorted(set(chain.from_iterable(uses.get(s, ()) for s in clique))) for clique in self.cliques]

    @cached_property
    def near(self) -> dict[int, list[int]]:
        """For each seat those that are too near to it."""
        found: dict[int, list[int]] = {}
        for a, b in self.pairs.tolist():
            found.setdefault(a, []).append(b)
            found.setdefault(b, []).append(a)
        return found

    @cached_property
    def places(self) -> dict[int, tuple[int, int]]:
        """Stretch of each seat, and its place there."""
        return {seat: (k, at) for k, line in enumerate(self.stretches) for at, seat in enumerate(line.tolist())}

    def spans(self, number: int) -> dict[int, tuple[int, int, int]]:
        """Return for each stretch in which a clique has seats the first place, the last one, and how many."""
        found: dict[int, tuple[int, int, int]] = {}
        for k, at in sorted(self.places[seat] for seat in self.cliques[number]):
            first, _, count = found.get(k, (at, at, 0))
            found[k] = first, at, count + 1
        return found


def _covering(graph: Any) -> Iterator[list[int]]:
    """Yield maximal cliques that hold every edge and every node once at least: fewer than all of them."""
    left = {tuple(sorted(edge)) for edge in graph.edges}
    yield from ([node] for node in graph if not graph[node])
    for edge in sorted(left):
        if edge in left:
            clique, common = list(edge), set(graph[edge[0]]) & set(graph[edge[1]])
            while common:
                clique.append(min(common))
                common &= set(graph[clique[-1]])
            left -= {(a, b) for a in clique for b in clique if a < b}
            yield sorted(clique)


@dataclass(frozen=True)
class Packed:
    """What was found.

    Parameters
    ----------
    starts : tuple of (int, int, int)
        Size, stretch and place of each group that is seated.
    bound : int
        No plan seats more.
    method : str
    """

    starts: tuple[tuple[int, int, int], ...]
    bound: int
    method: str

    @property
    def persons(self) -> int:
        """People who are seated."""
        return sum(size for size, _, _ in self.starts)


def pack(packing: Packing, *, seconds: float | None = None, seed: int = 0) -> Packed:
    """Seat most people.

    Parameters
    ----------
    packing : Packing
    seconds : float, optional
        For the proof; then the best plan so far with its bound.
    seed : int

    Returns
    -------
    Packed
        Optimal where its persons equal its bound.

    Examples
    --------
    >>> line, pairs = np.arange(7), np.array([[i, i + 1] for i in range(6)])
    >>> found = pack(Packing([line], pairs, {2: None}, 7))  # oo.oo.. or the like
    >>> found.persons, found.bound
    (4, 4)
    """
    if not packing.starts or packing.ceiling <= 0:
        return Packed((), 0, "nobody fits")
    first = Packed(first_plan(packing), packing.ceiling, "as many as there are or may be")
    for search in (_cp_sat, _better):
        if first.persons < first.bound:
            first = search(packing, first, seconds, seed)
    return first


def _cp_sat(packing: Packing, first: Packed, seconds: float | None, seed: int) -> Packed:
    """Search from the first plan on."""
    from ortools.sat.python import cp_model

    engine, x = _cliques_model(packing, first)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = _FIRST
    if seconds is not None:
        solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(engine)
    bound = max(first.persons, _whole(solver.best_objective_bound, first.bound))
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE) or solver.objective_value <= first.persons:
        return Packed(first.starts, bound if status != cp_model.UNKNOWN else first.bound, "CP-SAT")
    chosen = tuple(start for start, var in zip(packing.starts, x, strict=True) if solver.value(var))
    return Packed(chosen, bound, "CP-SAT")


def _cliques_model(packing: Packing, first: Packed) -> tuple[Any, list[Any]]:
    """Return the program with a constraint for each clique, and its variables in the order of the starts."""
    from ortools.sat.python import cp_model

    engine, known = cp_model.CpModel(), set(first.starts)
    x = [engine.new_bool_var("") for _ in packing.starts]
    for row in packing.users:
        engine.add_at_most_one(x[i] for i in row)
    for row, count in _counts(packing):
        engine.add(sum(x[i] for i in row) <= count)
    people = sum(size * x[i] for i, (size, _, _) in enumerate(packing.starts))
    engine.add(people <= packing.ceiling)
    engine.maximize(people)
    for start, var in zip(packing.starts, x, strict=True):
        engine.add_hint(var, start in known)
    return engine, x


def _counts(packing: Packing) -> Iterator[tuple[list[int], int]]:
    for size, count in packing.sizes.items():
        if count is not None:
            yield [i for i, start in enumerate(packing.starts) if start[0] == size], count


def _better(packing: Packing, first: Packed, seconds: float | None, seed: int) -> Packed:
    """Ask HiGHS for a plan with more people, or the proof that there is none."""
    from ortools.math_opt.python import mathopt

    from seatplan.layout.distance.sums import running_sums

    model, x = running_sums(packing)
    people = mathopt.fast_sum(size * var for (size, _, _), var in zip(packing.starts, x, strict=True))
    model.add_linear_constraint(people >= first.persons + 1)
    model.add_linear_constraint(people <= first.bound)
    model.maximize(people)
    found = mathopt.solve(model, mathopt.SolverType.HIGHS, params=_settings(seconds, seed))
    if found.termination.reason == mathopt.TerminationReason.INFEASIBLE:
        return Packed(first.starts, first.persons, "CP-SAT, then HiGHS: no plan has more")
    bound = max(first.persons, _whole(found.dual_bound(), first.bound))
    if not found.has_primal_feasible_solution():
        return Packed(first.starts, bound, "CP-SAT, then HiGHS")
    chosen = tuple(start for start, var in zip(packing.starts, x, strict=True) if found.variable_values(var) > 0.5)
    return Packed(chosen, bound, "CP-SAT, then HiGHS")


def _settings(seconds: float | None, seed: int) -> Any:
    """Return the settings of HiGHS: one thread, for one plan; people are whole, so half is no gap."""
    from ortools.math_opt.python import mathopt
    from ortools.math_opt.solvers import highs_pb2

    return mathopt.SolveParameters(
        time_limit=None if seconds is None else timedelta(seconds=seconds),
        relative_gap_tolerance=0.0,
        absolute_gap_tolerance=0.5,
        highs=highs_pb2.HighsOptionsProto(int_options={"threads": 1, "random_seed": seed}),
    )


def _whole(bound: float, most: int) -> int:
    """Return a bound as people: they are whole, and HiGHS reckons in floating point."""
    return min(most, int(np.floor(bound + 1e-6))) if np.isfinite(bound) else most
