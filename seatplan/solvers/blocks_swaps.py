"""Exchange seats at random until every group is in one part with a short outline: annealing over labels.

A label is a cast of `seatplan.solvers.casts`; a seat has one label or none. Every exchange keeps how many seats of
which kind each cast has, so all quotas that held at the beginning hold in the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log
from random import Random

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.control import Control

__all__ = ["Swaps"]

Ints = NDArray[np.intp]
Move = tuple[int, int]
_HOT, _COLD = 10.0, 0.4
"""Sides of outline that a step may cost, at the beginning and in the end."""
_LOOSE, _LONELY = 40, 14
"""Sides of outline that a loose part, and a seat without the partner it needs, are worth."""
_PULL = 0.02
"""Sides of outline that a seat's squared distance to the middle of its group is worth."""
_EPOCHS = 24
_TOGETHER = 0.7
"""How often somebody who needs a partner moves with the partner."""


@dataclass(eq=False)
class Swaps:
    """Labels on seats, and what they cost.

    Parameters
    ----------
    label : list of int
        Cast of each seat; -1 for nobody.
    group_of : sequence of int
        Group of each cast; -1 for people of no group.
    allowed : list of list of bool
        For each cast, whether it may take each seat.
    price : list of list of float
        For each cast what each seat costs, in sides of outline.
    near : list of list of int
        Seats that touch each seat.
    grid : ndarray of int, shape (seats, 2)
    partners : dict
        For a cast whose people need somebody beside them: the cast of those, and which seats are beside which.
    """

    label: list[int]
    group_of: Sequence[int]
    allowed: list[list[bool]]
    price: list[list[float]]
    near: list[list[int]]
    grid: Ints
    partners: dict[int, list[tuple[int, list[list[int]]]]] = field(default_factory=dict)
    seats_of: list[set[int]] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    pull: list[list[float]] = field(default_factory=list)
    around: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.seats_of = [set() for _ in range(max(self.group_of, default=-1) + 1)]
        for seat, cast in enumerate(self.label):
            if cast >= 0 and self.group_of[cast] >= 0:
                self.seats_of[self.group_of[cast]].add(seat)
        self.around = [[seat, *near] for seat, near in enumerate(self.near)]
        for wants in self.partners.values():
            for _, beside in wants:
                self.around = [list({*a, *b}) for a, b in zip(self.around, beside, strict=True)]
        self.parts = [_parts(seats, self.near) for seats in self.seats_of]

    @property
    def faults(self) -> int:
        """Loose parts and seats without the partner that they need."""
        lonely = sum(self._lonely(seat) for seat in range(len(self.label)))
        return lonely + sum(max(0, parts - 1) for parts in self.parts)

    def anneal(self, steps: int, control: Control) -> None:
        """Exchange seats for so many steps, ever more strictly."""
        chance, places = Random(control.seed), [s for s, n in enumerate(self.near) if n]
        for epoch in range(_EPOCHS):
            control.checkpoint()
            self._aim()
            heat = _HOT * (_COLD / _HOT) ** (epoch / (_EPOCHS - 1))
            for _ in range(steps // _EPOCHS):
                seat = chance.choice(places)
                other = self._other(seat, chance)
                if other >= 0:
                    self._step(self._with_partners(seat, other, chance), heat, chance)

    def _aim(self) -> None:
        """Pull everybody to the middle of the group."""
        middle = [self.grid[sorted(seats)].mean(axis=0) if seats else self.grid[0] for seats in self.seats_of]
        far = [_PULL * ((self.grid - spot) ** 2).sum(axis=1) for spot in middle]
        none = np.zeros(len(self.grid))
        self.pull = [
            ((far[g] if g >= 0 else none) + np.array(price)).tolist()
            for g, price in zip(self.group_of, self.price, strict=True)
        ]

    def _other(self, seat: int, chance: Random) -> int:
        """Choose a seat to exchange with: beside a missed partner, of a group beside this seat, or any."""
        mine, beside = self.label[seat], self.label[chance.choice(self.near[seat])]
        if mine in self.partners and self._lonely(seat):
            cast, near = chance.choice(self.partners[mine])
            return chance.choice(near[chance.choice([s for s, c in enumerate(self.label) if c == cast])] or [-1])
        group = self.group_of[beside] if beside >= 0 else -1
        if group >= 0 and (mine < 0 or self.group_of[mine] != group):
            return chance.choice(tuple(self.seats_of[group]))
        return chance.randrange(len(self.label)) if chance.random() < 0.2 else -1

    def _with_partners(self, s: int, t: int, chance: Random) -> tuple[Move, ...]:
        """Return the exchange of two seats, at times together with that of the seats beside them."""
        wants = self.partners.get(self.label[s])
        if wants and chance.random() < _TOGETHER:
            cast, beside = chance.choice(wants)
            mates = [mate for mate in beside[s] if self.label[mate] == cast and mate != t]
            places = [place for place in beside[t] if place != s]
            if mates and places and (other := chance.choice(places)) != mates[0]:
                return (s, t), (mates[0], other)
        return ((s, t),)

    def _step(self, moves: tuple[Move, ...], heat: float, chance: Random) -> None:
        """Exchange seats two by two; take it back if it costs too much."""
        if not all(self._may(s, t) for s, t in moves):
            return
        most, seats = -heat * log(1.0 - chance.random()), tuple({seat for move in moves for seat in move})
        groups = {self.group_of[c] for s in seats if (c := self.label[s]) >= 0} - {-1}
        loose = sum(self.parts[g] - 1 for g in groups)
        before = self._local(seats)
        self._swap(moves)
        cost = self._local(seats) - before
        if cost - _LOOSE * loose <= most:
            parts = {g: _parts(self.seats_of[g], self.near) for g in groups}
            if cost + _LOOSE * (sum(n - 1 for n in parts.values()) - loose) <= most:
                for g, n in parts.items():
                    self.parts[g] = n
                return
        self._swap(moves[::-1])

    def _may(self, s: int, t: int) -> bool:
        a, b = self.label[s], self.label[t]
        return a != b and (a < 0 or self.allowed[a][t]) and (b < 0 or self.allowed[b][s])

    def _swap(self, moves: tuple[Move, ...]) -> None:
        for s, t in moves:
            a, b = self.label[s], self.label[t]
            self.label[s], self.label[t] = b, a
            g, h = self.group_of[a] if a >= 0 else -1, self.group_of[b] if b >= 0 else -1
            if g != h:
                self._move(g, s, t)
                self._move(h, t, s)

    def _move(self, group: int, here: int, there: int) -> None:
        if group >= 0:
            self.seats_of[group].remove(here)
            self.seats_of[group].add(there)

    def _local(self, seats: tuple[int, ...]) -> float:
        """Return what some seats cost: price, outline, partners; a side between two of them counts once."""
        label, group_of, total = self.label, self.group_of, 0.0
        for place, seat in enumerate(seats):
            cast = label[seat]
            if cast >= 0:
                total += self.pull[cast][seat]
                group = group_of[cast]
                for other in self.near[seat] if group >= 0 else ():
                    if label[other] >= 0 and group_of[label[other]] == group and other not in seats[:place]:
                        total -= 2.0
        return total + _LONELY * self._lonely_at(seats)

    def _lonely_at(self, seats: tuple[int, ...]) -> int:
        """Count who lacks a partner on some seats or beside them."""
        if not self.partners:
            return 0
        return sum(map(self._lonely, {other for seat in seats for other in self.around[seat]}))

    def _lonely(self, seat: int) -> bool:
        """Tell whether somebody on this seat lacks a partner beside it."""
        wants = self.partners.get(self.label[seat])
        return bool(wants) and any(
            all(self.label[other] != cast for other in beside[seat]) for cast, beside in wants or ()
        )


def _parts(seats: set[int], near: list[list[int]]) -> int:
    """Count the connected parts of some seats."""
    left, count = set(seats), 0
    while left:
        count += 1
        edge = [left.pop()]
        while edge:
            for other in near[edge.pop()]:
                if other in left:
                    left.remove(other)
                    edge.append(other)
    return count
