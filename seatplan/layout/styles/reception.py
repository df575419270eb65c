"""Reception: people who stand, as many as the floor, the doors and the codes allow."""

from __future__ import annotations

from math import floor

from seatplan.codes import Code, persons_in
from seatplan.errors import Fault, InputError, refuse
from seatplan.layout.code_limits import ANY, Exits, binding, floor_limit
from seatplan.layout.fixtures import fixtures_of
from seatplan.layout.floor import bare_floor
from seatplan.layout.ground import Ground, ground
from seatplan.layout.layout import Layout, Limit
from seatplan.layout.people_checks import hall_checks
from seatplan.layout.room import Room
from seatplan.layout.said import Said
from seatplan.layout.set_up import way_width
from seatplan.venue import Area, Venue
from seatplan.venue.lines import measure_faults
from seatplan.venue.numbering import Language

__all__ = ["reception"]

_WORD: dict[Language, str] = {"en": "Reception", "zh": "酒会"}


def reception(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    each: float | None = None,
    language: Language = "en",
) -> Layout:
    """Return how many people a room takes who stand; there are no seats.

    Parameters
    ----------
    room : Room
    code : Code, optional
    people : int, optional
        How many are wanted; by default as many as there can be.
    each : float, optional
        Square metres for each person; by default those of a typical reception (codes.md 3.5), or what a code
        asks for people who stand, if that is more.
    language : {"zh", "en"}

    Returns
    -------
    Layout
        With an area and no seats. What is solid and the landings of doors are left out of the floor.

    Raises
    ------
    InputError
        If nobody has room, and for no area.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = reception(Room(rectangle(9, 6)))
    >>> found.count, found.limited_by, len(found.venue.seats)
    (64, 'density', 0)
    """
    refuse(measure_faults("reception", {} if each is None else {"each": each}))
    here = ground(room)
    Exits(binding(code), here).refuse_none()
    limits = sorted(_limits(here, code, people, each), key=lambda limit: limit.persons)
    count = limits[0].persons
    if count < 1:
        raise InputError([Fault(f"room {room.name!r}", f"nobody may be in it: {limits[0]}", "widen a door")])
    area = Area("floor", _WORD[language], "zone")
    venue = Venue(room.name, (), (area,), fixtures_of(here, language))
    proof = Said("standing", {"area": _standing(here, code)})
    checks = tuple(hall_checks(here, venue, code, language=language))
    return Layout(venue, "reception", count, count, (proof,), tuple(limits), checks)


def _limits(here: Ground, code: Code | None, people: int | None, each: float | None) -> list[Limit]:
    packs, area = binding(code), _standing(here, code)
    most = persons_in("practice", area, "reception") if each is None else floor(area / each + 1e-9)
    free = {"area": area}
    why = Said("floor, usual", free) if each is None else Said("floor, each", {**free, "each": each})
    legal = floor_limit(packs, area, "standing")
    doors = Exits(packs, here).limits(frozenset(door.name for door in here.room.exits))
    found = [Limit("density", most, why), *([legal] if legal else []), *doors]
    found += [Limit("wish", people, Said("wish"))] if people is not None else []
    return [limit for limit in found if limit.persons < ANY]


def _standing(here: Ground, code: Code | None) -> float:
    """Return the square metres from which one gets to a door, without landings and fixed aisles."""
    bare = bare_floor(here)
    labels = bare.walkable(way_width(code) - bare.cell)
    doors = [bare.labels_in(labels, t.landing) for t in here.doors if not t.door.closed]
    parts = set().union(*doors) if doors else set(labels[labels > 0].tolist())
    if not parts:
        return 0.0
    return bare.taken(here.open).square_metres
