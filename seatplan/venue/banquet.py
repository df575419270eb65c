"""Round tables: one, or a hall of them, with a stage or a long head table (protocol.md 5.1, 5.2, 1.12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import pi

from seatplan.errors import Fault, refuse
from seatplan.venue.lines import TO_DOOR, Line, along, door, refuse_numbers, signed
from seatplan.venue.numbering import Language
from seatplan.venue.rings import Ring, round_places
from seatplan.venue.seat import Area, Fixture, Seat
from seatplan.venue.venue import Venue

__all__ = ["banquet", "head_table", "round_table"]

_CHAIR = 0.35
"""Metres from the table's edge to the middle of a chair."""
_SMALLEST = 1.2
_BETWEEN = 1.5
"""Metres from edge to edge of two tables: 1.37 to 1.52 m are recommended (protocol.md 1.12, C [S39 S41])."""
_STAGE_DEPTH = 2.5
_HEAD_DEPTH = 0.75
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_WORDS = {
    "zh": {"table": "{}桌", "stage": "舞台", "head": "主桌", "lectern": "讲台", "dot": ""},
    "en": {"table": "Table {}", "stage": "Stage", "head": "Head table", "lectern": "Lectern", "dot": " seat "},
}


def round_table(
    *,
    seats: int = 10,
    behind: Sequence[int] = (),
    id: str = "table",  # noqa: A002
    label: str = "",
    x: float = 0.0,
    y: float = 0.0,
    seat_width: float = 0.6,
    door_below: bool = True,
    language: Language = "zh",
) -> Venue:
    """Return one round table; its main seat faces the door at the bottom of the page.

    Parameters
    ----------
    seats : int
        Seats at the table. At most 10 are recommended, preferably an even number (protocol.md 5.1 [S107]).
    behind : sequence of int
        Seats, counted 1, 2, 3 ... from the main seat towards its right hand, that have a chair behind them,
        for interpreters.
    id, label : str
        Of the area; the label stands on the table and is part of the seats' labels.
    x, y : float
        Middle of the table, in metres.
    seat_width : float
        Metres of the table's edge for each seat.
    door_below : bool
        Draw a door below; several tables in one venue need one only.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``ring``.

    Raises
    ------
    InputError
        For fewer than two seats, chairs behind seats that do not exist, and measures that are not positive.

    Examples
    --------
    >>> table = round_table(seats=8)
    >>> table.seat("table-2").label, table.seat("table-2").x < 0
    ('2号', True)
    """
    refuse_numbers("round_table", {"seats": (seats, 2)}, {"seat_width": seat_width})
    refuse(
        Fault("round_table behind", f"seat {k} of {seats}", "count the seats 1, 2, 3 ... from the main seat")
        for k in behind
        if not 1 <= k <= seats
    )
    area = Area(id, label, "ring", 1, seat_width, seat_width)
    name = f"{label}{_WORDS[language]['dot']}" if label else ("" if language == "zh" else "Seat ")
    chairs, top = _table(area, name, seats, (x, y), language, behind)
    fixtures = (top, door(id, chairs, (), language)) if door_below else (top,)
    return Venue(label or id, tuple(chairs), (area,), fixtures)


def banquet(
    *,
    rows: Sequence[int],
    seats: int = 10,
    names: Sequence[str] = (),
    head: int = 0,
    stage: bool = False,
    id: str = "table",  # noqa: A002
    seat_width: float = 0.6,
    behind: Sequence[int] = (),
    language: Language = "zh",
) -> Venue:
    """Return round tables in rows, with the door at the bottom of the page.

    Parameters
    ----------
    rows : sequence of int
        Tables of each row, the row farthest from the door first; each row is centred.
    seats : int
        Seats at each table.
    names : sequence of str
        Names of the tables, row by row from the left of the page; default letters, as which table is higher is
        not a matter of where one begins to count. At State banquets tables have names (protocol.md 5.2 [S119]).
    head : int
        Seats of a long head table before the first row, which face the hall; 0 for none.
    stage : bool
        A stage behind the first row.
    id : str
        Beginning of the areas' ids: ``table-1``, ``table-2`` ..., and ``table-head``.
    seat_width : float
        Metres of the table's edge for each seat.
    behind : sequence of int
        As in `round_table`, for every table.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        Each table is an area of kind ``ring``, the head table one of kind ``table``.

    Raises
    ------
    InputError
        For rows without tables, and names that are too few or the same.

    Examples
    --------
    >>> hall = banquet(rows=[1, 2], seats=8, names=["牡丹", "茉莉", "荷花"])
    >>> [area.label for area in hall.areas], hall.seat("table-1-1").label
    (['牡丹', '茉莉', '荷花'], '牡丹1号')
    """
    refuse_numbers("banquet", {"rows": (min(rows, default=0), 1), "seats": (seats, 2), "head": (head, 0)}, {})
    called = list(names) or [_WORDS[language]["table"].format(_letter(k)) for k in range(sum(rows))]
    if len(called) != sum(rows) or len(set(called)) < len(called):
        found = f"{len(set(called))} different names for {sum(rows)} tables"
        refuse([Fault("banquet names", found, "name each table once, or leave them out")])
    tables = [
        round_table(
            seats=seats,
            behind=behind,
            id=f"{id}-{k + 1}",
            label=name,
            x=x,
            y=y,
            seat_width=seat_width,
            door_below=False,
            language=language,
        )
        for k, (name, (x, y)) in enumerate(zip(called, _spots(rows, _size(seats, seat_width)), strict=True))
    ]
    above = _size(seats, seat_width) / 2 + _BETWEEN + _HEAD_DEPTH + _CHAIR
    if head:
        tables.insert(0, head_table(seats=head, id=f"{id}-head", y=above, door_below=False, language=language))
    chairs = tuple(seat for table in tables for seat in table.seats)
    fixtures = [fixture for table in tables for fixture in table.fixtures]
    if stage:
        fixtures.append(_stage(id, chairs, language))
    areas = tuple(area for table in tables for area in table.areas)
    return Venue(id, chairs, areas, (*fixtures, door(id, chairs, (), language)))


