"""Couples and seats side by side: three places in a row hold one couple, however they are taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains
from seatplan.terms import Model, Pair, Region

__all__ = ["crowded_couples"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
Set = tuple[int, ...]


def crowded_couples(model: Model, domains: Domains) -> tuple[Ints, Ints] | None:
    """Return people who must sit in sets of equal size, and the seats that hold fewer such sets; or None.

    Notes
    -----
    Sets without a common member need seats of their own. A connected part of the seats that are left to them
    holds at most as many sets as its size divided by theirs. Counted for the sets of each domain, and for all
    of one size.

    Examples
    --------
    >>> couples = Pair(np.array([[0, 1], [2, 3]]), np.array([[0, 1], [1, 2], [3, 4]]), wanted=True)
    >>> from seatplan.solvers import domains_of
    >>> from seatplan.terms import Statement
    >>> crowded_couples(Model(4, 5, (Statement(couples),)), Domains(np.zeros(4, dtype=int), np.ones((1, 5), bool)))
    >>> crowded_couples(Model(4, 4, (Statement(couples),)), Domains(np.zeros(4, dtype=int), np.ones((1, 4), bool)))
    (array([0, 1, 2, 3]), array([0, 1, 2]))
    """
    for edges, sets in _families(model):
        for some in _alike(sets, domains):
            seats = np.flatnonzero(domains.masks[domains.class_of[np.unique(some)]].any(axis=0))
            parts = _parts(edges, seats)
            room = sum(len(part) // len(some[0]) for part in parts)
            if len(some) > room:
                return np.unique(some), np.sort(np.array([s for part in parts for s in part], dtype=np.intp))
    return None


def _families(model: Model) -> Iterator[tuple[Ints, list[Set]]]:
    """Yield the sets that each relation ties together, sets without a common member only."""
    by_relation: dict[tuple[int, bytes], tuple[Ints, list[Set]]] = {}
    for statement in model.statements:
        match statement.term:
            case Pair(pairs, relation, True) if not statement.tier:
                _, sets = by_relation.setdefault((2, relation.tobytes()), (relation, []))
                sets.extend((min(a, b), max(a, b)) for a, b in pairs.tolist())
            case Region(people, edges) if not statement.tier and len(people) > 1:
                _, sets = by_relation.setdefault((len(people), edges.tobytes()), (edges, []))
                sets.append(tuple(sorted(people.tolist())))
    for edges, sets in by_relation.values():
        yield edges, list(_disjoint(sets))


def _disjoint(sets: list[Set]) -> Iterator[Set]:
    met: set[int] = set()
    for some in sets:
        if met.isdisjoint(some):
            met.update(some)
            yield some


def _alike(sets: list[Set], domains: Domains) -> Iterator[list[Set]]:
    """Yield the sets of each domain, then all of them; one set alone is no crowd."""
    by_domain: dict[Set, list[Set]] = defaultdict(list)
    for some in sets:
        by_domain[tuple(sorted({int(domains.class_of[person]) for person in some}))].append(some)
    families = [*by_domain.values(), sets][: len(by_domain) + (len(by_domain) > 1)]
    yield from (family for family in families if len(family) > 1)


def _parts(edges: Ints, seats: Ints) -> list[set[int]]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_edges_from(edges[np.isin(edges, seats).all(axis=1)].tolist())
    return list(nx.connected_components(graph))
