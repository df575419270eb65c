"""Rows, unrolled: every area seen as straight rows of cells, whatever its rows look like in the room.

``u`` runs along a row to the occupants' right, ``v`` from the front row backwards, both in metres. Straight
rows are turned, curved rows are unrolled about the point that all their seats face. What is asked of cells
(who sits beside and behind whom, the outline of a delegation) is then asked of intervals on lines.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from seatplan.venue import Venue

__all__ = ["Frame", "Grid", "Row", "frame_of", "grid_of"]

Points = NDArray[np.float64]
Numbers = NDArray[np.float64]

COHERENT = 0.5
"""Metres by which lines of sight may miss the common point of curved rows."""
TOUCHING = 1.6
"""Rows this many row pitches apart or nearer have no cross aisle between them."""


@dataclass(frozen=True, eq=False)
class Frame:
    """How to unroll an area and roll it up again.

    Parameters
    ----------
    facing : float
        Direction of straight rows, or of the middle of curved rows, in degrees.
    centre : ndarray or None
        The point that curved rows face, in metres; None for straight rows.
    radius : float
        Distance from the centre at which ``u`` has its true length.
    """

    facing: float
    centre: Points | None = None
    radius: float = 1.0

    @cached_property
    def _axes(self) -> Points:
        """Unit vectors of ``u`` and ``v`` as rows."""
        a = np.deg2rad(self.facing)
        return np.array([[np.sin(a), -np.cos(a)], [-np.cos(a), -np.sin(a)]])

    def unroll(self, xy: Points) -> Points:
        """Return (u, v) of points in metres."""
        if self.centre is None:
            return np.asarray(xy @ self._axes.T)
        across, back = ((xy - self.centre) @ self._axes.T).T
        return np.column_stack([np.arctan2(across, back) * self.radius, np.hypot(across, back)])

    def roll(self, uv: Points) -> Points:
        """Return points in metres of (u, v)."""
        if self.centre is None:
            return np.asarray(uv @ self._axes)
        angle, v = uv[:, 0] / self.radius, uv[:, 1]
        return np.asarray(np.column_stack([v * np.sin(angle), v * np.cos(angle)]) @ self._axes + self.centre)

    def turn(self, uv: Points) -> Numbers:
        """Return the direction in which an occupant of each point (u, v) looks, in degrees."""
        if self.centre is None:
            return np.full(len(uv), self.facing)
        return self.facing + np.rad2deg(uv[:, 0] / self.radius)

    def stretch(self, v: float) -> float:
        """Return the true length at ``v`` of one metre of ``u``."""
        return v / self.radius if self.curved else 1.0

    @property
    def curved(self) -> bool:
        """Whether the rows are arcs."""
        return self.centre is not None


def frame_of(xy: Points, facing: Numbers) -> Frame:
    """Return the frame in which the seats' rows are straight.

    Parameters
    ----------
    xy : ndarray, shape (seats, 2)
    facing : ndarray, shape (seats,)
        Degrees.

    Examples
    --------
    >>> frame_of(np.array([[0.0, -1.0], [1.0, -1.0]]), np.array([90.0, 90.0])).curved
    False
    """
    sight = np.column_stack([np.cos(np.deg2rad(facing)), np.sin(np.deg2rad(facing))])
    mean = sight.mean(axis=0)
    middle = float(np.rad2deg(np.arctan2(mean[1], mean[0]))) % 360
    if np.ptp((facing - middle + 180) % 360) < 1.0:
        return Frame(middle)
    across = np.eye(2) - sight[:, :, None] * sight[:, None, :]
    centre = np.linalg.lstsq(across.sum(axis=0), (across @ xy[:, :, None]).sum(axis=0)[:, 0], rcond=None)[0]
    miss = np.linalg.norm((across @ (xy - centre)[:, :, None])[:, :, 0], axis=1)
    if miss.max() > COHERENT:
        return Frame(middle)
    return Frame(middle, centre, float(np.linalg.norm(xy - centre, axis=1).mean()))


@dataclass(frozen=True, eq=False)
class Row:
    """One row of an area.

    Parameters
    ----------
    number : int
    seats : ndarray of int
        Indices of its seats by ``u``.
    u, v : ndarray
        Where they stand.
    width : float
        Of one cell, along ``u``.
    """

    number: int
    seats: NDArray[np.intp]
    u: Numbers
    v: Numbers
    width: float

    @cached_property
    def level(self) -> float:
        """Mean of ``v``."""
        return float(self.v.mean())

    def back(self, u: Numbers) -> Numbers:
        """Return ``v`` of the row at places ``u``, level beyond its ends."""
        return np.interp(u, self.u, self.v)


@dataclass(frozen=True, eq=False)
class Grid:
    """The rows of one area, front row first.

    Parameters
    ----------
    area : str
    frame : Frame
    rows : tuple of Row
    pitch : float
        From row to row, in metres.
    """

    area: str
    frame: Frame
    rows: tuple[Row, ...]
    pitch: float

    def part(self, members: NDArray[np.bool_]) -> Grid:
        """Return the grid of some of the seats, shape (seats of the venue,), with their cells as they are."""
        cut = (_cut(row, members[row.seats]) for row in self.rows)
        return replace(self, rows=tuple(row for row in cut if len(row.seats)))

    def touching(self, k: int) -> bool:
        """Tell whether no cross aisle lies between row ``k`` and the next."""
        if not 0 <= k < len(self.rows) - 1:
            return False
        return bool(abs(self.rows[k + 1].level - self.rows[k].level) <= TOUCHING * self.pitch)


def grid_of(venue: Venue, area: str) -> Grid:
    """Return the unrolled rows of one area.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat
    >>> seats = tuple(Seat(f"s{i}", f"{i}", "h", 1, i, float(i), x=0.5 * i) for i in range(3))
    >>> grid_of(Venue("Room", seats, (Area("h", "Hall", "hall"),)), "h").rows[0].width
    0.5
    """
    members = venue.seats_of(area)
    xy, facing = venue.xyz[members, :2], np.array([venue.seats[i].facing for i in members])
    frame = frame_of(xy, facing)
    uv = frame.unroll(xy)
    facts = venue.area_by_id[area]
    numbers = venue.rows[members]
    rows = [_row(int(n), members[numbers == n], uv[numbers == n], facts.seat_width) for n in np.unique(numbers)]
    rows.sort(key=lambda row: row.level)
    return Grid(area, frame, tuple(rows), _pitch(rows, facts.row_pitch))


def _row(number: int, seats: NDArray[np.intp], uv: Points, width: float) -> Row:
    order = np.argsort(uv[:, 0], kind="stable")
    u, v = uv[order].T
    return Row(number, seats[order], u, v, _spacing(u, width))


def _cut(row: Row, chosen: NDArray[np.bool_]) -> Row:
    return replace(row, seats=row.seats[chosen], u=row.u[chosen], v=row.v[chosen])


def _spacing(u: Numbers, width: float) -> float:
    """Return the usual distance of neighbours; aisles and missing seats are wider and don't count."""
    steps = np.diff(u)
    steps = steps[steps < 1.6 * max(width, float(steps.min(initial=width)))]
    return float(np.median(steps)) if len(steps) else width


def _pitch(rows: list[Row], pitch: float) -> float:
    steps = np.diff([row.level for row in rows])
    return float(np.median(steps)) if len(steps) and np.median(steps) > 0.2 else pitch
