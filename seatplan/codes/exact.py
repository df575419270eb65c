"""Rounding and comparing that binary fractions cannot upset."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

__all__ = ["Number", "at_least", "at_most", "round_down", "round_up"]

Number = Fraction | float
"""What a rule computes with; packs give exact fractions, callers may give floats."""

_GUARD = Fraction(1, 10**9)


def round_up(number: Number) -> int:
    """Return the least whole number that is not less, up to what binary rounding adds.

    Parameters
    ----------
    number : Fraction or float

    Returns
    -------
    int

    Examples
    --------
    >>> 0.07 * 100, round_up(0.07 * 100), round_up(7.01)
    (7.000000000000001, 7, 8)
    """
    return ceil(Fraction(number) - _GUARD)


def round_down(number: Number) -> int:
    """Return the largest whole number that is not more, up to what binary rounding takes away.

    Parameters
    ----------
    number : Fraction or float

    Returns
    -------
    int

    Examples
    --------
    >>> 0.29 * 100, round_down(0.29 * 100), round_down(28.99)
    (28.999999999999996, 29, 28)
    """
    return floor(Fraction(number) + _GUARD)


def at_least(found: Number, needed: Number, tolerance: Number = _GUARD) -> bool:
    """Tell whether what was found reaches what is needed, within a tolerance.

    Examples
    --------
    >>> at_least(0.3048, Fraction(12 * 254, 10000)), at_least(0.29, 0.3)
    (True, False)
    """
    return Fraction(found) >= Fraction(needed) - Fraction(tolerance)


def at_most(found: Number, allowed: Number, tolerance: Number = _GUARD) -> bool:
    """Tell whether what was found stays within what is allowed, within a tolerance.

    Examples
    --------
    >>> at_most(1 / 48, Fraction(1, 48)), at_most(1 / 47, Fraction(1, 48))
    (True, False)
    """
    return Fraction(found) <= Fraction(allowed) + Fraction(tolerance)
