"""What is wrong with a room, said seat by seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from seatplan.errors import Fault
from seatplan.venue.near import metres_from, near

if TYPE_CHECKING:
    from seatplan.venue.seat import Seat
    from seatplan.venue.venue import Venue

__all__ = ["names_faults", "place_faults"]

_SIDES = frozenset({"left", "right", "front", "back"})
_NUMBERS = ("position", "x", "y", "z", "facing")
_FIXTURE_NUMBERS = ("x", "y", "z", "width", "depth", "turn", "height")
_TOLERANCE = 0.8
"""Share of a seat's width that must be its own; curved rows stand a little closer at the knees."""
_BODY = 0.45
"""Share of a seat's width, from its middle, that no lectern may enter."""
_STOREY = 2.0
_SHOWN = 10


def names_faults(venue: Venue) -> Iterator[Fault]:
    """Yield what is wrong with ids, labels, references and numbers.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat, Venue
    >>> Venue("Room", (Seat("a", "1-1", "hal", 1, 1, 0.0),), (Area("hall", "Hall", "hall"),))
    Traceback (most recent call last):
    seatplan.errors.InputError: seat '1-1': its area 'hal' does not exist; add the area or use one of: hall
    """
    yield from _duplicates(venue)
    yield from _strays(venue)
    yield from _shown(_odd_seats(venue))
    for fixture in venue.fixtures:
        if not all(isfinite(getattr(fixture, name)) for name in _FIXTURE_NUMBERS):
            yield Fault(f"fixture {fixture.id!r}", "its place or size is no number", "give metres and degrees")


def _duplicates(venue: Venue) -> Iterator[Fault]:
    areas = Counter(area.id for area in venue.areas)
    twice = {area for area, count in areas.items() if count > 1}
    # seats of areas of one name share ids and labels for that reason alone
    seats = [seat for seat in venue.seats if seat.area not in twice]
    fixtures = [fixture for fixture in venue.fixtures if fixture.area not in twice]
    for kind, what, things in (("seat", "id", seats), ("seat", "label", seats), ("fixture", "id", fixtures)):
        counts = Counter(getattr(thing, what) for thing in things)
        doubles = ((key, count) for key, count in counts.items() if count > 1)
        yield from _shown(
            Fault(f"venue {venue.name!r}", f"{count} {kind}s have the {what} {key!r}", "rename one")
            for key, count in doubles
        )
    mend = "give each area an 'id' of its own"
    yield from (Fault(f"venue {venue.name!r}", f"{areas[a]} areas have the id {a!r}", mend) for a in sorted(twice))


def _strays(venue: Venue) -> Iterator[Fault]:
    known = {area.id for area in venue.areas}
    mend = f"add the area or use one of: {', '.join(sorted(known))}"
    lost = [(f"seat {seat.label!r}", seat.area) for seat in venue.seats]
    lost += [(f"fixture {fixture.id!r}", fixture.area) for fixture in venue.fixtures if fixture.area]
    yield from _shown(
        Fault(where, f"its area {area!r} does not exist", mend) for where, area in lost if area not in known
    )


def _odd_seats(venue: Venue) -> Iterator[Fault]:
    for seat in venue.seats:
        if seat.walls - _SIDES:
            found = f"no such side {sorted(seat.walls - _SIDES)[0]!r} for a wall"
            yield Fault(f"seat {seat.label!r}", found, "use left, right, front or back")
        if not all(isfinite(getattr(seat, name)) for name in _NUMBERS):
            yield Fault(f"seat {seat.label!r}", "its place is no number", "give metres and degrees")


def place_faults(venue: Venue) -> Iterator[Fault]:
    """Yield what is wrong with where seats stand; names and numbers have been found right.

    Examples
    --------
    >>> from seatplan.venue import Area, Seat, Venue
    >>> seats = (Seat("a", "A", "hall", 1, 1, 0.0, x=1.0), Seat("b", "B", "hall", 1, 2, 1.0, x=1.2))
    >>> Venue("Room", seats, (Area("hall", "Hall", "hall"),))
    Traceback (most recent call last):
    seatplan.errors.InputError: seats 'A' and 'B': their middles are 0.20 m apart; move one of them
    """
    if not venue.xyz.any():
        return
    yield from _shown(_overlaps(venue))
    yield from _shown(_lecterns(venue))
    if any(fixture.kind == "door" for fixture in venue.fixtures):
        yield from _unreachable(venue)


def _overlaps(venue: Venue) -> Iterator[Fault]:
    """Compare middles, floor by floor: rows may be curved, and boxes hang over them."""
    size = np.array([min(area.seat_width, area.row_pitch) for area in venue.areas])[venue.area_codes]
    pairs = near(venue.xyz, float(size.max()))
    apart = np.linalg.norm(venue.xyz[pairs[:, 0]] - venue.xyz[pairs[:, 1]], axis=1)
    floors = np.array([area.floor for area in venue.areas])[venue.area_codes][pairs]
    close = (apart < _TOLERANCE * size[pairs].mean(axis=1)) & (floors[:, 0] == floors[:, 1])
    for (a, b), metres in zip(pairs[close].tolist(), apart[close].tolist(), strict=True):
        where = f"seats {venue.seats[a].label!r} and {venue.seats[b].label!r}"
        yield Fault(where, f"their middles are {metres:.2f} m apart", "move one of them")


def _lecterns(venue: Venue) -> Iterator[Fault]:
    size = np.array([min(area.seat_width, area.row_pitch) for area in venue.areas])[venue.area_codes]
    for lectern in (fixture for fixture in venue.fixtures if fixture.kind == "lectern"):
        inside = metres_from(lectern, venue.xyz) < _BODY * size - 1e-9
        for i in np.flatnonzero(inside & (np.abs(venue.xyz[:, 2] - lectern.z) < _STOREY)):
            found = f"it stands in seat {venue.seats[i].label!r}"
            yield Fault(f"lectern {lectern.id!r}", found, "move it in front of the seats or to their side")


def _unreachable(venue: Venue) -> Iterator[Fault]:
    lost = np.isinf(venue.metres_to("door"))
    for code, area in enumerate(venue.areas):
        seats = [venue.seats[i] for i in np.flatnonzero(lost & (venue.area_codes == code))]
        if seats:
            mend = "give the area a door, steps or an aisle, or open a wall beside the row"
            yield Fault(f"area {area.label!r}", f"no door leads to {_listed(seats)}", mend)


def _listed(seats: list[Seat]) -> str:
    more = f" and {len(seats) - _SHOWN} more" if len(seats) > _SHOWN else ""
    return f"seat{'s' * (len(seats) > 1)} {', '.join(seat.label for seat in seats[:_SHOWN])}{more}"


def _shown(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the first faults of one kind, and how many more there are."""
    rest = iter(faults)
    yield from islice(rest, _SHOWN)
    more = sum(1 for _ in rest)
    if more:
        yield Fault("likewise", f"{more} more of the kind", "mend them too")
