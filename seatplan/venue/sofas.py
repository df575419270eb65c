"""Armchairs in a semicircle that faces the door (protocol.md 4.2)."""

from __future__ import annotations

from math import pi

from seatplan.venue.lines import Line, around, door, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area
from seatplan.venue.venue import Venue

__all__ = ["sofas"]

_SMALLEST = 2.2
"""Metres of the least radius: a carpet and small tables stand in the middle."""
_BEHIND = 1.1
_WORDS = {"zh": ("会见厅", "沙发", "后排"), "en": ("Sofas", "Sofa ", "Back row ")}


def sofas(
    *,
    seats: int,
    behind: int = 2,
    id: str = "sofas",  # noqa: A002
    label: str = "",
    seat_width: float = 1.1,
    language: Language = "zh",
) -> Venue:
    """Return sofas in a semicircle, the middle of which faces the door at the bottom of the page.

    Parameters
    ----------
    seats : int
        Sofas in the first row; of an even number, two share the middle.
    behind : int
        Chairs in the second row, behind the middle ones, for interpreters and note-takers.
    id, label : str
        Of the area; the label is part of the seats' labels.
    seat_width : float
        Metres from sofa to sofa.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``sofas``. Seats are numbered from the occupants' left.

    Raises
    ------
    InputError
        For no sofas, more chairs behind than sofas, and measures that are not positive.

    Examples
    --------
    >>> room = sofas(seats=4)
    >>> [(seat.label, seat.position) for seat in room.seats][:2]
    [('沙发1号', -1.5), ('沙发2号', -0.5)]
    """
    least = {"seats": (seats, max(1, behind)), "behind": (behind, 0)}
    refuse_numbers("sofas", least, {"seat_width": seat_width})
    name, front, back = _WORDS[language]
    area = Area(id, label or name, "sofas", 1, seat_width, _BEHIND)
    radius = max(_SMALLEST, seats * seat_width / pi)
    places = signed(seats)
    first = Line(area, places, 1, label + front, first_column=seats // 2, language=language)
    middle = tuple(sorted(sorted(places, key=abs)[:behind]))
    second = Line(area, middle, 2, label + back, first_column=seats // 2, language=language)
    chairs = around(first, (0.0, 0.0), radius)
    chairs += around(second, (0.0, 0.0), radius + _BEHIND) if behind else []
    return Venue(area.label, tuple(chairs), (area,), (door(id, chairs, (), language, gap=1.6),))
