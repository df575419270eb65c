"""Tables with straight sides at which parties face each other (protocol.md 4.1, 4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from seatplan.errors import Fault, refuse
from seatplan.venue.lines import Line, along, door, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["hollow_square", "talks_table"]

Side = Literal["far", "near", "left", "right"]

_FACING: dict[Side, float] = {"far": 270.0, "near": 90.0, "left": 0.0, "right": 180.0}
"""Where the people on each side of the page look."""
_CHAIR = 0.35
"""Metres from the table's edge to the middle of a chair."""
_BEHIND = 1.0
_EN: dict[str, str] = {
    "far": "Far side ",
    "near": "Door side ",
    "left": "Left side ",
    "right": "Right side ",
    "behind": "back row ",
    "table": "Table",
}
_ZH = {"far": "里侧", "near": "外侧", "left": "左侧", "right": "右侧", "behind": "后排", "table": "会谈桌"}
_WORDS = {"zh": _ZH, "en": _EN}
"""Left and right are those of somebody who enters by the door."""


def talks_table(
    *,
    seats: int | Sequence[int],
    table: Literal["across", "end_on"] = "across",
    behind: int = 0,
    id: str = "talks",  # noqa: A002
    label: str = "",
    seat_width: float = 0.75,
    table_width: float = 1.8,
    language: Language = "zh",
) -> Venue:
    """Return a long table at which two parties face each other, in a room with its door at the bottom.

    Parameters
    ----------
    seats : int, or (int, int)
        Chairs on each side, those of interpreters at the table included. A pair is the far side and the near
        one or, end-on, the left side and the right one.
    table : {"across", "end_on"}
        Across the door's axis, so that one side faces the door; or with one end to the door (protocol.md
        rules 33 and 34).
    behind : int
        Chairs in a second row behind the middle of each side, for interpreters and note-takers.
    id, label : str
        Beginning of the areas' ids, and of the seats' labels.
    seat_width, table_width : float
        Metres from chair to chair, and across the table.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        Two areas of kind ``table``: ``talks-far`` and ``talks-near``, or ``talks-left`` and ``talks-right`` as
        one enters. Row 1 is at the table, row 2 behind it. Seats are numbered from the occupants' left.

    Raises
    ------
    InputError
        For too few chairs, more behind than at the table, and measures that are not positive.

    Examples
    --------
    >>> room = talks_table(seats=3, behind=1)
    >>> [area.id for area in room.areas], room.seat("talks-far-1-1").label
    (['talks-far', 'talks-near'], '里侧1号')
    """
    counts = [seats, seats] if isinstance(seats, int) else list(seats)
    if len(counts) != 2:
        mend = "give one number, or one for each of the two sides"
        refuse([Fault("talks_table seats", f"{len(counts)} numbers", mend)])
    refuse_numbers(
        "talks_table",
        {"seats": (min(counts), max(1, behind)), "behind": (behind, 0)},
        {"seat_width": seat_width, "table_width": table_width},
    )
    sides: tuple[Side, Side] = ("far", "near") if table == "across" else ("left", "right")
    made = _Table(id, label, seat_width, language)
    out = table_width / 2 + _CHAIR
    chairs = [seat for side, n in zip(sides, counts, strict=True) for seat in made.chairs(side, n, behind, out)]
    long = max(counts) * seat_width
    box = (long, table_width) if table == "across" else (table_width, long)
    return made.room(sides, chairs, [made.top("table", 0.0, 0.0, *box)])


