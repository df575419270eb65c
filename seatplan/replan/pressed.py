"""People who come late and must sit beside somebody whose neighbours all have seats: one of these gives way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains
from seatplan.terms import Model, Pair

__all__ = ["Pressed", "placements", "pressed"]

Ints = NDArray[np.intp]
_MOST = 12
"""Placements that are tried."""


@dataclass(frozen=True, eq=False)
class Pressed:
    """Somebody without a seat, and the seats beside the principal, all of which others have."""

    person: int
    seats: Ints


def pressed(model: Model, staying: Ints, domains: Domains) -> tuple[Pressed, ...]:
    """Return who must sit beside somebody and finds every such seat taken.

    Parameters
    ----------
    model : Model
    staying : ndarray of int, shape (people,)
        Seats if everybody stays who may; -1 for none.
    domains : Domains

    Examples
    --------
    >>> from seatplan.solvers import domains_of
    >>> from seatplan.terms import Statement
    >>> beside = Statement(Pair(np.array([[0, 2]]), np.array([[0, 1], [1, 2], [2, 3]]), wanted=True))
    >>> model = Model(3, 4, (beside,))
    >>> [one.seats.tolist() for one in pressed(model, np.array([0, 1, -1]), domains_of(model))]
    [[1]]
    """
    held = np.full(model.seats, -1, dtype=np.intp)
    held[staying[staying >= 0]] = np.flatnonzero(staying >= 0)
    return tuple(_pressed(model, staying, held, domains))


def _pressed(model: Model, staying: Ints, held: Ints, domains: Domains) -> Iterator[Pressed]:
    bound = domains.masks.sum(axis=1)[domains.class_of] == 1  # whoever has this seat only gives no way
    terms = (s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Pair) and s.term.wanted)
    for term in terms:
        for one, other in (*term.pairs.tolist(), *term.pairs[:, ::-1].tolist()):
            if staying[one] >= 0 > staying[other]:
                links = np.vstack([term.relation, term.relation[:, ::-1]])
                near = np.unique(links[links[:, 0] == staying[one], 1])
                near = near[domains.masks[domains.class_of[other], near]]
                if (held[near] >= 0).all():
                    yield Pressed(other, near[~bound[held[near]]])


def placements(staying: Ints, guests: tuple[Pressed, ...]) -> Iterator[Ints]:
    """Yield seats with each of these people on one of theirs; whoever sat there has none then."""
    for chosen in islice(product(*(one.seats.tolist() for one in guests)), _MOST):
        if len(set(chosen)) == len(chosen):
            seats = np.where(np.isin(staying, chosen), -1, staying)
            seats[[one.person for one in guests]] = chosen
            yield seats
