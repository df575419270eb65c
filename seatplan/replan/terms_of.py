"""Terms of one problem in the numbering of another, and which of them are known already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.terms import Bands, Compact, Cost, Count, Domain, Limit, Lone, Ordered, Pair, Region, Statement, Term

__all__ = ["moved_term", "parts_known"]

Ints = NDArray[np.intp]


def moved_term(term: Term, places: Ints) -> Term | None:
    """Return a term about person ``places[i]`` instead of i; None for a term that depends on who sits nowhere.

    Examples
    --------
    >>> moved_term(Domain(np.array([0, 1]), np.array([7])), np.array([3, 5])).people
    array([3, 5])
    """
    match term:
        case Domain() | Cost() | Count() | Region() | Compact():
            return replace(term, people=places[term.people])
        case Ordered(classes):
            return replace(term, classes=tuple(places[members] for members in classes))
        case Bands(groups):
            return replace(term, groups=tuple(places[members] for members in groups))
        case Pair(pairs):
            return replace(term, pairs=places[pairs].reshape(-1, 2))
        case Lone() | Limit():
            return None  # seats of people who stay away count as empty: an audit judges these


def parts_known(statement: Statement, known: Iterable[Statement]) -> bool:
    """Tell whether a must says no more than one that is known, or several that speak of the same seats.

    Examples
    --------
    >>> all_in = Statement(Domain(np.array([0, 1]), np.array([7])))
    >>> parts_known(Statement(Domain(np.array([1]), np.array([7]))), [all_in])
    True
    """
    terms = [other.term for other in known]
    match statement.term:
        case Domain() as term:
            said = [t.people for t in terms if isinstance(t, Domain) and _same(t.seats, term.seats)]
            return bool(said) and bool(np.isin(term.people, np.concatenate(said)).all())
        case Pair() as term:
            like = (t for t in terms if isinstance(t, Pair) and t.wanted == term.wanted)
            pairs = {tuple(p) for t in like if _same(t.relation, term.relation) for p in t.pairs.tolist()}
            return {tuple(p) for p in term.pairs.tolist()} <= pairs
        case _:
            return any(_implied(statement.term, other) for other in terms)


def _implied(term: Term, other: Term) -> bool:
    match term, other:
        case Ordered(), Ordered():
            return _same(term.score, other.score) and _shorter(term, other)
        case _:
            return type(term) is type(other) and _equal(term, other)


def _shorter(term: Ordered, other: Ordered) -> bool:
    """Tell whether an order is another one without some of its people."""
    place = {person: i for i, members in enumerate(other.classes) for person in members.tolist()}
    levels = [{place.get(person, -1) for person in members.tolist()} for members in term.classes if len(members)]
    known = all(len(level) == 1 and -1 not in level for level in levels)
    steps = [min(level) for level in levels]
    return known and all(a < b for a, b in pairwise(steps))


def _same(one: Ints, other: Ints) -> bool:
    return one is other or (one.shape == other.shape and bool((one == other).all()))


def _equal(one: Term, other: Term) -> bool:
    return all(_alike(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))


def _alike(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return _same(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return one == other
