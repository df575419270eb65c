"""The hall as cells of a sheet: where each seat goes, and which sides of it a delegation ends at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from seatplan.venue import Area, Seat, Venue

__all__ = ["Block", "blocks_of", "edges"]

Cell = tuple[int, int]
"""Row and column, from the top left."""


@dataclass(frozen=True)
class Block:
    """One area as cells, the stage's side at the top for a hall and at the bottom for a rostrum.

    Parameters
    ----------
    area : Area
    cells : mapping of (int, int) to Seat
        Seats by row and column; columns between blocks stay empty.
    rows : tuple of int
        Number of the row in each line of cells.
    width : int
        Columns.
    """

    area: Area
    cells: Mapping[Cell, Seat]
    rows: tuple[int, ...]
    width: int


def blocks_of(venue: Venue) -> tuple[Block, ...]:
    """Return the areas from the top of the page: rostrums, then the halls floor by floor.

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> stage, hall = blocks_of(from_drawing('''
    ...   ===
    ...   rr
    ...
    ...  ab ef
    ... '''))
    >>> [(cell, seat.id) for cell, seat in sorted(hall.cells.items())]
    [((0, 0), 'a'), ((0, 1), 'b'), ((0, 3), 'e'), ((0, 4), 'f')]
    """
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat in venue.seats:
        seats[seat.area].append(seat)
    areas = [area for area in venue.areas if seats[area.id]]
    order = sorted(areas, key=lambda area: (area.kind != "rostrum", area.floor))
    return tuple(_block(area, seats[area.id]) for area in order)


def _block(area: Area, seats: Sequence[Seat]) -> Block:
    # who looks at the stage has small x at the left of the page; the rostrum sees it the other way round
    away = area.kind == "rostrum"
    places = sorted({(seat.block, seat.column) for seat in seats}, reverse=away)
    columns: dict[tuple[int, int], int] = {}
    at = 0
    for place, before in zip(places, [None, *places], strict=False):
        at += before is not None and before[0] != place[0]  # an aisle
        columns[place] = at
        at += 1
    numbers = sorted({seat.row for seat in seats}, reverse=away)
    lines = {number: line for line, number in enumerate(numbers)}
    cells: dict[Cell, Seat] = {}
    for seat in seats:
        cell = lines[seat.row], columns[seat.block, seat.column]
        while cell in cells:
            cell = cell[0], cell[1] + 1
        cells[cell] = seat
    return Block(area, cells, tuple(numbers), max(column for _, column in cells) + 1)


def edges(
    cells: Iterable[Cell], mark: Callable[[Cell], str]
) -> Iterator[tuple[Cell, tuple[bool, bool, bool, bool]]]:
    """Yield for each cell on which sides (top, right, bottom, left) its delegation ends.

    Examples
    --------
    >>> marks = {(0, 0): "A", (0, 1): "A", (0, 2): "B"}
    >>> dict(edges(marks, lambda cell: marks.get(cell, "")))[(0, 1)]
    (True, True, True, False)
    """
    for cell in cells:
        row, column = cell
        around = ((row - 1, column), (row, column + 1), (row + 1, column), (row, column - 1))
        own = mark(cell)
        top, right, bottom, left = (own != "" and mark(other) != own for other in around)
        yield cell, (top, right, bottom, left)
