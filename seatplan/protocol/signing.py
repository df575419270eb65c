"""A signing ceremony (protocol.md 4.4, rule 39)."""

from __future__ import annotations

from typing import NamedTuple

from seatplan.errors import Fault, refuse
from seatplan.protocol.party import Member, facing_parties

__all__ = ["Signing", "signing"]


class Signing(NamedTuple):
    """The desk and the people who stand behind it, from the occupants' left to their right."""

    desk: tuple[Member, ...]
    behind: tuple[tuple[Member, ...], ...]


def signing(hosts: int, guests: int, *, per_row: int | None = None) -> Signing:
    """Return the places of a bilateral signing, side by side.

    Both signers face the door or the audience: the host at the left, the guest at the right (occupants'
    sides); the assistants stand at the outer side of their signers; the others stand behind, each party from
    the centre outwards by rank, front rows before rows behind (rule 39, B [S2 S85 S102-S105]). Flags stand in
    front of their signers.

    Parameters
    ----------
    hosts, guests : int
        People of each retinue, without signers and assistants.
    per_row : int, optional
        People of each party in a row; default all in one.

    Examples
    --------
    >>> [(member.party, member.role) for member in signing(0, 0).desk]
    [('host', 'assistant'), ('host', 'signer'), ('guest', 'signer'), ('guest', 'assistant')]
    """
    most = max(hosts, guests, 1) if per_row is None else per_row
    refuse([Fault("per_row", f"{most}", "use 1 or more")] if most < 1 else [])
    outer = [Member("host", 1, "assistant"), Member("host", 1, "signer")]
    inner = [Member("guest", 1, "signer"), Member("guest", 1, "assistant")]
    firsts = range(0, max(hosts, guests), most)
    rows = (facing_parties(_part(hosts, at, most), _part(guests, at, most), start=at + 1) for at in firsts)
    return Signing((*outer, *inner), tuple(rows))


def _part(people: int, first: int, most: int) -> int:
    """Return how many of ``people`` stand in the row that begins after the first ``first``."""
    return max(0, min(most, people - first))
