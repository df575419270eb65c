"""A relation between seats, asked by seat or by pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Links"]

Ints = NDArray[np.intp]
Mask = NDArray[np.bool_]


class Links:
    """A relation between seats, read in both directions.

    Parameters
    ----------
    relation : ndarray of int, shape (k, 2)
    seats : int
        How many there are.

    Examples
    --------
    >>> Links(np.array([[0, 1], [1, 2]]), 4).of(1).tolist()
    [True, False, True, False]
    """

    def __init__(self, relation: Ints, seats: int) -> None:
        both = np.concatenate([relation, relation[:, ::-1]]).reshape(-1, 2)
        self.ends = both[np.argsort(both[:, 0], kind="stable")]
        self.starts = np.searchsorted(self.ends[:, 0], np.arange(seats + 1))
        self.keys, self.seats = np.unique(both[:, 0] * seats + both[:, 1]), seats

    def beside(self, seat: int) -> Ints:
        """Return the seats that stand in the relation to a seat."""
        found: Ints = self.ends[self.starts[seat] : self.starts[seat + 1], 1]
        return found

    def of(self, seat: int) -> Mask:
        """Return them as a mask."""
        mask = np.zeros(self.seats, dtype=bool)
        mask[self.beside(seat)] = True
        return mask

    def linked(self, one: Ints, other: Ints) -> Mask:
        """Tell which pairs stand in the relation."""
        return np.isin(one * self.seats + other, self.keys)
