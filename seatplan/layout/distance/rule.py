"""`DistanceRule`: which seats two groups must not both use, and which nobody uses at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.venue import WHEELCHAIR, Venue
from seatplan.venue.near import near

__all__ = ["DistanceRule", "Pattern", "lines", "too_near"]

Ints = NDArray[np.intp]
Pattern = Literal["free", "blocks", "alternate_rows", "checkerboard"]
"""Anywhere; with the seats before and behind empty; in every other row; nobody directly behind another."""

_EXACT = 2e-6
"""Seats that are just far enough are far enough, whatever the last bit says."""


@dataclass(frozen=True, slots=True)
class DistanceRule:
    """How far groups sit from each other; people of one group sit side by side.

    Parameters
    ----------
    metres : float
        Least distance from the middle of a seat to that of another group's seat, aisles and heights included.
    seats : int
        Empty seats between groups in a row; an aisle is distance enough.
    pattern : {"free", "blocks", "alternate_rows", "checkerboard"}
        ``blocks`` keeps empty what is before and behind a group and, on either hand of that, ``seats`` seats
        (ticketing: a booking of C14-C15 blocks C13, C16, B13-B16, D13-D16). ``alternate_rows`` uses every other
        row of an area, whichever half seats more. ``checkerboard`` never seats anybody directly behind another.
    share : float
        Share of the seats that may be taken, rounded down.
    most : int, optional
        People who may be there at all.
    group : int, optional
        People of a group at most.

    Raises
    ------
    InputError
        For what is no distance, no number, no pattern or no share.

    Examples
    --------
    >>> DistanceRule(metres=1.0, share=0.3).cap(210)
    63
    """

    metres: float = 0.0
    seats: int = 0
    pattern: Pattern = "free"
    share: float = 1.0
    most: int | None = None
    group: int | None = None

    def __post_init__(self) -> None:
        refuse(_faults(self))

    def cap(self, seats: int) -> int:
        """Return how many people a room with so many seats may take at all."""
        part = int(np.floor(seats * self.share + 1e-9))
        return part if self.most is None else min(part, self.most)


def _faults(rule: DistanceRule) -> Iterator[Fault]:
    if not (isfinite(rule.metres) and 0 <= rule.metres <= 50):
        yield Fault("distance", f"{rule.metres:g} m", "give 0 to 50 metres")
    if not 0 <= rule.seats <= 100:
        yield Fault("distance", f"{rule.seats} seats", "give 0 to 100 seats")
    if rule.pattern not in get_args(Pattern):
        yield Fault("pattern", f"there is no {rule.pattern!r}", f"use one of: {', '.join(get_args(Pattern))}")
    if not (isfinite(rule.share) and 0 < rule.share <= 1):
        yield Fault("share of the seats", f"{rule.share:g}", "give a number above 0 and up to 1, such as 0.5")
    for what, least in (("people at most", rule.most), ("people of a group at most", rule.group)):
        if least is not None and least < 1:
            yield Fault(what, f"{least}", "give at least 1")


def lines(venue: Venue, rule: DistanceRule) -> list[list[Ints]]:
    """Return the stretches of seats on which groups may sit, in each way that the pattern leaves open.

    Parameters
    ----------
    venue : Venue
    rule : DistanceRule

    Returns
    -------
    list of list of ndarray of int
        One list of stretches for each way; each stretch side by side without an aisle. Spaces for wheelchairs
        have no chair and are left out. The seats of the halls, or all where there is no hall.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> [[stretch.tolist() for stretch in way] for way in lines(from_drawing("oo ow"), DistanceRule(seats=1))]
    [[[0, 1], [2]]]
    """
    halls = [area.kind == "hall" for area in venue.areas]
    used = np.array(halls if any(halls) else [True] * len(halls), dtype=bool)[venue.area_codes]
    used[venue.with_feature(WHEELCHAIR)] = False
    if rule.pattern != "alternate_rows":
        return [_stretches(venue, used)]
    odd = _row_of_area(venue) % 2 == 0
    return [_stretches(venue, used & odd), _stretches(venue, used & ~odd)]


def _row_of_area(venue: Venue) -> Ints:
    """Return the place of each seat's row among the rows of its area, from 0."""
    found = np.zeros(len(venue.seats), dtype=np.intp)
    for code in range(len(venue.areas)):
        mine = venue.area_codes == code
        found[mine] = np.unique(venue.rows[mine], return_inverse=True)[1]
    return found


def _stretches(venue: Venue, used: NDArray[np.bool_]) -> list[Ints]:
    found = []
    for seats, _, _ in venue.runs:
        cuts = np.flatnonzero(~used[seats])
        found += [part[used[part]] for part in np.split(seats, cuts)]
    return [part for part in found if len(part)]


def too_near(venue: Venue, rule: DistanceRule, stretches: list[Ints]) -> Ints:
    """Return the pairs of seats that two groups must not both use.

    Parameters
    ----------
    venue : Venue
    rule : DistanceRule
    stretches : list of ndarray of int
        Where groups may sit.

    Returns
    -------
    ndarray of int, shape (k, 2)
        Each pair once, the smaller index first.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> row = from_drawing("oooo", seat_width=0.55)
    >>> too_near(row, DistanceRule(metres=1.0), [np.arange(4)]).tolist()
    [[0, 1], [1, 2], [2, 3]]
    >>> too_near(row, DistanceRule(seats=2), [np.arange(4)]).tolist() == too_near(
    ...     row, DistanceRule(metres=1.65), [np.arange(4)]
    ... ).tolist()
    True
    """
    parts = [near(venue.xyz, rule.metres - _EXACT)] if rule.metres > _EXACT and venue.xyz.any() else []
    parts += [np.column_stack((line[:-k], line[k:])) for line in stretches for k in range(1, rule.seats + 1)]
    if rule.pattern == "checkerboard":
        parts.append(venue.front_to_back)
    if rule.pattern == "blocks":
        parts.append(_before(venue, rule.seats))
    pairs = np.sort(np.concatenate([np.empty((0, 2), dtype=np.intp), *parts]), axis=1)
    used = np.zeros(len(venue.seats), dtype=bool)
    used[np.concatenate([np.empty(0, dtype=np.intp), *stretches])] = True
    return np.unique(pairs[used[pairs].all(axis=1)], axis=0).astype(np.intp)


def _before(venue: Venue, reach: int) -> Ints:
    """Return the pairs of seats in rows one behind the other, at most so many columns aside."""
    place = {(int(a), int(r), int(c)): i for i, (a, r, c) in enumerate(_grid(venue))}
    found = []
    for (area, row, column), i in place.items():
        aside = (place.get((area, row + 1, column + k)) for k in range(-reach, reach + 1))
        found += [(i, j) for j in aside if j is not None]
    return np.array(found, dtype=np.intp).reshape(-1, 2)


def _grid(venue: Venue) -> Ints:
    return np.column_stack((venue.area_codes, _row_of_area(venue), venue.columns))
