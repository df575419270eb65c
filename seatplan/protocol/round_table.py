"""The Chinese round table (protocol.md 5.1, rules 42 to 44).

A table is a ring of seats: s0 is the main seat, which faces the door; indices run towards the right hand of
whoever sits there, which is counter-clockwise seen from above (rule 42). A ring is a tuple of who sits on s0,
s1, ...; None is a free seat.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.errors import Fault, refuse
from seatplan.protocol.party import Member

__all__ = ["alternation_exists", "one_host_table", "ring_ranks", "ring_xy", "two_host_table"]

Side = Literal["left", "right"]
Ring = tuple[Member | None, ...]
Outranked = Literal["swap", "keep"]


def ring_ranks(n: int, honour_side: Side = "right") -> tuple[int, ...]:
    """Return a ring of ranks about one centre: the first on s0, nearer is higher, then the honour side.

    Parameters
    ----------
    n : int
        Seats.
    honour_side : {"left", "right"}
        Of two seats equally near, the one that is higher (B [S2 S9 S20 S107]). In the older style the chief
        guest faces the door and the left is higher (conflict 19, ``traditional_left``, B [S111 S112 S113]).

    Examples
    --------
    >>> ring_ranks(8)
    (1, 2, 4, 6, 8, 7, 5, 3)
    >>> ring_ranks(8, "left")
    (1, 3, 5, 7, 8, 6, 4, 2)
    """
    seats = np.arange(n)
    distance, right = np.minimum(seats, n - seats), seats <= n - seats
    far = right if honour_side == "left" else ~right
    order = np.lexsort((far & (seats > 0), distance))
    return tuple((np.argsort(order, kind="stable") + 1).tolist())


def one_host_table(
    n: int,
    fill: Literal["alternate", "clockwise"] = "alternate",
    *,
    outranked: Outranked | None = None,
) -> Ring:
    """Return a table with one host and ``n`` - 1 guests.

    Parameters
    ----------
    n : int
        Seats.
    fill : {"alternate", "clockwise"}
        Conflict 21. ``alternate``: guests at the host's right and left in turn, outwards (B); ``clockwise``:
        after the guests at the host's right and left clockwise from guest 2 to the seat beside guest 1 (C
        [S114]).
    outranked : {"swap", "keep"}, optional
        Conflict 28, for a guest who outranks the host: ``swap`` gives the guest the main seat (C [S91]).

    Examples
    --------
    >>> [seat.rank if seat.party == "guest" else "H" for seat in one_host_table(8)]
    ['H', 1, 3, 5, 7, 6, 4, 2]
    """
    guests = [rank - 1 for rank in ring_ranks(n)][1:]
    if fill == "clockwise":
        guests = [1, *range(n - 1, 1, -1)][: n - 1]
    return _swapped((Member("host", 1), *(Member("guest", rank) for rank in guests)), outranked)


def two_host_table(
    n: int,
    guests: int = 4,
    *,
    second_guest: Literal["host_left", "cohost_right"] = "host_left",
    fill: Literal["alternate", "alternate_host_guest", "free"] = "alternate",
    outranked: Outranked | None = None,
) -> Ring:
    """Return a table with a host who faces the door and a co-host opposite (rule 43, B [S2 S20]).

    Guest 1 at the host's right, guest 2 at the host's left, guest 3 at the co-host's right, guest 4 at the
    co-host's left. Whoever follows sits nearer the host first, right before left.

    Parameters
    ----------
    n : int
        Seats, an even number of 6 or more.
    guests : int
        How many guests sit there; for ``alternate`` only.
    second_guest : {"host_left", "cohost_right"}
        Conflict 20: with the option guests 2 and 3 exchange seats ([S110]).
    fill : {"alternate", "alternate_host_guest", "free"}
        Conflict 21, who takes the remaining seats: guests 5, 6 ...; hosts 3, 4 ... and guests so that they
        alternate all round, the Shandong form (C [S115]), which exists only for n % 4 == 0 (rule 44); nobody.
    outranked : {"swap", "keep"}, optional
        Conflict 28, as in `one_host_table`.

    Raises
    ------
    InputError
        If the table has no seat opposite the host, or the alternation does not exist.

    Examples
    --------
    >>> [f"{seat.party[0]}{seat.rank}" for seat in two_host_table(8, fill="alternate_host_guest")]
    ['h1', 'g1', 'h3', 'g4', 'h2', 'g3', 'h4', 'g2']
    """
    refuse(_two_host_faults(n, fill))
    half = n // 2
    second, third = (n - 1, half + 1) if second_guest == "host_left" else (half + 1, n - 1)
    fixed = {0: Member("host", 1), half: Member("host", 2)}
    fixed |= {seat: Member("guest", rank) for rank, seat in enumerate((1, second, third, half - 1), start=1)}
    free = sorted(set(range(n)) - set(fixed), key=lambda seat: ring_ranks(n)[seat])
    if fill == "alternate":
        fixed |= {seat: Member("guest", rank) for rank, seat in enumerate(free[: max(0, guests - 4)], start=5)}
    if fill == "alternate_host_guest":
        fixed |= {seat: Member("host", rank) for rank, seat in enumerate((s for s in free if s % 2 == 0), start=3)}
        fixed |= {seat: Member("guest", rank) for rank, seat in enumerate((s for s in free if s % 2), start=5)}
    return _swapped(tuple(fixed.get(seat) for seat in range(n)), outranked)


def alternation_exists(n: int, opposite: Literal["alike", "different"]) -> bool:
    """Tell whether two kinds of people can alternate all round with two principals opposite each other.

    Host and co-host are of one kind (``alike``): host and guest alternate only if n % 4 == 0 (rule 44).
    Host and hostess are of two (``different``): man and woman alternate only if n % 4 == 2 (rule 45). Both
    follow by arithmetic.

    Examples
    --------
    >>> alternation_exists(8, "alike"), alternation_exists(8, "different")
    (True, False)
    """
    return n % 4 == (0 if opposite == "alike" else 2)


def ring_xy(n: int, radius: float = 1.0) -> NDArray[np.float64]:
    """Return the places of the seats on a page with the door at the bottom, the main seat at the top.

    Examples
    --------
    >>> ring_xy(4).round(1).tolist()
    [[0.0, 1.0], [-1.0, 0.0], [-0.0, -1.0], [1.0, -0.0]]
    """
    angle = np.pi / 2 + 2 * np.pi * np.arange(n) / n
    return radius * np.column_stack([np.cos(angle), np.sin(angle)])


def _two_host_faults(n: int, fill: str) -> list[Fault]:
    if n < 6 or n % 2:
        return [Fault("table", f"{n} seats with a co-host opposite the host", "use an even number of 6 or more")]
    if fill == "alternate_host_guest" and not alternation_exists(n, "alike"):
        found = f"hosts and guests cannot alternate on {n} seats with the co-host opposite (rule 44)"
        return [Fault("table", found, "use a multiple of 4, or fill: alternate")]
    return []


def _swapped(ring: Ring, outranked: Outranked | None) -> Ring:
    """Give the main seat to the chief guest who outranks the host, and the guest's seat to the host."""
    if outranked != "swap":
        return ring
    host, guest = ring.index(Member("host", 1)), ring.index(Member("guest", 1))
    seats = list(ring)
    seats[host], seats[guest] = seats[guest], seats[host]
    return tuple(seats)
