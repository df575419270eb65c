"""Equals whom nothing tells apart take their seats in the order of the roster, not as a search left them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import marks_of
from seatplan.terms import Model, Ordered

__all__ = ["settled"]

Ints = NDArray[np.intp]


def settled(model: Model, seats: Ints) -> Ints:
    """Return the same plan with interchangeable equals of an order dealt along it, first come first.

    No statement sees a difference, so values and bounds stay as they are.

    Parameters
    ----------
    model : Model
    seats : int array
        Seat of each person; -1 for none.

    Examples
    --------
    >>> order = Ordered((np.array([0, 1, 2]),), score=np.array([2, 1, 0]))
    >>> from seatplan.terms import Statement
    >>> settled(Model(3, 3, (Statement(order),)), np.array([0, 1, 2]))
    array([2, 1, 0])
    """
    found, dealt = seats.copy(), np.zeros(model.people, dtype=np.bool_)
    orders = [statement.term for statement in model.statements if isinstance(statement.term, Ordered)]
    if not orders:
        return found
    _, kind = np.unique(marks_of(model), axis=0, return_inverse=True)
    for order in orders:
        for members in order.classes:
            for equals in _equals(members, kind.reshape(-1), ~dealt & (seats >= 0)):
                mine = seats[equals]
                found[equals] = mine[np.lexsort((mine, order.score[mine]))]
                dealt[equals] = True
    return found


def _equals(members: Ints, kind: Ints, free: NDArray[np.bool_]) -> list[Ints]:
    """Return the sets of two or more members of one kind, each in the order of the roster."""
    mine = np.sort(members[free[members]])
    sets = [mine[kind[mine] == each] for each in np.unique(kind[mine])]
    return [equals for equals in sets if len(equals) > 1]
