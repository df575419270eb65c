"""Who sits where round a Chinese round table: places of hosts, guests and the interpreter, in order of honour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, InputError
from seatplan.problem import Problem
from seatplan.protocol import Member, one_host_table, ring_ranks, two_host_table
from seatplan.protocol.convention import Fill, Outranked, SecondGuest
from seatplan.rules.occasions.chairs import chairs_in

__all__ = ["Laying", "Places", "centre_of", "lay_table", "ring_of", "table_at"]

Ints = NDArray[np.intp]
GUEST, MAIN = Member("guest", 1), (Member("host", 1), Member("host", 2))


@dataclass(frozen=True)
class Laying:
    """How a table is laid: the options of `one_host_table` and `two_host_table`.

    Parameters
    ----------
    hosts : {1, 2}
        A host, or a host and a co-host opposite.
    fill, second_guest : str
    outranked : {"swap", "keep"}, optional
        What follows if the chief guest outranks the host; None: no guest does.
    interpreter : {"guest_right", "opposite", ""}
        Where an interpreter sits at the table.
    """

    hosts: int = 1
    fill: Fill = "alternate"
    second_guest: SecondGuest = "host_left"
    outranked: Outranked | None = None
    interpreter: Literal["guest_right", "opposite", ""] = ""


@dataclass(frozen=True)
class Places:
    """The places of a table, the most honoured first.

    Parameters
    ----------
    heads : tuple of int
        Those of the host, and of the co-host opposite.
    turn : tuple of int
        Those of further hosts where hosts and guests alternate.
    guests : tuple of int
        Those of guests, and of hosts who are left over behind them.
    rest : tuple of int
        Places in no order, for whoever is left over.
    interpreter : tuple of int
        The interpreter's at the table.
    behind : tuple of int
        Chairs behind, the nearest to the chief guest first.

    Examples
    --------
    >>> table = lay_table(8, Laying(hosts=2, fill="free"))
    >>> table.heads, table.guests, table.rest
    ((0, 4), (1, 7, 5, 3), (2, 6))
    >>> table.room(1), table.taken(5, 1)
    (5, ((1, 7, 5, 3, 2), (6,)))
    """

    heads: tuple[int, ...]
    turn: tuple[int, ...]
    guests: tuple[int, ...]
    rest: tuple[int, ...]
    interpreter: tuple[int, ...]
    behind: tuple[int, ...] = ()

    def room(self, hosts: int) -> int:
        """Return how many guests find place if so many hosts are left over."""
        return len(self.guests) if self.turn else len(self.guests) + len(self.rest) - hosts

    def taken(self, guests: int, hosts: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the places of so many guests, and of hosts who are left over."""
        if self.turn:
            return self.guests[:guests], self.turn[:hosts]
        places = (*self.guests, *self.rest)
        return places[:guests], places[guests : guests + hosts]

    def of(self, seats: Ints) -> Places:
        """Return the places as seats of the venue instead of indices of the ring."""
        moved = (self.heads, self.turn, self.guests, self.rest, self.interpreter)
        return Places(*(tuple(int(seats[k]) for k in part) for part in moved))


def lay_table(n: int, laying: Laying, kept: Sequence[int] = ()) -> Places:
    """Return the places of a table of ``n`` seats as indices of its ring.

    Parameters
    ----------
    n : int
    laying : Laying
    kept : sequence of int
        Seats that stay empty; whoever would sit there takes the next place of the party.

    Raises
    ------
    InputError
        If the table cannot be laid so, or the interpreter's place is somebody else's.

    Examples
    --------
    >>> lay_table(8, Laying()).guests
    (1, 7, 2, 6, 3, 5, 4)
    >>> table = lay_table(8, Laying(hosts=2, fill="alternate_host_guest"))
    >>> table.heads, table.turn, table.guests
    ((0, 4), (2, 6), (1, 7, 5, 3))
    """
    ring = _one(n, laying) if laying.hosts == 1 else _two(n, laying)
    if any(ring[k] in MAIN[: laying.hosts] for k in kept):
        raise InputError([Fault("areas", "the seat of a host is kept empty", "free it, or reserve another one")])
    aside = _interpreter(ring, n, laying)
    out = {*kept, *aside}
    hosts, guests = (_ranked(ring, party, out) for party in ("host", "guest"))
    free = sorted((seat for seat in range(n) if ring[seat] is None), key=lambda seat: ring_ranks(n)[seat])
    rest = tuple(seat for seat in free if seat not in out)
    return Places(hosts[: laying.hosts], hosts[laying.hosts :], guests, rest, aside)


