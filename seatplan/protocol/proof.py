"""A convention shown as what it does: its rows in both views (for `seatplan conventions`)."""

from __future__ import annotations

from dataclasses import dataclass

from seatplan.protocol.convention import Convention
from seatplan.protocol.row import cautions, misfits, ranks_and_gaps
from seatplan.protocol.view import View, seen

__all__ = ["ProofRow", "proof"]


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A front row of ``people`` under a convention.

    Parameters
    ----------
    people : int
    occupant : str
        Ranks from the occupants' left to their right; ``_`` is a place that stays empty. Empty if the
        convention has no such row.
    audience : str
        The same row from the viewers' left to their right.
    remarks : tuple of str
        Why there is no such row, or in what it goes beyond the sources.
    """

    people: int
    occupant: str
    audience: str
    remarks: tuple[str, ...] = ()


def proof(convention: Convention, people: int = 12) -> tuple[ProofRow, ...]:
    """Return the front rows of 1 to ``people`` people in both views.

    Examples
    --------
    >>> row = proof(Convention())[6]
    >>> row.occupant, row.audience
    ('6 4 2 1 3 5 7', '7 5 3 1 2 4 6')
    """
    return tuple(_row(n, convention) for n in range(1, people + 1))


def _row(n: int, convention: Convention) -> ProofRow:
    remarks = tuple(fault.found for fault in misfits(n, convention)) or tuple(cautions(n, convention))
    if any(misfits(n, convention)):
        return ProofRow(n, "", "", remarks)
    ranks = ["_" if rank is None else str(rank) for rank in ranks_and_gaps(n, convention)]
    occupant, audience = (" ".join(seen(ranks, view)) for view in (View.OCCUPANT, View.AUDIENCE))
    return ProofRow(n, occupant, audience, remarks)
