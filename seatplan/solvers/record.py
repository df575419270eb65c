"""`Record`: the best plan of a model that any method has found, and the best bound that any has proven.

A bound is a vector, a price for each tier: no plan is better than it, tiers compared one after the other. So the
bounds of all methods are comparable, and the largest of them is the one to keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, prices
from seatplan.solvers.regions import connected
from seatplan.terms import Model

__all__ = ["Record", "by_tier"]

Ints = NDArray[np.intp]
Vector = tuple[int, ...]


def by_tier(model: Model, part: Model, values: Iterable[int]) -> Vector:
    """Return prices of a model with fewer tiers as prices in the tiers of the whole.

    Examples
    --------
    >>> from seatplan.terms import Cost, Statement
    >>> first, second = (Statement(Cost(np.array([0]), np.array([1])), tier=t) for t in (1, 2))
    >>> by_tier(Model(1, 1, (first, second)), Model(1, 1, (second,)), (7,))
    (0, 7)
    """
    known = dict(zip(part.tiers, values, strict=True))
    return tuple(known.get(tier, 0) for tier in model.tiers)


@dataclass(eq=False)
class Record:
    """What is known of a model.

    Parameters
    ----------
    model : Model
    best : Answer or None
        The best plan, with its values; its bounds mean nothing.
    bound : tuple of int
        A price for each tier; no plan is better.
    proof : str
        Why the bound holds.

    Examples
    --------
    >>> from seatplan.terms import Cost, Statement
    >>> record = Record(Model(1, 2, (Statement(Cost(np.array([0]), np.array([3, 1])), tier=1),)))
    >>> record.plan(np.array([0]), "by hand")
    True
    >>> record.learn((1,), "the cheapest seat")
    >>> record.answer().values, record.answer().bounds, record.closed
    ((3,), (1,), False)
    """

    model: Model
    best: Answer | None = None
    bound: Vector = ()
    proof: str = ""
    floors: Vector = field(default=())

    def __post_init__(self) -> None:
        self.bound = self.bound or (0,) * len(self.model.tiers)
        self.floors = self.floors or self.bound

    def add(self, answer: Answer, part: Model) -> bool:
        """Keep a plan and the bound of a method that solved the model without some statements.

        Returns
        -------
        bool
            Whether the plan keeps the model's musts.
        """
        if answer.seats is None:
            return False
        self.proof = self.proof or answer.proof
        if answer.bounds:
            self.learn(by_tier(self.model, part, answer.bounds), answer.proof)
        return self.plan(answer.seats, answer.method)

    def plan(self, seats: Ints, method: str) -> bool:
        """Keep a plan if it is the best; tell whether its regions are connected, as far as they must."""
        if not connected(self.model, seats):
            return False
        values = prices(self.model, seats)
        if self.best is None or values < self.best.values:
            self.best = Answer(seats, Status.FEASIBLE, values, method=method)
        return True

    def learn(self, bound: Vector, proof: str) -> None:
        """Keep a bound if it is the best."""
        if bound > self.bound:
            self.bound, self.proof = bound, proof

    def lowest(self, floors: Vector) -> None:
        """Note what each tier costs in any plan, whatever the others cost."""
        self.floors = floors
        self.learn(floors, "isoperimetric and flow bounds over all plans")

    @property
    def closed(self) -> bool:
        """Whether the best plan is proven best."""
        return self.best is not None and self.best.values == self._bounds(self.best.values)

    def answer(self) -> Answer:
        """Return the best plan with its bounds; unknown if there is none."""
        if self.best is None:
            return Answer(None, Status.UNKNOWN, proof="no plan found")
        bounds = self._bounds(self.best.values)
        proven = bounds == self.best.values
        status = Status.OPTIMAL if proven else Status.FEASIBLE
        proof = self.proof if proven else "search cut off"
        return replace(self.best, status=status, bounds=bounds, proof=proof)

    def _bounds(self, values: Vector) -> Vector:
        """Return the bound as far as the plan reaches it, and the floors behind its first gap."""
        found = []
        for k, floor in enumerate(self.floors):
            found.append(max(floor, self.bound[k]) if values[:k] == self.bound[:k] else floor)
        return tuple(found)
