"""`Scene`: a plan as things in the room, in metres, before there is any paper. It knows no format.

The same scene feeds every chart and every format, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.problem import Lang
from seatplan.render.frame import Grid
from seatplan.render.pieces import Place
from seatplan.render.style import Look

__all__ = ["FixtureMark", "GroupMark", "RowMark", "Scene", "SeatMark", "State", "corners"]

Points = NDArray[np.float64]
State = Literal["taken", "empty", "reserved"]


@dataclass(frozen=True, slots=True)
class SeatMark:
    """One seat, with all that is to be said about it.

    Parameters
    ----------
    seat, area : str
        Ids.
    place : str
        The seat's label.
    row, number, block, column : int
    position : float
        Signed place in the row; negative is the occupants' left.
    x, y : float
        Middle of the mark, in metres.
    width, depth : float
        Size of the mark, in metres, across and along the line of sight.
    cell : tuple of float
        Middle, width, depth and facing of what it fills on charts without names.
    facing : float
        In degrees.
    person, name, title, rank : str
        Who sits there; empty for nobody. The name is safe to draw and spaced.
    group : int
        Index into the scene's groups, or -1.
    state : {"taken", "empty", "reserved"}
    marks : tuple of str
        Keys of `seatplan.render.marks.MARKS`.
    rings : tuple of int
        Numbers of the notes that concern this seat.
    came : str
        Row and number of the seat from which who sits there has moved; empty for nobody.
    """

    seat: str
    area: str
    place: str
    row: int
    number: int
    block: int
    column: int
    position: float
    x: float
    y: float
    width: float
    depth: float
    facing: float
    cell: tuple[float, float, float, float, float]
    person: str
    name: str
    title: str
    rank: str
    group: int
    state: State
    marks: tuple[str, ...]
    rings: tuple[int, ...]
    came: str = ""


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row number, at an end of a row or in an aisle.

    Parameters
    ----------
    area : str
    row : int
    x, y : float
        In metres.
    facing : float
        Where the people of the row look, in degrees.
    away : float
        Direction away from the row, in degrees, at an end; NaN in an aisle, where the number is centred.
    room : float
        Metres that are free for it; infinite at an end.
    """

    area: str
    row: int
    x: float
    y: float
    facing: float
    away: float
    room: float


@dataclass(frozen=True, eq=False)
class GroupMark:
    """A delegation.

    Parameters
    ----------
    id, name : str
    count : int
        People who are seated.
    look : Look
    lines : tuple of (str, ndarray)
        Outlines with their areas, in metres, each drawn once round seats that hang together.
    strips : tuple of tuple of Place
        For each piece of three seats or more, the largest first: where the name can stand before the seats.
    fields : tuple of (str, Place, Place)
        Area, largest box and deepest box of each of these pieces, for charts without names.
    """

    id: str
    name: str
    count: int
    look: Look
    lines: tuple[tuple[str, Points], ...]
    strips: tuple[tuple[str, tuple[Place, ...]], ...]
    fields: tuple[tuple[str, Place, Place], ...]


@dataclass(frozen=True, slots=True)
class FixtureMark:
    """A thing that is no seat: its outline, its words, and the box for them."""

    kind: str
    label: str
    area: str
    outline: tuple[tuple[float, float], ...]
    place: Place


@dataclass(frozen=True, eq=False)
class Scene:
    """All that a chart shows, in metres.

    Parameters
    ----------
    title, venue, date, banner : str
    lang : {"zh", "en"}
    seats : tuple of SeatMark
    groups : tuple of GroupMark
    rows : tuple of RowMark
    fixtures : tuple of FixtureMark
    areas : mapping of str to (str, str)
        Kind and name of each area that is shown, in order.
    grids : mapping of str to Grid
        Their rows.
    notes : tuple of str
        Sentences about broken rules; note i has the number i + 1.
    hidden_notes : int
        How many more there are.
    verdict : str
        What the audit found, in words.
    facts : tuple of str
        What tells two prints apart: seed, plan.
    clean : bool or None
        None when nobody looked.
    draft : bool
    arrows : tuple of (float, float, float, float)
        Moves since an earlier plan, from seat to seat, in metres.
    """

    title: str
    venue: str
    date: str
    banner: str
    lang: Lang
    seats: tuple[SeatMark, ...]
    groups: tuple[GroupMark, ...]
    rows: tuple[RowMark, ...]
    fixtures: tuple[FixtureMark, ...]
    areas: dict[str, tuple[str, str]]
    grids: dict[str, Grid]
    notes: tuple[str, ...]
    hidden_notes: int
    verdict: str
    facts: tuple[str, ...]
    clean: bool | None
    draft: bool
    arrows: tuple[tuple[float, float, float, float], ...] = ()

    @property
    def seated(self) -> int:
        """How many people sit."""
        return sum(seat.state == "taken" for seat in self.seats)


def corners(x: Points, y: Points, width: Points, depth: Points, facing: Points) -> NDArray[np.float64]:
    """Return the corners of boxes, shape (n, 4, 2): front left, front right, back right, back left.

    Examples
    --------
    >>> one = np.ones(1)
    >>> corners(0 * one, 0 * one, 2 * one, 4 * one, 90 * one).round(9).tolist()
    [[[-1.0, 2.0], [1.0, 2.0], [1.0, -2.0], [-1.0, -2.0]]]
    """
    a = np.deg2rad(facing)
    ahead = np.column_stack([np.cos(a), np.sin(a)]) * depth[:, None] / 2
    right = np.column_stack([np.sin(a), -np.cos(a)]) * width[:, None] / 2
    middle = np.column_stack([x, y])
    found = [middle + ahead - right, middle + ahead + right, middle - ahead + right, middle - ahead - right]
    return np.stack(found, axis=1)
