"""The order of national flags (protocol.md section 6, rule 55)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar

__all__ = ["bilateral_flags", "flags"]

Item = TypeVar("Item")


def flags(
    host: Item,
    others: Iterable[Item],
    *,
    style: Literal["international", "us"] = "international",
    key: Callable[[Item], Any] = str,
) -> tuple[Item, ...]:
    """Return a row of flags, from the flags' own left to their own right.

    All are of equal size and height (B [S140]). ``seen(row, View.AUDIENCE)`` is what the viewer sees.

    Parameters
    ----------
    host : item
        The host's flag: in the centre of an odd number, at its own far right, the viewer's left end, of an
        even number.
    others : iterable
        The other flags; they follow in alphabetical order. For an odd number the sources do not say from
        where; here from the viewer's left to right (D).
    style : {"international", "us"}
        ``us``: the own flag first at its own right for every number.
    key : callable
        What the alphabetical order compares; use a locale's key, never code points of a foreign script.

    Examples
    --------
    >>> flags("H", ["B", "A", "C"])
    ('C', 'B', 'A', 'H')
    """
    row = sorted(others, key=key)
    row.insert(len(row) // 2 if style == "international" and len(row) % 2 == 0 else 0, host)
    return tuple(row[::-1])


def bilateral_flags(host: Item, guest: Item) -> tuple[Item, Item]:
    """Return two flags from their own left to right: as at a signing, the guest's at the right (B [S140]).

    Examples
    --------
    >>> bilateral_flags("host", "guest")
    ('host', 'guest')
    """
    return host, guest
