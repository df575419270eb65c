"""Three and more parties around a table (protocol.md 4.1, rule 38)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

__all__ = ["parties_around"]

Item = TypeVar("Item")


def parties_around(parties: Iterable[Item], *, key: Callable[[Item], Any] = str) -> tuple[Item, ...]:
    """Return the parties around a round, square or polygonal table, in alphabetical order of their names.

    Three or more parties have no sides (rule 38, B [S36 S85]). The sources do not say in which direction the
    alphabet runs: here towards the right hand of the first, as the ring of a round table (D).

    Parameters
    ----------
    parties : iterable
    key : callable
        What the alphabetical order compares; use a locale's key.

    Examples
    --------
    >>> parties_around(["Peru", "Chad", "Laos"])
    ('Chad', 'Laos', 'Peru')
    """
    return tuple(sorted(parties, key=key))
