"""Seats as marks: where the mark stands in its cell, who sits there, and what is remarkable about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.people import Person
from seatplan.plan import Plan
from seatplan.problem import Lang, Problem
from seatplan.render.changes import change_of
from seatplan.render.frame import Grid, Row
from seatplan.render.marks import marks_of
from seatplan.render.scene import SeatMark, State
from seatplan.render.wording import plain, spaced
from seatplan.render.words import say
from seatplan.venue import Seat, Venue

__all__ = ["STRIP", "seat_marks"]

STRIP = 0.30
"""Of the row pitch: the strip in front of the seats of a hall, where the names of delegations stand."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark in its cell: width of the seat pitch, depth of the row pitch, and how far it is moved back."""

    width: float
    depth: float
    back: float


CHAIR = Shape(0.91, 0.60, (STRIP - (1 - 0.60 - STRIP)) / 2)
PLATE = Shape(0.92, 0.76, 0.06)
SHAPES = {"rostrum": PLATE}
FILL = 0.95
"""Of seat pitch and row pitch: what a seat fills on charts without names."""
MOST_CELL = 2.2
MOST_DEPTH = 1.35
"""A mark is not deeper than this many times its width."""


def seat_marks(
    problem: Problem,
    plan: Plan,
    venue: Venue,
    grids: Mapping[str, Grid],
    *,
    groups: NDArray[np.intp],
    rings: Mapping[str, tuple[int, ...]],
    lang: Lang,
    before: Mapping[str, str] | None = None,
) -> Iterator[SeatMark]:
    """Yield a mark for each seat of the areas, area by area, row by row.

    Parameters
    ----------
    problem : Problem
    plan : Plan
    venue : Venue
        The problem's, with its floors apart.
    grids : mapping of str to Grid
    groups : ndarray of int, shape (seats,)
        Group of who sits there; -1 for none.
    rings : mapping of str to tuple of int
        Numbers of broken rules by seat.
    lang : {"zh", "en"}
    before : mapping of str to str, optional
        An earlier plan: what differs is marked.
    """
    teller = _Teller(problem, plan, lang, before or {})
    for grid in grids.values():
        shape = SHAPES.get(venue.area_by_id[grid.area].kind, CHAIR)
        for row in grid.rows:
            for i, x, y, facing, width, depth in _placed(venue, grid, row, shape):
                seat = venue.seats[i]
                deep = depth if shape is PLATE else min(grid.pitch * FILL, MOST_CELL * width)
                person = teller.person(seat.id)
                yield SeatMark(
                    seat=seat.id,
                    area=seat.area,
                    place=plain(seat.label),
                    row=seat.row,
                    number=seat.number,
                    block=seat.block,
                    column=seat.column,
                    position=seat.position,
                    x=x,
                    y=y,
                    width=width,
                    depth=depth,
                    facing=facing,
                    cell=(seat.x, seat.y, width * FILL / shape.width, deep, facing),
                    person=person.id if person else "",
                    name=teller.name(person),
                    title=plain(person.title) if person else "",
                    rank=str(person.rank) if person and person.rank is not None else "",
                    group=int(groups[i]),
                    state=teller.state(i, person),
                    marks=teller.marks(seat, person),
                    rings=rings.get(seat.id, ()),
                    came=teller.came(seat.id),
                )


def _placed(
    venue: Venue, grid: Grid, row: Row, shape: Shape
) -> Iterator[tuple[int, float, float, float, float, float]]:
    """Yield index, middle, facing, width and depth of the marks of a row."""
    facing = np.array([venue.seats[i].facing for i in row.seats])
    near = _nearest(venue.xyz[row.seats, :2], row.width)
    width = near * shape.width
    depth = np.minimum(grid.pitch * shape.depth, width * MOST_DEPTH)
    a = np.deg2rad(facing)
    back = grid.pitch * shape.back
    x, y = venue.xyz[row.seats, 0] - np.cos(a) * back, venue.xyz[row.seats, 1] - np.sin(a) * back
    columns = (x.tolist(), y.tolist(), facing.tolist(), width.tolist(), depth.tolist())
    yield from zip(row.seats.tolist(), *columns, strict=True)


def _nearest(xy: NDArray[np.float64], width: float) -> NDArray[np.float64]:
    """Return for each seat of a row the width that it has: to its nearest neighbour, at most the usual one."""
    if len(xy) < 2:
        return np.full(len(xy), width)
    steps = np.linalg.norm(np.diff(xy, axis=0), axis=1)
    sides = np.minimum(np.r_[np.inf, steps], np.r_[steps, np.inf])
    usual = float(np.median(sides))
    return np.asarray(np.minimum(sides, usual))


class _Teller:
    """Tells of each seat who sits there and why it is marked."""

    def __init__(self, problem: Problem, plan: Plan, lang: Lang, before: Mapping[str, str]) -> None:
        self.problem, self.plan, self.lang, self.before = problem, plan, lang, before
        self.left = set(before.values())
        self.pinned = {problem.people[person].id: seat for person, seat in problem.pinned.items()}
        self.kept = set(problem.kept_empty.tolist())

    def person(self, seat: str) -> Person | None:
        """Return who sits there; a stranger to the roster goes by the id."""
        key = self.plan.person_at(seat)
        return None if key is None else self.problem.roster.by_id.get(key) or Person(key, key)

    def name(self, person: Person | None) -> str:
        return "" if person is None else spaced(person.name) or say(self.lang, "no_name")

    def state(self, index: int, person: Person | None) -> State:
        return "taken" if person else "reserved" if index in self.kept else "empty"

    def marks(self, seat: Seat, person: Person | None) -> tuple[str, ...]:
        place = self.pinned.get(person.id) if person else None
        change = change_of(seat.id, self.plan, self.before, self.left)
        pinned = place == self.problem.venue.seat_index[seat.id]
        return marks_of(seat, person, pinned=pinned, change=change)

    def came(self, seat: str) -> str:
        """Return row and number of the seat from which somebody moved here; empty for nobody."""
        old = self.before.get(self.plan.person_at(seat) or "")
        if old is None or old == seat or old not in self.problem.venue.seat_index:
            return ""
        found = self.problem.venue.seat(old)
        return f"{found.row}-{found.number}"
