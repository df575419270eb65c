r"""A room as it looks, in text: `from_sketch` reads it.

The front is at the top. One character is half a metre wide and one line is a metre deep, or as told::

    +-----------------------+
    |        =======        |
    |        =======        |
    |                       D
    |     O           O     D
    |                       |
    |            +--DD------+
    |            |
    +--DD--------+

======= ====================================================================
``+``   corner: the middle of the mark is the place of the corner
``-|``  wall
``Dd``  door in the wall, and door with steps; marks in line are one door
``X``   closed door
``O``   pillar; of this and of all below, marks that touch form rectangles
``=``   stage
``:``   fixed aisle
``%``   kept clear
======= ====================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import dedent

from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.room import Room
from seatplan.layout.room_parts import Box, Door, Pillar, Place, Stage

__all__ = ["from_sketch"]

_MARKS = frozenset("+-|DdXO=:% ")
_DOORS = "DdX"
_WAYS = ((0, 1), (1, 0), (0, -1), (-1, 0))
"""Right, down, left, up."""
Cell = tuple[int, int]


def from_sketch(
    text: str, *, cell: tuple[float, float] = (0.5, 1.0), stage_height: float = 0.6, name: str = "Room"
) -> Room:
    """Return the room that a sketch shows.

    Parameters
    ----------
    text : str
        See the module for the alphabet. Common indentation and empty lines around it do not matter.
    cell : (float, float)
        Metres that a character is wide and a line is deep.
    stage_height : float
    name : str

    Returns
    -------
    Room
        The lowest corner at the left is near the origin.

    Raises
    ------
    InputError
        For marks that are not of the alphabet, walls that do not close, and all that `Room` refuses.

    Examples
    --------
    >>> room = from_sketch('''
    ...     +-------+
    ...     |  ===  |
    ...     |       D
    ...     +---D---+
    ... ''')
    >>> room.walls, [(door.x, door.y) for door in room.doors]
    (((0.0, 3.0), (4.0, 3.0), (4.0, 0.0), (0.0, 0.0)), [(4.0, 1.0), (2.0, 0.0)])
    """
    sheet = _Sketch(*_lines(text), cell)
    refuse(sheet.faults())
    stages = list(sheet.boxes("="))
    if len(stages) > 1:
        found = f"its marks = form {len(stages)} rectangles"
        raise InputError([Fault("sketch stage", found, "draw the stage as one rectangle; further podiums are %")])
    return Room(
        tuple(sheet.place(*corner) for corner in sheet.corners()),
        tuple(sheet.doors()),
        tuple(Pillar(x, y, width=w, depth=d) for x, y, w, d in sheet.boxes("O")),
        stage=next((Stage(*box, height=stage_height) for box in stages), None),
        aisles=tuple(Box(*box) for box in sheet.boxes(":")),
        keep_clear=tuple(Box(*box) for box in sheet.boxes("%")),
        name=name,
    )


def _lines(text: str) -> tuple[list[str], Cell]:
    """Return the lines of a sketch, and how many lines above it and columns before it were left out."""
    typed = text.expandtabs().rstrip().split("\n")
    lines = dedent("\n".join(typed)).split("\n")
    above = next((i for i, line in enumerate(lines) if line.strip()), 0)
    return lines[above:], (above, len(typed[above]) - len(lines[above]))


@dataclass(frozen=True)
class _Sketch:
    """The marks of a sketch."""

    lines: list[str]
    start: Cell
    cell: tuple[float, float]

    def where(self, at: Cell) -> str:
        """Return the place of a mark in the text as it was typed."""
        return f"sketch line {at[0] + self.start[0] + 1}, column {at[1] + self.start[1] + 1}"

    def mark(self, at: Cell) -> str:
        i, j = at
        return self.lines[i][j] if 0 <= i < len(self.lines) and 0 <= j < len(self.lines[i]) else " "

    def place(self, line: float, column: float) -> Place:
        """Return the metres of the middle of a mark."""
        return column * self.cell[0], (len(self.lines) - 1 - line) * self.cell[1]

    def cells(self, marks: str) -> list[Cell]:
        return [(i, j) for i, line in enumerate(self.lines) for j, mark in enumerate(line) if mark in marks]

    def faults(self) -> Iterator[Fault]:
        for i, line in enumerate(self.lines):
            for j, mark in enumerate(line):
                if mark not in _MARKS:
                    yield Fault(self.where((i, j)), f"no such mark {mark!r}", "see help(seatplan.layout.sketch)")
        if not self.cells("+"):
            yield Fault("sketch", "it has no corners", "draw the corners of the walls as +")

    def corners(self) -> list[Cell]:
        """Return the corners from the first in the text, round the walls; no other wall may be drawn."""
        start = at = self.cells("+")[0]
        way, corners, walls = 0, [start], {start}
        while True:
            at = self._next(at, way, walls)
            if at == start:
                refuse(self._astray(walls))
                return corners
            if at in corners:
                mend = "let each corner join two walls; inner walls and shafts are O"
                raise InputError([Fault(self.where(at), "the walls pass this corner twice", mend)])
            corners.append(at)
            way = self._turn(at, way)

    def _next(self, at: Cell, way: int, walls: set[Cell]) -> Cell:
        """Return the next corner along a wall, and add all marks on the way to it."""
        wall = ("-" if way % 2 == 0 else "|") + _DOORS
        step, i, j = _WAYS[way], *at
        while True:
            i, j = i + step[0], j + step[1]
            walls.add((i, j))
            if self.mark((i, j)) == "+":
                return i, j
            if self.mark((i, j)) not in wall:
                found = f"the wall from {self.where(at)} ends here"
                raise InputError([Fault(self.where((i, j)), found, "draw it on to the next corner, +")])

    def _astray(self, walls: set[Cell]) -> Iterator[Fault]:
        """Yield the first mark of each line that is drawn as wall or door but is on no wall of the room."""
        seen: set[int] = set()
        for i, j in self.cells("+-|" + _DOORS):
            if (i, j) not in walls and i not in seen:
                seen.add(i)
                found = f"this {self.mark((i, j))!r} is on no wall of the room"
                yield Fault(self.where((i, j)), found, "join it to the walls; inner walls and shafts are O")

    def _turn(self, at: Cell, way: int) -> int:
        """Return the way on from a corner: any but back, and straight on only when there is no other."""
        for turn in (1, 3, 0):
            on = (way + turn) % 4
            step = _WAYS[on]
            if self.mark((at[0] + step[0], at[1] + step[1])) in ("-" if on % 2 == 0 else "|") + _DOORS + "+":
                return on
        raise InputError([Fault(self.where(at), "no wall leads on from this corner", "draw - or | beside it")])

    def doors(self) -> Iterator[Door]:
        for line, column, wide, deep, mark in self._runs():
            x, y = self.place(line + (deep - 1) / 2, column + (wide - 1) / 2)
            width = deep * self.cell[1] if deep > 1 or self._in_upright((line, column)) else wide * self.cell[0]
            yield Door(x, y, width, step_free=mark != "d", closed=mark == "X")

    def _in_upright(self, at: Cell) -> bool:
        """Tell whether a door of one mark lies in a wall that runs up and down."""
        return any(self.mark((at[0] + step, at[1])) in "|+" for step in (-1, 1)) and not any(
            self.mark((at[0], at[1] + step)) == "-" for step in (-1, 1)
        )

    def _runs(self) -> Iterator[tuple[int, int, int, int, str]]:
        """Yield each door: first line and column, columns, lines and mark."""
        seen: set[Cell] = set()
        for i, j in self.cells(_DOORS):
            if (i, j) in seen:
                continue
            mark, wide, deep = self.mark((i, j)), 1, 1
            while self.mark((i, j + wide)) == mark:
                wide += 1
            while wide == 1 and self.mark((i + deep, j)) == mark:
                deep += 1
            seen |= {(i + a, j + b) for a in range(deep) for b in range(wide)}
            yield i, j, wide, deep, mark

    def boxes(self, mark: str) -> Iterator[tuple[float, float, float, float]]:
        """Yield the rectangles that marks form: middle, width and depth."""
        left = set(self.cells(mark))
        while left:
            i, j = min(left)
            wide = deep = 1
            while (i, j + wide) in left:
                wide += 1
            while all((i + deep, j + b) in left for b in range(wide)):
                deep += 1
            left -= {(i + a, j + b) for a in range(deep) for b in range(wide)}
            x, y = self.place(i + (deep - 1) / 2, j + (wide - 1) / 2)
            yield x, y, wide * self.cell[0], deep * self.cell[1]
