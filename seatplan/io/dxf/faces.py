"""Lines as they are drawn -> the areas they enclose: small gaps closed, crossings cut, loose ends named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.shapes import Points, area

__all__ = ["LooseEnd", "enclosed", "joined"]

Floats = NDArray[np.float64]
Node = tuple[float, float]
_MICRO = 1e-6
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """An end of a line to which nothing is joined.

    Parameters
    ----------
    line : int
        Which line.
    at : (float, float)
    near : (float, float) or None
        The nearest other loose end.
    line_near : int
        Which line it belongs to.
    """

    line: int
    at: Node
    near: Node | None = None
    line_near: int = -1

    @property
    def gap(self) -> float:
        """Metres to the nearest other loose end."""
        return float(np.hypot(*np.subtract(self.at, self.near))) if self.near else float("inf")


def joined(lines: Sequence[Points], closed: Sequence[bool], gaps: Sequence[float]) -> tuple[list[Points], int]:
    """Return the lines with their free ends moved onto what is near, and how many were moved.

    Parameters
    ----------
    lines : sequence of ndarray, shape (n, 2)
    closed : sequence of bool
        A closed line has no ends.
    gaps : sequence of float
        Metres that an end of each line may be off.

    Examples
    --------
    >>> wall, other = np.array([[0.0, 0], [4, 0]]), np.array([[4.02, 0], [4.02, 3]])
    >>> [line.tolist() for line in joined([wall, other], [False, False], [0.05, 0.05])[0]]
    [[[0.0, 0.0], [4.02, 0.0]], [[4.02, 0.0], [4.02, 3.0]]]
    """
    found, moved = [line.copy() for line in lines], 0
    for i, line in enumerate(found):
        for end in () if closed[i] else (0, -1):
            target = _target(found, i, line[end], gaps[i])
            if target is not None:
                moved += bool(np.hypot(*(target - line[end])) > 10 * _MICRO)
                line[end] = target
    return found, moved


def _target(lines: Sequence[Points], own: int, end: Floats, gap: float) -> Floats | None:
    """Return the nearest corner of another line within a gap, or else the nearest place on one."""
    others = [line for i, line in enumerate(lines) if i != own]
    if not others:
        return None
    corners = np.concatenate(others)
    apart = np.hypot(*(corners - end).T)
    if apart.min() <= gap:
        return np.asarray(corners[int(apart.argmin())])
    start, way = _edges(others)
    share = np.clip(((end - start) * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), _MICRO**2), 0, 1)
    feet = start + share[:, None] * way
    apart = np.hypot(*(feet - end).T)
    return np.asarray(feet[int(apart.argmin())]) if apart.min() <= gap else None


def _edges(lines: Sequence[Points]) -> tuple[Floats, Floats]:
    start = np.concatenate([line[:-1] for line in lines])
    return start, np.concatenate([line[1:] for line in lines]) - start


def enclosed(lines: Sequence[Points]) -> tuple[list[Points], list[LooseEnd]]:
    """Return the areas that lines enclose, the largest first, and the loose ends of lines.

    Parameters
    ----------
    lines : sequence of ndarray, shape (n, 2)
        Those that are closed return to their first corner.

    Returns
    -------
    list of ndarray
        Corners of each area, counter-clockwise, without corners on a straight wall.
    list of LooseEnd

    Examples
    --------
    >>> box = np.array([[0.0, 0], [4, 0], [4, 3], [0, 3], [0, 0]])
    >>> areas, loose = enclosed([box, np.array([[2.0, 0.0], [2.0, 2.0]])])
    >>> [corners.tolist() for corners in areas], [end.at for end in loose]
    ([[[0.0, 0.0], [4.0, 0.0], [4.0, 3.0], [0.0, 3.0]]], [(2.0, 2.0)])
    """
    beside, owner = _graph(lines)
    loose = _paired([LooseEnd(owner[node], node) for node in beside if len(beside[node]) == 1])
    _prune(beside)
    areas = [face for face in map(_straightened, _faces(beside)) if face is not None and area(face) > _MICRO]
    return sorted(areas, key=area, reverse=True), loose


def _graph(lines: Sequence[Points]) -> tuple[dict[Node, set[Node]], dict[Node, int]]:
    """Return which nodes are joined, with lines cut where they meet, and a line of each node."""
    beside: dict[Node, set[Node]] = defaultdict(set)
    owner: dict[Node, int] = {}
    names = np.concatenate([np.full(len(line) - 1, i) for i, line in enumerate(lines)])
    start, way = _edges(lines)
    for i, (origin, along) in enumerate(zip(start, way, strict=True)):
        shares = _cuts(origin, along, start, way)
        nodes = list(dict.fromkeys(_node(origin + share * along) for share in shares))
        for node in nodes:
            owner.setdefault(node, int(names[i]))
        for one, other in pairwise(nodes):
            beside[one].add(other)
            beside[other].add(one)
    return beside, owner


def _node(place: Floats) -> Node:
    return round(float(place[0]), _DIGITS) + 0.0, round(float(place[1]), _DIGITS) + 0.0


def _cuts(origin: Floats, along: Floats, start: Floats, way: Floats) -> list[float]:
    """Return the shares of a segment at which others meet it, with 0 and 1."""
    size = float(along @ along)
    cross = along[0] * way[:, 1] - along[1] * way[:, 0]
    off = start - origin
    with np.errstate(divide="ignore", invalid="ignore"):
        t = (off[:, 0] * way[:, 1] - off[:, 1] * way[:, 0]) / cross
        u = (off[:, 0] * along[1] - off[:, 1] * along[0]) / cross
    far = np.sqrt(np.maximum((way**2).sum(axis=1), _MICRO**2))
    slack = _MICRO / max(size**0.5, _MICRO), _MICRO / far
    meets = (np.abs(cross) > 1e-9 * far * size**0.5) & (u >= -slack[1]) & (u <= 1 + slack[1])
    shares = [0.0, 1.0, *t[meets & (t > slack[0]) & (t < 1 - slack[0])].tolist()]
    for ends in (start, start + way):  # of lines that run along this one
        share = (ends - origin) @ along / max(size, _MICRO**2)
        on = np.hypot(*(origin + share[:, None] * along - ends).T) <= _MICRO
        shares += share[on & (share > slack[0]) & (share < 1 - slack[0])].tolist()
    return sorted(shares)


def _paired(ends: list[LooseEnd]) -> list[LooseEnd]:
    """Say of each loose end which other one is nearest to it."""
    found = []
    for end in ends:
        others = [other for other in ends if other is not end]
        near = min(others, key=lambda other: np.hypot(*np.subtract(other.at, end.at)), default=None)
        found.append(LooseEnd(end.line, end.at, near.at, near.line) if near else end)
    return found


def _prune(beside: dict[Node, set[Node]]) -> None:
    """Take away what hangs at one end only."""
    hanging = [node for node in beside if len(beside[node]) <= 1]
    while hanging:
        node = hanging.pop()
        for other in beside.pop(node, set()):
            beside[other].discard(node)
            if len(beside[other]) <= 1:
                hanging.append(other)


def _faces(beside: dict[Node, set[Node]]) -> Iterator[Points]:
    """Yield the face at the left of each side of each wall, once."""
    turn = {node: sorted(others, key=lambda other: _angle(node, other)) for node, others in beside.items()}
    seen: set[tuple[Node, Node]] = set()
    for start in sorted((a, b) for a, others in beside.items() for b in others):
        if start in seen:
            continue
        corners, (a, b) = [], start
        while (a, b) not in seen:
            seen.add((a, b))
            corners.append(a)
            around = turn[b]
            a, b = b, around[around.index(a) - 1]  # the next one clockwise
        yield np.array(corners)


def _angle(node: Node, other: Node) -> float:
    return float(np.arctan2(other[1] - node[1], other[0] - node[0]))


def _straightened(corners: Points) -> Points | None:
    """Return an outline without the corners at which it does not turn; None if nothing is left."""
    while len(corners) >= 3:
        before, after = np.roll(corners, 1, axis=0), np.roll(corners, -1, axis=0)
        way = after - before
        long = np.maximum(np.hypot(*way.T), _MICRO)
        off = np.abs(way[:, 0] * (corners - before)[:, 1] - way[:, 1] * (corners - before)[:, 0]) / long
        flat = off <= 1e-5
        if not flat.any():
            return corners
        corners = np.delete(corners, int(np.argmax(flat)), axis=0)
    return None
