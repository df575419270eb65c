"""Several parts of a room in one venue."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from seatplan.venue.seat import Fixture
from seatplan.venue.venue import Venue

__all__ = ["combine"]


def combine(name: str, *parts: Venue, fixtures: Iterable[Fixture] = ()) -> Venue:
    """Return one venue of several parts: a rostrum, a hall, its upper floors.

    Parameters
    ----------
    name : str
    *parts : Venue
        They stay where they are: all share the frame whose origin is the middle of the stage's front edge.
    fixtures : iterable of Fixture
        Further ones.

    Returns
    -------
    Venue

    Raises
    ------
    InputError
        For ids and labels of which two parts have the same, seats that overlap, and seats to which no door
        leads.

    Examples
    --------
    >>> from seatplan.venue import auditorium, rostrum
    >>> hall = combine("Great hall", rostrum(rows=[7]), auditorium(rows=10, blocks="5,7,5"))
    >>> len(hall.seats), [area.label for area in hall.areas]
    (177, ['主席台', '会场'])
    """
    return Venue(
        name,
        tuple(chain.from_iterable(part.seats for part in parts)),
        tuple(chain.from_iterable(part.areas for part in parts)),
        (*chain.from_iterable(part.fixtures for part in parts), *fixtures),
    )
