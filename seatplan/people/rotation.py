"""How places rotate: delegations and deputies from year to year, a council from half-year to half-year.

protocol.md 2.2 and 2.3(f), rules 19, 20 and 25.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Literal, TypeVar

from seatplan.errors import Fault, refuse

__all__ = ["council_table", "rotate_delegations", "rotate_deputies"]

Item = TypeVar("Item")


def rotate_delegations(
    order: Sequence[Item],
    block: int = 7,
    direction: Literal["outward", "inward"] = "outward",
    *,
    years: int = 1,
) -> tuple[Item, ...]:
    """Return the order of delegations a year later (or several).

    The places rotate every year in units of 7: the central ones move to the sides, the side ones come back
    to the centre (2.2, rule 19, mark B [S32]). How a block maps to columns is not published (mark D).

    Parameters
    ----------
    order : sequence
        From the centre outwards, the order for `seatplan.protocol.center_out`.
    block : int
        Delegations in a unit.
    direction : {"outward", "inward"}
        Outward: each block moves one ring out, the outermost returns to the centre.
    years : int
        How many years later.

    Returns
    -------
    tuple

    Examples
    --------
    >>> rotate_delegations(range(1, 36))[:7]
    (29, 30, 31, 32, 33, 34, 35)
    """
    _refuse_less_than(1, "block", block)
    steps = block * years if direction == "inward" else -block * years
    return _rotated(order, steps)


def rotate_deputies(
    deputies: Sequence[Item],
    fraction: Fraction | float = Fraction(1, 5),
    round: Literal["ceil", "nearest"] = "ceil",  # noqa: A002
    *,
    years: int = 1,
) -> tuple[Item, ...]:
    """Return the order of a delegation's deputies, front to back, a year later (or several).

    The front fifth moves to the back each year, so that in 5 years everybody sits in front once (2.2, rule
    20, mark B [S32]). The rounding of the fifth is not published (conflict 27, mark D): ``"ceil"`` keeps
    the promise for every number; ``"nearest"`` breaks it, for 22 deputies for example. Heads of delegations
    keep their places in the first row: leave them out.

    Parameters
    ----------
    deputies : sequence
        Front to back.
    fraction : Fraction or float
        Part that moves.
    round : {"ceil", "nearest"}
        How a part of a person counts; a half rounds up.
    years : int
        How many years later.

    Returns
    -------
    tuple

    Examples
    --------
    >>> rotate_deputies(range(1, 11))
    (3, 4, 5, 6, 7, 8, 9, 10, 1, 2)
    """
    part = len(deputies) * Fraction(fraction).limit_denominator(1000)  # 0.2 is meant as one fifth
    return _rotated(deputies, years * (ceil(part) if round == "ceil" else floor(part + Fraction(1, 2))))


def council_table(order: Sequence[Item], half_years: int) -> tuple[Item, ...]:
    """Return the delegations around the EU Council table after some half-years.

    They sit in the order of the rotating presidency and move one seat to the left every 1 January and 1 July
    (rule 25, A/B [S58]).

    Parameters
    ----------
    order : sequence
        The delegations on seats s0, s1, ..., which run towards the right hand of those who sit there.
    half_years : int

    Examples
    --------
    >>> council_table(["CY", "IE", "LT"], 1)
    ('IE', 'LT', 'CY')
    """
    return _rotated(order, half_years)


def _rotated(items: Sequence[Item], steps: int) -> tuple[Item, ...]:
    """Move the first ``steps`` items to the end."""
    cut = steps % len(items) if items else 0
    return (*items[cut:], *items[:cut])


def _refuse_less_than(low: int, name: str, value: int) -> None:
    refuse([Fault(name, f"{value}", f"use {low} or more")] if value < low else [])
