"""People who keep apart from one another, and seats side by side: five chairs in a row hold three of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.narrow import by_mask
from seatplan.solvers.domains import Domains
from seatplan.terms import Model, Pair

__all__ = ["crowded_strangers"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
Graph = Any  # of networkx, which has no types


def crowded_strangers(model: Model, domains: Domains) -> tuple[Ints, Ints] | None:
    """Return people each of whom must keep apart from all the others, and the seats that hold fewer; or None.

    Notes
    -----
    The seats are cut into sets in which each touches every other, such as couples of chairs: each set holds one
    of these people at most. Then Hall's condition counts sets instead of seats. Where seats that touch are of two
    colours, a matching gives the fewest sets (Kőnig), and the count is exact for people who may sit on all of
    the seats. Counted for the people of each domain, and for all of them.

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> apart = Pair(np.array([[0, 1], [0, 2], [1, 2]]), np.array([[0, 1], [1, 2], [2, 3]]), wanted=False)
    >>> anywhere = Domains(np.zeros(3, dtype=int), np.ones((1, 4), bool))
    >>> crowded_strangers(Model(3, 4, (Statement(apart),)), anywhere)
    (array([0, 1, 2]), array([0, 1, 2, 3]))
    """
    masks = domains.masks[domains.class_of]
    for relation, people in _families(model):
        for some in _alike(people, domains.class_of):
            found = _crowd(relation, masks[some])
            if found is not None:
                return some[found[0]], found[1]
    return None


def _families(model: Model) -> Iterator[tuple[Ints, Ints]]:
    """Yield for each relation of seats some people of whom each must keep apart from every other."""
    by_relation: dict[bytes, tuple[Ints, list[Ints]]] = {}
    for statement in model.statements:
        match statement.term:
            case Pair(pairs, relation, False) if not statement.tier:
                by_relation.setdefault(relation.tobytes(), (relation, []))[1].append(pairs)
    for relation, lists in by_relation.values():
        people = _mutual(np.concatenate(lists))
        if len(people) > 2:
            yield relation, people


def _mutual(pairs: Ints) -> Ints:
    """Return a large set of people of whom all pairs are given: greedily, those with most pairs first."""
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs.tolist():
        near[a].add(b)
        near[b].add(a)
    chosen: list[int] = []
    left = set(near)
    while left:
        most = max(left, key=lambda p: (len(near[p] & left), -p))
        chosen.append(most)
        left &= near[most]
    return np.array(sorted(chosen), dtype=np.intp)


def _alike(people: Ints, class_of: Ints) -> Iterator[Ints]:
    kinds = np.unique(class_of[people])
    families = [people[class_of[people] == kind] for kind in kinds]
    yield from (family for family in [*families, people][: len(kinds) + (len(kinds) > 1)] if len(family) > 1)


def _crowd(relation: Ints, masks: Mask) -> tuple[Ints, Ints] | None:
    """Return which of the people have too few sets of seats, and these seats."""
    seats = np.flatnonzero(masks.any(axis=0))
    sets = _sets(relation[np.isin(relation, seats).all(axis=1)], seats)
    if len(masks) > len(seats):
        return None  # counted already
    in_sets = np.array([masks[:, some].any(axis=1) for some in sets], dtype=bool).T
    found = by_mask(in_sets).hall_violator()
    if found is None:
        return None
    return found[0], np.sort(np.concatenate([np.empty(0, dtype=np.intp), *(sets[i] for i in found[1])]))


def _sets(edges: Ints, seats: Ints) -> list[Ints]:
    """Cut seats into few sets in which each touches every other."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(seats.tolist())
    graph.add_edges_from((a, b) for a, b in edges.tolist() if a != b)
    found: list[Ints] = []
    for part in map(sorted, nx.connected_components(graph)):
        piece = graph.subgraph(part)
        found += _couples(piece) if nx.is_bipartite(piece) else _cliques(piece)
    return found


def _couples(graph: Graph) -> list[Ints]:
    import networkx as nx

    matched = nx.bipartite.hopcroft_karp_matching(graph, top_nodes=nx.bipartite.sets(graph)[0])
    return [np.array(some) for some in sorted({tuple(sorted({s, matched.get(s, s)})) for s in graph})]


def _cliques(graph: Graph) -> list[Ints]:
    """Take the seat with the fewest seats left beside it, and whatever seats touch all that were taken."""
    left, found = set(graph), []
    while left:
        clique = [min(left, key=lambda s: (len(left & set(graph[s])), s))]
        near = left & set(graph[clique[0]])
        while near:
            clique.append(min(near, key=lambda s: (-len(near & set(graph[s])), s)))
            near &= set(graph[clique[-1]])
        left -= set(clique)
        found.append(np.array(sorted(clique)))
    return found
