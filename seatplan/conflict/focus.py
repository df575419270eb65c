"""Look at some people only: whatever cannot be for them alone cannot be at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers import Piece, restrict
from seatplan.solvers.split import people_of
from seatplan.terms import Bands, Count, Domain, Limit, Lone, Model, Ordered, Pair, Region, Statement

__all__ = ["bound_people", "focus", "mentions", "musts"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]


def musts(model: Model) -> Model:
    """Return a model without its prices."""
    return Model(model.people, model.seats, tuple(s for s in model.statements if s.tier == 0))


def focus(model: Model, masks: Mask, people: Ints) -> Piece:
    """Return what the musts demand of some people, whatever the others do.

    Parameters
    ----------
    model : Model
    masks : ndarray of bool, shape (people of the model, seats)
        Where each person may sit.
    people : ndarray of int

    Returns
    -------
    Piece
        Every plan of the whole is a plan of the piece for its people; not the other way round.

    Examples
    --------
    >>> model = Model(3, 2, (Statement(Region(np.arange(3), np.empty((0, 2), dtype=np.intp))),))
    >>> piece = focus(model, np.ones((3, 2), dtype=bool), np.array([0, 1]))
    >>> [type(s.term).__name__ for s in piece.model.statements]
    ['Domain']
    """
    kept = tuple(s for statement in model.statements for s in _implied(statement, people, model.people))
    cut = restrict(Model(model.people, model.seats, kept), people, np.arange(model.seats))
    statements = (*cut.statements, *_domains(masks[people]))
    return Piece(Model(len(people), model.seats, statements), people, np.arange(model.seats))


def _domains(masks: Mask) -> Iterator[Statement]:
    """Yield one domain for all who may sit on the same seats, so that solvers see whom nothing tells apart."""
    kinds, kind_of = np.unique(np.packbits(masks, axis=1), axis=0, return_inverse=True)
    for kind in range(len(kinds)):
        alike = np.flatnonzero(kind_of.reshape(-1) == kind)
        yield Statement(Domain(alike, np.flatnonzero(masks[alike[0]])))


def _implied(statement: Statement, people: Ints, everybody: int) -> Iterator[Statement]:
    """Yield what a must says of a part of its people; nothing of a shape that is not theirs alone."""
    match statement.term:
        case _ if statement.tier:
            return
        case Domain():
            return
        case Pair() | Ordered() | Bands():
            yield statement
        case Count(members, seats, low, high):
            absent = len(np.setdiff1d(members, people))
            yield replace(statement, term=Count(members, seats, max(0, low - absent), high))
        case Region(members):
            if np.isin(members, people).all():
                yield statement
        case _:
            if len(people) == everybody:
                yield statement


def bound_people(model: Model) -> Ints:
    """Return the people of whom musts say more than where they may sit."""
    terms = [s.term for s in model.statements if s.tier == 0 and not isinstance(s.term, Domain)]
    if any(isinstance(term, Lone | Limit) for term in terms):
        return np.arange(model.people)
    return np.unique(np.concatenate([np.empty(0, dtype=np.intp), *map(people_of, terms)]))


def mentions(statement: Statement, people: Ints) -> bool:
    """Tell whether a statement speaks of any of these people; a term about seats speaks of everybody."""
    return isinstance(statement.term, Lone | Limit) or bool(np.isin(people_of(statement.term), people).any())
