"""Where orders and bands may well run: shares of the seats by the numbers of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.conflict.narrow import by_mask
from seatplan.solvers.domains import Domains
from seatplan.terms import Bands, Model, Ordered, Region

__all__ = ["guess"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]
_MOST_CLASSES = 60


def guess(model: Model, domains: Domains) -> Iterator[tuple[Model, Domains]]:
    """Yield models whose plans often keep a model: orders and bands have become parts of the room.

    Parameters
    ----------
    model : Model
    domains : Domains

    Notes
    -----
    Each class of an order gets a run of scores with its share of the seats, in proportion or as few as it
    needs. Large regions are left out. A plan must be compared with the whole model.
    """
    for spread in (True, False):
        masks = domains.masks[domains.class_of].copy()
        kept = []
        for statement in model.statements:
            match statement.term:
                case Ordered(classes, score) if len(classes) <= _MOST_CLASSES:
                    _share(masks, classes, score, spread=spread, strict=False)
                case Bands(groups, line, True) if len(groups) <= _MOST_CLASSES:
                    _share(masks, groups, line, spread=spread, strict=True)
                case Region(people) if len(people) > 6:
                    pass
                case _:
                    kept.append(statement)
        if len(kept) == len(model.statements):
            return
        yield Model(model.people, model.seats, tuple(kept)), by_mask(masks)


def _share(masks: Mask, classes: Sequence[Ints], score: Ints, *, spread: bool, strict: bool) -> None:
    """Cut each class's seats to a run of scores; two classes may share the score between them unless strict."""
    sizes = np.array([len(members) for members in classes])
    if not sizes.sum():
        return
    usable = np.sort(score[masks[np.concatenate(classes)].any(axis=0)])
    room = len(usable) if spread else sizes.sum()
    ends = np.cumsum(sizes) * room // sizes.sum()
    first = -1
    for members, end in zip(classes, ends.tolist(), strict=True):
        last = int(usable[min(max(end, 1), len(usable)) - 1]) if len(usable) else -1
        masks[members] &= (score > first if strict else score >= first) & (score <= last)
        first = last
