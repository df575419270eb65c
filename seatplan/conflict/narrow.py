"""Where people can sit if those with whom they must sit are to find a place beside them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains
from seatplan.terms import Model, Pair, Region

__all__ = ["by_mask", "narrowed"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_SHORT = 6
_ROUNDS = 10


def narrowed(model: Model, domains: Domains) -> Domains:
    """Return domains from which seats without a seat for the neighbour are gone.

    Parameters
    ----------
    model : Model
    domains : Domains

    Examples
    --------
    >>> from seatplan.terms import Statement
    >>> couple = Statement(Pair(np.array([[0, 1]]), np.array([[0, 1], [2, 3]]), wanted=True))
    >>> masks = np.array([[True, False, False, False, False], [True] * 5])
    >>> narrowed(Model(2, 5, (couple,)), Domains(np.array([0, 1]), masks)).seats(1)
    array([1])
    """
    links = list(_links(model))
    if not links:
        return domains
    masks = domains.masks[domains.class_of]
    for _ in range(_ROUNDS):
        before = masks.sum()
        for one, other, edges, steps in links:
            masks[other] &= _reached(masks[one], edges, steps)
            masks[one] &= _reached(masks[other], edges, steps)
        if masks.sum() == before:
            break
    return by_mask(masks)


def _links(model: Model) -> Iterator[tuple[int, int, Ints, int]]:
    """Yield two people, the relation in both directions, and within how many steps of it they must sit."""
    for statement in model.statements:
        match statement.term:
            case Pair(pairs, relation, True) if not statement.tier:
                both = np.concatenate([relation, relation[:, ::-1]])
                yield from ((a, b, both, 1) for a, b in pairs.tolist())
            case Region(people, edges) if not statement.tier and 1 < len(people) <= _SHORT:
                both = np.concatenate([edges, edges[:, ::-1]])
                yield from ((int(people[0]), b, both, len(people) - 1) for b in people[1:].tolist())


def _reached(mask: Mask, edges: Ints, steps: int) -> Mask:
    """Return the seats within some steps of a set; one step leads away, more may lead back."""
    found = np.zeros_like(mask)
    edge = mask
    for _ in range(steps):
        found[edges[edge[edges[:, 0]], 1]] = True
        edge = found if steps == 1 else found | mask
    return found if steps == 1 else found | mask


def by_mask(masks: Mask) -> Domains:
    """Return the domains of people by the seats that each may take.

    Parameters
    ----------
    masks : ndarray of bool, shape (people, seats)

    Examples
    --------
    >>> by_mask(np.array([[True, False], [True, True], [True, False]])).class_of.tolist()
    [0, 1, 0]
    """
    packed, class_of = np.unique(np.packbits(masks, axis=1), axis=0, return_inverse=True)
    unpacked = np.unpackbits(packed, axis=1, count=masks.shape[1]).astype(bool)
    return Domains(class_of.reshape(-1).astype(np.intp), unpacked)
