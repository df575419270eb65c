"""The units in which codes print their values.

Inside, everything is in metres, square metres, minutes, degrees and decibels; a `Unit` says what one of its
own is in these. Inch, foot and square foot are exact: 25.4 mm, 0.3048 m, 0.09290304 m2.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

__all__ = ["UNITS", "Unit", "feet", "inches", "square_feet"]

_INCH = Fraction(254, 10_000)
_FOOT = 12 * _INCH
_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a code.

    Parameters
    ----------
    name : str
        As packs write it.
    dimension : str
        What it measures; values of one quantity have units of one dimension.
    size : Fraction
        One of it in the units used inside.

    Examples
    --------
    >>> UNITS["in"].size, UNITS["in"].dimension
    (Fraction(127, 5000), 'length')
    """

    name: str
    dimension: str
    size: Fraction

    @property
    def tolerance(self) -> Fraction:
        """What is not held against anybody, in the units used inside.

        Half a millimetre for lengths: codes print 305 mm for 12 in, which are 304.8 mm.
        """
        return Fraction(1, 2000) if self.dimension == "length" else Fraction(1, 10**9)


_SIZES: dict[str, dict[str, Fraction]] = {
    "length": {"m": _ONE, "mm": Fraction(1, 1000), "in": _INCH, "ft": _FOOT},
    "area": {"m2": _ONE, "ft2": _FOOT**2},
    "area/person": {"m2/person": _ONE, "ft2/person": _FOOT**2},
    "length/person": {"m/person": _ONE, "m/100 persons": Fraction(1, 100), "in/person": _INCH},
    "length/seat": {"m/seat": _ONE, "mm/seat": Fraction(1, 1000), "in/seat": _INCH},
    "share": {"ratio": _ONE, "%": Fraction(1, 100)},
    "share/person": {"in/person/in": _ONE},
    "angle": {"deg": _ONE},
    "level": {"dB": _ONE, "dBA": _ONE},
    "time": {"min": _ONE, "s": Fraction(1, 60)},
    "speed": {"m/s": _ONE},
    "flow": {"persons/m/min": _ONE, "persons/m/s": Fraction(60)},
    "rate": {"persons/min": _ONE},
    "density": {"persons/m2": _ONE, "persons/10 m2": Fraction(1, 10)},
    "count": dict.fromkeys(
        ("persons", "seats", "spaces", "places", "receivers", "exits", "chairs", "tables", "rows", "floors"), _ONE
    ),
}

UNITS: dict[str, Unit] = {
    name: Unit(name, dimension, size) for dimension, sizes in _SIZES.items() for name, size in sizes.items()
}
"""All units by name."""


def inches(number: float) -> float:
    """Return inches in metres.

    Examples
    --------
    >>> inches(36)
    0.9144
    """
    return float(Fraction(number) * _INCH)


def feet(number: float) -> float:
    """Return feet in metres.

    Examples
    --------
    >>> feet(30)
    9.144
    """
    return float(Fraction(number) * _FOOT)


def square_feet(number: float) -> float:
    """Return square feet in square metres.

    Examples
    --------
    >>> square_feet(3000)
    278.70912
    """
    return float(Fraction(number) * _FOOT**2)
