"""Groups that keep apart: most people in a hall under a rule of distance, and the seats that stay unsold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import EncodingError, Fault, refuse
from seatplan.layout.distance.pack import Packed, Packing, pack
from seatplan.layout.distance.rule import DistanceRule, lines, too_near
from seatplan.venue import WHEELCHAIR, Venue

__all__ = ["Distanced", "Party", "distance", "seats_for_sale"]

Ints = NDArray[np.intp]
Seated = tuple[tuple[str, tuple[str, ...]], ...]
Room = tuple[Venue, DistanceRule]

_LARGEST = 50


@dataclass(frozen=True, slots=True)
class Party:
    """People who come together and sit side by side.

    Parameters
    ----------
    name : str
    size : int

    Examples
    --------
    >>> Party("Miller", 4).size
    4
    """

    name: str
    size: int


@dataclass(frozen=True)
class Distanced:
    """A hall in which groups keep apart.

    Parameters
    ----------
    venue : Venue
    rule : DistanceRule
    seated : tuple of (str, tuple of str)
        Each group that has seats, by name, and the ids of its seats side by side.
    unseated : tuple of Party
        Groups for which there is no room.
    blocked : tuple of str
        Ids of seats that must stay unsold: too near to a group, or left out by the pattern.
    free : tuple of str
        Ids of seats that nobody takes and that are far enough from all; wheelchair spaces are among them.
    persons, bound : int
        People who have a seat; no plan of any kind seats more under this rule.
    method : str

    Examples
    --------
    >>> from seatplan.venue import from_drawing
    >>> found = distance(from_drawing("oooooo"), [Party("A", 2), Party("B", 2)], DistanceRule(seats=1))
    >>> found.persons, found.proven, len(found.blocked)
    (4, True, 2)
    """

    venue: Venue
    rule: DistanceRule
    seated: tuple[tuple[str, tuple[str, ...]], ...]
    unseated: tuple[Party, ...]
    blocked: tuple[str, ...]
    free: tuple[str, ...]
    persons: int
    bound: int
    method: str

    @property
    def proven(self) -> bool:
        """Whether no plan seats more."""
        return self.persons >= self.bound


def distance(
    venue: Venue,
    parties: Sequence[Party],
    rule: DistanceRule,
    *,
    seconds: float | None = None,
    seed: int = 0,
) -> Distanced:
    """Seat most people so that groups keep apart; people of one group sit side by side in a row.

    Parameters
    ----------
    venue : Venue
    parties : sequence of Party
        A group sits whole or not at all.
    rule : DistanceRule
    seconds : float, optional
        For each half of the proof; then the best plan so far, with its bound.
    seed : int

    Returns
    -------
    Distanced

    Raises
    ------
    InputError
        For groups without a name of their own or with a size that is none, and for a distance in metres where
        the seats have no places.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=10, blocks="10", seat_width=0.55, row_pitch=0.90)
    >>> singles = [Party(f"{k}", 1) for k in range(100)]
    >>> found = distance(hall, singles, DistanceRule(metres=1.0))
    >>> found.persons, found.proven
    (50, True)
    """
    refuse([*_party_faults(parties, rule), *_place_faults(venue, rule)])
    sizes = dict(sorted(Counter(party.size for party in parties).items(), reverse=True))
    ways, packed = _best(venue, sizes, rule, seconds, seed)
    names = {size: iter([party.name for party in parties if party.size == size]) for size in sizes}
    seated = tuple((next(names[start[0]]), _ids(venue, ways.seats(start))) for start in packed.starts)
    return _told(ways, parties, seated, packed, (venue, rule))


def seats_for_sale(
    venue: Venue, sizes: Sequence[int], rule: DistanceRule, *, seconds: float | None = None, seed: int = 0
) -> Distanced:
    """Choose which seats to sell, in blocks for groups of these sizes, before anybody has booked.

    Parameters
    ----------
    venue : Venue
    sizes : sequence of int
        Of the blocks that shall be offered; any number of each.
    rule : DistanceRule
    seconds, seed
        As in `distance`.

    Returns
    -------
    Distanced
        Its groups are the blocks for sale, named by size and number; what is ``blocked`` stays unsold.

    Raises
    ------
    InputError
        As `distance` does.

    Examples
    --------
    >>> from seatplan.venue import auditorium
    >>> hall = auditorium(rows=5, blocks="10", seat_width=0.55, row_pitch=1.80)
    >>> found = seats_for_sale(hall, [2], DistanceRule(seats=1))  # pp_pp_pp__ in each row
    >>> found.persons, found.seated[0][0]
    (30, '2-1')
    """
    wanted = dict.fromkeys(sorted(set(sizes), reverse=True))
    refuse([*_size_faults(wanted, rule), *_place_faults(venue, rule)])
    ways, packed = _best(venue, wanted, rule, seconds, seed)
    count: Counter[int] = Counter()
    seated = []
    for start in packed.starts:
        count[start[0]] += 1
        seated.append((f"{start[0]}-{count[start[0]]}", _ids(venue, ways.seats(start))))
    return _told(ways, (), tuple(seated), packed, (venue, rule))


def _best(
    venue: Venue, sizes: Mapping[int, int | None], rule: DistanceRule, seconds: float | None, seed: int
) -> tuple[Packing, Packed]:
    """Return the best of the ways that the pattern leaves open, with the bound of all of them."""
    found = []
    for stretches in lines(venue, rule):
        packing = Packing(stretches, too_near(venue, rule, stretches), sizes, rule.cap(len(venue.seats)))
        found.append((packing, pack(packing, seconds=seconds, seed=seed)))
    best, packed = max(found, key=lambda one: one[1].persons)
    bound = max(one.bound for _, one in found)
    return best, Packed(tuple(sorted(packed.starts, key=lambda start: start[1:])), bound, packed.method)


def _told(packing: Packing, parties: Sequence[Party], seated: Seated, found: Packed, room: Room) -> Distanced:
    """Return what was found, after seeing for ourselves that nobody sits too near."""
    venue, rule = room
    taken = {venue.seat_index[seat]: name for name, seats in seated for seat in seats}
    _audit(venue, taken, packing.pairs)
    beside = np.concatenate([packing.pairs, packing.pairs[:, ::-1]]).tolist()
    open_ = {int(seat) for line in packing.stretches for seat in line}
    shut = set(range(len(venue.seats))) - open_ - set(venue.with_feature(WHEELCHAIR).tolist())
    blocked = ({b for a, b in beside if a in taken} | shut) - set(taken)
    free = set(range(len(venue.seats))) - set(taken) - blocked
    names = {name for name, _ in seated}
    left = tuple(party for party in parties if party.name not in names)
    closed, spare = (_ids(venue, np.array(sorted(some), dtype=np.intp)) for some in (blocked, free))
    return Distanced(venue, rule, seated, left, closed, spare, len(taken), found.bound, found.method)


def _audit(venue: Venue, taken: Mapping[int, str], pairs: Ints) -> None:
    """Raise `EncodingError` if two groups sit too near: the solver's word is not taken for it."""
    for a, b in pairs.tolist():
        if a in taken and b in taken and taken[a] != taken[b]:
            raise EncodingError(f"seats {venue.seats[a].label!r} and {venue.seats[b].label!r} are too near")


