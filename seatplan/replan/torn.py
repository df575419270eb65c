"""Regions that a gap tears: somebody who is bound by no order steps into the gap."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.orders import kept
from seatplan.solvers.domains import Domains
from seatplan.terms import Model, Ordered, Pair, Region

__all__ = ["bridged", "parts_of"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]


def parts_of(edges: Ints, seats: Ints) -> list[set[int]]:
    """Return seats in parts that hang together.

    Examples
    --------
    >>> parts_of(np.array([[0, 1], [1, 2]]), np.array([0, 2, 1, 5]))
    [{0, 1, 2}, {5}]
    """
    left, taken = (
        set(seats.tolist()),
        np.zeros(int(max(edges.max(initial=0), seats.max(initial=0))) + 1, dtype=bool),
    )
    taken[seats] = True
    beside: dict[int, list[int]] = {}
    for a, b in edges[taken[edges].all(axis=1)].tolist():
        beside.setdefault(a, []).append(b)
        beside.setdefault(b, []).append(a)
    found = []
    while left:
        part = {min(left)}
        edge = [min(left)]
        while edge:
            near = [seat for seat in beside.get(edge.pop(), ()) if seat not in part]
            part.update(near)
            edge.extend(near)
        left -= part
        found.append(part)
    return found


def bridged(model: Model, seats: Ints, loose: Mask, domains: Domains) -> Ints:
    """Return the seats after each torn region got one of its people into a gap that joins its parts.

    Regions in which somebody has no seat yet are left alone. Whoever must sit beside somebody stays; people of an
    order move only where it is kept; those of the smaller part are asked first.

    Parameters
    ----------
    model : Model
    seats : ndarray of int, shape (people,)
        -1 for no seat yet.
    loose : ndarray of bool, shape (people,)
        Who may be moved without looking at orders.
    domains : Domains
    """
    seats, hard = seats.copy(), [s.term for s in model.statements if s.tier == 0]
    tied = np.zeros(model.people, dtype=bool)
    for pair in (term for term in hard if isinstance(term, Pair) and term.wanted):
        tied[pair.pairs.ravel()] = True
    orders = [term for term in hard if isinstance(term, Ordered)]
    for region in (term for term in hard if isinstance(term, Region)):
        steps = _steps(region, seats, ~tied, domains)
        step = next((one for one in steps if loose[one[0]] or _in_order(orders, seats, *one)), None)
        if step is not None:
            seats[step[0]] = step[1]
    return seats


def _in_order(orders: list[Ordered], seats: Ints, person: int, gap: int) -> bool:
    """Tell whether orders that hold still do if one person moves."""
    after = seats.copy()
    after[person] = gap
    return all(kept(term, after) or not kept(term, seats) for term in orders)


def _steps(term: Region, seats: Ints, loose: Mask, domains: Domains) -> Iterator[tuple[int, int]]:
    """Yield who of a torn region could sit where so that it hangs together."""
    people = term.people
    parts = parts_of(term.edges, seats[people]) if (seats[people] >= 0).all() else []
    if len(parts) < 2:
        return
    taken = set(seats[seats >= 0].tolist())
    near = [_beside(term.edges, part) - taken for part in parts]
    gaps = sorted(near[0].intersection(*near[1:]))
    size = {seat: len(part) for part in parts for seat in part}
    for person in sorted(people[loose[people]].tolist(), key=lambda p: size[int(seats[p])]):
        rest = seats[people[people != person]]
        for gap in gaps:
            allowed = domains.masks[domains.class_of[person], gap]
            if allowed and len(parts_of(term.edges, np.append(rest, gap))) == 1:
                yield person, gap


def _beside(edges: Ints, part: set[int]) -> set[int]:
    inside = np.isin(edges, list(part))
    return set(edges[inside.any(axis=1) & ~inside.all(axis=1)].ravel().tolist()) - part
