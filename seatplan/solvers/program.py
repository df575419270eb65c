"""A model as an integer linear programme, for any engine that reads rows.

Everything is linear with 0-1 variables (and a few small integers), so that CP-SAT and HiGHS read the same
programme. `seatplan.solvers.encode` writes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import Cast
from seatplan.solvers.control import Control
from seatplan.terms import Model, Statement

__all__ = ["Arc", "Party", "Program", "Row"]

Ints = NDArray[np.intp]
Arc = tuple[int, int]
_ROWS = 512
"""Rows after which the clock is looked at."""


@dataclass(frozen=True, slots=True)
class Row:
    """``low <= sum(coefficients * variables) <= high``."""

    variables: Sequence[int]
    coefficients: Sequence[int]
    low: int | None
    high: int | None


class Party(Protocol):
    """People who keep together, dealt seats as wholes: like parties share their variables."""

    def deal(self, values: Ints, seats: Ints) -> None:
        """Write the members' seats from the values of the variables."""

    def alike(self) -> Iterator[list[Ints]]:
        """Yield sets of people, in the same order of roles, who may exchange their seats as wholes."""


@dataclass(eq=False)
class Program:
    """Variables, rows and one objective for each tier.

    Parameters
    ----------
    model : Model
    casts : list of Cast
        Interchangeable people share their variables.
    arcs : dict
        Variable of each (cast, seat) that is allowed.
    upper : list of int
        Upper bound of each variable; the lower bound is 0.
    rows : list of Row
    objectives : dict
        For each tier the price of each variable.
    constants : dict
        For each tier what is paid in any case.
    parties : list of Party
    strangers : set of (int, int)
        Pairs who keep apart by rows of their own; the others do so by how casts and parties are dealt.
    control : Control
        When its time is up, `row` raises `Stopped`: a large programme takes long to write.
    """

    model: Model
    casts: list[Cast]
    cast_of: Ints
    seats_of: list[Ints]
    arcs: dict[tuple[int, int], int] = field(default_factory=dict)
    by_seat: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    upper: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    objectives: dict[int, dict[int, int]] = field(default_factory=dict)
    constants: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    parties: list[Party] = field(default_factory=list)
    strangers: set[tuple[int, int]] = field(default_factory=set)
    control: Control = field(default_factory=Control)

    def variable(self, upper: int = 1) -> int:
        """Add a variable from 0 to ``upper`` and return its index."""
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: Iterable[Arc], low: int | None, high: int | None) -> None:
        """Add a row from (coefficient, variable) pairs; equal variables are added up."""
        if len(self.rows) % _ROWS == 0:
            self.control.checkpoint()
        total: dict[int, int] = defaultdict(int)
        for coefficient, variable in terms:
            total[variable] += coefficient
        self.rows.append(Row(tuple(total), tuple(total.values()), low, high))

    def price(self, statement: Statement, variable: int, amount: int = 1) -> None:
        """Add ``amount`` units of a statement's violation, for each unit of a variable."""
        objective = self.objectives.setdefault(statement.tier, {})
        objective[variable] = objective.get(variable, 0) + amount * statement.weight

    def slack(self, statement: Statement, upper: int = 1) -> list[Arc]:
        """Return nothing for a must, or a priced variable that buys the violation."""
        if statement.tier == 0:
            return []
        bought = self.variable(upper)
        self.price(statement, bought)
        return [(1, bought)]

    def casts_in(self, people: Ints) -> list[int]:
        """Return the casts of some people; a statement holds all of a cast or none."""
        return sorted(set(self.cast_of[people].tolist()))

    def on(self, cast: int, seats: Iterable[int]) -> list[Arc]:
        """Return a cast's variables on some seats, with coefficient 1."""
        found = (self.arcs.get((cast, int(seat))) for seat in seats)
        return [(1, variable) for variable in found if variable is not None]

    def taken(self, seat: int) -> list[Arc]:
        """Return the variables of everybody who may take a seat."""
        return [(1, variable) for variable in self.by_seat[seat]]

    def assignment(self, values: Ints) -> Ints:
        """Return each person's seat from the values of the variables."""
        given: list[list[int]] = [[] for _ in self.casts]
        for (index, seat), variable in self.arcs.items():
            if values[variable]:
                given[index].append(seat)
        seats = np.full(self.model.people, -1, dtype=np.intp)
        for cast, mine in zip(self.casts, given, strict=True):
            seats[cast.people] = cast.deal(np.array(mine, dtype=np.intp))
        for party in self.parties:
            party.deal(values, seats)
        for cast in (cast for cast in self.casts if cast.score is not None):
            seats[cast.people] = cast.deal(seats[cast.people])  # a party does not know the order of its people
        return seats

    def single(self, casts: list[int]) -> bool:
        """Tell whether casts are one person."""
        return len(casts) == 1 and len(self.casts[casts[0]].people) == 1
