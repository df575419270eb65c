"""A meeting on sofas (protocol.md 4.2, rule 37)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from seatplan.protocol.party import Member, facing_parties

__all__ = ["Sofas", "sofas"]


class Sofas(NamedTuple):
    """Both rows of a meeting on sofas, from the occupants' left to their right."""

    front: tuple[Member, ...]
    behind: tuple[Member | None, ...]


def sofas(hosts: int, guests: int, honour_side: Literal["left", "right"] = "right") -> Sofas:
    """Return the sofas of a meeting and the chairs behind them.

    Host and chief guest sit in the middle, the guest at the host's right; each party continues outwards on
    its own side; interpreters sit behind their principals (rule 37, B [S36 S85]).

    Parameters
    ----------
    hosts, guests : int
    honour_side : {"left", "right"}
        Conflict 17. ``right`` for foreign guests. For a superior's visit at home the left is honoured: the
        superior, as guest, sits at the local leader's left (B [S10 S97]); ``right`` there has one source [S98].

    Returns
    -------
    Sofas
        The row behind has a place, or None, behind each sofa.

    Examples
    --------
    >>> [member.party for member in sofas(1, 1).front]
    ['host', 'guest']
    """
    front = facing_parties(hosts, guests, honour_side)
    behind = tuple(Member(m.party, 1, "interpreter") if m.rank == 1 else None for m in front)
    return Sofas(front, behind)
