"""Rooms of parliaments: the hemicycle and the two facing blocks (protocol.md section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, degrees, floor, pi, radians, sin

from seatplan.errors import Fault, refuse
from seatplan.venue.lines import Line, along, door, refuse_numbers, signed
from seatplan.venue.numbering import Language, seat_label
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["hemicycle", "westminster"]

_DAIS = 2.4
"""Metres of the President's dais, across; it stands where the rows have their common centre."""
_GANGWAY = 3.0
"""Metres between the front benches of the two blocks."""
_CHAIR = 1.0
_WORDS = {
    "zh": {
        "hemicycle": "议事厅",
        "dais": "议长席",
        "right": "议长右侧",
        "left": "议长左侧",
        "facing": "议长对面",
        "row": "{}第{}排",
    },
    "en": {
        "hemicycle": "Hemicycle",
        "dais": "President",
        "right": "Speaker's right",
        "left": "Speaker's left",
        "facing": "Facing the Speaker",
        "row": "{} row {} seat ",
    },
}
_SPEAKER = {"zh": "议长席", "en": "Speaker"}


def hemicycle(
    *,
    seats: int,
    rows: int | None = None,
    id: str = "house",  # noqa: A002
    label: str = "",
    seat_width: float = 0.9,
    row_pitch: float = 1.1,
    language: Language = "zh",
) -> Venue:
    """Return a half circle of seats that face the President, whose dais is at the top of the page.

    The rows fill an annulus whose outer radius is twice the inner one, at a constant pitch; the seats of a row
    are equally spaced, and each row has as many as its length deserves (protocol.md section 6, B [S134]).

    Parameters
    ----------
    seats : int
    rows : int, optional
        Default: as few as give each seat its width.
    id, label : str
        Of the area.
    seat_width, row_pitch : float
        Metres, at least; both grow if the shape demands it.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``parliament``; row 1 is nearest the President, positions are those of the members, whose
        right is the right of the page.

    Raises
    ------
    InputError
        For fewer seats than rows, and measures that are not positive.

    Examples
    --------
    >>> house = hemicycle(seats=10, rows=2)
    >>> [sum(seat.row == row for seat in house.seats) for row in (1, 2)]
    [3, 7]
    """
    refuse_numbers("hemicycle", {"seats": (seats, 1)}, {"seat_width": seat_width, "row_pitch": row_pitch})
    count = rows if rows is not None else _rows_for(seats, seat_width, row_pitch)
    if not 1 <= count <= seats:
        refuse([Fault("hemicycle rows", f"{count} rows for {seats} seats", "give 1 to as many as seats")])
    inner = _inner(seats, count, seat_width, row_pitch)
    radii = [inner * (1 + k / (count - 1)) if count > 1 else inner for k in range(count)]
    words = _WORDS[language]
    pitch = radii[1] - inner if count > 1 else row_pitch
    area = Area(id, label or words["hemicycle"], "parliament", 1, round(pi * sum(radii) / seats, 3), pitch)
    places = [
        seat
        for row, (radius, n) in enumerate(zip(radii, _shares(seats, radii), strict=True), 1)
        for seat in _arc(area, row, radius, n, label, language)
    ]
    dais = Fixture(f"{id}-dais", words["dais"], "stage", 0.0, 0.6, _DAIS, 1.2, height=0.4)
    return Venue(area.label, tuple(places), (area,), (dais, door(id, places, (), language, gap=1.2)))


