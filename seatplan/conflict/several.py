"""All the ways in which rules clash, and what it takes to end every one of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import chain

from seatplan.conflict.case import Case, Core
from seatplan.conflict.verdict import Proof

__all__ = ["cores", "hitting_sets"]

Rules = frozenset[int]


def cores(case: Case, *, most: int) -> Iterator[Core]:
    """Yield minimal sets of rules that cannot hold together.

    First come those that cheap proofs find, and among them such as share no rule.

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
    for upto in (Proof.KNOT, Proof.WHOLE):
        for core in chain(_apart(case, found, upto), _tree(case, found, upto)):
            found.append(core)
            yield core
            if len(found) >= most or not core.rules:
                return


def _apart(case: Case, found: list[Core], upto: Proof) -> Iterator[Core]:
    """Yield cores that share no rule."""
    left = case.rules.difference(*(core.rules for core in found))
    while (core := case.core(left, upto=upto)) is not None:
        yield core
        left -= core.rules


def _tree(case: Case, found: list[Core], upto: Proof) -> Iterator[Core]:
    """Yield the cores that are left when some rules of each core known before are left out."""
    waiting, met = deque([Rules()]), {Rules()}
    while waiting:
        out = waiting.popleft()
        core = next((c for c in found if not c.rules & out), None)
        if core is None:
            core = case.core(case.rules - out, upto=upto)
            if core is None:
                continue
            yield core
        for step in (out | {rule} for rule in sorted(core.rules)):
            if step not in met:
                met.add(step)
                waiting.append(step)


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
