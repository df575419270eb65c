"""Ways out: dead ends of the aisles, and the time that everybody takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from seatplan.codes.checks.hall import Hall
from seatplan.codes.finding import Finding
from seatplan.codes.formulas.evacuation import egress_time
from seatplan.codes.pack import Pack
from seatplan.venue.walk import landings

__all__ = ["dead_ends", "leaving_findings"]


def dead_ends(hall: Hall) -> list[tuple[float, int]]:
    """Return the dead ends of the floor: metres from the end to where there are two ways, and the last node.

    Parameters
    ----------
    hall : Hall

    Returns
    -------
    list of (float, int)
        Doors end nothing.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing('''
    ...     #ooo ooo#
    ...     #ooo ooo#
    ...     #ooo ooo#
    ...     ####D####
    ... ''')
    >>> [round(metres, 1) for metres, _ in dead_ends(Hall(room, Options()))]  # before the first row, at its walls
    [1.9, 1.9]
    """
    import networkx as nx  # dear to import: only who asks for ways pays

    floor, graph = hall.venue.walk, nx.Graph()
    graph.add_weighted_edges_from((a, b, metres) for a, b, metres, _ in floor.edges)
    doors = {node for door in hall.doors for side in landings(hall.venue, floor, door) for node, _, _ in side}
    leaves = [node for node in graph if graph.degree(node) == 1 and node not in doors]
    return [(_length(graph, node, doors), node) for node in leaves]


def _length(graph: Any, node: int, doors: set[int]) -> float:
    """Return the metres from a leaf to the first node with two ways on, or with a door."""
    metres, before = 0.0, None
    while True:
        onwards = [other for other in graph[node] if other != before]
        if len(onwards) != 1 or (before is not None and node in doors):
            return metres
        metres += graph[node][onwards[0]]["weight"]
        before, node = node, onwards[0]


def leaving_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield dead ends that are too long, and halls that empty too slowly.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import Fixture, auditorium
    >>> hall = auditorium(rows=20, blocks="20,20", doors=[Fixture("d", "Door", "door", 0, -25, 1.0, 0.1)])
    >>> [(f.found, f.needed) for f in check_venue(hall, "uk-green-guide") if f.quantity.key == "exits.time"]
    [('9.756 min', '8 min')]
    """
    if not hall.doors:
        return
    if pack.says("aisle.dead_end"):
        yield from _dead_ends(hall, pack)
    if pack.says("exits.time") and pack.says("flow.level"):
        wide = sum(max(door.width, door.depth) for door in hall.doors)
        minutes = egress_time(pack, hall.persons, wide)
        readings = [pack.read("exits.time"), pack.read("flow.level")]
        yield from hall.judge(readings, minutes, hall.say("doors", room=hall.venue.name))


def _dead_ends(hall: Hall, pack: Pack) -> Iterator[Finding]:
    for metres, node in dead_ends(hall):
        place = hall.venue.walk.places[node]
        seat = int(np.argmin(np.linalg.norm(hall.venue.xyz - place, axis=1)))
        area = hall.venue.area_by_id[hall.venue.seats[seat].area].label
        where = hall.say("dead end", area=area, row=hall.venue.seats[seat].row)
        yield from hall.judge([pack.read("aisle.dead_end")], metres, where, seats=[seat])