def hollow_square(
    *,
    far: int,
    sides: int = 0,
    near: int | None = None,
    behind: int = 0,
    id: str = "square",  # noqa: A002
    label: str = "",
    seat_width: float = 0.75,
    table_width: float = 0.75,
    language: Language = "zh",
) -> Venue:
    """Return tables in a hollow square or oblong, in a room with its door at the bottom (回字形, protocol.md 4.3).

    Parameters
    ----------
    far, near : int
        Chairs on the side that faces the door and on the side near it; by default equally many.
    sides : int
        Chairs on the left side and on the right one.
    behind : int
        Chairs in a second row behind the middle of the far side and of the near one.
    id, label : str
        Beginning of the areas' ids, and of the seats' labels.
    seat_width, table_width : float
        Metres from chair to chair, and across each table.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        Areas of kind ``table``: ``square-far``, ``square-near`` and, if they have chairs, ``square-left`` and
        ``square-right`` as one enters.

    Raises
    ------
    InputError
        As for `talks_table`.

    Examples
    --------
    >>> room = hollow_square(far=4, sides=2)
    >>> [(area.id, len(room.seats_of(area.id))) for area in room.areas]
    [('square-far', 4), ('square-near', 4), ('square-left', 2), ('square-right', 2)]
    """
    near = far if near is None else near
    least = {
        "far": (far, max(1, behind)),
        "near": (near, max(1, behind)),
        "sides": (sides, 0),
        "behind": (behind, 0),
    }
    refuse_numbers("hollow_square", least, {"seat_width": seat_width, "table_width": table_width})
    made = _Table(id, label, seat_width, language)
    wide = max(far, near) * seat_width
    deep = max(sides * seat_width, seat_width) + table_width
    chairs = [
        *made.chairs("far", far, behind, deep / 2 + table_width / 2 + _CHAIR),
        *made.chairs("near", near, behind, deep / 2 + table_width / 2 + _CHAIR),
        *made.chairs("left", sides, 0, wide / 2 + _CHAIR),
        *made.chairs("right", sides, 0, wide / 2 + _CHAIR),
    ]
    used: tuple[Side, ...] = ("far", "near", "left", "right") if sides else ("far", "near")
    return made.room(used, chairs, list(_ring(made, wide, deep, table_width)))


@dataclass(frozen=True)
class _Table:
    """What the sides of one table share."""

    id: str
    label: str
    seat_width: float
    language: Language

    def area(self, side: Side) -> Area:
        name = f"{self.label}{_WORDS[self.language][side]}".strip()
        return Area(f"{self.id}-{side}", name, "table", 1, self.seat_width, _BEHIND)

    def chairs(self, side: Side, count: int, behind: int, out: float) -> Iterator[Seat]:
        """Yield the chairs of a side, so far from the middle of the room, and those behind them."""
        area, places, walled = self.area(side), signed(count), frozenset({"front"})
        name = f"{self.label}{_WORDS[self.language][side]}"
        yield from along(
            Line(area, places, 1, name, walls=walled, first_column=count // 2, language=self.language),
            _out(side, out),
            _FACING[side],
        )
        middle = tuple(sorted(sorted(places, key=abs)[:behind]))
        name += _WORDS[self.language]["behind"]
        line = Line(area, middle, 2, name, first_column=count // 2, language=self.language)
        yield from along(line, _out(side, out + _BEHIND), _FACING[side])

    def top(self, name: str, x: float, y: float, width: float, depth: float) -> Fixture:
        label = f"{self.label}{_WORDS[self.language]['table']}"
        return Fixture(f"{self.id}-{name}", label, "table", x, y, width, depth, height=0.75)

    def room(self, sides: Sequence[Side], chairs: Sequence[Seat], tables: Sequence[Fixture]) -> Venue:
        fixtures = (*tables, door(self.id, chairs, tables, self.language))
        return Venue(self.label or self.id, tuple(chairs), tuple(map(self.area, sides)), fixtures)


def _out(side: Side, metres: float) -> tuple[float, float]:
    return {"far": (0.0, metres), "near": (0.0, -metres), "left": (-metres, 0.0), "right": (metres, 0.0)}[side]


def _ring(made: _Table, wide: float, deep: float, across: float) -> Iterator[Fixture]:
    """Yield the four tables of a square whose middle is free."""
    yield made.top("far-table", 0.0, deep / 2, wide, across)
    yield made.top("near-table", 0.0, -deep / 2, wide, across)
    inner = deep - across
    yield made.top("left-table", -(wide - across) / 2, 0.0, across, inner)
    yield made.top("right-table", (wide - across) / 2, 0.0, across, inner)
