"""A venue of a builder, turned and put at a place of the room."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from seatplan.layout.set_up import CHAIR, SetUp
from seatplan.layout.shapes import Points, turning
from seatplan.venue import Fixture, Seat, Venue

__all__ = ["extent", "placed"]


def placed(venue: Venue, x: float, y: float, turn: float = 0.0) -> SetUp:
    """Return tables and chairs of a venue, turned by quarters about its origin and put at a place; no doors.

    Examples
    --------
    >>> from seatplan.venue import u_table
    >>> [(seat.x, seat.facing) for seat in placed(u_table(end=1, arms=1), 1.0, 0.0, 180).seats]
    [(-0.475, 0.0), (1.0, 90.0), (2.475, 180.0)]
    """
    seats = tuple(_put(seat, x, y, turn) for seat in venue.seats)
    tables = tuple(_stood(thing, x, y, turn) for thing in venue.fixtures if thing.kind != "door")
    return SetUp(seats, venue.areas, tables)


def _put(seat: Seat, x: float, y: float, turn: float) -> Seat:
    a, b = turning(turn) @ [seat.x, seat.y] + [x, y]
    facing = round((seat.facing + turn) % 360, 6)
    return replace(seat, x=round(float(a), 6) + 0.0, y=round(float(b), 6) + 0.0, facing=facing)


def _stood(thing: Fixture, x: float, y: float, turn: float) -> Fixture:
    """Return a thing whose sides stay along the axes: quarters swap its width and depth."""
    a, b = turning(turn) @ [thing.x, thing.y] + [x, y]
    width, depth = (thing.depth, thing.width) if round(turn / 90) % 2 else (thing.width, thing.depth)
    return replace(thing, x=round(float(a), 6) + 0.0, y=round(float(b), 6) + 0.0, width=width, depth=depth)


def extent(venue: Venue, *, clear: float, turn: float = 0.0) -> Points:
    """Return the least and largest x and y of chairs and tables with the floor that stays clear about them.

    Parameters
    ----------
    venue : Venue
    clear : float
        Metres behind chairs and beside tables.
    turn : float

    Returns
    -------
    ndarray, shape (2, 2)
        Least x and y, then largest.

    Examples
    --------
    >>> from seatplan.venue import long_table
    >>> extent(long_table(sides=2), clear=1.0).round(3).tolist()
    [[-2.19, -2.34], [2.19, 2.34]]
    """
    made = placed(venue, 0.0, 0.0, turn)
    spots = np.array([(seat.x, seat.y) for seat in made.seats]).reshape(-1, 2)
    corners = [spots - CHAIR / 2, spots + CHAIR / 2]
    for top in made.tables:
        middle, half = np.array([[top.x, top.y]]), np.array([[top.width, top.depth]]) / 2
        corners += [middle - half, middle + half]
    every = np.concatenate(corners)
    return np.array([every.min(axis=0) - clear, every.max(axis=0) + clear])
