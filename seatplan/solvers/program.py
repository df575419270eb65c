"""A model as an integer linear programme, for any engine that reads rows.

Everything is linear with 0-1 variables (and a few small integers), so that CP-SAT and HiGHS read the same
programme. Strong forms are chosen where they are known: prefix sums for orders, neighbour sums for pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seatplan.solvers.casts import Cast, casts_of
from seatplan.solvers.control import Control
from seatplan.solvers.domains import domains_of
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
)

__all__ = ["Program", "Row", "encode"]

Ints = NDArray[np.intp]
Arc = tuple[int, int]
_OWN = -1


@dataclass(frozen=True, slots=True)
class Row:
    """``low <= sum(coefficients * variables) <= high``."""

    variables: Sequence[int]
    coefficients: Sequence[int]
    low: int | None
    high: int | None


@dataclass(eq=False)
class Program:
    """Variables, rows and one objective for each tier.

    Parameters
    ----------
    model : Model
    casts : list of Cast
        Interchangeable people share their variables.
    arcs : dict
        Variable of each (cast, seat) that is allowed.
    upper : list of int
        Upper bound of each variable; the lower bound is 0.
    rows : list of Row
    objectives : dict
        For each tier the price of each variable.
    constants : dict
        For each tier what is paid in any case.
    """

    model: Model
    casts: list[Cast]
    cast_of: Ints
    seats_of: list[Ints]
    arcs: dict[tuple[int, int], int] = field(default_factory=dict)
    by_seat: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    upper: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    objectives: dict[int, dict[int, int]] = field(default_factory=dict)
    constants: dict[int, int] = field(default_factory=lambda: defaultdict(int))

    def variable(self, upper: int = 1) -> int:
        """Add a variable from 0 to ``upper`` and return its index."""
        self.upper.append(upper)
        return len(self.upper) - 1

    def row(self, terms: Iterable[Arc], low: int | None, high: int | None) -> None:
        """Add a row from (coefficient, variable) pairs; equal variables are added up."""
        total: dict[int, int] = defaultdict(int)
        for coefficient, variable in terms:
            total[variable] += coefficient
        self.rows.append(Row(tuple(total), tuple(total.values()), low, high))

    def price(self, statement: Statement, variable: int, amount: int = 1) -> None:
        """Add ``amount`` units of a statement's violation, for each unit of a variable."""
        objective = self.objectives.setdefault(statement.tier, {})
        objective[variable] = objective.get(variable, 0) + amount * statement.weight

    def slack(self, statement: Statement, upper: int = 1) -> list[Arc]:
        """Return nothing for a must, or a priced variable that buys the violation."""
        if statement.tier == 0:
            return []
        bought = self.variable(upper)
        self.price(statement, bought)
        return [(1, bought)]

    def casts_in(self, people: Ints) -> list[int]:
        """Return the casts of some people; a statement holds all of a cast or none."""
        return sorted(set(self.cast_of[people].tolist()))

    def on(self, cast: int, seats: Iterable[int]) -> list[Arc]:
        """Return a cast's variables on some seats, with coefficient 1."""
        found = (self.arcs.get((cast, int(seat))) for seat in seats)
        return [(1, variable) for variable in found if variable is not None]

    def taken(self, seat: int) -> list[Arc]:
        """Return the variables of everybody who may take a seat."""
        return [(1, variable) for variable in self.by_seat[seat]]

    def assignment(self, values: Ints) -> Ints:
        """Return each person's seat from the values of the variables."""
        given: list[list[int]] = [[] for _ in self.casts]
        for (index, seat), variable in self.arcs.items():
            if values[variable]:
                given[index].append(seat)
        seats = np.full(self.model.people, -1, dtype=np.intp)
        for cast, mine in zip(self.casts, given, strict=True):
            seats[cast.people] = cast.deal(np.array(mine, dtype=np.intp))
        return seats


def encode(model: Model, control: Control | None = None) -> Program:
    """Return the programme of a model without its hard regions: `seatplan.solvers.regions` adds these as cuts."""
    control = control or Control()
    program = _assignment(model)
    for statement in model.statements:
        control.checkpoint()
        _encode(program, statement)
    for tier in model.tiers:
        program.objectives.setdefault(tier, {})
    return program


def _assignment(model: Model) -> Program:
    """Return the programme in which everybody has one seat, and no seat two people."""
    domains, casts = domains_of(model), casts_of(model)
    cast_of = np.zeros(model.people, dtype=np.intp)
    for index, cast in enumerate(casts):
        cast_of[cast.people] = index
    masks = [domains.masks[np.unique(domains.class_of[cast.people])].any(axis=0) for cast in casts]
    program = Program(model, casts, cast_of, [np.flatnonzero(mask) for mask in masks])
    for index, cast in enumerate(casts):
        for seat in program.seats_of[index].tolist():
            program.arcs[index, seat] = program.variable()
            program.by_seat[seat].append(program.arcs[index, seat])
        program.row(program.on(index, program.seats_of[index]), len(cast.people), len(cast.people))
    for seat in sorted(program.by_seat):
        program.row(program.taken(seat), None, 1)
    return program


