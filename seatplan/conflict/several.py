"""All the ways in which rules clash, and what it takes to end every one of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from seatplan.conflict.case import Case, Core

__all__ = ["cores", "hitting_sets"]

Rules = frozenset[int]


def cores(case: Case, *, most: int) -> Iterator[Core]:
    """Yield minimal sets of rules that cannot hold together: first such as share no rule, then the others.

    Parameters
    ----------
    case : Case
    most : int
        How many to look for.

    Notes
    -----
    Hitting set tree (Reiter 1987): leave out one rule of each core in every way; whatever still cannot hold
    has a core of its own. If it ends before ``most``, these are all there are.
    """
    found: list[Core] = []
    for core in _apart(case):
        found.append(core)
        yield core
        if len(found) >= most or not core.rules:
            return
    waiting, met = deque([Rules()]), {Rules()}
    while waiting:
        out = waiting.popleft()
        known = next((c for c in found if not c.rules & out), None)
        fresh = None if known else case.core(case.rules - out)
        if fresh:
            found.append(fresh)
            yield fresh
        if len(found) >= most:
            return
        cut = known or fresh
        for step in sorted(cut.rules) if cut else ():
            if out | {step} not in met:
                met.add(out | {step})
                waiting.append(out | {step})


def _apart(case: Case) -> Iterator[Core]:
    """Yield cores that share no rule."""
    left = case.rules
    while (core := case.core(left)) is not None:
        yield core
        left -= core.rules
        if not core.rules:
            return


def hitting_sets(sets: list[Rules], *, most: int) -> list[Rules]:
    """Return the smallest sets of rules that have one of each, at most so many.

    Examples
    --------
    >>> [sorted(rules) for rules in hitting_sets([frozenset({1, 2}), frozenset({2, 3})], most=5)]
    [[2], [1, 3]]
    """
    partial: list[Rules] = [Rules()]
    for some in sets:
        hit = [p for p in partial if p & some]
        grown = (p | {rule} for p in partial if not p & some for rule in sorted(some))
        partial = hit + [g for g in grown if not any(h <= g for h in hit)]
    minimal = {p for p in partial if not any(other < p for other in partial)}
    return sorted(minimal, key=lambda p: (len(p), sorted(p)))[:most]
