"""Zones: a hall-wide order of classes as a must, said as seats that each class may take.

Where one class ends and the next begins is open as long as seats stay empty. Here it is chosen once, so that
everything else falls apart into groups; what is found then is a plan, but no bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.domains import Domains, domains_of
from seatplan.terms import Domain, Model, Ordered, Pair, Statement

__all__ = ["zoned"]

Ints = NDArray[np.intp]
_CHOICES, _ENDS, _COMBINED = 200, 12, 4096
"""How many ways to cut the seats are looked at, how many ends of each class, and of all classes together."""


def zoned(model: Model, orders: list[Statement]) -> Iterator[Model]:
    """Yield models in which each class of some orders has seats of its own, and everybody finds a seat.

    Parameters
    ----------
    model : Model
    orders : list of Statement
        Hard orders of the model, which are left out.

    Notes
    -----
    The seats that stay empty are shared out along the order, evenly first.
    """
    kept = tuple(s for s in model.statements if s not in orders)
    domains = domains_of(model)
    cuts = [list(_cuts(model, s.term, domains)) for s in orders if isinstance(s.term, Ordered)]
    for chosen in islice(product(*cuts), _CHOICES):
        zones = tuple(Statement(domain) for domains_of_order in chosen for domain in domains_of_order)
        candidate = Model(model.people, model.seats, (*kept, *zones))
        if domains_of(candidate, windows=False).hall_violator() is None:
            yield candidate


def _cuts(model: Model, term: Ordered, domains: Domains) -> Iterator[list[Domain]]:
    """Yield the seats of each class for the most even choices of ends."""
    classes = [members for members in term.classes if len(members)]
    usable = domains.masks[np.unique(domains.class_of[np.concatenate(classes)])].any(axis=0)
    scores, taken = np.sort(term.score[usable]), np.cumsum([len(members) for members in classes])
    spare = len(scores) - int(taken[-1])
    ends = []
    for i, count in enumerate(taken[:-1].tolist()):
        even = spare * count / int(taken[-1])
        offsets = sorted(range(spare + 1), key=lambda o: (abs(o - even), o))
        every = [int(scores[count + o - 1]) for o in offsets]
        ends.append([end for end in every if _meets(model, term, domains, classes[i], classes[i + 1], end)])
    wide = min(_ENDS, max(1, int(_COMBINED ** (1 / max(1, len(ends))))))
    nearest = sorted(product(*(range(min(wide, len(e))) for e in ends)), key=lambda at: (sum(at), at))
    for at in nearest:
        last = [mine[i] for mine, i in zip(ends, at, strict=True)]
        if last == sorted(last):
            yield _domains(term, classes, last)


def _domains(term: Ordered, classes: list[Ints], last: list[int]) -> list[Domain]:
    """Return the seats of each class from the largest score of each but the last."""
    zone = np.searchsorted(np.array(last, dtype=np.intp), term.score, side="left")
    return [Domain(members, np.flatnonzero(zone == i)) for i, members in enumerate(classes)]


def _meets(model: Model, term: Ordered, domains: Domains, before: Ints, after: Ints, end: int) -> bool:
    """Tell whether couples of two classes find places on both sides of the end of the first."""
    for statement in model.statements:
        pair = statement.term
        if statement.tier == 0 and isinstance(pair, Pair) and pair.wanted:
            for p, q in pair.pairs.tolist():
                first, second = (p, q) if p in before else (q, p)
                if first in before and second in after and not _place(pair, term, domains, first, second, end):
                    return False
    return True


def _place(pair: Pair, term: Ordered, domains: Domains, first: int, second: int, end: int) -> bool:
    """Tell whether a pair of seats of a relation has its one seat up to an end and its other one behind it."""
    ways = np.concatenate([pair.relation, pair.relation[:, ::-1]])
    one, other = domains.masks[domains.class_of[first]], domains.masks[domains.class_of[second]]
    fit = one[ways[:, 0]] & other[ways[:, 1]] & (term.score[ways[:, 0]] <= end) & (term.score[ways[:, 1]] > end)
    return bool(fit.any())