def _ids(venue: Venue, seats: Ints) -> tuple[str, ...]:
    return tuple(venue.seats[i].id for i in seats.tolist())


def _party_faults(parties: Sequence[Party], rule: DistanceRule) -> Iterator[Fault]:
    if not parties:
        yield Fault("groups", "there is none", "give at least one group")
    for name, count in Counter(party.name for party in parties).items():
        if count > 1 or not name.strip():
            yield Fault(f"group {name!r}", f"{count} groups have this name", "give each a name of its own")
    yield from _size_faults({party.size: None for party in parties}, rule)


def _size_faults(sizes: Mapping[int, object], rule: DistanceRule) -> Iterator[Fault]:
    if not sizes:
        yield Fault("sizes", "there is none", "give sizes of groups, such as 1, 2 and 4")
    most = min(_LARGEST, rule.group or _LARGEST)
    for size in sizes:
        if not 1 <= size <= most:
            yield Fault("groups", f"a group of {size} people", f"give 1 to {most} people")


def _place_faults(venue: Venue, rule: DistanceRule) -> Iterator[Fault]:
    if not venue.seats:
        yield Fault(f"venue {venue.name!r}", "it has no seats", "give a venue with seats")
    elif rule.metres and not venue.xyz.any() and len(venue.seats) > 1:
        yield Fault(f"venue {venue.name!r}", "its seats have no places", "give the distance in seats")
