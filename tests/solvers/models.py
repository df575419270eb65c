"""Tiny models of every kind of term, and what brute force says of them."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import strategies as st

from seatplan.solvers.answer import prices
from seatplan.terms import (
    Bands,
    Compact,
    Cost,
    Count,
    Domain,
    Limit,
    Lone,
    Model,
    Ordered,
    Pair,
    Region,
    Statement,
    amount,
)


def brute_force(model: Model) -> tuple[tuple[int, ...], set[tuple[int, ...]]] | None:
    """Return the best price and all plans that reach it; None if there is no plan."""
    best, plans = None, set()
    for seats in admitted(model):
        price = prices(model, np.array(seats))
        if best is None or price < best:
            best, plans = price, set()
        if price == best:
            plans.add(seats)
    return None if best is None else (best, plans)


def admitted(model: Model):
    """Yield every plan that keeps all musts."""
    musts = [s.term for s in model.statements if s.tier == 0]
    for seats in permutations(range(model.seats), model.people):
        if all(amount(term, np.array(seats)) == 0 for term in musts):
            yield seats


def _some(draw, size: int, least: int = 1) -> np.ndarray:
    chosen = draw(st.lists(st.integers(0, size - 1), min_size=min(least, size), max_size=size, unique=True))
    return np.array(sorted(chosen), dtype=np.intp)


def _groups(draw, people: int) -> tuple[np.ndarray, ...]:
    of = draw(st.lists(st.integers(0, 2), min_size=people, max_size=people))
    return tuple(
        g for g in (np.array([i for i, x in enumerate(of) if x == k], dtype=np.intp) for k in (0, 1)) if len(g)
    )


def _pairs(draw, size: int) -> np.ndarray:
    every = [(a, b) for a in range(size) for b in range(a + 1, size)]
    chosen = draw(st.lists(st.sampled_from(every), min_size=1, max_size=len(every), unique=True)) if every else []
    return np.array(chosen, dtype=np.intp).reshape(-1, 2)


PARTS = (Cost, Ordered, Pair, Region, Compact, Bands, Count, Lone)
"""What a limit may speak of."""


@st.composite
def terms(draw, people: int, seats: int, kinds=None):
    kind = draw(
        st.sampled_from(kinds or (Domain, Cost, Ordered, Pair, Region, Compact, Bands, Count, Lone, Limit))
    )
    scores = st.lists(st.integers(0, 3), min_size=seats, max_size=seats)
    if kind is Domain:
        return Domain(_some(draw, people), _some(draw, seats))
    if kind is Cost:
        return Cost(_some(draw, people), np.array(draw(scores)))
    if kind is Ordered:
        return Ordered(_groups(draw, people), np.array(draw(scores)))
    if kind is Pair:
        return Pair(_pairs(draw, people), _pairs(draw, seats), draw(st.booleans()))
    if kind is Region:
        return Region(_some(draw, people), _pairs(draw, seats))
    if kind is Compact:
        return Compact(_some(draw, people), _pairs(draw, seats))
    if kind is Bands:
        return Bands(_groups(draw, people), np.array(draw(scores)), draw(st.booleans()))
    if kind is Count:
        low = draw(st.integers(0, people))
        return Count(_some(draw, people), _some(draw, seats), low, draw(st.integers(low, people)))
    if kind is Limit:
        inner = st.tuples(st.integers(1, 2), terms(people, seats, PARTS))
        parts = draw(st.lists(inner, min_size=1, max_size=3))
        return Limit(tuple(parts), draw(st.integers(0, 3 * people)))
    lone = _some(draw, seats)
    near = st.lists(st.integers(-1, seats - 1), min_size=2 * len(lone), max_size=2 * len(lone))
    beside = np.array(draw(near), dtype=np.intp).reshape(-1, 2)
    return Lone(lone, np.where(beside == lone[:, None], -1, beside))


@st.composite
def models(draw, most: int = 4, kinds=None) -> Model:
    people = draw(st.integers(2, 4))
    seats = draw(st.integers(people, people + 2))
    statements = []
    for _ in range(draw(st.integers(1, most))):
        term = draw(terms(people, seats, kinds))
        tier = (
            0 if isinstance(term, Domain) else draw(st.integers(1 if isinstance(term, Cost | Compact) else 0, 2))
        )
        statements.append(Statement(term, tier=tier, weight=draw(st.integers(1, 2)) if tier else 1))
    return Model(people, seats, tuple(statements))


@st.composite
def banded(draw, tier: int = 0, most: int = 2) -> Model:
    """Delegations in bands, with terms that stay inside one delegation."""
    people, lines = draw(st.integers(2, 4)), draw(st.integers(2, 3))
    seats = draw(st.integers(people, 6))
    of = draw(st.lists(st.integers(0, most - 1), min_size=people, max_size=people))
    groups = tuple(g for g in (np.flatnonzero(np.array(of) == k) for k in range(most)) if len(g))
    line = np.array(draw(st.lists(st.integers(0, lines), min_size=seats, max_size=seats)))
    statements = [Statement(Bands(groups, line, True), tier=tier)]
    for _ in range(draw(st.integers(0, 3))):
        members = draw(st.sampled_from(groups))
        term = draw(terms(len(members), seats, (Domain, Cost, Ordered, Pair, Region, Compact, Count)))
        priced = isinstance(term, Cost | Compact)
        tier = 0 if isinstance(term, Domain) else draw(st.integers(1 if priced else 0, 2))
        statements.append(Statement(_of(term, members), tier=tier))
    return Model(people, seats, tuple(statements))


def _of(term, members: np.ndarray):
    """Let a term about people 0, 1, ... speak of these members."""
    match term:
        case Ordered(classes, score):
            return Ordered(tuple(members[c] for c in classes), score)
        case Pair(pairs, relation, wanted):
            return Pair(members[pairs], relation, wanted)
        case _:
            return type(term)(
                members[term.people], *(getattr(term, f) for f in list(term.__dataclass_fields__)[1:])
            )


@st.composite
def ordered(draw) -> Model:
    """Everybody in one strict order, with domains and prices."""
    people = draw(st.integers(2, 4))
    seats = draw(st.integers(people, 6))
    score = np.array(draw(st.permutations(range(seats))))
    order = Ordered(tuple(np.array([p]) for p in draw(st.permutations(range(people)))), score)
    rest = [draw(terms(people, seats, (Domain, Cost))) for _ in range(draw(st.integers(0, 3)))]
    prices_of = [Statement(t, tier=0 if isinstance(t, Domain) else draw(st.integers(1, 2))) for t in rest]
    return Model(people, seats, (Statement(order), *prices_of))


@st.composite
def gridded(draw) -> Model:
    """Two delegations as connected blocks on a small grid, with an outline price and pairs who keep apart."""
    rows, columns = draw(st.sampled_from([(2, 3), (3, 2), (2, 2), (1, 5)]))
    grid = np.array([(r, c) for r in range(rows) for c in range(columns)])
    edges = np.array([(i, j) for i in range(len(grid)) for j in range(i) if abs(grid[i] - grid[j]).sum() == 1])
    people = draw(st.integers(2, min(4, len(grid))))
    cut = draw(st.integers(1, people - 1))
    groups = np.arange(cut), np.arange(cut, people)
    statements = [Statement(Region(g, edges, grid)) for g in groups]
    statements += [Statement(Compact(g, edges, grid), tier=1) for g in groups]
    if draw(st.booleans()):
        statements.append(Statement(Pair(_pairs(draw, people), edges, False)))
    if draw(st.booleans()):
        statements.append(Statement(draw(terms(people, len(grid), (Cost,))), tier=2))
    return Model(people, len(grid), tuple(statements))
