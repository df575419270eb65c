"""The best rows and aisles of a family: every set of rows that could be better is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.floor import Floor, bare_floor
from seatplan.layout.ground import Ground
from seatplan.layout.rows.block_table import Lines
from seatplan.layout.rows.bridged import bridged, not_jumping, unbridged
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gangways import Gangways, Task, best_gangways
from seatplan.layout.rows.links import Links
from seatplan.layout.rows.loaded_gangways import loaded_gangways
from seatplan.layout.rows.pieces import Aisle, aisles_of, pieces_of
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet, row_sets
from seatplan.layout.rows.symmetric_gangways import symmetric_gangways
from seatplan.layout.rows.tables import Key, RowTables
from seatplan.layout.rows.way_out import Cap, WayOut, way_out

__all__ = ["Found", "lines_of", "search_rows"]

_TRIES = 24
"""Sets of rows with the same tables that are tried for their doors."""
_TIES = 60
"""Sets of rows that can seat as many as the best, but not more, of which so many are looked at for symmetry."""
_DOORS = 3
"""Doors away from passages of which all choices are tried."""
_SIDES = 8
"""Places for side aisles on each side: those of most rows."""


@dataclass(frozen=True)
class Found:
    """The best rows and aisles.

    Parameters
    ----------
    rule : RowRule
        With the width of the aisles.
    rows : RowSet
    aisles : tuple of Aisle
    out : WayOut
    symmetric : bool
    bound : int
        No choice of the family seats more, on its grid.
    sets : int
        Sets of rows in the family.
    ways : int
        Choices of rows and of as few aisles that seat as many, as far as they were met.
    """

    rule: RowRule = RowRule()
    rows: RowSet = RowSet((), ())
    aisles: tuple[Aisle, ...] = ()
    out: WayOut = WayOut()
    symmetric: bool = False
    bound: int = 0
    sets: int = 0
    ways: int = 0

    @property
    def rank(self) -> tuple[int, bool, int, float]:
        """Most persons first; then symmetry, then seats, then rows near the front."""
        last = self.rows.strips[-1][1] if self.rows.strips else 0.0
        return self.out.persons, self.symmetric, self.out.seats, -last


def lines_of(family: Family, rule: RowRule, sets: Iterable[RowSet], grid: float) -> Lines:
    """Return where aisles may run: on a grid about the centre line, and along the walls of most rows.

    Parameters
    ----------
    family : Family
    rule : RowRule
    sets : iterable of RowSet
    grid : float
        Metres.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = Straight(ground(Room(((0, 0), (8, 0), (8, 6), (0, 6)))), 1.5)
    >>> lines = lines_of(rows, RowRule(), row_sets(RowRule(), 6.0), 0.5)
    >>> len(lines.inner), lines.left.tolist(), lines.right.tolist()
    (15, [-3.55], [3.55])
    """
    left: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for strip in {strip for rows in sets for strip in rows.strips}:
        half = family.half(rule.side_aisle, strip[0])
        left.update(round(reach.left + half, 6) for reach in family.reaches(*strip) if not reach.left_open)
        right.update(round(reach.right - half, 6) for reach in family.reaches(*strip) if not reach.right_open)
    most = int(max(map(abs, (*left, *right)), default=0.0) / grid + 1e-9)
    inner = np.arange(-most, most + 1, dtype=np.float64) * grid
    return Lines(inner, _usual(left), _usual(right))


def _usual(places: Counter[float]) -> NDArray[np.float64]:
    return np.array(sorted(place for place, _ in places.most_common(_SIDES)), dtype=np.float64)


def search_rows(
    here: Ground,
    family: Family,
    rule: RowRule,
    cap: Cap,
    *,
    grid: float = 0.05,
    step: float = 0.1,
    known: Found | None = None,
) -> Found:
    """Return the rows and aisles that seat most people who can leave.

    Parameters
    ----------
    here : Ground
    family : Family
    rule : RowRule
    cap : callable
        How many may leave by doors of some names.
    grid, step : float
        Metres between places for aisles, and for the first row.
    known : Found, optional
        Rows of another rule, to be beaten.

    Returns
    -------
    Found
        Exact for the sets of rows of `row_sets` and aisles on the grid, when its persons reach its bound.
    """
    search = _Search(here, family, rule, cap, grid, step, known or Found())
    return search.run()


@dataclass(eq=False)
class _Search:
    here: Ground
    family: Family
    rule: RowRule
    cap: Cap
    grid: float
    step: float
    best: Found
    unsettled: int = 0
    ways: int = 0

    @cached_property
    def sets(self) -> list[RowSet]:
        return list(row_sets(self.rule, self.family.depth, self.step))

    @cached_property
    def tables(self) -> RowTables:
        lines = lines_of(self.family, self.rule, self.sets, self.grid)
        return RowTables(self.family, self.rule, lines)

    @cached_property
    def floor(self) -> Floor:
        return bare_floor(self.here)

    @cached_property
    def top(self) -> int:
        """How many all doors together allow."""
        return self.cap(frozenset(door.name for door in self.here.room.exits))

    def run(self) -> Found:
        groups: dict[Key, list[RowSet]] = {}
        for rows in self.sets:
            groups.setdefault(self.tables.key(rows), []).append(rows)
        hopeful = [key for key in groups if min(self.top, self.tables.rough(key)) >= self.best.out.persons]
        most = {key: min(self.top, self.tables.fine(key)) for key in hopeful}
        ties = 0
        for key in sorted(hopeful, key=lambda key: -most[key]):
            if most[key] < self.best.out.persons:
                break
            above = min(self.tables.finest(key), self.top) - self.best.out.persons
            ties += above == 0
            if above > 0 or (above == 0 and ties <= _TIES):
                self._look(key, groups[key])
        bound = max(self.best.out.persons, self.best.bound, self.unsettled)
        return replace(
            self.best, bound=bound, sets=self.best.sets + len(self.sets), ways=self.best.ways or self.ways
        )

    def _look(self, key: Key, group: list[RowSet]) -> None:
        """Look at sets of rows with the same tables."""
        task = self.tables.task(key)
        best = self._best(task)
        most, known = min(best.persons, self.top), self.best.out.persons
        if most < known:
            return
        if most > known:
            self.ways, self.best = 0, replace(self.best, ways=0)
        mirrored = None if most == known and self.best.symmetric else symmetric_gangways(task, self.tables.lines)
        even = mirrored if mirrored is not None and min(mirrored.persons, self.top) == most else None
        if most > known or (even is not None and not self.best.symmetric):
            most = self._try_all(group, even or best, most)
        if self.best.out.persons < most:
            self.unsettled = max(self.unsettled, most)
        elif self.best.out.persons == min(best.persons, self.top):
            self.ways += best.ways * len(group)

    def _best(self, task: Task) -> Gangways:
        best = best_gangways(task)
        if not task.sections or best.persons < self.best.out.persons:
            return best
        return loaded_gangways(task)

    def _try_all(self, group: list[RowSet], chosen: Gangways, most: int) -> int:
        """Look for rows whose people can all leave; return what none of them can be better than."""
        left = 0
        for rows in sorted(group, key=self._doors_at, reverse=True)[:_TRIES]:
            left = max(left, min(self._try(rows, chosen), self.top))
            if self.best.out.persons >= most and (self.best.symmetric or not self._is_even(chosen)):
                return self.best.out.persons
        return max(left, most if len(group) > _TRIES else 0)

    def _is_even(self, chosen: Gangways) -> bool:
        places = [aisle.middle for aisle in aisles_of(self.tables.lines, self.rule, chosen)]
        return all(abs(a + b) < 1e-6 for a, b in zip(places, reversed(places), strict=True))

    def _doors_at(self, rows: RowSet) -> int:
        """Return how many landings lie at a passage along the rows."""
        spans = [(-t.landing[:, 1].max(), -t.landing[:, 1].min()) for t in self.here.doors if not t.door.closed]
        return sum(any(min(b, d) - max(a, c) > self.rule.cross / 2 for c, d in rows.passages) for a, b in spans)

    def _try(self, rows: RowSet, chosen: Gangways) -> int:
        """Keep rows with some aisles if they are better than what is known; return what they cannot exceed."""
        most = min(chosen.persons, self.top)
        found = self._found(rows, chosen)
        self._keep(found)
        if found.out.persons >= most:
            return most
        links = Links(self.here, self.family, self.rule, self.tables.lines, rows)
        return min(most, max(self._with_doors(rows, links, chosen.persons), found.out.persons))

    def _keep(self, found: Found) -> None:
        if found.rank > self.best.rank:
            self.best = replace(found, bound=self.best.bound, sets=self.best.sets)

    def _with_doors(self, rows: RowSet, links: Links, most: int) -> int:
        """Lay aisles to more doors, as far as these allow more people; return what cannot be exceeded."""
        others = sorted({door.name for door in self.here.room.exits} - links.at_passages)
        subsets = _subsets(others) if len(others) <= _DOORS else [(), tuple(others)]
        values: dict[frozenset[str], int] = {}
        for names in map(frozenset, subsets):
            cap = self.cap(links.at_passages | names)
            fewer = [
                (value, self.cap(links.at_passages | known)) for known, value in values.items() if known < names
            ]
            above = min([most, cap, *(value for value, _ in fewer)])
            useless = any(known >= cap for _, known in fewer) or above <= self.best.out.persons
            values[names] = above if useless else min(cap, self._best_linked(rows, links, sorted(names)))
        return max(values.values()) if len(others) <= _DOORS else most

    def _best_linked(self, rows: RowSet, links: Links, doors: Sequence[str]) -> int:
        """Lay aisles that lead to passages and to some doors; return what cannot be exceeded."""
        limit = 0
        for linked, bridge in ((links.to_doors(), False), (links.to_any(), True)):
            if bridge and not links.loose:
                continue
            task = self._to_doors(self.tables.linked_task(rows, linked), links, doors)
            if task is not None:
                chosen = self._bridged(task, links, doors) if bridge else _solved(task)
                limit = max(limit, chosen.persons)
                self._keep(self._found(rows, chosen)) if chosen.persons > 0 else None
        return limit if len(links.loose) <= 1 else max(limit, self.best.out.persons)

    def _to_doors(self, task: Task, links: Links, doors: Sequence[str]) -> Task | None:
        for sources, sinks in map(links.touching, doors):
            if not sources.any() and not sinks.any():
                return None
            task = not_jumping(task, self.tables.lines, sources, sinks)
        return task

    def _bridged(self, task: Task, links: Links, doors: Sequence[str]) -> Gangways:
        """Return aisles of which one leads all loose passages to a door."""
        bridges = links.bridges
        if not bridges[0].any() and not bridges[1].any():
            return Gangways(0, 0, (), len(task.seats.T) - 1)
        marks = map(links.touching, doors)
        if any(all((~mark | bridge).all() for mark, bridge in zip(pair, bridges, strict=True)) for pair in marks):
            return _solved(task)
        return unbridged(task, _solved(bridged(task, *bridges)))

    def _found(self, rows: RowSet, chosen: Gangways) -> Found:
        aisles = aisles_of(self.tables.lines, self.rule, chosen)
        pieces = list(pieces_of(self.family, rows, aisles))
        out = way_out(self.here, self.floor, self.family, self.rule, pieces, self.cap)
        return Found(self.rule, rows, aisles, out, self._is_even(chosen))


def _subsets(names: list[str]) -> list[tuple[str, ...]]:
    return [chosen for k in range(len(names) + 1) for chosen in combinations(names, k)]


def _solved(task: Task) -> Gangways:
    return loaded_gangways(task) if task.sections else best_gangways(task)
