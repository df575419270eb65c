"""The walls of a DXF drawing as one closed outline, or why they are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from seatplan.errors import Fault, InputError, refuse
from seatplan.io.dxf.doors import Opening
from seatplan.io.dxf.faces import LooseEnd, enclosed, joined
from seatplan.io.dxf.shapes import Shape
from seatplan.io.dxf.things import Thing
from seatplan.io.note import Note
from seatplan.layout.shapes import Points, area, distance, edges, inside

__all__ = ["Walls", "segments_of", "walls_of"]

_DOOR_GAP = 0.35
"""Metres that the jambs of a door may be off the ends of the walls: half of a wall's thickness and more."""
_THICKEST = 1.0
_SMALL = 0.2


@dataclass(frozen=True, eq=False)
class Walls:
    """The outline of a room, and what else the walls enclose.

    Parameters
    ----------
    corners : ndarray, shape (n, 2)
    within : tuple of Shape
        Areas inside the room that walls enclose: shafts, pillars.
    notes : tuple of Note
    """

    corners: Points
    within: tuple[Shape, ...]
    notes: tuple[Note, ...]


def segments_of(things: Sequence[Thing]) -> Points:
    """Return all straight pieces of things, shape (n, 2, 2)."""
    parts = [
        np.stack([s.points[:-1], s.points[1:]], axis=1) for t in things for s in t.shapes if len(s.points) > 1
    ]
    return np.concatenate(parts) if parts else np.empty((0, 2, 2))


def walls_of(file: str, things: Sequence[Thing], doors: Sequence[Opening], gap: float) -> Walls:
    """Return the outline of the largest room that walls and doors enclose together.

    Parameters
    ----------
    file : str
        For messages.
    things : sequence of Thing
        On the layers of walls.
    doors : sequence of Opening
        They close the gaps that walls have for them.
    gap : float
        Metres by which walls may fail to meet.

    Raises
    ------
    InputError
        If there are no walls, or for each place at which they are open.
    """
    owned = [(thing, shape) for thing in things for shape in thing.shapes if len(shape.points) > 1]
    if not owned:
        raise InputError([Fault(file, "no walls are drawn", "draw them on a layer such as WALL, or name theirs")])
    lines = [shape.points for _, shape in owned] + [door.ends for door in doors]
    closed = [shape.closed for _, shape in owned] + [False] * len(doors)
    gaps = [gap] * len(owned) + [_DOOR_GAP] * len(doors)
    placed, moved = joined(lines, closed, gaps)
    areas, loose = enclosed(placed)
    owners = [thing.where for thing, _ in owned] + [door.thing.where for door in doors]
    if not areas or (loose and area(areas[0]) < _SMALL * _extent(lines)):
        refuse(_unclosed(file, loose, owners, gap))
    return _chosen(file, areas, loose, owners, moved, len(owned))


def _extent(lines: Sequence[Points]) -> float:
    width, depth = np.ptp(np.concatenate(lines), axis=0)
    return float(width * depth)


def _unclosed(file: str, loose: Sequence[LooseEnd], owners: Sequence[str], gap: float) -> Iterator[Fault]:
    seen: set[frozenset[tuple[float, float]]] = set()
    for end in loose:
        pair = frozenset((end.at, end.near)) if end.near else frozenset((end.at,))
        if pair not in seen:
            seen.add(pair)
            found = f"the walls do not close: from ({end.at[0]:.2f}, {end.at[1]:.2f}) the next wall end"
            found += f" is {end.gap:.2f} m away, of {owners[end.line_near]}" if end.near else " is nowhere"
            yield Fault(owners[end.line], found, f"draw the wall on, or a door; gaps up to {gap:g} m are closed")
    if not loose:
        yield Fault(file, "the walls enclose nothing", "draw them as a closed outline")


def _chosen(
    file: str, areas: list[Points], loose: list[LooseEnd], owners: list[str], moved: int, walls: int
) -> Walls:
    """Take the largest area, or the inner face of its walls, and say what was made of the rest."""
    outer = areas[0]
    inner = next((other for other in areas[1:] if _is_inner_face(outer, other)), None)
    room = outer if inner is None else inner
    rest = [other for other in areas if other is not outer and other is not inner]
    within = [other for other in rest if inside(room, other).all()]
    notes = list(_notes(file, moved, len(rest) - len(within), [end for end in loose if end.line < walls], owners))
    return Walls(room, tuple(Shape(np.vstack([o, o[:1]]), True) for o in within), tuple(notes))


def _is_inner_face(outer: Points, other: Points) -> bool:
    near = distance(edges(outer), other).min(axis=1)
    return bool(area(other) > 0.5 * area(outer) and near.max() <= _THICKEST and inside(outer, other).all())


def _notes(file: str, moved: int, beside: int, ends: Sequence[LooseEnd], owners: Sequence[str]) -> Iterator[Note]:
    if moved:
        yield Note(file, f"{moved} ends of walls or doors were moved to meet others", f"闭合了{moved}处小缝隙")
    if beside:
        yield Note(
            file,
            f"the largest room was taken; {beside} other areas that walls enclose were not",
            f"取面积最大的房间，其余{beside}个由墙围成的区域未读取",
        )
    for where in dict.fromkeys(owners[end.line] for end in ends):
        en = "this wall ends freely and is no part of the room; draw inner walls as closed outlines"
        yield Note(where, en, "此墙一端不与其他墙相接，未计入房间；室内隔墙请画成闭合轮廓")
