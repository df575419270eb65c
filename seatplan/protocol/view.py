"""Whose left is left.

Signed positions (negative: the occupant's left) are the only form in which a row is computed. A view exists
where a row becomes text or picture, and nowhere else (protocol.md section 0, rule 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

__all__ = ["View", "seen"]

Item = TypeVar("Item")


class View(StrEnum):
    """Who looks: the people who sit in the row, or the people who look at them."""

    OCCUPANT = "occupant"
    AUDIENCE = "audience"


def seen(row: Sequence[Item], view: View) -> tuple[Item, ...]:
    """Return a row as it is seen.

    Parameters
    ----------
    row : sequence
        From the occupants' left to their right.
    view : View
        Who looks.

    Returns
    -------
    tuple
        From the viewer's left to right.

    Examples
    --------
    >>> seen((2, 1, 3), View.AUDIENCE)
    (3, 1, 2)
    """
    return tuple(row) if view is View.OCCUPANT else tuple(reversed(row))
