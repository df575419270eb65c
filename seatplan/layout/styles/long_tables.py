"""Long tables with people on both sides, across the room or along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Literal

import numpy as np

from seatplan.codes import Code
from seatplan.errors import Fault, InputError
from seatplan.layout.code_limits import ask, binding, needed
from seatplan.layout.finished import finished
from seatplan.layout.ground import Ground, ground, stage_with_clearance
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.rows.space_demand import SpaceDemand
from seatplan.layout.rows.spans import straight_spans
from seatplan.layout.said import Said
from seatplan.layout.set_up import TAKEN, Claim, SetUp, TableWish, most_allowed
from seatplan.layout.shapes import Points, turning
from seatplan.layout.usual import usual
from seatplan.layout.wheelchairs.enough import enough_places, wheelchair_way
from seatplan.venue import Area, Fixture, Seat
from seatplan.venue.lines import refuse_numbers
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring

__all__ = ["long_tables"]

_OUT, _BACK = 0.35, 0.133
_STEP = 0.05
_FT30 = 9.144
"""Farthest way from a seat to a point with two ways (codes.md 2.6): runs of tables are at most twice as long."""
_WORDS: dict[Language, tuple[str, str]] = {"en": ("Table {}", "Table {} seat "), "zh": ("{}桌", "{}桌")}


@dataclass(frozen=True, kw_only=True)
class LongRule:
    """The measures of long tables, in metres; ``persons`` sit on each side of one."""

    length: float
    depth: float
    persons: int
    gap: float
    wall: float
    aisle: float
    joined: int

    @property
    def taken(self) -> float:
        """Depth of a table with the floor that stays free of walls and pillars."""
        return self.depth + 2 * max(_OUT + _BACK, self.wall)

    @property
    def pitch(self) -> float:
        """Metres from table to table."""
        return self.depth + max(2 * (_OUT + _BACK), self.gap)

    def runs(self, length: float) -> list[int]:
        """Return the tables of each run in a stretch, with an aisle at both ends of each."""
        most, count = [], 1
        while count * (self.length + self.aisle) + self.aisle <= length + 1e-6:
            tables = min(int((length + 1e-6 - (count + 1) * self.aisle) / self.length), count * self.joined)
            most.append((tables, -count))
            count += 1
        tables, runs = max(most, default=(0, -1))
        return [tables * (k + 1) // -runs - tables * k // -runs for k in range(-runs)] if tables else []


@dataclass(frozen=True, eq=False)
class _Bands:
    """Rows of long tables in a plane in which they lie level."""

    walls: Points
    things: tuple[Points, ...]
    rule: LongRule

    @cached_property
    def heights(self) -> list[float]:
        """Upper ends of rows that are tried, from the top."""
        low, high = float(self.walls[:, 1].min()), float(self.walls[:, 1].max())
        corners = np.concatenate([outline[:, 1] for outline in (self.walls, *self.things)])
        every = np.concatenate((np.arange(high, low, -_STEP), corners, corners + self.rule.taken)).round(6)
        return sorted({float(y) for y in every if low + self.rule.taken - 1e-6 <= y <= high + 1e-6}, reverse=True)

    def spans(self, high: float) -> list[tuple[float, float]]:
        return straight_spans(self.walls, self.things, high - self.rule.taken, high)

    def best(self) -> list[float]:
        """Return the rows that hold most tables: each height with the best ones far enough above it."""
        heights = self.heights
        value = [sum(sum(self.rule.runs(b - a)) for a, b in self.spans(y)) for y in heights]
        top: list[tuple[int, int]] = [(0, -1)]
        before: list[int] = []
        at = -np.array(heights)
        for i, y in enumerate(heights):
            j = int(np.searchsorted(at, -(y + self.rule.pitch) + 1e-9, side="right"))
            total, last = top[j]
            before.append(last)
            top.append(max(top[-1], (total + value[i], i), key=lambda one: one[0]))
        chosen, i = [], top[-1][1]
        while i >= 0:
            chosen.append(heights[i])
            i = before[i]
        return chosen[::-1]

    def tables(self) -> list[tuple[float, float, int]]:
        """Return middle across, middle in height and number of tables of each run."""
        found = []
        for y in self.best():
            for left, right in self.spans(y):
                runs = self.rule.runs(right - left)
                free = (right - left - sum(runs) * self.rule.length) / (len(runs) + 1)
                for k, tables in enumerate(runs):
                    start = left + (k + 1) * free + sum(runs[:k]) * self.rule.length
                    found.append((start + tables * self.rule.length / 2, y - self.rule.taken / 2, tables))
        return found


def long_tables(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    direction: Literal["best", "across", "along"] = "best",
    length: float = 2.4384,
    depth: float = 0.762,
    persons: int = 4,
    gap: float | None = None,
    wall: float | None = None,
    aisle: float | None = None,
    first: float = 0.5,
    language: Language = "en",
) -> Layout:
    """Return long tables with people on both sides, joined to runs with an aisle at both ends.

    Parameters
    ----------
    room, code, people, language
        As for `lay_out`.
    direction : {"best", "across", "along"}
        How the tables lie, as seen by somebody who faces the front.
    length, depth : float
        Of a table; by default 8 ft by 30 in.
    persons : int
        On each side of a table.
    gap, wall : float, optional
        From edge to edge of tables back to back, and from an edge to walls and pillars; by default 60 in and
        48 in (codes.md 3.4).
    aisle : float, optional
        Width of the aisles at the ends; by default the code's, or 36 in.
    first : float
        Metres from the stage to the first chairs.

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If not a single table has room, and for measures that are not positive.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = long_tables(Room(rectangle(9, 6)))
    >>> found.count, found.bound
    (32, 32)
    """
    rule = LongRule(
        length=length,
        depth=depth,
        persons=persons,
        gap=usual("table.oblong.back_to_back") if gap is None else gap,
        wall=usual("table.wall") if wall is None else wall,
        aisle=ask(usual("table.oblong.one_sided"), needed, binding(code), "table.aisle")
        if aisle is None
        else aisle,
        joined=max(1, int(2 * _FT30 / length)) if length > 0 else 1,
    )
    measures = {"length": length, "depth": depth, "gap": rule.gap, "wall": rule.wall, "aisle": rule.aisle}
    refuse_numbers("long tables", {"persons": (persons, 1)}, measures)
    here, wish = ground(room), TableWish(style="", code=code, people=people, language=language)
    rules = _rules(rule, code, wall is None, aisle is None)
    return enough_places(partial(_best, here, rule, wish, direction, first) for rule in rules)


def _rules(rule: LongRule, code: Code | None, wall: bool, aisle: bool) -> Iterator[LongRule]:
    """Yield a rule, and with a code one that leaves wheelchairs a way along walls and at the ends, if it may."""
    yield rule
    way = wheelchair_way(code)
    if way is not None and (wall or aisle):
        yield replace(
            rule,
            wall=max(rule.wall, way + TAKEN) if wall else rule.wall,
            aisle=max(rule.aisle, way) if aisle else rule.aisle,
        )


def _best(here: Ground, rule: LongRule, wish: TableWish, direction: str, first: float) -> Layout:
    found = {turn: _laid(here, rule, turn, first) for turn in _TURNS[direction]}
    turn = max(found, key=lambda turn: sum(tables for *_, tables in found[turn]))
    runs, most = found[turn], 2 * rule.persons * sum(tables for *_, tables in found[turn])
    if not runs:
        mend = "give a larger room or smaller tables"
        raise InputError([Fault(f"room {here.room.name!r}", "no long table has room in it", mend)])
    wanted = max(0, most_allowed(here, wish))
    spare = SpaceDemand(binding(wish.code)).needed(min(wanted, most))
    set_up = _set_up(runs, rule, turn, wanted + spare, wish.language)
    claim = Claim(most, _proof(rule, direction), 0, (("gap", round(rule.gap, 4)), ("aisle", round(rule.aisle, 4))))
    return finished(here, set_up, replace(wish, style=f"long tables {_NAMES[turn]}"), claim)


_TURNS: dict[str, tuple[float, ...]] = {"best": (0.0, 90.0), "across": (0.0,), "along": (90.0,)}
_NAMES = {0.0: "across", 90.0: "along"}


def _laid(here: Ground, rule: LongRule, turn: float, first: float) -> list[tuple[float, float, int]]:
    things = (*here.solid, *here.open, *stage_with_clearance(here, first))
    matrix = turning(-turn)
    bent = tuple(np.round(outline @ matrix.T, 9) for outline in things)
    return _Bands(np.round(here.walls @ matrix.T, 9), bent, rule).tables()


def _set_up(
    runs: Sequence[tuple[float, float, int]], rule: LongRule, turn: float, wanted: int, language: Language
) -> SetUp:
    """Return runs of tables with chairs, those near the front first; the last is not full."""
    matrix = turning(turn)
    middles = [(*(matrix @ [x, y]), tables) for x, y, tables in runs]
    middles.sort(key=lambda one: (-round(float(one[1]), 3), float(one[0])))
    parts = [_run(k, one, rule, turn, language) for k, one in enumerate(middles, 1)]
    seats = [seat for one, _, _ in parts for seat in one][:wanted]
    made = SetUp(
        tuple(seats), tuple(area for _, area, _ in parts), tuple(top for *_, tops in parts for top in tops)
    )
    return made.kept(seats)


def _run(
    number: int, run: Sequence[float], rule: LongRule, turn: float, language: Language
) -> tuple[list[Seat], Area, list[Fixture]]:
    label, name = (word.format(number) for word in _WORDS[language])
    x, y, tables = float(run[0]), float(run[1]), int(run[2])
    each = rule.length / rule.persons
    area = Area(f"table-{number}", label, "ring", 1, round(each, 6), round(each, 6))
    seats = Ring(area, name, language).seats(list(_places((x, y), tables * rule.persons, each, rule, turn)))
    wide, deep = tables * rule.length, rule.depth
    width, depth = (deep, wide) if turn else (wide, deep)
    top = Fixture(
        f"{area.id}-top",
        label,
        "table",
        round(x, 6),
        round(y, 6),
        round(width, 6),
        round(depth, 6),
        area=area.id,
        height=0.75,
    )
    ordered = sorted(seats, key=lambda seat: (abs(seat.position), seat.number))
    return ordered, area, [top]


def _places(
    middle: tuple[float, float], count: int, width: float, rule: LongRule, turn: float
) -> Iterator[tuple[float, float, float]]:
    """Yield the places of both sides, from the middle of the far one towards the right hand and round."""
    out = rule.depth / 2 + _OUT
    far = [((count - 1) / 2 - k) * width for k in range(count)]
    ring = [(x, out, 270.0) for x in far] + [(x, -out, 90.0) for x in reversed(far)]
    start = count // 2
    for x, y, facing in (*ring[start:], *ring[:start]):
        a, b = turning(turn) @ [x, y]
        yield middle[0] + float(a), middle[1] + float(b), (facing + turn) % 360


def _proof(rule: LongRule, direction: str) -> Said:
    ways = Said("across and along" if direction == "best" else direction)
    return Said("long tables", {"ways": ways, "step": _STEP, "pitch": rule.pitch, "joined": rule.joined})
