"""Aisles, measured from crossing to crossing: between two blocks, or between a block and a wall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.formulas.aisle_width import Floor, Sides
from seatplan.venue import Fixture

if TYPE_CHECKING:
    from seatplan.codes.checks.hall import Hall, Row

__all__ = ["Aisle", "lanes"]

Metres = NDArray[np.float64]
_LEAST = 0.3
"""Nobody walks in less than this; a wall so near is one that the row touches."""


@dataclass(frozen=True)
class Aisle:
    """A stretch of an aisle between two crossings.

    Parameters
    ----------
    width : float
        At its narrowest, in metres.
    persons : int
        Whom it serves.
    floor : {"level", "stepped"}
    sides : {"both", "one"}
        Whether seats are on both sides of it.
    seats : tuple of int
        At its sides.
    place : str

    Examples
    --------
    >>> Aisle(1.2, 80, "level", "both", (), "Hall rows 1-8 aisle 1").width
    1.2
    """

    width: float
    persons: int
    floor: Floor
    sides: Sides
    seats: tuple[int, ...]
    place: str


def lanes(hall: Hall, code: int, stretch: list[int]) -> Iterator[Aisle]:
    """Yield the aisles of some rows of an area.

    Parameters
    ----------
    hall : Hall
    code : int
        Index of the area.
    stretch : list of int
        Rows without a crossing between them.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.codes.checks.hall import Hall
    >>> from seatplan.venue import from_drawing
    >>> hall = Hall(from_drawing("#  ooo ooo#", seat_width=0.5, language="en"), Options())
    >>> [(aisle.width, aisle.sides, aisle.place) for aisle in lanes(hall, 0, [1])]
    [(0.5, 'both', 'Hall rows 1-1 aisle 1'), (1.0, 'one', 'Hall rows 1-1 aisle at the left wall')]
    """
    rows = [hall.parts[code, row] for row in stretch if (code, row) in hall.parts]
    yield from _between(hall, code, stretch, rows)
    for side in ("left", "right"):
        yield from _beside(hall, code, stretch, rows, side)


def _between(hall: Hall, code: int, stretch: list[int], rows: list[list[Row]]) -> Iterator[Aisle]:
    """Yield the aisles between blocks."""
    gaps: dict[int, list[tuple[Row, Row]]] = {}
    for before, after in (pair for row in rows for pair in pairwise(row)):
        block, next_block = (int(hall.venue.blocks[part.seats[0]]) for part in (before, after))
        if before.right and after.left and block != next_block:
            gaps.setdefault(block, []).append((before, after))
    for block, pairs in sorted(gaps.items()):
        ends = [(int(before.seats[-1]), int(after.seats[0])) for before, after in pairs]
        width = min(_apart(hall, a, b) for a, b in ends) - hall.venue.areas[code].seat_width
        persons = sum(before.leaving("right") + after.leaving("left") for before, after in pairs)
        place = hall.say_stretch("aisle", code, stretch, number=block + 1)
        yield Aisle(width, persons, _floor(hall, code), "both", tuple(i for pair in ends for i in pair), place)


def _beside(
    hall: Hall, code: int, stretch: list[int], rows: list[list[Row]], side: Literal["left", "right"]
) -> Iterator[Aisle]:
    """Yield the aisle between the outer blocks and a wall, if one stands there."""
    outer = [row[0] if side == "left" else row[-1] for row in rows]
    ends = [(row, int(row.seats[0 if side == "left" else -1])) for row in outer if getattr(row, side)]
    widths = {seat: _to_wall(hall, seat, -1 if side == "left" else 1) for _, seat in ends}
    walled = {seat: width for seat, width in widths.items() if _LEAST <= width < np.inf}
    if walled:
        persons = sum(row.leaving(side) for row, _ in ends)
        place = hall.say_stretch(side, code, stretch)
        yield Aisle(min(walled.values()), persons, _floor(hall, code), "one", tuple(walled), place)


def _to_wall(hall: Hall, seat: int, hand: int) -> float:
    """Return the metres from a seat's side straight to a wall at the occupant's right (+1) or left (-1) hand."""
    angle = np.radians(hall.venue.seats[seat].facing)
    along = hand * np.array([np.sin(angle), -np.cos(angle)])
    half = hall.venue.areas[hall.venue.area_codes[seat]].seat_width / 2
    start = hall.venue.xyz[seat, :2] + half * along
    walls = (fixture for fixture in hall.venue.fixtures if fixture.kind == "wall")
    return round(min((_hit(wall, start, along) for wall in walls), default=np.inf), 6)


def _hit(wall: Fixture, start: Metres, along: Metres) -> float:
    """Return how far along a line a wall's rectangle is met; infinite if it is not."""
    angle = np.radians(wall.turn)
    turned = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    place, way = turned @ (start - [wall.x, wall.y]), turned @ along
    half = np.array([wall.width / 2, wall.depth / 2])
    near, far = 0.0, np.inf
    for k in range(2):  # the slabs of the rectangle, one axis after the other
        if abs(way[k]) < 1e-9:
            far = far if abs(place[k]) < half[k] else -1.0
            continue
        low, high = sorted(((-half[k] - place[k]) / way[k], (half[k] - place[k]) / way[k]))
        near, far = max(near, float(low)), min(far, float(high))
    return near if near <= far else np.inf


def _apart(hall: Hall, a: int, b: int) -> float:
    return float(np.linalg.norm(hall.venue.xyz[a] - hall.venue.xyz[b]))


def _floor(hall: Hall, code: int) -> Floor:
    return "stepped" if hall.is_stepped(code) else "level"