def westminster(
    *,
    benches: int = 3,
    seats: int = 6,
    cross: int = 0,
    id: str = "house",  # noqa: A002
    seat_width: float = 0.7,
    row_pitch: float = 1.0,
    language: Language = "zh",
) -> Venue:
    """Return two blocks that face each other on both sides of the Speaker, whose chair is at the top of the page.

    Parameters
    ----------
    benches : int
        Rows of each block; row 1 is the front bench.
    seats : int
        Seats of each row.
    cross : int
        Seats of the cross benches, which face the Speaker; 0 for none.
    id : str
        Beginning of the areas' ids.
    seat_width, row_pitch : float
        Metres.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        Areas of kind ``benches``: ``house-right``, ``house-left`` and ``house-facing``, by the Speaker's own
        sides. The Speaker faces down the page, so the right block is page-left.

    Raises
    ------
    InputError
        For too few seats, and measures that are not positive.

    Examples
    --------
    >>> house = westminster(benches=1, seats=2)
    >>> [(seat.area, seat.facing, seat.x < 0) for seat in house.seats][::2]
    [('house-right', 0.0, True), ('house-left', 180.0, False)]
    """
    least = {"benches": (benches, 1), "seats": (seats, 1), "cross": (cross, 0)}
    refuse_numbers("westminster", least, {"seat_width": seat_width, "row_pitch": row_pitch})
    areas = [
        Area(f"{id}-{side}", _WORDS[language][side], "benches", 1, seat_width, row_pitch)
        for side in ("right", "left", *(("facing",) if cross else ()))
    ]
    middle = -_CHAIR - seats * seat_width / 2
    out = _GANGWAY / 2
    places = [
        *(
            seat
            for row in range(benches)
            for seat in _bench(areas[0], row, seats, (-out - row * row_pitch, middle), 0.0, language)
        ),
        *(
            seat
            for row in range(benches)
            for seat in _bench(areas[1], row, seats, (out + row * row_pitch, middle), 180.0, language)
        ),
    ]
    if cross:
        places += _bench(areas[2], 0, cross, (0.0, middle - seats * seat_width / 2 - 1.5), 90.0, language)
    chair = Fixture(f"{id}-speaker", _SPEAKER[language], "other", 0.0, 0.0, 1.2, 0.8, height=1.2)
    return Venue(id, tuple(places), tuple(areas), (chair, door(id, places, (), language, gap=1.2)))


def _rows_for(seats: int, width: float, pitch: float) -> int:
    """Return the least number of rows whose length suffices when the pitch is the least."""
    rows = 1 if seats <= 4 else 2
    while rows > 1 and pi * 1.5 * rows * pitch * (rows - 1) < seats * width:
        rows += 1
    return min(rows, seats)


def _inner(seats: int, rows: int, width: float, pitch: float) -> float:
    """Return the inner radius at which both seats and rows have their room."""
    lengths = 1.5 * rows if rows > 1 else 1.0  # of all rows together, in half circles of the inner radius
    return max(seats * width / (pi * lengths), pitch * (rows - 1), _DAIS / 2 + 0.6)


def _shares(seats: int, radii: Sequence[float]) -> list[int]:
    """Share seats out among rows by their length; the largest remainders get the rest, outer rows first."""
    exact = [seats * radius / sum(radii) for radius in radii]
    found = [floor(share) for share in exact]
    by_rest = sorted(range(len(radii)), key=lambda k: (found[k] - exact[k], -k))
    for k in by_rest[: seats - sum(found)]:
        found[k] += 1
    return found


def _arc(area: Area, row: int, radius: float, count: int, label: str, language: Language) -> Iterator[Seat]:
    """Yield a row from the members' left to their right."""
    for k, position in enumerate(signed(count)):
        angle = 180.0 * position / count
        a = radians(angle)
        yield Seat(
            f"{area.id}-{row}-{k + 1}",
            seat_label(row, k + 1, language=language, area=label),
            area.id,
            row,
            k + 1,
            position=position,
            column=k,
            x=round(radius * sin(a), 6) + 0.0,
            y=round(-radius * cos(a), 6) + 0.0,
            facing=round((90.0 + degrees(a)) % 360, 6),
        )


def _bench(
    area: Area, row: int, count: int, middle: tuple[float, float], facing: float, language: Language
) -> list[Seat]:
    name = _WORDS[language]["row"].format(area.label, row + 1)
    line = Line(area, signed(count), row + 1, name, first_column=count // 2, language=language)
    return along(line, middle, facing)
