"""How many people sit between any two aisles: the table from which aisles are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.layout.rows.family import Family, Reach
from seatplan.layout.rows.rule import RowRule

__all__ = ["Blocks", "Edges", "Floats", "Ints", "Lines", "Linked", "block_table", "row_edges"]

Ints = NDArray[np.signedinteger[Any]]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Linked = tuple[Bools, Bools]
_EPS = 1e-6


@dataclass(frozen=True, eq=False)
class Lines:
    """Where aisles may run, by their middles in ``across``.

    Sources are the left wall, the aisles between rows, and side aisles at the left; sinks are the aisles between
    rows, side aisles at the right, and the right wall.

    Parameters
    ----------
    inner : ndarray
        Middles of aisles between rows, ascending.
    left, right : ndarray
        Middles of side aisles.
    """

    inner: Floats
    left: Floats
    right: Floats

    @cached_property
    def sources(self) -> Floats:
        """Middles of all that a block can begin at: the left wall first."""
        return np.concatenate(([-np.inf], self.inner, self.left))

    @cached_property
    def sinks(self) -> Floats:
        """Middles of all that a block can end at: the right wall last."""
        return np.concatenate((self.inner, self.right, [np.inf]))

    def source_half(self, aisle: float, side: float) -> Floats:
        """Return half the width of each source."""
        return np.concatenate(([0.0], np.full(len(self.inner), aisle), np.full(len(self.left), side)))

    def sink_half(self, aisle: float, side: float) -> Floats:
        """Return half the width of each sink."""
        return np.concatenate((np.full(len(self.inner), aisle), np.full(len(self.right), side), [0.0]))


@dataclass(frozen=True, eq=False)
class Edges:
    """Where blocks begin, or end, in one stretch of a row.

    Parameters
    ----------
    reach : Reach
    at : ndarray
        For each source or sink, where the block's part of the stretch begins or ends.
    open : ndarray of bool
        Whether one can leave it there.
    aisle : ndarray of bool
        Whether one leaves it by the aisle itself; else by a landing or a fixed aisle.
    """

    reach: Reach
    at: Floats
    open: Bools
    aisle: Bools


def row_edges(
    family: Family,
    strip: tuple[float, float],
    sources: tuple[Floats, Floats],
    sinks: tuple[Floats, Floats],
    linked: Linked | None = None,
) -> Iterator[tuple[Edges, Edges]]:
    """Yield the beginnings and the ends of blocks in each stretch of a row.

    Parameters
    ----------
    family : Family
    strip : (float, float)
    sources, sinks : (ndarray, ndarray)
        Middles, and halves of the widths, in ``across``.
    linked : (ndarray of bool, ndarray of bool), optional
        Which sources and sinks lead on from this row to a passage; by default all that are clear in the strip.

    Notes
    -----
    A stretch opens to an aisle that is clear over the whole strip, when nothing solid and nobody's seat lies
    between them.
    """
    reaches, walks = family.reaches(*strip), family.walks(*strip)
    of_source = _walk_of(walks, *sources, None if linked is None else linked[0])
    of_sink = _walk_of(walks, *sinks, None if linked is None else linked[1])
    begins, ends = sources[0] + sources[1], sinks[0] - sinks[1]
    for m, reach in enumerate(reaches):
        before = reaches[m - 1].right if m else -np.inf
        behind = reaches[m + 1].left if m + 1 < len(reaches) else np.inf
        mine = next(
            (i for i, walk in enumerate(walks) if walk[0] <= reach.left + _EPS and reach.right <= walk[1] + _EPS),
            -2,
        )
        by_source = (of_source == mine) & (begins > before - _EPS)
        by_sink = (of_sink == mine) & (ends < behind + _EPS)
        at_left, at_right = begins <= reach.left + _EPS, ends >= reach.right - _EPS
        yield (
            Edges(reach, np.maximum(begins, reach.left), by_source | (at_left & reach.left_open), by_source),
            Edges(reach, np.minimum(ends, reach.right), by_sink | (at_right & reach.right_open), by_sink),
        )


def _walk_of(
    walks: tuple[tuple[float, float], ...], middles: Floats, half: Floats, linked: Bools | None
) -> NDArray[np.intp]:
    """Return the stretch without anything solid in which each aisle lies with its whole width; -1 for none."""
    found = np.full(len(middles), -1, dtype=np.intp)
    for i, (left, right) in enumerate(walks):
        found[(middles - half >= left - _EPS) & (middles + half <= right + _EPS)] = i
    if linked is not None:
        found[~linked] = -1
    return found


@dataclass(frozen=True, eq=False)
class Blocks:
    """What lies between any source and any sink.

    Parameters
    ----------
    seats : ndarray of int, shape (sources, sinks)
        Persons.
    to_source, to_sink : ndarray of int
        How many of them leave by the aisle at the left, and at the right: half of a row with an aisle at both
        ends, the middle one by either; empty where nobody asks.
    """

    seats: Ints
    to_source: Ints = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int32))
    to_sink: Ints = field(default_factory=lambda: np.zeros((0, 0), dtype=np.int32))


def block_table(
    family: Family,
    rule: RowRule,
    lines: Lines,
    strip: tuple[float, float],
    linked: Linked | None = None,
    *,
    loads: bool = False,
) -> Blocks:
    """Return how many people a row seats between any source and any sink.

    Parameters
    ----------
    family : Family
    rule : RowRule
    lines : Lines
    strip : (float, float)
        Of the row.
    linked : (ndarray of bool, ndarray of bool), optional
        As for `row_edges`.
    loads : bool
        Whether to count who leaves by which aisle.

    Returns
    -------
    Blocks
        Each stretch that the aisles and what stands in the row leave counts as far as it is open at an end:
        its limit is that of rows with an aisle at both ends, or at one.

    Examples
    --------
    >>> from seatplan.layout import Room
    >>> from seatplan.layout.ground import ground
    >>> from seatplan.layout.rows.family import Straight
    >>> rows = Straight(ground(Room(((0, 0), (12, 0), (12, 6), (0, 6)))), 1.5)
    >>> lines = Lines(np.array([-3.0, 3.0]), np.empty(0), np.empty(0))
    >>> found = block_table(rows, RowRule(unit=0.5, aisle=1.0), lines, (2.0, 2.9), loads=True)
    >>> found.seats.tolist(), found.to_sink.tolist()
    ([[5, 11, 0], [0, 10, 11], [0, 0, 5]], [[5, 11, 0], [0, 5, 0], [0, 0, 0]])
    """
    half = [family.half(width, strip[0]) for width in (rule.aisle, rule.side_aisle)]
    sources, sinks = (lines.sources, lines.source_half(*half)), (lines.sinks, lines.sink_half(*half))
    total = [np.zeros((len(lines.sources), len(lines.sinks)), dtype=np.int32) for _ in range(3 if loads else 1)]
    for begin, end in row_edges(family, strip, sources, sinks, linked):
        persons = _persons(rule, family.scale(strip[0]), begin, end)
        total[0] += persons
        if loads:
            half_of = np.where(begin.open[:, None] & end.open[None, :], (persons + 1) // 2, persons)
            total[1] += half_of * begin.aisle[:, None]
            total[2] += half_of * end.aisle[None, :]
    return Blocks(*(table.astype(np.int16) for table in total))


def _persons(rule: RowRule, scale: float, begin: Edges, end: Edges) -> Ints:
    step = (rule.unit + rule.gap) * scale
    units = (end.at[None, :] - begin.at[:, None] + (rule.gap * scale + _EPS)) * (1 / step)
    count = np.maximum(units, 0.0).astype(np.int32)
    most = np.array([0, rule.one, max(rule.both, rule.one)], dtype=np.int32) // rule.persons
    limit = most[begin.open[:, None].astype(np.int8) + end.open[None, :].astype(np.int8)]
    return np.asarray(np.minimum(count, limit) * np.int32(rule.persons))
