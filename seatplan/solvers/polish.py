"""Polish: make a plan better by exchanging seats, one after the other, as long as it helps.

It proves nothing. It is for plans of methods that left some prices out, and for models that no engine closes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import marks_of
from seatplan.solvers.control import Control
from seatplan.solvers.domains import domains_of
from seatplan.solvers.gauges import Gauge, gauge_of
from seatplan.terms import Domain, Model, amount

__all__ = ["polished"]

Ints = NDArray[np.intp]
_STEPS = 40_000
"""Changes that are tried: about 5 s."""


def polished(model: Model, seats: Ints, control: Control, steps: int = _STEPS) -> Ints:
    """Return a plan that no exchange of two seats makes better, or the best after so many trials.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
        A plan; it may break musts, fewer of them is better.
    control : Control
    steps : int

    Examples
    --------
    >>> from seatplan.terms import Ordered, Statement
    >>> order = Ordered((np.array([0]), np.array([1]), np.array([2])), score=np.arange(3))
    >>> polished(Model(3, 3, (Statement(order, tier=1),)), np.array([2, 0, 1]), Control())
    array([0, 1, 2])
    """
    search = _Search(model, seats)
    order = np.random.default_rng(control.seed).permutation(model.people).tolist()
    better = True
    while better and not control.expired:
        better = False
        for person in order:
            for move in search.moves(person):
                steps -= 1
                better |= search.try_(move)
            if steps <= 0 or control.expired:
                return search.seats
    return search.seats


Move = dict[int, int]
"""Who changes to which seat."""


class _Search:
    """A plan, and what it costs in each tier; musts are tier 0."""

    def __init__(self, model: Model, seats: Ints) -> None:
        self.seats = seats.copy()
        self.masks = (domains := domains_of(model, windows=False)).masks[domains.class_of]
        self.person_at: Ints = np.full(model.seats, -1, dtype=np.intp)
        self.person_at[seats] = np.arange(model.people)
        _, self.kind = np.unique(marks_of(model), axis=0, return_inverse=True)
        self.kind = self.kind.reshape(-1)
        self._read(model)

    def _read(self, model: Model) -> None:
        kept = [s for s in model.statements if s.tier or not isinstance(s.term, Domain)]
        tiers = {tier: k for k, tier in enumerate((0, *model.tiers))}
        self.gauges: list[Gauge] = [gauge_of(s.term, model.seats) for s in kept]
        self.weight = [(tiers[s.tier], s.weight) for s in kept]
        self.value = [amount(s.term, self.seats) for s in kept]
        self.tiers = len(tiers)
        self.of: dict[int, list[int]] = defaultdict(list)
        for k, gauge in enumerate(self.gauges):
            for person in range(model.people) if gauge.people is None else gauge.people.tolist():
                self.of[person].append(k)

    def moves(self, person: int) -> Iterator[Move]:
        """Yield the exchanges of a person with everybody of another kind, and the changes to an empty seat."""
        for seat in np.flatnonzero(self.masks[person]).tolist():
            mine, other = int(self.seats[person]), int(self.person_at[seat])
            if other < 0:
                yield {person: seat}
            elif self.kind[other] != self.kind[person] and self.masks[other, mine]:
                yield {person: seat, other: mine}

    def try_(self, move: Move) -> bool:
        """Make a move if it helps; tell whether it did."""
        after, changed = self.seats.copy(), list(move)
        after[changed] = list(move.values())
        values, change = dict[int, int](), [0] * self.tiers
        for k in sorted({k for person in changed for k in self.of[person]}):
            values[k] = self.gauges[k].after(self.seats, after, changed, self.value[k])
            tier, weight = self.weight[k]
            change[tier] += weight * (values[k] - self.value[k])
            if change[0] > 0:
                return False
        if change >= [0] * self.tiers:
            return False
        self._make(after, changed, values)
        return True

    def _make(self, after: Ints, changed: list[int], values: dict[int, int]) -> None:
        self.person_at[self.seats[changed]] = -1
        self.person_at[after[changed]] = changed
        self.seats = after
        for k, value in values.items():
            self.value[k] = value
