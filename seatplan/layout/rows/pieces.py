"""The stretches of rows in which people sit, and where they leave them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from seatplan.layout.rows.block_table import Edges, Floats, Lines, row_edges
from seatplan.layout.rows.family import Family
from seatplan.layout.rows.gangways import Gangways
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.rows.sets import RowSet

__all__ = ["Aisle", "Piece", "aisles_of", "pieces_of"]

_BESIDE = 0.55


@dataclass(frozen=True, slots=True)
class Aisle:
    """An aisle: its middle in ``across``, its width in metres, and at which end of the rows it is a side aisle."""

    middle: float
    width: float
    side: Literal["", "left", "right"] = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row between aisles, walls and pillars.

    Parameters
    ----------
    row, block : int
        From the front, and from the left; both from 0.
    strip : (float, float)
        Metres from the front.
    left, right : float
        Ends of what is free, in ``across``.
    exits : (float or None, float or None)
        Where one leaves at the left end and at the right one: ``across`` of the middle of the aisle, or of a
        place on the landing; None where one does not.
    """

    row: int
    block: int
    strip: tuple[float, float]
    left: float
    right: float
    exits: tuple[float | None, float | None]

    def persons(self, rule: RowRule, scale: float) -> int:
        """Return how many people sit here."""
        ends = sum(end is not None for end in self.exits)
        most = (0, rule.one, max(rule.both, rule.one))[ends]
        units = min(rule.holds((self.right - self.left) / scale) // rule.persons, most // rule.persons)
        return max(0, units) * rule.persons

    def extent(self, rule: RowRule, scale: float, persons: int) -> tuple[float, float]:
        """Return the ends of the chairs, in ``across``: at the only aisle, or in the middle between two."""
        length = rule.length(persons) * scale
        if self.exits[0] is not None and self.exits[1] is not None:
            left = (self.left + self.right - length) / 2
        else:
            left = self.left if self.exits[0] is not None else self.right - length
        return left, left + length


def aisles_of(lines: Lines, rule: RowRule, chosen: Gangways) -> tuple[Aisle, ...]:
    """Return the aisles of a choice from the left; side aisles stand first and last.

    Examples
    --------
    >>> lines = Lines(np.array([-3.0, 3.0]), np.empty(0), np.empty(0))
    >>> aisles_of(lines, RowRule(aisle=1.0), Gangways(9, 0, (1,), 2))
    (Aisle(middle=3.0, width=1.0, side=''),)
    """
    inner = len(lines.inner)
    places = [Aisle(float(lines.inner[i]), rule.aisle) for i in chosen.inner]
    if chosen.source > inner:
        places.insert(0, Aisle(float(lines.sources[chosen.source]), rule.side_aisle, "left"))
    if inner <= chosen.sink < len(lines.sinks) - 1:
        places.append(Aisle(float(lines.sinks[chosen.sink]), rule.side_aisle, "right"))
    return tuple(places)


def pieces_of(family: Family, rows: RowSet, aisles: Sequence[Aisle]) -> Iterator[Piece]:
    """Yield the stretches that aisles leave of rows, row by row from the front.

    Parameters
    ----------
    family : Family
    rows : RowSet
    aisles : sequence of Aisle
        From the left. Nobody sits outside of a side aisle.
    """
    inner = [aisle for aisle in aisles if not aisle.side]
    first = next((aisle for aisle in aisles if aisle.side == "left"), Aisle(-np.inf, 0.0))
    last = next((aisle for aisle in aisles if aisle.side == "right"), Aisle(np.inf, 0.0))
    sources, sinks = [first, *inner], [*inner, last]
    for row, strip in enumerate(rows.strips):
        begins, ends = (_marks(family, marks, strip[0]) for marks in (sources, sinks))
        for begin, end in row_edges(family, strip, begins, ends):
            yield from _pieces(row, strip, begin, end, (sources, sinks))


def _marks(family: Family, aisles: Sequence[Aisle], near: float) -> tuple[Floats, Floats]:
    middles = np.array([aisle.middle for aisle in aisles])
    return middles, np.array([family.half(aisle.width, near) if aisle.width else 0.0 for aisle in aisles])


def _pieces(
    row: int,
    strip: tuple[float, float],
    begin: Edges,
    end: Edges,
    marks: tuple[Sequence[Aisle], Sequence[Aisle]],
) -> Iterator[Piece]:
    """Yield what the aisles leave of one stretch of a row."""
    for block, (source, sink) in enumerate(zip(*marks, strict=True)):
        left, right = float(begin.at[block]), float(end.at[block])
        if right - left > 1e-6:
            exits = _exit(begin, block, source, left - _BESIDE), _exit(end, block, sink, right + _BESIDE)
            yield Piece(row, block, strip, left, right, exits)


def _exit(edges: Edges, block: int, aisle: Aisle, landing: float) -> float | None:
    if not edges.open[block]:
        return None
    return aisle.middle if edges.aisle[block] else landing
