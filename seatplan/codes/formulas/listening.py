"""Receivers for assistive listening."""

from __future__ import annotations

from typing import NamedTuple

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_up
from seatplan.codes.pack import Pack

__all__ = ["Receivers", "receivers"]


class Receivers(NamedTuple):
    """How many receivers, and how many of them work with hearing aids.

    Examples
    --------
    >>> Receivers(8, 2).total
    8
    """

    total: int
    compatible: int


def _most(answers: list[Receivers]) -> Receivers:
    return Receivers(max(answer.total for answer in answers), max(answer.compatible for answer in answers))


@by_code(_most)
def receivers(pack: Pack, seats: int, *, loop: bool = False) -> Receivers:
    """Return the receivers that a room with amplified sound needs (codes.md 1.7).

    Parameters
    ----------
    pack : Code
    seats : int
    loop : bool
        Whether an induction loop serves all seats: then those that work with hearing aids are not needed.

    Returns
    -------
    Receivers

    Examples
    --------
    >>> receivers("ada-2010", 300), receivers("ada-2010", 500, loop=True)
    (Receivers(total=12, compatible=3), Receivers(total=15, compatible=0))
    """
    total = int(pack.si("listening.receivers", seats))
    compatible = _compatible(pack, seats, total)
    return Receivers(total - compatible, 0) if loop else Receivers(total, compatible)


def _compatible(pack: Pack, seats: int, total: int) -> int:
    if pack.says("listening.compatible.per", seats):
        return round_up(total / pack.si("listening.compatible.per", seats))
    return int(pack.si("listening.compatible", seats)) if pack.says("listening.compatible", seats) else 0
