"""How many wheelchair spaces a room needs."""

from __future__ import annotations

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_up
from seatplan.codes.pack import Pack

__all__ = ["boxes_with_spaces", "permanent_spaces", "wheelchair_spaces"]


@by_code(max)
def wheelchair_spaces(pack: Pack, seats: int, *, school: bool = False) -> int:
    """Return how many wheelchair spaces an assembly area needs (codes.md 1.1, 1.2, 1.8 to 1.10).

    Parameters
    ----------
    pack : Code
    seats : int
        Seats of the area. Codes count fixed seats; for loose ones it is a planning default.
    school : bool
        Whether it is a lecture hall of a school that admits students with disabilities.

    Returns
    -------
    int

    Examples
    --------
    >>> wheelchair_spaces("ada-2010", 600), wheelchair_spaces("gb-55019-2021", 600)
    (7, 3)
    >>> wheelchair_spaces("us", 120)  # ADA 4, IBC 5
    5
    """
    needed = int(pack.si("wheelchair.spaces", seats))
    if school and pack.says("wheelchair.spaces.school"):
        needed = max(needed, int(pack.si("wheelchair.spaces.school")))
    return needed


@by_code(max)
def permanent_spaces(pack: Pack, seats: int) -> int:
    """Return how many of the wheelchair spaces are permanent (codes.md 1.9).

    Parameters
    ----------
    pack : Code
    seats : int

    Returns
    -------
    int

    Examples
    --------
    >>> permanent_spaces("uk-ad-m", 100), wheelchair_spaces("uk-ad-m", 100)
    (1, 6)
    """
    return int(pack.si("wheelchair.spaces.permanent", seats))


@by_code(max)
def boxes_with_spaces(pack: Pack, boxes: int) -> int:
    """Return in how many boxes wheelchair spaces must be (codes.md 1.1); luxury boxes are counted box by box.

    Parameters
    ----------
    pack : Code
    boxes : int

    Returns
    -------
    int

    Examples
    --------
    >>> boxes_with_spaces("ada-2010", 11)
    3
    """
    return round_up(pack.si("wheelchair.boxes") * boxes)
