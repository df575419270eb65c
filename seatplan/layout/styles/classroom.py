"""Classroom: rows of tables that face the front, people on one side of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from seatplan.codes import Code
from seatplan.layout.code_limits import binding, row_rule
from seatplan.layout.ground import ground
from seatplan.layout.layout import Layout
from seatplan.layout.room import Room
from seatplan.layout.rows.plan import RowWish, plan_rows
from seatplan.layout.rows.rule import RowRule
from seatplan.layout.usual import usual
from seatplan.layout.wheelchairs.in_rows import rows_with_places
from seatplan.venue import Fixture, Seat
from seatplan.venue.lines import refuse_numbers
from seatplan.venue.numbering import Language, Numbers

__all__ = ["classroom"]

_OUT = 0.35
"""Metres from the edge of a table to the middle of a chair."""
_BACK = 0.133
"""Metres from there to where codes begin to measure the way behind: 19 in from the edge (codes.md 2.6)."""
_BETWEEN = 0.05
_WORD: dict[Language, str] = {"en": "Table", "zh": "课桌"}


def classroom(
    room: Room,
    *,
    code: Code | None = None,
    people: int | None = None,
    table: float = 2.4384,
    persons: int = 3,
    table_depth: float | None = None,
    gap: float | None = None,
    aisle: float | None = None,
    numbers: Numbers = "odd_left_even_right",
    language: Language = "en",
) -> Layout:
    """Return rows of tables with people who face the front.

    Parameters
    ----------
    room : Room
    code : Code, optional
    people : int, optional
        How many places are wanted; by default as many as there can be.
    table : float
        Length of a table; by default 8 ft.
    persons : int
        At each table.
    table_depth, gap : float, optional
        Of a table, and from table to table; by default 18 in and 3.5 ft (codes.md 3.4).
    aisle : float, optional
        Width of the aisles; by default the least that is allowed.
    numbers, language
        Of the seats.

    Returns
    -------
    Layout
        Exact for the family that ``proof`` names, as for `theatre`.

    Raises
    ------
    InputError
        If not a single table has room, and for measures that are not positive.

    Examples
    --------
    >>> from seatplan.layout.room import rectangle
    >>> found = classroom(Room(rectangle(9, 6)))
    >>> found.count, found.bound, sum(thing.kind == "table" for thing in found.venue.fixtures)
    (27, 27, 9)
    """
    deep = usual("classroom.depth") if table_depth is None else table_depth
    free = usual("classroom.pitch") if gap is None else gap
    refuse_numbers("classroom", {"persons": (persons, 1)}, {"table": table, "table_depth": deep, "gap": free})
    here = ground(room)
    taken = deep + _OUT + _BACK
    base = row_rule(binding(code), here, pitch=deep + free, seat=table / persons, depth=taken)
    widths = {} if aisle is None else {"aisle": aisle, "side_aisle": min(aisle, base.side_aisle)}
    rule = _at_tables(base, table, persons, widths)
    wish = RowWish(
        style="classroom",
        code=code,
        people=people,
        back=_BACK,
        use="classroom",
        numbers=numbers,
        language=language,
    )

    def tables(_: RowRule, seats: Sequence[Seat]) -> list[Fixture]:
        return list(_tables(seats, table / persons, deep, _WORD[language]))

    return rows_with_places(here, plan_rows(here, [rule], wish, tables), code, language)


def _at_tables(rule: RowRule, table: float, persons: int, widths: dict[str, float]) -> RowRule:
    """Return a rule whose units are tables."""
    return replace(rule, unit=table, persons=persons, gap=_BETWEEN, **widths)  # type: ignore[arg-type]


def _tables(seats: Sequence[Seat], width: float, deep: float, label: str) -> Iterator[Fixture]:
    """Yield a table before each run of seats that stand side by side without a gap."""
    for k, run in enumerate(_runs(seats, width), 1):
        x, y = (run[0].x + run[-1].x) / 2, run[0].y + _OUT + deep / 2
        yield Fixture(
            f"table-{k}",
            f"{label} {k}",
            "table",
            round(x, 6) + 0.0,
            round(y, 6) + 0.0,
            round(len(run) * width, 6),
            deep,
            height=0.75,
            area=run[0].area,
        )


def _runs(seats: Sequence[Seat], width: float) -> Iterator[list[Seat]]:
    run: list[Seat] = list(seats[:1])
    for one, other in pairwise(seats):
        if one.row != other.row or other.x - one.x > width + _BETWEEN / 2:
            yield run
            run = []
        run.append(other)
    if run:
        yield run
