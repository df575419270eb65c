"""Wheelchair spaces: number, size, companions, step-free ways, and where they lie."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seatplan.codes.checks.hall import Hall
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.companions import unaccompanied
from seatplan.codes.formulas.dispersion import keeps_to_middle, need_not_vary_in_distance
from seatplan.codes.pack import Pack
from seatplan.venue import COMPANION, WHEELCHAIR

__all__ = ["wheelchair_findings"]

_LEVEL = 0.0005
_AT_TABLE = 0.6
"""Whoever sits at a table is not farther from its edge, in metres."""


def wheelchair_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield what is wrong with the wheelchair spaces of the halls.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=10, blocks="10,14,10", language="en")
    >>> [str(f) for f in check_venue(hall, "gb-55019-2021")]
    ['advise: Hall: wheelchair spaces 0 spaces, at least 2 spaces (GB 55019-2021 3.5, unconfirmed)']
    """
    spaces = np.intersect1d(hall.venue.with_feature(WHEELCHAIR), hall.audience).tolist()
    seats = len(hall.audience)
    if seats and pack.says("wheelchair.spaces", seats):
        yield from hall.judge([pack.read("wheelchair.spaces", seats)], len(spaces), hall.venue.name)
    if spaces and hall.venue.xyz.any():
        yield from _companions(hall, pack, spaces)
        yield from _sizes(hall, pack, spaces)
        yield from _ways(hall, pack, spaces)
        yield from _spread(hall, pack, spaces)


def _companions(hall: Hall, pack: Pack, spaces: list[int]) -> Iterator[Finding]:
    """Judge whether each space has a companion seat of its own beside it, on the same level."""
    if not pack.says("companion.per_space"):
        return
    venue = hall.venue
    number = {space: k for k, space in enumerate(spaces)}
    named = set(venue.with_feature(COMPANION).tolist()) or set(range(len(venue.seats)))
    both = np.concatenate([venue.next_to, venue.next_to[:, ::-1]])
    pairs = [
        (number[a], b)
        for a, b in both.tolist()
        if a in number and b in named and b not in number and abs(venue.xyz[a][2] - venue.xyz[b][2]) <= _LEVEL
    ]
    for k in unaccompanied(len(spaces), pairs):
        yield from hall.judge(
            [pack.read("companion.per_space")], 0, venue.seats[spaces[k]].label, seats=[spaces[k]]
        )


def _sizes(hall: Hall, pack: Pack, spaces: list[int]) -> Iterator[Finding]:
    """Judge the room that the neighbours and the row in front leave; who sits alone shows none."""
    for space in filter(lambda one: _neighbours(hall, one), spaces):
        place, found = hall.venue.seats[space].label, {"width": _wide(hall, space), "depth": _deep(hall, space)}
        beside = any(other in spaces for other in _neighbours(hall, space))
        for key in (f"wheelchair.width.{'adjacent' if beside else 'single'}", "wheelchair.depth.end"):
            if pack.says(key):
                yield from hall.judge([pack.read(key)], found[key.split(".")[1]], place, seats=[space])


def _neighbours(hall: Hall, space: int) -> list[int]:
    return [hall.venue.seat_index[seat] for seat in hall.venue.neighbours(hall.venue.seats[space].id)]


def _wide(hall: Hall, space: int) -> float:
    """Return the width between the neighbours: two spaces share what is between them.

    Where there is no neighbour, up to the end of the table in front, or half a seat's width.
    """
    venue = hall.venue
    half = venue.areas[venue.area_codes[space]].seat_width / 2
    sides = [max(half, end) for end in _table_ends(hall, space)]
    for other in _neighbours(hall, space)[:2]:
        apart = float(np.linalg.norm(venue.xyz[space] - venue.xyz[other]))
        free = apart / 2 if WHEELCHAIR in venue.seats[other].features else apart - _half(hall, other, space)
        sides[int(venue.positions[other] > venue.positions[space])] = free
    return float(sum(sides))


def _half(hall: Hall, seat: int, space: int) -> float:
    """Return half the width that a neighbour has: of a seat, or less where the next one sits closer."""
    venue = hall.venue
    width = venue.areas[venue.area_codes[seat]].seat_width
    others = [other for other in _neighbours(hall, seat) if other != space]
    return float(min([width, *(np.linalg.norm(venue.xyz[seat] - venue.xyz[other]) for other in others)])) / 2


