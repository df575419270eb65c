"""Seats all round a table: a closed ring, whose indices run towards the right hand of those who sit there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Seat

__all__ = ["Ring", "round_places"]

Place = tuple[float, float, float]
"""x, y and the direction in which the occupant looks."""
_BEHIND = 0.95


@dataclass(frozen=True)
class Ring:
    """A ring before it is placed.

    Parameters
    ----------
    area : Area
    name : str
        Seats are labelled with it and their number: 1 is the main seat s0, 2 is at its right hand.
    language : {"zh", "en"}
    """

    area: Area
    name: str
    language: Language

    def seats(self, places: Sequence[Place], behind: Sequence[int] = ()) -> list[Seat]:
        """Return the seats of a ring: those at the table in row 1, chairs behind some of them in row 2.

        Positions are signed: 0 is the main seat, 1 the seat at its right hand, -1 the one at its left.

        Examples
        --------
        >>> ring = Ring(Area("t", "1", "ring"), "", "en")
        >>> [(seat.id, seat.position) for seat in ring.seats(round_places(4, 1.0))]
        [('t-1', 0.0), ('t-2', 1.0), ('t-3', 2.0), ('t-4', -1.0)]
        """
        front = [self._seat(k, len(places), place) for k, place in enumerate(places)]
        return front + [self._behind(front[k]) for k in behind]

    def _seat(self, k: int, count: int, place: Place) -> Seat:
        x, y, facing = place
        return Seat(
            f"{self.area.id}-{k + 1}",
            f"{self.name}{k + 1}{'号' if self.language == 'zh' else ''}",
            self.area.id,
            1,
            k + 1,
            position=float(k if 2 * k <= count else k - count),
            column=k,
            x=round(x, 6) + 0.0,
            y=round(y, 6) + 0.0,
            facing=round(facing % 360, 6),
            walls=frozenset({"front"}),
        )

    def _behind(self, front: Seat) -> Seat:
        a = radians(front.facing)
        word = "后座" if self.language == "zh" else " behind"
        return replace(
            front,
            id=f"{front.id}-behind",
            label=f"{front.label}{word}",
            row=2,
            x=round(front.x - _BEHIND * cos(a), 6) + 0.0,
            y=round(front.y - _BEHIND * sin(a), 6) + 0.0,
            walls=frozenset(),
        )


def round_places(count: int, radius: float, middle: tuple[float, float] = (0.0, 0.0)) -> list[Place]:
    """Return the places of a round table whose main seat faces the door at the bottom of the page.

    The right-hand neighbour is the next one counter-clockwise seen from above (protocol.md rule 42).

    Examples
    --------
    >>> [(round(x, 1), round(y, 1), round(facing)) for x, y, facing in round_places(4, 1.0)]
    [(0.0, 1.0, 270), (-1.0, 0.0, 0), (-0.0, -1.0, 90), (1.0, -0.0, 180)]
    """
    angles = [90.0 + 360.0 * k / count for k in range(count)]
    return [
        (middle[0] + radius * cos(radians(a)), middle[1] + radius * sin(radians(a)), (a + 180.0) % 360.0)
        for a in angles
    ]
