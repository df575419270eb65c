"""Cars and coaches, seen from above; they drive up the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from seatplan.venue.lines import AWAY, Line, along, refuse_numbers
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["DRIVER", "OFF_ROAD", "vehicle"]

DRIVER, OFF_ROAD = "driver", "off_road"
"""Features of the driver's seat, and of the seats of an off-road car."""

_ROWS: dict[str, tuple[tuple[float, ...], ...]] = {
    "car": ((-0.5, 0.5), (-1.0, 0.0, 1.0)),
    "off_road": ((-0.5, 0.5), (-0.5, 0.5)),
    "seven_seats": ((-0.5, 0.5), (-0.5, 0.5), (-1.0, 0.0, 1.0)),
}
_BUSES: dict[str, tuple[float, ...]] = {"minibus": (-1.5, 0.5, 1.5), "coach": (-1.5, -0.5, 0.5, 1.5)}
_WORDS = {
    "zh": {"area": "车", "row": "{}排", "front": "车头", "wheel": "驾驶"},
    "en": {"area": "Vehicle", "row": "Row {} seat ", "front": "Front", "wheel": "Driver"},
}


def vehicle(
    *,
    form: Literal["car", "off_road", "seven_seats", "minibus", "coach"] = "car",
    rows: int = 10,
    drive: Literal["left", "right"] = "left",
    id: str = "vehicle",  # noqa: A002
    label: str = "",
    language: Language = "zh",
) -> Venue:
    """Return a vehicle. Left and right are the passengers' own, which are those of the page.

    Parameters
    ----------
    form : {"car", "off_road", "seven_seats", "minibus", "coach"}
        Two seats in front and three behind; two and two; two, two and three; a driver and rows of three, the aisle
        at the right of the first; a driver and rows of four.
    rows : int
        Rows of a minibus or coach behind the driver.
    drive : {"left", "right"}
        Side of the driver.
    id, label : str
        Of the area.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``vehicle``; row 1 is in front, and one of its seats is the driver's.

    Raises
    ------
    InputError
        For a coach without rows.

    Examples
    --------
    >>> car = vehicle()
    >>> [(seat.row, seat.position, sorted(seat.features)) for seat in car.seats][:2]
    [(1, -0.5, ['driver']), (1, 0.5, [])]
    """
    refuse_numbers("vehicle", {"rows": (rows, 1)}, {})
    words = _WORDS[language]
    area = Area(id, label or words["area"], "vehicle", 1, 0.55, 0.95)
    wheel = (-1.5 if form in _BUSES else -0.5) * (1 if drive == "left" else -1)
    layout = ((wheel,), *[_BUSES[form]] * rows) if form in _BUSES else _ROWS[form]
    seats: list[Seat] = []
    for k, places in enumerate(layout):
        line = Line(area, places, k + 1, label + words["row"].format(k + 1), first_column=2, language=language)
        seats += along(line, (0.0, -k * area.row_pitch), AWAY)
    marked = (replace(seat, features=_features(seat, form, wheel)) for seat in seats)
    x = wheel * area.seat_width
    things = (
        Fixture(f"{id}-front", words["front"], "other", 0.0, 0.9, 1.4, 0.2),
        Fixture(f"{id}-wheel", words["wheel"], "other", x, 0.45, 0.4, 0.1),
    )
    return Venue(area.label, tuple(marked), (area,), things)


def _features(seat: Seat, form: str, wheel: float) -> frozenset[str]:
    found = {DRIVER} if seat.row == 1 and seat.position == wheel else set()
    return frozenset(found | ({OFF_ROAD} if form == "off_road" else set()))
