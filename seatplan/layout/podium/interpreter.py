"""Where a sign-language interpreter stands: near those who need it, in one view with who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from seatplan.codes.code import load_pack
from seatplan.layout.podium.ground import Front, lectern_places
from seatplan.layout.podium.wish import PodiumWish
from seatplan.venue import Fixture

__all__ = ["Signing", "interpreter_spot"]

_WIDE = 0.6
"""Metres of floor, square, on which the interpreter stands: a person's place at a table (protocol.md 1.12)."""
_LABELS = {"en": "Interpreter", "zh": "手语翻译"}


@dataclass(frozen=True)
class Signing:
    """The place of a sign-language interpreter.

    Parameters
    ----------
    spot : Fixture
    served : tuple of str
        Ids of the seats from which one understands best: 1.5 to 4.6 m away, with interpreter and speaker not more
        than 30 degrees apart (codes.md 1.12).
    tried : int
    """

    spot: Fixture
    served: tuple[str, ...]
    tried: int


def interpreter_spot(
    front: Front, wish: PodiumWish, lectern: Fixture, language: Literal["en", "zh"] = "en"
) -> Signing | None:
    """Return the place that serves most seats, then the nearest to the lectern; None where nobody can stand.

    Parameters
    ----------
    front : Front
        With the lectern in its venue.
    wish : PodiumWish
    lectern : Fixture
    language : {"en", "zh"}

    Returns
    -------
    Signing or None

    Examples
    --------
    >>> from seatplan.layout.podium.ground import front_of
    >>> from seatplan.venue import auditorium
    >>> hall = front_of(auditorium(rows=2, blocks="4", first_row=3.0))
    >>> desk = Fixture("l", "Lectern", "lectern", 0.0, -0.5, 0.7, 0.5)
    >>> found = interpreter_spot(hall, PodiumWish(), desk)
    >>> len(found.served), found.spot.label
    (8, 'Interpreter')
    """
    person = PodiumWish(width=_WIDE, depth=_WIDE, step=wish.step)
    places = lectern_places(front, person, "any")
    free = np.abs(places[:, :2] - [lectern.x, lectern.y]) >= (np.array([lectern.width, lectern.depth]) + _WIDE) / 2
    places = places[free.any(axis=1)]
    if not len(places):
        return None
    serves = _serves(front, places, lectern)
    beside = np.rint(np.hypot(places[:, 0] - lectern.x, places[:, 1] - lectern.y) * 1000)
    k = int(np.lexsort((places[:, 1], places[:, 0], beside, -serves.sum(axis=0)))[0])
    x, y, z = map(float, places[k])
    spot = Fixture("interpreter", _LABELS[language], "other", x, y, _WIDE, _WIDE, z=z)
    served = tuple(front.venue.seats[i].id for i in front.audience[serves[:, k]])
    return Signing(spot, served, len(places))


def _serves(front: Front, places: NDArray[np.float64], lectern: Fixture) -> NDArray[np.bool_]:
    """Tell which seats are well placed for an interpreter at each place, shape (seats, places)."""
    pack = load_pack("practice")
    near, far, most = (float(pack.si(f"interpreter.{key}")) for key in ("near", "far", "angle"))
    seats = front.venue.xyz[front.audience, :2]
    way = places[None, :, :2] - seats[:, None]
    speaker = np.array([lectern.x, lectern.y]) - seats
    metres = np.hypot(way[..., 0], way[..., 1])
    turn = np.arctan2(way[..., 1], way[..., 0]) - np.arctan2(speaker[:, 1], speaker[:, 0])[:, None]
    apart = np.degrees(np.abs((turn + np.pi) % (2 * np.pi) - np.pi))
    return np.asarray((metres >= near - 5e-4) & (metres <= far + 5e-4) & (apart <= most + 1e-9))
