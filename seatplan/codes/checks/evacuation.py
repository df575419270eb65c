"""Who leaves by which door when all take the shortest way, and how long the queue there takes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.checks.common_path import floor_graph
from seatplan.codes.checks.hall import Hall
from seatplan.codes.code import load_pack
from seatplan.codes.pack import Pack
from seatplan.codes.value import Reading

__all__ = ["DoorLoad", "door_loads", "flow"]

_PRACTICE = "uk-green-guide"


@dataclass(frozen=True, slots=True)
class DoorLoad:
    """People who leave by one door.

    Parameters
    ----------
    door : str
        Its label.
    persons : int
        Seats from which the way to it is the shortest; shared equally between doors as near.
    metres : float
        From the farthest of these seats.
    minutes : float
        Until the queue at the door is gone: persons by its width and the rate of flow.
    """

    door: str
    persons: float
    metres: float
    minutes: float


def flow(packs: tuple[Pack, ...]) -> Reading:
    """Return the rate of flow through level doors that the codes give, else that of the Green Guide.

    Examples
    --------
    >>> print(flow(()))
    82 persons/m/min (Green Guide rates of passage, single source)
    """
    said = [pack.read("flow.level") for pack in packs if pack.says("flow.level")]
    return min(said, key=lambda reading: reading.si) if said else load_pack(_PRACTICE).read("flow.level")


def door_loads(hall: Hall, rate: Reading) -> tuple[DoorLoad, ...]:
    """Return who leaves by which door when all take the shortest way.

    Parameters
    ----------
    hall : Hall
    rate : Reading
        Of flow; see `flow`.

    Returns
    -------
    tuple of DoorLoad
        In the order of the venue's doors. Nobody changes the queue, so a door that is long in use shows where
        another is needed.

    Examples
    --------
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import from_drawing
    >>> hall = Hall(from_drawing("D ooo oo D", seat_width=0.5, language="en"), Options())
    >>> [(load.persons, round(load.metres, 2)) for load in door_loads(hall, flow(()))]
    [(3.0, 1.95), (2.0, 1.45)]
    """
    metres = _to_each_door(hall)
    nearest = np.isfinite(metres) & (metres <= metres.min(axis=0, initial=np.inf) + 1e-6)
    share = nearest / np.maximum(nearest.sum(axis=0), 1)
    found = []
    for door, mine, part, away in zip(hall.doors, nearest, share, metres, strict=True):
        persons, wide = float(part.sum()), max(door.width, door.depth)
        far = float(away[mine].max(initial=0.0))
        found.append(DoorLoad(door.label, round(persons, 6), far, persons / (wide * float(rate.si))))
    return tuple(found)


def _to_each_door(hall: Hall) -> NDArray[np.float64]:
    """Return the metres from each seat to each door, shape (doors, seats)."""
    import networkx as nx  # dear to import: only who asks for ways pays

    graph, outside, found = floor_graph(hall), {-1, *(-k for k in range(2, len(hall.doors) + 2))}, []
    for k in range(len(hall.doors)):
        floor = nx.restricted_view(graph, outside - {-(k + 2)}, [])  # nobody walks through another door
        ways = nx.single_source_dijkstra_path_length(floor, -(k + 2), weight="metres")
        found.append(_from_seats(hall, ways))
    return np.array(found).reshape(len(hall.doors), len(hall.venue.seats))


def _from_seats(hall: Hall, ways: dict[int, float]) -> NDArray[np.float64]:
    found = np.full(len(hall.venue.seats), np.inf)
    for seats, node, metres in hall.venue.walk.exits:
        found[seats] = np.minimum(found[seats], metres + ways.get(node, np.inf))
    return found