def _encode(program: Program, statement: Statement) -> None:
    match statement.term:
        case Domain():
            pass  # a priced domain is a Cost; a hard one is in the arcs
        case Cost() as term:
            _cost(program, statement, term)
        case Ordered() as term:
            _order(program, statement, term)
        case Pair() as term:
            _pair(program, statement, term)
        case Region() as term:
            _region(program, statement, term)
        case Compact() as term:
            _compact(program, statement, term)
        case Bands() as term:
            _bands(program, statement, term)
        case Count() as term:
            _count(program, statement, term)
        case Lone() as term:
            _lone(program, statement, term)
        case Limit() as term:
            _limit(program, statement, term)


def _cost(program: Program, statement: Statement, term: Cost) -> None:
    for cast in program.casts_in(term.people):
        for seat in program.seats_of[cast].tolist():
            if term.values[seat]:
                program.price(statement, program.arcs[cast, seat], int(term.values[seat]))


# Orders -------------------------------------------------------------------------------------------------


def _order(program: Program, statement: Statement, term: Ordered) -> None:
    classes = [program.casts_in(members) for members in term.classes if len(members)]
    if statement.tier:
        for i, before in enumerate(classes):
            for p, q in ((p, q) for after in classes[i + 1 :] for p in before for q in after):
                _in_order(program, p, q, term.score, program.slack(statement))
        return
    steps = [before for i, before in enumerate(classes) if i == 0 or before != classes[i - 1]]
    for before, after in pairwise(steps):
        if _single(program, before) and _single(program, after):
            _in_order(program, before[0], after[0], term.score, [])
        else:
            _threshold(program, before, after, term.score)


def _single(program: Program, casts: list[int]) -> bool:
    return len(casts) == 1 and len(program.casts[casts[0]].people) == 1


def _in_order(program: Program, p: int, q: int, score: Ints, slack: list[Arc]) -> None:
    """For every threshold: if q sits at most there, so does p (or the violation is bought)."""
    first, later = program.seats_of[p], program.seats_of[q]
    bought = [(-c, v) for c, v in slack]
    for limit in np.unique(score[later][score[later] < score[first].max(initial=-1)]):
        near, far = _up_to(program, [q], score, limit), _up_to(program, [p], score, limit)
        program.row([*near, *((-c, v) for c, v in far), *bought], None, 0)


def _up_to(program: Program, casts: list[int], score: Ints, limit: int) -> list[Arc]:
    """Return the variables of casts on seats that score at most ``limit``."""
    return [arc for c in casts for arc in program.on(c, program.seats_of[c][score[program.seats_of[c]] <= limit])]


def _threshold(program: Program, before: list[int], after: list[int], score: Ints) -> None:
    """Put a step between two classes: ``here`` says that the step lies at most at this score.

    Whoever comes before sits at most at the step, whoever comes after at least there. If one of the classes is
    a single person, that person's own place is the step.
    """
    size = sum(len(program.casts[c].people) for c in before)
    limits = np.unique(np.concatenate([score[program.seats_of[c]] for c in (*before, *after)]))
    earlier: list[Arc] = []
    for limit in limits.tolist():
        here = _step(program, before, after, score, limit, earlier)
        for _, variable in _exactly(program, before, score, limit):
            program.row([(1, variable), *earlier], None, 1)
        for _, variable in _exactly(program, after, score, limit):
            program.row([(1, variable), *((-c, v) for c, v in here)], None, 0)
        inside = _up_to(program, before, score, limit)
        program.row([*((size * c, v) for c, v in here), *((-c, v) for c, v in inside)], None, 0)
        earlier = here


def _step(
    program: Program, before: list[int], after: list[int], score: Ints, limit: int, earlier: list[Arc]
) -> list[Arc]:
    for casts in (before, after):
        if _single(program, casts):
            return _up_to(program, casts, score, limit)
    here: list[Arc] = [(1, program.variable())]
    program.row([*earlier, *((-c, v) for c, v in here)], None, 0)
    return here


def _exactly(program: Program, casts: list[int], score: Ints, limit: int) -> list[Arc]:
    return [arc for c in casts for arc in program.on(c, program.seats_of[c][score[program.seats_of[c]] == limit])]


# Pairs, counts, lone seats ------------------------------------------------------------------------------


