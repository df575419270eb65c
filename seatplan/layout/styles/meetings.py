"""Meetings round tables: boardroom, U-shape and hollow square, as large as a room takes."""

from __future__ import annotations

from math import ceil

from seatplan.codes import Code
from seatplan.layout.figures import Shape, plan_figure, towards_door
from seatplan.layout.ground import ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.said import Said
from seatplan.layout.set_up import TableWish
from seatplan.layout.usual import usual
from seatplan.venue import Venue
from seatplan.venue import hollow_square as square_of
from seatplan.venue import long_table as table_of
from seatplan.venue import u_table as u_of
from seatplan.venue.numbering import Language

__all__ = ["boardroom", "hollow_square", "u_shape"]

_SIDES = range(1, 120)
_TABLES = 3
"""Tables' widths across a square whose hollow is as wide as one: with less it is one table, not a square."""


def boardroom(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    ends: int = 1,
    seat_width: float | None = None,
    table_width: float = 1.2,
    language: Language = "en",
) -> Layout:
    """Return one long table with people all round, along the room or across it.

    Parameters
    ----------
    room, code, people, language
        As for `lay_out`.
    ends : int
        Places at each end; the first of them is the head of the table.
    seat_width : float, optional
        Metres of the table's edge for each; by default 30 in (codes.md 3.4).
    table_width : float

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        If not even a table for four has room, and for measures that are not positive.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = boardroom(Room(rectangle(9, 6)))
    >>> found.count, found.bound
    (18, 18)
    """
    here, width = ground(room), seat_width or usual("table.person.preferred")

    def build(sides: int, at_ends: int) -> Venue:
        return table_of(
            sides=sides,
            ends=at_ends,
            seat_width=width,
            table_width=table_width,
            door_below=False,
            language=language,
        )

    turns = towards_door(here), towards_door(here, across=True)
    shape = Shape(Said("long tables, ends", {"ends": ends}), build, _SIDES, (ends,), turns)
    return plan_figure(here, shape, _wish("boardroom", code, people, language))


def u_shape(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    seat_width: float | None = None,
    table_width: float = 0.75,
    language: Language = "en",
) -> Layout:
    """Return tables in a U that opens to the front, people on its outer side.

    Parameters
    ----------
    room, code, people, seat_width, table_width, language
        As for `boardroom`.

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        As for `boardroom`.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = u_shape(Room(rectangle(9, 6)), people=12)
    >>> found.count, found.bound, found.limited_by
    (12, 12, 'wish')
    """
    width = seat_width or usual("table.person.preferred")

    def build(arms: int, end: int) -> Venue:
        return u_of(end=end, arms=arms, seat_width=width, table_width=table_width, language=language)

    shape = Shape(Said("u-shapes"), build, _SIDES, _SIDES, (180.0,))
    return plan_figure(ground(room), shape, _wish("U-shape", code, people, language))


def hollow_square(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    seat_width: float | None = None,
    table_width: float = 0.75,
    language: Language = "en",
) -> Layout:
    """Return tables in a hollow square or oblong, people on its outer side.

    Its hollow is as wide as a table at least.

    Parameters
    ----------
    room, code, people, seat_width, table_width, language
        As for `boardroom`.

    Returns
    -------
    Layout

    Raises
    ------
    InputError
        As for `boardroom`.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = hollow_square(Room(rectangle(9, 6)))
    >>> found.count, found.proven
    (20, True)
    """
    here, width = ground(room), seat_width or usual("table.person.preferred")

    def build(sides: int, far: int) -> Venue:
        return square_of(far=far, sides=sides, seat_width=width, table_width=table_width, language=language)

    hollow = range(max(1, ceil(_TABLES * table_width / width - 1e-9)), _SIDES.stop)
    shape = Shape(Said("hollow squares"), build, _SIDES, hollow, (towards_door(here),))
    return plan_figure(here, shape, _wish("hollow square", code, people, language))


def _wish(style: str, code: Code | None, people: int | None, language: Language) -> TableWish:
    return TableWish(style=style, code=code, people=people, language=language)
