"""Terms -> rows: the programme of a model, with the strongest forms that are known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.control import Control
from seatplan.solvers.domains import domains_of
from seatplan.solvers.encode_orders import encode_bands, encode_order
from seatplan.solvers.encode_pairs import encode_couples, encode_pair, encode_runs
from seatplan.solvers.encode_shapes import encode_compact, encode_region
from seatplan.solvers.parties import kinds_of
from seatplan.solvers.program import Program
from seatplan.terms import (
    Bands,
    Compact,
    Cost,
    Count,
    Domain,
    Limit,
    Lone,
    Model,
    Ordered,
    Pair,
    Region,
    Statement,
    Term,
)

__all__ = ["encode"]

Ints = NDArray[np.intp]
_OWN = -1


def encode(model: Model, control: Control | None = None, strangers: Collection[tuple[int, int]] = ()) -> Program:
    """Return the programme of a model.

    Parameters
    ----------
    model : Model
    control : Control, optional
    strangers : collection of (int, int)
        Pairs of people who must keep apart and get rows of their own. The others are left to the dealing of seats
        (`seatplan.solvers.strangers`), unless both are told apart from everybody anyway.

    Notes
    -----
    Regions on other graphs than lines are not said in full: `seatplan.solvers.cuts` adds the rest.
    """
    control = control or Control()
    program = _assignment(model, control, strangers)
    for statement in model.statements:
        _encode(program, statement)
    for tier in model.tiers:
        program.objectives.setdefault(tier, {})
    return program


def _assignment(model: Model, control: Control, strangers: Collection[tuple[int, int]]) -> Program:
    """Return the programme in which everybody has one seat, no seat two people, and parties keep together."""
    domains, kinds = domains_of(model), kinds_of(model, strangers)
    cast_of = np.zeros(model.people, dtype=np.intp)
    for index, cast in enumerate(kinds.casts):
        cast_of[cast.people] = index
    masks = [domains.masks[np.unique(domains.class_of[cast.people])].any(axis=0) for cast in kinds.casts]
    program = Program(model, kinds.casts, cast_of, [np.flatnonzero(mask) for mask in masks], control=control)
    program.strangers = set(strangers)
    for index, cast in enumerate(kinds.casts):
        for seat in program.seats_of[index].tolist():
            program.arcs[index, seat] = program.variable()
            program.by_seat[seat].append(program.arcs[index, seat])
        program.row(program.on(index, program.seats_of[index]), len(cast.people), len(cast.people))
    for seat in sorted(program.by_seat):
        program.row(program.taken(seat), None, 1)
    for couples in kinds.couples:
        encode_couples(program, couples)
    for runs in kinds.runs:
        encode_runs(program, runs)
    return program


def _encode(program: Program, statement: Statement) -> None:
    """Write a term; a domain is in the arcs already."""
    if not isinstance(statement.term, Domain):
        _WRITERS[type(statement.term)](program, statement, statement.term)


def _cost(program: Program, statement: Statement, term: Cost) -> None:
    for cast in program.casts_in(term.people):
        for seat in program.seats_of[cast].tolist():
            if term.values[seat]:
                program.price(statement, program.arcs[cast, seat], int(term.values[seat]))


def _count(program: Program, statement: Statement, term: Count) -> None:
    there = [arc for cast in program.casts_in(term.people) for arc in program.on(cast, term.seats)]
    few, many = program.slack(statement, max(term.low, 0)), program.slack(statement, max(len(term.people), 1))
    program.row([*there, *few], term.low, None)
    program.row([*there, *((-c, v) for c, v in many)], None, term.high)


def _lone(program: Program, statement: Statement, term: Lone) -> None:
    for seat, beside in zip(term.seats.tolist(), term.beside.tolist(), strict=True):
        real = {near for near in beside if near >= 0}
        around = [arc for near in real for arc in program.taken(near)]
        slack = [(-c, v) for c, v in program.slack(statement)]
        program.row([*around, *((-c, v) for c, v in program.taken(seat)), *slack], None, len(real) - 1)


def _limit(program: Program, statement: Statement, term: Limit) -> None:
    """Price the parts in a tier of their own, and keep what they cost within the limit."""
    for weight, part in term.parts:
        _encode(program, Statement(part, tier=_OWN, weight=weight))
    cost, rest = program.objectives.pop(_OWN, {}), program.constants.pop(_OWN, 0)
    dearest = rest + sum(max(0, price) * program.upper[v] for v, price in cost.items())
    slack = program.slack(statement, max(0, dearest - term.most))
    arcs = [*((price, v) for v, price in cost.items()), *((-c, v) for c, v in slack)]
    program.row(arcs, None, term.most - rest)


_WRITERS: Mapping[type[Term], Callable[[Program, Statement, Any], None]] = {
    Cost: _cost,
    Ordered: encode_order,
    Pair: encode_pair,
    Region: encode_region,
    Compact: encode_compact,
    Bands: encode_bands,
    Count: _count,
    Lone: _lone,
    Limit: _limit,
}
