"""A long head table that faces the hall, with round tables before it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from seatplan.codes import Code
from seatplan.errors import Fault, InputError
from seatplan.layout.ground import Ground, ground
from seatplan.layout.largest_box import Boxes
from seatplan.layout.layout import Layout
from seatplan.layout.placed import extent, placed
from seatplan.layout.room import Room
from seatplan.layout.set_up import SetUp, TableWish, way_width
from seatplan.layout.shapes import box
from seatplan.layout.styles.rounds import Arrangement, laid_rounds, round_rules
from seatplan.layout.wheelchairs.enough import enough_places
from seatplan.venue import head_table
from seatplan.venue.lines import refuse_numbers
from seatplan.venue.numbering import Language

__all__ = ["head_table_hall"]

_HEAD: dict[Language, str] = {"en": "Head table seat ", "zh": "主桌"}


def head_table_hall(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    head: int = 8,
    seat_width: float = 0.70,
    arrangement: Arrangement = "staggered",
    diameter: float = 1.524,
    seats: int | None = None,
    gap: float | None = None,
    wall: float | None = None,
    language: Language = "en",
) -> Layout:
    """Return a head table at the front, whose people face the hall, and round tables in the rest.

    Parameters
    ----------
    room, code, people, arrangement, diameter, seats, gap, wall, language
        As for `banquet_rounds`.
    head : int
        Seats of the head table.
    seat_width : float
        Metres of the head table for each.

    Returns
    -------
    Layout
        The head table stands as near to the front as it can, as central as it can; the rest is exact for it.

    Raises
    ------
    InputError
        If the head table has no room.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = head_table_hall(Room(rectangle(12, 12)), head=6, seats=8)
    >>> found.count, len(found.venue.seats_of("head"))
    (78, 6)
    """
    refuse_numbers("head table", {"head": (head, 1)}, {"seat_width": seat_width})
    here = ground(room)
    stand, rest = _head(here, head, seat_width, way_width(code), language)
    wish = TableWish(style="head table and rounds", code=code, people=people, language=language)
    rules = round_rules(code, diameter=diameter, seats=seats, gap=gap, wall=wall, first=0.5)
    return enough_places(
        partial(laid_rounds, here, rule, wish, arrangement, stand, rule.floor(rest)) for rule in rules
    )


def _head(here: Ground, head: int, width: float, clear: float, language: Language) -> tuple[SetUp, Ground]:
    """Return the head table, and the ground with it and its ways taken."""
    made = head_table(seats=head, seat_width=width, door_below=False, language=language)
    reach = extent(made, clear=clear)
    size = reach[1] - reach[0]
    spot = Boxes(here, 0.0).foremost(float(size[0]), float(size[1]))
    if spot is None:
        found = f"a head table of {size[0]:.2f} x {size[1]:.2f} m with its ways has no room"
        raise InputError([Fault(f"room {here.room.name!r}", found, "give it fewer seats, or a larger room")])
    middle = (reach[0] + reach[1]) / 2
    x, y = (spot.left + spot.right) / 2 - middle[0], (spot.low + spot.high) / 2 - middle[1]
    stand = placed(made, round(float(x), 6), round(float(y), 6))
    seats = tuple(
        replace(seat, label=f"{_HEAD[language]}{seat.number}{'号' if language == 'zh' else ''}")
        for seat in sorted(stand.seats, key=lambda seat: abs(seat.position))
    )
    inner = box((spot.left + spot.right) / 2, (spot.low + spot.high) / 2, size[0] - 2 * clear, size[1] - 2 * clear)
    return replace(stand, seats=seats), replace(here, solid=(*here.solid, inner))
