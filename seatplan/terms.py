"""The small language that rules lower into and solvers read: plain data over index arrays.

People and seats are indices into ``problem.people`` and ``problem.venue.seats``. A term is a *hard* statement
or a *priced* one: its `Statement` says which. `amount` is the meaning of every term, in a few plain lines; no
solver uses it, tests compare every solver with it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "Bands",
    "Compact",
    "Cost",
    "Count",
    "Domain",
    "Limit",
    "Lone",
    "Model",
    "Ordered",
    "Pair",
    "Region",
    "Statement",
    "Term",
    "amount",
]

Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Domain:
    """Each of these people sits on one of these seats. Amount: the number of people who do not."""

    people: Ints
    seats: Ints


@dataclass(frozen=True, eq=False)
class Cost:
    """A price for each of these people: ``values[seat]``. Amount: the sum. Values are never negative.

    ``values`` has one entry for each seat of the venue and holds for all of ``people`` alike.
    """

    people: Ints
    values: Ints


@dataclass(frozen=True, eq=False)
class Ordered:
    """Along ``classes`` the seats' ``score`` never falls. Amount: the number of inverted pairs.

    ``classes`` are sets of equals, the first comes first; nobody is in two of them. ``score`` has one entry
    for each seat of the venue. A pair is inverted if the person of the earlier class has the larger score.
    """

    classes: tuple[Ints, ...]
    score: Ints


@dataclass(frozen=True, eq=False)
class Pair:
    """Each pair of people sits (``wanted``), or does not sit, on a pair of seats of ``relation``.

    ``pairs`` is of shape (k, 2). ``relation`` is of shape (m, 2), read in both directions. Amount: the
    number of pairs for which it is not so.
    """

    pairs: Ints
    relation: Ints
    wanted: bool


@dataclass(frozen=True, eq=False)
class Region:
    """The seats of ``people`` are one connected part of the graph ``edges``, of shape (m, 2).

    Amount: the number of parts beyond the first. ``grid`` tells solvers the row and column of each seat of the
    venue, of shape (seats, 2); it has no meaning of its own.
    """

    people: Ints
    edges: Ints
    grid: Ints | None = None


@dataclass(frozen=True, eq=False)
class Compact:
    """The seats of ``people`` have a short outline. Amount: its length in sides of seats.

    A seat has four sides; each of ``edges``, of shape (m, 2), inside the set hides two of them. ``grid`` as for
    `Region`.
    """

    people: Ints
    edges: Ints
    grid: Ints | None = None


@dataclass(frozen=True, eq=False)
class Bands:
    """Each group spans a band of lines, and bands do not meet; if ``ordered``, they follow in this order.

    ``line`` has one entry for each seat of the venue (columns, or places in reading order); a group's band is
    from its smallest to its largest line. Amount: the number of pairs of groups whose bands meet or stand in
    the wrong order.
    """

    groups: tuple[Ints, ...]
    line: Ints
    ordered: bool


@dataclass(frozen=True, eq=False)
class Count:
    """From ``low`` to ``high`` of these people are on these seats. Amount: how many too few or too many."""

    people: Ints
    seats: Ints
    low: int
    high: int


@dataclass(frozen=True, eq=False)
class Lone:
    """No seat of ``seats`` is empty while all of its ``beside`` seats are taken. Amount: how many are.

    ``beside`` is of shape (len(seats), 2); -1 stands for a wall, an aisle or a seat that is kept empty.
    """

    seats: Ints
    beside: Ints


@dataclass(frozen=True, eq=False)
class Limit:
    """The amounts of other terms add up to at most ``most``, each times its weight. Amount: the excess.

    ``parts`` are pairs of a weight and a term; a `Domain` is no part, its price is a `Cost`. So a price becomes
    a must: "no dearer than 12", "at most 3 people keep their seats".
    """

    parts: tuple[tuple[int, Term], ...]
    most: int


Term = Domain | Cost | Ordered | Pair | Region | Compact | Bands | Count | Lone | Limit


@dataclass(frozen=True, eq=False)
class Statement:
    """A term with what it is worth and whose it is.

    Parameters
    ----------
    term : Term
    rule : int
        Index of the rule in the problem; -1 for what holds without a rule.
    tier : int
        0 for a must; otherwise the tier of its price, 1 before 2 before 3.
    weight : int
        Price of one unit of `amount` inside the tier.
    """

    term: Term
    rule: int = -1
    tier: int = 0
    weight: int = 1


@dataclass(frozen=True, eq=False)
class Model:
    """All that a solver may know: how many people and seats there are, and the statements.

    Everybody gets exactly one seat, and no seat gets two people, without saying so.
    """

    people: int
    seats: int
    statements: tuple[Statement, ...] = field(default=())

    @property
    def tiers(self) -> tuple[int, ...]:
        """The tiers that occur, strongest first; a must is no tier."""
        return tuple(sorted({s.tier for s in self.statements} - {0}))


def amount(term: Term, seat_of: Ints) -> int:
    """Return by how much a full assignment breaks a term.

    Parameters
    ----------
    term : Term
    seat_of : ndarray of int, shape (people,)
        Seat of each person.

    Returns
    -------
    int
        0 when the term is kept.

    Examples
    --------
    >>> amount(Domain(np.array([0, 1]), np.array([4])), np.array([4, 5]))
    1
    """
    match term:
        case Domain(people, seats):
            return int(np.isin(seat_of[people], seats, invert=True).sum())
        case Cost(people, values):
            return int(values[seat_of[people]].sum())
        case Ordered(classes, score):
            return _inversions([score[seat_of[members]] for members in classes])
        case Pair(pairs, relation, wanted):
            linked = {(int(a), int(b)) for a, b in relation} | {(int(b), int(a)) for a, b in relation}
            return sum(((int(seat_of[p]), int(seat_of[q])) in linked) != wanted for p, q in pairs)
        case Region(people, edges):
            return max(0, _parts({int(s) for s in seat_of[people]}, edges) - 1)
        case Compact(people, edges):
            inside = np.isin(edges, seat_of[people]).all(axis=1)
            return 4 * len(people) - 2 * int(inside.sum())
        case Bands(groups, line, ordered):
            return _meeting([line[seat_of[members]] for members in groups if len(members)], ordered)
        case Count(people, seats, low, high):
            there = int(np.isin(seat_of[people], seats).sum())
            return max(0, low - there, there - high)
        case Lone(seats, beside):
            taken = set(seat_of.tolist()) | {-1}
            pairs_beside = zip(seats.tolist(), beside.tolist(), strict=True)
            return sum(seat not in taken and taken.issuperset(near) for seat, near in pairs_beside)
        case Limit(parts, most):
            return max(0, sum(weight * amount(part, seat_of) for weight, part in parts) - most)


def _inversions(scores: list[Ints]) -> int:
    line = np.concatenate([*scores, np.empty(0, dtype=np.intp)])
    ends = np.cumsum([len(first) for first in scores])
    return sum(int((first[:, None] > line[end:]).sum()) for first, end in zip(scores, ends, strict=True))


def _parts(seats: set[int], edges: Ints) -> int:
    """Count the connected parts by merging sets of seats."""
    part = {seat: {seat} for seat in seats}
    inside = edges[np.isin(edges, list(seats)).all(axis=1)]
    for a, b in inside.tolist():
        if part[a] is not part[b]:
            merged = part[a] | part[b]
            part.update(dict.fromkeys(merged, merged))
    return len({id(members) for members in part.values()})


def _meeting(bands: list[Ints], ordered: bool) -> int:
    spans = [(int(band.min()), int(band.max())) for band in bands]
    pairs = [(a, b) for i, a in enumerate(spans) for b in spans[i + 1 :]]
    return sum(not (a[1] < b[0] or (not ordered and b[1] < a[0])) for a, b in pairs)
