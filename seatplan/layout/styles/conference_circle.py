"""Conference circle: chairs in one circle without a table, as large as a room takes."""

from __future__ import annotations

from functools import partial
from heapq import heappop, heappush
from math import asin, ceil, inf, pi, sin

import numpy as np

from seatplan.codes import Code
from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.code_limits import binding
from seatplan.layout.finished import finished
from seatplan.layout.ground import Ground, ground, stage_with_clearance
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.said import Said
from seatplan.layout.set_up import CHAIR, Claim, SetUp, TableWish, most_allowed, way_width
from seatplan.layout.shapes import Points, distance, edges, inside
from seatplan.layout.wheelchairs.enough import enough_places, wheelchair_way
from seatplan.venue import Area
from seatplan.venue.lines import measure_faults
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring, round_places

__all__ = ["conference_circle"]

_EXACT = 0.005
_SMALLEST = 0.9
_WITH_WHEELCHAIRS = 1.7
"""Metres: on a smaller circle the chairs beside a wheelchair place stand in it."""
_WORDS: dict[Language, tuple[str, str]] = {"en": ("Circle", "Seat "), "zh": ("圆圈", "")}


def conference_circle(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    seat_width: float = 0.75,
    language: Language = "en",
) -> Layout:
    """Return chairs in a circle, with a way all round it.

    Parameters
    ----------
    room, code, people, language
        As for `lay_out`.
    seat_width : float
        Metres from chair to chair.

    Returns
    -------
    Layout
        The largest circle that has room, wherever its middle is, to 5 mm.

    Raises
    ------
    InputError
        If not even a circle of 1.8 m has room.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = conference_circle(Room(rectangle(9, 6)))
    >>> found.count, found.bound
    (18, 18)
    """
    refuse(measure_faults("conference circle", {"seat_width": seat_width}))
    here = ground(room)
    wish = TableWish(style="conference circle", code=code, people=people, use="chairs", language=language)
    ways = sorted({way_width(code), max(way_width(code), wheelchair_way(code) or 0.0)})
    return enough_places(partial(_circle, here, wish, way + CHAIR / 2, seat_width) for way in ways)


def _circle(here: Ground, wish: TableWish, clear: float, seat_width: float) -> Layout:
    """Return the largest circle with so much clear about it."""
    language = wish.language
    x, y, free, bound = _widest(here, clear)
    if free < _SMALLEST:
        mend = "give a larger room or fewer things in it"
        raise InputError([Fault(f"room {here.room.name!r}", "no circle of chairs has room in it", mend)])
    most = _holds(free, seat_width)
    count = max(1, min(most, most_allowed(here, wish)))
    spaces = SpaceDemand(binding(wish.code)).needed(count)
    least = max(_SMALLEST, _WITH_WHEELCHAIRS if spaces else 0.0, _radius(count + spaces, seat_width))
    radius = free if count == most else min(free, least)
    area = Area("circle", _WORDS[language][0], "ring", 1, seat_width, seat_width)
    seats = Ring(area, _WORDS[language][1], language).seats(round_places(count, radius, (x, y)))
    proof = Said("circle", {"radius": free, "clear": clear, "bound": bound})
    claim = Claim(_holds(bound, seat_width), proof, 0, (("radius", round(radius, 3)), ("seat width", seat_width)))
    return finished(here, SetUp(tuple(seats), (area,)), wish, claim)


def _holds(radius: float, width: float) -> int:
    """Return how many chairs stand on a circle, so far apart from middle to middle."""
    return int(pi / asin(min(1.0, width / 2 / radius)) + 1e-9)


def _radius(count: int, width: float) -> float:
    return width / 2 / sin(pi / count) if count > 1 else 0.0


def _widest(here: Ground, clear: float) -> tuple[float, float, float, float]:
    """Return the middle and the radius of the largest circle, and what no circle is larger than.

    Cells of the floor are cut in four, the most hopeful first: the distance to the nearest thing changes by no
    more than one moves, so a cell cannot hold a better middle than its own by more than half its diagonal.
    """
    things = (*here.solid, *here.open, *stage_with_clearance(here, clear))
    lines = np.concatenate([edges(outline) for outline in (here.walls, *things)])

    def free(x: float, y: float) -> float:
        place = np.array([[x, y]])
        outside = not inside(here.walls, place)[0] or any(inside(thing, place)[0] for thing in things)
        reach = float(distance(lines, place).min())
        return (-reach if outside else reach) - clear

    low, high = here.walls.min(axis=0), here.walls.max(axis=0)
    cells = _cells(low, high)
    best = (0.0, 0.0, -inf)
    queue: list[tuple[float, float, float, float]] = []
    for x, y, half in cells:
        best = max(best, (x, y, free(x, y)), key=lambda one: one[2])
        heappush(queue, (-(free(x, y) + half * 2**0.5), x, y, half))
    while queue and -queue[0][0] > best[2] + _EXACT:
        _, x, y, half = heappop(queue)
        half /= 2
        for a, b in ((-half, -half), (half, -half), (-half, half), (half, half)):
            value = free(x + a, y + b)
            best = max(best, (x + a, y + b, value), key=lambda one: one[2])
            heappush(queue, (-(value + half * 2**0.5), x + a, y + b, half))
    return *best, max(best[2], -queue[0][0] if queue else best[2])


def _cells(low: Points, high: Points) -> list[tuple[float, float, float]]:
    """Return squares that cover a box: their middles and half their sides."""
    half = float(min(high - low)) / 4
    columns, rows = (ceil(size / (2 * half)) for size in high - low)
    return [
        (float(low[0]) + (2 * i + 1) * half, float(low[1]) + (2 * j + 1) * half, half)
        for i in range(columns)
        for j in range(rows)
    ]
