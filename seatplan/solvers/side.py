"""Jobs side by side, with results in the order of the jobs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["side_by_side"]

T = TypeVar("T")
U = TypeVar("U")


def side_by_side(work: Callable[[T], U], things: Iterable[T], workers: int) -> list[U]:
    """Return what a function makes of each thing, in the order of the things, on so many threads.

    Notes
    -----
    Threads, for the engines leave Python while they search. What they find does not depend on who runs beside
    them: every engine has one thread and a seed of its own.

    Examples
    --------
    >>> side_by_side(abs, [3, -2, -1], workers=2)
    [3, 2, 1]
    """
    jobs = list(things)
    if workers == 1 or len(jobs) < 2:
        return [work(job) for job in jobs]
    with ThreadPoolExecutor(workers) as threads:
        return list(threads.map(work, jobs))
