"""How far it is from each seat to where one has two ways: the common path of travel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.by_seat import judge_seats
from seatplan.codes.checks.hall import Hall
from seatplan.codes.finding import Finding
from seatplan.codes.pack import Pack
from seatplan.venue.walk import landings

__all__ = ["common_paths", "floor_graph", "path_findings"]

_OUT = -1


def common_paths(hall: Hall) -> NDArray[np.float64]:
    """Return the metres from each seat to the first point from which two separate ways lead to doors.

    Parameters
    ----------
    hall : Hall

    Returns
    -------
    ndarray, shape (seats,)
        0 for a seat that has one way at its left and another at its right. In a room with one door it is the
        whole way to that door.

    Notes
    -----
    All doors lead to one node outside. Two ways are separate if they share no edge; so the points with a choice
    are those of the 2-edge-connected part of the graph that holds that node, and a bridge is what everybody
    behind it must pass. A seat has a choice at once if the two ends of its row are behind different bridges.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("ooo D", seat_width=0.5)
    >>> common_paths(Hall(room, Options())).round(2).tolist() == room.metres_to("door").round(2).tolist()
    True
    """
    graph = floor_graph(hall)
    gate, beyond = _gates(graph), _beyond(graph)
    found = np.full(len(hall.venue.seats), np.inf)
    ways: dict[int, set[int]] = {}
    for seats, node, metres in hall.venue.walk.exits:
        if node in beyond:  # an end from which no door is reached is no way
            found[seats] = np.minimum(found[seats], metres + beyond[node])
            way = node if gate[node] == _OUT else gate[node]
            for seat in seats.tolist():
                ways.setdefault(seat, set()).add(way)
    found[[seat for seat, ends in ways.items() if len(ends) > 1]] = 0.0
    return found


def floor_graph(hall: Hall) -> Any:
    """Return the floor as a graph.

    Parameters
    ----------
    hall : Hall

    Returns
    -------
    networkx.Graph
        The nodes of the venue's walk, -1 for outside and -2, -3, ... for its doors; edges have ``metres``.
    """
    import networkx as nx  # dear to import: only who asks for ways pays

    floor, graph = hall.venue.walk, nx.Graph()
    graph.add_node(_OUT)
    for a, b, metres, _ in sorted(floor.edges, key=lambda edge: -edge[2]):
        graph.add_edge(a, b, metres=metres)
    for k, door in enumerate(hall.doors, 2):
        graph.add_edge(_OUT, -k, metres=0.0)
        for node, metres, _ in (one for side in landings(hall.venue, floor, door) for one in side):
            graph.add_edge(-k, node, metres=metres)
    return graph


def _choice(graph: Any) -> tuple[Any, set[int]]:
    """Return the graph without its bridges, and the nodes that have two ways out."""
    import networkx as nx

    rest = graph.copy()
    rest.remove_edges_from(list(nx.bridges(graph)))
    return rest, set(nx.node_connected_component(rest, _OUT))


def _gates(graph: Any) -> dict[int, int]:
    """Return for each node the part behind a bridge in which it is, by one of its nodes; outside for a choice."""
    import networkx as nx

    _, free = _choice(graph)
    behind = graph.subgraph(set(graph) - free)
    gate = dict.fromkeys(free, _OUT)
    for part in nx.connected_components(behind):
        gate.update(dict.fromkeys(part, min(part)))
    return gate


def _beyond(graph: Any) -> dict[int, float]:
    """Return the metres from each node to the nearest with a choice."""
    import networkx as nx

    _, free = _choice(graph)
    found: dict[int, float] = nx.multi_source_dijkstra_path_length(graph, free, weight="metres")
    return found


def path_findings(hall: Hall, pack: Pack) -> Iterator[Finding]:
    """Yield seats that are too far from a choice of two ways; rooms without doors are judged row by row.

    Examples
    --------
    >>> from seatplan.codes.checks import check_venue
    >>> from seatplan.venue import from_drawing
    >>> room = from_drawing("D " + "o" * 20 + "#", seat_width=0.5, language="en")
    >>> [(f.place, f.found) for f in check_venue(room, "ibc-2021") if f.quantity.key == "row.path"]
    []
    """
    if not hall.doors or not hall.venue.xyz.any() or not pack.says("row.path", hall.persons):
        return
    metres = common_paths(hall)
    far = [(i, float(metres[i])) for i in hall.audience.tolist()]
    yield from judge_seats(hall, pack, "row.path", far, given=hall.persons)
