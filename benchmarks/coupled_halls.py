"""Halls in which individuals are coupled: a plan is drawn at random first, and the people in it are described.

A hall is 96 % full. Everybody but companions has a rank of three classes, who sit one class after the other in the
hall's order of honour; pairs who must and pairs who must not be neighbours, wheelchair users with companions,
speakers near an aisle, the frail near a door; all as far in front as possible without single empty seats.
``delegations``: each group has a strip of columns. ``families``: sets of three to five in one run. ``blocks``:
each group has a connected block with a short outline, a few rows of a few columns, whatever the ranks in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import numpy as np
from numpy.typing import NDArray

from seatplan.people import Group, Person, Roster, Who
from seatplan.problem import Problem
from seatplan.protocol import Convention, hall_order
from seatplan.rules import Accessible, Apart, Compact, Fill, Grouping, Prefer, RankOrder, Together
from seatplan.solvers.regions import parts_of
from seatplan.venue import Venue, auditorium

__all__ = ["SIZES", "instance"]

Ints = NDArray[np.intp]

SIZES = {50: (5, (2, 6, 2)), 120: (10, (3, 6, 3)), 300: (15, (5, 10, 5)), 500: (25, (5, 10, 5))}
"""Rows and blocks by number of seats."""


def instance(seats: int, seed: int, kind: str = "delegations") -> Problem:
    """Return a hall that has a plan: people are laid on it at random first, and described afterwards."""
    rows, blocks = SIZES[seats]
    spaces = _spaces(rows, blocks, seats // 25)
    hall = auditorium(
        rows=rows,
        blocks=blocks,
        cross_aisles_after=[(rows + 1) // 2],
        wheelchair=[(row, place) for row, place, _ in spaces],
        companion=[(row, beside) for row, _, beside in spaces],
        language="en",
    )
    return _Draft(hall, Random(seed), kind).problem()


def _spaces(rows: int, blocks: tuple[int, ...], count: int) -> list[tuple[int, int, int]]:
    """Return row, place and the place beside it: at the aisles of every fifth row, from the back."""
    cuts = np.cumsum((0, *blocks))
    ends = [(a + 1, a + 2) for a in cuts[:-1]] + [(cuts[-1], cuts[-1] - 1)]
    found = [(row, int(a), int(b)) for row in range(rows, 0, -5) for a, b in ends]
    more = [(row - 2, a, b) for row, a, b in found]
    return (found + more)[:count]


@dataclass(eq=False)
class _Draft:
    """A plan at random, and who the people in it are."""

    hall: Venue
    chance: Random
    kind: str
    group: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.size = len(self.hall.seats)
        special = {s for kind in ("wheelchair", "companion") for s in self.hall.with_feature(kind).tolist()}
        self.special = special
        links = (self.hall.next_to, self.hall.front_to_back, self.hall.across_aisle)
        self.links = np.concatenate(links)
        self.near = {tuple(sorted(pair)) for pair in np.concatenate(links[:2]).tolist()}
        while not self.group or self._torn():
            empty = set(self.chance.sample([s for s in range(self.size) if s not in special], self.size // 25))
            self.taken = [s for s in range(self.size) if s not in empty]
            self.group = self._groups()
        self.rank = self._ranks()

    def _groups(self) -> dict[int, int]:
        """Cut the columns into strips of two or three, or into strips of four or five and these into rows."""
        columns = np.unique(self.hall.columns, return_inverse=True)[1]
        if self.kind != "blocks":
            strip = self._cut(columns, (2, 2, 3))
            return {s: int(strip[s]) for s in self.taken}
        strip, rows = self._cut(columns, (4, 5)), np.unique(self.hall.rows, return_inverse=True)[1]
        level = {k: self._cut(rows, (3, 4, 5)) for k in sorted(set(strip.tolist()))}
        return {s: int(100 * strip[s] + level[strip[s]][s]) for s in self.taken}

    def _cut(self, lines: Ints, widths: tuple[int, ...]) -> Ints:
        """Cut lines into runs of random widths; return the run of each seat, from 1."""
        cuts, last = [0], int(lines.max()) + 1
        while last - cuts[-1] > max(widths):
            left = last - cuts[-1]
            wide = [w for w in widths if self.kind != "blocks" or left - w >= min(widths)]
            cuts.append(cuts[-1] + self.chance.choice(wide or widths[:1]))
        return np.searchsorted(cuts, lines, side="right")

    def _torn(self) -> bool:
        """Tell whether the seats that were left empty cut a group in parts."""
        groups = [np.array([s for s, g in self.group.items() if g == k]) for k in set(self.group.values())]
        return any(len(parts_of(seats, self.links)) > 1 for seats in groups)

    def _ranks(self) -> dict[int, int]:
        """Give the first fifth of the taken seats in order of honour rank 1, the next three tenths rank 2."""
        order = [s for s in hall_order(self.hall, np.arange(self.size), Convention()).tolist() if s in self.group]
        return {s: 1 + (i >= len(order) // 5) + (i >= len(order) // 2) for i, s in enumerate(order)}

    def problem(self) -> Problem:
        """Return what a planner would state of this plan."""
        people = list(self._people())
        groups = tuple(Group(f"g{k}", f"Group {k}", order=k) for k in sorted(set(self.group.values())))
        self.chance.shuffle(people)
        roster = Roster(tuple(people), groups)
        return Problem(self.hall, roster, tuple(self._rules()), Convention(), name=f"coupled {self.size}")

    def _people(self) -> Iterator[Person]:
        plain = [s for s in self.taken if s not in self.special]
        speakers, frail = self._some(plain, 25), self._some(plain, 25)
        neighbours = {s: [b for a, b in self._sides() if a == s] for s in self.special}
        for s in self.taken:
            seat, mates = self.hall.seats[s], neighbours.get(s, [])
            kind = "wheelchair" if "wheelchair" in seat.features else "companion" if s in self.special else ""
            user = next((o for o in mates if "wheelchair" in self.hall.seats[o].features), None)
            yield Person(
                f"p{s}",
                f"Guest {s}",
                rank=None if kind == "companion" else self.rank[s],
                group=f"g{self.group[s]}",
                roles=frozenset({"companion"} if kind == "companion" else {"speaker"} if s in speakers else ()),
                category="frail" if s in frail else "",
                needs=frozenset({"wheelchair"} if kind == "wheelchair" else ()),
                beside=f"p{user}" if kind == "companion" else "",
            )

    def _sides(self) -> list[tuple[int, int]]:
        return [tuple(p) for pair in self.hall.next_to.tolist() for p in (pair, pair[::-1])]

    def _some(self, seats: list[int], share: int) -> set[int]:
        return set(self.chance.sample(seats, self.size // share))

    def _rules(self) -> Iterator[object]:
        couples, families, strangers = self._couples(), self._families(), self._strangers()
        yield RankOrder(areas=("hall",))
        if self.kind == "delegations":
            yield Grouping(areas=("hall",), shape="columns", order="left_to_right")
        elif self.kind == "blocks":
            yield Grouping(areas=("hall",), shape="block")
            yield Compact(areas=("hall",), priority=2)
        else:
            yield Together(sets=families)
        yield Together(sets=couples)
        yield Apart(sets=strangers, front_back=True)
        yield Accessible(companion_seats=True)
        yield Prefer(who=Who(roles=("speaker",)), near="aisle", priority=1)
        yield Prefer(who=Who(categories=("frail",)), near="exit", priority=1)
        yield Fill(priority=2 + (self.kind == "blocks"))

    def _couples(self) -> tuple[tuple[str, str], ...]:
        """Choose disjoint pairs of neighbours of one group, away from the wheelchair spaces."""
        free = [
            p
            for p in map(tuple, self.hall.next_to.tolist())
            if all(s in self.group and s not in self.special for s in p)
        ]
        self.chance.shuffle(free)
        used: set[int] = set()
        found = []
        for a, b in free:
            if a not in used and b not in used and self.group[a] == self.group[b]:
                used |= {a, b}
                found.append((f"p{a}", f"p{b}"))
        self.paired = {int(p[1:]) for pair in found[: self.size * 60 // 500] for p in pair}
        return tuple(found[: self.size * 60 // 500])

    def _strangers(self) -> tuple[tuple[str, str], ...]:
        """Choose pairs who are no neighbours, every other one of the same group and rank."""
        found: list[tuple[str, str]] = []
        while len(found) < self.size * 60 // 500:
            a, b = sorted(self.chance.sample(self.taken, 2))
            same = (self.group[a], self.rank[a]) == (self.group[b], self.rank[b])
            if (a, b) not in self.near and same == (len(found) % 2 == 0):
                found.append((f"p{a}", f"p{b}"))
        return tuple(found)

    def _families(self) -> tuple[tuple[str, ...], ...]:
        """Cut the runs between empty seats into sets of three to five, and keep some."""
        runs: list[list[int]] = [[]]
        links = set(map(tuple, self.hall.next_to.tolist()))
        for s in sorted(set(self.taken) - self.special - self.paired):
            if runs[-1] and (runs[-1][-1], s) not in links:
                runs.append([])
            runs[-1].append(s)
        sizes = [(run, self.chance.choice((3, 4, 5))) for run in runs]
        sets = [tuple(f"p{s}" for s in run[:size]) for run, size in sizes if len(run) >= size]
        self.chance.shuffle(sets)
        return tuple(sets[: self.size // 25])
