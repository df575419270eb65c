"""Equals whom nothing tells apart take their seats in the order of the roster, not as a search left them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import marks_of
from seatplan.terms import Model, Ordered

__all__ = ["settled"]

Ints = NDArray[np.intp]
_NOBODY: Ints = np.empty(0, dtype=np.intp)


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
    found, free = seats.copy(), seats >= 0
    orders = [statement.term for statement in model.statements if isinstance(statement.term, Ordered)]
    equal = np.unique(np.concatenate([_NOBODY, *(c for order in orders for c in order.classes if len(c) > 1)]))
    if not len(equal):
        return found
    kind = np.full(model.people, -1, dtype=np.intp)
    known = dict[bytes, int]()  # whole rows as keys: to sort them takes much longer
    kind[equal] = [known.setdefault(row.tobytes(), len(known)) for row in marks_of(model)[equal]]
    for order in orders:
        for members in (members for members in order.classes if len(members) > 1):
            for equals in _equals(members, kind, free):
                mine = seats[equals]
                found[equals] = mine[np.lexsort((mine, order.score[mine]))]
                free[equals] = False
    return found


def _equals(members: Ints, kind: Ints, free: NDArray[np.bool_]) -> list[Ints]:
    """Return the sets of two or more members of one kind, each in the order of the roster."""
    mine = np.sort(members[free[members]])
    sets = [mine[kind[mine] == each] for each in np.unique(kind[mine])]
    return [equals for equals in sets if len(equals) > 1]
