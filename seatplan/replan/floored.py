"""What each tier costs in every plan with as few moves: a bound that needs no search."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.replan.least import Least
from seatplan.solvers import domains_of
from seatplan.solvers.prices import price_table
from seatplan.terms import Model, Ordered

__all__ = ["floored"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]


def floored(model: Model, old: Ints, least: Least) -> Least:
    """Return the same with bounds of the tiers that hold over all plans with as few moves.

    Parameters
    ----------
    model : Model
    old : ndarray of int, shape (people,)
        The seat of each person before; -1 for none.
    least : Least

    Notes
    -----
    What a tier costs if as many people as move get the cheapest seats that they may take and are out of order with
    nobody, all others keep theirs, and those who come get the cheapest too.

    Examples
    --------
    >>> from seatplan.result import Status
    >>> from seatplan.terms import Cost, Statement
    >>> dear = Statement(Cost(np.array([0, 1]), np.array([5, 4, 0])), tier=1)
    >>> floored(Model(2, 3, (dear,)), np.array([0, 1]), Least(np.array([2, 1]), Status.FEASIBLE, 1, 1)).bounds
    (4,)
    """
    if least.seats is None or least.exact:
        return least
    known = dict(zip(least.tiers, least.bounds, strict=True))
    staying = _staying(model, old, least.moves).tolist()
    found = (max(known.get(tier, 0), one) for tier, one in zip(model.tiers, staying, strict=True))
    return replace(least, tiers=model.tiers, bounds=tuple(found))


def _staying(model: Model, old: Ints, moves: int) -> Ints:
    """Return what single seats cost at least in each tier if no more people move."""
    domains, table = domains_of(model, windows=False), price_table(model)
    kinds, kind_of = np.unique(np.column_stack([domains.class_of, table.class_of]), axis=0, return_inverse=True)
    kind_of, masks = kind_of.reshape(-1), domains.masks[kinds[:, 0]]
    values = table.values[:, kinds[:, 1]]
    cheapest = np.where(masks, values, np.iinfo(np.intp).max).min(axis=2)[:, kind_of]
    settled = (old >= 0) & masks[kind_of, old]
    saved = np.where(settled, values[:, kind_of, old] - cheapest, 0) + (disorder := _disorder(model, old, settled))
    free = max(0, moves - int(((old >= 0) & ~settled).sum()))
    total: Ints = np.where(settled, values[:, kind_of, old], cheapest).sum(axis=1) + disorder.sum(axis=1) // 2
    less: Ints = np.sort(saved, axis=1)[:, ::-1][:, :free].sum(axis=1)
    return total - less


def _disorder(model: Model, old: Ints, settled: Mask) -> Ints:
    """Return with how many others each person is out of order, if all stay who may, at its price in each tier."""
    tiers = model.tiers
    found = np.zeros((len(tiers), model.people), dtype=np.intp)
    for s in model.statements:
        if s.tier and isinstance(s.term, Ordered):
            classes = [members[settled[members]] for members in s.term.classes]
            people = np.concatenate([*classes, np.empty(0, dtype=np.intp)])
            place, score = np.repeat(np.arange(len(classes)), [len(c) for c in classes]), s.term.score[old[people]]
            wrong = np.less.outer(place, place) & np.greater.outer(score, score)
            found[tiers.index(s.tier), people] += s.weight * (wrong.sum(axis=0) + wrong.sum(axis=1))
    return found
