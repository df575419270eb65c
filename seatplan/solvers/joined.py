"""Things that belong together because links join them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

__all__ = ["joined"]

T = TypeVar("T", bound=Hashable)


def joined(things: Iterable[T], links: Iterable[Iterable[T]]) -> list[set[T]]:
    """Return the sets of things that links join, in the order of their first things.

    Parameters
    ----------
    things : iterable
        Whatever stands alone is a set of its own.
    links : iterable of iterables
        Each joins all its things, which need not be among ``things``.

    Notes
    -----
    The smaller set joins the larger one. A library for graphs takes longer to load than a small plan takes.

    Examples
    --------
    >>> [sorted(some) for some in joined("abcd", ["ac", "cd"])]
    [['a', 'c', 'd'], ['b']]
    """
    part = {thing: {thing} for thing in things}
    for link in links:
        some: set[T] = set()
        for thing in link:
            other = part.setdefault(thing, {thing})
            if other is not some:
                some, less = (other, some) if len(other) >= len(some) else (some, other)
                some |= less
                part.update(dict.fromkeys(less, some))
    return list({id(some): some for some in part.values()}.values())
