"""Hall's condition: are there enough seats for every set of people?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from seatplan.solvers.domains import Domains

__all__ = ["violator"]

Ints = NDArray[np.intp]


def violator(domains: Domains) -> tuple[Ints, Ints] | None:
    """Return people who have too few seats, and these seats; None if everybody can be seated.

    Parameters
    ----------
    domains : Domains

    Notes
    -----
    Maximum flow source -> classes of people -> classes of seats -> sink. The people on the source side of a
    minimum cut reach only the seats on that side, and these are fewer.
    """
    somewhere = np.asarray(domains.masks.any(axis=1))
    nowhere = np.flatnonzero(~somewhere[domains.class_of])
    if len(nowhere):
        return nowhere, np.empty(0, dtype=np.intp)
    from ortools.graph.python import max_flow

    people = np.bincount(domains.class_of, minlength=len(domains.masks))
    kinds, kind_of = np.unique(np.packbits(domains.masks, axis=0), axis=1, return_inverse=True)
    kind_of = kind_of.reshape(-1)
    seats = np.bincount(kind_of, minlength=kinds.shape[1])
    first = np.array([np.flatnonzero(kind_of == kind)[0] for kind in range(len(seats))], dtype=np.intp)
    source, sink, offset = 0, 1 + len(people) + len(seats), 1 + len(people)
    flow = max_flow.SimpleMaxFlow()
    for index, count in enumerate(people):
        flow.add_arc_with_capacity(source, 1 + index, int(count))
    tails, heads = np.nonzero(domains.masks[:, first])
    flow.add_arcs_with_capacity(1 + tails, offset + heads, people[tails])
    for index, count in enumerate(seats):
        flow.add_arc_with_capacity(offset + index, sink, int(count))
    flow.solve(source, sink)
    if flow.optimal_flow() == len(domains.class_of):
        return None
    side = np.array(flow.get_source_side_min_cut())
    classes = side[(side >= 1) & (side < offset)] - 1
    return np.flatnonzero(np.isin(domains.class_of, classes)), np.flatnonzero(domains.masks[classes].any(axis=0))
