"""From tight measures to wide ones, until wheelchairs get to as many places as codes ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from seatplan.codes import Code
from seatplan.errors import InputError
from seatplan.layout.code_limits import binding
from seatplan.layout.layout import Layout
from seatplan.layout.wheelchairs.size import place_size

__all__ = ["enough_places", "wheelchair_way"]

_MORE = 0.05
"""Metres more than the way, so that looking at it every 0.05 m misses none."""


def wheelchair_way(code: Code | None) -> float | None:
    """Return how wide ways between chairs are on which a wheelchair passes; None where no code asks for them.

    Examples
    --------
    >>> round(wheelchair_way("us"), 4), wheelchair_way(None)
    (0.9644, None)
    """
    size = place_size(binding(code))
    return None if size is None else size.route + _MORE


def enough_places(layouts: Iterable[Callable[[], Layout]]) -> Layout:
    """Return the first layout with as many wheelchair places as codes ask for; if none has, one that lacks fewest.

    Parameters
    ----------
    layouts : iterable of callable
        From those with most seats to those with most room.

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        As the first one does.
    """
    first, *wider = layouts
    best = first()
    for make in wider:
        if not best.spaces.lacking:
            return best
        try:
            best = min(best, make(), key=lambda found: found.spaces.lacking)
        except InputError:
            continue
    return best
