"""Tables: how far apart they are, and how many sit around a round one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import hypot

import numpy as np

from seatplan.codes.checks.hall import Hall
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.rounds import seat_arc
from seatplan.codes.formulas.tables import tables_apart
from seatplan.codes.pack import Pack
from seatplan.venue import Fixture
from seatplan.venue.near import metres_from

__all__ = ["table_findings"]

_JOINED = 0.01
"""Tables of a group that stand so close are one table, in metres."""


def table_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield tables that stand too close, and round tables with too many seats. Square fixtures are round tables.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import Fixture, Venue
    >>> tables = tuple(Fixture(f"t{k}", f"Table {k}", "table", 2.8 * k, -4, 1.524, 1.524) for k in (1, 2))
    >>> finding = check_venue(Venue("Room", (), (), tables), "practice")[0]
    >>> finding.place, finding.quantity.en, finding.found, finding.needed
    ('Table 1 and Table 2', 'gap between round tables', '50.24 in', '54 in')
    """
    tables = [fixture for fixture in hall.venue.fixtures if fixture.kind == "table"]
    for one, other in combinations(tables, 2):
        if _in_line(hall, one, other) or (one.area == other.area != "" and _gap(one, other) < _JOINED):
            continue
        place = hall.say("table", table=one.label, other=other.label)
        yield from _apart(hall, pack, _gap(one, other), place, one, other)
    if pack.says("table.wall"):
        for table in tables:
            yield from _wall(hall, pack, table)
    for table in filter(_is_round, tables):
        yield from _around(hall, pack, table)


def _is_round(table: Fixture) -> bool:
    return abs(table.width - table.depth) < 1e-6


def _gap(one: Fixture, other: Fixture) -> float:
    """Return the metres between two edges; oblong tables are measured along the axes in which they stand."""
    dx, dy = abs(one.x - other.x), abs(one.y - other.y)
    if _is_round(one) and _is_round(other):
        return hypot(dx, dy) - (one.width + other.width) / 2
    (w, d), (v, e) = _size(one), _size(other)
    return hypot(max(0.0, dx - (w + v) / 2), max(0.0, dy - (d + e) / 2))


def _size(table: Fixture) -> tuple[float, float]:
    """Return the width and depth of a table as it stands, turned by quarters."""
    return (table.depth, table.width) if round(table.turn / 90) % 2 else (table.width, table.depth)


def _apart(hall: Hall, pack: Pack, gap: float, place: str, one: Fixture, other: Fixture) -> Iterator[Finding]:
    if _one_sided(hall, one) and _one_sided(hall, other):
        key, sides = "table.oblong.one_sided", 1
    else:
        key, sides = (
            "table.rounds.least" if _is_round(one) and _is_round(other) else "table.oblong.back_to_back",
            2,
        )
    if pack.says(key):
        yield from hall.judge([pack.read(key)], gap, place)
    if sides == 2 and pack.says("table.chair") and pack.says("table.accessway"):
        readings = [pack.read("table.accessway"), pack.read("table.chair")]
        yield from hall.judge(readings, gap, place, needed=tables_apart(pack), asked="tables.apart")


def _one_sided(hall: Hall, table: Fixture) -> bool:
    """Tell whether a table belongs to a rostrum or to rows of a hall, where all sit behind their tables."""
    return bool(table.area) and hall.venue.area_by_id[table.area].kind in ("rostrum", "hall")


def _in_line(hall: Hall, one: Fixture, other: Fixture) -> bool:
    """Tell whether two tables of rows stand side by side, with no chairs between."""
    rows = _one_sided(hall, one) and _one_sided(hall, other) and one.area == other.area
    return rows and abs(one.y - other.y) < (_size(one)[1] + _size(other)[1]) / 2


def _wall(hall: Hall, pack: Pack, table: Fixture) -> Iterator[Finding]:
    """Judge the metres from a table's edge to the nearest wall: from its middle, or from its corners."""
    half = np.array(_size(table)) / 2
    corners = np.array([(i * half[0], j * half[1], 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1)])
    places = np.array([[table.x, table.y, 0.0]]) + (0.0 if _is_round(table) else corners)
    walls = [metres_from(f, places).min() for f in hall.venue.fixtures if f.kind == "wall"]
    if walls:
        gap = float(min(walls)) - (half[0] if _is_round(table) else 0.0)
        yield from hall.judge([pack.read("table.wall")], round(gap, 6), table.label)


def _around(hall: Hall, pack: Pack, table: Fixture) -> Iterator[Finding]:
    """Judge how much of its edge each seat of a round table has."""
    seats = [i for i, seat in enumerate(hall.venue.seats) if seat.area == table.area]
    kind = hall.venue.area_by_id[table.area].kind if table.area else ""
    if not seats or kind != "table":
        return
    for key in ("rounds.arc", "rounds.arc.comfort"):
        if pack.says(key):
            arc = seat_arc(table.width, len(seats))
            yield from hall.judge([pack.read(key)], arc, table.label, seats=seats)
