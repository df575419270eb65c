"""Long and oval tables with people all round, and U-shapes (protocol.md 4.3, 5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from seatplan.errors import Fault, refuse
from seatplan.venue.lines import Line, door, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring
from seatplan.venue.seat import Area, AreaKind, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["long_table", "u_table"]

_CHAIR = 0.35
_LONGER = 0.2
"""Metres that a table which would be square is longer, so that its ends are ends."""
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
        Seats on each long side and at each end. Two at each end are for western dinners of a multiple of four
        (protocol.md conflict 23, C [S124]): the main seat is the left one of the far end.
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
    if middle % 2 == 0 and not (first == "end" and ends == 2):
        name = "ends" if first == "end" else "sides"
        mend = "use an odd number, or put the main seat elsewhere with first: end or side"
        refuse([Fault(f"long_table {name}", f"{middle} seats have none in the middle for the main seat", mend)])
    long, wide = max(sides * seat_width, seat_width), max(table_width, ends * seat_width)
    long += _LONGER if abs(long - wide) < _LONGER else 0.0
    places = (
        _round(ends, sides, long, wide, seat_width)
        if first == "end"
        else _round(sides, ends, wide, long, seat_width)
    )
    area = Area(id, label or _WORDS[language]["table"], "ring", 1, seat_width, seat_width)
    chairs = Ring(area, _seat_name(label, language), language).seats(places)
    box = (wide, long) if first == "end" else (long, wide)
    top = Fixture(f"{id}-top", area.label, "table", 0.0, 0.0, *box, area=id, height=0.75)
    fixtures = (top, door(id, chairs, (), language)) if door_below else (top,)
    return Venue(area.label, tuple(chairs), (area,), fixtures)


def u_table(
    *,
    end: int,
    arms: int,
    u_head: Literal["closed_end", "opening"] = "closed_end",
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
    u_head : {"closed_end", "opening"}
        Where the leader sits (conflict 25): in the middle of the closed end (C [S38]), the screen at the opening;
        or on a chair of its own at the opening, facing the closed end ([S99], weak), the screen behind that end.
    id, label : str
        Of the area.
    seat_width, table_width : float
        Metres from seat to seat, and across each table.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        For ``closed_end`` one area of kind ``table`` whose row runs round the U; position 0 is the middle of the
        closed end. For ``opening`` one of kind ``ring``: seat 1 is the leader's, seat 2 is at its right hand. How
        the others follow is not known then; as at other tables, nearer the leader is higher (D).

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
    kind: AreaKind = "table" if u_head == "closed_end" else "ring"
    area = Area(id, label or _WORDS[language]["u"], kind, 1, seat_width, seat_width)
    wide, deep = max(end * seat_width, 3 * table_width), arms * seat_width
    places = list(_bent(end, arms, wide, deep, table_width, seat_width))
    if u_head == "closed_end":
        chairs = _u_row(area, places, label, language)
    else:
        head = (0.0, -table_width / 2 - deep - _CHAIR, 90.0)
        chairs = Ring(area, _seat_name(label, language), language).seats([head, *places])
    tables = _u_top(area, wide, deep, table_width)
    return Venue(area.label, tuple(chairs), (area,), (*tables, door(id, chairs, tables, language)))


def _u_row(area: Area, places: list[Place], label: str, language: Language) -> list[Seat]:
    """Return the seats of a row that runs round the U."""
    numbers = signed(len(places))
    line = Line(
        area, numbers, 1, label, walls=frozenset({"front"}), first_column=len(places) // 2, language=language
    )
    return [line.seat(k, *place) for k, place in enumerate(places)]


def _u_top(area: Area, wide: float, deep: float, table_width: float) -> list[Fixture]:
    """Return the three tables of a U."""
    id, across = area.id, table_width  # noqa: A001
    arms = (("left", -(wide - across) / 2), ("right", (wide - across) / 2))
    return [
        Fixture(f"{id}-end", area.label, "table", 0.0, 0.0, wide, across, area=id, height=0.75),
        *(
            Fixture(f"{id}-arm-{side}", "", "table", x, -(across + deep) / 2, across, deep, area=id, height=0.75)
            for side, x in arms
        ),
    ]


def _seat_name(label: str, language: Language) -> str:
    """Return what stands before a seat's number."""
    return f"{label}{_WORDS[language]['dot']}" if label else ("" if language == "zh" else "Seat ")


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
    main = (first - 1) // 2
    return [*ring[main:], *ring[:main]]


def _bent(end: int, arms: int, wide: float, deep: float, across: float, step: float) -> Iterator[Place]:
    """Yield the places round a U from the occupants' left: up the right arm, along the end, down the left arm."""
    low = -across / 2 - deep / 2
    out = wide / 2 + _CHAIR
    yield from ((out, low + p * step, 180.0) for p in signed(arms))
    yield from ((-p * step, across / 2 + _CHAIR, 270.0) for p in signed(end))
    yield from ((-out, low - p * step, 0.0) for p in signed(arms))
