"""Delegations with an inner order: seat the few who are special, deal the rest along the order.

The transportation over domains and prices alone is a bound, and says which seats are cheapest. On exactly these
seats a short search places the people whom something singles out (a head, a pair, somebody who pays); everybody
else is dealt the seats that are left, in order. If the plan keeps all musts at the price of the bound, it is
optimal. If the search finds none, nothing is said: other methods go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from seatplan.result import Status
from seatplan.solvers.answer import Answer
from seatplan.solvers.assignment import Assignment
from seatplan.solvers.control import Control
from seatplan.solvers.domains import domains_of
from seatplan.solvers.prices import fold, price_table
from seatplan.terms import Cost, Domain, Model, Ordered, Pair

__all__ = ["Dealing"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_TRIES, _STEPS = 60, 900
"""Deals that are tried, and seats that are tried for loose people, before the search says nothing."""
_MOST_LOOSE = 40
_PROOF = "meets the transportation bound over all plans"


class Dealing:
    """Place the special people by search, deal the others; proven where it meets the bound, else silent."""

    name = "dealing"

    def supports(self, model: Model) -> bool:
        """Hard orders and pairs, domains and prices, and nothing else; at least one order."""
        known = all(
            isinstance(s.term, Domain | Cost) or (s.tier == 0 and isinstance(s.term, Ordered | Pair))
            for s in model.statements
        )
        orders = [s.term for s in model.statements if isinstance(s.term, Ordered)]
        return known and any(len(members) for term in orders for members in term.classes)

    def solve(self, model: Model, control: Control) -> Answer:
        """Return an optimal plan, that there is none, or nothing."""
        free = tuple(s for s in model.statements if isinstance(s.term, Domain | Cost))
        cheapest = Assignment().solve(Model(model.people, model.seats, free), control)
        if cheapest.seats is None:
            return replace(cheapest, method=self.name)
        found = _Deal(model, cheapest.seats).search()
        if found is None:
            return Answer(None, Status.UNKNOWN, method=self.name, proof="no such plan at the price of the bound")
        return Answer(found, Status.OPTIMAL, cheapest.values, cheapest.values, self.name, _PROOF)


@dataclass(frozen=True, eq=False)
class _Order:
    """An order as flat arrays: people class by class, the class of each, where each class begins."""

    people: Ints
    rank: Ints
    starts: Ints
    score: Ints

    @classmethod
    def of(cls, term: Ordered) -> _Order:
        sizes = np.array([len(members) for members in term.classes if len(members)], dtype=np.intp)
        people = np.concatenate([*term.classes, np.empty(0, dtype=np.intp)])
        return cls(people, np.repeat(np.arange(len(sizes)), sizes), np.cumsum(sizes) - sizes, term.score)

    def kept(self, seat_of: Ints) -> bool:
        scores = self.score[seat_of[self.people]]
        latest = np.maximum.accumulate(np.maximum.reduceat(scores, self.starts))
        return bool((latest[:-1] <= np.minimum.reduceat(scores, self.starts)[1:]).all())

    def outside(self, loose: Mask) -> Ints:
        """Return the people of all classes but the one with most people who are not loose."""
        main = np.bincount(self.rank, weights=~loose[self.people]).argmax()
        outside: Ints = self.people[self.rank != main]
        return outside


@dataclass(frozen=True, eq=False)
class _Links:
    """Pairs of people, and pairs of seats as numbers."""

    pairs: Ints
    codes: Ints
    size: int
    wanted: bool

    @classmethod
    def of(cls, term: Pair, size: int) -> _Links:
        both = np.concatenate([term.relation, term.relation[:, ::-1]])
        return cls(term.pairs, np.unique(both[:, 0] * size + both[:, 1]), size, term.wanted)

    def kept(self, seat_of: Ints) -> bool:
        """Tell whether all pairs keep it whose people both have seats."""
        ends = seat_of[self.pairs]
        ends = ends[(ends >= 0).all(axis=1)]
        return bool((np.isin(ends[:, 0] * self.size + ends[:, 1], self.codes) == self.wanted).all())

    def reach(self, seats: Ints, others: Ints) -> Mask:
        """Tell which seats stand in the relation to one of some others."""
        linked: Mask = np.isin(seats[:, None] * self.size + others, self.codes)
        return np.asarray(linked.any(axis=1))


class _Deal:
    """All people of a model on the seats of a cheapest assignment, which may break orders and pairs."""

    def __init__(self, model: Model, cheapest: Ints) -> None:
        terms = [s.term for s in model.statements]
        self.orders = [
            _Order.of(term) for term in terms if isinstance(term, Ordered) and any(map(len, term.classes))
        ]
        self.links = [_Links.of(term, model.seats) for term in terms if isinstance(term, Pair)]
        self.chain = max(self.orders, key=lambda order: len(order.starts))
        self.seats = cheapest[np.lexsort((cheapest, self.chain.score[cheapest]))]
        self.seat_of = np.full(model.people, -1, dtype=np.intp)
        self.free = np.zeros(model.seats, dtype=bool)
        self.free[self.seats] = True
        self.tries, self.steps = _TRIES, _STEPS
        self._people(model)
        self._prices(model, cheapest)

    def _people(self, model: Model) -> None:
        """Tell loose people from those who are dealt a seat."""
        domains, table = domains_of(model, windows=False), price_table(model)
        kind = domains.class_of * (table.class_of.max(initial=0) + 1) + table.class_of
        loose = np.ones(model.people, dtype=bool)
        loose[self.chain.people] = False
        loose |= kind != np.bincount(kind[self.chain.people]).argmax()
        self.first = set[int]()
        for order in self.orders:
            if order is not self.chain:
                outside = order.outside(loose)
                loose[outside] = True
                self.first.update(outside.tolist())
        self.loose, self.dealt = np.flatnonzero(loose), self.chain.people[~loose[self.chain.people]]
        self.masks = domains.masks[domains.class_of]
        place = {person: index for index, person in enumerate(self.dealt.tolist())}
        self.partners = [
            (one, place[other], link)
            for link in self.links
            for pair in (link.pairs.tolist() if link.wanted else ())
            for one, other in (pair, pair[::-1])
            if loose[one] and other in place
        ]

    def _prices(self, model: Model, cheapest: Ints) -> None:
        """Reckon what everybody loose pays beyond those who are dealt, and what that may come to."""
        table = price_table(model)
        folded = fold(table.values, model.people)
        self.able = folded is not None and bool(len(self.dealt)) and len(self.loose) <= _MOST_LOOSE
        if folded is None or not self.able:
            return
        costs = folded[0][table.class_of]
        base = costs[self.dealt[0]]
        self.over = {int(p): costs[p] - base for p in self.loose}
        self.budget = int(costs[np.arange(model.people), cheapest].sum() - base[cheapest].sum())
        self.options = {int(p): self._options(int(p)) for p in self.loose}

    def _options(self, person: int) -> list[int]:
        """Return the seats that a person may take, by price, then where the orders want the person."""
        seats = self.seats[self.masks[person, self.seats]]
        wants = np.zeros(len(seats), dtype=np.intp)
        for order in self.orders:
            for place in np.flatnonzero(order.people == person)[:1]:
                scores = np.sort(order.score[self.seats])
                ideal = scores[min(len(scores) - 1, int(place))]
                wants += np.abs(order.score[seats] - ideal)
        found: list[int] = seats[np.lexsort((seats, wants, self.over[person][seats]))].tolist()
        return found

    def search(self) -> Ints | None:
        """Return a plan that keeps all musts at the price of the bound, or None."""
        if not self.able or not all(self.options.values()):
            return None
        tied = {one for one, _, _ in self.partners}  # the later they come, the fewer seats can be theirs
        order = sorted(self.options, key=lambda p: (p not in self.first, p in tied, len(self.options[p]), p))
        least = [int(self.over[p][self.options[p][0]]) for p in order]
        rest = [sum(least[i:]) for i in range(len(order) + 1)]
        return next(self._place(order, rest, 0), None)

    def _place(self, order: list[int], rest: list[int], paid: int) -> Iterator[Ints]:
        """Yield plans in which the people of ``order`` come to sit, after those who sit already."""
        if not order:
            yield from self._dealt(paid)
            return
        person = order[0]
        for seat in self._beside_partners(person, len(order)):
            cost = paid + int(self.over[person][seat])
            if cost + rest[1] > self.budget or self.tries <= 0 or self.steps <= 0:
                return
            if not self.free[seat]:
                continue
            self.steps -= 1
            self.seat_of[person], self.free[seat] = seat, False
            if all(link.kept(self.seat_of) for link in self.links):
                yield from self._place(order[1:], rest[1:], cost)
            self.seat_of[person], self.free[seat] = -1, True

    def _beside_partners(self, person: int, open_places: int) -> list[int]:
        """Return the seats beside which everybody with whom a person must sit can still be dealt one.

        Whoever is dealt a seat gets the k-th that is left, and each loose person takes at most one before it.
        """
        seats = np.array(self.options[person], dtype=np.intp)
        for place, link in ((place, link) for one, place, link in self.partners if one == person):
            left = self.seats[self.free[self.seats]]
            seats = seats[link.reach(seats, left[place : place + open_places + 1])]
        found: list[int] = seats.tolist()
        return found

    def _dealt(self, paid: int) -> Iterator[Ints]:
        """Deal the seats that are left, and yield the plan if it keeps everything."""
        self.tries -= 1
        left = self.seats[self.free[self.seats]]
        if paid != self.budget or not self.masks[self.dealt[0], left].all():
            return
        plan = self.seat_of.copy()
        plan[self.dealt] = left
        if all(order.kept(plan) for order in self.orders) and all(link.kept(plan) for link in self.links):
            yield plan
