"""Bilateral talks at a long table, with and without interpreters (protocol.md 4.1, rules 33 to 36)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from seatplan.protocol.convention import Convention
from seatplan.protocol.row import rank_positions

__all__ = ["Talks", "TalksSide", "talks", "talks_room", "talks_side"]

InterpreterAt = Literal["mirror", "right", "behind", "none"]
RoomSide = Literal["far", "near", "page_left", "page_right"]


@dataclass(frozen=True, slots=True)
class TalksSide:
    """One side of the table.

    Parameters
    ----------
    positions : tuple of float
        Signed position of rank 1, 2, ...; negative is the occupant's left, 0 the middle of the table.
        Position p faces position -p of the other side.
    interpreter : float or None
        The interpreter's position at the table, None when there is none: interpreters take a seat but no
        number (rule 36, mark C [S93]).

    Examples
    --------
    >>> TalksSide((0.0, -1.0), 1.0).row
    (2, 1, None)
    """

    positions: tuple[float, ...]
    interpreter: float | None = None

    @property
    def row(self) -> tuple[int | None, ...]:
        """Ranks from the occupants' left to their right; None is the interpreter."""
        seats: dict[float, int | None] = {place: rank for rank, place in enumerate(self.positions, start=1)}
        if self.interpreter is not None:
            seats[self.interpreter] = None
        return tuple(seats[place] for place in sorted(seats))


class Talks(NamedTuple):
    """Both sides of the table."""

    hosts: TalksSide
    guests: TalksSide


def talks(
    hosts: int,
    guests: int,
    interpreter: InterpreterAt = "mirror",
    convention: Convention | None = None,
) -> Talks:
    """Return the seats of bilateral talks.

    Parameters
    ----------
    hosts, guests : int
        People of each side, principals with them, interpreters not.
    interpreter : {"mirror", "right", "behind", "none"}
        Conflict 16. ``mirror``: the host's interpreter at the host's right, the guest's at the guest
        principal's left, so that they face each other and equal ranks face each other (rule 35, B [S10 S36
        S92]); ``right``: at each principal's right (B [S11 S85 S87 S88]); ``behind``: in the row behind their
        principals (B [S85 S87]).
    convention : Convention, optional
        For sides without an interpreter at the table; default: right honoured, as in foreign affairs [S10
        S36]. A domestic reporting meeting takes a left one (汇报会, B [S12 S91]).

    Examples
    --------
    >>> talks(5, 5).hosts.row
    (4, 2, 1, None, 3, 5)
    """
    custom = convention or Convention(name="foreign talks", honour_side="right")
    at: dict[str, tuple[int, int]] = {"mirror": (1, -1), "right": (1, 1)}
    host, guest = at.get(interpreter, (0, 0))
    return Talks(talks_side(hosts, host, custom), talks_side(guests, guest, custom))


def talks_side(n: int, interpreter: int, convention: Convention) -> TalksSide:
    """Return one side of ``n`` people with the interpreter at +1, at -1 or (0) not at the table.

    With the interpreter at +1, rank 2 sits at -1, rank 3 at +2, rank 4 at -2 ...; at -1 the other way round
    (4.1). Without one, the side is a row of the convention.

    Examples
    --------
    >>> talks_side(5, -1, Convention()).row
    (5, 3, None, 1, 2, 4)
    """
    if not interpreter:
        return TalksSide(tuple(rank_positions(n, convention).tolist()))
    ranks = np.arange(1, n + 1)
    places = np.where(ranks % 2 == 0, -(ranks // 2), (ranks + 1) // 2) * interpreter
    places[:1] = 0
    return TalksSide(tuple(map(float, places)), float(interpreter))


def talks_room(
    table: Literal["across", "end_on"] = "across",
    guest_side: Literal["right_on_entering", "left_on_entering"] = "right_on_entering",
) -> tuple[RoomSide, RoomSide]:
    """Return on which sides of the table guests and hosts sit, in a room drawn with its door at the bottom.

    Parameters
    ----------
    table : {"across", "end_on"}
        Across the door's axis guests face the door, so they sit on the far side (rule 33, B [S85-S88]). End-on
        to the door they sit on the right as one enters, which is page-right (rule 34, B [S36 S85]).
    guest_side : {"right_on_entering", "left_on_entering"}
        Conflict 15, for ``end_on``; the option is mark C [S89 S90].

    Returns
    -------
    guests, hosts : str

    Examples
    --------
    >>> talks_room("end_on")
    ('page_right', 'page_left')
    """
    if table == "across":
        return "far", "near"
    return ("page_right", "page_left") if guest_side == "right_on_entering" else ("page_left", "page_right")
