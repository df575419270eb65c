"""Steps on which people stand for a photograph (protocol.md 4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seatplan.venue.lines import TO_DOOR, Line, along, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.signing import STANDING
from seatplan.venue.venue import Venue

__all__ = ["photo_steps"]

_PITCH, _RISE = 0.6, 0.25
_CAMERA = 2.4
_WORDS = {"zh": ("合影", "第{}排", "相机"), "en": ("Photograph", "Row {} place ", "Camera")}


def photo_steps(
    *,
    rows: Sequence[int],
    id: str = "photo",  # noqa: A002
    label: str = "",
    seat_width: float = 0.6,
    seated: bool = False,
    language: Language = "zh",
) -> Venue:
    """Return rows of places that face a camera at the bottom of the page.

    Parameters
    ----------
    rows : sequence of int
        Places of each row, the front row first; each is centred with its own parity and stands higher than the
        one in front.
    id, label : str
        Of the area; the label is part of the places' labels.
    seat_width : float
        Metres from place to place.
    seated : bool
        The first row sits on chairs.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``photo``. Places are numbered from the occupants' left.

    Raises
    ------
    InputError
        For a row without places, and measures that are not positive.

    Examples
    --------
    >>> [(seat.label, seat.x) for seat in photo_steps(rows=[2]).seats]
    [('第1排1号', 0.3), ('第1排2号', -0.3)]
    """
    refuse_numbers("photo_steps", {"rows": (min(rows, default=0), 1)}, {"seat_width": seat_width})
    name, row_name, camera = _WORDS[language]
    area = Area(id, label or name, "photo", 1, seat_width, _PITCH)
    places = tuple(_places(area, rows, label + row_name, seated=seated, language=language))
    machine = Fixture(f"{id}-camera", camera, "other", 0.0, -_CAMERA, 0.4, 0.4, height=1.5)
    return Venue(area.label, places, (area,), (machine,))


def _places(area: Area, rows: Sequence[int], name: str, *, seated: bool, language: Language) -> Iterator[Seat]:
    middle = max(rows) // 2
    for k, count in enumerate(rows):
        features = frozenset[str]() if seated and k == 0 else frozenset({STANDING})
        line = Line(
            area,
            signed(count),
            k + 1,
            name.format(k + 1),
            features,
            first_column=middle,
            z=round(k * _RISE, 6),
            language=language,
        )
        yield from along(line, (0.0, k * area.row_pitch), TO_DOOR)
