"""Find a minimal part of a list that still fails, with few tests when the part is small."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["smallest_failing"]

T = TypeVar("T")


def smallest_failing(fails: Callable[[Sequence[T]], bool], things: Sequence[T]) -> list[T]:
    """Return a part that fails, while no part of it with one thing less does.

    Parameters
    ----------
    fails : callable
        Tells whether a part fails; whatever contains a failing part must fail.
    things : sequence
        All of them together are known to fail.

    Notes
    -----
    QuickXplain (Junker 2004): halve, and look for what each half needs given the other. For k of n things it
    takes about ``2 k log2(n / k)`` tests, where leaving out one thing after the other takes n.

    Examples
    --------
    >>> smallest_failing(lambda part: {2, 5} <= set(part), range(100))
    [2, 5]
    >>> smallest_failing(lambda part: True, "abc")
    []
    """
    if not things or fails([]):
        return []
    return sorted(_needed(fails, [], list(things), known=False), key=list(things).index)


def _needed(fails: Callable[[Sequence[T]], bool], given: list[T], things: list[T], *, known: bool) -> list[T]:
    """Return what of ``things`` is needed besides ``given``; ``known``: something new is among the given."""
    if known and fails(given):
        return []
    if len(things) == 1:
        return things
    first, second = things[: len(things) // 2], things[len(things) // 2 :]
    later = _needed(fails, given + first, second, known=True)
    return _needed(fails, given + later, first, known=bool(later)) + later