def _table_ends(hall: Hall, seat: int) -> tuple[float, float]:
    """Return the metres to the left and the right end of the table before a seat; zeros without one."""
    angle = np.radians(hall.venue.seats[seat].facing)
    ahead, right = np.array([np.cos(angle), np.sin(angle)]), np.array([np.sin(angle), -np.cos(angle)])
    for table in (thing for thing in hall.venue.fixtures if thing.kind == "table"):
        way = np.array([table.x, table.y]) - hall.venue.xyz[seat][:2]
        size = np.array([table.width, table.depth])
        half, deep = (float(np.abs(axis) @ size) / 2 for axis in (right, ahead))
        if abs(way @ right) < half and 0 < way @ ahead - deep < _AT_TABLE:
            return half - float(way @ right), half + float(way @ right)
    return 0.0, 0.0


def _deep(hall: Hall, space: int) -> float:
    """Return the depth up to the next seat in front, which may be more than a row away."""
    venue = hall.venue
    if not np.isnan(hall.apart[space]):
        return float(hall.apart[space])
    same = (venue.area_codes == venue.area_codes[space]) & (venue.columns == venue.columns[space])
    front = np.flatnonzero(same & (venue.rows < venue.rows[space]))
    if not len(front):
        return float(venue.areas[venue.area_codes[space]].row_pitch * venue.rows[space])
    nearest = front[np.argmax(venue.rows[front])]
    return float(np.linalg.norm(venue.xyz[space] - venue.xyz[nearest]))


def _ways(hall: Hall, pack: Pack, spaces: list[int]) -> Iterator[Finding]:
    """Tell of spaces that no way without steps leads to."""
    if pack.says("wheelchair.step_free"):
        for space in (space for space in spaces if not hall.venue.step_free[space]):
            place = hall.venue.seats[space].label
            yield from hall.judge([pack.read("wheelchair.step_free")], 0, place, seats=[space])


def _spread(hall: Hall, pack: Pack, spaces: list[int]) -> Iterator[Finding]:
    """Judge in how many places the spaces lie, and, where it is one, whether it is the middle of the row."""
    seats, places = len(hall.audience), _places(hall, spaces)
    if pack.says("dispersion.locations", seats):
        yield from hall.judge(
            [pack.read("dispersion.locations", seats)], len(places), hall.venue.name, seats=spaces
        )
    if pack.says("dispersion.vertical.seats") and not need_not_vary_in_distance(pack, seats):
        rows = {(int(hall.venue.area_codes[i]), int(hall.venue.rows[i])) for i in spaces}
        reading = [pack.read("dispersion.vertical.seats")]
        needed = min(2, len(spaces))
        yield from hall.judge(
            reading, len(rows), hall.venue.name, needed=needed, asked="dispersion.rows", seats=spaces
        )
    alone = len(places) == 1 and pack.says("dispersion.middle.seats")
    if pack.says("dispersion.sides") and not (alone and _is_middle(hall, pack, places[0])):
        yield from hall.judge([pack.read("dispersion.sides")], len(places), hall.venue.name, seats=spaces)


def _is_middle(hall: Hall, pack: Pack, bay: list[int]) -> bool:
    """Tell whether spaces that stand together may do so, in the middle of their row."""
    venue, first = hall.venue, bay[0]
    half = venue.areas[venue.area_codes[first]].seat_width / 2
    row = np.flatnonzero((venue.area_codes == venue.area_codes[first]) & (venue.rows == venue.rows[first]))
    whole, part = (venue.xyz[seats, 0] for seats in (row, np.array(bay)))
    ends = [(float(across.min()) - half, float(across.max()) + half) for across in (whole, part)]
    return keeps_to_middle(pack, ends[0], ends[1], seats=len(hall.audience))


def _places(hall: Hall, spaces: list[int]) -> list[list[int]]:
    """Return the spaces with their companions in groups that stand together in a row."""
    import networkx as nx  # dear to import: only who asks for groups pays

    kept = set(spaces) | set(hall.venue.with_feature(COMPANION).tolist())
    graph = nx.Graph()
    graph.add_nodes_from(spaces)
    graph.add_edges_from((a, b) for a, b in hall.venue.next_to.tolist() if a in kept and b in kept)
    return [sorted(group) for group in nx.connected_components(graph) if group & set(spaces)]
