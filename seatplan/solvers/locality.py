"""What stays inside a group of people, and what keeps people of different groups apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.answer import Answer
from seatplan.solvers.control import Control
from seatplan.solvers.split import people_of, restrict
from seatplan.terms import Bands, Compact, Cost, Domain, Limit, Lone, Model, Pair, Region, Statement, Term

__all__ = [
    "blocks_of",
    "crosses",
    "exclusions",
    "groups_of_regions",
    "is_local",
    "is_shape",
    "of_each_group",
    "on_grid",
    "settled",
]

Ints = NDArray[np.intp]
Solve = Callable[[Model, Control], Answer]


def groups_of_regions(model: Model) -> list[Region]:
    """Return the hard regions of a model."""
    return [s.term for s in model.statements if s.tier == 0 and isinstance(s.term, Region)]


def blocks_of(model: Model) -> list[Region]:
    """Return the hard regions of a model, and a region of one for everybody who is in none.

    Examples
    --------
    >>> edges = np.array([[0, 1], [1, 2]])
    >>> pair = Statement(Region(np.array([0, 2]), edges))
    >>> [region.people.tolist() for region in blocks_of(Model(3, 3, (pair,)))]
    [[0, 2], [1]]
    """
    found = groups_of_regions(model)
    if not found:
        return []
    alone = np.setdiff1d(np.arange(model.people), np.concatenate([region.people for region in found]))
    return [*found, *(replace(found[0], people=np.array([p])) for p in alone.tolist())]


def on_grid(model: Model) -> list[Region]:
    """Return the hard regions that tell rows and columns: delegations, not sets of people in one run."""
    return [term for term in groups_of_regions(model) if term.grid is not None]


def is_shape(term: Term) -> bool:
    """Tell whether a term is about the shape of a delegation."""
    return isinstance(term, Compact) or (isinstance(term, Region) and term.grid is not None)


def is_local(statement: Statement, group_of: Ints) -> bool:
    """Tell whether a statement couples nobody across groups, or only keeps pairs apart as a must."""
    match statement.term:
        case Domain() | Cost():
            return True
        case Bands() | Lone() | Limit():
            return False
        case Pair(_, _, wanted) as term:
            return not crosses(term, group_of).any() or (statement.tier == 0 and not wanted)
        case term:
            return len(np.unique(group_of[people_of(term)])) <= 1


def of_each_group(model: Model, groups: Sequence[Ints]) -> list[Model]:
    """Return for each group the model of the statements that speak of one of its people, with the old indices.

    To restrict one of these models to its group costs less than to restrict the whole.

    Examples
    --------
    >>> spoken = Statement(Domain(np.array([0]), np.array([0, 1])))
    >>> [len(one.statements) for one in of_each_group(Model(2, 2, (spoken,)), [np.array([0]), np.array([1])])]
    [1, 0]
    """
    group_of = np.full(model.people, -1, dtype=np.intp)
    for index, people in enumerate(groups):
        group_of[people] = index
    kept: list[list[Statement]] = [[] for _ in groups]
    for statement in model.statements:
        for index in np.unique(group_of[people_of(statement.term)]).tolist():
            if index >= 0:
                kept[index].append(statement)
    return [Model(model.people, model.seats, tuple(mine)) for mine in kept]


def crosses(term: Pair, group_of: Ints) -> NDArray[np.bool_]:
    """Tell for each pair whether its people are of different groups."""
    apart: NDArray[np.bool_] = group_of[term.pairs[:, 0]] != group_of[term.pairs[:, 1]]
    return apart


def exclusions(model: Model, people: Ints, seated: Ints) -> Iterator[tuple[int, Ints]]:
    """Yield for some people the seats that are free of those they must sit apart from.

    Parameters
    ----------
    model : Model
    people : ndarray of int
        Who is to be seated now.
    seated : ndarray of int, shape (people of the model,)
        Seat of everybody seated before; -1 for the others.
    """
    for statement in model.statements:
        if statement.tier == 0 and isinstance(statement.term, Pair) and not statement.term.wanted:
            yield from _apart(statement.term, model.seats, people, seated)


def _apart(term: Pair, size: int, people: Ints, seated: Ints) -> Iterator[tuple[int, Ints]]:
    for pair in term.pairs[np.isin(term.pairs, people).any(axis=1)].tolist():
        for p, q in (pair, pair[::-1]):
            if seated[q] >= 0 and seated[p] < 0:
                touching = term.relation[(term.relation == seated[q]).any(axis=1)]
                yield p, np.setdiff1d(np.arange(size), np.setdiff1d(touching, seated[q]))


def settled(
    model: Model, seats: Ints, blocks: Sequence[tuple[Ints, Ints]], inner: Solve, control: Control
) -> Ints | None:
    """Return an assignment in which people of different groups keep apart as they must, or None.

    Parameters
    ----------
    model : Model
        Of which only what stays inside a group binds the groups' own plans.
    seats : ndarray of int, shape (people,)
        Plans of the groups, each for itself.
    blocks : sequence of (people, seats)
        The groups, and the seats each of them may use.
    inner : callable
        Solves one group.

    Notes
    -----
    Group by group: a plan that touches somebody settled before is solved again with those seats left out. The
    price may rise above that of the groups alone, so a bound of the groups alone stays a bound.
    """
    found = np.full(model.people, -1, dtype=np.intp)
    for people, block in blocks:
        away = list(exclusions(model, people, found))
        if all(seats[p] in free for p, free in away):
            found[people] = seats[people]
            continue
        barred = [Statement(Domain(np.array([p]), free)) for p, free in away]
        kept = Model(model.people, model.seats, (*model.statements, *barred))
        answer = inner(restrict(kept, people, block), control)
        if answer.seats is None:
            return None
        found[people] = block[answer.seats]
    return found
