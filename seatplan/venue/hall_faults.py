"""What is wrong with the order for a hall, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite, pi

from seatplan.errors import Fault, refuse
from seatplan.venue.hall_rows import HallRows
from seatplan.venue.numbering import NUMBERS

__all__ = ["Blocks", "Place", "read_aisles", "read_blocks", "refuse_choices", "refuse_curve", "refuse_places"]

Blocks = str | Sequence[int] | Sequence[Sequence[int]]
Place = tuple[int, int]

_LEAST_CROSSING = 0.6
_ALIGN = ("aisle", "center", "left", "right")
_SIDES = ("left", "right", "front", "back")


def read_blocks(blocks: Blocks, rows: int | None) -> list[tuple[int, ...]]:
    """Return the seats of each block of each row.

    Examples
    --------
    >>> read_blocks("5,7,5", 2)
    [(5, 7, 5), (5, 7, 5)]
    >>> read_blocks("5,b", 2)
    Traceback (most recent call last):
    seatplan.errors.InputError: auditorium blocks: 'b' is no number of seats; write them as '5,7,5'
    """
    listed = _listed(blocks, rows)
    refuse(_block_faults(listed))
    return listed


def _listed(blocks: Blocks, rows: int | None) -> list[tuple[int, ...]]:
    if isinstance(blocks, str):
        parts = [part.strip() for part in blocks.replace(",", ",").split(",")]
        refuse(
            Fault("auditorium blocks", f"{part!r} is no number of seats", "write them as '5,7,5'")
            for part in parts
            if not part.isdecimal()
        )
        blocks = [int(part) for part in parts]
    single = [block for block in blocks if isinstance(block, int)]
    if len(single) == len(blocks):
        if not rows or rows < 1:
            refuse([Fault("auditorium rows", f"{rows}", "say how many rows, or give blocks for each row")])
        return [tuple(single)] * (rows or 0)
    each = [tuple(row) for row in blocks if not isinstance(row, int)]
    if rows is not None and rows != len(each):
        refuse([Fault("auditorium rows", f"{rows}, but blocks for {len(each)} rows", "leave rows out")])
    return each


def _block_faults(counts: Sequence[Sequence[int]]) -> Iterator[Fault]:
    for i, row in enumerate(counts):
        if len(row) != len(counts[0]):
            found = f"{len(row)} blocks, the first row has {len(counts[0])}"
            yield Fault(
                f"auditorium blocks[{i}]", found, "give every row the same blocks, 0 where one has no seats"
            )
        if any(seats < 0 for seats in row):
            yield Fault(f"auditorium blocks[{i}]", f"{min(row)} seats", "use 0 or more")
        elif not sum(row):
            yield Fault(f"auditorium blocks[{i}]", "the row has no seats", "leave the row out")


def read_aisles(aisle: float | Sequence[float], blocks: int) -> list[float]:
    """Return the width of each aisle between blocks.

    Examples
    --------
    >>> read_aisles(1.1, 3)
    [1.1, 1.1]
    """
    aisles = [float(aisle)] * (blocks - 1) if isinstance(aisle, int | float) else [float(one) for one in aisle]
    refuse(_aisle_faults(aisles, blocks))
    return aisles


def _aisle_faults(aisles: Sequence[float], blocks: int) -> Iterator[Fault]:
    if len(aisles) != blocks - 1:
        found = f"{len(aisles)} aisles between {blocks} blocks"
        yield Fault("auditorium aisle", found, f"give {blocks - 1}, or one width for all")
    for metres in aisles:
        if not 0 < metres < float("inf"):
            yield Fault("auditorium aisle", f"{metres} m", "give a positive number of metres")


def refuse_choices(
    positive: Mapping[str, float], finite: Mapping[str, float], crossing: float, choices: Mapping[str, str]
) -> None:
    """Refuse measures that cannot be, and choices that do not exist.

    Examples
    --------
    >>> refuse_choices({"seat_width": 0.0}, {}, 1.2, {"align": "top"})
    Traceback (most recent call last):
    seatplan.errors.InputError: auditorium seat_width: 0.0 m; give a positive number of metres
    auditorium align: no such choice 'top'; use one of: aisle, center, left, right
    """
    refuse(_choice_faults(positive, finite, crossing, choices))


def _choice_faults(
    positive: Mapping[str, float], finite: Mapping[str, float], crossing: float, choices: Mapping[str, str]
) -> Iterator[Fault]:
    for name, metres in positive.items():
        if not 0 < metres < float("inf"):
            yield Fault(f"auditorium {name}", f"{metres} m", "give a positive number of metres")
    for name, metres in finite.items():
        if not isfinite(metres):
            yield Fault(f"auditorium {name}", f"{metres} m", "give a number of metres")
    if not _LEAST_CROSSING <= crossing < float("inf"):
        yield Fault("auditorium cross_aisle", f"{crossing} m", f"nobody passes below {_LEAST_CROSSING} m")
    known = {"align": _ALIGN, "numbers": NUMBERS, "language": ("zh", "en")}
    for name, choice in choices.items():
        allowed: Iterable[str] = known.get(name, _SIDES)
        if choice not in allowed:
            yield Fault(f"auditorium {name}", f"no such choice {choice!r}", f"use one of: {', '.join(allowed)}")


def refuse_places(
    counts: Sequence[Sequence[int]], after: frozenset[int], marks: Mapping[str, frozenset[Place]]
) -> None:
    """Refuse rows and places that do not exist, and places that are missing and marked.

    Examples
    --------
    >>> refuse_places([(2, 2)], frozenset(), {"wheelchair": frozenset({(1, 5)}), "missing": frozenset()})
    Traceback (most recent call last):
    seatplan.errors.InputError: auditorium wheelchair (1, 5): row 1 has 4 places; use 1 to 4
    """
    refuse(_place_faults([sum(row) for row in counts], after, marks))


def _place_faults(
    places: Sequence[int], after: frozenset[int], marks: Mapping[str, frozenset[Place]]
) -> Iterator[Fault]:
    for row in sorted(row for row in after if not 1 <= row < len(places)):
        mend = f"use rows from 1 to {len(places) - 1}; a passage behind the last row is there anyway"
        yield Fault("auditorium cross_aisles_after", f"no row follows row {row}", mend)
    for name, spots in marks.items():
        for row, place in sorted(spots):
            where = f"auditorium {name} {(row, place)}"
            if not 1 <= row <= len(places):
                yield Fault(where, f"there is no row {row}", f"use 1 to {len(places)}")
            elif not 1 <= place <= places[row - 1]:
                yield Fault(where, f"row {row} has {places[row - 1]} places", f"use 1 to {places[row - 1]}")
            elif name != "missing" and (row, place) in marks["missing"]:
                yield Fault(where, "the place is missing", "take it out of one of the two lists")


def refuse_curve(rows: HallRows) -> None:
    """Refuse arcs that would close up behind the stage.

    Examples
    --------
    >>> refuse_curve(HallRows([(40,)], [], 0.5, 0.9, 2.5, radius=5.0))
    Traceback (most recent call last):
    seatplan.errors.InputError: auditorium curve_radius: 5.0 m; rows of 20.00 m need more than 6.37 m
    """
    if rows.radius is not None and not rows.total / pi < rows.radius < float("inf"):
        found = f"rows of {rows.total:.2f} m need more than {rows.total / pi:.2f} m"
        refuse([Fault("auditorium curve_radius", f"{rows.radius} m", found)])
