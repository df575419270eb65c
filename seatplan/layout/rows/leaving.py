"""Rows and aisles of which everybody gets out: aisles are laid to more doors where some would not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from seatplan.layout.floor import Floor, bare_floor
from seatplan.layout.ground import Ground
from seatplan.layout.rows.bridged import bridged, not_jumping, unbridged
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gangways import Gangways, Task, best_gangways
from seatplan.layout.rows.links import Links
from seatplan.layout.rows.loaded_gangways import loaded_gangways
from seatplan.layout.rows.pieces import Aisle, aisles_of, pieces_of
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet
from seatplan.layout.rows.tables import RowTables
from seatplan.layout.rows.way_out import Cap, WayOut, way_out

__all__ = ["Found", "Leaving"]

_DOORS = 3
"""Doors away from passages of which all choices are tried."""


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


@dataclass(eq=False)
class Leaving:
    """Lays aisles through rows and sees who gets out.

    Parameters
    ----------
    here : Ground
    family : Family
    rule : RowRule
    cap : callable
        How many may leave by doors of some names.
    tables : RowTables
    """

    here: Ground
    family: Family
    rule: RowRule
    cap: Cap
    tables: RowTables

    @cached_property
    def _floor(self) -> Floor:
        return bare_floor(self.here)

    @cached_property
    def _top(self) -> int:
        return self.cap(frozenset(door.name for door in self.here.room.exits))

    def is_even(self, chosen: Gangways) -> bool:
        """Tell whether aisles lie alike on both sides of the centre line."""
        places = [aisle.middle for aisle in aisles_of(self.tables.lines, self.rule, chosen)]
        return all(abs(a + b) < 1e-6 for a, b in zip(places, reversed(places), strict=True))

    def doors_at(self, rows: RowSet) -> int:
        """Return how many landings lie at a passage along the rows."""
        spans = [(-t.landing[:, 1].max(), -t.landing[:, 1].min()) for t in self.here.doors if not t.door.closed]
        return sum(any(min(b, d) - max(a, c) > self.rule.cross / 2 for c, d in rows.passages) for a, b in spans)

    def tried(self, rows: RowSet, chosen: Gangways, above: int) -> tuple[Found, int]:
        """Return the best of some rows as far as it was met, and what they cannot exceed.

        Parameters
        ----------
        rows : RowSet
        chosen : Gangways
            The aisles that seat most if all people get out.
        above : int
            Fewer people, or as many, are not looked for.
        """
        most = min(chosen.persons, self._top)
        found = self.found(rows, chosen)
        if found.out.persons >= most:
            return found, most
        links = Links(self.here, self.family, self.rule, self.tables.lines, rows)
        other, limit = self._with_doors(rows, links, chosen.persons, max(above, found.out.persons))
        best = max(found, other, key=lambda one: one.rank)
        return best, min(most, max(limit, best.out.persons))

    def found(self, rows: RowSet, chosen: Gangways) -> Found:
        """Return rows with some aisles, and who gets out."""
        aisles = aisles_of(self.tables.lines, self.rule, chosen)
        pieces = list(pieces_of(self.family, rows, aisles))
        out = way_out(self.here, self._floor, self.family, self.rule, pieces, self.cap)
        return Found(self.rule, rows, aisles, out, self.is_even(chosen))

    def _with_doors(self, rows: RowSet, links: Links, most: int, above: int) -> tuple[Found, int]:
        """Lay aisles to more doors, as far as these allow more people; return what cannot be exceeded, too."""
        others = sorted({door.name for door in self.here.room.exits} - links.at_passages)
        subsets = _subsets(others) if len(others) <= _DOORS else [(), tuple(others)]
        values: dict[frozenset[str], int] = {}
        best = Found()
        for names in map(frozenset, subsets):
            cap = self.cap(links.at_passages | names)
            fewer = [
                (value, self.cap(links.at_passages | known)) for known, value in values.items() if known < names
            ]
            limit = min([most, cap, *(value for value, _ in fewer)])
            useless = any(known >= cap for _, known in fewer) or limit <= max(above, best.out.persons)
            if not useless:
                other, value = self._linked(rows, links, sorted(names), most)
                best, limit = max(best, other, key=lambda one: one.rank), min(cap, value)
            values[names] = limit
        return best, max(values.values()) if len(others) <= _DOORS else most

    def _linked(self, rows: RowSet, links: Links, doors: Sequence[str], most: int) -> tuple[Found, int]:
        """Lay aisles that lead to passages and to some doors; return what cannot be exceeded, too.

        Of several passages without a door each may be bridged by an aisle of its own, so that no bound follows.
        """
        best, limit = Found(), 0
        for linked, bridge in ((links.to_doors(), False), (links.to_any(), True)):
            if bridge and not links.loose:
                continue
            task = self._to_doors(self.tables.linked_task(rows, linked), links, doors)
            if task is not None:
                chosen = self._bridged(task, links, doors) if bridge else _solved(task)
                limit = max(limit, chosen.persons)
                if chosen.persons > 0:
                    best = max(best, self.found(rows, chosen), key=lambda one: one.rank)
        return best, limit if len(links.loose) <= 1 else most

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


def _subsets(names: list[str]) -> list[tuple[str, ...]]:
    return [chosen for k in range(len(names) + 1) for chosen in combinations(names, k)]


def _solved(task: Task) -> Gangways:
    return loaded_gangways(task) if task.sections else best_gangways(task)
