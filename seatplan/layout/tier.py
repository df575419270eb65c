"""`Tier`: one thing that a layout is to be best at; a layout's objective is a row of them, the first one first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from seatplan.errors import Fault, refuse

__all__ = ["ORDER", "Tier", "TierName", "full_order"]

TierName = Literal["count", "sight", "distance", "aisles", "symmetry", "wheelchairs", "kept"]
ORDER: tuple[TierName, ...] = get_args(TierName)
"""What matters more comes first, unless somebody says otherwise."""


@dataclass(frozen=True, slots=True)
class Tier:
    """What a layout reaches in one tier.

    Parameters
    ----------
    name : str
        ``count``: places. ``sight``: places that see the stage and the screen past pillars and, where the floor
        rises, over heads. ``distance``: mean metres to the middle of the stage's edge. ``aisles``: people for each
        metre of width of the aisle that serves most. ``symmetry``: seats that have one opposite across the
        centre line. ``wheelchairs``: separate locations of wheelchair spaces. ``kept``: flexible keep-outs that
        are used.
    value : float
    bound : float or None
        No layout of the family that is as good in the tiers before it is better; None when that is not known.

    Examples
    --------
    >>> Tier("sight", 118, 120).proven, Tier("sight", 120, 120).proven, Tier("distance", 6.5, None).proven
    (False, True, False)
    """

    name: TierName
    value: float
    bound: float | None = None

    @property
    def proven(self) -> bool:
        """Whether nothing is better, to half a centimetre."""
        return self.bound is not None and abs(self.value - self.bound) <= 0.005


def full_order(named: Sequence[str]) -> tuple[TierName, ...]:
    """Return all tiers, those named first and the others in their usual order behind them.

    The count is always first: the number that is wanted, or as many as there can be.

    Raises
    ------
    InputError
        For what is no tier, and for what is named twice.

    Examples
    --------
    >>> full_order(["symmetry", "distance"])
    ('count', 'symmetry', 'distance', 'sight', 'aisles', 'wheelchairs', 'kept')
    """
    refuse(
        Fault("objective", f"{name!r}", f"name each at most once: {', '.join(ORDER[1:])}")
        for i, name in enumerate(named)
        if name not in ORDER or name in named[:i] or (name == "count" and i)
    )
    first = [tier for name in ("count", *named) for tier in ORDER if tier == name]
    return tuple(dict.fromkeys([*first, *ORDER]))
