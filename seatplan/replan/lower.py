"""How many people must move in any plan: what each part needs on its own, added up so that nobody counts twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.given import crossing, span
from seatplan.replan.orders import Orders
from seatplan.replan.torn import parts_of
from seatplan.terms import Bands, Count, Model, Ordered, Region

__all__ = ["Standing", "fewest_moves", "torn", "unfilled"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Standing:
    """What the bound rests on.

    Parameters
    ----------
    model : Model
    old : ndarray of int, shape (people,)
    out : ndarray of bool, shape (people,)
        Who had a seat and may not stay.
    torn : tuple of ndarray of int
        The people of each region that does not hang together if all stay.
    orders : Orders
        The touched orders.
    """

    model: Model
    old: Ints
    out: Mask
    torn: tuple[Ints, ...]
    orders: Orders

    def fewest(self, term: Ordered, inside: Mask, price: Ints) -> int | None:
        """Return what an order costs at least on some seats, which have prices; None if there is no way."""
        found = self.orders.fewest(term, inside, price)
        return None if found is None else found[0]


def fewest_moves(case: Standing) -> int | None:
    """Return a number that no plan undercuts; None if an order cannot be kept at all.

    Notes
    -----
    Each order needs so many moves on all seats, where a seat of somebody settled costs one move of theirs. Groups
    in bands of lines need more if nobody leaves the own band. Whoever takes a seat beyond crosses another group,
    and of that group everybody on its nearest line must move. Where these are more than what is gained, the larger
    number holds for all plans. A region that is torn if all its people stay needs one move, unless somebody new
    may mend it; its people count as no price of others.
    """
    found = [_OrderBound(case, term) for term in case.orders.terms]
    if any(one.least is None for one in found):
        return None
    counted, total = np.zeros(case.model.people, dtype=bool), sum(int(one.least or 0) for one in found)
    for one in found:
        counted[one.people] = True
    total += sum(one.gain for one in found if _worth(case, one, found))
    total += int((case.out & ~counted).sum())
    total += _to_fill(case, counted)
    filling = np.zeros(case.model.people, dtype=bool)
    for term, _ in unfilled(case.model, case.old):
        filling[term.people] = True
    return total + sum(not (counted | case.out | filling)[people].any() for people in case.torn)


class _OrderBound:
    """One order: what it needs on all seats, and how much more inside the band of its group."""

    def __init__(self, case: Standing, term: Ordered) -> None:
        self.term = term
        self.people, self.bands = np.concatenate(term.classes), None
        everywhere, price = np.ones(case.model.seats, dtype=bool), np.zeros(case.model.seats, dtype=np.intp)
        price[case.old[case.orders.loose]] = 1
        price[case.old[case.orders.companions]] = 0  # their moves are counted with those they accompany
        self.group: Ints | None = None
        for bands in _bands(case.model):
            first = [group for group in bands.groups if (group == self.people[0]).any()]
            mine = [group for group in first if np.isin(self.people, group).all()]
            if mine and self.bands is None:
                self.bands, self.group = bands, mine[0]
        if self.bands is None or self.group is None:
            self.price, self.least, self.gain = price, case.fewest(term, everywhere, price), 0
            return
        others = np.concatenate([g for g in self.bands.groups if g is not self.group])
        foreign = others[case.old[others] >= 0]
        self.price = price.copy()
        self.price[case.old[foreign]] = 0
        self.least = case.fewest(term, everywhere, self.price)
        inside = case.fewest(term, ~crossing(self.bands, case.old, self.group, case.model.seats), price)
        most = int((case.old[self.people] >= 0).sum())
        self.gain = min(most, most if inside is None else inside) - (self.least or 0)


def _bands(model: Model) -> Iterator[Bands]:
    yield from (s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Bands))


def _worth(case: Standing, one: _OrderBound, found: Sequence[_OrderBound]) -> bool:
    """Tell whether crossing either neighbour would cost that group more than all that could be gained by it."""
    if one.gain <= 0 or one.bands is None or one.group is None:
        return False
    gains = sum(other.gain for other in found if other.bands is one.bands and other.gain > 0)
    return all(
        _crossed(case, one, group, nearest, [o for o in found if o.group is group], gains)
        for group, nearest in _neighbours(case, one.bands, one.group)
    )


def _neighbours(case: Standing, bands: Bands, mine: Ints) -> Iterator[tuple[Ints, int]]:
    """Yield the next groups on both sides and their nearest lines: whoever leaves the band crosses one of them."""
    here = span(bands, case.old, mine)
    spans = [(other, span(bands, case.old, group), group) for other, group in enumerate(bands.groups)]
    others = [(found, i, group) for i, found, group in spans if found is not None and group is not mine]
    if here is None:
        yield from ((group, found[0]) for found, _, group in others)
        return
    before = [(found[1], i, group) for found, i, group in others if found[1] < here[0]]
    after = [(-found[0], i, group) for found, i, group in others if found[0] > here[1]]
    for side, sign in ((before, 1), (after, -1)):
        if side:
            line, _, group = max(side, key=lambda one: one[:2])
            yield group, sign * line


def _crossed(
    case: Standing, one: _OrderBound, group: Ints, nearest: int, orders: list[_OrderBound], gains: int
) -> bool:
    """Tell whether a group must move enough people if somebody crosses its nearest line.

    All who sit on that line move; and nobody of the group sits beyond it, or all of them have moved.
    """
    assert one.bands is not None
    lines = one.bands.line
    seated = group[case.old[group] >= 0]
    needs = sum(other.least or 0 for other in orders)
    if int((lines[case.old[seated]] == nearest).sum()) >= needs + gains:
        return True
    on_the_left = bool((lines[case.old[seated]] <= nearest).all())
    kept = lines < nearest if on_the_left else lines > nearest
    for other in orders:
        moves = case.fewest(other.term, kept, other.price)
        most = int((case.old[other.people] >= 0).sum())
        if min(most, most if moves is None else moves) >= needs + gains:
            return True
    return False


def unfilled(model: Model, old: Ints) -> Iterator[tuple[Count, int]]:
    """Yield the seats that some people must fill, and how many are not if everybody stays."""
    for s in model.statements:
        if s.tier == 0 and isinstance(s.term, Count) and s.term.low == len(s.term.seats):
            lacking = s.term.low - int(np.isin(old[s.term.people], s.term.seats).sum())
            if lacking > 0:
                yield s.term, lacking


def _to_fill(case: Standing, counted: Mask) -> int:
    """Count the movers that fill seats of people in no touched order, beside those who come or may not stay."""
    total, met = 0, np.zeros(case.model.people, dtype=bool)
    lacking: dict[bytes, tuple[Ints, int]] = {}
    for term, count in unfilled(case.model, case.old):
        people, before = lacking.get(term.people.tobytes(), (term.people, 0))
        lacking[term.people.tobytes()] = people, before + count
    for people, count in lacking.values():
        if not (counted | met)[people].any():
            met[people] = True
            total += max(0, count - int(((case.old < 0) | case.out)[people].sum()))
    return total


def torn(model: Model, old: Ints) -> Iterator[Ints]:
    """Yield the people of each region that does not hang together if all stay; nobody in two of them."""
    met = np.zeros(model.people, dtype=bool)
    for s in model.statements:
        if s.tier == 0 and isinstance(s.term, Region):
            people = s.term.people
            if not met[people].any() and (old[people] >= 0).all() and len(parts_of(s.term.edges, old[people])) > 1:
                met[people] = True
                yield people
