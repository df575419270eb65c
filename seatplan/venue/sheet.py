"""The cells of a drawing: what stands where, in characters and in metres."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from textwrap import dedent

from seatplan.errors import Fault, refuse
from seatplan.venue.numbering import row_positions
from seatplan.venue.seat import AreaKind

__all__ = ["Box", "Sheet", "is_name", "read_sheet"]

Box = tuple[int, int, int, int]
"""First line, first column, last line, last column."""

_SEATS = frozenset("rowc")
_MARKS = _SEATS | frozenset(". |=DdLSR#-")
_WORDS = ("主席台", "STAGE")
_THIN = 0.1
"""Depth of a door, in metres."""


def is_name(mark: str) -> bool:
    """Tell whether a mark is the name of a seat of the hall.

    Examples
    --------
    >>> [mark for mark in "aorD7" if is_name(mark)]
    ['a', '7']
    """
    return mark.isalnum() and mark not in _MARKS


def read_sheet(text: str, width: float, depth: float) -> Sheet:
    """Return the cells of a drawing, each so wide and so deep.

    Raises
    ------
    InputError
        For marks that are not of the alphabet, a drawing without seats, or a rostrum in the hall.

    Examples
    --------
    >>> read_sheet("oo!", 0.5, 0.9)
    Traceback (most recent call last):
    seatplan.errors.InputError: drawing line 1, column 3: no such mark '!'; see help(from_drawing)
    """
    for word in _WORDS:
        text = text.replace(word, "=" * len(word))
    lines = dedent(text.expandtabs().rstrip()).split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    sheet = Sheet([line.ljust(max(map(len, lines))) for line in lines], width, depth)
    refuse(_faults(sheet))
    return sheet


def _faults(sheet: Sheet) -> Iterator[Fault]:
    for (i, j), mark in sheet.cells.items():
        if mark not in _MARKS and not is_name(mark):
            mend = "see help(from_drawing)"
            yield Fault(f"drawing line {i + 1}, column {j + 1}", f"no such mark {mark!r}", mend)
    halls = sheet.rows("hall")
    for i in (i for i in sheet.rows("rostrum") if halls and i >= halls[0]):
        yield Fault(f"drawing line {i + 1}", "the rostrum is in the hall", "draw it above the hall's rows")
    if not sheet.kinds:
        yield Fault("drawing", "it has no seats", "draw seats as o, w, c or r")


@dataclass(frozen=True)
class Sheet:
    """A drawing as lines of equal length.

    Parameters
    ----------
    lines : sequence of str
    width, depth : float
        Metres of one cell.

    Examples
    --------
    >>> sheet = read_sheet("oo o", 0.5, 0.9)
    >>> sheet.rows("hall"), sheet.x(0), sheet.places(0)
    ([0], -0.75, {0: -1.5, 1: -0.5, 3: 0.5})
    """

    lines: Sequence[str]
    width: float
    depth: float

    @cached_property
    def cells(self) -> dict[tuple[int, int], str]:
        """The mark of each line and column that is not blank."""
        return {(i, j): mark for i, line in enumerate(self.lines) for j, mark in enumerate(line) if mark != " "}

    def has(self, marks: str) -> bool:
        """Tell whether any of these marks is drawn."""
        return not set(marks).isdisjoint(self.cells.values())

    @cached_property
    def _rows(self) -> dict[str, list[int]]:
        hall = {i for (i, _), mark in self.cells.items() if (mark in _SEATS or is_name(mark)) and mark != "r"}
        rostrum = {i for (i, _), mark in self.cells.items() if mark == "r"}
        return {"hall": sorted(hall), "rostrum": sorted(rostrum, reverse=True)}

    def rows(self, kind: str) -> list[int]:
        """Return the lines of an area's rows, from its front."""
        return self._rows[kind]

    @property
    def kinds(self) -> list[AreaKind]:
        """The areas that have seats."""
        known: tuple[AreaKind, ...] = ("rostrum", "hall")
        return [kind for kind in known if self.rows(kind)]

    @cached_property
    def edge(self) -> int:
        """The line under which the stage ends; without a stage, the one above the first row."""
        stage = [i for (i, _), mark in self.cells.items() if mark in "=r"]
        return max(stage) if stage else self.rows("hall")[0] - 1

    @cached_property
    def middle(self) -> float:
        """Columns left of the origin: of the stage, or without a stage of the hall."""
        wanted = [j for (_, j), mark in self.cells.items() if mark in "=r"]
        wanted = wanted or [j for i in self.rows("hall") for j in self._taken(i)]
        return (min(wanted) + max(wanted) + 1) / 2

    def x(self, column: float) -> float:
        """Return the metres of the middle of a column."""
        return (column + 0.5 - self.middle) * self.width

    def y(self, line: float) -> float:
        """Return the metres of the middle of a line."""
        return (self.edge + 0.5 - line) * self.depth

    def mark(self, line: int, column: int) -> str:
        """Return what is drawn in a cell; beyond the drawing nothing is."""
        return self.cells.get((line, column), " ")

    def _taken(self, line: int) -> list[int]:
        return [j for j, mark in enumerate(self.lines[line]) if mark in _SEATS or is_name(mark)]

    def places(self, line: int) -> dict[int, float]:
        """Return the signed position of each place of a row by column, negative at the left of the drawing.

        A missing seat is a place of its block; beside the last seat of a block it is floor like the aisle.
        """
        taken = self._taken(line)
        between = {j for a, b in pairwise(taken) for j in range(a, b) if set(self.lines[line][a + 1 : b]) <= {"."}}
        columns = sorted({*taken, *between})
        return dict(zip(columns, row_positions([self.x(j) for j in columns]), strict=True))

    def columns(self, kind: str) -> dict[int, int]:
        """Return the index of each column of the drawing that has seats, from the occupants' left."""
        taken = sorted({j for i in self.rows(kind) for j in self._taken(i)}, reverse=kind == "rostrum")
        return {j: k for k, j in enumerate(taken)}

    def blocks(self, kind: str) -> Mapping[tuple[int, int], int]:
        """Return the block of each place by line and column, from the occupants' left."""
        return self._blocks[kind]

    @cached_property
    def _blocks(self) -> dict[str, dict[tuple[int, int], int]]:
        return {kind: self._blocks_of(kind) for kind in self.kinds}

    def _blocks_of(self, kind: str) -> dict[tuple[int, int], int]:
        """Number blocks alike in all rows where aisles run through, else row by row."""
        runs = {i: _runs(list(self.places(i))) for i in self.rows(kind)}
        strips = _merged([run for row in runs.values() for run in row])
        through = all(len({_strip(strips, run) for run in row}) == len(row) for row in runs.values())
        found = {}
        for i, row in runs.items():
            frame = strips if through else row
            for run in row:
                k = _strip(frame, run)
                block = len(frame) - 1 - k if kind == "rostrum" else k
                found.update({(i, j): block for j in range(run[0], run[1] + 1)})
        return found

    def walls(self, kind: str, line: int, column: int) -> frozenset[str]:
        """Return the sides of a seat that touch a wall, as its occupant sees them."""
        left, right = column - 1, column + 1
        while self.mark(line, left) == ".":
            left -= 1
        while self.mark(line, right) == ".":
            right += 1
        around = ((line, left), (line, right), (line - 1, column), (line + 1, column))
        sides = ("right", "left", "back", "front") if kind == "rostrum" else ("left", "right", "front", "back")
        return frozenset(side for side, cell in zip(sides, around, strict=True) if self.mark(*cell) == "#")

    def things(self) -> Iterator[tuple[str, Box]]:
        """Yield what is no seat: its mark and its box."""
        stage = [cell for cell, mark in self.cells.items() if mark == "="]
        if stage:
            stage += [cell for cell, mark in self.cells.items() if mark == "r"]
            (top, bottom), (left, right) = ((min(side), max(side)) for side in zip(*stage, strict=True))
            yield "=", (top, left, bottom, right)
        yield from self._lines_of("#")
        yield from self._lines_of("-")
        for (i, j), mark in self.cells.items():
            if mark in "DdLSR":
                yield mark, (i, j, i, j)

    def _lines_of(self, mark: str) -> Iterator[tuple[str, Box]]:
        """Yield walls and cross aisles as long as they run: along lines, and what is left along columns."""
        alone = []
        for i, line in enumerate(self.lines):
            for a, b in _runs([j for j, other in enumerate(line) if other == mark]):
                if a < b or mark == "-":
                    yield mark, (i, a, i, b)
                else:
                    alone.append((a, i))
        for j in sorted({j for j, _ in alone}):
            for a, b in _runs(sorted(i for k, i in alone if k == j)):
                yield mark, (a, j, b, j)

    def size(self, mark: str, box: Box) -> tuple[float, float]:
        """Return width and depth of a thing in metres; a door lies along the wall or row end that it touches."""
        top, left, bottom, right = box
        wide, deep = (right - left + 1) * self.width, (bottom - top + 1) * self.depth
        if mark not in "Dd":
            return wide, deep
        lies = "#" in (self.mark(top, left - 1), self.mark(top, right + 1))
        return (wide, _THIN) if lies else (_THIN, deep)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each stretch of following numbers.

    Examples
    --------
    >>> _runs([1, 2, 3, 7])
    [(1, 3), (7, 7)]
    """
    stretches = (list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]))
    return [(run[0][1], run[-1][1]) for run in stretches]


def _merged(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the strips that overlapping runs form together, from the left."""
    strips: list[tuple[int, int]] = []
    for a, b in sorted(runs):
        if strips and a <= strips[-1][1]:
            strips[-1] = (strips[-1][0], max(b, strips[-1][1]))
        else:
            strips.append((a, b))
    return strips


def _strip(strips: Sequence[tuple[int, int]], run: tuple[int, int]) -> int:
    """Return which strip a run lies in."""
    return next(k for k, (a, b) in enumerate(strips) if a <= run[0] <= b)
