"""A place for somebody of a party: host or guest, in which rank and in which role."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Member", "facing_parties"]

Party = Literal["host", "guest"]


class Member(NamedTuple):
    """Who a place is for.

    Parameters
    ----------
    party : {"host", "guest"}
    rank : int
        Within the party and role; 1 is the highest.
    role : str
        Empty for the ranked people; otherwise ``interpreter``, ``signer`` or ``assistant``.

    Examples
    --------
    >>> Member("guest", 1)
    Member(party='guest', rank=1, role='')
    """

    party: Party
    rank: int
    role: str = ""


def facing_parties(
    hosts: int, guests: int, honour_side: Literal["left", "right"] = "right", *, start: int = 1
) -> tuple[Member, ...]:
    """Return a row in which two parties meet in the middle and descend outwards.

    Parameters
    ----------
    hosts, guests : int
        People of each party.
    honour_side : {"left", "right"}
        Side of the hosts on which the guests are, by the occupants' own sides.
    start : int
        Rank of those in the middle.

    Returns
    -------
    tuple of Member
        From the occupants' left to their right.

    Examples
    --------
    >>> [f"{member.party[0]}{member.rank}" for member in facing_parties(2, 2)]
    ['h2', 'h1', 'g1', 'g2']
    """
    left = [Member("host", rank) for rank in range(start + hosts - 1, start - 1, -1)]
    right = [Member("guest", rank) for rank in range(start, start + guests)]
    return (*left, *right) if honour_side == "right" else (*right[::-1], *left[::-1])
