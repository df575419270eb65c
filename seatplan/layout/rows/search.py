"""The best rows and aisles of a family: every set of rows that could be better is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.code_limits import ANY
from seatplan.layout.ground import Ground
from seatplan.layout.rows.block_table import Lines
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gangways import Gangways, Task, best_gangways
from seatplan.layout.rows.leaving import Found, Leaving
from seatplan.layout.rows.loaded_gangways import loaded_gangways
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet, row_sets
from seatplan.layout.rows.symmetric_gangways import symmetric_gangways
from seatplan.layout.rows.tables import Key, RowTables
from seatplan.layout.rows.way_out import Cap

__all__ = ["Found", "lines_of", "most_in_rows", "search_rows"]

Ceilings = dict[RowSet, int]
"""More people than sets of rows seat if aisles take anybody."""
_TRIES = 24
"""Sets of rows with the same tables that are tried for their doors."""
_TIES = 60
"""Sets of rows that can seat as many as the best, but not more, of which so many are looked at for symmetry."""
_CAPPED = 8
"""The same where they seat more than may leave: the best places are chosen later."""
_SIDES = 8
"""Places for side aisles on each side: those of most rows."""


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
    above: int = 0,
    ceilings: Ceilings | None = None,
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
    above : int
        Only rows that seat more are looked for: as many are known.
    ceilings : dict, optional
        What sets of rows are known not to exceed with aisles as wide or narrower; more is written into it.

    Returns
    -------
    Found
        Exact for the sets of rows of `row_sets` and aisles on the grid, when its persons reach its bound; without
        anybody when none seat more.
    """
    return _Search(here, family, rule, cap, grid, step, above, {} if ceilings is None else ceilings).run()


def most_in_rows(
    here: Ground,
    family: Family,
    rule: RowRule,
    *,
    top: int,
    grid: float,
    step: float,
    above: int,
    ceilings: Ceilings | None = None,
) -> int:
    """Return more people than any rows and aisles seat, whichever way they leave; ``above`` for no more.

    Parameters
    ----------
    here, family, rule, grid, step, above, ceilings
        As for `search_rows`.
    top : int
        How many may leave in all.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> here = ground(Room(((0, 0), (8, 0), (8, 6), (0, 6))))
    >>> most_in_rows(here, Straight(here, 1.5), RowRule(), top=500, grid=0.25, step=0.1, above=10)
    60
    """
    return _Search(
        here, family, rule, lambda _: top, grid, step, above, {} if ceilings is None else ceilings
    ).ceiling()


@dataclass(eq=False)
class _Search:
    here: Ground
    family: Family
    rule: RowRule
    cap: Cap
    grid: float
    step: float
    above: int
    ceilings: Ceilings
    best: Found = field(default_factory=Found)
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
    def leaving(self) -> Leaving:
        return Leaving(self.here, self.family, self.rule, self.cap, self.tables)

    @cached_property
    def top(self) -> int:
        """How many all doors together allow."""
        return self.cap(frozenset(door.name for door in self.here.room.exits))

    @property
    def _least(self) -> int:
        """Fewest persons that are worth a look: what is known must be beaten, or equalled by the same rule."""
        return max(self.above + 1, self.best.out.persons)

    def run(self) -> Found:
        ties = 0
        for key, group in self._hopeful():
            if ties > _CAPPED and self.best.out.persons == self.top:
                break
            task = self.tables.task(key)
            free = best_gangways(task)
            self._note(group, free.persons)
            most = min(free.persons, self.top)
            if most >= self._least and task.sections:
                most = min(most, self.tables.finest(key))
            ties += most == self._least
            if most > self._least or (most == self._least and (ties <= _TIES or not self.best.out.persons)):
                self._look(task, loaded_gangways(task) if task.sections else free, group)
        bound = max(self.best.out.persons, self.unsettled)
        return replace(self.best, rule=self.rule, bound=bound, sets=len(self.sets), ways=self.ways)

    def ceiling(self) -> int:
        for key, group in self._hopeful():
            most = best_gangways(self.tables.task(key)).persons
            self._note(group, most)
            self.above = max(self.above, min(most, self.top))
        return self.above

    def _note(self, group: Sequence[RowSet], persons: int) -> None:
        self.ceilings.update((rows, min(persons, self.ceilings.get(rows, persons))) for rows in group)

    def _hopeful(self) -> Iterator[tuple[Key, list[RowSet]]]:
        """Yield sets of rows with the same tables, those first that may seat most, until none is worth it."""
        groups: dict[Key, list[RowSet]] = {}
        for rows in self.sets:
            if self.ceilings.get(rows, ANY) < self._least:
                continue
            groups.setdefault(self.tables.key(rows), []).append(rows)
        rough = (key for key in groups if min(self.top, self.tables.rough(key)) >= self._least)
        most = {key: min(self.top, self.tables.fine(key)) for key in rough}
        if not self.tables.limited:
            for key, persons in most.items():
                self._note(groups[key], persons)
        for key in sorted(most, key=lambda key: -most[key]):
            if most[key] < self._least:
                return
            yield key, groups[key]

    def _look(self, task: Task, best: Gangways, group: list[RowSet]) -> None:
        """Look at sets of rows with the same tables."""
        most, known = min(best.persons, self.top), self.best.out.persons
        if most < self._least:
            return
        if most > known:
            self.ways = 0
        mirrored = None if most == known and self.best.symmetric else symmetric_gangways(task, self.tables.lines)
        even = mirrored if mirrored is not None and min(mirrored.persons, self.top) == most else None
        if most > known or (even is not None and not self.best.symmetric):
            most = self._try_all(group, even or best, most)
        if self.best.out.persons < most:
            self.unsettled = max(self.unsettled, most)
        elif self.best.out.persons == min(best.persons, self.top):
            self.ways += best.ways * len(group)

    def _try_all(self, group: list[RowSet], chosen: Gangways, most: int) -> int:
        """Look for rows whose people can all leave; return what none of them can be better than."""
        left = 0
        for rows in sorted(group, key=self.leaving.doors_at, reverse=True)[:_TRIES]:
            found, limit = self.leaving.tried(rows, chosen, self._least - 1)
            left = max(left, min(limit, self.top))
            if found.out.persons > self.above and found.rank > self.best.rank:
                self.best = found
            if self.best.out.persons >= most and (self.best.symmetric or not self.leaving.is_even(chosen)):
                return self.best.out.persons
        return max(left, most if len(group) > _TRIES else 0)
