"""`RowRule`: the measures and limits of rows, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from math import isfinite

from seatplan.errors import Fault, refuse

__all__ = ["RowRule"]

_COUNTS = {"persons": 1, "both": 0, "one": 0, "section": 1, "aisles": 0}
_MAY_BE_ZERO = frozenset({"gap", "behind", "first"})


@dataclass(frozen=True, kw_only=True)
class RowRule:
    """The measures and limits of rows, in metres and persons.

    Parameters
    ----------
    unit : float
        Length along the row of one chair, or of one table.
    persons : int
        At each unit.
    gap : float
        Between units.
    depth : float
        Of the strip that the first row takes: of a chair, or of a table with its chairs.
    pitch : float
        From row to row; of the strip of every further row.
    both, one : int
        Most persons of a row with an aisle at both ends, and with an aisle at one end.
    aisle : float
        Width of an aisle between rows.
    side_aisle : float
        Width of an aisle with rows on one side only.
    cross : float
        Width of a cross aisle, and of any other passage along the rows.
    section : int
        Most rows between cross aisles.
    first : float
        Metres from the front to the first row.
    behind : float
        Metres that stay free behind the last row.
    aisles : int
        Most aisles between rows.
    persons_per_metre : float, optional
        Whom a metre of aisle width serves; unlimited by default.

    Raises
    ------
    InputError
        For numbers that are not positive.

    Examples
    --------
    >>> RowRule().holds(12.1), RowRule(unit=1.8, persons=3).holds(4.0)
    (22, 6)
    """

    unit: float = 0.55
    persons: int = 1
    gap: float = 0.0
    depth: float = 0.55
    pitch: float = 0.90
    both: int = 22
    one: int = 11
    aisle: float = 1.10
    side_aisle: float = 0.90
    cross: float = 1.10
    section: int = 20
    first: float = 1.50
    behind: float = 0.0
    aisles: int = 8
    persons_per_metre: float | None = None

    def __post_init__(self) -> None:
        refuse(_faults(self))

    def holds(self, length: float) -> int:
        """Return how many persons fit into a length of row, limits aside."""
        return self.persons * int((length + self.gap + 1e-6) // (self.unit + self.gap))

    def length(self, persons: int) -> float:
        """Return how long a row of so many persons is."""
        units = -(-persons // self.persons)
        return units * self.unit + max(0, units - 1) * self.gap


def _faults(rule: RowRule) -> Iterator[Fault]:
    for field in fields(rule):
        value = getattr(rule, field.name)
        if value is None:
            continue
        least = _COUNTS.get(field.name)
        if least is not None and (not isinstance(value, int) or value < least):
            yield Fault(f"rows {field.name}", f"{value!r}", f"give a whole number from {least}")
        elif least is None and not (
            isfinite(value) and (value > 0 or (value == 0 and field.name in _MAY_BE_ZERO))
        ):
            yield Fault(f"rows {field.name}", f"{value:g}", "give a positive number of metres")
