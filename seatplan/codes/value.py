"""A value of a pack: a number or a table, and what it says in one case."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from seatplan.codes.exact import Number, at_least, at_most, round_up
from seatplan.codes.quantity import Quantity
from seatplan.codes.standing import STANDINGS, Level, Standing, level
from seatplan.codes.units import UNITS, Unit

__all__ = ["Reading", "Step", "Value"]


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a table; a plain number is a table of one row.

    The row says ``number + add for each per, or part of it, over``, but not less than ``least``.

    Parameters
    ----------
    start : Fraction or None
        From where the row holds; None everywhere.
    number : Fraction or None
        None where the code says nothing.
    add, per, over, least : Fraction
    standing : str or None
        When it differs from that of the value.

    Examples
    --------
    >>> step = Step(Fraction(501), Fraction(6), add=Fraction(1), per=Fraction(150), over=Fraction(500))
    >>> [int(step.at(Fraction(seats))) for seats in (501, 650, 651)]
    [7, 7, 8]
    """

    start: Fraction | None
    number: Fraction | None
    add: Fraction = Fraction(0)
    per: Fraction = Fraction(1)
    over: Fraction = Fraction(0)
    least: Fraction = Fraction(0)
    standing: Standing | None = None

    def at(self, given: Fraction) -> Fraction | None:
        """Return what the row says for a number of seats, persons, ..."""
        if self.number is None:
            return None
        more = self.add * round_up((given - self.over) / self.per) if self.add else 0
        return max(self.number + more, self.least)


@dataclass(frozen=True, slots=True)
class Value:
    """What a code says of a quantity.

    Parameters
    ----------
    quantity : Quantity
    unit : Unit
        The code's own unit.
    clause : str
        Where it stands in the code.
    standing : {"V", "S", "D", "U"}
    steps : tuple of Step
        In rising order.
    by : Unit
        Unit of what the table is looked up by.
    note : str

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> value = load_pack("ada-2010").values["wheelchair.spaces"]
    >>> value.clause, value.standing, len(value.steps)
    ('Table 221.2.1.1', 'V', 8)
    """

    quantity: Quantity
    unit: Unit
    clause: str
    standing: Standing
    steps: tuple[Step, ...]
    by: Unit = UNITS["persons"]
    note: str = ""

    def step(self, given: Number = 0) -> Step | None:
        """Return the row that holds for a given number, in the units used inside."""
        holds = [step for step in self.steps if step.start is None or self._reaches(given, step.start)]
        return holds[-1] if holds else None

    def _reaches(self, given: Number, start: Fraction) -> bool:
        return at_least(given, start * self.by.size, self.by.tolerance)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one code says of a quantity in one case.

    Parameters
    ----------
    quantity : Quantity
    number : Fraction
        In the code's own unit.
    unit : Unit
    pack, title : str
        Id and name of the code.
    clause : str
    standing : {"V", "S", "D", "U"}
    binding : bool
        False for practice, which is no law.
    note : str

    Examples
    --------
    >>> from seatplan.codes import load_pack
    >>> reading = load_pack("ada-2010").read("wheelchair.width.single")
    >>> print(reading)
    at least 36 in (ADA 2010 802.1, verified)
    >>> reading.allows(0.9144), reading.allows(0.90)
    (True, False)
    """

    quantity: Quantity
    number: Fraction
    unit: Unit
    pack: str
    title: str
    clause: str
    standing: Standing
    binding: bool = True
    note: str = ""

    @property
    def si(self) -> Fraction:
        """The number in the units used inside: metres, square metres, minutes."""
        return self.number * self.unit.size

    def allows(self, found: Number) -> bool:
        """Tell whether something, in the units used inside, keeps to the value.

        Lengths are compared with a tolerance of half a millimetre. A mere factor forbids nothing.
        """
        if self.quantity.sense == "least":
            return at_least(found, self.si, self.unit.tolerance)
        return self.quantity.sense == "factor" or at_most(found, self.si, self.unit.tolerance)

    def level(self, *, single_source: Level = "warn") -> Level:
        """Return what the value may do, see `standing.level`."""
        return level(self.standing, binding=self.binding, single_source=single_source)

    def show(self, found: Number) -> str:
        """Return something, in the units used inside, in the code's own unit."""
        return f"{float(Fraction(found) / self.unit.size):.4g} {self.unit.name}"

    @property
    def source(self) -> str:
        """The code, the clause and the standing."""
        return f"{self.title} {self.clause}, {STANDINGS[self.standing]}"

    def __str__(self) -> str:
        sense = {"least": "at least ", "most": "at most ", "factor": ""}[self.quantity.sense]
        return f"{sense}{self.show(self.si)} ({self.source})"
