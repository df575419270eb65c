"""Aisles and doors of a hall."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from seatplan.venue.hall_rows import HallRows
from seatplan.venue.numbering import Language
from seatplan.venue.seat import Area, Fixture

__all__ = ["lay_aisles", "lay_doors"]

_RAMP = 1 / 12
_DOOR_WIDTH, _DOOR_DEPTH = 0.1, 1.6
_SIDE_AISLE = 1.2
_WORDS = {"zh": ("过道", "横过道"), "en": ("Aisle", "Cross aisle")}


def lay_aisles(rows: HallRows, area: Area, language: Language) -> Iterator[Fixture]:
    """Yield the aisles between the blocks of straight rows, and the cross aisles; of curved rows, none.

    Examples
    --------
    >>> from seatplan.venue import Area
    >>> hall = HallRows([(2, 2)] * 3, [1.0], 0.5, 0.9, 2.5)
    >>> [(aisle.x, aisle.width, aisle.depth) for aisle in lay_aisles(hall, Area("h", "Hall", "hall"), "en")]
    [(0.0, 1.0, 2.7)]
    """
    if rows.radius is not None:
        return
    last, serial = len(rows.counts), count(1)
    near, far = rows.out(1) - rows.pitch / 2, rows.out(last) + rows.pitch / 2
    for start, width in zip(rows.starts[1:], rows.aisles, strict=True):
        box = (start - width / 2, -(near + far) / 2, width, far - near)
        level = abs(rows.rake) <= _RAMP * rows.pitch
        yield _aisle(area, next(serial), _WORDS[language][0], box, rows.height(1), level)
    for row in sorted(rows.after):
        middle = (rows.out(row) + rows.out(row + 1)) / 2
        box = (0.0, -middle, rows.total, rows.crossing)
        yield _aisle(area, next(serial), _WORDS[language][1], box, rows.height(row + 1), True)


def _aisle(
    area: Area, number: int, label: str, box: tuple[float, float, float, float], height: float, level: bool
) -> Fixture:
    x, y, width, depth = (round(metres, 6) + 0.0 for metres in box)
    return Fixture(
        f"{area.id}-aisle-{number}", label, "aisle", x, y, width, depth, step_free=level, area=area.id, z=height
    )


def lay_doors(rows: HallRows, area: Area, sides: frozenset[str], language: Language) -> Iterator[Fixture]:
    """Yield the doors of a hall for which nobody gave any; `auditorium` says where they are.

    Examples
    --------
    >>> from seatplan.venue import Area
    >>> hall = HallRows([(2, 2)] * 3, [1.0], 0.5, 0.9, 2.5)
    >>> [door.label for door in lay_doors(hall, Area("h", "Hall", "hall"), frozenset(), "en")]
    ['Door 1', 'Door 2']
    """
    storey = "" if area.floor == 1 else f"{area.floor}层" if language == "zh" else f"Floor {area.floor} "
    for number, (across, out, height) in enumerate(_door_spots(rows, sides), 1):
        x, y, facing = rows.place(across, out)
        yield Fixture(
            f"{area.id}-door-{number}",
            f"{storey}{number}号门" if language == "zh" else f"{storey}Door {number}",
            "door",
            x,
            y,
            _DOOR_WIDTH,
            _DOOR_DEPTH,
            turn=round(facing - 90.0, 6),
            step_free=area.floor == 1,
            area=area.id,
            z=height,
        )


def _door_spots(rows: HallRows, sides: frozenset[str]) -> Iterator[tuple[float, float, float]]:
    """Yield metres along the row, metres from the stage, and height of each door."""
    last = len(rows.counts)
    crossings = [((rows.out(row) + rows.out(row + 1)) / 2, rows.height(row + 1)) for row in sorted(rows.after)]
    if "back" not in sides:
        crossings.append((rows.out(last) + rows.pitch, rows.height(last)))
    left = -rows.total / 2 - (0.0 if "left" in sides else _SIDE_AISLE)
    right = rows.total / 2 + (0.0 if "right" in sides else _SIDE_AISLE)
    for out, height in crossings:
        yield left, out, height
        yield right, out, height
    if not crossings:
        for start, width in zip(rows.starts[1:], rows.aisles, strict=True):
            yield start - width / 2, rows.out(last) + rows.pitch / 2, rows.height(last)
