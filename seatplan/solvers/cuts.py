"""Cuts against loose parts of hard regions: rows that every connected plan keeps."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.program import Program, Row
from seatplan.solvers.regions import loose
from seatplan.terms import Region

__all__ = ["Cuts"]

Ints = NDArray[np.intp]
_RINGS, _SHORT = 5, 5
"""How many fences round a seat, and of how many seats at most, are written for a region that was torn."""
_ENDS = 3
"""Seats on each side of a fence for which a row of two ends is written."""
_MOST_INSIDE = 60
"""Seats inside of a fence up to which a row is written for each."""


class Cuts:
    """Rows that a plan with loose parts breaks and every plan with connected regions keeps.

    Notes
    -----
    Let N separate the seats of region g into an inner side B and an outer one. If B has fewer seats than g has
    people, somebody sits on N or outside, so whoever sits inside needs somebody on N: ``x(u) <= sum(x(s) for s in
    N)`` for u in B, where x(s) says that g takes s. Otherwise two ends are needed:
    ``x(u) + x(v) - sum(x(s) for s in N) <= 1`` for u inside and v outside.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self.ringed: set[int] = set()

    def against(self, seat_of: Ints) -> list[Row]:
        """Return fences round the loose parts of a plan; for a region torn the first time, rings everywhere."""
        found: list[Row] = []
        for region, parts in loose(self.program.model, seat_of):
            ground = _Ground(self.program, region)
            largest = max(parts, key=len)
            for part in parts:
                if part is not largest:
                    found.extend(ground.rows(part, largest))
            if id(region) not in self.ringed:
                self.ringed.add(id(region))
                found.extend(row for seat in ground.taken for row in ground.rings(seat))
        return found


class _Ground:
    """The seats that a region may take, and who may take them."""

    def __init__(self, program: Program, region: Region) -> None:
        self.people = len(region.people)
        self.taken: dict[int, list[tuple[int, int]]] = {}
        for cast in program.casts_in(region.people):
            for seat in program.seats_of[cast].tolist():
                self.taken.setdefault(seat, []).append((1, program.arcs[cast, seat]))
        self.near: dict[int, set[int]] = {seat: set() for seat in self.taken}
        for a, b in region.edges.tolist():
            if a in self.near and b in self.near:
                self.near[a].add(b)
                self.near[b].add(a)

    def rows(self, part: set[int], rest: set[int]) -> Iterator[Row]:
        """Yield the rows of every fence between a part and the rest, from the nearest to the farthest."""
        inside, fence = set(part), self._border(part)
        while not fence & rest:
            outside = self._reach(rest, fence)
            tight = self._border(outside)
            yield from self._fenced(part, rest, tight, set(self.near) - outside - tight)
            if not fence:
                return
            inside |= fence
            fence = self._border(inside)

    def rings(self, seat: int) -> Iterator[Row]:
        """Yield the rows of short fences at growing distance round one seat; the nearest is in the programme."""
        inside = {seat} | self._border({seat})
        for _ in range(_RINGS):
            fence = self._border(inside)
            if len(inside) >= self.people or not fence:
                return
            if len(fence) <= _SHORT:
                yield _row([*self.taken[seat], *self._posts(fence)], 0)
            inside |= fence

    def _posts(self, fence: set[int]) -> list[tuple[int, int]]:
        return [(-1, v) for seat in sorted(fence) for _, v in self.taken[seat]]

    def _border(self, seats: set[int]) -> set[int]:
        return {near for seat in seats for near in self.near[seat]} - seats

    def _reach(self, seats: set[int], fence: set[int]) -> set[int]:
        """Return the seats that can be reached from some without crossing a fence."""
        found, edge = set(seats), set(seats)
        while edge:
            edge = self._border(edge) - fence - found
            found |= edge
        return found

    def _fenced(self, part: set[int], rest: set[int], fence: set[int], inside: set[int]) -> Iterator[Row]:
        posts = self._posts(fence)
        alone = len(inside) < self.people
        ends = [()] if alone else [(seat,) for seat in sorted(rest)[:_ENDS]]
        for u in sorted(inside if alone and len(inside) <= _MOST_INSIDE else part)[: None if alone else _ENDS]:
            for end in ends:
                yield _row([*(arc for seat in (u, *end) for arc in self.taken[seat]), *posts], len(end))


def _row(terms: list[tuple[int, int]], high: int) -> Row:
    return Row([v for _, v in terms], [c for c, _ in terms], None, high)
