"""`Line`: people of one kind, and the places meant for them, both in order of honour."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Badge", "Line"]

Ints = NDArray[np.intp]


class Badge(NamedTuple):
    """What a person is at an occasion, for charts and plates.

    Parameters
    ----------
    party : str
        ``host``, ``guest``, ``man``, the name of a delegation, or empty.
    role : str
        Such as ``interpreter``; empty for the ranked people.
    rank : int
        Within party and role; 1 is the highest, equals share a number, 0 is no rank.

    Examples
    --------
    >>> Badge("guest", "", 1).rank
    1
    """

    party: str
    role: str
    rank: int


@dataclass(frozen=True, eq=False)
class Line:
    """People of one kind and the places meant for them.

    Parameters
    ----------
    party, role : str
        What the people are, as in `Badge`.
    classes : tuple of ndarray of int
        The people in classes of equals, the most honoured first; all in one class have no order.
    seats : ndarray of int
        The places, the most honoured first: as many as people, or more if the line is ``loose``.
    steps : ndarray of int, optional
        Honour of each of these places; equal numbers are equally good. Default 0, 1, 2, ....
    loose : bool
        Any of the places will do, so that some of them may stay empty.

    Examples
    --------
    >>> line = Line("host", "", (np.array([4]), np.array([2])), np.array([7, 8]))
    >>> line.people.tolist(), line.steps.tolist()
    ([4, 2], [0, 1])
    """

    party: str
    role: str
    classes: tuple[Ints, ...]
    seats: Ints
    steps: Ints = field(default_factory=lambda: np.empty(0, dtype=np.intp))
    loose: bool = False

    def __post_init__(self) -> None:
        if not len(self.steps):
            object.__setattr__(self, "steps", np.arange(len(self.seats)))

    @property
    def people(self) -> Ints:
        """Everybody of the line, the most honoured first."""
        return np.concatenate([np.empty(0, dtype=np.intp), *self.classes])

    def without(self, people: Collection[int], seats: Collection[int]) -> Line:
        """Return the line without some people, who are pinned, and without the seats they are pinned to.

        The others take the first places that are left, or any of them in a loose line.
        """
        classes = tuple(left for one in self.classes if len(left := one[~np.isin(one, list(people))]))
        free = ~np.isin(self.seats, list(seats))
        count = len(free) if self.loose else sum(map(len, classes))
        return Line(self.party, self.role, classes, self.seats[free][:count], self.steps[free][:count], self.loose)

    def badges(self) -> dict[int, Badge]:
        """Return what each person of the line is."""
        found: dict[int, Badge] = {}
        ordered = len(self.classes) > 1 or len(self.people) == 1
        for rank, equals in enumerate(self.classes, start=1):
            found |= {int(person): Badge(self.party, self.role, rank if ordered else 0) for person in equals}
        return found
