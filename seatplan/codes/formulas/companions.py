"""Companion seats: how many, which serve whom, and shoulder by shoulder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from seatplan.codes.code import by_code
from seatplan.codes.pack import Pack

__all__ = ["beside", "companion_seats", "shoulder", "shoulders_align", "unaccompanied"]

Place = tuple[float, float, float, float]
"""Left and right side, front, and height of the floor, in metres."""

_TOUCH = 0.05
_LEVEL = 0.0005


@by_code(max)
def companion_seats(pack: Pack, spaces: int) -> int:
    """Return how many companion seats so many wheelchair spaces need (codes.md 1.4).

    Parameters
    ----------
    pack : Code
    spaces : int

    Returns
    -------
    int

    Examples
    --------
    >>> companion_seats("ada-2010", 7)
    7
    """
    return int(pack.si("companion.per_space") * spaces)


def beside(space: Place, companion: Place) -> bool:
    """Tell whether a companion seat shares a side with a wheelchair space, on the same floor elevation.

    Examples
    --------
    >>> beside((0.0, 0.9, 0.0, 0.0), (0.9, 1.45, 0.0, 0.0)), beside((0.0, 0.9, 0.0, 0.0), (0.9, 1.45, 0.0, 0.15))
    (True, False)
    """
    touch = min(abs(space[1] - companion[0]), abs(companion[1] - space[0])) <= _TOUCH
    return touch and abs(space[3] - companion[3]) <= _LEVEL


def unaccompanied(spaces: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return the wheelchair spaces that are left without a companion seat of their own.

    Parameters
    ----------
    spaces : int
    pairs : iterable of (int, int)
        A space, counted from 0, and a companion seat that could serve it.

    Returns
    -------
    list of int
        As few as can be: each companion seat serves one space, and is given away as well as possible.

    Examples
    --------
    >>> unaccompanied(2, [(0, 7), (0, 8), (1, 7)])
    []
    >>> unaccompanied(2, [(0, 7), (1, 7)])
    [1]
    """
    choices: list[list[int]] = [[] for _ in range(spaces)]
    for space, companion in pairs:
        choices[space].append(companion)
    served: dict[int, int] = {}
    return [space for space in range(spaces) if not _serve(space, choices, served, set())]


def _serve(space: int, choices: Sequence[Sequence[int]], served: dict[int, int], tried: set[int]) -> bool:
    """Give a space a companion seat, moving others to their other choices (an augmenting path)."""
    for companion in choices[space]:
        if companion in tried:
            continue
        tried.add(companion)
        if companion not in served or _serve(served[companion], choices, served, tried):
            served[companion] = space
            return True
    return False


@by_code(max)
def shoulder(pack: Pack, *, front: float = 0.0) -> float:
    """Return where the shoulder of the wheelchair's occupant is (codes.md 1.4).

    Parameters
    ----------
    pack : Code
    front : float
        Metres at which the front of the space is; depth counts from there to the rear.

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> shoulder("ada-2010")
    0.9144
    """
    return front + float(pack.si("companion.shoulder.front"))


@by_code(all)
def shoulders_align(pack: Pack, companion: float, *, front: float = 0.0) -> bool:
    """Tell whether a companion's shoulder is in line with that of the wheelchair's occupant (codes.md 1.4).

    Parameters
    ----------
    pack : Code
    companion : float
        Metres at which the companion's shoulder is.
    front : float
        Metres at which the front of the space is.

    Returns
    -------
    bool

    Examples
    --------
    >>> shoulders_align("ada-2010", 0.93), shoulders_align("ada-2010", 1.0)
    (True, False)
    """
    occupant = front + float(pack.si("companion.shoulder.front"))
    return pack.read("companion.shoulder.apart").allows(abs(companion - occupant))
