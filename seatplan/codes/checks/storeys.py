"""Storeys: who leaves each floor of a room, and by which ways."""

from __future__ import annotations

from dataclasses import dataclass

from seatplan.codes.checks.hall import Hall
from seatplan.codes.checks.loads import Load, loads
from seatplan.codes.pack import Pack
from seatplan.venue import Fixture

__all__ = ["Storey", "storeys"]


@dataclass(frozen=True)
class Storey:
    """People of one floor and the ways by which they leave it.

    Parameters
    ----------
    place : str
    loads : tuple of Load
        See `loads.loads`.
    ways : tuple of Fixture
        Its doors; of a floor without any, the steps that lead down from it.
    stepped : bool
        Whether its rows rise more than a ramp may.
    """

    place: str
    loads: tuple[Load, ...]
    ways: tuple[Fixture, ...]
    stepped: bool


def storeys(hall: Hall, pack: Pack) -> list[Storey]:
    """Return the floors of a room with their people and their ways out.

    Parameters
    ----------
    hall : Hall
    pack : Pack

    Returns
    -------
    list of Storey
        Who comes down to the ground floor, because there is no door above, is counted there once more.

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> from seatplan.codes.checks import Options
    >>> from seatplan.venue import auditorium
    >>> hall = Hall(auditorium(rows=10, blocks="10,14,10", language="en"), Options())
    >>> [(storey.place, storey.loads[0].persons) for storey in storeys(hall, load_pack("ibc-2021"))]
    [('Hall', 340)]
    """
    floors = sorted({area.floor for area in hall.venue.areas}) or [1]
    seats = {floor: _seats(hall, floor) for floor in floors}
    doors = {floor: _ways(hall, "door", floor, floors[0]) for floor in floors}
    if any(doors.values()):
        seats[floors[0]] += sum(seats[floor] for floor in floors[1:] if not doors[floor])
    whole = loads(hall, pack)
    return [_storey(hall, floor, floors, seats[floor], doors[floor], whole) for floor in floors]


def _storey(
    hall: Hall, floor: int, floors: list[int], seats: int, doors: tuple[Fixture, ...], whole: list[Load]
) -> Storey:
    venue = hall.venue
    ways = doors if doors or floor == floors[0] else _ways(hall, "steps", floor, floors[0])
    place = venue.name if len(floors) == 1 else hall.say("floor", room=venue.name, floor=floor)
    stepped = any(hall.is_stepped(code) for code, area in enumerate(venue.areas) if area.floor == floor)
    return Storey(place, tuple(load.share(seats, len(venue.seats)) for load in whole), ways, stepped)


def _seats(hall: Hall, floor: int) -> int:
    return sum(area.floor == floor for area in (hall.venue.area_by_id[seat.area] for seat in hall.venue.seats))


def _ways(hall: Hall, kind: str, floor: int, ground: int) -> tuple[Fixture, ...]:
    """Return the fixtures of a kind on a floor; those of no area belong to the ground floor."""
    venue = hall.venue
    mine = ((f, venue.area_by_id[f.area].floor if f.area else ground) for f in venue.fixtures if f.kind == kind)
    return tuple(fixture for fixture, at in mine if at == floor)
