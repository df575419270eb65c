"""Western and diplomatic dinners with host and hostess (protocol.md 5.4, rules 45 and 48 to 50).

A table is a ring as in `seatplan.protocol.round_table`: the host on s0, indices towards the right hand of
those who sit. It holds for host and hostess at the ends (English) and at the middle of the long sides (French).
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, count, pairwise
from typing import Literal, NamedTuple

from seatplan.errors import Fault, InputError, refuse
from seatplan.protocol.convention import Mod4

__all__ = ["Diner", "dinner_ring", "dinner_sides", "separated", "with_visiting_head"]

SEARCHED = 2_000
"""Tables that `separated` looks at before it gives up."""


Sex = Literal["man", "woman"]
SEXES: tuple[Sex, Sex] = ("woman", "man")


class Diner(NamedTuple):
    """Who a place is for.

    Parameters
    ----------
    sex : {"man", "woman"}
    rank : int
        Among the guests of this sex; 0 for host, hostess and a visiting head of State with spouse.
    role : str
        ``host`` for host and hostess, ``visitor`` for a visiting head of State and spouse, otherwise empty.

    Examples
    --------
    >>> Diner("woman", 1).role
    ''
    """

    sex: Sex
    rank: int
    role: str = ""


HOST, HOSTESS = Diner("man", 0, "host"), Diner("woman", 0, "host")
VISITOR, VISITORS_SPOUSE = Diner("man", 0, "visitor"), Diner("woman", 0, "visitor")


def dinner_ring(n: int, mod4: Mod4 = "shift_hostess") -> tuple[Diner, ...]:
    """Return a table of ``n``, as many women as men.

    Woman 1 at the host's right, woman 2 at his left, man 1 at the hostess's right, man 2 at her left (rule
    48, B [S123-S126]); for k >= 3 the odd at the right of the k-2 of the other sex, the even at the left
    ([S124]); if that seat is taken, at the left of the k-1.

    Parameters
    ----------
    n : int
        An even number of 6 or more, with host and hostess.
    mod4 : {"shift_hostess", "adjacent", "two_at_ends"}
        Conflict 23, for multiples of four, where man and woman cannot alternate with the hostess opposite
        (rule 45): the hostess moves one seat to her left, so that man 1 sits opposite the host and all
        alternate (D); two men and two women are neighbours (B [S126 S128]); or two places are laid at each end
        of a long table (C [S124]), the host and woman 1 at one end, the hostess and man 2 at the other: so host
        and hostess still face each other down the table and all alternate. Who has the second place of an end
        follows from woman 1 at the host's right and from alternation; the source does not say (D).

    Returns
    -------
    tuple of Diner
        On seats s0, s1, ....

    Examples
    --------
    >>> " ".join(f"{diner.sex[0]}{diner.rank}" for diner in dinner_ring(6))
    'm0 w1 m2 w0 m1 w2'
    """
    refuse([Fault("dinner", f"{n} seats", "use an even number of 6 or more")] if n < 6 or n % 2 else [])
    hostess = n // 2 + ({"shift_hostess": -1, "two_at_ends": 1}.get(mod4, 0) if n % 4 == 0 else 0)
    seats = {HOST: 0, HOSTESS: hostess, Diner("woman", 1): 1, Diner("woman", 2): n - 1}
    seats |= {Diner("man", 1): hostess + 1, Diner("man", 2): hostess - 1}
    for k in range(3, n // 2):
        for sex in SEXES:
            seats[Diner(sex, k)] = _beside(seats, "man" if sex == "woman" else "woman", k, n)
    return tuple(sorted(seats, key=seats.__getitem__))


def dinner_sides(ring: Sequence[Diner]) -> tuple[tuple[Diner, ...], tuple[Diner, ...]]:
    """Return side A, at the right of s0, and side B, each from s0 to the place opposite.

    Examples
    --------
    >>> [[f"{diner.sex[0]}{diner.rank}" for diner in side] for side in dinner_sides(dinner_ring(6))]
    [['w1', 'm2'], ['w2', 'm1']]
    """
    end = ring.index(VISITORS_SPOUSE if VISITORS_SPOUSE in ring else HOSTESS)
    return tuple(ring[1:end]), tuple(ring[:end:-1])


def with_visiting_head(ring: Sequence[Diner]) -> tuple[Diner, ...]:
    """Return the table when a visiting head of State and spouse take the seats of host and hostess.

    The hostess then sits at the visitor's left, the host at the left of the visitor's spouse; the
    next-ranking guests keep the right-hand seats, and the others move down one place (rule 50, C [S124]).

    Examples
    --------
    >>> [diner.role for diner in with_visiting_head(dinner_ring(6))]
    ['visitor', '', 'host', 'visitor', '', 'host']
    """
    moved = {HOST: VISITOR, HOSTESS: VISITORS_SPOUSE, Diner("man", 2): HOST, Diner("woman", 2): HOSTESS}
    return tuple(moved.get(d, d._replace(rank=d.rank - (d.rank > 2))) for d in ring)


def separated(
    ring: Sequence[Diner], pairs: Iterable[tuple[Diner, Diner]], *, free: Collection[Diner] = ()
) -> tuple[Diner, ...]:
    """Return the table with none of the pairs next to each other, at the least disruption of rank.

    Spouses, and parents and children or brothers and sisters, are never neighbours; if strict rank puts them
    together, one is moved with the least disruption (rule 49, B [S118 S124]). A move is an exchange of two
    guests of one sex. What disruption is, the sources do not say: here the differences in rank of those
    who are exchanged, then the number of exchanges, then the higher ranks are left in peace (D).

    Parameters
    ----------
    ring : sequence of Diner
    pairs : iterable of (Diner, Diner)
    free : collection of Diner
        Guests who have no rank: to exchange two of them disrupts none (5.4, C [S123]).

    Raises
    ------
    InputError
        If no such table is found.

    Examples
    --------
    >>> ring = separated(dinner_ring(6), [(Diner("man", 2), Diner("woman", 1))])
    >>> " ".join(f"{diner.sex[0]}{diner.rank}" for diner in ring)
    'm0 w2 m2 w0 m1 w1'
    """
    apart, number = [frozenset(pair) for pair in pairs], count()
    tables = [(0, 0, 0, next(number), tuple(ring))]
    done: set[tuple[Diner, ...]] = set()
    while tables and len(done) < SEARCHED:
        gap, moves, peace, _, table = heapq.heappop(tables)
        if not any(frozenset(two) in apart for two in pairwise((*table, table[0]))):
            return table
        for a, b, exchanged in _exchanges(table) if table not in done else ():
            ranks = 0 if a in free and b in free else abs(a.rank - b.rank)
            price = (gap + ranks, moves + 1, peace - a.rank - b.rank)
            heapq.heappush(tables, (*price, next(number), exchanged))
        done.add(table)
    raise InputError([Fault("dinner", f"no table was found that keeps {len(apart)} pairs apart", "drop a pair")])


def _exchanges(table: tuple[Diner, ...]) -> Iterator[tuple[Diner, Diner, tuple[Diner, ...]]]:
    """Yield every exchange of two ranked guests of one sex with the table that follows."""
    for i, j in combinations(range(len(table)), 2):
        a, b = table[i], table[j]
        if a.sex == b.sex and not a.role and not b.role:
            swapped = list(table)
            swapped[i], swapped[j] = b, a
            yield a, b, tuple(swapped)


def _beside(seats: dict[Diner, int], other: Sex, k: int, n: int) -> int:
    """Return the seat of the k-th: beside the k-2 of the other sex, or at the left of the k-1."""
    seat = (seats[Diner(other, k - 2)] + (1 if k % 2 else -1)) % n
    return seat if seat not in seats.values() else (seats[Diner(other, k - 1)] - 1) % n
