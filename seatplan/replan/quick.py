"""Fewest moves in a large event, where most people stay: only those whom the changes touch are looked at.

Whoever may stay stays. People of a strict order that the changes touch are seated by `fewest_in_order`;
everybody else who has no seat yet gets one of those that are left, exactly. The number of moves is compared with a
bound over all plans: what each touched order needs at least on its own, on all seats, plus all others who may not
stay. Where they meet, it is proven. An audit judges the plan; whom it names is set free as well, and the rest is
solved again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.given import given, near
from seatplan.replan.least import Least, least_by_search, moved
from seatplan.replan.lower import Standing, fewest_moves, torn, unfilled
from seatplan.replan.orders import Orders, kept, strict
from seatplan.replan.pressed import placements, pressed
from seatplan.replan.torn import bridged
from seatplan.result import Status
from seatplan.solvers import Control, domains_of
from seatplan.solvers.answer import prices
from seatplan.solvers.prices import fold
from seatplan.terms import Cost, Model, Ordered

__all__ = ["least_by_staying"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_ROUNDS = 4
_ROOM = 1 << 36


def least_by_staying(
    model: Model,
    old: Ints,
    control: Control,
    broken: Callable[[Ints], frozenset[int] | None],
    *,
    spare: Ints | None = None,
) -> Least | None:
    """Return a plan with few moves and a bound over all plans; None where this way finds none.

    Parameters
    ----------
    model : Model
    old : ndarray of int, shape (people,)
        The seat of each person before; -1 for none.
    control : Control
    broken : callable
        From a plan to the people whose seats break a must, None where it names nobody; an audit, which knows no
        terms.
    spare : ndarray of int, optional
        People who are asked first to fill gaps.

    Examples
    --------
    >>> found = least_by_staying(Model(2, 3), np.array([2, -1]), Control(), lambda seats: frozenset())
    >>> found.seats.tolist(), found.moves, found.bound
    ([2, 0], 0, 0)
    """
    nobody = np.empty(0, dtype=np.intp)
    return _Staying(model, old, control, nobody if spare is None else spare).least(broken)


class _Staying:
    def __init__(self, model: Model, old: Ints, control: Control, spare: Ints) -> None:
        self.model, self.old, self.control = model, old, control
        self.spare = np.zeros(model.people, dtype=bool)
        self.spare[spare] = True
        self.domains = domains_of(model, windows=False)
        self.comes = old < 0
        self.out = ~self.comes & ~self.domains.masks[self.domains.class_of, old]
        self.filling = self._filling()
        self.staying = np.where(self.comes | self.out | self.spare, -1, old)
        self.pressed = pressed(model, self.staying, self.domains)
        orders = [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Ordered)]
        touched = self._touched(orders)
        self.settled = ~(self.comes | self.out)
        for term in touched:
            self.settled[np.concatenate(term.classes)] = False
        self.torn = tuple(torn(model, old))
        free = self.settled & ~self.filling
        free[[person for people in self.torn for person in people.tolist()]] = False
        self.orders = Orders(model, old, ~(self.comes | self.out), self.domains, touched, free)

    def _filling(self) -> Mask:
        """Return who shall fill seats that nobody fills now."""
        filling = np.zeros(self.model.people, dtype=bool)
        for term, _ in unfilled(self.model, self.old):
            filling[term.people] = True
        return filling

    def _touched(self, orders: list[Ordered]) -> list[Ordered]:
        """Return the strict orders that somebody enters, or that do not hold if everybody stays."""
        found, met = list[Ordered](), np.zeros(self.model.people, dtype=bool)
        gives = np.isin(self.old, [seat for one in self.pressed for seat in one.seats.tolist()])
        for term in orders:
            if strict(term):
                people = np.concatenate(term.classes)
                touched = (self.comes | self.out | self.filling | gives)[people].any()
                unsettled = bool(touched) or not kept(term, self.old)
                if unsettled and not met[people].any():
                    found.append(term)
                    met[people] = True
        return found

    def least(self, broken: Callable[[Ints], frozenset[int] | None]) -> Least | None:
        """Try with everybody staying who may; then let the touched orders move."""
        bound = self._bound()
        if bound is None:
            return Least(None, Status.INFEASIBLE, method="order DP")
        most, found = int((self.out | self.spare).sum()), None
        if bound <= most and not self.pressed:  # otherwise more people move than these
            closed = bound == int(self.out.sum()) and not self.spare.any()
            found = self._mended(self.staying, bound, broken, closed=closed)
        if found is not None and found.moves == bound:
            return found
        tried = [found, *(self._in_order(seats, bound, broken) for seats in self._starts())]
        return min((f for f in tried if f is not None), key=lambda f: f.moves, default=None)

    def _starts(self) -> Iterator[Ints]:
        """Yield seats to begin with: everybody stays who may, and whoever is pressed sits beside the principal."""
        yield from placements(self.staying, self.pressed) if self.pressed else (self.staying,)

    def _in_order(self, seats: Ints, bound: int, broken: Callable[[Ints], frozenset[int] | None]) -> Least | None:
        """Let the touched orders move, and complete the plan."""
        placed = self._in_orders(seats) if self.orders.terms else seats
        return None if placed is None else self._mended(placed, bound, broken, closed=False)

    def _mended(
        self, placed: Ints, bound: int, broken: Callable[[Ints], frozenset[int] | None], *, closed: bool
    ) -> Least | None:
        """Complete a plan; set free whom an audit names, and complete it again."""
        for _ in range(_ROUNDS):
            found = self._completed(placed, bound, closed=closed)
            if found is None or found.seats is None:
                return None
            wrong = broken(found.seats)
            if not wrong:
                return found if wrong is not None else None
            placed, closed = bridged(self.model, found.seats, self._loose(), self.domains), False
            if (placed == found.seats).all():
                placed[sorted(wrong)] = -1
        return None

    def _bound(self) -> int | None:
        """Return what no plan undercuts."""
        least = fewest_moves(Standing(self.model, self.old, self.out, self.torn, self.orders))
        gives = int(
            bool(self.pressed) and not self.spare.any() and not self.out.any()
        )  # a neighbour or a principal
        return None if least is None else max(least, gives)

    # Orders ---------------------------------------------------------------------------------------------

    def _in_orders(self, seats: Ints) -> Ints | None:
        """Seat the people of the touched orders, order by order: on their own seats, on free ones, and on seats
        of people in no strict order, who are without a seat then."""
        loose = self._loose()
        for term in self.orders.terms:
            people = np.concatenate(term.classes)
            held, price = self._held(seats, people), self._price(people)
            move = 2 * len(people) * int(price.max(initial=0)) + 1
            free = ((held < 0) | loose[held]) & near(self.model, seats, people)
            found = self.orders.fewest(term, free, price + move * (held >= 0), move)
            if found is None or not len(found[1]):
                return None
            seats = self._taken(seats, people, found[1], held)
        return seats

    def _taken(self, seats: Ints, people: Ints, new: Ints, held: Ints) -> Ints:
        """Seat people of an order; whoever sat there, and whose companion went, has no seat then."""
        seats = seats.copy()
        seats[people] = new
        pushed = held[new]
        seats[pushed[pushed >= 0]] = -1
        for order, ties in self.orders.ties.items():
            members = np.concatenate(self.orders.terms[order].classes)
            for tie in ties:
                seat = seats[members[tie.place]]
                if seats[tie.companion] == tie.seat and seat >= 0 and not tie.beside[seat]:
                    seats[tie.companion] = -1
        return seats

    def _held(self, seats: Ints, people: Ints) -> Ints:
        """Return who sits on each seat now; -1 for nobody and for these people."""
        held = np.full(self.model.seats, -1, dtype=np.intp)
        others = np.setdiff1d(np.flatnonzero(seats >= 0), people)
        held[seats[others]] = others
        return held

    def _loose(self) -> Mask:
        """Return who is in no strict order and may be seated elsewhere without moving others along."""
        found = self.settled.copy()
        for s in self.model.statements:
            if s.tier == 0 and isinstance(s.term, Ordered) and strict(s.term):
                found[np.concatenate([*s.term.classes, np.empty(0, dtype=np.intp)])] = False
        return found

    def _price(self, people: Ints) -> Ints:
        """Return what a seat costs whoever of these people takes it, all tiers in one number."""
        tiers = self.model.tiers
        values = np.zeros((len(tiers), self.model.seats), dtype=np.intp)
        for s in self.model.statements:
            if s.tier and isinstance(s.term, Cost) and np.isin(people, s.term.people).all():
                values[tiers.index(s.tier)] += s.weight * s.term.values
        folded = fold(values, len(people))
        fits = folded is not None and int(folded[0].max(initial=0)) * len(people) ** 2 < _ROOM
        return folded[0] if folded is not None and fits else np.zeros(self.model.seats, dtype=np.intp)

    # The others -----------------------------------------------------------------------------------------

    def _completed(self, placed: Ints, bound: int, *, closed: bool) -> Least | None:
        """Seat those who have no seat yet on what is left, exactly.

        ``closed``: in every plan with as few moves these people, and nobody else, sit on new seats.
        """
        rest = given(self.model, placed)
        people, open_seats = rest.piece.people, rest.piece.seats
        if len(people) > len(open_seats):
            return None
        seats, exact = placed.copy(), closed and rest.exact
        gaps = dict[int, int]()
        if len(people):
            index = np.full(self.model.seats + 1, -1, dtype=np.intp)
            index[open_seats] = np.arange(len(open_seats))
            found = least_by_search(rest.piece.model, index[self.old[people]], self.control, fast=True)
            if found.seats is None:
                return None
            seats[people] = open_seats[found.seats]
            gaps = {t: v - b for t, v, b in zip(found.tiers, found.values, found.bounds, strict=True)}
        moves = moved(seats, self.old)
        known = self._known(seats, gaps) if exact and moves == bound else Least(None, Status.FEASIBLE)
        return replace(known, seats=seats, moves=moves, bound=bound, method="staying")

    def _known(self, seats: Ints, gaps: Mapping[int, int]) -> Least:
        """Return what is known of the tiers if only the rest of the model can differ, by so much in each tier."""
        tiers, values = self.model.tiers, prices(self.model, seats)
        bounds = tuple(value - gaps.get(tier, 0) for tier, value in zip(tiers, values, strict=True))
        exact = bounds == values
        status = Status.OPTIMAL if exact else Status.FEASIBLE
        return Least(None, status, tiers=tiers, values=values, bounds=bounds, exact=exact)
