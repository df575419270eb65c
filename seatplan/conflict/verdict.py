"""`Verdict`: whether there is a plan, and why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

__all__ = ["Proof", "Verdict"]

Ints = NDArray[np.intp]
_NOBODY = np.empty(0, dtype=np.intp)


class Proof(IntEnum):
    """Why there is no plan, the cheapest first."""

    COUNT = 0
    NEAR = 1
    COUPLES = 2
    APART = 3
    KNOT = 4
    WHOLE = 5


@dataclass(frozen=True, eq=False)
class Verdict:
    """Whether there is a plan.

    Parameters
    ----------
    feasible : bool or None
        None if time did not allow to know.
    seats : ndarray of int, shape (people,)
        A plan.
    people, places : ndarray of int
        Whom the proof that there is none speaks of; for a count, the too few seats that they have.
    proof : Proof
    """

    feasible: bool | None
    seats: Ints = field(default_factory=lambda: _NOBODY)
    people: Ints = field(default_factory=lambda: _NOBODY)
    places: Ints = field(default_factory=lambda: _NOBODY)
    proof: Proof = Proof.WHOLE
