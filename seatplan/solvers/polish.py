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
from seatplan.terms import Domain, Model, Statement, amount

__all__ = ["polished"]

Ints = NDArray[np.intp]
_SHAKEN = 4
"""People who are shaken before a new descent."""


def polished(model: Model, seats: Ints, control: Control, steps: int) -> Ints:
    """Return a plan that no exchange of two seats makes better, or the best after so many trials.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
        A plan; it may break musts, fewer of them is better.
    control : Control
    steps : int
        Trials; what is left of them when no exchange helps goes to the same from plans that are shaken a little.

    Examples
    --------
    >>> from seatplan.terms import Ordered, Statement
    >>> order = Ordered((np.array([0]), np.array([1]), np.array([2])), score=np.arange(3))
    >>> polished(Model(3, 3, (Statement(order, tier=1),)), np.array([2, 0, 1]), Control(), 100)
    array([0, 1, 2])
    """
    search = _Search(model, seats, control, steps)
    search.descend()
    best = search.seats, search.price
    dice = np.random.default_rng(control.seed)
    while search.goes_on and any(best[1]) and search.shake(dice):
        search.descend()
        if search.price < best[1]:
            best = search.seats, search.price
        else:
            search.put(best[0])
    return best[0]


Move = dict[int, int]
"""Who changes to which seat."""


class _Search:
    """A plan, and what it costs in each tier; musts are tier 0."""

    def __init__(self, model: Model, seats: Ints, control: Control, steps: int) -> None:
        self.model, self.control, self.steps = model, control, steps
        self.masks = (domains := domains_of(model, windows=False)).masks[domains.class_of]
        _, self.kind = np.unique(marks_of(model), axis=0, return_inverse=True)
        self.kind = self.kind.reshape(-1)
        self.order = np.random.default_rng(control.seed).permutation(model.people).tolist()
        self._read(model)
        self.put(seats)

    def _read(self, model: Model) -> None:
        kept = sorted((s for s in model.statements if s.tier or not isinstance(s.term, Domain)), key=_tier)
        self.terms = [s.term for s in kept]
        tiers = {tier: k for k, tier in enumerate((0, *model.tiers))}
        self.gauges: list[Gauge] = [gauge_of(s.term, model.seats) for s in kept]
        self.weight = [(tiers[s.tier], s.weight) for s in kept]
        self.tiers = len(tiers)
        self.of: dict[int, list[int]] = defaultdict(list)
        for k, gauge in enumerate(self.gauges):
            for person in range(model.people) if gauge.people is None else gauge.people.tolist():
                self.of[person].append(k)

    def put(self, seats: Ints) -> None:
        """Begin from a plan."""
        self.seats = seats.copy()
        self.person_at: Ints = np.full(self.model.seats, -1, dtype=np.intp)
        self.person_at[seats] = np.arange(self.model.people)
        self.value = [amount(term, self.seats) for term in self.terms]

    @property
    def goes_on(self) -> bool:
        """Whether trials and time are left."""
        return self.steps > 0 and not self.control.expired

    @property
    def price(self) -> list[int]:
        """What the plan costs in each tier."""
        found = [0] * self.tiers
        for value, (tier, weight) in zip(self.value, self.weight, strict=True):
            found[tier] += weight * value
        return found

    def descend(self) -> None:
        """Make every exchange that helps, until none does."""
        better = True
        while better:
            better = False
            for person in self.order:
                if not self.goes_on:
                    return
                for move in self.moves(person):
                    better |= self.try_(move)

    def shake(self, dice: np.random.Generator) -> bool:
        """Make a few exchanges that keep the musts, whatever they cost; tell whether anybody can be moved."""
        left = self.steps
        for person in dice.choice(self.model.people, size=min(_SHAKEN, self.model.people), replace=False).tolist():
            moves = list(self.moves(person))
            if moves:
                self.try_(moves[int(dice.integers(len(moves)))], musts=True)
        return self.steps < left

    def moves(self, person: int) -> Iterator[Move]:
        """Yield the exchanges of a person with everybody of another kind, and the changes to an empty seat."""
        for seat in np.flatnonzero(self.masks[person]).tolist():
            mine, other = int(self.seats[person]), int(self.person_at[seat])
            if other < 0:
                yield {person: seat}
            elif self.kind[other] != self.kind[person] and self.masks[other, mine]:
                yield {person: seat, other: mine}

    def try_(self, move: Move, *, musts: bool = False) -> bool:
        """Make a move if it helps, or if it keeps the ``musts``; tell whether it was made."""
        self.steps -= 1
        after, changed = self.seats.copy(), list(move)
        after[changed] = list(move.values())
        values, change, last = dict[int, int](), [0] * self.tiers, 0
        for k in sorted({k for person in changed for k in self.of[person]}):
            tier, weight = self.weight[k]
            if tier > last and not musts and _worse(change[:tier]):
                return False
            values[k] = self.gauges[k].after(self.seats, after, changed, self.value[k])
            change[tier], last = change[tier] + weight * (values[k] - self.value[k]), tier
        if change[0] > 0 or (not musts and change >= [0] * self.tiers):
            return False
        self._make(after, changed, values)
        return True

    def _make(self, after: Ints, changed: list[int], values: dict[int, int]) -> None:
        self.person_at[self.seats[changed]] = -1
        self.person_at[after[changed]] = changed
        self.seats = after
        for k, value in values.items():
            self.value[k] = value


def _tier(statement: Statement) -> int:
    return statement.tier


def _worse(change: list[int]) -> bool:
    """Tell whether the tiers so far decide against a move."""
    return next((c > 0 for c in change if c), False)
