"""People in a strict order, and a few outside of it: an exact dynamic programme, and branching for pairs.

A delegation seated by strokes has a head, a speaker or an interpreter who keeps out of the order. Seats are taken
in the order's direction: each stays empty, goes to the next of the order, or to one of the few who has none yet.
Pairs are left out at first; where the best plan breaks one, the seats of one of the two are halved.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer, infeasible, prices
from seatplan.solvers.control import Control
from seatplan.solvers.domains import domains_of
from seatplan.solvers.prices import fold, price_table
from seatplan.terms import Cost, Domain, Model, Ordered, Pair

__all__ = ["OrderWithOutsiders"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_FEW = 5
_NODES = 60
"""So many programmes are solved, before other methods go on (measured: 5 to 40 ms each)."""
_NEVER = 1 << 61
_PROOF = "exact dynamic programme over all plans"


class OrderWithOutsiders:
    """Dynamic programme over seats by score, people of the order and sets of outsiders; proven."""

    name = "order DP with outsiders"

    def supports(self, model: Model) -> bool:
        """One hard order of single people with distinct scores, few others, and besides domains, prices, pairs."""
        orders = [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Ordered)]
        known = all(
            isinstance(s.term, Domain | Cost) or (s.tier == 0 and isinstance(s.term, Ordered | Pair))
            for s in model.statements
        )
        return known and len(orders) == 1 and _strict(orders[0], model)

    def solve(self, model: Model, control: Control) -> Answer:
        """Return the best plan, that there is none, or nothing."""
        table = price_table(model)
        folded = fold(table.values, model.people)
        if folded is None:
            return Answer(None, Status.UNKNOWN, method=self.name, proof="prices too large to fold")
        found = _Search(model, folded[0][table.class_of], control).run()
        if found is None:
            return Answer(None, Status.UNKNOWN, method=self.name, proof="too many choices for pairs")
        if not len(found) and model.people:
            return infeasible(self.name, "no plan keeps the order")
        values = prices(model, found)
        return Answer(found, Status.OPTIMAL, values, values, self.name, _PROOF)


def _strict(order: Ordered, model: Model) -> bool:
    if any(len(members) != 1 for members in order.classes):
        return False
    usable = domains_of(model, windows=False).masks.any(axis=0)
    distinct = len(np.unique(order.score[usable])) == int(usable.sum())
    return distinct and 0 < model.people - len(order.classes) <= _FEW


@dataclass(frozen=True, eq=False)
class _Pairs:
    """Pairs of people, and the seats that stand in the relation to each other, in both directions."""

    pairs: list[tuple[int, int]]
    ends: Ints
    codes: Ints
    size: int
    wanted: bool

    @classmethod
    def of(cls, term: Pair, size: int) -> _Pairs:
        ends = np.concatenate([term.relation, term.relation[:, ::-1]]).reshape(-1, 2)
        pairs = [(int(a), int(b)) for a, b in term.pairs]
        return cls(pairs, ends, np.unique(ends[:, 0] * size + ends[:, 1]), size, term.wanted)

    def broken(self, seat_of: Ints) -> Iterator[tuple[int, int]]:
        """Yield the pairs that a plan breaks."""
        for a, b in self.pairs:
            if bool(np.isin(seat_of[a] * self.size + seat_of[b], self.codes)) != self.wanted:
                yield a, b

    def left(self, other: Mask) -> Mask:
        """Return the seats from which a seat of the other is in the relation, or is not, as is wanted."""
        near = np.zeros(self.size, dtype=bool)
        near[self.ends[other[self.ends[:, 1]], 0]] = True
        if self.wanted:
            return near
        return ~near if other.sum() == 1 else np.ones(self.size, dtype=bool)


class _Search:
    """Best first over the seats that are left to the people of pairs."""

    def __init__(self, model: Model, cost: Ints, control: Control) -> None:
        order = next(s.term for s in model.statements if isinstance(s.term, Ordered))
        domains = domains_of(model)
        self.control = control
        self.masks = domains.masks[domains.class_of]
        self.pairs = [_Pairs.of(s.term, model.seats) for s in model.statements if isinstance(s.term, Pair)]
        self.programme = _Programme(order, cost, model.people)

    def run(self) -> Ints | None:
        """Return the best plan; nobody if there is none, None if the search was too long."""
        waiting: list[tuple[int, int, Mask, Ints]] = []
        for node in range(_NODES):
            masks = self.masks if node == 0 else None
            for child in [masks] if masks is not None else self._halves(*heapq.heappop(waiting)[2:]):
                if self._narrowed(child) and (found := self.programme.best(child)) is not None:
                    heapq.heappush(waiting, (found[0], len(waiting) + _NODES * node, child, found[1]))
            if not waiting:
                return np.empty(0, dtype=np.intp)
            if not any(any(pairs.broken(waiting[0][3])) for pairs in self.pairs):
                return waiting[0][3]
            self.control.checkpoint()
        return None

    def _halves(self, masks: Mask, seats: Ints) -> Iterator[Mask]:
        """Yield the two halves of the seats of one person of a pair that is broken."""
        broken = next(pair for pairs in self.pairs for pair in pairs.broken(seats))
        one = min((p for p in broken if masks[p].sum() > 1), key=lambda p: int(masks[p].sum()))
        line = np.flatnonzero(masks[one])
        line = line[np.argsort(self.programme.score[line], kind="stable")]
        for half in (line[: len(line) // 2], line[len(line) // 2 :]):
            child = masks.copy()
            child[one] = False
            child[one, half] = True
            yield child

    def _narrowed(self, masks: Mask) -> bool:
        """Take seats away from people whose partner finds none beside; tell whether everybody has some left."""
        before = -1
        while (count := int(masks.sum())) != before:
            before = count
            for pairs in self.pairs:
                for a, b in pairs.pairs:
                    masks[a] &= pairs.left(masks[b])
                    masks[b] &= pairs.left(masks[a])
        return bool(masks.any(axis=1).all())


class _Programme:
    """``best[set of outsiders, people of the order]``: the cheapest way to seat these on the seats so far."""

    def __init__(self, order: Ordered, cost: Ints, people: int) -> None:
        self.chain = np.concatenate([*order.classes, np.empty(0, dtype=np.intp)]).astype(np.intp)
        self.others = np.setdiff1d(np.arange(people), self.chain)
        self.score, self.cost = order.score, cost
        sets = np.arange(1 << len(self.others))
        self.without = [np.flatnonzero(~(sets >> k) & 1) for k in range(len(self.others))]

    def best(self, masks: Mask) -> tuple[int, Ints] | None:
        """Return the least price and a plan of it, when only the order and these seats count."""
        usable = np.flatnonzero(masks.any(axis=0))
        line = usable[np.argsort(self.score[usable], kind="stable")]
        price = np.where(masks, self.cost, _NEVER)
        best = np.full((1 << len(self.others), len(self.chain) + 1), _NEVER)
        best[0, 0] = 0
        taken = np.zeros((len(line), *best.shape), dtype=np.int8)
        for place, seat in enumerate(line.tolist()):
            best = self._step(best, price[:, seat], taken[place])
        total = int(best[-1, -1])
        return None if total >= _NEVER else (total, self._plan(line, taken))

    def _step(self, best: Ints, price: Ints, taken: NDArray[np.int8]) -> Ints:
        """Let one seat stay empty (0), go to the next of the order (1), or to an outsider (2 ...)."""
        new = best.copy()
        _improve(new[:, 1:], best[:, :-1] + price[self.chain], taken[:, 1:], 1)
        for k, sets in enumerate(self.without):
            if price[self.others[k]] < _NEVER:
                here = new[sets + (1 << k)], taken[sets + (1 << k)]
                _improve(here[0], best[sets] + price[self.others[k]], here[1], 2 + k)
                new[sets + (1 << k)], taken[sets + (1 << k)] = here
        return np.minimum(new, _NEVER)

    def _plan(self, line: Ints, taken: NDArray[np.int8]) -> Ints:
        """Walk back from the last seat."""
        seat_of = np.full(len(self.chain) + len(self.others), -1, dtype=np.intp)
        some, place = (1 << len(self.others)) - 1, len(self.chain)
        for seat, choices in zip(line[::-1].tolist(), taken[::-1], strict=True):
            choice = int(choices[some, place])
            if choice == 1:
                place -= 1
                seat_of[self.chain[place]] = seat
            elif choice > 1:
                some -= 1 << (choice - 2)
                seat_of[self.others[choice - 2]] = seat
        return seat_of


def _improve(best: Ints, other: Ints, taken: NDArray[np.int8], choice: int) -> None:
    """Take another way, in place, wherever it is cheaper."""
    better = other < best
    best[better] = other[better]
    taken[better] = choice
