"""How many seats a row may have: every code counts in its own way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from seatplan.codes.code import by_code
from seatplan.codes.exact import at_least, round_down
from seatplan.codes.formulas.row_gap import Access
from seatplan.codes.formulas.row_pitch import Chair
from seatplan.codes.pack import Pack, Silent
from seatplan.errors import Fault

__all__ = ["Building", "row_limit"]

Building = Literal["theatre", "gym"]

_HALF_MILLIMETRE = Fraction(1, 2000)


@dataclass(frozen=True)
class _Row:
    """What is known of a row, in metres."""

    access: Access
    pitch: Fraction
    gap: Fraction
    chair: Chair
    building: Building
    seat: Fraction | None
    persons: int


@by_code(min)
def row_limit(
    pack: Pack,
    *,
    access: Access = "both",
    pitch: float,
    gap: float,
    chair: Chair = "soft",
    building: Building = "theatre",
    seat: float | None = None,
    persons: int = 50,
) -> int:
    """Return the most seats of a row (codes.md 2.1, 2.7, 2.8, 2.9).

    Parameters
    ----------
    pack : Code
    access : {"both", "one"}
        Whether there is an aisle at both ends of the row or at one.
    pitch : float
        Metres from back to back.
    gap : float
        Clear metres between the rows: the pitch less the depth of the chair, with a seat that rises by itself
        less its depth when it is up.
    chair : {"soft", "hard"}
        Chinese codes ask more pitch for upholstered chairs.
    building : {"theatre", "gym"}
    seat : float, optional
        Width of a seat; then the way to the only aisle is limited, too.
    persons : int
        In the room; in small ones that way may be longer.

    Returns
    -------
    int

    Examples
    --------
    >>> row_limit("ibc-2021", pitch=0.90, gap=0.45)  # 12 in, and 0.3 in for each seat beyond 14
    33
    >>> row_limit("gb-50016-2014", pitch=0.90, gap=0.45), row_limit("cn", pitch=0.90, gap=0.45)
    (44, 22)
    """
    width = None if seat is None else Fraction(seat)
    row = _Row(access, Fraction(pitch), Fraction(gap), chair, building, width, persons)
    ways = [way for key, way in _WAYS.items() if pack.says(key.format(row.access), row.gap)]
    limits = [limit for way in ways if (limit := way(pack, row)) is not None]
    if not limits:
        raise Silent([Fault(f"code {pack.id!r}", "it sets no limit to such rows", "ask another code")])
    return min(limits)


def _by_gap(pack: Pack, row: _Row) -> int | None:
    """Return the seats for which the clear width is enough; no limit from where it is always enough."""
    if not _reaches(row.gap, pack.si("row.gap")):
        return 0
    enough = f"row.gap.enough.{row.access}"
    if pack.says(enough) and _reaches(row.gap, pack.si(enough)):
        return None
    more = row.gap + _HALF_MILLIMETRE - pack.si("row.gap")
    return int(pack.si(f"row.gap.free.{row.access}")) + round_down(more / pack.si(f"row.gap.add.{row.access}"))


def _by_path(pack: Pack, row: _Row) -> int | None:
    """Return the seats within the longest way to the only aisle (codes.md 6, trap 5)."""
    if row.access == "both" or row.seat is None:
        return None
    return round_down(pack.si("row.path", row.persons) / row.seat)


def _by_seatway(pack: Pack, row: _Row) -> int:
    return int(pack.si(f"row.seats.gap.{row.access}", row.gap))


def _flat(pack: Pack, row: _Row) -> int | None:
    """Return a number of seats that depends on nothing else."""
    doubles = pack.says("row.seats.double.pitch")
    return None if doubles else int(pack.si(f"row.seats.{row.access}"))


def _by_doubling(pack: Pack, row: _Row) -> int:
    """Double from a pitch on, then cap, then halve for one aisle (codes.md 6, trap 6)."""
    wide = _reaches(row.pitch, pack.si("row.seats.double.pitch"))
    base = pack.si("row.seats.gym.both" if row.building == "gym" else "row.seats.both")
    most = min(pack.si("row.seats.double.most"), base * (2 if wide else 1))
    return int(most) if row.access == "both" else int(most) // 2


def _by_method(pack: Pack, row: _Row) -> int:
    """Return the seats of a short row, which may stand wider for more, or of a long row."""
    long = f"row.seats.long.{row.access}"
    if not pack.says(long):
        return _short(pack, row)
    stands = _stands(pack, row, "long")
    return int(pack.si(long)) if stands else min(_short(pack, row), int(pack.si(long)))


def _short(pack: Pack, row: _Row) -> int:
    if not _stands(pack, row, "short"):
        return 0
    more = row.pitch + _HALF_MILLIMETRE - pack.si(f"row.pitch.short.{row.chair}")
    extra = round_down(more / pack.si("row.pitch.add")) if pack.says("row.pitch.add") else 0
    return int(pack.si(f"row.seats.short.{row.access}")) + extra


def _stands(pack: Pack, row: _Row, method: str) -> bool:
    """Tell whether pitch and clear width are those of short or long rows."""
    gap = f"row.gap.{method}"
    wide = not pack.says(gap) or _reaches(row.gap, pack.si(gap))
    return wide and _reaches(row.pitch, pack.si(f"row.pitch.{method}.{row.chair}"))


def _reaches(found: Fraction, needed: Fraction) -> bool:
    return at_least(found, needed, _HALF_MILLIMETRE)


_WAYS: dict[str, Callable[[Pack, _Row], int | None]] = {
    "row.gap.add.{}": _by_gap,
    "row.path": _by_path,
    "row.seats.gap.{}": _by_seatway,
    "row.seats.{}": _flat,
    "row.seats.double.pitch": _by_doubling,
    "row.seats.short.{}": _by_method,
}
"""How codes count, by the quantity without which they do not."""
