"""`Layout`: a room with its seats, how many they are, and why they are not more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from seatplan.layout.said import Remark, Said, joined
from seatplan.layout.tier import Tier
from seatplan.venue import Venue

__all__ = ["Layout", "Limit", "Spaces", "What"]

What = Literal["seats", "doors", "aisles", "density", "stage", "wish"]
"""What limits the number of people: the room for seats, the doors, the aisles, the floor for each, the wish."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How many people one thing allows.

    Parameters
    ----------
    what : str
        One of `What`.
    persons : int
    why : Said

    Examples
    --------
    >>> print(Limit("doors", 500, Said("exits", {"count": 2})))
    doors: 500, exits that can be reached: 2
    """

    what: What
    persons: int
    why: Said

    def less(self, seats: int) -> Limit:
        """Return the limit when so many of the places that fit are left out."""
        return replace(self, persons=self.persons - seats) if self.what == "seats" else self

    def __str__(self) -> str:
        return f"{self.what}: {self.persons}, {self.why}"


@dataclass(frozen=True, slots=True)
class Spaces:
    """Wheelchair spaces: how many are laid, and how many codes ask for so many people.

    Examples
    --------
    >>> Spaces(3, 5).lacking
    2
    """

    laid: int = 0
    asked: int = 0

    @property
    def lacking(self) -> int:
        """How many more the codes ask for."""
        return max(0, self.asked - self.laid)

    @property
    def remarks(self) -> tuple[Said, ...]:
        """What is said where they are too few."""
        return (Said("spaces lack", {"laid": self.laid, "asked": self.asked}),) if self.lacking else ()


@dataclass(frozen=True)
class Layout:
    """A room with its seats.

    Parameters
    ----------
    venue : Venue
        Its seats, areas and fixtures; all other parts of seatplan can use it.
    style : str
    count : int
        Places for people: seats and wheelchair spaces; of a reception, standing room.
    bound : int
        No layout of the family that ``proof`` names has more.
    proof : tuple of Said
        Which family was searched, and how.
    limits : tuple of Limit
        What each thing allows, the tightest first.
    checks_for_people : tuple of Said or Finding
        What no computer has seen: to be judged on the spot.
    alternatives : int
        Further layouts of the family that are as large, where they were counted.
    measures : tuple of (str, float)
        Chosen widths, pitches and distances, in metres.
    spaces : Spaces
        Wheelchair spaces; while they are too few, nothing is called proven.
    tiers : tuple of Tier
        What is reached of the objective, the tier that matters most first.
    used : tuple of str
        Names of flexible keep-outs on which people sit.

    Examples
    --------
    >>> from seatplan.layout import Room, theatre
    >>> from seatplan.layout.room import rectangle
    >>> found = theatre(Room(rectangle(8, 6)))
    >>> found.count == found.bound == len(found.venue.seats), found.limited_by
    (True, 'seats')
    """

    venue: Venue
    style: str
    count: int
    bound: int
    proof: tuple[Said, ...]
    limits: tuple[Limit, ...] = ()
    checks_for_people: tuple[Remark, ...] = ()
    alternatives: int = 0
    measures: tuple[tuple[str, float], ...] = ()
    spaces: Spaces = Spaces()
    tiers: tuple[Tier, ...] = ()
    used: tuple[str, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether it keeps what codes ask of wheelchair spaces, and no layout of the family has more."""
        return self.count >= self.bound and not self.spaces.lacking

    @property
    def limited_by(self) -> What:
        """What limits the number of people most."""
        return self.limits[0].what if self.limits else "seats"

    def __str__(self) -> str:
        claim = "proven" if self.proven else f"bound {self.bound}"
        lines = [f"{self.style}: {self.count} people ({claim})", joined(self.proof)]
        lines += [f"limit {limit}" for limit in self.limits]
        lines += map(str, self.spaces.remarks)
        return "\n".join([*lines, *(f"to check: {check}" for check in self.checks_for_people)])
