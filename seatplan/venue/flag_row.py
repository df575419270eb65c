"""A row of flag poles (protocol.md section 6)."""

from __future__ import annotations

from seatplan.venue.lines import TO_DOOR, Line, along, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area
from seatplan.venue.venue import Venue

__all__ = ["flag_row"]

_WORDS = {"zh": ("旗列", "旗杆"), "en": ("Flags", "Pole ")}


def flag_row(
    *,
    poles: int,
    id: str = "flags",  # noqa: A002
    label: str = "",
    seat_width: float = 0.8,
    language: Language = "zh",
) -> Venue:
    """Return a row of flag poles; the viewers are at the bottom of the page.

    Parameters
    ----------
    poles : int
    id, label : str
        Of the area.
    seat_width : float
        Metres from pole to pole.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``flags``. Positions are the flags' own: their right is the viewers' left. The roster's
        people are the States or bodies whose flags are set.

    Raises
    ------
    InputError
        For no poles, and measures that are not positive.

    Examples
    --------
    >>> [(pole.position, pole.x) for pole in flag_row(poles=2).seats]
    [(-0.5, 0.4), (0.5, -0.4)]
    """
    refuse_numbers("flag_row", {"poles": (poles, 1)}, {"seat_width": seat_width})
    name, pole = _WORDS[language]
    area = Area(id, label or name, "flags", 1, seat_width, seat_width)
    line = Line(area, signed(poles), 1, label + pole, first_column=poles // 2, language=language)
    return Venue(area.label, tuple(along(line, (0.0, 0.0), TO_DOOR)), (area,))
