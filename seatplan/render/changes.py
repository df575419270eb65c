"""Changes since an earlier plan on a chart: who moved, who is new, which seats were left; arrows for the moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from seatplan.plan import Plan
from seatplan.render.page import Ink, Projection
from seatplan.render.scene import SeatMark
from seatplan.render.style import Style
from seatplan.venue import Venue

__all__ = [
    "CHANGES",
    "MOST_ARROWS",
    "Arrows",
    "arrow_inks",
    "arrows_of",
    "change_inks",
    "change_of",
    "drawn_marks",
]

CHANGES = ("moved", "new", "left")
"""Marks of seats: somebody from another seat sits there, somebody new, nobody any more."""
MOST_ARROWS = 40
"""An area with more moves has marks, and no arrows."""
Arrows = tuple[tuple[float, float, float, float], ...]
"""From old to new seat, in metres."""
_SHORT = 0.2
"""Metres between the middle of a seat and the end of an arrow."""
_LANE, _DEPTH = 1.7, 0.25
"""Millimetres between arrows that would lie on each other, and metres of a seat that all of them may take."""


def change_of(seat: str, plan: Plan, before: Mapping[str, str], left: Collection[str]) -> str:
    """Return which change a seat bears; empty for none.

    Parameters
    ----------
    seat : str
    plan : Plan
    before : mapping of str to str
        The earlier plan: seat by person; empty for none.
    left : collection of str
        The seats of the earlier plan.

    Examples
    --------
    >>> plan = Plan({"ann": "b", "cid": "c"})
    >>> [change_of(seat, plan, {"ann": "a"}, {"a"}) for seat in "abcd"]
    ['left', 'moved', 'new', '']
    """
    person = plan.person_at(seat)
    if not before:
        return ""
    if person is None:
        return "left" if seat in left else ""
    return "" if before.get(person) == seat else "moved" if person in before else "new"


def arrows_of(venue: Venue, plan: Plan, before: Mapping[str, str], shown: set[str]) -> Arrows:
    """Return an arrow for each move between two seats that are shown, but for areas that have too many."""
    index, xy = venue.seat_index, venue.xyz[:, :2]
    moves = [(old, plan.seats[p]) for p, old in before.items() if plan.seats.get(p, old) != old]
    ends = sorted((index[old], index[new]) for old, new in moves if old in shown and new in shown)
    count = Counter(int(venue.area_codes[new]) for _, new in ends)
    few = [(a, b) for a, b in ends if count[int(venue.area_codes[b])] <= MOST_ARROWS]
    return tuple((float(xy[a, 0]), float(xy[a, 1]), float(xy[b, 0]), float(xy[b, 1])) for a, b in few)


def change_inks(
    seats: Sequence[SeatMark], quads: NDArray[np.float64], style: Style, *, bold: float
) -> Iterator[Ink]:
    """Yield a thick edge round who moved or is new, and a cross on seats that were left.

    Parameters
    ----------
    seats : sequence of SeatMark
    quads : ndarray of shape (seats, 4, 2)
        Their corners on paper.
    style : Style
    bold : float
        Points of the thick edge.
    """
    fresh = [i for i, seat in enumerate(seats) if {"moved", "new"} & set(seat.marks)]
    left = [i for i, seat in enumerate(seats) if "left" in seat.marks]
    if fresh:
        yield Ink(quads[fresh], edge=style.ink, width=bold, layer=5)
    if left:
        strokes = np.concatenate([quads[left][:, [0, 2]], quads[left][:, [1, 3]]])
        yield Ink(strokes, edge=style.ink, width=bold / 2, closed=False, layer=5)


def drawn_marks(seat: SeatMark) -> tuple[str, ...]:
    """Return the marks that stand in a corner; a seat that was left has a cross all over."""
    return tuple(mark for mark in seat.marks if mark != "left")


def arrow_inks(arrows: Arrows, projection: Projection, style: Style) -> Iterator[Ink]:
    """Yield the arrows, each on a white ground so that it can be followed across other seats."""
    if not arrows:
        return
    ends = np.array(arrows).reshape(-1, 2, 2)
    lines = projection.points(ends.reshape(-1, 2)).reshape(-1, 2, 2)
    shifts = lines[:, 1] - lines[:, 0]
    length = np.maximum(np.linalg.norm(shifts, axis=1, keepdims=True), 1e-9)
    shifts *= np.minimum(0.3, projection.length(_SHORT) / length)
    lines = np.stack([lines[:, 0] + shifts, lines[:, 1] - shifts], axis=1)
    lines = _side_by_side(lines, projection.length(_DEPTH))
    yield Ink(lines, edge="#ffffff", width=2.6, closed=False, layer=7)
    yield Ink(lines, edge=style.ink, width=0.9, closed=False, layer=8)
    yield Ink([_head(start, end) for start, end in lines], fill=style.ink, layer=8)
    yield Ink([_foot(start) for start, _ in lines], fill=style.ink, layer=8)


def _side_by_side(lines: NDArray[np.float64], depth: float) -> NDArray[np.float64]:
    """Move arrows that would lie on each other into lanes down the page, the shortest one where it was."""
    lanes = _lanes(lines)
    step = min(_LANE, depth / max(1, int(lanes.max(initial=0))))
    ways = lines[:, 1] - lines[:, 0]
    ways /= np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-9)
    aside = np.column_stack([ways[:, 1], -ways[:, 0]])
    aside *= np.where((aside[:, 1] > 1e-6) | ((abs(aside[:, 1]) <= 1e-6) & (aside[:, 0] < 0)), -1, 1)[:, None]
    moved: NDArray[np.float64] = lines + (aside * (step * lanes)[:, None])[:, None, :]
    return moved


def _lanes(lines: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return a lane for each arrow: arrows of one straight line that overlap are in different ones.

    Examples
    --------
    >>> _lanes(np.array([[[0.0, 0.0], [4.0, 0.0]], [[3.0, 0.0], [1.0, 0.0]], [[5.0, 0.0], [6.0, 0.0]]])).tolist()
    [1, 0, 0]
    """
    ways = lines[:, 1] - lines[:, 0]
    angle = np.mod(np.arctan2(ways[:, 1], ways[:, 0]) + 0.01, np.pi)
    along = np.column_stack([np.cos(angle - 0.01), np.sin(angle - 0.01)])
    offset = lines[:, 0, 0] * -along[:, 1] + lines[:, 0, 1] * along[:, 0]
    spans = np.sort((lines * along[:, None, :]).sum(axis=2), axis=1)
    lanes = np.zeros(len(lines), dtype=np.intp)
    for i in np.lexsort((spans[:, 0], spans[:, 1] - spans[:, 0])).tolist()[1:]:
        alike = (abs(angle - angle[i]) < 0.02) & (abs(offset - offset[i]) < 1.0)
        over = alike & (spans[:, 0] < spans[i, 1]) & (spans[:, 1] > spans[i, 0])
        shorter = over & _before(spans, i)
        lanes[i] = next(lane for lane in range(len(lines)) if lane not in lanes[shorter])
    return lanes


def _before(spans: NDArray[np.float64], i: int) -> NDArray[np.bool_]:
    """Return which spans got their lane before one: shorter ones, and of equal ones those that begin before."""
    length = spans[:, 1] - spans[:, 0]
    order = np.empty(len(spans), dtype=np.intp)
    order[np.lexsort((spans[:, 0], length))] = np.arange(len(spans))
    earlier: NDArray[np.bool_] = order < order[i]
    return earlier


def _foot(start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a small square where an arrow begins."""
    return start + 0.55 * np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])


def _head(start: NDArray[np.float64], end: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the head of an arrow: two millimetres long, shorter on short arrows."""
    way = end - start
    length = float(np.hypot(*way)) or 1.0
    ahead = way / length * min(2.0, 0.5 * length)
    side = np.array([-ahead[1], ahead[0]]) * 0.42
    return np.array([end, end - ahead + side, end - ahead - side])