def table_at(problem: Problem, area: str, laying: Laying, facing: str = "") -> Places:
    """Return the places of a table of a venue."""
    ring, kept = ring_of(problem, area, facing)
    table = lay_table(len(ring), laying, kept).of(ring)
    behind = chairs_in(problem, area, 2)
    if not len(behind) or not table.guests:
        return table
    apart = np.linalg.norm(problem.venue.xyz[behind, :2] - problem.venue.xyz[table.guests[0], :2], axis=1)
    return replace(table, behind=tuple(behind[np.argsort(apart.round(6), kind="stable")].tolist()))


def _one(n: int, laying: Laying) -> tuple[Member | None, ...]:
    if laying.fill not in ("alternate", "clockwise"):
        found = f"fill: {laying.fill} with one host"
        raise InputError([Fault("fill", found, "use alternate or clockwise, or hosts: 2")])
    fill: Literal["alternate", "clockwise"] = "clockwise" if laying.fill == "clockwise" else "alternate"
    return one_host_table(n, fill, outranked=laying.outranked)


def _two(n: int, laying: Laying) -> tuple[Member | None, ...]:
    if laying.fill == "clockwise":
        raise InputError([Fault("fill", "fill: clockwise with two hosts", "use alternate, or hosts: 1")])
    return two_host_table(n, n, second_guest=laying.second_guest, fill=laying.fill, outranked=laying.outranked)


def _interpreter(ring: tuple[Member | None, ...], n: int, laying: Laying) -> tuple[int, ...]:
    """Return the interpreter's seat: at the right of the chief guest, or opposite."""
    if not laying.interpreter:
        return ()
    seat = (ring.index(GUEST) + (1 if laying.interpreter == "guest_right" else n // 2)) % n
    member = ring[seat]
    if member and (member.party == "host" or member.rank <= 2 * laying.hosts):
        found = f"at a table of {n} that place is {member.party} {member.rank}'s"
        raise InputError([Fault("interpreters", found, "use interpreters: behind, or a larger table")])
    return (seat,)


def _ranked(ring: tuple[Member | None, ...], party: str, out: set[int]) -> tuple[int, ...]:
    """Return the seats of a party by rank."""
    found = [(member.rank, seat) for seat, member in enumerate(ring) if member and member.party == party]
    return tuple(seat for _, seat in sorted(found) if seat not in out)


def ring_of(problem: Problem, area: str, facing: str = "") -> tuple[Ints, tuple[int, ...]]:
    """Return the seats of a ring from the main seat towards its right hand, and which of them are kept empty.

    The main seat is the one at position 0, or the one that looks most towards an area ``facing``.
    """
    venue = problem.venue
    seats = venue.seats_of(area)
    seats = seats[venue.rows[seats] == 1]
    ring = seats[np.argsort(venue.positions[seats] % len(seats), kind="stable")]
    ring = np.roll(ring, -_towards(problem, ring, facing)) if facing and facing != area else ring
    usable = set(chairs_in(problem, area, 1).tolist())
    return ring, tuple(k for k, seat in enumerate(ring.tolist()) if seat not in usable)


def _towards(problem: Problem, ring: Ints, area: str) -> int:
    """Return the index of the seat that looks most towards the middle of an area."""
    venue = problem.venue
    way = venue.xyz[venue.seats_of(area), :2].mean(axis=0) - venue.xyz[ring, :2].mean(axis=0)
    eyes = np.radians([venue.seats[seat].facing for seat in ring.tolist()])
    return int(np.argmax(np.column_stack([np.cos(eyes), np.sin(eyes)]).round(6) @ way))


def centre_of(problem: Problem, area: str) -> tuple[float, float]:
    """Return the middle of a table, in metres."""
    ring, _ = ring_of(problem, area)
    x, y = problem.venue.xyz[ring, :2].mean(axis=0)
    return float(x), float(y)
