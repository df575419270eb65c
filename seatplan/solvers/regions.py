"""Hard regions: which parts of a plan hang loose. `seatplan.solvers.cuts` forbids them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import domains_of
from seatplan.solvers.joined import joined
from seatplan.terms import Model, Region

__all__ = ["connected", "loose", "parts_of", "too_scattered"]

Ints = NDArray[np.intp]


def loose(model: Model, seat_of: Ints) -> Iterator[tuple[Region, list[set[int]]]]:
    """Yield each hard region that an assignment leaves in several parts, with the parts."""
    for statement in model.statements:
        if statement.tier == 0 and isinstance(statement.term, Region):
            parts = parts_of(seat_of[statement.term.people], statement.term.edges)
            if len(parts) > 1:
                yield statement.term, [set(part.tolist()) for part in parts]


def parts_of(seats: Ints, edges: Ints) -> list[Ints]:
    """Return the connected parts of some seats, each in ascending order.

    Examples
    --------
    >>> [part.tolist() for part in parts_of(np.array([0, 1, 3]), np.array([[0, 1], [1, 2], [2, 3]]))]
    [[0, 1], [3]]
    """
    inside = np.zeros(max(int(edges.max(initial=-1)), int(seats.max(initial=-1))) + 1, dtype=bool)
    inside[seats] = True
    links = edges[inside[edges].all(axis=1)].tolist()
    return [np.array(sorted(part), dtype=np.intp) for part in joined(seats.tolist(), links)]


def connected(model: Model, seat_of: Ints) -> bool:
    """Tell whether an assignment keeps every hard region."""
    return next(loose(model, seat_of), None) is None


def too_scattered(model: Model, region: Region) -> bool:
    """Tell whether no connected part of the usable seats holds all people of a region, each class of them.

    Then no plan keeps the region as a must.
    """
    domains = domains_of(model, windows=False)
    kinds, counts = np.unique(domains.class_of[region.people], return_counts=True)
    masks = domains.masks[kinds]
    return not any(
        len(part) >= len(region.people) and (masks[:, part].sum(axis=1) >= counts).all()
        for part in parts_of(np.flatnonzero(masks.any(axis=0)), region.edges)
    )