def _pair(program: Program, statement: Statement, term: Pair) -> None:
    near = defaultdict(list)
    for a, b in term.relation.tolist():
        near[a].append(b)
        near[b].append(a)
    for p, q in program.cast_of[term.pairs].tolist():
        slack = program.slack(statement)
        for one, other in ((p, q), (q, p)) if term.wanted else ((p, q),):
            _beside(program, one, other, near, slack, wanted=term.wanted)


def _beside(
    program: Program,
    p: int,
    q: int,
    near: dict[int, list[int]],
    slack: list[Arc],
    *,
    wanted: bool,
) -> None:
    bought = [(-c, v) for c, v in slack]
    for seat in program.seats_of[p].tolist():
        mine, theirs = program.on(p, [seat]), program.on(q, near.get(seat, ()))
        if wanted:
            program.row([*mine, *((-c, v) for c, v in theirs), *bought], None, 0)
        elif theirs:
            program.row([*mine, *theirs, *bought], None, 1)


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


# Shapes -------------------------------------------------------------------------------------------------


def _bands(program: Program, statement: Statement, term: Bands) -> None:
    """Give each group a first and a last line; ordered groups follow each other, others do not meet."""
    lines, line = np.unique(term.line, return_inverse=True)
    spans = [_span(program, group, line.reshape(-1), len(lines)) for group in term.groups if len(group)]
    for i, before in enumerate(spans):
        for after in spans[i + 1 :]:
            _follow(program, statement, before, after, len(lines), either=not term.ordered)


def _span(program: Program, group: Ints, line: Ints, lines: int) -> tuple[int, int]:
    first, last = program.variable(lines - 1), program.variable(lines - 1)
    for cast in program.casts_in(group):
        arcs = [(int(line[s]), program.arcs[cast, s]) for s in program.seats_of[cast].tolist()]
        for some in [arcs] if _single(program, [cast]) else [[arc] for arc in arcs]:
            program.row([*((lines - 1 - place, v) for place, v in some), (1, first)], None, lines - 1)
            program.row([*some, (-1, last)], None, 0)
    return first, last


def _follow(
    program: Program,
    statement: Statement,
    before: tuple[int, int],
    after: tuple[int, int],
    lines: int,
    *,
    either: bool,
) -> None:
    slack = [(-lines, v) for _, v in program.slack(statement)]
    turned = [(-lines, program.variable())] if either else []
    program.row([(1, before[1]), (-1, after[0]), *turned, *slack], None, -1)
    for _, turn in turned:
        program.row([(1, after[1]), (-1, before[0]), (lines, turn), *slack], None, lines - 1)


def _region(program: Program, statement: Statement, term: Region) -> None:
    """Number the seats of a region along a tree: every seat but a root has a nearer neighbour.

    Amount is the number of roots less one. A must is left to the cuts of `seatplan.solvers.regions`.
    """
    if statement.tier == 0 or len(term.people) < 2:
        return
    casts = program.casts_in(term.people)
    seats = np.unique(np.concatenate([program.seats_of[c] for c in casts])).tolist()
    occupied = {s: [arc for c in casts for arc in program.on(c, [s])] for s in seats}
    size = len(term.people)
    depth = {s: program.variable(size) for s in seats}
    parents: dict[int, list[Arc]] = {s: [] for s in seats}
    for a, b in term.edges.tolist():
        for child, parent in ((a, b), (b, a)):
            if child in depth and parent in depth:
                parents[child].append((1, _link(program, depth[child], depth[parent], occupied[parent], size)))
    roots = []
    for seat in seats:
        root = program.variable()
        roots.append((1, root))
        program.row([*occupied[seat], (-1, root), *((-c, v) for c, v in parents[seat])], None, 0)
    program.row([*roots, *((-c, v) for c, v in program.slack(statement, size))], None, 1)


def _compact(program: Program, statement: Statement, term: Compact) -> None:
    """Count the edges inside: both ends are taken. A must wants no outline at all, which no set has."""
    casts, hidden = program.casts_in(term.people), []
    for a, b in term.edges.tolist():
        ends = [[arc for c in casts for arc in program.on(c, [seat])] for seat in (a, b)]
        if all(ends):
            hidden.append(program.variable())
            for end in ends:
                program.row([(1, hidden[-1]), *((-c, v) for c, v in end)], None, 0)
    sides = 4 * len(term.people)
    if statement.tier == 0:
        program.row([(2, v) for v in hidden], sides, None)
        return
    program.constants[statement.tier] += sides * statement.weight
    for variable in hidden:
        program.price(statement, variable, -2)


def _link(program: Program, child: int, parent: int, taken: list[Arc], size: int) -> int:
    """Return a variable that may be 1 only if the parent seat is taken and lies nearer the root."""
    link = program.variable()
    program.row([(1, link), *((-c, v) for c, v in taken)], None, 0)
    program.row([(1, parent), (-1, child), (size + 1, link)], None, size)
    return link
