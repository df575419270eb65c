"""How well a value is known, and what that entitles it to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

__all__ = ["LEVELS", "STANDINGS", "Level", "Standing", "level", "weakest"]

Standing = Literal["V", "S", "D", "U"]
"""Verified, single source, derived, unconfirmed."""
Level = Literal["must", "warn", "advise"]
"""What a finding does: it forbids, it warns, or it only advises."""

STANDINGS: dict[Standing, str] = {
    "V": "verified",
    "S": "single source",
    "D": "derived",
    "U": "unconfirmed",
}
"""Names of the standings, the best known first."""
LEVELS: tuple[Level, ...] = ("must", "warn", "advise")
"""The levels, the strongest first."""


def level(standing: Standing, *, binding: bool = True, single_source: Level = "warn") -> Level:
    """Return what a value of this standing may do.

    Parameters
    ----------
    standing : {"V", "S", "D", "U"}
    binding : bool
        False for practice, which is no law: it warns at most.
    single_source : {"must", "warn", "advise"}
        What a value with a single source does; ``"must"`` when the user opts in.

    Returns
    -------
    {"must", "warn", "advise"}
        Never ``"must"`` for what is unconfirmed or derived.

    Examples
    --------
    >>> level("V"), level("S"), level("S", single_source="must"), level("U")
    ('must', 'warn', 'must', 'advise')
    >>> level("V", binding=False)
    'warn'
    """
    if standing in ("U", "D"):
        return "advise"
    wanted: Level = "must" if standing == "V" else single_source
    return "warn" if wanted == "must" and not binding else wanted


def weakest(standings: Iterable[Standing]) -> Standing:
    """Return the standing of what follows from several values: that of the least known.

    Examples
    --------
    >>> weakest(["V", "U", "S"])
    'U'
    """
    order = list(STANDINGS)
    return max(standings, key=order.index)
