"""Where delegations stand in a hall and how places rotate from year to year (protocol.md 2.1, 2.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal, TypeVar

from seatplan.errors import Fault, refuse

__all__ = ["center_out", "delegation_column", "rotate_delegations", "rotate_deputies"]

Item = TypeVar("Item")


def center_out(items: Iterable[Item], side: Literal["left", "right"] = "left") -> tuple[Item, ...]:
    """Place items from the centre alternately to both sides.

    Parameters
    ----------
    items : iterable
        In order of precedence.
    side : {"left", "right"}
        Where the second goes: at the left hand of the first (左为上, rule 17, mark B), or at the right.

    Returns
    -------
    tuple
        From left to right as seen by somebody who faces the rostrum; page-left first, with the stage at the
        top.

    Examples
    --------
    >>> center_out([1, 2, 3, 4, 5, 6, 7])
    (6, 4, 2, 1, 3, 5, 7)
    """
    ordered = tuple(items)
    row = (*reversed(ordered[1::2]), *ordered[::2])
    return row if side == "left" else row[::-1]


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
        From the centre outwards, the order for `center_out`.
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
    >>> center_out(rotate_delegations(range(1, 36)))[14:21]
    (34, 32, 30, 29, 31, 33, 35)
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


def delegation_column(
    people: Iterable[Item],
    *,
    head: Callable[[Item], bool],
    full: Callable[[Item], bool] | None = None,
    key: Callable[[Item], Any],
) -> tuple[Item, ...]:
    """Return a delegation front to back: heads, then full members, then alternates, each by ``key``.

    The heads sit in the first row, the others behind in a column by name strokes (2.2, rule 18, mark B
    [S32]); alternates and non-voting people come after full members (2.1, rule 16, mark B [S43 S44]). Without
    ``full`` all are full members.

    Examples
    --------
    >>> strokes = {"王": "1121", "丁": "12", "李": "1234521"}  # 3.5
    >>> by_strokes = lambda name: (len(strokes[name]), strokes[name])
    >>> delegation_column("王李丁", head=lambda name: name == "李", key=by_strokes)
    ('李', '丁', '王')
    """

    def place(person: Item) -> tuple[bool, bool, Any]:
        return not head(person), full is not None and not full(person), key(person)

    return tuple(sorted(people, key=place))


def _rotated(items: Sequence[Item], steps: int) -> tuple[Item, ...]:
    """Move the first ``steps`` items to the end."""
    cut = steps % len(items) if items else 0
    return (*items[cut:], *items[:cut])


def _refuse_less_than(low: int, name: str, value: int) -> None:
    refuse([Fault(name, f"{value}", f"use {low} or more")] if value < low else [])
