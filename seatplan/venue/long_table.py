"""Long and oval tables with people all round, and U-shapes (protocol.md 4.3, 5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from seatplan.errors import Fault, refuse
from seatplan.venue.lines import Line, door, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring
from seatplan.venue.seat import Area, Fixture
from seatplan.venue.venue import Venue

__all__ = ["long_table", "u_table"]

_CHAIR = 0.35
_WORDS = {
    "zh": {"table": "长桌", "u": "U形桌", "dot": ""},
    "en": {"table": "Table", "u": "U-shape", "dot": " seat "},
}

Place = tuple[float, float, float]


def long_table(
    *,
    sides: int,
    ends: int = 1,
    first: Literal["end", "side"] = "end",
    id: str = "table",  # noqa: A002
    label: str = "",
    seat_width: float = 0.65,
    table_width: float = 1.2,
    door_below: bool = True,
    language: Language = "zh",
) -> Venue:
    """Return a long table with people all round, in a room with its door at the bottom.

    Parameters
    ----------
    sides, ends : int
        Seats on each long side and at each end.
    first : {"end", "side"}
        Where the main seat s0 is: at the far end, so that the table stands end-on to the door (host and hostess at
        the two ends, the English form; a leader at the inner short end); or in the middle of the far side of a
        table across the room (the French form), for which ``sides`` is odd.
    id, label : str
        Of the area.
    seat_width, table_width : float
        Metres from seat to seat, and across the table.
    door_below : bool
        Draw a door below.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``ring``. Seat 1 is s0, seat 2 is at its right hand.

    Raises
    ------
    InputError
        For too few seats, a main seat that would not be in the middle, and measures that are not positive.

    Examples
    --------
    >>> table = long_table(sides=2)
    >>> [(seat.number, seat.facing) for seat in table.seats]
    [(1, 270.0), (2, 0.0), (3, 0.0), (4, 90.0), (5, 180.0), (6, 180.0)]
    """
    refuse_numbers(
        "long_table",
        {"sides": (sides, 1), "ends": (ends, 0)},
        {"seat_width": seat_width, "table_width": table_width},
    )
    middle = ends if first == "end" else sides
    if middle % 2 == 0:
        name = "ends" if first == "end" else "sides"
        mend = "use an odd number, or put the main seat elsewhere with first: end or side"
        refuse([Fault(f"long_table {name}", f"{middle} seats have none in the middle for the main seat", mend)])
    long, wide = max(sides * seat_width, seat_width), max(table_width, ends * seat_width)
    places = (
        _round(ends, sides, long, wide, seat_width)
        if first == "end"
        else _round(sides, ends, wide, long, seat_width)
    )
    area = Area(id, label or _WORDS[language]["table"], "ring", 1, seat_width, seat_width)
    name = f"{label}{_WORDS[language]['dot']}" if label else ("" if language == "zh" else "Seat ")
    chairs = Ring(area, name, language).seats(places)
    box = (wide, long) if first == "end" else (long, wide)
    top = Fixture(f"{id}-top", area.label, "table", 0.0, 0.0, *box, area=id, height=0.75)
    fixtures = (top, door(id, chairs, (), language)) if door_below else (top,)
    return Venue(area.label, tuple(chairs), (area,), fixtures)


def u_table(
    *,
    end: int,
    arms: int,
    id: str = "u",  # noqa: A002
    label: str = "",
    seat_width: float = 0.75,
    table_width: float = 0.75,
    language: Language = "zh",
) -> Venue:
    """Return a U-shape that opens towards the door at the bottom of the page.

    Parameters
    ----------
    end : int
        Seats at the closed end, which face the opening.
    arms : int
        Seats along the outside of each arm.
    id, label : str
        Of the area.
    seat_width, table_width : float
        Metres from seat to seat, and across each table.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``table`` whose row runs round the U; position 0 is the middle of the closed end, where
        the leader sits (conflict 25, ``closed_end``, C [S38]); the screen stands at the opening. The contrary, a
        main seat at the opening ([S99], D), is not offered: nothing is known of the other seats then.

    Raises
    ------
    InputError
        For too few seats, and measures that are not positive.

    Examples
    --------
    >>> table = u_table(end=1, arms=1)
    >>> [(seat.position, seat.facing) for seat in table.seats]
    [(-1.0, 180.0), (0.0, 270.0), (1.0, 0.0)]
    """
    least = {"end": (end, 1), "arms": (arms, 1)}
    refuse_numbers("u_table", least, {"seat_width": seat_width, "table_width": table_width})
    area = Area(id, label or _WORDS[language]["u"], "table", 1, seat_width, seat_width)
    total = end + 2 * arms
    line = Line(
        area, signed(total), 1, label, walls=frozenset({"front"}), first_column=total // 2, language=language
    )
    wide, deep = max(end * seat_width, 3 * table_width), arms * seat_width
    chairs = [
        line.seat(k, *place) for k, place in enumerate(_bent(end, arms, wide, deep, table_width, seat_width))
    ]
    tables = [
        Fixture(f"{id}-end", area.label, "table", 0.0, 0.0, wide, table_width, area=id, height=0.75),
        *(
            Fixture(
                f"{id}-arm-{side}",
                "",
                "table",
                x,
                -table_width / 2 - deep / 2,
                table_width,
                deep,
                area=id,
                height=0.75,
            )
            for side, x in (("left", -(wide - table_width) / 2), ("right", (wide - table_width) / 2))
        ),
    ]
    return Venue(area.label, tuple(chairs), (area,), (*tables, door(id, chairs, tables, language)))


def _round(first: int, second: int, high: float, far: float, step: float) -> list[Place]:
    """Return the places round an oblong table, from the middle of its far edge towards the right hand.

    Parameters
    ----------
    first, second : int
        Seats on the far and near edges, and on the other two.
    high, far : float
        Size of the table away from the door and across.
    step : float
        From seat to seat.
    """
    top = [(-p * step, high / 2 + _CHAIR, 270.0) for p in signed(first)]
    left = [(-far / 2 - _CHAIR, -p * step, 0.0) for p in signed(second)]
    bottom = [(p * step, -high / 2 - _CHAIR, 90.0) for p in signed(first)]
    right = [(far / 2 + _CHAIR, p * step, 180.0) for p in signed(second)]
    ring = [*top, *left, *bottom, *right]
    return [*ring[first // 2 :], *ring[: first // 2]]


def _bent(end: int, arms: int, wide: float, deep: float, across: float, step: float) -> Iterator[Place]:
    """Yield the places round a U from the occupants' left: up the right arm, along the end, down the left arm."""
    low = -across / 2 - deep / 2
    out = wide / 2 + _CHAIR
    yield from ((out, low + p * step, 180.0) for p in signed(arms))
    yield from ((-p * step, across / 2 + _CHAIR, 270.0) for p in signed(end))
    yield from ((-out, low - p * step, 0.0) for p in signed(arms))
