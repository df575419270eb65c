"""The drawing of a venue, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from seatplan.errors import Fault, refuse
from seatplan.venue.seat import COMPANION, WHEELCHAIR, Fixture, Seat
from seatplan.venue.sheet import is_name

if TYPE_CHECKING:
    from seatplan.venue.venue import Venue

__all__ = ["written"]

Cells = dict[tuple[int, int], str]
_MARKS = {"lectern": "L", "aisle": "-", "wall": "#", "stage": "="}


def written(venue: Venue) -> list[str]:
    """Return the lines of a venue's drawing; see `to_drawing`.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> written(from_drawing("oo wc"))
    ['oo wc']
    """
    grid = _Grid(venue)
    seats: Cells = {}
    refuse(_put_seats(grid, seats))
    cells: Cells = {}
    rows = {line for line, _ in seats}  # aisles between blocks are blank
    for kind in ("wall", "aisle", "door", "steps", "lectern"):
        for fixture in (fixture for fixture in venue.fixtures if fixture.kind == kind):
            box = (cell for cell in grid.box(fixture) if kind != "aisle" or cell[0] not in rows)
            cells.update(dict.fromkeys(box, _mark(fixture)))
    cells.update(seats)
    _put_gaps(grid, cells)
    for fixture in (fixture for fixture in venue.fixtures if fixture.kind == "stage"):
        _put_stage(grid, fixture, cells, seats)
    return _lines(cells)


class _Grid:
    """The cells into which a venue falls."""

    def __init__(self, venue: Venue) -> None:
        self.venue = venue
        self.width = min(area.seat_width for area in venue.areas)
        self.depth = min(area.row_pitch for area in venue.areas)
        self.left, self.top = float(venue.xyz[:, 0].min()), float(venue.xyz[:, 1].max())

    def cell(self, x: float, y: float) -> tuple[int, int]:
        """Return line and column; half-way between two cells it is the first."""
        across, down = (x - self.left) / self.width, (self.top - y) / self.depth
        return floor(down + 0.5 - 1e-6), floor(across + 0.5 - 1e-6)

    def of(self, seat: Seat) -> tuple[int, int]:
        """Return the cell of a seat."""
        return self.cell(seat.x, seat.y)

    def box(self, thing: Fixture) -> list[tuple[int, int]]:
        """Return the cells that a fixture fills, at least one."""
        wide, deep = max(thing.width - self.width, 0.0) / 2, max(thing.depth - self.depth, 0.0) / 2
        top, left = self.cell(thing.x - wide, thing.y + deep)
        bottom, right = self.cell(thing.x + wide, thing.y - deep)
        return [(i, j) for i in range(top, bottom + 1) for j in range(left, right + 1)]


def _put_seats(grid: _Grid, cells: Cells) -> Iterator[Fault]:
    """Put each seat into its cell, and yield those that find it taken."""
    taken: dict[tuple[int, int], Seat] = {}
    for seat in grid.venue.seats:
        cell = grid.of(seat)
        if cell in taken:
            where = f"seats {taken[cell].label!r} and {seat.label!r}"
            yield Fault(where, "they fall into one cell of the drawing", "draw straight rows of one floor only")
        taken[cell] = seat
        cells[cell] = _seat_mark(grid.venue, seat)


def _seat_mark(venue: Venue, seat: Seat) -> str:
    if venue.area_by_id[seat.area].kind == "rostrum":
        return "r"
    if seat.id == seat.label and len(seat.id) == 1 and is_name(seat.id):
        return seat.id
    return "w" if WHEELCHAIR in seat.features else "c" if COMPANION in seat.features else "o"


def _mark(fixture: Fixture) -> str:
    if fixture.kind == "door":
        return "D" if fixture.step_free else "d"
    if fixture.kind == "steps":
        return "R" if fixture.step_free else "S"
    return _MARKS[fixture.kind]


def _put_gaps(grid: _Grid, cells: Cells) -> None:
    """Put a dot wherever a seat is missing: inside a block, and between its end and a wall."""
    seats = [grid.venue.seats[i] for i in grid.venue.row_order]
    for a, b in pairwise(seats):
        if (a.area, a.row, a.block) == (b.area, b.row, b.block):
            (line, j), (_, k) = grid.of(a), grid.of(b)
            cells.update({(line, m): "." for m in range(min(j, k) + 1, max(j, k)) if (line, m) not in cells})
    for seat in seats:
        for side in seat.walls & {"left", "right"}:
            _put_dots_to_wall(grid.of(seat), 1 if (side == "right") == (seat.facing < 180) else -1, cells)


def _put_dots_to_wall(cell: tuple[int, int], step: int, cells: Cells) -> None:
    """Fill the cells from a seat to the next wall, when nothing stands between."""
    line, column = cell
    low, high = min(j for _, j in cells), max(j for _, j in cells)
    between = []
    while low <= (column := column + step) <= high and (line, column) not in cells:
        between.append((line, column))
    if cells.get((line, column)) == "#":
        cells.update(dict.fromkeys(between, "."))


def _put_stage(grid: _Grid, stage: Fixture, cells: Cells, seats: Cells) -> None:
    """Fill what is free of the stage: lines without seats, or else what lies beside the seats."""
    box, rows = grid.box(stage), {line for line, _ in seats}
    free = [(line, column) for line, column in box if line not in rows]
    for line, column in free or [cell for cell in box if _is_beside(cell, seats)]:
        cells.setdefault((line, column), "=")


def _is_beside(cell: tuple[int, int], seats: Cells) -> bool:
    row = [column for line, column in seats if line == cell[0]]
    return not min(row) < cell[1] < max(row)


def _lines(cells: Cells) -> list[str]:
    top, bottom = min(i for i, _ in cells), max(i for i, _ in cells)
    left, right = min(j for _, j in cells), max(j for _, j in cells)
    return [
        "".join(cells.get((i, j), " ") for j in range(left, right + 1)).rstrip() for i in range(top, bottom + 1)
    ]
