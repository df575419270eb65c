"""Three and more parties around a table (protocol.md 4.1, 2.3(f), rules 25 and 38)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

__all__ = ["council_table", "parties_around"]

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
    first = half_years % len(order) if order else 0
    return (*order[first:], *order[:first])
