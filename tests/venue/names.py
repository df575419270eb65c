"""Facts in the letters of a drawing, so that truth tables read like the room looks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seatplan.venue import Venue


def pairs(room: Venue, fact: NDArray[np.intp]) -> set[str]:
    """Return pairs of seats as two letters each."""
    return {room.seats[a].label + room.seats[b].label for a, b in fact.tolist()}


def those(room: Venue, fact: NDArray[np.bool_]) -> str:
    """Return the letters of the seats for which a fact holds."""
    return "".join(seat.label for seat, holds in zip(room.seats, fact.tolist(), strict=True) if holds)


def values(room: Venue, fact: NDArray[np.generic]) -> dict[str, float]:
    """Return a fact by letter."""
    return {seat.label: value for seat, value in zip(room.seats, fact.tolist(), strict=True)}