def head_table(
    *,
    seats: int | Sequence[int],
    id: str = "head",  # noqa: A002
    label: str = "",
    x: float = 0.0,
    y: float = 0.0,
    seat_width: float = 0.7,
    door_below: bool = True,
    language: Language = "zh",
) -> Venue:
    """Return a long table whose people face the hall and the door; nobody has the back to the hall (rule 47).

    Parameters
    ----------
    seats : int, or (int, int)
        A pair leaves room for a lectern: seats at its left and at its right, by the occupants' own hands
        (protocol.md rule 59).
    id, label : str
        Of the area.
    x, y : float
        Middle of the chairs, in metres.
    seat_width : float
        Metres from chair to chair.
    door_below : bool
        Draw a door below.
    language : {"zh", "en"}
        Of the labels.

    Returns
    -------
    Venue
        One area of kind ``table``. Seats are numbered from the occupants' left.

    Raises
    ------
    InputError
        For no seats, more than two numbers, and measures that are not positive.

    Examples
    --------
    >>> table = head_table(seats=(1, 2))
    >>> [seat.position for seat in table.seats], table.fixtures[1].kind
    ([-1.0, 1.0, 2.0], 'lectern')
    """
    counts = [seats] if isinstance(seats, int) else list(seats)
    if len(counts) > 2:
        refuse([Fault("head_table seats", f"{len(counts)} numbers", "give one, or two with a lectern between")])
    refuse_numbers("head_table", {"seats": (min(counts, default=0), 1)}, {"seat_width": seat_width})
    words = _WORDS[language]
    area = Area(id, label or words["head"], "table", 1, seat_width, 1.0)
    places = signed(counts[0]) if len(counts) == 1 else (*range(-counts[0], 0), *range(1, counts[1] + 1))
    line = Line(area, tuple(map(float, places)), 1, area.label, walls=frozenset({"front"}), language=language)
    chairs = along(line, (x, y), TO_DOOR)
    low, high = min(seat.x for seat in chairs), max(seat.x for seat in chairs)
    out = y - _CHAIR - _HEAD_DEPTH / 2
    box = (high - low + seat_width, _HEAD_DEPTH)
    top = Fixture(f"{id}-top", area.label, "table", (low + high) / 2, out, *box, area=id, height=0.75)
    lectern = [Fixture(f"{id}-lectern", words["lectern"], "lectern", x, y, 0.6, 0.5, area=id, height=1.1)]
    fixtures = [top, *(lectern if len(counts) == 2 else ())]
    ends = [door(id, chairs, fixtures, language)] if door_below else []
    return Venue(area.label, tuple(chairs), (area,), (*fixtures, *ends))


def _size(seats: int, seat_width: float) -> float:
    """Return the diameter of a round table."""
    return max(_SMALLEST, seats * seat_width / pi)


def _table(
    area: Area, name: str, seats: int, middle: tuple[float, float], language: Language, behind: Sequence[int]
) -> tuple[list[Seat], Fixture]:
    """Return the chairs of a table and its top."""
    size = _size(seats, area.seat_width)
    chairs = Ring(area, name, language).seats(
        round_places(seats, size / 2 + _CHAIR, middle), [k - 1 for k in behind]
    )
    return chairs, Fixture(f"{area.id}-top", area.label, "table", *middle, size, size, area=area.id, height=0.75)


def _spots(rows: Sequence[int], size: float) -> Iterator[tuple[float, float]]:
    """Yield the middles of the tables, row by row from the far end, each from the left of the page."""
    pitch = size + _BETWEEN
    for k, count in enumerate(rows):
        yield from ((place * pitch, -k * pitch) for place in signed(count))


def _stage(area: str, chairs: Sequence[Seat], language: Language) -> Fixture:
    """Return a stage above all tables, half as wide as they are."""
    top = max(seat.y for seat in chairs) + 1.2
    wide = max(3.0, 0.5 * (max(seat.x for seat in chairs) - min(seat.x for seat in chairs)))
    y = top + _STAGE_DEPTH / 2
    return Fixture(f"{area}-stage", _WORDS[language]["stage"], "stage", 0.0, y, wide, _STAGE_DEPTH, height=0.6)


def _letter(k: int) -> str:
    """Return A, B, ... Z, A2, B2, ..., without I and O."""
    turn, place = divmod(k, len(_LETTERS))
    return _LETTERS[place] + (str(turn + 1) if turn else "")
