"""A group photograph (protocol.md 4.5, 2.3(h), rules 40 and 41)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.protocol.convention import Convention, Side
from seatplan.protocol.party import Member, Party
from seatplan.protocol.row import behind, rank_order, rank_positions

__all__ = ["family_photo", "foreign_photo", "photo_rows"]

Item = TypeVar("Item")
RIGHT = Convention(name="photo", honour_side="right")


def photo_rows(rows: Sequence[int], convention: Convention) -> tuple[tuple[int, ...], ...]:
    """Return the ranks of each row of a photograph taken by the rostrum's rule.

    At home a photograph is arranged like a rostrum: the first in the middle of the first row, the second at
    the left (rule 40, B [S8 S10 S20]); front rows come first, each with its own centre (rule 41, 1.7).

    Parameters
    ----------
    rows : sequence of int
        People in each row, the front row first.
    convention : Convention
        Left honoured at home, right abroad (conflict 18).

    Returns
    -------
    tuple of tuple of int
        Each row from the occupants' left to their right.

    Examples
    --------
    >>> photo_rows([3, 2], Convention())
    ((2, 1, 3), (5, 4))
    """
    before = np.cumsum([0, *rows]).tolist()
    customs = [convention, *[behind(convention)] * len(rows)]
    laid = (rank_order(n, custom) for n, custom in zip(rows, customs, strict=False))
    return tuple(tuple(first + rank for rank in row) for first, row in zip(before, laid, strict=False))


def foreign_photo(
    hosts: int, guests: int, *, host_ends: bool = False, honour_side: Side = "right"
) -> tuple[Member, ...]:
    """Return the first row of a photograph with foreign guests.

    The host stands in the centre, the first guest at the host's right, hosts and guests alternate (rule 40,
    B [S85 S87]). More is not fixed by the sources: here guests take every second place from the host
    outwards, right before left, and who is left over stands at the ends (D). In an even row the centre line
    runs between the host and the first guest.

    Parameters
    ----------
    hosts, guests : int
        At least one host.
    host_ends : bool
        Keep both ends for the two lowest hosts, if there are three or more (4.5, mark D).
    honour_side : {"right", "left"}
        Side of the host on which the first guest stands (conflict 18).

    Returns
    -------
    tuple of Member
        From the occupants' left to their right.

    Examples
    --------
    >>> [f"{member.party[0]}{member.rank}" for member in foreign_photo(3, 2)]
    ['h3', 'g2', 'h1', 'g1', 'h2']
    """
    refuse([Fault("photo", "no host", "name at least one")] if hosts < 1 else [])
    kept = 2 if host_ends and hosts > 2 else 0
    places = rank_positions(hosts + guests, replace(RIGHT, honour_side=honour_side))
    steps = np.abs(places - places[0]).astype(int)[: len(places) - kept]
    stands = [*_alternating(steps, hosts - kept, guests), *_members("host", hosts)[hosts - kept :]]
    return tuple(stands[i] for i in np.argsort(places, kind="stable"))


def _alternating(steps: NDArray[np.intp], hosts: int, guests: int) -> Iterator[Member]:
    """Yield hosts for even steps from the host and guests for odd ones; when one party ends, the other."""
    parties = [iter(_members("host", hosts)), iter(_members("guest", guests))]
    for step in steps.tolist():
        wanted = next(parties[step % 2], None)
        yield wanted or next(parties[1 - step % 2])


def _members(party: Party, people: int) -> list[Member]:
    return [Member(party, rank) for rank in range(1, people + 1)]


def family_photo(
    host: Item,
    previous: Item,
    following: Item,
    heads: Sequence[Item],
    others: Sequence[Item] = (),
    organisations: Iterable[Item] = (),
    *,
    key: Callable[[Item], Any] = str,
) -> tuple[tuple[Item, ...], ...]:
    """Return the rows of a photograph of the G20 type.

    The host in the centre of row 1, the previous and the next host beside the host, the other heads of State
    by tenure outwards; row 2 the others by seniority; international organisations in the last row, in
    alphabetical order (2.3(h), rule 41, B [S61 S62 S63]). Hosts do bend it. Not stated there, so mark D: the
    previous host stands at the host's right; organisations run from the viewers' left to right.

    Parameters
    ----------
    host, previous, following
        This host, the one before and the one after.
    heads, others : sequence
        By tenure and by seniority, the longest first.
    organisations : iterable
    key : callable
        What the alphabetical order compares.

    Returns
    -------
    tuple of tuple
        Rows that are not empty, the front row first, each from the occupants' left to their right.

    Examples
    --------
    >>> family_photo("H", "P", "N", ["a", "b"], organisations=["UN", "IMF"])
    (('b', 'N', 'H', 'P', 'a'), ('UN', 'IMF'))
    """
    rows = [_outwards((host, previous, following, *heads)), _outwards(others)]
    rows.append(tuple(sorted(organisations, key=key, reverse=True)))  # the occupants' left is the viewers' right
    return tuple(row for row in rows if row)


def _outwards(people: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(people[rank - 1] for rank in rank_order(len(people), RIGHT))
