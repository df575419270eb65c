"""Seat numbers and labels (protocol.md 2.4, rule 32)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from seatplan.errors import Fault, refuse

__all__ = ["NUMBERS", "Language", "Numbers", "row_positions", "seat_label", "seat_numbers"]

Numbers = Literal["odd_left_even_right", "even_left_odd_right", "left_to_right", "right_to_left"]
Language = Literal["zh", "en"]

NUMBERS: tuple[Numbers, ...] = ("odd_left_even_right", "even_left_odd_right", "left_to_right", "right_to_left")
"""How seats can be numbered in a row."""

_MIDDLE = 1e-6


def row_positions(across: Sequence[float]) -> tuple[float, ...]:
    """Return the signed positions of the places of a row: seats counted from the centre line.

    Parameters
    ----------
    across : sequence of float
        Metres from the centre line of each place, from the left to the right of whoever counts. Places
        without a seat are places too; aisles are none.

    Returns
    -------
    tuple of float
        Whole numbers when a place lies on the centre line, halves when the line runs between two.

    Examples
    --------
    >>> row_positions([-1.1, -0.55, 0.0, 0.55])
    (-2.0, -1.0, 0.0, 1.0)
    >>> row_positions([-0.8, 0.8, 1.35])
    (-0.5, 0.5, 1.5)
    """
    left = sum(place < -_MIDDLE for place in across)
    on_line = any(abs(place) <= _MIDDLE for place in across)
    return tuple(k - left + (0.0 if on_line else 0.5) for k in range(len(across)))


def seat_numbers(positions: Sequence[float], numbers: Numbers = "odd_left_even_right") -> tuple[int, ...]:
    """Return the number of each seat of a row.

    Parameters
    ----------
    positions : sequence of float
        Signed positions from left to right as seen *facing the stage*; negative is left of the centre line.
        (Of a rostrum, whose people look the other way, take the negative positions.)
    numbers : str
        ``odd_left_even_right``: 9 7 5 3 1 2 4 6 8 10. ``even_left_odd_right``: 8 6 4 2 1 3 5 7 9.
        ``left_to_right`` and ``right_to_left``: 1 2 3 ... from that side. Seats that are missing take no number.

    Returns
    -------
    tuple of int
        Each number once. A seat on the centre line is number 1, and its neighbour 2 sits on the side of the
        even numbers.

    Examples
    --------
    >>> seat_numbers([-1.5, -0.5, 0.5, 1.5])
    (3, 1, 2, 4)
    >>> seat_numbers([-1, 0, 1, 2], "even_left_odd_right")
    (2, 1, 3, 5)
    >>> seat_numbers([-1, 0, 1, 2], "right_to_left")
    (4, 3, 2, 1)
    """
    _known(numbers)
    n = len(positions)
    if numbers == "left_to_right":
        return tuple(range(1, n + 1))
    if numbers == "right_to_left":
        return tuple(range(n, 0, -1))
    left, right = sum(p < 0 for p in positions), sum(p > 0 for p in positions)
    centre = n - left - right
    odd = range(1 + 2 * centre, 2 * n + 2, 2)
    even = range(2, 2 * n + 2, 2)
    leftwards, rightwards = (odd, even) if numbers == "odd_left_even_right" else (even, odd)
    return (*reversed(leftwards[:left]), *range(1, 1 + centre), *rightwards[:right])


def _known(numbers: str) -> None:
    if numbers not in NUMBERS:
        refuse([Fault("seat numbers", f"no such way {numbers!r}", f"use one of: {', '.join(NUMBERS)}")])


def seat_label(row: int, number: int, *, language: Language = "zh", floor: int = 1, area: str = "") -> str:
    """Return what is printed for a seat.

    Parameters
    ----------
    row, number : int
    language : {"zh", "en"}
    floor : int
        Said from the second floor on.
    area : str
        Said when given, such as 主席台.

    Examples
    --------
    >>> seat_label(3, 12), seat_label(3, 12, floor=2), seat_label(1, 2, area="主席台")
    ('3排12号', '2层3排12号', '主席台1排2号')
    >>> seat_label(3, 12, language="en", floor=2)
    'Floor 2 Row 3 Seat 12'
    """
    if language == "zh":
        return f"{area}{f'{floor}层' if floor > 1 else ''}{row}排{number}号"
    parts = (area, f"Floor {floor}" if floor > 1 else "", f"Row {row} Seat {number}")
    return " ".join(part for part in parts if part)
