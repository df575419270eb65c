"""How many exits a room has, how wide they are, and how far apart."""

from __future__ import annotations

from math import hypot
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.exact import round_up
from seatplan.codes.pack import Pack

__all__ = ["Part", "Protection", "door_width", "exit_count", "exit_separation", "exit_width", "main_exit_persons"]

Part = Literal["level", "stepped", "stairs"]
"""Doors from a level floor, doors from a stepped floor, or stairs."""
Protection = Literal["", "sprinklered", "rating-iii", "gym"]
"""With sprinklers and voice alarm (US); fire rating III, or a gymnasium (China)."""


@by_code(max)
def exit_count(pack: Pack, persons: int) -> int:
    """Return how many exits so many people need (codes.md 2.3, 2.7, 2.8).

    Parameters
    ----------
    pack : Code
    persons : int

    Returns
    -------
    int

    Examples
    --------
    >>> [exit_count("ibc-2021", persons) for persons in (49, 50, 501)]
    [1, 2, 3]
    >>> [exit_count("gb-50016-2014", persons) for persons in (200, 501, 2000)]
    [2, 3, 8]
    """
    return int(pack.si("exits.count", persons))


@by_code(max)
def exit_width(pack: Pack, persons: int, *, part: Part = "level", protection: Protection = "") -> float:
    """Return how wide all exits are together (codes.md 2.3, 2.8).

    Parameters
    ----------
    pack : Code
    persons : int
    part : {"level", "stepped", "stairs"}
    protection : {"", "sprinklered", "rating-iii", "gym"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> exit_width("gb-50016-2014", 1000), exit_width("gb-50016-2014", 1500, part="stepped")
    (6.5, 11.25)
    >>> exit_width("ibc-2021", 600, protection="sprinklered") / 0.0254
    90.0
    """
    key = f"exits.capacity.{part}"
    return float(persons * pack.si(f"{key}.{protection}" if protection else key, persons))


@by_code(max)
def door_width(
    pack: Pack, persons: int, doors: int, *, part: Part = "level", protection: Protection = ""
) -> float:
    """Return how wide each of so many doors is: its share of the whole, and never less than a door's least.

    Parameters
    ----------
    pack : Code
    persons, doors : int
    part : {"level", "stepped", "stairs"}
    protection : {"", "sprinklered", "rating-iii", "gym"}

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> door_width("gb-50016-2014", 1000, 4), door_width("gb-50016-2014", 200, 2)
    (1.625, 1.4)
    """
    share = exit_width(pack, persons, part=part, protection=protection) / doors
    return max(share, float(pack.si("exits.door.width")))


@by_code(max)
def exit_separation(pack: Pack, width: float, depth: float, *, sprinklered: bool = False) -> float:
    """Return how far apart two of the exits are at least: a share of the room's diagonal (codes.md 2.3).

    Parameters
    ----------
    pack : Code
    width, depth : float
        Of the room, in metres.
    sprinklered : bool

    Returns
    -------
    float
        Metres.

    Examples
    --------
    >>> exit_separation("ibc-2021", 30, 40)
    25.0
    """
    return float(pack.si("exits.separation" + ".sprinklered" * sprinklered)) * hypot(width, depth)


@by_code(max)
def main_exit_persons(pack: Pack, persons: int) -> int:
    """Return how many people the main exit takes (codes.md 2.3).

    Parameters
    ----------
    pack : Code
    persons : int

    Returns
    -------
    int
        0 where no main exit is needed.

    Examples
    --------
    >>> main_exit_persons("ibc-2021", 300), main_exit_persons("ibc-2021", 401)
    (0, 201)
    """
    if persons <= pack.si("exits.main.above"):
        return 0
    return round_up(persons * pack.si("exits.main.share"))
